import { AGGREGATIONS, type Aggregation, HIT_POLICIES, type HitPolicy, type Rule } from "../table/decision-table.ts";
import { type Expression, FUNCTION_KINDS, type FunctionDefinition, type FunctionKind, type InformationItem, type TableExpression } from "./dmn-model.ts";
import type { Cell, DmnProblemCode } from "./dmn-problems.ts";
import { child, children, kindOf, type RawElement, words } from "./raw-element.ts";

/** The most rows of a table that is read. */
export const MOST_ROWS = 5_000;
/** How deep expressions may be nested. */
export const DEEPEST = 60;

/** Notes a problem of the element that is being read. */
export type Report = (code: DmnProblemCode, parameters: Readonly<Record<string, string | number>>, cell?: Cell) => void;

/** A boxed expression out of its element (DMN 1.5, 10.2). What is wrong with it is reported; the rest is read all the same. */
export function readExpression(element: RawElement | null, report: Report, depth = 0): Expression | null {
  if (element === null) return null;
  if (depth > DEEPEST) {
    report("too-deep", { limit: DEEPEST });
    return null;
  }
  const typeRef = typeName(words(element, "typeRef"));
  const inner = (raw: RawElement | null): Expression | null => readExpression(raw, report, depth + 1);
  const boxed = (name: string): Expression | null => inner(expressionIn(child(element, name)));
  switch (kindOf(element)) {
    case "LiteralExpression": return { kind: "literal", typeRef, text: text(element) ?? "", language: words(element, "expressionLanguage") };
    case "DecisionTable": return readTable(element, typeRef, report);
    case "FunctionDefinition": return readFunction(element, report, depth);
    case "Context": return { kind: "context", typeRef, entries: children(element, "contextEntry").map((entry) => ({ variable: informationItem(child(entry, "variable")), value: inner(child(entry, "value")) })) };
    case "Invocation": return {
      kind: "invocation", typeRef, called: inner(child(element, "calledFunction")),
      bindings: children(element, "binding").map((binding) => ({ parameter: informationItem(child(binding, "parameter")) ?? UNNAMED, value: inner(child(binding, "bindingFormula")) })),
    };
    case "List": return { kind: "list", typeRef, items: children(element, "elements").map((each) => inner(each) ?? NOTHING) };
    case "Relation": return {
      kind: "relation", typeRef, columns: children(element, "column").map((column) => informationItem(column) ?? UNNAMED),
      rows: relationRows(element, report).map((row) => children(row, "elements").map((each) => inner(each) ?? NOTHING)),
    };
    case "Conditional": return { kind: "conditional", typeRef, test: boxed("if"), yes: boxed("then"), no: boxed("else") };
    case "Filter": return { kind: "filter", typeRef, of: boxed("in"), match: boxed("match") };
    case "For": return { kind: "for", ...iterator(element, report), typeRef, over: boxed("in"), body: boxed("return") };
    case "Some": return { kind: "some", ...iterator(element, report), typeRef, over: boxed("in"), body: boxed("satisfies") };
    case "Every": return { kind: "every", ...iterator(element, report), typeRef, over: boxed("in"), body: boxed("satisfies") };
    default: return null;
  }
}

/** A function definition (10.2.1.7), which also stands as the logic of a business knowledge model. */
export function readFunction(element: RawElement, report: Report, depth = 0): FunctionDefinition {
  const kind = words(element, "kind")?.toLowerCase() ?? "feel";
  if (!isFunctionKind(kind)) report("function-kind-unknown", { kind });
  return {
    kind: "function",
    typeRef: typeName(words(element, "typeRef")),
    language: isFunctionKind(kind) ? kind : "feel",
    parameters: children(element, "formalParameter").map((parameter) => informationItem(parameter) ?? UNNAMED),
    body: readExpression(child(element, "body"), report, depth + 1),
  };
}

/** A name with its type. */
export function informationItem(element: RawElement | null): InformationItem | null {
  return element === null ? null : { name: words(element, "name") ?? "", typeRef: typeName(words(element, "typeRef")) };
}

/** DMN 1.1 wrote the built-in types with the prefix of FEEL's namespace. */
export function typeName(written: string | null): string | null {
  return written === null ? null : written.replace(/^feel:/u, "");
}

const UNNAMED: InformationItem = { name: "", typeRef: null };
const NOTHING: Expression = { kind: "literal", typeRef: null, text: "null", language: null };

function isFunctionKind(kind: string): kind is FunctionKind {
  return FUNCTION_KINDS.some((each) => each === kind);
}

/** Text is kept as written, but for the room around it. */
function text(element: RawElement | null): string | null {
  return element === null ? null : words(element, "text");
}

function expressionIn(holder: RawElement | null): RawElement | null {
  return holder === null ? null : child(holder, "expression");
}

function iterator(element: RawElement, report: Report): { iterator: string; iteratorType: string | null } {
  const name = words(element, "iteratorVariable");
  if (name === null) report("iterator-missing", {});
  const over = child(element, "in");
  return { iterator: name ?? "", iteratorType: typeName(over === null ? null : words(over, "typeRef")) };
}

function relationRows(element: RawElement, report: Report): readonly RawElement[] {
  const columns = children(element, "column").length;
  const rows = children(element, "row");
  rows.forEach((row, index) => {
    const found = children(row, "elements").length;
    if (found !== columns) report("cells-wrong", { row: index + 1, found, wanted: columns, part: "relation" }, { row: index + 1, column: null, part: null });
  });
  return rows;
}

function readTable(element: RawElement, typeRef: string | null, report: Report): TableExpression {
  const inputs = children(element, "input");
  const outputs = children(element, "output");
  const annotations = children(element, "annotation");
  const rows = children(element, "rule");
  if (outputs.length === 0) report("table-without-output", {});
  if (outputs.length > 1) outputs.forEach((output, index) => { if (words(output, "name") === null) report("output-name-missing", { column: index + 1 }); });
  if (rows.length > MOST_ROWS) report("table-too-large", { rows: rows.length, limit: MOST_ROWS });
  const columns = { test: inputs.length, output: outputs.length, note: annotations.length };
  return {
    kind: "table",
    typeRef,
    id: words(element, "id"),
    ...policies(element, outputs.length, report),
    inputs: inputs.map((input) => {
      const expression = child(input, "inputExpression");
      return { id: words(input, "id"), label: words(input, "label"), expression: text(expression) ?? "null", typeRef: typeName(expression === null ? null : words(expression, "typeRef")), allowed: text(child(input, "inputValues")) };
    }),
    outputs: outputs.map((output) => ({
      id: words(output, "id"), label: words(output, "label"), name: words(output, "name"), typeRef: typeName(words(output, "typeRef")),
      allowed: text(child(output, "outputValues")), fallback: text(child(output, "defaultOutputEntry")),
    })),
    annotations: annotations.map((annotation) => words(annotation, "name") ?? ""),
    rules: rows.length > MOST_ROWS ? [] : rows.map((rule, index) => readRule(rule, index + 1, columns, report)),
  };
}

function readRule(rule: RawElement, row: number, columns: Readonly<Record<"test" | "output" | "note", number>>, report: Report): Rule {
  const [tests, outputs, notes] = [children(rule, "inputEntry"), children(rule, "outputEntry"), children(rule, "annotationEntry")];
  const count = (part: "test" | "output" | "note", found: number): void => {
    if (found !== columns[part]) report("cells-wrong", { row, found, wanted: columns[part], part }, { row, column: null, part });
  };
  count("test", tests.length);
  count("output", outputs.length);
  // Tools leave notes out where there are none; a note too many has no column.
  if (notes.length > columns.note) count("note", notes.length);
  return {
    id: words(rule, "id"),
    description: words(rule, "description"),
    tests: tests.map((test) => text(test) ?? "-"),
    outputs: outputs.map((output) => text(output) ?? ""),
    annotations: Array.from({ length: columns.note }, (_, column) => { const note = notes[column]; return note === undefined ? "" : text(note) ?? ""; }),
  };
}

function policies(element: RawElement, outputs: number, report: Report): { hitPolicy: HitPolicy; aggregation: Aggregation | null } {
  const policy = words(element, "hitPolicy") ?? "UNIQUE";
  const written = words(element, "aggregation");
  const hitPolicy = HIT_POLICIES.find((each) => each.replace("-", " ").toUpperCase() === policy);
  const aggregation = written === null ? null : AGGREGATIONS.find((each) => each.toUpperCase() === written);
  if (hitPolicy === undefined) report("hit-policy-unknown", { policy });
  if (aggregation === undefined) report("aggregation-unknown", { aggregation: written ?? "" });
  if (aggregation != null && (hitPolicy !== "collect" || outputs !== 1)) report("aggregation-misplaced", {});
  return { hitPolicy: hitPolicy ?? "unique", aggregation: aggregation ?? null };
}
