import { spawn, spawnSync } from "node:child_process";
import { chmod, mkdir, mkdtemp, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Client } from "pg";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { startDatabase } from "../start-database.ts";

let folder: string;
let parent: string;
let used: string;
const events: string[] = [];
const folderFor = async (name: string): Promise<string> => {
  const made = await mkdtemp(join(tmpdir(), name));
  await chmod(made, 0o755);
  return made;
};
// One cluster is made, in a folder that is not there yet, migrated and stopped in order; what is not about making one goes on from a copy of it.
beforeAll(async () => {
  parent = await folderFor("anxin-used-");
  used = join(parent, "not", "there-yet");
  await (await startDatabase({ databaseUrl: null, serverDatabaseUrl: null, dataFolder: used }, log)).stop();
});
afterAll(async () => { await rm(parent, { recursive: true, force: true }); });
beforeEach(async () => { events.length = 0; folder = await folderFor("anxin-embedded-"); });
afterEach(async () => { await rm(folder, { recursive: true, force: true }); });
const log = { info: (event: string) => { events.push(event); }, warn: (event: string) => { events.push(event); } };
const start = () => startDatabase({ databaseUrl: null, serverDatabaseUrl: null, dataFolder: folder }, log);
/** The folder of a cluster that was used before; with its accounts, which only cp keeps. */
const goOn = (): void => { expect(spawnSync("cp", ["-a", `${used}/.`, folder]).status).toBe(0); };
const pidFile = () => join(folder, "postgres", "cluster", "postmaster.pid");
const secretFile = () => join(folder, "postgres", "secret");
const postmasterPid = async (): Promise<number> => Number((await readFile(pidFile(), "utf8")).split("\n")[0]);

test("what is committed is there after a stop and after a killed Postgres", async () => {
  goOn();
  let database = await start();
  await database.pool.query("insert into platform.drill_clock values ('kept', now(), now())");
  const count = async (): Promise<number> => (await database.pool.query("select from platform.drill_clock where pack_key = 'kept'")).rows.length;
  await database.stop();
  database = await start();
  expect(await count()).toBe(1);

  // A killed connection makes PostgreSQL recover within; after that it must still be watched.
  const { rows: [own] } = await database.pool.query<{ pid: number }>("select pg_backend_pid() as pid");
  process.kill(own?.pid ?? 0, "SIGKILL");
  await comesTrue(() => count().then((found) => found === 1, () => false));
  expect(events).not.toContain("database-restarted");

  process.kill(await postmasterPid(), "SIGKILL");
  await comesTrue(async () => events.includes("database-restarted"));
  await comesTrue(() => count().then((found) => found === 1, () => false));
  await database.stop();
});

test("Ctrl-C in a terminal, which goes to our process group, does not reach PostgreSQL", async () => {
  goOn();
  const database = await start();
  const groupOf = (pid: number): string => spawnSync("ps", ["-o", "pgid=", "-p", String(pid)], { encoding: "utf8" }).stdout.trim();
  expect(groupOf(await postmasterPid())).toMatch(/^\d+$/);
  expect(groupOf(await postmasterPid())).not.toBe(groupOf(process.pid));
  await database.stop();
});

test("a lost password file costs no data, and an emptied one neither", async () => {
  goOn();
  let database = await start();
  await database.pool.query("insert into platform.drill_clock values ('kept', now(), now())");
  for (const lose of [() => rm(secretFile()), () => writeFile(secretFile(), "")]) {
    await database.stop();
    await lose();
    database = await start();
    expect((await database.pool.query("select from platform.drill_clock where pack_key = 'kept'")).rows).toHaveLength(1);
  }
  expect((await stat(secretFile())).mode & 0o077).toBe(0);
  await database.stop();
});

test("the data stay in the folder that was named, also when it was not there", async () => {
  expect((await stat(join(used, "postgres", "cluster", "PG_VERSION"))).isFile()).toBe(true);
});

test("a folder that cannot be written is refused by its name", async () => {
  await writeFile(join(folder, "a-file"), "");
  await expect(startDatabase({ databaseUrl: null, serverDatabaseUrl: null, dataFolder: join(folder, "a-file") }, log)).rejects.toThrow(/不能写入.*a-file[^]*cannot be written/);
});

test("a server killed with kill -9 leaves Postgres running: the next start ends it and goes on", async () => {
  goOn();
  const starting = `const { startDatabase } = await import(${JSON.stringify(new URL("../start-database.ts", import.meta.url).href)});
    const { pool } = await startDatabase({ databaseUrl: null, serverDatabaseUrl: null, dataFolder: ${JSON.stringify(folder)} }, { info() {}, warn() {} });
    await pool.query("insert into platform.drill_clock values ('kept', now(), now())");
    process.stdout.write("ready");`;
  const server = spawn(process.execPath, ["--disable-warning=ExperimentalWarning", "--input-type=module", "-e", starting], { stdio: ["ignore", "pipe", "inherit"], timeout: 60_000 });
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
  goOn();
  await writeFile(pidFile(), `${process.ppid}\n/elsewhere\n1\n5432\n\n127.0.0.1\n\n`);
  const database = await start();
  expect((await database.pool.query("select 1 as one")).rows).toEqual([{ one: 1 }]);
  await database.stop();
});

test("a cluster that was cut off while being made is made anew", async () => {
  await mkdir(join(folder, "postgres", "cluster.making", "base"), { recursive: true });
  await writeFile(join(folder, "postgres", "cluster.making", "PG_VERSION"), "18\n");
  await writeFile(join(folder, "postgres", "secret.new"), "half");
  const database = await start();
  expect((await database.pool.query("show server_encoding")).rows).toEqual([{ server_encoding: "UTF8" }]);
  expect((await database.pool.query("select rolsuper or rolbypassrls as powerful from pg_roles where rolname = current_user")).rows).toEqual([{ powerful: false }]);
  await database.stop();
});

test("nobody gets in without the password", async () => {
  goOn();
  const database = await start();
  const port = (database.pool.options as { connectionString?: string }).connectionString ?? "";
  const url = new URL(port);
  url.password = "guess";
  await expect(new Client({ connectionString: url.href }).connect()).rejects.toMatchObject({ code: "28P01" });
  await database.stop();
});

async function comesTrue(holds: () => Promise<boolean>): Promise<void> {
  const end = performance.now() + 15_000;
  while (!await holds()) {
    if (performance.now() > end) throw new Error("did not come true in fifteen seconds");
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
