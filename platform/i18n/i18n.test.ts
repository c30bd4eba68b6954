import { describe, expect, test } from "vitest";
import { chineseNumeral, dayInChina, dayInWords, lunarDayInWords, messages, minuteInWords, numberInWords, weekdayInWords } from "./index.ts";

describe("messages", () => {
  const words = messages({
    print: { zh: "打印", en: "Print" },
    clauses: (count: number) => ({ zh: `${count} 条`, en: count === 1 ? "1 clause" : `${count} clauses` }),
  });
  test("speak both languages, with values put in", () => {
    expect([words("zh-CN").print, words("en").print]).toEqual(["打印", "Print"]);
    expect([words("zh-CN").clauses(7), words("en").clauses(1)]).toEqual(["7 条", "1 clause"]);
  });
});

describe("dates", () => {
  test("a day is written out in both languages", () => {
    expect(dayInWords("2021-01-26", "zh-CN")).toBe("2021年1月26日");
    expect(dayInWords("2021-01-26", "en")).toBe("26 January 2021");
    expect([minuteInWords(new Date("2021-01-26T16:05:59Z"), "zh-CN"), minuteInWords(new Date("2021-01-26T16:05:00Z"), "en")]).toEqual(["1月27日 00:05", "27 January, 00:05"]);
    expect(weekdayInWords("2021-01-26", "zh-CN")).toBe("1月26日 星期二");
    expect(weekdayInWords("2021-01-26", "en")).toBe("Tuesday 26 January");
  });
  test.each([
    ["2021-01-26", "腊月十四"], ["2021-02-11", "腊月三十"], ["2021-02-12", "正月初一"],
    ["2021-02-26", "正月十五"], ["2021-03-05", "正月廿二"], ["2020-05-25", "闰四月初三"],
  ])("%s is %s", (day, lunar) => expect(lunarDayInWords(day)).toBe(lunar));
  test("the day is China's, whatever the zone of the machine", () => {
    expect(dayInChina(new Date("2021-01-25T16:00:00Z"))).toBe("2021-01-26");
    expect(dayInChina(new Date("2021-01-25T15:59:59Z"))).toBe("2021-01-25");
  });
  test("what is no date is refused", () => expect(() => dayInWords("soon", "en")).toThrow(RangeError));
});

describe("numbers", () => {
  test.each([["一", 1], ["十", 10], ["十一", 11], ["二十", 20], ["九十九", 99]])("%s is %i", (text, value) => {
    expect(chineseNumeral(text)).toBe(value);
  });
  test.each(["", "第三条", "1", "十十", "百"])("%j is none", (text) => expect(chineseNumeral(text)).toBeNull());
  test("thousands are grouped", () => expect(numberInWords(12480, "zh-CN")).toBe("12,480"));
});
