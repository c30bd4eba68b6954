import { createHmac } from "node:crypto";
import { chmod, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Client } from "pg";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { startEmbedded, type Embedded } from "./embedded/start-embedded.ts";
import { startDatabase } from "./index.ts";
import { ensureJobsRole, JOBS_ROLE, jobsUrlOf, serverUrlOf } from "./server-role.ts";

/** An owner whose address holds no password: libpq's way (PGPASSWORD, peer) lets it in. Roles are the whole cluster's, so the test has one of its own. */
let folder: string;
let cluster: Embedded;
let withoutPassword: string;
const warned: string[] = [];
const log = { info: () => undefined, warn: (event: string) => { warned.push(event); } };
const start = (secretKey: Uint8Array | null) => startDatabase({ databaseUrl: withoutPassword, serverDatabaseUrl: serverUrlOf(cluster.ownerUrl), dataFolder: folder, secretKey }, log);

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "anxin-jobs-role-"));
  await chmod(folder, 0o755);
  cluster = await startEmbedded(folder, { info: () => undefined, warn: () => undefined });
  const url = new URL(cluster.ownerUrl);
  process.env["PGPASSWORD"] = url.password;
  url.password = "";
  withoutPassword = url.href;
  await (await startDatabase({ databaseUrl: cluster.ownerUrl, serverDatabaseUrl: null, dataFolder: folder }, log)).stop();
});
afterAll(async () => {
  delete process.env["PGPASSWORD"];
  await cluster.stop();
  await rm(folder, { recursive: true, force: true });
});
beforeEach(() => { warned.length = 0; });
afterEach(async () => { await dropJobs(); });

test("the jobs' role has no password that follows from nothing: without one there is no role", async () => {
  const database = await start(null);
  expect([database.jobsUrl, warned]).toEqual([null, ["jobs-role-not-made"]]);
  expect(await entersBy(publicPassword())).toBe(false);
  await database.stop();
});
test("one that was made with such a password is closed at the next start", async () => {
  await ensureJobsRole(cluster.ownerUrl, publicPassword());
  expect(await entersBy(publicPassword())).toBe(true);
  await (await start(null)).stop();
  expect(await entersBy(publicPassword())).toBe(false);
});
test("a tool that was not given the secret leaves a good password alone", async () => {
  const server = await start(Buffer.alloc(32, 1));
  await (await start(null)).stop();
  expect(await entersBy(server.jobsUrl ?? "")).toBe(true);
  await server.stop();
});
test("where the owner has none it follows from the installation's secret, the same on every server of it", async () => {
  const [one, other] = [await start(Buffer.alloc(32, 1)), await start(Buffer.alloc(32, 1))];
  expect(one.jobsUrl).toBe(other.jobsUrl);
  expect(await entersBy(one.jobsUrl ?? "")).toBe(true);
  expect(one.jobsUrl).not.toBe(jobsUrlOf(withoutPassword, Buffer.alloc(32, 2)));
  await one.stop();
  await other.stop();
});
test("an owner's password is enough", () => expect(jobsUrlOf("postgres://owner:word@localhost/anxin", null)).toMatch(/^postgres:\/\/anxin_jobs:[\w-]{43}@localhost\/anxin$/u));

/** What anybody can work out who has read our source. */
function publicPassword(): string {
  const url = new URL(cluster.ownerUrl);
  [url.username, url.password] = [JOBS_ROLE, createHmac("sha256", "").update("anxin jobs role 1").digest("base64url")];
  return url.href;
}
async function entersBy(connectionString: string): Promise<boolean> {
  const client = new Client({ connectionString });
  const entered = await client.connect().then(() => true, () => false);
  await client.end().catch(() => undefined);
  return entered;
}
async function dropJobs(): Promise<void> {
  const client = new Client({ connectionString: cluster.ownerUrl });
  await client.connect();
  await client.query(`do $$ begin if exists (select from pg_roles where rolname = '${JOBS_ROLE}') then grant ${JOBS_ROLE} to current_user; drop owned by ${JOBS_ROLE} cascade; drop role ${JOBS_ROLE}; end if; end $$`);
  await client.end();
}
