import { spawnSync } from "node:child_process";
import { readFileSync, statSync } from "node:fs";
import { DatabaseRefused } from "../database-refused.ts";

/** The system account PostgreSQL runs as when we are root, which it refuses to be. */
export type Account = { readonly uid: number; readonly gid: number };

/**
 * Null when we are not root: then no change of account is needed or possible. A cluster that exists keeps its account, for
 * PostgreSQL takes no data of another's. Throws `DatabaseRefused` when this system has no account that would do.
 */
export function databaseAccount(cluster: string): Account | null {
  if (process.getuid?.() !== 0) return null;
  const owner = statSync(cluster, { throwIfNoEntry: false });
  if (owner !== undefined && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid };
  const lines = readFileSync("/etc/passwd", "utf8").split("\n").map((line) => line.split(":"));
  // initdb looks its account up, so it must be one that exists; no other is made.
  for (const name of ["postgres", "nobody"]) {
    const line = lines.find(([login]) => login === name);
    if (line !== undefined) return { uid: Number(line[2]), gid: Number(line[3]) };
  }
  throw new DatabaseRefused(
    "PostgreSQL 不能以 root 运行，而系统里没有 postgres 或 nobody 账号。请用普通用户运行 npm start。\n"
    + "PostgreSQL does not run as root, and this system has neither the account postgres nor nobody. Run npm start as an ordinary user.",
  );
}

/** May this account run the program at `path`, every folder above it included? */
export function canUse(path: string, account: Account): boolean {
  return spawnSync(path, ["--version"], { ...account, stdio: "ignore", env: {}, cwd: "/" }).status === 0;
}

/** May this account enter and write the folder? */
export function canWrite(folder: string, account: Account): boolean {
  return spawnSync("/bin/sh", ["-c", 'test -w "$1" && test -x "$1"', "sh", folder], { ...account, stdio: "ignore", env: {}, cwd: "/" }).status === 0;
}
