import { gazetteer } from "#engines/places";
import { describe, expect, test } from "vitest";
import { BULLETIN, SNAPSHOT } from "../risk-list/example-lists.ts";
import { readRiskList } from "../risk-list/index.ts";
import { placeOf, riskMap, type AskedPlace } from "./index.ts";

const places = gazetteer({ townships: [{ code: "150781004", name: "兴华街道" }, { code: "150781005", name: "北区街道" }], aliases: [] });
const areasOf = (text: string) => readRiskList(places, new TextEncoder().encode(text)).list?.areas ?? [];
const AREAS = [...areasOf(BULLETIN), ...areasOf(JSON.stringify(SNAPSHOT))];
const map = riskMap(places, AREAS);

function told(name: string, elsewhere = false): string {
  const found = places.find(name);
  if (found.kind !== "one") return found.kind;
  const asked: AskedPlace = { division: found.division.code, below: found.rest, elsewhere };
  const answer = map.levelOf(asked);
  return answer.kind === "which" ? `which: ${answer.candidates.map(({ below }) => below.join("")).join(" ")}` : answer.higherInside.length > 0 ? `${answer.level}, inside: ${answer.higherInside.map(({ below }) => below.join("")).join(" ")}` : answer.level;
}

test("every place of a list has the list's level", () => {
  for (const area of AREAS) {
    const place = placeOf(area);
    expect(place === null ? null : map.levelOf(place), area.written.join(" ")).toMatchObject({ kind: "level", level: area.level });
  }
});

describe("a place and what is listed around it", () => {
  test.each([
    ["on no list", "呼伦贝尔市满洲里市", "low"],
    ["in a county that is listed as a whole", "石家庄市藁城区某村3号", "high"],
    ["in a township that is listed as a whole", "扬州市广陵区柳湖镇某村", "high"],
    ["a township with a higher place in it", "扬州市广陵区东岸街道", "medium, inside: 东岸街道1门至18门"],
    ["a county that only contains listed places", "扬州市广陵区", "which: 柳湖镇 东岸街道1门至18门 南里小区 东岸街道"],
    ["an estate whose township is not said", "扬州市广陵区北里小区", "which: 柳湖镇 东岸街道1门至18门 南里小区 东岸街道"],
    ["a township that is not listed, beside an estate that may lie in it", "扬州市广陵区文峰街道", "which: 南里小区"],
    ["a prefecture with listed counties", "吉林省通化市", "which: 通化医药高新区某小区"],
    ["a county beside a zone of its prefecture", "吉林省通化市东昌区", "which: 通化医药高新区某小区"],
    ["a county far from any", "黑龙江省大庆市龙凤区", "low"],
  ])("%s: %s", (_, name, answer) => { expect(told(name)).toBe(answer); });
});

test("who says to be in none of the listed places is in a low-risk one", () => {
  expect(told("扬州市广陵区", true)).toBe("low");
  expect(told("石家庄市藁城区", true)).toBe("high");
});

test("a village is not in the listed one whose name merely begins like it", () => {
  const near = riskMap(places, [{ level: "high", written: ["满洲里市", "兴华"], division: "150781", below: ["兴华"] }]);
  expect(near.levelOf({ division: "150781", below: "兴华里小区" })).toMatchObject({ kind: "which" });
});

test("a listed township with a code of its own is found under it, and its county is asked for the township", () => {
  const [area] = [{ level: "medium", written: ["满洲里市", "兴华街道"], division: "150781004", below: [] }] as const;
  const own = riskMap(places, [area]);
  expect([own.levelOf({ division: "150781004", below: "三道街社区" }), own.levelOf({ division: "150781005", below: "" }), own.levelOf({ division: "150781", below: "" })]).toMatchObject([{ kind: "level", level: "medium" }, { kind: "level", level: "low" }, { kind: "which" }]);
});

test("what two layers say stands beside each other: the higher one holds, and a part that one lists higher is asked about", () => {
  const listed = (level: "high" | "medium" | "low", layer: string, division: string, ...below: string[]) => ({ level, layer, division, below, written: [division, ...below] });
  const held = riskMap(places, [listed("high", "national", "150781"), listed("low", "city", "150781004")]);
  expect(held.levelOf({ division: "150781004", below: "" })).toMatchObject({ kind: "level", level: "high" });
  const inside = riskMap(places, [listed("high", "national", "150702", "阳光小区"), listed("medium", "city", "150702")]);
  expect(inside.levelOf({ division: "150702", below: "" })).toMatchObject({ kind: "which", candidates: [{ level: "high" }] });
  expect(inside.levelOf({ division: "150702", below: "", elsewhere: true })).toMatchObject({ kind: "level", level: "medium" });
});
test("a township is the same by its code and by its name", () => {
  const [byCode, byName] = [{ division: "150781004", below: ["东里小区"] }, { division: "150781", below: ["兴华街道", "东里小区"] }];
  for (const { division, below } of [byCode, byName]) {
    const levels = riskMap(places, [{ level: "high" as const, division, below, written: below }]);
    for (const asked of [byCode, byName]) expect(levels.levelOf({ division: asked.division, below: asked.below.join("") })).toMatchObject({ kind: "level", level: "high" });
    expect([levels.levelOf({ division: "150781004", below: "" }).kind, levels.levelOf({ division: "150781005", below: "" }).kind]).toEqual(["which", "level"]);
  }
});
