import { expect, test } from "vitest";
import { plainLetters } from "./plain-letters.ts";

test.each([
  ["⻛险等级、⾼⻛险地区、出⾏⼈员", "风险等级、高风险地区、出行人员"],
  ["呼伦⻉尔市⼯作", "呼伦贝尔市工作"],
  ["一、加强〇（ＡＢ）①㈠", "一、加强〇（ＡＢ）①㈠"],
])("%s is %s", (printed, typed) => expect(plainLetters(printed)).toBe(typed));
