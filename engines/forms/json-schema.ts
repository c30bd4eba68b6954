import type { Field, Form } from "./form.ts";

type Schema = Readonly<Record<string, unknown>>;

/** The form as JSON Schema (draft 2020-12): what its answers look like in JSON, in words of one language; a question asked on a condition is required by `if`/`then`. */
export function formSchema(form: Form, language: "zh" | "en"): Schema {
  const conditional = form.filter(({ required, onlyIf }) => required && onlyIf !== null);
  return {
    $schema: "https://json-schema.org/draft/2020-12/schema", type: "object", additionalProperties: false,
    properties: Object.fromEntries(form.map((field) => [field.key, { title: field.name[language], ...(field.hint === null ? {} : { description: field.hint[language] }), ...valueSchema(field) }])),
    required: form.filter(({ required, onlyIf }) => required && onlyIf === null).map(({ key }) => key),
    ...(conditional.length === 0 ? {} : { allOf: conditional.map((field) => conditionSchema(field, form)) }),
  };
}

function conditionSchema({ key, onlyIf }: Field, form: Form): Schema {
  const hanging = chainOf(onlyIf?.field ?? "", form);
  const conditions = [{ field: onlyIf?.field ?? "", is: onlyIf?.is ?? [] }, ...hanging];
  // `then` is a word of JSON Schema; nobody waits for a schema.
  // oxlint-disable-next-line unicorn/no-thenable
  return { if: { properties: Object.fromEntries(conditions.map(({ field, is }) => [field, matching(form, field, is)])), required: conditions.map(({ field }) => field) }, then: { required: [key] } };
}

const matching = (form: Form, field: string, is: readonly (string | boolean)[]): Schema =>
  (form.find(({ key }) => key === field)?.kind === "choices" ? { type: "array", contains: { enum: is } } : { enum: is });

/** The conditions that the question at `key` itself hangs on. */
function chainOf(key: string, form: Form): readonly { readonly field: string; readonly is: readonly (string | boolean)[] }[] {
  const onlyIf = form.find((field) => field.key === key)?.onlyIf ?? null;
  return onlyIf === null ? [] : [onlyIf, ...chainOf(onlyIf.field, form)];
}

function valueSchema(field: Field): Schema {
  switch (field.kind) {
    case "text": case "long-text": return { type: "string", minLength: 1, maxLength: field.lengthMax, pattern: "\\S" };
    case "number": return { type: field.decimals === 0 ? "integer" : "number", ...(field.min === null ? {} : { minimum: field.min }), ...(field.max === null ? {} : { maximum: field.max }) };
    case "money": return { type: "integer", minimum: 0, ...(field.max === null ? {} : { maximum: field.max }) };
    case "day": return { type: "string", format: "date" };
    case "moment": return { type: "string", pattern: "^[12]\\d{3}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\\d|3[01])T(?:[01]\\d|2[0-3]):[0-5]\\d$" };
    case "yes-no": return { type: "boolean" };
    case "choice": return { type: "string", enum: field.choices.map(({ key }) => key) };
    case "choices": return { type: "array", items: { type: "string", enum: field.choices.map(({ key }) => key) }, minItems: 1, uniqueItems: true };
    case "district": return { type: "string", pattern: "^[1-9]\\d{5}$" };
    case "telephone": return { type: "string", pattern: "^\\+?\\d{3,15}$" };
    case "identity-number": return { type: "string", pattern: "^[1-9]\\d{16}[\\dX]$" };
    case "hours": return { type: "string", minLength: 1 };
    case "point": return { type: "object", additionalProperties: false, required: ["latitude", "longitude"], properties: { latitude: { type: "number", minimum: -90, maximum: 90 }, longitude: { type: "number", minimum: -180, maximum: 180 } } };
    case "files": return { type: "array", items: { type: "string", format: "uuid" }, minItems: 1, maxItems: field.most };
  }
}
