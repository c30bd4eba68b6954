import { readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { DatabaseRefused } from "../database-refused.ts";

/** Another Anxin is using this data folder; the message names its process. */
export class DataFolderInUse extends DatabaseRefused {
  override readonly name = "DataFolderInUse";
}

/** Held as long as the process lives, whoever forgets to let go: a lock that is swept as garbage would be open to the next server. */
const held = new Set<DatabaseSync>();

/**
 * Claims the folder for this process; gives the function that lets it go. Two servers on one cluster would end each
 * other's Postgres. Rejects with `DataFolderInUse`.
 *
 * The system itself holds the lock and frees it when the process ends, however it ends: a file with a process number
 * cannot be taken over from a dead process without a race. Node offers such a lock only through SQLite.
 */
export async function claimFolder(folder: string): Promise<() => Promise<void>> {
  const lock = new DatabaseSync(join(folder, "owner.lock"), { timeout: 0 });
  const pidFile = join(folder, "owner.pid");
  try {
    lock.exec("begin exclusive");
  } catch (error) {
    lock.close();
    if (!isBusy(error)) throw error;
    throw inUse(folder, await readFile(pidFile, "utf8").catch(() => "?"));
  }
  held.add(lock);
  // For the words of the refusal alone. Anew, as another account may have left one.
  await rm(pidFile, { force: true });
  await writeFile(pidFile, String(process.pid));
  return async () => {
    await rm(pidFile, { force: true });
    held.delete(lock);
    if (lock.isOpen) lock.close();
  };
}

function isBusy(error: unknown): boolean {
  const SQLITE_BUSY = 5;
  return error instanceof Error && "errcode" in error && error.errcode === SQLITE_BUSY;
}

function inUse(folder: string, pid: string): DataFolderInUse {
  return new DataFolderInUse(
    `另一个安心（进程 ${pid}）正在使用 ${folder}。先停掉它，或用 ANXIN_DATA 换一个数据文件夹。\n`
    + `Another Anxin (process ${pid}) is using ${folder}. Stop it, or choose another data folder with ANXIN_DATA.`,
  );
}
