import { DOCUMENT_KINDS } from "../lexicon/titles.ts";
import { ordinalNumberIn } from "./frame.ts";
import type { Paragraph } from "./paragraphs.ts";

// No head is longer, and nothing below it is joined.
const LOOKED_AT = 80;
const NUMERAL = /^[一二三四五六七八九十百零〇]$/u;

/**
 * The paragraphs with words that were spaced out put together again: in 通　　告 the wide pads are no break between
 * paragraphs. Only inside one printed line.
 */
export function unspaced(text: string, paragraphs: readonly Paragraph[]): Paragraph[] {
  const joined: Paragraph[] = [];
  let at = 0;
  while (at < Math.min(paragraphs.length, LOOKED_AT)) {
    let next = at + 1;
    while (next < Math.min(paragraphs.length, LOOKED_AT) && sameLine(text, paragraphs[next - 1], paragraphs[next])) next += 1;
    joined.push(...joinedLine(text, paragraphs.slice(at, next)));
    at = next;
  }
  return [...joined, ...paragraphs.slice(at)];
}

function sameLine(text: string, left: Paragraph | undefined, right: Paragraph | undefined): boolean {
  return left !== undefined && right !== undefined && right.start > left.end && !/[\n\r\u2028\u2029\v\f]/u.test(text.slice(left.end, right.start));
}

function joinedLine(text: string, line: readonly Paragraph[]): Paragraph[] {
  const first = line[0];
  const last = line.at(-1);
  if (first === undefined || last === undefined || line.length === 1) return [...line];
  const whole = last.end - first.start > 80 ? "" : text.slice(first.start, last.end).replace(/[\s\u3000]/gu, "");
  if (DOCUMENT_KINDS.includes(whole) || ordinalNumberIn(whole)?.index === 0) return [{ start: first.start, end: last.end }];
  const result: Paragraph[] = [];
  for (const paragraph of line) {
    const words = text.slice(paragraph.start, paragraph.end);
    const before = result.at(-1);
    const follows = before !== undefined && /\p{Script=Han}$/u.test(text.slice(before.start, before.end)) && !NUMERAL.test(text.slice(before.start, before.end));
    if (follows && /^\p{Script=Han}$/u.test(words) && !NUMERAL.test(words)) result[result.length - 1] = { start: before.start, end: paragraph.end };
    else result.push(paragraph);
  }
  return result;
}
