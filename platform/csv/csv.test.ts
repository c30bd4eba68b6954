import fc from "fast-check";
import { expect, test } from "vitest";
import { csvText, readCsv, readNumberedCsv } from "./index.ts";

const bytes = (text: string) => new TextEncoder().encode(text);

test("what is written is read again, whatever the cells hold", () => {
  const cell = fc.string({ unit: "grapheme", maxLength: 12 }).map((text) => text.replaceAll("\0", "").trim()).filter((text) => !/^['=+\-@＝＋－＠]/u.test(text));
  fc.assert(fc.property(fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }).filter((row) => row.some((each) => each !== "")), { minLength: 1, maxLength: 5 }), (rows) => {
    const [head = [], ...rest] = rows;
    // The sign between cells is told by the head, so it must be the one most used there.
    fc.pre(!/[;\t\r\n]/u.test(head.join("")));
    expect(readCsv(bytes(csvText(rows)))).toEqual({ kind: "table", head, rows: rest });
  }));
});
test("cells that a spreadsheet would run are written as text", () => {
  expect(csvText([["=1+1", " -2", "＠x", "a-b", "1,5", 'say "x"']])).toBe("\ufeff'=1+1,' -2,'＠x,a-b,\"1,5\",\"say \"\"x\"\"\"\r\n");
});
test("tables of Chinese spreadsheets are read: GB 18030, semicolons, tabs, empty lines", () => {
  const gb = Uint8Array.from([0xd7, 0xa1, 0xd4, 0xda, 0x2c, 0xc8, 0xa5, 0x0a, 0x61, 0x2c, 0x62, 0x0a]);
  expect(readCsv(gb)).toEqual({ kind: "table", head: ["住在", "去"], rows: [["a", "b"]] });
  expect(readCsv(bytes("住在;去\r\n\r\n海拉尔区;北京市\r\n;\r\n"))).toEqual({ kind: "table", head: ["住在", "去"], rows: [["海拉尔区", "北京市"]] });
  expect(readCsv(bytes("住在\t去\n海拉尔区\t北京市"))).toEqual({ kind: "table", head: ["住在", "去"], rows: [["海拉尔区", "北京市"]] });
});
test("what is no table is refused, with the line where it breaks", () => {
  expect(readCsv(bytes(""))).toEqual({ kind: "refused", reason: "empty", line: null });
  expect(readCsv(Uint8Array.from([0xff, 0xfe, 0x00, 0x01]))).toEqual({ kind: "refused", reason: "no-text", line: null });
  expect(readCsv(bytes('a,b\n1,2\n"x,3\n'))).toMatchObject({ kind: "refused", reason: "broken", line: 3 });
});
test("a table longer than its bound is read just far enough to see that it is", () => {
  const table = readCsv(bytes(`a,b\n${"1,2\n".repeat(5_000)}`), 10);
  expect(table.kind === "table" ? table.rows.length : null).toBe(11);
  // What stands behind the bound is not even looked at.
  expect(readCsv(bytes(`a,b\n${"1,2\n".repeat(20)}"x`), 10).kind).toBe("table");
});
test("rows can be told by the numbers a spreadsheet gives them, and a table behind its bound is known to be cut", async () => {
  expect(await readNumberedCsv(bytes('\r\na,b\r\n1,"x\ny"\r\n\r\n,\r\n2,3\r\n'), 10)).toEqual({ kind: "table", head: ["a", "b"], rows: [{ line: 3, cells: ["1", "x\ny"] }, { line: 6, cells: ["2", "3"] }], isCut: false });
  expect(await readNumberedCsv(bytes(`a,b\n${"1,2\n".repeat(20)}`), 10)).toMatchObject({ isCut: true });
  expect(await readNumberedCsv(bytes(""), 10)).toEqual({ kind: "refused", reason: "empty", line: null });
});
test("a table of many rows is read in turns: nobody else waits for the whole of it", async () => {
  const table = bytes(`a,b,c\n${Array.from({ length: 100_000 }, (_, at) => `${at},"x\r\n${at}",海拉尔区\n`).join("")}`);
  let turns = 0;
  const timer = setInterval(() => { turns += 1; }, 1);
  const read = await readNumberedCsv(table, 100_000);
  clearInterval(timer);
  expect(read.kind === "table" ? [read.rows.length, read.isCut, read.rows.at(-1)] : read).toEqual([100_000, false, { line: 100_001, cells: ["99999", "x\r\n99999", "海拉尔区"] }]);
  expect(turns).toBeGreaterThan(20);
});
test("read in turns, a table is what it is when read at once, and breaks in the same line", async () => {
  const filler = Array.from({ length: 6_000 }, (_, at) => `行${at},"a, ""b""",c`).join("\r\n");
  const whole = await readNumberedCsv(bytes(`一,二,三\r\n${filler}`), 10_000);
  const once = readCsv(bytes(`一,二,三\r\n${filler}`));
  expect(whole.kind === "table" && once.kind === "table" ? [whole.head, whole.rows.map(({ cells }) => cells)] : null).toEqual(once.kind === "table" ? [once.head, once.rows] : []);
  for (const broken of [`a,b\n${"1,2\n".repeat(40_000)}"x,3\n`, 'a,b\n1,2\n"x,3\n', `a,b\n1,2\n1,"x"y\n${"1,2\n".repeat(40_000)}`]) expect(await readNumberedCsv(bytes(broken), 100_000)).toEqual(readCsv(bytes(broken)));
});
