import { addDecimals, compareDecimals, type Decimal, decimalOf, toNumber } from "./decimal.ts";
import type { Value } from "./value.ts";

/** What a row adds to an aggregation: its value, and the exact number where it was written as one. */
export type Amount = { readonly amount: Decimal | null; readonly value: Value };

/**
 * What an aggregator makes of what the rows say (DMN 1.5, 8.2.11), numbers exactly; there is at least one. Texts, and so days, have a
 * least and a greatest, but no sum. Undefined: they are of different kinds.
 */
export function aggregated(how: "sum" | "min" | "max", amounts: readonly Amount[]): Value | undefined {
  const side = how === "min" ? -1 : 1;
  const numbers = amounts.flatMap(({ amount, value }) => amount ?? (typeof value === "number" ? (decimalOf(value) ?? []) : []));
  if (numbers.length === amounts.length) return toNumber(numbers.reduce((sum, next) => (how === "sum" ? addDecimals(sum, next) : compareDecimals(next, sum) === side ? next : sum)));
  const texts = amounts.flatMap(({ amount, value }) => (amount === null && typeof value === "string" ? [value] : []));
  if (how === "sum" || texts.length < amounts.length) return undefined;
  return texts.reduce((best, next) => ((how === "min" ? next < best : next > best) ? next : best));
}
