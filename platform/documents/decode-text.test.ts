import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { decodeText } from "./decode-text.ts";

const NOTICE = "关于做好冬季供暖工作的通知\r\n各旗市区人民政府：\r\n一、要及时清扫积雪，严禁自行封路。（此件公开发布）\r\n";
const TRADITIONAL = "關於做好冬季供暖工作的通知\r\n各縣市政府：\r\n一、應及時清掃積雪，嚴禁自行封路。請依規定辦理，並確實督導。\r\n";

describe("text of any encoding", () => {
  test.each([
    ["UTF-8", Buffer.from(NOTICE), NOTICE, "utf-8", false],
    ["UTF-8 with mark, which stays", Buffer.from(`\ufeff${NOTICE}`), `\ufeff${NOTICE}`, "utf-8", false],
    ["UTF-16 LE with mark", Buffer.from(`\ufeff${NOTICE}`, "utf16le"), `\ufeff${NOTICE}`, "utf-16le", false],
    ["UTF-16 BE with mark", Buffer.from(`\ufeff${NOTICE}`, "utf16le").swap16(), `\ufeff${NOTICE}`, "utf-16be", false],
    ["UTF-16 LE without mark", Buffer.from(NOTICE, "utf16le"), NOTICE, "utf-16le", true],
    ["UTF-16 BE without mark", Buffer.from(NOTICE, "utf16le").swap16(), NOTICE, "utf-16be", true],
    ["GB 18030", encode(NOTICE, "gb18030"), NOTICE, "gb18030", true],
    ["Big5", encode(TRADITIONAL, "big5"), TRADITIONAL, "big5", true],
    ["ASCII", Buffer.from("Keep warm.\r\n"), "Keep warm.\r\n", "utf-8", false],
    ["Windows Latin", Buffer.from("The city\x92s notice \x96 keep warm, and keep the roads free of snow this week.", "latin1"), "The city’s notice – keep warm, and keep the roads free of snow this week.", "windows-1252", true],
  ])("%s", (_, bytes, text, encoding, guessed) => expect(decodeText(bytes, null)).toEqual({ text, encoding, guessed }));

  test("a declared charset settles the encoding where the bytes agree", () => {
    expect(decodeText(encode(NOTICE, "gb18030"), "GB2312")).toMatchObject({ text: NOTICE, encoding: "gb18030", guessed: false });
  });

  test("a false declaration is not believed", () => {
    expect(decodeText(Buffer.from(NOTICE), "gb2312")).toMatchObject({ text: NOTICE, encoding: "utf-8" });
    expect(decodeText(encode(NOTICE, "gb18030"), "big5")).toMatchObject({ text: NOTICE, encoding: "gb18030", guessed: true });
    expect(decodeText(encode(TRADITIONAL, "big5"), "gbk")).toMatchObject({ text: TRADITIONAL, encoding: "big5", guessed: true });
  });

  test("UTF-8 cut off in the middle of a character stays UTF-8", () => {
    const decoded = decodeText(Buffer.from(NOTICE.trim().repeat(3)).subarray(0, -1), null);
    expect(decoded).toMatchObject({ encoding: "utf-8", guessed: true });
    expect(decoded?.text.startsWith(NOTICE.trim())).toBe(true);
  });

  test("GB 18030 cut off in the middle of a character stays GB 18030", () => {
    expect(decodeText(encode(NOTICE.trim(), "gb18030").subarray(0, -1), null)).toMatchObject({ encoding: "gb18030" });
  });

  test("bytes without meaning are no text", () => {
    expect(decodeText(Uint8Array.from({ length: 999 }, (_, index) => (index * 197 + 13) % 256 | 0x80), null)).toBeNull();
  });

  test("common characters survive in GB 18030 whatever their order", () => {
    const characters = [...new TextDecoder("gb18030").decode(Uint8Array.from({ length: 39 * 94 * 2 }, (_, index) => (index % 2 === 0 ? 0xb0 + Math.floor(index / 188) : 0xa1 + ((index >> 1) % 94))))];
    fc.assert(fc.property(fc.array(fc.constantFrom(...characters), { minLength: 1, maxLength: 200 }), (some) => {
      const text = some.join("");
      if (Buffer.from(encode(text, "gb18030")).toString("utf8").includes("\ufffd")) expect(decodeText(encode(text, "gb18030"), null)?.text).toBe(text);
    }));
  });

  test("any bytes give a text or nothing", () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 200 }), fc.option(fc.string(), { nil: null }), (bytes, declared) => {
      const decoded = decodeText(bytes, declared);
      expect(decoded === null || typeof decoded.text === "string").toBe(true);
    }), { numRuns: 1000 });
  });
});

/** Encodes by reading every two-byte code once and turning the table round. */
function encode(text: string, encoding: "gb18030" | "big5"): Buffer {
  const table = tables.get(encoding) ?? twoByteTable(encoding);
  tables.set(encoding, table);
  return Buffer.concat([...text].map((character) => {
    const bytes = character < "\u0080" ? Buffer.from(character) : table.get(character);
    if (bytes === undefined) throw new Error(`${character} is not in ${encoding}`);
    return bytes;
  }));
}

const tables = new Map<string, Map<string, Buffer>>();

function twoByteTable(encoding: string): Map<string, Buffer> {
  const decoder = new TextDecoder(encoding);
  const table = new Map<string, Buffer>();
  for (let lead = 0x81; lead <= 0xfe; lead += 1) {
    for (let trail = 0x40; trail <= 0xfe; trail += 1) {
      const bytes = Buffer.from([lead, trail]);
      const character = decoder.decode(bytes);
      if ([...character].length === 1 && character !== "\ufffd" && !table.has(character)) table.set(character, bytes);
    }
  }
  return table;
}
