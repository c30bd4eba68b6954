import { plainName, type Gazetteer } from "#engines/places";
import { ZONE } from "./place-words.ts";
import { countRemark, eachOnce, listedArea, type ListedArea, type ListFault, type ListReading, type ListRemark, type RiskLevel } from "./risk-list.ts";

/**
 * Reads the list of risk areas in a bulletin: `高风险地区（6个）：`, then a line a city with its own count, places apart by any of ，、；, a county named once for
 * all that follow. What else the page holds is left alone. The time is the day it was published.
 */
export function readBulletin(places: Gazetteer, text: string): ListReading {
  const areas: ListedArea[] = [];
  const remarks: ListRemark[] = [];
  const stated = new Map<RiskLevel, number>();
  let level: RiskLevel | null = null;
  for (const line of text.split(/\r?\n/u).map((each) => each.trim())) {
    const heading = /^(高|中)风险地区\s*[（(](\d+)个[）)]\s*[:：]$/u.exec(line);
    if (heading !== null) {
      level = heading[1] === "高" ? "high" : "medium";
      stated.set(level, Number(heading[2]));
      continue;
    }
    const city = level === null ? null : /^(\p{Script=Han}{2,20})[（(](\d+)个[）)]\s*[:：](.+)$/u.exec(line);
    if (level === null || city === null) {
      // Short of its own count a list has not ended: what looks like a line of it and cannot be read is told, not dropped.
      const unfinished = level !== null && areas.filter((area) => area.level === level).length < (stated.get(level) ?? 0);
      if (unfinished && LIKE_A_LINE.test(line)) remarks.push({ kind: "line-not-read", words: { zh: `这一行没有读出来：${line}`, en: `This line could not be read: ${line}` } });
      else if (line !== "") level = null;
      continue;
    }
    const [, where = "", count = "", rest = ""] = city;
    const listed = placesIn(places, where, rest).map(({ columns, place }) => listedArea(places, level ?? "high", columns, place));
    remarks.push(...countRemark({ zh: where, en: where }, Number(count), listed.length));
    areas.push(...listed);
  }
  if (stated.size === 0) return { faults: [NO_LIST] };
  const once = eachOnce(areas);
  const total = [...stated].flatMap(([each, count]) => countRemark(each === "high" ? { zh: "高风险地区", en: "High-risk areas" } : { zh: "中风险地区", en: "Medium-risk areas" }, count, areas.filter((area) => area.level === each).length));
  // A level that is counted and of which nothing could be read would be lifted everywhere.
  if ([...stated].some(([each, count]) => count > 0 && !areas.some((area) => area.level === each))) return { faults: [NOTHING_READ] };
  return { list: { kind: "bulletin", asOf: publishedAt(text), areas: once.areas, remarks: [...total, ...remarks, ...once.remarks] } };
}

const LIKE_A_LINE = /[（(]\d*个?[）)]|[市区县旗州盟]\s*[:：]/u;

type Piece = { readonly columns: readonly string[]; readonly place: string };

/** The places of one city's line. A piece that begins with a county of the city, or with a zone, names where the following ones lie too. */
function placesIn(places: Gazetteer, where: string, line: string): readonly Piece[] {
  const city = places.find(where);
  const found: Piece[] = [];
  let county: readonly string[] = [];
  for (const piece of piecesOf(line.replace(/[。.]\s*$/u, ""))) {
    const [lead, place] = city.kind === "one" ? countyOf(places, city.division.code, piece) : [null, piece];
    if (lead !== null) county = [lead];
    found.push({ columns: [where, ...county], place: lead === null ? piece : place });
  }
  return found;
}

/** The county or zone a piece begins with, and what is left of it. */
function countyOf(places: Gazetteer, city: string, piece: string): readonly [string | null, string] {
  const found = places.find(piece, { within: city });
  if (found.kind === "one" && found.division.level === "county") {
    const lead = plainName(piece).slice(0, plainName(piece).length - plainName(found.rest).length);
    return [lead, found.rest];
  }
  const [, zone = null, rest = ""] = BEGINS_WITH_ZONE.exec(piece) ?? [];
  return [zone, zone === null ? piece : rest];
}

/** Development zones hold places like a county; 小区, 社区, 校区 and the like do not. */
const BEGINS_WITH_ZONE = new RegExp(`^(\\p{Script=Han}{0,12}?${ZONE})(.*)$`, "u");

/** Pieces of a line: marks inside brackets do not separate, nor does one between numbers of the same place (16、17号楼). */
function piecesOf(line: string): readonly string[] {
  const pieces: string[] = [];
  let [depth, current] = [0, ""];
  const signs = [...line];
  for (const [at, sign] of signs.entries()) {
    if (/[（(]/u.test(sign)) depth += 1;
    if (/[）)]/u.test(sign)) depth = Math.max(0, depth - 1);
    const separates = /[，,、；;]/u.test(sign) && depth === 0 && !(sign === "、" && /\d/u.test(signs[at - 1] ?? "") && /\d/u.test(signs[at + 1] ?? ""));
    if (separates) pieces.push(current);
    current = separates ? "" : current + sign;
  }
  return [...pieces, current].map((piece) => piece.trim()).filter((piece) => piece !== "");
}

/** `发布日期：2021-01-25 09:16:16`. */
function publishedAt(text: string): string | null {
  const [, day = "", time = ""] = /发布(?:日期|时间)\s*[:：]\s*(\d{4}-\d{2}-\d{2})\s+(\d{2}:\d{2})/u.exec(text) ?? [];
  return day === "" ? null : `${day}T${time}`;
}

const NO_LIST: ListFault = { field: "file", problem: { zh: "没有找到“高风险地区（几个）：”这样的一行", en: "There is no line such as 高风险地区（6个）：" }, remedy: { zh: "粘贴整份通报，名单要带着标题行。", en: "Paste the whole bulletin, with the headings of its list." } };
const NOTHING_READ: ListFault = { field: "file", problem: { zh: "标题行说有风险地区，下面却没有列出来", en: "The heading says that there are areas, but none is listed below it" }, remedy: { zh: "每个市占一行，写成“某省某市（2个）：甲区，乙区某小区。”", en: "Each city stands on its own line, like 某省某市（2个）：甲区，乙区某小区。" } };
