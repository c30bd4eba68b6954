import { isoDate } from "./dates.ts";
import { documentNumberIn, isAddresseeList, isBodyName, isKind, isTitleLike, numberInTitle, ordinalNumberIn, runOnTitleLength, splitAddressees } from "./frame.ts";
import { bodyInTitle, isLetterhead, letterheadOf } from "./letterhead.ts";
import { unspaced } from "./letter-spacing.ts";
import { markerAt } from "./markers.ts";
import type { Paragraph } from "./paragraphs.ts";

type Span = { readonly start: number; readonly end: number };

/** What stands above the notice's own words. Spans are offsets of the kept text. */
export type Head = {
  readonly title: Span | null;
  readonly titleWords: string | null;
  readonly documentNumber: string | null;
  readonly date: string | null;
  /** The body that the letterhead or the title names; a signature says it better. */
  readonly issuer: string | null;
  readonly addressees: Span | null;
  readonly addresseeNames: readonly string[];
  /** Where the notice's own words begin. */
  readonly bodyStart: number;
  /** Lines above that belong to the page, not the notice. */
  readonly strange: readonly Span[];
};

const LONGEST_HEAD_LINES = 16;
const LONGEST_TITLE_LINES = 4;

/** Reads title, document number and addressees, from lines of their own or from a run-on first paragraph. */
export function headOf(text: string, printed: readonly Paragraph[]): Head {
  const paragraphs = unspaced(text, printed);
  const bodyAt = firstBodyParagraph(text, paragraphs);
  const lines = paragraphs.slice(0, bodyAt).flatMap((line) => splitAtNumber(text, line));
  const words = (span: Span): string => text.slice(span.start, span.end);
  let date: string | null = null;
  for (const line of lines) if (line.end - line.start <= 24) date ??= isoDate(words(line));
  const numbered = numberLineOf(lines.map(words));
  const numberLine = numbered?.line ?? -1;
  let documentNumber = numbered?.number ?? null;
  const letterhead = letterheadOf(lines.map(words), numberLine);
  const below = letterhead === null ? 0 : letterhead.last + 1;
  const titleLines = titleLinesOf(lines.map(words), numberLine, below);
  let title: Span | null = titleLines === null ? null : { start: lines[titleLines[0]]?.start ?? 0, end: lines[titleLines[1]]?.end ?? 0 };
  let titleWords = title === null ? null : lines.slice(titleLines?.[0], (titleLines?.[1] ?? 0) + 1).map(words).join("").replace(/[\s\u3000]/gu, "");
  const headLines = new Set<number>(numberLine >= 0 ? [numberLine] : []);
  if (letterhead !== null) for (let index = letterhead.first; index <= letterhead.last; index += 1) headLines.add(index);
  if (titleLines !== null) for (let index = titleLines[0]; index <= titleLines[1]; index += 1) headLines.add(index);

  const pageHead: Span[] = [];
  let at = paragraphs[bodyAt]?.start ?? lines.at(-1)?.end ?? 0;
  const first = paragraphs[bodyAt];
  if (first !== undefined) {
    const from = first.start + (title === null ? pageHeadLength(text.slice(first.start, Math.min(first.end, first.start + 500))) : 0);
    if (from > first.start) pageHead.push({ start: first.start, end: from });
    const runOn = runOnHead(text.slice(from, Math.min(first.end, from + 900)), title === null);
    if (runOn.titleLength > 0 && title === null) {
      title = { start: from + runOn.titleStart, end: from + runOn.titleStart + runOn.titleLength };
      titleWords = words(title).replace(/[\s\u3000]/gu, "");
    }
    documentNumber ??= runOn.documentNumber;
    at = from + runOn.length;
  }
  // A hash in front is how a plain text file marks a heading.
  titleWords = titleWords?.replace(/^#+/u, "") ?? null;
  documentNumber ??= titleWords === null ? null : numberInTitle(titleWords);
  const addressees = addresseesAt(text, at, first?.end ?? at);
  const firstHeadLine = lines.findIndex((_, index) => headLines.has(index));
  const dated = (line: Span): boolean => isoDate(words(line)) !== null && line.end - line.start <= 24;
  const strangeLines = lines.filter((line, index) => !headLines.has(index) && (firstHeadLine < 0 || index < firstHeadLine || !dated(line)));
  return {
    title, titleWords, documentNumber, date,
    issuer: letterhead?.bodies.join("、") ?? (titleWords === null ? null : bodyInTitle(titleWords)),
    addressees, addresseeNames: addressees === null ? [] : splitAddressees(text.slice(addressees.start, addressees.end - 1)),
    bodyStart: addressees?.end ?? at, strange: [...strangeLines, ...pageHead],
  };
}

/** The document number on a line of its own; one with issuing letters before a bare 第17号. */
function numberLineOf(lines: readonly string[]): { line: number; number: string } | null {
  let ordinal: { line: number; number: string } | null = null;
  for (const [line, words] of lines.entries()) {
    const found = documentNumberIn(words);
    if (found !== null && found.length * 2 > words.length) return { line, number: found.number };
    const bare = ordinalNumberIn(words);
    if (bare !== null && bare.index === 0) ordinal ??= { line, number: bare.number };
  }
  return ordinal;
}

/** A line that holds title or letterhead and the document number side by side, as two lines. */
function splitAtNumber(text: string, line: Paragraph): Span[] {
  const words = text.slice(line.start, line.end);
  const found = documentNumberIn(words);
  if (found === null) {
    const ordinal = ordinalNumberIn(words);
    const title = ordinal === null ? "" : words.slice(0, ordinal.index).trimEnd();
    return ordinal !== null && isTitleLike(title) ? [{ start: line.start, end: line.start + title.length }, { start: line.start + ordinal.index, end: line.end }] : [line];
  }
  const numberEnd = found.index + found.length;
  const before = words.slice(0, found.index).trimEnd();
  if (isTitleLike(before) || isLetterhead(before)) return [{ start: line.start, end: line.start + before.length }, { start: line.start + found.index, end: line.end }];
  const after = words.slice(numberEnd);
  if (found.index === 0 && isTitleLike(after)) return [{ start: line.start, end: line.start + numberEnd }, { start: line.end - after.trimStart().length, end: line.end }];
  return [line];
}

function firstBodyParagraph(text: string, paragraphs: readonly Paragraph[]): number {
  for (const [index, paragraph] of paragraphs.entries()) {
    if (index >= LONGEST_HEAD_LINES) return 0;
    const words = text.slice(paragraph.start, paragraph.end);
    if (/[。！？；]/u.test(words) || /[：:]$/u.test(words) || paragraph.end - paragraph.start > 140) return index;
    const marker = markerAt(text, paragraph.start, true);
    if (marker !== null && (marker.style.name !== "arabic" || !isTitleLike(words))) return index;
  }
  return paragraphs.length;
}

/** First and last line of the title block, which stands at or below line `top`. */
function titleLinesOf(lines: readonly string[], numberLine: number, top: number): [number, number] | null {
  let last = -1;
  const limit = numberLine > top ? numberLine : lines.length;
  for (let index = top; index < limit; index += 1) if (isTitleLike(lines[index] ?? "")) { last = index; if (numberLine < 0) break; }
  if (last < 0 && numberLine > top) last = numberLine - 1;
  if (last < 0 && numberLine >= 0 && numberLine <= top && lines.length > numberLine + 1) last = lines.length - 1;
  if (last < 0) last = twoLineTitle(lines, top);
  if (last < 0) last = lines.findIndex((line, index) => index >= top && isKind(line));
  if (last < 0) return null;
  let first = last;
  const lowest = Math.max(top, numberLine >= 0 && numberLine < last ? numberLine + 1 : 0, last - LONGEST_TITLE_LINES + 1);
  const joined = (): string => lines.slice(first, last + 1).join("");
  while (first > lowest && !/关于/u.test(joined()) && /关于|^《/u.test(lines.slice(lowest, first).join(""))) first -= 1;
  // Several bodies issue together, each on its line.
  const underBodies = /^[\s\u3000]*关于/u.test(lines[first] ?? "") || (first === last && !/关于/u.test(joined()));
  while (underBodies && first > lowest && isBodyName(lines[first - 1] ?? "")) first -= 1;
  return [first, last];
}

// 国务院关于 / 几个问题的通知: a kind of document that only shows when two lines are read as one.
function twoLineTitle(lines: readonly string[], top: number): number {
  for (let index = top + 1; index < lines.length; index += 1) if (isTitleLike(`${lines[index - 1] ?? ""}${lines[index] ?? ""}`)) return index;
  return -1;
}

/** A copied page's head on the notice's own line: breadcrumbs, type size, source, up to the word that reads as a title. */
function pageHeadLength(words: string): number {
  if (!/^(?:您|当前|所在|首页|网站首页|索\s?引\s?号|来源|发布时间)/u.test(words)) return 0;
  for (const match of words.matchAll(/[^\s\u3000]+/gu)) {
    if (/[。！？]/u.test(match[0])) return 0;
    if (match.index > 0 && /关于/u.test(match[0]) && isTitleLike(match[0])) return match.index;
  }
  return 0;
}

type RunOnHead = { readonly titleStart: number; readonly titleLength: number; readonly documentNumber: string | null; readonly length: number };

function runOnHead(words: string, wantTitle: boolean): RunOnHead {
  const found = documentNumberIn(words.slice(0, 260));
  const before = found === null ? "" : words.slice(0, found.index);
  if (found !== null && !/[。；！？]/u.test(before) && !/[（(《“]$/u.test(before) && (!wantTitle || isTitleLike(before) || before === "")) {
    return { titleStart: 0, titleLength: before.trimEnd().length, documentNumber: found.number, length: found.index + found.length };
  }
  if (found !== null && wantTitle && isLetterhead(before)) {
    const rest = words.slice(found.index + found.length);
    const titleStart = words.length - rest.trimStart().length;
    const titleLength = runOnTitleLength(rest.trimStart());
    return { titleStart, titleLength, documentNumber: found.number, length: titleStart + titleLength };
  }
  const titleLength = wantTitle ? runOnTitleLength(words) : 0;
  return { titleStart: 0, titleLength, documentNumber: null, length: titleLength };
}

function addresseesAt(text: string, at: number, end: number): Span | null {
  const zone = text.slice(at, Math.min(end, at + 420));
  const colon = zone.search(/[：:]/u);
  if (colon < 0 || !isAddresseeList(zone.slice(0, colon))) return null;
  const lead = zone.length - zone.trimStart().length;
  return { start: at + lead, end: at + colon + 1 };
}
