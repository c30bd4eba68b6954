import { FeelFunction } from "feelin";
import { BoxedFunction } from "./boxed-function.ts";
import type { Expression, FunctionDefinition, InformationItem } from "./dmn-model.ts";
import { feel, type Note } from "./feel.ts";
import { type FeelContext, type FeelValue, isList } from "./feel-value.ts";
import { interpretTable } from "./interpret-table.ts";
import { conform, type TypeScope } from "./types.ts";

/** What evaluating an expression needs beside its scope. `declined` hears of a Java or PMML function that was called. */
export type Surroundings = { readonly types: TypeScope; readonly note: Note; readonly declined: (language: "java" | "pmml") => void };

/** The deepest calls of functions within functions; more is a recursion without end. */
const DEEPEST_CALLS = 400;

/** A boxed expression (DMN 1.5, 10.2) over what it may see. */
export function interpretExpression(expression: Expression | null, scope: FeelContext, at: Surroundings): FeelValue {
  if (expression === null) {
    at.note("no-logic", "");
    return null;
  }
  return typed(untyped(expression, scope, at), expression.kind === "function" ? null : expression.typeRef, at);
}

/** A function of FEEL's kind that evaluates its body over its parameters and the scope it was written in (10.2.1.7). */
export function interpretFunction(definition: FunctionDefinition, scope: FeelContext, at: Surroundings): FeelValue {
  let depth = 0;
  const { parameters, body, language, typeRef } = definition;
  return new BoxedFunction(parameters.map(({ name }) => name), (values) => {
    const given = argumentsOf(parameters, values, at);
    if (given === null) return null;
    if (language !== "feel") {
      at.declined(language);
      at.note("function-not-supported", language);
      return null;
    }
    if (depth >= DEEPEST_CALLS) {
      at.note("recursion", String(DEEPEST_CALLS));
      return null;
    }
    depth += 1;
    try {
      return typed(interpretExpression(body, { ...scope, ...given }, at), typeRef, at);
    } finally {
      depth -= 1;
    }
  }, (detail) => at.note("arguments", detail));
}

/** The arguments by the parameters' names; null, and no call, when one is not of its parameter's type. */
export function argumentsOf(parameters: readonly InformationItem[], values: readonly FeelValue[], at: Surroundings): FeelContext | null {
  const given: Record<string, FeelValue> = {};
  for (const [place, { name, typeRef }] of parameters.entries()) {
    const { ok, value } = conform(values[place] ?? null, typeRef, at.types);
    if (!ok) {
      at.note("arguments", `${name}: ${typeRef}`);
      return null;
    }
    given[name] = value;
  }
  return given;
}

/** A value as its type takes it; null and a note when it does not conform. */
export function typed(value: FeelValue, typeRef: string | null, at: Surroundings): FeelValue {
  const { ok, value: conformed } = conform(value, typeRef, at.types);
  if (!ok) at.note("result-type", typeRef ?? "");
  return conformed;
}

function untyped(expression: Expression, scope: FeelContext, at: Surroundings): FeelValue {
  const inner = (part: Expression | null, seen: FeelContext = scope): FeelValue => interpretExpression(part, seen, at);
  switch (expression.kind) {
    case "literal": return feel(expression.text, scope, at.note, at.types);
    case "table": return interpretTable(expression, scope, at.types, at.note);
    case "function": return interpretFunction(expression, scope, at);
    case "context": return interpretContext(expression.entries, scope, at);
    case "invocation": return interpretInvocation(expression, scope, at);
    case "list": return expression.items.map((item) => inner(item));
    case "relation": return expression.rows.map((row) => Object.fromEntries(expression.columns.map(({ name, typeRef }, column) => [name, typed(inner(row[column] ?? null), typeRef, at)])));
    case "conditional": {
      const test = inner(expression.test);
      if (typeof test !== "boolean" && test !== null) {
        at.note("condition", "if");
        return null;
      }
      return inner(test === true ? expression.yes : expression.no);
    }
    case "filter": return interpretFilter(expression, scope, at);
    case "for": case "some": case "every": return interpretIteration(expression, scope, at);
  }
}

/** Every line sees those above it (10.2.1.4); the line without a name is the value. */
function interpretContext(entries: Extract<Expression, { kind: "context" }>["entries"], scope: FeelContext, at: Surroundings): FeelValue {
  const lines: Record<string, FeelValue> = {};
  for (const { variable, value } of entries) {
    const answer = typed(interpretExpression(value, { ...scope, ...lines }, at), variable?.typeRef ?? null, at);
    if (variable === null) return answer;
    lines[variable.name] = answer;
  }
  return lines;
}

function interpretInvocation({ called, bindings }: Extract<Expression, { kind: "invocation" }>, scope: FeelContext, at: Surroundings): FeelValue {
  const target = interpretExpression(called, scope, at);
  if (!(target instanceof FeelFunction)) {
    at.note("no-function", called?.kind === "literal" ? called.text : "");
    return null;
  }
  const given = Object.fromEntries(bindings.map(({ parameter, value }) => [parameter.name, typed(interpretExpression(value, scope, at), parameter.typeRef, at)]));
  // Through FEEL, so that a failing built-in function warns as it does there.
  const names = Object.keys(given).map((_, place) => `argument${place}`);
  if (target instanceof BoxedFunction) return target.invoke(given);
  const call = `called(${Object.keys(given).map((name, place) => `${name}: ${names[place]}`).join(", ")})`;
  return feel(call, { called: target, ...Object.fromEntries(Object.values(given).map((value, place) => [`argument${place}`, value])) }, at.note);
}

/** Every item for which the match holds (10.2.2.2); an item that is a context also lends its names. A match that is no truth is an error. */
function interpretFilter({ of, match }: Extract<Expression, { kind: "filter" }>, scope: FeelContext, at: Surroundings): FeelValue {
  const list = interpretExpression(of, scope, at);
  if (list === null) return null;
  const kept: FeelValue[] = [];
  for (const item of isList(list) ? list : [list]) {
    const holds = interpretExpression(match, { ...scope, ...(isPlainContext(item) ? item : {}), item }, at);
    if (typeof holds !== "boolean") {
      at.note("filter", String(holds));
      return null;
    }
    if (holds) kept.push(item);
  }
  return kept;
}

/** One value for each item, or whether some or every item satisfies (10.2.2.3, 10.2.2.4); `partial` are the results so far. */
function interpretIteration({ kind, iterator, iteratorType, over, body }: Extract<Expression, { kind: "for" | "some" | "every" }>, scope: FeelContext, at: Surroundings): FeelValue {
  const items = listed(interpretExpression(over, scope, at), at);
  if (items === null) {
    at.note("iteration", kind);
    return null;
  }
  const results: FeelValue[] = [];
  for (const item of items) results.push(interpretExpression(body, { ...scope, [iterator]: typed(item, iteratorType, at), ...(kind === "for" ? { partial: [...results] } : {}) }, at));
  if (kind === "for") return results;
  // An answer that is neither true nor false makes the whole unknown, whatever the others say.
  if (results.every((each) => typeof each === "boolean")) return kind === "some" ? results.includes(true) : !results.includes(false);
  at.note("iteration", kind);
  return null;
}

/** A range is iterated over its whole numbers; FEEL counts them. */
function listed(value: FeelValue, at: Surroundings): readonly FeelValue[] | null {
  if (value === null) return null;
  if (isList(value)) return value;
  if (typeof value !== "object") return null;
  const list = feel("for each in value return each", { value }, at.note);
  return list !== null && isList(list) ? list : null;
}

function isPlainContext(value: FeelValue): value is FeelContext {
  return typeof value === "object" && value !== null && Object.getPrototypeOf(value) === Object.prototype;
}
