import { MOST_ROWS_CHECKED, shorteningFor } from "./check-table.ts";
import { type Partition, partitionOf } from "./column.ts";
import type { CompiledColumn, CompiledTable, Value } from "./compile-table.ts";
import { type Literal, literalValue } from "./literal.ts";
import { allRows, bitsOf, CONTRADICTION, lowestBit, NONE, openRows, type OutcomeKey, outcomeOfRows } from "./rows-outcome.ts";
import { holds, parseUnaryTests, type UnaryTests } from "./unary-tests.ts";
import { dimensionOf, regionsOf, smallest } from "./whole-space.ts";

/**
 * Where a lower level's table answers otherwise than the level above. `stricter` is what 层层加码 looks for. `silent`: the lower table has no
 * answer where the upper has one; `added`: it has one where the upper has none. Rows as written, from 0; null where none decides.
 */
export type Difference = {
  readonly kind: "stricter" | "looser" | "silent" | "added" | "incomparable";
  readonly lowerRow: number | null;
  readonly upperRow: number | null;
  readonly lower: Value;
  readonly upper: Value;
  readonly cases: number;
  readonly example: Readonly<Record<string, Value>>;
};

/** A comparison. `same`: cases answered alike. `complete`: all cases were looked at and every cell and output could be judged. `unlike`: facts that one table takes for another kind of value than the other: then nothing is compared, nor are more rows than `MOST_ROWS_CHECKED`. */
export type Comparison = { readonly differences: readonly Difference[]; readonly cases: number; readonly proved: number; readonly same: number; readonly complete: boolean; readonly unlike: readonly string[] };

/**
 * Compares two tables over all cases either speaks of, by an order of answers from free to strict. `output`: which output
 * is compared, where there are several. Single-hit tables; answers outside the order are `incomparable`.
 */
export function compareTables(lower: CompiledTable, upper: CompiledTable, { order, output = null, setsMax }: { readonly order: readonly Value[]; readonly output?: string | null; readonly setsMax?: number }): Comparison {
  const pairs = [...new Set([...lower.columns, ...upper.columns].map(({ name }) => name))].map((name) => ({
    name, below: lower.columns.find((column) => column.name === name) ?? null, above: upper.columns.find((column) => column.name === name) ?? null,
  }));
  const unlike = pairs.filter(({ below, above }) => below !== null && above !== null && below.partition.kind !== above.partition.kind).map(({ name }) => name);
  if (unlike.length > 0 || lower.rows.length + upper.rows.length > MOST_ROWS_CHECKED) return { differences: [], cases: 0, proved: 0, same: 0, complete: false, unlike };
  // One set of bits for both: above the lower table's rows, a bit for "inside its domain"; then the upper's.
  const [low, high] = [side(lower), side(upper)];
  const shift = BigInt(lower.rows.length + 1);
  const joint = pairs.map(({ name, below, above }) => jointColumn(name, { column: below, table: lower, all: low }, { column: above, table: upper, all: high }, shift));
  const classes = joint.map(({ bits }) => bits);
  const dimensions = joint.map(({ name, bits }) => dimensionOf(name, bits));
  const all = low | (high << shift);
  const [short, above] = [shorteningFor(lower, { next: false }), shorteningFor(upper, { next: false })];
  // The bits for "inside the domain" stay, whatever hits.
  const space = regionsOf(dimensions, all, {
    limit: [...short.limit, Infinity, ...above.limit, Infinity],
    peers: [...short.peers, 0n, ...above.peers.map((peers) => peers << shift), 0n],
  }, setsMax);
  const known = new Map<bigint, Judged>();
  const judge = (bits: bigint): Judged => {
    const verdict = known.get(bits) ?? judged(lower, upper, bits, shift, order, output);
    known.set(bits, verdict);
    return verdict;
  };
  const found = new Map<string, { difference: Difference; at: readonly number[]; key: string }>();
  let same = 0;
  for (const { bits, cases, example } of space.regions) {
    const { kind, key, ...difference } = judge(bits);
    if (kind === "same") { same += cases; continue; }
    const earlier = found.get(key);
    if (earlier !== undefined) earlier.difference = { ...earlier.difference, cases: earlier.difference.cases + cases };
    else found.set(key, { difference: { kind, ...difference, cases, example: {} }, at: example, key });
  }
  const differences = [...found.values()].map(({ difference, at, key }) => {
    const kept = smallest(dimensions, all, at, classes, (bits) => judge(bits).key === key);
    return { ...difference, example: Object.fromEntries(joint.map(({ name, examples }, index): [string, Value] => [name, exampleAt(examples, kept[index] ?? null)])) };
  });
  differences.sort((one, other) => KINDS.indexOf(one.kind) - KINDS.indexOf(other.kind) || (one.lowerRow ?? -1) - (other.lowerRow ?? -1) || (one.upperRow ?? -1) - (other.upperRow ?? -1));
  const isJudged = (table: CompiledTable): boolean => table.unread.length === 0 && table.rows.every(({ outcome }) => outcome !== null);
  return { differences, cases: space.cases, proved: space.proved, same, complete: space.proved === space.cases && isJudged(lower) && isJudged(upper), unlike: [] };
}

/** What is asked about first stands first. */
const KINDS: readonly Difference["kind"][] = ["stricter", "added", "looser", "silent", "incomparable"];

type Side = { readonly column: CompiledColumn | null; readonly table: CompiledTable; readonly all: bigint };
type Judged = Omit<Difference, "kind" | "cases" | "example"> & { readonly kind: Difference["kind"] | "same"; readonly key: string };

/** All rows of a table and the bit that says a case is inside its domain. */
const side = (table: CompiledTable): bigint => allRows(table) | (1n << BigInt(table.rows.length));

const exampleAt = (examples: readonly Literal[], index: number | null): Value => {
  const literal = index === null ? undefined : examples[index];
  return literal === undefined ? null : literalValue(literal);
};

/** A fact cut so finely that neither table tells two values of a class apart. */
function jointColumn(name: string, below: Side, above: Side, shift: bigint): { readonly name: string; readonly bits: readonly bigint[]; readonly examples: readonly Literal[] } {
  const { kind } = below.column?.partition ?? above.column?.partition ?? OPAQUE_ONLY;
  if (kind === "opaque") return { name, bits: [below.all | (above.all << shift)], examples: [] };
  const cells = [below, above].flatMap(({ column, table }) => (column === null ? [] : [domainOf(column), ...cellsOf(column, table)]));
  const partition: Partition = partitionOf(kind, cells, { kind: "any" });
  const examples = partition.classes.map(({ example }) => example);
  const bitsFor = ({ column, table, all }: Side, value: Literal): bigint => {
    if (column === null) return all;
    if (!holds(domainOf(column), value)) return 0n;
    return column.bits[column.partition.classOf(literalValue(value))] === undefined ? 0n : (column.bits[column.partition.classOf(literalValue(value))] ?? 0n) | (1n << BigInt(table.rows.length));
  };
  const within = examples.map((value) => bitsFor(below, value) | (bitsFor(above, value) << shift));
  // Values that neither table admits are no case.
  const inside = within.flatMap((bits, at) => (bits === 0n ? [] : [at]));
  return { name, bits: inside.map((at) => within[at] ?? 0n), examples: inside.flatMap((at) => examples[at] ?? []) };
}

const OPAQUE_ONLY = { kind: "opaque" as const };
const domainOf = (column: CompiledColumn): UnaryTests => (column.domain.kind === "unread" ? { kind: "any" } : column.domain);

function cellsOf(column: CompiledColumn, table: CompiledTable): UnaryTests[] {
  const at = table.columns.indexOf(column);
  return table.table.rules.map(({ tests }) => parseUnaryTests(tests[at] ?? "-"));
}

function judged(lower: CompiledTable, upper: CompiledTable, bits: bigint, shift: bigint, order: readonly Value[], output: string | null): Judged {
  const below = answer(lower, bits & ((1n << shift) - 1n), output);
  const above = answer(upper, bits >> shift, output);
  const kind = kindOf(below, above, order);
  return { kind, lowerRow: below.row, upperRow: above.row, lower: below.value, upper: above.value, key: [kind, below.row, above.row].join() };
}

/** `sure`: no cell left to an interpreter can say otherwise; `known`: the value does not have to be worked out. */
type Answer = { readonly key: OutcomeKey; readonly value: Value; readonly row: number | null; readonly sure: boolean; readonly known: boolean };

function kindOf(below: Answer, above: Answer, order: readonly Value[]): Judged["kind"] {
  if (!below.sure || !above.sure) return "incomparable";
  if (below.key === above.key && below.key !== CONTRADICTION) return "same";
  if (below.key === NONE || above.key === NONE) return below.key === NONE ? "silent" : "added";
  if (!below.known || !above.known || below.key === CONTRADICTION || above.key === CONTRADICTION) return "incomparable";
  if (below.value === above.value) return "same";
  const [one, other] = [order.indexOf(below.value), order.indexOf(above.value)];
  if (one < 0 || other < 0) return "incomparable";
  return one > other ? "stricter" : one < other ? "looser" : "same";
}

/** What a table answers with these rows: outside of its domain, nothing. */
function answer(table: CompiledTable, bits: bigint, output: string | null): Answer {
  const inside = bits >> BigInt(table.rows.length) === 1n;
  const rows = inside ? bits & allRows(table) : 0n;
  const sure = isSure(table, rows);
  const key = inside ? outcomeOfRows(table, rows) : NONE;
  if (key === NONE || key === CONTRADICTION) return { key, value: null, row: key === NONE ? null : (table.rows[bitsOf(rows)[0] ?? 0]?.row ?? null), sure, known: false };
  const winner = rows === 0n ? null : (table.rows[lowestBit(rows)] ?? null);
  const value = winner === null ? (table.fallback ?? null) : winner.value;
  return { key, value: output === null ? value : partOf(value, output), row: winner?.row ?? null, sure, known: winner === null || (winner.outcome !== null && !table.unranked) };
}

const partOf = (value: Value, output: string): Value =>
  (value !== null && typeof value === "object" && !Array.isArray(value) ? ((value as { readonly [name: string]: Value })[output] ?? null) : value);

/** Whether a cell left to an interpreter, or an output it works out, cannot change what these rows answer. */
function isSure(table: CompiledTable, rows: bigint): boolean {
  const open = rows & openRows(table);
  const single = table.table.hitPolicy === "first" || (table.table.hitPolicy === "priority" && !table.unranked);
  const sure = rows & ~open;
  return open === 0n || (single && sure !== 0n && lowestBit(sure) < lowestBit(open));
}
