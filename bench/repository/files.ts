import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const ROOT = join(import.meta.dirname, "..", "..");
const NOT_OURS = /^(?:node_modules|dist|\.git|\.data|\.build.*)$/;

/** Every file of the repository by its path, without what is installed, built or kept as data. */
export function ownFiles(folder = ""): readonly string[] {
  return readdirSync(join(ROOT, folder), { withFileTypes: true }).filter(({ name }) => !NOT_OURS.test(name)).flatMap((entry) => {
    const path = folder === "" ? entry.name : `${folder}/${entry.name}`;
    return entry.isDirectory() ? ownFiles(path) : [path];
  });
}

/** The text of one of them. */
export function textOf(path: string): string {
  return readFileSync(join(ROOT, path), "utf8");
}
