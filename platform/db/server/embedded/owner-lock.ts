import { readFileSync } from "node:fs";
import { readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";

/** Another Anxin is using this data folder; `pid` is its process. */
export class DataFolderInUse extends Error {
  override readonly name = "DataFolderInUse";
}

/**
 * Claims the folder for this process; gives the function that lets it go. Two servers on one cluster would end each
 * other's Postgres. A claim whose process is gone, or whose number belongs to another program now, counts for nothing.
 */
export async function claimFolder(folder: string): Promise<() => Promise<void>> {
  const file = join(folder, "owner.pid");
  const pid = Number(await readFile(file, "utf8").catch(() => ""));
  if (pid > 1 && pid !== process.pid && isNode(pid)) {
    throw new DataFolderInUse(
      `另一个安心（进程 ${pid}）正在使用 ${folder}。先停掉它，或用 ANXIN_DATA 换一个数据文件夹。\n`
      + `Another Anxin (process ${pid}) is using ${folder}. Stop it, or choose another data folder with ANXIN_DATA.`,
    );
  }
  await writeFile(file, String(process.pid));
  return () => rm(file, { force: true });
}

function isNode(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EPERM") return false;
  }
  try {
    return readFileSync(`/proc/${pid}/cmdline`, "utf8").includes("node");
  } catch {
    // Where there is no /proc a living process must be taken for what it was.
    return process.platform !== "linux";
  }
}
