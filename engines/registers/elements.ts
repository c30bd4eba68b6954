import type { Answers, Words } from "#engines/forms";
import { normalised } from "./record-key.ts";
import type { RecordType } from "./record-type.ts";

/** A data element as a record tells it: of which unit, in which period. Empty: the district itself, or whenever. */
export type ToldElement = { readonly element: string; readonly unit: string; readonly period: string };

/** The data elements that a record tells: those of its fields that are there. */
export function elementsOf(type: Pick<RecordType, "elements" | "unit" | "period">, values: Answers): readonly ToldElement[] {
  const unit = type.unit === null ? "" : normalised(values[type.unit] ?? "");
  const period = periodOf(type, values);
  return Object.entries(type.elements).filter(([field]) => values[field] !== undefined).map(([, element]) => ({ element, unit, period }));
}

/** The period a record belongs to: a day, the Monday of a week, a month; empty for a record that is kept up to date. */
export function periodOf({ period }: Pick<RecordType, "period">, values: Answers): string {
  const day = period === null ? undefined : values[period.field];
  if (period === null || typeof day !== "string") return "";
  if (period.every === "day") return day.slice(0, 10);
  if (period.every === "month") return day.slice(0, 7);
  const time = Date.parse(`${day.slice(0, 10)}T00:00:00Z`);
  return new Date(time - ((new Date(time).getUTCDay() + 6) % 7) * 86_400_000).toISOString().slice(0, 10);
}

/** What is told to whoever asks again for what stands elsewhere already. */
export function elementTwice(register: Words, where: string): { readonly problem: Words; readonly remedy: Words } {
  const at = where === "" ? { zh: "", en: "" } : { zh: `（${where}）`, en: ` (${where})` };
  return {
    problem: { zh: `这个数“${register.zh}”里已经报过${at.zh}，不再重复要`, en: `“${register.en}” holds this figure already${at.en}; it is not asked twice` },
    remedy: { zh: `去“${register.zh}”里看，要改就在那里改；这里留空。`, en: `Look it up in “${register.en}”, change it there if it is wrong, and leave it empty here.` },
  };
}
