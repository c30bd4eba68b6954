import { DOCUMENT_KINDS, SIGNING_OFFICES } from "../lexicon/titles.ts";
import { WRITTEN_DATE } from "./dates.ts";
import { isBodyName, isTitleLike } from "./frame.ts";
import { markerAt } from "./markers.ts";
import type { Paragraph } from "./paragraphs.ts";

/** Signature of a text: the lines with the body's name and the date, and the marks in brackets below them. */
export type Signature = { readonly start: number; readonly end: number; readonly names: readonly string[]; readonly dateWords: string | null };

/** A document carried along: its title lines and the stretch of its own text. */
export type Carried = { readonly start: number; readonly titleEnd: number; readonly end: number; readonly title: string; readonly number: string | null };

const MARK_IN_BRACKETS = /^[（(](?:此件[^（）()]{1,12}|本文有删减|有删减|公开属性[^（）()]{1,12}|联系人[^（）]{1,60})[）)]$/u;
const ATTACHMENT_HEAD = /^附\s?件\s?([一二三四五六七八九十\d]{0,2})[\s\u3000]?[：:]?[\s\u3000]?/u;
const ATTACHMENT_LIST = /^附\s?件[\s\u3000]?[：:]/u;
const LONGEST_SIGNATURE_NAMES = 6;
const SHORTEST_TEXT = 300;
const ENOUGH_TEXT = 2000;
const LONGEST_GLUED_TITLE = 80;
// What a page prints below a notice begins with one of these.
const PAGE_MATTER = /记者|本报讯|网友|您|本网站|版权|隐私|免责|相关(?:链接|阅读|新闻|稿件)|问：|答：|抄送|解读|摘要|联系(?:人|电话|方式)/u;
const GLUED_TITLE = new RegExp(`^[^。；：，\\n]{2,70}?(?<![本该此])(?:${DOCUMENT_KINDS.join("|")})(?=为|第一[章条]|一、|根据|依据|按照|1[.．、])`, "u");

/** The first signature among the paragraphs: a date on a line of its own with names above, or a release mark. */
export function signatureOf(text: string, paragraphs: readonly Paragraph[]): { signature: Signature; next: number } | null {
  for (const [index, paragraph] of paragraphs.entries()) {
    const words = text.slice(paragraph.start, paragraph.end);
    const dated = dateLine(words);
    if (dated === null && !MARK_IN_BRACKETS.test(words)) continue;
    const names: string[] = [];
    let start = paragraph.start;
    if (dated !== null && dated.name !== "") names.push(dated.name);
    for (let above = index - 1; above >= 1 && names.length < LONGEST_SIGNATURE_NAMES; above -= 1) {
      const line = paragraphs[above];
      const person = dated === null ? 0 : personAt(text, paragraphs, above);
      if (person > 0) {
        above -= person - 1;
        start = paragraphs[above]?.start ?? start;
        continue;
      }
      if (line === undefined || !isBodyName(text.slice(line.start, line.end)) || markerAt(text, line.start, true) !== null) break;
      names.unshift(text.slice(line.start, line.end).replace(/[\s\u3000]/gu, ""));
      start = line.start;
    }
    let next = index + 1;
    while (MARK_IN_BRACKETS.test(wordsOf(text, paragraphs[next]))) next += 1;
    return { signature: { start, end: paragraphs[next - 1]?.end ?? paragraph.end, names, dateWords: dated?.date ?? null }, next };
  }
  return null;
}

const wordsOf = (text: string, paragraph: Paragraph | undefined): string => (paragraph === undefined ? "" : text.slice(paragraph.start, paragraph.end));

/** A line that holds a date, perhaps behind the name of a body, and nothing else. */
function dateLine(words: string): { name: string; date: string } | null {
  if (words.length > 70) return null;
  const bare = words.replace(/[\s\u3000]/gu, "");
  WRITTEN_DATE.lastIndex = 0;
  const match = WRITTEN_DATE.exec(bare);
  if (match === null || match.index + match[0].length !== bare.length) return null;
  const name = bare.slice(0, match.index);
  if (isPerson(words.slice(0, words.search(/(?:19|20)\d{2}|[一二][九〇○零ＯO０0]/u)))) return { name: "", date: match[0] };
  return name === "" || isBodyName(name) ? { name, date: match[0] } : null;
}

const PERSON = new RegExp(`^(?:[\\u4e00-\\u9fff]{0,10})(?:${SIGNING_OFFICES.join("|")})([：:]?)[\\u4e00-\\u9fff·]{2,10}$`, "u");

/** `县长：赵国庆` or `县长 赵国庆`: an order may be signed by a person, who is not the body that issues it. */
function isPerson(words: string): boolean {
  const trimmed = words.trim();
  const found = PERSON.exec(trimmed.replace(/[\s\u3000]/gu, ""));
  return found !== null && (found[1] !== "" || (/[\s\u3000]/u.test(trimmed) && !isBodyName(trimmed)));
}

/** How many paragraphs up from `last` name a person with the office; wide pads may part them on one printed line. */
function personAt(text: string, paragraphs: readonly Paragraph[], last: number): number {
  const end = paragraphs[last]?.end ?? 0;
  for (let count = 1; count <= 3 && last - count >= 0; count += 1) {
    const words = text.slice(paragraphs[last - count + 1]?.start ?? end, end);
    if (words.length > 40 || /[\n\r]/u.test(words)) return 0;
    if (isPerson(words)) return count;
  }
  return 0;
}

/** A signature that follows the last full stop on the same line, as copied pages have it. */
export function runOnSignature(text: string, from: number, to: number): Signature | null {
  const zone = text.slice(Math.max(from, to - 120), to);
  const stop = Math.max(zone.lastIndexOf("。"), zone.lastIndexOf("！"));
  if (stop < 0) return null;
  const dated = dateLine(zone.slice(stop + 1));
  if (dated === null) return null;
  const start = Math.max(from, to - 120) + stop + 1;
  return { start, end: to, names: dated.name === "" ? [] : [dated.name], dateWords: dated.date };
}

/** The list `附件：1.… 2.…` under the text: where it begins and the paragraph after it. */
export function attachmentList(text: string, paragraphs: readonly Paragraph[]): { start: number; next: number } | null {
  const from = paragraphs.findIndex((paragraph) => ATTACHMENT_LIST.test(wordsOf(text, paragraph)) && paragraph.end - paragraph.start < 400);
  if (from < 0) return null;
  let next = from + 1;
  while (next < paragraphs.length && /^(?:附件)?[\d一二三四五六七八九十]{1,2}[.．、]/u.test(wordsOf(text, paragraphs[next])) && !/。$/u.test(wordsOf(text, paragraphs[next]))) next += 1;
  return { start: paragraphs[from]?.start ?? 0, next };
}

/**
 * Documents carried behind the signature. The first needs a head (附件…) or a title; `announced`, where the notice says that it
 * carries something, the length of a text of its own will do: a copy that lost its line breaks glues the title to the first sentence.
 * `end` closes the last.
 */
export function carriedDocuments(text: string, paragraphs: readonly Paragraph[], end: number, announced = false): Carried[] {
  const starts: { at: number; number: string | null }[] = [];
  paragraphs.forEach((paragraph, at) => {
    const head = ATTACHMENT_HEAD.exec(wordsOf(text, paragraph));
    const listed = ATTACHMENT_LIST.test(wordsOf(text, paragraph)) && at > 0 && /[\d.．、《]/u.test(wordsOf(text, paragraph).slice(3, 8));
    if (head !== null && !listed && paragraph.end - paragraph.start <= 90) starts.push({ at, number: head[1] === "" ? null : (head[1] ?? null) });
  });
  if (starts[0]?.at !== 0) {
    if (titleLines(text, paragraphs, 0, paragraphs.length) === 0 && !(announced && isText(text, paragraphs))) return [];
    starts.unshift({ at: 0, number: null });
  }
  return starts.map(({ at, number }, index) => {
    const next = starts[index + 1]?.at ?? paragraphs.length;
    const glued = index === 0 && titleLines(text, paragraphs, at, next) === 0 ? gluedTitle(wordsOf(text, paragraphs[at]).slice(0, LONGEST_GLUED_TITLE)) : null;
    if (glued !== null) {
      const start = paragraphs[at]?.start ?? 0;
      return { start, titleEnd: start + glued.length, end: paragraphs[next]?.start ?? end, title: glued.replace(/[\s\u3000]/gu, ""), number };
    }
    const headWords = wordsOf(text, paragraphs[at]).replace(ATTACHMENT_HEAD, "");
    const own = headWords === "" && ATTACHMENT_HEAD.test(wordsOf(text, paragraphs[at]));
    const from = own ? at + 1 : at;
    const lines = own || headWords === wordsOf(text, paragraphs[at]) ? titleLines(text, paragraphs, from, next) : 1;
    const last = Math.max(at, from + lines - 1);
    const title = paragraphs.slice(from, from + lines).map((line) => wordsOf(text, line)).join("").replace(ATTACHMENT_HEAD, "").replace(/[\s\u3000]/gu, "");
    return { start: paragraphs[at]?.start ?? 0, titleEnd: paragraphs[last]?.end ?? 0, end: paragraphs[next]?.start ?? end, title, number };
  });
}

/** Sentences enough to be a document, not what a page prints below one. */
function isText(text: string, paragraphs: readonly Paragraph[]): boolean {
  const words = text.slice(paragraphs[0]?.start, Math.min(paragraphs.at(-1)?.end ?? 0, (paragraphs[0]?.start ?? 0) + ENOUGH_TEXT));
  return words.length >= SHORTEST_TEXT && (words.match(/。/gu) ?? []).length >= 3 && !PAGE_MATTER.test(words.slice(0, 80));
}

/** …的规定为进一步深化改革，…: the title before its first sentence, empty where there is none to be seen; null where a head of its own (附件…) stands there. */
function gluedTitle(words: string): string | null {
  return ATTACHMENT_HEAD.test(words) ? null : (GLUED_TITLE.exec(words)?.[0] ?? "");
}

/** How many lines from `from` make a title: up to four lines that read as one. */
function titleLines(text: string, paragraphs: readonly Paragraph[], from: number, limit: number): number {
  let joined = "";
  for (let count = 1; count <= 4 && from + count <= limit; count += 1) {
    const line = wordsOf(text, paragraphs[from + count - 1]);
    if (line === "" || /[。；：:]$/u.test(line) || markerAt(text, paragraphs[from + count - 1]?.start ?? 0, true) !== null) return 0;
    joined += line;
    if (isTitleLike(joined)) return count;
  }
  return 0;
}
