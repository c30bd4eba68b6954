import { loadPack, type PackParts } from "#platform/pack";
import { readPackDirectory } from "#platform/pack/server";
import { loadNotices } from "#services/notices";
import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, test } from "vitest";
import { compileRule, tryCase } from "../draft/index.ts";
import { loadRules, type PackRule } from "./load-rules.ts";

const FOLDER = "rules/travel";
let parts: PackParts;
beforeAll(async () => {
  const read = await readPackDirectory(fileURLToPath(new URL("../../../packs/hulunbuir-2021-spring-festival", import.meta.url)));
  parts = loadPack(read?.files ?? new Map()).parts;
});
/** The pack with some of its files written otherwise; null takes one away. */
function load(change: Readonly<Record<string, string | null | ((content: string) => string)>> = {}, rules = parts.rules) {
  const files = new Map(parts.files);
  for (const [name, given] of Object.entries(change)) {
    const content = typeof given === "function" ? given(files.get(name) ?? "") : given;
    if (content === null) files.delete(name);
    else files.set(name, content);
  }
  return loadRules({ ...parts, rules, files }, loadNotices(parts).notices);
}
const told = async (change: Parameters<typeof load>[0], rules?: readonly string[]) => (await load(change, rules)).problems.map(({ file, line, field, problem }) => [file, line > 0, field, problem.en]);
const instead = (from: string, to: string) => (content: string) => {
  if (!content.includes(from)) throw new Error(`nothing says ${from}`);
  return content.replace(from, to);
};

test("the shipped rules hold", async () => {
  const { rules, problems } = await load();
  expect(problems).toEqual([]);
  expect(rules.map(({ key, district }) => [key, district])).toEqual([["travel", null], ["travel", "150799"], ["toll-free", null], ["free-refunds", null], ["fireworks", null]]);
});

describe("a district's own rule", () => {
  const OWN = `${FOLDER}/districts/150799/rule.yaml`;
  test("that is stricter than the city's needs the document that approves it", async () => {
    const found = await told({ [OWN]: (content) => content.replace(/approvals:\n(?:.*\n){2}/u, "") });
    expect(found.map(([file, , field, problem]) => [file, field, problem])).toEqual([
      [OWN, "rows.d-01", "Rule d-01 is stricter than the level above (4 cases)"], [OWN, "rows.d-02", "Rule d-02 is stricter than the level above (4 cases)"],
    ]);
  });
  test("of a place that is none of the city's districts, or with a level above of its own, is told", async () => {
    const moved = (await told({ [`${FOLDER}/districts/110101/rule.yaml`]: parts.files.get(OWN) ?? "", [`${FOLDER}/districts/110101/table.dmn`]: parts.files.get(`${FOLDER}/districts/150799/table.dmn`) ?? "" }));
    expect(moved.map(([file, , , problem]) => [file, problem])).toEqual([[`${FOLDER}/districts/110101/rule.yaml`, "no district has this code"]]);
    expect(await told({ [OWN]: (content) => content.replace("above: null", "above: { title: { zh: 一, en: a }, source: { zh: 二, en: b }, asOf: 2021-01-01 }") })).toMatchObject([[OWN, true, "above", expect.stringContaining("above")]]);
  });
});

describe("the answer key of clause 一", () => {
  let rule: PackRule | undefined;
  beforeAll(async () => { [rule] = (await load()).rules; });
  const facts = { destination: "low", who: "other", need: false, approved: false };
  test.each([
    ["from a high-risk area, whatever the case", { ...facts, origin: "high", need: true, approved: true }, "must-not", "travel.high-risk-stay"],
    ["from a medium-risk area without a special need", { ...facts, origin: "medium" }, "in-principle-not", "travel.medium-risk-stay"],
    ["from a medium-risk area with a special need", { ...facts, origin: "medium", need: true }, "needs-approval", "travel.medium-approval"],
    ["from a medium-risk area with the approval", { ...facts, origin: "medium", need: true, approved: true }, "approved", "travel.medium-approval"],
    ["from low to medium risk, also with need", { ...facts, origin: "low", destination: "medium", need: true }, "in-principle-not-there", "travel.low-risk-destinations"],
    ["from low to high risk", { ...facts, origin: "low", destination: "high" }, "in-principle-not-there", "travel.low-risk-destinations"],
    ["from low to low risk with real need", { ...facts, origin: "low", need: true, who: "public-staff" }, "free", "travel.low-risk-stay"],
    ["from low to low risk without need", { ...facts, origin: "low" }, "advised-against", "travel.low-risk-stay"],
    ["a worker from elsewhere", { ...facts, origin: "low", who: "worker" }, "advised-against", "travel.workers-and-schools-stay"],
    ["a teacher or student not yet gone", { ...facts, origin: "low", who: "school" }, "advised-against", "travel.workers-and-schools-stay"],
    ["staff of bodies, institutions and state firms", { ...facts, origin: "low", who: "public-staff" }, "in-principle-not", "travel.public-staff-lead"],
  ])("%s", (_name, given, verdict, clause) => {
    if (rule === undefined) throw new Error("the pack brings the rule");
    const { value, clauses, reasons } = tryCase(compileRule(rule.content.table), rule.content, given);
    expect([value, clauses, reasons.zh.length, reasons.en.length]).toEqual([verdict, [clause], 1, 1]);
    expect([...reasons.zh, ...reasons.en].join("")).not.toMatch(/[{}]/u);
  });
  test("what is not known is asked for, and nothing that cannot change the answer", () => {
    if (rule === undefined) throw new Error("the pack brings the rule");
    const compiled = compileRule(rule.content.table);
    expect(tryCase(compiled, rule.content, { origin: "high" })).toMatchObject({ value: "must-not", needs: [] });
    expect(tryCase(compiled, rule.content, { origin: "medium" }).needs).toEqual(["need", "approved"]);
    expect(tryCase(compiled, rule.content, { origin: "nowhere" }).error).toMatchObject({ code: "outside-domain", fact: "origin" });
  });
});

describe("what is wrong with a rule is told: file, line, field", () => {
  const table = `${FOLDER}/table.dmn`;
  const settings = `${FOLDER}/rule.yaml`;
  test.each<[string, Parameters<typeof load>[0], readonly unknown[]]>([
    ["a file that is missing", { [table]: null }, [table, true, "", "this file is missing"]],
    ["a file that is not DMN", { [table]: "<html></html>" }, [table, true, expect.any(String), expect.any(String)]],
    ["a gap", { [table]: instead('<dmn:text>"medium","high"</dmn:text>', '<dmn:text>"medium"</dmn:text>') }, [table, true, "table", "16 cases have no rule"]],
    ["a contradiction", { [table]: instead("<dmn:text>\"worker\",\"school\"</dmn:text>", "<dmn:text>\"worker\",\"school\",\"other\"</dmn:text>") }, [settings, true, "rows.1-08", "Rules 1-08、1-09 contradict each other in 2 cases"]],
    ["a clause the notice has not", { [table]: instead("travel.medium-approval", "travel.negative-test") }, [settings, true, "rows.1-03", "The notice has no clause travel.negative-test, which rule 1-03 names"]],
    ["a row without a reason", { [settings]: (content) => content.replace(/^ {2}1-05:.*\n/mu, "") }, [settings, true, "rows.1-05", "Rule 1-05 gives no reason in both languages"]],
    ["an example that comes out otherwise", { [settings]: instead("expect: must-not", "expect: free") }, [settings, true, "examples[0]", "The example From a high-risk area with an urgent need should give May travel but gives Must stay"]],
    ["a rule stricter than the level above", { [`${FOLDER}/above.dmn`]: instead('<dmn:text>"must-not"</dmn:text>', '<dmn:text>"in-principle-not"</dmn:text>') }, [settings, true, "rows.1-01", "Rule 1-01 is stricter than the level above (48 cases)"]],
    ["a level above without its table", { [`${FOLDER}/above.dmn`]: null }, [settings, true, "above", "above and above.dmn come together or not at all"]],
    ["another notice", { [settings]: instead("notice: stay-put", "notice: flood") }, [settings, true, "notice", "There is no released notice flood"]],
  ])("%s", async (_name, change, wanted) => {
    expect(await told(change)).toContainEqual(wanted);
  });
  test("a folder the pack does not list", async () => {
    expect(await told({}, [])).toEqual(["fireworks", "free-refunds", "toll-free", "travel"].map((key) => ["pack.yaml", true, "rules", `the rule ${key} is not listed`]));
  });
});
