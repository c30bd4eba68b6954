import { CONSENT_SIGNS, CONSENT_THINGS } from "../lexicon/consent-words.ts";
import { ACTOR, type Approval, BODY, BODY_END, MANNER, SHAPES } from "./consent-shapes.ts";

const ADDRESSED = new RegExp(`向(?<body>(?:${BODY})??${BODY_END}＊*)(?:书面|提前|及时|事先)?(?:提出|提交|递交|申请|请假|报备|请示|申报|报告)`, "du");

/** Whom these words turn to with an application (向所在社区提出申请，…): whoever is to consent where the consent names nobody. */
export function addressedIn(chunk: string): { start: number; end: number } | null {
  const [start, end] = ADDRESSED.exec(chunk.slice(0, 300))?.indices?.groups?.["body"] ?? [0, 0];
  return end === 0 ? null : { start, end };
}

/**
 * The consent this chunk speaks of, or null; `written` shows what `chunk` hides in brackets, sign for sign, `earlier` what its sentence said before.
 * Bounded: looks at the first 300 characters of the chunk; `earlier` is bounded by who calls.
 */
export function approvalIn(chunk: string, written = chunk, earlier = ""): Approval | null {
  if (!CONSENT_SIGNS.test(written)) return null;
  const [shown, whole] = [chunk.slice(0, 300), written.slice(0, 300)];
  for (const shape of SHAPES) {
    const words = shape.inBrackets === true ? whole : shown;
    const match = shape.pattern.exec(words);
    if (match === null || (shape.earlier !== undefined && !shape.earlier.test(earlier))) continue;
    // 违反本条例规定，未经许可举办…的，由公安部门责令…: what the lack of consent costs.
    if (shape.with === undefined && match[0].startsWith("未") && OFFENCE.test(earlier)) continue;
    const before = words.slice(0, match.index);
    const after = words.slice(match.index + match[0].length);
    if (shape.holds !== undefined && !shape.holds(before, after)) continue;
    const refused = /(?:未|没有|不|不再|无须|无需|取消)$/u.test(before);
    return { approver: approverSpan(match), alone: typeof shape.alone === "boolean" ? shape.alone : shape.alone(after), with: refused ? "ban" : (shape.with?.(before, after) ?? null) };
  }
  return null;
}

/** An offence told of: 违反本条例规定，…. */
const OFFENCE = /(?:^|[；。\s])(?:[^，。；不禁]{0,20})违反[^，。；]{0,40}，/u;

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
const AND = new RegExp(`经[^，。；]{2,40}?(?:同意|批准)(?:和|及|以及)(?<approver>${BODY}${BODY_END})(?:审查|审核)?(?:批准|同意|审批|核准|许可)(?!${CONSENT_THINGS.join("|")})`, "du");
const THEN = /(?:同意|批准|审核|审查|审定|核准|审议通过)后?[并再且](?=(?:[须应]当?)?(?:经|报|由|征得|送))/u;

/** The consent asked for in these words' brackets, which the grammar does not see otherwise: 外地车辆（须经社区同意）. Offsets of the words as written. */
export function bracketedApproval(written: string): Approval | null {
  const match = BRACKETED.exec(written.slice(0, 300));
  const approval = match?.[1] === undefined ? null : approvalIn(match[1]);
  if (match === null || approval === null || approval.with !== null) return null;
  const shift = match.index + 1;
  return { ...approval, approver: approval.approver === null ? null : { start: approval.approver.start + shift, end: approval.approver.end + shift } };
}

const BRACKETED = /[（(]((?:均?[须需]|应当?|必须)[^（）()]{3,60})[）)]/u;

/** What stands before the consent word and names nobody: 须请假批准, 报告并经批准. */
const NO_NAME = /(?:环评|评价|(?<!评)审核|请假|报备|报告|申请|请示|登记|并经|并|视情|初审|复审)$|^(?:备|批|备案|集体|共同)$|须|应当/u;

/** What the body does before it consents: 环保局进行环评批复, 规划局完成规划审批. */
const DOING = /(?<=.{2})(?:进行|完成|开展|办理).{0,6}$/u;

function approverSpan(match: RegExpExecArray): { start: number; end: number } | null {
  const groups = match.indices?.groups;
  const [from, to] = groups?.["approver"] ?? groups?.["awaited"] ?? [0, 0];
  const written = match.input.slice(from, to);
  const skipped = /^(?:.*(?:(?<!自|理)由|并经|须经|报经|(?<![必急军所无毋])需(?!求)要?(?:报请|报送|报|由|经)?)|请|待|有(?!关|权|管辖权|审批|批准|相应)|经(?![济营贸信开]))?/u.exec(written)?.[0].length ?? 0;
  const named = written.slice(skipped).replace(DOING, "");
  const bare = named.replace(MANNER, "");
  // 农村集体经济组织, 宗教活动场所管理组织: here 组织 belongs to the name.
  const approver = named.startsWith("组织", bare.length) && /(?:管理|经济|社会|党|自治|群众)$/u.test(bare) ? `${bare}组织` : bare;
  if (approver === "" || NO_NAME.test(approver) || (/(?:取得|获得)/u.test(match[0]) && !ACTOR.test(approver))) return null;
  return { start: from + skipped, end: from + skipped + approver.length };
}
