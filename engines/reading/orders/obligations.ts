import { type KeptText } from "../layout/kept-text.ts";
import type { Obligation } from "../reading.ts";
import { actorsIn, arePersons, isPlace } from "./actors.ts";
import { addressedIn, approvalIn, bracketedApproval, secondApprovalIn } from "../consent/consent.ts";
import { ANSWERS, CONSENTED, CONSENTS, EXCEPTED, FOLLOWS, isTold, LACKS_CONSENT, MOVED, ORDERED, OWN_CONSENT, PENAL, PERMIT_AWAITED, repeats, RELEASE, TOLD, UNAPPROVED } from "../consent/awaited.ts";
import { limitedAct } from "./bounds.ts";
import { type Clause, clauseOf } from "./clause.ts";
import { conditionBefore, emit, fits, type Found, joins, newOrder, note, noteLimit, NOTHING_OPEN, type Open, type Previous, waitsOn } from "./found.ts";
import { nameAddressed, setActors } from "./naming.ts";
import { type Sentence, sentencesOf } from "./sentences.ts";
import type { Stretch } from "./stretches.ts";
import { ANNOUNCES, aheadOf, announces, CONTEXT, isMatter, JOINING, OTHER } from "./topic.ts";

const LONGEST_CHUNK = 500;

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
    const opens = index === 0 || sentence.chunks[index - 1]?.mark === "；";
    const decidedElsewhere = next !== undefined && isMatter(shown, chunk.mark, nextShown, opens);
    const ahead = next === undefined ? null : aheadOf(shown, chunk.mark, nextShown, opens);
    const ordersNothing = reported || announced > index || announces(shown, chunk.mark) || JOINING.test(shown);
    const judged: Clause = decidedElsewhere ? CONTEXT
      : ordersNothing ? OTHER
      : ahead !== null ? ahead
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
    const act = clause.role === "other" || (clause.role === "fact" && shown.startsWith("由")) || (clause.role === "context" && last && clause.subjectEnd === shown.length);
    const follows = last && waitsOn(open.approval) && ((act && FOLLOWS.test(shown)) || EXCEPTED.test(shown));
    // 经市政府同意，现将…通知如下: the consent belongs to the fact.
    if (clause.role === "fact" && !follows) open.approval = null;
    if (waitsOn(open.approval) && open.approval !== null && !open.approval.after && sentence.shown.startsWith("经", open.approval.chunk.start) && TOLD.test(shown)) open.approval = null;
    const releases = (bare || ORDERED.test(shown)) && open.approval !== null && open.approval.approval.with !== "ban" && (RELEASE.test(shown) || follows);
    // 须经市政府批准，并按批准的时间行驶: a duty beside the consent.
    const goesOn = bare && clause.role === "other" && approval === null && previous?.alone === true && GOES_ON.test(shown);
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
    } else if (clause.role === "order" || consenting || releases || goesOn || (open.carried !== null && clause.role === "other" && chunk.mark !== "：")) {
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
        previous = { clause, order, alone: consent !== null && (alone || behind) };
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

/** What goes on behind a consent as a duty of its own. */
const GOES_ON = /^(?:并且?|且|同时|严格按|按照?|凭|持|随身)(?!经|报|由)[^，]{3,}(?<!的|时|后|前)$/u;

/** 故障8小时内修复: an act with a limit of its own is an order of its own, whatever its verb. */
function timed(clause: Clause, source: string, mayOrder: boolean, before: Found | null): Clause {
  const open = clause.role === "other" || (clause.role === "context" && clause.carries === null);
  const free = before === null || before.modality === "must" || before.modality === "must-not" || (before.modality === "permitted" && /^[并但且]/u.test(source));
  const act = mayOrder && open && free ? limitedAct(source) : null;
  return act === null ? clause : { role: "order", modality: "must", polarity: "do", how: "declared", subjectEnd: clause.subjectEnd > 0 && clause.subjectEnd <= act.verbAt ? clause.subjectEnd : act.subjectEnd, verbAt: act.verbAt, words: [] };
}
