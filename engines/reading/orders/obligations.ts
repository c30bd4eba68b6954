import { type KeptText } from "../layout/kept-text.ts";
import type { Modality, Obligation } from "../reading.ts";
import { actorsIn, agentIn, arePersons, bannedIn, encouragedIn, isPlace } from "./actors.ts";
import { addressedIn, approvalIn, bracketedApproval, secondApprovalIn } from "../consent/consent.ts";
import { ANSWERS, CONSENTED, CONSENTS, EXCEPTED, FOLLOWS, isTold, LACKS_CONSENT, MOVED, ORDERED, OWN_CONSENT, PENAL, PERMIT_AWAITED, repeats, RELEASE, TOLD, UNAPPROVED } from "../consent/awaited.ts";
import { carriedDeadline, deadlineIn, deadlineOf, isCondition, isException, limitedAct } from "./bounds.ts";
import { type Clause, clauseOf } from "./clause.ts";
import type { Approval } from "../consent/approval.ts";
import { type Chunk, type Sentence, sentencesOf } from "./sentences.ts";
import type { Stretch } from "./stretches.ts";
import { endsActorBeforeVerb } from "./subject.ts";

/** An order before it has its number. Offsets of the kept text. */
type Found = {
  start: number; end: number; modality: Modality; polarity: Obligation["polarity"];
  actors: string[]; inferred: boolean; approver: string | null; condition: string | null; exception: string | null; deadline: string | null;
};

type Previous = { readonly clause: Clause; readonly order: Found | null } | null;

/** A consent named before the act that waits for it; `after`: the words say so themselves (…批准后). */
type Awaited = { approval: Approval; chunk: Chunk; after: boolean };

type Open = { from: number | null; conditions: string[]; exceptions: string[]; approval: Awaited | null; earlier: Awaited[]; subject: string[]; carried: { modality: Modality; polarity: Obligation["polarity"] } | null; deadline: string | null };

const NOTHING_OPEN: Open = { from: null, conditions: [], exceptions: [], approval: null, earlier: [], subject: [], carried: null, deadline: null };
const LONGEST_CHUNK = 500;
const DESCRIBED = /^(?:引导|指导|组织|督促|鼓励|倡导|提倡|支持|动员|协调|加强对|帮助)/u;

/** Every order in the stretches, in order, numbered within its clause. `addressees` stand in where nobody is named. */
export function obligationsOf(kept: KeptText, stretches: readonly Stretch[], addressees: readonly string[]): Obligation[] {
  const obligations: Obligation[] = [];
  const counts = new Map<string, number>();
  let lastClause = "";
  let speaking: string[] = [];
  for (const stretch of stretches) {
    if (stretch.clause !== lastClause) speaking = [];
    lastClause = stretch.clause;
    for (const sentence of sentencesOf(kept.text, stretch.start, stretch.end)) {
      const { found, subject } = readSentence(kept.written, sentence, stretch.bare, speaking, addressees);
      if (stretch.banned && found.every(({ modality }) => modality !== "needs-approval")) found.push(...lackingIn(kept.written, sentence, speaking, addressees));
      if (subject.length > 0 && !arePersons(subject)) speaking = subject;
      for (const order of found) {
        const number = (counts.get(stretch.clause) ?? 0) + 1;
        counts.set(stretch.clause, number);
        obligations.push(finished(kept, order, stretch, number));
      }
    }
  }
  return obligations;
}

function finished(kept: KeptText, order: Found, stretch: Stretch, number: number): Obligation {
  const ranges = kept.rangesOf(order.start, order.end);
  return {
    id: `${stretch.clause}#${number}`, clause: stretch.clause, part: stretch.part, ranges, quote: kept.written.slice(order.start, order.end),
    modality: order.modality, polarity: order.polarity, actors: order.actors, actorsInferred: order.inferred,
    approver: order.approver, condition: order.condition, exception: order.exception, deadline: order.deadline,
  };
}

function readSentence(text: string, sentence: Sentence, bare: boolean, speaking: readonly string[], addressees: readonly string[]): { found: Found[]; subject: string[] } {
  const found: Found[] = [];
  const fresh = (): Open => ({ ...NOTHING_OPEN, conditions: [], exceptions: [], earlier: [], subject: [] });
  let open = fresh();
  let subject: string[] = [];
  let previous = null as Previous;
  let factual = false;
  const wordsOf = (start: number, end: number): string => text.slice(sentence.start + start, sentence.start + end);
  let reported = false;
  let addressed: string | null = null;
  // …，现将有关事项通告如下: what stands before is why.
  const announced = sentence.chunks.findIndex((chunk) => ANNOUNCES.test(sentence.shown.slice(chunk.start, Math.min(chunk.end, chunk.start + LONGEST_CHUNK))));
  for (const [index, chunk] of sentence.chunks.entries()) {
    const shown = sentence.shown.slice(chunk.start, Math.min(chunk.end, chunk.start + LONGEST_CHUNK));
    const source = wordsOf(chunk.start, chunk.end);
    const before: Found | null = previous?.order ?? null;
    const next = sentence.chunks[index + 1];
    const nextShown = next === undefined ? "" : sentence.shown.slice(next.start, Math.min(next.end, next.start + LONGEST_CHUNK));
    const described = /^是(?!否)/u.test(nextShown);
    if (described) factual = true;
    // 任命副职，由上级机关批准: the act of whoever may do it, not the issuer's own.
    // 提高票价，须报国务院批准: what the consent is for, not an order.
    const asksFor = (/^(?:撤销|授予|任命|免去)/u.test(shown) && /^(?:须|应当?|必须)?(?:由|报|经)/u.test(nextShown)) || (index === 0 && chunk.mark === "，" && MATTER.test(nextShown) && !ORDERED.test(shown));
    const decidedElsewhere = next !== undefined && asksFor && approvalIn(nextShown) !== null;
    // 企业发现隐患，应立即报告: the case, told as a sentence.
    const circumstance = chunk.mark === "，" && CIRCUMSTANCE.test(shown) && /^(?:应当?|须|必须|要|需|不得|严禁|禁止)/u.test(nextShown);
    const ordersNothing = reported || announced > index || announces(shown, chunk.mark) || JOINING.test(shown);
    const judged: Clause = decidedElsewhere ? CONTEXT
      : ordersNothing ? OTHER
      : circumstance ? circumstanceOf(shown)
      : timed(clauseOf(shown, { afterOrder: before !== null, bare, factual }), source, bare && !factual, before);
    // 资源具有特殊价值，未经市规划局批准，…; 并取得许可证后，方可…: words that only say what is lacking or awaited are a condition, whatever else stands in them.
    const condition = LACKS_CONSENT.test(shown) || (UNAPPROVED.test(shown) && /^(?:一律|均|也)?(?:不得|不准|禁止|严禁)/u.test(nextShown)) || PERMIT_AWAITED.test(shown) || (CONSENTED.test(shown) && /^(?:也|均|都)?可/u.test(nextShown));
    const clause: Clause = chunk.mark === "，" && judged.role !== "context" && condition ? { role: "context", subjectEnd: judged.subjectEnd, carries: null } : judged;
    if (/(?:提出|指出|强调|要求)$/u.test(shown) && chunk.mark !== "；" && !bare) reported = true;
    const heard = PENAL.test(sentence.shown.slice(chunk.start, chunk.start + LONGEST_CHUNK)) || (open.from === null && OWN_CONSENT.test(shown) && !RELEASE.test(nextShown) && !/可|应|须|由|依法/u.test(nextShown)) || (open.from === null && CONSENTED.test(shown) && (TOLD.test(nextShown) || MOVED.test(nextShown))) ? null : approvalIn(shown, source, sentence.shown.slice(Math.max(0, chunk.start - LONGEST_CHUNK), chunk.start));
    // Under aims and in an introduction a consent counts where the words order it: 经国务院批准 is told there.
    const counts = bare || (!ordersNothing && (ORDERED.test(shown) || (heard !== null && heard.with !== null && heard.with !== "order")));
    const lastShown = index === 0 ? "" : sentence.shown.slice(sentence.chunks[index - 1]?.start, chunk.start);
    const approval = heard !== null && !isTold(heard, shown, nextShown) && !repeats(heard, shown, lastShown) && (counts || clause.role === "order") ? heard : null;
    const turnedTo = addressedIn(shown);
    if (turnedTo !== null) addressed = wordsOf(chunk.start + turnedTo.start, chunk.start + turnedTo.end);
    const foundBefore = found.length;
    const awaitedWords = open.approval === null ? "" : sentence.shown.slice(open.approval.chunk.start, open.approval.chunk.end);
    const named = clause.subjectEnd > 0 ? actorsIn(wordsOf(chunk.start, chunk.start + clause.subjectEnd)) : [];
    if (named.length > 0 && !named.every(isPlace)) subject = named;
    if (clause.role === "fact" && found.length === 0 && open.from === null) factual = true;
    // 经本单位负责人批准，方可离开: the consent is what this asks for.
    const last = chunk.mark === "；" || index === sentence.chunks.length - 1;
    // 由…核准后，核销…; 经…批准，设立…: whatever follows waits for the consent, though its verb alone orders nothing.
    const act = clause.role === "other" || (clause.role === "fact" && shown.startsWith("由"));
    const follows = last && waitsOn(open.approval) && ((act && FOLLOWS.test(shown)) || EXCEPTED.test(shown));
    // 经市政府同意，现将…通知如下: the consent belongs to the fact.
    if (clause.role === "fact" && !follows) open.approval = null;
    if (waitsOn(open.approval) && open.approval !== null && !open.approval.after && sentence.shown.startsWith("经", open.approval.chunk.start) && TOLD.test(shown)) open.approval = null;
    const releases = (bare || ORDERED.test(shown)) && open.approval !== null && open.approval.approval.with !== "ban" && (RELEASE.test(shown) || follows);
    const asks = clause.role === "other" || (clause.role === "context" && clause.carries === null && last && !/[的后时]$/u.test(shown));
    const consenting = approval !== null && asks && counts && (approval.with === null || (approval.with === "order" && last)) && (EXCEPTED.test(shown) || !/(?:批准|同意|审批|核准)(?!权|机关|部门|单位|机构|后)[^，]*的(?!(?:书面)?(?:同意|批准|许可)$)/u.test(shown));
    const awaited = approval !== null && approval.with !== null && clause.role === "other" && counts && !last;
    if ((clause.role === "context" && !consenting && !releases) || awaited) {
      open.from ??= chunk.start;
      note(open, source, named, clause.subjectEnd, clause.role === "context" ? clause.carries : null);
      if (approval !== null) {
        if (open.approval !== null && waitsOn(open.approval)) open.earlier.push(open.approval);
        open.approval = { approval, chunk, after: shown.endsWith("后") };
      }
      if (!/^(?:并)?通过/u.test(shown)) previous = null;
    } else if (clause.role === "order" || consenting || releases || (open.carried !== null && clause.role === "other" && chunk.mark !== "：")) {
      const strength = clause.role === "order" ? { modality: clause.modality, polarity: clause.polarity } : (open.carried ?? { modality: "must" as const, polarity: "do" as const });
      const settled = clause.role === "order" && clause.how !== "modal" && open.carried !== null ? open.carried : strength;
      if (joins(previous, clause, shown, chunk) && before !== null) {
        before.end = sentence.start + chunk.end;
        noteLimit(before, source);
        // 可以提出方案，报市政府批准后实施: the act stays permitted, and waits.
        if (approval !== null && approval.with === null) emit(found, { ...before, start: sentence.start + chunk.start }, approval, source, true);
      } else {
        const order = newOrder(sentence, chunk, open, settled, source);
        setActors(order, named.length > 0 && !named.every(isPlace) ? named : open.subject.length > 0 ? open.subject : [], subject, speaking, addressees, source);
        if (clause.role === "order") nameAddressed(order, source, clause, approval?.approver ?? null);
        const wanted = approval ?? open.approval?.approval ?? null;
        // 应当依法取得许可证，方可经营: asked for, and waited for.
        const released = approval?.with === "release" && RELEASE.test(nextShown);
        const consent = wanted === null || releases || released || fits(wanted, order.modality) ? wanted : null;
        const consentWords = approval === null && open.approval !== null ? wordsOf(open.approval.chunk.start, open.approval.chunk.end) : source;
        // 经班主任同意，报学校批准: two bodies consent, one after the other.
        const waited = open.approval;
        const both = approval !== null && waited !== null && (waited.approval.with === "order" || (waitsOn(waited) && waited.approval.approver !== null && approval.with !== "ban" && waited.chunk === sentence.chunks[index - 1] && CONSENTS.test(awaitedWords)));
        if (both) {
          const first = wordsOf(waited.chunk.start, waited.chunk.end);
          emit(found, { ...order, end: sentence.start + waited.chunk.end, condition: conditionBefore(order.condition, first) }, waited.approval, first, true);
        }
        if (consent !== null) for (const { approval: other, chunk: at } of open.earlier) emit(found, order, other, wordsOf(at.start, at.end), true);
        const alone = releases || (approval !== null && (approval.alone || (consenting && approval.with === "order")) && settled.modality !== "must-not" && settled.modality !== "in-principle");
        const behind = both && consent !== null;
        if (behind && !alone) found.push(order);
        emit(found, behind ? { ...order, start: sentence.start + chunk.start } : order, consent, consentWords, alone || behind);
        const second = consent === null ? null : secondApprovalIn(consent === approval ? shown : awaitedWords);
        if (second !== null && (second.approver?.start ?? 0) >= (consent?.approver?.end ?? 0)) emit(found, order, second, consentWords, true);
        previous = { clause, order };
        open = fresh();
      }
    } else if (before !== null && (clause.role === "purpose" || clause.role === "other")) {
      before.end = sentence.start + chunk.end;
      if (/除外$/u.test(shown)) before.exception ??= source;
    } else if (clause.role === "other" && before === null && chunk.mark !== "；") {
      open.from ??= chunk.start;
      note(open, source, named, clause.subjectEnd, null);
    }
    if (open.carried !== null && open.from !== null && (chunk.mark === "；" || index === sentence.chunks.length - 1)) {
      const order = newOrder(sentence, chunk, open, open.carried, source);
      setActors(order, open.subject, subject, speaking, addressees, source);
      emit(found, order, open.approval?.approval ?? null, open.approval === null ? "" : wordsOf(open.approval.chunk.start, open.approval.chunk.end), false);
    }
    const aside = bare && approval === null ? bracketedApproval(source) : null;
    if (aside !== null) {
      const order = newOrder(sentence, chunk, open, { modality: "must", polarity: "do" }, source);
      setActors(order, named, subject, speaking, addressees, source);
      emit(found, order, aside, source, true);
    }
    // 向社区提出申请，经同意后方可离开: the community consents.
    for (const order of found.slice(foundBefore)) if (order.modality === "needs-approval") order.approver ??= ANSWERS.test(shown) || ANSWERS.test(awaitedWords) ? addressed : null;
    if (chunk.mark === "；") { open = fresh(); previous = null; }
  }
  return { found, subject };
}

/** 不得有下列行为：（一）未经同意，公开信息；: the consents that an item of what is banned says are lacking. */
function lackingIn(text: string, sentence: Sentence, speaking: readonly string[], addressees: readonly string[]): Found[] {
  const found: Found[] = [];
  for (const [index, chunk] of sentence.chunks.entries()) {
    const source = text.slice(sentence.start + chunk.start, sentence.start + chunk.end);
    const consent = source.startsWith("未经") ? approvalIn(sentence.shown.slice(chunk.start, chunk.end), source) : null;
    if (consent === null) continue;
    const act = LACKS_CONSENT.test(sentence.shown.slice(chunk.start, chunk.end)) ? (sentence.chunks[index + 1] ?? chunk) : chunk;
    const order = newOrder(sentence, act, { ...NOTHING_OPEN, from: chunk.start }, { modality: "must-not", polarity: "refrain" }, source);
    setActors(order, [], [], speaking, addressees, source);
    emit(found, order, consent, source, true);
  }
  return found;
}

/** What a condition said before the consent itself; null where it said nothing. */
const conditionBefore = (condition: string | null, consent: string): string | null => condition?.endsWith(consent) === true ? condition.slice(0, -consent.length).replace(/，$/u, "") || null : condition;

const waitsOn = (open: Open["approval"]): boolean => open !== null && (open.approval.with === "order" || (open.approval.with === null && open.after));

const ANNOUNCES = /^(?:现将|现就|现对|现予|特此|特(?:作|做|通知|通告|公告|制定))|(?:通知|通告|公告|规定|安排|提示)如下$/u;
const CIRCUMSTANCE = /^[^，]{2,24}?(?:发现|进入|遇到?|接到|收到|举办|举行|开展|赴|前往|从事|途经|经过|返回|外出|离开|使用|驾驶|乘坐)(?!的)[^，要应须]{1,20}(?<!的|时|后|前)$/u;
const circumstanceOf = (shown: string): Clause => ({ role: "context", subjectEnd: /^[^，]{2,24}?(?=发现|进入|遇|接到|收到|举办|举行|开展|赴|前往|从事|途经|经过|返回|外出|离开|使用|驾驶|乘坐)/u.exec(shown)?.[0].length ?? 0, carries: null });

/** What must be asked for, and of whom. */
const MATTER = /^(?:均|都)?(?:须|必须|应当?|一律|概须)(?:事先|事前|先|提前|依法)?(?:报|经|由|征得|取得|呈)/u;
/** A word that only joins, set off by a comma. */
const JOINING = /^(?:但是?|同时|此外|另外|因此|为此|然后|其中)$/u;
/** 故障8小时内修复: an act with a limit of its own is an order of its own, whatever its verb. */
function timed(clause: Clause, source: string, mayOrder: boolean, before: Found | null): Clause {
  const open = clause.role === "other" || (clause.role === "context" && clause.carries === null);
  const free = before === null || before.modality === "must" || before.modality === "must-not" || (before.modality === "permitted" && /^[并但且]/u.test(source));
  const act = mayOrder && open && free ? limitedAct(source) : null;
  return act === null ? clause : { role: "order", modality: "must", polarity: "do", how: "declared", subjectEnd: clause.subjectEnd > 0 && clause.subjectEnd <= act.verbAt ? clause.subjectEnd : act.subjectEnd, verbAt: act.verbAt, words: [] };
}
const OTHER: Clause = { role: "other", subjectEnd: 0 };
const CONTEXT: Clause = { role: "context", subjectEnd: 0, carries: null };

// 主要开展以下工作：… announces the list; the list orders.
const announces = (shown: string, mark: string): boolean => mark === "：" && /(?:开展|做好|采取|抓好|推进)(?:以下|下列|如下)[^，]{0,10}$/u.test(shown);

/** What a leading chunk adds to the order that follows: case, exception, subject, limit. */
function note(open: Open, source: string, named: readonly string[], subjectEnd: number, carries: Open["carried"]): void {
  if (isException(source)) open.exceptions.push(source);
  else if (isCondition(source)) open.conditions.push(named.length > 0 && isCondition(source.slice(subjectEnd)) ? source.slice(subjectEnd) : source);
  if (named.length > 0 && named.every(isPlace)) open.conditions.push(source);
  else if (named.length > 0) open.subject = [...named];
  if (carries !== null) open.carried = carries;
  open.deadline ??= carriedDeadline(source);
}

function noteLimit(order: Found, source: string): void {
  const limit = deadlineIn(source);
  if (limit !== null) order.deadline ??= source.slice(limit.start, limit.end);
}

// Clauses under one 鼓励 or 可 stay one order until a new subject, phrase or modal word comes.
function joins(previous: Previous, clause: Clause, shown: string, chunk: Chunk): boolean {
  if (previous === null || previous.order === null || clause.role !== "order") return false;
  if (previous.order.modality === "encouraged" && shown.startsWith("非必要不")) return true;
  // 可先行抢修，并在24小时内补办手续: what has a limit of its own is a duty.
  if (previous.order.modality === "permitted" && /^(?:并|但)?(?:须|应|必须|在[^，]{1,14}内|于[^，]{1,14}前)/u.test(shown)) return false;
  if (clause.how !== "bare") return false;
  if (previous.order.modality !== "encouraged" && previous.order.modality !== "permitted" && previous.order.modality !== "in-principle") return false;
  return clause.subjectEnd === 0 && (previous.order.modality === "permitted" || !/^(?:并?在|对|将|把|引导|加强对)/u.test(shown)) && chunk.end > chunk.start;
}

function newOrder(sentence: Sentence, chunk: Chunk, open: Open, strength: { modality: Modality; polarity: Obligation["polarity"] }, source: string): Found {
  return {
    start: sentence.start + (open.from ?? chunk.start), end: sentence.start + chunk.end, ...strength,
    actors: [], inferred: false, approver: null,
    condition: open.conditions.length > 0 ? open.conditions.join("，") : null,
    exception: open.exceptions.length > 0 ? open.exceptions.join("，") : (/^除[^，。；]{1,40}?(?:以|之)?外(?=一律|均|全部|都|不得|禁止|严禁)/u.exec(source)?.[0] ?? null),
    deadline: deadlineOf(open.deadline, source, strength.modality),
  };
}

function setActors(order: Found, named: readonly string[], subject: readonly string[], speaking: readonly string[], addressees: readonly string[], source: string): void {
  const inherited = subject.length > 0 && !(arePersons(subject) && DESCRIBED.test(source)) ? subject : [];
  if (named.length > 0) { order.actors = [...named]; return; }
  if (inherited.length > 0) { order.actors = [...inherited]; return; }
  const earlier = speaking.length > 0 ? speaking : addressees;
  order.actors = [...earlier];
  order.inferred = earlier.length > 0;
}

function fits(consent: Approval, modality: Modality): boolean {
  if (consent.with === null) return true;
  if (consent.with === "exception") return modality === "must" || modality === "must-not";
  if (consent.with === "order") return modality !== "must-not" && modality !== "in-principle";
  return modality === (consent.with === "ban" ? "must-not" : "permitted");
}

/** Whom an order calls on by name behind its word: 鼓励企业…, 请市民…, 严禁群众擅自…, 由社区…. 支持 names what is supported, unless that acts (支持企业参与). */
function nameAddressed(order: Found, source: string, { verbAt, subjectEnd, how }: Extract<Clause, { role: "order" }>, approver: Approval["approver"]): void {
  const [said, rest] = [source.slice(0, verbAt), source.slice(verbAt)];
  const supports = said.endsWith("支持") && !/^[^，。；的]{2,16}?(?:参与|参加|开展|投身|提供|建设)/u.test(rest);
  const calls = order.modality === "encouraged" ? !supports : order.modality === "permitted" ? /(?:允许|准许)$/u.test(said) : /(?:请|敬请|建议|倡议)$/u.test(said);
  const agent = agentIn(source, (name, behind) => endsActorBeforeVerb(name, source.slice(behind)));
  const actors = calls ? encouragedIn(rest) : order.modality === "must-not" && how === "modal" && /(?:严禁|禁止)$/u.test(said) && subjectEnd === 0 ? bannedIn(rest) : agent === null ? [] : actorsIn(agent);
  // 由部门负责人批准后方可离开: whoever consents is not who leaves.
  if (actors.length === 0 || (approver !== null && source.startsWith(agent ?? " ", approver.start))) return;
  order.actors = actors;
  order.inferred = false;
}

/** Adds the order, its consent, or both: `alone` when the words order nothing besides the consent. */
function emit(found: Found[], order: Found, consent: Approval | null, consentWords: string, alone: boolean): void {
  if (consent === null) { found.push(order); return; }
  const approver = consent.approver === null ? null : consentWords.slice(consent.approver.start, consent.approver.end);
  if (!alone) found.push(order);
  found.push({ ...order, modality: "needs-approval", polarity: "do", approver });
}
