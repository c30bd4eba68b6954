import type { Approval } from "../consent/approval.ts";
import type { Modality, Obligation } from "../reading.ts";
import { carriedDeadline, deadlineIn, deadlineOf, isCondition, isException } from "./bounds.ts";
import { isPlace } from "./actors.ts";
import type { Clause } from "./clause.ts";
import type { Chunk, Sentence } from "./sentences.ts";

// Orders as they are put together from the chunks of a sentence: what is open, what joins, what is found.

/** An order before it has its number. Offsets of the kept text. */
export type Found = {
  start: number; end: number; modality: Modality; polarity: Obligation["polarity"];
  actors: string[]; inferred: boolean; approver: string | null; condition: string | null; exception: string | null; deadline: string | null;
};

/** How strong an order is. */
export type Strength = { modality: Modality; polarity: Obligation["polarity"] };

/** The order before, and whether it was a consent alone. */
export type Previous = { readonly clause: Clause; readonly order: Found | null; readonly alone: boolean } | null;

/** A consent named before the act that waits for it; `after`: the words say so themselves (…批准后). */
export type Awaited = { approval: Approval; chunk: Chunk; after: boolean };

/** What stands ahead of an order that has not come yet. */
export type Open = { from: number | null; conditions: string[]; exceptions: string[]; approval: Awaited | null; earlier: Awaited[]; subject: string[]; carried: Strength | null; deadline: string | null };

/** Nothing stands ahead. */
export const NOTHING_OPEN: Open = { from: null, conditions: [], exceptions: [], approval: null, earlier: [], subject: [], carried: null, deadline: null };

/** What a leading chunk adds to the order that follows: case, exception, subject, limit. */
export function note(open: Open, source: string, named: readonly string[], subjectEnd: number, carries: Open["carried"]): void {
  if (isException(source)) open.exceptions.push(source);
  else if (isCondition(source)) open.conditions.push(named.length > 0 && isCondition(source.slice(subjectEnd)) ? source.slice(subjectEnd) : source);
  if (named.length > 0 && named.every(isPlace)) open.conditions.push(source);
  else if (named.length > 0) open.subject = [...named];
  if (carries !== null) open.carried = carries;
  open.deadline ??= carriedDeadline(source);
}

/** Gives an order the limit of words that joined it. */
export function noteLimit(order: Found, source: string): void {
  const limit = deadlineIn(source);
  if (limit !== null) order.deadline ??= source.slice(limit.start, limit.end);
}

/** Does a chunk go on with the order before? Clauses under one 鼓励 or 可 stay one order until a new subject, phrase or modal word comes. */
export function joins(previous: Previous, clause: Clause, shown: string, chunk: Chunk): boolean {
  if (previous === null || previous.order === null || clause.role !== "order") return false;
  if (previous.order.modality === "encouraged" && shown.startsWith("非必要不")) return true;
  // 可先行抢修，并在24小时内补办手续: what has a limit of its own is a duty.
  if (previous.order.modality === "permitted" && /^(?:并|但)?(?:须|应|必须|在[^，]{1,14}内|于[^，]{1,14}前)/u.test(shown)) return false;
  if (clause.how !== "bare") return false;
  if (previous.order.modality !== "encouraged" && previous.order.modality !== "permitted" && previous.order.modality !== "in-principle") return false;
  return clause.subjectEnd === 0 && (previous.order.modality === "permitted" || !/^(?:并?在|对|将|把|引导|加强对)/u.test(shown)) && chunk.end > chunk.start;
}

/** The order of a chunk with what stood ahead of it; nobody is named yet. */
export function newOrder(sentence: Sentence, chunk: Chunk, open: Open, strength: Strength, source: string): Found {
  return {
    start: sentence.start + (open.from ?? chunk.start), end: sentence.start + chunk.end, ...strength,
    actors: [], inferred: false, approver: null,
    condition: open.conditions.length > 0 ? open.conditions.join("，") : null,
    exception: open.exceptions.length > 0 ? open.exceptions.join("，") : (/^除[^，。；]{1,40}?(?:以|之)?外(?=一律|均|全部|都|不得|禁止|严禁)/u.exec(source)?.[0] ?? null),
    deadline: deadlineOf(open.deadline, source, strength.modality),
  };
}

/** What a condition said before the consent itself; null where it said nothing. */
export const conditionBefore = (condition: string | null, consent: string): string | null => condition?.endsWith(consent) === true ? condition.slice(0, -consent.length).replace(/，$/u, "") || null : condition;

/** Does what follows wait for this consent? */
export const waitsOn = (open: Open["approval"]): boolean => open !== null && (open.approval.with === "order" || (open.approval.with === null && open.after));

/** May an order of this strength wait for this consent? */
export function fits(consent: Approval, modality: Modality): boolean {
  if (consent.with === null) return true;
  if (consent.with === "exception") return modality === "must" || modality === "must-not";
  if (consent.with === "order") return modality !== "must-not" && modality !== "in-principle";
  return modality === (consent.with === "ban" ? "must-not" : "permitted");
}

/** Adds the order, its consent, or both: `alone` when the words order nothing besides the consent. */
export function emit(found: Found[], order: Found, consent: Approval | null, consentWords: string, alone: boolean): void {
  if (consent === null) { found.push(order); return; }
  const approver = consent.approver === null ? null : consentWords.slice(consent.approver.start, consent.approver.end);
  if (!alone) found.push(order);
  found.push({ ...order, modality: "needs-approval", polarity: "do", approver });
}
