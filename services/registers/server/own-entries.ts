import { identityNumber, type FieldFault } from "#engines/forms";
import { flagsOf, normalised, shownValue, type Digest, type RecordType } from "#engines/registers";
import type { AppendAudit } from "#platform/audit/server";
import type { Clock } from "#platform/clock";
import { inTransaction } from "#platform/db/server";
import { dayInChina, type LocalText } from "#platform/i18n";
import type { Pool } from "pg";
import { findByDigest } from "../lists/server/store.ts";
import type { OwnEntry } from "../portal-views.ts";
import { wholeValues } from "./keep-records.ts";

/** What a person asks for their own entries with. */
export type OwnAsked = { readonly person: string; readonly number: string };

/** One's own entries; nothing is told of whether a number is known under another name. */
export type OwnEntries = (type: RecordType, asked: OwnAsked) => Promise<{ readonly entries: readonly OwnEntry[] | null; readonly faults: readonly FieldFault[] }>;

const ENTRIES_MOST = 50;

/** Finds somebody's entries by identity number and name, which must both fit. Whatever is found is an entry of the audit, as read by the public. */
export function ownEntries({ pool, clock, audit, districts, nameOf, digestOf }: { readonly pool: Pool; readonly clock: Clock; readonly audit: AppendAudit; readonly districts: readonly string[]; readonly nameOf: (code: string) => LocalText; readonly digestOf: (register: string) => Digest }): OwnEntries {
  return async (type, asked) => {
    const view = type.public;
    if (view?.kind !== "own") return { entries: null, faults: [] };
    const number = identityNumber(asked.number.normalize("NFKC"));
    const person = normalised(asked.person);
    const faults: FieldFault[] = [...(person === "" ? [{ field: "person", ...NO_NAME }] : []), ...(number === null ? [{ field: "identity", ...NO_NUMBER }] : [])];
    if (number === null || faults.length > 0) return { entries: null, faults };
    const entries = await inTransaction(pool, { districts, actor: "public" }, async (tx) => {
      const found = await findByDigest(tx, type.key, districts, digestOf(type.key)(view.identity, number), clock.drill, ENTRIES_MOST);
      const own = found.filter(({ personal }) => normalised(personal?.[view.person] ?? "") === person);
      const today = dayInChina(clock.policyNow());
      for (const [district, inDistrict] of [...Map.groupBy(own, (record) => record.district)].toSorted(([one], [other]) => (one < other ? -1 : 1))) {
        await audit(tx, { district, actor: "public", action: "registers.look-up", object: `register:${type.key}`, details: { found: inDistrict.length, records: inDistrict.map(({ id }) => id) } });
      }
      return own.map((record): OwnEntry => {
        const values = wholeValues(record);
        const flags = flagsOf(type, record.values, today);
        return {
          districtName: nameOf(record.district), recordedAt: record.recordedAt.toISOString(), flags: type.flags.filter(({ key }) => flags.includes(key)).map(({ name, bad }) => ({ name, bad })),
          facts: view.fields.flatMap((key) => { const [field, value] = [type.fields.find((each) => each.key === key), values[key]]; return field === undefined || value === undefined ? [] : [{ name: field.name, shown: shownValue(field, value, nameOf) }]; }),
        };
      });
    });
    return { entries, faults: [] };
  };
}

const NO_NAME = { problem: { zh: "没有填姓名", en: "The name is missing" }, remedy: { zh: "照着身份证填姓名。", en: "Write the name as on the identity card." } };
const NO_NUMBER = { problem: { zh: "身份证号码不对", en: "This is no identity number" }, remedy: { zh: "照着身份证核对18位号码，最后一位可能是X。", en: "Compare the 18 signs with the card; the last one may be X." } };
