import type { RuleContent } from "./rule-content.ts";

/** A small rule to try things on: three rows, two facts, three verdicts. */
export const EXAMPLE_RULE: RuleContent = {
  title: { zh: "出行规则", en: "Rule on travel" }, notice: "stay-put",
  table: {
    kind: "table", id: null, hitPolicy: "first", aggregation: null, annotations: ["clause"],
    inputs: [{ id: null, label: "住在", expression: "risk", typeRef: "string", allowed: '"low", "medium", "high"' }, { id: null, label: "年龄", expression: "age", typeRef: "number", allowed: null }],
    outputs: [{ id: null, label: null, name: null, typeRef: "string", allowed: null, fallback: null }],
    rules: [
      { id: "1-01", description: null, tests: ['"high"', "-"], outputs: ['"no"'], annotations: ["part-1"] },
      { id: "1-02", description: null, tests: ['"medium", "high"', ">= 60"], outputs: ['"ask"'], annotations: [""] },
      { id: "1-03", description: null, tests: ["-", "-"], outputs: ['"yes"'], annotations: ["part-1, part-2"] },
    ],
  },
  facts: { risk: { name: { zh: "住在", en: "Lives in" }, values: { low: { zh: "低", en: "low" }, medium: { zh: "中", en: "medium" }, high: { zh: "高", en: "high" } } }, age: { name: { zh: "年龄", en: "Age" }, values: {} } },
  outcomes: [{ value: "yes", name: { zh: "可以", en: "You can" }, tone: "ok" }, { value: "ask", name: { zh: "须经批准", en: "Needs approval" }, tone: "appr" }, { value: "no", name: { zh: "不得", en: "Must not" }, tone: "no" }],
  rows: { "1-01": { zh: "住在高风险地区。", en: "You live in a high-risk area." }, "1-02": { zh: "六十岁以上。", en: "You are 60 or older." }, "1-03": { zh: "没有别的规定。", en: "Nothing else applies." } },
  near: { zh: "", en: "" }, examples: [{ name: { zh: "老人", en: "An old man" }, facts: { risk: "medium", age: 70 }, expect: "ask" }], approvals: [], above: null, effectiveFrom: "2021-01-26", effectiveTo: null,
};
