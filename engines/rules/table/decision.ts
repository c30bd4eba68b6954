import type { PlainFact } from "./column.ts";
import type { Value } from "./compile-table.ts";

/**
 * What a table says of a case: its value; or the facts that could still change the answer, the one that leaves fewest others to ask first;
 * or a named error, an answer too: no row applies, rows contradict each other, a fact is of the wrong type or outside its domain. Plain data.
 */
export type Decision =
  | { readonly kind: "value"; readonly value: Value }
  | { readonly kind: "needs"; readonly facts: readonly string[] }
  | { readonly kind: "error"; readonly error: DecisionError };

/** Why there is no value, by name; `fact` and `value` say which and what it was. */
export type DecisionError =
  | Refusal
  | { readonly code: "wrong-type" | "outside-domain"; readonly fact: string; readonly value: PlainFact };

/** Why rows give no answer; `rows` as written, from 0. */
export type Refusal = { readonly code: "no-rule-applies" | "rules-contradict" | "output-not-computable" | "cell-not-decidable"; readonly rows: readonly number[] };
