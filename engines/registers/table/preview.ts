import type { Answers, FieldFault, Words } from "#engines/forms";
import { completeRecord, type RecordSetting } from "../complete-record.ts";
import { changedFields, differenceInWords, type Change } from "../difference.ts";
import { openNames, recordKey, sealedValues } from "../record-key.ts";
import type { RecordType } from "../record-type.ts";
import type { TableColumns, TableRow } from "./read-table.ts";

/** A record that is there already, its identity numbers sealed. */
export type KnownRecord = { readonly id: string; readonly number: number; readonly values: Answers };

/** What a row would do: add a record, change one, nothing, or it cannot be taken. `values`: the record as it would be. */
export type PreviewRow = {
  readonly line: number; readonly kind: "new" | "changed" | "same" | "wrong"; readonly district: string | null; readonly key: string | null; readonly name: string;
  readonly values: Answers; readonly known: KnownRecord | null; readonly changes: readonly Change[]; readonly faults: readonly FieldFault[];
};

/** What a preview needs to know beside the table. */
export type PreviewSetting = RecordSetting & { readonly mayKeep: (district: string) => boolean; readonly districts: (code: string) => Words };

/** The district and key of a row, by which the record that is there already is looked for; null where the row does not say. */
export function addressOfRow(type: RecordType, { given }: Pick<TableRow, "given">, { digest }: Pick<RecordSetting, "digest">): { readonly district: string; readonly key: string } | null {
  const district = given[type.district];
  const key = recordKey(type, sealedValues(type, given, digest), digest);
  return typeof district !== "string" || key === null ? null : { district, key };
}

/**
 * Says what each row would do, in order. Fields without a column stay as they are; an empty cell empties its field. Of two rows of one record the second is wrong, with the line of
 * the first. `knownAt`: the record that is there under a key.
 */
export function previewRows(type: RecordType, { columns }: Pick<TableColumns, "columns">, setting: PreviewSetting): (row: TableRow, knownAt: (district: string, key: string) => KnownRecord | null) => PreviewRow {
  const seen = new Map<string, number>();
  const given = new Set(columns.map(({ field }) => field));
  const kept = type.fields.filter(({ key }) => !given.has(key)).map(({ key }) => key);
  return (row, knownAt) => {
    const address = addressOfRow(type, row, setting);
    const name = nameOf(type, row.given);
    const wrong = (faults: readonly FieldFault[], known: KnownRecord | null = null): PreviewRow => ({ line: row.line, kind: "wrong", district: address?.district ?? null, key: address?.key ?? null, name, values: row.given, known, changes: [], faults });
    const first = address === null ? undefined : seen.get(`${address.district} ${address.key}`);
    if (address !== null && first === undefined) seen.set(`${address.district} ${address.key}`, row.line);
    if (address !== null && first !== undefined) return wrong([...row.faults, twice(type, first)]);
    if (address !== null && !setting.mayKeep(address.district)) return wrong([...row.faults, { field: type.district, ...NOT_YOURS }]);
    const known = address === null ? null : knownAt(address.district, address.key);
    const whole = { ...Object.fromEntries(kept.flatMap((key) => (known?.values[key] === undefined ? [] : [[key, known.values[key]] as const]))), ...row.given };
    const { values, faults } = completeRecord(type, whole, known?.values ?? null, setting);
    // What cannot be read is told once, not also as missing.
    const all = [...row.faults, ...faults.filter(({ field }) => !row.faults.some((fault) => fault.field === field))];
    if (all.length > 0 || address === null) return wrong(all, known);
    // A name may be written otherwise and be the same; then it stays as it was.
    const record = known === null ? values : { ...values, ...Object.fromEntries(type.identity.flatMap((key) => (known.values[key] === undefined ? [] : [[key, known.values[key]] as const]))) };
    const isSame = known !== null && changedFields(type, known.values, record).length === 0;
    return { line: row.line, kind: known === null ? "new" : isSame ? "same" : "changed", district: address.district, key: address.key, name, values: record, known, changes: known === null ? [] : differenceInWords(type, known.values, record, setting.districts), faults: [] };
  };
}

/** What names a record for people; nothing personal. */
export function nameOf(type: RecordType, values: Answers): string {
  return openNames(type).map((key) => values[key]).filter((value) => typeof value === "string" || typeof value === "number").join(" ");
}

function twice(type: RecordType, line: number): FieldFault {
  return { field: type.identity.find((key) => key !== type.district) ?? type.district, problem: { zh: `和第 ${line} 行是同一条记录`, en: `This is the same record as line ${line}` }, remedy: { zh: "留一行，删掉另一行。", en: "Keep one of the two lines." } };
}
const NOT_YOURS = { problem: { zh: "您不负责这个地方的记录", en: "You do not keep records of this district" }, remedy: { zh: "删掉这一行，或请当地的同事导入。", en: "Leave the line out, or ask a colleague there to import it." } };
