import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { stateFolder } from "./state-folder.ts";

/** The owner's address of the cluster that another process runs on this data folder. Rejects when it has just stopped. */
export async function runningOwnerUrl(dataFolder: string): Promise<string> {
  const { folder } = await stateFolder(dataFolder);
  const [, , , port = ""] = (await readFile(join(folder, "cluster", "postmaster.pid"), "utf8")).split("\n");
  const secret = (await readFile(join(folder, "secret"), "utf8")).trim();
  return `postgres://anxin_owner:${secret}@127.0.0.1:${Number(port)}/anxin`;
}
