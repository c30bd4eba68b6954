import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { HIT_POLICIES } from "../table/decision-table.ts";
import type { DmnModel, Expression, InformationItem, ItemDefinition, Reference, TableExpression } from "./dmn-model.ts";
import { decision, file, input, literal, table } from "./example-models.ts";
import { interpret } from "./interpret.ts";
import { putTogether } from "./library.ts";
import { readDmn } from "./read-dmn.ts";
import { writeDmn } from "./write-dmn.ts";

async function reread(model: DmnModel): Promise<unknown> {
  const reading = await readDmn(await writeDmn(model));
  return reading.kind === "read" ? reading.model : reading.problems;
}

const name = fc.stringMatching(/^[A-Za-z年龄费][A-Za-z0-9 年<&"']{0,8}[A-Za-z0-9]$/u);
const text = fc.stringMatching(/^[A-Za-z<>&"'[\](){}.?=龄\]][A-Za-z0-9 <>&"'\n年龄\]]{0,20}[A-Za-z0-9?)]$/u);
const type = fc.constantFrom(null, "number", "string", "date and time", "Any");
const maybe = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | null> => fc.option(value, { nil: null });
const item: fc.Arbitrary<InformationItem> = fc.record({ name, typeRef: type });
const list = <T>(value: fc.Arbitrary<T>, maxLength = 3): fc.Arbitrary<T[]> => fc.array(value, { maxLength });

const anyTable: fc.Arbitrary<TableExpression> = fc.tuple(fc.nat(3), fc.integer({ min: 1, max: 3 }), fc.nat(2), fc.nat(4)).chain(([inputs, outputs, notes, rows]) => {
  const exactly = <T>(value: fc.Arbitrary<T>, count: number): fc.Arbitrary<T[]> => fc.array(value, { minLength: count, maxLength: count });
  return fc.record({
    kind: fc.constant("table" as const), id: fc.constant(null), typeRef: type, hitPolicy: fc.constantFrom(...HIT_POLICIES), aggregation: fc.constant(null),
    inputs: exactly(fc.record({ id: fc.constant(null), label: maybe(name), expression: text, typeRef: type, allowed: maybe(text) }), inputs),
    outputs: exactly(fc.record({ id: fc.constant(null), label: maybe(name), name: outputs > 1 ? name : maybe(name), typeRef: type, allowed: maybe(text), fallback: maybe(text) }), outputs),
    annotations: exactly(name, notes),
    rules: exactly(fc.record({ id: fc.constant(null), description: maybe(text), tests: exactly(fc.oneof(text, fc.constant("-")), inputs), outputs: exactly(fc.oneof(text, fc.constant("")), outputs), annotations: exactly(fc.oneof(text, fc.constant("")), notes) }), rows),
  });
});

const anyLiteral = fc.record({ kind: fc.constant("literal" as const), typeRef: type, text: fc.oneof(text, fc.constant("")), language: maybe(fc.constant("urn:words")) });

const { anyExpression } = fc.letrec<{ anyExpression: Expression }>((tie) => {
  const inner = tie("anyExpression");
  const part = maybe(inner);
  return {
    anyExpression: fc.oneof(
      { maxDepth: 3, depthSize: "small" },
      anyLiteral,
      anyTable,
      fc.record({ kind: fc.constant("function" as const), typeRef: type, language: fc.constantFrom("feel" as const, "java" as const, "pmml" as const), parameters: list(item), body: part }),
      fc.record({ kind: fc.constant("context" as const), typeRef: type, entries: list(fc.record({ variable: maybe(item), value: part })) }),
      fc.record({ kind: fc.constant("invocation" as const), typeRef: type, called: part, bindings: list(fc.record({ parameter: item, value: part })) }),
      fc.record({ kind: fc.constant("list" as const), typeRef: type, items: list(inner) }),
      fc.nat(2).chain((columns) => fc.record({ kind: fc.constant("relation" as const), typeRef: type, columns: fc.array(item, { minLength: columns, maxLength: columns }), rows: list(fc.array(inner, { minLength: columns, maxLength: columns })) })),
      fc.record({ kind: fc.constant("conditional" as const), typeRef: type, test: part, yes: part, no: part }),
      fc.record({ kind: fc.constant("filter" as const), typeRef: type, of: part, match: part }),
      fc.record({ kind: fc.constantFrom("for" as const, "some" as const, "every" as const), typeRef: type, iterator: name, iteratorType: type, over: part, body: part }),
    ),
  };
});

const itemDefinition = (depth: number): fc.Arbitrary<ItemDefinition> => fc.record({
  id: fc.constant(null), name, isCollection: fc.boolean(), typeRef: type, allowed: maybe(text), constraint: maybe(text),
  components: depth === 0 ? fc.constant([]) : list(itemDefinition(depth - 1), 2),
  functionItem: maybe(fc.record({ parameters: list(item), outputTypeRef: type })),
});

/** Models of any shape without circles: an element requires only those before it. */
const anyModel: fc.Arbitrary<DmnModel> = fc.record({
  names: fc.uniqueArray(name, { minLength: 8, maxLength: 8, selector: (each) => each.trim() }),
  types: fc.uniqueArray(itemDefinition(2), { maxLength: 3, selector: (each) => each.name }),
  expressions: fc.array(maybe(anyExpression), { minLength: 4, maxLength: 4 }),
  words: fc.array(maybe(text), { minLength: 4, maxLength: 4 }),
  variables: fc.array(item, { minLength: 8, maxLength: 8 }),
}).map(({ names, types, expressions, words, variables }) => {
  const [a = "", b = "", c = "", d = "", k = "", s = "", w = "", id = ""] = names;
  const reference = (to: string): Reference => ({ namespace: null, id: to });
  const variable = (place: number): InformationItem => variables[place] ?? { name: "x", typeRef: null };
  const word = (place: number): string | null => words[place] ?? null;
  const expression = (place: number): Expression | null => expressions[place] ?? null;
  return {
    kind: "dmn", id, name: w, namespace: "urn:any", description: word(0),
    imports: [{ name: "", namespace: "urn:other", importType: "https://www.omg.org/spec/DMN/20230324/MODEL/", location: word(1) }],
    types,
    inputs: [{ id: `${a}1`, name: a, description: word(2), variable: variable(0) }],
    decisions: [
      { id: `${b}2`, name: b, description: word(3), question: word(0), answers: word(1), variable: variable(1), inputs: [reference(`${a}1`)], decisions: [], knowledge: [{ namespace: "urn:other", id: "x" }], sources: [reference(`${w}7`)], expression: expression(0) },
      { id: `${c}3`, name: c, description: null, question: null, answers: null, variable: variable(2), inputs: [], decisions: [reference(`${b}2`)], knowledge: [reference(`${k}4`)], sources: [], expression: expression(1) },
      { id: null, name: d, description: null, question: null, answers: null, variable: variable(3), inputs: [], decisions: [], knowledge: [], sources: [], expression: expression(2) },
    ],
    knowledge: [{ id: `${k}4`, name: k, description: word(2), variable: variable(4), knowledge: [], sources: [], logic: { kind: "function", typeRef: null, language: "feel", parameters: [variable(5)], body: expression(3) } }],
    services: [{ id: `${s}5`, name: s, description: null, variable: variable(6), outputs: [reference(`${c}3`)], encapsulated: [], inputDecisions: [reference(`${b}2`)], inputData: [reference(`${a}1`)] }],
    sources: [{ id: `${w}7`, name: w, description: word(3), type: word(0), location: "urn:where", sources: [] }],
  };
});

describe("a model written and read", () => {
  test("is the same model", async () => {
    await fc.assert(fc.asyncProperty(anyModel, async (model) => { expect(await reread(model)).toEqual(model); }), { numRuns: 150 });
  });

  test("is written as DMN 1.5, without a drawing", async () => {
    const reading = await readDmn(file(decision("a", literal("1")), "1.3"));
    const xml = reading.kind === "read" ? await writeDmn(reading.model) : "";
    expect(xml).toContain('xmlns:dmn="https://www.omg.org/spec/DMN/20230324/MODEL/"');
    expect(xml).not.toContain("DMNDI");
  });

  test("after one table was changed, everything else decides as before", async () => {
    const before = await readDmn(file([
      input("age", "number"), decision("fee", table("", ["age"], [{}], [["< 18", "10"], [">= 18", "20"]]), ["in-age"]), decision("note", table("", ["age"], [{}], [["< 60", '"a"'], [">= 60", '"b"']]), ["in-age"]),
      decision("all", literal('note + string(fee)'), ["de-fee", "de-note"]),
    ].join("")));
    if (before.kind !== "read") throw new Error(JSON.stringify(before.problems));
    const changed: DmnModel = {
      ...before.model,
      decisions: before.model.decisions.map((each) => (each.name === "fee" && each.expression?.kind === "table" ? { ...each, expression: { ...each.expression, rules: each.expression.rules.map((rule) => ({ ...rule, outputs: rule.outputs.map((output) => `${output} + 1`) })) } } : each)),
    };
    const after = await readDmn(await writeDmn(changed));
    if (after.kind !== "read") throw new Error(JSON.stringify(after.problems));
    const answer = (model: DmnModel, asked: string, age: number): unknown => {
      const together = putTogether(model);
      const evaluation = together.kind === "library" ? interpret(together.library, { kind: "decision", name: asked }, { age }) : together;
      return evaluation.kind === "value" ? evaluation.value : evaluation;
    };
    for (const age of [0, 17, 18, 59, 60, 100]) {
      expect(answer(after.model, "note", age)).toBe(answer(before.model, "note", age));
      expect(answer(after.model, "fee", age)).toBe(Number(answer(before.model, "fee", age)) + 1);
    }
    expect(answer(after.model, "all", 17)).toBe("a11");
  });
});
