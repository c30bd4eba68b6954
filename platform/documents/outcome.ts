/** Why a file was not turned into text. The list is closed: each reason has its words in `explainRefusal`. */
export const REFUSAL_REASONS = [
  "empty", "binary", "encoding-unknown", "too-large", "picture-only", "old-word", "wps", "ofd", "spreadsheet",
  "presentation", "open-document", "rich-text", "web-archive", "archive", "encrypted", "damaged", "text-garbled", "unsafe",
  "too-costly", "busy",
] as const;
/** Why no text could be taken out; each has its words in `explainRefusal`. */
export type RefusalReason = (typeof REFUSAL_REASONS)[number];

/** What the bytes turned out to be; the file name has no say in it. */
export type DocumentFormat = "text" | "html" | "docx" | "pdf";

/** The encodings that are told apart. */
export type TextEncoding = "utf-8" | "utf-16le" | "utf-16be" | "gb18030" | "big5" | "windows-1252";

/**
 * The text of a document, or why there is none.
 * `text` of plain text files is what the bytes say, byte order mark and CRLF included; of other formats it is extracted.
 * `encoding` is null for formats that name their own (docx, pdf). `detail` is for the log: no words for people.
 */
export type DocumentOutcome =
  | {
    readonly kind: "text";
    readonly text: string;
    readonly format: DocumentFormat;
    readonly encoding: TextEncoding | null;
    readonly encodingGuessed: boolean;
  }
  | { readonly kind: "refused"; readonly reason: RefusalReason; readonly detail: string };

/** What came with the bytes. Only the charset of `declaredType` and the ending `.wps` are ever used. */
export type DocumentHints = { readonly fileName?: string; readonly declaredType?: string };

/** A refusal with its detail. */
export function refused(reason: RefusalReason, detail: string): Extract<DocumentOutcome, { kind: "refused" }> {
  return { kind: "refused", reason, detail };
}
