import type { Modality } from "../reading.ts";
import { wordsIn } from "./lexer.ts";
import { ACTOR_END } from "./subject.ts";

const DIGIT = "[\\d０-９]";
const NUMERAL = "[一二三四五六七八九十]{1,3}";
/** The number of a day, a month or an hour. */
const ORDINAL = `(?:${DIGIT}{1,2}|${NUMERAL})`;
const AMOUNT = `(?:${DIGIT}{1,4}(?:\\.${DIGIT}{1,2})?(?:[-—~～至]${DIGIT}{1,4})?|[一二三四五六七八九十百两]{1,5}|半)`;
const UNIT = "个?(?:工作日|自然日|小时|钟头|分钟|日|天|周|星期|月|季度|学期|年)";
const SPAN = `${AMOUNT}${UNIT}`;
const YEAR = "(?:每年|今年|明年|当年|本年度?|次年|来年|(?:19|20)\\d{2}年|[一二][九〇○零0][一二三四五六七八九〇○零0]{2}年)";
const MONTH = `(?:每月|本月|当月|下个?月|次月|每季度?(?:首月|末月)?|${ORDINAL}月份?)`;
// 1月20日（星期五）前: what a bracket adds to a date belongs to it.
const ASIDE = "(?:[（(][^（）()，。；]{1,12}[)）])?";
const DAY = `${ORDINAL}[日号]`;
const HALF_DAY = "(?:上午|下午|中午|晚上?|早上|凌晨|夜间)";
const CLOCK = `${HALF_DAY}?(?:(?:${DIGIT}{1,2}|零|二十[一二三四]|${NUMERAL})[时点]钟?(?:整|半|(?:${DIGIT}{1,2}|${NUMERAL})分)?|${DIGIT}{1,2}[:：]${DIGIT}{2})`;
const MOMENT = `(?:${CLOCK}|${HALF_DAY}?下班|上班|午夜|日落|天黑|${HALF_DAY})`;
const NEAR_DAY = "(?:今[日天晚]|明[日天]|后天|当[日天晚]|次日|第二天|(?:每|本|下|上)?(?:周|星期)[一二三四五六日天末]|每[日天晚])";
const AT = "(?:最迟|最晚)?(?:不得?[迟晚]于|截至|截止到?|于|在|到|至)?";
// 前往, 前后, 前期…: no limit; 前移交, 前提交 are a limit and an act.
const BEFORE = "(?:之前|以前|前)(?![往来后去夕期沿端置述景段]|移(?!交)|提(?![交出供请醒前])|列(?!入))";

/** What a limit may count from or run to, with a word for it of its own: 开学前, 汛前. */
const OCCASIONS = "(?:春节|元旦|元宵节?|清明节?|端午节?|中秋节?|国庆节?|劳动节|重阳节|节日|节假日|假期|假日|长假|[寒暑]假|两节|(?<![环章季情细关调步末礼时])节|主?汛期?|入汛|入冬|入春|入夏|入秋|冬季|雨季|强?降[雨雪温]|春耕|春运|秋收|放假|收假|开学|放学|返校|离校|返岗|返乡|复学|复课|上岗|上课|入职|入学)";
/** The same with a noun in front: 项目实施前, 管制开始前. */
const BEGINNINGS = "(?:实施|开始|启动|开工|开业|开展|复工|复产|施工|进场|竣工|验收|到来|来临|登陆|启用|投入使用|投产|运行|运营|通车|举办|举行|召开|开幕|开赛|开考|考试|报到|出发|结束|截止|期满|届满|到期|营业|上市|封山|供暖|供热)";
const PLAIN = "(?![应当要须必可将并和及的在于各其该])[\\u4e00-\\u9fff]";
const EVENT = `(?:(?:在|于)?(?:${YEAR}|[每本]学期)?${OCCASIONS}|(?:(?<![存现正所内])(?:在|于)[^，。；、]{0,10}?|^(?:${PLAIN}){1,4}?|(?:${PLAIN}){2})?${BEGINNINGS})`;
/** 收到申请后, 故障发生后, 自…之日起: what a span of time runs from. */
const SINCE = `(?:(?:自|从)[^，。；]{2,24}?(?:之日起|起|后)|(?:自)?即日起|(?:收到|接到|接|抵达|到达|返回|入住|发现|领取|受理|送达|印发|签订|作出|公布|发布|离开)[^，。；]{0,12}?后|^[^，。；]{1,8}?(?:发生|生效|结束|期满|届满|解除|完成)后|^(?:${PLAIN}){1,4}(?<![今此以然之最])后|(?:${PLAIN}){2}(?:合格|通过|发生|结束|期满|届满|生效)后|(?:事发|[灾震会节雨雪])后)`;

const LIMITS = new RegExp([
  `${AT}${YEAR}?${MONTH}${ASIDE}(?:${DAY}|底|末|初|[上中下]旬|最后一[个天]?(?:工作日|天))?${ASIDE}${MOMENT}?${BEFORE}(?:${SPAN}(?:之内|以内|内)?)?`,
  `${AT}${YEAR}?(?:${NEAR_DAY}|(?<![\\d０-９月年第近一二三四五六七八九十])${DAY})${ASIDE}${MOMENT}?${BEFORE}`,
  `${AT}(?<![\\d０-９])${MOMENT}${BEFORE}`,
  `${AT}(?:${YEAR}|${MONTH})?(?:年底|年末|月底|月末|第?[一二三四]?季度?末|周末|[每本]?学期末)${BEFORE}`,
  `${AT}(?:${YEAR}(?:底|末)|${YEAR}?(?:年底|年末)|${YEAR}?${MONTH}(?:底|末))(?:${BEFORE})?(?![后的])`,
  `${AT}(?:19|20)\\d{2}年${BEFORE}`,
  `(?:到|至)(?:19|20)\\d{2}年(?![\\d的]|度)`,
  `${EVENT}(?:${AMOUNT}个?(?:工作日|日|天|小时)${BEFORE}|${BEFORE}(?:${SPAN}(?:之内|以内|内)?)?)`,
  `(?:${SINCE}(?:的)?)?(?:在|于)?(?<![\\d０-９.一二三四五六七八九十百两第近每前去来])${SPAN}(?:之内|以内|内)`,
  `(?:每年|每月|每季度|每周|次月)前${SPAN}(?:之内|以内|内)`,
  "(?<![\\d０-９一二三四五六七八九十百两几多近往])(?:今年|本年|当年)?(?:年内|年度内|本月内|本周内)",
  `(?:至少)?提前(?:至少|不少于)?${SPAN}`,
  // How often alone (每周一次) is no limit; a named moment is, when it is reported at.
  `于?每[日天](?:${CLOCK}、?){1,8}(?!至|到|起|以?后|之后|[-—~～])`,
  `于?(?:每周[一二三四五六日]|每月${DAY})(?=(?:向|将|报|上报|通报|提交|公布|发布))`,
].join("|"), "gu");
const VAGUE = /(?:在)?规定(?:的)?(?:期限|时限|时间)内|(?<![有无年时])限期(?![满间内])|按期|如期/u;
/** Without one of these there is no limit to look for. */
const SIGNS = /[前内底末]|每[日天周月]|[到至](?:19|20)|[限按如]期/u;

const BANS = "(?:不得|不准|禁止|严禁|不予|不再)";
// 三年内不得申报: how long a ban lasts. 8月31日前出生的: who is meant.
const NO_LIMIT_BEFORE = new RegExp(`^(?:，)?(?:原则上|一律|均|都|也)?${BANS}|^(?:已经?|出生|建成|取得|毕业|入学|参加)[^，。；]{0,16}的|^[仍还尚]?[未不拒][^，。；]{0,20}的|^(?:累计|连续|多次|[两二三3]次)`, "u");
const BANNED = new RegExp(`${BANS}|不要|请勿`, "u");
/** 将于9月底前…, 预计…: told, not asked. */
const TOLD_BEFORE = /(?:将|拟|已|曾|(?:预计|预测|预报)[^，。；]{0,8})$/u;
/** Words that open a phrase or tell of a state do not begin an act. */
const ACT = /^(?![将把向对由与同以从就按经的未仍无不已曾是为共有达超]|结合|根据|依据|围绕|通过|针对|参照|依托|可能|出现|发生|降[雨水雪温])[\u4e00-\u9fff]{2}/u;
const CASE_END = /的(?:人员|考生|学生|新生|儿童|企业|单位|项目|车辆|旅客|群众|商户|居民|家庭|对象|职工|材料)?$/u;
const NO_ACT_END = new RegExp(`(?:时|后|前|内|上|下|中|期间|了)$|${CASE_END.source}`, "u");
const ASIDE_REACH = 60;

/** The words of a time limit in these words, as written; null when there is none. */
export function deadlineIn(words: string): { start: number; end: number } | null {
  if (!SIGNS.test(words)) return null;
  let aside: { start: number; end: number } | null = null;
  for (const { index, 0: match } of words.matchAll(LIMITS)) {
    const limit = { start: index, end: index + match.length };
    if (/^[于在]?[0０]+[^\d０-９.]/u.test(match) && match.endsWith("内")) continue;
    // 即日起至2027年底: how long it lasts.
    if (/^[到至](?!.*前)/u.test(match) && /[期起日时延迟长]$/u.test(words.slice(Math.max(0, index - 1), index))) continue;
    if (NO_LIMIT_BEFORE.test(words.slice(limit.end, limit.end + 24))) continue;
    const before = words.slice(Math.max(0, index - ASIDE_REACH), index);
    if (TOLD_BEFORE.test(before) || before.lastIndexOf("《") > before.lastIndexOf("》")) continue;
    if (before.lastIndexOf("（") <= before.lastIndexOf("）")) return limit;
    // 报送名单（5月1日前）: the bracket is the limit; in any other it limits what the bracket says.
    if (words[limit.end] === "）") aside ??= limit;
  }
  const vague = aside === null ? VAGUE.exec(words) : null;
  return vague === null ? aside : { start: vague.index, end: vague.index + vague[0].length };
}

/** The limit of an order: the one in front of it, else its own. A limit beside a ban tells how long it lasts: none. */
export function deadlineOf(carried: string | null, words: string, modality: Modality): string | null {
  const limit = deadlineIn(words);
  if (modality === "must-not" && BANNED.test(limit === null ? words : `${words.slice(0, limit.start)}，${words.slice(limit.end)}`)) return null;
  return carried ?? (limit === null ? null : words.slice(limit.start, limit.end));
}

/** The act that a limit in the same words binds (8小时内修复), and where who does it ends; null when none is named. */
export function limitedAct(words: string): { subjectEnd: number; verbAt: number } | null {
  const limit = deadlineIn(words);
  if (limit === null) return null;
  const rest = words.slice(limit.end);
  if (!ACT.test(rest) || NO_ACT_END.test(rest)) return null;
  // 9月1日前各镇人民政府，…: who acts, not yet the act.
  if (ACTOR_END.test(rest) && wordsIn(rest.slice(0, 8))[0]?.start !== 0) return null;
  return { subjectEnd: ACTOR_END.test(words.slice(0, limit.start)) ? limit.start : 0, verbAt: limit.end };
}

/** The limit that leading words hand on to the order behind them: none that binds an act or a case of their own. */
export function carriedDeadline(words: string): string | null {
  const limit = deadlineIn(words);
  return limit === null || limitedAct(words) !== null || CASE_END.test(words.slice(limit.end)) ? null : words.slice(limit.start, limit.end);
}

/** Does a chunk name a case that is left out (除…外, 非必要…)? */
export const isException = (chunk: string): boolean => /^(?:除|除了|除非).*(?:外|以外|之外|除非.+)$/u.test(chunk) || /^除[^，]*(?:外|以外)/u.test(chunk);

/** Does a chunk name the case in which the order holds (…的, …时, 如…, 对…)? */
export const isCondition = (chunk: string): boolean =>
  !isException(chunk) && (/(?:的|时|后|情况下|前提下|条件下|期间|之际|范围内)$/u.test(chunk) || /^(?:如|若|凡|遇|当|因|对|发生|符合|未|确需|确有|必要时|需要时)/u.test(chunk)) && !/^(?:按|按照|根据|依据|结合|以|为|围绕)/u.test(chunk);
