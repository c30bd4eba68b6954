import type { LocalText } from "#platform/i18n";
import type { Sourced } from "#platform/pack";

/** What a body says of its people on one day (ISO date). `reasons`: of those who leave, how many for which reason, by key. */
export type Headcount = {
  readonly body: string;
  readonly kind: string;
  readonly day: string;
  readonly total: number;
  readonly staying: number;
  readonly leaving: number;
  readonly reasons: Readonly<Record<string, number>>;
};

/** The headcount of a body of one district. */
export type FiledHeadcount = Headcount & { readonly district: string };

/** A kind of bodies, and the duty of the clause that its people carry out. */
export type BodyKind = { readonly key: string; readonly name: LocalText; readonly duty: string };

/** A word for why people leave; it counts them and decides nothing. */
export type LeavingReason = { readonly key: string; readonly name: LocalText };

/** What a pack sets: the clause that is measured, the kinds of bodies, the reasons people are counted by. */
export type StayingPack = {
  readonly notice: string;
  readonly clause: string;
  readonly kinds: readonly BodyKind[];
  readonly reasons: Sourced<readonly LeavingReason[]>;
};

/** The same body under the same key, however its name is typed: width of letters, case and blanks make no other body. */
export function bodyKey(name: string): string {
  return name.normalize("NFKC").replaceAll(/\s/gu, "").toLowerCase();
}
