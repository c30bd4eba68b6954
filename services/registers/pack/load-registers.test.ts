import { loadPack, type PackParts } from "#platform/pack";
import { readPackDirectory } from "#platform/pack/server";
import { loadNotices } from "#services/notices";
import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, test } from "vitest";
import { formInFile } from "#engines/forms";
import { checkOpens } from "./check-opens.ts";
import { loadRegisters } from "./load-registers.ts";

let parts: PackParts;
beforeAll(async () => {
  const read = await readPackDirectory(fileURLToPath(new URL("../../../packs/hulunbuir-2021-spring-festival", import.meta.url)));
  parts = loadPack(read?.files ?? new Map()).parts;
});
const CLAUSE = (): { readonly key: string; readonly duty: string } => {
  const clause = loadNotices(parts).notices[0]?.clauses.find(({ hidden, obligations }) => hidden !== true && obligations.length > 0);
  return { key: clause?.key ?? "", duty: clause?.obligations[0]?.key ?? "" };
};
const file = (more = ""): string => `name: { zh: 检测点, en: Testing sites }
about: { zh: 哪里可以检测, en: Where to be tested }
notice: stay-put
clause: ${CLAUSE().key}
duties: [${CLAUSE().duty}]
identity: [district, name]
columns: [name, hours]
fields:
  - { key: district, kind: district, name: { zh: 旗市区, en: District }, required: true }
  - { key: name, kind: text, name: { zh: 名称, en: Name }, required: true }
  - { key: hours, kind: hours, name: { zh: 时间, en: Hours } }
  - { key: count, kind: number, name: { zh: 人数, en: People } }
elements: { count: testing.people }
${more}`;
const load = (files: Readonly<Record<string, string>>) => loadRegisters({ notices: parts.notices, files: new Map(Object.entries(files)) }, loadNotices(parts).notices);

test("a register is read under the name of its file; a pack without any has none, and nothing is wrong", () => {
  expect(load({ "pack.yaml": "", "registers/testing-sites.yaml": file() })).toMatchObject({ problems: [], registers: [{ type: { key: "testing-sites", unit: null, freshness: null, fields: [{ required: true }, {}, { privacy: "open" }, {}] } }] });
  expect(load({})).toEqual({ registers: [], there: [], problems: [] });
});

describe("what is wrong is told with its line and field", () => {
  test.each([
    ["another notice", "notice: stay-put", "notice: elsewhere", 3, "notice", "the pack has no such notice"],
    ["another clause", "clause: ", "clause: no-", 4, "clause", "the notice has no such clause"],
    ["another duty", "duties: [", "duties: [no-", 5, "duties[0]", "the clause has no such duty"],
    ["a column that is no field", "columns: [name", "columns: [nowhere", 7, "columns[0]", "There is no field “nowhere”"],
    ["an identity that may be missing", "identity: [district, name]", "identity: [district, count]", 6, "identity[1]", "Not every record has this field"],
    ["a kind nobody knows", "kind: hours", "kind: opening", 11, "fields[2].kind", "there is no such kind of question"],
    ["a name in one language", "{ zh: 检测点, en: Testing sites }", "{ zh: 检测点 }", 1, "name.en", "this field is missing"],
  ])("%s", (_, from, to, line, field, problem) => {
    const content = file();
    expect(content).toContain(from);
    const { registers, problems } = load({ "registers/testing-sites.yaml": content.replace(from, to) });
    expect(registers).toEqual([]);
    expect(problems.map((each) => [each.file, each.line, each.field, each.problem.en])).toContainEqual(["registers/testing-sites.yaml", line, field, problem]);
    for (const { remedy } of problems) expect([remedy.zh, remedy.en].every((words) => words.length > 3)).toBe(true);
  });
  test("a file whose name is no key", () => { expect(load({ "registers/Testing.yaml": file() }).problems.map(({ problem }) => problem.en)).toEqual(["the file's name is lower-case letters, digits and hyphens, beginning with a letter"]); });
  test("the same element asked twice, in the file that repeats it", () => {
    expect(load({ "registers/a.yaml": file(), "registers/b.yaml": file() }).problems.map(({ file: where, line, field, problem }) => [where, line, field, problem.en])).toEqual([["registers/b.yaml", 13, "elements.count", "“testing.people” is asked already in “Testing sites” (a, count), of the same units in the same period"]]);
  });
  test("a case that is opened and that the pack does not have", () => {
    const { registers } = load({ "registers/a.yaml": file("opens: [{ case: hazard, answers: { place: $name } }]\n") });
    expect(checkOpens(registers, [{ key: "hazard", district: "district", form: formInFile.parse([{ key: "place", kind: "text", name: { zh: "地点", en: "Place" } }]) }])).toEqual([]);
    expect(checkOpens(registers, []).map(({ line, field, problem }) => [line, field, problem.en])).toEqual([[14, "opens[0].case", "the pack has no such type of cases"]]);
  });
  describe("answers that a case would not take", () => {
    const question = (key: string, kind: string, more: object = {}) => ({ key, kind, name: { zh: key, en: key }, required: true, ...more });
    const hazard = { key: "hazard", district: "district", form: formInFile.parse([question("district", "district"), question("place", "text"), question("people", "number", { required: false }), question("how", "choice", { choices: [{ key: "told", name: { zh: "来电", en: "Told" } }] }), question("who", "text", { required: false, privacy: "personal" }), question("more", "text", { onlyIf: { field: "how", is: ["told"] } })]) };
    const problems = (answers: string, when = "", more = "") => checkOpens(load({ "registers/a.yaml": file(`opens: [{ case: hazard, ${when}answers: { ${answers} } }]\n${more}`) }).registers, [hazard]).map(({ field, problem }) => `${field}: ${problem.en}`);
    test("none of those that fit", () => { expect(problems("district: $district, place: $name, people: $count, how: told")).toEqual([]); });
    test.each([
      ["district: $district, place: $name, how: told, nowhere: $name", "opens[0].answers.nowhere: that type of cases has no such question"],
      ["district: $district, place: $name, how: $name", "opens[0].answers.how: a field of kind text does not fit a question of kind choice, or may hold more than it takes"],
      ["district: $district, place: $name, how: seen", "opens[0].answers.how: this word is no answer to that question"],
      ["district: $district, how: told", "opens[0].answers: “place” (place) is not answered, and must be"],
      ["district: $district, place: $hours, how: told", "opens[0].answers.place: this field may be empty, and the question must be answered"],
      ['district: "150702", place: $name, how: told', "opens[0].answers.district: a case belongs to the district of its record"],
    ])("%s", (answers, problem) => { expect(problems(answers)).toEqual([problem]); });
    test("a field that may be empty fits where the case is opened only when it is there", () => { expect(problems("district: $district, place: $hours, how: told", "when: { test: present, field: hours }, ")).toEqual([]); });
    test("what is personal goes into what is personal alone", () => {
      const { registers } = load({ "registers/a.yaml": file('retention: { days: 30, source: { zh: 拟定, en: given }, asOf: 2026-11-29 }\nopens: [{ case: hazard, answers: { district: $district, place: $who, who: $who, how: told } }]\n').replace("elements:", "  - { key: who, kind: text, name: { zh: 谁, en: Who }, required: true, privacy: personal }\nelements:") });
      expect(registers).toHaveLength(1);
      expect(checkOpens(registers, [hazard]).map(({ field, problem }) => `${field}: ${problem.en}`)).toEqual(["opens[0].answers.place: what is personal cannot be taken into a question that is open"]);
    });
  });
});
