import type { Answers, Field, Form } from "./form.ts";

/** Is the question asked, given the answers before it? */
export function isAsked({ onlyIf }: Pick<Field, "onlyIf">, answers: Answers): boolean {
  if (onlyIf === null) return true;
  const value = answers[onlyIf.field];
  if (Array.isArray(value)) return onlyIf.is.some((each) => typeof each === "string" && (value as readonly string[]).includes(each));
  return (typeof value === "string" || typeof value === "boolean") && onlyIf.is.includes(value);
}

/** The questions that are asked, given all answers: one whose condition hangs on a question that is not asked is not asked either. */
export function askedFields(form: Form, answers: Answers): Form {
  const counted: Record<string, Answers[string]> = {};
  return form.filter((field) => {
    const asked = isAsked(field, counted);
    const value = answers[field.key];
    if (asked && value !== undefined) counted[field.key] = value;
    return asked;
  });
}
