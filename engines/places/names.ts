/** Text as names are compared: full-width signs made narrow, spaces and the marks between parts of a path taken out. */
export function plainName(text: string): string {
  return text.normalize("NFKC").replace(/[\s,、，/>·-]+/gu, "");
}

/**
 * What a division is called without the word for its kind: 石家庄 for 石家庄市, 广西 for 广西壮族自治区, 延边 for 延边朝鲜族自治州. Null where nothing would be left that
 * stands alone: one sign (蔚县), or only the name of a people (鄂温克族自治旗).
 */
export function shortName(name: string): string | null {
  const kind = KINDS.find((each) => name.endsWith(each));
  if (kind === undefined) return null;
  let left = name.slice(0, -kind.length);
  if (kind.startsWith("自治") || kind === "特别行政区") left = withoutPeoples(left);
  return left.length >= 2 && !PEOPLES.includes(left) ? left : null;
}

function withoutPeoples(name: string): string {
  for (;;) {
    const people = PEOPLES.find((each) => name.endsWith(each) && name.length >= each.length + 2);
    if (people === undefined) return name;
    name = name.slice(0, -people.length);
  }
}

/** Words for kinds of divisions, the longer first. Townships keep theirs: 兴华街道 is not called 兴华. */
const KINDS = ["特别行政区", "自治区", "自治州", "自治县", "自治旗", "地区", "林区", "特区", "矿区", "新区", "省", "市", "盟", "州", "县", "区", "旗"];

/** The peoples that autonomous places are named after, the longer first; some places say them without 族. */
const PEOPLES = [
  "各族", "维吾尔族", "维吾尔", "柯尔克孜族", "柯尔克孜", "塔吉克族", "塔吉克", "哈萨克族", "哈萨克", "乌孜别克族", "达斡尔族", "达斡尔", "鄂温克族", "鄂伦春族", "俄罗斯族", "东乡族", "撒拉族", "保安族", "裕固族", "朝鲜族",
  "土家族", "布依族", "哈尼族", "景颇族", "傈僳族", "拉祜族", "纳西族", "布朗族", "普米族", "独龙族", "仫佬族", "毛南族", "仡佬族", "高山族", "锡伯族", "锡伯", "蒙古族", "蒙古", "壮族", "回族", "满族", "苗族", "彝族", "藏族", "羌族", "瑶族",
  "侗族", "白族", "傣族", "黎族", "畲族", "水族", "土族", "佤族", "怒族",
];
