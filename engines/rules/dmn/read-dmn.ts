import { checkModel } from "./check-model.ts";
import type { Decision, DecisionService, DmnModel, InformationItem, InputData, ItemDefinition, KnowledgeModel, KnowledgeSource, Reference } from "./dmn-model.ts";
import type { DmnProblem } from "./dmn-problems.ts";
import { moddle, versionOf, withCurrentNamespaces } from "./dmn-schema.ts";
import { child, children, childrenOf, kindOf, type RawElement, titleOf, words } from "./raw-element.ts";
import { DEEPEST, informationItem, readExpression, readFunction, type Report, typeName } from "./read-expression.ts";

/** The longest file that is read, in characters: a table of 5,000 rows and 20 columns fits. */
export const LONGEST_DMN = 40_000_000;

/**
 * What came of reading a file. `leftOut` names what has no effect on decisions and is not kept: drawings, annotations, and what
 * other tools add for themselves.
 */
export type DmnReading =
  | { readonly kind: "read"; readonly version: string; readonly model: DmnModel; readonly leftOut: readonly string[] }
  | { readonly kind: "refused"; readonly problems: readonly DmnProblem[] };

/** A file of DMN 1.1 to 1.5 as a model (DMN 1.5, 7.3 and 10.2), or everything that is wrong with it. Never throws. */
export async function readDmn(xml: string): Promise<DmnReading> {
  const refuse = (code: DmnProblem["code"], parameters: DmnProblem["parameters"] = {}): DmnReading => ({ kind: "refused", problems: [{ element: "definitions", cell: null, code, parameters }] });
  if (xml.length > LONGEST_DMN) return refuse("too-long", { length: xml.length, limit: LONGEST_DMN });
  if (/<!DOCTYPE/iu.test(xml)) return refuse("doctype");
  const version = versionOf(xml);
  if (version === null) return refuse(/<[\w:]+[\s/>]/u.test(xml) ? "not-dmn" : "not-xml", { line: 1, detail: "-" });
  const parsed = await parse(withCurrentNamespaces(xml.replace(/^\uFEFF/u, "")));
  if ("code" in parsed) return refuse(parsed.code, parsed.parameters);
  const { problems, leftOut } = remarks(parsed.warnings);
  const model = readDefinitions(parsed.root, problems, leftOut);
  for (const id of doubles(parsed.root)) problems.push({ element: "definitions", cell: null, code: "id-duplicate", parameters: { id } });
  problems.push(...checkModel(model));
  return problems.length > 0 ? { kind: "refused", problems } : { kind: "read", version, model, leftOut: [...new Set(leftOut)] };
}

/** Ids that stand at more than one element, drawings aside. Walked with an own stack: files may be deep. */
function doubles(root: RawElement): readonly string[] {
  const [seen, twice, waiting] = [new Set<string>(), new Set<string>(), [root]];
  for (let element = waiting.pop(); element !== undefined; element = waiting.pop()) {
    const id = words(element, "id");
    if (id !== null) (seen.has(id) ? twice : seen).add(id);
    waiting.push(...childrenOf(element).filter((each) => each.$type.startsWith("dmn:")));
  }
  return [...twice];
}

type Parsed = { readonly root: RawElement; readonly warnings: readonly string[] } | Pick<DmnProblem, "code" | "parameters">;

async function parse(xml: string): Promise<Parsed> {
  try {
    const { rootElement, warnings } = await moddle().fromXML(xml, "dmn:Definitions");
    return { root: rootElement as RawElement, warnings: warnings.map(({ message }) => message) };
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    if (message.startsWith("failed to parse document")) return { code: "not-dmn", parameters: {} };
    return { code: "not-xml", parameters: { line: lineOf(message), detail: nested(message) } };
  }
}

/** moddle reads on where it can and warns: what means something is a problem, what is another tool's own is left out. */
function remarks(warnings: readonly string[]): { problems: DmnProblem[]; leftOut: string[] } {
  const problems: DmnProblem[] = [];
  const leftOut: string[] = [];
  const note = (code: DmnProblem["code"], parameters: DmnProblem["parameters"]): void => { problems.push({ element: "definitions", cell: null, code, parameters }); };
  for (const message of warnings) {
    const [, unknown] = /unknown type <dmn:(\w+)>/u.exec(message) ?? [];
    const [, foreign] = /unrecognized element <([^>]*)>/u.exec(message) ?? /unknown attribute <([^>]*)>/u.exec(message) ?? [];
    if (unknown !== undefined) note("unknown-element", { name: `${unknown.slice(0, 1).toLowerCase()}${unknown.slice(1)}`, line: lineOf(message) });
    else if (foreign !== undefined) leftOut.push(foreign);
    // References and ids are moddle's business only in drawings.
    else if (!/^unresolved reference|(?:duplicate|illegal) ID/u.test(message)) note("not-xml", { line: lineOf(message), detail: nested(message) });
  }
  return { problems, leftOut };
}

function lineOf(message: string): number {
  return Number(/line: (\d+)/u.exec(message)?.[1] ?? 0) + 1;
}

function nested(message: string): string {
  return /nested error: (.*)/u.exec(message)?.[1] ?? message.split("\n")[0] ?? "-";
}

function readDefinitions(root: RawElement, problems: DmnProblem[], leftOut: string[]): DmnModel {
  const reader = readerOf(root, problems);
  const elements = children(root, "drgElement");
  const of = (kind: string): readonly RawElement[] => elements.filter((each) => kindOf(each) === kind);
  if (root["dmnDI"] !== undefined) leftOut.push("DMNDI");
  for (const part of ["artifact", "elementCollection", "businessContextElement"]) leftOut.push(...children(root, part).map(kindOf));
  if ([root, ...elements].some((each) => each["extensionElements"] !== undefined)) leftOut.push("extensionElements");
  return {
    kind: "dmn",
    id: words(root, "id"),
    name: words(root, "name") ?? "",
    namespace: words(root, "namespace") ?? "",
    description: words(root, "description"),
    imports: children(root, "import").map((each) => ({ name: words(each, "name") ?? "", namespace: words(each, "namespace") ?? "", importType: words(each, "importType") ?? "", location: words(each, "locationURI") })),
    types: children(root, "itemDefinition").map(reader.type),
    inputs: of("InputData").map(reader.inputData),
    decisions: of("Decision").map(reader.decision),
    knowledge: of("BusinessKnowledgeModel").map(reader.knowledgeModel),
    services: of("DecisionService").map(reader.service),
    sources: of("KnowledgeSource").map(reader.source),
  };
}

type Reader = {
  type(element: RawElement): ItemDefinition;
  inputData(element: RawElement): InputData;
  decision(element: RawElement): Decision;
  knowledgeModel(element: RawElement): KnowledgeModel;
  service(element: RawElement): DecisionService;
  source(element: RawElement): KnowledgeSource;
};

function readerOf(root: RawElement, problems: DmnProblem[]): Reader {
  const own = words(root, "namespace");
  const reportFor = (element: RawElement): Report => (code, parameters, cell) => { problems.push({ element: titleOf(element), cell: cell ?? null, code, parameters: { element: titleOf(element), ...parameters } }); };
  const references = (element: RawElement, list: string, ...properties: readonly string[]): readonly Reference[] =>
    children(element, list).flatMap((each) => (properties.length === 0 ? [each] : properties.map((name) => child(each, name)).filter((one) => one !== null)))
      .map((each) => words(each, "href") ?? "").flatMap((href) => {
        const [, namespace = "", id] = /^([^#]*)#(.+)$/u.exec(href) ?? [];
        if (id !== undefined) return [{ namespace: namespace === "" || namespace === own ? null : namespace, id }];
        reportFor(element)("reference-unreadable", { href });
        return [];
      });
  const named = (element: RawElement): { id: string | null; name: string; description: string | null } => {
    const name = words(element, "name");
    if (name === null) reportFor(element)("name-missing", {});
    return { id: words(element, "id"), name: name ?? "", description: words(element, "description") };
  };
  /** Tools may leave the variable out; then it has the element's name (7.3.1). */
  const variable = (element: RawElement): InformationItem => {
    const item = informationItem(child(element, "variable"));
    return { name: item === null || item.name === "" ? words(element, "name") ?? "" : item.name, typeRef: item?.typeRef ?? null };
  };
  const sources = (element: RawElement): readonly Reference[] => references(element, "authorityRequirement", "requiredAuthority", "requiredDecision", "requiredInput");
  return {
    type: (element) => readType(element, reportFor(element)),
    inputData: (element) => ({ ...named(element), variable: variable(element) }),
    decision: (element) => ({
      ...named(element),
      question: words(element, "question"),
      answers: words(element, "allowedAnswers"),
      variable: variable(element),
      inputs: references(element, "informationRequirement", "requiredInput"),
      decisions: references(element, "informationRequirement", "requiredDecision"),
      knowledge: references(element, "knowledgeRequirement", "requiredKnowledge"),
      sources: sources(element),
      expression: readExpression(child(element, "decisionLogic"), reportFor(element)),
    }),
    knowledgeModel: (element) => {
      const logic = child(element, "encapsulatedLogic");
      return { ...named(element), variable: variable(element), knowledge: references(element, "knowledgeRequirement", "requiredKnowledge"), sources: sources(element), logic: logic === null ? null : readFunction(logic, reportFor(element)) };
    },
    service: (element) => ({
      ...named(element),
      variable: variable(element),
      outputs: references(element, "outputDecision"),
      encapsulated: references(element, "encapsulatedDecision"),
      inputDecisions: references(element, "inputDecision"),
      inputData: references(element, "inputData"),
    }),
    source: (element) => ({ ...named(element), type: words(element, "type"), location: words(element, "locationURI"), sources: sources(element) }),
  };
}

function readType(element: RawElement, report: Report, depth = 0): ItemDefinition {
  if (depth === DEEPEST) report("too-deep", { limit: DEEPEST });
  const text = (name: string): string | null => {
    const tests = child(element, name);
    return tests === null ? null : words(tests, "text");
  };
  const functionItem = child(element, "functionItem");
  return {
    id: words(element, "id"),
    name: words(element, "name") ?? "",
    // moddle gives a boolean, and a word where the file has no boolean.
    isCollection: element["isCollection"] === true,
    typeRef: typeName(words(element, "typeRef")),
    allowed: text("allowedValues"),
    constraint: text("typeConstraint"),
    components: depth < DEEPEST ? children(element, "itemComponent").map((component) => readType(component, report, depth + 1)) : [],
    functionItem: functionItem === null ? null : { parameters: children(functionItem, "parameters").map((each) => informationItem(each) ?? { name: "", typeRef: null }), outputTypeRef: typeName(words(functionItem, "outputTypeRef")) },
  };
}
