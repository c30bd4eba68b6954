import { describe, expect, test } from "vitest";
import { HELP_TYPE, ROAD_BLOCK_TYPE } from "./example-types.ts";
import { type CaseActor, type CaseEvent, type CaseFacts, clockStep, deadlineOf, type KnownRecord, makeMove, type MoveOrder, OFFICIAL_CALENDAR, offeredMoves, standingOf, stateOf, momentAfter } from "./index.ts";

const SETTING = { districts: [], hours: () => null };
const AT = "2021-01-26T01:00:00.000Z";
const APPLICANT: CaseActor = { kind: "applicant" };
const officer = (person: string, reach: "city" | "district" = "district"): CaseActor => ({ kind: "officer", person, reach });
const ORDER = { answers: {}, reason: null, record: null, matches: [] } as const;
const VALID: KnownRecord = { district: "150702", id: "01890000-0000-7000-8000-00000000000a", number: 3, validToday: true };

/** A case opened at nine, to which this was done one after the other; throws on what cannot be done. */
function caseOf(type: typeof ROAD_BLOCK_TYPE, steps: readonly (readonly [string, CaseActor, Partial<MoveOrder>?])[] = [], answers: CaseFacts["answers"] = { place: "G10", kind: "earth" }): CaseFacts {
  const events: CaseEvent[] = [{ seq: 1, at: AT, actor: APPLICANT, kind: "opened", state: type.initial, via: "portal", proxy: false }];
  const facts = (): CaseFacts => ({ type, answers, events, standing: standingOf(type, events, OFFICIAL_CALENDAR), calendar: OFFICIAL_CALENDAR });
  for (const [move, actor, order] of steps) {
    const made = makeMove(facts(), actor, { ...ORDER, ...order, move }, AT, SETTING);
    if (made.kind !== "event") throw new Error(JSON.stringify(made));
    events.push(made.event);
  }
  return facts();
}
const refusal = (facts: CaseFacts, actor: CaseActor, order: Partial<MoveOrder> & { readonly move: string }, now = AT) => {
  const made = makeMove(facts, actor, { ...ORDER, ...order }, now, SETTING);
  return made.kind === "refused" ? made.refusal.reason : made.kind === "wrong" ? made.faults.map(({ field }) => field) : null;
};

describe("a deadline", () => {
  test("in minutes goes by the clock, with a warning before", () => {
    expect(deadlineOf(stateOf(ROAD_BLOCK_TYPE, "reported"), AT, OFFICIAL_CALENDAR)).toEqual({ dueAt: "2021-01-26T01:30:00.000Z", warnAt: "2021-01-26T01:20:00.000Z", notAnnounced: null });
  });
  test("in working days goes by the official calendar: make-up days count, days off do not", () => {
    // Tuesday 9 February 2021: the holiday goes from the 11th to the 17th, Saturday the 20th is worked.
    expect(momentAfter("2021-02-09T02:00:00Z", { unit: "working-days", count: 4 }, OFFICIAL_CALENDAR).at).toBe("2021-02-20T16:00:00.000Z");
  });
  test("warns when no more than the warning's working days are left", () => {
    expect(deadlineOf(stateOf(HELP_TYPE, "asked"), "2021-01-28T02:00:00.000Z", OFFICIAL_CALENDAR)).toEqual({ dueAt: "2021-02-02T16:00:00.000Z", warnAt: "2021-02-01T15:59:00.000Z", notAnnounced: null });
  });
  test("of a year whose days off are not announced counts every day, and says so", () => {
    expect(momentAfter("2031-03-07T02:00:00Z", { unit: "working-days", count: 3 }, OFFICIAL_CALENDAR)).toEqual({ at: "2031-03-10T16:00:00.000Z", notAnnounced: 2031 });
    expect(momentAfter("2031-03-07T02:00:00Z", { unit: "working-hours", count: 8 }, OFFICIAL_CALENDAR).at).toBe("2031-03-07T10:00:00.000Z");
  });
});

describe("a move", () => {
  test("is refused to whoever it is not for, from another state, or when the case is closed", () => {
    const reported = caseOf(ROAD_BLOCK_TYPE);
    expect(refusal(reported, APPLICANT, { move: "order", reason: "没有批准" })).toBe("not-yours");
    expect(refusal(reported, officer("a"), { move: "removed" })).toBe("other-state");
    expect(refusal(reported, officer("a"), { move: "nothing" })).toBe("no-such-move");
    expect(refusal(caseOf(ROAD_BLOCK_TYPE, [["withdraw", APPLICANT]]), officer("a"), { move: "order", reason: "x" })).toBe("closed");
  });
  test("asks for its reason and its answers", () => {
    expect(refusal(caseOf(ROAD_BLOCK_TYPE), officer("a"), { move: "order", reason: "  " })).toEqual(["reason"]);
    const ordered = caseOf(ROAD_BLOCK_TYPE, [["order", officer("a"), { reason: "没有批准" }]]);
    expect(refusal(ordered, officer("a"), { move: "removed" })).toEqual(["hours"]);
    expect(refusal(ordered, officer("a"), { move: "removed", answers: { hours: 1 } })).toBeNull();
  });
  test("that rests on a record needs one that bears on the case and is valid today; one that rests on there being none is refused while there is one", () => {
    const reported = caseOf(ROAD_BLOCK_TYPE);
    const expired = { ...VALID, validToday: false };
    expect(refusal(reported, officer("a"), { move: "legal", matches: [VALID] })).toBe("no-record");
    expect(refusal(reported, officer("a"), { move: "legal", record: VALID, matches: [expired] })).toBe("unknown-record");
    expect(refusal(reported, officer("a"), { move: "legal", record: VALID, matches: [VALID] })).toBeNull();
    expect(refusal(reported, officer("a"), { move: "order", reason: "x", matches: [VALID] })).toBe("record-found");
    expect(refusal(reported, officer("a"), { move: "order", reason: "x", matches: [expired] })).toBeNull();
  });
  test("of another officer is refused to whoever made the moves it names, and to nobody else", () => {
    const contested = caseOf(ROAD_BLOCK_TYPE, [["legal", officer("a"), { record: VALID, matches: [VALID] }], ["contest", APPLICANT, { reason: "还堵着" }]]);
    expect(refusal(contested, officer("a"), { move: "uphold", reason: "查过" })).toBe("another-person");
    expect(refusal(contested, officer("b"), { move: "uphold", reason: "查过" })).toBeNull();
  });
  test("of the city is refused to a district's officer, and to an officer of the city who refused before", () => {
    const appealed = caseOf(HELP_TYPE, [["refuse", officer("a", "city"), { reason: "不符合" }], ["appeal", APPLICANT, { reason: "符合" }]], { what: "food" });
    expect(refusal(appealed, officer("b"), { move: "overturn" })).toBe("city-only");
    expect(refusal(appealed, officer("a", "city"), { move: "overturn" })).toBe("another-person");
    expect(refusal(appealed, officer("c", "city"), { move: "overturn" })).toBeNull();
  });
  test("within a time is refused after it, and says until when it may be made", () => {
    const refused = caseOf(HELP_TYPE, [["refuse", officer("a"), { reason: "不符合" }]], { what: "food" });
    expect(offeredMoves(refused, APPLICANT, AT)).toMatchObject([{ move: { key: "appeal" }, refusal: null, until: "2021-02-01T16:00:00.000Z" }]);
    expect(refusal(refused, APPLICANT, { move: "appeal", reason: "x" }, "2021-02-01T16:00:00.000Z")).toBeNull();
    expect(refusal(refused, APPLICANT, { move: "appeal", reason: "x" }, "2021-02-01T16:00:00.001Z")).toBe("too-late");
  });
  test("on a condition looks at what was answered so far, the latest first", () => {
    const type = { ...ROAD_BLOCK_TYPE, moves: ROAD_BLOCK_TYPE.moves.map((move) => (move.key === "order" ? { ...move, onlyIf: { field: "kind", is: ["gate"] } } : move)) };
    expect(refusal(caseOf(type), officer("a"), { move: "order", reason: "x" })).toBe("only-if");
    expect(refusal(caseOf(type, [], { kind: "gate" }), officer("a"), { move: "order", reason: "x" })).toBeNull();
  });
});

describe("the clock", () => {
  test("does nothing before the deadline, and escalates once when it has passed", () => {
    const reported = caseOf(ROAD_BLOCK_TYPE);
    expect(clockStep(reported, "2021-01-26T01:29:59.999Z")).toBeNull();
    const escalated = clockStep(reported, "2021-01-26T01:30:00.000Z");
    expect(escalated).toMatchObject({ kind: "escalated", seq: 2, dueAt: "2021-01-26T01:30:00.000Z" });
    const events = [...reported.events, ...(escalated === null ? [] : [escalated])];
    expect(clockStep({ ...reported, events, standing: standingOf(ROAD_BLOCK_TYPE, events, OFFICIAL_CALENDAR) }, "2021-01-27T01:30:00.000Z")).toBeNull();
  });
  test("makes the move of a state that waits for the applicant", () => {
    const told = caseOf(ROAD_BLOCK_TYPE, [["legal", officer("a"), { record: VALID, matches: [VALID] }]]);
    expect(clockStep(told, "2021-03-01T00:00:00.000Z")).toMatchObject({ kind: "moved", move: "close", to: "closed", actor: { kind: "clock" } });
  });
  test("escalates where the deadline's move cannot be made", () => {
    const type = { ...ROAD_BLOCK_TYPE, moves: ROAD_BLOCK_TYPE.moves.map((move) => (move.key === "close" ? { ...move, onlyIf: { field: "kind", is: ["gate"] } } : move)) };
    expect(clockStep(caseOf(type, [["legal", officer("a"), { record: VALID, matches: [VALID] }]]), "2021-03-01T00:00:00.000Z")).toMatchObject({ kind: "escalated" });
  });
});

test("a stay in a state begins anew with every move: its deadline, its escalation, and who has it in hand where others are to act", () => {
  const { events } = caseOf(ROAD_BLOCK_TYPE);
  const history: readonly CaseEvent[] = [
    ...events,
    { seq: 2, at: AT, actor: officer("a"), kind: "assigned", to: "a" },
    { seq: 3, at: "2021-01-26T01:30:00.000Z", actor: { kind: "clock" }, kind: "escalated", dueAt: "2021-01-26T01:30:00.000Z" },
    { seq: 4, at: "2021-01-26T02:00:00.000Z", actor: officer("a"), kind: "moved", move: "order", from: "reported", to: "ordered", reason: "x", answers: {}, record: null },
  ];
  expect(standingOf(ROAD_BLOCK_TYPE, history, OFFICIAL_CALENDAR)).toMatchObject({ state: "ordered", dueAt: "2021-01-26T04:00:00.000Z", escalated: false, assignee: "a", revision: 4 });
  const contested: readonly CaseEvent[] = [...history, { seq: 5, at: AT, actor: officer("a"), kind: "moved", move: "removed", from: "ordered", to: "told", reason: null, answers: { hours: 1 }, record: null }];
  expect(standingOf(ROAD_BLOCK_TYPE, contested, OFFICIAL_CALENDAR).assignee).toBeNull();
  expect(() => standingOf(ROAD_BLOCK_TYPE, history.toSpliced(1, 1), OFFICIAL_CALENDAR)).toThrow("does not follow");
});
