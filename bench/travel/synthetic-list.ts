import type { Division, Gazetteer } from "#engines/places";
import { oneOf, randomFrom } from "./random.ts";

type Line = { readonly level: "high" | "medium"; readonly county: Division; readonly place: string };

/** A national list that nobody published: places of our own naming in real counties, each once. */
export type SyntheticList = readonly Line[];

/** A list of `count` places; the same for the same seed. */
export function syntheticList(places: Gazetteer, count: number, seed: number): SyntheticList {
  const random = randomFrom(seed);
  const counties = countiesOf(places);
  const lines = new Map<string, Line>();
  while (lines.size < count) addLine(lines, random, counties);
  return [...lines.values()];
}

/** The list some hours later: of a share of its lines a third is gone, a third has the other level, and as many as are gone are new. */
export function laterList(places: Gazetteer, list: SyntheticList, share: number, seed: number): SyntheticList {
  const random = randomFrom(seed);
  const counties = countiesOf(places);
  const third = Math.round(list.length * share / 3);
  const order = list.map((line) => ({ line, by: random() })).toSorted((one, other) => one.by - other.by).map(({ line }) => line);
  const lines = new Map(order.slice(third).map((line, at): [string, Line] => [keyOf(line), at < third ? { ...line, level: line.level === "high" ? "medium" : "high" } : line]));
  const gone = new Set(order.slice(0, third).map(keyOf));
  while (lines.size < list.length) addLine(lines, random, counties, gone);
  return [...lines.values()];
}

/** The bytes of the file, in the form of the national lists; `time` as they write it, `2021-01-26 8时`. */
export function listFile(places: Gazetteer, list: SyntheticList, time: string): Buffer {
  const of = (level: Line["level"]): readonly Line[] => list.filter((line) => line.level === level);
  const lists = (lines: readonly Line[]): unknown[] => [...Map.groupBy(lines, ({ county }) => county)].map(([county, those]) => {
    const [province, ...more] = places.pathOf(county.code).map(({ name }) => name);
    return { type: "2", province, city: more.length > 1 ? more[0] : province, county: county.name, communitys: those.map(({ place }) => place) };
  });
  const [high, medium] = [of("high"), of("medium")];
  return Buffer.from(JSON.stringify({ data: { end_update_time: time, hcount: high.length, mcount: medium.length, highlist: lists(high), middlelist: lists(medium) } }));
}

function addLine(lines: Map<string, Line>, random: () => number, counties: readonly Division[], but: ReadonlySet<string> = new Set()): void {
  const name = (length: number): string => Array.from({ length }, () => oneOf(random, SIGNS)).join("");
  const line: Line = { level: random() < 0.25 ? "high" : "medium", county: oneOf(random, counties), place: `${name(2)}${oneOf(random, ["街道", "镇", "乡"])}${name(3)}${oneOf(random, ["社区", "小区", "村"])}` };
  const key = keyOf(line);
  if (!lines.has(key) && !but.has(key)) lines.set(key, line);
}

/** Counties that stand in a prefecture or a municipality. */
function countiesOf(places: Gazetteer): readonly Division[] {
  const below = (code: string): readonly Division[] => places.childrenOf(code).flatMap((each) => (each.level === "county" ? [each] : below(each.code)));
  return Array.from({ length: 90 }, (_, at) => `${String(at + 10)}0000`).flatMap(below);
}

const keyOf = ({ county, place }: Line): string => `${county.code} ${place}`;
const SIGNS = [..."东南西北中春夏秋冬松柏桐柳梅兰竹菊金银铜铁山河湖海云雨风雪和平安康福寿喜庆光明"];
