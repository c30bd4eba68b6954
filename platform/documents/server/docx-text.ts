import mammoth from "mammoth";
import { readDocxLists } from "../docx-lists.ts";
import { writeNumbersOut } from "../docx-numbering.ts";
import { extractHtmlText } from "../html-text.ts";
import { DOCX_PARTS_BYTES_MAX, XML_DEPTH_MAX } from "../limits.ts";
import type { RefusalReason } from "../outcome.ts";
import { xmlDepth } from "../xml-depth.ts";
import { DOCX_MAIN_PART } from "../zip-names.ts";
import { listZip, unpackEntry } from "./zip-reader.ts";
import { storeZip } from "./zip-writer.ts";

/** The text of a .docx: paragraphs with their automatic numbers, tables by tabs, accepted insertions; or why there is none. */
export async function docxText(bytes: Uint8Array): Promise<{ text: string } | { refused: RefusalReason; detail: string }> {
  const parts = readParts(bytes);
  if ("refused" in parts) return parts;
  const mainName = [...parts.files.keys()].find((name) => DOCX_MAIN_PART.test(name));
  const main = mainName === undefined ? undefined : parts.files.get(mainName);
  if (mainName === undefined || main === undefined) return { refused: "damaged", detail: "no main part" };
  const lists = readDocxLists(parts.files.get("word/numbering.xml") ?? "", parts.files.get("word/styles.xml") ?? "");
  parts.files.set(mainName, writeNumbersOut(main, lists));
  // The library reads the parts that were measured here, and no picture or embedded file.
  const clean = storeZip([...parts.files].map(([name, xml]) => [name, Buffer.from(xml)]));
  const { value } = await mammoth.convertToHtml({ buffer: Buffer.from(clean) }, {
    convertImage: mammoth.images.imgElement(() => Promise.resolve({ src: "" })), externalFileAccess: false,
  });
  const text = extractHtmlText(value);
  return text === "" && parts.hasPictures ? { refused: "picture-only", detail: "docx without text" } : { text };
}

type Parts = { readonly files: Map<string, string>; readonly hasPictures: boolean };

/** The XML parts, unpacked within the limit; a part with a document type is refused, since only attacks have one. */
function readParts(bytes: Uint8Array): Parts | { refused: RefusalReason; detail: string } {
  const listing = listZip(bytes);
  if (listing.kind === "refused") return { refused: listing.reason, detail: listing.detail };
  const files = new Map<string, string>();
  let left = DOCX_PARTS_BYTES_MAX;
  for (const entry of listing.entries.filter(({ name }) => READ_PARTS.test(name))) {
    const content = unpackEntry(bytes, entry, left);
    if (content === "too-large") return { refused: "unsafe", detail: `${entry.name} unpacks to too much` };
    if (content === null) return { refused: "damaged", detail: entry.name };
    left -= content.length;
    const xml = new TextDecoder().decode(content);
    if (/<!DOCTYPE/i.test(xml)) return { refused: "unsafe", detail: `${entry.name} has a document type` };
    if (xmlDepth(xml) > XML_DEPTH_MAX) return { refused: "unsafe", detail: `${entry.name} is nested too deep` };
    files.set(entry.name, xml);
  }
  return { files, hasPictures: listing.entries.some(({ name }) => name.startsWith("word/media/")) };
}

/** Body, styles, lists, notes and the links between them. Headers and footers are not part of the text. */
const READ_PARTS = /^(?:\[Content_Types\]\.xml|_rels\/\.rels|word\/_rels\/[^/]+\.rels|word\/(?:document\d*|styles|numbering|footnotes|endnotes)\.xml)$/i;
