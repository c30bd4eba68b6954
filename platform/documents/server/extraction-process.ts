/**
 * A process of its own that reads one stranger's file and ends. It may read files but write none, start nothing and sees no
 * environment. Its answer goes to the parent as one message.
 */
import { fileURLToPath } from "node:url";
import { Worker } from "node:worker_threads";
import { extractHtmlText } from "../html-text.ts";
import type { ExtractionResult, ExtractionTask } from "./run-extraction.ts";
import type { SheetToWrite } from "./sheet-workbook.ts";

process.once("message", (message: { readonly task: ExtractionTask; readonly memoryBytes: number }) => {
  new Worker(fileURLToPath(new URL("./memory-watch.ts", import.meta.url)), { workerData: message.memoryBytes }).unref();
  void extract(message.task).then((result) => process.send?.(result, () => process.exit(0)));
});

/** What is thrown on the way is the file's fault: libraries throw on damaged files, and deep nesting ends their stack. */
async function extract(task: ExtractionTask): Promise<ExtractionResult> {
  try {
    if (task.format === "html") return { text: extractHtmlText(task.html) };
    if (task.format === "sheet") return await (await import("./sheet-rows.ts")).sheetRows(task.bytes, task.rowsMax);
    if (task.format === "workbook") return { text: Buffer.from(await (await import("./sheet-workbook.ts")).sheetWorkbook(JSON.parse(task.sheet) as SheetToWrite)).toString("base64") };
    if (task.format === "docx") return await (await import("./docx-text.ts")).docxText(task.bytes);
    return await (await import("./pdf-text.ts")).pdfText(task.bytes);
  } catch (error) {
    const isStackEnd = error instanceof RangeError && error.message.includes("call stack");
    return { refused: isStackEnd ? "too-costly" : "damaged", detail: error instanceof Error ? error.name : "thrown" };
  }
}
