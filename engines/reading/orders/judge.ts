import { CONSENTED, LACKS_CONSENT, PERMIT_AWAITED, UNAPPROVED } from "../consent/awaited.ts";
import { limitedAct } from "./bounds.ts";
import { type Clause, clauseOf } from "./clause.ts";
import type { Found } from "./found.ts";
import { aheadOf, CONTEXT, isMatter, OTHER } from "./topic.ts";
import type { View } from "./views.ts";

/** What the sentence has said so far that bears on how a chunk is judged. */
export type Said = { readonly before: Found | null; readonly bare: boolean; readonly factual: boolean; readonly silent: boolean };

/** What a chunk does in its sentence: orders, says the case, tells a fact. `silent`: whatever it says, it orders nothing (what an announcement gives as its reason). */
export function judge(view: View, { before, bare, factual, silent }: Said): Clause {
  const { shown, chunk, next, opens, source } = view;
  const isLast = view.index === view.sentence.chunks.length - 1;
  // 提高票价，须报国务院批准; 企业提高票价，…: whose act it is stays named.
  if (!isLast && isMatter(shown, chunk.mark, next, opens)) return { ...CONTEXT, subjectEnd: clauseOf(shown, { afterOrder: false, bare, factual: false }).subjectEnd };
  if (silent) return onlyWaits(view) ? CONTEXT : OTHER;
  const judged = (isLast ? null : aheadOf(shown, chunk.mark, next, opens)) ?? timed(clauseOf(shown, { afterOrder: before !== null, bare, factual }), source, bare && !factual, before);
  return judged.role !== "context" && onlyWaits(view) ? { role: "context", subjectEnd: judged.subjectEnd, carries: null } : judged;
}

/** 资源具有特殊价值，未经市规划局批准，…; 并取得许可证后，方可…: words that only say what is lacking or awaited are a condition, whatever else stands in them. */
function onlyWaits({ chunk, shown, next }: View): boolean {
  if (chunk.mark !== "，") return false;
  return LACKS_CONSENT.test(shown) || (UNAPPROVED.test(shown) && /^(?:一律|均|也)?(?:不得|不准|禁止|严禁)/u.test(next)) || PERMIT_AWAITED.test(shown) || (CONSENTED.test(shown) && /^(?:也|均|都)?可/u.test(next));
}

/** 故障8小时内修复: an act with a limit of its own is an order of its own, whatever its verb. */
function timed(clause: Clause, source: string, mayOrder: boolean, before: Found | null): Clause {
  const open = clause.role === "other" || (clause.role === "context" && clause.carries === null);
  const free = before === null || before.modality === "must" || before.modality === "must-not" || (before.modality === "permitted" && /^[并但且]/u.test(source));
  const act = mayOrder && open && free ? limitedAct(source) : null;
  return act === null ? clause : { role: "order", modality: "must", polarity: "do", how: "declared", subjectEnd: clause.subjectEnd > 0 && clause.subjectEnd <= act.verbAt ? clause.subjectEnd : act.subjectEnd, verbAt: act.verbAt, words: [] };
}
