import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const folder = import.meta.dirname;
const marker = join(folder, "node_modules", ".anxin-installed");

/** Brings the other engines here as their lock file names them, unless that is done. The product itself never needs them. */
export function installPackages(): void {
  const wanted = createHash("sha256").update(readFileSync(join(folder, "package-lock.json"))).update(`${process.platform} ${process.arch}`).digest("hex");
  if (existsSync(marker) && readFileSync(marker, "utf8") === wanted) return;
  process.stderr.write("installing the other engines, for this bench alone (about 35 MB)…\n");
  const { status, error } = spawnSync("npm", ["ci", "--no-audit", "--no-fund", "--loglevel=error"], { cwd: folder, stdio: ["ignore", "ignore", "inherit"] });
  if (status !== 0) throw new Error(`the other engines could not be installed (${error?.message ?? `npm ci: ${status}`}); check the network and run it again`);
  writeFileSync(marker, wanted);
}

/**
 * One of these packages. They are not there when the product's types are checked, so each user says the few words it needs of
 * it, and the name travels as a value.
 */
export async function otherEngine<Words>(name: string): Promise<Words> {
  return await import(name) as Words;
}
