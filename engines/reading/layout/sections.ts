import type { Section } from "../reading.ts";
import type { KeptText } from "./kept-text.ts";
import type { Item } from "./outline.ts";
import { shortHeading } from "./shortened.ts";

const LONGEST_HEADING = 80;

/** Does an item's first sentence head the text below it, rather than order something? Offsets of the kept text. */
export type Headings = ReadonlyMap<Item, { readonly start: number; readonly end: number }>;

/** The items as the contract prints them: bare number, heading, unique path, source range. */
export function sectionsOf(kept: KeptText, items: readonly Item[], headings: Headings, prefix: string): Section[] {
  const used = new Map<string, number>();
  return items.map((item) => {
    const times = (used.get(item.marker.no) ?? 0) + 1;
    used.set(item.marker.no, times);
    const path = `${prefix}${item.marker.no}${times > 1 ? `~${times}` : ""}`;
    const heading = headings.get(item);
    const words = (heading === undefined ? firstWords(kept.text, kept.written, item) : kept.written.slice(heading.start, heading.end)).replace(/[\s\u3000]+/gu, "");
    return {
      no: item.marker.no,
      heading: heading === undefined ? shortHeading(words) : words.replace(/[。；：:;，,．.]+$/u, "").slice(0, LONGEST_HEADING),
      range: [kept.offsetOf(item.start), endOf(kept, item.end)],
      path,
      children: sectionsOf(kept, item.children, headings, `${path}/`),
    };
  });
}

// The end belongs to the last character kept, so that furniture behind it stays outside.
const endOf = (kept: KeptText, end: number): number => (end === 0 ? 0 : kept.offsetOf(end - 1) + 1);

function firstWords(text: string, written: string, item: Item): string {
  const end = Math.min(item.end, item.children[0]?.start ?? item.end, item.marker.end + 200);
  const length = (/^[^。！？\n]*/u.exec(text.slice(item.marker.end, end))?.[0] ?? "").length;
  return written.slice(item.marker.end, item.marker.end + length).trim();
}
