import { FeelDate, FeelDateTime, FeelDuration, FeelFunction, FeelRange, FeelTime, parseExpression, parseUnaryTests } from "feelin";
import { calculate, negated, type Operator } from "./feel-arithmetic.ts";
import { kindOf, original } from "./feel-builtins.ts";
import { isLess } from "./feel-order.ts";
import { type FeelContext, type FeelValue, feelValue, isContext, isList } from "./feel-value.ts";
import { dateAndTimeOf, dateOf, timeOf } from "./temporal-text.ts";
import { conforms, type TypeScope } from "./types.ts";

/** The longest run of numbers or days an iteration goes through; more would fill the memory before it ended. */
const LONGEST_RUN = 1_000_000;

/**
 * Some of FEEL cannot be mended by giving feelin another function: operators, date literals, `instance of`, iterations. Where a text uses
 * those, they are written as calls of functions of ours, by feelin's own parse of the text; everything else stays as it is written.
 */
export function mended(text: string, scope: FeelContext, top: "expression" | "tests"): string | null {
  if (!NEEDS_MENDING.test(text) && !(/[-+*/]/u.test(text) && holdsTemporal(scope, 4))) return null;
  const tree = (top === "expression" ? parseExpression : parseUnaryTests)(text, scope, undefined);
  const result = rendered(tree.topNode, text);
  return result === text ? null : result;
}

/** The functions that mended texts call. `instance of` and typed parameters look into the model's types, but not at their allowed values. */
export function mendingFunctions(types: TypeScope | null): FeelContext {
  const isOf = (value: FeelValue, type: FeelValue): boolean => types !== null && typeof type === "string" && conforms(value, type, { ...types, test: () => true });
  return {
    ...OPERATIONS,
    _is: call(2, ([value = null, type = null]) => value !== null && isOf(value, type)),
    _isListOf: call(2, ([value = null, type = null]) => value !== null && isList(value) && value.every((item) => isOf(item, type))),
    _fits: call(2, ([value = null, type = null]) => value === null || isOf(value, type)),
  };
}

const NEEDS_MENDING = /@"|\.\.|\binstance\s+of\b|\bfunction\s*\(|\{[^}]*:|\[\s*true\s*\]|\(\s*=|\b(?:date|time|duration)\b/u;

type Node = ReturnType<typeof parseExpression>["topNode"];
type Values = readonly (FeelValue | undefined)[];

function call(count: number, calculation: (values: Values) => FeelValue, names: readonly string[] = []): FeelFunction {
  return new FeelFunction((...values: unknown[]) => calculation(values.map((value) => (value === undefined ? undefined : feelValue(value)))), names.length > 0 ? [...names] : Array.from({ length: count }, (_, place) => `v${place}`));
}

const OPERATIONS: FeelContext = {
  _add: call(2, ([a = null, b = null]) => calculate("+", a, b)),
  _subtract: call(2, ([a = null, b = null]) => calculate("-", a, b)),
  _multiply: call(2, ([a = null, b = null]) => calculate("*", a, b)),
  _divide: call(2, ([a = null, b = null]) => calculate("/", a, b)),
  _negate: call(1, ([value = null]) => negated(value)),
  _each: call(2, ([from = null, to = null]) => run(from, to)),
  _listed: call(1, ([value = null]) => (value instanceof FeelRange ? (isLess(value.end, value.start) ? null : withoutEnds(value)) : value)),
  _point: call(1, ([value = null]) => (value === null || isContext(value) || isList(value) || typeof value === "boolean" ? value : new FeelRange({ start: value, end: value, "start included": true, "end included": true, valueType: kindOf(value) }))),
  _asList: call(1, ([value = null]) => (value === null || isList(value) ? value : [value])),
  _at: call(1, ([text]) => (typeof text !== "string" ? null : text.includes("T") ? dateAndTimeOf(text) : /^\d\d:/u.test(text) ? timeOf(text) : dateOf(text))),
  _date: call(4, ([year, month, day, from]) => {
    const text = typeof year === "string" ? year : from;
    return typeof text === "string" && month === undefined ? dateOf(text) : original("date", trimmed([year ?? from, month, day]));
  }, ["year", "month", "day", "from"]),
  _dateAndTime: call(3, ([date, time, from]) => {
    const text = typeof date === "string" ? date : from;
    return typeof text === "string" && time === undefined ? dateAndTimeOf(text) : original("date and time", trimmed([date ?? from, time]));
  }, ["date", "time", "from"]),
  _time: call(5, ([hour, minute, second, offset, from]) => {
    const text = typeof hour === "string" ? hour : from;
    if (typeof text === "string" && minute === undefined) return timeOf(text);
    const whole = typeof second === "number" ? Math.floor(second) : second;
    return withPart(original("time", trimmed([hour ?? from, minute, whole, offset])), typeof second === "number" ? second - Math.floor(second) : 0);
  }, ["hour", "minute", "second", "offset", "from"]),
};

const BY_OPERATOR: Readonly<Record<Operator, string>> = { "+": "_add", "-": "_subtract", "*": "_multiply", "/": "_divide" };
const CONSTRUCTORS: Readonly<Record<string, string>> = { date: "_date", time: "_time", "date and time": "_dateAndTime" };

function rendered(node: Node, text: string): string {
  const parts = partsOf(node);
  const source = (part: Node | undefined): string => (part === undefined ? "" : text.slice(part.from, part.to));
  const inner = (part: Node | undefined): string => (part === undefined ? "" : rendered(part, text));
  const [first, second, third] = parts;
  switch (node.name) {
    case "ArithmeticExpression": {
      if (parts.length === 2) return `_negate(${inner(second)})`;
      const operation = BY_OPERATOR[source(second) as Operator] as string | undefined;
      if (operation !== undefined) return `${operation}(${inner(first)}, ${inner(third)})`;
      break;
    }
    case "DateTimeLiteral": {
      const constructor = first?.name === "DateTimeConstructor" ? CONSTRUCTORS[source(first).replace(/\s+/gu, " ")] : undefined;
      if (constructor !== undefined && first !== undefined) return `${constructor}${renderedBetween(node, text, first.to, parts.slice(1))}`;
      break;
    }
    // Durations feelin reads well.
    case "AtLiteral": return /^@\s*"-?P/u.test(source(node)) ? source(node) : `_at(${source(first)})`;
    case "InstanceOfExpression": {
      const type = parts.at(-1);
      const [, item] = /^list\s*<\s*([\w ]+?)\s*>$/u.exec(source(type)) ?? [];
      if (item !== undefined && !FEEL_TYPES.has(item)) return `_isListOf(${inner(first)}, "${item}")`;
      if (type?.name === "Type" && type.firstChild?.name === "QualifiedName" && !FEEL_TYPES.has(source(type).trim())) return `_is(${inner(first)}, "${source(type).trim()}")`;
      break;
    }
    case "IterationContext": {
      if (parts.length === 3) return `_each(${inner(first)}, ${inner(third)})`;
      if (first?.firstChild?.name === "Interval") return `_listed(${inner(first)})`;
      break;
    }
    // No value lies between null and something (10.3.2.7).
    case "Interval": return parts.some(({ name }) => name === "null") ? "null" : renderedBetween(node, text, node.from, parts);
    case "ParenthesizedExpression": {
      // (= 10) is the range from 10 to 10; what has no order stands for itself, as in `x in (= true)`.
      const [operator, operand] = second?.name === "SimplePositiveUnaryTest" ? partsOf(second) : [];
      if (operator !== undefined && operand !== undefined && source(operator) === "=") return `_point(${inner(operand)})`;
      break;
    }
    case "FilterExpression": {
      if (third?.name === "BooleanLiteral" && source(third) === "true") return `_asList(${inner(first)})`;
      break;
    }
    // A context with a name twice is none (10.3.2.6).
    case "Context": {
      const names = parts.filter(({ name }) => name === "ContextEntry").map((entry) => source(partsOf(entry)[0]).trim().replaceAll("\"", ""));
      if (new Set(names).size < names.length) return "null";
      break;
    }
    case "FunctionDefinition": return withTypedParameters(node, text) ?? renderedBetween(node, text, node.from, parts);
    default: break;
  }
  return renderedBetween(node, text, node.from, parts);
}

/** FEEL's own names of types feelin knows by itself. */
const FEEL_TYPES = new Set(["Any", "Null", "number", "string", "boolean", "date", "time", "date and time", "duration", "days and time duration", "years and months duration", "context", "list", "range", "function"]);

/** A function whose parameters have types is not called with others (10.3.2.13.1): then its value is null. */
function withTypedParameters(node: Node, text: string): string | null {
  const parts = partsOf(node);
  const parameters = parts.find(({ name }) => name === "FormalParameters");
  const body = parts.find(({ name }) => name === "FunctionBody");
  if (parameters === undefined || body === undefined || parts.some(({ name }) => name === "external")) return null;
  const typed = partsOf(parameters).flatMap((parameter) => {
    const [name, type] = partsOf(parameter);
    return name !== undefined && type?.firstChild?.name === "QualifiedName" ? [`_fits(${text.slice(name.from, name.to)}, "${text.slice(type.from, type.to).trim()}")`] : [];
  });
  if (typed.length === 0) return null;
  return `${text.slice(node.from, body.from)}if ${typed.join(" and ")} then (${rendered(body, text)}) else null`;
}

function renderedBetween(node: Node, text: string, from: number, parts: readonly Node[]): string {
  let [written, at] = ["", from];
  for (const part of parts) {
    written += text.slice(at, part.from) + rendered(part, text);
    at = part.to;
  }
  return written + text.slice(at, node.to);
}

function partsOf(node: Node): readonly Node[] {
  const parts: Node[] = [];
  for (let part = node.firstChild; part !== null; part = part.nextSibling) parts.push(part);
  return parts;
}

/** Whole numbers or days from one to the other, downwards too (10.3.2.14); other things have no steps. */
function run(from: FeelValue, to: FeelValue): FeelValue {
  if (typeof from === "number" && typeof to === "number") {
    if (!Number.isInteger(from) || !Number.isInteger(to) || Math.abs(to - from) >= LONGEST_RUN) return null;
    return Array.from({ length: Math.abs(to - from) + 1 }, (_, step) => (to < from ? from - step : from + step));
  }
  if (!(from instanceof FeelDate) || !(to instanceof FeelDate)) return null;
  const days = from.unwrap().until(to.unwrap()).total("day");
  return Math.abs(days) >= LONGEST_RUN ? null : Array.from({ length: Math.abs(days) + 1 }, (_, step) => new FeelDate(from.unwrap().add({ days: days < 0 ? -step : step })));
}

function withoutEnds(range: FeelRange): FeelValue {
  const all = run(range.start as FeelValue, range.end as FeelValue);
  return all !== null && isList(all) ? all.slice(range["start included"] ? 0 : 1, range["end included"] ? undefined : -1) : null;
}

function withPart(value: FeelValue, part: number): FeelValue {
  if (!(value instanceof FeelTime) || part === 0) return value;
  const nanoseconds = Math.round(part * 1e9);
  return new FeelTime(value.unwrap().with({ millisecond: Math.floor(nanoseconds / 1e6), microsecond: Math.floor(nanoseconds / 1e3) % 1000, nanosecond: nanoseconds % 1000 }), value.zone);
}

/** Values without the missing ones at the end, as feelin counts what it is called with. */
function trimmed(values: Values): Values {
  return values.slice(0, values.findLastIndex((value) => value !== undefined) + 1);
}

/** Whether a value is or holds a date, time or duration, a few levels down. */
function holdsTemporal(value: FeelValue, depth: number): boolean {
  if (value instanceof FeelDate || value instanceof FeelTime || value instanceof FeelDateTime || value instanceof FeelDuration) return true;
  if (depth === 0) return false;
  if (isList(value)) return value.slice(0, 20).some((item) => holdsTemporal(item, depth - 1));
  return isContext(value) && Object.values(value).some((item) => holdsTemporal(item, depth - 1));
}
