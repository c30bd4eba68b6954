import type { Approval } from "./approval.ts";

// What stands around a consent and tells whether something waits for it.

/** A consent that answers an application. */
export const ANSWERS = /获准后|未获(?:同意|批准)|(?:取得|领取)[^，。；的]{2,10}证后?$|(?:经|获|获得|得到|取得|待|未经)其?(?:审核|审查|复查|复核|核实|评估|书面)?(?:批准|同意|许可|准许|核准|批复)|^(?:审核|审查)?(?:批准|同意|核准)后/u;

/** Words that order a consent wherever they stand. */
export const ORDERED = /(?<![无毋不])须|应当|不得|方可|才能|方能|[应要需](?=经|报)/u;

/** Words that say nothing but which consent is lacking: 未经市水务局批准. */
export const LACKS_CONSENT = /^(?:(?!严禁|禁止|不得|不准|杜绝|防止|避免|查处|制止|整治|打击)[^，。；]){0,40}?(?:未|非)(?:依法|事先)?报?经[^，。；]{0,60}(?:批准|同意|许可|核准|允许|审批|准许|审核|审查|验收|合格|通过|授权)$/u;

/** What a ban is said of: 未经市文物局批准的展品，不得…. */
export const UNAPPROVED = /^未(?:依法)?(?:经|取得|获得|办理)[^，。；]{2,60}的[^，。；]{1,16}$/u;

/** Words that say nothing but who consents: 经市财政局会同审计局审定. */
export const CONSENTED = /^经[^，。；]{2,60}(?:批准|同意|审定|核准|许可)$/u;

/** 调度方案经批准后，…必须执行. */
const CARRIED_OUT = /经(?:依法)?批准公布后，|(?:方案|规划|计划|预案|申请|》)经(?:依法)?批准(?:公布|发布|实施)?后，[^，。；]{0,60}(?:必须|应当|负责|严格|不得(?:擅自|随意))(?!(?:报|经|取得))/u;

/** Words of a consent, not of an examination alone. */
export const CONSENTS = /批准|同意|许可|审定|审批|核准/u;

/** Words that say nothing but which permit is awaited: 并取得经营许可证后. */
export const PERMIT_AWAITED = /^并?(?:取得|获得|领取|办理)[^，。；]{2,40}(?:证|文件|批文|许可)后$/u;

/** An act, not what is told of one: no 了, no 已, no 的 at its end. */
export const FOLLOWS = /^(?![^，]*(?:了|已经?|曾|现将|决定$))[\u4e00-\u9fff《》“”（）＊、]{2,}(?<!的)$/u;

/** The exception itself (…的除外). */
export const EXCEPTED = /的[^，。；]{0,12}除外$/u;

/** 经国务院批准，自即日起…: behind these words the consent is told of, nothing waits for it. */
export const TOLD = /^(?:现|决定|将(?:下列|以下)|(?:从|自)[^，]{1,16}起|建立[^，]{2,30}(?:联席会议|制度|机制)$|对[^，]{4,60}予以(?:通报)?表扬)/u;

/** 经市政府批准，将下列河段并入…: the same, where no case stands before it. */
export const MOVED = /^将[^，]{2,60}(?:调整为|更名为|升格为|划归|并入)/u;

/** 经国务院同意，…: what a notice says of itself, where no case stands before it and nothing behind it may, shall or is done by somebody. */
export const OWN_CONSENT = /^经(?:请示)?(?:商[^，]{2,20}|党中央、国务院|国务院|省委、?省政府|省政府|市委、?市政府|市政府)(?:领导)?同意(?:并[^，]*)?$/u;

/** Words behind which the act stands that a consent releases. */
export const RELEASE = /^(?:方可|才能|才可以?|方能|方准|才准|始得|方得)/u;

/** 未经批准擅自开办…，从事…的，依照…处罚: what the lack of consent costs, not that one is asked for. */
export const PENAL = /^未[^。；]{2,200}，构成犯罪|^未[^。；]{2,200}的，(?:依照|依据|责令|没收|处以|追究|由[^，。；]{2,30}(?:责令|处|给予|没收|追究)|处[^理置]|给予[^，。；]{0,8}(?:警告|处分|处罚))/u;

/** What a body does once it has consented: 批准的，发给许可证. */
const GRANTS = /^(?:发给|颁发|核发|签发)/u;

/** Is the consent of these words told of rather than asked for, as the words behind show? */
export function isTold({ with: waiting }: Approval, shown: string, next: string): boolean {
  if (waiting !== null && waiting !== "ban" && shown.endsWith("的") && GRANTS.test(next)) return true;
  if (CARRIED_OUT.test(`${shown}，${next}`)) return true;
  // 经主管领导审核后，报县文广局备案: looked through on the way to a file.
  if (/审核后$/u.test(shown) && /备案$/u.test(next)) return true;
  // 向领导请假，经批准后…: one consent, in two steps; the second counts.
  return /请销?假$/u.test(shown) && /^并?(?:经|获|得到)/u.test(next);
}

/** 经市局核准，取得许可证，方可…: is this the paper of the consent asked for right before? */
export function repeats({ approver }: Approval, shown: string, last: string): boolean {
  return approver === null && /^(?:并)?(?:依法)?(?:取得|领取)/u.test(shown) && /(?:许可|批准|核准|同意|审批)(?:手续)?，$/u.test(last.trim()) && !last.includes("：");
}
