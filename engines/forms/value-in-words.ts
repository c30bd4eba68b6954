import type { Field, Value } from "./form.ts";

/** An answer as a reader of this language sees it; `districts` are names by code. Files are counted. An identity number shows its last four signs. */
export function valueInWords(field: Field, value: Value, language: "zh" | "en", districts: (code: string) => string): string {
  const named = (key: string): string => ("choices" in field ? field.choices.find((each) => each.key === key)?.name[language] : undefined) ?? key;
  switch (field.kind) {
    case "money": return typeof value === "number" ? `${yuan(value)}${language === "zh" ? "元" : " yuan"}` : String(value);
    case "number": return field.unit === null ? String(value) : `${String(value)}${language === "zh" ? "" : " "}${field.unit[language]}`;
    case "yes-no": return value === true ? (language === "zh" ? "是" : "Yes") : (language === "zh" ? "否" : "No");
    case "choice": return typeof value === "string" ? named(value) : String(value);
    case "choices": return Array.isArray(value) ? (value as readonly string[]).map(named).join(language === "zh" ? "、" : ", ") : String(value);
    case "district": return typeof value === "string" ? districts(value) : String(value);
    case "moment": return typeof value === "string" ? value.replace("T", " ") : String(value);
    case "point": return typeof value === "object" && "latitude" in value ? `${value.latitude}, ${value.longitude}` : String(value);
    case "files": return Array.isArray(value) ? (language === "zh" ? `${value.length} 个文件` : `${value.length} ${value.length === 1 ? "file" : "files"}`) : "";
    case "identity-number": return typeof value === "string" ? `…${value.slice(-4)}` : "";
    case "text": case "long-text": case "day": case "telephone": case "hours": return String(value);
  }
}

/** Fen as yuan with two decimals, or none where they are whole: `260`, `260.50`. */
export function yuan(fen: number): string {
  return fen % 100 === 0 ? String(fen / 100) : (fen / 100).toFixed(2);
}
