import { describe, expect, test } from "vitest";
import { type Day, dayNumber, daysLater, isWeekend } from "../day.ts";
import { findLunarDate } from "../lunar/lunar-date.ts";
import { dayKind, isWorked } from "./day-kind.ts";
import { OFFICIAL_DAYS, officialDays, PAPERS } from "./official-days.ts";
import type { ArrangedYear } from "./paper.ts";

const kinds = (first: Day, count: number): string[] => Array.from({ length: count }, (_, at) => dayKind(daysLater(first, at)).kind);

describe("Spring Festival 2021", () => {
  test("11 to 17 February are off, Sunday the 7th and Saturday the 20th are worked, by the paper of 25 November 2020", () => {
    expect(kinds("2021-02-06", 16)).toEqual([
      "weekend", "make-up-working-day", "working-day", "working-day", "working-day",
      "day-off", "day-off", "day-off", "day-off", "day-off", "day-off", "day-off",
      "working-day", "working-day", "make-up-working-day", "weekend",
    ]);
    expect(dayKind("2021-02-11")).toEqual({
      kind: "day-off", feast: { zh: "春节", en: "Spring Festival" },
      source: { title: "国务院办公厅关于2021年部分节假日安排的通知", number: "国办发明电〔2020〕27号", dated: "2020-11-25" },
    });
  });
});

describe("Spring Festival of every year", () => {
  test.each([
    [2007, "02-18", "02-24", ["02-17", "02-25"]], [2008, "02-06", "02-12", ["02-02", "02-03"]], [2009, "01-25", "01-31", ["01-24", "02-01"]],
    [2010, "02-13", "02-19", ["02-20", "02-21"]], [2011, "02-02", "02-08", ["01-30", "02-12"]], [2012, "01-22", "01-28", ["01-21", "01-29"]],
    [2013, "02-09", "02-15", ["02-16", "02-17"]], [2014, "01-31", "02-06", ["01-26", "02-08"]], [2015, "02-18", "02-24", ["02-15", "02-28"]],
    [2016, "02-07", "02-13", ["02-06", "02-14"]], [2017, "01-27", "02-02", ["01-22", "02-04"]], [2018, "02-15", "02-21", ["02-11", "02-24"]],
    [2019, "02-04", "02-10", ["02-02", "02-03"]], [2020, "01-24", "02-02", ["01-19"]], [2021, "02-11", "02-17", ["02-07", "02-20"]],
    [2022, "01-31", "02-06", ["01-29", "01-30"]], [2023, "01-21", "01-27", ["01-28", "01-29"]], [2024, "02-10", "02-17", ["02-04", "02-18"]],
    [2025, "01-28", "02-04", ["01-26", "02-08"]], [2026, "02-15", "02-23", ["02-14", "02-28"]],
  ])("%i: %s to %s off, %j worked", (year, first, last, worked) => {
    const days = (OFFICIAL_DAYS.byYear.get(year) ?? []).filter(({ feast }) => feast.zh === "春节");
    const off = days.filter((each) => each.off).map(({ day }) => day);
    expect([off[0], off.at(-1), off.length]).toEqual([`${year}-${first}`, `${year}-${last}`, dayNumber(`${year}-${last}`) - dayNumber(`${year}-${first}`) + 1]);
    expect(days.filter((each) => !each.off).map(({ day }) => day.slice(5))).toEqual(worked);
    // Whatever the paper arranges, the first three days of the lunar year are among them.
    expect(off.map((day) => findLunarDate(day)).filter((date) => date?.month === 1 && date.day <= 3)).toHaveLength(3);
  });
});

describe("papers that changed a year", () => {
  test.each([
    ["2015-09-03", "day-off", "国发明电〔2015〕1号"], ["2015-09-04", "day-off", "国发明电〔2015〕1号"], ["2015-09-06", "make-up-working-day", "国发明电〔2015〕1号"],
    ["2019-05-01", "day-off", "国办发明电〔2019〕3号"], ["2019-05-03", "day-off", "国办发明电〔2019〕3号"], ["2019-05-05", "make-up-working-day", "国办发明电〔2019〕3号"],
    ["2020-01-30", "day-off", "国办发明电〔2019〕16号"], ["2020-01-31", "day-off", "国办发明电〔2020〕1号"], ["2020-02-01", "day-off", "国办发明电〔2020〕1号"],
  ])("%s is a %s by %s", (day, kind, number) => { expect(dayKind(day)).toMatchObject({ kind, source: { number } }); });

  test("after the lengthened holiday of 2020 work begins on Monday 3 February", () => { expect(dayKind("2020-02-03")).toEqual({ kind: "working-day" }); });
});

describe("what is not announced", () => {
  test("no day of a year without a paper is known, weekends least of all", () => {
    for (const day of ["2027-01-01", "2027-02-06", "2027-03-10", "2027-03-13"]) expect(dayKind(day)).toEqual({ kind: "not-announced", year: 2027 });
    expect(dayKind("2006-10-02")).toEqual({ kind: "not-announced", year: 2006 });
  });
  test("but a day of such a year that a paper names is", () => { expect(dayKind("2006-12-30").kind).toBe("make-up-working-day"); });
  test("the last week of a year may still be moved by the next year's paper", () => {
    expect(dayKind("2026-12-24")).toEqual({ kind: "working-day" });
    expect(dayKind("2026-12-26")).toEqual({ kind: "not-announced", year: 2027 });
    expect(dayKind("2018-12-29").kind).toBe("make-up-working-day");
    expect(dayKind("2025-12-27")).toEqual({ kind: "weekend" });
  });
  test("until its paper is given", () => {
    const paper: ArrangedYear = { year: 2027, announces: true, paper: { title: "某通知", number: null, dated: "2026-11-30" }, arrangements: [{ feasts: ["new-year"], off: ["2027-01-01/2027-01-03"], work: [] }] };
    const days = officialDays([...PAPERS, paper]);
    expect([dayKind("2027-01-01", days).kind, dayKind("2027-01-04", days).kind, dayKind("2026-12-26", days).kind]).toEqual(["day-off", "working-day", "weekend"]);
  });
});

describe("the papers as a whole", () => {
  test("announce every year from 2007 to 2026 and name 677 days", () => {
    expect([...OFFICIAL_DAYS.byYear.keys()].toSorted()).toEqual(Array.from({ length: 20 }, (_, at) => 2007 + at));
    expect([...OFFICIAL_DAYS.named.values()].filter(({ off }) => off)).toHaveLength(545);
    expect([...OFFICIAL_DAYS.named.values()].filter(({ off }) => !off)).toHaveLength(132);
  });
  test("are dated before the days they arrange, with a number of the right form", () => {
    for (const { day, source } of OFFICIAL_DAYS.named.values()) expect(source.dated < day, day).toBe(true);
    for (const { paper: { number } } of PAPERS) if (number !== null) expect(number).toMatch(/^国(?:办)?发明电〔20\d\d〕\d{1,2}号$/);
  });
  test("give away exactly the days of the national regulation beyond what is made up for: 10 in 2007, 11 from 2008, 13 from 2025", () => {
    // 2015 had one day more by its own paper; in 2020 a Friday was added and a make-up Saturday taken back.
    const beyond: Readonly<Record<number, number>> = { 2007: 10, 2015: 12, 2020: 13, 2025: 13, 2026: 13 };
    for (const [year, days] of OFFICIAL_DAYS.byYear) {
      expect(days.filter(({ day, off }) => off && !isWeekend(day)).length - days.filter(({ off }) => !off).length, String(year)).toBe(beyond[year] ?? 11);
    }
  });
  test("holidays of the lunar calendar hold their day", () => {
    for (const year of OFFICIAL_DAYS.byYear.keys()) {
      if (year === 2007) continue;
      const off = new Set((OFFICIAL_DAYS.byYear.get(year) ?? []).filter((each) => each.off).map(({ day }) => findLunarDate(day)).map((date) => `${date?.month}/${date?.day}`));
      expect(off.has("5/5"), `${year} 端午`).toBe(true);
      expect(off.has("8/15"), `${year} 中秋`).toBe(true);
    }
  });
  test("papers of the wrong form are our mistake", () => {
    const [first] = PAPERS as readonly [ArrangedYear];
    expect(() => officialDays([first, first])).toThrow("Out of order");
    expect(() => officialDays([{ ...first, announces: false }])).toThrow("Out of order");
    expect(() => officialDays([{ ...first, arrangements: [{ feasts: ["new-year"], off: [], work: ["2007-01-04"] }] }])).toThrow("is a working day already");
    expect(() => officialDays([{ ...first, arrangements: [{ feasts: ["new-year"], off: ["2007-01-04/2007-01-03"], work: [] }] }])).toThrow("Ends before it begins");
  });
});

test("worked are ordinary and make-up working days", () => {
  expect(["2021-02-05", "2021-02-06", "2021-02-07", "2021-02-11", "2027-03-10"].map((day) => isWorked(dayKind(day)))).toEqual([true, false, true, false, false]);
});
