import { randomBytes } from "node:crypto";
import { Client, Pool } from "pg";
import { serverUrlOf } from "./server-role.ts";

/** A database of its own for one test: `pool` works as the server, `ownerPool` as the owner. */
export type TestDatabase = { readonly pool: Pool; readonly ownerPool: Pool; readonly ownerUrl: string; readonly drop: () => Promise<void> };

/** Where the test run's prepared server is told to the tests. */
export const TEST_SERVER_VARIABLE = "ANXIN_TEST_DATABASE";

/** Clones the migrated template that the test run prepared. Only tests call it; call `drop` when done, twice does no harm. */
export async function createTestDatabase(): Promise<TestDatabase> {
  const template = process.env[TEST_SERVER_VARIABLE];
  if (template === undefined) throw new Error(`${TEST_SERVER_VARIABLE} is not set: run the tests through npm test or vitest with the project's configuration.`);
  const name = `test_${randomBytes(6).toString("hex")}`;
  const templateName = new URL(template).pathname.slice(1);
  // Files are copied as they are: with a server that does not wait for the disk, half the time of copying through its log.
  await onServer(template, `create database ${name} template ${templateName} strategy file_copy`);
  const url = new URL(template);
  url.pathname = `/${name}`;
  const ownerPool = quietPool(url.href, 2);
  const pool = quietPool(serverUrlOf(url.href), 4);
  let dropped: Promise<void> | null = null;
  return {
    pool, ownerPool, ownerUrl: url.href,
    drop: () => (dropped ??= (async () => {
      await Promise.all([pool.end(), ownerPool.end()]);
      await dropDatabase(template, name);
    })()),
  };
}

/** As the product's: whoever waits for a connection of a pool that ends is told so in time, instead of waiting for ever. */
function quietPool(connectionString: string, max: number): Pool {
  const pool = new Pool({ connectionString, max, idleTimeoutMillis: 1_000, connectionTimeoutMillis: 10_000 });
  pool.on("error", () => undefined);
  return pool;
}

/** Drops a database once its last connection has gone; the owner may not end other roles' connections itself. */
export async function dropDatabase(template: string, name: string): Promise<void> {
  for (let round = 0; ; round += 1) {
    try {
      await onServer(template, `drop database if exists ${name}`);
      return;
    } catch (error) {
      const inUse = error instanceof Error && "code" in error && error.code === "55006";
      if (!inUse || round >= 50) throw error;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
}

/** Runs a statement beside the template, which must have no connection while it is copied. */
export async function onServer(template: string, sql: string): Promise<void> {
  const url = new URL(template);
  url.pathname = "/postgres";
  const client = new Client({ connectionString: url.href });
  await client.connect();
  try {
    // Copies of one template wait for each other; two at once would refuse each other.
    await client.query("select pg_advisory_lock(7240117)");
    await client.query(sql);
  } finally {
    await client.end();
  }
}
