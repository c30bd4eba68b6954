import { minuteInWords, type LocalText } from "#platform/i18n";
import type { Door } from "#platform/portal-ui";
import type { KnownArea, RiskStatement } from "../risk-list/index.ts";
import { AREAS_PATH, TRAVEL_PATH } from "./travel-paths.ts";

/** The door on the home page, with how many areas there are now. */
export function travelDoor(list: RiskStatement | null, areas: readonly KnownArea[]): Door {
  const count = (level: KnownArea["level"]): number => areas.filter((area) => area.level === level && area.layer === "national").length;
  const hint: LocalText = list === null ? { zh: "五个问题，不用登录", en: "A few questions, no sign-in" } : { zh: `全国 ${count("high")} 个高风险、${count("medium")} 个中风险地区`, en: `${count("high")} high-risk and ${count("medium")} medium-risk areas in the country` };
  return { icon: "travel", path: TRAVEL_PATH, title: { zh: "能出行吗", en: "May I travel?" }, hint };
}

/** The strip on every page while places of the city itself are listed above low; null when none is. */
export function areasAlert(own: readonly KnownArea[], list: RiskStatement | null): { readonly text: LocalText; readonly path: string } | null {
  const higher = own.filter(({ level }) => level !== "low");
  if (higher.length === 0) return null;
  // The list is named only where it is what the strip speaks of.
  const since = list === null || higher.some(({ layer }) => layer === "city") ? null : list.validFrom;
  const [zh, en] = since === null ? ["", ""] : [`（名单 ${minuteInWords(since, "zh-CN")}）`, ` (list of ${minuteInWords(since, "en")})`];
  return { text: { zh: `本市现在有 ${higher.length} 个中高风险地区${zh}`, en: `${higher.length} ${higher.length === 1 ? "place" : "places"} of this city at medium or high risk${en}` }, path: AREAS_PATH };
}
