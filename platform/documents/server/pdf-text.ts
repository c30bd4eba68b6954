import { getDocumentProxy } from "unpdf";
import type { RefusalReason } from "../outcome.ts";
import { printedLines, type PlacedText, type PrintedLine } from "../pdf-lines.ts";
import { joinParagraphs } from "../pdf-paragraphs.ts";
import { plainLetters } from "../plain-letters.ts";

/** The text layer of a PDF, joined into paragraphs; or why there is none. Columns and tables come in the order the file has them. */
export async function pdfText(bytes: Uint8Array): Promise<{ text: string } | { refused: RefusalReason; detail: string }> {
  const opened = await openPdf(bytes);
  if ("refused" in opened) return opened;
  const pages: PrintedLine[][] = [];
  for (let number = 1; number <= opened.pdf.numPages; number += 1) {
    const page = await opened.pdf.getPage(number);
    const content = await page.getTextContent();
    pages.push(printedLines(content.items.flatMap((item) => ("str" in item ? [placed(item)] : []))));
    page.cleanup();
  }
  const text = joinParagraphs(pages);
  const letters = (text.match(/[\p{L}\p{N}]/gu) ?? []).length;
  const unreadable = (text.match(/[\ufffd\p{Co}]/gu) ?? []).length;
  if (letters + unreadable < LETTERS_A_PAGE_MIN * pages.length) {
    return { refused: "picture-only", detail: `${letters} letters on ${pages.length} pages` };
  }
  return unreadable * 4 > letters ? { refused: "text-garbled", detail: `${unreadable} unreadable characters` } : { text };
}

/** A scan may carry a page number or a stamp as text. */
const LETTERS_A_PAGE_MIN = 3;

type OpenedPdf = { pdf: Awaited<ReturnType<typeof getDocumentProxy>> };

async function openPdf(bytes: Uint8Array): Promise<OpenedPdf | { refused: RefusalReason; detail: string }> {
  try {
    return { pdf: await getDocumentProxy(new Uint8Array(bytes), { verbosity: 0, useSystemFonts: false, disableFontFace: true, stopAtErrors: false }) };
  } catch (error) {
    const name = error instanceof Error ? error.name : "";
    return { refused: name === "PasswordException" ? "encrypted" : "damaged", detail: name };
  }
}

/** The text matrix: [a b c d x y]; the height of letters is the length of its second row. */
function placed(item: { str: string; transform: readonly unknown[]; width: number; height: number }): PlacedText {
  const [, , c, d, x, y] = item.transform.map(Number);
  return { text: plainLetters(item.str), x: x ?? 0, y: y ?? 0, width: item.width, size: Math.hypot(c ?? 0, d ?? 0) || item.height };
}
