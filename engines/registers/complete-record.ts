import { checkAnswers, type Answers, type FieldFault, type FormSetting } from "#engines/forms";
import { refusalsOf } from "./flags.ts";
import { numberDigest, sealedValues, type Digest } from "./record-key.ts";
import type { RecordType } from "./record-type.ts";

/** What a record is checked with. */
export type RecordSetting = { readonly form: FormSetting; readonly digest: Digest; readonly today: string };

/** A record that can be kept, its identity numbers sealed; or what is wrong with it. */
export type CompleteRecord = { readonly values: Answers; readonly faults: readonly FieldFault[] };

/**
 * Checks a whole record, as its type asks. Identity numbers may be there as they are or sealed; one that stands as it is shown (`…1234`) is the one that was there `before`.
 */
export function completeRecord(type: RecordType, given: Readonly<Record<string, unknown>>, before: Answers | null, { form, digest, today }: RecordSetting): CompleteRecord {
  const sealed: Record<string, string> = {};
  const plain: Record<string, unknown> = { ...given };
  for (const { key, kind } of type.fields) {
    const value = given[key];
    if (kind !== "identity-number" || typeof value !== "string" || numberDigest(value) === null) continue;
    const known = before?.[key];
    // What is sealed comes from us; what only looks so must be what was there.
    if (typeof known === "string" && (value === known || (numberDigest(value) === "" && known.endsWith(value)))) { sealed[key] = known; delete plain[key]; }
  }
  const checked = checkAnswers(type.fields, plain, form);
  const faults = checked.faults.filter(({ field }) => sealed[field] === undefined);
  if (faults.length > 0) return { values: checked.answers, faults };
  const values = sealedValues(type, { ...checked.answers, ...sealed }, digest);
  return { values, faults: refusalsOf(type, values, today) };
}
