import { describe, expect, test } from "vitest";
import { addColumn, addValue, deleteColumn, deleteValue, isFreeFact, nameValue, rowsNaming } from "./edit-columns.ts";
import { addOutcome, deleteOutcome, isUsed, moveOutcome, setHitPolicy } from "./edit-outcomes.ts";
import { addRow, approve, clausesOfRow, deleteRow, moveRow, rowName, setCell, setClauses, setOutput, setVerdict, verdictOf } from "./edit-table.ts";
import { EXAMPLE_RULE } from "./example-rule.ts";
import { mergeRules, ruleEdits, withRuleValue } from "./merge-rules.ts";
import { type RuleContent, ruleContent } from "./rule-content.ts";

const rows = ({ table }: RuleContent) => table.rules.map(({ id, tests, outputs }) => [id, ...tests, ...outputs]);
const order = ({ table }: RuleContent) => table.rules.map(({ id }) => id);

describe("rows", () => {
  test("a condition, a verdict and clauses are set in one row alone", () => {
    const changed = setClauses(setVerdict(setCell(EXAMPLE_RULE, "1-02", 1, ">= 65"), "1-02", "no"), "1-02", ["part-3"]);
    expect(rows(changed)).toEqual([["1-01", '"high"', "-", '"no"'], ["1-02", '"medium", "high"', ">= 65", '"no"'], ["1-03", "-", "-", '"yes"']]);
    expect(changed.table.rules.map((row) => clausesOfRow(changed.table, row))).toEqual([["part-1"], ["part-3"], ["part-1", "part-2"]]);
  });
  test("a table without a column for clauses gets one", () => {
    const bare = { ...EXAMPLE_RULE, table: { ...EXAMPLE_RULE.table, annotations: ["note"], rules: EXAMPLE_RULE.table.rules.map((row) => ({ ...row, annotations: ["n"] })) } };
    expect(setClauses(bare, "1-01", ["part-1"]).table.rules.map(({ annotations }) => annotations)).toEqual([["n", "part-1"], ["n", ""], ["n", ""]]);
  });
  test("move up and down, and not beyond the ends", () => {
    expect(order(moveRow(EXAMPLE_RULE, "1-03", -1))).toEqual(["1-01", "1-03", "1-02"]);
    expect(moveRow(EXAMPLE_RULE, "1-03", 1)).toBe(EXAMPLE_RULE);
  });
  test("a row for a gap says its case and leaves its verdict open; names go on", () => {
    const { content, name } = addRow(EXAMPLE_RULE, { risk: "low", age: null });
    expect([name, rows(content).at(-1)]).toEqual(["1-04", ["1-04", '"low"', "-", ""]]);
    expect(addRow(approve(deleteRow(content, "1-04"), "1-04", "x")).name).toBe("1-05");
  });
  test("what goes with a deleted row goes", () => {
    const { rows: reasons, approvals, table } = deleteRow(approve(EXAMPLE_RULE, "1-02", "批〔2021〕1号"), "1-02");
    expect([Object.keys(reasons), approvals, table.rules.length]).toEqual([["1-01", "1-03"], [], 2]);
  });
  test("rows a file gave no names keep theirs when they move", () => {
    const bare = { ...EXAMPLE_RULE, table: { ...EXAMPLE_RULE.table, rules: EXAMPLE_RULE.table.rules.map((row) => ({ ...row, id: null })) } };
    expect(bare.table.rules.map(rowName)).toEqual(["1", "2", "3"]);
    expect(order(moveRow(bare, "3", -1))).toEqual(["1", "3", "2"]);
  });
  test("verdicts as FEEL writes them", () => {
    expect(['"no"', "3", "true", "", "null", "if a then b"].map((text) => verdictOf({ outputs: [text] }))).toEqual(["no", "3", "true", "", "", null]);
    expect(verdictOf(setOutput(EXAMPLE_RULE, "1-01", 0, "a + b").table.rules[0] ?? { outputs: [] })).toBeNull();
  });
});

describe("columns and values", () => {
  test("a new column asks for nothing yet; taken away, everything is as before", () => {
    const wider = addColumn(EXAMPLE_RULE, { fact: "reason", kind: "choices", name: { zh: "事由", en: "Reason" }, values: ["work", "visit"] });
    expect(rows(wider)[0]).toEqual(["1-01", '"high"', "-", "-", '"no"']);
    expect(wider.table.inputs.at(-1)?.allowed).toBe('"work", "visit"');
    expect(deleteColumn(wider, "reason")).toEqual(EXAMPLE_RULE);
    expect(ruleContent.safeParse(wider).success).toBe(true);
  });
  test("a value is added with its name, and taken away only when no row rests on it alone", () => {
    const more = addValue(EXAMPLE_RULE, "risk", "none", { zh: "无", en: "none" });
    expect([more.table.inputs[0]?.allowed, more.facts["risk"]?.values["none"]]).toEqual(['"low", "medium", "high", "none"', { zh: "无", en: "none" }]);
    expect(deleteValue(more, "risk", '"none"')).toEqual(EXAMPLE_RULE);
    expect(rowsNaming(EXAMPLE_RULE, "risk", '"high"')).toEqual([{ at: 0, only: true }, { at: 1, only: false }]);
    expect(deleteValue(EXAMPLE_RULE, "risk", '"high"')).toBe(EXAMPLE_RULE);
    expect(rows(deleteValue(EXAMPLE_RULE, "risk", '"medium"'))[1]).toEqual(["1-02", '"high"', ">= 60", '"ask"']);
  });
  test("names of facts are plain words that are not taken", () => expect(["risk", "new fact", "", "for", "事由", "a1", "constructor"].map((fact) => isFreeFact(EXAMPLE_RULE, fact))).toEqual([false, false, false, false, true, true, false]));
  test("a value is named", () => expect(nameValue(EXAMPLE_RULE, "age", "60", { zh: "六十", en: "sixty" }).facts["age"]?.values).toEqual({ 60: { zh: "六十", en: "sixty" } }));
});

describe("verdicts", () => {
  test("are added strictest, moved, and taken away when unused", () => {
    const more = addOutcome(EXAMPLE_RULE, { value: "avoid", name: { zh: "别去", en: "Avoid" }, tone: "warn" });
    expect(moveOutcome(more, "avoid", -1).outcomes.map(({ value }) => value)).toEqual(["yes", "ask", "avoid", "no"]);
    expect([isUsed(more, "avoid"), isUsed(more, "ask")]).toEqual([false, true]);
    expect([deleteOutcome(more, "avoid"), deleteOutcome(more, "ask")]).toEqual([EXAMPLE_RULE, more]);
  });
  test("by priority the strictest wins, and stays so when their order changes", () => {
    const ranked = setHitPolicy(EXAMPLE_RULE, "priority");
    expect(ranked.table.outputs[0]?.allowed).toBe('"no", "ask", "yes"');
    expect(moveOutcome(ranked, "ask", 1).table.outputs[0]?.allowed).toBe('"ask", "no", "yes"');
  });
});

describe("two officers change one rule", () => {
  test("different rows, a new column and another order are all kept", () => {
    const mine = moveRow(setVerdict(EXAMPLE_RULE, "1-01", "ask"), "1-03", -1);
    const theirs = addColumn(addRow(setCell(EXAMPLE_RULE, "1-01", 1, "< 18"), { risk: "low" }).content, { fact: "local", kind: "yes-no", name: { zh: "本地", en: "Local" }, values: [] });
    const { merged, conflicts } = mergeRules(EXAMPLE_RULE, mine, theirs);
    expect(conflicts).toEqual([]);
    expect(rows(merged)).toEqual([["1-01", '"high"', "< 18", "-", '"ask"'], ["1-03", "-", "-", "-", '"yes"'], ["1-04", '"low"', "-", "-", ""], ["1-02", '"medium", "high"', ">= 60", "-", '"ask"']]);
    expect(merged.facts["local"]?.name.zh).toBe("本地");
  });
  test("one cell changed twice: theirs stands, mine is told and can be put in", () => {
    const [mine, theirs] = [setCell(EXAMPLE_RULE, "1-02", 1, ">= 65"), setCell(EXAMPLE_RULE, "1-02", 1, ">= 70")];
    const { merged, conflicts } = mergeRules(EXAMPLE_RULE, mine, theirs);
    expect(merged).toEqual(theirs);
    expect(conflicts).toEqual([{ path: ["table", "1-02", "tests", "age"], mine: ">= 65", theirs: ">= 70" }]);
    expect(withRuleValue(merged, conflicts[0]?.path ?? [], ">= 65")).toEqual(mine);
  });
  test("a row one of them deleted stays away unless the other changed it", () => {
    expect(order(mergeRules(EXAMPLE_RULE, deleteRow(EXAMPLE_RULE, "1-02"), setVerdict(EXAMPLE_RULE, "1-01", "ask")).merged)).toEqual(["1-01", "1-03"]);
    const { merged, conflicts } = mergeRules(EXAMPLE_RULE, deleteRow(EXAMPLE_RULE, "1-02"), setVerdict(EXAMPLE_RULE, "1-02", "no"));
    expect([order(merged).includes("1-02"), conflicts.map(({ path }) => path)]).toEqual([true, [["table", "1-02"]]]);
  });
  test("what one wrote is listed piece by piece, and put in again gives the same", () => {
    const mine = addRow(setVerdict(EXAMPLE_RULE, "1-01", "ask")).content;
    expect(ruleEdits(EXAMPLE_RULE, mine).reduce((content, { path, mine: value }) => withRuleValue(content, path, value), EXAMPLE_RULE)).toEqual(mine);
    expect(ruleEdits(EXAMPLE_RULE, EXAMPLE_RULE)).toEqual([]);
  });
});
