import { compareDecimals, type Decimal } from "./decimal.ts";
import { type Literal, parseLiteral, sameLiteral } from "./literal.ts";

/** One end of a range; `closed`: the end itself belongs to it. */
export type Bound = { readonly order: Decimal; readonly closed: boolean };

/** One test of a cell: the value itself, or a range of an ordered kind. */
export type Test =
  | { readonly kind: "equals"; readonly literal: Literal }
  | { readonly kind: "range"; readonly of: "number" | "date"; readonly low: Bound | null; readonly high: Bound | null };

/**
 * A cell's unary tests (DMN 1.5, 10.3.1.2, rule 9): `-`, or constants and ranges joined by commas, the whole of it perhaps under `not`.
 * `unread`: a cell that only an interpreter of FEEL can judge.
 */
export type UnaryTests =
  | { readonly kind: "any" }
  | { readonly kind: "some"; readonly tests: readonly Test[]; readonly negated: boolean }
  | { readonly kind: "unread"; readonly text: string };

/** Reads a cell. */
export function parseUnaryTests(text: string): UnaryTests {
  const words = text.trim();
  if (words === "-" || words === "") return { kind: "any" };
  const negated = /^not\s*\((.*)\)$/su.exec(words);
  const parts = splitAtCommas(negated?.[1] ?? words);
  const tests = parts?.map(parseTest) ?? [null];
  if (tests.some((test) => test === null)) return { kind: "unread", text: words };
  return { kind: "some", tests: tests.filter((test) => test !== null), negated: negated !== null };
}

/** Does the cell let this value through? An unread cell lets nothing through here; ask an interpreter. */
export function holds(tests: UnaryTests, value: Literal): boolean {
  if (tests.kind !== "some") return tests.kind === "any";
  return tests.tests.some((test) => (test.kind === "equals" ? sameLiteral(test.literal, value) : inRange(test, value))) !== tests.negated;
}

function inRange(within: Extract<Test, { kind: "range" }>, value: Literal): boolean {
  if (!("order" in value) || value.kind !== within.of) return false;
  const above = within.low === null ? 1 : compareDecimals(value.order, within.low.order);
  const below = within.high === null ? 1 : compareDecimals(within.high.order, value.order);
  return (above > 0 || (above === 0 && within.low?.closed === true)) && (below > 0 || (below === 0 && within.high?.closed === true));
}

function parseTest(text: string): Test | null {
  const words = text.trim();
  const compared = /^(<=|>=|<|>)(.+)$/su.exec(words);
  if (compared !== null) return comparison(compared[1] ?? "", compared[2] ?? "");
  const ranged = /^([[(\]])(.+?)\.\.(.+)([\])[])$/su.exec(words);
  if (ranged !== null) return range(ranged[1] ?? "", ranged[2] ?? "", ranged[3] ?? "", ranged[4] ?? "");
  const literal = parseLiteral(words);
  return literal === null ? null : { kind: "equals", literal };
}

function comparison(sign: string, text: string): Test | null {
  const literal = parseLiteral(text);
  if (literal === null || !("order" in literal)) return null;
  const bound = { order: literal.order, closed: sign.endsWith("=") };
  return { kind: "range", of: literal.kind, low: sign.startsWith(">") ? bound : null, high: sign.startsWith("<") ? bound : null };
}

// ]a..b[ is the older way to write (a..b).
function range(open: string, from: string, to: string, close: string): Test | null {
  const [low, high] = [parseLiteral(from), parseLiteral(to)];
  if (low === null || high === null || !("order" in low) || !("order" in high) || low.kind !== high.kind) return null;
  return { kind: "range", of: low.kind, low: { order: low.order, closed: open === "[" }, high: { order: high.order, closed: close === "]" } };
}

/** Parts between commas outside of quotes; null where a quote does not close. A call's own commas leave parts that read as nothing. */
function splitAtCommas(text: string): string[] | null {
  const parts: string[] = [];
  let [from, quoted] = [0, false];
  for (let at = 0; at < text.length; at += 1) {
    const mark = text[at] ?? "";
    if (quoted && mark === "\\") at += 1;
    else if (mark === "\"") quoted = !quoted;
    else if (mark === "," && !quoted) { parts.push(text.slice(from, at)); from = at + 1; }
  }
  return quoted ? null : [...parts, text.slice(from)];
}
