import type { CompiledTable, Facts } from "./compile-table.ts";
import type { Decision } from "./decision.ts";
import { answerOf } from "./outcome.ts";
import { allRows, type OutcomeKey, outcomeOfRows, rowsThatCount, toMasks } from "./rows-outcome.ts";

/**
 * A fact nobody has told: what its values let through, choice by choice. Every cell left to the interpreter is a choice of its own, as
 * nobody knows what it will say.
 */
type Missing = { readonly name: string; readonly column: number; readonly choices: readonly (readonly bigint[])[] };

/** Sets of rows looked at before the question is given up and every missing fact is asked for. */
const STEPS_MAX = 50_000;

/**
 * Decides although facts are missing: an answer where they cannot change it; else the facts that can, first the one
 * after which, at worst, fewest others are still to be asked.
 */
export function neededFacts(table: CompiledTable, facts: Facts): Decision {
  const all = allRows(table);
  const isMissing = (at: number): boolean => { const value = facts[table.columns[at]?.name ?? ""]; return value === undefined || value === null; };
  let start = all;
  for (const column of table.columns) {
    const value = facts[column.name];
    if (value !== undefined && value !== null) start &= column.bits[column.partition.classOf(value)] ?? 0n;
  }
  const open = table.unread.filter(({ uses }) => uses.some(isMissing));
  for (const { bit, column, text, uses } of table.unread) {
    if (uses.some(isMissing) || (start >> BigInt(bit) & 1n) === 0n) continue;
    const name = table.columns[column]?.name ?? "";
    const through = table.feel?.test(text, facts[name] ?? "", facts, name);
    if (through === undefined) return { kind: "error", error: { code: "cell-not-decidable", rows: [table.rows[bit]?.row ?? bit] } };
    if (!through) start &= ~(1n << BigInt(bit));
  }
  const missing = table.columns.flatMap(({ name, bits }, at): Missing[] => (!isMissing(at) ? [] : [{
    name, column: at,
    choices: [[...new Set(bits)], ...open.filter(({ uses }) => uses.includes(at)).map(({ bit }) => [all, all & ~(1n << BigInt(bit))])],
  }]));
  const space = new Space(table);
  try {
    const reached = space.reach(start, missing);
    const outcomes = new Set(reached.map((bits) => space.keyOf(bits)));
    if (outcomes.size === 1 && !missing.some((fact) => space.worksWith(reached, fact))) return answerOf(table, facts, toMasks(table, reached[0] ?? 0n), 0);
    const relevant = space.relevant(start, missing);
    const ranked = relevant.map((fact) => ({ fact, left: space.leftAfter(start, relevant, fact) }));
    ranked.sort((one, other) => one.left - other.left);
    return { kind: "needs", facts: ranked.map(({ fact }) => fact.name) };
  } catch (error) {
    if (error !== TOO_MANY) throw error;
    return { kind: "needs", facts: missing.filter((fact) => fact.choices.some((options) => options.length > 1) || table.rows.some(({ uses }) => uses.includes(fact.column))).map(({ name }) => name) };
  }
}

const TOO_MANY = new Error("more sets of rows than are worth looking at");

/** The sets of rows that some values of the missing facts lead to. Holds what is known already; ends itself when there is too much. */
class Space {
  #steps = 0;
  readonly #keys = new Map<bigint, OutcomeKey>();
  readonly #table: CompiledTable;
  constructor(table: CompiledTable) { this.#table = table; }

  keyOf(bits: bigint): OutcomeKey {
    const known = this.#keys.get(bits) ?? outcomeOfRows(this.#table, bits);
    this.#keys.set(bits, known);
    return known;
  }

  reach(start: bigint, missing: readonly Missing[]): bigint[] {
    let sets = new Set([start]);
    for (const options of missing.flatMap(({ choices }) => choices)) {
      const next = new Set<bigint>();
      for (const bits of sets) for (const option of options) next.add(bits & option);
      this.#steps += sets.size * options.length;
      if (this.#steps > STEPS_MAX) throw TOO_MANY;
      sets = next;
    }
    return [...sets];
  }

  /** Whether the answer of some of these sets is worked out with the fact. */
  worksWith(sets: readonly bigint[], { column }: Missing): boolean {
    return sets.some((bits) => rowsThatCount(this.#table, bits).some((bit) => this.#table.rows[bit]?.uses.includes(column)));
  }

  /** The facts that some case leaves to decide between two answers. */
  relevant(start: bigint, missing: readonly Missing[]): Missing[] {
    const reached = this.reach(start, missing);
    return missing.filter((fact) => {
      if (this.worksWith(reached, fact)) return true;
      const others = this.reach(start, missing.filter((each) => each !== fact));
      return others.some((bits) => new Set(this.reach(bits, [fact]).map((each) => this.keyOf(each))).size > 1);
    });
  }

  /** How many facts are still to be asked, at worst, once this one is told. */
  leftAfter(start: bigint, missing: readonly Missing[], fact: Missing): number {
    const others = missing.filter((each) => each !== fact);
    return Math.max(...this.reach(start, [fact]).map((bits) => this.relevant(bits, others).length));
  }
}
