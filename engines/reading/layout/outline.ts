import { type Marker, markerAt } from "./markers.ts";
import { isPad, type Paragraph } from "./paragraphs.ts";

/** A numbered item with its children; ranges are offsets of the kept text, the item's text includes its children's. */
export type Item = {
  readonly marker: Marker;
  readonly start: number;
  end: number;
  readonly children: Item[];
};

/**
 * Builds the tree of numbered items of the paragraphs. The order in which the styles first appear decides what
 * stands inside what; chapters, articles and `一、` stand above the lesser styles wherever they come.
 * Numbers are never corrected: gaps and repeats stay for the remarks.
 */
export function outlineOf(text: string, paragraphs: readonly Paragraph[], end: number): Item[] {
  const roots: Item[] = [];
  const stack: Item[] = [];
  const last = new Map<string, number>();
  for (const paragraph of paragraphs) {
    for (const marker of markersIn(text, paragraph)) {
      if (!follows(marker, stack, last)) continue;
      place(marker, stack, roots, end, last);
    }
  }
  return roots;
}

function place(marker: Marker, stack: Item[], roots: Item[], end: number, last: Map<string, number>): void {
  const level = levelOf(marker, stack);
  for (const closed of stack.splice(level)) {
    closed.end = marker.start;
    last.delete(`child:${key(closed.marker)}`);
  }
  const item: Item = { marker, start: marker.start, end, children: [] };
  const parent = stack.at(-1);
  (parent?.children ?? roots).push(item);
  stack.push(item);
  last.set(key(marker), marker.value);
}

/** How many open items stay open when `marker` comes: the position of its own style, or of the first lesser one. */
function levelOf(marker: Marker, stack: readonly Item[]): number {
  const same = stack.findIndex((item) => key(item.marker) === key(marker));
  if (same >= 0) return same;
  if (marker.style.name === "decimal" || (marker.style.name === "arabic" && stack.some((item) => item.marker.style.name === "decimal"))) {
    const deeper = stack.findIndex((item) => item.marker.style.name === "decimal" && item.marker.depth > marker.depth);
    if (deeper >= 0) return deeper;
    if (marker.style.name === "decimal") return stack.length;
  }
  if (marker.style.rank > 5) return stack.length;
  const lesser = stack.findIndex((item) => item.marker.style.rank > marker.style.rank);
  return lesser < 0 ? stack.length : lesser;
}

const key = (marker: Marker): string => `${marker.style.name}${marker.depth}`;

// Inside a paragraph a number counts only where a list would go on (a copy may lack 一、 or 第一条: the first seen starts it);
// at a paragraph's start every marker counts
// but a bare number before a pad, which must go on too.
function follows(marker: Marker, stack: readonly Item[], last: ReadonlyMap<string, number>): boolean {
  const open = stack.find((item) => key(item.marker) === key(marker));
  const before = open?.marker.value ?? (marker.style.rank === 6 ? last.get(key(marker)) : undefined);
  if (marker.style.name === "arabic" && marker.end - marker.start > 0 && !marker.atParagraphStart) return marker.value === 1 || marker.value === (before ?? -9) + 1;
  if (marker.atParagraphStart) return true;
  if (marker.value === 1) return true;
  if (before === undefined) return marker.style.name === "chinese" || marker.style.name === "article";
  return marker.value >= before && marker.value <= before + 10;
}

/** Markers of one paragraph: at its start, and after a mark that ends a sentence or opens a list. */
function markersIn(text: string, paragraph: Paragraph): Marker[] {
  const markers: Marker[] = [];
  let at = paragraph.start;
  let atStart = true;
  while (at < paragraph.end) {
    const marker = markerAt(text, at, atStart);
    if (marker !== null && marker.end <= paragraph.end) {
      markers.push(marker);
      at = marker.end;
      // 一、（一）…: a child may follow its parent's number at once.
      const child = markerAt(text, at, false);
      atStart = false;
      if (child !== null && child.style !== marker.style && child.value === 1) continue;
    }
    atStart = false;
    at = nextOpening(text, at, paragraph.end);
  }
  return markers;
}

function nextOpening(text: string, from: number, end: number): number {
  for (let at = from; at < end; at += 1) {
    const mark = text[at] ?? "";
    if (!"。；：！？;:".includes(mark)) continue;
    let next = at + 1;
    while (next < end && ("”’」』）".includes(text[next] ?? "") || isPad(text.charCodeAt(next)))) next += 1;
    return next;
  }
  return end;
}
