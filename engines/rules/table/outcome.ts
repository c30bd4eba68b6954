import { addDecimals, compareDecimals, type Decimal, toNumber } from "./decimal.ts";
import { type CompiledRow, type CompiledTable, type Facts, together, type Value } from "./compile-table.ts";
import type { Decision, Refusal } from "./decision.ts";

/** What the hit policy makes of the rows that hit (DMN 1.5, 8.2.8 to 8.2.11). */
export function answerOf(table: CompiledTable, facts: Facts, masks: Int32Array, from: number): Decision {
  const { hitPolicy } = table.table;
  if (hitPolicy === "rule-order" || hitPolicy === "output-order" || hitPolicy === "collect") return listed(table, facts, masks, from);
  let winner = -1;
  for (let word = 0; word < table.words; word += 1) {
    const mask = masks[from + word] ?? 0;
    if (mask === 0) continue;
    if (winner < 0) winner = 32 * word + 31 - Math.clz32(mask & -mask);
    if (hitPolicy === "first" || hitPolicy === "priority") break;
    if (hitPolicy === "any" ? !agree(table, mask, word, winner) : (mask & (mask - 1)) !== 0 || winner >>> 5 !== word) return refuse("rules-contradict", hitsIn(table, masks, from));
  }
  if (winner < 0) return table.fallback === undefined ? refuse("no-rule-applies", []) : { kind: "value", value: table.fallback };
  const row = table.rows[winner];
  if (row === undefined) return refuse("no-rule-applies", []);
  if (row.outcome !== null) return { kind: "value", value: row.value };
  const value = worked(table, row, facts);
  return value === undefined ? refuse("output-not-computable", [row.row]) : { kind: "value", value };
}

/** The rows of a mask, in winning order. */
export function hitsIn(table: CompiledTable, masks: Int32Array, from: number): CompiledRow[] {
  const rows: CompiledRow[] = [];
  for (let word = 0; word < table.words; word += 1) {
    for (let mask = masks[from + word] ?? 0; mask !== 0; mask &= mask - 1) {
      const row = table.rows[32 * word + 31 - Math.clz32(mask & -mask)];
      if (row !== undefined) rows.push(row);
    }
  }
  return rows;
}

// Under `any` all rows that hit must give the same.
function agree(table: CompiledTable, mask: number, word: number, winner: number): boolean {
  const outcome = table.rows[winner]?.outcome ?? null;
  for (let left = mask; left !== 0; left &= left - 1) {
    const at = 32 * word + 31 - Math.clz32(left & -left);
    if (at !== winner && (outcome === null || table.rows[at]?.outcome !== outcome)) return false;
  }
  return true;
}

function listed(table: CompiledTable, facts: Facts, masks: Int32Array, from: number): Decision {
  const rows = hitsIn(table, masks, from);
  if (rows.length === 0) return table.fallback === undefined ? refuse("no-rule-applies", []) : { kind: "value", value: table.fallback };
  const { aggregation } = table.table;
  if (aggregation === "count") return { kind: "value", value: rows.length };
  if (aggregation !== null && rows.every(({ amount }) => amount !== null)) {
    return { kind: "value", value: aggregated(aggregation, rows.flatMap(({ amount }) => (amount === null ? [] : [amount]))) };
  }
  const values = rows.map((row) => (row.outcome === null ? worked(table, row, facts) : row.value));
  if (aggregation !== null || values.includes(undefined)) return refuse("output-not-computable", rows.map(({ row }) => row));
  return { kind: "value", value: values.map((value) => value ?? null) };
}

/** What an aggregator makes of the amounts, exactly; there is at least one. */
export function aggregated(how: "sum" | "min" | "max", amounts: readonly Decimal[]): number {
  const side = how === "min" ? -1 : 1;
  return toNumber(amounts.reduce((sum, next) => (how === "sum" ? addDecimals(sum, next) : compareDecimals(next, sum) === side ? next : sum)));
}

function worked(table: CompiledTable, { row, value, outcome }: CompiledRow, facts: Facts): Value | undefined {
  if (outcome !== null) return value;
  const values = (table.table.rules[row]?.outputs ?? []).map((text) => table.feel?.evaluate(text, facts));
  return values.includes(undefined) ? undefined : together(table.table, values);
}

const refuse = (code: Refusal["code"], rows: readonly (CompiledRow | number)[]): Decision =>
  ({ kind: "error", error: { code, rows: rows.map((row) => (typeof row === "number" ? row : row.row)) } });
