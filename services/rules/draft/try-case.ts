import { almosts, decideExplained, reasons, wordsIn, type CompiledTable, type FactValue, type Value } from "#engines/rules";
import type { TriedCase } from "./desk-view.ts";
import type { RuleContent } from "./rule-content.ts";

/** A case decided by a rule, with its reasons in both languages; what is not known yet is told as a need. */
export function tryCase(compiled: CompiledTable, content: RuleContent, facts: Readonly<Record<string, FactValue>>): TriedCase {
  const { decision, explanation } = decideExplained(compiled, facts);
  const idOf = (row: number): string => compiled.rows.find((each) => each.row === row)?.id ?? String(row + 1);
  const error = decision.kind !== "error" ? null : "rows" in decision.error
    ? { code: decision.error.code, fact: null, rows: decision.error.rows.map(idOf) }
    : { code: decision.error.code, fact: decision.error.fact, rows: [] };
  const [zh, en] = [wordsIn(content, "zh"), wordsIn(content, "en")];
  return {
    value: decision.kind === "value" ? scalar(decision.value) : null, needs: decision.kind === "needs" ? [...decision.facts] : [], error,
    rows: explanation?.hits.map(({ id }) => id) ?? [], clauses: [...explanation?.clauses ?? []],
    used: explanation?.facts.map(({ fact, value }) => ({ fact, value: scalar(value) })) ?? [],
    reasons: explanation === null ? { zh: [], en: [] } : { zh: reasons(explanation, zh), en: reasons(explanation, en) },
    almosts: explanation === null ? { zh: [], en: [] } : { zh: almosts(explanation, zh), en: almosts(explanation, en) },
  };
}

/** A value as the desk shows it: several answers, or answers with names, as text. */
export function scalar(value: Value | bigint): string | number | boolean | null {
  if (typeof value === "bigint") return String(value);
  return value !== null && typeof value === "object" ? JSON.stringify(value) : value;
}
