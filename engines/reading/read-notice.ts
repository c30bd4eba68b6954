import { DESCRIBING_HEADINGS } from "./lexicon/phrases.ts";
import { TABLE_HEAD_FIELDS } from "./lexicon/furniture.ts";
import { type Anatomy, anatomyOf, type Part } from "./layout/anatomy.ts";
import { isoDate } from "./layout/dates.ts";
import { speaksToAll } from "./layout/frame.ts";
import { furnitureOf, mergeRanges, pageTailsOf } from "./layout/furniture.ts";
import { headingsOf } from "./layout/headings.ts";
import { keepText, type KeptText } from "./layout/kept-text.ts";
import { leavesOf } from "./layout/leaves.ts";
import type { Item } from "./layout/outline.ts";
import { paragraphsOf } from "./layout/paragraphs.ts";
import { repeatedCopies } from "./layout/repeated-body.ts";
import { sectionsOf } from "./layout/sections.ts";
import { excerpt } from "./layout/shortened.ts";
import { numberingRemarks } from "./layout/numbering-remarks.ts";
import { obligationsOf, type Stretch } from "./orders/obligations.ts";
import type { Attachment, LeafKind, Range, Reading, Remark, Section } from "./reading.ts";

/** UTF-16 code units read of one text; 5 MB of Chinese in UTF-8 are well below. The rest becomes one leaf and a remark. */
export const LONGEST_TEXT = 5 * 1024 * 1024;

/** 有下列情形之一的，…：, 符合下列条件的，…：: the items below are cases, not orders. */
const LISTS_CASES = /(?:(?:有|符合|具备|属于|存在|是)[^。；：，]{0,6}(?:下列|以下|如下)[^。；：，]{0,16}(?:情形|情况|行为|条件)|(?:下列|以下|如下)[^。；：，]{0,16}(?:情形|情况|行为|条件)之一)[^。]{0,160}[：:]\s*$/u;
/** …不得有下列行为：: what the items below name is banned. */
const LISTS_BANS = /(?:禁止|严禁|不得|不准)[^。；]{0,60}(?:下列|以下|如下)[^。；]{0,30}[：:]\s*$/u;

/** Paragraphs that may stand before a notice's first number and only lead to it. */
const LONGEST_INTRODUCTION = 4;

/**
 * Reads an official notice: sections, attachments, every order with its strength, and remarks on what an officer
 * should look at. Pure, deterministic, linear in the text; takes any string and never throws.
 */
export function readNotice(source: string): Reading {
  const text = source.length > LONGEST_TEXT ? source.slice(0, LONGEST_TEXT) : source;
  const removed = removedFrom(text);
  const kept = keepText(text, mergeRanges(removed.map(({ range }) => range)));
  const anatomy = anatomyOf(kept.text);
  const body = readPart(kept, anatomy.body, "");
  const named = new Map<string, number>();
  const attached = anatomy.attachments.map((part, index) => {
    const name = `附件${part.carried?.number ?? (anatomy.attachments.length > 1 ? index + 1 : "")}`;
    const times = (named.get(name) ?? 0) + 1;
    named.set(name, times);
    const path = times > 1 ? `${name}~${times}` : name;
    return { part, path, ...readPart(kept, part, `${path}/`) };
  });
  const facts = factsOf(text, anatomy);
  const leaves = leavesOf(kept, anatomy, disjoint(removed));
  if (text.length < source.length) leaves.push({ kind: "furniture", range: [text.length, source.length] });
  const attachments = attached.map(({ part, path, sections }): Attachment => ({ title: part.carried?.title ?? "", range: [kept.offsetOf(part.carried?.start ?? part.start), lastOffset(kept, part.end)], path, sections }));
  const stretches = [...stretchesOf(anatomy.body, body, kept.text), ...attached.flatMap((each) => stretchesOf(each.part, each, kept.text))];
  return {
    title: facts.title, documentNumber: facts.documentNumber, date: facts.date, issuer: facts.issuer, publisher: facts.publisher,
    addressees: anatomy.head.addresseeNames,
    sections: body.sections, attachments,
    obligations: obligationsOf(kept, stretches, anatomy.head.addresseeNames),
    leaves,
    remarks: remarksOf(text, source, facts, body.sections, attachments, leaves, anatomy),
  };
}

type ReadPart = { readonly sections: Section[]; readonly headings: ReadonlyMap<Item, { start: number; end: number }>; readonly prefix: string };

function readPart(kept: KeptText, part: Part, prefix: string): ReadPart {
  const headings = headingsOf(kept.text, part.items, part.paragraphs);
  return { headings, sections: sectionsOf(kept, part.items, headings, prefix), prefix };
}

const lastOffset = (kept: KeptText, end: number): number => (end === 0 ? 0 : kept.offsetOf(end - 1) + 1);

/** Furniture and later copies of the body, by source range. */
function removedFrom(text: string): { kind: LeafKind; range: Range }[] {
  const lines = furnitureOf(text);
  const first = keepText(text, lines);
  const starts = bodyStarts(first.text);
  const repeated = repeatedCopies(first.text, starts);
  const copies = (repeated?.copies ?? []).flatMap(([start, end]) => first.rangesOf(start, end));
  const second = keepText(text, mergeRanges([...lines, ...copies]));
  const tails = pageTailsOf(second.text).flatMap(([start, end]) => second.rangesOf(start, end));
  return [
    ...lines.map((range) => ({ kind: "furniture" as const, range })),
    ...tails.map((range) => ({ kind: "furniture" as const, range })),
    ...copies.map((range) => ({ kind: "repeated-body" as const, range })),
  ];
}

/** Where a second copy might begin the same way: the first paragraphs and the first numbered item. */
function bodyStarts(text: string): number[] {
  const head = paragraphsOf(text.slice(0, 3000)).slice(0, 6).map((paragraph) => paragraph.start);
  const item = /(?:^|[。：\n\s\u3000])一、/u.exec(text.slice(0, 20_000));
  return item === null ? head : [...head, item.index + item[0].length - 2];
}

function disjoint(removed: readonly { kind: LeafKind; range: Range }[]): { kind: LeafKind; range: Range }[] {
  const result: { kind: LeafKind; range: [number, number] }[] = [];
  for (const { kind, range } of removed.toSorted((left, right) => left.range[0] - right.range[0])) {
    const last = result.at(-1);
    const start = Math.max(range[0], last?.range[1] ?? 0);
    if (start < range[1]) result.push({ kind, range: [start, range[1]] });
  }
  return result;
}

type Facts = { readonly title: string | null; readonly documentNumber: string | null; readonly date: string | null; readonly issuer: string | null; readonly publisher: string | null };

/** The notice's own words first, then the fields of the page's table head. */
function factsOf(text: string, anatomy: Anatomy): Facts {
  const edge = text.length > 40_000 ? `${text.slice(0, 20_000)}\n${text.slice(-20_000)}` : text;
  const field = (name: keyof typeof TABLE_HEAD_FIELDS): string | null => TABLE_HEAD_FIELDS[name].exec(edge)?.[1]?.trim() ?? null;
  const { head, signature } = anatomy;
  const signed = signature === null || signature.names.length === 0 ? null : signature.names.join("、");
  const dateField = field("signingDate") ?? field("publishingDate");
  return {
    title: head.titleWords ?? field("title"),
    documentNumber: head.documentNumber ?? field("documentNumber"),
    date: (signature === null || signature.dateWords === null ? null : isoDate(signature.dateWords)) ?? head.date ?? (dateField === null ? null : isoDate(dateField)),
    issuer: signed ?? field("issuer") ?? head.issuer ?? field("source"),
    publisher: field("publisher"),
  };
}

/** The texts of a part in which orders are looked for: everything but titles, headings and signatures. */
function stretchesOf(part: Part, read: ReadPart, text: string): Stretch[] {
  const stretches: Stretch[] = [];
  const owners = ownersOf(part, read, text);
  let owner = 0;
  for (const paragraph of part.paragraphs) {
    let at = paragraph.start;
    while (at < paragraph.end) {
      while (owner + 1 < owners.length && (owners[owner + 1]?.start ?? 0) <= at) owner += 1;
      const current = owners[owner];
      if (current === undefined) break;
      const end = Math.min(paragraph.end, owners[owner + 1]?.start ?? paragraph.end);
      if (end > at) stretches.push({ start: at, end, clause: current.clause, part: part.kind, bare: current.bare && !current.silent && !current.banned, banned: current.banned });
      if (current.silent) stretches.pop();
      at = end;
    }
  }
  return stretches;
}

type Owner = { readonly start: number; readonly clause: string; readonly bare: boolean; readonly silent: boolean; readonly banned: boolean };

/** Which clause each offset belongs to, by ascending start; headings and markers are silent. */
function ownersOf(part: Part, read: ReadPart, text: string): Owner[] {
  const outside = part.kind === "attachment" ? read.prefix.slice(0, -1) : part.items.length === 0 ? "body" : "preamble";
  const owners: Owner[] = [{ start: part.start, clause: outside, bare: part.items.length === 0 || !introduced(part, text), silent: false, banned: false }];
  const add = (items: readonly Item[], sections: readonly Section[], describing: boolean, list: "cases" | "bans" | null): void => {
    items.forEach((item, index) => {
      const section = sections[index];
      if (section === undefined) return;
      const heading = read.headings.get(item);
      const aims = heading === undefined ? describing : DESCRIBING_HEADINGS.test(section.heading);
      const own = { clause: section.path, bare: !aims && list !== "cases", banned: list === "bans" };
      owners.push({ start: item.start, ...own, silent: true });
      owners.push({ start: heading === undefined ? item.marker.end : heading.end, ...own, silent: false });
      const first = item.children[0]?.start ?? item.end;
      // Behind its first sentence the last item of a list may hold what follows the list.
      const stop = list === null ? -1 : text.slice(item.marker.end, first).search(/[。\n]/u);
      if (stop >= 0 && item.marker.end + stop + 1 < first) owners.push({ start: item.marker.end + stop + 1, clause: section.path, bare: !aims, banned: false, silent: false });
      const lead = text.slice(Math.max(item.start, first - 240), first);
      add(item.children, section.children, aims, LISTS_BANS.test(lead) ? "bans" : LISTS_CASES.test(lead) ? "cases" : list);
    });
  };
  add(part.items, read.sections, false, null);
  if (part.closing !== null) owners.push({ start: part.closing[0], clause: part.kind === "attachment" ? `${outside}/closing` : "closing", bare: true, silent: false, banned: false });
  return owners;
}

/**
 * Does what stands before the first number only lead to it? A few paragraphs do, and any number that ends in …通知如下; else it is
 * text that orders too: a notice without numbers that holds a list somewhere.
 */
function introduced(part: Part, text: string): boolean {
  const before = part.paragraphs.filter((paragraph) => paragraph.start < part.itemsStart);
  const sentences = before.filter((paragraph) => /[。！？：]$/u.test(text.slice(Math.max(paragraph.start, Math.min(paragraph.end, part.itemsStart) - 2), Math.min(paragraph.end, part.itemsStart)).trimEnd()));
  return sentences.length <= LONGEST_INTRODUCTION || /(?:如下|以下|下列)[^。]{0,16}[：:。]?\s*$|(?:现|特)(?:提出|制定|就)[^。]{0,60}[：:。]\s*$/u.test(text.slice(Math.max(part.start, part.itemsStart - 120), part.itemsStart));
}

function remarksOf(text: string, source: string, facts: Facts, sections: readonly Section[], attachments: readonly Attachment[], leaves: Reading["leaves"], anatomy: Anatomy): Remark[] {
  const remarks: Remark[] = [];
  const missing = (kind: Remark["kind"]): void => { remarks.push({ kind, range: null, detail: "" }); };
  if (text.trim() === "") missing("no-text");
  else if (!isChinese(text)) missing("not-chinese");
  if (source.length > text.length) remarks.push({ kind: "text-truncated", range: [text.length, source.length], detail: String(source.length - text.length) });
  if (facts.title === null) missing("title-missing");
  if (facts.date === null) missing("date-missing");
  if (facts.issuer === null) missing("issuer-missing");
  if (anatomy.head.addresseeNames.length === 0 && !speaksToAll(facts.title ?? "")) missing("addressees-missing");
  remarks.push(...numberingRemarks(sections));
  for (const attachment of attachments) remarks.push({ kind: "attachment", range: attachment.range, detail: attachment.title }, ...numberingRemarks(attachment.sections));
  for (const leaf of leaves) {
    if (leaf.kind !== "furniture" && leaf.kind !== "repeated-body") continue;
    const words = text.slice(...leaf.range).trim();
    if (words !== "") remarks.push({ kind: leaf.kind, range: leaf.range, detail: leaf.kind === "furniture" ? excerpt(words) : "" });
  }
  return remarks;
}

/** At least one character in ten of the first thousands is Chinese. */
function isChinese(text: string): boolean {
  const first = text.slice(0, 20_000);
  let common = 0;
  for (let at = 0; at < first.length; at += 1) {
    const code = first.charCodeAt(at);
    if (code >= 0x4e00 && code <= 0x9fff) common += 1;
  }
  if (common > 0 && common * 10 >= first.length) return true;
  const sample = first.replace(/[\s\d\p{P}]/gu, "");
  const chinese = sample.match(/\p{Script=Han}/gu)?.length ?? 0;
  return sample.length > 0 && chinese * 10 >= sample.length;
}
