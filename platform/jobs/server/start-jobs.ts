import type { Log } from "#platform/http";
import { PgBoss } from "pg-boss";
import { cronOf } from "../job-times.ts";
import type { RecurringJob } from "../recurring-job.ts";
import { runByTimer } from "./run-by-timer.ts";

/** Jobs that are running; `stop` lets what is being done end. */
export type Jobs = { readonly stop: () => Promise<void> };

type JobsParts = {
  /** The address of the jobs' role; null: there is none. */
  readonly url: string | null;
  readonly log: Log;
  readonly jobs: readonly RecurringJob[];
  readonly machineNow: () => Date;
  readonly tickMilliseconds?: number;
};

const SCHEMA = "jobs";
const STOP_MILLISECONDS = 5_000;
const TICK_MILLISECONDS = 30_000;

/**
 * Does every job once now, then at its times. pg-boss gives the jobs of `one` server to one of them; without the jobs' role, or when
 * pg-boss does not start, every server does all of them by its own timer, which costs work done twice and nothing else. A job that
 * fails is told in the log and tried again; nothing of it reaches a request.
 */
export async function startJobs({ url, log, jobs, machineNow, tickMilliseconds = TICK_MILLISECONDS }: JobsParts): Promise<Jobs> {
  const run = async ({ name, work }: RecurringJob): Promise<void> => {
    try {
      await work();
    } catch (error) {
      log.error("job-failed", { job: name, error: error instanceof Error ? error.name : typeof error });
      throw error;
    }
  };
  const shared = jobs.filter(({ servers }) => servers === "one");
  const boss = url === null ? null : await startBoss(url, log, shared, run).catch((error: unknown) => {
    log.warn("jobs-by-timer", { error: error instanceof Error ? error.name : typeof error });
    return null;
  });
  const stopTimer = runByTimer(boss === null ? jobs : jobs.filter(({ servers }) => servers === "every"), run, { machineNow, tickMilliseconds });
  return { stop: async () => { await Promise.all([boss?.stop({ graceful: true, timeout: STOP_MILLISECONDS }), stopTimer()]); } };
}

async function startBoss(url: string, log: Log, jobs: readonly RecurringJob[], run: (job: RecurringJob) => Promise<void>): Promise<PgBoss> {
  const boss = new PgBoss({ connectionString: url, schema: SCHEMA, application_name: "anxin jobs", max: 2, createSchema: false });
  boss.on("error", (error) => { log.warn("jobs-trouble", { error: error.name }); });
  try {
    await boss.start();
    for (const job of jobs) {
      await boss.createQueue(job.name, { policy: "stately", retryLimit: 3, retryDelay: 60, retryBackoff: true });
      await boss.schedule(job.name, cronOf(job.times), null, { tz: "Asia/Shanghai" });
      await boss.work(job.name, { pollingIntervalSeconds: 5 }, () => run(job));
      await boss.send(job.name);
    }
    return boss;
  } catch (error) {
    await boss.stop({ graceful: false }).catch(() => undefined);
    throw error;
  }
}
