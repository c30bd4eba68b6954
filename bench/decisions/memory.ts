import type { Work } from "./round.ts";

/** What a process holds, in MiB, after everything that can be let go is let go. */
export type Held = { readonly heap: number; readonly resident: number };

/**
 * Held at the start, after `decisions` more of a contender that is warm already, and after as many again: a heap may take a step or two until
 * it has found its size, a leak goes on. Needs --expose-gc.
 */
export async function memoryOver(decisions: number, work: Work): Promise<readonly Held[]> {
  await work(decisions / 10);
  const found = [held()];
  for (let span = 0; span < 2; span += 1) {
    await work(decisions);
    found.push(held());
  }
  return found;
}

function held(): Held {
  if (globalThis.gc === undefined) throw new Error("start this process with --expose-gc");
  for (let round = 0; round < 3; round += 1) globalThis.gc();
  const { heapUsed, rss } = process.memoryUsage();
  return { heap: heapUsed / 2 ** 20, resident: rss / 2 ** 20 };
}
