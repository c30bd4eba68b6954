import { describe, expect, test } from "vitest";
import { asks, caseInWords, cellInWords, cellOfTicks, cellOfValue, choicesOf, tickedCell, valueInWords } from "./cell-words.ts";
import { EXAMPLE_RULE } from "./example-rule.ts";

const column = (typeRef: string | null, allowed: string | null = null) => ({ id: null, label: null, expression: "risk", typeRef, allowed });
const risk = column("string", '"low", "medium", "high"');
const facts = { name: { zh: "住在", en: "Lives in" }, values: { low: { zh: "低风险", en: "low risk" }, medium: { zh: "中风险", en: "medium risk" }, high: { zh: "", en: "" } } };

describe("a cell in words", () => {
  test.each([
    ["-", "任意", "Any"], ["", "任意", "Any"],
    ['"low", "medium"', "低风险、中风险", "low risk, medium risk"],
    ['not("low")', "除低风险外", "All but low risk"],
    ['"high"', "high", "high"],
    [">= 60", "60 及以上", "60 or more"], ["< 18", "不到 18", "less than 18"], ["> 3", "超过 3", "more than 3"],
    ["[18..60)", "18 及以上，不到 60", "18 or more and less than 60"],
    ['<= date("2021-02-16")', "到 2021-02-16 为止", "until 2021-02-16"], ['[date("2021-02-11")..date("2021-02-16"))', "2021-02-11 起，2021-02-16 以前", "from 2021-02-11 and before 2021-02-16"],
    ["true", "是", "Yes"],
    ["? > other + 1", "? > other + 1", "? > other + 1"],
  ])("%s", (cell, zh, en) => expect([cellInWords(cell, facts, "zh-CN"), cellInWords(cell, facts, "en")]).toEqual([zh, en]));
});

describe("a cell as boxes to tick", () => {
  test.each(["-", '"low"', '"low", "high"', 'not("medium")'])("%s is the same after all", (cell) => {
    const ticked = tickedCell(cell, risk);
    expect(ticked === null ? null : cellOfTicks(ticked, risk)).toBe(cell);
  });
  test("values stand in the column's order, and no value at all asks for nothing", () => {
    expect(cellOfTicks({ any: false, except: false, texts: ['"high"', '"low"'] }, risk)).toBe('"low", "high"');
    expect(cellOfTicks({ any: false, except: true, texts: [] }, risk)).toBe("-");
  });
  test("what boxes cannot say is left as it is", () => expect(["> 3", '"elsewhere"', "f(?)"].map((cell) => tickedCell(cell, risk))).toEqual([null, null, null]));
});

describe("what a column asks for", () => {
  test.each([[risk, "choices"], [column("boolean"), "yes-no"], [column("number"), "number"], [column("date"), "date"], [column("string"), "text"], [column(null), "text"], [column("number", "[0..120]"), "number"]] as const)("%j", (asked, kind) => expect(asks(asked)).toBe(kind));
  test("yes or no are two choices", () => expect(choicesOf(column("boolean")).map(({ text, value }) => [text, value])).toEqual([["true", true], ["false", false]]));
});

test("the value of a case as a cell", () => {
  expect([cellOfValue(null, risk), cellOfValue("low", risk), cellOfValue("else", column("string")), cellOfValue(60, column("number")), cellOfValue("2021-02-11", column("date")), cellOfValue(true, column("boolean")), cellOfValue("0.1", column("number"))])
    .toEqual(["-", '"low"', '"else"', "60", 'date("2021-02-11")', "true", "0.1"]);
});

test("a case in words goes by the table's order and leaves out what may be anything", () => {
  const content = { table: { ...EXAMPLE_RULE.table, inputs: [risk, column("number")] }, facts: { risk: facts } };
  expect(caseInWords({ to: "…", age: null, risk: "low" }, content, "zh-CN")).toBe("住在：低风险；to：别的");
  expect([caseInWords({ age: null }, content, "en"), valueInWords(null, undefined, "en")]).toEqual(["Any case", "Any"]);
});
