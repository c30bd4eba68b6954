import type { ChildProcess } from "node:child_process";
import { z } from "zod";

/** What a server tells of itself: bytes of heap in use and of memory, and the longest stall of its event loop since the last question, in milliseconds. */
export type InnerFigures = { readonly heapUsed: number; readonly rss: number; readonly stall: number };

/** Asks a server that `inner-figures.ts` was loaded into. */
export function askFigures(server: ChildProcess): Promise<InnerFigures> {
  return new Promise((resolve) => {
    server.once("message", (message) => resolve(figures.parse(message)));
    server.send("figures");
  });
}

const figures = z.object({ heapUsed: z.number(), rss: z.number(), stall: z.number() });

/** Bytes as megabytes. */
export const megabytes = (bytes: number): string => `${(bytes / 1_048_576).toFixed(1)} MB`;
