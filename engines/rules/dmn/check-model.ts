import type { Decision, DmnModel, Expression, ItemDefinition, KnowledgeModel, Reference } from "./dmn-model.ts";
import type { DmnProblem } from "./dmn-problems.ts";
import { isBuiltInType } from "./types.ts";

/** What is wrong with a model as a whole: names, references, circles, types. Imported elements are looked for when it is put together. */
export function checkModel(model: DmnModel): DmnProblem[] {
  return [...names(model), ...references(model), ...requirementCycles(model), ...typeCycles(model), ...unknownTypes(model)];
}

const problem = (element: string, code: DmnProblem["code"], parameters: DmnProblem["parameters"]): DmnProblem => ({ element, cell: null, code, parameters: { element, ...parameters } });

function names(model: DmnModel): DmnProblem[] {
  const found: DmnProblem[] = model.namespace === "" ? [problem("definitions", "namespace-missing", {})] : [];
  const seen = new Set<string>();
  for (const { name } of [...model.inputs, ...model.decisions, ...model.knowledge, ...model.services]) {
    if (name !== "" && seen.has(name)) found.push(problem(name, "name-duplicate", { name }));
    seen.add(name);
  }
  return found;
}

function references(model: DmnModel): DmnProblem[] {
  const ids = { inputData: idsOf(model.inputs), decision: idsOf(model.decisions), knowledge: idsOf([...model.knowledge, ...model.services]), source: idsOf([...model.sources, ...model.decisions, ...model.inputs]) };
  const imported = new Set(model.imports.map(({ namespace }) => namespace));
  const found: DmnProblem[] = [];
  const look = (element: string, wanted: keyof typeof ids, list: readonly Reference[]): void => {
    for (const { namespace, id } of list) {
      if (namespace === null ? !ids[wanted].has(id) : !imported.has(namespace)) found.push(problem(element, "reference-dangling", { href: `${namespace ?? ""}#${id}`, wanted }));
    }
  };
  for (const decision of model.decisions) {
    look(decision.name, "inputData", decision.inputs);
    look(decision.name, "decision", decision.decisions);
  }
  for (const { name, knowledge, sources } of [...model.decisions, ...model.knowledge]) {
    look(name, "knowledge", knowledge);
    look(name, "source", sources);
  }
  for (const service of model.services) {
    look(service.name, "decision", [...service.outputs, ...service.encapsulated, ...service.inputDecisions]);
    look(service.name, "inputData", service.inputData);
  }
  return found;
}

function idsOf(elements: readonly { readonly id: string | null }[]): ReadonlySet<string> {
  return new Set(elements.flatMap(({ id }) => (id === null ? [] : [id])));
}

/**
 * Decisions that need themselves over others, or functions that need each other's (6.3.2 forbids both). A function that calls
 * itself by name needs no requirement and is no circle here.
 */
function requirementCycles(model: DmnModel): DmnProblem[] {
  const local = (list: readonly Reference[]): readonly string[] => list.flatMap(({ namespace, id }) => (namespace === null ? [id] : []));
  const nodes = new Map<string, { name: string; needs: readonly string[] }>();
  for (const each of [...model.decisions, ...model.knowledge]) if (each.id !== null) nodes.set(each.id, { name: each.name, needs: local(needsOf(each)) });
  // What a service takes as input decisions it does not evaluate.
  for (const service of model.services) if (service.id !== null) nodes.set(service.id, { name: service.name, needs: local([...service.outputs, ...service.encapsulated]) });
  return cycles(nodes).map((path) => problem(path[0] ?? "", "requirement-cycle", { path: path.join(" → ") }));
}

function needsOf(element: Decision | KnowledgeModel): readonly Reference[] {
  return "decisions" in element ? [...element.decisions, ...element.knowledge] : element.knowledge;
}

function typeCycles(model: DmnModel): DmnProblem[] {
  const nodes = new Map(model.types.map((type) => [type.name, { name: type.name, needs: typeRefs(type) }]));
  return cycles(nodes).map((path) => problem(path[0] ?? "", "type-cycle", { path: path.join(" → ") }));
}

/** A component may hold a list of its own type, as a tree does; only what must always contain itself never ends. */
function typeRefs(type: ItemDefinition): readonly string[] {
  const inner = type.isCollection && type.components.length > 0 ? [] : type.components.filter(({ isCollection }) => !isCollection).flatMap(typeRefs);
  return [...(type.typeRef === null ? [] : [type.typeRef]), ...inner];
}

/** Every circle once, found by walking with an own stack: graphs may be long chains. */
function cycles(nodes: ReadonlyMap<string, { readonly name: string; readonly needs: readonly string[] }>): string[][] {
  const done = new Set<string>();
  const found: string[][] = [];
  for (const start of nodes.keys()) {
    const path: { id: string; next: number }[] = done.has(start) ? [] : [{ id: start, next: 0 }];
    const onPath = new Set(path.map(({ id }) => id));
    for (let top = path.at(-1); top !== undefined; top = path.at(-1)) {
      const need = nodes.get(top.id)?.needs[top.next];
      top.next += 1;
      if (need === undefined) {
        done.add(top.id);
        onPath.delete(top.id);
        path.pop();
      } else if (onPath.has(need)) {
        found.push([...path.slice(path.findIndex(({ id }) => id === need)).map(({ id }) => id), need].map((id) => nodes.get(id)?.name ?? id));
      } else if (nodes.has(need) && !done.has(need)) {
        path.push({ id: need, next: 0 });
        onPath.add(need);
      }
    }
  }
  return found;
}

/** Types that nothing defines. A name with a dot may be an imported one and is looked for when the models are put together. */
function unknownTypes(model: DmnModel): DmnProblem[] {
  const own = new Set(model.types.map(({ name }) => name));
  const prefixes = model.imports.map(({ name }) => `${name}.`);
  const known = (type: string): boolean => isBuiltInType(type) || own.has(type) || model.imports.some(({ name }) => name === "") || prefixes.some((prefix) => type.startsWith(prefix));
  const found: DmnProblem[] = [];
  const look = (element: string, types: readonly (string | null)[]): void => {
    for (const type of new Set(types)) if (type !== null && !known(type)) found.push(problem(element, "type-unknown", { type }));
  };
  for (const type of model.types) look(type.name, definitionTypes(type));
  for (const input of model.inputs) look(input.name, [input.variable.typeRef]);
  for (const decision of model.decisions) look(decision.name, [decision.variable.typeRef, ...expressionTypes(decision.expression)]);
  for (const each of model.knowledge) look(each.name, expressionTypes(each.logic));
  return found;
}

function definitionTypes(type: ItemDefinition): (string | null)[] {
  return [type.typeRef, ...type.components.flatMap(definitionTypes), ...(type.functionItem === null ? [] : [type.functionItem.outputTypeRef, ...type.functionItem.parameters.map(({ typeRef }) => typeRef)])];
}

function expressionTypes(expression: Expression | null): (string | null)[] {
  if (expression === null) return [];
  const items = (list: readonly ({ readonly typeRef: string | null } | null)[]): (string | null)[] => list.map((each) => each?.typeRef ?? null);
  const inner = (...list: readonly (Expression | null)[]): (string | null)[] => list.flatMap(expressionTypes);
  switch (expression.kind) {
    case "literal": return [expression.typeRef];
    case "table": return [expression.typeRef, ...items(expression.inputs), ...items(expression.outputs)];
    case "function": return [expression.typeRef, ...items(expression.parameters), ...inner(expression.body)];
    case "context": return [expression.typeRef, ...items(expression.entries.map(({ variable }) => variable)), ...inner(...expression.entries.map(({ value }) => value))];
    case "invocation": return [expression.typeRef, ...inner(expression.called, ...expression.bindings.map(({ value }) => value))];
    case "list": return [expression.typeRef, ...inner(...expression.items)];
    case "relation": return [expression.typeRef, ...items(expression.columns), ...inner(...expression.rows.flat())];
    case "conditional": return [expression.typeRef, ...inner(expression.test, expression.yes, expression.no)];
    case "filter": return [expression.typeRef, ...inner(expression.of, expression.match)];
    case "for": case "some": case "every": return [expression.typeRef, expression.iteratorType, ...inner(expression.over, expression.body)];
  }
}
