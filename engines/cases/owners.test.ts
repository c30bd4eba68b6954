import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { HELP_TYPE, ROAD_BLOCK_TYPE } from "./example-types.ts";
import { barredOfficers, type CaseEvent, type CaseFacts, type CaseType, clockStep, isListedFor, isOpen, makeMove, OFFICIAL_CALENDAR, type Officer, offeredMoves, ownersOf, standingOf } from "./index.ts";

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

type Person = { name: string; active: boolean; posts: string[] };
type Lives = { readonly kind: "move" | "assign" | "hand-over" | "clock" | "join" | "leave" | "lose" | "come-back"; readonly who: number; readonly what: number };
const life: fc.Arbitrary<Lives> = fc.record({ kind: fc.constantFrom("move", "move", "move", "assign", "hand-over", "clock", "clock", "join", "leave", "lose", "come-back"), who: fc.nat(1_000), what: fc.nat(1_000) });

test("whatever happens to a case and to people, it is never without an owner while it is open, and stands in some officer's worklist while the city has an officer", () => {
  let [steps, ownedByCity, ends] = [0, 0, 0];
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
      expect(owners.kind).not.toBe("nobody");
      if (owners.kind === "city") ownedByCity += 1;
      if (owners.kind === "people") {
        expect(owners.people.length).toBeGreaterThan(0);
        for (const name of owners.people) expect(officers().some((one) => one.person === name && isListedFor(one, district)), `${name} owns it and sees it`).toBe(true);
      }
      // Nobody but the applicant is waited for without the clock running.
      expect(after.dueAt).not.toBeNull();
      if (officers().some(({ active, districts }) => active && districts.includes(CITY))) expect(officers().some((one) => isListedFor(one, district))).toBe(true);
    }
  }), { numRuns: 1_500 });
  expect([steps > 10_000, ownedByCity > 100, ends > 100]).toEqual([true, true, true]);
}, 120_000);
