import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";

/** The system account PostgreSQL runs as when we are root, which it refuses to be. */
export type Account = { readonly uid: number; readonly gid: number };

/** Null when we are not root: then no change of account is needed or possible. */
export function databaseAccount(): Account | null {
  if (process.getuid?.() !== 0) return null;
  const lines = readFileSync("/etc/passwd", "utf8").split("\n").map((line) => line.split(":"));
  // initdb looks its account up, so it must be one that exists; no other is made.
  for (const name of ["postgres", "nobody"]) {
    const line = lines.find(([login]) => login === name);
    if (line !== undefined) return { uid: Number(line[2]), gid: Number(line[3]) };
  }
  throw new Error("PostgreSQL does not run as root and this system has neither the account postgres nor nobody. Run npm start as an ordinary user. 请用普通用户运行 npm start。");
}

/** May this account run the program at `path`, every folder above it included? */
export function canUse(path: string, account: Account): boolean {
  return spawnSync(path, ["--version"], { ...account, stdio: "ignore", env: {}, cwd: "/" }).status === 0;
}

/** May this account enter and write the folder? */
export function canWrite(folder: string, account: Account): boolean {
  return spawnSync("/bin/sh", ["-c", 'test -w "$1" && test -x "$1"', "sh", folder], { ...account, stdio: "ignore", env: {}, cwd: "/" }).status === 0;
}
