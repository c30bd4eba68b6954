import { approvalIn } from "../consent/consent.ts";
import { ORDERED } from "../consent/awaited.ts";
import { MEETING_VERBS, RULED_VERBS } from "../lexicon/ruled-acts.ts";
import type { Clause } from "./clause.ts";
import { ACTOR_END } from "./subject.ts";

// Chunks that stand ahead of a rule and order nothing themselves: its case, its topic, what a consent is for, what is announced.

/** Says that what stands before is why: …，现将有关事项通告如下. */
export const ANNOUNCES = /^(?:现将|现就|现对|现予|特此|特(?:作|做|通知|通告|公告|制定))|(?:通知|通告|公告|规定|安排|提示)如下$/u;
/** A word that only joins, set off by a comma; what a meeting's minutes begin with. */
export const JOINING = /^(?:但是?|同时|此外|另外|因此|为此|然后|其中|会议(?:确定|议定|决定|明确|原则同意|同意))$/u;
/** Nothing is ordered here. */
export const OTHER: Clause = { role: "other", subjectEnd: 0 };
/** A case or topic, nothing more. */
export const CONTEXT: Clause = { role: "context", subjectEnd: 0, carries: null };

/** 主要开展以下工作：… announces the list; the list orders. */
export const announces = (shown: string, mark: string): boolean => mark === "：" && /(?:开展|做好|采取|抓好|推进)(?:以下|下列|如下)[^，]{0,10}$/u.test(shown);

/** What must be asked for, and of whom. */
const MATTER = /^(?:均|都)?(?:须|必须|应当?|一律|概须)(?:事先|事前|先|提前|依法)?(?:报|经|由|征得|取得|呈)/u;
const APPOINTS = /^(?:撤销|授予|任命|免去)/u;
const ASKED_OF_SOMEBODY = /^(?:须|应当?|必须)?(?:由|报|经)/u;

/** 任命副职，由上级机关批准; 提高票价，须报国务院批准: what the consent is for. `opens`: nothing stands before it in its sentence. */
export function isMatter(shown: string, mark: string, next: string, opens: boolean): boolean {
  const asks = (APPOINTS.test(shown) && ASKED_OF_SOMEBODY.test(next)) || (opens && mark === "，" && MATTER.test(next) && !ORDERED.test(shown));
  return asks && approvalIn(next) !== null;
}

const MEETS = MEETING_VERBS.join("|");
const RULED = RULED_VERBS.join("|");
const DUTY_NEXT = /^(?:事先|事前|提前|还)?(?:应当?(?!急|对)|须|必须|需(?!求|要[^，]*的$))/u;
const RULE_NEXT = /^(?:事先|事前|提前|还)?(?:应当?(?!急|对)|须|必须|要(?!求)|需(?!求)|不得|严禁|禁止)/u;
/** 启动一级响应，由市减灾办提出建议; 发行内部资料，实行分级审批. */
const RULED_NEXT = /^(?:应当?|须|必须)?由[^，]*(?:提出|申请|审核|审查|审批|批准|核准|评议|审定)|^除[^，]*外$|^实行[^，]*(?:审批|许可|核准)/u;
const NAMED_DUTY = /^([^，的]{2,16}?)(?:应当|必须|须)(?!知)/u;
const namesDuty = (next: string): boolean => ACTOR_END.test(NAMED_DUTY.exec(next)?.[1] ?? "");
const CIRCUMSTANCE = new RegExp(`^[^，]{2,24}?(?:${MEETS})(?!的)[^，要应须]{1,20}(?<!的|时|后|前)$`, "u");
const ACT = new RegExp(`^(?![^，]*(?:不得|不准|禁止|严禁|暂停|一律|原则上|可以))(?:[^，的将把要应须请]{2,16}?)?(?:${RULED})(?!的)(?:(?![要须]|(?<![响反供对相适效])应)[^，]){2,60}(?<!的|时|后|前)$`, "u");
const ACTOR_FIRST = new RegExp(`^[^，]{2,24}?(?=${MEETS}|${RULED})`, "u");
/** 纳入清单的企业，可…; 取得许可的项目，…: whom or what the rule is for. */
const FOR_WHOM = /^(?:纳入|列入|列为|取得|获得|领取|实行|经(?!营|常|济|办|验)|进口|出口|具有|具备|持有|属于|符合|被|来自|从事|参加|需要|申请(?!人)|承担|使用(?!单位|者|人)|享受|拟(?!定|订)|限制类)(?![^，]*(?:要|应当|必须|须|可以|不得|禁止|严禁|不准))[^，]*(?:的[^，的]{1,14}|项目|商品)$/u;
/** 为规范管理，…: why. */
const WHY = /^为(?:了)?(?:规范|加强|保障|切实|贯彻|落实|做好|确保|防止|进一步|有效|支持|推进|促进)[^，]*$/u;
/** 在自然保护区的核心区，禁止…. */
const WHERE = /^在[^，]*(?:区|区域|地段|路段|河段|水域|场所|地带)$/u;

/** The case or topic of the rule that `next` begins, as a clause; null where the chunk says something of its own. */
export function aheadOf(shown: string, mark: string, next: string, opens: boolean): Clause | null {
  if (mark !== "，") return null;
  if (WHY.test(shown) && opens) return CONTEXT;
  if (FOR_WHOM.test(shown) && (opens || ACTOR_END.test(shown))) return { role: "context", subjectEnd: opens && ACTOR_END.test(shown) ? shown.length : 0, carries: null };
  if (WHERE.test(shown) && RULE_NEXT.test(next)) return CONTEXT;
  const told = (CIRCUMSTANCE.test(shown) && RULE_NEXT.test(next)) || (ACT.test(shown) && (DUTY_NEXT.test(next) || RULED_NEXT.test(next) || namesDuty(next)));
  if (!told) return null;
  // 利用固体废物的单位，应当…: the whole chunk names them.
  if (/的[^，的]*(?:单位|个人|企业|部门|机构|人员)$/u.test(shown)) return { role: "context", subjectEnd: shown.length, carries: null };
  const actor = (ACTOR_FIRST.exec(shown)?.[0] ?? "").replace(/(?<![存所现实正驻内])在[^，]*$/u, "");
  return { role: "context", subjectEnd: ACTOR_END.test(actor) || CIRCUMSTANCE.test(shown) ? actor.length : 0, carries: null };
}
