import { DOCUMENT_KINDS } from "../lexicon/titles.ts";
import { NAMES_ARTICLE } from "./markers.ts";

/** One paragraph of the kept text, without the pads around it. `ownLine`: nothing but pads or a line break stands before and after. */
export type Paragraph = { readonly start: number; readonly end: number };

// A line break or two and more pads part paragraphs; a copied page has often nothing else left of its layout.
const BREAK = /[ \t\u00a0]*(?:\r\n|[\n\r\u2028\u2029\v\f])[\s\u3000\u00a0]*|[ \t\u3000\u00a0\u2002\u2003]{2,}/gu;
// Marks that start a paragraph of their own wherever they stand: what follows the release mark, and attachment heads after a full stop.
const FORCED = /（此件[^（）\n]{1,12}）|(?<=[。；）)!！]\s?|[\u4e00-\u9fff]\s)附件[一二三四五六七八九十\d]{1,2}(?=[\s\u3000：:]?[\u4e00-\u9fff《])/gu;

// Chapters and articles, of which a copy without line breaks may have glued one to what stands before it.
const NUMBERED = new RegExp(`第(?:[一二三四五六七八九十百零〇]{1,5}|\\d{1,3})([章条])(?!${NAMES_ARTICLE}|及|与|到|所|之|情形|精神|，|。)`, "gu");
const TITLE_BEFORE = new RegExp(`(?:^|\\n)(?!依照|按照|根据|依据|违反|落实|关于适用|[（(])[^\\n。；]{0,180}(?<![本该此])(?:${DOCUMENT_KINDS.join("|")})(?:[（(][^（）()\\n]{1,160}[）)])?[ \\u3000]*$`, "u");
// The chapter itself begins a line or a sentence, or is the first behind a title.
const CHAPTER_BEFORE = /(?:(?:^|[\n。；])[\s\u3000]*第[一二三四五六七八九十百零〇\d]{1,4}章|第[一1]章)[\s\u3000]*(?:(?!主要|规定|讲|包括|明确|是|为)[^。；：，、\n]){1,24}$/u;
const FIRST = /^第[一1][章条]/u;
const ARTICLE_BEHIND = /^[\s\u3000]*(?:(?!主要|规定|讲|包括|明确|是|为)[^。；：，、]){1,24}?第[一二三四五六七八九十百零〇\d]{1,5}条/u;

/**
 * Is the chapter or article at `at` glued to the title (…管理办法第一条 为了…), to its chapter's heading (第二章监督管理第十四条 各级…) or to
 * the sentence before its chapter (…的除外。第二章监督管理第十四条…)?
 */
function isGlued(text: string, at: number, length: number, kind: string): boolean {
  const before = text.slice(Math.max(0, at - 200), at);
  if (kind === "条") return CHAPTER_BEFORE.test(before) || (FIRST.test(text.slice(at, at + 3)) && TITLE_BEFORE.test(before));
  return ARTICLE_BEHIND.test(text.slice(at + length, at + length + 40)) && (/[。；][\s\u3000]*$/u.test(before) || (FIRST.test(text.slice(at, at + 3)) && TITLE_BEFORE.test(before)));
}

/** Cuts text into paragraphs: disjoint, in order, never empty. Linear in its length. */
export function paragraphsOf(text: string): Paragraph[] {
  const cuts: [number, number][] = [];
  for (const match of text.matchAll(BREAK)) cuts.push([match.index, match.index + match[0].length]);
  for (const match of text.matchAll(FORCED)) {
    cuts.push([match.index, match.index]);
    if (match[0].startsWith("（")) cuts.push([match.index + match[0].length, match.index + match[0].length]);
  }
  for (const match of text.matchAll(NUMBERED)) if (isGlued(text, match.index, match[0].length, match[1] ?? "")) cuts.push([match.index, match.index]);
  cuts.sort((left, right) => left[0] - right[0] || left[1] - right[1]);
  const paragraphs: Paragraph[] = [];
  let at = 0;
  for (const [start, end] of [...cuts, [text.length, text.length] as const]) {
    if (start > at) addTrimmed(paragraphs, text, at, start);
    at = Math.max(at, end);
  }
  return paragraphs;
}

function addTrimmed(paragraphs: Paragraph[], text: string, from: number, to: number): void {
  let start = from;
  let end = to;
  while (start < end && isPad(text.charCodeAt(start))) start += 1;
  while (end > start && isPad(text.charCodeAt(end - 1))) end -= 1;
  if (end > start) paragraphs.push({ start, end });
}

/** Space, tab, full-width, no-break and zero-width spaces, line breaks, byte order mark, and the private characters old typesetting left behind. */
export function isPad(code: number): boolean {
  return code <= 0x20 || code === 0x3000 || code === 0xa0 || (code >= 0x2000 && code <= 0x200b) || code === 0x2028 || code === 0x2029 || code === 0xfeff || (code >= 0xe000 && code <= 0xf8ff);
}
