import type { FiledHeadcount, StayingPack } from "./headcount.ts";
import { latestDay, sumOf, type HeadcountSum } from "./sums.ts";
import { wholePercents } from "./whole-percents.ts";

/** Shares of one kind of bodies over the whole city, in whole percent that add up to 100. `latest` of `bodies` counted on the day itself. */
export type KindShares = { readonly kind: string; readonly bodies: number; readonly latest: number; readonly staying: number; readonly leaving: number; readonly open: number };

/** What the public sees: as of which day, each kind that may be shown, and of those who leave, how many percent for which reason (null: one the pack no longer lists). */
export type PublicShares = { readonly day: string; readonly kinds: readonly KindShares[]; readonly reasons: readonly { readonly reason: string | null; readonly percent: number }[] };

/** Why the shares of a kind are kept back; `shown` when they are not. */
export type Showing = "shown" | "few-bodies" | "one-body-is-most";

/** With fewer bodies, whoever knows the others could work out one employer's numbers from the shares. */
export const BODIES_MIN = 5;
/** And where one body has more than this part of the people, the share of all is very nearly its own. */
const LARGEST_PART_MAX = 0.8;
/** Of fewer people who leave, the share of a reason could tell why one of them goes. */
const LEAVING_MIN = 10;

/** May the shares of these bodies be shown to everybody? */
export function showingOf({ bodies, largest, total }: Pick<HeadcountSum, "bodies" | "largest" | "total">): Showing {
  if (bodies < BODIES_MIN) return "few-bodies";
  return largest > total * LARGEST_PART_MAX ? "one-body-is-most" : "shown";
}

/** The shares to be shown; null when no kind has enough bodies yet. Takes one headcount a body, of the whole city. */
export function publicShares(filed: readonly FiledHeadcount[], { kinds, reasons }: Pick<StayingPack, "kinds" | "reasons">): PublicShares | null {
  const ofKind = (kind: string): readonly FiledHeadcount[] => filed.filter((each) => each.kind === kind);
  const shown = kinds.filter(({ key }) => showingOf(sumOf(ofKind(key), null)) === "shown").map(({ key }) => key);
  const counted = filed.filter(({ kind }) => shown.includes(kind));
  const day = latestDay(counted);
  if (day === null) return null;
  return {
    day,
    kinds: shown.map((kind) => {
      const { bodies, latest, total, staying, leaving } = sumOf(ofKind(kind), day);
      const [stayingPercent = 0, leavingPercent = 0, open = 0] = wholePercents([staying, leaving, total - staying - leaving]);
      return { kind, bodies, latest, staying: stayingPercent, leaving: leavingPercent, open };
    }),
    reasons: reasonShares(sumOf(counted, day), reasons.value.map(({ key }) => key)),
  };
}

/** Over all kinds that are shown, so that the parts are as large as can be. */
function reasonShares({ leaving, reasons }: HeadcountSum, listed: readonly string[]): PublicShares["reasons"] {
  if (leaving < LEAVING_MIN) return [];
  const people = listed.map((key) => reasons[key] ?? 0);
  const others = leaving - people.reduce((all, each) => all + each, 0);
  const percents = wholePercents([...people, others]);
  return [...listed, null].map((reason, at) => ({ reason, percent: percents[at] ?? 0 })).filter(({ percent }) => percent > 0).toSorted((one, other) => other.percent - one.percent);
}
