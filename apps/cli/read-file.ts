import { readNotice, type Reading } from "#engines/reading";
import { BYTES_MAX, explainRefusal, type RefusalReason } from "#platform/documents";
import { readDocument } from "#platform/documents/server";
import { inLanguage, type Language, type LocalText } from "#platform/i18n";
import { createHash } from "node:crypto";
import { readFile, stat, writeFile } from "node:fs/promises";
import { basename } from "node:path";
import type { Surroundings } from "./surroundings.ts";

export type ReadFileOptions = Surroundings & {
  readonly file: string;
  readonly language: Language;
  readonly json: boolean;
  /** The JSON carries the text that was read. */
  readonly withText: boolean;
  /** Where the task table goes; its ending says which kind. */
  readonly table: string | null;
};

/** `anxin read FILE`: the reading as an outline, as JSON or as a task table. 0 read, 1 not readable, 2 a kind of table we do not write. */
export async function readFileCommand(options: ReadFileOptions): Promise<number> {
  const { out, err, file, language, json, table } = options;
  const format = table === null ? null : /\.(xlsx|docx|csv|ics)$/.exec(table)?.[1] ?? "unknown";
  if (format === "unknown") {
    err.write(`${inLanguage(OTHER_TABLE, language)}\n`);
    return 2;
  }
  const found = await readingOf(file);
  if ("refused" in found) {
    err.write(`${file}: ${reasonInWords(found.refused, language)}\n`);
    return 1;
  }
  const { reading, text } = found;
  const textSha256 = createHash("sha256").update(text, "utf8").digest("hex");
  if (json) out.write(`${JSON.stringify({ textSha256, ...(options.withText ? { text } : {}), ...reading })}\n`);
  else if (table === null) {
    const { outlineInColour } = await import("./outline.ts");
    out.write(outlineInColour(reading, { textSha256, language, colour: options.isTerminal && !options.environment["NO_COLOR"], madeAt: new Date() }));
  } else return writeTable(reading, { ...options, table }, textSha256);
  return 0;
}

type Refused = RefusalReason | "not-there" | "not-a-file";

async function readingOf(file: string): Promise<{ reading: Reading; text: string } | { refused: Refused }> {
  const info = await stat(file).catch(() => null);
  if (info === null) return { refused: "not-there" };
  if (!info.isFile()) return { refused: "not-a-file" };
  if (info.size > BYTES_MAX) return { refused: "too-large" };
  const bytes = await readFile(file).catch(() => null);
  if (bytes === null) return { refused: "not-there" };
  const document = await readDocument(bytes, { fileName: basename(file) });
  if (document.kind === "refused") return { refused: document.reason };
  const reading = readNotice(document.text);
  return { text: document.text, reading: document.encodingGuessed ? withGuessedEncoding(reading, document.encoding ?? "") : reading };
}

function withGuessedEncoding(reading: Reading, encoding: string): Reading {
  return { ...reading, remarks: [...reading.remarks, { kind: "encoding-guessed", range: null, detail: encoding }] };
}

async function writeTable(reading: Reading, { err, table, language }: ReadFileOptions & { table: string }, textSha256: string): Promise<number> {
  const { taskTable, TASK_TABLE_FORMATS } = await import("#services/notices/server");
  const format = TASK_TABLE_FORMATS.find((known) => table.endsWith(`.${known}`)) ?? "csv";
  const { bytes } = await taskTable(reading, format, { language, textSha256, madeAt: new Date() });
  try {
    await writeFile(table, bytes);
  } catch {
    err.write(`${table}: ${inLanguage(NOT_WRITABLE, language)}\n`);
    return 1;
  }
  err.write(`${inLanguage({ zh: `已写入 ${table}，${reading.obligations.length} 件任务`, en: `Wrote ${table}, ${reading.obligations.length} duties` }, language)}\n`);
  return 0;
}

function reasonInWords(reason: Refused, language: Language): string {
  if (reason === "not-there") return inLanguage(NOT_THERE, language);
  if (reason === "not-a-file") return inLanguage(NOT_A_FILE, language);
  const { problem, remedy } = explainRefusal(reason, language);
  return language === "en" ? `${problem}. ${remedy}.` : `${problem}。${remedy}。`;
}

const NOT_THERE: LocalText = { zh: "没有这个文件，或者不能读。核对路径和权限。", en: "There is no such file, or it may not be read. Check the path and its permissions." };
const NOT_A_FILE: LocalText = { zh: "这不是文件。给出一份通知的路径。", en: "This is not a file. Give the path of one notice." };
const NOT_WRITABLE: LocalText = { zh: "写不进去。核对文件夹和权限。", en: "It cannot be written. Check the folder and its permissions." };
const OTHER_TABLE: LocalText = { zh: "任务表可以是 .xlsx .docx .csv .ics，请用其中一种作文件名的结尾。", en: "A task table is an .xlsx, .docx, .csv or .ics file: let the name end in one of these." };
