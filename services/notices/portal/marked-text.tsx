import type { Range } from "#engines/reading";
import type { VNode } from "preact";

/** A stretch to mark: `number` ties it to its duty's anchor, both ways. */
export type Marking = { readonly number: number; readonly ranges: readonly Range[] };

type MarkedProps = {
  readonly text: string;
  readonly range: Range;
  readonly markings: readonly Marking[];
  /** What stands where obligation N begins, before its words. */
  readonly before?: (number: number) => VNode;
};

/**
 * A part of the text with its obligations marked. Each mark leads to `#o-N`; `#s-N` is where obligation N begins.
 * Stretches may overlap: one order can be forbidden and need approval in the same words. The pieces, joined, are the text.
 */
export function MarkedText({ text, range, markings, before }: MarkedProps): VNode {
  const beginnings = new Map(markings.map(({ number, ranges }) => [number, ranges[0]?.[0]]));
  return <>{pieces(range, markings).map(({ start, end, numbers }) => {
    const words = text.slice(start, end);
    const [first] = numbers;
    if (first === undefined) return words;
    const starting = numbers.filter((number) => beginnings.get(number) === start);
    const mark = <mark data-o={numbers.join(" ")}><a href={`#o-${first}`}>{words}</a></mark>;
    return starting.reduceRight((inside, number) => <span id={`s-${number}`}>{before?.(number)}{inside}</span>, mark);
  })}</>;
}

type Piece = { readonly start: number; readonly end: number; readonly numbers: readonly number[] };

/** Sweeps once over all ends of ranges, so that a long text with many orders stays cheap. */
function pieces([from, to]: Range, markings: readonly Marking[]): Piece[] {
  const events = markings
    .flatMap(({ number, ranges }) => ranges.flatMap(([start, end]) => [
      { at: Math.max(start, from), number, opens: true }, { at: Math.min(end, to), number, opens: false, start },
    ].filter(() => start < to && end > from && start < end)))
    .toSorted((a, b) => a.at - b.at);
  const open = new Set<number>();
  const found: Piece[] = [];
  let start = from;
  for (const event of [...events, { at: to, number: -1, opens: false }]) {
    if (event.at > start) found.push({ start, end: event.at, numbers: [...open].toSorted((a, b) => a - b) });
    start = Math.max(start, event.at);
    if (event.opens) open.add(event.number);
    else open.delete(event.number);
  }
  return found;
}
