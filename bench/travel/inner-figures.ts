import { monitorEventLoopDelay } from "node:perf_hooks";

/**
 * Loaded into the server before it starts (`--import`, with `--expose-gc`): tells by message what can only be seen from inside, the heap after everything nobody
 * needs is thrown away, and the longest stall of its event loop since the last question.
 */
const delay = monitorEventLoopDelay({ resolution: 1 });
delay.enable();
process.on("message", (asked) => {
  if (asked !== "figures") return;
  const stall = delay.max / 1_000_000;
  globalThis.gc?.();
  const { heapUsed, rss } = process.memoryUsage();
  process.send?.({ heapUsed, rss, stall });
  delay.reset();
});
