import type { Answers } from "#engines/forms";
import { changedFields, elementsOf, elementTwice, flagsOf, flagsTurnOn, holds, numberDigest, recordKey, sortText, staleFrom, type Digest, type RecordType, type ToldElement } from "#engines/registers";
import type { Clock } from "#platform/clock";
import { newId } from "#platform/db/server";
import type { Events } from "#platform/events";
import { faultPoint } from "#platform/fault-points/server";
import type { FieldProblem } from "#platform/http";
import { dayInChina } from "#platform/i18n";
import type { ClientBase } from "pg";
import type { WholeRecord } from "../lists/server/store.ts";
import { recordKept, type RecordKept } from "./record-kept.ts";
import { keptTypeOf } from "./register-jobs.ts";
import { addToTally, elementPlace, findToldElsewhere, keepFlags, keepPersonal, keepRecords, keepTerms, keepType, tellElements, untellElements, type ElementTold, type RecordToKeep, type VersionHow } from "./store.ts";
import { termsOf } from "./terms.ts";

/** A record as it is to be: whole, what is personal in it too, identity numbers sealed. `before`: as it is now; null for a new one. */
export type WantedRecord = { readonly district: string; readonly values: Answers; readonly before: WholeRecord | null };

/** Why and by whom. */
export type Writing = { readonly how: VersionHow; readonly person: string; readonly reason?: string };

/** What was written. */
export type WrittenRecord = { readonly district: string; readonly id: string; readonly number: number };

/** Somebody else was before, a data element is told elsewhere, or whoever was told of a record cannot take it: everything of the transaction is undone, and the faults are told. */
export class WritingRefused extends Error {
  override readonly name = "WritingRefused";
  readonly faults: readonly FieldProblem[] | null;
  /** Null: the record changed meanwhile. */
  constructor(faults: readonly FieldProblem[] | null) { super("not written"); this.faults = faults; }
}

/** Writes versions of records in the caller's transaction, in which the tallies of their districts are locked. */
export type RecordWriter = {
  readonly write: (tx: ClientBase, type: RecordType, wanted: readonly WantedRecord[], writing: Writing) => Promise<readonly WrittenRecord[]>;
  /** Which of these records would tell a data element that another register tells already: the fault of each, by its place. */
  readonly toldElsewhere: (tx: ClientBase, type: RecordType, wanted: readonly WantedRecord[]) => Promise<ReadonlyMap<number, FieldProblem>>;
};

type Parts = { readonly clock: Clock; readonly events: Pick<Events, "publish">; readonly types: readonly RecordType[]; readonly digestOf: (register: string) => Digest };

/** Rows of one statement: enough that asking costs little beside writing, few enough that nobody's memory fills. */
const BATCH = 1_000;
/** Cases that one command may open: each is somebody's work, and locks the audit of its district until the end. */
export const CASES_MOST = 200;

export function recordWriter({ clock, events, types, digestOf }: Parts): RecordWriter {
  async function write(tx: ClientBase, type: RecordType, wanted: readonly WantedRecord[], writing: Writing): Promise<readonly WrittenRecord[]> {
    const [now, machineNow] = [clock.policyNow(), clock.machineNow()];
    const ids = wanted.map(({ before }) => before?.id ?? newId(machineNow));
    await keepElements(tx, type, wanted, ids, writing);
    const isNews = writing.how !== "removed" && writing.how !== "confirmed";
    const opening = isNews ? casesOpened(type, wanted, dayInChina(now)) : 0;
    if (opening > CASES_MOST) throw new WritingRefused([{ field: type.district, ...tooManyCases(opening) }]);
    const told: Omit<RecordKept, "tx">[] = [];
    const keptType = keptTypeOf(type);
    if (keptType !== null) await keepType(tx, [...new Set(wanted.map(({ district }) => district))], keptType);
    const written: WrittenRecord[] = [];
    for (let at = 0; at < wanted.length; at += BATCH) {
      const batch = wanted.slice(at, at + BATCH);
      const kept = batch.map((each, place) => toKeep(type, each, writing, { now, id: ids[at + place] ?? newId(machineNow), drill: clock.drill, digest: digestOf(type.key) }));
      if (await keepRecords(tx, type.key, kept) < kept.length) throw new WritingRefused(null);
      await keepFlags(tx, type.key, kept);
      // Confirmed, a record is called what it was called.
      if (writing.how !== "confirmed") await keepTerms(tx, type.key, kept);
      await keepPersonal(tx, type.key, kept);
      for (const { district, id, number } of kept) written.push({ district, id, number });
      if (isNews) for (const [place, { district, id, number }] of kept.entries()) told.push({ type, district, id, number, isNew: number === 1, values: batch[place]?.values ?? {}, person: writing.person, at: now });
      if (at + BATCH < wanted.length) faultPoint("registers.between-batches");
    }
    // Who hears of it locks the audit of a district: districts in order, so that nobody waits for each other.
    for (const each of told.toSorted((one, other) => (one.district < other.district ? -1 : one.district > other.district ? 1 : 0))) await events.publish(recordKept, { tx, ...each });
    for (const [district, inDistrict] of Map.groupBy(wanted, (each) => each.district)) {
      const [counted, sign] = writing.how === "removed" ? [inDistrict, -1] : [inDistrict.filter(({ before }) => before === null), 1];
      await addToTally(tx, type.key, district, { records: sign * counted.length, ofDrill: sign * counted.filter(({ before }) => before?.drill ?? clock.drill).length, changes: inDistrict.length });
    }
    return written;
  }

  async function keepElements(tx: ClientBase, type: RecordType, wanted: readonly WantedRecord[], ids: readonly string[], { how }: Writing): Promise<void> {
    if (Object.keys(type.elements).length === 0) return;
    const [told, untold] = [new Map<string, ElementTold>(), new Map<string, ElementTold>()];
    for (const [at, { district, values, before }] of wanted.entries()) {
      const count = (into: Map<string, ElementTold>, element: ToldElement): void => {
        const place = elementPlace({ ...element, district });
        into.set(place, { ...element, district, recordId: ids[at] ?? "", records: (into.get(place)?.records ?? 0) + 1 });
      };
      for (const element of before === null ? [] : elementsOf(type, before.values)) count(untold, element);
      for (const element of how === "removed" ? [] : elementsOf(type, values)) count(told, element);
    }
    if (untold.size > 0) await untellElements(tx, type.key, [...untold.values()]);
    if (told.size === 0) return;
    const clashes = await tellElements(tx, type.key, [...told.values()]);
    if (clashes.length > 0) throw new WritingRefused(await faultsOf(tx, type, clashes));
  }

  async function faultsOf(tx: ClientBase, type: RecordType, clashes: readonly (ToldElement & { readonly district: string })[]): Promise<readonly FieldProblem[]> {
    const elsewhere = new Map((await findToldElsewhere(tx, type.key, clashes)).map((each) => [elementPlace(each), each.register]));
    return clashes.map((clash) => ({ field: Object.entries(type.elements).find(([, element]) => element === clash.element)?.[0] ?? "", ...elementTwice(types.find(({ key }) => key === elsewhere.get(elementPlace(clash)))?.name ?? ELSEWHERE, placeWords(clash)) }));
  }

  async function toldElsewhere(tx: ClientBase, type: RecordType, wanted: readonly WantedRecord[]): Promise<ReadonlyMap<number, FieldProblem>> {
    const told = wanted.flatMap(({ district, values }, at) => elementsOf(type, values).map((element) => ({ ...element, district, at })));
    if (told.length === 0) return new Map();
    const clashing = new Set((await findToldElsewhere(tx, type.key, told)).map(elementPlace));
    const clashes = told.filter((each) => clashing.has(elementPlace(each)));
    const faults = await faultsOf(tx, type, clashes);
    return new Map(clashes.map(({ at }, place) => [at, faults[place] ?? { field: "", ...elementTwice(ELSEWHERE, "") }]));
  }
  return { write, toldElsewhere };
}

const ELSEWHERE = { zh: "另一本台账", en: "another register" };
const placeWords = ({ unit, period }: ToldElement): string => [unit, period].filter((part) => part !== "").join(" ");

type Keeping = { readonly now: Date; readonly id: string; readonly drill: boolean; readonly digest: Digest };

function toKeep(type: RecordType, { district, values, before }: WantedRecord, { how, person, reason }: Writing, { now, id, drill, digest }: Keeping): RecordToKeep {
  const today = dayInChina(now);
  const [open, personal] = parted(type, values);
  const wasPersonal = before?.personal ?? {};
  const personalChanged = changedFields(type, wasPersonal, personal);
  const text = sortText(type, values);
  // No version is recorded before the one in front of it, whatever the clocks of servers say.
  const at = before !== null && before.confirmedAt > now ? before.confirmedAt : now;
  const isContent = how !== "confirmed";
  return {
    district, id, number: (before?.number ?? 0) + 1, keyText: recordKey(type, values, digest) ?? before?.keyText ?? id, sortText: text, terms: termsOf(type.key, text), values: open,
    flags: flagsOf(type, open, today), flagsTurnOn: flagsTurnOn(type, open, today), staleFrom: staleFrom(type, open, at, today), confirmedAt: at, confirmedBy: person,
    recordedAt: isContent || before === null ? at : before.recordedAt, recordedBy: isContent || before === null ? person : before.recordedBy, removedAt: how === "removed" ? at : null, drill: before?.drill ?? drill,
    how, reason: reason ?? null, personalChanged,
    personal: personalChanged.length === 0 ? undefined : Object.keys(personal).length === 0 ? null : { values: personal, digest: ownDigest(type, personal) },
  };
}

/** How many cases new records open, as their type says. */
function casesOpened({ opens }: RecordType, wanted: readonly WantedRecord[], today: string): number {
  return opens.length === 0 ? 0 : wanted.reduce((sum, { before, values }) => sum + (before === null ? opens.filter(({ when }) => when === null || holds(when, values, today)).length : 0), 0);
}

const tooManyCases = (count: number) => ({
  problem: { zh: `这些记录要开 ${count} 个事项，一次最多 ${CASES_MOST} 个`, en: `These records would open ${count} cases; at most ${CASES_MOST} at once` },
  remedy: { zh: "分成几份导入；核对是不是真的要开这么多事项。", en: "Import them in parts, and check that so many cases are meant." },
});

/** What is open, and what is personal. */
export function parted(type: RecordType, values: Answers): readonly [Answers, Answers] {
  const isPersonal = (key: string): boolean => type.fields.some((field) => field.key === key && field.privacy === "personal");
  return [Object.fromEntries(Object.entries(values).filter(([key]) => !isPersonal(key))), Object.fromEntries(Object.entries(values).filter(([key]) => isPersonal(key)))];
}

/** By which a person finds their own record. */
function ownDigest(type: RecordType, personal: Answers): string | null {
  const number = type.public?.kind === "own" ? personal[type.public.identity] : undefined;
  return typeof number === "string" ? numberDigest(number) : null;
}
