import { Pool } from "pg";
import { startEmbedded } from "./embedded/start-embedded.ts";
import { migrate } from "./migrate.ts";
import { ensureServerRole, refusePowerfulRole, serverUrlOf } from "./server-role.ts";

/** A migrated database the server may work on. `stop` ends the pool and the database, when that is ours. */
export type Database = { readonly kind: "embedded" | "external"; readonly pool: Pool; readonly stop: () => Promise<void> };

/** Where to write what happened; the server's own log fits. */
type Note = { info(event: string, facts?: Readonly<Record<string, string | number>>): void; warn(event: string, facts?: Readonly<Record<string, string | number>>): void };

type DatabaseConfig = { readonly databaseUrl: string | null; readonly serverDatabaseUrl: string | null; readonly dataFolder: string };

/**
 * Starts or finds the database, makes the server's role, migrates, and gives a pool that works as that role. Rejects with
 * `ServerRoleRefused`, `MigrationRefused` or the database's own error; then nothing is left running.
 */
export async function startDatabase({ databaseUrl, serverDatabaseUrl, dataFolder }: DatabaseConfig, log: Note): Promise<Database> {
  const embedded = databaseUrl === null ? await startEmbedded(dataFolder, log) : null;
  const ownerUrl = embedded?.ownerUrl ?? databaseUrl ?? "";
  try {
    const serverUrl = (embedded === null ? serverDatabaseUrl : null) ?? serverUrlOf(ownerUrl);
    if (embedded !== null || serverDatabaseUrl === null) await ensureServerRole(ownerUrl, serverUrl);
    for (const name of await migrate(ownerUrl)) log.info("migrated", { name });
    await refusePowerfulRole(serverUrl);
    const pool = new Pool({ connectionString: serverUrl, max: 10, application_name: "anxin", connectionTimeoutMillis: 10_000 });
    // An idle connection that breaks (Postgres was killed) is replaced at the next question; without a listener it would end the server.
    pool.on("error", (error) => { log.warn("database-connection-lost", { reason: error.message }); });
    return {
      kind: embedded === null ? "external" : "embedded", pool,
      stop: async () => {
        await pool.end();
        await embedded?.stop();
      },
    };
  } catch (error) {
    await embedded?.stop();
    throw error;
  }
}
