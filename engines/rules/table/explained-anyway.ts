import { columnValues } from "./column-values.ts";
import type { FactValue } from "./column.ts";
import type { CompiledTable, Facts } from "./compile-table.ts";
import { decideExplained } from "./decide.ts";
import type { Decision } from "./decision.ts";
import type { Explanation } from "./explanation.ts";

/** A decision with its reasons. */
export type Explained = { readonly decision: Decision; readonly explanation: Explanation | null };

/**
 * Decides a case and says why, also where facts are missing that cannot change the answer: the row that answers is then the same whatever they are. Where other
 * rows would give the same answer for other reasons, the facts are asked for, because nobody is told a reason that may not be theirs.
 */
export function explainedAnyway(table: CompiledTable, facts: Facts): Explained {
  const found = decideExplained(table, facts);
  if (found.decision.kind !== "value" || found.explanation !== null) return found;
  const open = columnValues(table).filter(({ name }) => facts[name] === undefined || facts[name] === null);
  let completions: Record<string, FactValue>[] = [{ ...facts as Record<string, FactValue> }];
  for (const { name, classes } of open) {
    const values = classes.filter(({ other }) => !other).map(({ example }) => example as FactValue);
    completions = completions.flatMap((each) => values.map((value) => ({ ...each, [name]: value })));
    if (completions.length > COMPLETIONS_MAX) return needs(open);
  }
  const explained = completions.map((each) => decideExplained(table, each).explanation);
  const rows = new Set(explained.map((each) => each?.hits.map(({ id }) => id).join(" ") ?? ""));
  return rows.size === 1 ? { decision: found.decision, explanation: explained[0] ?? null } : needs(open);
}

const needs = (open: readonly { readonly name: string }[]): Explained => ({ decision: { kind: "needs", facts: open.map(({ name }) => name) }, explanation: null });
const COMPLETIONS_MAX = 2_000;
