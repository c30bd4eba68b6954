import { checkTable, compareTables, compileTable, type CheckReport, type CompiledTable, type Comparison, type DecisionTable } from "#engines/rules";
import type { LocalText } from "#platform/i18n";
import { scalar, tryCase } from "./try-case.ts";
import type { ClauseChoice, RuleComparison, RuleFault, RuleFinding, TriedCase } from "./desk-view.ts";
import type { RuleContent } from "./rule-content.ts";
import { comparisonFaults, contentFaults, exampleFaults, findingFaults } from "./rule-faults.ts";
import { isTooLarge, shapeFaults } from "./shape-faults.ts";

/**
 * A table of the level above, and where it is stated. `outcomes`: its verdicts from free to strict; the rule's own order counts where it has
 * none. `table` null: it is there and cannot be read or proved, so nothing can be compared with it.
 */
export type LevelAbove = { readonly title: LocalText; readonly source: LocalText; readonly outcomes: readonly string[] | null; readonly table: DecisionTable | null };

/** What a rule is checked against. `above`: the level above and where it is stated; `inForce`: the version people are answered by now. */
export type RuleGround = {
  /** Null: there is no such notice in force. */
  readonly clauses: readonly ClauseChoice[] | null;
  readonly above: LevelAbove | null;
  /** Further tables of the level above that come in force while this rule is. */
  readonly aboveLater?: readonly LevelAbove[];
  readonly inForce: { readonly version: number; readonly content: RuleContent } | null;
};

/** A rule looked at as a whole. Without faults it may be handed in and released. */
export type CheckedRule = {
  readonly compiled: CompiledTable;
  readonly report: Omit<CheckReport, "findings"> & { readonly findings: readonly RuleFinding[] };
  readonly above: { readonly title: LocalText; readonly source: LocalText; readonly comparison: RuleComparison } | null;
  readonly inForce: { readonly version: number; readonly effectiveFrom: string; readonly comparison: RuleComparison } | null;
  readonly examples: readonly { readonly passed: boolean; readonly got: TriedCase }[];
  readonly faults: readonly RuleFault[];
};

/** A table made ready. Cells that are more than constants and ranges cannot be proved, so they are never worked out: no rule with one is released. */
export const compileRule = (table: DecisionTable): CompiledTable => compileTable(table);

/**
 * Checks a rule over all cases, against the level above, against the version in force and by its own examples, and lists everything
 * that keeps it from being handed in. Pure; the same rule on the same ground gives the same report.
 */
export function checkRule(content: RuleContent, { clauses, above, aboveLater = [], inForce }: RuleGround): CheckedRule {
  const shape = shapeFaults(content.table);
  // What is too large would keep everybody waiting: it is told, and not looked at.
  const table = isTooLarge(content.table) ? { ...content.table, inputs: [], rules: [] } : shape.length > 0 ? straightened(content.table) : content.table;
  const compiled = compileRule(table);
  const { findings: all, ...report } = checkTable(compiled, { setsMax: SETS_MAX });
  const findings = all.slice(0, FINDINGS_MAX);
  const told = findings.map((each): RuleFinding => ({ ...each, rows: each.rows.map((row) => idOf(table, row)), example: each.example === null ? null : plain(each.example) }));
  const order = content.outcomes.map(({ value }) => value);
  const levels = [...(above === null ? [] : [above]), ...aboveLater].map(({ title, source, outcomes, table: upper }) =>
    ({ title, source, outcomes: outcomes ?? order, comparison: upper === null ? null : comparisonOf(compiled, compileRule(upper), outcomes ?? order, content) }));
  const shown = above === null ? undefined : levels[0];
  const withAbove = shown === undefined || shown.comparison === null ? null : { title: shown.title, source: shown.source, comparison: shown.comparison };
  const withInForce = inForce === null ? null : { version: inForce.version, effectiveFrom: inForce.content.effectiveFrom, comparison: comparisonOf(compiled, compileRule(inForce.content.table), order, content) };
  const examples = content.examples.map(({ facts, expect }) => {
    const got = tryCase(compiled, content, facts);
    return { passed: got.value !== null && String(got.value) === expect, got };
  });
  return {
    compiled, report: { ...report, findings: told }, above: withAbove, inForce: withInForce, examples,
    faults: [
      ...shape, ...contentFaults(content, compiled, clauses), ...findingFaults(told, content), ...(report.proved < report.cases && !told.some(({ kind }) => kind === "too-large") ? [TOO_LARGE] : []),
      ...levels.flatMap(({ comparison, outcomes }) => (comparison === null ? [UNPROVED] : comparisonFaults(comparison, outcomes))), ...exampleFaults(content, examples),
    ],
  };
}

function comparisonOf(lower: CompiledTable, upper: CompiledTable, order: readonly string[], { approvals }: RuleContent): RuleComparison {
  const { differences, ...counts }: Comparison = compareTables(lower, upper, { order, setsMax: SETS_MAX, output: lower.table.outputs[0]?.name ?? null });
  return {
    ...counts, unlike: [...counts.unlike],
    differences: differences.map(({ lowerRow, upperRow, lower: below, upper: over, example, ...rest }) => {
      const row = lowerRow === null ? null : idOf(lower.table, lowerRow);
      return {
        ...rest, lowerRow: row, upperRow: upperRow === null ? null : idOf(upper.table, upperRow), lower: scalar(below), upper: scalar(over), example: plain(example),
        upperClauses: [...(upper.rows.find((each) => each.row === upperRow)?.clauses ?? [])],
        document: approvals.find((approval) => approval.row === row && approval.document.trim() !== "")?.document ?? null,
      };
    }),
  };
}

const plain = (example: Readonly<Record<string, Parameters<typeof scalar>[0]>>) => Object.fromEntries(Object.entries(example).map(([fact, value]) => [fact, scalar(value)]));
const idOf = (table: DecisionTable, row: number): string => table.rules[row]?.id ?? String(row + 1);

/** A table whose rows are as wide as its columns, so that the rest of it can be looked at. */
function straightened(table: DecisionTable): DecisionTable {
  const fit = (cells: readonly string[], length: number, filler: string): string[] => Array.from({ length }, (_, at) => cells[at] ?? filler);
  return { ...table, rules: table.rules.map((rule) => ({ ...rule, tests: fit(rule.tests, table.inputs.length, "-"), outputs: fit(rule.outputs, table.outputs.length, ""), annotations: fit(rule.annotations, table.annotations.length, "") })) };
}

/** Sets of rows kept at a time, and findings told: a save answers within a second or two, whatever the table. */
const SETS_MAX = 20_000;
const FINDINGS_MAX = 200;

const UNPROVED: RuleFault = {
  field: "above", problem: { zh: "上一级正在用的规则表读不了，没法对比", en: "The rule of the level above cannot be read or proved, so nothing can be compared with it" },
  remedy: { zh: "请系统管理员查看日志；修好以前不能签发。", en: "Ask the system's administrator to look into the log; nothing can be released before it is mended." },
};
const TOO_LARGE: RuleFault = {
  field: "table", problem: { zh: "情况太多，没能全部查完", en: "There are too many cases to check them all" },
  remedy: { zh: "把一张表拆成几张，或者少用几个互不相干的条件。", en: "Split the table, or use fewer independent conditions." },
};
