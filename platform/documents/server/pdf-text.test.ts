import { deflateSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { readDocument } from "./read-document.ts";
import { runExtraction } from "./run-extraction.ts";

describe("a PDF", () => {
  test("gives its text layer, lines joined into paragraphs", async () => {
    const outcome = await readDocument(pdf([[
      { text: "关于过冬的通知", x: 200, y: 760, size: 22 },
      { text: "各旗市区人民政府：", x: 90, y: 700 },
      { text: "一、", x: 122, y: 670, size: 10 }, { text: "交通。各旗市区要及时清扫主次干道积雪，确保车辆和行人通", x: 142, y: 670 },
      { text: "行安全；未经旗市区人民政府批准，严禁擅自封闭道路，严禁擅自设", x: 90, y: 640 },
      { text: "置卡点。", x: 90, y: 610 },
      { text: "二、供暖。鼓励邻里互助。", x: 122, y: 580 },
      { text: "2021年1月26日", x: 380, y: 520 },
      { text: "— 1 —", x: 290, y: 60, size: 14 },
    ]]), { fileName: "通知.docx" });
    expect(outcome).toEqual({
      kind: "text", format: "pdf", encoding: null, encodingGuessed: false,
      text: "关于过冬的通知\n各旗市区人民政府：\n一、交通。各旗市区要及时清扫主次干道积雪，确保车辆和行人通行安全；未经旗市区人民政府批准，严禁擅自封闭道路，严禁擅自设置卡点。\n二、供暖。鼓励邻里互助。\n2021年1月26日\n— 1 —",
    });
  });

  test("goes on over a page; the page number does not cut the sentence", async () => {
    const outcome = await readDocument(pdf([
      [{ text: "一、交通。各旗市区要及时清扫主次干道积雪，确保车辆和行人通", x: 122, y: 90 }, { text: "- 1 -", x: 290, y: 60 }],
      [{ text: "行安全；未经旗市区人民政府批准，严禁擅自封闭道路，严禁擅自设", x: 90, y: 760 }, { text: "置卡点。", x: 90, y: 730 }, { text: "- 2 -", x: 290, y: 60 }],
    ]));
    expect(outcome).toMatchObject({ text: "一、交通。各旗市区要及时清扫主次干道积雪，确保车辆和行人通行安全；未经旗市区人民政府批准，严禁擅自封闭道路，严禁擅自设置卡点。\n- 1 -\n- 2 -" });
  });

  test("pieces of a line are put together without spaces between Chinese characters", async () => {
    const outcome = await readDocument(pdf([[
      { text: "严禁", x: 90, y: 700 }, { text: "封路", x: 122.5, y: 700 }, { text: "附", x: 90, y: 660 }, { text: "件", x: 138, y: 660 },
      { text: "东区", x: 90, y: 620 }, { text: "西区", x: 300, y: 620 },
    ]]));
    expect(outcome).toMatchObject({ text: "严禁封路\n附　件\n东区\t西区" });
  });

  test("of pictures only is refused", async () => {
    expect(await readDocument(pdf([[], []]))).toMatchObject({ reason: "picture-only" });
    expect(await readDocument(pdf([[{ text: "1", x: 290, y: 60 }], []]))).toMatchObject({ reason: "picture-only" });
  });

  test("without readable characters is refused", async () => {
    expect(await readDocument(pdf([[{ text: "\ue001\ue002\ue003一\ue004", x: 90, y: 700 }]]))).toMatchObject({ reason: "text-garbled" });
  });

  test("under a password is refused", async () => {
    const encrypt = "/Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <" + "41".repeat(32) + "> /U <" + "42".repeat(32) + "> >> /ID [<41><41>]";
    expect(await readDocument(pdf([[{ text: "一", x: 90, y: 700 }]], encrypt))).toMatchObject({ reason: "encrypted" });
  });

  test("that is broken is damaged", async () => {
    expect(await readDocument(Buffer.from("%PDF-1.4\nhello"))).toMatchObject({ kind: "refused", reason: "damaged" });
  });
});

describe("bounds of an extraction", () => {
  const bytes = pdf([[{ text: "一、交通。", x: 90, y: 700 }]]);
  const bounds = { milliseconds: 20_000, heapMegabytes: 256, memoryBytes: 1e9 };

  test("too long is stopped", async () => {
    const start = performance.now();
    expect(await runExtraction({ format: "pdf", bytes }, { ...bounds, milliseconds: 1 })).toEqual({ refused: "too-costly", detail: "time" });
    expect(performance.now() - start).toBeLessThan(2_000);
  });

  test("too much memory is stopped, on the heap and beside it", { timeout: 30_000 }, async () => {
    const html = "<p>好</p>".repeat(2_000_000);
    expect(await runExtraction({ format: "html", html }, { ...bounds, heapMegabytes: 32 })).toMatchObject({ refused: "too-costly" });
    const bomb = pdf([[{ text: "一", x: 90, y: 700 }]], "", 300 * 1024 * 1024);
    expect(bomb.length).toBeLessThan(2_000_000);
    expect(await runExtraction({ format: "pdf", bytes: bomb }, { ...bounds, memoryBytes: 200 * 1024 * 1024 })).toMatchObject({ refused: "too-costly" });
  });

  test("one file that is stopped takes nothing from the next; a crowd is told to come back", async () => {
    const results = await Promise.all(Array.from({ length: 30 }, () => runExtraction({ format: "html", html: "<p>好</p>" })));
    expect(results.filter((result) => !("text" in result && result.text === "好") && !("refused" in result && result.refused === "busy"))).toEqual([]);
    expect(results.filter((result) => "refused" in result && result.refused === "busy").length).toBe(12);
    expect(await runExtraction({ format: "html", html: "<p>好</p>" })).toEqual({ text: "好" });
  });
});

type Placed = { readonly text: string; readonly x: number; readonly y: number; readonly size?: number };

/** A PDF of the given pages, its letters 16 points wide unless told, with a table from glyphs to characters; each page shows a picture. */
function pdf(pages: readonly (readonly Placed[])[], trailer = "", paddingBytes = 0): Buffer {
  const objects: Buffer[] = [];
  const add = (content: Buffer | string): number => objects.push(Buffer.from(content));
  const stream = (content: Buffer, entries = ""): Buffer => {
    const packed = deflateSync(content);
    return Buffer.concat([Buffer.from(`<< /Length ${packed.length} /Filter /FlateDecode ${entries}>>\nstream\n`), packed, Buffer.from("\nendstream")]);
  };
  const pageNumbers = pages.map((_, index) => 6 + 2 * index);
  add("<< /Type /Catalog /Pages 2 0 R >>");
  add(`<< /Type /Pages /Count ${pages.length} /Kids [${pageNumbers.map((number) => `${number} 0 R`).join(" ")}] >>`);
  add("<< /Type /Font /Subtype /Type0 /BaseFont /Song /Encoding /Identity-H /ToUnicode 4 0 R /DescendantFonts [<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Song /DW 1000 /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /FontDescriptor << /Type /FontDescriptor /FontName /Song /Flags 4 /FontBBox [0 -120 1000 880] /Ascent 880 /Descent -120 /ItalicAngle 0 /CapHeight 700 /StemV 80 >> >>] >>");
  add(stream(Buffer.from("/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /A def /CMapType 2 def 1 begincodespacerange <0000> <ffff> endcodespacerange 1 beginbfrange <0000> <ffff> <0000> endbfrange endcmap end end")));
  add(stream(Buffer.alloc(3), "/Type /XObject /Subtype /Image /Width 1 /Height 1 /BitsPerComponent 8 /ColorSpace /DeviceRGB "));
  for (const [index, texts] of pages.entries()) {
    add(`<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F 3 0 R >> /XObject << /I 5 0 R >> >> /Contents ${6 + 2 * index + 1} 0 R >>`);
    const shown = texts.map(({ text, x, y, size = 16 }) => `BT /F ${size} Tf 1 0 0 1 ${x} ${y} Tm <${Buffer.from(text, "utf16le").swap16().toString("hex")}> Tj ET`);
    add(stream(Buffer.concat([Buffer.from(`q 1 0 0 1 0 0 cm /I Do Q\n${shown.join("\n")}\n`), Buffer.alloc(paddingBytes, 0x20)])));
  }
  let at = 9;
  const starts = objects.map((content, index) => {
    const start = at;
    at += Buffer.byteLength(`${index + 1} 0 obj\n`) + content.length + Buffer.byteLength("\nendobj\n");
    return start;
  });
  const table = starts.map((start) => `${String(start).padStart(10, "0")} 00000 n \n`).join("");
  return Buffer.concat([
    Buffer.from("%PDF-1.4\n"), ...objects.flatMap((content, index) => [Buffer.from(`${index + 1} 0 obj\n`), content, Buffer.from("\nendobj\n")]),
    Buffer.from(`xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}trailer << /Size ${objects.length + 1} /Root 1 0 R ${trailer} >>\nstartxref\n${at}\n%%EOF\n`),
  ]);
}
