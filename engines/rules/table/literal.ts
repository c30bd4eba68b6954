import { type Decimal, compareDecimals, decimalText, parseDecimal } from "./decimal.ts";

/** A constant of FEEL that a table's cells can be compared by. A date's `order` is its day, counted from 1970-01-01. */
export type Literal =
  | { readonly kind: "string"; readonly value: string }
  | { readonly kind: "boolean"; readonly value: boolean }
  | { readonly kind: "number" | "date"; readonly order: Decimal };

/** The kinds that have an order, so that cells can say ranges of them. */
export type OrderedLiteral = Extract<Literal, { readonly order: Decimal }>;

const DAY_MS = 86_400_000;

/** The constant a FEEL text is, or null when it is an expression that has to be worked out. */
export function parseLiteral(text: string): Literal | null {
  const words = text.trim();
  if (words === "true" || words === "false") return { kind: "boolean", value: words === "true" };
  if (words.startsWith("\"")) return parseString(words);
  const date = /^(?:date\s*\(\s*"([^"]*)"\s*\)|@"([^"]*)")$/u.exec(words);
  if (date !== null) return parseDate(date[1] ?? date[2] ?? "");
  // FEEL writes no exponent, no plus sign.
  if (!/^-?(?:\d+(?:\.\d+)?|\.\d+)$/u.test(words)) return null;
  const order = parseDecimal(words);
  return order === null ? null : { kind: "number", order };
}

/** A calendar date (YYYY-MM-DD) as a literal; null when there is no such day. */
export function parseDate(text: string): OrderedLiteral | null {
  if (!/^\d{4}-\d{2}-\d{2}$/u.test(text)) return null;
  const at = Date.parse(`${text}T00:00:00Z`);
  if (Number.isNaN(at) || new Date(at).toISOString().slice(0, 10) !== text) return null;
  return { kind: "date", order: { ...(parseDecimal(String(at / DAY_MS)) ?? { digits: 0n, scale: 0 }) } };
}

/** The same constant? Constants of two kinds never are. */
export function sameLiteral(left: Literal, right: Literal): boolean {
  if ("order" in left) return "order" in right && left.kind === right.kind && compareDecimals(left.order, right.order) === 0;
  return !("order" in right) && left.kind === right.kind && left.value === right.value;
}

/** What the constant is outside of FEEL: text, truth, number; a date as YYYY-MM-DD. A number beyond 15 digits stays text. */
export function literalValue(literal: Literal): string | boolean | number {
  if (!("order" in literal)) return literal.value;
  if (literal.kind === "date") return dateText(literal.order);
  const written = decimalText(literal.order);
  return String(Number(written)) === written ? Number(written) : written;
}

/** The constant as FEEL writes it. */
export function literalText(literal: Literal): string {
  if (literal.kind === "string") return JSON.stringify(literal.value);
  if (literal.kind === "boolean") return String(literal.value);
  return literal.kind === "date" ? `date("${dateText(literal.order)}")` : decimalText(literal.order);
}

const dateText = (day: Decimal): string => new Date(Number(decimalText(day)) * DAY_MS).toISOString().slice(0, 10);

function parseString(words: string): Literal | null {
  if (!/^"(?:[^"\\]|\\.)*"$/su.test(words)) return null;
  try {
    // FEEL's escapes are JSON's, and \U with six digits besides.
    const json = words.slice(1, -1).replace(/\\U([0-9A-Fa-f]{6})/gu, (_, code: string) => String.fromCodePoint(Number.parseInt(code, 16))).replace(/[\n\r\t]/gu, (mark) => JSON.stringify(mark).slice(1, -1));
    const value: unknown = JSON.parse(`"${json}"`);
    return typeof value === "string" ? { kind: "string", value } : null;
  } catch {
    return null;
  }
}
