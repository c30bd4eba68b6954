import type { Answers } from "#engines/forms";
import type { CaseEvent, CaseStanding } from "./case.ts";
import type { CaseState, CaseType } from "./case-type.ts";
import { type CaseCalendar, deadlineOf } from "./deadlines.ts";

/** What a case's events add up to; they are in order, the first one opened it. Throws on a history that no machine of this type can have made. */
export function standingOf(type: CaseType, events: readonly CaseEvent[], calendar: CaseCalendar): CaseStanding {
  const standing = events.reduce<CaseStanding | null>((before, event) => standingAfter(type, before, event, calendar), null);
  if (standing === null) throw new Error("a case has events");
  return standing;
}

/** Where a case stands after one more event; `before` is null when it is the one that opens it. */
export function standingAfter(type: CaseType, before: CaseStanding | null, event: CaseEvent, calendar: CaseCalendar): CaseStanding {
  if (event.seq !== (before?.revision ?? 0) + 1) throw new Error(`event ${event.seq} does not follow ${before?.revision ?? 0}`);
  if (before === null) {
    if (event.kind !== "opened") throw new Error("the first event opens a case");
    return { ...stayIn(type, event.state, event.at, calendar), revision: event.seq, assignee: null, mergedInto: null, nudges: 0 };
  }
  const next = { ...before, revision: event.seq };
  switch (event.kind) {
    case "opened": throw new Error("a case is opened once");
    case "moved": return { ...next, ...stayIn(type, event.to, event.at, calendar), assignee: keepsInHand(type, event.from, event.to) ? before.assignee : null };
    case "escalated": return { ...next, escalated: true };
    case "assigned": return { ...next, assignee: event.to };
    // The time that is left is not given anew: handing a case round does not gain any.
    case "handed-over": return { ...next, assignee: null };
    case "nudged": return { ...next, nudges: before.nudges + 1 };
    case "merged": return { ...next, mergedInto: event.into, assignee: null, dueAt: null, warnAt: null };
    case "supplemented": case "noted": case "rated": return next;
  }
}

/** Is there still something to be done in this case itself? */
export function isOpen(type: CaseType, { state, mergedInto }: Pick<CaseStanding, "state" | "mergedInto">): boolean {
  return mergedInto === null && !stateOf(type, state).final;
}

/** The state under a key; a key of no state is the caller's mistake. */
export function stateOf(type: Pick<CaseType, "states" | "key">, key: string): CaseState {
  const state = type.states.find((each) => each.key === key);
  if (state === undefined) throw new Error(`${type.key} has no state ${key}`);
  return state;
}

/** Everything that has been answered so far, the form's first; what was answered later to a question of the same key holds. */
export function answersSoFar(form: Answers, events: readonly CaseEvent[]): Answers {
  return Object.assign({}, form, ...events.map((event) => (event.kind === "moved" ? event.answers : {}))) as Answers;
}

function stayIn(type: CaseType, key: string, since: string, calendar: CaseCalendar): Pick<CaseStanding, "state" | "since" | "dueAt" | "warnAt" | "escalated"> {
  const deadline = deadlineOf(stateOf(type, key), since, calendar);
  return { state: key, since, dueAt: deadline?.dueAt ?? null, warnAt: deadline?.warnAt ?? null, escalated: false };
}

/** Whoever has it in hand keeps it, unless others are to act now. */
function keepsInHand(type: CaseType, from: string, to: string): boolean {
  const isForOthers = type.moves.some((move) => move.from.includes(to) && (move.by === "another-officer" || move.by === "city-officer" || (move.by === "officer" && move.notBy.length > 0)));
  const state = stateOf(type, to);
  return !state.final && state.owner === stateOf(type, from).owner && !isForOthers;
}
