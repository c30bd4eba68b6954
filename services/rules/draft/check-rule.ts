import { checkTable, compareTables, compileTable, feelOfTable, type CheckReport, type CompiledTable, type Comparison, type DecisionTable } from "#engines/rules";
import type { LocalText } from "#platform/i18n";
import { scalar, tryCase } from "./try-case.ts";
import type { ClauseChoice, RuleComparison, RuleFault, RuleFinding, TriedCase } from "./desk-view.ts";
import type { RuleContent } from "./rule-content.ts";
import { comparisonFaults, contentFaults, exampleFaults, findingFaults, shapeFaults } from "./rule-faults.ts";

/** What a rule is checked against. `above`: the level above and where it is stated; `inForce`: the version people are answered by now. */
export type RuleGround = {
  /** Null: there is no such notice in force. */
  readonly clauses: readonly ClauseChoice[] | null;
  readonly above: { readonly title: LocalText; readonly source: LocalText; readonly table: DecisionTable } | null;
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

/** A table made ready, with the interpreter for cells that are more than constants and ranges. */
export const compileRule = (table: DecisionTable): CompiledTable => compileTable(table, { feel: feelOfTable(table) });

/**
 * Checks a rule over all cases, against the level above, against the version in force and by its own examples, and lists everything
 * that keeps it from being handed in. Pure; the same rule on the same ground gives the same report.
 */
export function checkRule(content: RuleContent, { clauses, above, inForce }: RuleGround): CheckedRule {
  const shape = shapeFaults(content.table);
  const table = shape.length > 0 ? straightened(content.table) : content.table;
  const compiled = compileRule(table);
  const { findings, ...report } = checkTable(compiled);
  const told = findings.map((each): RuleFinding => ({ ...each, rows: each.rows.map((row) => idOf(table, row)), example: each.example === null ? null : plain(each.example) }));
  const order = content.outcomes.map(({ value }) => value);
  const withAbove = above === null ? null : { title: above.title, source: above.source, comparison: comparisonOf(compiled, compileRule(above.table), order, content) };
  const withInForce = inForce === null ? null : { version: inForce.version, effectiveFrom: inForce.content.effectiveFrom, comparison: comparisonOf(compiled, compileRule(inForce.content.table), order, content) };
  const examples = content.examples.map(({ facts, expect }) => {
    const got = tryCase(compiled, content, facts);
    return { passed: got.value !== null && String(got.value) === expect, got };
  });
  return {
    compiled, report: { ...report, findings: told }, above: withAbove, inForce: withInForce, examples,
    faults: [
      ...shape, ...contentFaults(content, compiled, clauses), ...findingFaults(told, content), ...(report.proved < report.cases && !told.some(({ kind }) => kind === "too-large") ? [TOO_LARGE] : []),
      ...(withAbove === null ? [] : comparisonFaults(withAbove.comparison, order)), ...exampleFaults(content, examples),
    ],
  };
}

function comparisonOf(lower: CompiledTable, upper: CompiledTable, order: readonly string[], { approvals }: RuleContent): RuleComparison {
  const { differences, ...counts }: Comparison = compareTables(lower, upper, { order, output: lower.table.outputs[0]?.name ?? null });
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

const TOO_LARGE: RuleFault = {
  field: "table", problem: { zh: "情况太多，没能全部查完", en: "There are too many cases to check them all" },
  remedy: { zh: "把一张表拆成几张，或者少用几个互不相干的条件。", en: "Split the table, or use fewer independent conditions." },
};
