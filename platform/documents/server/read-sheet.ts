import { SHEET_HEAP_MEGABYTES_MAX, SHEET_MEMORY_BYTES_MAX, SHEET_MILLISECONDS_MAX } from "../limits.ts";
import type { RefusalReason } from "../outcome.ts";
import { runExtraction } from "./run-extraction.ts";

/** The rows of a sheet, each with its number as a spreadsheet counts them, without empty ones; or why there are none. */
export type SheetOutcome = { readonly kind: "rows"; readonly rows: readonly { readonly line: number; readonly cells: readonly string[] }[] } | { readonly kind: "refused"; readonly reason: RefusalReason; readonly detail: string };

/** Reads the first sheet of an .xlsx in a process of its own, within bounds of size, time and memory; no more than one row above `rowsMax` beside the head. Never rejects. */
export async function readSheet(bytes: Uint8Array, rowsMax: number): Promise<SheetOutcome> {
  const result = await runExtraction({ format: "sheet", bytes, rowsMax }, { milliseconds: SHEET_MILLISECONDS_MAX, heapMegabytes: SHEET_HEAP_MEGABYTES_MAX, memoryBytes: SHEET_MEMORY_BYTES_MAX });
  if ("refused" in result) return { kind: "refused", reason: result.refused, detail: result.detail };
  const rows = (JSON.parse(result.text) as string[][]).map((cells, at) => ({ line: at + 1, cells })).filter(({ cells }) => cells.some((cell) => cell !== ""));
  return rows.length === 0 ? { kind: "refused", reason: "empty", detail: "a sheet without cells" } : { kind: "rows", rows };
}
