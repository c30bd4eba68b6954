import { createHash, randomBytes } from "node:crypto";
import { existsSync } from "node:fs";
import { chmod, chown, mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { Client } from "pg";
import { canWrite, databaseAccount, type Account } from "./account.ts";
import { findBinaries } from "./binaries.ts";
import { initialise } from "./initialise.ts";
import { claimFolder } from "./owner-lock.ts";
import { keepRunning } from "./postmaster.ts";

/** A PostgreSQL of our own. `ownerUrl` is the address that migrates, `adminUrl` the one that makes roles; `stop` shuts it down in order. */
export type Embedded = { readonly ownerUrl: string; readonly adminUrl: string; readonly stop: () => Promise<void> };

type Note = { info(event: string, facts?: Readonly<Record<string, string | number>>): void; warn(event: string, facts?: Readonly<Record<string, string | number>>): void };

const OWNER = "anxin_owner";
const DATABASE = "anxin";

/**
 * Starts PostgreSQL from npm's binaries with its data under `dataFolder`. As root it runs as an existing ordinary account; data that
 * this account could not reach go to /var/lib/anxin. Whatever a killed server left behind is ended first.
 */
export async function startEmbedded(dataFolder: string, log: Note): Promise<Embedded> {
  const account = databaseAccount();
  const folder = await stateFolder(dataFolder, account);
  const letGo = await claimFolder(folder);
  try {
    return await startCluster(folder, account, log, letGo);
  } catch (error) {
    await letGo();
    throw error;
  }
}

async function startCluster(folder: string, account: Account | null, log: Note, letGo: () => Promise<void>): Promise<Embedded> {
  const native = await findBinaries(folder, account);
  const secret = await secretIn(folder);
  const data = join(folder, "cluster");
  if (!existsSync(join(data, "PG_VERSION"))) {
    log.info("database-initialising", { folder: data });
    await initialise({ native, data, account, password: secret });
  }
  const postmaster = await keepRunning({ native, data, account, log });
  const adminUrl = `postgres://anxin_admin:${secret}@127.0.0.1:${postmaster.port}/postgres`;
  const ownerUrl = `postgres://${OWNER}:${secret}@127.0.0.1:${postmaster.port}/${DATABASE}`;
  try {
    await makeDatabase(adminUrl, secret);
  } catch (error) {
    await postmaster.stop();
    throw error;
  }
  return {
    ownerUrl, adminUrl,
    stop: async () => {
      await postmaster.stop();
      await letGo();
    },
  };
}

/** Our folder; when we are root it belongs to the database's account, and lies where that account can reach it. */
async function stateFolder(dataFolder: string, account: Account | null): Promise<string> {
  const near = join(dataFolder, "postgres");
  await mkdir(near, { recursive: true, mode: 0o700 });
  if (account === null) return near;
  await chown(near, account.uid, account.gid);
  if (canWrite(near, account)) return near;
  const far = join("/var/lib/anxin", createHash("sha256").update(dataFolder).digest("hex").slice(0, 12));
  await mkdir(far, { recursive: true });
  await chmod("/var/lib/anxin", 0o755);
  await chown(far, account.uid, account.gid);
  await chmod(far, 0o700);
  return far;
}

/** The password of our own roles: made once, readable by us alone. */
async function secretIn(folder: string): Promise<string> {
  const file = join(folder, "secret");
  if (!existsSync(file)) {
    await writeFile(`${file}.new`, randomBytes(24).toString("base64url"), { mode: 0o600 });
    await rename(`${file}.new`, file);
    await rm(join(folder, "cluster"), { recursive: true, force: true });
  }
  return (await readFile(file, "utf8")).trim();
}

/** The owner is an ordinary role: only roles are made by the administrator, who never serves and never migrates. */
async function makeDatabase(adminUrl: string, password: string): Promise<void> {
  const client = new Client({ connectionString: adminUrl });
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
