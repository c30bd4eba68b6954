import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync, readlinkSync, realpathSync } from "node:fs";
import { readFile, rm } from "node:fs/promises";
import { basename, join } from "node:path";
import type { Note } from "../note.ts";

const PATIENCE_MILLISECONDS = 10_000;

/**
 * Ends what a killed Anxin left on this cluster: a PostgreSQL still running (adopted by init), or, after PostgreSQL itself
 * was killed, its children, which hold the shared memory. A lock file whose number now belongs to another program is taken away.
 */
export async function endLeftover(data: string, log: Note): Promise<void> {
  const file = join(data, "postmaster.pid");
  const pid = Number((await readFile(file, "utf8").catch(() => "")).split("\n")[0]);
  if (Number.isInteger(pid) && pid > 1) {
    if (isOurs(pid, data)) {
      log.warn("database-left-running", { pid });
      await endProcess(pid, data);
    }
    if (!isOurs(pid, data)) await rm(file, { force: true });
  }
  await waitForChildren(data);
}

/** Is this process a postmaster on our data? Asked of the system, for numbers are used again. */
function isOurs(pid: number, data: string): boolean {
  if (process.platform === "linux") return worksIn(pid, data, (program) => basename(program) === "postgres");
  const { status, stdout } = spawnSync("ps", ["-o", "command=", "-p", String(pid)], { encoding: "utf8" });
  return status === 0 && stdout.includes(`/postgres -D ${data} `);
}

/** PostgreSQL's processes stay in the data folder, by whatever path it was given. */
function worksIn(pid: number, data: string, isIt: (program: string) => boolean): boolean {
  try {
    const [program = ""] = readFileSync(`/proc/${pid}/cmdline`, "utf8").split("\0");
    return isIt(program) && readlinkSync(`/proc/${pid}/cwd`) === realpathSync(data);
  } catch {
    return false;
  }
}

async function endProcess(pid: number, data: string): Promise<void> {
  for (const signal of ["SIGINT", "SIGQUIT", "SIGKILL"] as const) {
    try { process.kill(pid, signal); } catch { return; }
    const end = performance.now() + PATIENCE_MILLISECONDS / 2;
    while (performance.now() < end) {
      if (!isOurs(pid, data)) return;
      await pause();
    }
  }
}

/** Children of a killed postmaster notice its end within moments; until then a new one cannot start. */
async function waitForChildren(data: string): Promise<void> {
  const end = performance.now() + PATIENCE_MILLISECONDS;
  while (performance.now() < end) {
    if (childrenOn(data).length === 0) return;
    await pause();
  }
  for (const child of childrenOn(data)) { try { process.kill(child, "SIGKILL"); } catch { continue; } }
}

/** An operator's shell that stands in the folder is none of them. */
function childrenOn(data: string): number[] {
  if (process.platform !== "linux") return [];
  return readdirSync("/proc").filter((name) => /^\d+$/.test(name)).map(Number).filter((pid) => worksIn(pid, data, (program) => program.startsWith("postgres:")));
}

const pause = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 50));
