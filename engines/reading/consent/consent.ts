import { CONSENT_SIGNS, CONSENT_THINGS } from "../lexicon/consent-words.ts";
import { type Approval, asks, type Waits } from "./approval.ts";
import { approverOf } from "./approver.ts";
import { BODY, BODY_END, isBody, NAME_END } from "./body.ts";
import { APPLIED, type ConsentInContext, consentsIn, endsWith } from "./context.ts";
import { consentAsked, decisionAsked, passingAsked, reviewAsked, signingAsked } from "./given.ts";
import { IDIOMS } from "./idioms.ts";
import { excepted, lacked } from "./lacking.ts";
import { filingAsked, leaveAsked, permitAsked, procedureAsked, regimeRun } from "./papers.ts";

const ADDRESSED = new RegExp(`[向与](?<body>(?:${BODY})??(?:${BODY_END}|处)＊*)(?:书面|提前|及时|事先)?(?:联系|提出|提交|递交|申请|请假|报备|报批|请示|申报|报告)`, "du");
/** 请报告社区，取得同意后…. */
const REPORTED_TO = new RegExp(`(?:报告|请示|报送|上报|报)(?<body>(?:${BODY})??${BODY_END}＊*)$`, "du");

/** Whom these words turn to with an application (向所在社区提出申请，…): whoever is to consent where the consent names nobody. */
export function addressedIn(chunk: string): { start: number; end: number } | null {
  const words = chunk.slice(0, 300);
  const [start, end] = (ADDRESSED.exec(words) ?? REPORTED_TO.exec(words))?.indices?.groups?.["body"] ?? [0, 0];
  return end === 0 ? null : { start, end };
}

/**
 * The consent this chunk speaks of, or null; `written` shows what `chunk` hides in brackets, sign for sign, `earlier` what its sentence said before.
 * Bounded: looks at the first 300 characters of the chunk; `earlier` is bounded by who calls.
 */
export function approvalIn(chunk: string, written = chunk, earlier = ""): Approval | null {
  if (QUOTED.test(written)) return { approver: null, ...asks(false) };
  return CONSENT_SIGNS.test(written) ? consentIn(withTitles(chunk.slice(0, 300), written.slice(0, 300)), earlier) : null;
}

/** 实行“先审批后复工”, 做到“一活动一审批”. */
const QUOTED = /(?:实行|坚持|执行|落实|按照?)“(?:先审批、?后[^”，]{2,8}|一[^”，一]{1,3}一(?:审批|报批|批|审))”(?:制度|原则|管理)?$/u;

function consentIn(chunk: string, earlier: string): Approval | null {
  for (const { pattern, alone, with: waits } of IDIOMS) {
    const match = pattern.exec(chunk);
    const [start, end] = match?.indices?.groups?.["approver"] ?? [0, 0];
    if (match !== null && (end === 0 || isBody(chunk.slice(start, end)))) return { approver: end > 0 ? { start, end } : null, alone, with: waits };
  }
  for (const each of consentsIn(chunk, earlier)) {
    const waits = lacked(each) ?? excepted(each) ?? (each.lacking || each.told ? null : waitsFor(each));
    if (waits !== null) return { approver: approverOf(each, waits), ...waits };
  }
  return null;
}

function waitsFor(each: ConsentInContext): Waits | null {
  // 经批准的规划, 批准前: what a consent describes or when something is done.
  if (endsWith(each, "thing", "changed", "before")) return null;
  switch (each.head) {
    case "consent": return consentAsked(each);
    case "review": return reviewAsked(each);
    case "decision": return decisionAsked(each);
    case "signing": return signingAsked(each);
    case "passing": return passingAsked(each);
    case "permit": return permitAsked(each);
    case "procedure": return procedureAsked(each);
    case "regime": return regimeRun(each);
    case "leave": return leaveAsked(each);
    case "filing": return filingAsked(each);
    case "granted": return endsWith(each, "release") || (endsWith(each, "after") && /申请|申报|报告|请示/u.test(each.earlier)) ? asks(true) : endsWith(each, "afterEnd") && APPLIED.test(each.earlier) ? asks(false, "order") : null;
    case "agreement": return each.demanded && each.link === "concert" && endsWith(each, "end", "afterEnd", "after") ? asks(true) : null;
  }
}

/** The chunk with what stands in 《》 shown, for a licence may: 取得《取水许可证》后. */
function withTitles(shown: string, written: string): string {
  let words = shown;
  for (const { 0: title, index } of written.matchAll(/《[^《》（）()“”]*》/gu)) words = words.slice(0, index) + title + words.slice(index + title.length);
  return words;
}

/** The consent of a second body that this chunk asks for behind the first: 经社区同意并报街道批准. Offsets of the chunk. */
export function secondApprovalIn(chunk: string): Approval | null {
  const joined = AND.exec(chunk.slice(0, 300));
  const [from, to] = joined?.indices?.groups?.["approver"] ?? [0, 0];
  if (to > 0) return { approver: { start: from, end: to }, alone: true, with: null };
  const first = THEN.exec(chunk.slice(0, 300));
  if (first === null) return null;
  const shift = first.index + first[0].length;
  const approval = approvalIn(chunk.slice(shift));
  if (approval === null || approval.approver === null) return null;
  return { ...approval, approver: { start: approval.approver.start + shift, end: approval.approver.end + shift } };
}
/** 经甲审查同意和乙批准. */
const AND = new RegExp(`经[^，。；]{2,40}?(?:同意|批准)(?:和|及|以及|、)(?<approver>(?:${BODY})??${NAME_END})(?:审查|审核)?(?:批准|同意|审批|核准|许可)(?!${CONSENT_THINGS.join("|")})`, "du");
const THEN = /(?:同意|批准|审核|审查|审定|核准|通过|审议|评审|会签)(?:后?[并再且]|后)(?=(?:[须应]当?)?(?:经|报|由|征得|送|提请))/u;

/** The consent asked for in these words' brackets, which the grammar does not see otherwise: 外地车辆（须经社区同意）. Offsets of the words as written. */
export function bracketedApproval(written: string): Approval | null {
  const match = BRACKETED.exec(written.slice(0, 300));
  const approval = match?.[1] === undefined ? null : approvalIn(match[1]);
  if (match === null || approval === null || approval.with !== null) return null;
  const shift = match.index + 1;
  return { ...approval, approver: approval.approver === null ? null : { start: approval.approver.start + shift, end: approval.approver.end + shift } };
}

const BRACKETED = /[（(]((?:均?[须需]|应当?|必须)[^（）()]{3,60})[）)]/u;
