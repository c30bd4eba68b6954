import type { Obligation, Range } from "#engines/reading";
import { outerBounds, sentenceAround } from "./read-correction.ts";

/** A place where an order can begin or end, told by the words beside it rather than by a number. */
export type CutPoint = { readonly offset: number; readonly words: string };

/**
 * Where an order may begin and end: the clause breaks of its sentence, nearest to its present ends, those included.
 * At most `MOST` each, so that a page of hundreds of orders stays readable.
 */
export function cutPoints(text: string, obligation: Obligation): { readonly starts: readonly CutPoint[]; readonly ends: readonly CutPoint[] } {
  const sentence = sentenceAround(text, obligation);
  const [start, end] = outerBounds(obligation);
  const [firstEnd, lastStart] = [obligation.ranges[0]?.[1] ?? end, obligation.ranges.at(-1)?.[0] ?? start];
  const breaks = clauseBreaks(text, sentence);
  const starts = nearest([...breaks.map(({ after }) => after), sentence[0], start].filter((at) => at < firstEnd), start);
  const ends = nearest([...breaks.map(({ before }) => before), sentence[1], end].filter((at) => at > lastStart), end);
  return {
    starts: starts.map((offset) => ({ offset, words: `${text.slice(offset, Math.min(offset + SHOWN, sentence[1]))}…` })),
    ends: ends.map((offset) => ({ offset, words: `…${text.slice(Math.max(offset - SHOWN, sentence[0]), offset)}` })),
  };
}

const MOST = 8;
const SHOWN = 12;

/** An order ends before the mark that closes its clause and begins after the one before it. */
function clauseBreaks(text: string, [from, to]: Range): { before: number; after: number }[] {
  return [...text.slice(from, to).matchAll(/[，；：、,;:]\s*/g)].map(({ index, 0: mark }) => ({ before: from + index, after: from + index + mark.length }));
}

function nearest(offsets: readonly number[], to: number): number[] {
  return [...new Set(offsets)].toSorted((a, b) => Math.abs(a - to) - Math.abs(b - to)).slice(0, MOST).toSorted((a, b) => a - b);
}
