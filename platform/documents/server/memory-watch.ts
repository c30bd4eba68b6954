/** Ends its own process when that takes too much memory or its parent is gone. A thread, since the reading thread never pauses. */
import { workerData } from "node:worker_threads";

const LOOK_MILLISECONDS = 25;
const bytesMax = Number(workerData);
const parent = process.ppid;

setInterval(() => {
  if (process.memoryUsage.rss() > bytesMax || process.ppid !== parent) process.kill(process.pid, "SIGKILL");
}, LOOK_MILLISECONDS);
