import type { CompiledTable, Facts } from "./compile-table.ts";
import type { Decision } from "./decision.ts";
import { answerOf } from "./outcome.ts";
import { allRows, type OutcomeKey, outcomeOfRows, toMasks } from "./rows-outcome.ts";

/** A fact nobody has told, with the sets of rows its possible values let through. */
type Missing = { readonly name: string; readonly options: readonly bigint[] };

/** Sets of rows looked at before the question is given up and every missing fact is asked for. */
const STEPS_MAX = 50_000;

/**
 * Decides although facts are missing: an answer where they cannot change it; else the facts that can, first the one
 * after which, at worst, fewest others are still to be asked.
 */
export function neededFacts(table: CompiledTable, facts: Facts): Decision {
  let start = allRows(table);
  const missing: Missing[] = [];
  for (const [at, column] of table.columns.entries()) {
    const value = facts[column.name];
    const unread = table.unread.filter((cell) => cell.column === at);
    if (value !== undefined && value !== null) {
      start &= column.bits[column.partition.classOf(value)] ?? 0n;
      for (const { bit, text } of unread) if (table.feel?.test(text, value, facts) === false) start &= ~(1n << BigInt(bit));
      continue;
    }
    const without = unread.reduce((bits, { bit }) => bits & ~(1n << BigInt(bit)), allRows(table));
    missing.push({ name: column.name, options: [...new Set(column.bits.flatMap((bits) => [bits, bits & without]))] });
  }
  const space = new Space(table);
  try {
    const outcomes = new Set(space.reach(start, missing).map((bits) => space.keyOf(bits)));
    if (outcomes.size === 1) return answerOf(table, facts, toMasks(table, space.reach(start, missing)[0] ?? 0n), 0);
    const relevant = space.relevant(start, missing);
    const ranked = relevant.map((fact) => ({ fact, left: space.leftAfter(start, relevant, fact) }));
    ranked.sort((one, other) => one.left - other.left);
    return { kind: "needs", facts: ranked.map(({ fact }) => fact.name) };
  } catch (error) {
    if (error !== TOO_MANY) throw error;
    return { kind: "needs", facts: missing.filter(({ options }) => options.length > 1).map(({ name }) => name) };
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
    for (const { options } of missing) {
      const next = new Set<bigint>();
      for (const bits of sets) for (const option of options) next.add(bits & option);
      this.#steps += sets.size * options.length;
      if (this.#steps > STEPS_MAX) throw TOO_MANY;
      sets = next;
    }
    return [...sets];
  }

  /** The facts that some case leaves to decide between two answers. */
  relevant(start: bigint, missing: readonly Missing[]): Missing[] {
    return missing.filter((fact) => {
      const others = this.reach(start, missing.filter((each) => each !== fact));
      this.#steps += others.length * fact.options.length;
      return others.some((bits) => fact.options.some((option) => this.keyOf(bits & option) !== this.keyOf(bits & (fact.options[0] ?? 0n))));
    });
  }

  /** How many facts are still to be asked, at worst, once this one is told. */
  leftAfter(start: bigint, missing: readonly Missing[], fact: Missing): number {
    const others = missing.filter((each) => each !== fact);
    return Math.max(...fact.options.map((option) => this.relevant(start & option, others).length));
  }
}
