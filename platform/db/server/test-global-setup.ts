import { randomBytes } from "node:crypto";
import { chmod, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startEmbedded } from "./embedded/start-embedded.ts";
import { migrate } from "./migrate.ts";
import { ensureServerRole, serverUrlOf } from "./server-role.ts";
import { dropDatabase, onServer, TEST_SERVER_VARIABLE } from "./test-database.ts";

const QUIET = { info: () => undefined, warn: () => undefined };

/**
 * Before all tests: a server of their own in a temporary folder on a free port (or the one at TEST_DATABASE_URL), with one
 * migrated template that every test clones. Gives the function that takes it all away again.
 */
export default async function prepare(): Promise<() => Promise<void>> {
  const given = process.env["TEST_DATABASE_URL"];
  const folder = given === undefined ? await mkdtemp(join(tmpdir(), "anxin-test-")) : null;
  if (folder !== null) await chmod(folder, 0o755);
  const embedded = folder === null ? null : await startEmbedded(folder, QUIET);
  const url = new URL(given ?? embedded?.ownerUrl ?? "");
  url.pathname = `/template_${randomBytes(4).toString("hex")}`;
  const name = url.pathname.slice(1);
  const ownUrl = new URL(given ?? embedded?.ownerUrl ?? "");
  if (embedded !== null) await prepareForTests(embedded.adminUrl);
  await onServer(ownUrl.href, `create database ${name}`);
  await ensureServerRole(url.href, serverUrlOf(url.href));
  await migrate(url.href);
  process.env[TEST_SERVER_VARIABLE] = url.href;
  return async () => {
    if (embedded === null) await dropDatabase(url.href, name);
    await embedded?.stop();
    if (folder !== null) await rm(folder, { recursive: true, force: true });
  };
}

/**
 * The owner may make databases, and nothing waits for the disk: a copy and its end write some thousand pages each, and this server's data
 * go with the run. What a lost disk write would do is tested on servers of their own (`embedded/`, `journeys/faults`).
 */
async function prepareForTests(adminUrl: string): Promise<void> {
  await onServer(adminUrl, "alter role anxin_owner createdb");
  for (const setting of ["fsync", "full_page_writes", "synchronous_commit"]) await onServer(adminUrl, `alter system set ${setting} = off`);
  await onServer(adminUrl, "select pg_reload_conf()");
}
