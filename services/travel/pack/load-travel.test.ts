import { readDmn, tableOfDecision, type DecisionTable } from "#engines/rules";
import { loadPack, type PackParts } from "#platform/pack";
import { readPackDirectory } from "#platform/pack/server";
import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, test } from "vitest";
import { loadPlaces } from "./load-places.ts";
import { loadTravel } from "./load-travel.ts";

let parts: PackParts;
let table: DecisionTable;
const OUTCOMES = ["free", "approved", "advised-against", "needs-approval", "in-principle-not-there", "in-principle-not", "must-not"].map((value) => ({ value }));
beforeAll(async () => {
  const read = await readPackDirectory(fileURLToPath(new URL("../../../packs/hulunbuir-2021-spring-festival", import.meta.url)));
  parts = loadPack(read?.files ?? new Map()).parts;
  const model = await readDmn(parts.files.get("rules/travel/table.dmn") ?? "");
  const found = model.kind === "refused" ? model : tableOfDecision(model.model, null);
  if (found.kind === "refused") throw new Error("the shipped rule has a table");
  ({ table } = found);
});
/** The shipped pack with texts in its files replaced; null takes a file away. */
async function load(changes: Readonly<Record<string, readonly [string, string] | null>> = {}, rule: DecisionTable | null = table) {
  const files = new Map(parts.files);
  for (const [file, change] of Object.entries(changes)) {
    const content = files.get(file) ?? "";
    if (change !== null && !content.includes(change[0])) throw new Error(`${file} does not say ${change[0]}`);
    if (change === null) files.delete(file);
    else files.set(file, content.replaceAll(change[0], change[1]));
  }
  return loadTravel({ ...parts, files }, rule === null ? [] : [{ key: "travel", district: null, content: { table: rule, outcomes: OUTCOMES } }], loadPlaces(parts).places);
}
const told = async (...given: Parameters<typeof load>) => (await load(...given)).problems.map(({ file, field, problem }) => `${file} ${field}: ${problem.en}`);

const SETTINGS = "travel/travel.yaml";
const LEVEL = "travel/levels/press-conference/level.yaml";
const VERDICTS = "travel/levels/press-conference/table.dmn";

test("the shipped settings hold: two levels above, the first list with a level for each of its places", async () => {
  const { travel, problems } = await load();
  expect(problems).toEqual([]);
  expect(travel?.levels.map(({ key, rank, editions, conditions }) => [key, rank, editions.length, conditions?.table.rows.length])).toEqual([["press-conference", "state", 1, 2], ["region", "region", 0, 2]]);
  expect([travel?.list?.list.areas.length, travel?.list?.list.asOf]).toEqual([72, "2021-01-25T09:16"]);
});
test("a pack without the file has no such service, and nothing is wrong", async () => {
  expect(await load({ [SETTINGS]: null })).toEqual({ travel: null, problems: [] });
});

describe("what is wrong is told with file and field", () => {
  test.each<readonly [string, Parameters<typeof load>[0], readonly string[]]>([
    ["a rule that the pack has not", { [SETTINGS]: ["rule: travel", "rule: journeys"] }, [`${SETTINGS} rule: the pack has no such rule`]],
    ["a fact that the rule does not ask", { [SETTINGS]: ["origin: origin", "origin: start"] }, [`${SETTINGS} origin: the rule asks for no such fact`]],
    ["a setting without a source", { [SETTINGS]: ["value: \"120\"", "value: \"12 0\""] }, [expect.stringContaining(`${SETTINGS} emergency.value`) as string]],
    ["a level without its file", { [SETTINGS]: ["levels: [press-conference, region]", "levels: [nation]"] }, ["travel/levels/nation/level.yaml : this file is missing"]],
    ["a list that is not there", { [SETTINGS]: ["file: risk-areas.json", "file: others.json"] }, [`${SETTINGS} list.file: there is no such list`]],
    ["a list of another shape", { "travel/risk-areas.json": ["\"highlist\"", "\"tops\""] }, ["travel/risk-areas.json data.highlist: High risk: 6 by the list's own count, none listed"]],
    ["a verdict that the rule does not know", { [VERDICTS]: ["\"must-not\"</dmn:text>\n        </dmn:outputEntry>", "\"never\"</dmn:text>\n        </dmn:outputEntry>"] }, [`${VERDICTS} s-01: the rule has no such verdict`]],
    ["a row without words", { [LEVEL]: ["  s-01:", "  s-09:"] }, [`${LEVEL} rows.s-01: nothing says how this is told`]],
    ["a condition without words", { [LEVEL]: ["  code:", "  codes:"] }, [`${LEVEL} conditions.code: nothing says how this is told`]],
    ["a table that is none", { [VERDICTS]: ["<dmn:decisionTable", "<dmn:decisionTables"] }, [expect.stringContaining(VERDICTS) as string]],
    ["an office in no district", { [SETTINGS]: ["offices: []", "offices:\n  - { district: \"110101\", name: { zh: 一, en: a }, phone: null, hours: null, source: { zh: 二, en: b }, asOf: 2021-01-01 }"] }, [`${SETTINGS} offices[0].district: the city has no such district`]],
  ])("%s", async (_name, changes, problems) => {
    expect(await told(changes)).toEqual(problems);
  });
  test("a fact that is called as addresses call something of their own", async () => {
    const renamed = { ...table, inputs: table.inputs.map((each) => (each.expression === "who" ? { ...each, expression: "on" } : each)) };
    expect(await told({}, renamed)).toEqual([`${SETTINGS} rule: the rule's on is a name that addresses use themselves`]);
  });
  test("a rule that did not load is not complained of twice", async () => {
    expect(await load({}, null)).toEqual({ travel: null, problems: [] });
  });
});
