import { listedPlace, plainName, type Gazetteer } from "#engines/places";
import type { LocalText } from "#platform/i18n";
import { UNIT } from "./place-words.ts";

/** 风险等级, from low to high. */
export const RISK_LEVELS = ["low", "medium", "high"] as const;
export type RiskLevel = (typeof RISK_LEVELS)[number];

/** A place on an official list. Its name is never cut: “1门至18门” and “合围区域” are names like others. */
export type ListedArea = {
  readonly level: RiskLevel;
  /** Province, city, county and place as the list writes them. */
  readonly written: readonly string[];
  /** Code of the deepest known division; null where not even the province is known. */
  readonly division: string | null;
  /** The parts below it; empty when the whole division is listed. */
  readonly below: readonly string[];
};

/** Something about a list that whoever imports it should know. The list is taken as it is all the same. */
export type ListRemark = { readonly kind: "count-differs" | "both-levels" | "repeated" | "place-unknown" | "line-not-read"; readonly words: LocalText };

/** A list as it was published. `asOf`: the minute it is of, Asia/Shanghai, e.g. `2021-08-16T15:00`; null where the text does not say. */
export type RiskList = { readonly kind: "snapshot" | "bulletin"; readonly asOf: string | null; readonly areas: readonly ListedArea[]; readonly remarks: readonly ListRemark[] };

/** Why a file is no list: the field (or line), what is wrong, what to do. */
export type ListFault = { readonly field: string; readonly problem: LocalText; readonly remedy: LocalText };
/** A list, or everything that keeps the file from being one. */
export type ListReading = { readonly list: RiskList; readonly faults?: undefined } | { readonly list?: undefined; readonly faults: readonly ListFault[] };

/** A line of a list put where it lies. A township named with 全域 (all of it) is that township. */
export function listedArea(places: Gazetteer, level: RiskLevel, columns: readonly string[], place: string): ListedArea {
  const written = [...columns, place].map((part) => part.trim()).filter((part) => part !== "");
  const at = listedPlace(places, [...columns, place]);
  if (at === null) return { level, written, division: null, below: written };
  return { level, written, division: at.division.code, below: at.below.map((part) => part.replace(WHOLE_UNIT, "")) };
}

const WHOLE_UNIT = new RegExp(`(?<=${UNIT})全域$`, "u");

/** The same for a place however its name is spaced, its signs are wide and its parts fall into columns. */
export function areaKey({ division, below }: Pick<ListedArea, "division" | "below">): string {
  return `${division ?? ""} ${below.map(plainName).join("")}`;
}

/** The areas with each place once, the higher level where it stands in two, and what is to be told of that. */
export function eachOnce(given: readonly ListedArea[]): { readonly areas: readonly ListedArea[]; readonly remarks: readonly ListRemark[] } {
  const byKey = new Map<string, ListedArea>();
  const remarks: ListRemark[] = [];
  for (const area of given) {
    const name = area.written.join(" ");
    const key = areaKey(area);
    const known = byKey.get(key);
    if (area.division === null) remarks.push({ kind: "place-unknown", words: { zh: `不认识这个地方在哪个省：${name}`, en: `It is not known in which province this lies: ${name}` } });
    if (known === undefined) byKey.set(key, area);
    else if (known.level === area.level) remarks.push({ kind: "repeated", words: { zh: `列了两次：${name}`, en: `Listed twice: ${name}` } });
    else {
      const higher = RISK_LEVELS.indexOf(known.level) > RISK_LEVELS.indexOf(area.level) ? known : area;
      byKey.set(key, higher);
      remarks.push({ kind: "both-levels", words: { zh: `同时列为两个等级，按高的算：${name}`, en: `Listed at two levels; the higher one counts: ${name}` } });
    }
  }
  return { areas: [...byKey.values()], remarks };
}

/** A list's own count beside what stands in it; nothing where they agree. */
export function countRemark(where: LocalText, stated: number, found: number): readonly ListRemark[] {
  return stated === found ? [] : [{ kind: "count-differs", words: { zh: `${where.zh}自称 ${stated} 个，列出 ${found} 个`, en: `${where.en}: ${stated} by its own count, ${found} listed` } }];
}

/** How levels are called. */
export const LEVEL_WORDS: Readonly<Record<RiskLevel, LocalText>> = { low: { zh: "低风险", en: "Low risk" }, medium: { zh: "中风险", en: "Medium risk" }, high: { zh: "高风险", en: "High risk" } };
