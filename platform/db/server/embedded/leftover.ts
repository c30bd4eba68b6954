import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { readFile, rm } from "node:fs/promises";
import { join } from "node:path";

type Note = { warn(event: string, facts?: Readonly<Record<string, string | number>>): void };

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
  await waitForChildren(pid, data);
}

/** Is this process a postmaster on our data? Asked of the system, for numbers are used again. */
function isOurs(pid: number, data: string): boolean {
  const command = commandOf(pid);
  return command !== null && command.includes("postgres") && command.includes(data);
}

function commandOf(pid: number): string | null {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, "utf8").replaceAll("\0", " ");
  } catch {
    const { status, stdout } = spawnSync("ps", ["-o", "command=", "-p", String(pid)], { encoding: "utf8" });
    return status === 0 ? stdout : null;
  }
}

async function endProcess(pid: number, data: string): Promise<void> {
  for (const signal of ["SIGINT", "SIGQUIT", "SIGKILL"] as const) {
    try { process.kill(pid, signal); } catch { return; }
    const until = Date.now() + PATIENCE_MILLISECONDS / 2;
    while (Date.now() < until) {
      if (!isOurs(pid, data)) return;
      await pause();
    }
  }
}

/** Children of a killed postmaster notice its end within moments; until then a new one cannot start. */
async function waitForChildren(pid: number, data: string): Promise<void> {
  const until = Date.now() + PATIENCE_MILLISECONDS;
  while (Date.now() < until) {
    if (orphansOf(pid, data).length === 0) return;
    await pause();
  }
  for (const orphan of orphansOf(pid, data)) { try { process.kill(orphan, "SIGKILL"); } catch { continue; } }
}

/** Processes whose working folder is our data folder: PostgreSQL's children stay in it. */
function orphansOf(pid: number, data: string): number[] {
  const { status, stdout } = spawnSync("sh", ["-c", 'for each in /proc/[0-9]*; do [ "$(readlink "$each/cwd")" = "$1" ] && echo "${each#/proc/}"; done; true', "sh", data], { encoding: "utf8" });
  return status === 0 ? stdout.split("\n").map(Number).filter((each) => each > 1 && each !== pid && each !== process.pid) : [];
}

const pause = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 50));
