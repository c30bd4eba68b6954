import { modelOfTable, problemWords, readDmn, tableOfDecision, writeDmn, type DecisionTable, type DmnProblem } from "#engines/rules";
import type { LocalText } from "#platform/i18n";
import { tableSchema, type RuleContent } from "./rule-content.ts";

/** One thing wrong with a file: the element and cell, the problem and what to do about it. */
export type FileFault = { readonly field: string; readonly problem: LocalText; readonly remedy: LocalText };

/** A table out of a file of DMN 1.1 to 1.5, or everything that is wrong with it. `decision` names one of several tables. */
export async function tableInFile(xml: string, decision: string | null): Promise<{ readonly table: DecisionTable } | { readonly faults: readonly FileFault[] }> {
  const read = await readDmn(xml);
  if (read.kind === "refused") return { faults: read.problems.map(faultOf) };
  const found = tableOfDecision(read.model, decision);
  if (found.kind === "refused") return { faults: found.problems.map(faultOf) };
  const table = withIds(found.table);
  const written = JSON.stringify(table);
  if (written.includes("\\u0000") || !written.isWellFormed() || /\\ud[89a-f]/iu.test(written)) return { faults: [UNKEEPABLE] };
  // What a file may say and a released rule cannot hold would be lost when the rule is read again.
  const fits = tableSchema.safeParse(table);
  return fits.success ? { table } : { faults: fits.error.issues.slice(0, 20).map(({ path }) => ({ field: path.join("."), ...TOO_LONG })) };
}

const UNKEEPABLE = { field: "dmn", problem: { zh: "文件里有不能保存的符号", en: "The file holds signs that cannot be kept" }, remedy: { zh: "去掉 &#0; 这样的符号再导入。", en: "Take signs such as &#0; out and import it again." } };
const TOO_LONG = { problem: { zh: "这里太长、太多，或者名字不能用", en: "Too long, too many, or a name that cannot be used" }, remedy: { zh: "缩短，或者换一个名字，再导入。", en: "Shorten it or choose another name, then import it again." } };

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
