import type { Door } from "#platform/portal-ui";
import type { OfferedType } from "../portal-views.ts";
import { REQUESTS_PATH, TRACK_PATH } from "./request-paths.ts";

/** The doors of the home page: what can be asked, with how many kinds there are or how many were dealt with, and how a request stands. None while nothing can be asked. */
export function caseDoors(offered: readonly OfferedType[], finished: number | null = null): readonly Door[] {
  const kinds = offered.filter(({ clause }) => clause !== null).length;
  if (kinds === 0) return [];
  const hint = finished === null || finished === 0 ? { zh: `${kinds} 类事，不用登录`, en: kinds === 1 ? "1 kind of request, no sign-in" : `${kinds} kinds of requests, no sign-in` } : { zh: `${kinds} 类事，已办结 ${finished} 件`, en: `${kinds} kinds of requests, ${finished} dealt with` };
  return [
    { icon: "tell", path: REQUESTS_PATH, title: { zh: "我要反映、申请", en: "Report or apply" }, hint },
    { icon: "clock", path: TRACK_PATH, title: { zh: "查办理进度", en: "My request" }, hint: { zh: "用受理号和查询码查", en: "With its number and code" } },
  ];
}
