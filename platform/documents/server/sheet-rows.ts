import { readSheet } from "read-excel-file/node";
import { SHEET_CELL_SIGNS_MAX, SHEET_CELLS_MAX, SHEET_COLUMNS_MAX, SHEET_PARTS_BYTES_MAX, SHEET_SIGNS_MAX } from "../limits.ts";
import type { RefusalReason } from "../outcome.ts";
import { listZip, unpackEntry } from "./zip-reader.ts";
import { storeZip } from "./zip-writer.ts";

/** The parts of a workbook in which cells, their texts and their formats stand. */
const PARTS = /^(?:\[content_types\]\.xml|_rels\/\.rels|xl\/workbook\.xml|xl\/_rels\/workbook\.xml\.rels|xl\/sharedstrings\.xml|xl\/styles\.xml|xl\/worksheets\/[^/]+\.xml)$/iu;

/** The rows of the first sheet of an .xlsx, as JSON: cells as texts, days as `2021-01-26`; or why there are none. */
export async function sheetRows(bytes: Uint8Array, rowsMax: number): Promise<{ text: string } | { refused: RefusalReason; detail: string }> {
  const listing = listZip(bytes);
  if (listing.kind === "refused") return { refused: listing.reason, detail: listing.detail };
  const parts: [name: string, content: Uint8Array][] = [];
  let left = SHEET_PARTS_BYTES_MAX;
  for (const entry of listing.entries.filter(({ name }) => PARTS.test(name))) {
    if (entry.isEncrypted) return { refused: "encrypted", detail: entry.name };
    const content = unpackEntry(bytes, entry, left);
    if (content === "too-large") return { refused: "too-large", detail: `parts beyond ${SHEET_PARTS_BYTES_MAX} bytes` };
    if (content === null) return { refused: "damaged", detail: entry.name };
    left -= content.length;
    parts.push([entry.name, content]);
  }
  // The library reads the parts that were measured here, and nothing else of the file.
  const rows = await readSheet(Buffer.from(storeZip(parts)));
  return textsOf(rows.slice(0, rowsMax + 2));
}

/** Counted cell by cell before they are written out: what is too much never leaves this process. */
function textsOf(rows: readonly (readonly unknown[])[]): { text: string } | { refused: RefusalReason; detail: string } {
  let [cells, signs] = [0, 0];
  const texts: string[][] = [];
  for (const row of rows) {
    if (row.length > SHEET_COLUMNS_MAX) return { refused: "too-large", detail: `${row.length} columns` };
    cells += row.length;
    if (cells > SHEET_CELLS_MAX) return { refused: "too-large", detail: `more than ${SHEET_CELLS_MAX} cells` };
    const written = row.map(cellText);
    for (const { length } of written) {
      signs += length;
      if (length > SHEET_CELL_SIGNS_MAX || signs > SHEET_SIGNS_MAX) return { refused: "too-large", detail: `${signs} signs in the cells` };
    }
    texts.push(written);
  }
  return { text: JSON.stringify(texts) };
}

function cellText(value: unknown): string {
  if (value === null || value === undefined) return "";
  if (value instanceof Date) return value.toISOString().replace(/T00:00:00\.000Z$/u, "").replace("T", " ").slice(0, 16);
  if (typeof value === "number") return plainNumber(value);
  return String(value).trim();
}

/** As it was typed: a sum of binary fractions is not, and no exponent is. */
function plainNumber(value: number): string {
  const rounded = Number(value.toPrecision(15));
  return Number.isInteger(rounded) && Math.abs(rounded) < 1e18 ? BigInt(rounded).toString() : String(rounded);
}
