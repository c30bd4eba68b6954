import type { Answers } from "#engines/forms";
import type { ClientBase } from "pg";
import type { VersionHow } from "../../server/store.ts";

/** A record as a list needs it: what is open. */
export type ListedRecord = { readonly district: string; readonly id: string; readonly number: number; readonly sortText: string; readonly values: Answers; readonly staleFrom: Date | null; readonly confirmedAt: Date; readonly confirmedBy: string; readonly recordedAt: Date };

/** Where a list goes on: behind this record. */
export type ListPlace = { readonly sort: string; readonly id: string };

/** What a page of a list is to hold. `from` and `to`: names that begin alike lie between them. */
export type PageAsked = { readonly register: string; readonly districts: readonly string[]; readonly drill: boolean; readonly from: string; readonly to: string; readonly after: ListPlace | null; readonly most: number };

const LISTED = 'r.district, r.id, r.number, r.sort_text as "sortText", r.values, r.stale_from as "staleFrom", r.confirmed_at as "confirmedAt", r.confirmed_by as "confirmedBy", r.recorded_at as "recordedAt"';
/** Behind every name. */
export const LAST_SIGN = "\u{10FFFF}";
/** Before every id. */
const FIRST_ID = "00000000-0000-0000-0000-000000000000";

/**
 * The page's places are found in the index alone, district by district, so that a small district is found as fast as a large one; then the rows of the page are read.
 */
export const PAGE_BY_NAME = {
  name: "registers-page-by-name",
  text: `select ${LISTED} from (
      select near.district, near.id, near.sort_text from unnest($2::text[]) as given (district) cross join lateral (
        select district, id, sort_text from registers.record where record.district = given.district and register = $1 and removed_at is null and drill = $3 and sort_text >= $4 and sort_text < $5 and (sort_text, id) > ($6, $7::uuid)
         order by sort_text, id limit $8) near order by near.sort_text, near.id limit $8) page
    join registers.record r on r.district = page.district and r.register = $1 and r.id = page.id order by r.sort_text, r.id`,
};

/** A page by name; names before the place it goes on from are skipped by the index. */
export async function findPageByName(tx: ClientBase, asked: PageAsked): Promise<readonly ListedRecord[]> {
  return (await tx.query<ListedRecord>({ ...PAGE_BY_NAME, values: [...pageBase(asked), asked.from, asked.to, asked.after?.sort ?? "", asked.after?.id ?? FIRST_ID, asked.most] })).rows;
}

const PAGE_BY_TIME = {
  name: "registers-page-by-time",
  text: `select ${LISTED} from (
      select near.district, near.id, near.recorded_at from unnest($2::text[]) as given (district) cross join lateral (
        select district, id, recorded_at from registers.record where record.district = given.district and register = $1 and removed_at is null and drill = $3 and (recorded_at, id) < ($4::timestamptz, $5::uuid)
         order by recorded_at desc, id desc limit $6) near order by near.recorded_at desc, near.id desc limit $6) page
    join registers.record r on r.district = page.district and r.register = $1 and r.id = page.id order by r.recorded_at desc, r.id desc`,
};

/** A page, what was recorded last first. */
export async function findPageByTime(tx: ClientBase, asked: PageAsked): Promise<readonly ListedRecord[]> {
  return (await tx.query<ListedRecord>({ ...PAGE_BY_TIME, values: [...pageBase(asked), asked.after?.sort ?? "infinity", asked.after?.id ?? FIRST_ID, asked.most] })).rows;
}

const PAGE_OF_STALE = {
  name: "registers-page-of-stale",
  text: `select ${LISTED} from (
      select near.district, near.id, near.stale_from from unnest($2::text[]) as given (district) cross join lateral (
        select district, id, stale_from from registers.record where record.district = given.district and register = $1 and removed_at is null and drill = $3 and stale_from <= $4 and (stale_from, id) > ($5::timestamptz, $6::uuid)
         order by stale_from, id limit $7) near order by near.stale_from, near.id limit $7) page
    join registers.record r on r.district = page.district and r.register = $1 and r.id = page.id order by r.stale_from, r.id`,
};

/** A page of what is stale, longest first. */
export async function findPageOfStale(tx: ClientBase, asked: PageAsked, now: Date): Promise<readonly ListedRecord[]> {
  return (await tx.query<ListedRecord>({ ...PAGE_OF_STALE, values: [...pageBase(asked), now, asked.after?.sort ?? "-infinity", asked.after?.id ?? FIRST_ID, asked.most] })).rows;
}

const PAGE_OF_FLAG = {
  name: "registers-page-of-flag",
  text: `select ${LISTED} from (
      select near.district, near.id, near.sort_text from unnest($2::text[]) as given (district) cross join lateral (
        select district, id, sort_text from registers.flag where flag.district = given.district and register = $1 and flag = $8 and drill = $3 and sort_text >= $4 and sort_text < $5 and (sort_text, id) > ($6, $7::uuid)
         order by sort_text, id limit $9) near order by near.sort_text, near.id limit $9) page
    join registers.record r on r.district = page.district and r.register = $1 and r.id = page.id order by r.sort_text, r.id`,
};

/** A page of the records that carry a flag, by name. */
export async function findPageOfFlag(tx: ClientBase, asked: PageAsked, flag: string): Promise<readonly ListedRecord[]> {
  return (await tx.query<ListedRecord>({ ...PAGE_OF_FLAG, values: [...pageBase(asked), asked.from, asked.to, asked.after?.sort ?? "", asked.after?.id ?? FIRST_ID, flag, asked.most] })).rows;
}

const pageBase = ({ register, districts, drill }: PageAsked): readonly unknown[] => [register, districts, drill];

/** Records whose names hold all of these pairs of signs, so many at most of a district; whether the pairs stand together is not looked at. */
export async function findByTerms(tx: ClientBase, register: string, districts: readonly string[], terms: readonly string[], drill: boolean, most: number): Promise<readonly ListedRecord[]> {
  const { rows: found } = await tx.query<{ district: string; id: string }>({ name: "registers-find-by-terms", text: "select district, id from registers.find_by_terms($1, $2, $3)", values: [districts, terms, most] });
  return findListed(tx, register, found, drill);
}

/** These records, of a drill or real ones, without those that were removed. */
async function findListed(tx: ClientBase, register: string, addresses: readonly { readonly district: string; readonly id: string }[], drill: boolean): Promise<readonly ListedRecord[]> {
  const { rows } = await tx.query<ListedRecord>(`select ${LISTED} from unnest($2::text[], $3::uuid[]) as given (district, id) join registers.record r on r.district = given.district and r.register = $1 and r.id = given.id where r.removed_at is null and r.drill = $4 order by r.sort_text, r.id`,
    [register, addresses.map(({ district }) => district), addresses.map(({ id }) => id), drill]);
  return rows;
}

const PAGE_AS_OF = `select district, id, number, sort_text as "sortText", values, recorded_at as "recordedAt", recorded_by as "recordedBy" from (
    select near.* from unnest($2::text[]) as given (district) cross join lateral (
      select * from registers.version where version.district = given.district and register = $1 and sort_text >= $4 and sort_text < $5 and (sort_text, id) > ($6, $7::uuid) and recorded_at <= $3 and (until is null or until > $3) and how <> 'removed'
          and exists (select from registers.record r where r.district = version.district and r.register = version.register and r.id = version.id and r.drill = $9)
       order by sort_text, id limit $8) near) page order by sort_text, id limit $8`;

/** A page by name of what was there, as far as it was known, at a moment. */
export async function findPageAsOf(tx: ClientBase, asked: PageAsked, moment: Date): Promise<readonly Omit<ListedRecord, "staleFrom" | "confirmedAt" | "confirmedBy">[]> {
  return (await tx.query<Omit<ListedRecord, "staleFrom" | "confirmedAt" | "confirmedBy">>(PAGE_AS_OF, [asked.register, asked.districts, moment, asked.from, asked.to, asked.after?.sort ?? "", asked.after?.id ?? FIRST_ID, asked.most, asked.drill])).rows;
}

/** A whole record as it is now, also one that was removed. */
export type WholeRecord = ListedRecord & { readonly keyText: string; readonly flags: readonly string[]; readonly flagsTurnOn: string | null; readonly recordedBy: string; readonly removed: boolean; readonly drill: boolean; /** Identity numbers are sealed. */ readonly personal: Answers | null };

const WHOLE = `${LISTED}, r.key_text as "keyText", r.flags, to_char(r.flags_turn_on, 'YYYY-MM-DD') as "flagsTurnOn", r.recorded_by as "recordedBy", r.removed_at is not null as removed, r.drill, p.values as personal`;
const WITH_PERSONAL = "registers.record r left join registers.personal p on p.district = r.district and p.register = r.register and p.id = r.id";

export async function findRecords(tx: ClientBase, register: string, addresses: readonly { readonly district: string; readonly id: string }[]): Promise<readonly WholeRecord[]> {
  const { rows } = await tx.query<WholeRecord>(`select ${WHOLE} from unnest($2::text[], $3::uuid[]) as given (district, id) join ${WITH_PERSONAL} on r.district = given.district and r.register = $1 and r.id = given.id`,
    [register, addresses.map(({ district }) => district), addresses.map(({ id }) => id)]);
  return rows;
}

/** Records under these keys, without those that were removed. */
export async function findByKeys(tx: ClientBase, register: string, keys: readonly { readonly district: string; readonly key: string }[]): Promise<readonly WholeRecord[]> {
  const { rows } = await tx.query<WholeRecord>(`select ${WHOLE} from unnest($2::text[], $3::text[]) as given (district, key_text) join ${WITH_PERSONAL} on r.district = given.district and r.register = $1 and r.key_text = given.key_text and r.removed_at is null`,
    [register, keys.map(({ district }) => district), keys.map(({ key }) => key)]);
  return rows;
}

/** Records with a person's identity number, by its digest. */
export async function findByDigest(tx: ClientBase, register: string, districts: readonly string[], digest: string, drill: boolean, most: number): Promise<readonly WholeRecord[]> {
  const { rows } = await tx.query<WholeRecord>(`select ${WHOLE} from registers.personal p join registers.record r on r.district = p.district and r.register = p.register and r.id = p.id
    where p.district = any ($2) and p.register = $1 and p.digest = $3 and r.removed_at is null and r.drill = $4 order by r.district, r.recorded_at desc, r.id limit $5`, [register, districts, digest, drill, most]);
  return rows;
}

/** A version of a record as it was kept. */
export type KeptVersion = { readonly number: number; readonly how: VersionHow; readonly values: Answers; readonly personalChanged: readonly string[]; readonly reason: string | null; readonly recordedAt: Date; readonly recordedBy: string };

/** The versions of a record, the last first. */
export async function findVersions(tx: ClientBase, register: string, district: string, id: string, most: number): Promise<readonly KeptVersion[]> {
  const { rows } = await tx.query<KeptVersion>('select number, how, values, personal_changed as "personalChanged", reason, recorded_at as "recordedAt", recorded_by as "recordedBy" from registers.version where district = $1 and register = $2 and id = $3 order by number desc limit $4', [district, register, id, most]);
  return rows;
}

/** How many records a register has, of a drill or real ones, by the count that is kept; and how often anything changed. */
export async function countRecords(tx: ClientBase, registers: readonly string[], districts: readonly string[], drill: boolean): Promise<ReadonlyMap<string, { readonly records: number; readonly changes: number }>> {
  const { rows } = await tx.query<{ register: string; records: number; changes: number }>({ name: "registers-count", text: "select register, sum(case when $3 then drill_records else records - drill_records end)::integer as records, sum(changes)::float8 as changes from registers.tally where district = any ($1) and register = any ($2) group by register", values: [districts, registers, drill] });
  return new Map(rows.map(({ register, records, changes }) => [register, { records, changes }]));
}

/** How many records lie in a page's bounds; counted up to `most`. */
export async function countUpTo(tx: ClientBase, what: "name" | "flag" | "stale", asked: Pick<PageAsked, "register" | "districts" | "drill" | "from" | "to">, { flag, now, most }: { readonly flag: string; readonly now: Date; readonly most: number }): Promise<number> {
  const { register, districts, drill, from, to } = asked;
  // The last limit ends the whole count, however many districts there still are.
  const one = async (text: string, values: readonly unknown[]): Promise<number> => (await tx.query<{ count: number }>({ name: `registers-count-${what}`, text: `select count(*)::integer as count from (select from unnest($1::text[]) as given (district) cross join lateral (${text}) near limit $3) counted`, values: [districts, register, most, ...values] })).rows[0]?.count ?? 0;
  if (what === "flag") return one("select from registers.flag where flag.district = given.district and register = $2 and flag = $4 and drill = $5 and sort_text >= $6 and sort_text < $7", [flag, drill, from, to]);
  if (what === "stale") return one("select from registers.record where record.district = given.district and register = $2 and removed_at is null and drill = $4 and stale_from <= $5", [drill, now]);
  return one("select from registers.record where record.district = given.district and register = $2 and removed_at is null and drill = $4 and sort_text >= $5 and sort_text < $6", [drill, from, to]);
}

/** What of a register in a district is stale or will be by a moment: how many, counted up to `most`, and since when the first. */
export type StaleCount = { readonly register: string; readonly district: string; readonly count: number; readonly first: Date };

export async function findStale(tx: ClientBase, registers: readonly string[], districts: readonly string[], by: Date, { drill, most }: { readonly drill: boolean; readonly most: number }): Promise<readonly StaleCount[]> {
  const { rows } = await tx.query<StaleCount>({ name: "registers-stale", text: `
    select given.register, place.district, near.count::integer as count, near.first from unnest($1::text[]) as given (register) cross join unnest($2::text[]) as place (district) cross join lateral (
      select count(*), min(stale_from) as first from (select stale_from from registers.record r where r.district = place.district and r.register = given.register and removed_at is null and drill = $4 and stale_from <= $3 order by stale_from, id limit $5) counted) near
     where near.count > 0`, values: [registers, districts, by, drill, most] });
  return rows;
}

/** How many records of a register carry a mark, by district, counted up to `most`. */
export type FlagCount = { readonly register: string; readonly flag: string; readonly district: string; readonly count: number };

/** Records that carry one of these marks. */
export async function findFlagged(tx: ClientBase, flags: readonly { readonly register: string; readonly flag: string }[], districts: readonly string[], { drill, most }: { readonly drill: boolean; readonly most: number }): Promise<readonly FlagCount[]> {
  const { rows } = await tx.query<FlagCount>({ name: "registers-flagged", text: `
    select given.register, given.flag, place.district, near.count::integer as count from unnest($1::text[], $2::text[]) as given (register, flag) cross join unnest($3::text[]) as place (district) cross join lateral (
      select count(*) from (select 1 from registers.flag f where f.district = place.district and f.register = given.register and f.flag = given.flag and f.drill = $4 limit $5) counted) near
     where near.count > 0`, values: [flags.map(({ register }) => register), flags.map(({ flag }) => flag), districts, drill, most] });
  return rows;
}

/** What records are looked for by: columns that hold these values, others in whose text each of these signs stands somewhere. */
export type HoldingAsked = { readonly register: string; readonly district: string; readonly drill: boolean; readonly values: Answers; readonly signs: readonly { readonly column: string; readonly sign: string }[]; readonly after: { readonly recordedAt: Date; readonly id: string } | null; readonly most: number };

/** A page of the records that hold what is looked for, the one recorded last first. */
export async function findHolding(tx: ClientBase, { register, district, drill, values, signs, after, most }: HoldingAsked): Promise<readonly ListedRecord[]> {
  const { rows } = await tx.query<ListedRecord>(`select ${LISTED} from registers.record r where r.district = $1 and r.register = $2 and r.removed_at is null and r.drill = $3 and r.values @> $4::jsonb
      and coalesce((select bool_and(position(wanted.sign in normalize(r.values ->> wanted.col, NFKC)) > 0) from unnest($5::text[], $6::text[]) as wanted (col, sign)), true)
      and (r.recorded_at, r.id) < ($7::timestamptz, $8::uuid) order by r.recorded_at desc, r.id desc limit $9`,
  [district, register, drill, JSON.stringify(values), signs.map(({ column }) => column), signs.map(({ sign }) => sign), after?.recordedAt ?? "infinity", after?.id ?? FIRST_ID, most]);
  return rows;
}
