import { type Answers, checkAnswers, type FieldFault, type FormSetting } from "#engines/forms";
import type { CaseActor, CaseEvent, CaseStanding } from "./case.ts";
import type { CaseMove, CaseType } from "./case-type.ts";
import { type CaseCalendar, momentAfter } from "./deadlines.ts";
import { type MoveRefusal, refusalWords } from "./refusal-words.ts";
import { answersSoFar, isOpen } from "./standing.ts";

/** A case as the machine looks at it. `answers`: those of its form. `events`: all, in order. */
export type CaseFacts = { readonly type: CaseType; readonly answers: Answers; readonly events: readonly CaseEvent[]; readonly standing: CaseStanding; readonly calendar: CaseCalendar };

/** A move out of the state in which a case is, for somebody; `refusal` null: may be made now. `until`: as long as it may be made. */
export type OfferedMove = { readonly move: CaseMove; readonly refusal: MoveRefusal | null; readonly until: string | null };

/** A record of the matched register that somebody names. */
export type NamedRecord = { readonly district: string; readonly id: string; readonly number: number };
/** A record that may bear on a case: its columns equal the case's answers; is it valid on the day. */
export type KnownRecord = NamedRecord & { readonly validToday: boolean };

/** What somebody asks for. `matches`: the records that bear on the case now; null where none can be looked up. */
export type MoveOrder = { readonly move: string; readonly answers: Readonly<Record<string, unknown>>; readonly reason: string | null; readonly record: NamedRecord | null; readonly matches: readonly KnownRecord[] | null };

/** The event a move makes, or why there is none: refused as a whole, or something in it is wrong. */
export type MoveOutcome = { readonly kind: "event"; readonly event: CaseEvent } | { readonly kind: "refused"; readonly refusal: MoveRefusal } | { readonly kind: "wrong"; readonly faults: readonly FieldFault[] };

/** The moves out of the present state that are somebody's of this kind at all, each with why it cannot be made now; none of a case that is closed. */
export function offeredMoves(facts: CaseFacts, actor: CaseActor, now: string): readonly OfferedMove[] {
  if (!isOpen(facts.type, facts.standing)) return [];
  return facts.type.moves.filter((move) => move.from.includes(facts.standing.state) && isOfKind(move, actor)).map((move) => ({ move, refusal: moveRefusal(facts, move, actor, now), until: lastMoment(facts, move) }));
}

/** Why this move cannot be made by this actor now, its form, reason and record aside; null when it can. */
export function moveRefusal(facts: CaseFacts, move: CaseMove, actor: CaseActor, now: string): MoveRefusal | null {
  const { type, standing, events } = facts;
  if (!isOpen(type, standing)) return refusalWords("closed");
  if (!move.from.includes(standing.state)) return refusalWords("other-state");
  if (!isOfKind(move, actor)) return refusalWords("not-yours");
  if (actor.kind === "officer") {
    if (move.by === "city-officer" && actor.reach !== "city") return refusalWords("city-only");
    if (isBarred(move, actor.person, events)) return refusalWords("another-person");
  }
  if (move.onlyIf !== null) {
    const { field, is } = move.onlyIf;
    const value = answersSoFar(facts.answers, events)[field];
    const given: readonly unknown[] = Array.isArray(value) ? value : [value];
    if (!is.some((each) => given.includes(each))) return refusalWords("only-if");
  }
  const until = lastMoment(facts, move);
  return until !== null && now > until ? refusalWords("too-late") : null;
}

/** People who may make no move out of the present state, because others are to look at what they did. */
export function barredOfficers(type: CaseType, standing: CaseStanding, events: readonly CaseEvent[]): ReadonlySet<string> {
  const moves = type.moves.filter(({ from, by }) => from.includes(standing.state) && by !== "applicant" && by !== "clock");
  const makers = events.flatMap(({ kind, actor }) => (kind === "moved" && actor.kind === "officer" ? [actor.person] : []));
  return new Set(moves.length === 0 ? [] : makers.filter((person) => moves.every((move) => isBarred(move, person, events))));
}

/** Checks what somebody asks for and makes the event of it. */
export function makeMove(facts: CaseFacts, actor: CaseActor, order: MoveOrder, now: string, setting: FormSetting): MoveOutcome {
  const move = facts.type.moves.find(({ key }) => key === order.move);
  if (move === undefined) return { kind: "refused", refusal: refusalWords("no-such-move") };
  const refusal = moveRefusal(facts, move, actor, now) ?? matchRefusal(move, order);
  if (refusal !== null) return { kind: "refused", refusal };
  const reason = order.reason?.trim() ?? "";
  const { answers, faults } = checkAnswers(move.form, order.answers, setting);
  const wrong = [...faults, ...(move.reason === "required" && reason === "" ? [NO_REASON] : [])];
  if (wrong.length > 0) return { kind: "wrong", faults: wrong };
  return {
    kind: "event",
    event: {
      seq: facts.standing.revision + 1, at: now, actor, kind: "moved", move: move.key, from: facts.standing.state, to: move.to,
      reason: move.reason === "none" || reason === "" ? null : reason, answers, record: move.match === "some" && order.record !== null ? { district: order.record.district, id: order.record.id, number: order.record.number } : null,
    },
  };
}

/** A move that rests on a record needs one that bears on the case and is valid; one that rests on there being none is refused while there is one. */
function matchRefusal({ match }: CaseMove, { record, matches }: MoveOrder): MoveRefusal | null {
  const valid = (matches ?? []).filter(({ validToday }) => validToday);
  if (match === "none") return valid.length > 0 ? refusalWords("record-found") : null;
  if (match === null) return null;
  if (record === null) return refusalWords("no-record");
  return valid.some(({ district, id, number }) => district === record.district && id === record.id && number === record.number) ? null : refusalWords("unknown-record");
}

function isOfKind({ by }: CaseMove, { kind }: CaseActor): boolean {
  return kind === "officer" ? by === "officer" || by === "another-officer" || by === "city-officer" : by === kind;
}

/** A move by another officer that names no others bars whoever made any move of the case. */
function isBarred({ by, notBy }: CaseMove, person: string, events: readonly CaseEvent[]): boolean {
  if (by !== "another-officer" && notBy.length === 0) return false;
  return events.some((event) => event.kind === "moved" && event.actor.kind === "officer" && event.actor.person === person && (notBy.length === 0 || notBy.includes(event.move)));
}

const lastMoment = ({ standing, calendar }: CaseFacts, { within }: CaseMove): string | null => (within === null ? null : momentAfter(standing.since, within.within, calendar).at);

const NO_REASON: FieldFault = { field: "reason", problem: { zh: "没有写理由", en: "The reason is missing" }, remedy: { zh: "用一两句话写清楚为什么。", en: "Say why in a sentence or two." } };
