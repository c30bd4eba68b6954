import type { RefusalReason } from "./outcome.ts";

/** What a file is by its first bytes; `zip` and `text` need a closer look. */
export type ContentKind =
  | { readonly kind: "pdf" | "zip" | "text" }
  | { readonly kind: "refused"; readonly reason: RefusalReason; readonly detail: string };

/** Tells the kind of a file by its content; the name only tells .wps from .doc, which are built alike. */
export function contentKind(bytes: Uint8Array, fileName: string): ContentKind {
  if (/^[\s\0\xef\xbb\xbf]*%PDF-/.test(latin(bytes, 0, 1024))) return { kind: "pdf" };
  if (startsWith(bytes, "PK\x03\x04") || startsWith(bytes, "PK\x05\x06")) return { kind: "zip" };
  const signature = SIGNATURES.find(({ starts, at, also }) => startsWith(bytes, starts, at) && (also?.(bytes) ?? true));
  if (signature !== undefined) return { kind: "refused", reason: signature.reason, detail: signature.detail };
  if (startsWith(bytes, "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")) return compoundFile(bytes, fileName);
  return textKind(bytes);
}

type Signature = {
  readonly starts: string;
  readonly at?: number;
  readonly reason: RefusalReason;
  readonly detail: string;
  readonly also?: (bytes: Uint8Array) => boolean;
};

const SIGNATURES: readonly Signature[] = [
  { starts: "\x89PNG\r\n", reason: "picture-only", detail: "png" },
  { starts: "\xff\xd8\xff", reason: "picture-only", detail: "jpeg" },
  { starts: "GIF8", reason: "picture-only", detail: "gif" },
  { starts: "BM", reason: "picture-only", detail: "bmp", also: (bytes) => latin(bytes, 6, 10) === "\0\0\0\0" },
  { starts: "II*\0", reason: "picture-only", detail: "tiff" },
  { starts: "MM\0*", reason: "picture-only", detail: "tiff" },
  { starts: "RIFF", reason: "picture-only", detail: "webp", also: (bytes) => latin(bytes, 8, 12) === "WEBP" },
  { starts: "ftyp", at: 4, reason: "picture-only", detail: "heif", also: (bytes) => /^(hei|hev|mif|msf|avi)/.test(latin(bytes, 8, 12)) },
  { starts: "{\\rtf", reason: "rich-text", detail: "rtf" },
  { starts: "\x1f\x8b", reason: "archive", detail: "gzip" },
  { starts: "Rar!\x1a", reason: "archive", detail: "rar" },
  { starts: "7z\xbc\xaf\x27\x1c", reason: "archive", detail: "7z" },
  { starts: "MZ", reason: "binary", detail: "program", also: (bytes) => bytes.subarray(0, 128).includes(0) },
  { starts: "\x7fELF", reason: "binary", detail: "program" },
];

/** The container of Office 97 files: its directory names the streams inside, in UTF-16. */
function compoundFile(bytes: Uint8Array, fileName: string): ContentKind {
  const names = new TextDecoder("latin1").decode(bytes).replaceAll("\0", "");
  const reason: RefusalReason = names.includes("EncryptedPackage") ? "encrypted"
    : names.includes("WordDocument") || names.includes("WpsContent") ? (/\.wps$/i.test(fileName) ? "wps" : "old-word")
    : names.includes("Workbook") || names.includes("Book") ? "spreadsheet"
    : names.includes("PowerPoint Document") ? "presentation"
    : /\.wps$/i.test(fileName) ? "wps" : "old-word";
  return { kind: "refused", reason, detail: "compound file" };
}

/** Text formats that are no plain text: web archives and Word's own XML. */
function textKind(bytes: Uint8Array): ContentKind {
  const start = latin(bytes, 0, 4096);
  if (/^MIME-Version:/im.test(start) && /Content-Type:\s*multipart\/related/i.test(start)) {
    return { kind: "refused", reason: "web-archive", detail: "mhtml" };
  }
  if (/^[\s\xef\xbb\xbf]*<\?xml/.test(start) && /progid="Word\.Document"|<pkg:package|<w:wordDocument/.test(start)) {
    return { kind: "refused", reason: "old-word", detail: "word xml" };
  }
  return { kind: "text" };
}

function latin(bytes: Uint8Array, start: number, end: number): string {
  return String.fromCharCode(...bytes.subarray(start, end));
}

function startsWith(bytes: Uint8Array, signature: string, at = 0): boolean {
  return latin(bytes, at, at + signature.length) === signature;
}
