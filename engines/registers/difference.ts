import { valueInWords, type Answers, type Field, type Value, type Words } from "#engines/forms";
import type { RecordType } from "./record-type.ts";

/** What changed in a field; null: it was not there. */
export type Change = { readonly field: string; readonly name: Words; readonly before: Words | null; readonly after: Words | null };

/** A value in both languages; `districts` are names by code. */
export function shownValue(field: Field, value: Value, districts: (code: string) => Words): Words {
  return { zh: valueInWords(field, value, "zh", (code) => districts(code).zh), en: valueInWords(field, value, "en", (code) => districts(code).en) };
}

/** What a personal value is shown as where it is nobody's business: a name by its first and last sign, a number by its end. */
export function maskedValue({ kind }: Pick<Field, "kind">, value: Value): string {
  const signs = [...String(typeof value === "object" ? "" : value)];
  if (kind === "identity-number" || kind === "telephone") return `…${signs.slice(-4).join("")}`;
  if (kind !== "text" || signs.length === 0) return "…";
  return signs.length < 3 ? `${signs[0] ?? ""}*` : `${signs[0] ?? ""}*${signs.at(-1) ?? ""}`;
}

/** Whether two values of a field are the same; lists are, whatever their order. */
export function isSame(one: Value | undefined, other: Value | undefined): boolean {
  return one === other || (one !== undefined && other !== undefined && plain(one) === plain(other));
}

/** Keys of the fields that are not the same in both, in the order of the form. */
export function changedFields({ fields }: Pick<RecordType, "fields">, before: Answers, after: Answers): readonly string[] {
  return fields.filter(({ key }) => !isSame(before[key], after[key])).map(({ key }) => key);
}

/** What lies between two versions, field by field, in words. What is personal is masked. */
export function differenceInWords(type: Pick<RecordType, "fields">, before: Answers, after: Answers, districts: (code: string) => Words): readonly Change[] {
  const changed = changedFields(type, before, after);
  return type.fields.filter(({ key }) => changed.includes(key)).map((field) => {
    const shown = (value: Value | undefined): Words | null => {
      if (value === undefined) return null;
      if (field.privacy === "open") return shownValue(field, value, districts);
      const masked = maskedValue(field, value);
      return { zh: masked, en: masked };
    };
    return { field: field.key, name: field.name, before: shown(before[field.key]), after: shown(after[field.key]) };
  });
}

function plain(value: Value): string {
  if (typeof value !== "object") return JSON.stringify(value);
  return "latitude" in value ? `${value.latitude},${value.longitude}` : JSON.stringify(value.toSorted());
}
