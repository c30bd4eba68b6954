/* oxlint-disable unicorn/no-thenable -- the pack's word */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { HELP_TYPE, ROAD_BLOCK_TYPE } from "./example-types.ts";
import { type CaseEvent, type CaseMove, type CaseState, type CaseType, checkCaseType, clockStep, isOpen, makeMove, OFFICIAL_CALENDAR, offeredMoves, standingOf } from "./index.ts";

const told = (type: CaseType) => checkCaseType(type).map(({ path, problem }) => `${path.map(String).join(".")}: ${problem.en}`);
const withState = (key: string, change: Partial<CaseState>, type = ROAD_BLOCK_TYPE): CaseType => ({ ...type, states: type.states.map((state) => (state.key === key ? { ...state, ...change } : state)) });
const withMove = (key: string, change: Partial<CaseMove>, type = ROAD_BLOCK_TYPE): CaseType => ({ ...type, moves: type.moves.map((move) => (move.key === key ? { ...move, ...change } : move)) });

const WORDS = { zh: "字", en: "words" };

test("the examples hold", () => expect([told(ROAD_BLOCK_TYPE), told(HELP_TYPE)]).toEqual([[], []]));

describe("what is wrong with a type is told with its place", () => {
  const [reported, ordered, , , closed] = ROAD_BLOCK_TYPE.states;
  const question = { key: "pictures", kind: "yes-no", name: WORDS, hint: null, required: false, onlyIf: null, privacy: "open" } as const;
  const onlyGate = { onlyIf: { field: "kind", is: ["gate"] } };
  test.each<readonly [string, CaseType, string]>([
    ["a state that no case reaches", { ...ROAD_BLOCK_TYPE, moves: ROAD_BLOCK_TYPE.moves.filter(({ key }) => key !== "withdraw") }, "states.5.key: no way leads here from the beginning"],
    ["a state that a case cannot leave", { ...ROAD_BLOCK_TYPE, moves: ROAD_BLOCK_TYPE.moves.filter(({ key }) => key !== "uphold") }, "states.3.key: a case may be stuck here: no move is open to every case"],
    ["a state left only on a condition", withMove("uphold", onlyGate), "states.3.key: a case may be stuck here: no move is open to every case"],
    ["a state left only by the applicant", withMove("removed", { by: "applicant", form: [] }), "states.1.key: a case may be stuck here: no move is open to every case"],
    ["a state left only with a record", withMove("order", { match: "some" }), "states.0.key: a case may be stuck here: no move is open to every case"],
    ["no end that can be reached", withMove("uphold", { to: "reported" }, { ...ROAD_BLOCK_TYPE, moves: ROAD_BLOCK_TYPE.moves.filter(({ key }) => key !== "withdraw").map((move) => (move.key === "close" ? { ...move, to: "recheck" } : move)) }), "states.0.key: no way leads from here to an end"],
    ["a beginning that is none", { ...ROAD_BLOCK_TYPE, initial: "nowhere" }, "initial: there is no such state, or it is final"],
    ["a final state with a way out", withMove("order", { from: ["reported", "closed"] }), "states.4.final: a final state has a way out"],
    ["a final state with a deadline", withState("closed", { deadline: reported?.deadline ?? null }), "states.4.deadline: a final state has a deadline"],
    ["a state without a deadline", withState("reported", { deadline: null }), "states.0.deadline: without a deadline nobody may see to it"],
    ["a deadline whose move another makes", withMove("close", { by: "officer" }), "states.2.deadline: the deadline's move is not there, or not one that the clock makes from here"],
    ["an applicant's state that only escalates", withState("told", { deadline: ordered?.deadline ?? null }), "states.2.deadline: a state that waits for the applicant needs a move when its time is over"],
    ["a state without words", withState("reported", { public: { zh: " ", en: "a" } }), "states.0.public: there are no words for the public"],
    ["a state twice", { ...ROAD_BLOCK_TYPE, states: [...ROAD_BLOCK_TYPE.states, ...(closed === undefined ? [] : [closed])] }, 'states.6.key: "closed" is used twice'],
    ["a move from nowhere", withMove("order", { from: ["reported", "nowhere"] }), "moves.0.from.1: there is no such state"],
    ["a move to nowhere", withMove("order", { to: "nowhere" }), "moves.0.to: there is no such state"],
    ["a district that is a text", { ...ROAD_BLOCK_TYPE, district: "place" }, "district: the form has no such question of kind district that is required, unconditional and not personal"],
    ["a title that is personal", { ...ROAD_BLOCK_TYPE, title: "seen" }, "title: the form has no such question that is required, unconditional and not personal"],
    ["a match on a question that is not asked", { ...ROAD_BLOCK_TYPE, match: { register: "a", on: [{ field: "road", column: "road" }], from: null, to: null } }, "match.on.0.field: the form has no such question"],
    ["a move by a match that there is none of", { ...ROAD_BLOCK_TYPE, match: null }, "moves.0.match: it is not said which register is looked up"],
    ["notBy of no move", withMove("uphold", { notBy: ["nothing"] }), "moves.4.notBy.0: there is no such move"],
    ["an objection without a time", withMove("contest", { within: null }), "moves.3.within: it is not said how long this may be done"],
    ["an appeal to the same people", withMove("contest", { kind: "appeal", to: "ordered" }), "moves.3.to: an appeal comes to those who decided before"],
    ["a withdrawal by officers", withMove("withdraw", { by: "officer" }), "moves.6.kind: withdrawing, contesting and appealing are the applicant's"],
    ["a condition with an answer that is not there", withMove("order", { onlyIf: { field: "kind", is: ["snow"] } }), "moves.0.onlyIf: the condition names a question or an answer that is not there"],
    ["a clock that gives reasons", withMove("close", { reason: "required" }), "moves.5.by: the clock answers no form, gives no reason, looks up no record and has no time of its own"],
    ["an applicant's question under a name of the page", withMove("contest", { form: [{ ...question, key: "reason" }] }), 'moves.3.form.0.key: "reason" is a name that the page itself uses'],
    ["an applicant's move with files", withMove("contest", { form: [{ ...question, kind: "files", most: 2 }] }), "moves.3.form: an applicant's move takes no files"],
    ["an officer's move with files", withMove("removed", { form: [{ ...question, kind: "files", most: 2 }] }), "moves.2.form: an officer's move takes no files"],
    ["a form that is wrong in itself", { ...ROAD_BLOCK_TYPE, form: [...ROAD_BLOCK_TYPE.form, ...ROAD_BLOCK_TYPE.form.slice(1, 2)] }, "form.5.key: “place” is used twice"],
  ])("%s", (_name, type, problem) => {
    expect(told(type)).toContain(problem);
    for (const { remedy } of checkCaseType(type)) expect([remedy.zh, remedy.en].every((each) => each.length > 3)).toBe(true);
  });
  test("an officer's question may be called as it likes: the desk sends answers apart", () => {
    expect(told(withMove("removed", { form: [{ ...question, key: "reason" }] }))).toEqual([]);
  });
  test("moves on conditions that cover every answer together leave no case stuck", () => {
    const split = { ...ROAD_BLOCK_TYPE, moves: ROAD_BLOCK_TYPE.moves.flatMap((move) => (move.key === "uphold" ? [{ ...move, ...onlyGate }, { ...move, key: "other", onlyIf: { field: "kind", is: ["earth"] } }] : [move])) };
    expect(told(split)).toEqual([]);
  });
});

const SOURCED = { source: WORDS, asOf: "2026-11-29" };
const MINUTES = { unit: "minutes", count: 5 } as const;
const KEYS = ["a", "b", "c", "d", "e"] as const;
const [form] = [ROAD_BLOCK_TYPE.form];

const state = (key: string): fc.Arbitrary<CaseState> => fc.record({
  key: fc.constant(key), name: fc.constant(WORDS), public: fc.constant(WORDS), tone: fc.constant("under-way" as const), final: fc.constant(key === "e"),
  owner: fc.constantFrom("district-officers" as const, "district-officers" as const, "city-officers" as const, "applicant" as const),
  deadline: key === "e" ? fc.constant(null) : fc.oneof({ weight: 9, arbitrary: fc.constantFrom({ kind: "escalate" } as const, { kind: "move", move: `clock-${key}` } as const).map((then) => ({ within: MINUTES, warnBefore: null, then, ...SOURCED })) }, { weight: 1, arbitrary: fc.constant(null) }),
});
const move = (key: string): fc.Arbitrary<CaseMove> => fc.record({
  key: fc.constant(key), name: fc.constant(WORDS), public: fc.constant(null), from: fc.uniqueArray(fc.constantFrom("a", "b", "c", "d"), { minLength: 1, maxLength: 3 }), to: fc.constantFrom(...KEYS),
  by: fc.constantFrom("officer" as const, "officer" as const, "another-officer" as const, "city-officer" as const, "applicant" as const), notBy: fc.constantFrom<readonly string[]>(["move-1"], ["move-2"], ["move-1", "move-3"], []), reason: fc.constant("none" as const), reasonPublic: fc.constant(true), form: fc.constant([]),
  onlyIf: fc.oneof({ weight: 3, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: fc.constantFrom("earth", "gate").map((is) => ({ field: "kind", is: [is] })) }),
  match: fc.constantFrom(null, null, null, "some" as const, "none" as const), within: fc.constantFrom(null, null, null, { within: MINUTES, ...SOURCED }), kind: fc.constant(null),
}).map((each) => (each.by === "another-officer" ? each : { ...each, notBy: [] }));
const clockMove = (key: string): fc.Arbitrary<CaseMove> => move(`clock-${key}`).map((each) => ({ ...each, from: [key], by: "clock", notBy: [], match: null, within: null }));
const anyType: fc.Arbitrary<CaseType> = fc.record({ states: fc.tuple(...KEYS.map(state)), moves: fc.tuple(...["1", "2", "3", "4", "5", "6", "7"].map((each) => move(`move-${each}`))), clock: fc.tuple(...["a", "b", "c", "d"].map(clockMove)) })
  .map(({ states, moves, clock }) => ({ ...ROAD_BLOCK_TYPE, form, initial: "a", states, moves: [...moves, ...clock] }));

test("whatever type the check passes, no case of it is ever stuck: something can be done by officers or the clock, or it is final", () => {
  let [passed, refused] = [0, 0];
  fc.assert(fc.property(anyType, fc.constantFrom("earth", "gate"), fc.infiniteStream(fc.nat()), fc.boolean(), (type, kind, turns, hasRecord) => {
    if (checkCaseType(type).length > 0) { refused += 1; return; }
    passed += 1;
    const turn = (): number => turns.next().value ?? 0;
    const events: CaseEvent[] = [{ seq: 1, at: "2021-01-26T01:00:00.000Z", actor: { kind: "applicant" }, kind: "opened", state: "a", via: "portal", proxy: false }];
    const matches = [{ district: "150702", id: "x", number: 1, validToday: hasRecord }];
    for (let step = 0; step < 12; step += 1) {
      const facts = { type, answers: { kind }, events, standing: standingOf(type, events, OFFICIAL_CALENDAR), calendar: OFFICIAL_CALENDAR };
      if (!isOpen(type, facts.standing)) return;
      // Later than every deadline: what only holds for a while does not count. A new officer each time, and one of the city.
      const now = new Date(Date.parse("2021-01-26T01:00:00Z") + (step + 1) * 3_600_000).toISOString();
      const officer = { kind: "officer", person: `officer-${step}`, reach: "city" } as const;
      const able = offeredMoves(facts, officer, now).filter(({ refusal }) => refusal === null)
        .map(({ move: each }) => makeMove(facts, officer, { move: each.key, answers: {}, reason: null, record: matches[0] ?? null, matches }, now, { districts: [], hours: () => null })).flatMap((made) => (made.kind === "event" ? [made.event] : []));
      const byClock = clockStep(facts, now);
      const next = [...able, ...(byClock?.kind === "moved" ? [byClock] : [])];
      expect(next.length, JSON.stringify([type.moves, type.states, facts.standing])).toBeGreaterThan(0);
      const chosen = next[turn() % next.length];
      if (chosen !== undefined) events.push(chosen);
    }
  }), { numRuns: 6_000 });
  expect(passed).toBeGreaterThan(100);
  expect(refused).toBeGreaterThan(100);
}, 120_000);
