import { deflateRawSync } from "node:zlib";
import {
  AlignmentType, DeletedTextRun, Document, FootnoteReferenceRun, ImageRun, InsertedTextRun, LevelFormat, Packer, Paragraph, Table, TableCell, TableRow, TextRun, type ISectionOptions,
} from "docx";
import { describe, expect, test } from "vitest";
import { readDocument } from "./read-document.ts";
import { listZip, unpackEntry } from "./zip-reader.ts";
import { storeZip } from "./zip-writer.ts";

const NUMBERING = {
  config: [{
    reference: "official",
    levels: [
      { level: 0, format: LevelFormat.CHINESE_COUNTING_THOUSAND, text: "%1、", alignment: AlignmentType.START },
      { level: 1, format: LevelFormat.CHINESE_COUNTING_THOUSAND, text: "（%2）", alignment: AlignmentType.START },
      { level: 2, format: LevelFormat.DECIMAL, text: "%3.", alignment: AlignmentType.START },
      { level: 3, format: LevelFormat.CHINESE_COUNTING_THOUSAND, text: "第%4条", alignment: AlignmentType.START },
    ],
  }],
};

function item(text: string, level: number, instance = 0): Paragraph {
  return new Paragraph({ text, numbering: { reference: "official", level, instance } });
}

async function written(children: ISectionOptions["children"]): Promise<Uint8Array> {
  return Packer.toBuffer(new Document({ numbering: NUMBERING, footnotes: { 1: { children: [new Paragraph("脚注")] } }, sections: [{ children }] }));
}

async function textOf(children: ISectionOptions["children"]): Promise<string> {
  const outcome = await readDocument(await written(children), { fileName: "随便.pdf" });
  if (outcome.kind === "refused") throw new Error(`${outcome.reason}: ${outcome.detail}`);
  expect(outcome).toMatchObject({ format: "docx", encoding: null, encodingGuessed: false });
  return outcome.text;
}

describe("a .docx", () => {
  test("gives its paragraphs with the numbers Word draws", async () => {
    const text = await textOf([
      new Paragraph("关于过冬的通知"), item("交通。", 0), item("扫雪。", 1), item("撒盐。", 1), item("先扫大路。", 2), item("供暖。", 0), item("测温。", 1),
      new Paragraph("结尾。"), item("备粮。", 0), item("施行。", 3),
    ]);
    expect(text).toBe("关于过冬的通知\n一、交通。\n（一）扫雪。\n（二）撒盐。\n1. 先扫大路。\n二、供暖。\n（一）测温。\n结尾。\n三、备粮。\n第一条　施行。");
  });

  test("keeps lines, cells, insertions; drops deletions", async () => {
    const row = (...cells: string[]): TableRow => new TableRow({ children: cells.map((cell) => new TableCell({ children: [new Paragraph(cell)] })) });
    const change = { id: 1, author: "甲", date: "2021-01-01T00:00:00Z" };
    const text = await textOf([
      new Paragraph({ children: [new TextRun("各区："), new TextRun({ text: "<严禁>&", break: 1 })] }),
      new Paragraph({ children: [new InsertedTextRun({ text: "新", ...change }), new DeletedTextRun({ text: "旧", ...change, id: 2 }), new TextRun("条")] }),
      new Table({ rows: [row("区", "数"), row("东", "1")] }),
      new Paragraph({ children: [new TextRun("完"), new FootnoteReferenceRun(1)] }),
    ]);
    expect(text).toContain("各区：\n<严禁>&\n新条\n区\t数\n东\t1\n完");
    expect(text).toContain("脚注");
  });

  test("that holds pictures only is a picture", async () => {
    const picture = new ImageRun({ type: "png", data: Buffer.from("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==", "base64"), transformation: { width: 99, height: 99 } });
    expect(await readDocument(await written([new Paragraph({ children: [picture] })]))).toMatchObject({ reason: "picture-only" });
  });

  test("without words is empty", async () => {
    expect(await readDocument(await written([new Paragraph("")]))).toMatchObject({ reason: "empty" });
  });

  test("whose own files were rewritten by another zip program is read all the same", async () => {
    expect(await readDocument(storeZip(await unpacked([new Paragraph("正文")])))).toMatchObject({ kind: "text", text: "正文" });
  });
});

describe("a hostile .docx", () => {
  test("that unpacks to far more than it says is not opened", async () => {
    const bomb = deflated("word/document.xml", Buffer.alloc(60 * 1024 * 1024, 0x20), 1000);
    expect(bomb.length).toBeLessThan(200_000);
    expect(await readDocument(bomb)).toMatchObject({ reason: "unsafe" });
  });

  test("that says it unpacks to gigabytes is not opened", async () => {
    expect(await readDocument(deflated("word/document.xml", Buffer.from("<a/>"), 0xfffffff0))).toMatchObject({ reason: "unsafe" });
  });

  test("with thousands of files is not opened", async () => {
    const files = Array.from({ length: 3000 }, (_, index) => [`word/${index}.xml`, Buffer.alloc(0)] as const);
    expect(await readDocument(storeZip(files))).toMatchObject({ reason: "unsafe" });
  });

  test("with the same file twice is not opened", async () => {
    const files = await unpacked([new Paragraph("正文")]);
    expect(await readDocument(storeZip([...files, ["word/document.xml", Buffer.from("<a/>")]]))).toMatchObject({ reason: "unsafe" });
  });

  test("with entities of its own is not opened", async () => {
    const files = await unpacked([new Paragraph("正文")]);
    const changed = files.map(([name, content]) => [name, name === "word/document.xml" ? Buffer.from(content.toString().replace(/\?>/, `?><!DOCTYPE a [<!ENTITY b "c">]>`)) : content] as const);
    expect(await readDocument(storeZip(changed))).toMatchObject({ reason: "unsafe" });
  });

  test("nested without end is stopped", async () => {
    const files = await unpacked([new Paragraph("正文")]);
    const nested = `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${"<w:p>".repeat(100_000)}`;
    const changed = files.map(([name, content]) => [name, name === "word/document.xml" ? Buffer.from(nested) : content] as const);
    expect(await readDocument(storeZip(changed))).toMatchObject({ kind: "refused" });
  });

  test("cut short is damaged, under a password is locked", async () => {
    const bytes = await written([new Paragraph("正文")]);
    expect(await readDocument(bytes.subarray(0, bytes.length / 2))).toMatchObject({ reason: "damaged" });
    const locked = Buffer.from(storeZip([["word/document.xml", Buffer.from("?")]]));
    const at = locked.indexOf(Buffer.from([0x50, 0x4b, 1, 2]));
    locked.writeUInt16LE(locked.readUInt16LE(at + 8) | 1, at + 8);
    expect(await readDocument(locked)).toMatchObject({ reason: "encrypted" });
  });
});

async function unpacked(children: ISectionOptions["children"]): Promise<(readonly [string, Buffer])[]> {
  const bytes = await written(children);
  const listing = listZip(bytes);
  if (listing.kind === "refused") throw new Error(listing.detail);
  return listing.entries.filter(({ name }) => !name.endsWith("/")).map((entry) => [entry.name, Buffer.from(unpackEntry(bytes, entry, 1e7) ?? "")] as const);
}

/** One packed file in an archive that tells the given size. */
function deflated(name: string, content: Uint8Array, declaredSize: number): Buffer {
  const packed = deflateRawSync(content);
  const archive = Buffer.from(storeZip([[name, packed]]));
  const directoryAt = archive.lastIndexOf(Buffer.from([0x50, 0x4b, 1, 2]));
  archive.writeUInt16LE(8, directoryAt + 10);
  archive.writeUInt32LE(declaredSize, directoryAt + 24);
  return archive;
}
