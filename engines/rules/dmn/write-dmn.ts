import type { Decision, DecisionService, DmnModel, Expression, FunctionDefinition, InformationItem, ItemDefinition, KnowledgeModel, KnowledgeSource, Reference, TableExpression } from "./dmn-model.ts";
import { moddle } from "./dmn-schema.ts";

type Element = Record<string, unknown>;
type Create = (type: string, properties: Readonly<Record<string, unknown>>) => Element;

/** A model as a file of DMN 1.5, without a drawing. Reading the file gives the same model again. */
export async function writeDmn(model: DmnModel): Promise<string> {
  const dmn = moddle();
  // Ids are made for what another tool must be able to refer to; everything else needs none.
  const create: Create = (type, properties) => dmn.create(`dmn:${type}`, Object.fromEntries(Object.entries(properties).filter(([, value]) => value !== null && value !== undefined && !(Array.isArray(value) && value.length === 0))));
  const { xml } = await dmn.toXML(writeDefinitions(model, create), { format: true, preamble: true });
  return xml;
}

function writeDefinitions(model: DmnModel, create: Create): Element {
  return create("Definitions", {
    id: model.id,
    name: model.name,
    namespace: model.namespace,
    description: model.description,
    import: model.imports.map(({ name, namespace, importType, location }) => create("Import", { name, namespace, importType, locationURI: location })),
    itemDefinition: model.types.map((type) => writeType(type, create)),
    drgElement: [
      ...model.inputs.map(({ id, name, description, variable }) => create("InputData", { id, name, description, variable: writeItem(variable, create) })),
      ...model.decisions.map((decision) => writeDecision(decision, create)),
      ...model.knowledge.map((each) => writeKnowledge(each, create)),
      ...model.services.map((service) => writeService(service, create)),
      ...model.sources.map((source) => writeSource(source, create)),
    ],
  });
}

function writeDecision(decision: Decision, create: Create): Element {
  return create("Decision", {
    id: decision.id,
    name: decision.name,
    description: decision.description,
    question: decision.question,
    allowedAnswers: decision.answers,
    variable: writeItem(decision.variable, create),
    informationRequirement: [
      ...decision.inputs.map((each) => create("InformationRequirement", { requiredInput: writeReference(each, create) })),
      ...decision.decisions.map((each) => create("InformationRequirement", { requiredDecision: writeReference(each, create) })),
    ],
    ...writeRequirements(decision, create),
    decisionLogic: writeExpression(decision.expression, create),
  });
}

function writeKnowledge(each: KnowledgeModel, create: Create): Element {
  return create("BusinessKnowledgeModel", {
    id: each.id, name: each.name, description: each.description, variable: writeItem(each.variable, create), ...writeRequirements(each, create),
    encapsulatedLogic: each.logic === null ? null : writeFunction(each.logic, create),
  });
}

function writeService({ id, name, description, variable, outputs, encapsulated, inputDecisions, inputData }: DecisionService, create: Create): Element {
  const references = (list: readonly Reference[]): Element[] => list.map((each) => writeReference(each, create));
  return create("DecisionService", {
    id, name, description, variable: writeItem(variable, create),
    outputDecision: references(outputs), encapsulatedDecision: references(encapsulated), inputDecision: references(inputDecisions), inputData: references(inputData),
  });
}

function writeSource({ id, name, description, type, location, sources }: KnowledgeSource, create: Create): Element {
  return create("KnowledgeSource", { id, name, description, type, locationURI: location, authorityRequirement: writeAuthorities(sources, create) });
}

function writeRequirements({ knowledge, sources }: { readonly knowledge: readonly Reference[]; readonly sources: readonly Reference[] }, create: Create): Element {
  return { knowledgeRequirement: knowledge.map((each) => create("KnowledgeRequirement", { requiredKnowledge: writeReference(each, create) })), authorityRequirement: writeAuthorities(sources, create) };
}

function writeAuthorities(sources: readonly Reference[], create: Create): Element[] {
  return sources.map((each) => create("AuthorityRequirement", { requiredAuthority: writeReference(each, create) }));
}

function writeReference({ namespace, id }: Reference, create: Create): Element {
  return create("DMNElementReference", { href: `${namespace ?? ""}#${id}` });
}

function writeItem(item: InformationItem | null, create: Create): Element | null {
  return item === null ? null : create("InformationItem", { name: item.name, typeRef: item.typeRef });
}

function writeTests(text: string | null, create: Create): Element | null {
  return text === null ? null : create("UnaryTests", { text });
}

function writeText(text: string | null, create: Create, typeRef: string | null = null): Element | null {
  return text === null ? null : create("LiteralExpression", { text, typeRef });
}

function writeType(type: ItemDefinition, create: Create): Element {
  return create("ItemDefinition", {
    id: type.id,
    name: type.name,
    isCollection: type.isCollection ? true : null,
    typeRef: type.typeRef,
    allowedValues: writeTests(type.allowed, create),
    typeConstraint: writeTests(type.constraint, create),
    itemComponent: type.components.map((component) => writeType(component, create)),
    functionItem: type.functionItem === null ? null : create("FunctionItem", { outputTypeRef: type.functionItem.outputTypeRef, parameters: type.functionItem.parameters.map((each) => writeItem(each, create)) }),
  });
}

function writeExpression(expression: Expression | null, create: Create): Element | null {
  if (expression === null) return null;
  const { typeRef } = expression;
  const inner = (part: Expression | null): Element | null => writeExpression(part, create);
  const held = (part: Expression | null): Element | null => (part === null ? null : create("ChildExpression", { expression: inner(part) }));
  switch (expression.kind) {
    case "literal": return create("LiteralExpression", { typeRef, text: expression.text, expressionLanguage: expression.language });
    case "table": return writeTable(expression, create);
    case "function": return writeFunction(expression, create);
    case "context": return create("Context", { typeRef, contextEntry: expression.entries.map(({ variable, value }) => create("ContextEntry", { variable: writeItem(variable, create), value: inner(value) })) });
    case "invocation": return create("Invocation", {
      typeRef, calledFunction: inner(expression.called),
      binding: expression.bindings.map(({ parameter, value }) => create("Binding", { parameter: writeItem(parameter, create), bindingFormula: inner(value) })),
    });
    case "list": return create("List", { typeRef, elements: expression.items.map(inner) });
    case "relation": return create("Relation", { typeRef, column: expression.columns.map((column) => writeItem(column, create)), row: expression.rows.map((row) => create("List", { elements: row.map(inner) })) });
    case "conditional": {
      const parts = [expression.test, expression.yes, expression.no];
      return create("Conditional", { typeRef, ...Object.fromEntries(CONDITIONAL_PARTS.map((part, place) => [part, held(parts[place] ?? null)])) });
    }
    case "filter": return create("Filter", { typeRef, in: held(expression.of), match: held(expression.match) });
    case "for": case "some": case "every": {
      const type = { for: "For", some: "Some", every: "Every" }[expression.kind];
      const over = expression.over === null && expression.iteratorType === null ? null : create("TypedChildExpression", { typeRef: expression.iteratorType, expression: inner(expression.over) });
      return create(type, { typeRef, iteratorVariable: expression.iterator, in: over, [expression.kind === "for" ? "return" : "satisfies"]: held(expression.body) });
    }
  }
}

/** The children of a conditional. Not as names of an object: with a property `then` it would pass for a promise. */
const CONDITIONAL_PARTS = ["if", "then", "else"] as const;

function writeFunction({ typeRef, language, parameters, body }: FunctionDefinition, create: Create): Element {
  const kind = { feel: null, java: "Java", pmml: "PMML" }[language];
  return create("FunctionDefinition", { typeRef, kind, formalParameter: parameters.map((each) => writeItem(each, create)), body: writeExpression(body, create) });
}

function writeTable(table: TableExpression, create: Create): Element {
  return create("DecisionTable", {
    id: table.id,
    typeRef: table.typeRef,
    hitPolicy: table.hitPolicy.replace("-", " ").toUpperCase(),
    aggregation: table.aggregation?.toUpperCase() ?? null,
    input: table.inputs.map(({ id, label, expression, typeRef, allowed }) => create("InputClause", { id, label, inputExpression: writeText(expression, create, typeRef), inputValues: writeTests(allowed, create) })),
    output: table.outputs.map(({ id, label, name, typeRef, allowed, fallback }) => create("OutputClause", { id, label, name, typeRef, outputValues: writeTests(allowed, create), defaultOutputEntry: writeText(fallback, create) })),
    annotation: table.annotations.map((name) => create("RuleAnnotationClause", { name })),
    rule: table.rules.map(({ id, description, tests, outputs, annotations }) => create("DecisionRule", {
      id, description,
      inputEntry: tests.map((text) => create("UnaryTests", { text })),
      outputEntry: outputs.map((text) => create("LiteralExpression", { text })),
      annotationEntry: annotations.map((text) => create("RuleAnnotation", { text })),
    })),
  });
}
