import type { Approval } from "../consent/approval.ts";
import { ANSWERS, CONSENTS, EXCEPTED, FOLLOWS, ORDERED, RELEASE, TOLD } from "../consent/awaited.ts";
import { addressedIn, bracketedApproval, secondApprovalIn } from "../consent/consent.ts";
import { actorsIn, isPlace } from "./actors.ts";
import type { Clause } from "./clause.ts";
import { conditionBefore, emit, fits, type Found, joins, newOrder, note, noteLimit, NOTHING_OPEN, type Open, type Previous, type Strength, waitsOn } from "./found.ts";
import { type Heard, hear, isConsenting } from "./hearing.ts";
import { judge } from "./judge.ts";
import { nameAddressed, setActors } from "./naming.ts";
import type { Sentence } from "./sentences.ts";
import { ANNOUNCES, announces, JOINING } from "./topic.ts";
import { type View, viewsOf } from "./views.ts";

/** What stands around a sentence: do verb-first clauses order in its stretch, who was named before, who is addressed. */
export type StretchContext = { readonly bare: boolean; readonly speaking: readonly string[]; readonly addressees: readonly string[] };

/** What a sentence has given so far. */
type Progress = StretchContext & {
  readonly found: Found[]; open: Open; subject: string[]; previous: Previous;
  /** Does it tell facts, or what somebody said? Whom did it turn to with an application? */
  factual: boolean; reported: boolean; addressed: string | null;
  /** The chunk that announces the notice (现将…通知如下); what stands before it is why. */
  readonly announced: number;
};

/** A chunk, what it does, the consent it speaks of and who it names. */
type Chunked = { readonly view: View; readonly clause: Clause; readonly heard: Heard; readonly named: readonly string[] };

const fresh = (): Open => ({ ...NOTHING_OPEN, conditions: [], exceptions: [], earlier: [], subject: [] });

/** The orders of one sentence of `written`, and who it named last. */
export function readSentence(written: string, sentence: Sentence, around: StretchContext): { found: Found[]; subject: string[] } {
  const views = viewsOf(written, sentence);
  const progress: Progress = { ...around, found: [], open: fresh(), subject: [], previous: null, factual: false, reported: false, addressed: null, announced: views.findIndex(({ shown }) => ANNOUNCES.test(shown)) };
  const wordsOf = (start: number, end: number): string => written.slice(sentence.start + start, sentence.start + end);
  for (const view of views) readChunk(view, progress, wordsOf);
  return progress;
}

type WordsOf = (start: number, end: number) => string;

function readChunk(view: View, progress: Progress, wordsOf: WordsOf): void {
  const { shown, source, chunk } = view;
  const { bare, found } = progress;
  const before = progress.previous?.order ?? null;
  if (/^是(?!否)/u.test(view.next)) progress.factual = true;
  const silent = progress.reported || progress.announced > view.index || announces(shown, chunk.mark) || JOINING.test(shown);
  const clause = judge(view, { before, bare, factual: progress.factual, silent });
  if (/(?:提出|指出|强调|要求)$/u.test(shown) && chunk.mark !== "；" && !bare) progress.reported = true;
  const heard = hear(view, progress.open, clause, { bare, silent });
  const turnedTo = addressedIn(shown);
  if (turnedTo !== null) progress.addressed = wordsOf(chunk.start + turnedTo.start, chunk.start + turnedTo.end);
  const named = clause.subjectEnd > 0 ? actorsIn(source.slice(0, clause.subjectEnd)) : [];
  if (named.length > 0 && !named.every(isPlace)) progress.subject = named;
  if (clause.role === "fact" && found.length === 0 && progress.open.from === null) progress.factual = true;
  const foundBefore = found.length;
  const awaitedWords = shownOf(progress.open.approval, view);
  place({ view, clause, heard, named }, progress, wordsOf);
  closeCarried(view, progress, wordsOf);
  addAside({ view, clause, heard, named }, progress);
  // 向社区提出申请，经同意后方可离开: the community consents.
  const answers = ANSWERS.test(shown) || ANSWERS.test(awaitedWords);
  for (const order of found.slice(foundBefore)) if (order.modality === "needs-approval" && answers) order.approver ??= progress.addressed;
  if (chunk.mark === "；") { progress.open = fresh(); progress.previous = null; }
}

const shownOf = (awaited: Open["approval"], { sentence }: View): string => awaited === null ? "" : sentence.shown.slice(awaited.chunk.start, awaited.chunk.end);

/** Puts a chunk where it belongs: ahead of an order, as an order, behind one. */
function place(chunked: Chunked, progress: Progress, wordsOf: WordsOf): void {
  const { view, clause, heard, named } = chunked;
  const { shown, source, chunk, closes } = view;
  const { bare, open, previous } = progress;
  const before = previous?.order ?? null;
  const follows = closes && waitsOn(open.approval) && ((acts(clause, view) && FOLLOWS.test(shown)) || EXCEPTED.test(shown));
  dropTold(clause, view, open, follows);
  // 经本单位负责人批准，方可离开: the consent is what this asks for.
  const releases = (bare || ORDERED.test(shown)) && open.approval !== null && open.approval.approval.with !== "ban" && (RELEASE.test(shown) || follows);
  // 须经市政府批准，并按批准的时间行驶: a duty beside the consent.
  const goesOn = bare && clause.role === "other" && heard.approval === null && previous?.alone === true && GOES_ON.test(shown);
  const consenting = isConsenting(heard, clause, view);
  const awaited = heard.approval !== null && heard.approval.with !== null && clause.role === "other" && heard.counts && !closes;
  if ((clause.role === "context" && !consenting && !releases) || awaited) holdOpen(chunked, progress);
  else if (clause.role === "order" || consenting || releases || goesOn || (open.carried !== null && clause.role === "other" && chunk.mark !== "：")) addOrder(chunked, { releases, consenting }, progress, wordsOf);
  else if (before !== null && (clause.role === "purpose" || clause.role === "other")) {
    before.end = view.sentence.start + chunk.end;
    if (/除外$/u.test(shown)) before.exception ??= source;
  } else if (clause.role === "other" && before === null && chunk.mark !== "；") {
    open.from ??= chunk.start;
    note(open, source, named, clause.subjectEnd, null);
  }
}

/** 由…核准后，核销…; 经…批准，设立…: whatever follows waits for the consent, though its verb alone orders nothing. */
const acts = (clause: Clause, { shown, closes }: View): boolean =>
  clause.role === "other" || (clause.role === "fact" && shown.startsWith("由")) || (clause.role === "context" && closes && clause.subjectEnd === shown.length);

/** 经市政府同意，现将…通知如下: the consent belongs to the fact, and nothing waits for it. */
function dropTold(clause: Clause, { shown, sentence }: View, open: Open, follows: boolean): void {
  if (clause.role === "fact" && !follows) open.approval = null;
  if (waitsOn(open.approval) && open.approval !== null && !open.approval.after && sentence.shown.startsWith("经", open.approval.chunk.start) && TOLD.test(shown)) open.approval = null;
}

/** Keeps what stands ahead of an order: its case, its subject, the consent it waits for. */
function holdOpen({ view, clause, heard: { approval }, named }: Chunked, progress: Progress): void {
  const { chunk, shown, source } = view;
  const { open } = progress;
  open.from ??= chunk.start;
  note(open, source, named, clause.subjectEnd, clause.role === "context" ? clause.carries : null);
  if (approval !== null) {
    if (open.approval !== null && waitsOn(open.approval)) open.earlier.push(open.approval);
    open.approval = { approval, chunk, after: shown.endsWith("后") };
  }
  if (!/^(?:并)?通过/u.test(shown)) progress.previous = null;
}

const MUST: Strength = { modality: "must", polarity: "do" };

/** Adds what a chunk orders, the consents it asks for or waits for, or both; or joins it to the order before. */
function addOrder(chunked: Chunked, how: { releases: boolean; consenting: boolean }, progress: Progress, wordsOf: WordsOf): void {
  const { view, clause, heard: { approval }, named } = chunked;
  const { shown, source, chunk, sentence } = view;
  const { found, open, previous } = progress;
  const strength: Strength = clause.role === "order" ? { modality: clause.modality, polarity: clause.polarity } : (open.carried ?? MUST);
  const settled = clause.role === "order" && clause.how !== "modal" && open.carried !== null ? open.carried : strength;
  const before = previous?.order ?? null;
  if (joins(previous, clause, shown, chunk) && before !== null) {
    before.end = sentence.start + chunk.end;
    noteLimit(before, source);
    // 可以提出方案，报市政府批准后实施: the act stays permitted, and waits.
    if (approval !== null && approval.with === null) emit(found, { ...before, start: sentence.start + chunk.start }, approval, source, true);
    return;
  }
  const order = newOrder(sentence, chunk, open, settled, source);
  setActors(order, named.length > 0 && !named.every(isPlace) ? named : open.subject, progress, source);
  if (clause.role === "order") nameAddressed(order, source, clause, approval?.approver ?? null);
  const alone = addConsents(order, chunked, how, progress, wordsOf);
  progress.previous = { clause, order, alone };
  progress.open = fresh();
}

/** Adds the order with every consent it asks or waits for; says whether only consents came of it. */
function addConsents(order: Found, { view, heard: { approval } }: Chunked, { releases, consenting }: { releases: boolean; consenting: boolean }, { found, open }: Progress, wordsOf: WordsOf): boolean {
  const { source, shown, chunk, sentence, next } = view;
  const waited = open.approval;
  const wordsOfAwaited = waited === null ? "" : wordsOf(waited.chunk.start, waited.chunk.end);
  const wanted = approval ?? waited?.approval ?? null;
  // 应当依法取得许可证，方可经营: asked for, and waited for.
  const released = approval?.with === "release" && RELEASE.test(next);
  const consent = wanted === null || releases || released || fits(wanted, order.modality) ? wanted : null;
  const both = approval !== null && waited !== null && isFirstOfTwo(waited, approval, view);
  if (both) emit(found, { ...order, end: sentence.start + waited.chunk.end, condition: conditionBefore(order.condition, wordsOfAwaited) }, waited.approval, wordsOfAwaited, true);
  if (consent !== null) for (const { approval: other, chunk: at } of open.earlier) emit(found, order, other, wordsOf(at.start, at.end), true);
  const alone = releases || (approval !== null && (approval.alone || (consenting && approval.with === "order")) && order.modality !== "must-not" && order.modality !== "in-principle");
  const behind = both && consent !== null;
  const consentWords = approval === null && waited !== null ? wordsOfAwaited : source;
  if (behind && !alone) found.push(order);
  emit(found, behind ? { ...order, start: sentence.start + chunk.start } : order, consent, consentWords, alone || behind);
  addSecond(order, consent, consent === approval ? shown : shownOf(waited, view), consentWords, found);
  return consent !== null && (alone || behind);
}

/** 经班主任同意，报学校批准: two bodies consent, one after the other. */
const isFirstOfTwo = (waited: NonNullable<Open["approval"]>, approval: Approval, view: View): boolean =>
  waited.approval.with === "order" || (waitsOn(waited) && waited.approval.approver !== null && approval.with !== "ban" && waited.chunk === view.sentence.chunks[view.index - 1] && CONSENTS.test(shownOf(waited, view)));

/** 经社区同意并报街道批准: the second body named in the same words. */
function addSecond(order: Found, consent: Approval | null, shown: string, consentWords: string, found: Found[]): void {
  const second = consent === null ? null : secondApprovalIn(shown);
  if (second !== null && (second.approver?.start ?? 0) >= (consent?.approver?.end ?? 0)) emit(found, order, second, consentWords, true);
}

/** 要按照…的要求，…: what carried its strength on and met no verb of order is an order by itself. */
function closeCarried(view: View, progress: Progress, wordsOf: WordsOf): void {
  const { open, found } = progress;
  if (open.carried === null || open.from === null || !view.closes) return;
  const order = newOrder(view.sentence, view.chunk, open, open.carried, view.source);
  setActors(order, open.subject, progress, view.source);
  emit(found, order, open.approval?.approval ?? null, open.approval === null ? "" : wordsOf(open.approval.chunk.start, open.approval.chunk.end), false);
}

/** 外地车辆（须经社区同意）: the consent in brackets. */
function addAside({ view, heard: { approval }, named }: Chunked, progress: Progress): void {
  const aside = progress.bare && approval === null ? bracketedApproval(view.source) : null;
  if (aside === null) return;
  const order = newOrder(view.sentence, view.chunk, progress.open, MUST, view.source);
  setActors(order, named, progress, view.source);
  emit(progress.found, order, aside, view.source, true);
}

/** What goes on behind a consent as a duty of its own. */
const GOES_ON = /^(?:并且?|且|同时|严格按|按照?|凭|持|随身)(?!经|报|由)[^，]{3,}(?<!的|时|后|前)$/u;
