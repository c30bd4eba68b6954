import { mkdtemp, mkdir, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { readPackDirectory } from "./read-pack-directory.ts";

let folder: string;
beforeEach(async () => { folder = await mkdtemp(join(tmpdir(), "pack-")); });
afterEach(async () => { await rm(folder, { recursive: true }); });

test("reads text files of every level by their path, and passes over hidden ones", async () => {
  await mkdir(join(folder, "notices/a"), { recursive: true });
  await writeFile(join(folder, "pack.yaml"), "key: a\n");
  await writeFile(join(folder, "notices/a/notice.txt"), "\uFEFF一、");
  await writeFile(join(folder, ".hidden"), "x");
  const read = await readPackDirectory(folder);
  expect(read?.problems).toEqual([]);
  expect([...(read?.files ?? [])]).toEqual([["notices/a/notice.txt", "一、"], ["pack.yaml", "key: a\n"]]);
});

test("a link out of the folder is not followed", async () => {
  await symlink("/etc/passwd", join(folder, "city.yaml"));
  const read = await readPackDirectory(folder);
  expect(read?.files.size).toBe(0);
  expect(read?.problems).toMatchObject([{ file: "city.yaml", problem: { en: "links are not allowed in a pack" } }]);
});

test("other kinds, other encodings and large files are each refused by name", async () => {
  await writeFile(join(folder, "a.exe"), "x");
  await writeFile(join(folder, "b.txt"), new Uint8Array([0xd6, 0xd0, 0xce, 0xc4]));
  await writeFile(join(folder, "c.csv"), "x".repeat(2_000_001));
  const read = await readPackDirectory(folder);
  expect(read?.problems.map(({ file, problem }) => [file, problem.en])).toEqual([
    ["a.exe", "this kind of file is not known"], ["b.txt", "the file is not UTF-8"], ["c.csv", "the file is too large"],
  ]);
});

test("a folder that is not there is null", async () => {
  expect(await readPackDirectory(join(folder, "nowhere"))).toBeNull();
});
