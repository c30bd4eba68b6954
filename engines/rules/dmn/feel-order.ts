import { FeelRange } from "feelin";
import type { FeelValue } from "./feel-value.ts";

/** Whether one value comes before another of its type, as FEEL orders numbers, words, dates, times and durations (10.3.2.5). */
export function isLess(a: FeelValue, b: FeelValue): boolean {
  if (a === null || b === null) return false;
  return new FeelRange({ start: null, end: b, "start included": false, "end included": false, valueType: null }).includes(a) === true;
}

/** Whether two values stand at one place of that order. */
export function isLevel(a: FeelValue, b: FeelValue): boolean {
  return a !== null && b !== null && !isLess(a, b) && !isLess(b, a);
}
