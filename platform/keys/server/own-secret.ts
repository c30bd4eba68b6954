import { randomBytes } from "node:crypto";
import { mkdir, readFile, writeFile } from "node:fs/promises";
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
  try {
    // `wx`: of two servers that start at once, one writes and both read.
    await writeFile(file, randomBytes(32).toString("base64"), { mode: 0o600, flag: "wx" });
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "EEXIST")) throw error;
  }
  const secret = Buffer.from(await readFile(file, "utf8"), "base64");
  if (secret.length < 32) throw new Error(`${file} does not hold 32 bytes`);
  return secret;
}
