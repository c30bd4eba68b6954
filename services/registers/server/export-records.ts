import type { Answers } from "#engines/forms";
import { writtenValue, type RecordType } from "#engines/registers";
import type { AppendAudit } from "#platform/audit/server";
import { csvText } from "#platform/csv";
import { inTransaction } from "#platform/db/server";
import { writeSheet } from "#platform/documents/server";
import type { LocalText } from "#platform/i18n";
import { setImmediate as pause } from "node:timers/promises";
import type { Pool } from "pg";
import { findRecords } from "../lists/server/store.ts";
import type { ListAsked } from "./list-asked.ts";
import { noteReading } from "./reading-people.ts";
import { WORDS_MOST, type RecordLists } from "./record-lists.ts";

/** A register as a file; `too-many`: it has more rows than such a file may hold. `cut`: more names hold the words than are looked through. `not-written`: the workbook took too long or too much, or many files are being read and written just now. */
export type ExportOutcome = { readonly kind: "file"; readonly content: Uint8Array; readonly mediaType: string } | { readonly kind: "too-many"; readonly most: number } | { readonly kind: "cut"; readonly most: number } | { readonly kind: "not-written"; readonly isBusy: boolean };

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
    if (format === "csv") return { kind: "file", content: await csvInTurns([head, ...rows]), mediaType: "text/csv; charset=utf-8" };
    const workbook = await writeSheet({ name: type.name[language], rows: [head, ...rows] });
    if (workbook.kind === "refused") return { kind: "not-written", isBusy: workbook.reason === "busy" };
    return { kind: "file", content: workbook.bytes, mediaType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet" };
  };
}

/** A long table is put into words piece by piece, so that others get their answers in between. */
async function csvInTurns(rows: readonly (readonly string[])[]): Promise<Uint8Array> {
  const pieces: Buffer[] = [];
  for (let at = 0; at < rows.length; at += AT_ONCE) {
    const text = csvText(rows.slice(at, at + AT_ONCE));
    // The mark of UTF-8 stands at the beginning alone.
    pieces.push(Buffer.from(at === 0 ? text : text.slice(1)));
    await pause();
  }
  return Buffer.concat(pieces);
}
