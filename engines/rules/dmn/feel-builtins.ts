import { evaluate, FeelDate, FeelDateTime, FeelDuration, FeelFunction, FeelRange } from "feelin";
import { isLess } from "./feel-order.ts";
import { type FeelContext, type FeelValue, feelValue, isList } from "./feel-value.ts";
import { RANGE_RELATIONS } from "./range-functions.ts";

/** The calendar writes years beyond 0 to 9999 with six digits; FEEL with as many as they have (10.3.2.3.4). */
function withShortYear(iso: string): string {
  return iso.replace(/^([+-])0*(\d{4,})-/u, (_, sign: string, year: string) => `${sign === "-" ? "-" : ""}${year}-`);
}

type Values = readonly (FeelValue | undefined)[];

/**
 * Built-in functions that feelin 8.2 lacks or has otherwise than DMN 1.5, 10.3.4. They are given to every expression under their own
 * names, where FEEL finds them before feelin's.
 */
export const MENDED_BUILT_INS: FeelContext = {
  ...Object.fromEntries(Object.entries(RANGE_RELATIONS).map(([name, relation]) => [name, builtIn(["a", "b"], ([a, b]) => relation(a ?? null, b ?? null))])),
  range: builtIn(["from"], ([from]) => (typeof from === "string" ? rangeOf(from) : null)),
  "list replace": builtIn(["list", "position", "newItem", "match"], listReplace),
  ...Object.fromEntries(["round up", "round down", "round half up", "round half down"].map((name) => [name, withScale(name)])),
  is: builtIn(["value1", "value2"], ([a, b]) => (a instanceof FeelDuration && b instanceof FeelDuration && a.yearsMonths !== b.yearsMonths ? false : a === undefined || b === undefined ? false : original("is", [a, b]))),
  string: builtIn(["from"], ([from]) => (from instanceof FeelDate || from instanceof FeelDateTime ? withShortYear(from.iso) : original("string", [from]))),
  // A part of a place is no place: the scale counts as a whole number.
  decimal: builtIn(["n", "scale"], ([n, scale]) => (typeof n === "number" && typeof scale === "number" ? original("decimal", [n, Math.trunc(scale)]) : null)),
  matches: builtIn(["input", "pattern", "flags"], ([input, pattern, flags]) => original("matches", inXPath(input, pattern, flags))),
  replace: builtIn(["input", "pattern", "replacement", "flags"], ([input, pattern, replacement, flags]) => {
    const [text, expression, rest] = inXPath(input, pattern, flags);
    return original("replace", [text, expression, replacement, ...(rest === undefined ? [] : [rest])]);
  }),
};

function builtIn(names: readonly string[], call: (values: Values) => FeelValue): FeelFunction {
  return new FeelFunction((...values: (FeelValue | undefined)[]) => call(values), [...names]);
}

/** feelin's own function of a name, called with these values. */
export function original(name: string, values: Values): FeelValue {
  const given = values.map((value) => (value === undefined ? null : value));
  try {
    return feelValue(evaluate(`${name}(${given.map((_, place) => `v${place}`).join(", ")})`, Object.fromEntries(given.map((value, place) => [`v${place}`, value]))).value);
  } catch {
    return null;
  }
}

/** The places a number of FEEL can have (10.3.2.3.1: those of IEEE decimal128). */
const LEAST_SCALE = -6111;
const MOST_SCALE = 6176;

/** The four ways to round need both number and places (10.3.4.5). */
function withScale(name: string): FeelFunction {
  return builtIn(["n", "scale"], ([n, scale]) => (typeof n === "number" && typeof scale === "number" && scale >= LEAST_SCALE && scale <= MOST_SCALE ? original(name, [n, scale]) : null));
}

/**
 * A list with one item replaced, by its place (from the end where negative) or by a function of the item and the new item that must say
 * true or false (10.3.4.4).
 */
function listReplace([list, position, newItem, match]: Values): FeelValue {
  if (list === null || list === undefined || newItem === undefined) return null;
  const items = isList(list) ? list : [list];
  const chosen = match ?? position;
  if (typeof chosen === "number") {
    const whole = Math.trunc(chosen);
    const place = whole < 0 ? items.length + whole : whole - 1;
    return place >= 0 && place < items.length ? items.with(place, newItem) : null;
  }
  if (!(chosen instanceof FeelFunction) || chosen.parameterNames.length !== 2) return null;
  const replaced = items.map((item) => ({ item, answer: feelValue(chosen.invoke([item, newItem])) }));
  return replaced.every(({ answer }) => typeof answer === "boolean") ? replaced.map(({ item, answer }) => (answer === true ? newItem : item)) : null;
}

const ENDPOINT = String.raw`\s*("(?:[^"\\]|\\.)*"|-?\d+(?:\.\d+)?|@"[^"]*"|(?:date and time|date|time|duration)\("[^"]*"\))?\s*`;
const RANGE = new RegExp(String.raw`^\s*([[\](])${ENDPOINT}\.\.${ENDPOINT}([\])[])\s*$`, "u");

/** A range written as text: literals only, of one type, the smaller first; a missing end is open (10.3.4.1, range). */
function rangeOf(text: string): FeelValue {
  const [, open, first, last, close] = RANGE.exec(text) ?? [];
  if (open === undefined || (first === undefined && last === undefined)) return null;
  const [start, end] = [literal(first), literal(last)];
  if ((first !== undefined && start === null) || (last !== undefined && end === null)) return null;
  const included = { start: open === "[", end: close === "]" };
  if ((start === null && included.start) || (end === null && included.end)) return null;
  if (start !== null && end !== null && (kindOf(start) !== kindOf(end) || isLess(end, start))) return null;
  return new FeelRange({ start, end, "start included": included.start, "end included": included.end, valueType: kindOf(start ?? end) });
}

function literal(text: string | undefined): FeelValue {
  return text === undefined ? null : feelValue(evaluate(text).value);
}

/** The type of an endpoint as feelin names it. */
export function kindOf(value: FeelValue): string {
  if (value === null || typeof value !== "object") return typeof value;
  return { FeelDate: "date", FeelTime: "time", FeelDateTime: "date time", FeelDuration: "duration" }[value.constructor.name] ?? "";
}

/**
 * Patterns are XPath's (10.3.4.3): the flag x lets them hold room for reading, outside of brackets, and a class may take another away
 * (`[A-Z-[OI]]`). JavaScript has neither; the room is removed and the class looked ahead for.
 */
function inXPath(input: FeelValue | undefined, pattern: FeelValue | undefined, flags: FeelValue | undefined): Values {
  if (typeof pattern !== "string") return [input, pattern, flags];
  const spaced = typeof flags === "string" && flags.includes("x");
  const rest = spaced ? flags.replaceAll("x", "") : flags;
  const dense = spaced ? pattern.replace(/(\\\S)|(\[(?:\\.|[^\]\\])*\])|\s+/gu, "$1$2") : pattern;
  const expression = dense.replace(/\[((?:\\.|[^[\]\\])+)-\[((?:\\.|[^[\]\\])+)\]\]/gu, "(?![$2])[$1]");
  return [input, expression, ...(rest === undefined || rest === null ? [] : [rest])];
}
