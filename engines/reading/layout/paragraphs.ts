/** One paragraph of the kept text, without the pads around it. `ownLine`: nothing but pads or a line break stands before and after. */
export type Paragraph = { readonly start: number; readonly end: number };

// A line break or two and more pads part paragraphs; a copied page has often nothing else left of its layout.
const BREAK = /[ \t\u00a0]*(?:\r\n|[\n\r\u2028\u2029\v\f])[\s\u3000\u00a0]*|[ \t\u3000\u00a0\u2002\u2003]{2,}/gu;
// Marks that start a paragraph of their own wherever they stand: what follows the release mark, and attachment heads after a full stop.
const FORCED = /（此件[^（）\n]{1,12}）|(?<=[。；）)!！]\s?|[\u4e00-\u9fff]\s)附件[一二三四五六七八九十\d]{1,2}(?=[\s\u3000：:]?[\u4e00-\u9fff《])/gu;

/** Cuts text into paragraphs: disjoint, in order, never empty. Linear in its length. */
export function paragraphsOf(text: string): Paragraph[] {
  const cuts: [number, number][] = [];
  for (const match of text.matchAll(BREAK)) cuts.push([match.index, match.index + match[0].length]);
  for (const match of text.matchAll(FORCED)) {
    cuts.push([match.index, match.index]);
    if (match[0].startsWith("（")) cuts.push([match.index + match[0].length, match.index + match[0].length]);
  }
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
