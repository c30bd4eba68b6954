import { loadPack } from "#platform/pack";
import { readPackDirectory } from "#platform/pack/server";
import { loadNotices } from "#services/notices";
import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, test } from "vitest";
import { choicesIn } from "../clause-choices.ts";
import { loadRules } from "../pack/load-rules.ts";
import { checkRule, type ClauseChoice, type LevelAbove, fileOfTable, ruleContent, tableInFile, type RuleContent, withTable } from "./index.ts";

let rule: RuleContent;
let clauses: readonly ClauseChoice[] | null;
beforeAll(async () => {
  const read = await readPackDirectory(fileURLToPath(new URL("../../../packs/hulunbuir-2021-spring-festival", import.meta.url)));
  const { parts } = loadPack(read?.files ?? new Map());
  const { notices } = loadNotices(parts);
  const [first] = (await loadRules(parts, notices)).rules;
  if (first === undefined) throw new Error("the pack brings a rule");
  rule = first.content;
  clauses = choicesIn(notices, "stay-put");
});
type Table = RuleContent["table"];
const upper = (): LevelAbove => ({ title: rule.title, source: rule.title, outcomes: rule.outcomes.map(({ value }) => value), table: rule.table });
/** What is told of the rule with its table written otherwise. */
const told = (change: (table: Table) => Table, { above = null, content = rule }: { readonly above?: LevelAbove | null; readonly content?: RuleContent } = {}) =>
  checkRule({ ...content, table: change(rule.table) }, { clauses, above, inForce: null }).faults.map(({ problem }) => problem.en);
const withRow = (id: string, verdict: string) => (table: Table): Table => ({ ...table, rules: table.rules.map((row) => (row.id === id ? { ...row, outputs: [verdict] } : row)) });

test("the rule as it is has no faults", () => {
  expect(told((table) => table, { above: upper() })).toEqual([]);
});

describe("no way round the check", () => {
  test.each<[string, (table: Table) => Table, string]>([
    ["several verdicts at once", (table) => ({ ...table, hitPolicy: "rule-order" }), "A table of this kind gives several verdicts at once"],
    ["a second column of verdicts", (table) => ({ ...table, outputs: [...table.outputs, { id: null, label: null, name: "days", typeRef: "number", allowed: null, fallback: null }], rules: table.rules.map((row) => ({ ...row, outputs: [...row.outputs, "0"] })) }), "A rule has one column of verdicts"],
    ["a verdict for cases no rule speaks of", (table) => ({ ...table, outputs: table.outputs.map((output) => ({ ...output, fallback: "\"free\"" })) }), "There is a verdict for cases no rule speaks of"],
    ["a verdict that has to be worked out", withRow("1-06", "if need then \"free\" else \"must-not\""), "The verdict of rule 1-06 is not among the verdicts"],
    ["an empty verdict", withRow("1-06", ""), "The verdict of rule 1-06 is not among the verdicts"],
    ["a cell only an interpreter can judge", (table) => ({ ...table, rules: table.rules.map((row) => (row.id === "1-06" ? { ...row, tests: ["string length(?) = 3", ...row.tests.slice(1)] } : row)) }), "string length(?) = 3 in rule 1-06 cannot be checked over all cases"],
    ["more rows than are checked while somebody waits", (table) => ({ ...table, rules: Array.from({ length: 501 }, (_, at) => ({ ...(table.rules[0] ?? { description: null, tests: [], outputs: [], annotations: [] }), id: `r-${at}` })) }), "The table is too large: 501 rules, 5 facts"],
  ])("%s", (_name, change, words) => {
    expect(told(change)).toContain(words);
  });
  test("two columns that ask for one fact", () => {
    expect(told((table) => ({ ...table, inputs: [...table.inputs, ...table.inputs.slice(3, 4)], rules: table.rules.map((row) => ({ ...row, tests: [...row.tests, "-"] })) })).length).toBeGreaterThan(0);
  });
  test("a level above that cannot be compared in full is not a level that says the same", () => {
    const many: Table = { ...rule.table, hitPolicy: "any", rules: [...rule.table.rules, ...Array.from({ length: 1_995 }, (_, at) => ({ ...(rule.table.rules[0] ?? { description: null, tests: [], outputs: [], annotations: [] }), id: `x-${at}` }))] };
    expect(told(withRow("1-06", "\"must-not\""), { above: { ...upper(), table: many } })).toContain("It could not be compared in full with the level above");
  });
  test("the level above says what is strict, not the rule that is compared", () => {
    const turned = { ...rule, outcomes: rule.outcomes.toReversed() };
    expect(told(withRow("1-06", "\"must-not\""), { above: upper(), content: turned })).toContain("Rule 1-06 is stricter than the level above (8 cases)");
  });
  test("a rule without examples, a document without a name", () => {
    expect(told((table) => table, { content: { ...rule, examples: [] } })).toContain("There is no example");
    expect(told(withRow("1-06", "\"must-not\""), { above: upper(), content: { ...rule, approvals: [{ row: "1-06", document: "." }] } })).toContain("The document that approves rule 1-06 is not named");
  });
});

describe("hostile tables", () => {
  test("a fact, a row or a value called as programs call things is refused, not stumbled over", async () => {
    const [dmn, hostile] = [await fileOfTable(rule, "travel"), (name: string) => (text: string) => text.replaceAll("\"worker\"", `"${name}"`)];
    const found = await tableInFile(hostile("constructor")(dmn), null);
    if (!("table" in found)) throw new Error(JSON.stringify(found));
    // A value may be called so in a file; the words around it may not.
    expect(checkRule(withTable(rule, found.table), { clauses, above: null, inForce: null }).faults.length).toBeGreaterThan(0);
    for (const name of ["constructor", "__proto__", "toString"]) {
      expect(ruleContent.safeParse({ ...rule, table: { ...rule.table, rules: rule.table.rules.map((row, at) => (at === 0 ? { ...row, id: name } : row)) } }).success).toBe(false);
      expect(await tableInFile(dmn.replaceAll(">origin<", `>${name}<`).replaceAll("\"origin\"", `"${name}"`), null)).toHaveProperty("faults");
    }
  });
  test("signs the database cannot keep are told of", async () => {
    const dmn = await fileOfTable(rule, "travel");
    expect(await tableInFile(dmn.replace("有特殊情况或者确实需要出行", "有&#0;事"), null)).toHaveProperty("faults");
  });
  test("a description longer than a released rule can hold is told of before it is taken in", async () => {
    const long = { ...rule, table: { ...rule.table, rules: rule.table.rules.map((row) => ({ ...row, description: "长".repeat(2_001) })) } };
    expect(await tableInFile(await fileOfTable(long, "travel"), null)).toHaveProperty("faults");
  });
  test("wide tables of contradicting rows answer soon, with a list people can read", () => {
    const wide: Table = {
      ...rule.table, inputs: Array.from({ length: 16 }, (_, at) => ({ id: null, label: null, expression: `f${at}`, typeRef: "boolean", allowed: "true,false" })),
      rules: Array.from({ length: 300 }, (_, at) => ({ id: `r-${at}`, description: null, tests: Array.from({ length: 16 }, (_cell, column) => ["-", "true", "false"][(at * 7 + column * column) % 3] ?? "-"), outputs: ["\"free\""], annotations: ["travel.low-risk-stay"] })),
    };
    const started = process.cpuUsage();
    const { report, faults } = checkRule({ ...rule, table: wide }, { clauses, above: upper(), inForce: null });
    const { user } = process.cpuUsage(started);
    expect([report.findings.length <= 200, faults.length > 0]).toEqual([true, true]);
    // A bound against minutes, not a measure of speed.
    expect(user / 1e6).toBeLessThan(20);
  });
});
