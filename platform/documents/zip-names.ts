import type { RefusalReason } from "./outcome.ts";

/** What a ZIP archive holds, told by the names inside; null for a .docx. */
export function zipRefusal(names: readonly string[], firstContent: string): RefusalReason | null {
  const has = (name: string): boolean => names.some((one) => one.toLowerCase() === name);
  if (has("ofd.xml")) return "ofd";
  if (names.some((name) => DOCX_MAIN_PART.test(name))) return null;
  if (has("xl/workbook.xml") || has("xl/workbook.bin")) return "spreadsheet";
  if (has("ppt/presentation.xml")) return "presentation";
  if (firstContent.startsWith("application/vnd.oasis.opendocument.")) return openDocument(firstContent);
  return "archive";
}

/** Where the text of a .docx stands. */
export const DOCX_MAIN_PART = /^word\/document\d*\.xml$/i;

function openDocument(type: string): RefusalReason {
  if (type.includes("spreadsheet")) return "spreadsheet";
  return type.includes("presentation") ? "presentation" : "open-document";
}
