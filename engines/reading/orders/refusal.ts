import { REFUSED_VERBS } from "../lexicon/order-verbs.ts";
import type { Word } from "./lexer.ts";

/** A bare refusal: where its verb stands, and where its actor ends (0: none named). Offsets of the chunk. */
export type Refusal = { readonly subjectEnd: number; readonly verbAt: number };

/**
 * 不再审批, 不设门槛, 不以…代替, 文件不层层转发: a verb of order refused where the clause's own verb stands, behind nothing, an
 * actor (which ends at `subjectEnd`) or a short thing it is said of. `lead`: behind joining words and adverbs.
 */
export function refusalAt(chunk: string, words: readonly Word[], lead: number, subjectEnd: number): Refusal | null {
  // 对涉嫌犯罪案件不移送…等行为, 不采纳意见导致…: what somebody did wrong, not what is refused.
  if (/(?:行为|现象|问题|情形|情况|后果)$|导致|造成|致使|^未经/u.test(chunk)) return null;
  // 非必要不离校: whatever the verb, it is refused.
  const needless = /取消|解除|已|措施|规定|限制|政策/u.test(chunk) ? null : NEEDLESS.exec(chunk);
  if (needless !== null && (needless.index === lead || needless.index === subjectEnd || needless.index <= THING_LENGTH_MAX)) return { subjectEnd: needless.index === subjectEnd ? subjectEnd : 0, verbAt: needless.index + needless[0].length };
  const refused = (at: number, actorEnd: number): Refusal | null => {
    const verbAt = refusedVerb(chunk, words, at);
    return verbAt === null ? null : { subjectEnd: actorEnd, verbAt };
  };
  for (const [from, actorEnd] of [[lead, 0], [subjectEnd, subjectEnd]] as const) {
    const hold = chunk.startsWith("暂", from) ? 1 : 0;
    if ((from > 0 || actorEnd === 0) && chunk.startsWith("不", from + hold)) return refused(from + hold, actorEnd);
  }
  const at = chunk.indexOf("不");
  const opensWithVerb = words.some((word) => word.start === 0 && word.start < at && (word.entry.verb || word.entry.modal !== null));
  return at > 1 && at <= THING_LENGTH_MAX && !opensWithVerb && !/[的是有因如若或和及]$/u.test(chunk.slice(0, at)) ? refused(at, 0) : null;
}

function refusedVerb(chunk: string, words: readonly Word[], at: number): number | null {
  const rest = chunk.slice(at);
  const match = REFUSAL.exec(rest);
  if (match === null || NOT_REFUSALS.test(rest)) return null;
  const from = at + match[0].length;
  const known = words.some((word) => word.start === from && (word.entry.verb || word.entry.light || word.entry.nounLike || (word.entry.opener && /^(?:以|将|把|因|给|对|向)/u.test(word.entry.word))));
  return known || REFUSED.test(chunk.slice(from)) ? from : null;
}

const NEEDLESS = /非必要、?不(?=[\u4e00-\u9fff]{2})(?!可|能|得|需|必|用)/u;
const THING_LENGTH_MAX = 16;
const REFUSAL = /^不(?:再|得再)?(?:随意|层层|另行|强行|简单|盲目|轻易|额外|得)?(?=[\u4e00-\u9fff])/u;
const REFUSED = new RegExp(`^(?:${REFUSED_VERBS.toSorted((left, right) => right.length - left.length).join("|")})(?!的|率|力$|中$|为$|区的)`, "u");
const NOT_REFUSALS = /^不(?:断|仅|但|少|同|足|利|良|合|符|属|超过|低于|少于|多于|高于|履行|落实|执行(?:到位|力)|依法|按|具备|到位|及时|完善|健全|规范|明确|配合|服从|动产|作为|停地|安全|影响|构成|一致|平衡|协调|适应|受|能|可|可抗|需要|论|管|用说|法|得已|设区|良好|正之风|重视|认真|如实|确定)/u;
