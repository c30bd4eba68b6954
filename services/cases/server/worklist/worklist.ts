import { type CaseType, stateOf } from "#engines/cases";
import type { LocalText } from "#platform/i18n";
import type { ClientBase } from "pg";
import { bucketOf, endOfDay } from "../../buckets.ts";
import type { Bucket, WorklistItem, WorklistView } from "../../desk-views.ts";
import type { KeptCase } from "../kept-case.ts";
import type { KeptTypes } from "../kept-types.ts";
import { countBuckets, countTypes, listClosed, listOpen, type ListPlace } from "./store.ts";

/** What somebody wants to see of the list. `mine`: only what this person has in hand. */
export type WorklistOrder = { readonly bucket: Bucket | null; readonly type: string | null; readonly clause: string | null; readonly districts: readonly string[]; readonly mine: string | null; readonly closed: boolean; readonly after: ListPlace | null };

/** Rows of a page. */
export const PAGE = 50;

/** A page of the worklist, with counts over everything that fits the order but for bucket and page. */
export async function worklist(tx: ClientBase, types: KeptTypes, order: WorklistOrder, now: string): Promise<Omit<WorklistView, "chases" | "names">> {
  const times = { now, today: endOfDay(now) };
  const filter = { districts: order.districts, types: typesOf(types, order), assignee: order.mine, bucket: order.bucket };
  const rows = order.closed ? await listClosed(tx, filter, order.after, PAGE + 1) : await listOpen(tx, filter, times, order.after, PAGE + 1);
  const shown = rows.slice(0, PAGE);
  const items: WorklistItem[] = [];
  for (const kept of shown) items.push(itemOf(kept, await types.of(kept), now));
  const startOfDay = new Date(Date.parse(times.today) - 86_400_000).toISOString();
  return {
    now, items, counts: { ...await countBuckets(tx, filter, times, startOfDay) },
    byType: { ...await countTypes(tx, order.districts, types.current.map(({ type }) => type.key), order.mine) },
    next: rows.length > PAGE ? cursorOf(shown.at(-1), order.closed) : null,
  };
}

/** All pages of an order, one after the other, as far as `most` cases. */
export async function* everyCase(tx: ClientBase, types: KeptTypes, order: WorklistOrder, now: string, most: number): AsyncGenerator<KeptCase> {
  const filter = { districts: order.districts, types: typesOf(types, order), assignee: order.mine, bucket: order.bucket };
  let after = order.after;
  for (let given = 0; given < most;) {
    const rows = order.closed ? await listClosed(tx, filter, after, EXPORT_PAGE) : await listOpen(tx, filter, { now, today: endOfDay(now) }, after, EXPORT_PAGE);
    for (const kept of rows.slice(0, most - given)) yield kept;
    given += rows.length;
    const last = rows.at(-1);
    if (rows.length < EXPORT_PAGE || last === undefined) return;
    after = placeOf(last, order.closed);
  }
}
const EXPORT_PAGE = 1_000;

/** A case as the list shows it. */
export function itemOf(kept: KeptCase, type: CaseType, now: string): WorklistItem {
  const { district, number, title, state, dueAt, openedAt, escalated, nudges, assignee, notice, clause } = kept;
  const at = stateOf(type, state);
  return {
    district, number, type: type.key, typeName: plain(type.name), title, state, stateName: plain(at.name), tone: at.tone, bucket: bucketOf(kept, now) ?? "later", dueAt: kept.open ? dueAt : null, openedAt, escalated, nudges, assignee, notice, clause,
    next: kept.open ? nextMove(type, state) : null,
  };
}

/** The one move officers make from here. Where there are several, none is suggested: a button that names one of them would decide before anything was read. */
function nextMove(type: CaseType, state: string): { zh: string; en: string } | null {
  const [move, ...others] = type.moves.filter(({ from, by }) => from.includes(state) && by !== "applicant" && by !== "clock");
  return move === undefined || others.length > 0 ? null : plain(move.name);
}

/** Types by key and clause; null: whatever there is, also of packs before. */
function typesOf(types: KeptTypes, { type, clause }: WorklistOrder): readonly string[] | null {
  if (type === null && clause === null) return null;
  return types.current.map((each) => each.type).filter((each) => (type === null || each.key === type) && (clause === null || each.clause === clause)).map(({ key }) => key);
}

const plain = ({ zh, en }: LocalText): { zh: string; en: string } => ({ zh, en });
const placeOf = (kept: KeptCase, closed: boolean): ListPlace => ({ waiting: kept.waiting, at: (closed ? kept.closedAt : kept.dueAt) ?? kept.since, id: kept.id });
const cursorOf = (kept: KeptCase | undefined, closed: boolean): string | null => (kept === undefined ? null : Buffer.from(JSON.stringify(Object.values(placeOf(kept, closed)))).toString("base64url"));

/** The place a cursor stands for; null when it is none of ours. */
export function placeAfter(cursor: string): ListPlace | null {
  try {
    const [waiting, at, id] = JSON.parse(Buffer.from(cursor, "base64url").toString("utf8")) as unknown[];
    const isOurs = typeof waiting === "boolean" && typeof at === "string" && !Number.isNaN(Date.parse(at)) && typeof id === "string" && /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/u.test(id);
    return isOurs ? { waiting, at: new Date(at).toISOString(), id } : null;
  } catch {
    return null;
  }
}
