import { gazetteer } from "#engines/places";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { BULLETIN, SNAPSHOT } from "./example-lists.ts";
import { readRiskList, type ListReading } from "./index.ts";

const places = gazetteer();
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const read = (text: string): ListReading => readRiskList(places, bytes(text));
const lines = ({ list }: ListReading) => list?.areas.map(({ level, division, below }) => `${level} ${places.nameOf(division ?? "")} ${below.join("/")}`.trim());

test("a national list as JSON: every community under the division it lies in, its name never cut", () => {
  const found = read(JSON.stringify(SNAPSHOT));
  expect(found.list?.asOf).toBe("2021-08-16T08:00");
  expect(lines(found)).toEqual([
    "high 江苏省扬州市广陵区 柳湖镇", "high 江苏省扬州市广陵区 东岸街道1门至18门", "high 北京市大兴区 青杨街道/南里社区", "high 天津市河西区 大河路以西、小河路以东合围区域",
    "medium 江苏省扬州市广陵区 南里小区", "medium 江苏省扬州市广陵区 东岸街道", "medium 河南省郑州市 经开区/明湖镇", "medium 天津市河西区 某街除高风险区以外区域",
  ]);
});

test("a place at two levels counts at the higher one, and a list's own count is checked; both are told", () => {
  expect(read(JSON.stringify(SNAPSHOT)).list?.remarks.map(({ kind }) => kind)).toEqual(["both-levels"]);
  expect(read(JSON.stringify({ data: { ...SNAPSHOT.data, hcount: 5 } })).list?.remarks[0]).toEqual({ kind: "count-differs", words: { zh: "高风险自称 5 个，列出 4 个", en: "High risk: 5 by its own count, 4 listed" } });
});

test("a bulletin: each place under its county or zone, whichever marks stand between", () => {
  const found = read(BULLETIN);
  expect(found.list?.asOf).toBe("2021-01-25T09:16");
  expect(found.list?.remarks).toEqual([]);
  expect(lines(found)).toEqual([
    "high 河北省石家庄市藁城区", "high 河北省石家庄市新乐市", "high 黑龙江省哈尔滨市 江北开发区/青年街道",
    "medium 河北省石家庄市新华区 明珠小区", "medium 河北省石家庄市桥西区 光明新区小区", "medium 河北省石家庄市桥西区 8号院16、17号楼",
    "medium 河北省石家庄市 高新区/东湖小区", "medium 河北省石家庄市 高新区/西湖小区A区", "medium 河北省石家庄市赵县 李庄村",
    "medium 吉林省通化市 通化医药高新区/某小区",
    "medium 上海市黄浦区 外滩街道某路居民区（福州路以南、某路以北）", "medium 上海市黄浦区 某大酒店", "medium 上海市宝山区 友谊路街道新村（一、二村）小区",
  ]);
});

test("a bulletin that lists fewer than it says is taken, and says so", () => {
  expect(read(BULLETIN.replace("（6个）", "（7个）").replace("中风险地区（10个）", "中风险地区（11个）")).list?.remarks.map(({ words }) => words.zh)).toEqual(["中风险地区自称 11 个，列出 10 个", "河北省石家庄市自称 7 个，列出 6 个"]);
});

test("a line that cannot be read is told, and the list goes on behind it", () => {
  const found = read(BULLETIN.replace("吉林省通化市（1个）：", "吉林省通化市："));
  expect(lines(found)).toHaveLength(12);
  expect(lines(found)?.at(-1)).toBe("medium 上海市宝山区 友谊路街道新村（一、二村）小区");
  expect(found.list?.remarks.map(({ kind }) => kind)).toEqual(["count-differs", "line-not-read"]);
});

test("a list in GB 18030 is read", () => {
  // 中风险地区（1个）：\n上海市（1个）：黄浦区。
  const gb = Uint8Array.from("d6d0b7e7cfd5b5d8c7f8a3a831b8f6a3a9a3ba0ac9cfbaa3cad0a3a831b8f6a3a9a3babbc6c6d6c7f8a1a3".match(/../gu) ?? [], (pair) => Number.parseInt(pair, 16));
  expect(lines(readRiskList(places, gb))).toEqual(["medium 上海市黄浦区"]);
});

describe("what is no list is refused with its reason, and nothing of it is used", () => {
  test.each([
    ["nothing", "", "file"], ["blanks", " \n ", "file"], ["a list broken off", JSON.stringify(SNAPSHOT).slice(0, 300), "file"], ["JSON of something else", '{"data":{"code":0}}', "data.end_update_time"],
    ["a column that is no text", JSON.stringify({ data: { ...SNAPSHOT.data, highlist: [{ province: 1, city: "", county: "", communitys: [] }] } }), "data.highlist.0.province"],
    ["a time that is none", JSON.stringify({ data: { ...SNAPSHOT.data, end_update_time: "2021-02-30 8时" } }), "data.end_update_time"],
    ["a list that would lift every level", JSON.stringify({ data: { ...SNAPSHOT.data, highlist: [], middlelist: [] } }), "data"],
    ["an error page", "<html><body>502 Bad Gateway</body></html>", "file"], ["headings without places", "高风险地区（3个）：\n", "file"], ["a picture", "\u0089PNG\u0000\u0001", "file"],
    ["a name without end", JSON.stringify({ data: { ...SNAPSHOT.data, highlist: [{ province: "江苏省", city: "扬州市", county: "", communitys: ["一".repeat(3_001)] }] } }), "data.highlist.0.communitys.0"],
  ])("%s", (_, text, field) => {
    const { list, faults } = read(text);
    expect(list).toBe(undefined);
    expect(faults?.[0]?.field).toBe(field);
    for (const { problem, remedy } of faults ?? []) for (const words of [problem.zh, problem.en, remedy.zh, remedy.en]) expect(words).not.toBe("");
  });
});

test("an empty list that says so is a list", () => {
  expect(read(JSON.stringify({ data: { end_update_time: "2021-03-01 0时", hcount: 0, mcount: 0, highlist: [], middlelist: null } })).list?.areas).toEqual([]);
});

test("no bytes make it fail", () => {
  fc.assert(fc.property(fc.oneof(fc.uint8Array(), fc.json().map(bytes), fc.string({ unit: fc.constantFrom(..."中高风险地区市（1个）：、，\n{}[]\"") }).map(bytes)), (given) => {
    const { list, faults } = readRiskList(places, given);
    expect((list === undefined) !== (faults === undefined)).toBe(true);
  }));
});
