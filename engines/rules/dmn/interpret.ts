import { BoxedFunction } from "./boxed-function.ts";
import type { DecisionService, DmnModel, InputData, KnowledgeModel, Reference } from "./dmn-model.ts";
import { feelTest, type Note } from "./feel.ts";
import { type FeelContext, type FeelValue, isContext } from "./feel-value.ts";
import { argumentsOf, interpretExpression, interpretFunction, type Surroundings, typed } from "./interpret-expression.ts";
import { elementsOf, findElement, type GraphElement, type Library } from "./library.ts";
import { isError, type Trouble } from "./trouble.ts";
import type { TypeScope } from "./types.ts";

/** What is asked of a model: a decision, a decision service or a business knowledge model, by its name in the main model. */
export type Question = { readonly kind: "decision" | "service" | "knowledge"; readonly name: string };

/**
 * The answer. `error` is an answer of null with the first thing that went wrong; `declined` needs a Java or PMML function, which is not
 * run here. Troubles that did not make the answer null stand beside the value.
 */
export type Evaluation =
  | { readonly kind: "value"; readonly value: FeelValue; readonly troubles: readonly Trouble[] }
  | { readonly kind: "error"; readonly error: Trouble; readonly troubles: readonly Trouble[] }
  | { readonly kind: "declined"; readonly language: "java" | "pmml"; readonly troubles: readonly Trouble[] };

/**
 * Evaluates one element of a model over facts (DMN 1.5, 10.4). Facts are values of input data by name; where models of two namespaces
 * have the same name, `namespace#name` tells them apart. A service takes its input decisions as facts too, a knowledge model its
 * parameters. Never throws.
 */
export function interpret(library: Library, question: Question, facts: FeelContext): Evaluation {
  const run: Run = { library, facts, given: new Map(), values: new Map(), underway: new Set(), troubles: [], declined: new Set() };
  const found = elementsOf(library.main).find(({ kind, element }) => kind === question.kind && element.name === question.name);
  const value = found === undefined ? unknown(run, question) : answered(run, found);
  const troubles = run.troubles;
  const [language] = run.declined;
  const error = troubles.find(isError);
  if (language !== undefined) return { kind: "declined", language, troubles };
  return value === null && error !== undefined ? { kind: "error", error, troubles } : { kind: "value", value, troubles };
}

/** One evaluation: every decision is evaluated once. `given` are values from outside that stand for decisions or input data. */
type Run = {
  readonly library: Library;
  readonly facts: FeelContext;
  readonly given: ReadonlyMap<object, FeelValue>;
  readonly values: Map<object, FeelValue>;
  readonly underway: Set<object>;
  readonly troubles: Trouble[];
  readonly declined: Set<"java" | "pmml">;
};

function unknown(run: Run, { name, kind }: Question): null {
  run.troubles.push({ code: "unknown-element", element: name, expression: null, detail: kind });
  return null;
}

/** Requirements or calls nested deeper than the stack are an answer too. */
function answered(run: Run, found: GraphElement): FeelValue {
  try {
    return answer(run, found);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    run.troubles.push({ code: "recursion", element: found.element.name, expression: null, detail: error.message });
    return null;
  }
}

function answer(run: Run, found: GraphElement): FeelValue {
  const value = valueOf(run, found);
  if (!(value instanceof BoxedFunction) || found.kind === "decision" || found.kind === "input") return value;
  // A knowledge model or service that is asked for itself is called with the facts of its parameters' names; those that are missing are null.
  return value.invoke(value.parameterNames.map((name) => run.facts[name] ?? null));
}

/** The value of an element, evaluated once: a fact, a decision's answer, a function. */
function valueOf(run: Run, found: GraphElement): FeelValue {
  const given = run.given.get(found.element);
  if (given !== undefined) return given;
  const known = run.values.get(found.element);
  if (known !== undefined) return known;
  // Within one model circles are refused when it is read; models that import each other can still have one.
  if (run.underway.has(found.element)) {
    surroundings(run, found.model, found.element.name).note("recursion", found.element.name);
    return null;
  }
  run.underway.add(found.element);
  const value = fresh(run, found);
  run.underway.delete(found.element);
  run.values.set(found.element, value);
  return value;
}

function fresh(run: Run, found: GraphElement): FeelValue {
  const at = surroundings(run, found.model, found.element.name);
  switch (found.kind) {
    case "input": return fact(run, found.model, found.element, at);
    case "decision": {
      const { inputs, decisions, knowledge, expression, variable } = found.element;
      return typed(interpretExpression(expression, scopeOf(run, found.model, [...inputs, ...decisions, ...knowledge]), at), variable.typeRef, at);
    }
    case "knowledge": return knowledgeFunction(run, found.model, found.element, at);
    case "service": return serviceFunction(run, found.model, found.element, at);
  }
}

/** A fact that is not of its type is null, and said. */
function fact(run: Run, { namespace }: DmnModel, { name, variable }: InputData, at: Surroundings): FeelValue {
  const given = run.facts[`${namespace}#${name}`] ?? run.facts[name] ?? null;
  const value = typed(given, variable.typeRef, { ...at, note: (_, detail) => at.note("fact-type", detail) });
  return value;
}

/** What a decision or function sees of the graph: what it requires and nothing else, imported elements under the import's name (7.3.1). */
function scopeOf(run: Run, model: DmnModel, references: readonly Reference[]): FeelContext {
  const scope: Record<string, FeelValue> = {};
  for (const reference of references) {
    const found = findElement(run.library, model, reference);
    if (found === null) continue;
    const value = valueOf(run, found);
    const name = found.element.variable.name;
    const prefix = found.model === model ? "" : model.imports.find(({ namespace }) => namespace === found.model.namespace)?.name ?? "";
    const group = prefix === "" ? null : scope[prefix] ?? {};
    if (group === null) scope[name] = value;
    else scope[prefix] = { ...(isContext(group) ? group : {}), [name]: value };
  }
  return scope;
}

/** A business knowledge model as a function (7.3.7). It may call itself. */
function knowledgeFunction(run: Run, model: DmnModel, { name, logic, knowledge, variable }: KnowledgeModel, at: Surroundings): FeelValue {
  if (logic === null) {
    at.note("no-logic", name);
    return null;
  }
  const required = scopeOf(run, model, knowledge);
  const scope: Record<string, FeelValue> = { ...required };
  const itself = interpretFunction(logic, scope, at);
  scope[variable.name] = itself;
  return itself;
}

/** A decision service as a function: input data first, then input decisions (10.4); one output is its value, several a context. */
function serviceFunction(run: Run, model: DmnModel, service: DecisionService, at: Surroundings): FeelValue {
  const find = (references: readonly Reference[]): readonly GraphElement[] => references.map((each) => findElement(run.library, model, each)).filter((each) => each !== null);
  const taken = find([...service.inputData, ...service.inputDecisions]);
  const outputs = find(service.outputs);
  const parameters = taken.map(({ element }) => element.variable);
  return new BoxedFunction(parameters.map(({ name }) => name), (values) => {
    const given = argumentsOf(parameters, values, at);
    if (given === null) return null;
    const inside: Run = { ...run, values: new Map(), underway: new Set(), given: new Map(taken.map(({ element }) => [element, given[element.variable.name] ?? null])) };
    const answers = outputs.map((each) => [each.element.variable.name, valueOf(inside, each)] as const);
    const result = answers.length === 1 ? answers[0]?.[1] ?? null : Object.fromEntries(answers);
    return typed(result, service.variable.typeRef, at);
  }, (detail) => at.note("arguments", detail));
}

function surroundings(run: Run, model: DmnModel, element: string): Surroundings {
  const note: Note = (code, detail, expression) => {
    // A function literal names no PMML; what FEEL calls external is Java.
    if (code === "function-not-supported" && detail !== "pmml") run.declined.add("java");
    run.troubles.push({ code, element, expression: expression ?? null, detail });
  };
  const types: TypeScope = { model, imported: (namespace) => run.library.models.get(namespace) ?? null, test: (tests, value) => feelTest(tests, value, {}, note) === true };
  return { types, note, declined: (language) => { run.declined.add(language); } };
}
