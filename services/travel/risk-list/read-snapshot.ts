import type { Gazetteer } from "#engines/places";
import { z } from "zod";
import { countRemark, eachOnce, LEVEL_WORDS, listedArea, RISK_LEVELS, type ListFault, type ListReading } from "./risk-list.ts";

/**
 * Reads a national list as JSON: `highlist`, `middlelist`, from June 2022 also `lowlist`, each by county with its `communitys`, and the list's own counts. Their
 * unit is the community. Every fault is told by its field.
 */
export function readSnapshot(places: Gazetteer, text: string): ListReading {
  let given: unknown;
  try {
    given = JSON.parse(text);
  } catch {
    return { faults: [NOT_JSON] };
  }
  const read = fileSchema.safeParse(given !== null && typeof given === "object" && "data" in given ? given.data : given);
  if (!read.success) return { faults: read.error.issues.slice(0, FAULTS_MAX).map(({ path, code }) => ({ ...(code === "too_big" ? TOO_LONG : OTHER_SHAPE), field: ["data", ...path].join(".") })) };
  const { end_update_time: time, hcount, mcount, lcount, highlist, middlelist, lowlist } = read.data;
  const asOf = minuteOf(time);
  if (asOf === null) return { faults: [UNREADABLE_TIME] };
  const lists = { high: { stated: hcount, lines: highlist }, medium: { stated: mcount, lines: middlelist }, low: { stated: lcount, lines: lowlist } };
  const counted = RISK_LEVELS.map((level) => ({ level, stated: lists[level].stated, found: lists[level].lines.reduce((sum, { communitys }) => sum + communitys.length, 0) }));
  // An empty list would lift every level in the country: it must say itself that it is empty.
  if (counted.every(({ found }) => found === 0) && !(hcount === 0 && mcount === 0)) return { faults: [EMPTY] };
  // A level that is counted and not listed was lost on the way: taken as it is, it would lift that level everywhere.
  const lost = counted.filter(({ level, stated, found }) => level !== "low" && stated !== undefined && stated > 0 && found === 0);
  if (lost.length > 0) return { faults: lost.map(({ level, stated }) => ({ field: level === "high" ? "data.highlist" : "data.middlelist", ...LOST(LEVEL_WORDS[level], stated ?? 0) })) };
  const { areas, remarks } = eachOnce(RISK_LEVELS.toReversed().flatMap((level) => lists[level].lines.flatMap(({ province, city, county, communitys }) => communitys.map((place) => listedArea(places, level, [province, city, county], place)))));
  return { list: { kind: "snapshot", asOf, areas, remarks: [...counted.flatMap(({ level, stated, found }) => (stated === undefined ? [] : countRemark(LEVEL_WORDS[level], stated, found))), ...remarks] } };
}

/** `2022-10-01 8时`, `2021-08-16 15时`: the minute, or null when it is no time. */
function minuteOf(time: string): string | null {
  const [, day = "", hour = "", minute = "00"] = /^\s*(\d{4}-\d{2}-\d{2})\s+(\d{1,2})(?:时|:)(\d{2})?分?\s*$/u.exec(time) ?? [];
  return z.iso.date().safeParse(day).success && Number(hour) < 24 && Number(minute) < 60 ? `${day}T${hour.padStart(2, "0")}:${minute}` : null;
}

const name = z.string().max(60);
const lines = z.array(z.object({ province: name.min(1), city: name, county: name, communitys: z.array(z.string().min(1).max(3_000)).max(50_000) })).max(50_000).nullable().default([]).transform((given) => given ?? []);
const count = z.int().nonnegative();
const fileSchema = z.object({ end_update_time: z.string().max(60), hcount: count, mcount: count, lcount: count.optional(), highlist: lines, middlelist: lines, lowlist: lines });

const FAULTS_MAX = 20;
const NOT_JSON: ListFault = { field: "file", problem: { zh: "JSON 不完整，读不出来", en: "The JSON is broken off or is none" }, remedy: { zh: "重新下载这份名单，再导入。", en: "Download the list again and import that." } };
const OTHER_SHAPE: Omit<ListFault, "field"> = { problem: { zh: "不是风险地区名单的格式", en: "Not in the form of a list of risk areas" }, remedy: { zh: "需要 end_update_time、hcount、mcount、highlist、middlelist；地名写在 province、city、county、communitys 里。", en: "It needs end_update_time, hcount, mcount, highlist and middlelist, with places in province, city, county and communitys." } };
const TOO_LONG: Omit<ListFault, "field"> = { problem: { zh: "地名太长，或者条数太多", en: "A name is too long, or there are too many entries" }, remedy: { zh: "检查这一处是不是几条连在了一起。", en: "See whether several entries have run together here." } };
const UNREADABLE_TIME: ListFault = { field: "data.end_update_time", problem: { zh: "看不出这份名单是什么时间的", en: "The list does not say of which time it is" }, remedy: { zh: "时间写成 2021-08-16 15时。", en: "Write the time like 2021-08-16 15时." } };
const LOST = (level: { readonly zh: string; readonly en: string }, stated: number): Omit<ListFault, "field"> => ({ problem: { zh: `${level.zh}自称 ${stated} 个，一个也没有列出`, en: `${level.en}: ${stated} by the list's own count, none listed` }, remedy: { zh: "重新下载这份名单，再导入。", en: "Download the list again and import that." } });
const EMPTY: ListFault = { field: "data", problem: { zh: "名单是空的，但没有写明 0 个", en: "The list is empty but does not say that there are none" }, remedy: { zh: "如果真的一个也没有，hcount 和 mcount 都写 0。", en: "If there really are none, hcount and mcount must be 0." } };
