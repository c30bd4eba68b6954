import type { Part } from "../layout/anatomy.ts";
import type { Item } from "../layout/outline.ts";
import { DESCRIBING_HEADINGS } from "../lexicon/phrases.ts";
import type { Obligation, Section } from "../reading.ts";

/** A stretch of one clause's text to read: kept-text offsets of one paragraph. `bare`: may verb-first clauses order here? `banned`: is it an item of what is banned? */
export type Stretch = { readonly start: number; readonly end: number; readonly clause: string; readonly part: Obligation["part"]; readonly bare: boolean; readonly banned: boolean };

/** A part with the sections and headings its layout showed; `prefix` begins their paths. */
export type ReadPart = { readonly sections: Section[]; readonly headings: ReadonlyMap<Item, { start: number; end: number }>; readonly prefix: string };

/** 有下列情形之一的，…：, 符合下列条件的，…：: the items below are cases, not orders. */
const LISTS_CASES = /(?:(?:有|符合|具备|属于|存在|是)[^。；：，]{0,6}(?:下列|以下|如下)[^。；：，]{0,16}(?:情形|情况|行为|条件)|(?:下列|以下|如下)[^。；：，]{0,16}(?:情形|情况|行为|条件)之一)[^。]{0,160}[：:]\s*$/u;
/** …不得有下列行为：: what the items below name is banned. */
const LISTS_BANS = /(?:禁止|严禁|不得|不准)[^。；]{0,60}(?:下列|以下|如下)[^。；]{0,30}[：:]\s*$/u;

/** Paragraphs that may stand before a notice's first number and only lead to it. */
const LONGEST_INTRODUCTION = 4;

/** The texts of a part in which orders are looked for: everything but titles, headings and signatures. */
export function stretchesOf(part: Part, read: ReadPart, text: string): Stretch[] {
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
      if (!current.silent) stretches.push({ start: at, end, clause: current.clause, part: part.kind, bare: current.bare, banned: current.banned });
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
      const own = { clause: section.path, bare: !aims && list === null, banned: list === "bans" };
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
