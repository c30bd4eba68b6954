import { describe, expect, test } from "vitest";
import { feel, feelEqual, feelTest, LONGEST_EXPRESSION } from "./feel.ts";
import type { FeelContext, FeelValue } from "./feel-value.ts";

/** The value as FEEL writes it, so that dates and durations can be read in the table. */
function written(expression: string, scope: FeelContext = {}): FeelValue {
  return feel(`string(${expression})`, scope, () => {});
}

describe("FEEL where feelin has it otherwise, after DMN 1.5", () => {
  test.each([
    ['@"P1D" * 3', "P3D"],
    ['2.5 * @"P1Y11M"', "P4Y9M"],
    ['@"P10D" / 4', "P2DT12H"],
    ['@"P10D" / @"P1D"', "10"],
    ['-@"PT1H"', "-PT1H"],
    ['date("2021-01-02") - duration("PT1H")', "2021-01-01"],
    ['date("2021-01-31") + @"P1M"', "2021-02-28"],
    ['@"2021-01-02T10:10:10@Europe/Paris" - @"2021-01-01T10:10:10@Asia/Dhaka"', "P1DT5H"],
    ['@"2021-01-01T24:00:00"', "2021-01-02T00:00:00"],
    ["time(12, 59, 1.3, @\"-PT1H\")", "12:59:01.3-01:00"],
    ["date(-2017, 12, 31)", "-2017-12-31"],
    ['for d in @"2026-02-28"..@"2026-03-01" return string(d)', '["2026-02-28", "2026-03-01"]'],
    ["for i in 3..1 return i", "[3, 2, 1]"],
    ["100[true]", "[100]"],
    ['range("[1..3)") = [1..3)', "true"],
    ["list replace([1, 2, 3], -1, 9)", "[1, 2, 9]"],
    ["during(5, [1..10])", "true"],
    ["overlaps before([1..5], [3..8])", "true"],
    ["overlaps after([1..5], [3..8])", "false"],
    ["starts(1, [1..5])", "true"],
    ["finished by([1..10], [5..10])", "true"],
    ["coincides([1..5], [1..5])", "true"],
    ['matches("abc", "a b c", "x")', "true"],
    ["round up(1.111, 2)", "1.12"],
    ["decimal(1/3, 2.9)", "0.33"],
    ['is(@"P0M", @"PT0S")', "false"],
  ])("%s is %s", (expression, expected) => {
    expect(written(expression)).toBe(expected);
  });

  test.each([
    '@"10:10:10" + @"P1Y"', 'date("2021-01-01") - time("10:00:00")', '@"2021-01-02" - @"2021-01-01T10:00:00"', "@\"P1D\" / 0", 'for i in "a".."c" return i',
    "for i in 1..100000000 return i", "round up(1.5)", "{a: 1, a: 2}", '(function(x: number) x)("a")', 'time("13:20:00+19:00")', "5 in (null..10]", "list replace([1], 5, 2)",
  ])("%s is null", (expression) => {
    expect(feel(expression, {}, () => {})).toBeNull();
  });

  test("numbers are binary floats: the declared difference", () => {
    expect(feel("0.1 + 0.2 = 0.3", {}, () => {})).toBe(false);
  });

  test("what cannot be read and what fails is null and noted, never thrown", () => {
    const notes: string[] = [];
    for (const text of ["", "1 +", "[1..true]", "a(", "nothing.at.all", "matches(\"a\", \"[\")", "}", "function(", "@\"", "(".repeat(2000), "[".repeat(LONGEST_EXPRESSION + 1)]) expect(feel(text, {}, (code) => notes.push(code))).toBeNull();
    expect(notes.length).toBeGreaterThanOrEqual(9);
  });

  test("a name in a cell of truths means its value", () => {
    expect(feelTest("flag", false, { flag: false }, () => {})).toBe(true);
    expect(feelTest("not(person.flag)", true, { person: { flag: false } }, () => {})).toBe(true);
    expect(feelTest("-", null, {}, () => {})).toBe(true);
    expect(feelTest("[1..", 1, {}, () => {})).toBeNull();
  });

  test("equal values are of one type and one content", () => {
    expect(feelEqual({ a: [1, null] }, { a: [1, null] })).toBe(true);
    expect(feelEqual({ a: 1 }, { a: 1, b: null })).toBe(false);
    expect(feelEqual("1", 1)).toBe(false);
    expect(feelEqual(feel('@"P1D"', {}, () => {}), feel('@"PT24H"', {}, () => {}))).toBe(true);
  });
});
