import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { gzipSync } from "node:zlib";
import { build } from "esbuild";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { LANGUAGES } from "#platform/i18n";
import { explainRefusal } from "../explain-refusal.ts";
import { BYTES_MAX, TEXT_BYTES_MAX } from "../limits.ts";
import { REFUSAL_REASONS } from "../outcome.ts";
import { readDocument } from "./read-document.ts";
import { storeZip } from "./zip-writer.ts";

const NOTICE = "一、扫雪。\r\n二、供暖。\r\n";

describe("text", () => {
  test("comes back as it is, line ends and mark included, whatever the name says", async () => {
    expect(await readDocument(Buffer.from(`\ufeff${NOTICE}`), { fileName: "通知.docx" })).toEqual({
      kind: "text", text: `\ufeff${NOTICE}`, format: "text", encoding: "utf-8", encodingGuessed: false,
    });
  });

  test("with a stray control character or two is still text", async () => {
    expect(await readDocument(Buffer.from(`${NOTICE.repeat(5)}\u0000`))).toMatchObject({ kind: "text" });
  });

  test("of a page is extracted", async () => {
    const page = "<!DOCTYPE html><title>坏</title><p>一、扫雪。</p><script>坏()</script><p>二、供暖。</p>";
    expect(await readDocument(Buffer.from(page), { fileName: "notice.txt" })).toMatchObject({ text: "一、扫雪。\n二、供暖。", format: "html" });
  });

  test.each([
    ["in the page", `<html><meta http-equiv="Content-Type" content="text/html; charset=gb2312">`, ""],
    ["by the sender", "<html>", "text/html; charset=GBK"],
  ])("of a page in GB 2312, named %s", async (_, start, declaredType) => {
    // 一、扫雪。 and 严禁封路。 in GB 2312
    const body = Buffer.from("d2bba1a2c9a8d1a9a1a3d1cfbdfbb7e2c2b7a1a3", "hex");
    expect(await readDocument(Buffer.concat([Buffer.from(start), body]), { declaredType })).toMatchObject({
      text: "一、扫雪。严禁封路。", format: "html", encoding: "gb18030", encodingGuessed: false,
    });
  });
});

const zipOf = (...names: string[]): Uint8Array => storeZip(names.map((name) => [name, Buffer.from("<a/>")]));
const compoundFile = (stream: string): Buffer => Buffer.concat([
  Buffer.from("d0cf11e0a1b11ae1", "hex"), Buffer.alloc(1024), Buffer.from(stream, "utf16le"), Buffer.alloc(512),
]);

describe("what is not read is refused by name", () => {
  test.each([
    ["nothing", Buffer.alloc(0), "empty"],
    ["white space", Buffer.from("\ufeff \r\n\u3000\t"), "empty"],
    ["a page without words", Buffer.from("<html><body><img src=a><script>1</script>"), "empty"],
    ["bytes", Buffer.from(Array.from({ length: 5000 }, (_, index) => (index * 7919) % 256)), "binary"],
    ["a program", Buffer.concat([Buffer.from("\x7fELF"), Buffer.alloc(99)]), "binary"],
    ["text of no known encoding", Buffer.from(Array.from({ length: 500 }, (_, index) => 0x80 + ((index * 37) % 0x70))), "encoding-unknown"],
    ["a file too large", Buffer.alloc(BYTES_MAX + 1, 0x61), "too-large"],
    ["a text too large", Buffer.alloc(TEXT_BYTES_MAX + 1, 0x61), "too-large"],
    ["a page whose text is too large", Buffer.concat([Buffer.from("<html>"), Buffer.alloc(TEXT_BYTES_MAX + 1, 0x61)]), "too-large"],
    ["png", Buffer.from("\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "latin1"), "picture-only"],
    ["jpeg", Buffer.from("ffd8ffe000104a464946", "hex"), "picture-only"],
    ["webp", Buffer.from("RIFF\x10\0\0\0WEBPVP8 ", "latin1"), "picture-only"],
    ["heic", Buffer.from("\0\0\0\x18ftypheic\0\0\0\0", "latin1"), "picture-only"],
    [".doc", compoundFile("WordDocument"), "old-word"],
    [".xls", compoundFile("Workbook"), "spreadsheet"],
    [".ppt", compoundFile("PowerPoint Document"), "presentation"],
    [".docx under a password", compoundFile("EncryptedPackage"), "encrypted"],
    ["Word XML", Buffer.from(`<?xml version="1.0"?><?mso-application progid="Word.Document"?><w:wordDocument>好`), "old-word"],
    [".ofd", zipOf("OFD.xml", "Doc_0/Document.xml"), "ofd"],
    [".xlsx", zipOf("[Content_Types].xml", "xl/workbook.xml"), "spreadsheet"],
    [".pptx", zipOf("[Content_Types].xml", "ppt/presentation.xml"), "presentation"],
    [".odt", storeZip([["mimetype", Buffer.from("application/vnd.oasis.opendocument.text")], ["content.xml", Buffer.from("<a/>")]]), "open-document"],
    [".ods", storeZip([["mimetype", Buffer.from("application/vnd.oasis.opendocument.spreadsheet")]]), "spreadsheet"],
    [".zip", zipOf("通知.txt"), "archive"],
    ["an empty .zip", storeZip([]), "archive"],
    [".gz", gzipSync("好"), "archive"],
    [".rar", Buffer.from("Rar!\x1a\x07\x01\0", "latin1"), "archive"],
    [".rtf", Buffer.from("{\\rtf1\\ansi \\'d2\\'bb}"), "rich-text"],
    [".mht", Buffer.from(`From: <x>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\tboundary="a"\r\n\r\n好`), "web-archive"],
    ["a broken .docx", Buffer.from("PK\x03\x04abc"), "damaged"],
    ["a .docx that is none", zipOf("word/document.xml"), "damaged"],
  ])("%s", async (_, bytes, reason) => expect(await readDocument(bytes, { fileName: "通知.txt" })).toMatchObject({ kind: "refused", reason }));

  test(".wps is told from .doc by its name, being built alike", async () => {
    expect(await readDocument(compoundFile("WordDocument"), { fileName: "通知.WPS" })).toMatchObject({ reason: "wps" });
  });

  test("every refusal has its words", () => {
    for (const reason of REFUSAL_REASONS) {
      const [chinese, english] = LANGUAGES.map((language) => explainRefusal(reason, language));
      for (const words of [chinese?.problem, chinese?.remedy]) expect(words).toMatch(/[一-龥].*[一-龥]/);
      for (const words of [english?.problem, english?.remedy]) expect(words).toMatch(/^[A-Z][^一-龥]{9,}$/);
    }
  });
});

test("any bytes, also behind the first bytes of a known format, give an outcome", { timeout: 60_000 }, async () => {
  const starts = ["", "", "%PDF-1.7\n", "PK\x03\x04", "PK\x05\x06", "<html>", "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "\xff\xfe", "\xef\xbb\xbf", "{\\rtf", "BM"];
  await fc.assert(fc.asyncProperty(fc.constantFrom(...starts), fc.uint8Array({ maxLength: 400 }), fc.string(), async (start, bytes, fileName) => {
    const outcome = await readDocument(Buffer.concat([Buffer.from(start, "latin1"), bytes]), { fileName, declaredType: fileName });
    if (outcome.kind === "text") expect(outcome.text.trim()).not.toBe("");
    else expect(REFUSAL_REASONS).toContain(outcome.reason);
  }), { numRuns: 80 });
});

/** The server runs as one bundled file with packages beside it; the reading process must start from there as well as from source. */
test("a bundled server reads files too, from whatever folder it is started in", { timeout: 30_000 }, async () => {
  const root = join(import.meta.dirname, "../../..");
  const folder = await mkdtemp(join(root, ".build.documents-test-"));
  try {
    await writeFile(join(folder, "entry.ts"), `import { readDocument } from "#platform/documents/server";
      console.log(JSON.stringify(await readDocument(Buffer.from("<html><p>一、扫雪。"))));`);
    await build({ entryPoints: [join(folder, "entry.ts")], outfile: join(folder, "server.mjs"), bundle: true, platform: "node", format: "esm", packages: "external", alias: { "#platform/documents/server": join(import.meta.dirname, "index.ts"), "#platform/i18n": join(root, "platform/i18n/index.ts") } });
    const { stdout } = await promisify(execFile)(process.execPath, [join(folder, "server.mjs")], { cwd: tmpdir() });
    expect(JSON.parse(stdout)).toMatchObject({ kind: "text", text: "一、扫雪。" });
  } finally {
    await rm(folder, { recursive: true });
  }
});
