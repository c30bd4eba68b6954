import { type FactValue, type PlainFact, plainFact } from "./column.ts";
import type { CompiledRow, CompiledTable, Facts, Value } from "./compile-table.ts";
import { hitsIn } from "./outcome.ts";

/** A row one fact short of a hit: which fact, what the row asks of it, what it is. */
export type NearMiss = { readonly row: CompiledRow; readonly fact: string; readonly asks: string; readonly value: FactValue };

/** A fact and its value, as plain data. */
export type PlainGiven = { readonly fact: string; readonly value: PlainFact };

/** A row in an explanation, as plain data; `row` as written, from 0. */
export type PlainRow = { readonly row: number; readonly id: string; readonly clauses: readonly string[]; readonly value: Value };

/** An explanation as plain data, to be sent, shown or kept. */
export type PlainExplanation = {
  readonly hits: readonly PlainRow[];
  readonly nearMisses: readonly (PlainRow & { readonly fact: string; readonly asks: string; readonly given: PlainFact })[];
  readonly facts: readonly PlainGiven[];
  readonly given: readonly PlainGiven[];
  readonly clauses: readonly string[];
};

/**
 * Why a table answered as it did. Holds the rows as sets and works the rest out when somebody reads it, so that a decision nobody asks
 * about costs next to nothing. The facts must not be changed afterwards.
 */
export class Explanation {
  readonly #table: CompiledTable;
  readonly #facts: Facts;
  readonly #rows: Int32Array;

  /** `rows`: the words of the rows that hit, then of those missed by one fact. */
  constructor(table: CompiledTable, facts: Facts, rows: Int32Array) {
    this.#table = table;
    this.#facts = facts;
    this.#rows = rows;
  }

  /** The rows that hit and count under the hit policy: the winner, or all where all are taken. */
  get hits(): readonly CompiledRow[] {
    const all = hitsIn(this.#table, this.#rows, 0);
    const { hitPolicy } = this.#table.table;
    return hitPolicy === "first" || hitPolicy === "priority" || hitPolicy === "unique" ? all.slice(0, 1) : all;
  }

  /** The rows that one fact kept from hitting. */
  get nearMisses(): readonly NearMiss[] {
    return hitsIn(this.#table, this.#rows, this.#table.words).flatMap((row) => {
      const at = this.#table.columns.findIndex((_, column) => !this.#lets(column, row));
      const column = this.#table.columns[at];
      const value = column === undefined ? undefined : this.#facts[column.name];
      return column === undefined || value === undefined || value === null ? [] : [{ row, fact: column.name, asks: this.#table.table.rules[row.row]?.tests[at] ?? "-", value }];
    });
  }

  /** The facts the answer rests on: those the rows that count ask for, and those that kept rows before them out. */
  get facts(): readonly { readonly fact: string; readonly value: FactValue }[] {
    const { columns, rows, table } = this.#table;
    const used = new Set<number>();
    const hits = new Set(this.hits);
    const last = Math.max(-1, ...[...hits].map((row) => rows.indexOf(row)));
    for (const row of last < 0 ? rows : rows.slice(0, last + 1)) {
      if (hits.has(row)) for (const [at, test] of (table.rules[row.row]?.tests ?? []).entries()) { if (test.trim() !== "-" && test.trim() !== "") used.add(at); }
      else used.add(columns.findIndex((_, column) => !this.#lets(column, row)));
    }
    return columns.flatMap(({ name }, at) => {
      const value = this.#facts[name];
      return used.has(at) && value !== undefined && value !== null ? [{ fact: name, value }] : [];
    });
  }

  /** Every fact the table asks for, as it was given. */
  get given(): readonly (readonly [string, FactValue])[] {
    return this.#table.columns.flatMap(({ name }) => {
      const value = this.#facts[name];
      return value === undefined || value === null ? [] : [[name, value] as const];
    });
  }

  /** Keys of the clauses that the rows that count carry out. */
  get clauses(): readonly string[] {
    return [...new Set(this.hits.flatMap(({ clauses }) => clauses))];
  }

  /** All of it as plain data: what `JSON.stringify` writes, and what a screen reads. */
  toJSON(): PlainExplanation {
    const plainRow = ({ row, id, clauses, value }: CompiledRow): PlainRow => ({ row, id, clauses, value });
    return {
      hits: this.hits.map(plainRow),
      nearMisses: this.nearMisses.map(({ row, fact, asks, value }) => ({ ...plainRow(row), fact, asks, given: plainFact(value) })),
      facts: this.facts.map(({ fact, value }) => ({ fact, value: plainFact(value) })),
      given: this.given.map(([fact, value]) => ({ fact, value: plainFact(value) })),
      clauses: this.clauses,
    };
  }

  #lets(at: number, row: CompiledRow): boolean {
    const column = this.#table.columns[at];
    const value = column === undefined ? undefined : this.#facts[column.name];
    if (column === undefined || value === undefined || value === null) return true;
    const bit = this.#table.rows.indexOf(row);
    if (((column.bits[column.partition.classOf(value)] ?? 0n) >> BigInt(bit) & 1n) === 0n) return false;
    const unread = this.#table.unread.find((cell) => cell.bit === bit && cell.column === at);
    return unread === undefined || this.#table.feel?.test(unread.text, value, this.#facts, column.name) !== false;
  }
}
