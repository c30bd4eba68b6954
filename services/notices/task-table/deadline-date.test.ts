import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { deadlineDate } from "./deadline-date.ts";

const ISSUED = "2021-01-26";

describe("deadlines the words make certain", () => {
  test.each([
    ["2021年2月10日前", "2021-02-10"], ["2021 年 2 月 10 日之前", "2021-02-10"], ["２０２１年２月１０日前", "2021-02-10"],
    ["二〇二一年二月十日前", "2021-02-10"], ["于二〇二一年十二月二十八日以前", "2021-12-28"], ["2月10日前", "2021-02-10"], ["2月10日18时前", "2021-02-10"],
    ["2月10日12:00前", "2021-02-10"], ["2月10日前将落实情况报市政府", "2021-02-10"], ["最迟2月5日", "2021-02-05"], ["截至2021年3月1日", "2021-03-01"],
    ["10月底前", "2021-10-31"], ["2月末前", "2021-02-28"], ["2024年2月底前", "2024-02-29"], ["到2025年底", "2025-12-31"], ["2022年年底前", "2022-12-31"],
    ["年底前", "2021-12-31"], ["今年年底前", "2021-12-31"], ["明年3月底前", "2022-03-31"], ["本月底前", "2021-01-31"], ["第二季度末前", "2021-06-30"],
    ["2020年12月31日前", "2020-12-31"], ["自印发之日起30日内", "2021-02-25"], ["自本通知印发之日起三个月内", "2021-04-26"], ["自下发之日起1年内", "2022-01-26"],
  ])("%s → %s", (words, date) => expect(deadlineDate(words, ISSUED)).toBe(date));

  test("a month counted from the last of a month ends on the last", () => {
    expect(deadlineDate("自印发之日起1个月内", "2021-01-31")).toBe("2021-02-28");
    expect(deadlineDate("自印发之日起一个月内", "2024-01-31")).toBe("2024-02-29");
    expect(deadlineDate("自印发之日起11个月内", "2021-03-31")).toBe("2022-02-28");
  });
});

describe("deadlines nobody should guess", () => {
  test.each([
    "春节前", "及时", "立即", "尽快", "3日内", "10个工作日内", "自印发之日起10个工作日内", "自收到之日起5日内", "自施行之日起30日内", "每月5日前", "每年10月底前",
    "1月10日前", "2月中旬前", "农历腊月二十三前", "2021年前", "2021年2月30日前", "2021年13月1日前", "13月底前", "1月28日至3月8日", "6月底前、9月底前", "自2月1日起",
    "2月10日", "2月10日起", "2月10日以后", "月底前", "次年1月底前", "2021年上半年", "长期坚持", "2月10日左右", "", "前", "整个寒假和春节期间", "自印发之日起0日内",
  ])("%s", (words) => expect(deadlineDate(words, ISSUED)).toBeNull());

  test("days that need the notice's date, when it has none", () => {
    for (const words of ["2月10日前", "10月底前", "年底前", "本月底前", "自印发之日起30日内"]) expect(deadlineDate(words, null)).toBeNull();
    expect(deadlineDate("2021年2月10日前", null)).toBe("2021-02-10");
  });
});

const someDay = fc.date({ min: new Date("1990-01-01"), max: new Date("2090-12-31"), noInvalidDate: true }).map((date) => date.toISOString().slice(0, 10));

test("a full date is always that date, whatever the day of the notice", () => {
  fc.assert(fc.property(someDay, fc.option(someDay, { nil: null }), (date, issued) => {
    const [year, month, day] = date.split("-").map(Number);
    expect(deadlineDate(`${year}年${month}月${day}日前`, issued)).toBe(date);
  }));
});

test("a day without year never lies before the notice, nor in another year", () => {
  fc.assert(fc.property(someDay, someDay, (date, issued) => {
    const [, month, day] = date.split("-").map(Number);
    const found = deadlineDate(`${month}月${day}日前`, issued);
    if (found !== null) expect(found >= issued && found.startsWith(issued.slice(0, 4))).toBe(true);
  }));
});

test("counted days are that many days after the notice", () => {
  fc.assert(fc.property(someDay, fc.integer({ min: 1, max: 999 }), (issued, count) => {
    expect(Date.parse(deadlineDate(`自印发之日起${count}日内`, issued) ?? "") - Date.parse(issued)).toBe(count * 86_400_000);
  }));
});

test("any words give a real day or nothing, in no time", () => {
  const piece = fc.constantFrom(..."自印发之日起前到至年月日底末0123456789十二个内每 本".split(""), "2021年", "月底");
  fc.assert(fc.property(fc.oneof(fc.string({ unit: "grapheme" }), fc.array(piece, { maxLength: 40 }).map((all) => all.join(""))), (words) => {
    const date = deadlineDate(words, ISSUED);
    if (date !== null) expect(new Date(`${date}T00:00:00Z`).toISOString().slice(0, 10)).toBe(date);
  }), { numRuns: 2000 });
  const start = performance.now();
  deadlineDate("自印发".repeat(20_000) + "1".repeat(20_000), ISSUED);
  deadlineDate("截至".repeat(20_000), ISSUED);
  expect(performance.now() - start).toBeLessThan(500);
});
