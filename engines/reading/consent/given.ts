import { asks, type Waits } from "./approval.ts";
import { PURE_BODY } from "./body.ts";
import { APPLIED, type ConsentInContext, closes, endsOfficial, endsWith, goesOn, isDirect, isOfficial, LICENCE_HAD, noMore, OUGHT, plain } from "./context.ts";

// Consents that somebody gives by a word: 批准 and 同意, reviews, decisions, signatures and votes. Rules in the order they are tried.

/** Bodies whose decisions make law, and consent to nobody's act. */
const ASSEMBLY = /人民代表大会|人大常委|常务委员会|主席团|主任会议|大会全体会议/u;
/** What begins once there is consent. */
const BEGINS = /^(?:之)?后，?再?(?:召开|举办|举行|实施|施行|执行|离开|外出|出行|返回|返岗|返校|进行|开展|组织|公布|发布|印发|生效|办理|开工|建设|使用|发放|下达|拨付|发给|投入|出具)/u;

/** 须经…批准; 由…审批; 报…批准; 取得…同意; 待…批准后; …同意后方可. */
export function consentAsked(part: ConsentInContext): Waits | null {
  const { link, linked, word, known, before, demanded } = part;
  if (/授权$/u.test(word) && link !== "obtained" && link !== "sent") return link === "through" && endsWith(part, "end", "of", "afterEnd") ? asks(false, "permission") : null;
  switch (link) {
    case "through": return throughAsked(part);
    case "by": return isDecidedBy(part) ? asks(true) : null;
    case "sent": return sentAsked(part);
    case "obtained": return obtainedAsked(part);
    case "applied":
      if (endsWith(part, "release")) return asks(true);
      return !/为[^，]{2,}$/u.test(before) && !LICENCE_HAD.test(part.between) && (demanded || goesOn(part)) && endsWith(part, "end", "more") ? asks(false) : null;
    case "awaited": return endsWith(part, "after", "afterEnd") ? asks(false) : endsWith(part, "release") ? asks(true) : null;
    case "asked": return endsWith(part, "end", "after", "afterEnd", "release") && (known || demanded) ? asks(true) : null;
    case "concert": return closes(part) || endsWith(part, "of") ? asks(noMore(part)) : null;
    case "handled":
      if (linked === "办理") return word === "许可" && !isOfficial(before) && (demanded || /依法(?:[向到][^，。；]{2,30})?$/u.test(before)) && endsWith(part, "end", "more") ? asks(false) : null;
      if (linked !== "进行") return null;
      if (isRuled(before, part)) return asks(false);
      return DUTY_BEFORE.test(before) && endsWith(part, "end", "after") && !endsOfficial(before) ? asks(true) : null;
    case "none": case "subject": return namedAsked(part);
    default: return null;
  }
}

const DUTY_BEFORE = new RegExp(`(?<!^)(?:${OUGHT.source})(?:依法|按规定|按程序)*$`, "u");

function throughAsked(part: ConsentInContext): Waits | null {
  const { linked, tail, word, before, between, after, demanded, earlier } = part;
  const asked = demanded || linked.startsWith("报");
  // 经批准的许可经营项目: the second word describes the first.
  if (/(?:批准|同意|许可|核准)的$/u.test(between) || (word.endsWith("通过") && ASSEMBLY.test(between)) || before.endsWith("提交") || /后?(?:方可|才能|方能|方准)$/u.test(between)) return null;
  if (!asked && /^(?:、|或者?)(?:备案|登记|核准)$/u.test(after)) return asks(false, "order");
  if (tail === "of" || (!demanded && tail !== "release" && /^或者?由?[^，。；]{2,12}(?<!后)$/u.test(after))) return asks(false, "permission");
  // 申报，经核准领取准运证后….
  if (APPLIED.test(earlier) && /^(?:领取|领得|取得)[^，。；的]{2,20}后?$/u.test(after)) return asks(false);
  if (tail === "end") return asked && !/[并且]$/u.test(before) ? asks(true) : asks(false, "order");
  // 允许科研人员经所在单位同意到企业兼职: what may be done waits for it.
  if (tail === "other" && !demanded && plain(part) && /^(?:允许|准许)[^，。；的]{2,20}(?<!免|未及|后)$/u.test(before)) return asks(false, "permission");
  if (tail === "other") return demanded && plain(part) && word !== "核定" && !after.startsWith("而") ? asks(true) : null;
  if (tail === "act" && !demanded && after.endsWith("的")) return asks(false, "permission");
  if (tail === "may" && /^(?:予以|给予|准予)[^，。；]{0,8}的/u.test(after)) return null;
  // 依法应当经批准方可经营的: the case, told.
  if (tail === "release" && /的(?:活动|项目|事项|单位|企业|场所)?$/u.test(after)) return null;
  if (tail === "more" && !asked) return /^并(?!经)/u.test(after) || SECOND.test(after) ? asks(false) : null;
  return asks(noMore(part));
}

/** 经家长同意、辅导员批准. */
const SECOND = /^、(?!备案|登记)[^，。；、的]{2,16}(?:批准|审批|同意|核准)$/u;

/** 由市水务局审批; not what the body does otherwise: 由…撤销许可, 由…核定. */
function isDecidedBy(part: ConsentInContext): boolean {
  const { body, known, between, word } = part;
  if (body === null || between === "原" || part.before.endsWith("改") || /撤销|吊销|收回|注销|责令|公布|限定|申请|改为|调整为|(?:审批|批准|核准|许可)的/u.test(between) || /核定$|^审核认定$/u.test(word)) return false;
  if (!known && (word === "审定" || between.length > 16 || /[中、]$|[并时]/u.test(between))) return false;
  return closes(part) || endsWith(part, "may") || (known && plain(part) && (word === "审批" || word === "批准" || word === "核准"));
}

function sentAsked({ tail, linked, body, known, before, between, after }: ConsentInContext): Waits | null {
  if (tail === "of" || between === "和" || after.startsWith("等") || /时$/u.test(after) || (before.endsWith("、") && after.startsWith("、"))) return null;
  if (/^(?:提交|送交|送)$/u.test(linked) && body !== null && !known) return null;
  return tail === "other" && after.includes("的") ? null : asks(false);
}

function obtainedAsked(part: ConsentInContext): Waits | null {
  const { linked, tail, word, known, before, between, after, demanded, earlier } = part;
  if (/(?<!可)选择|公布|委托|聘用|查验/u.test(before) || (word.startsWith("认可") && (!known || /社会(?:的)?$/u.test(between)))) return null;
  if (linked === "征得" || (demanded && closes(part)) || tail === "release" || (tail === "after" && /^在?$/u.test(before) && !after.endsWith("的"))) return asks(noMore(part));
  if (tail === "afterEnd") return asks(false, APPLIED.test(earlier) || before.endsWith("经申请") ? "order" : "release");
  if (goesOn(part) && endsWith(part, "end", "more")) return asks(true);
  return tail === "end" && /^并?$|申请|请示|请假|报告|报备|征求/u.test(before) ? asks(true) : null;
}

/** Consents that nothing leads to but whoever gives them, or a word of demand. */
function namedAsked(part: ConsentInContext): Waits | null {
  const { tail, known, between, after, earlier } = part;
  const alone = known && PURE_BODY.test(between);
  // 不能等批准后才撤离.
  if (tail === "release") return /后，?才(?![能可])/u.test(after) ? null : asks(true);
  if (/(?<![无毋不必急所])(?:须|需|必须)(?:先|事先|事前|依法|逐级|逐项|严格|提级|从严|按程序|按规定)*$/u.test(between) && closes(part)) return asks(true);
  if (known && NEEDED.test(between) && (closes(part) || tail === "of")) return asks(true);
  if (isRuled(between, part)) return asks(false);
  if (tail === "after" && /(?:可以?|必须|应当?|须)在[^，。；]{2,40}$/u.test(between) && known) return asks(true);
  if (tail === "after" && alone && APPLIED.test(earlier)) return asks(true);
  if (tail === "after" && (between === "" || PURE_BODY.test(between)) && BEGINS.test(after)) return asks(true);
  if (tail === "afterEnd" && between === "" && APPLIED.test(earlier)) return asks(false, "order");
  if (tail === "afterEnd" && /(?:必须|应当?|须)在/u.test(between)) return asks(false, known ? "order" : "release");
  if (alone && (endsWith(part, "afterEnd", "of") || /^并[^，。；]{1,16}[后的]$/u.test(after))) return asks(false, "order");
  return alone && tail === "end" && APPLIED.test(earlier) ? asks(false, "order") : null;
}

/** 变更名称需主管部门同意; not 必须立即批准, 须在…批准后. */
const NEEDED = /(?<![无毋不])(?:须|需|必须)有?(?!立即|及时|依法|撤销|收回|作出|决定|予以|不予|[在于自从])[^，。；报经由取获征得有]{2,30}$/u;

/** 按照规定的权限和程序审批. */
function isRuled(lead: string, part: ConsentInContext): boolean {
  const ruled = /[按依]照?(?!照|下列|以下)[^，。；]{0,30}(?:权限|程序|规定)(?:依法)?(?:予以|进行|分级|逐级|分别|申报)?$/u.exec(lead);
  return ruled !== null && !endsOfficial(lead.slice(0, ruled.index)) && !/^(?:核定|审定)/u.test(part.word) && endsWith(part, "end", "after", "afterEnd", "more");
}

/** 经市水务局审核后报市人民政府批准, 本人申请、部门审核、单位批准: who approves in the end is named behind. */
const PASSED_ON = /^(?:后，?再?(?:逐级)?(?:报|上报|报请|送|提请|呈)|、)[^，。；]{2,30}(?:批准|审批|同意|核准|审定|签发|决定)/u;

/** 须经…审核; 报…审核后; 由…审核后发布; 经…审核，可以…. */
export function reviewAsked(part: ConsentInContext): Waits | null {
  const { link, linked, word, tail, known, body, between, before, after, demanded } = part;
  if (link === "handled") return tail === "release" && demanded ? asks(true) : null;
  // 经单位审核盖章后报送: stamped on its way to a file.
  if (body === null || PASSED_ON.test(after) || (/[盖签]章$/u.test(word) && /^后[^，。；]*(?:报|交|寄)/u.test(after))) return null;
  if (link === "through") {
    if (known && demanded && (closes(part) || plain(part))) return asks(after === "" || after === "把关");
    if (known && tail === "end") return asks(false, "permission");
    return endsWith(part, "after", "afterEnd", "release") && !/^后(?:未|仍|不)/u.test(after) ? asks(true) : null;
  }
  if (link === "sent") return endsWith(part, "after", "afterEnd") || /^(?:并(?!签署意见)|、?(?:确认|批准(?!文件)|登记|备案|同意|认定))/u.test(after) || /重新$/u.test(between) || /逐级/u.test(before) || (known && word === "审核" && tail === "end" && (demanded || linked === "报请")) ? asks(false) : null;
  if (link === "by") return tail === "release" || /^(?:后(?:发布|公布|印发|下发|实施|施行|执行|办理|发放|报|上报|方可|再|统一)|并报批|把关|签发)/u.test(after) ? asks(noMore(part)) : null;
  return null;
}

/** 报…决定; 须经…讨论决定; 经…决定，可以…. */
export function decisionAsked(part: ConsentInContext): Waits | null {
  const { link, linked, word, tail, known, between, before, demanded } = part;
  if (word.includes("协商") || (ASSEMBLY.test(between) && !linked.startsWith("报"))) return null;
  const together = /研究|讨论|集体/u.test(word);
  if (isDirect(link) && together && demanded && endsWith(part, "end", "after", "afterEnd", "release")) return asks(true);
  if (link === "by") return word.startsWith("集体") && endsWith(part, "end", "after", "afterEnd") ? asks(true) : null;
  if (link === "through") {
    if (known && tail === "afterEnd" && /^审|决定$/u.test(word)) return asks(false, "order");
    if (tail === "release" || (linked.startsWith("报") && endsWith(part, "end", "after", "afterEnd")) || (demanded && (together || /审议|会商|^审[查核]/u.test(word)))) return asks(true);
    return tail === "end" && known && word.endsWith("决定") ? asks(false, "permission") : null;
  }
  if (link === "sent") {
    if (!known || word === "表决" || (/^(?:提交|送交|送)$/u.test(linked) && !together) || (word === "确认" && !linked.startsWith("报")) || /督促|责令/u.test(before) || !(endsWith(part, "end", "after", "afterEnd", "act") || /^并经批准/u.test(part.after))) return null;
    if (/确认|审[查批核]决定/u.test(word)) return asks(false);
    return /请|经/u.test(linked) || demanded || together || /^并经批准/u.test(part.after) ? asks(true) : null;
  }
  const ruled = /[按依]照?(?:规定)?(?:程序|权限|规定)$/u.test(between);
  return isDirect(link) && tail === "afterEnd" && word.startsWith("审") && (known || ruled) ? asks(false, "order") : null;
}

/** 须经…签字; 由…签发; 报…签发. */
export function signingAsked(part: ConsentInContext): Waits | null {
  const { link, word, tail, known, before, after, demanded, earlier } = part;
  if (!known || PASSED_ON.test(after)) return null;
  if (link === "sent") return endsWith(part, "end", "after", "afterEnd") ? asks(false) : null;
  if (link !== "through" && link !== "by") return null;
  if (tail === "release" || /^后，?(?:再|支付|印发|发布|公布|实施|执行|报销|办理|报送|上报|发出|方可|才能)/u.test(after) || (demanded && link === "through" && endsWith(part, "end", "afterEnd", "after"))) return asks(true);
  if (link === "through" && tail === "afterEnd") return asks(false, "release");
  if (link === "by" && demanded && tail === "end" && /^审[核查]/u.test(word)) return asks(true);
  if (tail !== "end" || !/签发|审签|批印/u.test(word)) return null;
  if (link === "by") return /[证照票书条录]$/u.test(before) ? null : asks(true);
  return OUGHT.test(earlier) ? asks(false) : null;
}

/** 经…审查合格的，才能…; 经代表大会通过后. */
export function passingAsked(part: ConsentInContext): Waits | null {
  const { link, word, tail, known, between, after, demanded } = part;
  const assembly = /(?:会议|大会|会)$/u.test(between) && !ASSEMBLY.test(between);
  if (isDirect(link)) return assembly && /(?<![无毋不])(?:须|需|必须)[^，。；报经由取获征得有通]/u.test(between) && endsWith(part, "end", "afterEnd", "after", "release") ? asks(true) : null;
  if (link !== "through" || PASSED_ON.test(after)) return null;
  if (assembly) return demanded || endsWith(part, "after", "afterEnd", "release") ? asks(true) : null;
  const reviewed = /^审[查核]/u.test(word);
  if (reviewed && !word.includes("符合") && (tail === "release" || after.startsWith("后再"))) return asks(true);
  if (reviewed && endsWith(part, "of", "end")) return asks(false, "release");
  return known && /^(?:审|评估|认定|检查|考核)/u.test(word) && endsWith(part, "end", "afterEnd") ? asks(false, "permission") : null;
}
