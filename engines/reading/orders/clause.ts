import { COMPETENCE, FACT_MARKS, FACT_OPENINGS, OWN_DOINGS, OWN_PLANS, OWN_POWERS, PERFORMATIVE, PHRASE_ENDS, PURPOSE_OPENINGS, PURPOSE_SHAPES, STATE_MARKS } from "../lexicon/phrases.ts";
import { ENDING_VERBS } from "../lexicon/order-verbs.ts";
import type { Modality, Obligation } from "../reading.ts";
import { type Word, wordsIn } from "./lexer.ts";
import { refusalAt } from "./refusal.ts";
import { ACTOR_END, nameAhead, skipJoin, subjectEndBefore } from "./subject.ts";

/** What one chunk of a sentence does. Offsets are of the chunk's own words. */
export type Clause =
  | { readonly role: "order"; readonly modality: Modality; readonly polarity: Obligation["polarity"]; readonly how: "modal" | "bare" | "declared"; readonly subjectEnd: number; readonly verbAt: number; readonly words: readonly Word[] }
  | { readonly role: "context"; readonly subjectEnd: number; readonly carries: { modality: Modality; polarity: Obligation["polarity"] } | null }
  | { readonly role: "purpose" | "fact" | "other"; readonly subjectEnd: number };

/** What the sentence has said before this chunk, and whether verb-first clauses order anything here. */
export type Surroundings = { readonly afterOrder: boolean; readonly bare: boolean; readonly factual: boolean };

const CONTEXT_END = /(?:的|时|后|前|起|之日|以前|以后|之前|之后|之际|情况下|前提下|基础上|领导下|指导下|过程中|期间|以外|之外|除外|外|中|内|下|以来|情形)$/u;
const PHRASE_ONLY_END = /(?:情况|精神|规定|要求|原则|部署|实际|需要|为重点|为载体|为目标|为主|为依托|方式|方面|基础|导向|主线|程序|标准)$/u;
const CONDITION_START = /^(?:如|若|凡|遇|当|因|由于|除|对(?!接|照|标)|在|未|经|按|按照|根据|依据|为|为了|以|针对|结合|围绕|通过|随着|鉴于|从|自|于|到|至|就|特殊情况|确需|确有|必要时|需要时|每年|每月|\d)/u;
const PHRASE_END = new RegExp(`(?:${PHRASE_ENDS.toSorted((left, right) => right.length - left.length).join("|")})$`, "u");
// 使用…, 取得同意后再…: acts, no aims.
const PURPOSE_START = new RegExp(`^(?!使用|取得[^，]{0,40}(?:(?:批准|同意|许可|核准)后|许可证?[书件]?$|证明书(?:或者标签)?$|同意$|批准$|＊+$))(?:${PURPOSE_OPENINGS.toSorted((left, right) => right.length - left.length).join("|")})`, "u");
/** 未经许可禁止…: what is lacking stands before the ban. */
const LACKING_END = /^[^，。；]{0,16}未经[^，。；]{0,24}(?:批准|同意|许可|允许|审批|准许)$/u;
const ENCOURAGES = new Set<Modality>(["encouraged"]);

/** Reads one chunk (brackets hidden). The rules stand in the order in which they are tried. */
export function clauseOf(chunk: string, around: Surroundings): Clause {
  const words = wordsIn(chunk);
  const nothing = (role: "purpose" | "fact" | "other"): Clause => ({ role, subjectEnd: 0 });
  if (PERFORMATIVE.test(chunk)) return nothing("fact");
  if (OWN_PLANS.test(chunk) || OWN_POWERS.test(chunk)) return nothing("fact");
  if (/^(?:不再需要|不需要|无需|无须)/u.test(chunk)) return nothing("other");
  const lead = skipLead(chunk, words, 0);
  if (around.afterOrder && PURPOSE_SHAPES.test(chunk)) return nothing("purpose");
  if (around.afterOrder && PURPOSE_START.test(chunk.slice(skipJoin(words)))) {
    const strong = modalOf(chunk, words);
    if (strong === null || strong.entry.modal?.modality === "must") return nothing("purpose");
  }
  const context = CONTEXT_END.test(chunk) || namesCase(chunk, words) || (PHRASE_ONLY_END.test(chunk) && openerAt(words, lead) !== null);
  const modal = modalOf(chunk, words);
  if ((context || (modal !== null && leavesVerbOpen(chunk, words, modal))) && !(modal !== null && actsBehindPhrase(chunk, words, modal)) && (chunk.endsWith("的") || modal === null || !hasVerbAfter(chunk, words, modal.end))) {
    const leadWord = words.find((word) => word.start === lead);
    const bareOrder = modal === null && around.bare && leadWord !== undefined && leadWord.entry.verb && !leadWord.entry.opener && /(?:中|外|内|起|情形)$/u.test(chunk);
    if (!bareOrder) {
      const asked = modal === null ? predicateModal(chunk, words, lead) : null;
      const carries = modal !== null && !chunk.endsWith("的") ? strengthOf(modal) : asked?.role === "order" ? { modality: asked.modality, polarity: asked.polarity } : null;
      return { role: "context", subjectEnd: subjectEndBefore(chunk, words, modal?.start ?? null), carries };
    }
  }
  if (modal !== null) return modalClause(chunk, words, modal);
  const softened = predicateModal(chunk, words, lead);
  if (softened !== null && (!around.factual || chunk.startsWith("请", lead))) return softened;
  if (OWN_DOINGS.test(chunk) && !chunk.includes("非必要")) return nothing("fact");
  if (around.factual || FACT_OPENINGS.test(chunk)) return nothing("fact");
  const leading = words.find((word) => word.start === lead);
  if (FACT_MARKS.test(chunk) || (STATE_MARKS.test(chunk) && leading?.entry.verb !== true)) return nothing("fact");
  const refrain = words.find((word) => word.entry.refrain);
  if (refrain !== undefined && (refrain.start === lead || ACTOR_END.test(chunk.slice(0, refrain.start)) || /非必要$/u.test(chunk.slice(0, refrain.start)))) {
    return { role: "order", modality: "must-not", polarity: "refrain", how: "modal", subjectEnd: subjectEndBefore(chunk, words, refrain.start - (chunk.slice(0, refrain.start).endsWith("非必要") ? 3 : 0)), verbAt: refrain.start, words };
  }
  const refusal = around.bare ? refusalAt(chunk, words, lead, subjectEndBefore(chunk, words, null)) : null;
  if (refusal !== null) return { role: "order", modality: "must-not", polarity: "refrain", how: "bare", ...refusal, words };
  if (!around.bare) return nothing("other");
  return bareClause(chunk, words, lead) ?? (CONDITION_START.test(chunk) ? { role: "context", subjectEnd: 0, carries: null } : { role: "other", subjectEnd: nameAhead(chunk, chunk.length) });
}

const strengthOf = (word: Word): { modality: Modality; polarity: Obligation["polarity"] } => ({ modality: word.entry.modal?.modality ?? "must", polarity: word.entry.modal?.polarity ?? "do" });

function modalClause(chunk: string, words: readonly Word[], modal: Word): Clause {
  const { modality, polarity } = strengthOf(modal);
  const order = { role: "order", how: "modal", subjectEnd: subjectEndBefore(chunk, words, modal.start), verbAt: modal.end, words } as const;
  const rest = chunk.slice(modal.end);
  if (modality === "in-principle") return { ...order, modality, polarity: /^(?:不|禁止|暂停|停止|严禁|暂缓)/u.test(rest) ? "refrain" : "do" };
  if (modality === "must") {
    // 要鼓励…, 应严禁…: the verb behind sets the strength.
    const next = words.find((word) => word.start >= modal.end && !word.entry.adverb);
    const governed = next?.entry.modal;
    if (next !== undefined && governed !== null && governed !== undefined && onlyAdverbs(words, modal.end, next.start, chunk)) {
      if (governed.modality === "must-not" || (ENCOURAGES.has(governed.modality) && !isNominal(chunk, next))) return { ...order, modality: governed.modality, polarity: governed.polarity };
    }
  }
  return { ...order, modality, polarity };
}

const onlyAdverbs = (words: readonly Word[], from: number, to: number, chunk: string): boolean =>
  words.filter((word) => word.start >= from && word.end <= to && word.entry.adverb).reduce((length, word) => length + word.end - word.start, 0) === chunk.slice(from, to).length;

/** The modal word that sets this chunk's strength: 原则上 before all, then the first that is not inside a relative clause. */
function modalOf(chunk: string, words: readonly Word[]): Word | null {
  const modals = words.filter((word) => word.entry.modal?.where === "anywhere");
  const principle = modals.find((word) => word.entry.modal?.modality === "in-principle");
  if (principle !== undefined) return principle;
  const firstVerb = words.find((word) => word.entry.verb && !word.entry.adverb);
  for (const [index, modal] of modals.entries()) {
    const rest = chunk.slice(modal.end);
    const of = rest.indexOf("的");
    const later = modals[index + 1];
    if (of >= 0 && later !== undefined && later.start > modal.end + of) continue;
    const before = chunk.slice(0, modal.start);
    if (of >= 0 && firstVerb !== undefined && firstVerb.end <= modal.start && skipLead(chunk, words, 0) === firstVerb.start) continue;
    if (of >= 0 && /(?:^|[^面针])(?:对|将|把|所|为|在|向|以|按|按照)$/u.test(before)) continue;
    if (modal.entry.word === "需" && (/^(?:要|求)/u.test(rest) || rest === "" || /(?:如|若|确|所|急|亟|凡|因|按)$/u.test(before))) continue;
    if (modal.entry.word === "要" && /(?:不|需|就|才|若|如|凡|还|都|所|只|想|快|是)$/u.test(before) && !/(?:都|还)$/u.test(before)) continue;
    if (modal.entry.word === "要" && /(?:提出|指出|强调)$/u.test(before)) continue;
    if (/^(?:允许|准许)$/u.test(modal.entry.word) && /(?:未|不|须|需|得到|获得|取得|(?<!已)经[^，]{0,30})$/u.test(before)) continue;
    if (modal.entry.word === "允许" && rest.startsWith("进出口证明")) continue;
    if (modal.entry.word === "可" && /^(?:[以]?[能行靠见观喜]|$)/u.test(rest)) continue;
    if (/^不(?:能|要|应)$/u.test(modal.entry.word) && /(?:使|让|因|如|若|由于|虽|仍|尚|而|其|可能)[^，]{0,8}$/u.test(before)) continue;
    return modal;
  }
  return null;
}

/** 要按照…的要求: the modal's verb comes in a later chunk. */
function leavesVerbOpen(chunk: string, words: readonly Word[], modal: Word): boolean {
  const opener = openerAt(words, skipLead(chunk, words, modal.end));
  return opener !== null && PHRASE_END.test(chunk) && verbBehindPhrase(chunk, words, opener) === null;
}

/** 应当按照法律履行审批程序: the verb stands behind the phrase, with an object that a phrase might have ended in as well. */
function actsBehindPhrase(chunk: string, words: readonly Word[], modal: Word): boolean {
  const opener = openerAt(words, skipLead(chunk, words, modal.end));
  const verb = opener === null || !/^[按依]照?$/u.test(opener.entry.word) ? null : verbBehindPhrase(chunk, words, opener);
  return verb !== null && verb.entry.verb && !chunk.slice(verb.end).includes("的");
}

/** 对…的项目, 对…的省（区、市）: a case named, with no verb behind its 的. */
function namesCase(chunk: string, words: readonly Word[]): boolean {
  const bare = chunk.replace(/＊+/gu, "");
  if (!/^(?:对|对于|凡|针对)/u.test(bare) || bare.endsWith("的")) return false;
  const of = chunk.lastIndexOf("的");
  const tail = chunk.slice(of + 1).replace(/＊+/gu, "");
  return of > 0 && tail.length <= 16 && !words.some((word) => word.start > of && (word.entry.verb || word.entry.light || word.entry.modal !== null));
}

/** 鼓励, 支持, 请, 一律, 禁止…: only as the clause's own verb. */
function predicateModal(chunk: string, words: readonly Word[], lead: number): Clause | null {
  for (const word of words) {
    const modal = word.entry.modal;
    if (modal === null || modal.where !== "predicate") continue;
    const before = chunk.slice(0, word.start);
    const atLead = word.start === lead || skipLead(chunk, words, 0) === word.start;
    const afterAdverb = words.some((other) => other.end === word.start && other.entry.adverb);
    const afterPhrase = word.start > 0 && (PHRASE_END.test(before) || ACTOR_END.test(before) || afterAdverb || (/^(?:禁止|严禁)$/u.test(modal.word) && !chunk.endsWith("的") && LACKING_END.test(before)));
    const opened = words[0] !== undefined && (words[0].entry.opener || words.some((other) => other.entry.opener && other.start <= lead));
    const rest = chunk.slice(word.end);
    if (modal.modality === "encouraged" && isNominal(chunk, word)) continue;
    if (rest.length < 2 && modal.word !== "支持") continue;
    if (!(atLead || afterPhrase || bansThing(chunk, words, word) || (opened && modal.word === "一律") || modal.word === "一律")) continue;
    if (/(?:的|和|与|及|、|给予|予以|获得|得到|国家)$/u.test(before)) continue;
    if (modal.word === "请" && /^(?:批转|示|求|假|审议|予审)/u.test(rest)) continue;
    if (/请$/u.test(modal.word) && /^(?:广大[^，]{1,8})?(?:予以|给予)?(?:谅解|理解|见谅)/u.test(rest)) continue;
    if (modal.word === "停止" && /^(?:执行|使用之日)/u.test(rest)) continue;
    if (modal.word === "建议" && !/(?:广大|市民|群众|居民|各|大家|公众|旅客|单位|企业|家长|师生|学生|老人|老年人|考生|游客|旅客|车主|司机|驾驶员|驾乘|职工|员工|朋友|人员|您)/u.test(rest.slice(0, 12)) && !/^(?:尽量|减少|选择|避免|提前|错峰|乘坐|不要|暂缓|推迟|就近|合理|自觉|佩戴|保持)/u.test(rest)) continue;
    const verbBefore = words.find((other) => other.entry.verb && !other.entry.adverb && other.end <= word.start && skipLead(chunk, words, 0) === other.start);
    if (verbBefore !== undefined) continue;
    // 一律暂停…: the verb behind sets the strength.
    const { modality, polarity } = words.find((next) => next.start === word.end)?.entry.modal ?? modal;
    const strength = (modal.word === "一律" || modal.word === "请") && modality === "must-not" ? { modality, polarity } : { modality: modal.modality, polarity: modal.polarity };
    return { role: "order", ...strength, how: "modal", subjectEnd: subjectEndBefore(chunk, words, word.start), verbAt: word.end, words };
  }
  return null;
}

/** 人民路禁止停车, 各中小学暂停线下教学: whatever stands before the ban is what it is said of, where nothing there does anything. */
const bansThing = (chunk: string, words: readonly Word[], ban: Word): boolean =>
  (ban.entry.word === "禁止" || ban.entry.word === "暂停") && !/^(?:有的|一些|部分)|未经|问题|现象|情况/u.test(chunk.slice(0, ban.start)) && ban.start >= 2 && ban.start <= 40 && !/的[^，]{1,12}$/u.test(chunk.slice(ban.end, ban.end + 8)) &&
  !words.some(({ start, end, entry }) => end <= ban.start && start < ban.start && (entry.opener || entry.modal !== null || (entry.verb && entry.word.length > 1)));

// 支持力度, 给予支持, 鼓励政策 name a thing; 鼓励的, 支持和… too.
function isNominal(chunk: string, word: Word): boolean {
  const before = chunk.slice(0, word.start);
  const rest = chunk.slice(word.end);
  return rest === "" || /^(?:的|力度|作用|下|方式|措施|办法|对象)/u.test(rest) || /(?:给予|予以|提供|加大|加强|得到|获得|争取|的|倾斜|大力给予)$/u.test(before) || (/^(?:和|与|、)/u.test(rest) && rest.length < 6);
}

/** A bare imperative or a statement of what somebody does: verb first, behind a phrase, or behind a subject. */
function bareClause(chunk: string, words: readonly Word[], lead: number): Clause | null {
  const verb = bareVerb(chunk, words, lead) ?? (/的[^，]{1,8}$/u.test(chunk) && ACTOR_END.test(chunk) ? null : bareVerb(chunk, words, behindTime(chunk, words, lead)));
  if (COMPETENCE.test(chunk.slice(verb?.start ?? lead)) || /(?:负责|担任|组成|兼任|牵头|主持)$/u.test(chunk)) return null;
  const order = { role: "order", modality: "must", polarity: "do", words } as const;
  if (verb !== null) return { ...order, how: "bare", subjectEnd: 0, verbAt: verb.start };
  const subjectEnd = subjectEndBefore(chunk, words, null);
  if (subjectEnd === 0) return namesActors(chunk) ?? nounLikeVerb(chunk, words, lead, order);
  const declared = bareVerb(chunk, words, skipLead(chunk, words, subjectEnd)) ?? bareVerb(chunk, words, behindTime(chunk, words, subjectEnd)) ?? words.find((word) => word.start === skipLead(chunk, words, subjectEnd) && (word.entry.nounLike || word.entry.light)) ?? null;
  if (declared === null || (!declared.entry.verb && !declared.entry.light && ACTOR_END.test(chunk))) return namesActors(chunk);
  if (/^将(?![^，]{1,40}(?:纳入|列入|列为|作为|报|至|到|给|为|成|入))/u.test(chunk.slice(subjectEnd))) return null;
  if (COMPETENCE.test(chunk.slice(declared.start))) return null;
  return { ...order, how: "declared", subjectEnd, verbAt: declared.start };
}

/** 每日17时前报送…, 2月20日前完成…, 每季度至少召开…: where the words behind a time begin; `from` where no time stands there. */
function behindTime(chunk: string, words: readonly Word[], from: number): number {
  for (const at of [from, skipLead(chunk, words, from)]) {
    const time = TIME.exec(chunk.slice(at, at + 40));
    if (time !== null) return skipLead(chunk, words, at + time[0].length);
  }
  return from;
}
const TIME = /^(?:每(?:个)?(?:工作)?(?:小时|日|天|周|月|季度|年|半年)(?:[一二三四五六日天末底])?(?:[\d时日点:：、]{0,16})(?:前)?|(?:在|于|最迟于)?[\d一二三四五六七八九十年月日时点分:：今明当＊]{2,20}(?:底|下班)?(?:前|之前|以前)|随时)(?:至少|不少于一次)?/u;

/** A chunk that is nothing but the name of who acts: 各地区、邮政管理部门以及快递企业，… */
const namesActors = (chunk: string): Clause | null =>
  ACTOR_END.test(chunk) && chunk.length <= 80 && !CONDITION_START.test(chunk) ? { role: "context", subjectEnd: chunk.length, carries: null } : null;

function nounLikeVerb(chunk: string, words: readonly Word[], lead: number, order: { role: "order"; modality: "must"; polarity: "do"; words: readonly Word[] }): Clause | null {
  const word = words.find((each) => each.start === lead && each.entry.nounLike);
  if (word === undefined || chunk.length - word.end < 3 || /^(?:的|和|与|、|工作|部|厅|局|委|司|处|组|会|机构|机关|单位|人员|情况)/u.test(chunk.slice(word.end))) return null;
  return { ...order, how: "bare", subjectEnd: 0, verbAt: word.start };
}

/** The verb of order at `from`, directly or behind the phrase that opens there. */
function bareVerb(chunk: string, words: readonly Word[], from: number): Word | null {
  const first = words.find((word) => word.start === from);
  if (first !== undefined && first.entry.verb && !relative(chunk, first) && !(first.entry.opener && !plainVerbUse(chunk))) return first;
  const manner = /^[\u4e00-\u9fff、]{2,14}(?<![各属当本外异陆土基产实场耕林草湿两驻余用])地(?![区方点质理位震域级市块址面税产])(?=[\u4e00-\u9fff])/u.exec(chunk.slice(from));
  if (manner !== null && first?.entry.opener !== true) {
    const next = skipLead(chunk, words, from + manner[0].length);
    const verb = words.find((word) => word.start === next);
    if (verb !== undefined && (verb.entry.verb || verb.entry.opener)) return verb;
  }
  const opener = openerAt(words, from);
  if (opener === null) return null;
  return verbBehindPhrase(chunk, words, opener);
}

// 坚持, 利用, 采取… open phrases but are verbs too: an order when nothing but their object follows.
const plainVerbUse = (chunk: string): boolean => !PHRASE_END.test(chunk);

const openerAt = (words: readonly Word[], from: number): Word | null => words.find((word) => word.start === from && word.entry.opener) ?? null;

function relative(chunk: string, verb: Word): boolean {
  const rest = chunk.slice(verb.end);
  if (ENDING_VERBS.includes(verb.entry.word)) return rest !== "";
  return rest === "" ? verb.entry.word.length < 2 : /^的|^者|^费|^率|^期间|^人员$/u.test(rest);
}

function verbBehindPhrase(chunk: string, words: readonly Word[], opener: Word): Word | null {
  const disposing = /^(?:将|把)$/u.test(opener.entry.word);
  let fallback: Word | null = null;
  for (const [index, word] of words.entries()) {
    if (word.start < opener.end + (disposing ? 1 : 0)) continue;
    const before = chunk.slice(0, word.start);
    const after = chunk.slice(word.end);
    if (!(word.entry.verb || word.entry.light || word.entry.nounLike)) continue;
    if (/(?:的|和|与|及|、|或|所|不|未|已|被|可)$/u.test(before) || /^(?:的|者|不|后|前|中(?!小)|时|、|和|与|及|或|工作的|过程|等)/u.test(after) || (opener.entry.word !== "向" && after.startsWith("情况"))) continue;
    const previous = words[index - 1];
    const behindAdverb = previous !== undefined && previous.end === word.start && previous.entry.adverb && previous.start > opener.start;
    const behindEnd = PHRASE_END.test(before) && word.start > opener.end + 1;
    const closes = after !== "" || /^(?:向|由|将|把|对|与)$/u.test(opener.entry.word);
    if (word.entry.light && word.start > opener.end + 1 && !word.entry.adverb && closes) return word;
    if (opener.entry.word === "由" && word.entry.verb && after === "" && word.start > opener.end + 2) return word;
    if (behindAdverb || behindEnd) return word;
    if (disposing && word.entry.verb) return word;
    if ((word.entry.verb || (word.entry.nounLike && opener.entry.word === "向")) && word.start > opener.end + 1 && after !== "") fallback ??= word;
  }
  if (disposing && /[^\s](?:到|至|为|入|给|成|在|于)[^\s]/u.test(chunk.slice(opener.end))) return opener;
  return /^(?:为|以|从|通过|向|由|按|按照|根据|在|就|结合|围绕|与)$/u.test(opener.entry.word) ? fallback : null;
}

/** Offset behind joining words and adverbs from `from` on. */
function skipLead(chunk: string, words: readonly Word[], from: number): number {
  let at = from;
  for (const word of words) {
    if (word.start !== at) { if (word.start > at && chunk[at] !== "、") break; if (word.start < at) continue; if (chunk[at] === "、" && word.start === at + 1 && word.entry.adverb) at = word.end; else break; continue; }
    if (!word.entry.adverb && !word.entry.connective) break;
    if (word.entry.verb && !followedByVerb(words, word, chunk)) break;
    at = word.end;
  }
  return at;
}

// 统筹推进…: an adverb before another verb, an order of its own before a noun (统筹城乡…).
function followedByVerb(words: readonly Word[], word: Word, chunk: string): boolean {
  const next = words.find((other) => other.start === word.end);
  return next !== undefined && chunk.length > word.end && (next.entry.verb || next.entry.adverb || next.entry.nounLike || next.entry.opener || next.entry.modal !== null);
}

const hasVerbAfter = (chunk: string, words: readonly Word[], from: number): boolean =>
  words.some((word) => word.start >= from && (word.entry.verb || word.entry.nounLike || word.entry.light) && !(/(?:的|和|与|及|、)$/u.test(chunk.slice(0, word.start)))) && !/^(?:在|于|按|按照|根据|以|从|对|将|通过|结合)[^，]*$/u.test(chunk.slice(from));
