import { numberOf } from "./numerals.ts";

/** A style of numbering; `rank` orders the styles that may stand above others wherever they appear. */
export type MarkerStyle = {
  readonly name: string;
  readonly rank: number;
  /** Anchored at the marker; group 1 is the number. */
  readonly pattern: RegExp;
  /** May it begin inside a paragraph, after a full stop or colon? */
  readonly inline: boolean;
  /** Does the marker count as part of the bare number (第三条) or not (一、)? */
  readonly wholeNumber: boolean;
};

const CN = "[一二三四五六七八九十百零〇]{1,4}";

/** Every official style of numbering, the most specific first. Add a style here; `outline.ts` needs no change. */
export const MARKER_STYLES: readonly MarkerStyle[] = [
  { name: "part", rank: 1, pattern: new RegExp(`(第(?:${CN}|\\d{1,3})[编篇])(?=[\\s\\u3000])`, "uy"), inline: false, wholeNumber: true },
  { name: "chapter", rank: 2, pattern: new RegExp(`(第(?:${CN}|\\d{1,3})(?:章|部分))(?=[\\s\\u3000：:、]|[\\u4e00-\\u9fff])`, "uy"), inline: false, wholeNumber: true },
  { name: "division", rank: 3, pattern: new RegExp(`(第(?:${CN}|\\d{1,3})节)(?=[\\s\\u3000])`, "uy"), inline: false, wholeNumber: true },
  { name: "article", rank: 4, pattern: new RegExp(`(第(?:${CN}|\\d{1,3})条)(?=[\\s\\u3000：:、]|[\\u4e00-\\u9fff])`, "uy"), inline: true, wholeNumber: true },
  { name: "chinese", rank: 5, pattern: new RegExp(`(${CN})(?:[、．.]|(?=[\\u3000]))[ \\u3000]?`, "uy"), inline: true, wholeNumber: false },
  { name: "chinese-bracket", rank: 6, pattern: new RegExp(`[（(〔](${CN})[）)〕][、.．]?`, "uy"), inline: true, wholeNumber: false },
  { name: "decimal", rank: 5, pattern: /(\d{1,2}(?:[.．]\d{1,2}){1,4})[.．、]?(?=[ \u3000]|[\u4e00-\u9fff])/uy, inline: false, wholeNumber: false },
  { name: "arabic", rank: 7, pattern: /([0-9０-９]{1,2})(?:[.．、](?![0-9０-９])|[ \u3000](?=[\u4e00-\u9fff]))[ \u3000]?/uy, inline: true, wholeNumber: false },
  { name: "arabic-bracket", rank: 8, pattern: /[（(]([0-9０-９]{1,2})[）)][、.．]?/uy, inline: true, wholeNumber: false },
  { name: "half-bracket", rank: 8, pattern: /([0-9０-９]{1,2})[）)]/uy, inline: true, wholeNumber: false },
  { name: "circled", rank: 9, pattern: /([①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳])/uy, inline: true, wholeNumber: false },
];

/** A number found where an item may begin. `value` is the number's worth (the last part of `3.2.1`). */
export type Marker = {
  readonly style: MarkerStyle;
  readonly start: number;
  readonly end: number;
  readonly no: string;
  readonly value: number;
  /** Parts of a decimal number: `3.2.1` → 3; others 1. */
  readonly depth: number;
  readonly atParagraphStart: boolean;
};

/** The marker that begins at `at`, or null. `atParagraphStart` false asks for the styles that may begin inside a paragraph. */
export function markerAt(text: string, at: number, atParagraphStart: boolean): Marker | null {
  for (const style of MARKER_STYLES) {
    if (!atParagraphStart && !style.inline) continue;
    style.pattern.lastIndex = at;
    const match = style.pattern.exec(text);
    if (match === null) continue;
    const no = match[1] ?? "";
    const found = { style, start: at, end: at + match[0].length, no, atParagraphStart, ...worthOf(no, style) };
    return isPlausible(text, found) ? found : null;
  }
  return null;
}

function worthOf(no: string, style: MarkerStyle): { value: number; depth: number } {
  if (style.name === "circled") return { value: no.charCodeAt(0) - 0x2460 + 1, depth: 1 };
  if (style.name === "decimal") {
    const parts = no.split(/[.．]/);
    return { value: Number(parts.at(-1)), depth: parts.length };
  }
  const bare = style.wholeNumber ? no.replace(/^第|[编篇章节条]$|部分$/g, "") : no;
  return { value: numberOf(bare) ?? 0, depth: 1 };
}

/** Behind 第五条 these words name an article rather than begin one: 第五条规定, 第五条第二款. */
export const NAMES_ARTICLE = "规定|的|第|款|和|、|至|或";

// 第二条生产线: 条 counts lines there.
const NO_ARTICLE = new RegExp(`^(?:${NAMES_ARTICLE}|生产线|道路|线路|管线|跑道|高速|地铁|铁路|河|街)`, "u");

// 一、二季度 and 3.5万 are quantities; a bare 1 before a pad must be followed by words.
function isPlausible(text: string, marker: Marker): boolean {
  if (marker.value < 1) return false;
  const next = text[marker.end] ?? "";
  if (marker.style.name === "chinese") return !/[一二三四五六七八九十、，]/u.test(next) || /^[一二三四五六七八九十](?!、|季度|线|级)/u.test(text.slice(marker.end, marker.end + 3));
  if (marker.style.name === "article") return !NO_ARTICLE.test(text.slice(marker.end, marker.end + 3));
  if (marker.style.name === "chapter") return !/^(?:的|规定|治理|产业)/u.test(text.slice(marker.end, marker.end + 2));
  if (marker.style.name === "decimal") return !/^[万亿倍个元米吨％%级度年月]/u.test(next);
  if (marker.style.name === "arabic") return !/^[年月日时个万亿元%％]/u.test(next);
  return true;
}
