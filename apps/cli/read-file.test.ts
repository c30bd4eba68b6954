import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { runCommand } from "./run-command.ts";

const NOTICE = "\uFEFF关于做好清雪工作的通知\r\n各旗市区：\r\n一、交通。各旗市区要及时清扫积雪。严禁擅自封闭道路。\r\n二、互助。鼓励邻里互相帮助。\r\n";

let folder: string;
let file: string;
let [out, err] = ["", ""];
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "read-"));
  file = join(folder, "通知.txt");
  await writeFile(file, NOTICE);
  [out, err] = ["", ""];
});
afterEach(async () => { await rm(folder, { recursive: true }); });

function run(words: string[], { environment = {}, isTerminal = false }: { environment?: Record<string, string>; isTerminal?: boolean } = {}) {
  return runCommand(words, {
    environment, isTerminal, out: { write: (text) => { out += text; } }, err: { write: (text) => { err += text; } },
  });
}

describe("--json", () => {
  test("is one object and nothing else; byte order mark and CRLF stay, so ranges and hash hold", async () => {
    expect(await run(["read", file, "--json", "--text"])).toBe(0);
    const read = JSON.parse(out);
    expect(Object.keys(read)).toEqual([
      "textSha256", "text", "title", "documentNumber", "date", "issuer", "publisher", "addressees", "sections", "attachments", "obligations", "leaves", "remarks",
    ]);
    expect(read.text).toBe(NOTICE);
    expect(read.textSha256).toBe(createHash("sha256").update(NOTICE).digest("hex"));
    for (const { quote, ranges } of read.obligations) {
      expect(ranges.map(([start, end]: [number, number]) => NOTICE.slice(start, end)).join("")).toBe(quote);
    }
    expect(read.obligations.map(({ modality }: { modality: string }) => modality)).toEqual(["must", "must-not", "encouraged"]);
    expect(read.leaves.map(({ range: [start, end] }: { range: [number, number] }) => NOTICE.slice(start, end)).join("")).toBe(NOTICE);
    expect([read.sections[0].no, read.sections[0].path, err]).toEqual(["一", "一", ""]);
  });

  test("without --text the text is left out", async () => {
    await run(["read", file, "--json"]);
    expect(JSON.parse(out).text).toBeUndefined();
  });

  test("says when the encoding was guessed", async () => {
    await writeFile(file, Buffer.from("d2bba1a2bdbbcda8a1a3b8f7c6eccad0c7f8d2aac9a8d1a9a1a3", "hex"));
    await run(["read", file, "--json", "--text"]);
    const read = JSON.parse(out);
    expect(read.text).toBe("一、交通。各旗市区要扫雪。");
    expect(read.remarks).toContainEqual({ kind: "encoding-guessed", range: null, detail: "gb18030" });
  });
});

describe("the outline", () => {
  test("is plain where it is not a terminal, or where colours are not wanted", async () => {
    for (const surroundings of [{}, { isTerminal: true, environment: { NO_COLOR: "1" } }]) {
      out = "";
      expect(await run(["read", file], surroundings)).toBe(0);
      expect(out).toContain("一 交通");
      expect(out).toContain("[严禁] 严禁擅自封闭道路");
      expect(out).not.toContain("\u001b[");
    }
  });

  test("is coloured in a terminal, English in an English one", async () => {
    await run(["read", file], { isTerminal: true, environment: { LANG: "en_GB.UTF-8" } });
    expect(out).toContain("\u001b[31m[Must not]\u001b[0m 严禁擅自封闭道路");
  });
});

test.each([["xlsx", "PK"], ["docx", "PK"], ["csv", "\uFEFF"], ["ics", "BEGIN:VCALENDAR"]])("--table writes .%s", async (format, head) => {
  const table = join(folder, `任务表.${format}`);
  expect(await run(["read", file, "--table", table])).toBe(0);
  expect((await readFile(table, "utf8")).startsWith(head)).toBe(true);
  expect([out, err.includes("3 件任务")]).toEqual(["", true]);
});

describe("what cannot be read is 1, with the reason on stderr", () => {
  test.each([
    ["not there", async () => undefined, "没有这个文件"],
    ["empty", async (path: string) => writeFile(path, ""), "文件里没有文字"],
    ["binary", async (path: string) => writeFile(path, Buffer.from("7f454c460201010000000000000000000300", "hex")), "这不是文字文件"],
    ["larger than the limit", async (path: string) => writeFile(path, Buffer.alloc(20 * 1024 * 1024 + 1, 0x61)), "文件太大"],
  ])("%s", async (_what, make, words) => {
    const path = join(folder, "other.txt");
    await make(path);
    expect(await run(["read", path, "--json"])).toBe(1);
    expect([out, err.includes(words)]).toEqual(["", true]);
  });

  test("a folder, and a table that cannot be written", async () => {
    expect(await run(["read", folder])).toBe(1);
    expect(await run(["read", file, "--table", join(folder, "nowhere", "a.csv")])).toBe(1);
    expect(err).toContain("写不进去");
  });
});

test.each([
  [[]], [["read"]], [["read", "a", "b"]], [["read", "a", "--text"]], [["read", "a", "--json", "--table", "b.csv"]], [["read", "a", "--colour"]],
  [["write", "a"]], [["pack"]], [["pack", "look", "a"]], [["read", "a", "--table", "b.pdf"]], [["pack", "check"]],
])("%j is a wrong usage: 2", async (words) => {
  expect(await run(words)).toBe(2);
});

test("the program itself, started by any Node from anywhere", () => {
  const program = fileURLToPath(new URL("../../bin/anxin.mjs", import.meta.url));
  const read = spawnSync(process.execPath, [program, "read", "通知.txt", "--json"], { cwd: folder, encoding: "utf8" });
  expect([read.status, read.stderr]).toEqual([0, ""]);
  expect(JSON.parse(read.stdout).sections).toHaveLength(2);
  expect(spawnSync(process.execPath, [program, "read"], { encoding: "utf8" }).status).toBe(2);
  expect(spawnSync(process.execPath, [program, "read", "nowhere.txt", "--json"], { cwd: folder, encoding: "utf8" })).toMatchObject({ status: 1, stdout: "" });
});
