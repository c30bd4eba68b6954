import { modelOfTable, problemWords, readDmn, tableOfDecision, writeDmn, type DecisionTable, type DmnProblem } from "#engines/rules";
import type { LocalText } from "#platform/i18n";
import type { RuleContent } from "./rule-content.ts";

/** One thing wrong with a file: the element and cell, the problem and what to do about it. */
export type FileFault = { readonly field: string; readonly problem: LocalText; readonly remedy: LocalText };

/** A table out of a file of DMN 1.1 to 1.5, or everything that is wrong with it. `decision` names one of several tables. */
export async function tableInFile(xml: string, decision: string | null): Promise<{ readonly table: DecisionTable } | { readonly faults: readonly FileFault[] }> {
  const read = await readDmn(xml);
  if (read.kind === "refused") return { faults: read.problems.map(faultOf) };
  const found = tableOfDecision(read.model, decision);
  return found.kind === "refused" ? { faults: found.problems.map(faultOf) } : { table: withIds(found.table) };
}

/** The rule's table as a file of DMN 1.5; read back it is the same table. */
export async function fileOfTable({ title, table }: RuleContent, ruleKey: string): Promise<string> {
  return writeDmn(modelOfTable(table, { name: ruleKey, namespace: `urn:anxin:rule:${ruleKey}`, description: title.zh }));
}

/** Rows are known by their ids: words and documents hang on them. A file may leave them out. */
function withIds(table: DecisionTable): DecisionTable {
  const taken = new Set(table.rules.flatMap(({ id }) => (id === null ? [] : [id])));
  let last = 0;
  const next = (): string => {
    do last += 1; while (taken.has(`r-${last}`));
    return `r-${last}`;
  };
  return { ...table, rules: table.rules.map((rule) => (rule.id === null ? { ...rule, id: next() } : rule)) };
}

function faultOf(problem: DmnProblem): FileFault {
  const [zh, en] = [problemWords(problem, "zh"), problemWords(problem, "en")];
  const { element, cell } = problem;
  const place = cell === null ? "" : ` [${cell.row + 1}${cell.column === null ? "" : `, ${cell.column + 1}`}]`;
  return { field: problem.code === "several-tables" || problem.code === "decision-unknown" ? "decision" : `${element}${place}`, problem: { zh: zh.problem, en: en.problem }, remedy: { zh: zh.remedy, en: en.remedy } };
}
