import { parse } from "csv-parse";
import { parse as parseAtOnce } from "csv-parse/sync";
import { finished } from "node:stream/promises";
import { setImmediate as pause } from "node:timers/promises";

/** A table with its head; or the line that cannot be read. Cells are trimmed; lines without anything are left out. */
export type CsvReading = { readonly kind: "table"; readonly head: readonly string[]; readonly rows: readonly (readonly string[])[] } | { readonly kind: "refused"; readonly reason: "no-text" | "empty" | "broken"; readonly line: number | null };

/**
 * Reads a table as spreadsheets of China save it: UTF-8 or GB 18030; commas, semicolons or tabs. Rows may be shorter or longer than the head. No more than one row above `rowsMax` is
 * read: whoever sets the bound sees that it is passed, and nobody waits for the rest.
 */
export function readCsv(bytes: Uint8Array, rowsMax = 100_000): CsvReading {
  const text = textOf(bytes);
  if (text === null) return { kind: "refused", reason: "no-text", line: null };
  try {
    const [head, ...rows] = parseAtOnce(text, { bom: true, trim: true, skip_empty_lines: true, relax_column_count: true, to: rowsMax + 2, delimiter: delimiterOf(text) }) as string[][];
    return head === undefined ? { kind: "refused", reason: "empty", line: null } : { kind: "table", head, rows: rows.filter((row) => row.some((cell) => cell !== "")) };
  } catch (error) {
    const line = error instanceof Error && "lines" in error && typeof error.lines === "number" ? error.lines : null;
    return { kind: "refused", reason: "broken", line };
  }
}

/** A table with the numbers of its rows as a spreadsheet counts them, empty ones counted and left out. `isCut`: there is more behind the bound. */
export type NumberedReading = { readonly kind: "table"; readonly head: readonly string[]; readonly rows: readonly { readonly line: number; readonly cells: readonly string[] }[]; readonly isCut: boolean } | Extract<CsvReading, { kind: "refused" }>;

/** Reads a table as `readCsv` does, for whoever tells people in which row something is wrong. A hundred thousand rows take most of a second: others get their turn in between. */
export async function readNumberedCsv(bytes: Uint8Array, linesMax: number): Promise<NumberedReading> {
  const text = textOf(bytes);
  if (text === null) return { kind: "refused", reason: "no-text", line: null };
  const parser = parse({ bom: true, trim: true, skip_empty_lines: false, relax_column_count: true, to: linesMax + 2, delimiter: delimiterOf(text.trimStart()) });
  const lines: string[][] = [];
  const failed = new Promise<unknown>((resolve) => { parser.once("error", resolve); });
  const ended = finished(parser).then(() => null, (error: unknown) => error);
  const drain = (): void => { for (let line: unknown = parser.read(); line !== null; line = parser.read()) lines.push(line as string[]); };
  for (let at = 0; at < text.length && lines.length < linesMax + 2 && parser.errored === null && !parser.readableEnded; at += PIECE) {
    parser.write(text.slice(at, at + PIECE));
    drain();
    await pause();
    drain();
  }
  let error: unknown = parser.errored;
  if (error === null && lines.length < linesMax + 2) {
    parser.on("data", (line: string[]) => { lines.push(line); });
    parser.end();
    error = await Promise.race([ended, failed]);
  } else parser.destroy();
  if (error !== null) return { kind: "refused", reason: "broken", line: error instanceof Error && "lines" in error && typeof error.lines === "number" ? error.lines : null };
  const [head, ...rows] = lines.map((cells, at) => ({ line: at + 1, cells })).filter(({ cells }) => cells.some((cell) => cell !== ""));
  return head === undefined ? { kind: "refused", reason: "empty", line: null } : { kind: "table", head: head.cells, rows, isCut: lines.length > linesMax + 1 };
}

/** Signs that are read before others get their turn. */
const PIECE = 64 * 1024;

function textOf(bytes: Uint8Array): string | null {
  for (const encoding of ["utf-8", "gb18030"]) {
    try {
      const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
      if (!text.includes("\0")) return text;
    } catch {
      continue;
    }
  }
  return null;
}

/** Whichever the first line has most of. */
function delimiterOf(text: string): string {
  const line = /^[^\r\n]*/u.exec(text)?.[0] ?? "";
  const count = (sign: string): number => line.split(sign).length;
  return [",", ";", "\t"].reduce((best, sign) => (count(sign) > count(best) ? sign : best));
}
