import { TABLE_HEAD_FIELDS } from "./lexicon/furniture.ts";
import { type Anatomy, anatomyOf, type Part } from "./layout/anatomy.ts";
import { isoDate } from "./layout/dates.ts";
import { speaksToAll } from "./layout/frame.ts";
import { furnitureOf, mergeRanges, pageTailsOf } from "./layout/furniture.ts";
import { headingsOf } from "./layout/headings.ts";
import { keepText, type KeptText } from "./layout/kept-text.ts";
import { leavesOf } from "./layout/leaves.ts";
import { paragraphsOf } from "./layout/paragraphs.ts";
import { repeatedCopies } from "./layout/repeated-body.ts";
import { sectionsOf } from "./layout/sections.ts";
import { excerpt } from "./layout/shortened.ts";
import { numberingRemarks } from "./layout/numbering-remarks.ts";
import { obligationsOf } from "./orders/obligations.ts";
import { type ReadPart, stretchesOf } from "./orders/stretches.ts";
import type { Attachment, LeafKind, Range, Reading, Remark, Section } from "./reading.ts";

/** UTF-16 code units read of one text; 5 MB of Chinese in UTF-8 are well below. The rest becomes one leaf and a remark. */
export const LONGEST_TEXT = 5 * 1024 * 1024;

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
