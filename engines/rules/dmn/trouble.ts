/** What can go wrong while a model is evaluated. The answer is null where it mattered; nothing is thrown. */
export const TROUBLES = [
  "unknown-element", "fact-type", "result-type", "expression-unreadable", "expression-failed", "feel-warning", "no-logic", "no-function",
  "arguments", "function-not-supported", "several-hits", "different-outputs", "value-not-allowed", "aggregation", "filter", "iteration", "condition", "recursion",
] as const;
/** One of `TROUBLES`. */
export type TroubleCode = (typeof TROUBLES)[number];

/** One thing that went wrong: at which element, in which expression, in feelin's words where it has some. */
export type Trouble = { readonly code: TroubleCode; readonly element: string; readonly expression: string | null; readonly detail: string };

/** Troubles that make an answer of null an error; what FEEL itself only warns of is none. */
export function isError({ code }: Trouble): boolean {
  return code !== "feel-warning";
}
