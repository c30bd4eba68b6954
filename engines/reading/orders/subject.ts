import { ACTOR_ENDINGS } from "../lexicon/phrases.ts";
import { type Word, wordsIn } from "./lexer.ts";

const ENDINGS = ACTOR_ENDINGS.toSorted((left, right) => right.length - left.length).join("|");
/** Words that end like the name of who acts; brackets (hidden) may follow. */
export const ACTOR_END = new RegExp(`(?:${ENDINGS})(?:＊+)?(?<!(?<![财农])经所|[由向]所|(?<!情)报所|或者|[转出入住]院)$`, "u");
/** 各单位放假前要…: the name, then a time. */
const ACTOR_BEFORE_TIME = new RegExp(`^([^，。；的]{1,30}?(?:${ENDINGS}))(?:在|于|每|放假|节|汛|入冬|开学|开工|\\d)[^，。；的]{0,14}(?:前|后|时|日|天|周|月|期间|内)$`, "u");

/** Is `name` the name of who acts, and does what it does begin right behind? 社区 · 负责发放…. */
export function endsActorBeforeVerb(name: string, behind: string): boolean {
  // 市政府会同有关部门: 会 belongs to the verb.
  if (!ACTOR_END.test(name) || behind.length < 2 || (name.endsWith("会") && !OWN_MEETING.test(name) && /^同(?![步时样期类意])/u.test(behind))) return false;
  if (goesOn(name, behind)) return false;
  const first = wordsIn(behind)[0];
  return first !== undefined && first.start === 0 && (first.entry.verb || first.entry.adverb || first.entry.opener || first.entry.light || first.entry.nounLike || first.entry.modal !== null) || /^(?:负责|牵头|陪同|监护|派员|审|批|派)/u.test(behind);
}

/** 红十字会同民政局: 会 belongs to the name. */
const OWN_MEETING = /(?:委会|委员会|红十字会|[工协商学妇]会|联合会|基金会|[理董监]事会|人大|大会|促进会|研究会)$/u;
/** 国家 · 发展改革委, 企业 · 主要负责人: the name is not at its end yet. */
const goesOn = (name: string, behind: string): boolean =>
  (name.endsWith("机构") && /^编制(?:管理|委员会|部门|机关|工作|和)/u.test(behind)) || (name.endsWith("社会") && /^(?:组织|团体|力量)/u.test(behind)) || (/(?:国家|城[市乡]|乡镇|农村|各级|社会|[省市县区旗])$/u.test(name) && GOES_ON.test(behind)) || (/(?:企业|单位|部门|机关|学校|医院)$/u.test(name) && /^(?:主要|分管)?(?:负责人|领导|法定代表人)/u.test(behind));
const GOES_ON = /^(?!组织|会同|协调|指导|安排|督促|开展|建立|成立|要求|引导|鼓励|支持|加强|推动|促进|完善|实行|扶持|负责|设立|协同|统筹)[^，。；、的和与及由向报经对将把应须要必不可在]{1,10}?(?:委员会|主管部门|部门|总局|局|委|署|厅|机关|机构)/u;
/** 各检查点, 全体参会者; not 各项工作. */
const EACH = /^(?:各(?![项种自]|方面|类(?![^，]*(?:人员|单位|企业|机构|场所)))|全体|所有(?![^，]*(?:工作|措施|费用)))[^，。；的]{1,8}(?<![率量价费数额期度])$/u;
/** What begins behind a name and is no verb of order: a time, a case, an act of its own. */
const BEHIND_NAME = /^(?:在?(?:春节|国庆|元旦|五一|主?汛期|节日|节假日|假期|寒假|暑假|放假|节前|节后|平时|周末|夜间|行前)|非必要|原则上|未(?![来成])|确需|确有|因(?!地|此|素|子)|离(?![休异散]|职人)|外出|出[差国境校省市岛]|休假|请假|复[工产学课业]|返[岗校回乡]|恢复|进[入出京人]|购[置买]|提价|调价|停[产工](?!整)|开[学工业](?!典)|前往|赴|从事|申请(?!人|材料|表|书|单位)|举[办行]|兼任|需(?!求)|如(?!期|实)|若|凭|持(?!续|证人)|发现|驾驶|运输|销售|出售|承办)/u;
const AWAY = /^(?:离开|前往|出国|出访|外出|返回|赴)[^，]*(?<!人员|干部|职工|学生|群众|车辆|者)$/u;
const NAME_LENGTH_MAX = 24;

/** 防汛责任人汛期须…, 企业复工须…: where the longest name ends behind which such words begin before `until`; 0 for none. */
export function nameAhead(chunk: string, until: number): number {
  if (/^[我本其对在按将把由向从经]/u.test(chunk)) return 0;
  for (let end = Math.min(until, NAME_LENGTH_MAX); end >= 2; end -= 1) {
    if (!BEHIND_NAME.test(chunk.slice(end, end + 8))) continue;
    const name = chunk.slice(0, end);
    if (ACTOR_END.test(name) && !/[，。；：的]/u.test(name) && !(name.endsWith("所") && chunk[end] === "需")) return end;
  }
  return 0;
}

/** Offset behind joining words only. */
export function skipJoin(words: readonly Word[]): number {
  let at = 0;
  for (const word of words) if (word.start === at && word.entry.connective) at = word.end;
  return at;
}

/** Where the subject ends: the first place before a verb, modal or phrase where the words so far name an actor. */
export function subjectEndBefore(chunk: string, words: readonly Word[], limit: number | null): number {
  const verbFirst = words[0] !== undefined && words[0].start === 0 && words[0].entry.verb && words[0].entry.word.length > 1 && limit === null;
  if (verbFirst) return 0;
  const join = skipJoin(words);
  const first = words.find((word) => word.start === join);
  const isUser = limit !== null && limit <= 10 && /^用[^，]{1,4}(?:单位|人|户)$/u.test(chunk.slice(0, limit));
  if (first !== undefined && first.entry.opener && first.entry.word !== "由" && first.entry.word !== "同" && !isUser) return 0;
  if (limit !== null && limit >= 2 && ACTOR_END.test(chunk.slice(0, limit))) {
    // 领导干部离开本市须…: 市 is where they leave, not who they are.
    const ahead = nameAhead(chunk, limit - 2);
    return ahead > 0 && AWAY.test(chunk.slice(ahead, limit)) ? ahead : limit;
  }
  const timed = limit === null ? null : ACTOR_BEFORE_TIME.exec(chunk.slice(0, Math.min(limit, 60)));
  if (timed?.[1] !== undefined) return timed[1].length;
  let end = 0;
  for (const word of words) {
    if (limit !== null && word.start > limit) break;
    const { entry } = word;
    if (word.start < 2 || !(entry.verb || entry.light || entry.nounLike || entry.adverb || entry.opener || entry.modal !== null || entry.refrain)) continue;
    if (!ACTOR_END.test(chunk.slice(0, word.start)) || goesOn(chunk.slice(0, word.start), chunk.slice(word.start))) continue;
    if (limit === null) return word.start;
    end = word.start;
  }
  if (end > 0) return end;
  return nameAhead(chunk, limit ?? chunk.length) || (limit !== null && EACH.test(chunk.slice(0, limit)) ? limit : 0);
}
