import { compileRule } from "../draft/index.ts";
import { EXAMPLE_RULE } from "../draft/example-rule.ts";
import { describe, expect, test } from "vitest";
import { answerQuestion, questionForm, questionOn, type QuestionEdition } from "./index.ts";

const NOW = { on: "2021-01-26", known: "2021-01-26T01:00:00.000Z" };
const edition = (change: Partial<QuestionEdition> = {}): QuestionEdition => ({
  version: 1, effectiveFrom: "2021-01-26", effectiveTo: null, recordedAt: "2021-01-25T00:00:00.000Z", table: compileRule(EXAMPLE_RULE.table), content: EXAMPLE_RULE, ...change,
});
const question = { sources: { "1-02": { source: { zh: "第455号令", en: "Order 455" }, asOf: "2026-11-29" } } };
const ask = (written: Readonly<Record<string, string>>, editions: readonly QuestionEdition[] = [edition()], asOf = NOW) => answerQuestion(question, editions, written, asOf);

describe("a rule as questions of a form", () => {
  test("a fact with named values is a choice, a number is a number, a day a day", () => {
    const dated = { ...EXAMPLE_RULE, table: { ...EXAMPLE_RULE.table, inputs: [...EXAMPLE_RULE.table.inputs, { id: null, label: null, expression: "day", typeRef: "date", allowed: null }], rules: EXAMPLE_RULE.table.rules.map((rule) => ({ ...rule, tests: [...rule.tests, "-"] })) } };
    const form = questionForm(dated, compileRule(dated.table));
    expect(form.map(({ key, kind }) => [key, kind])).toEqual([["risk", "choice"], ["age", "number"], ["day", "day"]]);
    expect(form[0]).toMatchObject({ name: { zh: "住在" }, choices: [{ key: "low", name: { zh: "低" } }, { key: "medium" }, { key: "high" }] });
  });
});

describe("an answer", () => {
  test("has its verdict, its reason, its clauses and the document behind the row", () => {
    expect(ask({ risk: "medium", age: "70" })).toEqual({
      kind: "decided", outcome: EXAMPLE_RULE.outcomes[1], version: 1, reasons: { zh: ["六十岁以上。"], en: ["You are 60 or older."] }, clauses: [], sources: [question.sources["1-02"]],
    });
    expect(ask({ risk: "low", age: "５０" })).toMatchObject({ kind: "decided", outcome: { value: "yes" }, clauses: ["part-1", "part-2"], sources: [] });
  });
  test("does not ask what it does not hang on, and asks for the rest", () => {
    expect(ask({ risk: "high" })).toMatchObject({ kind: "decided", outcome: { value: "no" } });
    expect(ask({ risk: "medium" })).toEqual({ kind: "needs", facts: ["age"] });
  });
  test("to what cannot be read is what is wrong with it", () => {
    expect(ask({ risk: "purple", age: "young" })).toMatchObject({ kind: "faults", faults: [{ field: "risk" }, { field: "age" }] });
  });
  test("is none without a rule of the day, and none when the rule cannot be proved", () => {
    expect(ask({ risk: "high" }, [edition({ effectiveFrom: "2021-02-01" })])).toEqual({ kind: "none", why: "no-rule" });
    expect(ask({ risk: "high" }, [edition({ table: null, content: null })])).toEqual({ kind: "none", why: "withheld" });
    expect(questionOn([edition({ table: null, content: null })], NOW)).toBeNull();
  });
  test("is that of the version in force on the day, as far as was known", () => {
    const later = edition({ version: 2, recordedAt: "2021-01-27T00:00:00.000Z", content: { ...EXAMPLE_RULE, rows: { ...EXAMPLE_RULE.rows, "1-01": { zh: "改了。", en: "Changed." } } } });
    expect(ask({ risk: "high" }, [edition(), later])).toMatchObject({ version: 1 });
    expect(ask({ risk: "high" }, [edition(), later], { on: "2021-01-28", known: "2021-01-28T00:00:00.000Z" })).toMatchObject({ version: 2, reasons: { zh: ["改了。"] } });
  });
});
