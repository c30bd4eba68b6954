import type { LocalText } from "#platform/i18n";

type Choices = readonly { readonly key: string; readonly name: LocalText }[];

/** What kind of answer a question takes. The same words as forms of packs use; the desk only draws them. */
type AskedKind =
  | { readonly kind: "text" | "long-text"; readonly lengthMax: number }
  | { readonly kind: "number"; readonly unit: LocalText | null; readonly decimals: number; readonly min: number | null; readonly max: number | null }
  | { readonly kind: "money"; readonly max: number | null }
  | { readonly kind: "choice" | "choices"; readonly choices: Choices }
  | { readonly kind: "files"; readonly most: number }
  | { readonly kind: "day" | "moment" | "yes-no" | "district" | "telephone" | "identity-number" | "hours" | "point" };

/** A question as the desk draws it. */
export type AskedField = AskedKind & { readonly key: string; readonly name: LocalText; readonly hint: LocalText | null; readonly required: boolean };

/** An answer as it is kept. */
type Kept = string | number | boolean | readonly string[] | { readonly latitude: number; readonly longitude: number };

/** Answers as they stand in a form: the text typed into each field; several for choices and files. */
export type FormDraft = Readonly<Record<string, string | readonly string[]>>;

/** Answers that are kept, as they stand in the form that changes them. An identity number is kept as no more than its end: it stays unless it is typed again. */
export function draftOf(fields: readonly AskedField[], values: Readonly<Record<string, Kept>>): FormDraft {
  return Object.fromEntries(fields.flatMap((field) => {
    const value = values[field.key];
    return value === undefined || field.kind === "identity-number" ? [] : [[field.key, typed(field, value)]];
  }));
}

function typed({ kind }: AskedField, value: Kept): string | readonly string[] {
  if (typeof value === "number") return kind === "money" ? yuan(value) : String(value);
  if (typeof value === "boolean") return String(value);
  if (typeof value === "object" && "latitude" in value) return `${value.latitude}, ${value.longitude}`;
  return value;
}

/** Fen as they are typed in yuan. */
const yuan = (fen: number): string => (fen % 100 === 0 ? String(fen / 100) : (fen / 100).toFixed(2));
