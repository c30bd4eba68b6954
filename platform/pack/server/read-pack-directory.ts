import { readdir, readFile, stat } from "node:fs/promises";
import { join, relative, sep } from "node:path";
import { fault } from "../faults.ts";
import type { PackFiles } from "../pack.ts";
import type { Fault, PackProblem } from "../problem.ts";

/**
 * Reads the text files of a pack folder. Links are not followed, hidden files are passed over, and what is too large, too
 * much, of another kind or not UTF-8 is a problem. Null when the directory is not there or cannot be read.
 */
export async function readPackDirectory(
  directory: string,
): Promise<{ readonly files: PackFiles; readonly problems: readonly PackProblem[] } | null> {
  const files = new Map<string, string>();
  const problems: PackProblem[] = [];
  let bytes = 0;
  const listed = await listFiles(directory, 0).catch(() => null);
  if (listed === null) return null;
  for (const { path, isLink } of listed.slice(0, FILES_MAX)) {
    const file = relative(directory, path).split(sep).join("/");
    const found = isLink ? { refused: LINK } : await readText(path, BYTES_MAX - bytes);
    if ("refused" in found) problems.push({ file, line: 1, field: "", ...found.refused });
    else {
      bytes += found.bytes;
      files.set(file, found.text);
    }
  }
  if (listed.length > FILES_MAX) problems.push({ file: "", line: 1, field: "", ...TOO_MANY });
  return { files, problems };
}

const FILES_MAX = 500;
const DEPTH_MAX = 8;
const FILE_BYTES_MAX = 2_000_000;
const BYTES_MAX = 20_000_000;
const KINDS = /\.(yaml|txt|csv|json|md|dmn)$/;

async function listFiles(folder: string, depth: number): Promise<{ path: string; isLink: boolean }[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const lists = await Promise.all(entries.filter((entry) => !entry.name.startsWith(".")).map(async (entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory() && depth < DEPTH_MAX) return listFiles(path, depth + 1);
    return entry.isFile() || entry.isSymbolicLink() ? [{ path, isLink: entry.isSymbolicLink() }] : [];
  }));
  return lists.flat().toSorted((one, other) => (one.path < other.path ? -1 : 1));
}

async function readText(path: string, bytesLeft: number): Promise<{ text: string; bytes: number } | { refused: Fault }> {
  if (!KINDS.test(path)) return { refused: OTHER_KIND };
  try {
    const { size } = await stat(path);
    if (size > Math.min(FILE_BYTES_MAX, bytesLeft)) return { refused: TOO_LARGE };
    const content = await readFile(path);
    return { text: new TextDecoder("utf-8", { fatal: true, ignoreBOM: false }).decode(content), bytes: size };
  } catch (error) {
    return { refused: error instanceof TypeError ? NOT_UTF8 : UNREADABLE };
  }
}

const LINK = fault("不能用链接", "links are not allowed in a pack", "放文件本身", "put the file itself there");
const OTHER_KIND = fault("不认识这种文件", "this kind of file is not known", "资料包只放 .yaml .txt .csv .json .md .dmn", "a pack holds .yaml .txt .csv .json .md .dmn only");
const TOO_LARGE = fault("文件太大", "the file is too large", "单个文件不超过 2 MB，整个资料包不超过 20 MB", "keep a file under 2 MB and the pack under 20 MB");
const TOO_MANY = fault("文件太多", "there are too many files", "资料包不超过 500 个文件", "keep the pack to 500 files");
const NOT_UTF8 = fault("不是 UTF-8 编码", "the file is not UTF-8", "另存为 UTF-8", "save it as UTF-8");
const UNREADABLE = fault("读不了这个文件", "the file cannot be read", "检查文件权限", "check its permissions");
