import type { Answers } from "#engines/forms";
import type { ToldElement } from "#engines/registers";
import type { ClientBase } from "pg";

/** How a version came about. */
export type VersionHow = "form" | "import" | "bulk" | "confirmed" | "removed";

/** A version of a record as it is to be kept: what is open, and, where it changes, what is personal. */
export type RecordToKeep = {
  readonly district: string; readonly id: string; readonly number: number; readonly keyText: string; readonly sortText: string; readonly terms: readonly string[]; readonly values: Answers;
  readonly flags: readonly string[]; readonly flagsTurnOn: string | null; readonly staleFrom: Date | null; readonly confirmedAt: Date; readonly confirmedBy: string; readonly recordedAt: Date; readonly recordedBy: string; readonly removedAt: Date | null; readonly drill: boolean;
  readonly how: VersionHow; readonly reason: string | null; readonly personalChanged: readonly string[];
  /** Null: none, or it was erased. `undefined`: it stays as it is. */
  readonly personal: { readonly values: Answers; readonly digest: string | null } | null | undefined;
};

/** Waits for whoever changes records of the register in these districts, and makes others wait until the transaction ends. Districts in order, so that nobody waits for each other. */
export async function lockTallies(tx: ClientBase, register: string, districts: readonly string[]): Promise<void> {
  const ordered = districts.toSorted();
  await tx.query("insert into registers.tally (district, register) select district, $2 from unnest($1::text[]) as given (district) on conflict do nothing", [ordered, register]);
  for (const district of ordered) await tx.query("select from registers.tally where district = $1 and register = $2 for update", [district, register]);
}

/** Counts what was added or taken away, what of it is of a drill, and that something changed. */
export async function addToTally(tx: ClientBase, register: string, district: string, { records, ofDrill, changes }: { readonly records: number; readonly ofDrill: number; readonly changes: number }): Promise<void> {
  await tx.query("update registers.tally set records = records + $3, drill_records = drill_records + $4, changes = changes + $5 where district = $1 and register = $2", [district, register, records, ofDrill, changes]);
}

/** Keeps versions of records: each new, or the one after the version that is there. Gives how many were; fewer than given: somebody else was before. */
export async function keepRecords(tx: ClientBase, register: string, records: readonly RecordToKeep[]): Promise<number> {
  const given = JSON.stringify(records.map((each) => ({
    district: each.district, id: each.id, number: each.number, key_text: each.keyText, sort_text: each.sortText, values: each.values, flags: each.flags, flags_turn_on: each.flagsTurnOn, stale_from: each.staleFrom,
    confirmed_at: each.confirmedAt, confirmed_by: each.confirmedBy, recorded_at: each.recordedAt, recorded_by: each.recordedBy, removed_at: each.removedAt, drill: each.drill, how: each.how, reason: each.reason, personal_changed: each.personalChanged,
  })));
  const { rowCount } = await tx.query(`
    insert into registers.record as r (district, register, id, number, key_text, sort_text, values, flags, flags_turn_on, stale_from, confirmed_at, confirmed_by, recorded_at, recorded_by, removed_at, drill)
    select district, $2, id, number, key_text, sort_text, values, flags, flags_turn_on, stale_from, confirmed_at, confirmed_by, recorded_at, recorded_by, removed_at, drill from jsonb_to_recordset($1::jsonb) as given (
      district text, id uuid, number integer, key_text text, sort_text text, values jsonb, flags text[], flags_turn_on date, stale_from timestamptz, confirmed_at timestamptz, confirmed_by text, recorded_at timestamptz, recorded_by text, removed_at timestamptz, drill boolean)
    on conflict (district, register, id) do update set number = excluded.number, key_text = excluded.key_text, sort_text = excluded.sort_text, values = excluded.values, flags = excluded.flags, flags_turn_on = excluded.flags_turn_on,
      stale_from = excluded.stale_from, confirmed_at = excluded.confirmed_at, confirmed_by = excluded.confirmed_by, recorded_at = excluded.recorded_at, recorded_by = excluded.recorded_by, removed_at = excluded.removed_at, drill = excluded.drill
      where r.number = excluded.number - 1`, [given, register]);
  const later = JSON.stringify(records.filter(({ number }) => number > 1).map(({ district, id, number, confirmedAt }) => ({ district, id, number: number - 1, until: confirmedAt })));
  if (later !== "[]") await tx.query("update registers.version v set until = given.until from jsonb_to_recordset($1::jsonb) as given (district text, id uuid, number integer, until timestamptz) where v.district = given.district and v.register = $2 and v.id = given.id and v.number = given.number", [later, register]);
  await tx.query(`
    insert into registers.version (district, register, id, number, how, sort_text, values, personal_changed, reason, recorded_at, recorded_by)
    select district, $2, id, number, how, sort_text, values, personal_changed, reason, confirmed_at, confirmed_by from jsonb_to_recordset($1::jsonb) as given (
      district text, id uuid, number integer, how text, sort_text text, values jsonb, personal_changed text[], reason text, confirmed_at timestamptz, confirmed_by text)`, [given, register]);
  return rowCount ?? 0;
}

/** Which flags these records carry from now on. */
export async function keepFlags(tx: ClientBase, register: string, records: readonly Pick<RecordToKeep, "district" | "id" | "number" | "flags" | "sortText" | "removedAt" | "drill">[]): Promise<void> {
  const known = JSON.stringify(records.filter(({ number }) => number > 1).map(({ district, id }) => ({ district, id })));
  if (known !== "[]") await tx.query("delete from registers.flag f using jsonb_to_recordset($1::jsonb) as given (district text, id uuid) where f.district = given.district and f.register = $2 and f.id = given.id", [known, register]);
  const flagged = JSON.stringify(records.flatMap(({ district, id, flags, sortText, removedAt, drill }) => (removedAt === null ? flags.map((flag) => ({ district, id, flag, sort_text: sortText, drill })) : [])));
  if (flagged !== "[]") await tx.query("insert into registers.flag (district, register, flag, sort_text, id, drill) select district, $2, flag, sort_text, id, drill from jsonb_to_recordset($1::jsonb) as given (district text, flag text, sort_text text, id uuid, drill boolean)", [flagged, register]);
}

/** By which pairs of signs these records are found from now on; what was removed by none. */
export async function keepTerms(tx: ClientBase, register: string, records: readonly Pick<RecordToKeep, "district" | "id" | "number" | "terms" | "removedAt">[]): Promise<void> {
  // Nobody may read the pairs that are there, so they are not changed but written anew.
  const known = JSON.stringify(records.filter(({ number }) => number > 1).map(({ district, id }) => ({ district, id })));
  if (known !== "[]") await tx.query("delete from registers.name_terms n using jsonb_to_recordset($1::jsonb) as given (district text, id uuid) where n.district = given.district and n.register = $2 and n.id = given.id", [known, register]);
  const kept = JSON.stringify(records.filter(({ removedAt }) => removedAt === null).map(({ district, id, terms }) => ({ district, id, terms })));
  if (kept !== "[]") await tx.query("insert into registers.name_terms (district, register, id, terms) select district, $2, id, array(select district || ' ' || term from unnest(terms) as each (term)) from jsonb_to_recordset($1::jsonb) as given (district text, id uuid, terms text[])", [kept, register]);
}

/** What is personal of these records from now on; where there is nothing any more it is erased. */
export async function keepPersonal(tx: ClientBase, register: string, records: readonly Pick<RecordToKeep, "district" | "id" | "personal">[]): Promise<void> {
  const kept = JSON.stringify(records.flatMap(({ district, id, personal }) => (personal === null || personal === undefined ? [] : [{ district, id, values: personal.values, digest: personal.digest }])));
  if (kept !== "[]") await tx.query(`
    insert into registers.personal (district, register, id, values, digest) select district, $2, id, values, digest from jsonb_to_recordset($1::jsonb) as given (district text, id uuid, values jsonb, digest text)
    on conflict (district, register, id) do update set values = excluded.values, digest = excluded.digest`, [kept, register]);
  const erased = JSON.stringify(records.flatMap(({ district, id, personal }) => (personal === null ? [{ district, id }] : [])));
  if (erased !== "[]") await tx.query("delete from registers.personal p using jsonb_to_recordset($1::jsonb) as given (district text, id uuid) where p.district = given.district and p.register = $2 and p.id = given.id", [erased, register]);
}

/** A data element of a district that is told, by which record, by how many. */
export type ElementTold = ToldElement & { readonly district: string; readonly recordId: string; readonly records: number };

/** Notes that these elements are told by the register. Gives those that another register told already; then nothing of the transaction may stay. */
export async function tellElements(tx: ClientBase, register: string, told: readonly ElementTold[]): Promise<readonly ElementTold[]> {
  const ordered = told.toSorted((one, other) => (elementPlace(one) < elementPlace(other) ? -1 : 1));
  const { rows } = await tx.query<ToldElement & { district: string }>(`
    insert into registers.element as e (district, element, unit, period, register, record_id, records)
    select district, element, unit, period, $2, "recordId", records from jsonb_to_recordset($1::jsonb) as given (district text, element text, unit text, period text, "recordId" uuid, records integer)
    on conflict (district, element, unit, period) do update set records = case when e.register = excluded.register then e.records else 0 end + excluded.records, register = excluded.register, record_id = excluded.record_id where e.register = excluded.register or e.records = 0
    returning district, element, unit, period`, [JSON.stringify(ordered), register]);
  const taken = new Set(rows.map(elementPlace));
  return ordered.filter((each) => !taken.has(elementPlace(each)));
}

/** Notes that so many records of the register tell these elements no more. */
export async function untellElements(tx: ClientBase, register: string, untold: readonly ElementTold[]): Promise<void> {
  await tx.query(`update registers.element e set records = e.records - given.records from jsonb_to_recordset($1::jsonb) as given (district text, element text, unit text, period text, records integer)
    where e.district = given.district and e.element = given.element and e.unit = given.unit and e.period = given.period and e.register = $2`, [JSON.stringify(untold), register]);
  await tx.query("delete from registers.element e using jsonb_to_recordset($1::jsonb) as given (district text, element text, unit text, period text) where e.district = given.district and e.element = given.element and e.unit = given.unit and e.period = given.period and e.records = 0", [JSON.stringify(untold)]);
}

/** Of these elements the ones that another register tells, and where. */
export async function findToldElsewhere(tx: ClientBase, register: string, asked: readonly (ToldElement & { readonly district: string })[]): Promise<readonly (ToldElement & { readonly district: string; readonly register: string })[]> {
  const { rows } = await tx.query<ToldElement & { district: string; register: string }>(`
    select e.district, e.element, e.unit, e.period, e.register from jsonb_to_recordset($1::jsonb) as given (district text, element text, unit text, period text)
      join registers.element e on e.district = given.district and e.element = given.element and e.unit = given.unit and e.period = given.period where e.register <> $2 and e.records > 0`, [JSON.stringify(asked), register]);
  return rows;
}

/** Names a data element of a unit and period in a district. */
export const elementPlace = ({ district, element, unit, period }: ToldElement & { readonly district: string }): string => JSON.stringify([district, element, unit, period]);

/** That a table was imported. */
export type KeptImport = { readonly district: string; readonly id: string; readonly register: string; readonly sha256: string; readonly added: number; readonly changed: number; readonly leftOut: number; readonly importedBy: string; readonly importedAt: Date };

export async function insertImport(tx: ClientBase, district: string, each: KeptImport): Promise<void> {
  await tx.query("insert into registers.import (district, id, register, sha256, added, changed, left_out, imported_by, imported_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)", [district, each.id, each.register, each.sha256, each.added, each.changed, each.leftOut, each.importedBy, each.importedAt]);
}

/** Records whose flags may be others since this day. */
export async function findFlagsToTurn(tx: ClientBase, register: string, districts: readonly string[], today: string, most: number): Promise<readonly { readonly district: string; readonly id: string; readonly sortText: string; readonly values: Answers; readonly confirmedAt: Date; readonly drill: boolean }[]> {
  const { rows } = await tx.query<{ district: string; id: string; sortText: string; values: Answers; confirmedAt: Date; drill: boolean }>(
    'select district, id, sort_text as "sortText", values, confirmed_at as "confirmedAt", drill from registers.record where district = any ($1) and register = $2 and removed_at is null and flags_turn_on <= $3::date order by district, flags_turn_on, id limit $4', [districts, register, today, most]);
  return rows;
}

/** The day came: other flags, though the record is the same version. */
export async function turnFlags(tx: ClientBase, register: string, turned: readonly { readonly district: string; readonly id: string; readonly flags: readonly string[]; readonly turnOn: string | null; readonly staleFrom: Date | null }[]): Promise<void> {
  await tx.query(`update registers.record r set flags = given.flags, flags_turn_on = given.turn_on, stale_from = given.stale_from from jsonb_to_recordset($1::jsonb) as given (district text, id uuid, flags text[], turn_on date, stale_from timestamptz)
    where r.district = given.district and r.register = $2 and r.id = given.id`, [JSON.stringify(turned.map((each) => ({ district: each.district, id: each.id, flags: each.flags, turn_on: each.turnOn, stale_from: each.staleFrom }))), register]);
}

/** How long what is personal in a register is kept, as its type says. */
export type KeptType = { readonly register: string; readonly days: number; readonly period: string | null };

/** Notes for these districts, where the register holds anything, how long its type lets people be kept. */
export async function keepType(tx: ClientBase, districts: readonly string[], { register, days, period }: KeptType): Promise<void> {
  await tx.query(`insert into registers.kept_type as k (district, register, retention_days, period_field) select district, register, $3, $4 from registers.tally where district = any ($1) and register = $2 order by district
    on conflict (district, register) do update set retention_days = excluded.retention_days, period_field = excluded.period_field where (k.retention_days, k.period_field) is distinct from (excluded.retention_days, excluded.period_field)`, [districts, register, days, period]);
}

/** Every register that ever held people in a district, those of earlier packs too. */
export async function findKeptTypes(tx: ClientBase, district: string): Promise<readonly KeptType[]> {
  return (await tx.query<KeptType>('select register, retention_days as days, period_field as period from registers.kept_type where district = $1 order by register', [district])).rows;
}

/** Erases why these records were removed: people are named in reasons. */
export async function eraseReasons(tx: ClientBase, register: string, records: readonly { readonly district: string; readonly id: string }[]): Promise<void> {
  await tx.query("update registers.version v set reason = null from unnest($2::text[], $3::uuid[]) as given (district, id) where v.district = given.district and v.register = $1 and v.id = given.id and v.reason is not null", [register, records.map(({ district }) => district), records.map(({ id }) => id)]);
}

/** Records that still hold what is personal, or why they were removed, though that was before this moment, or the day in their field `period` lies before it. */
export async function findToErase(tx: ClientBase, register: string, districts: readonly string[], { before, period, most }: { readonly before: Date; readonly period: string | null; readonly most: number }): Promise<readonly { readonly district: string; readonly id: string }[]> {
  const { rows } = await tx.query<{ district: string; id: string }>(
    `select r.district, r.id from registers.record r left join registers.personal p on p.district = r.district and p.register = r.register and p.id = r.id
      where r.district = any ($1) and r.register = $2 and (p.id is not null or (r.removed_at is not null and exists (select from registers.version v where v.district = r.district and v.register = r.register and v.id = r.id and v.reason is not null))) and (r.removed_at < $3 or ($4::text is not null and left(r.values ->> $4, 10) < to_char($3::timestamptz at time zone 'Asia/Shanghai', 'YYYY-MM-DD'))) limit $5`, [districts, register, before, period, most]);
  return rows;
}
