import { CONSENT_THINGS, CONSENT_VERBS, DECISION_WORDS, EXAMINATION_WORDS, PERMIT_WORDS, REVIEW_WORDS, SIGNING_WORDS } from "../lexicon/consent-words.ts";
import { bodyIn, isBody } from "./body.ts";
import { oneOf } from "./pattern.ts";

// The words of a chunk that speak of consent, taken apart: the word that consents (批准), what leads to it (经, 由, 报, 取得…), whose it
// is, and what stands before and behind.

/** What kind of word consents: 批准; 审核; 决定; 签发; 通过; 许可证; 审批手续; 许可制度; 请假; 报批; 获批; 协商一致. */
export type Head = "consent" | "review" | "decision" | "signing" | "passing" | "permit" | "procedure" | "regime" | "leave" | "filing" | "granted" | "agreement";

/** What leads to it: 经; 由; 报; 取得; 凭; 办理; 待; 请示; 商; 申请; 提交; 没有; 实行; the body itself (市水务局批准); nothing. */
export type Link = "through" | "by" | "sent" | "obtained" | "held" | "handled" | "awaited" | "asked" | "concert" | "applied" | "shown" | "without" | "run" | "subject" | "none";

/** What stands behind it. */
export type Tail = "end" | "release" | "ban" | "except" | "before" | "afterEnd" | "after" | "of" | "thing" | "changed" | "may" | "act" | "more" | "other";

/** One word of consent with what stands around it. Offsets of the chunk. */
export type ConsentPart = {
  readonly head: Head; readonly word: string; readonly link: Link; readonly linked: string;
  /** Whose consent the words between name, if any, and whether the name ends as bodies, offices and people do. */
  readonly body: { readonly start: number; readonly end: number } | null; readonly known: boolean;
  /** What stands before the link, between link and head, behind the head. */
  readonly before: string; readonly between: string; readonly after: string;
  readonly tail: Tail;
};

const NO_THING = `(?!${oneOf(CONSENT_THINGS)})`;
const EXAMINED = `(?:(?:${oneOf(EXAMINATION_WORDS)})(?:合格|通过)?(?:之?后|、|和|并)?(?:予以|依法)?)*`;

const HEADS = new RegExp([
  `(?<agreement>协商一致)`,
  `(?<regime>(?:请销?假(?:报备|审批|报告)|(?:审批|报批|核准|请示|许可证?＊*|准[运印入许]证)(?:、?备案|报备|登记)?)(?:管理)?(?:制度|制(?!造|定|作|品|约|止|裁)|管理(?=$)))`,
  `(?<procedure>(?:审批|报批|核准|许可|批准|请销?假|批假|请示|审核(?=手续))(?:登记|报备|、(?:审批|核准|许可|备案|登记))*(?:、[^，。；]{2,16}等|等|和[^，。；、]{1,4}|或者(?:登记|备案|核准))?(?:手续|程序))`,
  `(?<permit>(?:${oneOf(PERMIT_WORDS)}|(?<!营业|执业)执照)[》”]?|知情同意书|同意[^，。；的]{2,6}证明|(?<=[机局厅委部门府关位会]的?(?:书面)?)(?:批准|批复|同意|许可|核准)的?(?:文件|函件|证明|手续|批件|意见书?|书|证))`,
  `(?<filing>(?:(?<!通)报批(?![评准])|报备、?审批)(?!稿|件|程序|手续|制|备案))`,
  `(?<granted>获批(?!准)|获准)`,
  `(?<leave>请销?假)`,
  `(?<consent>${EXAMINED}(?:${oneOf(CONSENT_VERBS)}|授权(?!的))(?!(?<=特许)(?:经营|加盟|费))${NO_THING}|(?<=[未非]经[^，。；]{0,20})(?:批准|许可|允许|同意)(?=人员|信息|者))`,
  `(?<decision>(?:集体|共同)?(?:${oneOf(EXAMINATION_WORDS)})?(?:${oneOf(DECISION_WORDS)})(?!权|书|机关|的|是否))`,
  `(?<signing>(?:审核|审定|审查)?(?:${oneOf(SIGNING_WORDS)})(?!的|合同|协议|意见)(?:同意|确认)?(?:并?(?:盖章|签章))?)`,
  `(?<passing>(?:审核|审查|审议|表决|讨论|评审|论证|评估|检查|考核|认定)?(?:通过|合格|无误|属实|符合[^，。；]{0,12}(?:条件|要求|规定)))`,
  `(?<review>(?:进行|备案)*(?<!环(?=评审))(?:${oneOf(REVIEW_WORDS)})(?:签字)?(?:盖章|签章)?${NO_THING})`,
].join("|"), "gu");

/** 经 before whoever consents, not 经济, 经营, 经费…; but 经济南市, 经纪委, 经商务部 lead to bodies. */
const BY = "经(?:由|过)?(?!营(?!口)|费|销(?!售部)|信[局委]|开区|济(?![南宁源]市)|贸(?!促|易促|易主管|易部门)|典(?!当)|纪(?![委检律])|商(?![务标会洛丘州]|业局)|办(?!公|理|案|事处|学)|理(?!事))";
const SENT = "(?<![申汇预举播通公海简填快]|(?<![按逐每半个0-9一二三四五六七八九十两])[年季月]|(?<!工作|节假|[一二三四五六七八九十0-9])日)(?:报请|报经(?!信[局委])|报送|申报(?!、)|提请|呈报|呈请|上报|呈送|提交|送交|报(?!批(?!准))|(?<!转|报|呈)送(?!达))(?!告|表|刊|装(?!备)|名(?!城)|酬|价(?!格(?:主管|管理|行政|部门))|销|废|关|警(?!务|察)|考|到|机关(?!事务|党委|工委|纪委|负责人|主要|领导)|备(?!案)|批[或和、])";
const LINKS = new RegExp([
  `(?<through>(?:报|报请|提请|呈)?请?${BY})`,
  `(?<by>(?<!(?<![管办受处代])理|[自事缘])由|授权(?=[^，。；的]{2,30}(?:审批|批准)))`,
  `(?<sent>${SENT})`,
  `(?<obtained>取得|获得|得到|征得|领取|(?<=[须应需])得(?![到以出])|获(?![准奖得]|批(?!准|复)))`,
  `(?<applied>(?<!(?:取得|获得)[^，。；]{0,8})(?:申请并取得|申请取得|申请领取|申请办理|申请核发|申请(?!书|人|之日|的|表|材料|单位|者|事项)|申领))`,
  `(?<held>凭(?!证)|(?<![坚支保主维扶把])持有?(?!续)|具有|具备)`,
  `(?<shown>出示|提供|附具|附送|(?<=须|需|应当|必须|应)有(?!关))`,
  `(?<handled>办理|补办|履行|通过|进行|完成|遵守)`,
  `(?<run>实行|执行|落实|推行|坚持)`,
  `(?<awaited>(?<![接对招优看期])待(?!遇)|俟)`,
  `(?<asked>请示|报告(?!书|表|的|制度|单))`,
  `(?<concert>(?<![协会磋工厂外])商(?![业品务场标店贸家会量事住户])(?:得|经)?|(?:与|同)(?=[^，。；]{2,30}协商))`,
  `(?<without>没有|(?<=^|[，。；的者、得止禁人位业员辆户])无(?!须|需|论|偿|法|关|权|线|人机|害|障|形|主|效|辜|烟|疑|故))`,
].join("|"), "gu");

/** Which links may lead to which head: the nearest of the first does, else the nearest of the second. Some lead to it without asking for a consent (由…取得许可证). */
const LEADS: Readonly<Record<Head, readonly [readonly Link[], readonly Link[]]>> = {
  consent: [["through", "by", "sent", "obtained", "awaited", "asked", "concert", "without"], ["applied", "handled"]],
  review: [["through", "by", "sent", "awaited"], ["handled"]],
  decision: [["through", "by", "sent"], []],
  signing: [["through", "by", "sent"], []],
  passing: [["through"], []],
  permit: [["obtained", "applied", "held", "shown", "handled", "without", "sent"], []],
  procedure: [["handled", "run", "without", "applied"], []],
  regime: [["run"], ["handled"]],
  leave: [["through", "handled"], []],
  filing: [["sent", "through", "by"], []],
  granted: [[], []],
  agreement: [["through", "concert"], []],
};

/** The words of consent in a chunk with what stands around them, in their order. */
export function consentPartsIn(chunk: string): ConsentPart[] {
  const heads = [...chunk.matchAll(HEADS)];
  if (heads.length === 0) return [];
  const links = [...chunk.matchAll(LINKS)].map((match) => ({ kind: kindOf(match) as Link, word: match[0], start: match.index, end: match.index + match[0].length }));
  return heads.map((match) => {
    const head = kindOf(match) as Head;
    const start = match.index;
    const nearest = (kinds: readonly Link[]): (typeof links)[number] | undefined => links.findLast(({ kind, end }) => end <= start && kinds.includes(kind));
    const [first, second] = LEADS[head];
    const link = nearest(first) ?? nearest(second);
    const from = link?.end ?? 0;
    const between = chunk.slice(from, start);
    const after = chunk.slice(start + match[0].length);
    const body = bodyIn(between);
    return {
      head, word: match[0], linked: link?.word ?? "", link: link?.kind ?? (body === null ? "none" : "subject"),
      body: body === null ? null : { start: from + body.start, end: from + body.end },
      known: body !== null && isBody(between.slice(body.start, body.end)),
      before: chunk.slice(0, link?.start ?? 0), between, after, tail: tailOf(after),
    };
  });
}

function kindOf({ groups = {} }: RegExpExecArray): string {
  for (const kind in groups) if (groups[kind] !== undefined) return kind;
  return "";
}

const TAILS: readonly (readonly [Tail, RegExp])[] = [
  ["release", /^(?:登记|备案|或者?(?:报备|备案|登记))?(?:之)?后?，?(?:方可|才能|才可以?|方能|方准|才准|始得|方得|(?<=后，?)才(?!智|干|华|艺|发现|知))/u],
  ["ban", /^(?:的|者|前|之前)?，?(?:一律|均)?(?:不得|不准|不许|不能|禁止|严禁|不予)/u],
  ["except", /^(?:的|者)?[^，。；]{0,30}?(?:(?:以|之)外(?=$|，|不得|一律|也不)|(?<!国|境|野|室|对|另|例)外$|外(?=不得|一律|也不)|除外$|不在此限$)/u],
  ["thing", /^后[^，。；]{0,24}的[^，。；]{0,6}(?:文件|规划|项目|方案|人员|单位|企业)$/u],
  ["before", /^(?:之)?前/u],
  ["afterEnd", /^(?:登记|备案|公示)?(?:之)?后$/u],
  ["after", /^(?:登记|备案|公示)?(?:之)?后/u],
  ["of", /^(?:的|者)$/u],
  ["thing", /^(?:的|了|者)(?!，)./u],
  ["thing", /^(?:或者?|和|及|、)(?:[^，。；]{1,14}的[^，。；]{2,}(?<!后)|[^，。；]*[时前])$/u],
  ["thing", /^并[^，。；]{1,8}的[^，。；]{2,}$/u],
  ["changed", /^(?:改为|调整为|转为|时|[^，。；]{0,6}之日)/u],
  ["may", /^(?:，?也)?可(?!能|行|靠)|^[^，。；的]{1,8}可以|^(?:予以|给予|准予|准许|免)/u],
  ["act", /^并?(?:公布|发布|印发|下发|实施|施行|执行|生效|发放|颁发|发证|核发|任命|使用|发给|授予|组织实施|供应|登记|拨付|拨给)(?![^，。；]{0,6}的)/u],
  ["more", /^(?:，?并|，?且|、|和|及|或|以及|[（(＊；])/u],
  ["end", /^$/u],
];

const tailOf = (after: string): Tail => TAILS.find(([, pattern]) => pattern.test(after))?.[0] ?? "other";
