import { loadPack, type PackParts } from "#platform/pack";
import { readPackDirectory } from "#platform/pack/server";
import { loadNotices } from "#services/notices";
import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, test } from "vitest";
import { loadCaseTypes } from "./load-case-types.ts";

const FILE = "cases/cold-room.yaml";
const COLD_ROOM = `name: { zh: 屋里不热, en: A cold room }
about: { zh: 供热不够可以报, en: Report heating that is too weak }
group: report
notice: stay-put
clause: travel
duties: [travel.guide-staying]
form:
  - { key: district, kind: district, name: { zh: 旗市区, en: District }, required: true }
  - { key: place, kind: text, name: { zh: 地点, en: Place }, required: true }
title: place
match: { register: heating, on: [{ field: place, column: site }], from: since, to: null }
initial: open
states:
  - { key: open, name: { zh: 待查, en: Open }, public: { zh: 已收到, en: Received }, deadline: { within: { unit: hours, count: 4 }, source: { zh: 拟定, en: given }, asOf: 2026-11-29 } }
  - { key: done, name: { zh: 办结, en: Done }, public: { zh: 修好了, en: Mended }, final: true, tone: ok }
moves:
  - { key: mend, name: { zh: 修好, en: Mended }, from: [open], to: done }
retention: { days: 30, source: { zh: 拟定, en: given }, asOf: 2026-11-29 }
`;
const REGISTERS = [{ key: "heating", fields: ["site", "since"] }];
let parts: PackParts;
beforeAll(async () => {
  const read = await readPackDirectory(fileURLToPath(new URL("../../../packs/hulunbuir-2021-spring-festival", import.meta.url)));
  parts = loadPack(read?.files ?? new Map()).parts;
});
const load = (files: Readonly<Record<string, string>>, registers = REGISTERS) => loadCaseTypes({ notices: parts.notices, files: new Map(Object.entries(files)) }, loadNotices(parts).notices, registers);
const told = (...given: Parameters<typeof load>) => load(...given).problems.map(({ file, line, field, problem }) => [file, line, field, problem.en]);

test("a file is a type of cases, known by the file's name", () => {
  const { types, problems } = load({ [FILE]: COLD_ROOM });
  expect(problems).toEqual([]);
  expect(types).toMatchObject([{ key: "cold-room", contact: "optional", proxy: true, district: "district", initial: "open", moves: [{ key: "mend", by: "officer", reason: "optional" }] }]);
});
test("types stand in the order of the notice's clauses, then of their names", () => {
  const care = COLD_ROOM.replace("clause: travel", "clause: relief").replace("travel.guide-staying", "relief.visits");
  expect(load({ "cases/b.yaml": COLD_ROOM, "cases/a.yaml": care, "cases/c.yaml": COLD_ROOM, "cases/d.yaml": care }).types.map(({ key }) => key)).toEqual(["b", "c", "a", "d"]);
});
test("a pack without such files has no cases, and nothing is wrong", () => {
  expect(load({})).toEqual({ types: [], problems: [] });
});

describe("what is wrong is told with its line and field", () => {
  test.each([
    ["another notice", "notice: stay-put", "notice: elsewhere", 4, "notice", "the pack has no such notice"],
    ["another clause", "clause: travel", "clause: nothing", 5, "clause", "the notice has no such clause"],
    ["a duty of another clause", "travel.guide-staying", "relief.visits", 6, "duties[0]", "the clause has no such duty"],
    ["another register", "register: heating", "register: cooling", 11, "match.register", "the pack has no such register"],
    ["a column that is not there", "column: site", "column: room", 11, "match.on[0].column", "the register has no such field"],
    ["a day that is not there", "from: since", "from: until", 11, "match.from", "the register has no such field"],
    ["a move to nowhere", "to: done", "to: away", 17, "moves[0].to", "there is no such state"],
    ["a state without a deadline", "deadline: { within: { unit: hours, count: 4 }, source: { zh: 拟定, en: given }, asOf: 2026-11-29 }", "tone: waiting", 14, "states[0].deadline", "without a deadline nobody may see to it"],
    ["a name in one language", "{ zh: 办结, en: Done }", "{ zh: 办结 }", 15, "states[1].name.en", "this field is missing"],
    ["a form that cannot be asked", "key: place, kind: text", "key: district, kind: text", 9, "form[1].key", "“district” is used twice"],
  ])("%s", (_, from, to, line, field, problem) => {
    expect(COLD_ROOM).toContain(from);
    expect(told({ [FILE]: COLD_ROOM.replace(from, to) })).toContainEqual([FILE, line, field, problem]);
    expect(load({ [FILE]: COLD_ROOM.replace(from, to) }).types).toEqual([]);
  });
  test("a name of a file that is no key", () => {
    expect(told({ "cases/Cold Room.yaml": COLD_ROOM })).toEqual([["cases/Cold Room.yaml", 1, "", "the file's name is no key of a type of cases"]]);
  });
});
