import { fork } from "node:child_process";
import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { z } from "zod";
import {
  EXTRACTION_HEAP_MEGABYTES_MAX, EXTRACTION_MEMORY_BYTES_MAX, EXTRACTION_MILLISECONDS_MAX, EXTRACTIONS_AT_ONCE,
  EXTRACTIONS_WAITING_MAX,
} from "../limits.ts";
import { REFUSAL_REASONS } from "../outcome.ts";

export type ExtractionTask =
  | { readonly format: "docx" | "pdf"; readonly bytes: Uint8Array }
  | { readonly format: "html"; readonly html: string }
  /** The first sheet of a workbook, as JSON of its rows; no more than one row above `rowsMax`. */
  | { readonly format: "sheet"; readonly bytes: Uint8Array; readonly rowsMax: number }
  /** A workbook, the other way round: a `SheetToWrite` as JSON; the answer is its bytes in base 64. */
  | { readonly format: "workbook"; readonly sheet: string };

/** The text of a file, or why there is none. */
export type ExtractionResult = Readonly<z.infer<typeof extractionResult>>;

/** Bounds of one extraction; the product's own unless a test asks for tighter ones. */
export type ExtractionBounds = { readonly milliseconds: number; readonly heapMegabytes: number; readonly memoryBytes: number };

/**
 * Runs an extraction in a process of its own, with bounds on time and memory; what goes beyond is stopped as `too-costly`.
 * A few run at once, some wait, the rest are told `busy`. Never rejects.
 */
export async function runExtraction(task: ExtractionTask, bounds: ExtractionBounds = BOUNDS): Promise<ExtractionResult> {
  if (running >= EXTRACTIONS_AT_ONCE) {
    if (waiting.length >= EXTRACTIONS_WAITING_MAX) return { refused: "busy", detail: `${waiting.length} waiting` };
    await new Promise<void>((resolve) => waiting.push(resolve));
  } else running += 1;
  try {
    return await runInProcess(task, bounds);
  } finally {
    const next = waiting.shift();
    if (next === undefined) running -= 1;
    else next();
  }
}

const BOUNDS: ExtractionBounds = {
  milliseconds: EXTRACTION_MILLISECONDS_MAX, heapMegabytes: EXTRACTION_HEAP_MEGABYTES_MAX, memoryBytes: EXTRACTION_MEMORY_BYTES_MAX,
};
const PROCESS_SOURCE = join("platform", "documents", "server", "extraction-process.ts");

const extractionResult = z.union([z.object({ text: z.string() }), z.object({ refused: z.enum(REFUSAL_REASONS), detail: z.string() })]);

let running = 0;
const waiting: (() => void)[] = [];

/** A process, not a thread: a thread that runs out of heap can take the whole server down with it. */
function runInProcess(task: ExtractionTask, bounds: ExtractionBounds): Promise<ExtractionResult> {
  return new Promise((resolve) => {
    const child = fork(processFile(), [], {
      execArgv: [`--max-old-space-size=${bounds.heapMegabytes}`, "--permission", "--allow-fs-read=*", "--allow-worker", "--no-warnings"],
      env: {}, serialization: "advanced", stdio: ["ignore", "ignore", "ignore", "ipc"],
    });
    const timer = setTimeout(() => finish({ refused: "too-costly", detail: "time" }), bounds.milliseconds);
    function finish(result: ExtractionResult): void {
      clearTimeout(timer);
      child.removeAllListeners();
      child.on("error", () => undefined);
      child.kill("SIGKILL");
      resolve(result);
    }
    child.once("message", (message) => {
      const answer = extractionResult.safeParse(message);
      finish(answer.success ? answer.data : { refused: "damaged", detail: "answer not understood" });
    });
    child.once("error", (error) => finish({ refused: "busy", detail: error.message }));
    // Not `exit`: that may come before an answer that is already on its way.
    child.once("close", (code, signal) => finish(signal === null
      ? { refused: "damaged", detail: `ended with ${code}` }
      : { refused: "too-costly", detail: `ended by ${signal}` }));
    // A child that ended at once is told by `close`; the failed sending tells nothing more.
    child.send({ task, memoryBytes: bounds.memoryBytes }, () => undefined);
  });
}

let processFileFound: string | null = null;

/** The process always runs from source, which the bundled server has beside it: found by going up from wherever this code runs. */
function processFile(): string {
  if (processFileFound !== null) return processFileFound;
  for (let folder = dirname(fileURLToPath(import.meta.url)); ; folder = dirname(folder)) {
    const file = join(folder, PROCESS_SOURCE);
    if (existsSync(file)) return processFileFound = file;
    if (folder === dirname(folder)) throw new Error(`${PROCESS_SOURCE} is not above the running program`);
  }
}
