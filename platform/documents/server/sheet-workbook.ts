import type { Blob } from "node:buffer";
import type Stream from "node:stream";
import writeXlsxFile, { type CellObject, type Sheet } from "write-excel-file/node";

/** A sheet that is to be written: its name, and its rows, of which the first is the head. */
export type SheetToWrite = { readonly name: string; readonly rows: readonly (readonly string[])[] };

/** What the library could be given for pictures; none are. */
type FileContent = Stream | Buffer | Blob;

/** A workbook of one sheet. Every cell is a text, so that none is run as a formula and no number of a card is rounded. */
export async function sheetWorkbook({ name, rows }: SheetToWrite): Promise<Uint8Array> {
  const data = rows.map((row, at) => row.map((value): CellObject => ({ value, type: String, ...(at === 0 ? { fontWeight: "bold" } : {}) })));
  // Spreadsheets take thirty signs and none of these.
  const sheet: Sheet<FileContent> = { sheet: [...name.replaceAll(/[[\]:*?/\\']/gu, " ")].slice(0, 30).join(""), data, stickyRowsCount: 1 };
  return writeXlsxFile([sheet], { fontFamily: "宋体", fontSize: 10.5 }).toBuffer();
}
