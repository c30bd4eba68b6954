import { asks, type Waits } from "./approval.ts";
import { APPLIED, type ConsentInContext, endsWith, goesOn, isOfficial, LICENCE_HAD, makesDuty, opens, REFORMED } from "./context.ts";

// Consents that have a paper or a procedure: licences, formalities, regimes of consent, leave.

/** 应当向…申请…许可证; 取得…许可证后，方可…; 凭…准运证托运. */
export function permitAsked(part: ConsentInContext): Waits | null {
  const { link, linked, word, tail, known, before, between } = part;
  const duty = makesDuty(before);
  if (word === "知情同意书") return tail === "end" && /[与由]|取得|征得/u.test(before + between) ? asks(false) : null;
  if (isOfficial(before) || /为[^，。；其]{2,}$/u.test(before) || LICENCE_HAD.test(before + between) || (link !== "applied" && /(?:核发|颁发|发给|发放)(?!的)[^，。；的]*$/u.test(between)) || /(?:不需要?|不必|免[予于]?)$|(?<!有权)受理[^，]*$/u.test(before)) return null;
  if (link === "sent" || link === "shown") return duty && known && isOpinion(word) && !/[和及]/u.test(between) && tail === "end" ? asks(false) : null;
  if (link === "held") return heldAsked(part, duty);
  if (link !== "obtained" && link !== "applied" && linked !== "办理" && linked !== "补办") return null;
  if ((duty || goesOn(part)) && endsWith(part, "end", "more", "release")) return asks(false);
  if (tail === "release") return asks(false);
  return endsWith(part, "afterEnd", "of", "end") && link !== "applied" && !/(?:可|方可|才能|无须|无需|不得|不予|禁止|严禁)$/u.test(before) ? asks(false, "release") : null;
}

/** 批准文件, 同意意见: a body's consent on paper, no licence. */
export const isOpinion = (word: string): boolean => /^(?:批准|同意|核准|许可(?!证))/u.test(word);

function heldAsked({ linked, word, tail, known, before, between, after }: ConsentInContext, duty: boolean): Waits | null {
  if (tail === "release" || /^(?:办理)?(?:托运|运输|购买|从事|经营)[^，。；]*(?<!的)$/u.test(after) || (PASSES.test(after) && word !== "驾驶证" && !NOT_PASSED.test(before + between)) || (duty && !NOT_PASSED.test(before) && /^(?:放行|通行|出入|进入|进出|提货|提取)(?!人员)/u.test(after))) return asks(false);
  if (linked === "凭" && tail === "end" && !duty && (/(?:颁发|核发|签发|发给)的/u.test(between) || (isOpinion(word) && known))) return asks(false, "permission");
  if (isOpinion(word) && known && duty && tail === "end" && linked === "凭") return asks(false);
  if (isOpinion(word) && known && tail === "other") return /(?:^|可以?|应当?|须)$/u.test(before) ? asks(false) : null;
  if (duty && tail === "end" && /^(?:通行证|准运证|运输证|准运证明|审批证明)/u.test(word)) return asks(false);
  if (after.endsWith("后")) return asks(false, "release");
  return duty && linked !== "凭" && linked !== "持" && tail === "end" ? asks(false) : null;
}

/** 凭通行证通行; not 取消凭出入证进出, 核对持出入证出入人员. */
const PASSES = /^(?:通行|出入|进出)(?!人员|费|无阻|不)[^，。；的]{0,8}$/u;
const NOT_PASSED = /不得|不准|禁止|严禁|取消|停止|强制|要求|遇有|核对|检查|保障|方便|便于|过期|无效|伪造|^对/u;

/** 应当办理…审批手续; 严格履行请假程序. */
export function procedureAsked(part: ConsentInContext): Waits | null {
  const { link, linked, tail, before, between, earlier } = part;
  if ((link !== "handled" && link !== "applied" && linked !== "执行") || (link === "applied" && between.length > 12) || REFORMED.test(before) || isOfficial(before)) return null;
  if (tail === "afterEnd" && before.endsWith("依法")) return asks(false, "permission");
  const continues = opens(part) && (before.replace(/^[并再]/u, "") !== "" || APPLIED.test(earlier) || RULED.test(earlier));
  // 请向总值班室办理请假手续: asked politely, and asked.
  return (makesDuty(before) || POLITELY.test(before) || continues) && endsWith(part, "end", "more", "afterEnd", "release") ? asks(false) : null;
}

/** 请向总值班室办理请假手续. */
const POLITELY = /^请(?:[^，。；不勿为予督局厅]{0,10})?[向到][^，。；]{2,24}$|^请(?:及时|尽快|提前|按规定|自行|主动|依法|务必)*$/u;
/** 应当依照…规定，办理…. */
const RULED = /(?:应当?|须)[^，。；]{0,8}(?:取得|征得)[^，。；]{2,24}同意，$|(?:应当?|须)[按依]照?[^，。；]{0,40}规定，$/u;

/** 国家对…实行许可制度; 实行审批制. */
export function regimeRun(part: ConsentInContext): Waits | null {
  const { link, linked, word, before, between, after } = part;
  if (/督促|督查|检查|汇报|未(?:严格|认真|按规定)?$/u.test(before) || after.includes("情况")) return null;
  const howWorked = /行政|并联|优先|容缺|网上|集中|联合|在线|限时|快速|告知承诺|一站式/u.test(between);
  return (link === "run" || (linked === "履行" && /^请销?假/u.test(word))) && !REFORMED.test(before) && !howWorked && endsWith(part, "end", "more") ? asks(false) : null;
}

/** 按程序报批; 一律报批; 请向单位报批; not 来不及报批, 督促企业报批. */
export function filingAsked(part: ConsentInContext): Waits | null {
  const lead = part.before + part.between;
  if (NOT_FILED.test(lead)) return null;
  return part.demanded || FILED.test(lead) || (FILED_SO.test(lead) && !endsWith(part, "other")) ? asks(false) : null;
}

const NOT_FILED = /已|曾|无须|无需|不再|取消|不需要?|(?:来不及|无法|不能|没有|不|未|未能|勿|不要|禁止|严禁)(?:提前|事先|及时|严格|逐级|[按依]照?[^，。；]{0,12})*$|(?:督促|协助|帮助|指导|引导|代为)[^，。；]{0,14}$/u;
const FILED = /(?:[按依]照?[^，。；]{0,30}(?:程序|规定|权限|关系|渠道|》)(?:进行|审查|编制|修改|[和并])*|法定程序|依法|逐级|一律|先|决定或者)$/u;
const FILED_SO = /(?:[按依]照?[^，。；]{0,30}(?:要求|原则)，?|提前|事先|事前|及时|严格|从严)+$|^请(?:[向到][^，。；]{2,24}|提前|及时|先)*$/u;

/** 须向所在单位请假; not whose leave somebody sees to (及时掌握学生请假), nor where the consent to it follows (请假并获批准). */
export const leaveAsked = (part: ConsentInContext): Waits | null =>
  LEAVE_ASKED.test(part.lead) && (endsWith(part, "end", "after", "afterEnd", "more") || /^报[备批]/u.test(part.after)) && !/^并?(?:经|获|得到)/u.test(part.after) ? asks(false) : null;

const LEAVE_ASKED = /(?:(?<![无毋不])(?:须|需)|必须|应当?|一律|均|(?<![主重需不])要|^请(?:[^，。；不勿为向]{1,8}(?=向|提前|务必))?)(?:务必|提前[^，。；向]{1,6}(?=向)|提前|事先|事前|及时|主动|严格|按规定|依法|书面|先)*(?:向[^，。；]{2,24}?)?(?:提前|事先|事前|书面)*$/u;
