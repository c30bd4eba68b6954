import { readNotice, type Reading } from "#engines/reading";
import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { Worker } from "node:worker_threads";

/** Reads texts without holding up everybody else. */
export type NoticeReader = {
  /** Null when too many long texts are waiting already, or one took longer than `milliseconds`. Rejects when the thread itself is broken. */
  readonly read: (text: string) => Promise<Reading | null>;
  readonly stop: () => Promise<void>;
};

/** Texts up to `directLengthMax` (UTF-16 code units) are read on the spot, in well under a tenth of a second; longer ones one at a time in a thread. */
export function noticeReader({ directLengthMax, waitingMax, milliseconds }: ReaderLimits = READER_LIMITS): NoticeReader {
  let thread: Worker | null = null;
  let waiting = 0;
  let last: Promise<unknown> = Promise.resolve();

  function readInThread(text: string): Promise<Reading | null> {
    const worker = (thread ??= startThread());
    return new Promise((resolve, reject) => {
      const finish = () => {
        clearTimeout(timer);
        worker.off("message", onReading).off("error", onEnd).off("exit", onEnd).unref();
      };
      const giveUp = () => {
        finish();
        thread = null;
        void worker.terminate();
      };
      const onReading = (reading: Reading) => { finish(); resolve(reading); };
      const onEnd = (cause: unknown) => { giveUp(); reject(new Error("the reading thread ended", { cause })); };
      const timer = setTimeout(() => { giveUp(); resolve(null); }, milliseconds);
      worker.on("message", onReading).on("error", onEnd).on("exit", onEnd).ref();
      worker.postMessage(text);
    });
  }
  return {
    read: async (text) => {
      if (text.length <= directLengthMax) return readNotice(text);
      if (waiting >= waitingMax) return null;
      waiting += 1;
      const reading = last.then(() => readInThread(text)).finally(() => { waiting -= 1; });
      last = reading.catch(() => null);
      return reading;
    },
    stop: async () => { await thread?.terminate(); },
  };
}

export type ReaderLimits = { readonly directLengthMax: number; readonly waitingMax: number; readonly milliseconds: number };
const READER_LIMITS: ReaderLimits = { directLengthMax: 70_000, waitingMax: 6, milliseconds: 30_000 };

function startThread(): Worker {
  // One listener stays: an error between two texts must not end the server.
  return new Worker(threadFile(), { execArgv: ["--no-warnings"], env: {} }).on("error", () => undefined);
}

const THREAD_SOURCE = join("services", "notices", "server", "reading-thread.ts");

/** The thread always runs from source, which the bundled server has beside it: found by going up from wherever this code runs. */
function threadFile(): string {
  for (let folder = dirname(fileURLToPath(import.meta.url)); ; folder = dirname(folder)) {
    const file = join(folder, THREAD_SOURCE);
    if (existsSync(file)) return file;
    if (folder === dirname(folder)) throw new Error(`${THREAD_SOURCE} is not above the running program`);
  }
}
