import type { Item } from "./outline.ts";
import type { Paragraph } from "./paragraphs.ts";

// Words a closing paragraph of an official text begins with.
const CLOSING_WORDS = /^(?:各(?:地|级|省|市|县|区|旗|镇|乡|盟|州|有关|相关|单位|部门|街道|社区|企业|学校|成员)[^。]{0,40}?(?:要|应|必须|请)|以上(?:通知|意见|要求|规定|各项|事项|内容)?|本(?:通知|通告|公告|意见|决定|办法|规定|方案)|特此|自本|此前|未(?:尽|纳入)|请(?:各|广大|认真|遵照|结合)|让我们|望|对(?:违反|不按|拒不|弄虚作假))/u;

/**
 * Where the unnumbered closing begins after the last item: a paragraph below an item that is whole already, or,
 * on a run-on page, the last sentence when it speaks to everybody again. Equals `end` when there is none.
 */
export function closingStart(text: string, items: readonly Item[], paragraphs: readonly Paragraph[], end: number): number {
  const last = deepestLast(items);
  if (last === null) return end;
  const inside = paragraphs.filter((paragraph) => paragraph.end > last.start && paragraph.start < end);
  const first = inside[0];
  if (first === undefined) return end;
  if (inside.length === 1) return runOnClosing(text, last.start, Math.min(first.end, end), end);
  const ownWords = text.slice(last.marker.end, first.end);
  const whole = /[。；！？”）]$/u.test(ownWords) && ownWords.length > 12;
  if (!whole) return inside.length > 2 && CLOSING_WORDS.test(text.slice(inside.at(-1)?.start ?? end, end)) ? (inside.at(-1)?.start ?? end) : end;
  return inside[1]?.start ?? end;
}

function deepestLast(items: readonly Item[]): Item | null {
  let item = items.at(-1) ?? null;
  while (item !== null && item.children.length > 0) item = item.children.at(-1) ?? null;
  return item;
}

// The last item must keep a sentence of its own beside its heading.
function runOnClosing(text: string, from: number, to: number, end: number): number {
  const stops: number[] = [];
  for (let at = from; at < to; at += 1) if ("。！？".includes(text[at] ?? "")) stops.push(at + 1);
  for (let index = Math.max(1, stops.length - 4); index < stops.length - 1; index += 1) {
    const at = stops[index] ?? to;
    if (CLOSING_WORDS.test(text.slice(at, at + 60).trimStart())) return at;
  }
  return end;
}
