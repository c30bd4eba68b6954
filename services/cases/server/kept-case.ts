import type { CaseActor, CaseEvent, CaseStanding, CaseType } from "#engines/cases";
import { isOpen, stateOf } from "#engines/cases";
import type { Answers } from "#engines/forms";

/** Where a case is found. */
export type CaseAddress = { readonly district: string; readonly number: string };

/** A case as its row keeps it. Moments are ISO instants. */
export type KeptCase = CaseAddress & CaseStanding & {
  readonly id: string; readonly type: string; readonly typeSha256: string; readonly notice: string; readonly clause: string; readonly title: string;
  readonly open: boolean; readonly waiting: boolean; readonly via: Extract<CaseEvent, { kind: "opened" }>["via"]; readonly proxy: boolean; readonly satisfied: boolean | null;
  readonly openedAt: string; readonly closedAt: string | null; readonly eraseAt: string | null; readonly erasedAt: string | null;
  readonly handedTo: CaseAddress | null; readonly from: CaseAddress | null; readonly source: string | null; readonly drill: boolean;
};

/** Who asked, as far as they said. */
export type Contact = { readonly name: string | null; readonly telephone: string | null; readonly forWhom: string | null };

/** A file of a case: with which event it came, and in which district its bytes lie. */
export type KeptFile = { readonly id: string; readonly district: string; readonly seq: number; readonly name: string; readonly mediaType: string };

/** An event as its rows keep it: what happened apart from what was said. */
export type KeptEvent = { readonly seq: number; readonly at: string; readonly actor: CaseActor; readonly kind: CaseEvent["kind"]; readonly facts: Readonly<Record<string, unknown>>; readonly words: string | null; readonly answers: Answers };

/** Where a case stands, out of its row. */
export function standingIn({ state, since, revision, dueAt, warnAt, escalated, assignee, mergedInto, nudges }: KeptCase): CaseStanding {
  return { state, since, revision, dueAt, warnAt, escalated, assignee, mergedInto, nudges };
}

/** The row of a case after an event that closed it, or did not. `closedAt`: when it closed, null while it is open. */
export function withStanding(kept: KeptCase, type: CaseType, standing: CaseStanding, at: string): KeptCase {
  const open = isOpen(type, standing) && kept.handedTo === null;
  const closedAt = open ? null : kept.closedAt ?? at;
  return { ...kept, ...standing, open, waiting: open && stateOf(type, standing.state).owner === "applicant", closedAt, eraseAt: closedAt === null ? null : new Date(Date.parse(closedAt) + type.retention.days * DAY).toISOString() };
}

const DAY = 86_400_000;

/** When the clock is to look at a case: at its deadline, unless it went up to the city already and nothing else is to be done then. */
export function clockAt({ open, dueAt, escalated }: Pick<KeptCase, "open" | "dueAt" | "escalated">): string | null {
  return open && !escalated ? dueAt : null;
}

/** From when on a case is to be done soon: three days before it is due, or when its warning begins. */
export function soonAt({ dueAt, warnAt }: Pick<KeptCase, "dueAt" | "warnAt">): string | null {
  return dueAt === null ? null : new Date(Math.min(Date.parse(dueAt) - 3 * DAY, warnAt === null ? Infinity : Date.parse(warnAt))).toISOString();
}

/** An event in the parts that are kept apart. */
export function keptEvent(event: CaseEvent): KeptEvent {
  const { seq, at, actor, kind, ...rest } = event;
  const { reason = null, text = null, answers = {}, files: _linked, ...facts } = rest as { reason?: string | null; text?: string | null; answers?: Answers; files?: readonly string[] } & Record<string, unknown>;
  const words = reason ?? text;
  return { seq, at, actor, kind, facts, words: words === "" ? null : words, answers };
}

/** The event of its parts. What was erased is empty. */
export function eventOf({ seq, at, actor, kind, facts, words, answers }: KeptEvent, files: readonly KeptFile[]): CaseEvent {
  const every = { seq, at, actor, kind, ...facts };
  switch (kind) {
    case "moved": return { ...every, reason: words, answers } as CaseEvent;
    case "handed-over": return { ...every, reason: words ?? "" } as CaseEvent;
    case "supplemented": return { ...every, text: words ?? "", files: files.filter((file) => file.seq === seq).map(({ id }) => id) } as CaseEvent;
    case "noted": return { ...every, text: words ?? "" } as CaseEvent;
    case "rated": return { ...every, text: words } as CaseEvent;
    case "opened": case "escalated": case "assigned": case "nudged": case "merged": return every as CaseEvent;
  }
}
