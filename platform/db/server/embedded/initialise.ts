import { spawn } from "node:child_process";
import { chown, rename, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { Account } from "./account.ts";

type NewCluster = { readonly native: string; readonly data: string; readonly account: Account | null; readonly admin: string; readonly password: string };

/**
 * Makes a new cluster. It is made beside its place and moved there when whole, so that a start that was cut off leaves
 * nothing half-made. UTF-8 whatever the system's language says: with LANG=C initdb would choose SQL_ASCII.
 */
export async function initialise({ native, data, account, admin, password }: NewCluster): Promise<void> {
  const making = `${data}.making`;
  const passwordFile = join(dirname(data), "password.making");
  await rm(making, { recursive: true, force: true });
  await writeFile(passwordFile, password, { mode: 0o600 });
  try {
    if (account !== null) await chown(passwordFile, account.uid, account.gid);
    await run(join(native, "bin", "initdb"), [
      "-D", making, "-U", admin, `--pwfile=${passwordFile}`, "--auth=scram-sha-256", "--encoding=UTF8", "--locale=C.UTF-8", "--no-instructions",
    ], account);
    await rename(making, data);
  } finally {
    await rm(passwordFile, { force: true });
  }
}

function run(program: string, words: readonly string[], account: Account | null): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, words, { ...account, stdio: ["ignore", "ignore", "pipe"], env: { PATH: process.env["PATH"], TZ: "UTC" }, cwd: "/" });
    let said = "";
    child.stderr.on("data", (chunk: Buffer) => { said += chunk.toString(); });
    child.once("error", reject);
    child.once("exit", (code) => { if (code === 0) resolve(); else reject(new Error(`initdb ended with ${code}: ${said.trim()}`)); });
  });
}
