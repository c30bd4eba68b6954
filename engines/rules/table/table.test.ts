import { describe, expect, test } from "vitest";
import { checkTable, compareTables, compileTable, decide, decideAt, decideExplained, type DecisionTable, type Facts, type HitPolicy, versionAt } from "../index.ts";

/** A table as people write it: inputs `name: type = allowed`, then rows `tests => output / clause`. */
function written(hitPolicy: HitPolicy, inputs: readonly string[], rows: readonly string[], more: Partial<DecisionTable> = {}): DecisionTable {
  return {
    kind: "table", id: "t", hitPolicy, aggregation: null, annotations: ["clause"],
    inputs: inputs.map((input) => {
      const [, expression = "", typeRef = null, allowed = null] = /^([^:]+)(?:: (\w+))?(?: = (.+))?$/u.exec(input) ?? [];
      return { id: null, label: null, expression, typeRef, allowed };
    }),
    outputs: [{ id: null, label: null, name: null, typeRef: null, allowed: null, fallback: null }],
    rules: rows.map((row, at) => {
      const [tests = "", rest = ""] = row.split(" => ");
      const [output = "", clause = ""] = rest.split(" / ");
      return { id: `r${at + 1}`, description: null, tests: tests.split(" | "), outputs: [output], annotations: [clause] };
    }),
    ...more,
  };
}

const LEVELS = "\"low\",\"medium\",\"high\"";
const travel = (rows = [
  "\"high\" | - | - => \"must not\" / travel.high",
  "\"medium\" | - | true => \"may go, approved\" / travel.medium-approval",
  "\"medium\" | - | false => \"needs approval\" / travel.medium-approval",
  "\"low\" | \"medium\",\"high\" | - => \"in principle not\" / travel.low-away",
  "\"low\" | \"low\" | - => \"free\" / travel.low",
]): DecisionTable => written("first", [`origin: string = ${LEVELS}`, `destination: string = ${LEVELS}`, "approved: boolean"], rows);

describe("deciding", () => {
  const travelling = compileTable(travel());
  test.each<[Facts, unknown]>([
    [{ origin: "high", destination: "low", approved: false }, { kind: "value", value: "must not" }],
    [{ origin: "medium", destination: "low", approved: true }, { kind: "value", value: "may go, approved" }],
    [{ origin: "high" }, { kind: "value", value: "must not" }],
    [{ origin: "medium" }, { kind: "needs", facts: ["approved"] }],
    [{ origin: "low" }, { kind: "needs", facts: ["destination"] }],
    [{ approved: true }, { kind: "needs", facts: ["origin", "destination"] }],
    [{}, { kind: "needs", facts: ["origin", "destination", "approved"] }],
    [{ origin: null, destination: "low", approved: true }, { kind: "needs", facts: ["origin"] }],
    [{ origin: "purple", destination: "low", approved: true }, { kind: "error", error: { code: "outside-domain", fact: "origin", value: "purple" } }],
    [{ origin: "low", destination: 3, approved: true }, { kind: "error", error: { code: "wrong-type", fact: "destination", value: 3 } }],
  ])("%j", (facts, expected) => { expect(decide(travelling, facts)).toEqual(expected); });

  test("a gap and a contradiction are answers with a name", () => {
    expect(decide(compileTable(written("unique", ["days: number"], ["< 3 => 1", "> 3 => 2"])), { days: 3 })).toEqual({ kind: "error", error: { code: "no-rule-applies", rows: [] } });
    expect(decide(compileTable(written("unique", ["days: number"], ["<= 3 => 1", ">= 3 => 2"])), { days: 3 })).toEqual({ kind: "error", error: { code: "rules-contradict", rows: [0, 1] } });
  });

  test("numbers are decimals: as JavaScript shows them, as text beyond 15 digits", () => {
    const table = compileTable(written("first", ["amount: number"], ["0.3 => \"exact\"", "- => \"other\""]));
    expect(["0.30", 0.3, 0.1 + 0.2, "3e-1"].map((amount) => decide(table, { amount }))).toEqual(["exact", "exact", "other", "exact"].map((value) => ({ kind: "value", value })));
    const long = compileTable(written("first", ["id: number"], ["9007199254740993 => \"this\"", "- => \"another\""]));
    expect([9007199254740993n, "9007199254740993", "9007199254740992"].map((id) => decide(long, { id }))).toEqual(["this", "this", "another"].map((value) => ({ kind: "value", value })));
    expect(decide(table, { amount: Number.NaN })).toMatchObject({ kind: "error", error: { code: "wrong-type" } });
  });

  test("dates are days; a day there is not is no date", () => {
    const table = compileTable(written("first", ["on: date"], ["[date(\"2021-02-11\")..date(\"2021-02-17\")] => \"holiday\"", "@\"2021-02-20\" => \"make-up day\"", "- => \"ordinary\""]));
    expect(["2021-02-10", "2021-02-11", "2021-02-17", "2021-02-20"].map((on) => decide(table, { on }))).toEqual(["ordinary", "holiday", "holiday", "make-up day"].map((value) => ({ kind: "value", value })));
    expect(decide(table, { on: "2021-02-30" })).toMatchObject({ kind: "error", error: { code: "wrong-type" } });
  });

  test("sums are exact", () => {
    expect(decide(compileTable(written("collect", ["a: number"], ["- => 0.1", "- => 0.2"], { aggregation: "sum" })), { a: 1 })).toEqual({ kind: "value", value: 0.3 });
  });

  test("a table of 5,000 rows decides", () => {
    const rows = Array.from({ length: 5_000 }, (_, at) => `${at} => ${at * 2}`);
    const table = compileTable(written("unique", ["n: number"], rows));
    expect(decide(table, { n: 4_321 })).toEqual({ kind: "value", value: 8_642 });
    // To look at it as a whole would take long: that is said, and nothing else.
    expect(checkTable(table)).toMatchObject({ findings: [{ kind: "too-large", text: "5000 > 2000" }], complete: false });
    expect(compareTables(table, table, { order: [] })).toMatchObject({ differences: [], complete: false });
  });

  test("a cell that only an interpreter can judge is asked only while its row is in, and named when nobody can", () => {
    const rows = ["\"a\" | contains(?, \"x\") => 1", "- | - => 2"];
    const asked: string[] = [];
    const feel = { test: (text: string, value: unknown) => { asked.push(text); return String(value).includes("x"); }, evaluate: () => undefined, uses: () => [] };
    const table = compileTable(written("first", ["k: string", "words: string"], rows), { feel });
    expect([decide(table, { k: "b", words: "x" }), asked.length]).toEqual([{ kind: "value", value: 2 }, 0]);
    expect([decide(table, { k: "a", words: "x" }), decide(table, { k: "a", words: "y" })]).toEqual([{ kind: "value", value: 1 }, { kind: "value", value: 2 }]);
    expect(table.problems).toEqual([{ code: "not-checkable", row: 0, column: 1, text: "contains(?, \"x\")" }]);
    expect(decide(compileTable(written("first", ["k: string", "words: string"], rows)), { k: "a", words: "x" })).toEqual({ kind: "error", error: { code: "cell-not-decidable", rows: [0] } });
  });
});

test("an explanation: the row, the facts it rests on, its clause, and what one other fact would have changed", () => {
  const { explanation } = decideExplained(compileTable(travel()), { origin: "medium", destination: "low", approved: false });
  expect(explanation?.hits.map(({ id, value }) => [id, value])).toEqual([["r3", "needs approval"]]);
  expect(explanation?.clauses).toEqual(["travel.medium-approval"]);
  expect(explanation?.facts).toEqual([{ fact: "origin", value: "medium" }, { fact: "approved", value: false }]);
  expect(explanation?.nearMisses.map(({ row, fact, asks }) => [row.id, fact, asks])).toEqual([["r1", "origin", "\"high\""], ["r2", "approved", "true"], ["r5", "origin", "\"low\""]]);
});

describe("checking", () => {
  const kinds = (table: DecisionTable): string[] => checkTable(compileTable(table)).findings.map(({ kind, rows, example }) => `${kind} ${rows.join()} ${JSON.stringify(example)}`);
  test("a whole table has no finding, and says how much was looked at", () => {
    expect(checkTable(compileTable(travel()))).toEqual({ findings: [], cases: 18, proved: 18, good: 18, complete: true });
  });
  test("a gap, with the smallest case that falls into it", () => {
    expect(kinds(travel(["\"high\" | - | - => 1", "\"medium\" | - | true => 2", "\"low\" | - | - => 3"]))).toEqual(["gap  {\"origin\":\"medium\",\"destination\":null,\"approved\":false}"]);
  });
  test("between two days that follow each other there is no gap; between two numbers there is", () => {
    expect(kinds(written("first", ["on: date"], ["<= date(\"2021-02-11\") => 1", ">= date(\"2021-02-12\") => 2"]))).toEqual([]);
    expect(kinds(written("first", ["n: number"], ["<= 11 => 1", ">= 12 => 2"]))).toEqual(["gap  {\"n\":11.1}"]);
  });
  test("rows that contradict, never hit, never win, are not needed", () => {
    expect(kinds(written("unique", ["n: number"], ["< 5 => 1", "> 3 => 2", "[3..3) => 3", "[5..5] => 2"]))).toEqual(["conflict 0,1 {\"n\":4}", "conflict 1,3 {\"n\":5}", "unreachable 2 null"]);
    expect(kinds(written("first", ["n: number"], ["< 5 => 1", "< 3 => 2", "5 => 2", "- => 2"]))).toEqual(["masked 1,0 null", "redundant 2 null"]);
  });
  test("values outside of what a column allows, values of another kind", () => {
    expect(kinds(travel(["\"hihg\",\"high\" | - | - => 1", "- | 7 | - => 2", "- | - | - => 3"]))).toEqual(["unreachable 1 null", "outside-domain 0 null", "outside-domain 1 null", "type-clash 1 null"]);
  });
  test("too large a space says how far it was looked at, and claims nothing of the rest", () => {
    const rows = Array.from({ length: 30 }, (_, at) => Array.from({ length: 8 }, (__, column) => `[${(at * 7 + column * 3) % 40}..${(at * 7 + column * 3) % 40 + 20}]`).join(" | ") + " => 1");
    const report = checkTable(compileTable(written("first", Array.from({ length: 8 }, (_, at) => `f${at}: number`), rows)), { setsMax: 50 });
    expect(report.proved).toBeGreaterThan(0);
    expect(report.proved).toBeLessThan(report.cases);
    expect(report.complete).toBe(false);
    expect(report.findings.filter(({ kind }) => kind === "masked" || kind === "redundant")).toEqual([]);
  });
});

test("comparing with the level above: what was added, with the smallest case", () => {
  const stricter = travel(["\"high\" | - | - => \"must not\"", "\"medium\" | - | - => \"must not\"", "\"low\" | \"low\" | - => \"free\""]);
  const { differences, same } = compareTables(compileTable(stricter), compileTable(travel()), { order: ["free", "may go, approved", "in principle not", "needs approval", "must not"] });
  expect(differences.map(({ kind, lowerRow, upperRow, example }) => [kind, lowerRow, upperRow, example])).toEqual([
    ["stricter", 1, 1, { origin: "medium", destination: null, approved: true }],
    ["stricter", 1, 2, { origin: "medium", destination: null, approved: false }],
    ["silent", null, 3, { origin: "low", destination: "medium", approved: null }],
  ]);
  expect(same).toBe(8);
});

test("a table that takes a fact for another kind of value is not compared", () => {
  expect(compareTables(compileTable(written("first", ["n: number"], ["- => 1"])), compileTable(written("first", ["n: string"], ["- => 1"])), { order: [1] }).unlike).toEqual(["n"]);
});

test("the version in force on a day, as far as was known", () => {
  const [old, late, later] = [["- => \"old\""], ["- => \"corrected\""], ["- => \"new\""]].map((rows) => compileTable(written("first", ["n: number"], rows)));
  if (old === undefined || late === undefined || later === undefined) throw new Error("three tables");
  const versions = [
    { version: 1, effectiveFrom: "2021-01-20", effectiveTo: null, recordedAt: "2021-01-19T08:00:00Z", table: old },
    { version: 2, effectiveFrom: "2021-02-01", effectiveTo: null, recordedAt: "2021-01-30T08:00:00Z", table: later },
    { version: 3, effectiveFrom: "2021-01-20", effectiveTo: "2021-02-01", recordedAt: "2021-02-03T08:00:00Z", table: late },
  ];
  const said = (on: string, known: string): unknown => decideAt(versions, { n: 1 }, { on, known });
  expect(said("2021-01-26", "2021-01-26T09:00:00Z")).toMatchObject({ decision: { value: "old" }, version: 1 });
  expect(said("2021-02-02", "2021-02-02T09:00:00Z")).toMatchObject({ decision: { value: "new" }, version: 2 });
  // What was said on that evening stays what was said; today we know better.
  expect(said("2021-01-26", "2021-02-04T09:00:00Z")).toMatchObject({ decision: { value: "corrected" }, version: 3 });
  expect(versionAt(versions, { on: "2021-01-01", known: "2021-02-04T09:00:00Z" })).toBeNull();
  expect(said("2021-01-01", "2021-02-04T09:00:00Z")).toMatchObject({ kind: "no-version" });
});
