import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { openDatabase, startDatabase } from "../index.ts";

const quiet = { info: () => undefined, warn: () => undefined };

test("the database we bring never serves as superuser: the pool's role has no power, and neither has a tool's beside it", async () => {
  const dataFolder = mkdtempSync(join(tmpdir(), "anxin-serving-"));
  chmodSync(dataFolder, 0o755);
  const config = { databaseUrl: null, serverDatabaseUrl: null, dataFolder };
  const database = await startDatabase(config, quiet);
  try {
    const tool = await openDatabase(config, quiet);
    for (const { pool } of [database, tool]) {
      const { rows: [role] } = await pool.query("select rolname as name, rolsuper or rolbypassrls or rolcreaterole or rolcreatedb or rolreplication as power from pg_roles where rolname = current_user");
      expect(role).toEqual({ name: "anxin_server", power: false });
      await expect(pool.query("create table public.mine ()")).rejects.toMatchObject({ code: "42501" });
      await expect(pool.query("set role anxin_admin")).rejects.toMatchObject({ code: "42501" });
    }
    await tool.stop();
  } finally {
    await database.stop();
    rmSync(dataFolder, { recursive: true, force: true });
  }
});
