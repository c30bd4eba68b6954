import { describe, expect, test } from "vitest";
import { officialDays, PAPERS } from "../days-off/official-days.ts";
import { dueAt, type Term } from "./due.ts";
import { WHOLE_DAY, type WorkingPattern } from "./working-pattern.ts";
import { workingDaysBetween } from "./worked-days.ts";

const OFFICE: WorkingPattern = { spans: [{ from: "08:30", to: "12:00" }, { from: "14:30", to: "17:30" }] };

const due = (received: string, count: number, unit: Term["unit"], pattern = OFFICE): string => {
  const answer = dueAt(`${received}+08:00`, { unit, count }, pattern);
  return answer.kind === "due" ? `${answer.day} ${answer.time}` : `not announced: ${answer.year}`;
};

describe("working days: the day of receipt does not count, due as the office closes", () => {
  test.each([
    ["received on a Monday", "2021-03-01T09:00", 1, "2021-03-02 17:30"],
    ["received early or late makes no difference", "2021-03-01T23:59", 1, "2021-03-02 17:30"],
    ["over a weekend", "2021-03-04T09:00", 2, "2021-03-08 17:30"],
    ["received on a Saturday", "2021-03-06T10:00", 1, "2021-03-08 17:30"],
    ["over Spring Festival, with the Saturday worked after it", "2021-02-10T09:00", 3, "2021-02-20 17:30"],
    ["received on the Friday before a worked Sunday", "2021-02-05T16:00", 1, "2021-02-07 17:30"],
    ["received during the holiday", "2021-02-12T00:00", 1, "2021-02-18 17:30"],
    ["over the lengthened holiday of 2020", "2020-01-23T09:00", 1, "2020-02-03 17:30"],
    ["twenty days of a permit (行政许可法 42 条), over two holidays and three worked weekend days", "2021-09-17T09:00", 20, "2021-10-21 17:30"],
    ["over the end of a year that moves days of December", "2018-12-28T09:00", 2, "2019-01-02 17:30"],
  ])("%s", (_, received, count, when) => { expect(due(received, count, "working-days")).toBe(when); });

  test("an office without hours of its own has until 24:00", () => {
    expect(dueAt("2021-03-01T09:00:00+08:00", { unit: "working-days", count: 1 }, WHOLE_DAY)).toEqual({ kind: "due", at: Date.parse("2021-03-03T00:00:00+08:00"), day: "2021-03-02", time: "24:00" });
  });
});

describe("natural days: every day counts but that of receipt; a last day that is not worked moves to the next worked one", () => {
  test.each([
    ["within a week", "2021-03-01T09:00", 3, "2021-03-04 17:30"],
    ["ends on a Saturday", "2021-03-01T09:00", 5, "2021-03-08 17:30"],
    ["ends on a Saturday that is worked", "2021-02-10T09:00", 10, "2021-02-20 17:30"],
    ["ends within Spring Festival", "2021-02-01T09:00", 15, "2021-02-18 17:30"],
    ["goes over a holiday and ends on a working day", "2021-02-10T09:00", 9, "2021-02-19 17:30"],
  ])("%s", (_, received, count, when) => { expect(due(received, count, "days")).toBe(when); });
});

describe("working hours: the time the office is open", () => {
  test.each([
    ["within the morning", "2021-03-01T09:00", 2, "2021-03-01 11:00"],
    ["over the midday break", "2021-03-01T11:00", 2, "2021-03-01 15:30"],
    ["used up as the office closes is due then", "2021-03-01T11:00", 1, "2021-03-01 12:00"],
    ["received in the break", "2021-03-01T13:00", 1, "2021-03-01 15:30"],
    ["received after closing", "2021-03-01T20:00", 1, "2021-03-02 09:30"],
    ["a third of an hour", "2021-03-01T09:00", 1 / 3, "2021-03-01 09:20"],
    ["received at the minute of closing", "2021-03-01T17:30", 0.5, "2021-03-02 09:00"],
    ["over a weekend", "2021-03-05T17:00", 1, "2021-03-08 09:00"],
    ["into Spring Festival", "2021-02-10T17:00", 1.5, "2021-02-18 09:30"],
  ])("%s", (_, received, count, when) => { expect(due(received, count, "working-hours")).toBe(when); });

  test("seconds are kept in the moment and not shown", () => {
    expect(dueAt("2021-03-01T09:00:30+08:00", { unit: "working-hours", count: 1 }, OFFICE)).toEqual({ kind: "due", at: Date.parse("2021-03-01T10:00:30+08:00"), day: "2021-03-01", time: "10:00" });
  });
});

test("hours run by the clock, on days off too", () => {
  expect(due("2021-02-11T20:00", 24, "hours")).toBe("2021-02-12 20:00");
  expect(due("2035-01-01T00:00", 2, "hours")).toBe("2035-01-01 02:00");
});

test("a moment is the same in every offset", () => {
  for (const received of [Date.parse("2021-03-01T15:59:00Z"), "2021-03-01T15:59Z", "2021-03-01T23:59:00+08:00", "2021-03-01T10:59:00-05:00"]) {
    expect(dueAt(received, { unit: "working-days", count: 1 }, OFFICE)).toMatchObject({ day: "2021-03-02" });
  }
});

test("a season has its own hours, also over the end of a year", () => {
  const summer: WorkingPattern = { ...OFFICE, seasons: [{ from: "05-01", to: "09-30", spans: [{ from: "08:30", to: "12:00" }, { from: "15:00", to: "18:00" }] }] };
  expect([due("2021-06-01T09:00", 1, "working-days", summer), due("2021-09-29T09:00", 1, "working-days", summer)]).toEqual(["2021-06-02 18:00", "2021-09-30 18:00"]);
  expect(due("2021-04-30T17:00", 1, "working-hours", summer)).toBe("2021-05-06 09:00");
  const winter: WorkingPattern = { ...OFFICE, seasons: [{ from: "11-01", to: "03-31", spans: [{ from: "09:00", to: "16:30" }] }] };
  expect([due("2021-01-04T09:00", 1, "working-days", winter), due("2021-04-01T09:00", 1, "working-days", winter)]).toEqual(["2021-01-05 16:30", "2021-04-02 17:30"]);
});

describe("a year that is not announced", () => {
  test("is named by every count that needs it, and by no other", () => {
    expect(due("2026-12-20T09:00", 20, "working-days")).toBe("not announced: 2027");
    expect(due("2026-12-23T09:00", 40, "working-hours")).toBe("not announced: 2027");
    expect(due("2026-12-20T09:00", 30, "days")).toBe("not announced: 2027");
    expect(due("2006-12-01T09:00", 3, "working-days")).toBe("not announced: 2006");
    expect(due("2006-06-01T09:00", 365, "days")).toBe("2007-06-01 17:30");
    expect(due("2026-12-22T09:00", 2, "working-days")).toBe("2026-12-24 17:30");
    expect(workingDaysBetween("2026-12-01", "2027-01-05")).toEqual({ kind: "not-announced", year: 2027 });
  });
  test("is counted once its paper is given", () => {
    const days = officialDays([...PAPERS, { year: 2027, announces: true, paper: { title: "某通知", number: null, dated: "2026-11-30" }, arrangements: [{ feasts: ["new-year"], off: ["2027-01-01/2027-01-03"], work: [] }] }]);
    expect(dueAt("2026-12-30T09:00:00+08:00", { unit: "working-days", count: 2 }, OFFICE, days)).toMatchObject({ day: "2027-01-04" });
  });
});

test("working days between two days count as deadlines do", () => {
  expect(workingDaysBetween("2021-02-10", "2021-02-20")).toEqual({ kind: "counted", count: 3 });
  expect(workingDaysBetween("2021-02-20", "2021-02-10")).toEqual({ kind: "counted", count: -3 });
  expect(workingDaysBetween("2021-02-11", "2021-02-17")).toEqual({ kind: "counted", count: 0 });
  expect(workingDaysBetween("2021-02-17", "2021-02-11")).toEqual({ kind: "counted", count: 0 });
});

describe("mistakes of the caller throw", () => {
  test.each(["2021-03-01T09:00", "2021-03-01", "2021-02-30T25:00:00Z", "", Number.NaN, 1.5])("a moment that is none: %s", (received) => {
    expect(() => dueAt(received, { unit: "hours", count: 1 }, OFFICE)).toThrow("Not a moment");
  });
  test.each([["days", 0], ["days", 1.5], ["working-days", -1], ["working-hours", 0.001], ["hours", Number.NaN], ["days", Infinity]] as const)("a term that is none: %s %d", (unit, count) => {
    expect(() => dueAt(0, { unit, count }, OFFICE)).toThrow("Not a term");
  });
  test.each([
    [[]], [[{ from: "12:00", to: "08:30" }]], [[{ from: "08:30", to: "12:00" }, { from: "11:00", to: "17:30" }]], [[{ from: "08:30", to: "24:30" }]], [[{ from: "8:30", to: "12:00" }]], [[{ from: "08:60", to: "12:00" }]],
  ])("opening spans that are none: %j", (spans) => { expect(() => dueAt(0, { unit: "hours", count: 1 }, { spans })).toThrow(/^Not/); });
  test("a season that is none", () => { expect(() => dueAt(0, { unit: "hours", count: 1 }, { ...OFFICE, seasons: [{ from: "5-1", to: "09-30", spans: OFFICE.spans }] })).toThrow("Not a season"); });
});
