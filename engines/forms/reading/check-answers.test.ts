import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { CHOICES, field, FORMS, identityOf, KINDS, named, SETTING } from "../example-forms.ts";
import type { Form } from "../form.ts";
import { checkAnswers, readAnswers } from "./read-answers.ts";

const FORM: Form = [
  field({ kind: "choice", choices: [{ key: "employer", name: named("单位") }, { key: "school", name: named("学校") }] }, { key: "about", required: true }),
  field({ kind: "text", lengthMax: 5 }, { key: "school", required: true, onlyIf: { field: "about", is: ["school"] } }),
  field({ kind: "yes-no" }, { key: "far", required: true, onlyIf: { field: "about", is: ["school"] } }),
  field({ kind: "number", unit: null, decimals: 0, min: 1, max: 500 }, { key: "distance", required: true, onlyIf: { field: "far", is: [true] } }),
  field({ kind: "long-text", lengthMax: 10 }, { key: "note" }),
];
const check = (given: Readonly<Record<string, unknown>>, form = FORM) => {
  const { answers, faults } = checkAnswers(form, given, SETTING);
  return { answers, wrong: faults.map(({ field: at, problem }) => [at, problem.en]) };
};

describe("which answers are wanted", () => {
  test.each([
    ["all that is asked", { about: "school", school: "一中", far: true, distance: 3 }, []],
    ["what hangs on another answer is not missed", { about: "employer" }, []],
    ["what is asked and required is missed", { about: "school" }, [["school", "“text” is missing"], ["far", "“yes-no” is missing"]]],
    ["a question that hangs on one that is not asked is not asked", { about: "employer", far: true }, []],
    ["spaces alone are no answer", { about: "school", school: "  　 ", far: false }, [["school", "“text” is missing"]]],
    ["an empty list is no answer", { about: [] }, [["about", "“choice” is missing"]]],
    ["a field of another form is told", { about: "employer", age: 3 }, [["age", "The form has no such field"]]],
    ["what every object has is no answer", JSON.parse('{"about":"employer","__proto__":{"note":"x"}}') as Record<string, unknown>, [["__proto__", "The form has no such field"]]],
  ])("%s", (_, given, wrong) => { expect(check(given).wrong).toEqual(wrong); });

  test("an answer to what is not asked any more is left out, right or wrong", () => {
    expect(check({ about: "employer", school: "一中", distance: "far" })).toEqual({ answers: { about: "employer" }, wrong: [] });
  });
  test("what was right is kept beside what is wrong", () => {
    expect(check({ about: "school", school: "一二三四五六", far: false, note: "好" })).toEqual({ answers: { about: "school", far: false, note: "好" }, wrong: [["school", "6 signs, at most 5"]] });
  });
});

describe("bounds", () => {
  const number = (decimals: number) => [field({ kind: "number", unit: null, decimals, min: 0, max: null }, { key: "n" })];
  test.each<[string, Form, unknown, unknown]>([
    ["a whole number", number(0), 12, 12],
    ["a fraction of a large whole number is seen", number(0), 12_345_678.4, "This takes a whole number"],
    ["what binary fractions add", number(1), 0.1 + 0.2, 0.3],
    ["one decimal too many", number(1), 0.35, "At most 1 decimals"],
    ["a number no computer holds to the last digit", number(2), 2 ** 53, "The number is too large"],
    ["less than nothing", number(0), -1, "The number is to be at least 0"],
    ["fen are whole", [field({ kind: "money", max: null }, { key: "n" })], 10.5, "This answer does not fit the field"],
    ["more than the most", [field({ kind: "money", max: 50_000 }, { key: "n" })], 50_001, "The number is to be between 0 and 500"],
    ["length is counted in signs, not in halves of them", [field({ kind: "text", lengthMax: 2 }, { key: "n" })], "𠮷𠮷", "𠮷𠮷"],
    ["half a sign", [field({ kind: "text", lengthMax: 9 }, { key: "n" })], "a\uD800", "The text holds invisible control signs"],
    ["a bell", [field({ kind: "long-text", lengthMax: 9 }, { key: "n" })], "a\u0007", "The text holds invisible control signs"],
    ["the same choice twice", [field({ kind: "choices", choices: CHOICES }, { key: "n" })], ["gas", "gas"], ["gas"]],
    ["a point beside the world", [field({ kind: "point" }, { key: "n" })], { latitude: 0, longitude: 181 }, "This answer does not fit the field"],
    ["an identity number", [field({ kind: "identity-number" }, { key: "n" })], identityOf("19880806", 12).toLowerCase(), identityOf("19880806", 12)],
  ])("%s", (_, form, given, outcome) => {
    const { answers, wrong } = check({ n: given }, form);
    expect(wrong[0]?.[1] ?? answers["n"]).toEqual(outcome);
  });
});

test("any JSON is answered, and what is kept passes again as it is", () => {
  fc.assert(fc.property(FORMS, fc.dictionary(fc.oneof(fc.constantFrom("q0", "q1", "q2", "q3", "q4"), fc.string()), fc.jsonValue()), (form, given) => {
    const { answers, faults } = checkAnswers(form, given, SETTING);
    for (const { field: at, problem, remedy } of faults) expect([at, problem.zh, problem.en, remedy.zh, remedy.en].every((word) => typeof word === "string")).toBe(true);
    expect(Object.keys(answers).every((key) => form.some((each) => each.key === key))).toBe(true);
    expect(checkAnswers(form, answers, SETTING).answers).toEqual(answers);
  }), { numRuns: 500 });
});

test("any text is read or told, for every kind", () => {
  fc.assert(fc.property(fc.constantFrom(...KINDS), fc.oneof(fc.string({ unit: "binary" }), fc.stringMatching(/^[0-9年月日.,:：\-/ T元¥%]*$/u)), (kind, text) => {
    const { answers, faults } = readAnswers([field(kind, { key: "q" })], { q: text }, SETTING);
    expect(faults.length + Object.keys(answers).length).toBeLessThanOrEqual(1);
    expect(checkAnswers([field(kind, { key: "q" })], answers, SETTING)).toEqual({ answers, faults: [] });
  }), { numRuns: 2_000 });
});

test("a page sends several values of a question; a mistake is told once", () => {
  const form = [field({ kind: "choices", choices: CHOICES }, { key: "what", required: true }), field({ kind: "day" }, { key: "day", required: true })];
  expect(readAnswers(form, { what: ["gas", "equipment"], day: "2021-01-26" }, SETTING)).toEqual({ answers: { what: ["gas", "equipment"], day: "2021-01-26" }, faults: [] });
  expect(readAnswers(form, { what: ["", ""], day: "gestern" }, SETTING).faults.map(({ field: at, problem }) => [at, problem.en])).toEqual([["what", "“choices” is missing"], ["day", "This is no day of the calendar"]]);
});
