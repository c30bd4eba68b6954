import { bitsOf, lowestBit } from "./rows-outcome.ts";

/** A fact as a dimension of the space of all cases: what its classes let through, with how many classes do so and one of them. */
export type Dimension = { readonly name: string; readonly options: readonly Option[] };
export type Option = { readonly bits: bigint; readonly classes: number; readonly example: number };

/** All cases in which exactly the rows of `bits` hit: how many there are, and one of them, as the class of each dimension. */
export type Region = { readonly bits: bigint; readonly cases: number; readonly example: readonly number[] };

/** The whole space, cut into regions. `proved`: cases that were looked at; fewer than `cases` where it was too large. */
export type Space = { readonly regions: readonly Region[]; readonly cases: number; readonly proved: number };

type Node = { cases: number; readonly from: Node | null; readonly option: Option | null };

/** Sets of rows kept at a time. Tables people write stay far below; what is beyond is left out and counted. */
const SETS_MAX = 150_000;

/**
 * Which rows can be left out of a set because they cannot matter any more: row b, once `limit[b]` of the rows `peers[b]` are in
 * that hit whenever b does. What is kept must answer as the whole set would.
 */
export type Shortening = { readonly limit: readonly number[]; readonly peers: readonly bigint[] };

/** A dimension from the masks of a column's classes: classes that let the same rows through are one option. */
export function dimensionOf(name: string, classes: readonly bigint[]): Dimension {
  const options = new Map<bigint, { bits: bigint; classes: number; example: number }>();
  for (const [example, bits] of classes.entries()) {
    const known = options.get(bits);
    if (known === undefined) options.set(bits, { bits, classes: 1, example });
    else known.classes += 1;
  }
  return { name, options: [...options.values()] };
}

/**
 * Cuts the space of all cases into regions with the same rows, exactly, without walking through the cases: fact by fact, the
 * sets of rows that can still hit, each kept once and shortened to what can still matter. (The product of a table's columns, reduced
 * as decision diagrams are: Bryant 1986.)
 */
export function regionsOf(dimensions: readonly Dimension[], all: bigint, shortening: Shortening, setsMax = SETS_MAX): Space {
  const order = telling(dimensions);
  let level = new Map<bigint, Node>([[all, { cases: 1, from: null, option: null }]]);
  let lost = 0;
  for (const [step, at] of order.entries()) {
    const next = new Map<bigint, Node>();
    const falling = fallingIn(order.slice(step + 1).map((later) => dimensions[later]?.options ?? []), shortening, all);
    for (const [set, node] of level) {
      for (const option of dimensions[at]?.options ?? []) {
        const bits = shortened(set & option.bits, falling);
        const known = next.get(bits);
        const cases = node.cases * option.classes;
        if (known !== undefined) known.cases += cases;
        else if (next.size < setsMax) next.set(bits, { cases, from: node, option });
        else lost += cases * casesFrom(dimensions, order, at);
      }
    }
    level = next;
  }
  const cases = dimensions.reduce((product, { options }) => product * options.reduce((sum, { classes }) => sum + classes, 0), 1);
  const regions = [...level].map(([bits, node]): Region => ({ bits, cases: node.cases, example: exampleOf(node, order) }));
  // Beyond 2^53 a difference of a few is lost in rounding: what was given up must still show.
  return { regions, cases, proved: lost === 0 ? cases : Math.max(0, Math.min(cases - lost, cases * (1 - Number.EPSILON))) };
}

/** Facts that most rows ask for come first: then rows that ask for nothing more are known early, and others fall to them. */
function telling(dimensions: readonly Dimension[]): number[] {
  const indifferent = dimensions.map(({ options }) => bitsOf(options.reduce((bits, option) => bits & option.bits, options[0]?.bits ?? 0n)).length);
  return dimensions.map((_, at) => at).toSorted((left, right) => (indifferent[left] ?? 0) - (indifferent[right] ?? 0) || (dimensions[left]?.options.length ?? 0) - (dimensions[right]?.options.length ?? 0));
}

/**
 * What falls to what: for each row those behind it that stand for nothing more once it is in, as far as the facts still to come tell;
 * `rulers`, the rows that something falls to; and for each count the rows that fall to so many.
 */
type Falling = { readonly to: readonly bigint[]; readonly rulers: bigint; readonly byCount: readonly bigint[] };

function fallingIn(later: readonly (readonly Option[])[], { limit, peers }: Shortening, all: bigint): Falling {
  const to = limit.map(() => 0n);
  const byCount: bigint[] = [];
  let rulers = 0n;
  const always = limit.map(() => all);
  for (const options of later) for (const { bits } of options) for (const row of bitsOf(bits)) always[row] = (always[row] ?? 0n) & bits;
  for (const [row, count] of limit.entries()) {
    const own = 1n << BigInt(row);
    if ((all & own) === 0n || !Number.isFinite(count)) continue;
    // Rows before it that hit whenever it does.
    const dominators = (always[row] ?? 0n) & (own - 1n) & (peers[row] ?? 0n);
    if (dominators === 0n) continue;
    rulers |= dominators;
    while (byCount.length < count) byCount.push(0n);
    byCount[count - 1] = (byCount[count - 1] ?? 0n) | own;
    for (const ruler of bitsOf(dominators)) to[ruler] = (to[ruler] ?? 0n) | own;
  }
  return { to, rulers, byCount };
}

/** Only rows that something in the set falls to are walked through: most sets have few. */
function shortened(set: bigint, { to, rulers, byCount }: Falling): bigint {
  let kept = set;
  // Rows that fall to one row so far, to two, to three.
  const seen = byCount.map(() => 0n);
  for (let left = set & rulers; left !== 0n; left &= left - 1n) {
    let below = (to[lowestBit(left)] ?? 0n) & kept;
    if (below === 0n) continue;
    for (let count = 0; count < seen.length; count += 1) {
      const before = seen[count] ?? 0n;
      const now = before | below;
      seen[count] = now;
      const gone = now & (byCount[count] ?? 0n);
      kept &= ~gone;
      left &= ~gone;
      below &= before;
    }
  }
  return kept;
}

/** Cases that one set of rows, given up behind dimension `at`, stands for. */
function casesFrom(dimensions: readonly Dimension[], order: readonly number[], at: number): number {
  return order.slice(order.indexOf(at) + 1).reduce((product, later) => product * (dimensions[later]?.options ?? []).reduce((sum, { classes }) => sum + classes, 0), 1);
}

function exampleOf(node: Node, order: readonly number[]): number[] {
  const example: number[] = [];
  let at: Node | null = node;
  for (const dimension of order.toReversed()) {
    example[dimension] = at?.option?.example ?? 0;
    at = at?.from ?? null;
  }
  return example;
}

/**
 * Makes an example as small as it can be: facts without which the finding still holds, whatever their value, are left open (null).
 * `holds` judges the rows that hit.
 */
export function smallest(dimensions: readonly Dimension[], all: bigint, example: readonly number[], classes: readonly (readonly bigint[])[], holds: (bits: bigint) => boolean): (number | null)[] {
  const kept: (number | null)[] = [...example];
  for (const at of dimensions.keys()) {
    const before = kept[at] ?? null;
    kept[at] = null;
    if (!everywhere(dimensions, all, kept, classes, holds)) kept[at] = before;
  }
  return kept;
}

/** More sets than this, and a fact is kept in the example rather than proved needless. */
const LOOKED_AT_MAX = 200;

function everywhere(dimensions: readonly Dimension[], all: bigint, kept: readonly (number | null)[], classes: readonly (readonly bigint[])[], holds: (bits: bigint) => boolean): boolean {
  let sets = new Set([kept.reduce<bigint>((bits, index, at) => (index === null ? bits : bits & (classes[at]?.[index] ?? 0n)), all)]);
  for (const [at, { options }] of dimensions.entries()) {
    if (kept[at] !== null) continue;
    const next = new Set<bigint>();
    for (const set of sets) for (const { bits } of options) next.add(set & bits);
    if (next.size > LOOKED_AT_MAX) return false;
    sets = next;
  }
  return [...sets].every(holds);
}
