import { createTestDatabase, ensureJobsRole, jobsUrlOf, type TestDatabase } from "#platform/db/server";
import { Client } from "pg";
import { afterEach, beforeEach, expect, test } from "vitest";
import { startJobs } from "./index.ts";

let database: TestDatabase;
let url: string;
const logged: string[] = [];
const note = (event: string) => { logged.push(event); };
const log = { info: note, warn: note, error: note };
beforeEach(async () => {
  database = await createTestDatabase();
  url = jobsUrlOf(database.ownerUrl, null) ?? "";
  await ensureJobsRole(database.ownerUrl, url);
});
afterEach(async () => { await database.drop(); });

test("a job is done at the start, by a role that can read nothing of the product", async () => {
  let done = 0;
  const jobs = await startJobs({ url, log, jobs: [{ name: "trial-count", cron: "10 0 * * *", work: async () => { done += 1; } }] });
  const end = performance.now() + 20_000;
  while (done === 0 && performance.now() < end) await new Promise((resolve) => setTimeout(resolve, 50));
  expect(done).toBe(1);
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
test("without a role the work is done at the start, and what fails is told and stops nothing", async () => {
  const done: string[] = [];
  await startJobs({ url: null, log, jobs: [
    { name: "trial-fails", cron: "* * * * *", work: async () => { throw new TypeError("no"); } }, { name: "test.works", cron: "* * * * *", work: async () => { done.push("works"); } },
  ] });
  expect(done).toEqual(["works"]);
  expect(logged).toContain("job-failed");
});
