import type { Field, FormSetting, Words } from "../form.ts";

/**
 * How long a text may be to be read as an answer of a field at all. Strangers fill in forms: what is longer than any answer is refused before it is looked at sign by sign. Room is left for
 * spaces and signs between.
 */
export function textBound(field: Field, { districts }: Pick<FormSetting, "districts">): number {
  switch (field.kind) {
    // Letters may be written with marks apart, and spaces are joined.
    case "text": case "long-text": return field.lengthMax * 4 + SPARE;
    case "number": return field.unit === null ? SPARE : SPARE + Math.max(field.unit.zh.length, field.unit.en.length);
    case "choice": return SPARE + Math.max(0, ...field.choices.map(({ key, name }) => Math.max(key.length, name.zh.length, name.en.length)));
    // No answer names a choice twice, nor in more than one way.
    case "choices": return SPARE + field.choices.reduce((sum, { key, name }) => sum + Math.max(key.length, name.zh.length, name.en.length) + BETWEEN, 0);
    case "district": return districts.reduce((most, { names }) => Math.max(most, ...names.map((name) => name.length)), SPARE);
    case "files": return field.most * FILE + SPARE;
    case "hours": return HOURS;
    case "money": case "day": case "moment": case "yes-no": case "telephone": case "identity-number": case "point": return SPARE;
  }
}

const [SPARE, BETWEEN, FILE, HOURS] = [100, 3, 40, 600];

/** What is told of a text that has too many signs. */
export function tooLong(length: number, most: number): { readonly problem: Words; readonly remedy: Words } {
  return { problem: { zh: `写了 ${length} 个字，最多 ${most} 个`, en: `${length} signs, at most ${most}` }, remedy: { zh: `删到 ${most} 个字以内。`, en: `Shorten it to ${most} signs.` } };
}
