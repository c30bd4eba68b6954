import type { Answers } from "#engines/forms";
import { dueOn, flagsOf, maskedValue, shownValue, staleFrom, type RecordType } from "#engines/registers";
import type { AppendAudit } from "#platform/audit/server";
import { inTransaction } from "#platform/db/server";
import { dayInChina, type LocalText } from "#platform/i18n";
import type { Clock } from "#platform/clock";
import type { ClientBase, Pool } from "pg";
import type { RecordRow, RecordsView } from "../desk-views.ts";
import { countRecords, countUpTo, findByTerms, findPageAsOf, findPageByName, findPageByTime, findPageOfFlag, findPageOfStale, findRecords, type ListedRecord, type ListPlace, type PageAsked } from "../lists/server/store.ts";
import { boundsOf, writeCursor, type ListAsked } from "./list-asked.ts";
import { noteReading } from "./reading-people.ts";
import { wantedTerms } from "./terms.ts";

/** A record of a page as it is now or was at a moment, with what follows from its values. */
export type FoundRecord = { readonly district: string; readonly id: string; readonly number: number; readonly sortText: string; readonly values: Answers; readonly flags: readonly string[]; readonly recordedAt: Date; readonly confirmedAt: Date; readonly staleFrom: Date | null };

/** A page of records; `next` goes on behind it. */
export type FoundPage = { readonly records: readonly FoundRecord[]; readonly next: { readonly place: ListPlace; readonly byWords: boolean } | null; /** How the names begin; null: they hold the words that were asked for. */ readonly prefix: string | null; /** Of names that hold the words: how many there are, and whether there are more than were looked through. */ readonly holding?: { readonly count: number; readonly isCut: boolean } };

/** Finds pages of registers under row-level security. */
export type RecordLists = {
  /** A page that shows people, if only masked, is an entry of the audit. */
  readonly page: (person: string, type: RecordType, asked: ListAsked) => Promise<RecordsView>;
  /** The same for whoever reads on to the end. */
  readonly find: (tx: ClientBase, type: RecordType, asked: ListAsked, most: number) => Promise<FoundPage>;
};

const PAGE = 50;
/** Counts above it are told as "at least". */
export const COUNTED_MOST = 10_000;
/** Names that begin as was asked are counted while somebody types: each costs a look at its district's rule, and beyond a thousand nobody wants to know exactly. */
const NAMES_COUNTED_MOST = 1_000;
/** Names that hold a word, looked through in a district; whoever finds more is told to narrow it. */
export const WORDS_MOST = 1_000;

export function recordLists({ pool, clock, audit, districts }: { readonly pool: Pool; readonly clock: Clock; readonly audit: AppendAudit; readonly districts: (code: string) => LocalText }): RecordLists {
  /** Names that begin as was asked; where none does, names that hold the words. */
  async function find(tx: ClientBase, type: RecordType, asked: ListAsked, most: number): Promise<FoundPage> {
    let empty: FoundPage = { records: [], next: null, prefix: asked.prefixes[0] ?? "" };
    for (const prefix of asked.after?.byWords === true ? [] : asked.prefixes) {
      const page = await findBeginning(tx, type, asked, prefix, most);
      if (page.records.length > 0 || page.next !== null) return page;
      empty = page;
    }
    return asked.words.length === 0 || asked.flag !== null || asked.stale || asked.asOf !== null || asked.after?.byWords === false ? empty : findHolding(tx, type, asked, most);
  }

  async function findBeginning(tx: ClientBase, type: RecordType, asked: ListAsked, prefix: string, most: number): Promise<FoundPage> {
    const base: PageAsked = { register: type.key, districts: asked.districts, drill: clock.drill, ...boundsOf(prefix), after: asked.after, most: most + 1 };
    if (asked.asOf !== null) return { ...await findPast(tx, type, asked, base, asked.asOf), prefix };
    const now = clock.policyNow();
    const pageOf = (records: readonly ListedRecord[], sort: (record: ListedRecord) => string): FoundPage => cut(type, records, most, sort, prefix);
    if (asked.flag !== null) {
      // Of flagged records few are not stale, or few are: what does not fit is left out of the page.
      const page = pageOf(await findPageOfFlag(tx, base, asked.flag), byName);
      return asked.stale ? { ...page, records: page.records.filter((each) => each.staleFrom !== null && each.staleFrom <= now) } : page;
    }
    if (asked.stale) {
      const page = pageOf(await findPageOfStale(tx, base, now), (record) => record.staleFrom?.toISOString() ?? "infinity");
      return { ...page, records: page.records.filter(({ sortText }) => sortText.startsWith(prefix)) };
    }
    return asked.words.length === 0 && asked.sort === "recorded" ? pageOf(await findPageByTime(tx, base), (record) => record.recordedAt.toISOString()) : pageOf(await findPageByName(tx, base), byName);
  }

  async function findHolding(tx: ClientBase, type: RecordType, { words, districts: seen, after }: ListAsked, most: number): Promise<FoundPage> {
    const terms = wantedTerms(type.key, words);
    if (terms === null) return { records: [], next: null, prefix: null };
    const found = await findByTerms(tx, type.key, seen, terms, clock.drill, WORDS_MOST);
    const isCut = [...Map.groupBy(found, ({ district }) => district).values()].some(({ length }) => length >= WORDS_MOST);
    const holding = found.filter(({ sortText }) => words.every((word) => sortText.includes(word)));
    const behind = holding.filter(({ sortText, id }) => after === null || sortText > after.sort || (sortText === after.sort && id > after.id));
    return { ...cut(type, behind.slice(0, most + 1), most, byName, null), holding: { count: holding.length, isCut } };
  }

  function cut(type: RecordType, records: readonly ListedRecord[], most: number, sort: (record: ListedRecord) => string, prefix: string | null): FoundPage {
    const today = dayInChina(clock.policyNow());
    const last = records.length > most ? records[most - 1] : undefined;
    return { records: records.slice(0, most).map((each) => ({ ...each, flags: flagsOf(type, each.values, today) })), next: last === undefined ? null : { place: { sort: sort(last), id: last.id }, byWords: prefix === null }, prefix };
  }

  /** As it was known then: flags and freshness follow from the values of then on the day of then. */
  async function findPast(tx: ClientBase, type: RecordType, asked: ListAsked, base: PageAsked, moment: Date): Promise<Omit<FoundPage, "prefix">> {
    const day = dayInChina(moment);
    const records: FoundRecord[] = [];
    let after = base.after;
    for (let round = 0; round < PAST_ROUNDS; round += 1) {
      const found = await findPageAsOf(tx, { ...base, after }, moment);
      for (const [at, each] of found.slice(0, base.most - 1).entries()) {
        const stale = staleFrom(type, each.values, each.recordedAt, day);
        const record = { ...each, flags: flagsOf(type, each.values, day), confirmedAt: each.recordedAt, staleFrom: stale };
        after = { sort: each.sortText, id: each.id };
        if ((asked.flag !== null && !record.flags.includes(asked.flag)) || (asked.stale && (stale === null || stale > moment))) continue;
        records.push(record);
        if (records.length === base.most - 1) return { records, next: at < found.length - 1 ? { place: after, byWords: false } : null };
      }
      if (found.length < base.most) return { records, next: null };
    }
    return { records, next: after === null ? null : { place: after, byWords: false } };
  }

  async function counted(tx: ClientBase, type: RecordType, asked: ListAsked, { records: { length: shown }, prefix, next, holding }: FoundPage): Promise<Pick<RecordsView, "count" | "counted" | "cut">> {
    const isLast = next === null;
    if (holding !== undefined) return { count: holding.count, counted: holding.isCut ? "at-least" : "all", cut: holding.isCut };
    if (asked.asOf !== null || prefix === null || (asked.flag !== null && asked.stale)) return { count: shown, counted: isLast && asked.after === null ? "all" : "at-least" };
    if (asked.words.length === 0 && asked.flag === null && !asked.stale) return { count: (await countRecords(tx, [type.key], asked.districts, clock.drill)).get(type.key)?.records ?? 0, counted: "all" };
    const what = asked.flag !== null ? "flag" : asked.stale ? "stale" : "name";
    const most = what === "name" ? NAMES_COUNTED_MOST : COUNTED_MOST;
    const count = await countUpTo(tx, what, { register: type.key, districts: asked.districts, drill: clock.drill, ...boundsOf(prefix) }, { flag: asked.flag ?? "", now: clock.policyNow(), most });
    return count >= most ? { count: most, counted: "at-least" } : { count, counted: "all" };
  }

  return {
    find,
    page: (person, type, asked) => inTransaction(pool, { districts: asked.districts, actor: person }, async (tx) => {
      const found = await find(tx, type, asked, PAGE);
      const { records, next } = found;
      const masked = asked.asOf === null && records.length > 0 && type.columns.some((key) => type.fields.some((field) => field.key === key && field.privacy === "personal"));
      const personal = new Map(masked ? (await findRecords(tx, type.key, records)).map((each) => [each.id, each.personal ?? {}]) : []);
      const at = asked.asOf ?? clock.policyNow();
      const view: RecordsView = {
        rows: records.map((record) => rowOf(type, record, personal.get(record.id) ?? {}, at, districts)), next: next === null ? null : writeCursor(next.place, next.byWords, asked), names: {},
        ...await counted(tx, type, asked, found),
      };
      // A masked name in a small place is a name.
      if (masked) await noteReading(audit, tx, records, { actor: person, action: "registers.read", object: `register:${type.key}`, details: {} });
      return view;
    }),
  };
}

const byName = (record: ListedRecord): string => record.sortText;

/** Pages looked through for what a filter leaves of the past; then whoever asks goes on. */
const PAST_ROUNDS = 20;

function rowOf(type: RecordType, record: FoundRecord, personal: Answers, at: Date, districts: (code: string) => LocalText): RecordRow {
  const shown = type.columns.flatMap((key): [string, { zh: string; en: string }][] => {
    const field = type.fields.find((each) => each.key === key);
    const value = field?.privacy === "personal" ? personal[key] : record.values[key];
    if (field === undefined || value === undefined) return [];
    const masked = maskedValue(field, value);
    return [[key, field.privacy === "personal" ? { zh: masked, en: masked } : { ...shownValue(field, value, districts) }]];
  });
  return {
    district: record.district, id: record.id, number: record.number, shown: Object.fromEntries(shown), flags: [...record.flags], recordedAt: record.recordedAt.toISOString(), confirmedAt: record.confirmedAt.toISOString(),
    stale: record.staleFrom !== null && record.staleFrom <= at, dueOn: dueOn(record.staleFrom),
  };
}
