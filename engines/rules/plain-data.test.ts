import { expect, test } from "vitest";
import { checkTable, columnValues, compareTables, compileTable, decideExplained, type DecisionTable, feelOfTable } from "./index.ts";

const table = (rows: readonly (readonly string[])[]): DecisionTable => ({
  kind: "table", id: null, hitPolicy: "first", aggregation: null, annotations: ["clause"],
  inputs: [["on", "date", null], ["days", "number", "[0..30]"], ["risk", "string", null]].map(([expression = "", typeRef = null, allowed = null]) => ({ id: null, label: null, expression: expression ?? "", typeRef, allowed })),
  outputs: [{ id: null, label: null, name: null, typeRef: "string", allowed: null, fallback: null }],
  rules: rows.map(([on = "-", days = "-", risk = "-", output = ""], at) => ({ id: `r${at + 1}`, description: null, tests: [on, days, risk], outputs: [output], annotations: [`c${at + 1}`] })),
});
const HOLIDAY = table([["[date(\"2021-02-11\")..date(\"2021-02-17\")]", "(3..7)", "\"high\"", "\"stay\""], ["-", ">= 7", "-", "\"ask\""]]);
const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

test("the values a table tells apart, for forms and for reading examples", () => {
  expect(columnValues(compileTable(HOLIDAY)).map(({ name, kind, classes }) => [name, kind, classes.map(({ text }) => text)])).toEqual([
    ["on", "date", ["<= date(\"2021-02-10\")", "date(\"2021-02-11\")", "[date(\"2021-02-12\")..date(\"2021-02-16\")]", "date(\"2021-02-17\")", ">= date(\"2021-02-18\")"]],
    ["days", "number", ["0", "(0..3)", "3", "(3..7)", "7", "(7..30)", "30"]],
    ["risk", "string", ["\"high\"", "-"]],
  ]);
});

test("decision, explanation, check and comparison are data that can be sent and read again", () => {
  const made = compileTable(HOLIDAY);
  const { decision, explanation } = decideExplained(made, { on: "2021-02-12", days: 9n, risk: "high" });
  expect(plain({ decision, explanation })).toEqual({
    decision: { kind: "value", value: "ask" },
    explanation: {
      hits: [{ row: 1, id: "r2", clauses: ["c2"], value: "ask" }],
      nearMisses: [{ row: 0, id: "r1", clauses: ["c1"], value: "stay", fact: "days", asks: "(3..7)", given: "9" }],
      facts: [{ fact: "days", value: "9" }], given: [{ fact: "on", value: "2021-02-12" }, { fact: "days", value: "9" }, { fact: "risk", value: "high" }], clauses: ["c2"],
    },
  });
  for (const facts of [{ on: "2021-02-12", days: 31n, risk: "high" }, { on: "2021-02-12", days: Number.NaN, risk: "high" }, { on: "2021-02-12" }]) {
    const answer = decideExplained(made, facts).decision;
    expect(plain(answer)).toEqual(answer);
  }
  const check = checkTable(made);
  expect(check.findings.map(({ kind }) => kind)).toContain("gap");
  expect(plain(check)).toEqual(check);
  const comparison = compareTables(compileTable(table([["-", "-", "-", "\"stay\""]])), made, { order: ["ask", "stay"] });
  expect(comparison.differences.map(({ kind }) => kind)).toEqual(["stricter", "added"]);
  expect(plain(comparison)).toEqual(comparison);
});

test("a comparison claims nothing of a cell or an answer that has to be worked out", () => {
  const open = table([["-", "modulo(?, 2) = 0", "-", "\"stay\""], ["-", "-", "-", "if days > 3 then \"ask\" else \"stay\""]]);
  const [lower, upper] = [compileTable(open, { feel: feelOfTable(open) }), compileTable(table([["-", "-", "-", "\"ask\""]]))];
  const { differences, complete } = compareTables(lower, upper, { order: ["ask", "stay"] });
  expect([complete, differences.map(({ kind }) => kind)]).toEqual([false, ["incomparable"]]);
});
