import { Client, Pool } from "pg";
import { DatabaseRefused } from "./database-refused.ts";
import { startEmbedded } from "./embedded/start-embedded.ts";
import { migrate } from "./migrate.ts";
import type { Note } from "./note.ts";
import { closeJobsRole, ensureJobsRole, ensureServerRole, jobsUrlOf, refusePowerfulRole, serverUrlOf } from "./server-role.ts";

/**
 * A migrated database the server may work on. `stop` ends the pool and the database, when that is ours. `jobsUrl` is the address of the
 * role that keeps jobs; null where the owner could not make it, or nothing gives it a password.
 */
export type Database = { readonly kind: "embedded" | "external"; readonly pool: Pool; readonly jobsUrl: string | null; readonly stop: () => Promise<void> };

type DatabaseConfig = {
  readonly databaseUrl: string | null; readonly serverDatabaseUrl: string | null; readonly dataFolder: string;
  /** The installation's secret when it was given one: what a password can follow from where the owner has none. */
  readonly secretKey?: Uint8Array | null;
};

/**
 * Starts or finds the database, makes the server's role, migrates, and gives a pool that works as that role. Rejects with
 * `DatabaseRefused` (also `DataFolderInUse`, `ServerRoleRefused`), `MigrationRefused` or the database's own error; then
 * nothing is left running.
 */
export async function startDatabase({ databaseUrl, serverDatabaseUrl, dataFolder, secretKey = null }: DatabaseConfig, log: Note): Promise<Database> {
  const embedded = databaseUrl === null ? await startEmbedded(dataFolder, log) : null;
  const ownerUrl = embedded?.ownerUrl ?? databaseUrl ?? "";
  try {
    if (embedded === null) await refuseOldServer(ownerUrl);
    const serverUrl = (embedded === null ? serverDatabaseUrl : null) ?? serverUrlOf(ownerUrl);
    if (embedded !== null || serverDatabaseUrl === null) await ensureServerRole(ownerUrl, serverUrl);
    for (const name of await migrate(ownerUrl)) log.info("migrated", { name });
    await refusePowerfulRole(serverUrl);
    const jobsUrl = await jobsAddress(ownerUrl, secretKey, log);
    const pool = new Pool({ connectionString: serverUrl, max: 10, application_name: "anxin", connectionTimeoutMillis: 10_000 });
    outliveConnections(pool, log);
    return {
      kind: embedded === null ? "external" : "embedded", pool, jobsUrl,
      stop: async () => {
        // Requests have ended by now; a connection that hangs must not keep the database from stopping in order.
        await Promise.race([pool.end(), new Promise((resolve) => { setTimeout(resolve, POOL_MILLISECONDS_MAX).unref(); })]);
        await embedded?.stop();
      },
    };
  } catch (error) {
    await embedded?.stop();
    throw error;
  }
}

/**
 * A connection that breaks (PostgreSQL was killed, or ends while the connection is being closed) ends nothing; without listeners it would end the process.
 * An idle one is replaced at the next question, and whoever has borrowed one learns it from the answer.
 */
export function outliveConnections(pool: Pool, log: Note): void {
  pool.on("error", (error) => { log.warn("database-connection-lost", { reason: error.message }); });
  pool.on("connect", (client) => { client.on("error", () => undefined); });
}

/** Without the role the product serves all the same: every server then does the jobs by a timer of its own. */
async function jobsAddress(ownerUrl: string, secret: Uint8Array | null, log: Note): Promise<string | null> {
  const jobsUrl = jobsUrlOf(ownerUrl, secret);
  try {
    if (jobsUrl === null) {
      await closeJobsRole(ownerUrl);
      log.warn("jobs-role-not-made", { reason: "DATABASE_URL has no password and ANXIN_SECRET is not set" });
      return null;
    }
    await ensureJobsRole(ownerUrl, jobsUrl);
    return jobsUrl;
  } catch (error) {
    log.warn("jobs-role-not-made", { reason: error instanceof Error ? error.message : typeof error });
    return null;
  }
}

const VERSION_MIN = 15;
const POOL_MILLISECONDS_MAX = 5_000;

/** Before anything is changed there. */
async function refuseOldServer(ownerUrl: string): Promise<void> {
  const client = new Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    const { rows: [server] } = await client.query<{ version: string; number: string }>("select current_setting('server_version') as version, current_setting('server_version_num') as number");
    if (server === undefined || Number(server.number) >= VERSION_MIN * 10_000) return;
    throw new DatabaseRefused(
      `这个数据库是 PostgreSQL ${server.version}，安心需要 ${VERSION_MIN} 或更高版本。请升级，或不写 DATABASE_URL，由安心自己运行数据库。\n`
      + `This is PostgreSQL ${server.version}; Anxin needs ${VERSION_MIN} or newer. Upgrade it, or leave DATABASE_URL out and Anxin runs a database itself.`,
    );
  } finally {
    await client.end();
  }
}
