import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { bodyKey, headcountFaults, publicShares, showingOf, sumOf, sumsByPlace, wholePercents, type FiledHeadcount, type StayingPack } from "./index.ts";

const SETTINGS: Pick<StayingPack, "kinds" | "reasons"> = {
  kinds: ["school", "firm"].map((key) => ({ key, name: { zh: key, en: key }, duty: "a.b" })),
  reasons: { value: ["medical", "other"].map((key) => ({ key, name: { zh: key, en: key } })), source: { zh: "拟定", en: "given" }, asOf: "2026-11-29" },
};
const GOOD: FiledHeadcount = { district: "150702", body: "第一中学", kind: "school", day: "2021-01-26", total: 100, staying: 70, leaving: 20, reasons: { medical: 5, other: 15 } };
const faults = (given: Partial<FiledHeadcount>) => headcountFaults({ ...GOOD, ...given }, SETTINGS, "2021-01-26").map(({ field, problem }) => [field, problem.en]);

describe("a headcount", () => {
  test("that adds up has no fault, whatever its day in the last two months", () => {
    for (const day of ["2021-01-26", "2021-01-01", "2020-12-01"]) expect(faults({ day })).toEqual([]);
    expect(faults({ total: 0, staying: 0, leaving: 0, reasons: {} })).toEqual([]);
  });
  test.each([
    [{ body: " 一 " }, "body", "The name of the body is missing"], [{ kind: "bank" }, "kind", "No kind of body is chosen"],
    [{ day: "2021-01-27" }, "day", "This day is still to come"], [{ day: "2020-01-26" }, "day", "This day is more than 60 days ago"],
    [{ staying: 81 }, "total", "81 staying and 20 leaving are more than 100 in all"], [{ reasons: { medical: 5 } }, "reasons", "The reasons add up to 5, but 20 are leaving"],
    [{ reasons: { medical: 5, tourism: 15 } }, "reasons.tourism", "There is no such reason"],
  ] as const)("%j: %s", (given, field, problem) => expect(faults(given)).toEqual([[field, problem]]));
  test("is of the same body however the name is typed", () => {
    expect(bodyKey("ABC　学校 ")).toBe(bodyKey("ａｂｃ学校"));
    expect(bodyKey("第一中学")).not.toBe(bodyKey("第二中学"));
  });
});

/** Headcounts that may be filed, one a body. */
const filed = fc.array(fc.record({
  district: fc.constantFrom("150702", "150703"), kind: fc.constantFrom("school", "firm"), day: fc.constantFrom("2021-01-25", "2021-01-26"),
  staying: fc.nat(5_000), open: fc.nat(500), medical: fc.nat(200), other: fc.nat(200),
}), { maxLength: 30 }).map((all) => all.map(({ medical, other, open, staying, ...rest }, at): FiledHeadcount => ({ ...rest, body: `单位${at}`, staying, leaving: medical + other, total: staying + medical + other + open, reasons: { medical, other } })));

describe("sums", () => {
  test("of all places and kinds are the sum of all, and reasons add up to those who leave", () => fc.assert(fc.property(filed, (all) => {
    expect(all.flatMap((each) => headcountFaults(each, SETTINGS, "2021-01-26"))).toEqual([]);
    const whole = sumOf(all, "2021-01-26");
    const parts = sumsByPlace(all, ["150702", "150703"], ["school", "firm"]);
    for (const name of ["bodies", "total", "staying", "leaving"] as const) expect(parts.reduce((sum, part) => sum + part[name], 0)).toBe(whole[name]);
    for (const { staying, leaving, total, reasons, largest, latest, bodies } of [whole, ...parts]) {
      expect(staying + leaving).toBeLessThanOrEqual(total);
      expect(Object.values(reasons).reduce((sum, people) => sum + people, 0)).toBe(leaving);
      expect([largest <= total, latest <= bodies]).toEqual([true, true]);
    }
  })));
  test("leave a body of nobody out: a filing under a wrong name is taken back", () => {
    expect(sumOf([GOOD, { ...GOOD, body: "第一中字", total: 0, staying: 0, leaving: 0, reasons: {} }], null)).toMatchObject({ bodies: 1, total: 100 });
  });
});

test("whole percents add up to 100, and none is further than one from the exact share", () => fc.assert(fc.property(fc.array(fc.nat(100_000), { minLength: 1, maxLength: 8 }), (parts) => {
  const total = parts.reduce((sum, part) => sum + part, 0);
  const percents = wholePercents(parts);
  expect(percents.reduce((sum, percent) => sum + percent, 0)).toBe(total === 0 ? 0 : 100);
  if (total > 0) parts.forEach((part, at) => expect(Math.abs((percents[at] ?? 0) - (part * 100) / total)).toBeLessThan(1));
})));

describe("what the public sees", () => {
  const bodies = (count: number, given: Partial<FiledHeadcount> = {}): FiledHeadcount[] => Array.from({ length: count }, (_, at) => ({ ...GOOD, body: `学校${at}`, ...given }));
  test("begins with the fifth body of a kind", () => {
    expect(publicShares(bodies(4), SETTINGS)).toBeNull();
    expect(publicShares([...bodies(5), ...bodies(4, { kind: "firm" })], SETTINGS)).toEqual({
      day: "2021-01-26", kinds: [{ kind: "school", bodies: 5, latest: 5, staying: 70, leaving: 20, open: 10 }], reasons: [{ reason: "other", percent: 75 }, { reason: "medical", percent: 25 }],
    });
  });
  test("leaves out a kind where nearly everybody is at one body", () => {
    const large = { ...GOOD, body: "大学校", total: 5_000, staying: 4_000, leaving: 0, reasons: {} };
    expect(publicShares([large, ...bodies(8)], SETTINGS)).toBeNull();
    expect(showingOf(sumOf([large, ...bodies(8)], null))).toBe("one-body-is-most");
  });
  test("says how many are of the last day, and gives no reasons of a few people", () => {
    const few = bodies(5, { leaving: 1, reasons: { medical: 1 } });
    expect(publicShares([...few.slice(1), { ...GOOD, body: "晚报的", day: "2021-01-20", leaving: 0, reasons: {} }], SETTINGS)).toMatchObject({ kinds: [{ bodies: 5, latest: 4 }], reasons: [] });
  });
  test("counts a reason the pack no longer lists among those not sorted", () => {
    expect(publicShares(bodies(5, { reasons: { tourism: 20 } }), SETTINGS)?.reasons).toEqual([{ reason: null, percent: 100 }]);
  });
  test("shows no number of people at all, so that what is filed cannot be worked out", () => fc.assert(fc.property(filed, (all) => {
    const shares = publicShares(all, SETTINGS);
    for (const { kind, staying, leaving, open } of shares?.kinds ?? []) {
      expect(showingOf(sumOf(all.filter((each) => each.kind === kind), null))).toBe("shown");
      expect(staying + leaving + open).toBe(100);
    }
  })));
});
