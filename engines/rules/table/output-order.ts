import type { DecisionTable } from "./decision-table.ts";
import { parseLiteral } from "./literal.ts";
import { holds, parseUnaryTests } from "./unary-tests.ts";
import type { Value } from "./value.ts";

/** Whether the order of the outputs' allowed values decides (DMN 1.5, 8.2.8). */
export const isRanked = ({ hitPolicy }: DecisionTable): boolean => hitPolicy === "priority" || hitPolicy === "output-order";

/** The place of a value among what its output allows; what is not among them comes last. */
export function ranksOf(table: DecisionTable): (value: Value | undefined, column: number) => number {
  const orders = table.outputs.map(({ allowed }) => {
    const tests = parseUnaryTests(allowed ?? "-");
    return tests.kind === "some" ? tests.tests : [];
  });
  return (value, column) => {
    const literals = literalsOf(value);
    const at = (orders[column] ?? []).findIndex((test) => literals.some((literal) => holds({ kind: "some", tests: [test], negated: false }, literal)));
    return at < 0 ? Number.MAX_SAFE_INTEGER : at;
  };
}

/** Column by column, the first that differs decides. */
export function compareRanks(left: readonly number[], right: readonly number[]): number {
  const at = left.findIndex((rank, column) => rank !== right[column]);
  return at < 0 ? 0 : (left[at] ?? 0) - (right[at] ?? 0);
}

/** Answers in the order of what the outputs allow; those that stand alike stay as they are. */
export function inOutputOrder(table: DecisionTable, values: readonly Value[]): Value[] {
  const rank = ranksOf(table);
  const ranks = (value: Value): number[] => table.outputs.map(({ name }, column) => rank(table.outputs.length === 1 ? value : partOf(value, name ?? String(column + 1)), column));
  return values.map((value) => ({ value, ranks: ranks(value) })).toSorted((left, right) => compareRanks(left.ranks, right.ranks)).map(({ value }) => value);
}

const partOf = (value: Value, name: string): Value =>
  (value !== null && typeof value === "object" && !Array.isArray(value) ? ((value as { readonly [name: string]: Value })[name] ?? null) : null);

/** The constants a value may stand for: a text may be a day, and a number of more than 15 digits. */
function literalsOf(value: Value | undefined): NonNullable<ReturnType<typeof parseLiteral>>[] {
  if (typeof value === "number" || typeof value === "boolean") return [parseLiteral(String(value))].filter((literal) => literal !== null);
  if (typeof value !== "string") return [];
  return [JSON.stringify(value), `@"${value}"`, ...(value.length > 15 ? [value] : [])].map(parseLiteral).filter((literal) => literal !== null);
}
