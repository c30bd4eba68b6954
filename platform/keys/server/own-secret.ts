import { randomBytes } from "node:crypto";
import { existsSync } from "node:fs";
import { link, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";

/** The file in the data folder that holds a secret we made ourselves. */
export const DEMO_SECRET_FILE = "secret.key";

/**
 * The secret of an installation nobody gave one to: made on the first start, 32 random bytes, readable by its owner
 * alone. Whoever has the data folder has it too, so production asks for `ANXIN_SECRET` instead.
 */
export async function ownSecret(dataFolder: string): Promise<Uint8Array> {
  const file = join(dataFolder, DEMO_SECRET_FILE);
  await mkdir(dataFolder, { recursive: true });
  if (!existsSync(file)) await makeSecret(file);
  const secret = Buffer.from(await readFile(file, "utf8"), "base64");
  if (secret.length < 32) throw new Error(`${file} does not hold 32 bytes`);
  return secret;
}

/** Where an installation's secret comes from: made here for a demo, that same one given as if it were a secret, or one the operator made. */
export type SecretOrigin = "made-here" | "made-here-and-given" | "given";

/** Tells where the secret comes from. One that lies in the data folder is no secret to whoever has a copy of the folder, whatever variable it also stands in. */
export async function secretOrigin(dataFolder: string, given: Uint8Array | null): Promise<SecretOrigin> {
  if (given === null) return "made-here";
  const file = join(dataFolder, DEMO_SECRET_FILE);
  const made = existsSync(file) ? Buffer.from(await readFile(file, "utf8"), "base64") : null;
  return made !== null && made.equals(given) ? "made-here-and-given" : "given";
}

/** Written whole beside it, then given its name: of two servers that start at once one wins, and nobody reads half a secret. */
async function makeSecret(file: string): Promise<void> {
  const making = `${file}.${randomBytes(6).toString("hex")}`;
  await writeFile(making, randomBytes(32).toString("base64"), { mode: 0o600, flush: true });
  await link(making, file).catch((error: NodeJS.ErrnoException) => { if (error.code !== "EEXIST") throw error; });
  await rm(making);
}
