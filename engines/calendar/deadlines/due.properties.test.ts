import fc from "fast-check";
import { expect, test } from "vitest";
import { dayNumber, dayOfNumber } from "../day.ts";
import { dayKind, isWorked } from "../days-off/day-kind.ts";
import { type Due, dueAt, type Term } from "./due.ts";
import { epochAt, MINUTE, shanghaiTime } from "./instant.ts";
import type { WorkingPattern } from "./working-pattern.ts";
import { workingDaysBetween } from "./worked-days.ts";

/** Moments to the minute, most of them near the holidays that move days. */
const FIRST = epochAt("2007-01-01", 0) / MINUTE;
const LAST = epochAt("2025-06-30", 0) / MINUTE;
const NEAR = fc.constantFrom("2008-02-01", "2012-09-28", "2015-09-02", "2018-12-27", "2019-04-27", "2020-01-17", "2021-02-05", "2023-09-28").map((day) => epochAt(day, 0) / MINUTE);
const RECEIVED = fc.oneof(fc.integer({ min: FIRST, max: LAST }), fc.tuple(NEAR, fc.integer({ min: 0, max: 20_000 })).map(([from, minutes]) => from + minutes)).map((minute) => minute * MINUTE);

const clock = (minute: number): string => `${String(Math.floor(minute / 60)).padStart(2, "0")}:${String(minute % 60).padStart(2, "0")}`;
const SPANS = fc.uniqueArray(fc.integer({ min: 0, max: 48 }), { minLength: 2, maxLength: 6 }).chain((halfHours) => fc.integer({ min: 0, max: 29 }).map((shift) => {
  // Spans of half an hour at least, so that no term goes beyond what is announced.
  const times = halfHours.toSorted((one, other) => one - other).map((halfHour) => halfHour * 30 + (halfHours.includes(48) ? 0 : shift));
  return times.flatMap((from, at) => { const to = times[at + 1] ?? 0; return at % 2 === 0 && from < to ? [{ from: clock(from), to: clock(to) }] : []; });
})).filter((spans) => spans.length > 0);
const PATTERN: fc.Arbitrary<WorkingPattern> = fc.oneof(
  fc.constant({ spans: [{ from: "08:30", to: "12:00" }, { from: "14:30", to: "17:30" }] }),
  SPANS.map((spans) => ({ spans })),
  fc.tuple(SPANS, SPANS).map(([spans, summer]) => ({ spans, seasons: [{ from: "05-01", to: "09-30", spans: summer }] })),
);
const DAY_UNIT = fc.constantFrom<Term["unit"]>("days", "working-days");

const known = (due: Due) => {
  if (due.kind !== "due") throw new Error(`not announced: ${due.year}`);
  return due;
};
const inMinutes = (received: number, minutes: number, pattern: WorkingPattern) => known(dueAt(received, { unit: "working-hours", count: minutes / 60 }, pattern));

/** Is the office open in the minute that begins at a moment? Read off the pattern's own words. */
function isOpen(epoch: number, { spans, seasons = [] }: WorkingPattern): boolean {
  const { day, since } = shanghaiTime(epoch);
  const time = clock(since / MINUTE);
  const season = seasons.find(({ from, to }) => from <= day.slice(5) && day.slice(5) <= to);
  return isWorked(dayKind(day)) && (season?.spans ?? spans).some(({ from, to }) => from <= time && time < to);
}

test("working hours are the open minutes, counted one by one", () => {
  fc.assert(fc.property(RECEIVED, fc.integer({ min: 1, max: 300 }), PATTERN, (received, minutes, pattern) => {
    let [at, left] = [received, minutes];
    for (; left > 0 && at < received + 60 * 1_440 * MINUTE; at += MINUTE) if (isOpen(at, pattern)) left -= 1;
    fc.pre(left === 0);
    expect(inMinutes(received, minutes, pattern).at).toBe(at);
  }), { numRuns: 250 });
});

test("working days are the worked days after the day of receipt, counted one by one", () => {
  fc.assert(fc.property(RECEIVED, fc.integer({ min: 1, max: 40 }), PATTERN, (received, count, pattern) => {
    const start = shanghaiTime(received).day;
    const { day } = known(dueAt(received, { unit: "working-days", count }, pattern));
    const after = Array.from({ length: dayNumber(day) - dayNumber(start) }, (_, at) => dayOfNumber(dayNumber(start) + at + 1));
    expect(after.filter((each) => isWorked(dayKind(each)))).toHaveLength(count);
    expect(workingDaysBetween(start, day)).toEqual({ kind: "counted", count });
  }), { numRuns: 500 });
});

test("received later is never due earlier, and a longer term never ends earlier", () => {
  fc.assert(fc.property(RECEIVED, fc.integer({ min: 0, max: 10_000 }), fc.integer({ min: 1, max: 60 }), fc.integer({ min: 0, max: 20 }), fc.constantFrom<Term["unit"]>("days", "hours", "working-days", "working-hours"), PATTERN,
    (received, later, count, longer, unit, pattern) => {
      const { at } = known(dueAt(received, { unit, count }, pattern));
      expect(known(dueAt(received + later * MINUTE, { unit, count }, pattern)).at).toBeGreaterThanOrEqual(at);
      expect(known(dueAt(received, { unit, count: count + longer }, pattern)).at).toBeGreaterThanOrEqual(at);
    }), { numRuns: 500 });
});

test("one term after another is the sum of both", () => {
  fc.assert(fc.property(RECEIVED, fc.integer({ min: 1, max: 3_000 }), fc.integer({ min: 1, max: 3_000 }), PATTERN, (received, one, other, pattern) => {
    expect(inMinutes(inMinutes(received, one, pattern).at, other, pattern).at).toBe(inMinutes(received, one + other, pattern).at);
  }), { numRuns: 500 });
  fc.assert(fc.property(RECEIVED, fc.integer({ min: 1, max: 30 }), fc.integer({ min: 1, max: 30 }), PATTERN, (received, one, other, pattern) => {
    const first = known(dueAt(received, { unit: "working-days", count: one }, pattern));
    const then = dueAt(epochAt(first.day, 0), { unit: "working-days", count: other }, pattern);
    expect(then).toEqual(dueAt(received, { unit: "working-days", count: one + other }, pattern));
  }), { numRuns: 500 });
});

test("nothing in working time or in days is due outside it", () => {
  fc.assert(fc.property(RECEIVED, fc.integer({ min: 1, max: 60 }), fc.oneof(DAY_UNIT, fc.constant<Term["unit"]>("working-hours")), PATTERN, (received, count, unit, pattern) => {
    const { at, day } = known(dueAt(received, { unit, count }, pattern));
    expect(isWorked(dayKind(day))).toBe(true);
    // The last minute before it is open: it ends within a span or with one.
    expect(isOpen(at - MINUTE, pattern)).toBe(true);
    expect(at).toBeGreaterThan(received);
  }), { numRuns: 500 });
});

test("counts of working days over a day between add up", () => {
  const DAY = fc.integer({ min: dayNumber("2007-01-01"), max: dayNumber("2026-12-24") }).map(dayOfNumber);
  const counted = (from: string, to: string): number => {
    const between = workingDaysBetween(from, to);
    if (between.kind !== "counted") throw new Error(`not announced: ${between.year}`);
    return between.count;
  };
  fc.assert(fc.property(DAY, DAY, DAY, (one, two, three) => { expect(counted(one, two) + counted(two, three)).toBe(counted(one, three)); }), { numRuns: 100 });
});
