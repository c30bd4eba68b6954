import { createHash } from "node:crypto";
import { access, chmod, chown, constants, mkdir } from "node:fs/promises";
import { join } from "node:path";
import { DatabaseRefused } from "../database-refused.ts";
import { canWrite, databaseAccount, type Account } from "./account.ts";

/** Where the database lives and the account it runs as; null: our own. */
export type Place = { readonly folder: string; readonly account: Account | null };

const ELSEWHERE = "/var/lib/anxin";

/**
 * Our folder in `dataFolder`. When we are root it belongs to the database's account; where that account cannot reach it (below a home
 * nobody else may enter), a folder below /var/lib/anxin takes its place. Rejects with `DatabaseRefused` when we may not write there.
 */
export async function stateFolder(dataFolder: string): Promise<Place> {
  const near = join(dataFolder, "postgres");
  const account = databaseAccount(join(near, "cluster"));
  await makeOwn(dataFolder, near);
  if (account === null) return { folder: near, account };
  await chown(near, account.uid, account.gid);
  if (canWrite(near, account)) return { folder: near, account };
  const far = join(ELSEWHERE, createHash("sha256").update(dataFolder).digest("hex").slice(0, 12));
  const farAccount = databaseAccount(join(far, "cluster")) ?? account;
  await mkdir(far, { recursive: true });
  await chmod(ELSEWHERE, 0o755);
  await chown(far, farAccount.uid, farAccount.gid);
  await chmod(far, 0o700);
  return { folder: far, account: farAccount };
}

/** Only the last folder is closed to others: the database's account must pass through the one above. */
async function makeOwn(dataFolder: string, near: string): Promise<void> {
  try {
    await mkdir(dataFolder, { recursive: true });
    await mkdir(near, { mode: 0o700 }).catch((error: NodeJS.ErrnoException) => { if (error.code !== "EEXIST") throw error; });
    await access(near, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch (cause) {
    const code = String((cause as NodeJS.ErrnoException).code);
    throw new DatabaseRefused(
      `不能写入 ${near}（${code}）：它可能属于另一个账号。用那个账号启动，或用 ANXIN_DATA 换一个数据文件夹。\n`
      + `${near} cannot be written (${code}): it may belong to another account. Start as that account, or choose another data folder with ANXIN_DATA.`,
      { cause },
    );
  }
}
