import { SHEET_HEAP_MEGABYTES_MAX, SHEET_MEMORY_BYTES_MAX, SHEET_MILLISECONDS_MAX } from "../limits.ts";
import type { RefusalReason } from "../outcome.ts";
import { runExtraction } from "./run-extraction.ts";
import type { SheetToWrite } from "./sheet-workbook.ts";

/** A workbook, or why it could not be written: many are being read and written now, or it is too large. */
export type WrittenSheet = { readonly kind: "file"; readonly bytes: Uint8Array } | { readonly kind: "refused"; readonly reason: RefusalReason; readonly detail: string };

/** Writes an .xlsx of one sheet in the process in which they are read: ten thousand rows take seconds, in which nobody else would get an answer. Never rejects. */
export async function writeSheet(sheet: SheetToWrite): Promise<WrittenSheet> {
  const result = await runExtraction({ format: "workbook", sheet: JSON.stringify(sheet) }, { milliseconds: SHEET_MILLISECONDS_MAX, heapMegabytes: SHEET_HEAP_MEGABYTES_MAX, memoryBytes: SHEET_MEMORY_BYTES_MAX });
  return "refused" in result ? { kind: "refused", reason: result.refused, detail: result.detail } : { kind: "file", bytes: Buffer.from(result.text, "base64") };
}
