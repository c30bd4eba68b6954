import { describe, expect, test } from "vitest";
import type { DmnModel } from "./dmn-model.ts";
import { problemCodes, problemWords } from "./dmn-problems.ts";
import { decision, file, input, knowledge, literal, table } from "./example-models.ts";
import { LONGEST_DMN, readDmn } from "./read-dmn.ts";
import { MOST_ROWS } from "./read-expression.ts";
import { TABLE_PROBLEMS } from "./table-of-decision.ts";

async function read(xml: string): Promise<DmnModel> {
  const reading = await readDmn(xml);
  if (reading.kind === "refused") throw new Error(JSON.stringify(reading.problems));
  return reading.model;
}

const rowsOf = (count: number): string[][] => Array.from({ length: count }, (_, row) => [String(row), "1"]);

describe("a file of DMN becomes a model", () => {
  test.each(["1.1", "1.2", "1.3", "1.4", "1.5"] as const)("version %s", async (version) => {
    const reading = await readDmn(file(input("age", "number") + decision("adult", literal("age >= 18"), ["in-age"], "boolean"), version));
    expect(reading).toMatchObject({ kind: "read", version, model: { name: "example", namespace: "urn:example" } });
    if (reading.kind !== "read") return;
    expect(reading.model.decisions[0]).toEqual({
      id: "de-adult", name: "adult", description: null, question: null, answers: null, variable: { name: "adult", typeRef: "boolean" },
      inputs: [{ namespace: null, id: "in-age" }], decisions: [], knowledge: [], sources: [],
      expression: { kind: "literal", typeRef: null, text: "age >= 18", language: null },
    });
  });

  test("the types of DMN 1.1 lose FEEL's prefix", async () => {
    expect((await read(file(input("age", "feel:number"), "1.1"))).inputs[0]?.variable.typeRef).toBe("number");
  });

  test("what DMN 1.4 and 1.5 added is kept: conditional, filter, iterations, type constraint", async () => {
    const held = (tag: string, text: string): string => `<${tag}>${literal(text)}</${tag}>`;
    const model = await read(file([
      `<itemDefinition name="few" isCollection="true"><typeRef>number</typeRef><allowedValues><text>[0..9]</text></allowedValues><typeConstraint><text>count(?) &lt; 4</text></typeConstraint></itemDefinition>`,
      decision("a", `<conditional>${held("if", "true")}${held("then", "1")}${held("else", "2")}</conditional>`),
      decision("b", `<filter>${held("in", "[1,2]")}${held("match", "item > 1")}</filter>`),
      decision("c", `<for iteratorVariable="x"><in typeRef="number">${literal("[1]")}</in>${held("return", "x + 1")}</for>`),
      decision("d", `<some iteratorVariable="x">${held("in", "[1]")}${held("satisfies", "x = 1")}</some>`),
      decision("e", `<every iteratorVariable="x">${held("in", "[1]")}${held("satisfies", "x = 1")}</every>`),
    ].join(""), "1.5"));
    expect(model.types[0]).toMatchObject({ name: "few", isCollection: true, typeRef: "number", allowed: "[0..9]", constraint: "count(?) < 4" });
    expect(model.decisions.map(({ expression }) => expression?.kind)).toEqual(["conditional", "filter", "for", "some", "every"]);
    expect(model.decisions[2]?.expression).toMatchObject({ iterator: "x", iteratorType: "number", over: { text: "[1]" }, body: { text: "x + 1" } });
  });

  test("a table in the words of the rules engine; an empty condition does not matter", async () => {
    const model = await read(file(decision("t", table('id="t1" hitPolicy="RULE ORDER"', ["age"], [{ name: "fee" }, { name: "note" }], [["> 18", "10", '"x"'], ["", "20", ""]]))));
    expect(model.decisions[0]?.expression).toMatchObject({
      kind: "table", id: "t1", hitPolicy: "rule-order", aggregation: null, inputs: [{ expression: "age" }], outputs: [{ name: "fee" }, { name: "note" }],
      rules: [{ tests: ["> 18"], outputs: ["10", '"x"'] }, { tests: ["-"], outputs: ["20", ""] }],
    });
  });

  test("drawings, annotations and what other tools add are left out, and said", async () => {
    const reading = await readDmn(file(`<textAnnotation id="x"><text>a</text></textAnnotation>${decision("a", literal("1"))}<dmndi:DMNDI xmlns:dmndi="https://www.omg.org/spec/DMN/20230324/DMNDI/"/>`).replace("<decision ", '<decision xmlns:tool="urn:tool" tool:color="red" '));
    expect(reading.kind === "read" ? reading.leftOut : reading).toEqual(["DMNDI", "TextAnnotation"]);
  });

  test("a reference into the file's own namespace is a reference into the file", async () => {
    const model = await read(file(input("a") + decision("b", literal("a"), ["in-a"]).replace('href="#in-a"', 'href="urn:example#in-a"')));
    expect(model.decisions[0]?.inputs).toEqual([{ namespace: null, id: "in-a" }]);
  });

  test(`a table of ${MOST_ROWS} rows is read`, async () => {
    const model = await read(file(decision("t", table("", ["x"], [{}], rowsOf(MOST_ROWS)))));
    expect(model.decisions[0]?.expression).toMatchObject({ rules: { length: MOST_ROWS } });
  });
});

describe("a file with something wrong is refused with element, cell, problem and remedy", () => {
  const deep = (levels: number): string => (levels === 0 ? literal("1") : `<list>${deep(levels - 1)}</list>`);
  const cases: readonly [what: string, xml: string, expected: object][] = [
    ["no XML", "年龄", { code: "not-xml" }],
    ["nothing", "", { code: "not-xml" }],
    ["XML that stops", file(decision("a", literal("1"))).slice(0, -20), { code: "not-xml", parameters: { line: 2 } }],
    ["another language", "<bpmn:definitions xmlns:bpmn='http://www.omg.org/spec/BPMN/20100524/MODEL'/>", { code: "not-dmn" }],
    ["no definitions", '<decision xmlns="https://www.omg.org/spec/DMN/20230324/MODEL/" name="a"/>', { code: "not-dmn" }],
    ["entities", `<!DOCTYPE d [<!ENTITY e "x">]>${file("")}`, { code: "doctype" }],
    ["an element DMN does not have", file(decision("a", "<guess/>")), { code: "unknown-element", parameters: { name: "guess" } }],
    ["an id used twice", file(decision("a", literal("1")) + decision("a", literal("1"))), { code: "id-duplicate", parameters: { id: "de-a" } }],
    ["a name used twice", file(input("a") + decision("a", literal("1"))), { element: "a", code: "name-duplicate" }],
    ["no name", file(decision("", literal("1"))), { code: "name-missing" }],
    ["no namespace", file("").replace('namespace="urn:example"', ""), { code: "namespace-missing" }],
    ["a reference to nothing", file(decision("a", literal("b"), ["de-b"])), { element: "a", code: "reference-dangling", parameters: { href: "#de-b" } }],
    ["a reference to another kind", file(input("b") + decision("a", literal("b"), ["in-b"]).replaceAll("requiredInput", "requiredDecision")), { code: "reference-dangling", parameters: { wanted: "decision" } }],
    ["a reference that is none", file(decision("a", literal("1"), ["de-b"]).replace("#de-b", "de-b")), { code: "reference-unreadable" }],
    ["a circle of requirements", file(decision("a", literal("b"), ["de-b"]) + decision("b", literal("a"), ["de-a"])), { code: "requirement-cycle", parameters: { path: "a → b → a" } }],
    ["a decision that needs itself", file(decision("a", literal("a"), ["de-a"])), { code: "requirement-cycle", parameters: { path: "a → a" } }],
    ["types that never end", file('<itemDefinition name="a"><typeRef>b</typeRef></itemDefinition><itemDefinition name="b"><typeRef>a</typeRef></itemDefinition>'), { code: "type-cycle" }],
    ["an unknown type", file(decision("a", literal("1"), [], "tMissing")), { element: "a", code: "type-unknown", parameters: { type: "tMissing" } }],
    ["a wrong hit policy", file(decision("t", table('hitPolicy="BEST"', ["x"], [{}], []))), { element: "decision t", code: "hit-policy-unknown", parameters: { policy: "BEST" } }],
    ["a wrong aggregation", file(decision("t", table('hitPolicy="COLLECT" aggregation="MEAN"', ["x"], [{}], []))), { code: "aggregation-unknown" }],
    ["an aggregation of one row", file(decision("t", table('hitPolicy="FIRST" aggregation="SUM"', ["x"], [{}], []))), { code: "aggregation-misplaced" }],
    ["no result column", file(decision("t", table("", ["x"], [], []))), { code: "table-without-output" }],
    ["results without names", file(decision("t", table("", ["x"], [{ name: "a" }, {}], []))), { code: "output-name-missing", parameters: { column: 2 } }],
    ["a cell missing", file(decision("t", table("", ["x", "y"], [{}], [["1", "2", "3"], ["1", "2"]]))), { element: "decision t", cell: { row: 2, column: null, part: "output" }, code: "cells-wrong", parameters: { found: 0, wanted: 1 } }],
    ["a row too many", file(decision("t", table("", ["x"], [{}], rowsOf(MOST_ROWS + 1)))), { code: "table-too-large", parameters: { rows: MOST_ROWS + 1, limit: MOST_ROWS } }],
    ["a function of an unknown kind", file(knowledge("k", {}, literal("1"), 'kind="Lisp"')), { code: "function-kind-unknown" }],
    ["an iteration over nothing named", file(decision("a", `<for><in>${literal("[1]")}</in><return>${literal("1")}</return></for>`)), { code: "iterator-missing" }],
    ["expressions nested without end", file(decision("a", deep(100))), { code: "too-deep" }],
    ["a file too long", " ".repeat(LONGEST_DMN + 1), { code: "too-long" }],
  ];

  test.each(cases)("%s", async (_, xml, expected) => {
    const reading = await readDmn(xml);
    expect(reading.kind).toBe("refused");
    if (reading.kind !== "refused") return;
    expect(reading.problems).toContainEqual(expect.objectContaining({ ...expected, ...("parameters" in expected ? { parameters: expect.objectContaining(expected.parameters as object) as unknown } : {}) }));
    for (const problem of reading.problems) {
      for (const language of ["zh", "en"] as const) {
        const words = problemWords(problem, language);
        expect(words.problem, "every value is filled in").not.toMatch(/[{}]/u);
        expect(words.remedy).not.toMatch(/[{}]/u);
      }
    }
  });

  test("every code but those of imports, and of tables taken out of a file, appears above", () => {
    const shown = new Set(cases.map(([, , expected]) => (expected as { code: string }).code));
    expect(problemCodes().filter((code) => !shown.has(code))).toEqual(["import-missing", ...TABLE_PROBLEMS]);
  });
});
