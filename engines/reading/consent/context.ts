import { consentPartsIn, type ConsentPart, type Link, type Tail } from "./parts.ts";

// A part of consent and what its sentence says of it: is it lacking, asked for, told of?

/** A part and what its sentence says of it. */
export type ConsentInContext = ConsentPart & {
  /** What stands in its chunk before the consent and what leads to it; what the sentence said before the chunk. */
  readonly lead: string; readonly earlier: string;
  /** 未经批准; 须经批准; 已经批准. */
  readonly lacking: boolean; readonly demanded: boolean; readonly told: boolean;
};

const DUTY = "(?<![无毋不])(?:须|需(?!求|要的))|必须|应当|(?<![响反供相适对])应(?!急|对|用|收|邀|诉)|一律|均(?!衡)|(?<![主重需不纪概摘提])要(?!求|件|素|害|闻)";
const running = (words: string): RegExp => new RegExp(`(?:${words})(?:(?!未|不得|方可|才能|收到)[^，。；]){0,60}$`, "u");
/** 须, 应当, 方可… in words that run on to the consent. */
const DEMAND = running(`${DUTY}|方可|才能`);
/** The same of a duty alone: 方可取得许可证 asks for none. */
const DEMAND_OF_DUTY = running(DUTY);
const LACKS = /(?:未|没有|(?<!可以?)不|非)(?:依法|事先|按规定|[按依]照?[^，。；的]{0,12}(?:规定|程序))?$/u;
/** 已经…, 业经… (not 企业经…), 如经…; 无需经…. */
const TELLS = /(?:如|若|(?<!统)一|已|已经|曾|曾经|(?<![企事行产作农林渔牧商工矿专就营物歇停复])业|现|前款|上述|是否|有否|可以?不|[无不毋](?:需要?|须|必|用))$/u;

/** Nothing leads to the consent but, perhaps, whoever gives it. */
export const isDirect = (link: Link): boolean => link === "none" || link === "subject";

/** Every consent a chunk speaks of, in order; `earlier`: what the sentence said before. */
export function consentsIn(chunk: string, earlier: string): ConsentInContext[] {
  return consentPartsIn(chunk).map((part) => {
    const lead = part.before + (isDirect(part.link) ? part.between : "");
    return { ...part, lead, earlier, lacking: LACKS.test(lead), told: TELLS.test(lead) || /是否[^，。；]*$|不再(?:要求|实行|执行|报|经|按)?[^，。；]{0,4}$/u.test(lead) || (isDirect(part.link) && part.body !== null && /(?:不再|无[需须]|不需要?)[^，。；]{0,4}$/u.test(chunk.slice(0, part.body.start))) || /^(?:后)?[，,]?现/u.test(part.after), demanded: DEMAND.test(lead) };
  });
}

/** Do these words make what follows a duty? */
export const makesDuty = (before: string): boolean => DEMAND_OF_DUTY.test(before);

/** Words of duty. */
export const OUGHT = /(?<![无毋不响反供相适对])(?:应当?(?!急|对|用|收|邀|诉)|须)|必须/u;
/** Words of a ban. */
export const BANNED = /不得|不准|不许|不予|禁止|严禁/u;
/** Somebody asked for it, not: was asked (收到申请后). */
export const APPLIED = /^(?!.*(?:收到|受理|接到)[^，。；]{0,8}申请).*(?:申请|申报|报名|提名)/u;

/** Is the tail one of these? */
export const endsWith = ({ tail }: ConsentInContext, ...tails: readonly Tail[]): boolean => tails.includes(tail);
/** Nothing stands behind the consent but an act that waits for it. */
export const closes = (part: ConsentInContext): boolean => endsWith(part, "end", "after", "afterEnd", "release", "act", "more");
/** Words behind it that describe nothing. */
export const plain = ({ tail, after }: ConsentInContext): boolean => tail === "other" && !after.includes("的");
/** No second demand is joined to it (…批准并公告). */
export const noMore = ({ after }: ConsentInContext): boolean => !/^(?:并|且|，并|可|[^，。；的]{1,8}可以)/u.test(after);

/** Words that may open a chunk which goes on with what its sentence orders. */
const OPENING = /^(?:并|再|要|须|应当?|必须|一律|均|分别(?:情况)?|依法|严格|认真|从严|按规定|按要求|重新|申请、|[按依]照[^，。；]{0,24}(?:规定|程序|条件)|在[^，。；]{2,14}[内前]|持[^，。；]{2,16}?(?=[向到])|[到向][^，。；]{2,30})*$/u;
/** Does the chunk open with the consent, its sentence going on? */
export const opens = ({ before }: ConsentInContext): boolean => OPENING.test(before);
/** Does the chunk go on with a duty of its sentence: 应当符合条件，并依法取得许可证? */
export const goesOn = (part: ConsentInContext): boolean => opens(part) && OUGHT.test(part.earlier);

/** Who gives licences, and asks for none. */
const OFFICIAL = /(?:部门|机关|局|厅|政府|委员会|(?:管理|审批|监督|登记)机构)(?:和单位)?(?:必须|应当?|须)?(?:依法|及时|按照?[^，。；]{0,12}规定)*$/u;
const OFFICIAL_DUTY = /^[^，。；]{0,30}(?:部门|机关|局|政府)(?:应当?|必须)/u;
/** Do these words end with a body that gives consents? */
export const endsOfficial = (lead: string): boolean => OFFICIAL.test(lead);
/** Is what follows done by a body that gives consents, not by who asks for one (向县水务局申请…)? */
export const isOfficial = (lead: string): boolean => (OFFICIAL.test(lead) || OFFICIAL_DUTY.test(lead)) && !/[向到]/u.test(lead) && !/^(?:举办|设立|成立|开办|新建|设置)/u.test(lead);

/** What is done with a licence already had, or with a false one. */
export const LICENCE_HAD = /伪造|涂改|注销|吊销|撤销|延续|变更|换发|补发|收回/u;
/** 改革行政审批制度, 简化…: what is changed of the procedure, not what an act waits for. */
export const REFORMED = /(?:不|无须|无需|不需要?|不再|免[予于]?)$|(?:改革|简化|优化|取消|精简|规范|下放|清理|压缩|完善|推进|推行|加快|加紧|协助|帮助|指导|引导|方便|代为|代替|代办|集中|统一|受理|违反|恢复|允许|暂停|停止)[^，]{0,12}$/u;
