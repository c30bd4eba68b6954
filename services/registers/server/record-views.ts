import type { Answers, Value } from "#engines/forms";
import { burdens, differenceInWords, fieldsPerWeek, flagsOf, maskedValue, shownValue, type RecordType } from "#engines/registers";
import type { AppendAudit } from "#platform/audit/server";
import type { Clock } from "#platform/clock";
import { inTransaction } from "#platform/db/server";
import { dayInChina, type LocalText } from "#platform/i18n";
import type { Pool } from "pg";
import type { RecordView, RegistersView, RegisterView } from "../desk-views.ts";
import { countRecords, countUpTo, findRecords, findStale, findVersions, type KeptVersion } from "../lists/server/store.ts";
import { boundsOf } from "./list-asked.ts";
import { wholeValues } from "./keep-records.ts";
import { COUNTED_MOST } from "./record-lists.ts";

/** Where the caller may read and where they may keep. */
export type RecordCaller = { readonly person: string; readonly reads: readonly string[]; readonly keeps: readonly string[] };

type Parts = {
  readonly pool: Pool; readonly clock: Clock; readonly audit: AppendAudit; readonly types: readonly RecordType[]; readonly places: readonly { readonly code: string; readonly name: LocalText }[]; readonly districts: (code: string) => LocalText;
  readonly clauseOf: (notice: string, clause: string) => { readonly title: LocalText; readonly number: string | null } | null; readonly namesOf: (ids: readonly string[]) => Promise<Readonly<Record<string, string>>>;
};

/** What the desk is told of registers as a whole and of single records. */
export type RecordViews = {
  /** Those of which the caller sees records anywhere; what is kept in each is counted where it is the caller's. */
  readonly registers: (callerFor: (type: RecordType) => RecordCaller) => Promise<RegistersView>;
  readonly register: (caller: RecordCaller, type: RecordType) => RegisterView;
  /** Null: there is none. Where anything personal is in it, the look is an entry of the audit. */
  readonly record: (caller: RecordCaller, type: RecordType, district: string, id: string) => Promise<RecordView | null>;
};

export function recordViews({ pool, clock, audit, types, places, districts, clauseOf, namesOf }: Parts): RecordViews {
  const headOf = (type: RecordType, { keeps }: RecordCaller) => {
    const clause = clauseOf(type.notice, type.clause);
    return { key: type.key, name: { ...type.name }, about: { ...type.about }, notice: type.notice, clause: type.clause, clauseTitle: clause === null ? { zh: "", en: "" } : { zh: clause.title.zh, en: clause.title.en }, clauseNumber: clause?.number ?? null, mayKeep: keeps.length > 0 };
  };
  return {
    registers: (callerFor) => {
      const shown = types.map((type) => ({ type, caller: callerFor(type) })).filter(({ caller }) => caller.reads.length > 0);
      return inTransaction(pool, { districts: [...new Set(shown.flatMap(({ caller }) => caller.reads))], actor: shown[0]?.caller.person ?? "" }, async (tx) => {
        const now = clock.policyNow();
        const registers: RegistersView["registers"] = [];
        for (const { type, caller } of shown) {
          const count = (await countRecords(tx, [type.key], caller.reads, clock.drill)).get(type.key)?.records ?? 0;
          const stale = await findStale(tx, [type.key], caller.reads, now, { drill: clock.drill, most: COUNTED_MOST });
          let flagged = 0;
          for (const { key } of type.flags.filter(({ bad }) => bad)) flagged += await countUpTo(tx, "flag", { register: type.key, districts: caller.reads, drill: clock.drill, ...boundsOf("") }, { flag: key, now, most: COUNTED_MOST });
          registers.push({ ...headOf(type, caller), count, counted: "all", stale: stale.reduce((sum, each) => sum + each.count, 0), flagged, burdenPerWeek: fieldsPerWeek(type), publicKind: type.public?.kind ?? null });
        }
        return { registers, burden: burdens(shown.map(({ type }) => type)).map((each) => ({ unit: { ...each.unit }, fieldsPerWeek: each.fieldsPerWeek, registers: [...each.registers] })) };
      });
    },
    register: (caller, type) => ({
      ...headOf(type, caller), fields: [...type.fields], columns: [...type.columns], identity: [...type.identity], district: type.district, flags: type.flags.map(({ key, name, bad }) => ({ key, name: { ...name }, bad })),
      freshness: type.freshness === null ? null : { says: freshnessWords(type), source: { ...type.freshness.source } }, districts: places.filter(({ code }) => caller.reads.includes(code)).map(({ code, name }) => ({ code, name: { ...name } })),
    }),
    record: async (caller, type, district, id) => {
      const view = await inTransaction(pool, { districts: [district], actor: caller.person }, async (tx) => {
        const [record] = await findRecords(tx, type.key, [{ district, id }]);
        if (record === undefined) return null;
        const versions = await findVersions(tx, type.key, district, id, VERSIONS_SHOWN);
        const values = wholeValues(record);
        if (record.personal !== null) await audit(tx, { district, actor: caller.person, action: "registers.read", object: `record:${type.key}:${id}`, details: { number: record.number, fields: Object.keys(record.personal) } });
        return {
          district, id, number: record.number, removed: record.removed, values: Object.fromEntries(Object.entries(values).map(([key, value]) => [key, sent(type, key, value)])), flags: [...flagsOf(type, record.values, dayInChina(clock.policyNow()))],
          shown: type.fields.flatMap((field) => { const value = values[field.key]; return value === undefined ? [] : [{ key: field.key, name: { ...field.name }, shown: { ...shownValue(field, value, districts) }, personal: field.privacy === "personal" }]; }),
          versions: versions.map((version, at) => ({ number: version.number, recordedAt: version.recordedAt.toISOString(), recordedBy: version.recordedBy, how: version.how, changes: changesOf(type, versions[at + 1]?.values ?? (version.number === 1 ? {} : version.values), version, districts) })),
        };
      });
      // Names are asked for on another connection: whoever holds one and waits for a second may wait for ever.
      return view === null ? null : { ...view, names: { ...await namesOf([...new Set(view.versions.map(({ recordedBy }) => recordedBy))]) } };
    },
  };
}

const VERSIONS_SHOWN = 100;

/** An identity number goes out as its end alone, and is known again by it when it comes back. */
function sent({ fields }: RecordType, key: string, value: Value): string | number | boolean | string[] | { latitude: number; longitude: number } {
  const field = fields.find((each) => each.key === key);
  if (field?.kind === "identity-number") return maskedValue(field, value);
  return typeof value !== "object" ? value : "latitude" in value ? { ...value } : [...value];
}

/** What a version changed. What was personal is not kept of the past, so only that it changed is told. */
function changesOf(type: RecordType, before: Answers, version: KeptVersion, districts: (code: string) => LocalText): RecordView["versions"][number]["changes"] {
  const plain = (words: LocalText | null) => (words === null ? null : { ...words });
  return [
    ...differenceInWords(type, before, version.values, districts).filter(() => version.how !== "removed").map((each) => ({ name: { ...each.name }, before: plain(each.before), after: plain(each.after) })),
    ...type.fields.filter(({ key }) => version.personalChanged.includes(key)).map(({ name }) => ({ name: { ...name }, before: null, after: { ...PERSONAL_CHANGED } })),
    ...(version.reason === null ? [] : [{ name: { ...REASON }, before: null, after: { zh: version.reason, en: version.reason } }]),
  ];
}

const PERSONAL_CHANGED = { zh: "改了（个人信息，这里不显示）", en: "Changed (personal, not shown here)" };
const REASON = { zh: "原因", en: "Reason" };

function freshnessWords({ freshness, fields }: RecordType): { zh: string; en: string } {
  if (freshness === null) return { zh: "", en: "" };
  if (freshness.kind === "by-field") { const name = fields.find(({ key }) => key === freshness.field)?.name; return { zh: `到“${name?.zh ?? freshness.field}”那天要办好`, en: `To be seen to by the day of “${name?.en ?? freshness.field}”` }; }
  const days = freshness.hours / 24;
  return Number.isInteger(days) ? { zh: `每 ${days} 天确认一次`, en: days === 1 ? "Confirmed every day" : `Confirmed every ${days} days` } : { zh: `每 ${freshness.hours} 小时确认一次`, en: `Confirmed every ${freshness.hours} hours` };
}
