import type { Obligation, Range, Reading } from "#engines/reading";
import { placeAdditions, type ReadAddition } from "./read-addition.ts";
import type { ReadRefusal, StatedFacts } from "./stated-facts.ts";

/** One row of the outline as its reader left it. Offsets are UTF-16 code units of the text. */
export type ReadCorrection = StatedFacts & {
  readonly id: string;
  readonly start: number;
  readonly end: number;
  /** It is no order after all: left out of the task table. */
  readonly dropped: boolean;
};

/** One order of the page, read or added, in the order of the text. */
export type ReadRow = {
  /** Ties the row to its mark in the text. An added order counts after all that were read, so that adding one renumbers none. */
  readonly number: number;
  /** As it was read or placed; its bounds are those that can be moved. */
  readonly read: Obligation;
  /** As corrected. */
  readonly shown: Obligation;
  readonly dropped: boolean;
  /** Null: the reader saw it by itself. */
  readonly addition: ReadAddition | null;
};

/** What the corrections make of a reading, and which of them do not hold. */
export type ReadOutcome = { readonly reading: Reading; readonly rows: readonly ReadRow[]; readonly refusals: readonly ReadRefusal[] };

/**
 * The reading as its reader corrected it: missed orders are added where their words stand, dropped ones are left out, changed ones quote their new
 * range. Corrections that name no order of this reading are ignored. Bounds that leave the sentence or cross are refused and leave the order as it was.
 */
export function applyReadCorrections(reading: Reading, text: string, corrections: readonly ReadCorrection[], additions: readonly ReadAddition[] = []): ReadOutcome {
  const byId = new Map(corrections.map((correction) => [correction.id, correction]));
  const numbers = new Map(reading.obligations.map(({ id }, index) => [id, index + 1]));
  const { orders, placed, refusals: unplaced } = placeAdditions(reading, text, additions);
  const refusals: ReadRefusal[] = [];
  const rows = orders.map((read): ReadRow => {
    const addition = placed.get(read.id) ?? null;
    if (addition !== null) return { number: additionNumber(reading, addition), read, shown: stated(read, addition, read.actorsInferred), dropped: addition.dropped, addition };
    const correction = byId.get(read.id);
    const row = { number: numbers.get(read.id) ?? 0, read, addition };
    if (correction === undefined || correction.dropped) return { ...row, shown: read, dropped: correction !== undefined };
    const ranges = moveBounds(read, text, correction);
    if (ranges === null) refusals.push(crossedBounds(read.id));
    return { ...row, shown: corrected(read, text, correction, ranges ?? read.ranges), dropped: false };
  });
  const obligations = rows.filter(({ dropped }) => !dropped).map(({ shown }) => shown);
  return { reading: { ...reading, obligations }, rows, refusals: [...refusals, ...unplaced] };
}

/** The number an added order has on the page, whether or not it could be placed. */
export function additionNumber({ obligations }: Reading, { key }: Pick<ReadAddition, "key">): number {
  return obligations.length + key;
}

/** The stretch an order may be widened to: its sentence, between 。！？ and line ends. An order never crosses one. */
export function sentenceAround(text: string, obligation: Obligation): Range {
  const [start, end] = outerBounds(obligation);
  let [from, to] = [start, end];
  while (from > 0 && !SENTENCE_END.test(text.charAt(from - 1))) from -= 1;
  while (to < text.length && !SENTENCE_END.test(text.charAt(to - 1))) to += 1;
  while (to > end && text.charAt(to - 1) === "\n") to -= 1;
  return [from, to];
}

/** First and last offset of an order, over all its ranges. */
export function outerBounds({ ranges }: Obligation): Range {
  return [ranges[0]?.[0] ?? 0, ranges.at(-1)?.[1] ?? 0];
}

const SENTENCE_END = /[。！？\n]/;

function corrected(obligation: Obligation, text: string, correction: ReadCorrection, ranges: readonly Range[]): Obligation {
  const sameActors = correction.actors.join("、") === obligation.actors.join("、");
  const quote = ranges.map(([start, end]) => text.slice(start, end)).join("");
  return { ...stated(obligation, correction, sameActors && obligation.actorsInferred), ranges, quote };
}

function stated(obligation: Obligation, { modality, actors, approver, condition, exception, deadline }: StatedFacts, actorsInferred: boolean): Obligation {
  return { ...obligation, modality, actors, actorsInferred, approver, condition, exception, deadline };
}

/** Only the outer ends move; what furniture interrupts stays interrupted. Null when the new ends do not hold. */
function moveBounds(obligation: Obligation, text: string, { start, end }: ReadCorrection): readonly Range[] | null {
  const [from, to] = sentenceAround(text, obligation);
  const moved = obligation.ranges.map(([s, e], position): Range => [
    position === 0 ? start : s, position === obligation.ranges.length - 1 ? end : e,
  ]);
  return start >= from && end <= to && moved.every(([s, e]) => s < e) ? moved : null;
}

function crossedBounds(id: string): ReadRefusal {
  return {
    field: `s:${id}`,
    problem: { zh: "这一条的起点在终点后面", en: "This duty would end before it begins" },
    remedy: { zh: "重新选从哪里开始、到哪里结束。", en: "Choose again where it begins and where it ends." },
  };
}
