import type { Reading } from "#engines/reading";
import type { Language } from "#platform/i18n";
import { calendarFile } from "./calendar-file.ts";
import { csvFile } from "./csv-file.ts";
import { printable } from "./printable.ts";
import { sourceFacts, tableTitle } from "./source-facts.ts";
import type { TaskTableContent } from "./table-content.ts";
import { taskRows } from "./task-rows.ts";
import { wordFile } from "./word-file.ts";
import { workbookFile } from "./workbook-file.ts";

/** The files a task table is given out as. */
export const TASK_TABLE_FORMATS = ["xlsx", "docx", "csv", "ics"] as const;
export type TaskTableFormat = (typeof TASK_TABLE_FORMATS)[number];

/** What the reading itself does not say. `title` stands in where the notice has none; `textSha256` is of the text that was read. */
export type TaskTableOptions = {
  readonly language: Language;
  readonly title?: string;
  readonly textSha256: string;
  readonly madeAt: Date;
};

/** A file to send: its bytes, its name (may hold Chinese) and its media type. */
export type TaskTableFile = { readonly bytes: Uint8Array; readonly fileName: string; readonly contentType: string };

/** The task table (任务分解表) of a corrected reading as a file. The same input gives the same rows in every format. */
export async function taskTable(reading: Reading, format: TaskTableFormat, options: TaskTableOptions): Promise<TaskTableFile> {
  const title = tableTitle(reading, options);
  const content: TaskTableContent = { ...options, rows: taskRows(reading), title, facts: sourceFacts(reading, options) };
  return { bytes: await WRITERS[format](content), fileName: `${fileStem(title)}.${format}`, contentType: CONTENT_TYPES[format] };
}

const WRITERS: Readonly<Record<TaskTableFormat, (content: TaskTableContent) => Uint8Array | Promise<Uint8Array>>> = {
  xlsx: workbookFile, docx: wordFile, csv: csvFile, ics: calendarFile,
};

const CONTENT_TYPES: Readonly<Record<TaskTableFormat, string>> = {
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  csv: "text/csv; charset=utf-8",
  ics: "text/calendar; charset=utf-8",
};

const STEM_LENGTH_MAX = 60;

/** No character that a file system or a header forbids, and no leading or closing dot. */
function fileStem(title: string): string {
  const stem = printable(title).replace(/[\\/:*?"<>|%\s\u202a-\u202e\u2066-\u2069]+/g, " ").trim();
  return [...stem].slice(0, STEM_LENGTH_MAX).join("").replace(/^[. ]+|[. ]+$/g, "") || "task-table";
}
