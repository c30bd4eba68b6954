import { Parser } from "htmlparser2";

/** A level of a list: `text` is its pattern, e.g. `（%1）`; `suffix` what stands between number and text. */
export type ListLevel = {
  start: number;
  format: string;
  text: string;
  suffix: string;
  isLegal: boolean;
  style: string | null;
};

/** The list a paragraph or a paragraph style belongs to; either part may come from the style below. */
export type ListPlace = { list: string | null; level: number | null };

/** The lists of a .docx: definitions, the lists that use them, and the styles that put paragraphs into lists. */
export type DocxLists = {
  readonly definitions: ReadonlyMap<string, Map<number, ListLevel>>;
  readonly lists: ReadonlyMap<string, { definition: string; starts: Map<number, number>; levels: Map<number, ListLevel> }>;
  readonly styles: ReadonlyMap<string, ListPlace & { basedOn: string | null }>;
};

/** Reads `word/numbering.xml` and `word/styles.xml`; what is missing or odd is left out. */
export function readDocxLists(numberingXml: string, stylesXml: string): DocxLists {
  const definitions = new Map<string, Map<number, ListLevel>>();
  const lists = new Map<string, { definition: string; starts: Map<number, number>; levels: Map<number, ListLevel> }>();
  let levels: Map<number, ListLevel> | null = null;
  let level: ListLevel | null = null;
  let list: { definition: string; starts: Map<number, number>; levels: Map<number, ListLevel> } | null = null;
  let overridden = 0;
  eachTag(numberingXml, (name, read) => {
    const value = read("w:val") ?? "";
    if (name === "w:abstractNum") definitions.set(read("w:abstractNumId") ?? "", levels = new Map());
    else if (name === "w:num") lists.set(read("w:numId") ?? "", list = { definition: "", starts: new Map(), levels: levels = new Map() });
    else if (name === "w:abstractNumId" && list !== null) list.definition = value;
    else if (name === "w:lvlOverride") overridden = whole(read("w:ilvl"), 0);
    else if (name === "w:startOverride") list?.starts.set(overridden, whole(value, 1));
    else if (name === "w:lvl") levels?.set(whole(read("w:ilvl"), 0), level = newLevel());
    else if (level !== null) describe(level, name, value);
  });
  return { definitions, lists, styles: readStyles(stylesXml) };
}

/** Calls back for each opening tag of an XML part with a reader of its attributes. */
export function eachTag(xml: string, visit: (name: string, read: (attribute: string) => string | undefined) => void): void {
  const parser = new Parser({ onopentag: (name, attributes) => visit(name, (attribute) => attributes[attribute]) }, { xmlMode: true });
  parser.write(xml);
  parser.end();
}

/** A whole number in an attribute, or the given one. */
export function whole(text: string | undefined, otherwise: number): number {
  return text !== undefined && /^\d{1,6}$/.test(text) ? Number(text) : otherwise;
}

function newLevel(): ListLevel {
  return { start: 1, format: "decimal", text: "", suffix: "tab", isLegal: false, style: null };
}

function describe(level: ListLevel, name: string, value: string): void {
  if (name === "w:start") level.start = whole(value, 1);
  else if (name === "w:numFmt") level.format = value;
  else if (name === "w:lvlText") level.text = value.slice(0, LEVEL_TEXT_LENGTH_MAX);
  else if (name === "w:suff") level.suffix = value;
  else if (name === "w:isLgl") level.isLegal = value !== "0" && value !== "false";
  else if (name === "w:pStyle") level.style = value;
}

const LEVEL_TEXT_LENGTH_MAX = 40;

function readStyles(xml: string): DocxLists["styles"] {
  const styles = new Map<string, ListPlace & { basedOn: string | null }>();
  let style: (ListPlace & { basedOn: string | null }) | null = null;
  eachTag(xml, (name, read) => {
    if (name === "w:style") styles.set(read("w:styleId") ?? "", style = { list: null, level: null, basedOn: null });
    else if (style === null) return;
    else if (name === "w:basedOn") style.basedOn = read("w:val") ?? null;
    else if (name === "w:numId") style.list = read("w:val") ?? null;
    else if (name === "w:ilvl") style.level = whole(read("w:val"), 0);
  });
  return styles;
}
