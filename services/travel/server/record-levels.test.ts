import { inTransaction } from "#platform/db/server";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import fc from "fast-check";
import { areaKey, type ListedArea, type RiskLevel } from "../risk-list/index.ts";
import { placeOf } from "../risk-map/index.ts";
import { area, CITY, exampleLevels, inChina, list, type ExampleLevels } from "./example-levels.ts";
import { findAreas, lastNumber } from "./store.ts";

let levels: ExampleLevels;
beforeEach(async () => { levels = await exampleLevels(); });
afterEach(() => levels.stop());

const PERSON = "01890000-0000-7000-8000-00000000000a";
let commands = 0;
const key = (base: number) => ({ person: PERSON, commandKey: `command-${commands += 1}`, base });
const known = async (at: string, number: number) => (await inTransaction(levels.database.pool, { districts: [CITY], actor: "test" }, (tx) => findAreas(tx, CITY, { at: inChina(at), known: number }))).map(({ level, below }) => `${below.join("")} ${level}`).toSorted();
const levelNow = (asked: ListedArea): RiskLevel | "which" => {
  const place = placeOf(asked);
  const found = place === null ? null : levels.keeper.current().map.levelOf(place);
  return found?.kind === "level" ? found.level : "which";
};

describe("a list", () => {
  test("is written as what it changes, and names the version of all levels", async () => {
    const first = await levels.recorder.recordList(key(0), list("2021-01-25T09:00", [area("high", "甲"), area("medium", "乙")]));
    const second = await levels.recorder.recordList(key(1), list("2021-01-26T09:00", [area("medium", "甲"), area("medium", "丙")]));
    expect([first, second]).toEqual([{ kind: "recorded", number: 1, added: 2, changed: 0, removed: 0 }, { kind: "recorded", number: 2, added: 1, changed: 1, removed: 1 }]);
    expect(await known("2021-01-25T12:00", 2)).toEqual(["乙村 medium", "甲村 high"]);
    expect(await known("2021-01-26T09:00", 2)).toEqual(["丙村 medium", "甲村 medium"]);
    expect(await known("2021-01-26T09:00", 1)).toEqual(["乙村 medium", "甲村 high"]);
    expect(await known("2021-01-25T08:59", 2)).toEqual([]);
  });
  test("sent twice under one key is recorded once; another one under the same key is refused", async () => {
    const same = { person: PERSON, commandKey: "the-list", base: 0 };
    const order = list("2021-01-25T09:00", [area("high", "甲")]);
    const answers = await Promise.all([levels.recorder.recordList(same, order), levels.recorder.recordList(same, order)]);
    expect(answers).toEqual([answers[0], answers[0]]);
    expect(await levels.recorder.recordList(same, list("2021-01-25T09:00", [area("high", "乙")]))).toEqual({ kind: "key-used" });
    expect(await known("2021-01-26T09:00", 9)).toEqual(["甲村 high"]);
  });
  test("is not recorded over something the officer has not seen", async () => {
    await levels.recorder.recordList(key(0), list("2021-01-25T09:00", [area("high", "甲")]));
    expect(await levels.recorder.recordList(key(0), list("2021-01-26T09:00", []))).toEqual({ kind: "outdated", number: 1 });
  });
  test("is looked at before it is recorded, and the same bytes are known again", async () => {
    const order = list("2021-01-25T09:00", [area("high", "甲")]);
    await levels.recorder.recordList(key(0), order);
    const { base, difference, until, sameFile } = await levels.recorder.previewList(PERSON, { ...order, areas: [area("high", "甲"), area("high", "乙")] });
    expect([base, difference.added.length, difference.same, until, sameFile]).toEqual([1, 1, 1, null, 1]);
    expect(await levels.recorder.bringList(order)).toBe("there");
  });
});

test("whatever lists come in whatever order, every moment has the latest list that had begun, and every earlier state of knowledge stays as it was", async () => {
  const NAMES = ["甲", "乙", "丙"];
  const listed = fc.record({ hour: fc.integer({ min: 10, max: 16 }), levels: fc.tuple(...NAMES.map(() => fc.constantFrom("low", "medium", "high" as const, null))) });
  await fc.assert(fc.asyncProperty(fc.array(listed, { minLength: 1, maxLength: 6 }), async (lists) => {
    const base = await inTransaction(levels.database.pool, { districts: [CITY], actor: "test" }, (tx) => lastNumber(tx, CITY));
    const day = `2021-02-${String(1 + base % 28).padStart(2, "0")}`;
    const year = 2021 + Math.floor(base / 28);
    const at = (hour: number) => `${year}${day.slice(4)}T${hour}:00`;
    const model: { hour: number; state: readonly string[] }[] = [];
    const seen: { number: number; states: readonly (readonly string[])[] }[] = [];
    const HOURS = [10, 11, 12, 13, 14, 15, 16, 17];
    for (const [index, { hour, levels: given }] of lists.entries()) {
      const areas = NAMES.flatMap((name, place) => (given[place] === null || given[place] === undefined ? [] : [area(given[place] as RiskLevel, name)]));
      const outcome = await levels.recorder.recordList(key(base + index), list(at(hour), areas, String(base + index)));
      expect(outcome.kind).toBe("recorded");
      model.push({ hour, state: areas.map(({ level, below }) => `${below.join("")} ${level}`).toSorted() });
      const states: (readonly string[])[] = [];
      for (const asked of HOURS) {
        const latest = model.filter((each) => each.hour <= asked).reduce<{ hour: number; state: readonly string[] } | null>((best, each) => (best === null || each.hour >= best.hour ? each : best), null);
        const found = await known(at(asked), base + index + 1);
        if (latest !== null) expect(found).toEqual(latest.state);
        states.push(found);
      }
      seen.push({ number: base + index + 1, states });
    }
    for (const { number, states } of seen) for (const [place, asked] of HOURS.entries()) expect(await known(at(asked), number)).toEqual(states[place]);
  }), { numRuns: 12 });
});

describe("what the city states itself", () => {
  const place = area("low", "甲");
  const { level: _level, ...where } = place;
  test("stands beside the list, the higher level holds, and it ends by itself", async () => {
    await levels.recorder.recordList(key(0), list("2021-01-25T09:00", [area("medium", "甲")]));
    await levels.recorder.recordChange(key(1), { place: where, level: "high", from: inChina("2021-01-26T12:00"), to: inChina("2021-01-26T18:00"), source: "指挥部电话" });
    const asked: (RiskLevel | "which")[] = [];
    for (const moment of ["2021-01-26T11:59", "2021-01-26T12:00", "2021-01-26T17:59", "2021-01-26T18:00"]) {
      levels.setNow(moment);
      await levels.keeper.refresh();
      asked.push(levelNow(place));
    }
    expect(asked).toEqual(["medium", "high", "high", "medium"]);
  });
  test("is lifted from a moment on, and what was answered before is still found", async () => {
    await levels.recorder.recordList(key(0), list("2021-01-25T09:00", []));
    await levels.recorder.recordChange(key(1), { place: where, level: "medium", from: inChina("2021-01-26T09:00"), to: null, source: "演练" });
    levels.setNow("2021-01-27T20:00");
    expect(await levels.recorder.recordChange(key(2), { place: where, level: null, from: inChina("2021-01-27T12:00"), to: null, source: "演练" })).toMatchObject({ kind: "recorded", removed: 1 });
    expect(await levels.recorder.recordChange(key(3), { place: where, level: null, from: inChina("2021-01-28T12:00"), to: null, source: "演练" })).toEqual({ kind: "nothing-to-lift" });
    expect([await known("2021-01-27T11:59", 3), await known("2021-01-27T12:00", 3), await known("2021-01-27T12:00", 2)]).toEqual([["甲村 medium"], [], ["甲村 medium"]]);
  });
});

test("what was answered on a past evening is reproduced after later changes", async () => {
  await levels.recorder.recordList(key(0), list("2021-01-25T09:00", [area("high", "甲")]));
  levels.setNow("2021-01-26T20:00");
  await levels.keeper.refresh();
  const then = levels.keeper.current();
  levels.setNow("2021-01-28T10:00");
  // A correction of that very list, and a later one.
  await levels.recorder.recordList(key(1), list("2021-01-25T09:00", [area("medium", "乙")]));
  await levels.recorder.recordList(key(2), list("2021-01-28T09:00", []));
  await levels.keeper.refresh();
  const again = await levels.keeper.at(inChina("2021-01-26T20:00"));
  expect([again.number, again.areas.map(areaKey), again.list?.number]).toEqual([then.number, then.areas.map(areaKey), 1]);
  expect([levels.keeper.current().number, levels.keeper.current().areas]).toEqual([3, []]);
});

test("a server that missed a change learns of it by asking, and asks in vain when nothing changed", async () => {
  expect(await levels.keeper.refresh()).toBe(true);
  expect(await levels.keeper.refresh()).toBe(false);
  await levels.recorder.recordList(key(0), list("2021-01-25T09:00", [area("high", "甲")]));
  expect([await levels.keeper.refresh(), levelNow(area("low", "甲"))]).toEqual([true, "high"]);
});
