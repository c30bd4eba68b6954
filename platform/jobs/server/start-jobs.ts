import type { Log } from "#platform/http";
import { PgBoss } from "pg-boss";
import type { RecurringJob } from "../recurring-job.ts";

/** Jobs that are running; `stop` lets what is being done end. */
export type Jobs = { readonly stop: () => Promise<void> };

const SCHEMA = "jobs";
const STOP_MILLISECONDS = 5_000;

/**
 * Does every job once now, then by its clock. `url` is the address of the jobs' role; null: there is none, and jobs are done at the
 * start alone. A job that fails is told in the log and tried again; nothing of it reaches a request.
 */
export async function startJobs({ url, log, jobs }: { readonly url: string | null; readonly log: Log; readonly jobs: readonly RecurringJob[] }): Promise<Jobs> {
  const run = async ({ name, work }: RecurringJob): Promise<void> => {
    try {
      await work();
    } catch (error) {
      log.error("job-failed", { job: name, error: error instanceof Error ? error.name : typeof error });
      throw error;
    }
  };
  if (url === null) {
    for (const job of jobs) await run(job).catch(() => undefined);
    return { stop: async () => undefined };
  }
  const boss = new PgBoss({ connectionString: url, schema: SCHEMA, application_name: "anxin jobs", max: 2, createSchema: false });
  boss.on("error", (error) => { log.warn("jobs-trouble", { error: error.name }); });
  await boss.start();
  for (const job of jobs) {
    await boss.createQueue(job.name, { policy: "stately", retryLimit: 3, retryDelay: 60, retryBackoff: true });
    await boss.schedule(job.name, job.cron, null, { tz: "Asia/Shanghai" });
    await boss.work(job.name, { pollingIntervalSeconds: 5 }, () => run(job));
    await boss.send(job.name);
  }
  return { stop: () => boss.stop({ graceful: true, timeout: STOP_MILLISECONDS }) };
}
