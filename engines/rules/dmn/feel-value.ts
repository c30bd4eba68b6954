import { FeelDate, FeelDateTime, FeelDuration, FeelFunction, FeelRange, FeelTime } from "feelin";

/**
 * A value of FEEL (DMN 1.5, 10.3.2): numbers are binary floats, as feelin's; dates, times and durations are feelin's values; contexts
 * are plain objects.
 */
export type FeelValue =
  | null | boolean | number | string
  | FeelDate | FeelTime | FeelDateTime | FeelDuration | FeelRange | FeelFunction
  | readonly FeelValue[]
  | FeelContext;

/** A context (10.3.2.6): names and their values. Also what an expression may see: its scope. */
export type FeelContext = { readonly [name: string]: FeelValue };

/** A list. */
export function isList(value: FeelValue): value is readonly FeelValue[] {
  return Array.isArray(value);
}

/** A context, and none of the values that are objects only inside. */
export function isContext(value: FeelValue): value is FeelContext {
  return typeof value === "object" && value !== null && Object.getPrototypeOf(value) === Object.prototype;
}

/** What FEEL gave, as a value of ours: what it does not know (undefined, a built-in function as such) is null or a function. */
export function feelValue(given: unknown): FeelValue {
  if (given === undefined || given === null) return null;
  if (typeof given === "number") return Number.isFinite(given) ? given : null;
  if (typeof given === "function") return builtInAsValue(given as BuiltIn);
  return given as FeelValue;
}

type BuiltIn = ((...values: unknown[]) => unknown) & { readonly $args?: readonly string[] };

function builtInAsValue(builtIn: BuiltIn): FeelFunction {
  return new FeelFunction(builtIn, [...(builtIn.$args ?? [])]);
}
