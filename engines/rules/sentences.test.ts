import { expect, test } from "vitest";
import { almosts, compileTable, decideExplained, type DecisionTable, missingWords, reasons, type RuleWords } from "./index.ts";

const TABLE: DecisionTable = {
  kind: "table", id: null, hitPolicy: "first", aggregation: null, annotations: [],
  inputs: [{ id: null, label: null, expression: "origin", typeRef: "string", allowed: "\"low\",\"medium\"" }, { id: null, label: null, expression: "approved", typeRef: "boolean", allowed: null }],
  outputs: [{ id: null, label: null, name: null, typeRef: "string", allowed: null, fallback: null }],
  rules: [
    { id: "approved", description: null, tests: ["\"medium\"", "true"], outputs: ["\"may\""], annotations: [] },
    { id: "medium", description: null, tests: ["\"medium\"", "-"], outputs: ["\"ask\""], annotations: [] },
    { id: "low", description: null, tests: ["-", "-"], outputs: ["\"may\""], annotations: [] },
  ],
};
const ZH: RuleWords = {
  facts: { origin: "出发地", approved: "批准" }, values: { origin: { low: "低风险", medium: "中风险" }, approved: { true: "已有", false: "没有" } },
  rows: { medium: "您从{origin}地区出发，还{approved}批准。" }, near: "如果{fact}是“{asks}”（现在是“{value}”），结果会不同。",
};

test("sentences are the pack's words with the case's values", () => {
  const { explanation } = decideExplained(compileTable(TABLE), { origin: "medium", approved: false });
  if (explanation === null) throw new Error("a decision has an explanation");
  expect(reasons(explanation, ZH)).toEqual(["您从中风险地区出发，还没有批准。"]);
  expect(almosts(explanation, ZH)).toEqual(["如果批准是“已有”（现在是“没有”），结果会不同。"]);
});

test("a row without words says nothing and is named before anybody releases the table", () => {
  const { explanation } = decideExplained(compileTable(TABLE), { origin: "low", approved: false });
  expect(explanation === null ? null : reasons(explanation, ZH)).toEqual([]);
  expect(missingWords(compileTable(TABLE), { ...ZH, rows: { ...ZH.rows, low: "去{nowhere}。" } })).toEqual({ rows: ["approved"], facts: [], unknown: ["nowhere"] });
});
