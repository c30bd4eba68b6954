import { csvText } from "#platform/csv";
import { inLanguage } from "#platform/i18n";
import { TASK_COLUMNS } from "./columns.ts";
import { printable } from "./printable.ts";
import type { TaskTableContent } from "./table-content.ts";

/** The table as CSV. */
export function csvFile({ rows, language }: TaskTableContent): Uint8Array {
  const header = TASK_COLUMNS.map(({ label }) => inLanguage(label, language));
  return new TextEncoder().encode(csvText([header, ...rows.map((row) => TASK_COLUMNS.map(({ words }) => printable(words(row, language))))]));
}
