import { Parser } from "htmlparser2";
import type { DocxLists, ListLevel, ListPlace } from "./docx-lists.ts";
import { whole } from "./docx-lists.ts";
import { numberWords } from "./number-words.ts";

/**
 * Writes automatic list numbers into the text of `word/document.xml`. Word keeps 一、（一）1. out of the text and draws them;
 * without them a notice has no numbered items. Bullets get nothing, as they number nothing.
 */
export function writeNumbersOut(documentXml: string, lists: DocxLists): string {
  const counters = new Map<string, number[]>();
  const listsStarted = new Set<string>();
  const pieces: string[] = [];
  const paragraphs: Paragraph[] = [];
  let copied = 0;
  let skipped = 0;

  const parser = new Parser({
    onopentag(name, attributes) {
      const paragraph = paragraphs.at(-1);
      // Of two drawings of the same text box, `mc:Choice` is the one that is not read.
      if (name === "mc:Choice") skipped += 1;
      else if (name === "w:p") paragraphs.push({ style: null, place: { list: null, level: null }, hasProperties: false });
      else if (paragraph === undefined) return;
      else if (name === "w:pStyle") paragraph.style = attributes["w:val"] ?? null;
      else if (name === "w:numId") paragraph.place.list = attributes["w:val"] ?? null;
      else if (name === "w:ilvl") paragraph.place.level = whole(attributes["w:val"], 0);
      // A tracked change keeps the properties the paragraph had before; they must not win.
      else if (name === "w:pPrChange") paragraphs.push({ style: null, place: { list: null, level: null }, hasProperties: true });
    },
    onclosetag(name) {
      if (name === "mc:Choice") skipped -= 1;
      else if (name === "w:p" || name === "w:pPrChange") paragraphs.pop();
      else if (name === "w:pPr") {
        const paragraph = paragraphs.at(-1);
        if (paragraph === undefined || paragraph.hasProperties || skipped > 0) return;
        paragraph.hasProperties = true;
        const label = nextLabel(placeOf(paragraph, lists), lists, counters, listsStarted);
        if (label === "") return;
        const at = parser.endIndex + 1;
        pieces.push(documentXml.slice(copied, at), `<w:r><w:t xml:space="preserve">${escapeXml(label)}</w:t></w:r>`);
        copied = at;
      }
    },
  }, { xmlMode: true });
  parser.write(documentXml);
  parser.end();
  return pieces.join("") + documentXml.slice(copied);
}

type Paragraph = { style: string | null; readonly place: ListPlace; hasProperties: boolean };

const STYLE_CHAIN_MAX = 20;

/** The list and level of a paragraph: its own, else those of its style or a style that one is based on. */
function placeOf(paragraph: Paragraph, lists: DocxLists): { list: string; level: number } | null {
  let { list, level } = paragraph.place;
  let styleName = paragraph.style;
  for (let step = 0; styleName !== null && step < STYLE_CHAIN_MAX && list === null; step += 1) {
    const style = lists.styles.get(styleName);
    if (style?.list != null) {
      list = style.list;
      level ??= levelOfStyle(list, styleName, lists) ?? style.level;
    }
    styleName = style?.basedOn ?? null;
  }
  return list === null || list === "0" ? null : { list, level: level ?? 0 };
}

function levelOfStyle(list: string, style: string, lists: DocxLists): number | null {
  const levels = lists.definitions.get(lists.lists.get(list)?.definition ?? "");
  return [...(levels ?? [])].find(([, level]) => level.style === style)?.[0] ?? null;
}

function nextLabel(
  place: { list: string; level: number } | null, lists: DocxLists, counters: Map<string, number[]>, listsStarted: Set<string>,
): string {
  const list = place === null ? undefined : lists.lists.get(place.list);
  if (place === null || list === undefined) return "";
  const levelAt = (index: number): ListLevel | undefined => list.levels.get(index) ?? lists.definitions.get(list.definition)?.get(index);
  const level = levelAt(place.level);
  if (level === undefined || level.format === "bullet") return "";
  // Lists that share a definition go on counting together, unless one says where it starts.
  const counts = counters.get(list.definition) ?? [];
  counters.set(list.definition, counts);
  if (!listsStarted.has(place.list)) {
    listsStarted.add(place.list);
    for (const [index, start] of list.starts) counts[index] = start - 1;
  }
  counts[place.level] = (counts[place.level] ?? level.start - 1) + 1;
  counts.length = place.level + 1;
  return spaced(labelText(level, counts, levelAt), level.suffix);
}

function labelText(level: ListLevel, counts: readonly number[], levelAt: (index: number) => ListLevel | undefined): string {
  return level.text.replace(/%([1-9])/g, (_, figure: string) => {
    const index = Number(figure) - 1;
    const referred = levelAt(index);
    return numberWords(counts[index] ?? referred?.start ?? 1, level.isLegal ? "decimal" : referred?.format ?? "decimal");
  });
}

/** After 、） and the like typists leave no gap; after 第一条 they leave a wide one. */
function spaced(label: string, suffix: string): string {
  if (label === "" || suffix === "nothing" || /[、，。．：）】〕]$/.test(label)) return label;
  return /[\u4e00-\u9fff]$/.test(label) ? `${label}\u3000` : `${label} `;
}

function escapeXml(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
