import { literalValue } from "./literal.ts";
import type { CompiledTable, Value } from "./compile-table.ts";
import { holds, parseUnaryTests } from "./unary-tests.ts";
import { parseLiteral } from "./literal.ts";
import { allRows, bitsOf, CONTRADICTION, lowestBit, NONE, openRows, outcomeOfRows } from "./rows-outcome.ts";
import { dimensionOf, regionsOf, type Shortening, smallest } from "./whole-space.ts";

/** A case as people can check it: each fact's value, null where any value will do; `other`: any text that the table does not name. */
export type Example = Readonly<Record<string, Value>>;

/**
 * What is wrong with a table. Rows count from 0, as written.
 * - `gap`: cases no row speaks of. `conflict`: cases in which rows contradict each other under the hit policy.
 * - `unreachable`: no case hits the row. `masked`: other rows always win. `redundant`: without it every answer stays the same.
 * - `outside-domain`, `type-clash`: a cell names what its column cannot be. `not-checkable`: a cell only an interpreter can judge.
 * - `too-large`: more rows than are checked in a few seconds; nothing else is said of the table.
 */
export type Finding = {
  readonly kind: "gap" | "conflict" | "unreachable" | "masked" | "redundant" | "outside-domain" | "type-clash" | "not-checkable" | "too-large";
  readonly rows: readonly number[];
  readonly column: number | null;
  readonly text: string | null;
  readonly cases: number;
  readonly example: Example | null;
};

/** The whole of a check. `proved` of `cases` were looked at; `complete`: all of them, and every cell could be judged. */
export type CheckReport = { readonly findings: readonly Finding[]; readonly cases: number; readonly proved: number; readonly good: number; readonly complete: boolean };

/** The most rows a table, or two that are compared, may have to be looked at as a whole; deciding has no such limit. */
export const MOST_ROWS_CHECKED = 2_000;

/**
 * Checks a table over the whole space of its inputs, exactly: every case is in one class of each column, and every set of rows that some
 * case hits is looked at once.
 */
export function checkTable(table: CompiledTable, { setsMax }: { readonly setsMax?: number } = {}): CheckReport {
  if (table.rows.length > MOST_ROWS_CHECKED) return { findings: [finding("too-large", { text: `${table.rows.length} > ${MOST_ROWS_CHECKED}` })], cases: 0, proved: 0, good: 0, complete: false };
  const classes = table.columns.map(({ bits }) => bits);
  const dimensions = table.columns.map(({ name, bits }) => dimensionOf(name, bits));
  const all = allRows(table);
  const open = openRows(table);
  const space = regionsOf(dimensions, all, shorteningFor(table, { next: true }), setsMax);
  const rowOf = (bit: number): number => table.rows[bit]?.row ?? bit;
  const findings: Finding[] = [];
  const [winning, needed] = [new Set<number>(), new Set<number>()];
  let good = 0;
  for (const { bits, cases, example } of space.regions) {
    const outcome = outcomeOfRows(table, bits);
    if (outcome === NONE) findings.push(finding("gap", { cases, example: exampleOf(table, smallest(dimensions, all, example, classes, (each) => outcomeOfRows(table, each) === NONE)) }));
    else if (outcome !== CONTRADICTION) good += cases;
    // A row that the interpreter may keep out hides no other and is hidden only by those it cannot.
    const sure = bits & ~open;
    if (sure !== 0n) winning.add(lowestBit(sure));
    for (const bit of bitsOf(bits & open)) if (sure === 0n || bit < lowestBit(sure)) winning.add(bit);
    for (const bit of bitsOf(bits)) if (outcomeOfRows(table, bits & ~(1n << BigInt(bit))) !== outcome) needed.add(bit);
  }
  for (const { rows, cases, example } of conflictsIn(table, classes)) {
    const both = rows.reduce((bits, bit) => bits | (1n << BigInt(bit)), 0n);
    findings.push(finding("conflict", { rows: rows.map(rowOf), cases, example: exampleOf(table, smallest(dimensions, all, example, classes, (bits) => (bits & both) === both)) }));
  }
  const whole = space.proved === space.cases;
  for (const [bit, { row }] of table.rows.entries()) {
    const one = firstCase(classes, 1n << BigInt(bit));
    if (one === null) findings.push(finding("unreachable", { rows: [row] }));
    // What was not looked at may need the row.
    else if (!whole) continue;
    else if (singleHit(table) && !winning.has(bit)) findings.push(finding("masked", { rows: [row, rowOf(lowestBit(one.reduce((bits, index, at) => bits & (classes[at]?.[index] ?? 0n), all) & ~open))] }));
    // What the interpreter says of other rows may make this one needed.
    else if (!needed.has(bit) && !isListed(table) && open === 0n) findings.push(finding("redundant", { rows: [row] }));
  }
  findings.push(...strayValues(table), ...table.problems.map(({ code, row, column, text }) => finding(code, { rows: row === null ? [] : [row], column, text })));
  return { findings, cases: space.cases, proved: space.proved, good, complete: whole && table.unread.length === 0 && table.problems.every(({ code }) => code !== "not-checkable") };
}

/** A case in words that people can check, from the class of each column. */
export function exampleOf(table: CompiledTable, classes: readonly (number | null)[]): Example {
  return Object.fromEntries(table.columns.map(({ name, partition }, at): [string, Value] => {
    const index = classes[at] ?? null;
    const chosen = index === null ? undefined : partition.classes[index];
    return [name, chosen === undefined || partition.kind === "opaque" ? null : literalValue(chosen.example)];
  }));
}

const singleHit = (table: CompiledTable): boolean => table.table.hitPolicy === "first" || (table.table.hitPolicy === "priority" && !table.unranked);

// Where all rows that hit are told, each adds to what is told.
const isListed = (table: CompiledTable): boolean => ["rule-order", "output-order", "collect"].includes(table.table.hitPolicy);

/**
 * What a set of rows may be shortened by, so that it still gives the same answer, and (`next`) still does after one row is taken out.
 */
export function shorteningFor(table: CompiledTable, { next }: { readonly next: boolean }): Shortening {
  const all = allRows(table);
  const { hitPolicy } = table.table;
  const more = next ? 1 : 0;
  // Of unique rows two make a contradiction; of any rows, one of each outcome; of listed ones, one is enough to leave no gap.
  const limit = table.unranked ? Infinity : hitPolicy === "unique" ? 2 + more : isListed(table) ? 1 : 1 + more;
  // What an interpreter may keep out stands in for no other row.
  const sure = all & ~openRows(table);
  const alike = (outcome: number | null): bigint => table.rows.reduce((bits, row, bit) => (outcome !== null && row.outcome === outcome ? bits | (1n << BigInt(bit)) : bits), 0n);
  return { limit: table.rows.map(() => limit), peers: table.rows.map(({ outcome }) => (hitPolicy === "any" ? alike(outcome) : all) & sure) };
}

/** Pairs of rows that contradict each other somewhere, with how many cases hit both; rows that an interpreter may keep out or work out are not known to. */
function* conflictsIn(table: CompiledTable, classes: readonly (readonly bigint[])[]): Generator<{ rows: [number, number]; cases: number; example: readonly number[] }> {
  const { hitPolicy } = table.table;
  if (hitPolicy !== "unique" && hitPolicy !== "any") return;
  const sure = allRows(table) & ~openRows(table);
  // Two rows hit a case together where in every column some class lets both through.
  const met = table.rows.map(() => sure);
  for (const column of classes) {
    const here = table.rows.map(() => 0n);
    for (const bits of column) for (const row of bitsOf(bits)) here[row] = (here[row] ?? 0n) | bits;
    for (const [row, bits] of here.entries()) met[row] = (met[row] ?? 0n) & bits;
  }
  for (const [one, { outcome }] of table.rows.entries()) {
    if ((sure >> BigInt(one) & 1n) === 0n) continue;
    for (const other of bitsOf((met[one] ?? 0n) >> BigInt(one + 1) << BigInt(one + 1))) {
      const second = table.rows[other]?.outcome ?? null;
      if (hitPolicy === "any" && (outcome === null || second === null || outcome === second)) continue;
      const both = (1n << BigInt(one)) | (1n << BigInt(other));
      const example = firstCase(classes, both);
      if (example !== null) yield { rows: [one, other], cases: classes.reduce((product, column) => product * column.filter((bits) => (bits & both) === both).length, 1), example };
    }
  }
}

/** A case that hits all these rows, as the class of each column; null when there is none. */
function firstCase(classes: readonly (readonly bigint[])[], rows: bigint): number[] | null {
  const found = classes.map((column) => column.findIndex((bits) => (bits & rows) === rows));
  return found.includes(-1) ? null : found;
}

/** Cells and outputs that name constants outside of what their column allows. */
function strayValues(table: CompiledTable): Finding[] {
  const { inputs, outputs, rules } = table.table;
  const found: Finding[] = [];
  for (const [row, rule] of rules.entries()) {
    for (const column of inputs.keys()) {
      const domain = table.columns[column]?.domain ?? { kind: "any" };
      const cell = parseUnaryTests(rule.tests[column] ?? "-");
      if (domain.kind !== "some" || cell.kind !== "some") continue;
      if (cell.tests.some((test) => test.kind === "equals" && !holds(domain, test.literal))) found.push(finding("outside-domain", { rows: [row], column, text: rule.tests[column] ?? "" }));
    }
    for (const [column, { allowed }] of outputs.entries()) {
      const domain = parseUnaryTests(allowed ?? "-");
      const literal = parseLiteral(rule.outputs[column] ?? "");
      if (domain.kind === "some" && literal !== null && !holds(domain, literal)) found.push(finding("outside-domain", { rows: [row], column: inputs.length + column, text: rule.outputs[column] ?? "" }));
    }
  }
  return found;
}

const finding = (kind: Finding["kind"], { rows = [], column = null, text = null, cases = 0, example = null }: Partial<Finding>): Finding =>
  ({ kind, rows, column, text, cases, example });
