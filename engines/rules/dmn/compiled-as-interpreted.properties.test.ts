import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { compileTable, type Facts } from "../table/compile-table.ts";
import { decide } from "../table/decide.ts";
import { HIT_POLICIES } from "../table/decision-table.ts";
import { randomTable } from "../table/example-tables.ts";
import type { DmnModel, TableExpression } from "./dmn-model.ts";
import type { FeelContext, FeelValue } from "./feel-value.ts";
import { interpretTable } from "./interpret-table.ts";
import { dateOf } from "./temporal-text.ts";
import type { TroubleCode } from "./trouble.ts";
import type { TypeScope } from "./types.ts";

const EMPTY: DmnModel = { kind: "dmn", id: null, name: "", namespace: "urn:none", description: null, imports: [], types: [], inputs: [], decisions: [], knowledge: [], services: [], sources: [] };
const TYPES: TypeScope = { model: EMPTY, imported: () => null, test: () => true };

/** A compiled table takes a day as text; FEEL has dates. */
function asFeel(table: TableExpression, facts: Facts): FeelContext {
  return Object.fromEntries(table.inputs.map(({ expression, typeRef }): [string, FeelValue] => {
    const fact = facts[expression] ?? null;
    return [expression, typeof fact === "bigint" ? Number(fact) : typeRef === "date" && typeof fact === "string" ? dateOf(fact) : fact];
  }));
}

/** The answer of the interpreter; "!" for rows that contradict each other. */
function interpreted(table: TableExpression, facts: Facts): unknown {
  const troubles: TroubleCode[] = [];
  const value = interpretTable(table, asFeel(table, facts), TYPES, (code) => { troubles.push(code); });
  return troubles.some((code) => code === "several-hits" || code === "different-outputs") ? "!" : value;
}

/** The answer of the compiled table, in the same words. */
function compiled(table: TableExpression, facts: Facts): unknown {
  const decision = decide(compileTable(table), facts);
  if (decision.kind === "value") return decision.value;
  if (decision.kind === "error" && decision.error.code === "no-rule-applies") return null;
  return decision.kind === "error" && decision.error.code === "rules-contradict" ? "!" : decision;
}

describe("a table compiled and the same table interpreted", () => {
  test("decide alike, whatever the cells, the policy and the facts", () => {
    fc.assert(fc.property(randomTable(HIT_POLICIES), fc.array(fc.nat(), { minLength: 4, maxLength: 4 }), (random, picks) => {
      const table: TableExpression = { ...random.table, typeRef: null };
      for (const pick of picks) {
        const facts = random.cases[pick % random.cases.length] ?? {};
        expect(compiled(table, facts), JSON.stringify(facts)).toEqual(interpreted(table, facts));
      }
    }), { numRuns: 100 });
  });
});
