import { type CellProblem, CLAUSE_ANNOTATION, compileTable } from "../table/compile-table.ts";
import type { DecisionTable, InputColumn, OutputColumn } from "../table/decision-table.ts";
import { parseUnaryTests } from "../table/unary-tests.ts";
import { isBuiltIn, namesIn } from "./cell-names.ts";
import type { Decision, DmnModel, Expression, ItemDefinition } from "./dmn-model.ts";
import type { Cell, DmnProblem, DmnProblemCode } from "./dmn-problems.ts";
import { isBuiltInType } from "./types.ts";

/**
 * A decision of a file as somebody chooses among them: whether its logic is a decision table, of how many rows, and what it needs: facts
 * from outside, other decisions, functions.
 */
export type DecisionSummary = {
  readonly name: string;
  readonly logic: Expression["kind"] | "none";
  readonly rows: number;
  readonly inputs: readonly string[];
  readonly decisions: readonly string[];
  readonly functions: readonly string[];
};

/** What the decisions of a model are: the tables among them can be rules. */
export function decisionsOf(model: DmnModel): DecisionSummary[] {
  const names = new Map([...model.inputs, ...model.decisions, ...model.knowledge, ...model.services].map(({ id, name }) => [id, name]));
  return model.decisions.map(({ name, expression, inputs, decisions, knowledge }) => {
    const called = (list: Decision["inputs"]): string[] => list.map(({ id }) => names.get(id) ?? id);
    return { name, logic: expression?.kind ?? "none", rows: expression?.kind === "table" ? expression.rules.length : 0, inputs: called(inputs), decisions: called(decisions), functions: called(knowledge) };
  });
}

/** What keeps a decision from being a table of the engine; files may be whole all the same. */
export const TABLE_PROBLEMS = [
  "no-table", "several-tables", "decision-unknown", "not-a-table", "text-unreadable", "name-unknown", "function-unknown", "column-twice", "column-not-single", "type-imported", "type-clash",
] as const satisfies readonly DmnProblemCode[];

/** A decision's table as the engine takes it, or everything that keeps it from being one. */
export type TableReading =
  | { readonly kind: "table"; readonly table: DecisionTable }
  | { readonly kind: "refused"; readonly problems: readonly DmnProblem[] };

/**
 * A decision of a model as a table that stands alone: the allowed values of its types are written into its columns, and the annotation
 * column that binds rows to clauses gets the engine's name for it. `name` may be left out where the model has one table.
 */
export function tableOfDecision(model: DmnModel, name: string | null = null): TableReading {
  const tables = model.decisions.filter(({ expression }) => expression?.kind === "table");
  const others = tables.map((each) => each.name).join("、");
  const refuse = (code: DmnProblemCode, element: string): TableReading => ({ kind: "refused", problems: [{ element, cell: null, code, parameters: { element, tables: others === "" ? "-" : others } }] });
  if (name === null && tables.length !== 1) return refuse(tables.length === 0 ? "no-table" : "several-tables", model.name);
  const decision = name === null ? tables[0] : model.decisions.find((each) => each.name === name);
  if (decision === undefined) return refuse("decision-unknown", name ?? model.name);
  const { expression } = decision;
  if (expression?.kind !== "table") return refuse("not-a-table", decision.name);
  const inputs = expression.inputs.map((input) => inputIn(model, input));
  const table: DecisionTable = {
    kind: "table", id: expression.id, hitPolicy: expression.hitPolicy, aggregation: expression.aggregation, inputs,
    outputs: expression.outputs.map((output) => outputIn(model, decision, output, expression)),
    annotations: expression.annotations.map((each) => (CLAUSE_NAMES.test(each) ? CLAUSE_ANNOTATION : each)), rules: expression.rules,
  };
  const problems = [...columnProblems(model, decision.name, table), ...nameProblems(decision.name, table), ...clashes(decision.name, table)];
  return problems.length > 0 ? { kind: "refused", problems } : { kind: "table", table };
}

/** What people call the column of clauses. */
const CLAUSE_NAMES = /^\s*(?:clauses?|条款|依据条款)\s*$/iu;

/** A column that says no type has that of the fact of its name. */
function inputIn(model: DmnModel, input: InputColumn): InputColumn {
  const [root = "", ...path] = input.expression.split(".");
  const fact = [...model.inputs, ...model.decisions].find(({ variable }) => variable.name === root)?.variable.typeRef ?? null;
  const { typeRef, allowed } = baseOf(model, input.typeRef ?? partType(model, fact, path));
  return { ...input, typeRef, allowed: input.allowed ?? allowed };
}

/** The order in which outputs are allowed decides some tables: there only what the column itself says is taken. */
function outputIn(model: DmnModel, decision: Decision, output: OutputColumn, { outputs, hitPolicy }: DecisionTable): OutputColumn {
  const isWhole = outputs.length === 1 && hitPolicy !== "collect" && hitPolicy !== "rule-order" && hitPolicy !== "output-order";
  const { typeRef, allowed } = baseOf(model, output.typeRef ?? (isWhole ? decision.variable.typeRef : null));
  return { ...output, typeRef, allowed: output.allowed ?? (hitPolicy === "priority" || hitPolicy === "output-order" ? null : allowed) };
}

function partType(model: DmnModel, typeRef: string | null, path: readonly string[]): string | null {
  const [part, ...rest] = path;
  if (part === undefined) return typeRef;
  const component = model.types.find(({ name }) => name === typeRef)?.components.find(({ name }) => name === part);
  return component === undefined ? null : partType(model, component.typeRef, rest);
}

/** The built-in type a name leads to, and the allowed values on the way there; a list or a context is no single fact. */
function baseOf(model: DmnModel, typeRef: string | null): { readonly typeRef: string | null; readonly allowed: string | null } {
  const type: ItemDefinition | undefined = model.types.find(({ name }) => name === typeRef);
  if (type === undefined) return { typeRef, allowed: null };
  if (type.isCollection) return { typeRef: "list", allowed: null };
  if (type.components.length > 0) return { typeRef: "context", allowed: null };
  const base = baseOf(model, type.typeRef);
  return { typeRef: base.typeRef, allowed: type.allowed ?? type.constraint ?? base.allowed };
}

const MANY = new Set(["list", "context", "function", "range"]);

function columnProblems(model: DmnModel, element: string, table: DecisionTable): DmnProblem[] {
  const names = table.inputs.map(({ expression }) => expression);
  return table.inputs.flatMap(({ expression, typeRef }, at): DmnProblem[] => {
    const problem = (code: DmnProblemCode, type: string): DmnProblem[] => [{ element, cell: null, code, parameters: { element, column: at + 1, name: expression, type } }];
    if (names.indexOf(expression) < at) return problem("column-twice", "");
    if (typeRef !== null && MANY.has(typeRef)) return problem("column-not-single", typeRef);
    return typeRef !== null && !isBuiltInType(typeRef) && model.imports.length > 0 ? problem("type-imported", typeRef) : [];
  });
}

/** Texts that are no FEEL, and names that are neither a column of the table nor FEEL's own. Each text is looked at once. */
function nameProblems(element: string, table: DecisionTable): DmnProblem[] {
  const known = [...new Set(table.inputs.flatMap(({ expression }) => [expression, expression.split(".")[0] ?? expression]))];
  const seen = new Map<string, readonly Pick<DmnProblem, "code" | "parameters">[]>();
  const wrong = (text: string, part: "test" | "output"): readonly Pick<DmnProblem, "code" | "parameters">[] => {
    if (part === "test" && parseUnaryTests(text).kind !== "unread") return [];
    const key = `${part} ${text}`;
    const found = seen.get(key) ?? wrongNames(text, part, known);
    seen.set(key, found);
    return found;
  };
  const within = (cell: Cell | null, found: readonly Pick<DmnProblem, "code" | "parameters">[]): DmnProblem[] =>
    found.map(({ code, parameters }) => ({ element, cell, code, parameters: { element, ...parameters } }));
  return [
    ...table.inputs.flatMap(({ allowed }) => within(null, allowed === null ? [] : wrong(allowed, "test"))),
    ...table.rules.flatMap(({ tests, outputs }, row) => [
      ...tests.flatMap((text, column) => within({ row: row + 1, column: column + 1, part: "test" }, wrong(text, "test"))),
      ...outputs.flatMap((text, column) => within({ row: row + 1, column: column + 1, part: "output" }, text.trim() === "" || text.trim() === "-" ? [] : wrong(text, "output"))),
    ]),
  ];
}

function wrongNames(text: string, part: "test" | "output", known: readonly string[]): readonly Pick<DmnProblem, "code" | "parameters">[] {
  const names = namesIn(text, part, known);
  if (names === null) return [{ code: "text-unreadable", parameters: { text } }];
  return [
    ...names.called.filter((name) => !isBuiltIn(name)).map((name) => ({ code: "function-unknown" as const, parameters: { text, name } })),
    ...names.used.filter((name) => !known.includes(name) && !isBuiltIn(name)).map((name) => ({ code: "name-unknown" as const, parameters: { text, name } })),
  ];
}

function clashes(element: string, table: DecisionTable): DmnProblem[] {
  const isClash = ({ code, row }: CellProblem): boolean => code === "type-clash" && row !== null;
  return compileTable(table).problems.filter(isClash).map(({ row, column, text }) => ({
    element, cell: { row: (row ?? 0) + 1, column: column + 1, part: "test" }, code: "type-clash",
    parameters: { element, text, name: table.inputs[column]?.label ?? table.inputs[column]?.expression ?? "", type: table.inputs[column]?.typeRef ?? "-" },
  }));
}
