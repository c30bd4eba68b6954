import { ADVERBS, NAMED_BY_TOWARDS } from "../lexicon/phrases.ts";
import { ACTOR_END } from "./subject.ts";

const TRAILING = new RegExp(`(?:${ADVERBS.filter((word) => word.length > 0).toSorted((left, right) => right.length - left.length).join("|")}|要|应|应当|须|必须|均|都|也|还|可|可以|不得|不准|不能|不|将|在|对|按|并|务必|原则上|需)+$`, "u");
const LEADING = /^(?:今后|其中|特别是|尤其是|同时|此外|另外|并(?![购网联轨行])|由|有关的|请(?![求示假])|敬请|所有的?(?=[^，]{2}))/u;
const PERSONS = /(?:人员|群众|居民|市民|职工|干部|同志|负责人|领导|师生|学生|教师|家长|党员|公民|者)$/u;

/** Actors named by the words in front of a verb, each as written. `offset` is added to the spans; brackets stay with their name. */
export function actorsIn(subject: string): string[] {
  let words = subject.replace(LEADING, "");
  words = words.replace(TRAILING, "");
  // 水库泄洪由指挥部: who acts stands behind 由.
  words = words.replace(/^.*[^自理缘事因]由(?=[^，]{2})/u, "");
  const acting = beforeActs(words);
  if (acting === null) return [];
  words = acting.replace(TRAILING, "").replace(/(?<=负责人|部门|单位|政府|[局委厅办院])组织$/u, "");
  if (words.length < 2 || words.length > 120 || /[，。；：]/u.test(words) || NOBODY.test(words)) return [];
  const parts = splitNames(words);
  // 机关、事业单位和国有企业人员: one group of people, not three bodies.
  if (parts.length > 1 && PERSONS.test(parts.at(-1) ?? "") && !parts.slice(0, -1).some((part) => PERSONS.test(part))) return [words];
  return parts.length > 0 && parts.every((part) => part.length >= 2 || /^[省市县区旗州盟乡]$/u.test(part)) ? parts : [words];
}

/** What somebody does to others before the verb: 省政府报国务院, 居民凭出入证, 环境部商有关部门, 企业将方案报区管委会. */
const ACTS = new RegExp(`(?<![举预申汇填通情播])报(?![社刊业警名纸送告备销]|道|批单位)|(?<![方去流投定风走双横])向(?!${NAMED_BY_TOWARDS})|经(?!营|信|贸|济|办|开|销|费|理|纪|常|验)|凭|持(?!续|有人|证人)|商(?=外交|有关|相关|同级|国务院|财政|[省市县])|会同(?=.{2})|征求|提请(?!机关)|将|把(?!关)`, "gu");
const BEFORE_ACT = /(?:[复开][工学业产]|返[岗校]|离开|外出|出行|泄洪|撤离|提价|调价)[^，]{0,4}[前后]$/u;
const NAMES_NOBODY = /(?:^|[后前先日并须应]|事先|提前|主动|定期|及时|逐级|书面|必须)$/u;

/** 接到举报的部门, 持有许可证的单位: what they do belongs to the name. */
const RELATIVE = /^(?:持有|接到|收到|受理|接受|拟|获准|需要|经[^，的]{2,}(?:批准|核准|认可|指定|允许))[^，]*的[^，的]+$/u;
/** The name before what it does to others; the words themselves where nothing is done, null where they name nobody. */
function beforeActs(words: string): string | null {
  if (RELATIVE.test(words) && ACTOR_END.test(words)) return words;
  for (const { index, 0: act } of words.matchAll(ACTS)) {
    const head = words.slice(0, index).replace(BEFORE_ACT, "").replace(TRAILING, "");
    if (ACTOR_END.test(head)) return head;
    // 定期向社会, 清单经市环境局: nobody is named before.
    if ((NAMES_NOBODY.test(head) || /[报向经凭]/u.test(act)) && !(act === "报" && /[日晚早画周学情]$/u.test(head)) && !(act === "经" && /[财已曾东农]$/u.test(head))) return null;
  }
  return words;
}

/** Ends or stands like a name and is none: 全部, 50人, 复核结果在…网站, 不落一户一人, 跨旗市, 设立蓄洪区. */
const NOBODY = new RegExp([
  "(?:事|宴|会)[缓简]办$|(?:举|补|开)办$(?<!征补办|公开办)|(?:全部|内部|局部|大部|每人|一人|进人)$|一[名位][^，]{2,}$|\\d人$|^[一二三四五六七八九十百千]+(?:名|个)?人$|^\\d{1,4}[年月日时]",
  "[^所存驻住]在[^，]{2,}(?:网站|站|所|区|地区|中心|场所|平台)$|^不|^未经|^向(?!" + NAMED_BY_TOWARDS + ")|^[离出返入进][省市县区旗州盟]$|^跨(?!国|境)|^在(?![^，]*的[^，]*(?:单位|个人|人员|企业|者|居民)$)(?!京|校|岗|职|建|编|册|押|役|读|外|任|华|港|场|册)|^(?:要求|拒绝|以及|或者|对)(?![^，]*的[^，]*(?:单位|个人|人员|企业|者)$)|性会议$|的[^，]{0,8}会议$|^会议$|^原则同意|^征得|^商(?![务标会业户家品场住检贸船铺丘洛南城河水])|^与|^未(?!成年)|^有(?!关|限|线|色|为|权机关|[^，]*的)|审计结果$|^(?:城市|城乡|农村|各级)$|(?<!^全)社会$",
  "^(?:涉及|召开|举[办行]|筛选|确定|设立|成立|认真|结合|提前|定期|取得|并取得|批准后|事先|调用|动用|规划确定|实行|申请(?!人))(?![^，]*的|者|单位|登记|机关)",
  "^(?:离开|返回|进入|出售|预计|确需|进口|出口)(?![^，]*的|[^，]*(?:人员|企业|职工|干部|学生|者|单位|部门|机构|[有人商]人|发货人)$)",
  "^待(?=[^，]*(?:经|后|且))|且经|(?<!合)并经(?!信|贸|济|办|营)",
].join("|"), "u");

/** Is this group made of people rather than bodies? People do not guide or organise others. */
export const arePersons = (actors: readonly string[]): boolean => actors.length > 0 && actors.every((actor) => PERSONS.test(actor));

/** A kind of place (疫情低风险地区), which says where an order holds, not who acts. */
export const isPlace = (name: string): boolean => /^全[国省市县区旗盟州镇乡]$|[病疫林灾]区$|(?:风险|边境|偏远|贫困|密集|封控|管控|防范|疫情|受灾|灾害|积水)[^各]{0,6}(?:地区|区域|地带|区|场所)$/u.test(name);

/** Who acts by an opening 由: 由社区负责发放…, 应由监护人陪同. `ends`: does a name end here, and does a verb begin behind it? Null where nobody is named so. */
export function agentIn(words: string, ends: (name: string, behind: number) => boolean): string | null {
  const from = /(?:^|[^自理缘事因])由(?!于)/u.exec(words);
  if (from === null) return null;
  const start = from.index + from[0].length;
  let found: string | null = null;
  for (let end = start + 2; end < Math.min(words.length, start + 30); end += 1) {
    const name = words.slice(start, end);
    if (/[，。；的]/u.test(name)) break;
    if (ends(name, end) && !(found !== null && name.endsWith("组织"))) found = name;
    // 县政府督查室: a name may go on a little.
    else if (found !== null && name.length - found.length > 3) break;
  }
  return found;
}

/** Whom a ban is said to: 严禁转移群众擅自返回. */
export function bannedIn(words: string): string[] {
  const match = /^[^，。；的对在将把]{2,16}?(?=擅自|私自|违规|违法|随意|参与|从事|进入|携带)/u.exec(words);
  return match !== null && (PERSONS.test(match[0]) || /(?:单位|企业|个人|车辆|机构|商户|商家|学校|部门)$/u.test(match[0])) ? actorsIn(match[0]) : [];
}

/** Who is encouraged or advised, named right behind the word: 鼓励用人单位…, 倡导群众…. */
export function encouragedIn(words: string): string[] {
  const match = /^(?:支持|引导|和|、)?(?!用(?!人))(?:有条件的|符合条件的|具备条件的|有能力的|有意愿的)?[^，。；的对在通以]{0,24}?(?:群众|居民|市民|村民|人员|职工|企业(?:单位)?|用人单位|单位和个人|单位|机构|组织|师生|学生|学校|老年人|家庭|家长|部门|个人|公众|银行|保险公司|地方政府|政府|各地|地区|社会力量|社会资本|商家|商户|经营者|志愿者|党员|干部|青年|游客|车主|驾驶员|农户)(?=[\u4e00-\u9fff])/u.exec(words);
  return match === null ? [] : actorsIn(match[0].replace(/^(?:支持|引导|和|、)/u, "").replace(/^(?:有|符合|具备)[^的]{2,3}的(?=.{2})/u, "").replace(/(?<=社区|单位|企业|学校|部门|机构|各地|政府)组织$/u, ""));
}

function splitNames(words: string): string[] {
  const names: string[] = [];
  let depth = 0;
  let name = "";
  for (let at = 0; at < words.length; at += 1) {
    const character = words[at] ?? "";
    if ("（(《“".includes(character)) depth += 1;
    if ("）)》”".includes(character)) depth = Math.max(0, depth - 1);
    const joint = depth === 0 ? /^(?:、|以及|及其|或者|和|及|与|或)/u.exec(words.slice(at, at + 2))?.[0] : undefined;
    if (joint !== undefined && name !== "" && !/^及?其/u.test(joint) && endsLikeName(name)) { names.push(name); name = ""; at += joint.length - 1; continue; }
    name += character;
  }
  return [...names, name].filter((each) => each !== "");
}

// 供水和供电部门: only where a name is complete may a joint part it.
const endsLikeName = (name: string): boolean =>
  /(?:政府|部门|部委|单位|机关|机构|地区|各地|企业|公司|集团|银行|指挥部|委员会|小组|办公室|办公厅|媒体|地方|[厅局署委部院办所站]|中心|学校|院校|医院|人员|群众|居民|市民|街道|社区|组织|省|市|县|区|州|盟|旗|自治区|个人|者|职工|协会|农业|公安|法院|检察院|[）＊])$/u.test(name);
