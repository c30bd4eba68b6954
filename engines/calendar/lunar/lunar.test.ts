import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { dayNumber, dayOfNumber, daysLater } from "../day.ts";
import { findDayOfLunarDate, findLunarDate, type LunarDate } from "./lunar-date.ts";
import { lunarWords } from "./lunar-words.ts";

const said = (day: string): string => {
  const words = lunarWords(findLunarDate(day) as LunarDate);
  return `${words.year.zh} ${words.date.zh}${words.eve === null ? "" : ` ${words.eve.zh}`}`;
};

describe("lunar dates", () => {
  test.each([
    ["1949-10-01", "己丑年 八月初十"],
    ["1976-07-28", "丙辰年 七月初二"],
    ["1985-02-20", "乙丑年 正月初一"],
    ["2008-08-08", "戊子年 七月初八"],
    ["2012-05-20", "壬辰年 四月三十"],
    ["2012-05-21", "壬辰年 闰四月初一"],
    ["2020-01-24", "己亥年 腊月三十 除夕"],
    ["2020-05-23", "庚子年 闰四月初一"],
    ["2021-02-11", "庚子年 腊月三十 除夕"],
    ["2021-02-12", "辛丑年 正月初一"],
    ["2025-01-28", "甲辰年 腊月廿九 除夕"],
    ["2026-02-15", "乙巳年 腊月廿八"],
    ["2026-02-23", "丙午年 正月初七"],
    ["2026-09-25", "丙午年 八月十五"],
  ])("%s is %s", (day, words) => { expect(said(day)).toBe(words); });

  test("2033 has its leap month after the eleventh, not after the seventh as old tables had it", () => {
    expect(said("2033-08-25")).toBe("癸丑年 八月初一");
    expect(said("2033-12-22")).toBe("癸丑年 闰十一月初一");
    expect(said("2034-01-20")).toBe("癸丑年 腊月初一");
    expect(said("2034-02-19")).toBe("甲寅年 正月初一");
  });

  test("months that begin within minutes of midnight, where popular tables and the platform's calendar are a day off", () => {
    expect(said("1933-07-23")).toBe("癸酉年 六月初一");
    expect(said("1996-07-16")).toBe("丙子年 六月初一");
    expect(findLunarDate("2030-02-03")).toEqual({ year: 2030, month: 1, leap: false, day: 1 });
  });

  test("the words of the leap month and of the animal in both languages", () => {
    const words = lunarWords({ year: 2020, month: 4, leap: true, day: 15 });
    expect([words.animal, words.year.en, words.date]).toEqual([{ zh: "鼠", en: "rat" }, "geng-zi year", { zh: "闰四月十五", en: "day 15 of leap lunar month 4" }]);
  });

  test("what lies outside, or is no date, is not found", () => {
    expect([findLunarDate("1901-02-18"), findLunarDate("2057-02-04")]).toEqual([null, null]);
    expect([findLunarDate("1901-02-19"), findLunarDate("2057-02-03")].map((date) => date?.year)).toEqual([1901, 2056]);
    for (const date of [{ year: 2021, month: 4, leap: true, day: 1 }, { year: 2021, month: 1, leap: false, day: 30 }, { year: 2021, month: 1, leap: false, day: 0.5 }, { year: 1900, month: 1, leap: false, day: 1 }]) {
      expect(findDayOfLunarDate(date)).toBeNull();
    }
    expect(() => findLunarDate("2021-02-30")).toThrow("Not a day");
  });
});

describe("on every day from 1950 to 2050", () => {
  const days = Array.from({ length: dayNumber("2050-12-31") - dayNumber("1950-01-01") + 1 }, (_, at) => daysLater("1950-01-01", at));

  test("the lunar date leads back to the day, and the next day is the next date", () => {
    let before: LunarDate | null = findLunarDate("1949-12-31");
    for (const day of days) {
      const date = findLunarDate(day) as LunarDate;
      expect(findDayOfLunarDate(date)).toBe(day);
      const follows = date.day === 1 ? before !== null && before.day >= 29 && (date.month !== before.month || date.leap !== before.leap) : date.day === (before?.day ?? 0) + 1;
      if (!follows) throw new Error(`${day} does not follow the day before`);
      before = date;
    }
    expect(days.length).toBe(36_890);
  });
});

test("any number of a day leads to a day and back", () => {
  fc.assert(fc.property(fc.integer({ min: -25_000, max: 90_000 }), (number) => { expect(dayNumber(dayOfNumber(number))).toBe(number); }));
});
