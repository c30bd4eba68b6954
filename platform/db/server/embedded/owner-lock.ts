import { randomBytes } from "node:crypto";
import { link, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { DatabaseRefused } from "../database-refused.ts";
import { processStart } from "./process-start.ts";

/** Another Anxin is using this data folder; the message names its process. */
export class DataFolderInUse extends DatabaseRefused {
  override readonly name = "DataFolderInUse";
}

/**
 * Claims the folder for this process; gives the function that lets it go. Two servers on one cluster would end each
 * other's Postgres. A claim whose process is gone counts for nothing. Rejects with `DataFolderInUse`.
 */
export async function claimFolder(folder: string): Promise<() => Promise<void>> {
  const file = join(folder, "owner.pid");
  const claim = `${process.pid} ${processStart(process.pid) ?? ""}`;
  while (!await putNew(file, claim)) {
    const found = await readFile(file, "utf8").catch(absent);
    if (found === null) continue;
    const [, pid = "", start = ""] = /^(\d+) (.+)$/s.exec(found) ?? [];
    if (start !== "" && processStart(Number(pid)) === start) throw inUse(folder, pid);
    await takeAway(file, found);
  }
  return () => rm(file, { force: true });
}

/** Puts the whole file there at once, or gives false when there is one already. */
async function putNew(file: string, content: string): Promise<boolean> {
  const beside = besideOf(file);
  await writeFile(beside, content);
  try {
    await link(beside, file);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST") return false;
    throw error;
  } finally {
    await rm(beside, { force: true });
  }
}

/** Takes a dead claim away; a fresh one that came into its place meanwhile is put back. */
async function takeAway(file: string, dead: string): Promise<void> {
  const beside = besideOf(file);
  if (await rename(file, beside).then(() => true, absent) === null) return;
  const taken = await readFile(beside, "utf8");
  if (taken !== dead) await putNew(file, taken);
  await rm(beside, { force: true });
}

function besideOf(file: string): string {
  return `${file}.${randomBytes(6).toString("hex")}`;
}

function absent(error: NodeJS.ErrnoException): null {
  if (error.code === "ENOENT") return null;
  throw error;
}

function inUse(folder: string, pid: string): DataFolderInUse {
  return new DataFolderInUse(
    `另一个安心（进程 ${pid}）正在使用 ${folder}。先停掉它，或用 ANXIN_DATA 换一个数据文件夹。\n`
    + `Another Anxin (process ${pid}) is using ${folder}. Stop it, or choose another data folder with ANXIN_DATA.`,
  );
}
