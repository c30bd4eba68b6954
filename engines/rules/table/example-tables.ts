import fc from "fast-check";
import type { DecisionTable, HitPolicy } from "./decision-table.ts";
import type { Facts } from "./compile-table.ts";

/** A random table with its meaning said a second way, without FEEL: which rows hit a case, and every case worth trying. */
export type RandomTable = { readonly table: DecisionTable; readonly lets: (row: number, at: number, facts: Facts) => boolean; readonly hits: (facts: Facts) => number[]; readonly cases: readonly Facts[] };

type Cell = { readonly text: string; readonly holds: (value: unknown) => boolean };
type Column = { readonly typeRef: string; readonly allowed: string | null; readonly values: readonly (string | number | boolean)[]; readonly cell: fc.Arbitrary<Cell> };

const ANY: Cell = { text: "-", holds: () => true };
const quoted = (value: string): string => JSON.stringify(value);

const RISKS = ["low", "medium", "high"];
const texts = (open: boolean): Column => ({
  typeRef: "string", allowed: open ? null : RISKS.map(quoted).join(", "), values: open ? [...RISKS, "elsewhere"] : RISKS,
  cell: fc.oneof(fc.constant(ANY), fc.tuple(fc.subarray(RISKS, { minLength: 1 }), fc.boolean()).map(([some, not]): Cell => ({
    text: not ? `not(${some.map(quoted).join(",")})` : some.map(quoted).join(", "), holds: (value) => some.includes(String(value)) !== not,
  }))),
});

const truths: Column = { typeRef: "boolean", allowed: null, values: [true, false], cell: fc.oneof(fc.constant(ANY), fc.boolean().map((wanted): Cell => ({ text: String(wanted), holds: (value) => value === wanted }))) };

// Borders are whole numbers from 0 to 4: the halves from -1 to 5 meet every class.
const numbers = (scale: number): Column => ({
  typeRef: "number", allowed: null, values: Array.from({ length: 13 }, (_, at) => (at / 2 - 1) * scale),
  cell: fc.oneof(fc.constant(ANY), fc.tuple(fc.array(fc.tuple(fc.integer({ min: 0, max: 4 }), fc.integer({ min: 0, max: 4 }), fc.constantFrom("[", "("), fc.constantFrom("]", ")")), { minLength: 1, maxLength: 2 }), fc.constantFrom("range", "above", "below", "equal", "not")).map(([ranges, how]): Cell => {
    const tests = ranges.map(([one, other, open, close]): Cell => {
      const [low, high] = [Math.min(one, other) * scale, Math.max(one, other) * scale];
      if (how === "above") return { text: `${open === "[" ? ">=" : ">"} ${low}`, holds: (value) => (open === "[" ? Number(value) >= low : Number(value) > low) };
      if (how === "below") return { text: `${close === "]" ? "<=" : "<"} ${high}`, holds: (value) => (close === "]" ? Number(value) <= high : Number(value) < high) };
      if (how === "equal") return { text: String(low), holds: (value) => value === low };
      return { text: `${open}${low}..${high}${close}`, holds: (value) => (open === "[" ? Number(value) >= low : Number(value) > low) && (close === "]" ? Number(value) <= high : Number(value) < high) };
    });
    const words = tests.map(({ text }) => text).join(", ");
    return { text: how === "not" ? `not(${words})` : words, holds: (value) => tests.some(({ holds }) => holds(value)) !== (how === "not") };
  })),
});

const DAYS = ["2021-02-10", "2021-02-11", "2021-02-12", "2021-02-13", "2021-02-14"];
const days: Column = {
  typeRef: "date", allowed: null, values: DAYS,
  cell: fc.oneof(fc.constant(ANY), fc.tuple(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 3 })).map(([one, other]): Cell => {
    const [low, high] = [DAYS[Math.min(one, other)] ?? "", DAYS[Math.max(one, other)] ?? ""];
    return { text: `[date("${low}")..date("${high}")]`, holds: (value) => String(value) >= low && String(value) <= high };
  })),
};

/** Tables of up to four columns and six rows, with answers A to C. */
export const randomTable = (policies: readonly HitPolicy[]): fc.Arbitrary<RandomTable> =>
  fc.array(fc.constantFrom(texts(true), texts(false), truths, numbers(1), numbers(0.1), days), { minLength: 1, maxLength: 3 }).chain((columns) => tableOf(columns, policies));

/** Two tables that ask for the same facts. */
export const randomPair = (policies: readonly HitPolicy[]): fc.Arbitrary<readonly [RandomTable, RandomTable]> =>
  fc.array(fc.constantFrom(texts(true), texts(false), truths, numbers(1), days), { minLength: 1, maxLength: 3 }).chain((columns) => fc.tuple(tableOf(columns, policies), tableOf(columns, policies)));

const tableOf = (columns: readonly Column[], policies: readonly HitPolicy[]): fc.Arbitrary<RandomTable> => fc.record({
  hitPolicy: fc.constantFrom(...policies), fallback: fc.constantFrom(null, null, "\"B\""),
  rows: fc.array(fc.tuple(fc.tuple(...columns.map(({ cell }) => cell)), fc.constantFrom("A", "B", "C")), { minLength: 1, maxLength: 6 }),
}).map(({ hitPolicy, fallback, rows }): RandomTable => ({
  table: {
    kind: "table", id: null, hitPolicy, aggregation: null, annotations: [],
    inputs: columns.map(({ typeRef, allowed }, at) => ({ id: null, label: null, expression: `f${at}`, typeRef, allowed })),
    outputs: [{ id: null, label: null, name: null, typeRef: "string", allowed: "\"C\", \"A\", \"B\"", fallback }],
    rules: rows.map(([cells, value]) => ({ id: null, description: null, tests: cells.map(({ text }) => text), outputs: [quoted(value)], annotations: [] })),
  },
  lets: (row, at, facts) => rows[row]?.[0][at]?.holds(facts[`f${at}`]) ?? true,
  hits: (facts) => rows.flatMap(([cells], row) => (cells.every(({ holds }, at) => holds(facts[`f${at}`])) ? [row] : [])),
  cases: columns.reduce<Facts[]>((all, { values }, at) => all.flatMap((facts) => values.map((value) => ({ ...facts, [`f${at}`]: value }))), [{}]),
}));
