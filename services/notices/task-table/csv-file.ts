import { inLanguage } from "#platform/i18n";
import { TASK_COLUMNS } from "./columns.ts";
import { printable } from "./printable.ts";
import type { TaskTableContent } from "./table-content.ts";

/** The table as CSV (RFC 4180, CRLF), with the mark by which spreadsheets know UTF-8. */
export function csvFile({ rows, language }: TaskTableContent): Uint8Array {
  const header = TASK_COLUMNS.map(({ label }) => inLanguage(label, language));
  const records = [header, ...rows.map((row) => TASK_COLUMNS.map(({ words }) => words(row, language)))];
  return new TextEncoder().encode(`\ufeff${records.map((record) => `${record.map(field).join(",")}\r\n`).join("")}`);
}

function field(words: string): string {
  const safe = withoutFormula(printable(words));
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** Spreadsheets run cells that begin like a formula, full-width signs included; an apostrophe makes them text. */
function withoutFormula(words: string): string {
  return /^[\s\u3000]*[=+\-@＝＋－＠]|^[\t\r\n]/.test(words) ? `'${words}` : words;
}
