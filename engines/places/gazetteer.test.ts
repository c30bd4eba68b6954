import { describe, expect, test } from "vitest";
import { gazetteer, listedPlace, shortName, type CityPlaces, type Found } from "./index.ts";

const CITY: CityPlaces = {
  townships: [{ code: "150781004", name: "兴华街道", pinyin: "xing hua jie dao" }, { code: "150725100", name: "巴彦库仁镇" }, { code: "150723100", name: "阿里河镇" }],
  aliases: [{ name: "莫旗", code: "150722" }, { name: "新左旗", code: "150726" }, { name: "陈旗", code: "150725" }, { name: "扎区", code: "150703" }],
};
const places = gazetteer(CITY);
const led = (found: Found): string | readonly string[] => (found.kind === "one" ? `${places.nameOf(found.division.code)}|${found.rest}` : found.kind === "several" ? found.candidates.map(({ division }) => places.nameOf(division.code)) : "none");

describe("what people write", () => {
  test.each([
    ["满洲里", "内蒙古自治区呼伦贝尔市满洲里市|"],
    ["内蒙古 呼伦贝尔 满洲里 兴华街道", "内蒙古自治区呼伦贝尔市满洲里市兴华街道|"],
    ["满洲里市兴华街道三道街社区", "内蒙古自治区呼伦贝尔市满洲里市兴华街道|三道街社区"],
    ["莫旗", "内蒙古自治区呼伦贝尔市莫力达瓦达斡尔族自治旗|"],
    ["莫力达瓦", "内蒙古自治区呼伦贝尔市莫力达瓦达斡尔族自治旗|"],
    ["陈旗巴彦库仁镇", "内蒙古自治区呼伦贝尔市陈巴尔虎旗巴彦库仁镇|"],
    ["黑龙江哈尔滨市利民开发区裕田街道", "黑龙江省哈尔滨市|利民开发区裕田街道"],
    ["北京市大兴区天宫院街道融汇社区", "北京市大兴区|天宫院街道融汇社区"],
    ["北京大兴区", "北京市大兴区|"],
    ["延边", "吉林省延边朝鲜族自治州|"],
    ["恩施市", "湖北省恩施土家族苗族自治州恩施市|"],
    ["澳门", "澳门特别行政区|"],
    ["manzhouli", "内蒙古自治区呼伦贝尔市满洲里市|"],
    ["Man Zhou Li", "内蒙古自治区呼伦贝尔市满洲里市|"],
    ["HULUNBEIER", "内蒙古自治区呼伦贝尔市|"],
    ["仙桃", "湖北省仙桃市|"],
  ])("%s", (text, answer) => { expect(led(places.find(text))).toBe(answer); });
});

describe("a name is not guessed from its beginning", () => {
  test.each(["长", "新左", "满洲", "朝阳大街12号", "海拉尔街道办", "鄂", "", "　", "北"])("“%s”", (text) => { expect(places.find(text)).toEqual({ kind: "none" }); });
});

test("a name of several places gives them all", () => {
  expect(led(places.find("鼓楼区"))).toEqual(["江苏省南京市鼓楼区", "江苏省徐州市鼓楼区", "福建省福州市鼓楼区", "河南省开封市鼓楼区"]);
  expect(led(places.find("吉林"))).toEqual(["吉林省", "吉林省吉林市"]);
});

test("within a place only its own count, named again or not", () => {
  expect(led(places.find("鼓楼区", { within: "410200" }))).toBe("河南省开封市鼓楼区|");
  expect(led(places.find("河南省开封市鼓楼区", { within: "410200" }))).toBe("河南省开封市鼓楼区|");
  expect(places.find("南京市鼓楼区", { within: "410200" }).kind).toBe("none");
});

test("加格达奇 lies inside 鄂伦春's outline and belongs to 大兴安岭, never to Hulunbuir", () => {
  expect(led(places.find("加格达奇"))).toBe("黑龙江省大兴安岭地区加格达奇区|");
  expect(places.find("加格达奇区", { within: "150723" }).kind).toBe("none");
  expect(led(places.find("鄂伦春自治旗"))).toBe("内蒙古自治区呼伦贝尔市鄂伦春自治旗|");
});

test("a municipality's districts and a county run by its province have no prefecture", () => {
  expect(places.pathOf("110108").map(({ name }) => name)).toEqual(["北京市", "海淀区"]);
  expect(places.pathOf("500229").map(({ name }) => name)).toEqual(["重庆市", "城口县"]);
  expect(places.pathOf("429004").map(({ name }) => name)).toEqual(["湖北省", "仙桃市"]);
});

describe("lines of official lists, whose columns slip", () => {
  test.each([
    [["江苏省", "扬州市", "广陵区", "湾头镇"], "江苏省扬州市广陵区", ["湾头镇"]],
    [["北京市", "朝阳区", "酒仙桥街道", "二街坊"], "北京市朝阳区", ["酒仙桥街道", "二街坊"]],
    [["天津市", "天津市", "河西区", "柳林街黄海里1门至18门"], "天津市河西区", ["柳林街黄海里1门至18门"]],
    [["江苏省", "扬州市", "经济技术开发区", "文汇街道"], "江苏省扬州市", ["经济技术开发区", "文汇街道"]],
    [["湖北省", "仙桃市", "仙桃市", "沙嘴街道"], "湖北省仙桃市", ["沙嘴街道"]],
    [["上海市", "浦东新区", "浦东新区", "北蔡镇"], "上海市浦东新区", ["北蔡镇"]],
    // Not a place that happens to bear the name of another elsewhere.
    [["吉林省", "通化市", "通化医药高新区", "奕达小区"], "吉林省通化市", ["通化医药高新区", "奕达小区"]],
  ])("%j", (columns, name, below) => {
    const at = listedPlace(places, columns);
    expect([at === null ? null : places.nameOf(at.division.code), at?.below]).toEqual([name, below]);
  });
  test("a place nobody knows is no place", () => { expect(listedPlace(places, ["某某省", "某某市"])).toBe(null); });
});

test("read as locals read them", () => {
  for (const [name, pinyin] of [["重庆市", "chong qing shi"], ["蔚县", "yu xian"], ["六安市", "lu an shi"], ["扎鲁特旗", "za lu te qi"], ["扎赉诺尔区", "zha lai nuo er qu"], ["铅山县", "yan shan xian"]] as const) {
    const found = places.find(name);
    expect(found.kind === "one" ? found.division.pinyin : found, name).toBe(pinyin);
  }
});

test("suggestions begin like what was typed, the higher places first", () => {
  expect(places.suggest("满洲", 3).map(({ name }) => name)).toEqual(["满洲里市"]);
  expect(places.suggest("hul", 3).map(({ name }) => name)).toContain("呼伦贝尔市");
  expect(places.suggest("海", 2).map(({ level }) => level)).toEqual(["province", "prefecture"]);
  expect(places.suggest("", 5)).toEqual([]);
});

test("what a place is called without the word for its kind", () => {
  expect(["石家庄市", "广西壮族自治区", "新疆维吾尔自治区", "延边朝鲜族自治州", "鄂温克族自治旗", "蔚县", "兴华街道", "伊犁哈萨克自治州"].map(shortName))
    .toEqual(["石家庄", "广西", "新疆", "延边", null, null, null, "伊犁"]);
});

test("a township or an alias that hangs in the air is refused", () => {
  expect(() => gazetteer({ townships: [{ code: "999999001", name: "某镇" }], aliases: [] })).toThrow("999999001");
  expect(() => gazetteer({ townships: [], aliases: [{ name: "某旗", code: "999999" }] })).toThrow("某旗");
});

test("an invented city and its districts are places like others, in no province", () => {
  const invented = gazetteer({ divisions: [{ code: "990100", name: "北岭市" }, { code: "990102", name: "城关区" }, { code: "150702", name: "海拉尔区" }], townships: [{ code: "990102001", name: "北门街道" }], aliases: [] });
  expect(invented.find("北岭市城关区北门街道3号")).toMatchObject({ kind: "one", division: { code: "990102001" }, rest: "3号" });
  expect(invented.nameOf("990102")).toBe("北岭市城关区");
  expect(invented.find("海拉尔").kind).toBe("one");
});
