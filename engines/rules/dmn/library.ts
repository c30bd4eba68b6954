import type { Decision, DecisionService, DmnModel, InputData, KnowledgeModel, Reference } from "./dmn-model.ts";
import type { DmnProblem } from "./dmn-problems.ts";

/** A model with the models it imports, over any number of steps, by namespace (DMN 1.5, 7.3.2). */
export type Library = { readonly main: DmnModel; readonly models: ReadonlyMap<string, DmnModel> };

/** Elements of the requirement graph that have a value. */
export type GraphElement =
  | { readonly kind: "input"; readonly model: DmnModel; readonly element: InputData }
  | { readonly kind: "decision"; readonly model: DmnModel; readonly element: Decision }
  | { readonly kind: "knowledge"; readonly model: DmnModel; readonly element: KnowledgeModel }
  | { readonly kind: "service"; readonly model: DmnModel; readonly element: DecisionService };

/** Puts a model and those it imports together, or says which model or element is missing. */
export function putTogether(main: DmnModel, imported: readonly DmnModel[] = []): { readonly kind: "library"; readonly library: Library } | { readonly kind: "refused"; readonly problems: readonly DmnProblem[] } {
  const models = new Map([...imported, main].map((model) => [model.namespace, model]));
  const problems = [...models.values()].flatMap((model) => missing(model, models));
  return problems.length > 0 ? { kind: "refused", problems } : { kind: "library", library: { main, models } };
}

/** The element a reference leads to. */
export function findElement(library: Library, from: DmnModel, { namespace, id }: Reference): GraphElement | null {
  const model = namespace === null ? from : library.models.get(namespace);
  return model === undefined ? null : byId(model).get(id) ?? null;
}

/** Every element with a value in one model. */
export function elementsOf(model: DmnModel): readonly GraphElement[] {
  const known = elements.get(model);
  if (known !== undefined) return known;
  const all: readonly GraphElement[] = [
    ...model.inputs.map((element) => ({ kind: "input" as const, model, element })),
    ...model.decisions.map((element) => ({ kind: "decision" as const, model, element })),
    ...model.knowledge.map((element) => ({ kind: "knowledge" as const, model, element })),
    ...model.services.map((element) => ({ kind: "service" as const, model, element })),
  ];
  elements.set(model, all);
  return all;
}

/** Models never change, so what is in them is listed once. */
const elements = new WeakMap<DmnModel, readonly GraphElement[]>();
const indexes = new WeakMap<DmnModel, ReadonlyMap<string | null, GraphElement>>();

function byId(model: DmnModel): ReadonlyMap<string | null, GraphElement> {
  const known = indexes.get(model) ?? new Map(elementsOf(model).map((each) => [each.element.id, each]));
  indexes.set(model, known);
  return known;
}

function missing(model: DmnModel, models: ReadonlyMap<string, DmnModel>): DmnProblem[] {
  const problem = (element: string, code: DmnProblem["code"], parameters: DmnProblem["parameters"]): DmnProblem => ({ element, cell: null, code, parameters: { element, ...parameters } });
  const absent = model.imports.filter(({ namespace, importType }) => isDmn(importType) && !models.has(namespace)).map(({ name, namespace }) => problem(`import ${name}`, "import-missing", { namespace }));
  const dangling = (element: string, references: readonly Reference[]): DmnProblem[] => references.filter(({ namespace, id }) => {
    const other = namespace === null ? undefined : models.get(namespace);
    return other !== undefined && !byId(other).has(id);
  }).map(({ namespace, id }) => problem(element, "reference-dangling", { href: `${namespace ?? ""}#${id}`, wanted: "element" }));
  return [
    ...absent,
    ...model.decisions.flatMap((each) => dangling(each.name, [...each.inputs, ...each.decisions, ...each.knowledge])),
    ...model.knowledge.flatMap((each) => dangling(each.name, each.knowledge)),
    ...model.services.flatMap((each) => dangling(each.name, [...each.outputs, ...each.encapsulated, ...each.inputDecisions, ...each.inputData])),
  ];
}

/** Imports may also name schemas and PMML (7.3.2); we look only for models. */
function isDmn(importType: string): boolean {
  return /\/spec\/DMN\//u.test(importType);
}
