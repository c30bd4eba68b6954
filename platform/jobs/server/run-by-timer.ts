import { nextTime } from "../job-times.ts";
import type { RecurringJob } from "../recurring-job.ts";

/** How a timer tells the time: `machineNow` says it, asked every `tickMilliseconds`; a machine that slept is late by one tick at most. */
export type Ticking = { readonly machineNow: () => Date; readonly tickMilliseconds: number };

const RETRY_MILLISECONDS = 10 * 60_000;

/**
 * Does every job now and then at its times, one after the other, within this process. What failed is tried again ten minutes later.
 * Gives the function that stops it; that resolves when what is being done has ended.
 */
export function runByTimer(jobs: readonly RecurringJob[], run: (job: RecurringJob) => Promise<void>, { machineNow, tickMilliseconds }: Ticking): () => Promise<void> {
  const due = new Map<RecurringJob, number>();
  let stopping = false;
  let timer: NodeJS.Timeout | undefined;
  let turning = turn();

  async function turn(): Promise<void> {
    for (const job of jobs) {
      if (stopping || machineNow().getTime() < (due.get(job) ?? 0)) continue;
      const done = await run(job).then(() => true, () => false);
      const [now, next] = [machineNow(), nextTime(job.times, machineNow()).getTime()];
      due.set(job, done ? next : Math.min(next, now.getTime() + RETRY_MILLISECONDS));
    }
    if (stopping) return;
    timer = setTimeout(() => { turning = turn(); }, tickMilliseconds);
    timer.unref();
  }
  return async () => {
    stopping = true;
    clearTimeout(timer);
    await turning;
  };
}
