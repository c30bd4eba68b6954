import { Pool } from "pg";
import { DataFolderInUse } from "./embedded/owner-lock.ts";
import { runningOwnerUrl } from "./embedded/running.ts";
import type { Note } from "./note.ts";
import { serverUrlOf } from "./server-role.ts";
import { outliveConnections, startDatabase, type Database } from "./start-database.ts";

/**
 * The database for a tool beside the server, as the server's own role: the one a running server uses, or, when none runs, started for
 * the time being. Rejects as `startDatabase` does.
 */
export async function openDatabase(config: Parameters<typeof startDatabase>[0], log: Note): Promise<Pick<Database, "pool" | "stop">> {
  try {
    return await startDatabase(config, log);
  } catch (error) {
    if (!(error instanceof DataFolderInUse)) throw error;
    const pool = new Pool({ connectionString: serverUrlOf(await runningOwnerUrl(config.dataFolder)), max: 2, application_name: "anxin tool" });
    outliveConnections(pool, log);
    return { pool, stop: () => pool.end() };
  }
}
