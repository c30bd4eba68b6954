import { columnValues, compareTables, compileTable, decideExplained, reasons, versionAt, wordsIn, type FactValue } from "#engines/rules";
import type { LocalText } from "#platform/i18n";
import { RANKS, type Authority, type RuleEdition, type Verdict } from "./authority.ts";

/** A row of a lower level that is stricter than the level above, or speaks where that is silent. */
export type StricterRow = {
  readonly row: string;
  readonly here: Verdict;
  /** Null: the level above says nothing of these cases. */
  readonly above: Verdict | null;
  /** Of how many different cases this is so; and one of them, said in words. */
  readonly cases: number;
  readonly example: { readonly zh: readonly string[]; readonly en: readonly string[] };
  readonly notice: string | null;
  readonly clauses: readonly string[];
  /** The document that approves it; null: none is named, and then it is an addition nobody approved. */
  readonly document: string | null;
};

/** What one authority adds to the level above it. `isComplete` false: not every case could be compared. */
export type StricterRules = { readonly authority: Authority; readonly version: number; readonly above: LocalText; readonly rows: readonly StricterRow[]; readonly isComplete: boolean };

/**
 * 层层加码: what each level adds to the one next above it whose rule is in force on a day, as far as was known. Levels are compared over all cases; those whose
 * tables ask nothing in common are not. From the state down; levels that add nothing are listed with no rows.
 */
export function stricterRules(authorities: readonly Authority[], { on, known }: { readonly on: string; readonly known: string }): readonly StricterRules[] {
  const inForce = authorities.flatMap((authority) => {
    const found = versionAt(authority.editions, { on, known });
    const edition = authority.editions.find((each) => each === found);
    return edition === undefined || edition.plain === null || edition.text === null || authority.rank === "region" ? [] : [{ authority, edition, text: edition.text, plain: edition.plain }];
  });
  return inForce.flatMap(({ authority, edition, text, plain }): StricterRules[] => {
    // The nearest level above that decides by the same verdicts.
    const upper = inForce.filter((other) => RANKS.indexOf(other.authority.rank) < RANKS.indexOf(authority.rank) && other.text.outcomes.length > 0).at(-1);
    if (upper === undefined || (authority.rank !== "city" && authority.rank !== "district")) return [];
    const table = compileTable(plain);
    const { differences, complete } = compareTables(table, compileTable(upper.plain), { order: text.outcomes.map(({ value }) => value), output: plain.outputs[0]?.name ?? null });
    const verdict = (value: unknown): Verdict | null => text.outcomes.find((each) => each.value === String(value)) ?? null;
    const rows = differences.filter(({ kind, lower }) => kind === "stricter" || (kind === "added" && verdict(lower) !== text.outcomes[0])).flatMap(({ lowerRow, lower, upper: over, kind, cases, example }): StricterRow[] => {
      const [here, row] = [verdict(lower), table.rows.find((each) => each.row === lowerRow)];
      if (here === null || row === undefined) return [];
      return [{
        row: row.id, here, above: kind === "added" ? null : verdict(over), cases, example: said(edition, example as Readonly<Record<string, FactValue | null>>), notice: text.notice, clauses: row.clauses,
        document: text.approvals.find((each) => each.row === row.id && each.document.trim() !== "")?.document ?? null,
      }];
    });
    return [{ authority, version: edition.version, above: upper.authority.title, rows, isComplete: complete }];
  });
}

/** The sentence of a case. Facts that make no difference to it are left open; any value will do. */
function said({ table, text }: RuleEdition, facts: Readonly<Record<string, FactValue | null>>): StricterRow["example"] {
  const whole = table === null ? {} : Object.fromEntries(columnValues(table).map(({ name, classes }) => [name, facts[name] ?? classes.find(({ other }) => !other)?.example ?? null]));
  const explanation = table === null ? null : decideExplained(table, whole as Readonly<Record<string, FactValue>>).explanation;
  return explanation === null || text === null ? { zh: [], en: [] } : { zh: reasons(explanation, wordsIn(text, "zh")), en: reasons(explanation, wordsIn(text, "en")) };
}
