import type { Modality, Obligation, Range, Reading } from "#engines/reading";
import type { LocalText } from "#platform/i18n";

/** One row of the outline as its reader left it. Offsets are UTF-16 code units of the text. */
export type ReadCorrection = {
  readonly id: string;
  readonly modality: Modality;
  /** Words of the text or the reader's own. */
  readonly actors: readonly string[];
  /** Null: the order names none. */
  readonly approver: string | null;
  readonly condition: string | null;
  readonly deadline: string | null;
  readonly start: number;
  readonly end: number;
  /** It is no order after all: left out of the task table. */
  readonly dropped: boolean;
};

/** What is wrong with a field of the form and what to do; `field` is its name. */
export type ReadRefusal = { readonly field: string; readonly problem: LocalText; readonly remedy: LocalText };

/**
 * The reading as its reader corrected it: dropped orders are left out, changed ones quote their new range. Corrections
 * that name no order of this reading are ignored. Bounds that leave the sentence or cross are refused and leave the order as it was.
 */
export function applyReadCorrections(
  reading: Reading, text: string, corrections: readonly ReadCorrection[],
): { readonly reading: Reading; readonly refusals: readonly ReadRefusal[] } {
  const byId = new Map(corrections.map((correction) => [correction.id, correction]));
  const refusals: ReadRefusal[] = [];
  const obligations = reading.obligations.flatMap((obligation) => {
    const correction = byId.get(obligation.id);
    if (correction === undefined) return [obligation];
    if (correction.dropped) return [];
    const ranges = moveBounds(obligation, text, correction);
    if (ranges === null) refusals.push(crossedBounds(obligation.id));
    return [corrected(obligation, text, correction, ranges ?? obligation.ranges)];
  });
  return { reading: { ...reading, obligations }, refusals };
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
  return {
    ...obligation,
    modality: correction.modality,
    actors: correction.actors,
    approver: correction.approver,
    condition: correction.condition,
    deadline: correction.deadline,
    actorsInferred: sameActors && obligation.actorsInferred,
    ranges,
    quote: ranges.map(([start, end]) => text.slice(start, end)).join(""),
  };
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
