import { isoDate } from "./dates.ts";
import { documentNumberIn, isAddresseeList, isBodyName, isTitleLike, runOnTitleLength, splitAddressees } from "./frame.ts";
import { markerAt } from "./markers.ts";
import type { Paragraph } from "./paragraphs.ts";

type Span = { readonly start: number; readonly end: number };

/** What stands above the notice's own words. Spans are offsets of the kept text. */
export type Head = {
  readonly title: Span | null;
  readonly titleWords: string | null;
  readonly documentNumber: string | null;
  readonly date: string | null;
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
export function headOf(text: string, paragraphs: readonly Paragraph[]): Head {
  const bodyAt = firstBodyParagraph(text, paragraphs);
  const lines = paragraphs.slice(0, bodyAt).flatMap((line) => splitAtNumber(text, line));
  const words = (span: Span): string => text.slice(span.start, span.end);
  let documentNumber: string | null = null;
  let date: string | null = null;
  let numberLine = -1;
  lines.forEach((line, index) => {
    const found = documentNumberIn(words(line));
    if (found !== null && documentNumber === null && found.length * 2 > line.end - line.start) { documentNumber = found.number; numberLine = index; }
    if (line.end - line.start <= 24) date ??= isoDate(words(line));
  });
  const titleLines = titleLinesOf(lines.map(words), numberLine);
  let title: Span | null = titleLines === null ? null : { start: lines[titleLines[0]]?.start ?? 0, end: lines[titleLines[1]]?.end ?? 0 };
  let titleWords = title === null ? null : lines.slice(titleLines?.[0], (titleLines?.[1] ?? 0) + 1).map(words).join("").replace(/[\s\u3000]/gu, "");
  const headLines = new Set<number>(numberLine >= 0 ? [numberLine] : []);
  if (titleLines !== null) for (let index = titleLines[0]; index <= titleLines[1]; index += 1) headLines.add(index);

  const pageHead: Span[] = [];
  let at = paragraphs[bodyAt]?.start ?? lines.at(-1)?.end ?? 0;
  const first = paragraphs[bodyAt];
  if (first !== undefined) {
    const from = first.start + (title === null ? pageHeadLength(text.slice(first.start, Math.min(first.end, first.start + 500))) : 0);
    if (from > first.start) pageHead.push({ start: first.start, end: from });
    const runOn = runOnHead(text.slice(from, Math.min(first.end, from + 900)), title === null);
    if (runOn.titleLength > 0 && title === null) {
      title = { start: from, end: from + runOn.titleLength };
      titleWords = words(title).replace(/[\s\u3000]/gu, "");
    }
    documentNumber ??= runOn.documentNumber;
    at = from + runOn.length;
  }
  // A hash in front is how a plain text file marks a heading.
  titleWords = titleWords?.replace(/^#+/u, "") ?? null;
  const addressees = addresseesAt(text, at, first?.end ?? at);
  const firstHeadLine = lines.findIndex((_, index) => headLines.has(index));
  const dated = (line: Span): boolean => isoDate(words(line)) !== null && line.end - line.start <= 24;
  const strangeLines = lines.filter((line, index) => !headLines.has(index) && (firstHeadLine < 0 || index < firstHeadLine || !dated(line)));
  return {
    title, titleWords, documentNumber, date,
    addressees, addresseeNames: addressees === null ? [] : splitAddressees(text.slice(addressees.start, addressees.end - 1)),
    bodyStart: addressees?.end ?? at, strange: [...strangeLines, ...pageHead],
  };
}

/** A line that holds title and document number side by side, as two lines. */
function splitAtNumber(text: string, line: Paragraph): Span[] {
  const words = text.slice(line.start, line.end);
  const found = documentNumberIn(words);
  if (found === null) return [line];
  const numberEnd = found.index + found.length;
  const before = words.slice(0, found.index).trimEnd();
  if (isTitleLike(before)) return [{ start: line.start, end: line.start + before.length }, { start: line.start + found.index, end: line.end }];
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

/** First and last line of the title block. */
function titleLinesOf(lines: readonly string[], numberLine: number): [number, number] | null {
  let last = -1;
  const limit = numberLine > 0 ? numberLine : lines.length;
  for (let index = 0; index < limit; index += 1) if (isTitleLike(lines[index] ?? "")) { last = index; if (numberLine < 0) break; }
  if (last < 0 && numberLine > 0) last = numberLine - 1;
  if (last < 0 && numberLine === 0 && lines.length > 1) last = lines.length - 1;
  if (last < 0) last = twoLineTitle(lines);
  if (last < 0) return null;
  let first = last;
  const lowest = Math.max(numberLine >= 0 && numberLine < last ? numberLine + 1 : 0, last - LONGEST_TITLE_LINES + 1);
  const joined = (): string => lines.slice(first, last + 1).join("");
  while (first > lowest && !/关于/u.test(joined()) && /关于|^《/u.test(lines.slice(lowest, first).join(""))) first -= 1;
  if (first > lowest && /^[\s\u3000]*关于/u.test(lines[first] ?? "") && isBodyName(lines[first - 1] ?? "")) first -= 1;
  if (first > lowest && first === last && !/关于/u.test(joined()) && isBodyName(lines[first - 1] ?? "")) first -= 1;
  return [first, last];
}

// 国务院关于 / 几个问题的通知: a kind of document that only shows when two lines are read as one.
function twoLineTitle(lines: readonly string[]): number {
  for (let index = 1; index < lines.length; index += 1) if (isTitleLike(`${lines[index - 1] ?? ""}${lines[index] ?? ""}`)) return index;
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

function runOnHead(words: string, wantTitle: boolean): { titleLength: number; documentNumber: string | null; length: number } {
  const found = documentNumberIn(words.slice(0, 260));
  const before = found === null ? "" : words.slice(0, found.index);
  if (found !== null && !/[。；！？]/u.test(before) && !/[（(《“]$/u.test(before) && (!wantTitle || isTitleLike(before) || before === "")) {
    return { titleLength: before.trimEnd().length, documentNumber: found.number, length: found.index + found.length };
  }
  const titleLength = wantTitle ? runOnTitleLength(words) : 0;
  return { titleLength, documentNumber: null, length: titleLength };
}

function addresseesAt(text: string, at: number, end: number): Span | null {
  const zone = text.slice(at, Math.min(end, at + 420));
  const colon = zone.search(/[：:]/u);
  if (colon < 0 || !isAddresseeList(zone.slice(0, colon))) return null;
  const lead = zone.length - zone.trimStart().length;
  return { start: at + lead, end: at + colon + 1 };
}
