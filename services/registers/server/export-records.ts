import type { Answers } from "#engines/forms";
import { writtenValue, type RecordType } from "#engines/registers";
import type { AppendAudit } from "#platform/audit/server";
import { csvText } from "#platform/csv";
import { inTransaction } from "#platform/db/server";
import type { LocalText } from "#platform/i18n";
import type { Blob } from "node:buffer";
import type Stream from "node:stream";
import type { Pool } from "pg";
import writeXlsxFile, { type CellObject, type Sheet } from "write-excel-file/node";
import { findRecords } from "../lists/server/store.ts";
import type { ListAsked } from "./list-asked.ts";
import { noteReading } from "./reading-people.ts";
import { WORDS_MOST, type RecordLists } from "./record-lists.ts";

/** A register as a file; `too-many`: it has more rows than such a file may hold. `cut`: more names hold the words than are looked through. */
export type ExportOutcome = { readonly kind: "file"; readonly content: Uint8Array; readonly mediaType: string } | { readonly kind: "too-many"; readonly most: number } | { readonly kind: "cut"; readonly most: number };

/** How it is to be written. `personal`: with what is personal; the audit then names every record that went out. */
export type ExportAsked = { readonly format: "csv" | "xlsx"; readonly language: "zh" | "en"; readonly personal: boolean };

/** Writes what a list holds, filtered as it is, into a file; each export is an entry of the audit of every district it holds rows of. */
export type ExportRecords = (person: string, type: RecordType, asked: ListAsked, how: ExportAsked) => Promise<ExportOutcome>;

/** Rows of a file. A workbook takes ten times as long to write as a text. */
export const EXPORT_ROWS_MAX = { csv: 100_000, xlsx: 20_000 } as const;
const AT_ONCE = 1_000;

export function exportRecords({ pool, audit, lists, districts }: { readonly pool: Pool; readonly audit: AppendAudit; readonly lists: Pick<RecordLists, "find">; readonly districts: (code: string) => LocalText }): ExportRecords {
  return async (person, type, asked, { format, language, personal }) => {
    const fields = type.fields.filter(({ privacy }) => personal || privacy === "open");
    const most = EXPORT_ROWS_MAX[format];
    const rows = await inTransaction(pool, { districts: asked.districts, actor: person }, async (tx) => {
      const written: string[][] = [];
      const read: { readonly district: string; readonly id: string }[] = [];
      let after = asked.after;
      for (;;) {
        const page = await lists.find(tx, type, { ...asked, after }, AT_ONCE);
        // Part of what was asked for, taken for the whole, would mislead.
        if (page.holding?.isCut === true) return "cut";
        const withPersonal = new Map(personal ? (await findRecords(tx, type.key, page.records)).map((each) => [each.id, each.personal ?? {}]) : []);
        for (const { district, id, values } of page.records) {
          const whole: Answers = { ...values, ...withPersonal.get(id) };
          written.push(fields.map((field) => { const value = whole[field.key]; return value === undefined ? "" : writtenValue(field, value, language, districts); }));
          read.push({ district, id });
        }
        if (written.length > most) return null;
        if (page.next === null) break;
        after = { ...page.next.place, byWords: page.next.byWords };
      }
      const details = { format, fields: fields.map(({ key }) => key), asOf: asked.asOf?.toISOString() ?? null };
      if (personal) await noteReading(audit, tx, read, { actor: person, action: "registers.read-people", object: `register:${type.key}`, details });
      else for (const [district, { length: count }] of [...Map.groupBy(read, (each) => each.district)].toSorted(([one], [other]) => (one < other ? -1 : 1))) await audit(tx, { district, actor: person, action: "registers.export", object: `register:${type.key}`, details: { count, ...details } });
      return written;
    });
    if (rows === "cut") return { kind: "cut", most: WORDS_MOST };
    if (rows === null) return { kind: "too-many", most };
    const head = fields.map(({ name }) => name[language]);
    if (format === "csv") return { kind: "file", content: new TextEncoder().encode(csvText([head, ...rows])), mediaType: "text/csv; charset=utf-8" };
    // Every cell is a text, so that none is run as a formula and no number of a card is rounded.
    const data = [head, ...rows].map((row, at) => row.map((value): CellObject => ({ value, type: String, ...(at === 0 ? { fontWeight: "bold" } : {}) })));
    const sheet: Sheet<FileContent> = { sheet: sheetName(type.name[language]), data, stickyRowsCount: 1 };
    return { kind: "file", content: await writeXlsxFile([sheet], { fontFamily: "宋体", fontSize: 10.5 }).toBuffer(), mediaType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet" };
  };
}

/** What the library could be given for pictures; none are. */
type FileContent = Stream | Buffer | Blob;
/** Spreadsheets take thirty signs and none of these. */
const sheetName = (name: string): string => [...name.replaceAll(/[[\]:*?/\\']/gu, " ")].slice(0, 30).join("");
