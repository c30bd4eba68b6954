import { expect, test } from "vitest";
import type { DecisionTable } from "./decision-table.ts";
import { compileTable } from "./compile-table.ts";
import { explainedAnyway } from "./explained-anyway.ts";

const TABLE: DecisionTable = {
  kind: "table", id: null, hitPolicy: "unique", aggregation: null, annotations: [],
  inputs: [{ id: null, label: null, expression: "by", typeRef: "string", allowed: '"air","rail"' }, { id: null, label: null, expression: "early", typeRef: "boolean", allowed: "true,false" }],
  outputs: [{ id: null, label: null, name: null, typeRef: "string", allowed: null, fallback: null }],
  rules: [["rail", ['"rail"', "-"], "ask"], ["early", ['"air"', "true"], "free"], ["late", ['"air"', "false"], "free"]].map(([id, tests, out]) => ({ id: String(id), description: null, tests: tests as string[], outputs: [`"${String(out)}"`], annotations: [] })),
};

test("a fact that cannot change the answer or its reason is not asked", () => {
  const { decision, explanation } = explainedAnyway(compileTable(TABLE), { by: "rail" });
  expect([decision, explanation?.hits.map(({ id }) => id)]).toEqual([{ kind: "value", value: "ask" }, ["rail"]]);
});
test("where the answer is the same but its reason is not, the fact is asked", () => {
  expect(explainedAnyway(compileTable(TABLE), { by: "air" }).decision).toEqual({ kind: "needs", facts: ["early"] });
});
