import { spawn } from "node:child_process";
import { chmod, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Client } from "pg";
import { afterEach, beforeEach, expect, test } from "vitest";
import { startDatabase } from "../start-database.ts";

let folder: string;
beforeEach(async () => { folder = await mkdtemp(join(tmpdir(), "anxin-embedded-")); await chmod(folder, 0o755); });
afterEach(async () => { await rm(folder, { recursive: true, force: true }); });
const events: string[] = [];
const log = { info: (event: string) => { events.push(event); }, warn: (event: string) => { events.push(event); } };
const start = () => startDatabase({ databaseUrl: null, serverDatabaseUrl: null, dataFolder: folder }, log);
const pidFile = () => join(folder, "postgres", "cluster", "postmaster.pid");
const postmasterPid = async (): Promise<number> => Number((await readFile(pidFile(), "utf8")).split("\n")[0]);

test("what is committed is there after a stop and after a killed Postgres", async () => {
  let database = await start();
  await database.pool.query("insert into platform.drill_clock values ('kept', now(), now())");
  const count = async (): Promise<number> => (await database.pool.query("select from platform.drill_clock where pack_key = 'kept'")).rows.length;
  await database.stop();
  database = await start();
  expect(await count()).toBe(1);

  process.kill(await postmasterPid(), "SIGKILL");
  let answered = false;
  for (let round = 0; round < 100 && !answered; round += 1) {
    await new Promise((resolve) => setTimeout(resolve, 100));
    answered = await count().then((found) => found === 1, () => false);
  }
  expect(answered).toBe(true);
  expect(events).toContain("database-restarted");

  await database.stop();
});

test("a server killed with kill -9 leaves Postgres running: the next start ends it and goes on", async () => {
  const starting = `const { startDatabase } = await import(${JSON.stringify(new URL("../start-database.ts", import.meta.url).href)});
    const { pool } = await startDatabase({ databaseUrl: null, serverDatabaseUrl: null, dataFolder: ${JSON.stringify(folder)} }, { info() {}, warn() {} });
    await pool.query("insert into platform.drill_clock values ('kept', now(), now())");
    process.stdout.write("ready");`;
  const server = spawn(process.execPath, ["--disable-warning=ExperimentalWarning", "--input-type=module", "-e", starting], { stdio: ["ignore", "pipe", "inherit"] });
  await new Promise((resolve) => server.stdout.once("data", resolve));
  await expect(start()).rejects.toThrow(String(server.pid));
  server.kill("SIGKILL");
  await new Promise((resolve) => server.once("exit", resolve));
  const database = await start();
  expect(events).toContain("database-left-running");
  expect((await database.pool.query("select from platform.drill_clock where pack_key = 'kept'")).rows).toHaveLength(1);
  await database.stop();
});

test("a lock file whose number belongs to another program does not stand in the way", async () => {
  await (await start()).stop();
  await writeFile(pidFile(), `${process.ppid}\n/elsewhere\n1\n5432\n\n127.0.0.1\n\n`);
  const database = await start();
  expect((await database.pool.query("select 1 as one")).rows).toEqual([{ one: 1 }]);
  await database.stop();
});

test("a cluster that was cut off while being made is made anew", async () => {
  await (await start()).stop();
  await rm(join(folder, "postgres", "cluster", "PG_VERSION"));
  await rm(join(folder, "postgres", "cluster"), { recursive: true });
  const database = await start();
  expect((await database.pool.query("show server_encoding")).rows).toEqual([{ server_encoding: "UTF8" }]);
  expect((await database.pool.query("select rolsuper or rolbypassrls as powerful from pg_roles where rolname = current_user")).rows).toEqual([{ powerful: false }]);
  await database.stop();
});

test("nobody gets in without the password", async () => {
  const database = await start();
  const port = (database.pool.options as { connectionString?: string }).connectionString ?? "";
  const url = new URL(port);
  url.password = "guess";
  await expect(new Client({ connectionString: url.href }).connect()).rejects.toMatchObject({ code: "28P01" });
  await database.stop();
});
