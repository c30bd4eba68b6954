import { FURNITURE_LINES, LINK_LIST_HEAD, PAGE_TAIL, STRAY_MARKUP } from "../lexicon/furniture.ts";
import type { Range } from "../reading.ts";
import { isoDate } from "./dates.ts";

const LONGEST_FURNITURE_LINE = 160;
const LONGEST_LINK = 80;

/** Stretches of a text that a page printed around or inside the notice: whole lines and stray markup. Sorted, disjoint. */
export function furnitureOf(text: string): Range[] {
  const found: [number, number][] = [];
  let linksEnd = -1;
  let signed = false;
  for (const [start, end] of linesOf(text)) {
    const line = text.slice(start, Math.min(end, start + LONGEST_FURNITURE_LINE + 40)).replace(/^[\s\u3000]+|[\s\u3000]+$/gu, "");
    if (line === "") continue;
    const short = end - start <= LONGEST_FURNITURE_LINE + 40 && line.length <= LONGEST_FURNITURE_LINE;
    if ((short || start === 0) && FURNITURE_LINES.some((pattern) => pattern.test(line)) && (short || /^# ?source:/u.test(line)) && !isSentence(line)) found.push([start, end]);
    const link = LINK_LIST_HEAD.test(line) || (linksEnd >= 0 && isLink(line, signed && start === linksEnd + 1));
    linksEnd = link ? end : -1;
    if (link) found.push([start, end]);
    signed ||= line.length <= 24 && /日$/u.test(line) && isoDate(line) !== null;
  }
  for (const match of text.matchAll(STRAY_MARKUP)) found.push([match.index, match.index + match[0].length]);
  return mergeRanges(found);
}

/** In a run-on page the page's tail follows the notice on the same line: from its first word to the line's end. */
export function pageTailsOf(text: string): Range[] {
  const tails: Range[] = [];
  for (const [start, end] of linesOf(text)) {
    let from = start;
    while (from < end) {
      const match = PAGE_TAIL.exec(text.slice(from, Math.min(end, from + 20_000)));
      if (match === null) { from += 19_990; continue; }
      const at = from + match.index;
      if (at === start || /[。）)！？!?」”日\s\u3000\d]/u.test(text[at - 1] ?? "")) { tails.push([at, end]); break; }
      from = at + match[0].length;
    }
  }
  return tails;
}

/** Sorts ranges and joins those that touch or overlap. */
export function mergeRanges(ranges: readonly Range[]): Range[] {
  const merged: [number, number][] = [];
  for (const [start, end] of ranges.toSorted((left, right) => left[0] - right[0] || left[1] - right[1])) {
    const last = merged.at(-1);
    if (last !== undefined && start <= last[1]) last[1] = Math.max(last[1], end);
    else if (end > start) merged.push([start, end]);
  }
  return merged;
}

// 审核机构要… and 首页… differ in this: the notice's own words end a sentence.
const isSentence = (line: string): boolean => /。$/u.test(line) && line.length > 30 && !/^(?:本网站|本站)/u.test(line);

// Only a bullet tells a link from the notice's own title, but `below` a signature any short line does that is no attachment's.
function isLink(line: string, below: boolean): boolean {
  if (line.length > LONGEST_LINK || /[。；：]$/u.test(line)) return false;
  return /^[•·●■◆▪▶►○]/u.test(line) || (below && !/^附\s?件|^[（(]/u.test(line));
}

function* linesOf(text: string): Generator<[number, number]> {
  let start = 0;
  while (start <= text.length) {
    const at = text.indexOf("\n", start);
    const end = at < 0 ? text.length : at;
    if (end > start) yield [start, end];
    if (at < 0) return;
    start = at + 1;
  }
}
