import { aggregated } from "./aggregated.ts";
import { type CompiledRow, type CompiledTable, type Facts, together, type Value } from "./compile-table.ts";
import type { Decision, Refusal } from "./decision.ts";
import { inOutputOrder } from "./output-order.ts";

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
    if (hitPolicy === "any" ? !agree(table, facts, mask, word, winner) : (mask & (mask - 1)) !== 0 || winner >>> 5 !== word) return refuse("rules-contradict", hitsIn(table, masks, from));
  }
  if (winner < 0) return table.fallback === undefined ? refuse("no-rule-applies", []) : { kind: "value", value: table.fallback };
  if (hitPolicy === "priority" && table.unranked) return best(table, facts, hitsIn(table, masks, from));
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
function agree(table: CompiledTable, facts: Facts, mask: number, word: number, winner: number): boolean {
  const first = table.rows[winner];
  for (let left = mask; left !== 0; left &= left - 1) {
    const at = 32 * word + 31 - Math.clz32(left & -left);
    const row = table.rows[at];
    if (at === winner || row === undefined || first === undefined) continue;
    if (first.outcome !== null && row.outcome !== null ? row.outcome !== first.outcome : JSON.stringify(worked(table, row, facts)) !== JSON.stringify(worked(table, first, facts))) return false;
  }
  return true;
}

// Where outputs are worked out, only their values can tell which row comes first.
function best(table: CompiledTable, facts: Facts, rows: readonly CompiledRow[]): Decision {
  const values = rows.map((row) => worked(table, row, facts));
  if (values.includes(undefined)) return refuse("output-not-computable", rows);
  return { kind: "value", value: inOutputOrder(table.table, values.map((value) => value ?? null))[0] ?? null };
}

function listed(table: CompiledTable, facts: Facts, masks: Int32Array, from: number): Decision {
  const rows = hitsIn(table, masks, from);
  if (rows.length === 0) return table.fallback === undefined ? refuse("no-rule-applies", []) : { kind: "value", value: table.fallback };
  const { aggregation, hitPolicy } = table.table;
  if (aggregation === "count") return { kind: "value", value: rows.length };
  const values = rows.map((row) => worked(table, row, facts));
  if (values.includes(undefined)) return refuse("output-not-computable", rows);
  const known = values.map((value) => value ?? null);
  if (aggregation === null) return { kind: "value", value: hitPolicy === "output-order" && table.unranked ? inOutputOrder(table.table, known) : known };
  const value = aggregated(aggregation, rows.map(({ amount }, at) => ({ amount, value: known[at] ?? null })));
  return value === undefined ? refuse("output-not-computable", rows) : { kind: "value", value };
}

function worked(table: CompiledTable, { row, value, outcome }: CompiledRow, facts: Facts): Value | undefined {
  if (outcome !== null) return value;
  const values = (table.table.rules[row]?.outputs ?? []).map((text, output) => table.feel?.evaluate(text, facts, output));
  return values.includes(undefined) ? undefined : together(table.table, values);
}

const refuse = (code: Refusal["code"], rows: readonly (CompiledRow | number)[]): Decision =>
  ({ kind: "error", error: { code, rows: rows.map((row) => (typeof row === "number" ? row : row.row)) } });
