import type { Partition } from "./column.ts";
import { compareDecimals } from "./decimal.ts";
import { literalValue } from "./literal.ts";
import { type Bound, holds, type Test, type UnaryTests } from "./unary-tests.ts";

/** The classes of a column that a cell lets through, each once. A constant and a range find theirs by search, however many classes there are. */
export function classesHeld(cell: UnaryTests, partition: Partition): Iterable<number> {
  const { classes } = partition;
  if (cell.kind !== "some") return cell.kind === "any" ? classes.keys() : [];
  if (cell.negated) return [...classes.keys()].filter((index) => holds(cell, classes[index]?.example ?? NOTHING));
  const [first, ...others] = cell.tests;
  return first !== undefined && others.length === 0 ? held(first, partition) : new Set(cell.tests.flatMap((test) => [...held(test, partition)]));
}

const NOTHING = { kind: "string" as const, value: "" };

function held(test: Test, { kind, classes, classOf }: Partition): number[] {
  if (test.kind === "equals") {
    const index = test.literal.kind === kind ? classOf(literalValue(test.literal)) : -1;
    return index < 0 ? [] : [index];
  }
  if (test.of !== kind) return [];
  // Ordered classes stand in their order: those inside the range follow each other.
  const orderAt = (index: number): number => {
    const example = classes[index]?.example;
    return example !== undefined && "order" in example ? side(example.order, test.low, -1) || side(example.order, test.high, 1) : 0;
  };
  let [low, high] = [0, classes.length];
  while (low < high) { const middle = (low + high) >> 1; if (orderAt(middle) < 0) low = middle + 1; else high = middle; }
  const found: number[] = [];
  for (let index = low; index < classes.length && orderAt(index) === 0; index += 1) found.push(index);
  return found;
}

/** -1 below the lower bound, 1 above the upper one, 0 where this bound lets the value through. */
function side(order: Bound["order"], bound: Bound | null, which: -1 | 1): number {
  if (bound === null) return 0;
  const compared = compareDecimals(order, bound.order) * which;
  return compared > 0 || (compared === 0 && !bound.closed) ? which : 0;
}
