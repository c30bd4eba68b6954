import { gazetteer } from "#engines/places";
import { loadPack, type PackFiles } from "#platform/pack";
import { readPackDirectory } from "#platform/pack/server";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { loadPlaces } from "./load-places.ts";

const filesOf = async (name: string): Promise<PackFiles> => (await readPackDirectory(fileURLToPath(new URL(`../../../packs/${name}`, import.meta.url))))?.files ?? new Map();
const hulunbuir = await filesOf("hulunbuir-2021-spring-festival");
const load = (files: PackFiles) => {
  const { places, problems } = loadPlaces(loadPack(files).parts);
  return { places: places === null ? null : gazetteer(places), problems };
};

test("the first city: 142 townships, and its districts by what people call them", () => {
  const { places, problems } = load(hulunbuir);
  expect(problems).toEqual([]);
  const districts = loadPack(hulunbuir).parts.city?.districts ?? [];
  expect(districts.flatMap(({ code }) => places?.childrenOf(code) ?? [])).toHaveLength(142);
  for (const [alias, code] of [["莫旗", "150722"], ["陈旗", "150725"], ["新左旗", "150726"], ["扎区", "150703"], ["鄂温克", "150724"]] as const) expect(places?.find(alias), alias).toMatchObject({ kind: "one", division: { code }, rest: "" });
  for (const { code, name, shortName } of districts) {
    expect(places?.find(name.zh), name.zh).toMatchObject({ kind: "one", division: { code } });
    expect(places?.find(shortName.zh), shortName.zh).toMatchObject({ kind: "one", division: { code } });
  }
  expect(places?.find("加格达奇", { within: "150700" })).toEqual({ kind: "none" });
});

test("an invented city's places come from its pack alone", async () => {
  const { places, problems } = load(await filesOf("beiling-2027-cold-wave"));
  expect(problems).toEqual([]);
  expect(places?.find("北岭市柳河县青石乡")).toMatchObject({ kind: "one", division: { code: "990121200" } });
  // Its district bears the name of many others.
  expect(places?.find("城关区", { within: "990100" })).toMatchObject({ kind: "one", division: { code: "990102" } });
});

describe("what is wrong with the file is told with its line", () => {
  const head = "source: { zh: 甲, en: A }\nasOf: 2026-11-24\n";
  test.each([
    ["a township of another city", 'townships:\n  - { code: "110101001", name: 甲街道 }\naliases: []\n', "townships[0].code", 4],
    ["a township twice", 'townships:\n  - { code: "150702001", name: 甲街道 }\n  - { code: "150702001", name: 乙街道 }\naliases: []\n', "townships[1].code", 5],
    ["two of one name", 'townships:\n  - { code: "150702001", name: 甲街道 }\n  - { code: "150702002", name: 甲街道 }\naliases: []\n', "townships[1].name", 5],
    ["an alias for nothing", 'townships: []\naliases:\n  - { name: 某旗, code: "150799" }\n', "aliases[0].code", 5],
    ["an alias of one sign", 'townships: []\naliases:\n  - { name: 莫, code: "150722" }\n', "aliases[0].name", 5],
    ["a code that is none", 'townships:\n  - { code: "1507", name: 甲 }\naliases: []\n', "townships[0].code", 4],
  ])("%s", (_, rest, field, line) => {
    const { places, problems } = load(new Map([...hulunbuir, ["places.yaml", head + rest]]));
    expect(places).toBe(null);
    expect(problems.map((each) => [each.file, each.line, each.field])).toContainEqual(["places.yaml", line, field]);
  });
});

test("a pack without the file knows its districts", () => {
  const { places } = load(new Map([...hulunbuir].filter(([file]) => file !== "places.yaml")));
  expect(places?.find("满洲里市兴华街道")).toMatchObject({ kind: "one", division: { code: "150781" }, rest: "兴华街道" });
});
