import { type ColumnKind, type FactValue, OPAQUE, type Partition, partitionOf } from "./column.ts";
import type { Decimal } from "./decimal.ts";
import type { DecisionTable, InputColumn } from "./decision-table.ts";
import { literalValue, parseLiteral } from "./literal.ts";
import { classesHeld } from "./classes-held.ts";
import { compareRanks, isRanked, ranksOf } from "./output-order.ts";
import { parseUnaryTests, type UnaryTests } from "./unary-tests.ts";
import type { Value } from "./value.ts";

export type { Value };

/** What is known of a case, by the name (FEEL expression) of the column that asks for it. */
export type Facts = Readonly<Record<string, FactValue | null | undefined>>;

/**
 * An interpreter of FEEL, for cells and outputs that are more than constants and ranges. Undefined: it could not be worked out. `uses`: the
 * columns whose facts a text looks at by name, beside the column it stands in.
 */
export type Feel = {
  readonly test: (text: string, value: FactValue, facts: Facts, column: string) => boolean | undefined;
  readonly evaluate: (text: string, facts: Facts, output: number) => Value | undefined;
  readonly uses: (text: string, part: "test" | "output") => readonly string[];
};

/** A type a column may name: its base type and its allowed values (an item definition, DMN 1.5, 7.3.2). */
export type NamedType = { readonly typeRef: string | null; readonly allowed: string | null };

/** Where compiling had to give way. `column` counts inputs, then outputs; from 0, as rows do. */
export type CellProblem = { readonly code: "type-clash" | "not-checkable"; readonly row: number | null; readonly column: number; readonly text: string };

/**
 * A row as explanations show it. `outcome`: which of the table's outcomes it gives; null when it has to be worked out each time, out of the
 * columns of `uses`.
 */
export type CompiledRow = {
  readonly row: number;
  readonly id: string;
  readonly clauses: readonly string[];
  readonly value: Value;
  readonly outcome: number | null;
  readonly amount: Decimal | null;
  readonly uses: readonly number[];
};

/**
 * An input column, compiled. Masks hold a bit for each row that the class lets through, 32 rows to a word, as many words a class as the table
 * has; `bits` says the same as one large integer a class, for those who look at the whole table at once.
 */
export type CompiledColumn = {
  readonly name: string;
  readonly label: string;
  readonly partition: Partition;
  readonly masks: Int32Array;
  readonly bits: readonly bigint[];
  readonly domain: UnaryTests;
};

/** A cell left to the interpreter: its row is let through by the masks and asked when it is still in, row after row. `uses`: columns it looks at, its own among them. */
export type UnreadCell = { readonly bit: number; readonly column: number; readonly text: string; readonly uses: readonly number[] };

/**
 * A decision table made ready to decide. Bits stand in the order in which rows win: as written, but by the outputs' allowed values for
 * `priority` and `output-order`.
 */
export type CompiledTable = {
  readonly table: DecisionTable;
  readonly columns: readonly CompiledColumn[];
  readonly words: number;
  readonly rows: readonly CompiledRow[];
  readonly outcomes: readonly Value[];
  readonly unread: readonly UnreadCell[];
  readonly fallback: Value | undefined;
  /** Whether outputs that are worked out decide which row wins. */
  readonly unranked: boolean;
  readonly problems: readonly CellProblem[];
  readonly feel: Feel | null;
  /** Room for one decision at a time: deciding allocates nothing. */
  readonly scratch: Int32Array;
};

const KINDS = new Set<ColumnKind>(["string", "boolean", "number", "date"]);

/** Compiles a table. `types` knows the item definitions that columns may name. A cell that cannot be compiled is kept and named in `problems`. */
export function compileTable(table: DecisionTable, { types = () => null, feel = null }: { readonly types?: (typeRef: string) => NamedType | null; readonly feel?: Feel | null } = {}): CompiledTable {
  const problems: CellProblem[] = [];
  const order = winningOrder(table);
  const words = Math.max(1, Math.ceil(order.length / 32));
  const unread: UnreadCell[] = [];
  const columns = table.inputs.map((input, at) => compileColumn(table, input, at, { types, order, words, problems, unread, feel }));
  const outcomes: Value[] = [];
  const known = new Map<string, number>();
  const rows = order.map((row): CompiledRow => {
    const rule = table.rules[row];
    const constants = (rule?.outputs ?? []).map(constantOutput);
    const value = constants.every((constant) => constant !== undefined) ? together(table, constants) : undefined;
    return {
      row, id: rule?.id ?? String(row + 1), clauses: clausesOf(table, row), value: value ?? null,
      outcome: value === undefined ? null : numbered(value, outcomes, known), amount: amountOf(rule?.outputs[0]),
      uses: value === undefined ? columnsIn(table, feel, rule?.outputs ?? [], "output") : [],
    };
  });
  // Whether two of these agree, or which comes first, only their values tell.
  if (table.hitPolicy === "any" || isRanked(table)) for (const { row, outcome } of rows) if (outcome === null) problems.push(...workedOutputs(table, row));
  const fallbacks = table.outputs.map(({ fallback }) => (fallback === null ? undefined : constantOutput(fallback)));
  return {
    table, columns, words, rows, outcomes, problems, feel,
    unread: unread.toSorted((one, other) => one.bit - other.bit),
    fallback: fallbacks.length > 0 && fallbacks.every((value) => value !== undefined) ? together(table, fallbacks) : undefined,
    unranked: isRanked(table) && rows.some(({ outcome }) => outcome === null),
    scratch: new Int32Array(columns.length + words),
  };
}

/** One output's value, or values by the names of the outputs. */
export function together(table: DecisionTable, values: readonly (Value | undefined)[]): Value {
  if (table.outputs.length === 1) return values[0] ?? null;
  return Object.freeze(Object.fromEntries(table.outputs.map(({ name }, at) => [name ?? String(at + 1), values[at] ?? null])));
}

type Making = {
  readonly types: (typeRef: string) => NamedType | null;
  readonly order: readonly number[];
  readonly words: number;
  readonly problems: CellProblem[];
  readonly unread: UnreadCell[];
  readonly feel: Feel | null;
};

/** The columns that texts look at by name. */
const columnsIn = (table: DecisionTable, feel: Feel | null, texts: readonly string[], part: "test" | "output"): number[] => {
  const names = new Set(texts.flatMap((text) => feel?.uses(text, part) ?? []));
  return table.inputs.flatMap(({ expression }, at) => (names.has(expression) ? [at] : []));
};

function compileColumn(table: DecisionTable, input: InputColumn, at: number, { types, order, words, problems, unread, feel }: Making): CompiledColumn {
  const named = input.typeRef === null ? null : types(input.typeRef);
  const cells = table.rules.map(({ tests }) => parseUnaryTests(tests[at] ?? "-"));
  const domain = parseUnaryTests(input.allowed ?? named?.allowed ?? "-");
  const kind = kindOf((named?.typeRef ?? input.typeRef)?.replace(/^feel:/u, "") ?? null, [domain, ...cells]);
  const partition = kind === "opaque" ? OPAQUE : partitionOf(kind, cells, domain.kind === "unread" ? { kind: "any" } : domain);
  const masks = new Int32Array(partition.classes.length * words);
  for (const [bit, row] of order.entries()) {
    const cell = cells[row] ?? { kind: "any" };
    const asks = cell.kind === "unread" || (kind === "opaque" && cell.kind !== "any");
    if (asks) {
      const text = table.rules[row]?.tests[at] ?? "-";
      unread.push({ bit, column: at, text, uses: [...new Set([at, ...columnsIn(table, feel, [text], "test")])] });
      problems.push({ code: "not-checkable", row, column: at, text });
    }
    if (!asks && clashes(kind, cell)) problems.push({ code: "type-clash", row, column: at, text: table.rules[row]?.tests[at] ?? "-" });
    const one = 1 << (bit & 31);
    for (const index of classesHeld(asks ? { kind: "any" } : cell, partition)) {
      const word = index * words + (bit >>> 5);
      masks[word] = (masks[word] ?? 0) | one;
    }
  }
  if (domain.kind === "unread") problems.push({ code: "not-checkable", row: null, column: at, text: domain.text });
  return new Column(input.expression, input.label ?? input.expression, partition, masks, domain, words);
}

/** A class, so that all columns have one shape: an accessor in an object literal gives every column a shape of its own, and each access in `decide` pays for it. */
class Column implements CompiledColumn {
  readonly name: string;
  readonly label: string;
  readonly partition: Partition;
  readonly masks: Int32Array;
  readonly domain: UnaryTests;
  readonly #words: number;
  #bits: readonly bigint[] | null = null;

  constructor(name: string, label: string, partition: Partition, masks: Int32Array, domain: UnaryTests, words: number) {
    this.name = name; this.label = label; this.partition = partition; this.masks = masks; this.domain = domain; this.#words = words;
  }

  // Only who looks at the whole table asks for it.
  get bits(): readonly bigint[] {
    return (this.#bits ??= this.partition.classes.map((_, index) => toBits(this.masks, index * this.#words, this.#words)));
  }
}

/** The kind a column says, or the one kind all its constants have. */
function kindOf(typeRef: string | null, cells: readonly UnaryTests[]): ColumnKind {
  if (typeRef !== null && KINDS.has(typeRef as ColumnKind)) return typeRef as ColumnKind;
  if (typeRef !== null && typeRef !== "Any") return "opaque";
  const kinds = new Set(cells.flatMap(kindsIn));
  return kinds.size === 1 ? ([...kinds][0] ?? "opaque") : "opaque";
}

const kindsIn = (cell: UnaryTests): ColumnKind[] =>
  (cell.kind !== "some" ? [] : cell.tests.map((test) => (test.kind === "range" ? test.of : test.literal.kind)));

const clashes = (kind: ColumnKind, cell: UnaryTests): boolean => kindsIn(cell).some((each) => each !== kind);

function toBits(masks: Int32Array, from: number, words: number): bigint {
  let bits = 0n;
  for (let word = words - 1; word >= 0; word -= 1) bits = (bits << 32n) | BigInt((masks[from + word] ?? 0) >>> 0);
  return bits;
}

/** Rows in the order in which they win. Those whose output is worked out come last: only their values can tell. */
function winningOrder(table: DecisionTable): number[] {
  const rows = table.rules.map((_, row) => row);
  if (!isRanked(table)) return rows;
  const rank = ranksOf(table);
  const ranked = rows.map((row) => ({ row, ranks: (table.rules[row]?.outputs ?? []).map((text, column) => rank(constantOutput(text), column)) }));
  return ranked.toSorted((left, right) => compareRanks(left.ranks, right.ranks) || left.row - right.row).map(({ row }) => row);
}

const workedOutputs = (table: DecisionTable, row: number): CellProblem[] =>
  (table.rules[row]?.outputs ?? []).flatMap((text, at): CellProblem[] => (constantOutput(text) === undefined ? [{ code: "not-checkable", row, column: table.inputs.length + at, text }] : []));

/** The value of an output that is a constant; an empty one is null; undefined when it has to be worked out. */
function constantOutput(text: string): Value | undefined {
  const words = text.trim();
  if (words === "" || words === "-" || words === "null") return null;
  const literal = parseLiteral(words);
  return literal === null ? undefined : literalValue(literal);
}

function amountOf(text: string | undefined): Decimal | null {
  const literal = parseLiteral(text ?? "");
  return literal !== null && "order" in literal && literal.kind === "number" ? literal.order : null;
}

/** The clauses a row carries out: its annotations in columns named `clause`. */
function clausesOf(table: DecisionTable, row: number): string[] {
  return table.annotations.flatMap((name, at) => (name === CLAUSE_ANNOTATION ? (table.rules[row]?.annotations[at] ?? "").split(/[,，、\s]+/u) : [])).filter((key) => key !== "");
}

/** The annotation column that binds rows to clause keys. */
export const CLAUSE_ANNOTATION = "clause";

function numbered(value: Value, outcomes: Value[], known: Map<string, number>): number {
  const key = JSON.stringify(value);
  const at = known.get(key) ?? outcomes.push(value) - 1;
  known.set(key, at);
  return at;
}
