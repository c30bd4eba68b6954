import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { checkTable } from "../table/check-table.ts";
import { compileTable, type Facts } from "../table/compile-table.ts";
import { decide, decideExplained } from "../table/decide.ts";
import type { Decision } from "../table/decision.ts";
import { type DecisionTable, HIT_POLICIES } from "../table/decision-table.ts";
import { randomTable } from "../table/example-tables.ts";
import type { DmnModel } from "./dmn-model.ts";
import { feelTest } from "./feel.ts";
import { feelOfTable, plainValue } from "./feel-of-table.ts";
import type { FeelContext, FeelValue } from "./feel-value.ts";
import { interpretTable } from "./interpret-table.ts";
import { opened, type OpenedTable } from "./example-tables.ts";
import { dateOf } from "./temporal-text.ts";
import { isError, type TroubleCode } from "./trouble.ts";
import type { TypeScope } from "./types.ts";

const EMPTY: DmnModel = { kind: "dmn", id: null, name: "", namespace: "urn:none", description: null, imports: [], types: [], inputs: [], decisions: [], knowledge: [], services: [], sources: [] };
const TYPES: TypeScope = { model: EMPTY, imported: () => null, test: () => true };

/** A compiled table takes a day as text; FEEL has dates. */
function asFeel(table: DecisionTable, facts: Facts): FeelContext {
  return Object.fromEntries(table.inputs.map(({ expression, typeRef }): [string, FeelValue] => {
    const fact = facts[expression] ?? null;
    return [expression, typeof fact === "bigint" ? Number(fact) : typeRef === "date" && typeof fact === "string" ? dateOf(fact) : fact];
  }));
}

/** What the interpreter takes for a cell that does not hold, a compiled table names: a cell that could not be judged. */
const UNJUDGED = "a cell could not be judged";

/** The answer of the interpreter; "!" for rows that contradict each other, "?" for a result that cannot be worked out. */
function interpreted(table: DecisionTable, facts: Facts, answer: unknown): unknown {
  const cells = new Set(table.rules.flatMap(({ tests }) => tests));
  const troubles: { code: TroubleCode; inCell: boolean }[] = [];
  const scope = asFeel(table, facts);
  const value = interpretTable({ ...table, typeRef: null }, scope, TYPES, (code, _, expression) => { troubles.push({ code, inCell: expression !== undefined && cells.has(expression) }); });
  // A compiled table stops at the first cell that fails. "No rule" is right only where another cell rules out each row with one: such a cell is no failure of the answer.
  if (answer === UNJUDGED && troubles.some(({ code }) => code === "expression-failed")) return UNJUDGED;
  if (answer === null && troubles.some(({ inCell }) => inCell) && table.rules.some((rule) => isOpen(table, rule, scope))) return UNJUDGED;
  if (troubles.some(({ code }) => code === "several-hits" || code === "different-outputs")) return "!";
  // Of several results the interpreter leaves out the one that fails; a compiled table then gives none.
  const failed = troubles.some(({ code, inCell }) => !inCell && isError({ code, element: "", expression: null, detail: "" }));
  return failed && (value === null || answer === "?") ? "?" : rounded(plainValue(value));
}

/** Whether no cell of the row is false, and one fails. */
function isOpen(table: DecisionTable, { tests }: DecisionTable["rules"][number], scope: FeelContext): boolean {
  let failed = false;
  const judged = tests.map((cell, column) => {
    let own = false;
    const holds = feelTest(cell, scope[table.inputs[column]?.expression ?? ""] ?? null, scope, (code) => { own ||= code === "expression-failed"; }, TYPES);
    failed ||= own;
    return own || holds === true;
  });
  return failed && judged.every((each) => each);
}

/** The answer of the compiled table, in the same words. */
function compiled(table: DecisionTable, facts: Facts): unknown {
  const made = compileTable(table, { feel: feelOfTable(table) });
  const decision = decide(made, facts);
  expect(decideExplained(made, facts).decision).toEqual(decision);
  if (decision.kind === "value") return rounded(decision.value);
  if (decision.kind === "needs") return decision;
  return { "no-rule-applies": null, "rules-contradict": "!", "output-not-computable": "?", "cell-not-decidable": UNJUDGED, "wrong-type": "wrong type", "outside-domain": null }[decision.error.code];
}

function expectAlike(table: DecisionTable, facts: Facts): void {
  const answer = compiled(table, facts);
  expect(answer, JSON.stringify({ facts, table })).toEqual(interpreted(table, facts, answer));
}

/** Interpreted numbers are binary floats, compiled ones decimals. */
const rounded = (value: unknown): unknown => (typeof value === "number" ? Number(value.toPrecision(12)) : value);

const PICKS = fc.array(fc.nat(), { minLength: 4, maxLength: 4 });
const casesOf = ({ cases }: OpenedTable, picks: readonly number[]): Facts[] => picks.map((pick) => cases[pick % cases.length] ?? {});

describe("a table compiled and the same table interpreted", () => {
  test("decide alike, whatever the cells, the policy and the facts", () => {
    fc.assert(fc.property(randomTable(HIT_POLICIES), PICKS, (random, picks) => {
      for (const facts of casesOf(random, picks)) expectAlike(random.table, facts);
    }), { numRuns: 100 });
  });

  test("decide alike where cells and outputs have to be worked out, and where rows are aggregated", () => {
    fc.assert(fc.property(opened(HIT_POLICIES), PICKS, (random, picks) => {
      for (const facts of casesOf(random, picks)) expectAlike(random.table, facts);
    }), { numRuns: 300 });
  });

  // Unless a cell then fails: the answer was the same whatever it said.
  test("with facts missing, an answer is what every value of them would give", () => {
    fc.assert(fc.property(opened(["first", "unique", "any", "priority"]), fc.nat(), fc.nat(), (random, pick, hide) => {
      const whole = random.cases[pick % random.cases.length] ?? {};
      const known = Object.fromEntries(Object.entries(whole).filter((_, at) => ((hide >> at) & 1) === 0));
      const decision = decide(compileTable(random.table, { feel: feelOfTable(random.table) }), known);
      if (decision.kind !== "value") return;
      const alike = random.cases.filter((facts) => Object.entries(known).every(([name, value]) => facts[name] === value));
      for (const facts of alike.slice(0, 30)) expect([rounded(decision.value), UNJUDGED], JSON.stringify({ known, facts, table: random.table })).toContainEqual(compiled(random.table, facts));
    }), { numRuns: 300 });
  });

  test("a check calls no row needless that an answer needs, and no case a gap that has an answer", () => {
    fc.assert(fc.property(opened(["first", "unique", "any", "priority"]), ({ table, cases }) => {
      const feel = feelOfTable(table);
      const made = compileTable(table, { feel });
      for (const { kind, rows, example } of checkTable(made).findings) {
        if (kind === "gap" && example !== null) {
          const said = Object.fromEntries(Object.entries(example).filter(([, value]) => value !== null)) as Facts;
          for (const facts of cases.slice(0, 10)) expect(decide(made, { ...facts, ...said })).toEqual({ kind: "error", error: { code: "no-rule-applies", rows: [] } });
        }
        if (kind !== "unreachable" && kind !== "masked" && kind !== "redundant") continue;
        const without = compileTable({ ...table, rules: table.rules.filter((_, row) => row !== rows[0]) }, { feel });
        for (const facts of cases.slice(0, 40)) expect(plainly(decide(without, facts)), JSON.stringify({ kind, rows, facts, table })).toEqual(plainly(decide(made, facts)));
      }
    }), { numRuns: 300 });
  });
});

/** An answer without the numbers of rows, which another table counts otherwise. */
const plainly = (decision: Decision): unknown => (decision.kind === "error" ? { error: decision.error.code } : decision);
