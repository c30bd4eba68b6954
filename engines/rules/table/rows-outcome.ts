import type { CompiledTable } from "./compile-table.ts";
import { aggregated } from "./aggregated.ts";

/** What a set of rows comes to under the table's hit policy: equal keys, equal answers. */
export type OutcomeKey = string;
export const NONE: OutcomeKey = "none";
export const CONTRADICTION: OutcomeKey = "contradiction";

/** The answer's key when exactly these rows hit (bit 0 wins first). Outputs worked out each time are the same only where they are written alike. */
export function outcomeOfRows(table: CompiledTable, bits: bigint): OutcomeKey {
  const { hitPolicy, aggregation } = table.table;
  const single = (bit: number): OutcomeKey => {
    const row = table.rows[bit];
    return row?.outcome === null || row === undefined ? `worked ${JSON.stringify(table.table.rules[row?.row ?? -1]?.outputs)}` : `value ${JSON.stringify(row.value)}`;
  };
  if (bits === 0n) return table.fallback === undefined ? NONE : `value ${JSON.stringify(table.fallback)}`;
  const rows = rowsThatCount(table, bits);
  if (hitPolicy === "first" || hitPolicy === "priority") return rows.length === 1 ? single(rows[0] ?? 0) : `best ${rows.map(single).join(" ")}`;
  if (hitPolicy === "unique") return rows.length > 1 ? CONTRADICTION : single(rows[0] ?? 0);
  const keys = rows.map(single);
  if (hitPolicy === "any") return agreed(keys);
  if (aggregation === "count") return `count ${rows.length}`;
  if (aggregation === null) return `list ${keys.join(" ")}`;
  if (rows.some((bit) => table.rows[bit]?.outcome === null)) return `${aggregation} ${keys.toSorted().join(" ")}`;
  const value = aggregated(aggregation, rows.map((bit) => ({ amount: table.rows[bit]?.amount ?? null, value: table.rows[bit]?.value ?? null })));
  return value === undefined ? CONTRADICTION : `value ${JSON.stringify(value)}`;
}

/** Rows that must agree: two constants that differ never do; whether what is worked out does, only its value tells. */
function agreed(keys: readonly string[]): OutcomeKey {
  const different = [...new Set(keys)];
  if (different.length === 1) return different[0] ?? NONE;
  const constants = different.filter((key) => !key.startsWith("worked"));
  return constants.length > 1 ? CONTRADICTION : `agreed ${different.toSorted().join(" ")}`;
}

/** Of the rows that hit, those the answer is made of: the winner, or all where all are taken, or where only the values can tell who wins. */
export function rowsThatCount(table: CompiledTable, bits: bigint): number[] {
  const { hitPolicy } = table.table;
  if (bits === 0n) return [];
  if (hitPolicy === "first" || (hitPolicy === "priority" && !table.unranked)) return [lowestBit(bits)];
  return bitsOf(bits);
}

/** The row that wins first. `bits` is not zero. */
export function lowestBit(bits: bigint): number {
  let [left, at] = [bits, 0];
  while ((left & 0xffff_ffffn) === 0n) { left >>= 32n; at += 32; }
  const low = Number(left & 0xffff_ffffn) | 0;
  return at + 31 - Math.clz32(low & -low);
}

/** All rows of a set, in winning order. */
export function bitsOf(bits: bigint): number[] {
  const rows: number[] = [];
  // Written out, each part is looked at once, however many rows there are.
  const digits = bits.toString(16);
  for (let end = digits.length, from = 0; end > 0; end -= 7, from += 28) {
    for (let part = Number.parseInt(digits.slice(Math.max(0, end - 7), end), 16); part !== 0; part &= part - 1) rows.push(from + 31 - Math.clz32(part & -part));
  }
  return rows;
}

/** A set of rows as masks, for `answerOf`. */
export function toMasks(table: CompiledTable, bits: bigint): Int32Array {
  const masks = new Int32Array(table.words);
  for (let word = 0; word < table.words; word += 1) masks[word] = Number((bits >> BigInt(32 * word)) & 0xffff_ffffn) | 0;
  return masks;
}

/** The rows that an interpreter may still keep out. */
export const openRows = (table: CompiledTable): bigint => table.unread.reduce((bits, { bit }) => bits | (1n << BigInt(bit)), 0n);

/** All rows of a table. */
export const allRows = (table: CompiledTable): bigint => (1n << BigInt(table.rows.length)) - 1n;

