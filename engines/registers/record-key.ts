import type { Answers, Field, Value } from "#engines/forms";
import type { RecordType } from "./record-type.ts";

/** Gives a word that stands for a personal value and does not tell it: the same value of the same field gives the same word. */
export type Digest = (field: string, value: string) => string;

/**
 * What names a record in its district: its identity fields without the differences of writing. The same key is the same record. What is personal is in it as a digest alone. Null
 * where an identity field is not there.
 */
export function recordKey({ fields, identity }: Pick<RecordType, "fields" | "identity">, values: Answers, digest: Digest): string | null {
  const parts = identity.map((key) => {
    const [field, value] = [fields.find((each) => each.key === key), values[key]];
    if (field === undefined || value === undefined) return null;
    if (field.privacy === "open") return normalised(value);
    return field.kind === "identity-number" && typeof value === "string" ? numberDigest(value) ?? digest(key, value) : digest(key, normalised(value));
  });
  // Normalised words hold no such sign, so that two fields are never taken for two others.
  return parts.includes(null) ? null : parts.join("|");
}

/**
 * The values with every identity number sealed: its digest and its last four signs (`6kVw…1234`), which is all that is ever kept of one. What is sealed stays as it is.
 */
export function sealedValues({ fields }: Pick<RecordType, "fields">, values: Answers, digest: Digest): Answers {
  const numbers = fields.filter(({ kind }) => kind === "identity-number").flatMap(({ key }): [string, string][] => {
    const value = values[key];
    return typeof value === "string" && numberDigest(value) === null ? [[key, `${digest(key, value)}${SEAL}${value.slice(-4)}`]] : [];
  });
  return numbers.length === 0 ? values : { ...values, ...Object.fromEntries(numbers) };
}

/** The digest in a sealed identity number; null when it is not sealed. */
export function numberDigest(value: string): string | null {
  const at = value.indexOf(SEAL);
  return at < 0 ? null : value.slice(0, at);
}
/** No identity number and no digest holds it. */
const SEAL = "…";

/** A name without the differences of writing: widths, case, spaces and marks. */
export function normalised(value: Value): string {
  const text = typeof value === "object" ? ("latitude" in value ? `${value.latitude},${value.longitude}` : value.join(",")) : String(value);
  const plain = text.normalize("NFKC").toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, "");
  // Of nothing but marks, the marks are the name.
  return plain === "" ? text.normalize("NFKC").trim().replaceAll("|", "/") : plain;
}

/** By what a record stands in lists, and how it is looked for: what is open in its identity, normalised. Longer names are cut. */
export function sortText(type: Pick<RecordType, "fields" | "identity" | "district">, values: Answers): string {
  return [...openNames(type).map((key) => values[key]).filter((value) => value !== undefined).map(normalised).join(" ")].slice(0, SORT_LENGTH_MAX).join("");
}

/** What names a record for people: the open fields of its identity as they were written, the personal ones not at all. */
export function openNames({ fields, identity, district }: Pick<RecordType, "fields" | "identity" | "district">): readonly string[] {
  const isOpen = ({ key, privacy }: Pick<Field, "key" | "privacy">): boolean => privacy === "open" && key !== district;
  return identity.filter((key) => fields.some((field) => field.key === key && isOpen(field)));
}

/** So that the place in a list fits into an address. */
const SORT_LENGTH_MAX = 48;
