import type { ClientBase } from "pg";
import type { Bucket } from "../../desk-views.ts";
import type { KeptCase } from "../kept-case.ts";
import { CASE_COLUMNS, type CaseRow, caseOf } from "../store.ts";

/** Which cases are listed: all that hold. `types` null: of whatever type. */
export type ListFilter = { readonly districts: readonly string[]; readonly types: readonly string[] | null; readonly assignee: string | null; readonly bucket: Bucket | null };
/** The last case of the page before, as the list is sorted. */
export type ListPlace = { readonly waiting: boolean; readonly at: string; readonly id: string };
/** Between which moments the buckets lie. `today`: the end of the day in China. */
export type ListTimes = { readonly now: string; readonly today: string };

/** No count is taken further: it means so many or more. */
export const COUNT_MAX = 1_000;

/** What each bucket holds, worst first; due at 24:00 is due on the day. `$2` is now, `$3` the end of today. */
const HOLDS: Readonly<Record<Bucket, string>> = {
  overdue: "not waiting and due_at <= $2", today: "not waiting and due_at > $2 and due_at <= $3", soon: "not waiting and due_at > $3 and soon_at <= $3", later: "not waiting and due_at > $3 and soon_at > $3", waiting: "waiting",
};

/** Only what one person has in hand, or whatever there is; written out, because a condition that may hold or not hides the index from the database. */
const ofPerson = (assignee: string | null, parameter: string): string => (assignee === null ? `${parameter}::text is null` : `assignee = ${parameter}`);
const ofTypes = (types: readonly string[] | null, parameter: string): string => (types === null ? `${parameter}::text[] is null` : `type = any (${parameter})`);

/**
 * A page of the open cases by deadline, those that wait for the applicant last. Each district is asked by itself (and each type where some are named), so that a page is read off the
 * index however many cases there are, and the few of each are sorted together.
 */
export async function listOpen(tx: ClientBase, { districts, types, assignee, bucket }: ListFilter, { now, today }: ListTimes, after: ListPlace | null, most: number): Promise<readonly KeptCase[]> {
  const { rows } = await tx.query<CaseRow>(
    `select ${CASE_COLUMNS} from unnest($1::text[]) as d (district) cross join unnest($4::text[]) as t (type) cross join lateral (
       select * from cases.case where open and district = d.district and ${types === null ? "true" : "type = t.type"} and ${ofPerson(assignee, "$5")} and $2::timestamptz is not null and $3::timestamptz is not null
          and ${bucket === null ? "true" : HOLDS[bucket]} and ($6::boolean is null or (waiting, due_at, id) > ($6, $7::timestamptz, $8::uuid))
        order by waiting, due_at, id limit $9) as c
      order by c.waiting, c.due_at, c.id limit $9`,
    [districts, now, today, types ?? [""], assignee, after?.waiting ?? null, after?.at ?? null, after?.id ?? null, most]);
  return rows.map(caseOf);
}

/** A page of the closed ones, the last closed first; what was handed over is listed where it went. */
export async function listClosed(tx: ClientBase, { districts, types, assignee }: ListFilter, after: ListPlace | null, most: number): Promise<readonly KeptCase[]> {
  const { rows } = await tx.query<CaseRow>(
    `select ${CASE_COLUMNS} from unnest($1::text[]) as d (district) cross join lateral (
       select * from cases.case where not open and handed_number is null and district = d.district and ${ofTypes(types, "$2")} and ${ofPerson(assignee, "$3")} and ($4::timestamptz is null or (closed_at, id) < ($4, $5::uuid))
        order by closed_at desc, id desc limit $6) as c
      order by c.closed_at desc, c.id desc limit $6`, [districts, types, assignee, after?.at ?? null, after?.id ?? null, most]);
  return rows.map(caseOf);
}

/** How many cases each bucket holds, and how many were closed since a moment; each up to `COUNT_MAX`. */
export async function countBuckets(tx: ClientBase, { districts, types, assignee }: Omit<ListFilter, "bucket">, { now, today }: ListTimes, closedSince: string): Promise<Readonly<Record<Bucket | "doneToday", number>>> {
  const ofAll = `${ofTypes(types, "$4")} and ${ofPerson(assignee, "$5")}`;
  // Read off an index in its order and stopped at the limit: without an order the database would gather everything that fits first.
  const counted = (name: string, where: string, order: string): string =>
    `(select count(*)::int from (select from unnest($1::text[]) as d (district) cross join lateral (select from cases.case where district = d.district and ${ofAll} and ${where} order by ${order} limit ${COUNT_MAX}) as each limit ${COUNT_MAX}) as counted) as "${name}"`;
  const { rows: [row] } = await tx.query<Record<Bucket | "doneToday", number>>(
    `select ${Object.entries(HOLDS).map(([name, holds]) => counted(name, `open and ${holds}`, name === "soon" ? "soon_at desc" : "waiting, due_at, id")).join(", ")}, ${counted("doneToday", "not open and handed_number is null and closed_at >= $6", "closed_at desc, id desc")}`, [districts, now, today, types, assignee, closedSince]);
  return row ?? { overdue: 0, today: 0, soon: 0, later: 0, waiting: 0, doneToday: 0 };
}

/** How many open cases there are of each type, up to `COUNT_MAX`; none of those of which there are none. */
export async function countTypes(tx: ClientBase, districts: readonly string[], types: readonly string[], assignee: string | null): Promise<Readonly<Record<string, number>>> {
  const { rows } = await tx.query<{ type: string; count: number }>(
    `select t.type, n.count from unnest($2::text[]) as t (type) cross join lateral (select count(*)::int as count from (select from unnest($1::text[]) as d (district)
      cross join lateral (select from cases.case where open and district = d.district and type = t.type and ${ofPerson(assignee, "$3")} order by waiting, due_at, id limit ${COUNT_MAX}) as each limit ${COUNT_MAX}) as counted) as n where n.count > 0`, [districts, types, assignee]);
  return Object.fromEntries(rows.map(({ type, count }) => [type, count]));
}
