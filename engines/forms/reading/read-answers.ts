import { askedFields } from "../conditions.ts";
import type { Answers, Field, FieldFault, Form, FormSetting, Value } from "../form.ts";
import { checkValue } from "./check-value.ts";
import { readText } from "./read-text.ts";

/** Answers that fit the form, or what is wrong with them; both may be there, so that what was right is not asked again. */
export type AnswersReading = { readonly answers: Answers; readonly faults: readonly FieldFault[] };

/** Reads answers as people wrote them, one text a field (several for `choices` and `files`): a form sent by a page, a row of a table. */
export function readAnswers(form: Form, written: Readonly<Record<string, string | readonly string[] | undefined>>, setting: FormSetting): AnswersReading {
  const faults: FieldFault[] = [];
  const read: Record<string, Value> = {};
  for (const field of form) {
    const given = written[field.key];
    const text = given === undefined ? "" : typeof given === "string" ? given : given.join(field.kind === "choices" ? "；" : field.kind === "files" ? " " : "\n");
    const { value, fault } = readText(field, text, setting);
    if (fault !== null) faults.push({ field: field.key, ...fault });
    else if (value !== null) read[field.key] = value;
  }
  const checked = checkAnswers(form, read, setting);
  const asked = new Set(askedFields(form, read).map(({ key }) => key));
  const unread = new Set(faults.map(({ field }) => field));
  // What could not be read is told once, and only where it is asked.
  return { answers: checked.answers, faults: inOrder(form, [...faults.filter(({ field }) => asked.has(field)), ...checked.faults.filter(({ field }) => !unread.has(field))]) };
}

/** Checks answers that are values already (JSON): each of its kind and within its bounds, all that must be there, none that is not asked. */
export function checkAnswers(form: Form, given: Readonly<Record<string, unknown>>, setting: FormSetting): AnswersReading {
  const faults: FieldFault[] = [];
  const kept: Record<string, Value> = {};
  for (const key of Object.keys(given)) if (!form.some((field) => field.key === key)) faults.push({ field: key, ...NOT_ASKED });
  const sound: Record<string, Value> = {};
  for (const field of form) {
    const value = Object.hasOwn(given, field.key) ? given[field.key] : undefined;
    if (isNothing(value)) continue;
    const { value: right, fault } = checkValue(field, value, setting);
    // Of nothing but spaces, nothing is left.
    if (fault === null && !isNothing(right) && right !== null) sound[field.key] = right;
    else if (fault !== null) faults.push({ field: field.key, ...fault });
  }
  const asked = askedFields(form, sound);
  for (const field of asked) {
    const value = sound[field.key];
    if (value !== undefined) kept[field.key] = value;
    else if (field.required && !faults.some((fault) => fault.field === field.key)) faults.push(missing(field));
  }
  const isAskedFor = new Set(asked.map(({ key }) => key));
  // An answer to a question that is not asked any more is left out, right or wrong: whoever changed an earlier answer did not mean it.
  return { answers: kept, faults: inOrder(form, faults.filter(({ field }) => isAskedFor.has(field) || !form.some(({ key }) => key === field))) };
}

const isNothing = (value: unknown): boolean => value === undefined || value === null || value === "" || (Array.isArray(value) && value.length === 0);

function missing({ key, kind, name }: Field): FieldFault {
  const choose = kind === "choice" || kind === "choices" || kind === "district" || kind === "yes-no";
  return { field: key, problem: { zh: `没有${choose ? "选" : "填"}“${name.zh}”`, en: `“${name.en}” is missing` }, remedy: choose ? { zh: "选一项。", en: "Choose one." } : { zh: "补上这一项。", en: "Fill it in." } };
}

function inOrder(form: Form, faults: readonly FieldFault[]): readonly FieldFault[] {
  const places = new Map(form.map(({ key }, at) => [key, at]));
  return faults.toSorted((one, other) => (places.get(one.field) ?? form.length) - (places.get(other.field) ?? form.length));
}

const NOT_ASKED = { problem: { zh: "表里没有这一项", en: "The form has no such field" }, remedy: { zh: "去掉这一项。", en: "Leave it out." } };
