import type { ClientBase } from "pg";
import type { FiledHeadcount, Headcount } from "../headcount/index.ts";

/** A filing as it is kept. */
export type KeptHeadcount = Headcount & { readonly number: number; readonly bodyKey: string; readonly drill: boolean; readonly filedBy: string; readonly filedAt: Date };

/** The headcount of a body that counts, with how many it has filed. */
export type CurrentHeadcount = FiledHeadcount & { readonly filedBy: string; readonly filedAt: Date; readonly filings: number };

/** Whoever else would file in this district waits until the transaction ends. */
export async function lockHeadcounts(tx: ClientBase, district: string): Promise<void> {
  await tx.query("select pg_advisory_xact_lock(hashtextextended($1, 0))", [`staying headcounts ${district}`]);
}

/** The number of the district's last filing; 0 before the first. */
export async function lastNumber(tx: ClientBase, district: string): Promise<number> {
  const { rows: [row] } = await tx.query<{ number: number }>("select coalesce(max(number), 0)::integer as number from staying.headcount where district = $1", [district]);
  return row?.number ?? 0;
}

/** How many filings there are in these districts: filings are numbered from 1 and never deleted, so it names their state. */
export async function countFilings(tx: ClientBase, districts: readonly string[]): Promise<number> {
  // The last number of each district by its index, instead of counting rows.
  const { rows: [row] } = await tx.query<{ filings: number }>(
    "select coalesce(sum((select coalesce(max(number), 0) from staying.headcount where district = given.district)), 0)::integer as filings from unnest($1::text[]) as given (district)", [districts]);
  return row?.filings ?? 0;
}

export async function insertHeadcount(tx: ClientBase, district: string, each: KeptHeadcount): Promise<void> {
  await tx.query(
    `insert into staying.headcount (district, number, body_key, body, kind, day, total, staying, leaving, reasons, drill, filed_by, filed_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`,
    [district, each.number, each.bodyKey, each.body, each.kind, each.day, each.total, each.staying, each.leaving, JSON.stringify(each.reasons), each.drill, each.filedBy, each.filedAt]);
}

/** Of each body the headcount that counts: of its last day up to `day` the one filed last. What was filed in a drill counts in a drill alone. By district and name. */
export async function findCurrent(tx: ClientBase, districts: readonly string[], { day, drill }: { readonly day: string; readonly drill: boolean }): Promise<readonly CurrentHeadcount[]> {
  const { rows } = await tx.query<Omit<CurrentHeadcount, "filedBy" | "filedAt"> & { filed_by: string; filed_at: Date }>(
    `select distinct on (district, body_key) district, body, kind, to_char(day, 'YYYY-MM-DD') as day, total, staying, leaving, reasons, filed_by, filed_at,
            (count(*) over (partition by district, body_key))::integer as filings
       from staying.headcount where district = any ($1) and headcount.day <= $2::date and drill = $3
      order by district, body_key, headcount.day desc, number desc`, [districts, day, drill]);
  return rows.map(({ filed_by: filedBy, filed_at: filedAt, ...row }) => ({ ...row, filedBy, filedAt }));
}
