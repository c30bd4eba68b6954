import { addDecimals, between, compareDecimals, type Decimal, decimalOf, isExactDouble, parseDecimal, toNumber } from "./decimal.ts";
import { type Literal, parseDate } from "./literal.ts";
import { holds, type UnaryTests } from "./unary-tests.ts";

/** What a fact may be: text, truth, a number (also written as text or bigint, for more than 15 digits), a date as YYYY-MM-DD. */
export type FactValue = string | number | boolean | bigint;

/** A fact as data that can be sent and kept. */
export type PlainFact = string | number | boolean;

/** A fact as plain data: what JSON has no number for is text. */
export const plainFact = (value: FactValue): PlainFact => (typeof value === "bigint" || (typeof value === "number" && !Number.isFinite(value)) ? String(value) : value);

/** How the values of a column are told apart. `opaque`: only by an interpreter of FEEL. */
export type ColumnKind = "string" | "boolean" | "number" | "date" | "opaque";

/**
 * Values that no cell of the column tells apart, by one that stands for them. `other` stands for every text no cell names, `within` are the
 * borders between which all values lie; null where there is only the one. The classes of a column hold each value of its domain exactly once.
 */
export type ValueClass = { readonly example: Literal; readonly other: boolean; readonly within: { readonly low: Decimal | null; readonly high: Decimal | null } | null };

/**
 * A column's domain, cut into classes. `classOf`: the class a value belongs to, or why it belongs to none. A column of texts says the same
 * as a map, with the answer for texts that are not in it (`elsewhere`): asked directly, that saves a call for every fact.
 */
export type Partition = {
  readonly kind: ColumnKind;
  readonly classes: readonly ValueClass[];
  readonly classOf: (value: FactValue) => number;
  readonly index: ReadonlyMap<string, number> | null;
  readonly elsewhere: number;
};

/** Answers of `classOf` that are no class. */
export const OUTSIDE_DOMAIN = -1;
export const WRONG_TYPE = -2;

/** Cuts the domain of a column by the borders and constants of its cells. `allowed` are the column's allowed values, `any` when none are said. */
export function partitionOf(kind: Exclude<ColumnKind, "opaque">, cells: readonly UnaryTests[], allowed: UnaryTests): Partition {
  if (kind === "boolean") return booleans(allowed);
  if (kind === "string") return texts(cells, allowed);
  return ordered(kind, cells, allowed);
}

/** Without cells to tell apart there is nothing to cut: one class, whatever the value. */
export const OPAQUE: Partition = { kind: "opaque", classes: [{ example: { kind: "string", value: "" }, other: true, within: null }], index: null, elsewhere: -1, classOf: () => 0 };

function booleans(allowed: UnaryTests): Partition {
  const classes = [true, false].map((value): ValueClass => ({ example: { kind: "boolean", value }, other: false, within: null })).filter(({ example }) => holds(allowed, example));
  const at = (wanted: boolean): number => classes.findIndex(({ example }) => "value" in example && example.value === wanted);
  const [yes, no] = [at(true), at(false)];
  return { kind: "boolean", classes, index: null, elsewhere: -1, classOf: (value) => (value === true ? yes : value === false ? no : WRONG_TYPE) };
}

function texts(cells: readonly UnaryTests[], allowed: UnaryTests): Partition {
  const named = new Set([allowed, ...cells].flatMap(constantsOf).flatMap((literal) => (literal.kind === "string" ? [literal.value] : [])));
  const classes = [...named].map((value): ValueClass => ({ example: { kind: "string", value }, other: false, within: null })).filter(({ example }) => holds(allowed, example));
  const other: Literal = { kind: "string", value: unlike(named) };
  const index = new Map(classes.map(({ example }, at) => ["value" in example ? String(example.value) : "", at]));
  const open = holds(allowed, other);
  const elsewhere = open ? classes.length : OUTSIDE_DOMAIN;
  // A text some cell names but the domain leaves out is outside, however open the rest is.
  for (const value of named) if (!index.has(value)) index.set(value, OUTSIDE_DOMAIN);
  if (open) classes.push({ example: other, other: true, within: null });
  return { kind: "string", classes, index, elsewhere, classOf: (value) => (typeof value === "string" ? (index.get(value) ?? elsewhere) : WRONG_TYPE) };
}

/** A text no cell names. */
function unlike(named: ReadonlySet<string>): string {
  let text = "…";
  while (named.has(text)) text += "…";
  return text;
}

function ordered(kind: "number" | "date", cells: readonly UnaryTests[], allowed: UnaryTests): Partition {
  const borders = bordersOf(kind, [allowed, ...cells]);
  // Slot 2i+1 is border i itself, slot 2i what lies before it, the last slot what lies beyond.
  const slots = new Int32Array(2 * borders.length + 1).fill(OUTSIDE_DOMAIN);
  const classes: ValueClass[] = [];
  for (let slot = 0; slot < slots.length; slot += 1) {
    const order = standIn(kind, borders, slot);
    if (order === null || !holds(allowed, { kind, order })) continue;
    slots[slot] = classes.length;
    classes.push({ example: { kind, order }, other: false, within: slot % 2 === 1 ? null : { low: borders[(slot >> 1) - 1] ?? null, high: borders[slot >> 1] ?? null } });
  }
  const slotOf = (order: Decimal): number => search(borders.length, (at) => compareDecimals(order, borders[at] ?? order));
  const exact = (order: Decimal | undefined | null): number => (order === undefined || order === null ? WRONG_TYPE : (slots[slotOf(order)] ?? OUTSIDE_DOMAIN));
  if (kind === "date") return { kind, classes, index: null, elsewhere: -1, classOf: (value) => (typeof value === "string" ? exact(parseDate(value)?.order) : WRONG_TYPE) };
  const doubles = Float64Array.from(borders, toNumber);
  const safe = borders.every(isExactDouble);
  const classOf = (value: FactValue): number => {
    if (typeof value === "number" && safe) {
      if (!Number.isFinite(value)) return WRONG_TYPE;
      let [low, high] = [0, doubles.length];
      while (low < high) {
        const middle = (low + high) >> 1;
        const border = doubles[middle] ?? 0;
        if (value === border) return slots[2 * middle + 1] ?? OUTSIDE_DOMAIN;
        if (value < border) high = middle; else low = middle + 1;
      }
      return slots[2 * low] ?? OUTSIDE_DOMAIN;
    }
    if (typeof value === "number") return exact(decimalOf(value));
    return typeof value === "boolean" ? WRONG_TYPE : exact(parseDecimal(String(value)));
  };
  return { kind, classes, index: null, elsewhere: -1, classOf };
}

/** The slot among `length` sorted borders: 2i+1 on border i, 2i before it. */
function search(length: number, compare: (at: number) => number): number {
  let [low, high] = [0, length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const side = compare(middle);
    if (side === 0) return 2 * middle + 1;
    if (side < 0) high = middle; else low = middle + 1;
  }
  return 2 * low;
}

const ONE: Decimal = { digits: 1n, scale: 0 };

/** A value of the slot; null where there is none, as between two days that follow each other. */
function standIn(kind: "number" | "date", borders: readonly Decimal[], slot: number): Decimal | null {
  const [below, above] = [borders[(slot >> 1) - 1], borders[slot >> 1]];
  if (slot % 2 === 1) return above ?? null;
  if (below === undefined && above === undefined) return { digits: 0n, scale: 0 };
  if (below === undefined) return addDecimals(above ?? ONE, { digits: -1n, scale: 0 });
  if (above === undefined) return addDecimals(below, ONE);
  const inside = between(below, above);
  return kind === "date" && inside.scale > 0 ? null : inside;
}

function bordersOf(kind: "number" | "date", cells: readonly UnaryTests[]): Decimal[] {
  const borders = cells.flatMap((cell) => (cell.kind !== "some" ? [] : cell.tests.flatMap((test) => {
    if (test.kind === "equals") return "order" in test.literal && test.literal.kind === kind ? [test.literal.order] : [];
    return test.of === kind ? [test.low, test.high].flatMap((bound) => (bound === null ? [] : [bound.order])) : [];
  }))).toSorted(compareDecimals);
  return borders.filter((border, at) => at === 0 || compareDecimals(border, borders[at - 1] ?? border) !== 0);
}

const constantsOf = (cell: UnaryTests): Literal[] =>
  (cell.kind !== "some" ? [] : cell.tests.flatMap((test) => (test.kind === "equals" ? [test.literal] : [])));
