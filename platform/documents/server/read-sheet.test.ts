import { deflateRawSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import writeXlsxFile from "write-excel-file/node";
import { readSheet } from "./read-sheet.ts";
import { writeSheet } from "./write-sheet.ts";

const workbook = (rows: readonly (readonly (string | number | boolean | Date | null)[])[]): Promise<Uint8Array> =>
  writeXlsxFile(rows.map((row) => row.map((value) => (value === null ? null : value instanceof Date ? { value, type: Date, format: "yyyy-mm-dd" } : { value })))).toBuffer();

test("the first sheet is read as rows of texts with their numbers, empty ones left out", async () => {
  const bytes = await workbook([["名称", "数量", "日期", "有"], ["口罩", 1200.5, new Date("2021-01-26T00:00:00Z"), true], [null, null, null, null], ["=1+1", 0.1 + 0.2, null, false]]);
  expect(await readSheet(bytes, 100)).toEqual({ kind: "rows", rows: [
    { line: 1, cells: ["名称", "数量", "日期", "有"] }, { line: 2, cells: ["口罩", "1200.5", "2021-01-26", "true"] }, { line: 4, cells: ["=1+1", "0.3", "", "false"] },
  ] });
});
test("no more than one row above the bound comes back", async () => {
  const outcome = await readSheet(await workbook(Array.from({ length: 20 }, (_, at) => [String(at)])), 5);
  expect(outcome.kind === "rows" ? outcome.rows.length : 0).toBe(7);
});
describe("what is no workbook, or one that would burst, is refused", () => {
  test("a text", async () => { expect(await readSheet(new TextEncoder().encode("a,b\n"), 10)).toMatchObject({ kind: "refused", reason: "damaged" }); });
  test("half a workbook", async () => { expect((await readSheet((await workbook([["a"]])).slice(0, 800), 10)).kind).toBe("refused"); });
  test("a part that unpacks to more than it says", async () => {
    const bytes = bomb("xl/worksheets/sheet1.xml", 300 * 1024 * 1024);
    expect(bytes.length).toBeLessThan(1_000_000);
    expect(await readSheet(bytes, 10)).toMatchObject({ kind: "refused", reason: "too-large" });
  });
});
describe("a small file of many large cells is refused before it fills the server's memory", () => {
  test("one text that stands in twelve thousand cells", async () => {
    const bytes = await workbook(Array.from({ length: 1_000 }, () => Array.from({ length: 12 }, () => "A".repeat(32_000))));
    expect(bytes.length).toBeLessThan(100_000);
    const before = process.memoryUsage().rss;
    expect(await readSheet(bytes, 100_000)).toMatchObject({ kind: "refused", reason: "too-large", detail: expect.stringMatching(/signs in the cells/u) });
    expect(process.memoryUsage().rss - before).toBeLessThan(200 * 1024 * 1024);
  });
  test("more columns than any table has", async () => {
    expect(await readSheet(await workbook([Array.from({ length: 300 }, () => "a")]), 10)).toMatchObject({ kind: "refused", reason: "too-large", detail: "300 columns" });
  });
});

test("a long sheet is written in that process too, while others get their turn, and read again as it was", async () => {
  const rows = [["名称", "=1+1", "号码"], ...Array.from({ length: 15_000 }, (_, at) => [`第${at}店`, "@x", "150799195001010012"])];
  let turns = 0;
  const timer = setInterval(() => { turns += 1; }, 5);
  const written = await writeSheet({ name: "库存[1]/2", rows });
  clearInterval(timer);
  expect(turns).toBeGreaterThan(20);
  const read = written.kind === "file" ? await readSheet(written.bytes, 100_000) : written;
  expect(read.kind === "rows" ? [read.rows.length, read.rows[0]?.cells, read.rows.at(-1)?.cells] : read).toEqual([15_001, rows[0], rows.at(-1)]);
}, 30_000);

/** An archive of one part that declares to be small. */
function bomb(name: string, size: number): Uint8Array {
  const packed = deflateRawSync(Buffer.alloc(size));
  const [local, entry, end] = [Buffer.alloc(30), Buffer.alloc(46), Buffer.alloc(22)];
  local.writeUInt32LE(0x04034b50, 0); local.writeUInt16LE(8, 8); local.writeUInt32LE(packed.length, 18); local.writeUInt32LE(100, 22); local.writeUInt16LE(name.length, 26);
  entry.writeUInt32LE(0x02014b50, 0); entry.writeUInt16LE(8, 10); entry.writeUInt32LE(packed.length, 20); entry.writeUInt32LE(100, 24); entry.writeUInt16LE(name.length, 28);
  end.writeUInt32LE(0x06054b50, 0); end.writeUInt16LE(1, 8); end.writeUInt16LE(1, 10); end.writeUInt32LE(entry.length + name.length, 12); end.writeUInt32LE(local.length + name.length + packed.length, 16);
  return Buffer.concat([local, Buffer.from(name), packed, entry, Buffer.from(name), end]);
}
