import { normalised } from "#engines/registers";
import type { LocalText } from "#platform/i18n";
import { z } from "zod";
import type { recordsQuery } from "../desk-views.ts";
import { LAST_SIGN, type ListPlace } from "../lists/server/store.ts";

/** What a list is asked for, read. `words`: what names are to hold; `prefixes`: how they may begin, the likelier first. */
export type ListAsked = {
  readonly districts: readonly string[]; readonly words: readonly string[]; readonly prefixes: readonly string[]; readonly flag: string | null; readonly stale: boolean; readonly sort: "name" | "recorded"; readonly after: Cursor | null; readonly asOf: Date | null;
};
type Cursor = ListPlace & { readonly byWords: boolean };
/** By what a page is sorted: its cursor is a name, or a moment, and goes on in no list that is sorted otherwise. */
type SortedBy = "name" | "recorded" | "stale";
/** Why it cannot be answered. */
export type AskedFault = { readonly field: string; readonly problem: LocalText; readonly remedy: LocalText };

/** Reads the query of a list; `seen` are the districts whose records the caller may see. */
export function listAsked({ district, text = "", flag, stale, sort = "name", after, asOf }: z.output<typeof recordsQuery>, seen: readonly string[], now: Date): ListAsked | AskedFault {
  const moment = asOf === undefined || asOf === "" ? null : new Date(asOf);
  if (moment !== null && Number.isNaN(moment.getTime())) return { field: "asOf", ...NO_MOMENT };
  if (moment !== null && moment < EARLIEST) return { field: "asOf", ...NO_MOMENT };
  if (moment !== null && moment > now) return { field: "asOf", ...TO_COME };
  const words = text.trim().split(/\s+/u).map(normalised).filter((word) => word !== "");
  const by = sortedBy({ words, flag: flag === undefined || flag === "" ? null : flag, stale: stale === "1", sort, asOf: moment });
  const cursor = after === undefined || after === "" ? null : readCursor(after, by);
  if (after !== undefined && after !== "" && cursor === null) return { field: "after", ...NO_CURSOR };
  return {
    districts: district === undefined || district === "" ? seen : seen.filter((code) => code === district), words,
    // What stands between two words may lie between two fields or inside a name.
    prefixes: [...new Set([words.join(" "), words.join("")])].map((prefix) => [...prefix].slice(0, 48).join("")), flag: flag === undefined || flag === "" ? null : flag,
    stale: stale === "1", sort, after: cursor, asOf: moment,
  };
}

/** Names that begin like this lie between these two. */
export const boundsOf = (prefix: string): { readonly from: string; readonly to: string } => ({ from: prefix, to: `${prefix}${LAST_SIGN}` });

/** Where the next page begins, as an address carries it. */
export function writeCursor({ sort, id }: ListPlace, byWords: boolean, asked: Parameters<typeof sortedBy>[0]): string {
  return Buffer.from(JSON.stringify([sortedBy(asked), sort, id, ...(byWords ? [1] : [])])).toString("base64url");
}

function readCursor(text: string, by: SortedBy): Cursor | null {
  try {
    const cursor = CURSOR.safeParse(JSON.parse(Buffer.from(text, "base64url").toString("utf8")));
    if (!cursor.success) return null;
    const [of, sort, id, byWords] = cursor.data;
    return of === by && (by === "name" ? !sort.includes("\0") : MOMENT.safeParse(sort).success) ? { sort, id, byWords: byWords === 1 } : null;
  } catch {
    return null;
  }
}
const CURSOR = z.union([z.tuple([z.enum(["name", "recorded", "stale"]), z.string().max(200), z.guid()]), z.tuple([z.enum(["name", "recorded", "stale"]), z.string().max(200), z.guid(), z.literal(1)])]);
const MOMENT = z.union([z.iso.datetime(), z.literal("infinity")]);
/** Before any register. */
const EARLIEST = new Date("2000-01-01T00:00:00Z");

function sortedBy({ words, flag, stale, sort, asOf }: Pick<ListAsked, "words" | "flag" | "stale" | "sort" | "asOf">): SortedBy {
  if (asOf !== null || flag !== null) return "name";
  if (stale) return "stale";
  return words.length === 0 && sort === "recorded" ? "recorded" : "name";
}

const NO_MOMENT = { problem: { zh: "这不是一个时间", en: "This is no moment" }, remedy: { zh: "写成 2021-01-26T09:00:00+08:00。", en: "Write it like 2021-01-26T09:00:00+08:00." } };
const TO_COME = { problem: { zh: "这个时间还没有到", en: "This moment is still to come" }, remedy: { zh: "选一个过去的时间。", en: "Choose a moment that has passed." } };
const NO_CURSOR = { problem: { zh: "不知道从哪里接着看", en: "It is not known where to go on" }, remedy: { zh: "从第一页重新看。", en: "Begin at the first page again." } };
