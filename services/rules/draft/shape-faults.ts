import { modelOfTable, problemWords, tableOfDecision, type DecisionTable, type HitPolicy } from "#engines/rules";
import type { LocalText } from "#platform/i18n";
import type { RuleFault } from "./desk-view.ts";

const fault = (field: string, problem: LocalText, remedy: LocalText): RuleFault => ({ field, problem, remedy });

/** What is checked while somebody waits. Tables people write stay far below. */
const [ROWS_MAX, COLUMNS_MAX] = [500, 16];

/** Too many rows or columns to be looked at over all cases. */
export const isTooLarge = ({ inputs, rules }: DecisionTable): boolean => inputs.length > COLUMNS_MAX || rules.length > ROWS_MAX;

/** Policies under which a case has one verdict: only such tables can be compared with the level above, and answer people. */
const ONE_VERDICT: readonly HitPolicy[] = ["unique", "any", "first", "priority"];

/** Rows that are not as wide as the table, and rows that cannot be told apart. */
export function shapeFaults(table: DecisionTable): RuleFault[] {
  const { inputs, outputs, annotations, rules, hitPolicy } = table;
  const seen = new Set<string>();
  if (isTooLarge(table)) return [fault("table", { zh: `表太大：${rules.length} 条规则、${inputs.length} 件事`, en: `The table is too large: ${rules.length} rules, ${inputs.length} facts` }, { zh: `拆成几张，每张不超过 ${ROWS_MAX} 条规则、${COLUMNS_MAX} 件事。`, en: `Split it into tables of at most ${ROWS_MAX} rules and ${COLUMNS_MAX} facts.` })];
  return [
    ...(ONE_VERDICT.includes(hitPolicy) ? [] : [fault("table", { zh: "这样的表一次会给出几个结论", en: "A table of this kind gives several verdicts at once" }, { zh: "改成只给一个结论的用法：只许命中一条、先命中先用、或者按严的算。", en: "Let it give one verdict: unique, any, first or priority." })]),
    ...(outputs.length > 1 ? [fault("table", { zh: "一张规则表只能有一栏结论", en: "A rule has one column of verdicts" }, { zh: "每一栏结论各做一张表。", en: "Make a table of its own for each." })] : []),
    ...outputs.filter(({ fallback }) => fallback !== null && fallback.trim() !== "").map(() => fault("table", { zh: "没有规则管的情况有一个默认的结论", en: "There is a verdict for cases no rule speaks of" }, { zh: "去掉它，用写明条款的规则代替。", en: "Take it out and write rules that name their clause instead." })),
    ...(rules.length === 0 ? [fault("table", { zh: "表里一条规则也没有", en: "The table has no rules" }, { zh: "加一条规则。", en: "Add a rule." })] : []),
    ...(outputs.length === 0 ? [fault("table", { zh: "表里没有结论这一栏", en: "The table has no column of verdicts" }, { zh: "重新导入一张有结论的表。", en: "Import a table that has verdicts." })] : []),
    ...rules.flatMap(({ id, tests, outputs: given, annotations: notes }, at): RuleFault[] => {
      const name = id ?? String(at + 1);
      const found: RuleFault[] = [];
      if (id === null || id.trim() === "" || seen.has(id)) found.push(fault(`rows.${name}`, { zh: `第 ${at + 1} 条没有自己的编号`, en: `Rule ${at + 1} has no number of its own` }, { zh: "给它一个和别的规则不同的编号。", en: "Give it a number no other rule has." }));
      if (tests.length !== inputs.length || given.length !== outputs.length || notes.length !== annotations.length) found.push(fault(`rows.${name}`, { zh: `规则 ${name} 的格数和表头对不上`, en: `Rule ${name} has not as many cells as the table has columns` }, { zh: "补上缺的格，或者去掉多的。", en: "Add the missing cells or remove the others." }));
      seen.add(name);
      return found;
    }),
    ...nameFaults(table),
  ];
}

/** What a file with this table would be refused for: columns of one name, names and words that are no FEEL, kinds that do not fit. */
function nameFaults(table: DecisionTable): RuleFault[] {
  const read = tableOfDecision(modelOfTable(table, { name: "rule", namespace: "urn:anxin:rule" }));
  return read.kind === "table" ? [] : read.problems.map((problem) => {
    const [zh, en] = [problemWords(problem, "zh"), problemWords(problem, "en")];
    return fault(problem.cell === null ? "table" : `rows.${table.rules[problem.cell.row]?.id ?? problem.cell.row + 1}`, { zh: zh.problem, en: en.problem }, { zh: zh.remedy, en: en.remedy });
  });
}
