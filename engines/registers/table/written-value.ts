import { valueInWords, yuan, type Field, type Value, type Words } from "#engines/forms";

/** A value as a table holds it, so that it is read again to the same: money and numbers without their unit, choices and districts by name. An identity number shows its end alone. */
export function writtenValue(field: Field, value: Value, language: "zh" | "en", districts: (code: string) => Words): string {
  if (field.kind === "money" && typeof value === "number") return yuan(value);
  if (field.kind === "number") return String(value);
  if (field.kind === "choices" && Array.isArray(value)) return (value as readonly string[]).map((each) => valueInWords({ ...field, kind: "choice" }, each, language, String)).join("；");
  return valueInWords(field, value, language, (code) => districts(code)[language]);
}
