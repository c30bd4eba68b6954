import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { HELP_TYPE, ROAD_BLOCK_TYPE } from "./example-types.ts";
import { barredOfficers, type CaseEvent, type CaseFacts, type CaseType, clockStep, isOpen, makeMove, OFFICIAL_CALENDAR, type Officer, offeredMoves, ownersOf, standingOf, stateOf } from "./index.ts";

const [CITY, HERE, THERE] = ["150700", "150702", "150703"];
const AT = "2021-01-26T01:00:00.000Z";
const opened = (type: CaseType): CaseEvent => ({ seq: 1, at: AT, actor: { kind: "applicant" }, kind: "opened", state: type.initial, via: "portal", proxy: false });
const standing = (type: CaseType, ...events: readonly CaseEvent[]) => standingOf(type, [opened(type), ...events], OFFICIAL_CALENDAR);
const person = (name: string, ...districts: readonly string[]): Officer => ({ person: name, active: true, districts });
const own = (officers: readonly Officer[], at = standing(ROAD_BLOCK_TYPE), type = ROAD_BLOCK_TYPE, barred = new Set<string>()) => ownersOf(type, at, { district: HERE, city: CITY, officers, barred });
const CITYS = person("city", CITY, HERE, THERE);

describe("a case is owned", () => {
  const assigned = standing(ROAD_BLOCK_TYPE, { seq: 2, at: AT, actor: { kind: "clock" }, kind: "assigned", to: "a" });
  test("by whoever has it in hand, as long as that person is there and permitted", () => {
    expect(own([person("a", HERE), person("b", HERE), CITYS], assigned)).toEqual({ kind: "people", people: ["a"] });
    expect(own([{ ...person("a", HERE), active: false }, person("b", HERE), CITYS], assigned)).toEqual({ kind: "people", people: ["b"] });
    expect(own([person("a", THERE), person("b", HERE), CITYS], assigned)).toEqual({ kind: "people", people: ["b"] });
  });
  test("by the district's officers, by the city's where there are none, by the city itself where nobody is", () => {
    expect(own([person("a", HERE), person("b", HERE), person("c", THERE), CITYS])).toEqual({ kind: "people", people: ["a", "b"] });
    expect(own([person("c", THERE), CITYS])).toEqual({ kind: "people", people: ["city"] });
    expect(own([person("c", THERE)])).toEqual({ kind: "city" });
  });
  test("by the city's officers too once it is overdue", () => {
    expect(own([person("a", HERE), CITYS], standing(ROAD_BLOCK_TYPE, { seq: 2, at: AT, actor: { kind: "clock" }, kind: "escalated", dueAt: AT }))).toEqual({ kind: "people", people: ["a", "city"] });
  });
  test("by the city's officers where the district's may make none of its moves", () => {
    expect(own([person("a", HERE), CITYS], standing(ROAD_BLOCK_TYPE), ROAD_BLOCK_TYPE, new Set(["a"]))).toEqual({ kind: "people", people: ["city"] });
  });
});

/** Is there a move out of its state that is not kept for others than this officer? */
function mayAct(facts: CaseFacts, { person: name, districts }: Officer): boolean {
  const made = facts.type.moves.filter(({ from, by }) => from.includes(facts.standing.state) && by !== "applicant" && by !== "clock");
  const makers = (keys: readonly string[]) => facts.events.flatMap((event) => (event.kind === "moved" && event.actor.kind === "officer" && (keys.length === 0 || keys.includes(event.move)) ? [event.actor.person] : []));
  return districts.length > 0 && (made.length === 0 || made.some(({ by, notBy }) => (by !== "another-officer" && notBy.length === 0) || !makers(notBy).includes(name)));
}

type Person = { name: string; active: boolean; posts: string[] };
type Lives = { readonly kind: "move" | "assign" | "hand-over" | "clock" | "join" | "leave" | "lose" | "come-back"; readonly who: number; readonly what: number };
const life: fc.Arbitrary<Lives> = fc.record({ kind: fc.constantFrom("move", "move", "move", "assign", "hand-over", "clock", "clock", "join", "leave", "lose", "come-back"), who: fc.nat(1_000), what: fc.nat(1_000) });

/** The worklist holds the cases of the officer's districts. */
const isListedFor = ({ active, districts }: Officer, district: string): boolean => active && districts.includes(district);

test("whatever happens to a case and to people, it has an owner while it is open: the applicant where it is their turn, else whoever is there and may do something, and the city itself only where nobody is", () => {
  let [steps, ownedByCity, ends, held] = [0, 0, 0, 0];
  fc.assert(fc.property(fc.constantFrom(ROAD_BLOCK_TYPE, HELP_TYPE), fc.array(life, { minLength: 5, maxLength: 60 }), (type, lives) => {
    const people: Person[] = [{ name: "p0", active: true, posts: [HERE] }, { name: "p1", active: true, posts: [CITY] }];
    const officers = (): readonly Officer[] => people.map(({ name, active, posts }) => ({ person: name, active, districts: posts.includes(CITY) ? [CITY, HERE, THERE] : posts }));
    const events: CaseEvent[] = [opened(type)];
    let [district, now] = [HERE, Date.parse(AT)];
    for (const { kind, who, what } of lives) {
      now += 20 * 60_000 * (1 + (what % 50));
      const facts: CaseFacts = { type, answers: { kind: "earth", what: "food" }, events, standing: standingOf(type, events, OFFICIAL_CALENDAR), calendar: OFFICIAL_CALENDAR };
      const each = people[who % people.length];
      const at = new Date(now).toISOString();
      const [seq, actor] = [events.length + 1, { kind: "officer", person: each?.name ?? "", reach: each?.posts.includes(CITY) === true ? "city" : "district" } as const];
      const open = isOpen(type, facts.standing);
      if (kind === "join") people.push({ name: `p${people.length}`, active: true, posts: [[HERE, THERE, CITY][what % 3] ?? HERE] });
      else if (kind === "leave" && each !== undefined) each.active = false;
      else if (kind === "come-back" && each !== undefined) each.active = true;
      else if (kind === "lose" && each !== undefined) each.posts = [];
      else if (kind === "assign" && open) events.push({ seq, at, actor, kind: "assigned", to: each?.name ?? null });
      else if (kind === "hand-over" && open) { district = district === HERE ? THERE : HERE; events.push({ seq, at, actor, kind: "handed-over", district, reason: "不归我们管" }); }
      else if (kind === "clock") { const event = clockStep(facts, at); if (event !== null) events.push(event); }
      else if (kind === "move" && open) {
        const by = what % 3 === 0 ? { kind: "applicant" } as const : actor;
        const choices = offeredMoves(facts, by, at).filter(({ refusal }) => refusal === null);
        const record = { district, id: "x", number: 1, validToday: choices[what % choices.length]?.move.match === "some" };
        const chosen = choices[what % choices.length]?.move;
        const made = chosen === undefined ? null : makeMove(facts, by, { move: chosen.key, answers: Object.fromEntries(chosen.form.map(({ key }) => [key, 1])), reason: "写明", record, matches: [record] }, at, { districts: [], hours: () => null });
        const event = made?.kind === "event" ? made.event : null;
        if (event !== null) events.push(event);
      }
      const after = standingOf(type, events, OFFICIAL_CALENDAR);
      steps += 1;
      if (!isOpen(type, after)) { ends += 1; expect(ownersOf(type, after, { district, city: CITY, officers: officers() })).toEqual({ kind: "nobody" }); return; }
      const owners = ownersOf(type, after, { district, city: CITY, officers: officers(), barred: barredOfficers(type, after, events) });
      const isCitys = stateOf(type, after.state).owner === "city-officers";
      const able = officers().filter((one) => isListedFor(one, isCitys ? CITY : district) && mayAct({ ...facts, events, standing: after }, one));
      expect(owners.kind).toBe(stateOf(type, after.state).owner === "applicant" ? "applicant" : able.length > 0 ? "people" : "city");
      if (owners.kind === "city") ownedByCity += 1;
      if (owners.kind === "people") {
        expect(owners.people.length).toBeGreaterThan(0);
        for (const name of owners.people) expect(able.map(({ person: one }) => one), `${name} owns it, sees it and may do something`).toContain(name);
        const inHand = able.find((one) => one.person === after.assignee);
        if (inHand !== undefined) { held += 1; expect(owners.people).toContain(inHand.person); }
      }
      // Nobody but the applicant is waited for without the clock running.
      expect(after.dueAt).not.toBeNull();
    }
  }), { numRuns: 1_500 });
  expect([steps > 10_000, ownedByCity > 100, ends > 100, held > 100]).toEqual([true, true, true, true]);
}, 120_000);
