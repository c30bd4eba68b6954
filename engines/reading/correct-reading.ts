import type { Modality, Obligation, Range, Reading, Section } from "./reading.ts";

/** Particulars of an order as an officer states them; every word must stand in the text. */
export type Particulars = {
  readonly polarity?: Obligation["polarity"] | undefined;
  readonly actors?: readonly string[] | undefined;
  readonly approver?: string | null | undefined;
  readonly condition?: string | null | undefined;
  readonly exception?: string | null | undefined;
  readonly deadline?: string | null | undefined;
};

/** One correction: the order it means, by words of its quote (and strength where two share the words), and the change. */
export type Correction = {
  readonly quote: string;
  readonly modality?: Modality | undefined;
  readonly change:
    | ({ readonly kind: "set"; readonly modality?: Modality | undefined } & Particulars)
    | { readonly kind: "remove" }
    | ({ readonly kind: "add"; readonly excerpt: string; readonly modality: Modality } & Particulars)
    /** Two orders where the reader saw one: the second begins with `before`, words of the quote. */
    | { readonly kind: "split"; readonly before: string }
    /** One order where the reader saw two of the same sentence: `with` are words of the other one. */
    | { readonly kind: "merge"; readonly with: string };
};

/** Why a correction is not taken: what the text does not say, or what the reading does not hold. */
export const CORRECTION_REFUSALS = ["no-such-order", "several-orders", "words-not-in-text", "excerpt-not-in-sentence", "already-there", "split-outside-order", "merge-across-sentences"] as const;
/** Why a correction was not applied; `words` are those that do not fit. */
export type CorrectionRefusal = { readonly index: number; readonly reason: (typeof CORRECTION_REFUSALS)[number]; readonly words: string };

/**
 * The reading with an officer's corrections applied in order. One that fits no order, or more than one, or says words
 * the text has not, is refused by name and changes nothing: what is shown must stay the notice's own words.
 */
export function applyCorrections(reading: Reading, text: string, corrections: readonly Correction[]): { reading: Reading; refused: CorrectionRefusal[] } {
  const refused: CorrectionRefusal[] = [];
  let obligations = [...reading.obligations];
  corrections.forEach((correction, index) => {
    const outcome = corrected(obligations, reading, text, correction);
    if (Array.isArray(outcome)) obligations = outcome;
    else refused.push({ index, ...outcome });
  });
  return { reading: { ...reading, obligations }, refused };
}

type Refused = { readonly reason: CorrectionRefusal["reason"]; readonly words: string };

function corrected(obligations: readonly Obligation[], reading: Reading, text: string, { quote, modality, change }: Correction): Obligation[] | Refused {
  const meant = obligations.filter((each) => each.quote.includes(quote) && (modality === undefined || each.modality === modality));
  if (change.kind === "add" && meant.length === 0) return addedAlone(obligations, reading, text, change);
  const [order, other] = meant;
  if (order === undefined) return { reason: "no-such-order", words: quote };
  if (other !== undefined && !(change.kind === "add" && sameWords(order, other))) return { reason: "several-orders", words: quote };
  if (change.kind === "split") return split(obligations, text, order, change.before);
  if (change.kind === "merge") return merged(obligations, text, order, change.with);
  if (change.kind === "remove") return obligations.filter((each) => each !== order);
  const strange = wordsOf(change).find((words) => !text.includes(words));
  if (strange !== undefined) return { reason: "words-not-in-text", words: strange };
  if (change.kind === "set") return obligations.map((each) => (each === order ? changed(order, change) : each));
  return added(obligations, text, order, change);
}

const sameWords = (one: Obligation, other: Obligation): boolean => one.quote === other.quote && one.ranges[0]?.[0] === other.ranges[0]?.[0];

function wordsOf({ actors, approver, condition, exception, deadline }: Particulars): string[] {
  return [...(actors ?? []), approver, condition, exception, deadline].filter((words): words is string => typeof words === "string");
}

function changed(order: Obligation, { modality, polarity, actors, approver, condition, exception, deadline }: Particulars & { modality?: Modality | undefined }): Obligation {
  return {
    ...order,
    modality: modality ?? order.modality,
    polarity: polarity ?? (modality === undefined ? order.polarity : modality === "must-not" ? "refrain" : "do"),
    actors: actors ?? order.actors,
    actorsInferred: actors === undefined && order.actorsInferred,
    approver: approver === undefined ? order.approver : approver,
    condition: condition === undefined ? order.condition : condition,
    exception: exception === undefined ? order.exception : exception,
    deadline: deadline === undefined ? order.deadline : deadline,
  };
}

/** A new order beside the one meant, in the same sentence, so that it has its clause and its place. */
function added(obligations: readonly Obligation[], text: string, beside: Obligation, change: Extract<Correction["change"], { kind: "add" }>): Obligation[] | Refused {
  const range = excerptRange(text, beside, change.excerpt);
  if (range === null) return { reason: "excerpt-not-in-sentence", words: change.excerpt };
  const twin = obligations.find((each) => each.modality === change.modality && each.ranges.length === 1 && each.ranges[0]?.[0] === range[0] && each.ranges[0][1] === range[1]);
  if (twin !== undefined) return { reason: "already-there", words: change.excerpt };
  const bare: Obligation = { ...beside, id: nextId(obligations, beside.clause), ranges: [range], quote: text.slice(...range), approver: null, condition: null, exception: null, deadline: null };
  const order = changed(bare, change);
  const at = obligations.findLastIndex((each) => (each.ranges[0]?.[0] ?? 0) <= range[0] && each.part === beside.part);
  return obligations.toSpliced(at + 1, 0, order);
}

/** A new order in a sentence the reader saw none in: where its words stand once in the text, under the innermost section there. */
function addedAlone(obligations: readonly Obligation[], reading: Reading, text: string, change: Extract<Correction["change"], { kind: "add" }>): Obligation[] | Refused {
  const { excerpt } = change;
  const strange = [excerpt, ...wordsOf(change)].find((words) => words === "" || !text.includes(words));
  if (strange !== undefined) return { reason: "words-not-in-text", words: strange };
  const kept = reading.leaves.filter(({ kind }) => kind !== "furniture" && kind !== "repeated-body").map(({ range: [start, end] }) => text.slice(start, end).indexOf(excerpt) + start).filter((at, index, all) => text.startsWith(excerpt, at) && all.indexOf(at) === index);
  const [at, another] = kept;
  if (at === undefined || another !== undefined) return { reason: at === undefined ? "words-not-in-text" : "several-orders", words: excerpt };
  const range: Range = [at, at + excerpt.length];
  if (/[。！？\n]/u.test(excerpt.slice(0, -1))) return { reason: "merge-across-sentences", words: excerpt };
  const { clause, part } = placeOf(reading, range);
  const bare: Obligation = { id: nextId(obligations, clause), clause, part, ranges: [range], quote: excerpt, modality: change.modality, polarity: "do", actors: [], actorsInferred: false, approver: null, condition: null, exception: null, deadline: null };
  const after = obligations.findLastIndex((each) => (each.ranges[0]?.[0] ?? 0) <= at && each.part === part);
  return obligations.toSpliced(after + 1, 0, changed(bare, change));
}

function placeOf(reading: Reading, [start, end]: Range): { readonly clause: string; readonly part: Obligation["part"] } {
  const innermost = (sections: readonly Section[]): Section | null => {
    const around = sections.find(({ range }) => range[0] <= start && range[1] >= end);
    return around === undefined ? null : innermost(around.children) ?? around;
  };
  const own = innermost(reading.sections);
  if (own !== null) return { clause: own.path, part: "body" };
  const attachment = reading.attachments.find(({ range }) => range[0] <= start && range[1] >= end);
  if (attachment !== undefined) return { clause: innermost(attachment.sections)?.path ?? attachment.path, part: "attachment" };
  const leaf = reading.leaves.find(({ range }) => range[0] <= start && range[1] >= end);
  return { clause: leaf?.kind === "preamble" || leaf?.kind === "closing" ? leaf.kind : "body", part: "body" };
}

/** The order up to `before` keeps its id; what follows is a new one of the same strength. */
function split(obligations: readonly Obligation[], text: string, order: Obligation, before: string): Obligation[] | Refused {
  const [start, end] = [order.ranges[0]?.[0] ?? 0, order.ranges.at(-1)?.[1] ?? 0];
  const at = text.slice(start, end).indexOf(before);
  if (at <= 0 || before === "" || order.ranges.length > 1) return { reason: "split-outside-order", words: before };
  const part = (range: Range, id: string): Obligation => ({ ...order, id, ranges: [range], quote: text.slice(...range) });
  const second = part([start + at, end], nextId(obligations, order.clause));
  return obligations.flatMap((each) => (each === order ? [part([start, start + at], order.id), { ...second, condition: within(second, order.condition), deadline: within(second, order.deadline) }] : [each]));
}

const within = ({ quote }: Obligation, words: string | null): string | null => (words !== null && quote.includes(words) ? words : null);

/** One order from the first one's beginning to the last one's end; the first one's strength and particulars stay. */
function merged(obligations: readonly Obligation[], text: string, order: Obligation, words: string): Obligation[] | Refused {
  const other = obligations.find((each) => each !== order && each.clause === order.clause && each.quote.includes(words));
  if (other === undefined) return { reason: "no-such-order", words };
  const edges = [...order.ranges, ...other.ranges].flat();
  const range: Range = [Math.min(...edges), Math.max(...edges)];
  if (/[。！？\n]/u.test(text.slice(range[0], range[1] - 1))) return { reason: "merge-across-sentences", words };
  const [first, second] = (order.ranges[0]?.[0] ?? 0) <= (other.ranges[0]?.[0] ?? 0) ? [order, other] : [other, order];
  const one: Obligation = {
    ...first, id: order.id, ranges: [range], quote: text.slice(...range),
    approver: first.approver ?? second.approver, condition: first.condition ?? second.condition, exception: first.exception ?? second.exception, deadline: first.deadline ?? second.deadline,
  };
  return obligations.flatMap((each) => (each === first ? [one] : each === second ? [] : [each]));
}

const nextId = (obligations: readonly Obligation[], clause: string): string =>
  `${clause}#${Math.max(0, ...obligations.filter((each) => each.clause === clause).map(({ id }) => Number(id.slice(id.lastIndexOf("#") + 1)))) + 1}`;

/** Where the excerpt stands in the sentence of an order; sentences end with 。！？ or a line break. */
function excerptRange(text: string, order: Obligation, excerpt: string): Range | null {
  let start = order.ranges[0]?.[0] ?? 0;
  let end = order.ranges.at(-1)?.[1] ?? 0;
  while (start > 0 && !"。！？\n".includes(text[start - 1] ?? "")) start -= 1;
  while (end < text.length && !"。！？\n".includes(text[end] ?? "")) end += 1;
  const at = text.slice(start, end).indexOf(excerpt);
  return at < 0 || excerpt === "" ? null : [start + at, start + at + excerpt.length];
}
