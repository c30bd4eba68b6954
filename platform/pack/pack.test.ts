import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { loadPack } from "./pack.ts";

const PACK = `key: small-town
version: 1
name: { zh: 小城, en: Small town }
clock:
  zone: Asia/Shanghai
  drillStart: 2021-01-26T09:00
notices: [stay-put]
`;
const CITY = `code: "150700"
name: { zh: 小城市, en: Small City }
shortName: { zh: 小城, en: Small }
divisionSource: { source: { zh: 区划表, en: list of divisions }, asOf: 2021-01-01 }
populationSource: { source: { zh: 普查, en: census }, asOf: 2021-01-01 }
districts:
  - code: "150702"
    name: { zh: 东区, en: East District }
    shortName: { zh: 东, en: East }
    population: 100
  - code: "150703"
    name: { zh: 西区, en: West District }
    shortName: { zh: 西, en: West }
    population: 200
bodies:
  - key: town-hall
    name: { zh: 市政府, en: City Government }
    source: { zh: 网站, en: website }
    asOf: 2021-01-01
    phone: null
helpline: { value: "12345", source: { zh: 网站, en: website }, asOf: 2021-01-01 }
feeReport: { value: { zh: 纪检部门, en: discipline section }, source: { zh: 网站, en: website }, asOf: 2021-01-01 }
`;

const load = (pack: string, city: string) => loadPack(new Map([["pack.yaml", pack], ["city.yaml", city]]));

test("a good pack loads, its drill start as an instant of Chinese legal time", () => {
  const { pack, problems } = load(PACK, CITY);
  expect(problems).toEqual([]);
  expect(pack?.clock.drillStart).toBe("2021-01-26T09:00:00+08:00");
  expect(pack?.city.districts.map((district) => district.code)).toEqual(["150702", "150703"]);
});

describe("each mistake is told by file, line, field and remedy", () => {
  const cases: [name: string, file: "pack.yaml" | "city.yaml", from: string, to: string, line: number, field: string, problem: string, remedy: string][] = [
    ["missing field", "city.yaml", "    population: 200\n", "", 11, "districts[1].population", "missing", "add it"],
    ["wrong code", "city.yaml", "\"150703\"", "\"15073\"", 11, "districts[1].code", "not six digits", "six digits in quotes"],
    ["code without quotes", "city.yaml", "\"150703\"", "150703", 11, "districts[1].code", "expected text, found a number", "quotes"],
    ["code of another city", "city.yaml", "\"150703\"", "\"230703\"", 11, "districts[1].code", "does not belong", "first four digits"],
    ["district twice", "city.yaml", "\"150703\"", "\"150702\"", 11, "districts[1].code", "used twice, first on line 7", "another value"],
    ["key written twice", "city.yaml", "    population: 200\n", "    population: 200\n    population: 201\n", 15, "population", "written twice", "remove one"],
    ["broken YAML", "city.yaml", "  - key: town-hall", "  - key: [town-hall", 17, "", "cannot be read", "indentation"],
    ["unknown key", "city.yaml", "    phone: null", "    phone: null\n    fax: null", 21, "bodies[0].fax", "not known", "remove it"],
    ["source missing", "city.yaml", "helpline: { value: \"12345\", source: { zh: 网站, en: website }, asOf", "helpline: { value: \"12345\", asOf", 21, "helpline.source", "missing", "add it"],
    ["source in one language", "city.yaml", "{ zh: 普查, en: census }", "{ zh: 普查 }", 5, "populationSource.source.en", "missing", "add it"],
    ["impossible day", "city.yaml", "census }, asOf: 2021-01-01", "census }, asOf: 2021-02-30", 5, "populationSource.asOf", "not a date", "year-month-day"],
    ["alias", "city.yaml", "phone: null", "phone: *x", 20, "", "aliases", "write the value"],
    ["empty name", "pack.yaml", "en: Small town", "en: \"\"", 3, "name.en", "empty", "fill it in"],
    ["foreign time zone", "pack.yaml", "Asia/Shanghai", "Europe/Paris", 5, "clock.zone", "not one of the allowed", "Asia/Shanghai"],
    ["bad drill start", "pack.yaml", "T09:00", "T29:00", 6, "clock.drillStart", "not a date and time", "2021-01-26T09:00"],
    ["notice path upward", "pack.yaml", "[stay-put]", "[../x]", 7, "notices[0]", "lower-case", "like city-headquarters"],
    ["notice twice", "pack.yaml", "[stay-put]", "[stay-put, stay-put]", 7, "notices[1]", "used twice", "another value"],
  ];
  test.each(cases)("%s", (_name, file, from, to, line, field, problem, remedy) => {
    const good = file === "pack.yaml" ? PACK : CITY;
    expect(good).toContain(from);
    const bad = good.replace(from, to);
    const { pack, problems } = file === "pack.yaml" ? load(bad, CITY) : load(PACK, bad);
    expect(pack).toBeNull();
    const found = problems.find((candidate) => candidate.field === field && candidate.line === line);
    expect(found, JSON.stringify(problems, null, 1)).toMatchObject({ file });
    expect(found?.problem.en).toContain(problem);
    expect(found?.remedy.en).toContain(remedy);
    expect(found?.problem.zh).toMatch(/\p{Script=Han}/u);
    expect(found?.remedy.zh).toMatch(/\p{Script=Han}/u);
  });
});

test("all problems are listed in one run", () => {
  const city = CITY.replace("\"150703\"", "\"1507\"").replace("    population: 100\n", "").replace("phone: null", "phone: call us");
  const { problems } = load(PACK.replace("version: 1", "version: 0"), city);
  expect(problems.map((found) => `${found.file}:${found.line} ${found.field}`)).toEqual([
    "pack.yaml:2 version", "city.yaml:7 districts[0].population", "city.yaml:10 districts[1].code", "city.yaml:19 bodies[0].phone",
  ]);
});

test("missing files are named", () => {
  expect(loadPack(new Map()).problems.map((found) => found.file)).toEqual(["pack.yaml", "city.yaml"]);
});

test("whatever is written, checking ends with a pack or with problems that have a place", () => {
  const cut = fc.tuple(fc.nat(CITY.length), fc.nat(12), fc.oneof(fc.string({ maxLength: 8 }), fc.constantFrom("&a ", "*a", "<<: ", "!!js ", "? ", "{", "[[", "\t", "\n", "- ", ": ", "__proto__: ")));
  fc.assert(fc.property(fc.array(cut, { minLength: 1, maxLength: 4 }), (cuts) => {
    const city = cuts.reduce((text, [at, length, put]) => text.slice(0, at) + put + text.slice(at + length), CITY);
    const { pack, problems } = load(PACK, city);
    expect(pack === null).toBe(problems.length > 0);
    for (const found of problems) expect(found.line).toBeGreaterThanOrEqual(1);
  }), { numRuns: 500 });
});

test("brackets nested without end are a problem, not a crash", () => {
  expect(load(PACK, "[".repeat(200_000)).problems).toMatchObject([{ file: "city.yaml", problem: { en: "the file is nested too deeply" } }]);
});
