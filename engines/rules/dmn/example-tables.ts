import fc from "fast-check";
import type { Facts } from "../table/compile-table.ts";
import { AGGREGATIONS, type DecisionTable, type HitPolicy } from "../table/decision-table.ts";
import { randomTable } from "../table/example-tables.ts";

/** A random table some of whose cells and outputs are more than constants and ranges, with every case worth trying. */
export type OpenedTable = { readonly table: DecisionTable; readonly cases: readonly Facts[] };

const TESTS: Readonly<Record<string, readonly string[]>> = {
  string: ["contains(?, \"i\")", "string length(?) > 4", "upper case(?) = \"LOW\"", "? = \"low\" or ? = \"high\"", "f0", "not(contains(?, \"w\"))"],
  boolean: ["? = true", "not(?)", "? or false"],
  number: ["? * 2 > 3", "modulo(? * 10, 4) = 0", "floor(?) = ?", "abs(? - 1) < 1, 4", "> f0", "f1 + 1"],
  date: ["day of week(?) = \"Friday\"", "? > date(\"2021-02-11\") + duration(\"P1D\")", "f0", "? = date(2021, 2, 12)"],
};
const WORDS = ["if f0 = f1 then \"A\" else \"B\"", "if f0 < f1 then \"A\" else \"B\"", "upper case(\"c\")", "if string(f0) = \"low\" then \"B\" else \"C\"", "\"A\" + \"\""];
const NUMBERS = ["1", "0.1", "0.2", "-3", "1 + 1", "string length(string(f0))", "0.1 * 3", "if f0 = f1 then 5 else 2"];

/** Tables of the policies given; collecting ones also with each aggregation. */
export const opened = (policies: readonly HitPolicy[]): fc.Arbitrary<OpenedTable> =>
  fc.tuple(randomTable(policies), fc.array(fc.nat(), { minLength: 40, maxLength: 40 }), fc.constantFrom(null, ...AGGREGATIONS)).map(([{ table, cases }, picks, how]) => {
    const aggregation = table.hitPolicy === "collect" ? how : null;
    const isSum = aggregation !== null && aggregation !== "count";
    let at = 0;
    const next = (below: number): number => (picks[(at += 1) % picks.length] ?? 0) % below;
    const last = `f${table.inputs.length - 1}`;
    const pick = (list: readonly string[], otherwise: string): string => (list[next(list.length)] ?? otherwise).replace(/\bf1\b/u, last);
    return {
      cases,
      table: {
        ...table, aggregation,
        inputs: table.inputs.map((input) => (input.typeRef === "string" && next(3) === 0 ? { ...input, typeRef: null } : input)),
        outputs: table.outputs.map((output) => (isSum ? { ...output, typeRef: "number", allowed: null, fallback: null } : output)),
        rules: table.rules.map((rule) => ({
          ...rule,
          tests: rule.tests.map((text, column) => (next(3) === 0 ? pick(TESTS[table.inputs[column]?.typeRef ?? ""] ?? [], text) : text)),
          outputs: rule.outputs.map((text) => (isSum ? pick(NUMBERS, "1") : next(3) === 0 ? pick(WORDS, text) : text)),
        })),
      },
    };
  });
