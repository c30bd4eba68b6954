import type { Range } from "../reading.ts";
import { closingStart } from "./closing.ts";
import { contentsList } from "./contents-list.ts";
import { type Head, headOf } from "./head.ts";
import { type Item, outlineOf } from "./outline.ts";
import { type Paragraph, paragraphsOf } from "./paragraphs.ts";
import { attachmentList, type Carried, carriedDocuments, runOnSignature, type Signature, signatureOf } from "./tail.ts";

/** A stretch of numbered text: the notice's body or a document it carries. Offsets of the kept text. */
export type Part = {
  readonly kind: "body" | "attachment";
  readonly start: number;
  readonly itemsStart: number;
  readonly items: readonly Item[];
  readonly closing: Range | null;
  readonly end: number;
  readonly paragraphs: readonly Paragraph[];
  readonly carried: Carried | null;
  readonly signature: Signature | null;
};

/** The notice's parts as its layout shows them, before any sentence is read. */
export type Anatomy = {
  readonly head: Head;
  readonly body: Part;
  readonly attachmentListRange: Range | null;
  readonly signature: Signature | null;
  readonly attachments: readonly Part[];
  /** Stretches that belong to the page or repeat the headings. */
  readonly strange: readonly Range[];
};

const ANNOUNCES_CARRIED = /印发|转发|批转|发布|公布|附(?:件|后|表)/u;
const CARRIES = /(?:印发|转发|批转|发布|公布)给?你们|现予(?:印发|公布|发布)/u;

/** Takes the kept text apart: head, body, signature, what it carries. Never fails; empty text gives empty parts. */
export function anatomyOf(text: string): Anatomy {
  const all = paragraphsOf(text);
  const head = headOf(text, all);
  const own = clip(all, head.bodyStart);
  const list = attachmentList(text, own);
  const found = signatureOf(text, own) ?? null;
  const carriedAt = found === null ? coverEnd(text, own) : null;
  const lastOwn = own.at(-1);
  const runOn = found === null && carriedAt === null && lastOwn !== undefined ? runOnSignature(text, lastOwn.start, lastOwn.end) : null;
  const signature = found?.signature ?? runOn;
  const bodyEnd = Math.min(signature?.start ?? text.length, list?.start ?? text.length, carriedAt === null ? text.length : (own[carriedAt]?.start ?? text.length));
  const rest = found !== null ? own.slice(found.next) : carriedAt === null ? [] : own.slice(carriedAt);
  const carried = rest.length === 0 ? [] : carriedDocuments(text, rest, text.length, found !== null && ANNOUNCES_CARRIED.test(text.slice(head.bodyStart, bodyEnd).slice(-3000)));
  const strange: Range[] = head.strange.map((line): Range => [line.start, line.end]);
  const restStart = rest[0]?.start ?? text.length;
  const carriedStart = carried[0]?.start ?? text.length;
  if (rest.length > 0 && carried.length === 0) strange.push([restStart, text.length]);
  const listRange: Range | null = list === null || list.start >= (signature?.start ?? text.length) ? null : [list.start, Math.min(own[list.next]?.start ?? text.length, signature?.start ?? text.length, carriedStart)];
  return {
    head,
    body: partOf(text, "body", own, head.bodyStart, bodyEnd, null, strange),
    attachmentListRange: listRange,
    signature,
    attachments: carried.map((each) => partOf(text, "attachment", rest, each.titleEnd, each.end, each, strange)),
    strange,
  };
}

function partOf(text: string, kind: Part["kind"], among: readonly Paragraph[], start: number, end: number, carried: Carried | null, strange: Range[]): Part {
  const inside = clip(among, start, end);
  const contents = new Set(contentsList(text, inside));
  inside.forEach((paragraph, index) => { if (contents.has(paragraph)) strange.push([paragraph.start, inside[index + 1]?.start ?? paragraph.end]); });
  const paragraphs = inside.filter((paragraph) => !contents.has(paragraph));
  const signature = kind === "attachment" ? (signatureOf(text, paragraphs)?.signature ?? null) : null;
  const list = kind === "attachment" ? attachmentList(text, paragraphs) : null;
  const textEnd = Math.min(signature?.start ?? end, list?.start ?? end);
  const numbered = paragraphs.filter((paragraph) => paragraph.start < textEnd);
  const items = outlineOf(text, numbered, textEnd);
  const closing = closingStart(text, items, numbered, textEnd);
  for (const item of lastChain(items)) item.end = Math.min(item.end, closing);
  return {
    kind, start, end, carried, signature, items, paragraphs: numbered,
    itemsStart: items[0]?.start ?? textEnd,
    closing: closing < textEnd ? [closing, textEnd] : null,
  };
}

function* lastChain(items: readonly Item[]): Generator<Item> {
  for (let item = items.at(-1); item !== undefined; item = item.children.at(-1)) yield item;
}

/** An 印发 notice without signature: the paragraph where the document it carries begins. */
function coverEnd(text: string, paragraphs: readonly Paragraph[]): number | null {
  for (let index = 1; index < paragraphs.length; index += 1) {
    const words = text.slice(paragraphs[index]?.start, paragraphs[index]?.end);
    if (/^附\s?件\s?[一二三四五六七八九十\d]{0,2}$/u.test(words)) return index;
    if (index > 12) continue;
    const above = text.slice(paragraphs[0]?.start, paragraphs[index - 1]?.end);
    if (CARRIES.test(above) && carriedDocuments(text, paragraphs.slice(index), text.length).length > 0) return index;
  }
  return null;
}

/** The paragraphs from `start` on, up to `end`; found by halving, for a page may carry thousands of attachments. */
function clip(paragraphs: readonly Paragraph[], start: number, end = Number.POSITIVE_INFINITY): Paragraph[] {
  let low = 0;
  let high = paragraphs.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((paragraphs[middle]?.end ?? 0) > start) high = middle;
    else low = middle + 1;
  }
  const inside: Paragraph[] = [];
  for (let index = low; index < paragraphs.length; index += 1) {
    const paragraph = paragraphs[index];
    if (paragraph === undefined || paragraph.start >= end) break;
    inside.push({ start: Math.max(paragraph.start, start), end: Math.min(paragraph.end, end) });
  }
  return inside;
}
