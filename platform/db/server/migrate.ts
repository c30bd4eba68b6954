import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { readdir, readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { Client } from "pg";

/** One migration file: its name orders it over all modules. */
export type Migration = { readonly name: string; readonly sql: string; readonly sha256: string };

/** A shipped migration was edited or is gone, or a file's name is no migration's. `name` is the file. */
export class MigrationRefused extends Error {
  override readonly name = "MigrationRefused";
}

const NAME = /^\d{8}-\d{4}-[a-z0-9-]+\.sql$/;
// Any number does, as long as every server of ours uses the same.
const LOCK = 7_240_115;

/** Brings the database at `url` (the owner's address) up to date; gives the names of what ran. Servers that start together wait for each other. */
export async function migrate(url: string, migrations?: readonly Migration[]): Promise<readonly string[]> {
  const files = migrations ?? await collectMigrations();
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await client.query("select pg_advisory_lock($1)", [LOCK]);
    await client.query("create schema if not exists platform");
    await client.query("create table if not exists platform.migration (name text primary key, sha256 text not null, applied_at timestamptz not null default now())");
    const { rows } = await client.query<{ name: string; sha256: string }>("select name, sha256 from platform.migration");
    const applied = new Map(rows.map(({ name, sha256 }) => [name, sha256]));
    refuseEdited(files, applied);
    const ran: string[] = [];
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

async function runOne(client: Client, { name, sql, sha256 }: Migration): Promise<void> {
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

function refuseEdited(files: readonly Migration[], applied: ReadonlyMap<string, string>): void {
  const byName = new Map(files.map((file) => [file.name, file]));
  for (const [name, sha256] of applied) {
    const file = byName.get(name);
    if (file === undefined) throw new MigrationRefused(`${name} ran on this database but is not among our migrations: an older Anxin cannot serve a newer database`);
    if (file.sha256 !== sha256) throw new MigrationRefused(`${name} was edited after it ran; put it back and write a new migration`);
  }
}

/** Every `migrations/*.sql` of platform and services, in one line by name. */
export async function collectMigrations(root: string = repositoryRoot()): Promise<readonly Migration[]> {
  const found: Migration[] = [];
  for (const layer of ["platform", "services"]) {
    for (const module of await readdir(join(root, layer))) {
      const folder = join(root, layer, module, "migrations");
      if (!existsSync(folder)) continue;
      for (const name of await readdir(folder)) {
        if (!NAME.test(name)) throw new MigrationRefused(`${join(layer, module, "migrations", name)}: name it YYYYMMDD-HHMM-words.sql`);
        const sql = await readFile(join(folder, name), "utf8");
        found.push({ name, sql, sha256: createHash("sha256").update(sql).digest("hex") });
      }
    }
  }
  found.sort((one, other) => (one.name < other.name ? -1 : 1));
  const twice = found.find(({ name }, index) => found[index + 1]?.name === name);
  if (twice !== undefined) throw new MigrationRefused(`two modules have a migration called ${twice.name}`);
  return found;
}

/** The repository the running program belongs to: the bundle runs from a folder inside it. */
export function repositoryRoot(): string {
  for (let folder = dirname(fileURLToPath(import.meta.url)); ; folder = dirname(folder)) {
    if (existsSync(join(folder, "platform", "db", "migrations"))) return folder;
    if (folder === dirname(folder)) throw new Error("platform/db/migrations is not above the running program");
  }
}
