import { createTestDatabase, ensureJobsRole, jobsUrlOf, type TestDatabase } from "#platform/db/server";
import { Client } from "pg";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { RecurringJob } from "../index.ts";
import { startJobs, type Jobs } from "./index.ts";

let logged: string[];
let now: Date;
let jobs: Jobs;
const machineNow = () => now;
const note = (event: string) => { logged.push(event); };
const log = { info: note, warn: note, error: note };
beforeEach(() => { [logged, now] = [[], new Date("2026-11-24T02:00:00Z")]; });
const daily = (name: string, work: () => Promise<void>, servers: RecurringJob["servers"] = "one"): RecurringJob => ({ name, times: { dailyAt: "00:10" }, servers, work });

describe("with the jobs' role", () => {
  let database: TestDatabase;
  let url: string;
  beforeAll(async () => {
    database = await createTestDatabase();
    url = jobsUrlOf(database.ownerUrl, null) ?? "";
    await ensureJobsRole(database.ownerUrl, url);
  });
  afterAll(async () => { await database.drop(); });

  test("a job is done at the start, by a role that can read nothing of the product", async () => {
    let done = 0;
    jobs = await startJobs({ url, log, machineNow, jobs: [daily("trial-count", async () => { done += 1; })] });
    await until(() => done === 1);
    const client = new Client({ connectionString: url });
    await client.connect();
    const { rows: [schedule] } = await client.query<{ cron: string; timezone: string }>("select cron, timezone from jobs.schedule");
    expect(schedule).toEqual({ cron: "10 0 * * *", timezone: "Asia/Shanghai" });
    for (const table of ["identity.person", "notices.notice_version", "audit.entry"]) await expect(client.query(`select from ${table}`)).rejects.toMatchObject({ code: "42501" });
    await expect(client.query("create schema more")).rejects.toMatchObject({ code: "42501" });
    await client.end();
    await jobs.stop();
  });
  test("made again by another server it does no harm", async () => {
    await Promise.all([ensureJobsRole(database.ownerUrl, url), ensureJobsRole(database.ownerUrl, url)]);
  });
  test("what concerns every server is done by each of them, what concerns one by one", async () => {
    const done: string[] = [];
    const servers = await Promise.all(["a", "b"].map((server) => startJobs({ url, log, machineNow, jobs: [
      daily("trial-every", async () => { done.push(`every ${server}`); }, "every"), daily("trial-one", async () => { done.push("one"); }),
    ] })));
    await until(() => done.includes("one") && done.length >= 3);
    expect(done.filter((each) => each.startsWith("every")).toSorted()).toEqual(["every a", "every b"]);
    await Promise.all(servers.map((server) => server.stop()));
  });
  test("when pg-boss does not start, the work is done all the same", async () => {
    const broken = new URL(url);
    broken.password = "guess";
    let done = 0;
    jobs = await startJobs({ url: broken.href, log, machineNow, jobs: [daily("trial-again", async () => { done += 1; })] });
    await until(() => done === 1);
    expect(logged).toContain("jobs-by-timer");
    await jobs.stop();
  });
});

describe("without the role", () => {
  const tickMilliseconds = 2;
  const start = (...given: readonly RecurringJob[]) => startJobs({ url: null, log, machineNow, tickMilliseconds, jobs: given });
  const ticks = () => new Promise((resolve) => { setTimeout(resolve, 40); });
  afterEach(async () => { await jobs.stop(); });

  test("the work is done at the start and then every day at its time, for as long as the server runs", async () => {
    const days: string[] = [];
    jobs = await start(daily("trial-day", async () => { days.push(now.toISOString()); }));
    for (const instant of ["2026-11-24T16:09:00Z", "2026-11-24T16:10:30Z", "2026-11-24T23:00:00Z", "2026-11-25T16:12:00Z", "2026-12-20T01:00:00Z"]) {
      await ticks();
      now = new Date(instant);
    }
    await ticks();
    expect(days.map((day) => day.slice(0, 16))).toEqual(["2026-11-24T02:00", "2026-11-24T16:10", "2026-11-25T16:12", "2026-12-20T01:00"]);
  });
  test("what fails is told, stops nothing, and is tried again before its next time", async () => {
    const done: string[] = [];
    jobs = await start(daily("trial-fails", async () => { done.push("tried"); throw new TypeError("no"); }), daily("trial-works", async () => { done.push("works"); }));
    await ticks();
    expect(done).toEqual(["tried", "works"]);
    expect(logged).toEqual(["job-failed"]);
    now = new Date("2026-11-24T02:10:00Z");
    await ticks();
    expect(done).toEqual(["tried", "works", "tried"]);
  });
  test("nothing is done twice at once, and a stop waits for what is being done", async () => {
    let [running, most, ended] = [0, 0, 0];
    jobs = await startJobs({ url: null, log, machineNow, tickMilliseconds, jobs: [{ name: "trial-slow", times: { everyMinutes: 1 }, servers: "one", work: async () => {
      running += 1;
      most = Math.max(most, running);
      await ticks();
      running -= 1;
      ended += 1;
    } }] });
    const clock = setInterval(() => { now = new Date(now.getTime() + 60_000); }, 5);
    await until(() => ended === 2 && running === 1);
    await jobs.stop();
    expect([running, most]).toEqual([0, 1]);
    const before = ended;
    await ticks();
    clearInterval(clock);
    expect(ended).toBe(before);
  });
});

async function until(holds: () => boolean): Promise<void> {
  const end = performance.now() + 20_000;
  while (!holds()) {
    if (performance.now() > end) throw new Error("did not come true in twenty seconds");
    await new Promise((resolve) => { setTimeout(resolve, 10); });
  }
}
