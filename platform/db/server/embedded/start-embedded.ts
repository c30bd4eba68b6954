import { existsSync } from "node:fs";
import { join } from "node:path";
import { Client } from "pg";
import type { Note } from "../note.ts";
import { findBinaries } from "./binaries.ts";
import { initialise } from "./initialise.ts";
import { claimFolder } from "./owner-lock.ts";
import { keepRunning } from "./postmaster.ts";
import { secretIn } from "./secret.ts";
import { stateFolder, type Place } from "./state-folder.ts";

/** A PostgreSQL of our own. `ownerUrl` is the address that migrates, `adminUrl` the one that makes roles; `stop` shuts it down in order. */
export type Embedded = { readonly ownerUrl: string; readonly adminUrl: string; readonly stop: () => Promise<void> };

const ADMIN = "anxin_admin";
const OWNER = "anxin_owner";
const DATABASE = "anxin";

/**
 * Starts PostgreSQL from npm's binaries with its data under `dataFolder`. As root it runs as an existing ordinary account; data that
 * this account could not reach go to /var/lib/anxin. Whatever a killed server left behind is ended first. Rejects with
 * `DatabaseRefused` when the folder cannot be used.
 */
export async function startEmbedded(dataFolder: string, log: Note): Promise<Embedded> {
  const place = await stateFolder(dataFolder);
  const letGo = await claimFolder(place.folder);
  try {
    return await startCluster(place, log, letGo);
  } catch (error) {
    await letGo();
    throw error;
  }
}

async function startCluster({ folder, account }: Place, log: Note, letGo: () => Promise<void>): Promise<Embedded> {
  const native = await findBinaries(folder, account);
  const data = join(folder, "cluster");
  const cluster = { native, data, account, log };
  const secret = await secretIn(folder, cluster, [ADMIN, OWNER]);
  if (!existsSync(join(data, "PG_VERSION"))) {
    log.info("database-initialising", { folder: data });
    await initialise({ native, data, account, admin: ADMIN, password: secret });
  }
  const postmaster = await keepRunning(cluster);
  const adminUrl = `postgres://${ADMIN}:${secret}@127.0.0.1:${postmaster.port}/postgres`;
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
