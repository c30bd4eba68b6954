import type { ClientBase } from "pg";
import { areaKey, type KnownArea, type ListedArea, type ListRemark, type RiskLayer, type RiskLevel, type RiskStatement } from "../risk-list/index.ts";

/** A level asked for at a moment, with what was known then: `known` is the number of the last statement that counts. */
export type RiskAsOf = { readonly at: Date; readonly known: number };

/** Whoever else would record levels in this district waits until the transaction ends. */
export async function lockLevels(tx: ClientBase, district: string): Promise<void> {
  await tx.query("select pg_advisory_xact_lock(hashtextextended($1, 0))", [`travel risk ${district}`]);
}

/** The number of the last statement; 0 before the first. */
export async function lastNumber(tx: ClientBase, district: string): Promise<number> {
  const { rows: [row] } = await tx.query<{ number: number }>("select coalesce(max(number), 0)::integer as number from travel.risk_statement where district = $1", [district]);
  return row?.number ?? 0;
}

/** No statement is recorded before the one in front of it, whatever the clocks of servers say. */
export async function recordingTime(tx: ClientBase, district: string, now: Date): Promise<Date> {
  const { rows: [row] } = await tx.query<{ at: Date }>("select greatest(max(recorded_at), $2::timestamptz) as at from travel.risk_statement where district = $1", [district, now]);
  return row?.at ?? now;
}

/** Did a person record a list of this very minute? Then a pack's does not take its place. */
export async function hasListOfPerson(tx: ClientBase, district: string, minute: Date): Promise<boolean> {
  const { rows: [row] } = await tx.query<{ has: boolean }>("select exists (select from travel.risk_statement where district = $1 and kind = 'list' and valid_from = $2 and recorded_by <> 'pack') as has", [district, minute]);
  return row?.has === true;
}

/** The number of the last statement that had been recorded at this moment (policy time); 0 before the first. */
export async function numberKnownAt(tx: ClientBase, district: string, moment: Date): Promise<number> {
  const { rows: [row] } = await tx.query<{ number: number }>("select coalesce(max(number), 0)::integer as number from travel.risk_statement where district = $1 and recorded_at <= $2", [district, moment]);
  return row?.number ?? 0;
}

export async function insertStatement(tx: ClientBase, district: string, each: RiskStatement): Promise<void> {
  await tx.query(
    `insert into travel.risk_statement (district, number, layer, kind, valid_from, valid_to, source, sha256, area_count, added, changed, removed, remarks, drill, recorded_by, recorded_at, place, level)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18)`,
    [district, each.number, each.layer, each.kind, each.validFrom, each.validTo, each.source, each.sha256, each.areaCount, each.added, each.changed, each.removed, JSON.stringify(each.remarks), each.drill, each.recordedBy, each.recordedAt, each.place, each.level]);
}

/** Statements, the one recorded last first. */
export async function findStatements(tx: ClientBase, district: string, limit: number): Promise<readonly RiskStatement[]> {
  const { rows } = await tx.query<StatementRow>(`select ${STATEMENT} from travel.risk_statement where district = $1 order by number desc limit $2`, [district, limit]);
  return rows.map(statementOf);
}

/** The list that holds at a moment, as far as was known: the latest that had begun, of several of one minute the one recorded last. Null when there is none. */
export async function findListAt(tx: ClientBase, district: string, { at, known }: RiskAsOf): Promise<RiskStatement | null> {
  const { rows: [row] } = await tx.query<StatementRow>(
    `select ${STATEMENT} from travel.risk_statement where district = $1 and kind = 'list' and valid_from <= $2 and number <= $3 order by valid_from desc, number desc limit 1`, [district, at, known]);
  return row === undefined ? null : statementOf(row);
}

/** Has this file been recorded as a list already? Its number, or null. */
export async function findListOfFile(tx: ClientBase, district: string, sha256: string): Promise<number | null> {
  const { rows: [row] } = await tx.query<{ number: number }>("select number from travel.risk_statement where district = $1 and sha256 = $2 order by number desc limit 1", [district, sha256]);
  return row?.number ?? null;
}

/** When the first list after this moment begins, as known now; null when there is none. */
export async function nextListAfter(tx: ClientBase, district: string, moment: Date): Promise<Date | null> {
  const { rows: [row] } = await tx.query<{ next: Date | null }>("select min(valid_from) as next from travel.risk_statement where district = $1 and kind = 'list' and valid_from > $2", [district, moment]);
  return row?.next ?? null;
}

/** When levels change next by what is known, after a moment: something begins or ends by itself. Null when nothing does. */
export async function nextChangeAfter(tx: ClientBase, district: string, { at, known }: RiskAsOf): Promise<Date | null> {
  const { rows: [row] } = await tx.query<{ next: Date | null }>(
    `select min(moment) as next from (
       select valid_from as moment from travel.risk_area where district = $1 and recorded_in <= $3 and (superseded_in is null or superseded_in > $3)
       union all select valid_to from travel.risk_area where district = $1 and recorded_in <= $3 and (superseded_in is null or superseded_in > $3)
       union all select valid_from from travel.risk_statement where district = $1 and number <= $3
     ) as moments where moment > $2`, [district, at, known]);
  return row?.next ?? null;
}

/** Every area at a moment, as far as was known. */
export async function findAreas(tx: ClientBase, district: string, { at, known }: RiskAsOf, layer: RiskLayer | null = null): Promise<readonly KnownArea[]> {
  const { rows } = await tx.query<{ layer: RiskLayer; division: string | null; written: string[]; below: string[]; level: RiskLevel; source: string | null; since: Date | null }>(
    `select a.layer, a.division, a.written, a.below, a.level, s.source, s.valid_from as since
       from travel.risk_area a left join travel.risk_statement s on a.layer = 'city' and s.district = a.district and s.number = a.stated_in
      where a.district = $1 and a.recorded_in <= $3 and (a.superseded_in is null or a.superseded_in > $3) and a.valid_from <= $2 and (a.valid_to is null or $2 < a.valid_to) and ($4::text is null or a.layer = $4)
      order by a.division, a.place_key`, [district, at, known, layer]);
  return rows.map(({ source, since, ...area }) => ({ ...area, stated: source === null || since === null ? null : { source, from: since } }));
}

/** What is written over a stretch of time: from `from` to before `to` (null: until further notice) these places end, and those hold. */
export type LevelsDuring = {
  readonly layer: RiskLayer;
  readonly from: Date;
  readonly to: Date | null;
  readonly ended: readonly ListedArea[];
  readonly holding: readonly ListedArea[];
};

/**
 * Writes levels over a stretch of time in the statement `number`. Rows that reach into it are superseded, and what stands of them before and after is
 * written again: nothing is overwritten. The district is locked (`lockLevels`).
 */
export async function writeLevels(tx: ClientBase, district: string, number: number, { layer, from, to, ended, holding }: LevelsDuring): Promise<void> {
  const keys = [...new Set([...ended, ...holding].map(areaKey))];
  await tx.query(
    `with cut as (
       update travel.risk_area set superseded_in = $3
        where district = $1 and layer = $2 and superseded_in is null and place_key = any ($4) and valid_from < coalesce($6::timestamptz, 'infinity') and coalesce(valid_to, 'infinity') > $5
       returning place_key, division, written, below, level, valid_from, valid_to, stated_in
     )
     insert into travel.risk_area (district, layer, place_key, division, written, below, level, valid_from, valid_to, recorded_in, stated_in)
     select $1, $2, place_key, division, written, below, level, valid_from, $5::timestamptz, $3, stated_in from cut where valid_from < $5
     union all
     select $1, $2, place_key, division, written, below, level, $6::timestamptz, valid_to, $3, stated_in from cut where $6::timestamptz is not null and coalesce(valid_to, 'infinity') > $6`,
    [district, layer, number, keys, from, to]);
  const rows = holding.map((area) => ({ place_key: areaKey(area), division: area.division, written: area.written, below: area.below, level: area.level }));
  await tx.query(
    `insert into travel.risk_area (district, layer, place_key, division, written, below, level, valid_from, valid_to, recorded_in, stated_in)
     select $1, $2, place_key, division, written, below, level, $4, $5, $3, $3
       from jsonb_to_recordset($6) as given (place_key text, division text, written jsonb, below jsonb, level text)`,
    [district, layer, number, from, to, JSON.stringify(rows)]);
}

const STATEMENT = "number, layer, kind, valid_from, valid_to, source, sha256, area_count, added, changed, removed, remarks, drill, recorded_by, recorded_at, place, level";
type StatementRow = {
  number: number; layer: RiskLayer; kind: "list" | "change"; valid_from: Date; valid_to: Date | null; source: string; sha256: string | null; area_count: number; added: number; changed: number; removed: number;
  remarks: ListRemark[]; drill: boolean; recorded_by: string; recorded_at: Date; place: string | null; level: RiskLevel | null;
};

function statementOf(row: StatementRow): RiskStatement {
  return {
    number: row.number, layer: row.layer, kind: row.kind, validFrom: row.valid_from, validTo: row.valid_to, source: row.source, sha256: row.sha256, areaCount: row.area_count, added: row.added, changed: row.changed,
    removed: row.removed, remarks: row.remarks, drill: row.drill, recordedBy: row.recorded_by, recordedAt: row.recorded_at, place: row.place, level: row.level,
  };
}
