import { spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { existsSync } from "node:fs";
import { readFile, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Note } from "../note.ts";
import type { Account } from "./account.ts";
import { endLeftover } from "./leftover.ts";

type Cluster = { readonly native: string; readonly data: string; readonly account: Account | null; readonly log: Note };

/**
 * The password of our own `roles`: made once, readable by us alone, kept in `folder`. When the file is lost (a copy without it, a
 * power cut) and the cluster is there, the roles get a new one: whoever may write the data may do so, and no data is lost.
 */
export async function secretIn(folder: string, cluster: Cluster, roles: readonly string[]): Promise<string> {
  const file = join(folder, "secret");
  const kept = existsSync(file) ? (await readFile(file, "utf8")).trim() : "";
  if (kept !== "") return kept;
  const secret = randomBytes(24).toString("base64url");
  if (existsSync(join(cluster.data, "PG_VERSION"))) {
    cluster.log.warn("database-secret-lost", { folder });
    await endLeftover(cluster.data, cluster.log);
    await setPasswords(cluster, roles, secret);
  }
  await writeFile(`${file}.new`, secret, { mode: 0o600, flush: true });
  await rename(`${file}.new`, file);
  return secret;
}

/** Without a password nobody gets in over the network; PostgreSQL's single-user mode asks for none. */
function setPasswords({ native, data, account }: Cluster, roles: readonly string[], password: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(join(native, "bin", "postgres"), ["--single", "-D", data, "postgres"], {
      ...account, stdio: ["pipe", "ignore", "ignore"], env: { PATH: process.env["PATH"], TZ: "UTC", LC_ALL: "C.UTF-8" }, cwd: "/",
    });
    child.once("error", reject);
    child.once("exit", (code) => { if (code === 0) resolve(); else reject(new Error(`PostgreSQL in single-user mode ended with ${code}`)); });
    // One statement a line; a role that was not made yet is an error of that line alone.
    child.stdin.end(roles.map((role) => `alter role ${role} password '${password}'\n`).join(""));
  });
}
