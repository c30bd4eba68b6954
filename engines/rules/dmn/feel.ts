import { evaluate, unaryTest } from "feelin";
import { MENDED_BUILT_INS } from "./feel-builtins.ts";
import { mended, mendingFunctions } from "./feel-mending.ts";
import { type FeelContext, type FeelValue, feelValue, isContext, isList } from "./feel-value.ts";
import type { Trouble } from "./trouble.ts";
import type { TypeScope } from "./types.ts";

/** Takes note of what went wrong in an expression. */
export type Note = (code: Trouble["code"], detail: string, expression?: string) => void;

/** The longest expression that is evaluated, in characters: brackets within brackets cost the square of their number. */
export const LONGEST_EXPRESSION = 10_000;

/** An expression of FEEL (10.3) over what it may see; null and a note where it cannot be read or fails. */
export function feel(text: string, scope: FeelContext, note: Note, types: TypeScope | null = null): FeelValue {
  return asked(text, note, () => asMended(text, { ...MENDED_BUILT_INS, ...scope }, types, "expression", evaluate));
}

/** Unary tests (10.3, grammar rule 17) on a value, which they may also name `?`; null where FEEL does not know. */
export function feelTest(tests: string, value: FeelValue, scope: FeelContext, note: Note, types: TypeScope | null = null): boolean | null {
  const test = tests.trim();
  if (test === "-") return true;
  // A name in a cell means its value; feelin would take true or false for the answer.
  const [, refused] = NEGATED_PATH.exec(test) ?? [];
  if (typeof value === "boolean" && refused !== undefined) return !feelEqual(feel(refused, scope, note, types), value);
  if (typeof value === "boolean" && (Object.hasOwn(scope, test) || PATH.test(test))) return feelEqual(feel(test, scope, note, types), value);
  const answer = asked(tests, note, () => asMended(tests, { ...MENDED_BUILT_INS, ...scope, "?": value }, types, "tests", unaryTest));
  return typeof answer === "boolean" ? answer : null;
}

const PATH = /^[\p{L}_][\p{L}\p{N}_ ]*(?:\.[\p{L}_][\p{L}\p{N}_ ]*)+$/u;

const NEGATED_PATH = /^not\s*\(\s*((?!true\b|false\b|null\b)[\p{L}_][\p{L}\p{N}_ .]*?)\s*\)$/u;

/** Asks the mended text where there is one; should the mending itself be unreadable, the text as written. */
function asMended(text: string, scope: FeelContext, types: TypeScope | null, top: "expression" | "tests", ask: (text: string, scope: FeelContext) => Asked): Asked {
  const better = mended(text, scope, top);
  if (better === null) return ask(text, scope);
  try {
    return ask(better, { ...mendingFunctions(types), ...scope });
  } catch (error) {
    if (!isSyntaxError(error)) throw error;
    return ask(text, scope);
  }
}

/** Equality as FEEL has it for values of one type (10.3.2.13); values of different types are different. */
export function feelEqual(a: FeelValue, b: FeelValue): boolean {
  if (a === b) return true;
  if (isList(a) && isList(b)) return a.length === b.length && a.every((item, index) => feelEqual(item, b[index] ?? null));
  if (isContext(a) && isContext(b)) {
    const names = Object.keys(a);
    return names.length === Object.keys(b).length && names.every((name) => name in b && feelEqual(a[name] ?? null, b[name] ?? null));
  }
  if (typeof a !== "object" || typeof b !== "object" || a === null || b === null || isList(a) || isList(b)) return false;
  return asked("a = b", () => {}, () => evaluate("a = b", { a, b })) === true;
}

type Asked = { readonly value: unknown; readonly warnings: readonly { readonly type: string; readonly message: string }[] };

function asked(text: string, note: Note, ask: () => Asked): FeelValue {
  if (text.length > LONGEST_EXPRESSION) {
    note("expression-unreadable", `${text.length} > ${LONGEST_EXPRESSION}`, text.slice(0, 80));
    return null;
  }
  try {
    const { value, warnings } = ask();
    for (const { message } of warnings) note(message === EXTERNAL ? "function-not-supported" : "feel-warning", message, text);
    return feelValue(value);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    note(isSyntaxError(error) ? "expression-unreadable" : "expression-failed", message, text);
    return null;
  }
}

/** What feelin says of a function literal that calls Java (10.3.2.13.3). */
const EXTERNAL = "External functions are not supported";

/** feelin's own error for text that is not FEEL says where it stopped. */
function isSyntaxError(error: unknown): boolean {
  return error instanceof Error && "position" in error;
}
