import { CLAUSE_ANNOTATION, columnValues, type DecisionTable, type Value } from "#engines/rules";
import { compileRule } from "./check-rule.ts";
import { own } from "./own.ts";
import type { RuleContent } from "./rule-content.ts";

const NO_WORDS = { zh: "", en: "" };

/** A new rule around a table that came in a file: every word the officers still have to give is there, empty. */
export function beginRule(table: DecisionTable, { notice, today }: { readonly notice: string; readonly today: string }): RuleContent {
  return withTable({
    title: NO_WORDS, notice, table: mutable(table), facts: {}, outcomes: [], rows: {}, near: NEAR, examples: [], approvals: [], above: null, effectiveFrom: today, effectiveTo: null,
  }, table);
}

/** The same rule with another table: words of facts, values, verdicts and rows that are still there stay, new ones are there, empty. */
export function withTable(content: RuleContent, given: DecisionTable): RuleContent {
  const table: DecisionTable = given.annotations.includes(CLAUSE_ANNOTATION) ? given : { ...given, annotations: [...given.annotations, CLAUSE_ANNOTATION], rules: given.rules.map((rule) => ({ ...rule, annotations: [...rule.annotations, ""] })) };
  const compiled = compileRule(table);
  const facts = Object.fromEntries(columnValues(compiled).map(({ name, label, kind, classes }) => {
    const known = own(content.facts, name);
    const values = kind === "string" || kind === "boolean" ? classes.flatMap(({ example, other }) => (other ? [] : [String(example)])) : [];
    return [name, { name: known?.name ?? { zh: label, en: "" }, values: Object.fromEntries(values.map((value) => [value, own(known?.values ?? {}, value) ?? (kind === "boolean" ? own(TRUTHS, value) : undefined) ?? NO_WORDS])) }];
  }));
  const verdicts = [...new Set(compiled.outcomes.map((value) => String(firstOf(value, table))))];
  const known = new Set(content.outcomes.map(({ value }) => value));
  const ids = new Set(table.rules.map(({ id }) => id ?? ""));
  return {
    ...content, table: mutable(table), facts,
    outcomes: [...content.outcomes, ...verdicts.filter((value) => !known.has(value) && value !== "null").map((value) => ({ value, name: NO_WORDS, tone: "warn" as const }))],
    rows: Object.fromEntries(table.rules.map(({ id }) => [id ?? "", own(content.rows, id ?? "") ?? NO_WORDS])),
    approvals: content.approvals.filter(({ row }) => ids.has(row)),
  };
}

/** The table as content holds it. */
export const mutable = (table: DecisionTable): RuleContent["table"] => structuredClone(table) as RuleContent["table"];

function firstOf(value: Value, { outputs }: DecisionTable): Value {
  return value !== null && typeof value === "object" && !Array.isArray(value) ? ((value as { readonly [name: string]: Value })[outputs[0]?.name ?? ""] ?? null) : value;
}

const TRUTHS: Readonly<Record<string, { readonly zh: string; readonly en: string }>> = { true: { zh: "是", en: "Yes" }, false: { zh: "不是", en: "No" } };
const NEAR = { zh: "“{fact}”要是答“{asks}”，而不是“{value}”，结果就会不同。", en: "If the answer to “{fact}” were “{asks}” rather than “{value}”, the outcome would be different." };
