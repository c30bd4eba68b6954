import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { compileTable, decide, decisionsOf, type DecisionTable, feelOfTable, modelOfTable, problemWords, readDmn, tableOfDecision, type TableReading, writeDmn } from "../index.ts";
import { HIT_POLICIES } from "../table/decision-table.ts";
import { randomTable } from "../table/example-tables.ts";
import { decision, file, input, literal, table } from "./example-models.ts";
import { opened, type OpenedTable } from "./example-tables.ts";
import { TABLE_PROBLEMS } from "./table-of-decision.ts";

async function read(xml: string, name: string | null = null): Promise<TableReading> {
  const reading = await readDmn(xml);
  return reading.kind === "refused" ? reading : tableOfDecision(reading.model, name);
}

async function again(given: DecisionTable): Promise<DecisionTable> {
  const reading = await read(await writeDmn(modelOfTable(given, { name: "出行", namespace: "urn:example" })));
  if (reading.kind === "refused") throw new Error(JSON.stringify(reading.problems.map((each) => problemWords(each, "en"))));
  return reading.table;
}

const problemsOf = async (xml: string, name: string | null = null): Promise<string[]> => {
  const reading = await read(xml, name);
  return reading.kind === "table" ? [] : reading.problems.map(({ element, code, cell }) => [element, code, ...(cell === null ? [] : [cell.row, cell.column])].join(" "));
};

describe("a table that goes out as a file and comes in again", () => {
  test.each([["of constants and ranges, in every case", randomTable(HIT_POLICIES), 40, 3_000], ["with cells and outputs that are worked out", opened(HIT_POLICIES), 30, 40]] as const)("is the same table and decides alike: %s", async (_, tables, numRuns, most) => {
    await fc.assert(fc.asyncProperty<[OpenedTable]>(tables, async ({ table: given, cases }) => {
      const marked: DecisionTable = { ...given, id: "table", annotations: ["clause", "note"], rules: given.rules.map((rule, row) => ({ ...rule, id: `row-${row}`, annotations: [`clause-${row}, other`, ""] })) };
      const back = await again(marked);
      expect(back).toEqual(marked);
      const [one, other] = [marked, back].map((each) => compileTable(each, { feel: feelOfTable(each) }));
      if (one === undefined || other === undefined) return;
      for (const facts of cases.slice(0, most)) expect(decide(other, facts)).toEqual(decide(one, facts));
    }), { numRuns });
  });

  test("keeps facts with points and with words in their names", async () => {
    const given: DecisionTable = {
      kind: "table", id: null, hitPolicy: "first", aggregation: null, annotations: [],
      inputs: ["applicant.age", "applicant.home.district", "days away", "出行"].map((expression, at) => ({ id: null, label: null, expression, typeRef: ["number", "string", "number", "string"][at] ?? null, allowed: null })),
      outputs: [{ id: null, label: null, name: null, typeRef: "number", allowed: null, fallback: null }],
      rules: [{ id: null, description: null, tests: ["> days away", "starts with(?, \"东\")", "-", "\"是\""], outputs: ["applicant.age - days away"], annotations: [] }],
    };
    const back = await again(given);
    expect(back).toEqual(given);
    const made = compileTable(back, { feel: feelOfTable(back) });
    expect(decide(made, { "applicant.age": 20, "applicant.home.district": "东区", "days away": 3, 出行: "是" })).toEqual({ kind: "value", value: 17 });
    expect(decide(made, { "applicant.home.district": "东区", "days away": 3, 出行: "是" })).toEqual({ kind: "needs", facts: ["applicant.age"] });
  });

  test("types give columns their kind and allowed values", async () => {
    const types = "<itemDefinition name=\"tRisk\"><typeRef>string</typeRef><allowedValues><text>\"low\",\"high\"</text></allowedValues></itemDefinition>";
    const reading = await read(file(types + input("risk", "tRisk") + decision("stay", table("hitPolicy=\"FIRST\"", ["risk"], [{}], [["\"high\"", "1"], ["-", "2"]]), ["in-risk"])));
    expect(reading.kind === "table" ? reading.table.inputs : reading).toMatchObject([{ typeRef: "string", allowed: "\"low\",\"high\"" }]);
  });
});

describe("what cannot be a rule is told", () => {
  const rows = (...cells: (readonly string[])[]): string => table("hitPolicy=\"FIRST\"", ["n"], [{}], cells);
  const wrong: readonly (readonly [string, string, string | null, readonly string[]])[] = [
    ["several tables", file(decision("a", rows(["-", "1"])) + decision("b", rows(["-", "1"]))), null, ["example several-tables"]],
    ["none", file(decision("a", literal("1"))), null, ["example no-table"]],
    ["a decision that is none", file(decision("a", literal("1")) + decision("b", rows(["-", "1"]))), "a", ["a not-a-table"]],
    ["a decision that is not there", file(decision("b", rows(["-", "1"]))), "c", ["c decision-unknown"]],
    ["unknown functions and names, text that is no FEEL", file(decision("b", rows(["fly(?)", "1"], ["> limit", "stay"], ["((", "1"]))), null, ["b function-unknown 1 1", "b name-unknown 2 1", "b name-unknown 2 1", "b text-unreadable 3 1"]],
    ["a cell of another type", file(input("n", "number") + decision("b", rows(["\"one\"", "1"]), ["in-n"])), null, ["b type-clash 1 1"]],
    ["a column of lists", file(input("n", "list") + decision("b", rows(["-", "1"]), ["in-n"])), null, ["b column-not-single"]],
    ["decisions that need each other", file(decision("a", literal("b"), ["de-b"]) + decision("b", rows(["-", "1"]), ["de-a"])), "b", ["a requirement-cycle"]],
    ["no XML", "<definitions", null, ["definitions not-xml"]],
    ["a column twice", file(decision("b", table("hitPolicy=\"FIRST\"", ["n", "n"], [{}], [["-", "-", "1"]]))), null, ["b column-twice"]],
    ["a type of another file", file("<import name=\"other\" namespace=\"urn:other\" importType=\"https://www.omg.org/spec/DMN/20230324/MODEL/\"/>" + input("n", "other.tRisk") + decision("b", rows(["-", "1"]), ["in-n"])), null, ["b type-imported"]],
  ];
  test.each(wrong)("%s", async (_, xml, name, expected) => { expect(await problemsOf(xml, name)).toEqual(expected); });

  test("every problem of a table appears above", () => {
    const shown = wrong.flatMap(([, , , expected]) => expected.map((each) => each.split(" ")[1]));
    expect(TABLE_PROBLEMS.filter((code) => !shown.includes(code))).toEqual([]);
  });

  test("which decisions of a file are tables", async () => {
    const reading = await readDmn(file(input("n") + decision("a", literal("n"), ["in-n"]) + decision("b", rows(["-", "1"], ["-", "2"]), ["in-n", "de-a"])));
    expect(reading.kind === "read" ? decisionsOf(reading.model) : reading).toEqual([
      { name: "a", logic: "literal", rows: 0, inputs: ["n"], decisions: [], functions: [] },
      { name: "b", logic: "table", rows: 2, inputs: ["n"], decisions: ["a"], functions: [] },
    ]);
  });

  test("a file of 5,000 rows is read and decides", async () => {
    const reading = await read(file(input("n", "number") + decision("b", table("hitPolicy=\"UNIQUE\"", ["n"], [{}], Array.from({ length: 5_000 }, (_, at) => [String(at), `${at} + 1`])), ["in-n"])));
    if (reading.kind === "refused") throw new Error("refused");
    expect(decide(compileTable(reading.table, { feel: feelOfTable(reading.table) }), { n: 4_321 })).toEqual({ kind: "value", value: 4_322 });
  }, 10_000);
});
