import { inflateRawSync } from "node:zlib";
import { parseDocument } from "htmlparser2";
import ICAL from "ical.js";
import mammoth from "mammoth";
import { describe, expect, test } from "vitest";
import { inLanguage, LANGUAGES, type Language } from "#platform/i18n";
import { TASK_COLUMNS } from "./columns.ts";
import { obligation, sampleReading } from "./sample-reading.ts";
import { taskRows } from "./task-rows.ts";
import { taskTable, TASK_TABLE_FORMATS, type TaskTableFormat } from "./task-table.ts";

const OPTIONS = { language: "zh-CN", textSha256: "ab".repeat(32), madeAt: new Date("2021-01-27T01:02:03Z") } as const;
const HOSTILE = ["=HYPERLINK(\"http://x\",\"点\")", "+1", "-2", "@SUM(A1)", " =1", "＝1+1", "\t=1", "a,b\"c\"\r\nd", "控\u0000制\u0008字\u001b符\ufffe", "半\ud83d个", "🧧🏮".repeat(40), "<w:t>&amp;]]>", "_x0041_", "'"];
const hostile = sampleReading({ title: "a/b:\\c*?\"<>|\u202e.", obligations: HOSTILE.map((quote, index) => obligation({ id: `一#${index}`, quote, deadline: index % 2 === 0 ? "2月10日前" : null })) });

async function file(format: TaskTableFormat, reading = sampleReading(), language: Language = "zh-CN"): Promise<Buffer> {
  return Buffer.from((await taskTable(reading, format, { ...OPTIONS, language })).bytes);
}

/** The table that every format must show. */
function expected(reading = sampleReading(), language: Language = "zh-CN"): string[][] {
  const rows = taskRows(reading).map((row) => TASK_COLUMNS.map(({ words }) => words(row, language)));
  return [TASK_COLUMNS.map(({ label }) => inLanguage(label, language)), ...rows];
}

/** As a file can hold it. */
const held = (text: string): string => text.replaceAll("\r\n", "\n").replace(/[^\P{Cc}\t\n]|\ufffe|\p{Surrogate}/gu, "");

describe("the workbook", () => {
  test.each(LANGUAGES)("shows the table and where it comes from (%s)", async (language) => {
    const book = unzip(await file("xlsx", sampleReading(), language));
    expect(sheetCells(book, 1)).toEqual(expected(sampleReading(), language));
    const source = sheetCells(book, 2).flat();
    for (const fact of ["草政办发〔2021〕3号", "草原市人民政府办公室", "2021-01-26", OPTIONS.textSha256, "2021-01-27 09:02 (UTC+8)"]) expect(source).toContain(fact);
    expect(source.join()).toContain(language === "en" ? "to be checked by a person" : "需人工核对");
    expect(source.join()).toContain(language === "en" ? "Numbers missing：三" : "序号不连续，缺：三");
  });

  test("keeps its header in sight and on every page, wraps, prints on A4 landscape", async () => {
    const book = unzip(await file("xlsx"));
    const sheet = book.get("xl/worksheets/sheet1.xml") ?? "";
    expect(sheet).toMatch(/<pane [^>]*ySplit="1"[^>]*state="frozen"/);
    expect(sheet).toMatch(/<pageSetup [^>]*paperSize="9"[^>]*orientation="landscape"[^>]*fitToWidth="1"/);
    expect(book.get("xl/workbook.xml")).toContain(`<definedName name="_xlnm.Print_Titles" localSheetId="0">'任务分解表'!$1:$1</definedName>`);
    expect(book.get("xl/styles.xml")).toContain(`wrapText="1"`);
  });

  test("holds no formula and no character that breaks it", async () => {
    const book = unzip(await file("xlsx", hostile));
    for (const xml of book.values()) expect(xml).not.toMatch(/<f>|[^\P{Cc}\t\r\n]|\ufffe/u);
    expect(sheetCells(book, 1).map((cells) => cells[2])).toEqual(["原文", ...HOSTILE.map((quote) => held(quote).replace("_x0041_", "_x005F_x0041_"))]);
  });

  test("cuts what no cell can hold", async () => {
    const book = unzip(await file("xlsx", sampleReading({ obligations: [obligation({ quote: "雪".repeat(40_000) })] })));
    expect(sheetCells(book, 1)[1]?.[2]).toHaveLength(32_001);
  });
});

describe("the Word file", () => {
  test.each(LANGUAGES)("shows the table and where it comes from (%s)", async (language) => {
    const bytes = await file("docx", sampleReading(), language);
    const { value } = await mammoth.convertToHtml({ buffer: bytes });
    expect(htmlTable(value)).toEqual(expected(sampleReading(), language));
    for (const words of ["关于做好雪后保畅通工作的通知", "草政办发〔2021〕3号", OPTIONS.textSha256]) expect(value).toContain(words);
  });

  test("repeats its header on A4 landscape in official fonts", async () => {
    const document = unzip(await file("docx")).get("word/document.xml") ?? "";
    expect(document).toContain("<w:tblHeader/>");
    expect(document).toMatch(/<w:pgSz [^>]*w:w="16838"[^>]*w:h="11906"[^>]*w:orient="landscape"/);
    expect(document).toContain(`w:eastAsia="黑体"`);
  });

  test("holds no character that breaks it", async () => {
    const bytes = await file("docx", hostile);
    for (const xml of unzip(bytes).values()) expect(xml).not.toMatch(/[^\P{Cc}\t\r\n]|\ufffe/u);
    const { value } = await mammoth.convertToHtml({ buffer: bytes });
    const quotes = htmlTable(value).slice(1).map((cells) => cells[2]);
    expect(quotes).toEqual(HOSTILE.map(held));
  });
});

describe("the CSV file", () => {
  test.each(LANGUAGES)("shows the table (%s)", async (language) => {
    const text = (await file("csv", sampleReading(), language)).toString();
    expect(text.startsWith("\ufeff")).toBe(true);
    expect(text.endsWith("\r\n")).toBe(true);
    expect(parseCsv(text.slice(1))).toEqual(expected(sampleReading(), language));
  });

  test("runs nothing in a spreadsheet", async () => {
    const quotes = parseCsv((await file("csv", hostile)).toString().slice(1)).slice(1).map((cells) => cells[2] ?? "");
    for (const quote of quotes) expect(quote).not.toMatch(/^\s*[=+\-@＝]/);
    expect(quotes.map((quote, index) => (/^\s*[=+\-@＝]/.test(HOSTILE[index] ?? "") ? quote.slice(1) : quote))).toEqual(HOSTILE.map(held));
  });
});

describe("the calendar", () => {
  test("has an all-day event on each date the words make certain, and a to-do without date for the rest", async () => {
    const calendar = parseCalendar(await file("ics"));
    const events = calendar.getAllSubcomponents("vevent");
    expect(events.map((event) => event.getFirstPropertyValue("dtstart")?.toString())).toEqual(["2021-02-10", "2021-02-25"]);
    expect(events[0]?.getFirstProperty("dtstart")?.toICALString()).toBe("DTSTART;VALUE=DATE:20210210");
    const todos = calendar.getAllSubcomponents("vtodo");
    expect(todos).toHaveLength(6);
    expect(todos.some((todo) => todo.hasProperty("due"))).toBe(false);
    expect(events[0]?.getFirstPropertyValue("description")).toBe("任务分解表：关于做好雪后保畅通工作的通知\n一·1 主次干道\n各区人民政府要在2021年2月10日前完成主次干道积雪清扫，并将落实情况报市政府办公室。\n时限：2021年2月10日前\n由阅读器初读，需人工核对。以原文为准。");
  });

  test("names each task for good: the same text gives the same names, another text others", async () => {
    const uids = (bytes: Buffer): unknown[] => parseCalendar(bytes).getAllSubcomponents().map((task) => task.getFirstPropertyValue("uid"));
    const first = uids(await file("ics"));
    const later = await taskTable(sampleReading(), "ics", { ...OPTIONS, madeAt: new Date("2022-02-02T00:00:00Z") });
    const other = await taskTable(sampleReading(), "ics", { ...OPTIONS, textSha256: "cd".repeat(32) });
    expect(new Set(first).size).toBe(8);
    expect(uids(Buffer.from(later.bytes))).toEqual(first);
    expect(uids(Buffer.from(other.bytes)).filter((uid) => first.includes(uid))).toEqual([]);
    expect(Buffer.from(later.bytes).toString()).toContain("DTSTAMP:20220202T000000Z");
  });

  test.each([["a plain notice", sampleReading()], ["a hostile one", hostile]])("folds its lines at 75 octets and never inside a character: %s", async (_, reading) => {
    const bytes = await file("ics", reading);
    const lines = bytes.toString("latin1").split("\r\n");
    expect(lines.at(-1)).toBe("");
    for (const line of lines) {
      expect(line.length).toBeLessThanOrEqual(75);
      expect(line).not.toMatch(/[\r\n]/);
      expect(Buffer.from(line, "latin1").toString("utf8")).not.toContain("\ufffd");
    }
    const quotes = parseCalendar(bytes).getAllSubcomponents().map((task) => String(task.getFirstPropertyValue("description")));
    expect(quotes.every((words, index) => words.includes(held(reading.obligations[index]?.quote ?? "?").trim()))).toBe(true);
  });
});

test("files have names that file systems and headers take", async () => {
  for (const format of TASK_TABLE_FORMATS) {
    const plain = await taskTable(sampleReading(), format, OPTIONS);
    expect(plain.fileName).toBe(`任务分解表：关于做好雪后保畅通工作的通知.${format}`);
    const odd = await taskTable(hostile, format, OPTIONS);
    expect(odd.fileName).toMatch(new RegExp(String.raw`^[^\\/:*?"<>|\u202e]{1,80}[^. ]\.${format}$`));
    expect(odd.contentType).toMatch(/^(application|text)\//);
  }
});

test("a reading without orders or facts still gives every file", async () => {
  const bare = sampleReading({ title: null, documentNumber: null, date: null, issuer: null, addressees: [], sections: [], attachments: [], obligations: [], remarks: [] });
  for (const format of TASK_TABLE_FORMATS) {
    const { bytes, fileName } = await taskTable(bare, format, { ...OPTIONS, title: "备用标题" });
    expect(bytes.length).toBeGreaterThan(50);
    expect(fileName).toContain("备用标题");
  }
  expect(sheetCells(unzip(await file("xlsx", bare)), 1)).toEqual(expected(bare));
});

function parseCalendar(bytes: Buffer): ICAL.Component {
  return new ICAL.Component(ICAL.parse(bytes.toString()));
}

/** Records of RFC 4180. */
function parseCsv(text: string): string[][] {
  const records: string[][] = [];
  const field = /("(?:[^"]|"")*"|[^",\r\n]*)(,|\r\n)/gy;
  let record: string[] = [];
  for (let match = field.exec(text); match !== null; match = field.exec(text)) {
    record.push(match[1]?.startsWith('"') ? match[1].slice(1, -1).replaceAll('""', '"') : match[1] ?? "");
    if (match[2] === "\r\n") {
      records.push(record);
      record = [];
      if (field.lastIndex === text.length) return records;
    }
  }
  throw new Error("not RFC 4180");
}

type XmlNode = { readonly name?: string; readonly data?: string; readonly attribs?: Readonly<Record<string, string>>; readonly children?: readonly XmlNode[] };

function elements(node: XmlNode, name: string): XmlNode[] {
  return (node.children ?? []).flatMap((child) => (child.name === name ? [child] : elements(child, name)));
}

function textOf(node: XmlNode): string {
  return node.data ?? (node.name === "br" ? "\n" : (node.children ?? []).map(textOf).join(""));
}

function htmlTable(html: string): string[][] {
  return elements(parseDocument(html) as XmlNode, "tr").map((row) => (row.children ?? []).map(textOf));
}

/** The words of a sheet: cells hold numbers of shared strings, or strings of their own. */
function sheetCells(book: ReadonlyMap<string, string>, number: number): string[][] {
  const strings = elements(parseDocument(book.get("xl/sharedStrings.xml") ?? "", { xmlMode: true }) as XmlNode, "si").map(textOf);
  return elements(parseDocument(book.get(`xl/worksheets/sheet${number}.xml`) ?? "", { xmlMode: true }) as XmlNode, "row").map((row) =>
    elements(row, "c").map((cell) => (cell.attribs?.["t"] === "s" ? strings[Number(textOf(cell))] ?? "?" : textOf(cell))));
}

/** The XML files of an archive. */
function unzip(bytes: Buffer): ReadonlyMap<string, string> {
  const files = new Map<string, string>();
  const end = bytes.lastIndexOf(Buffer.from("PK\x05\x06", "latin1"));
  let at = bytes.readUInt32LE(end + 16);
  for (let count = bytes.readUInt16LE(end + 10); count > 0; count -= 1) {
    const nameLength = bytes.readUInt16LE(at + 28);
    const name = bytes.toString("utf8", at + 46, at + 46 + nameLength);
    const local = bytes.readUInt32LE(at + 42);
    const start = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
    const packed = bytes.subarray(start, start + bytes.readUInt32LE(at + 20));
    if (/\.(xml|rels)$/.test(name)) files.set(name, (bytes.readUInt16LE(at + 10) === 8 ? inflateRawSync(packed) : packed).toString());
    at += 46 + nameLength + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  return files;
}
