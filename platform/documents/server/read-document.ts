import { contentKind } from "../content-kind.ts";
import { decodeText, type Decoded } from "../decode-text.ts";
import { BYTES_MAX, TEXT_BYTES_MAX } from "../limits.ts";
import { looksLikeHtml } from "../looks-like-html.ts";
import { refused, type DocumentFormat, type DocumentHints, type DocumentOutcome } from "../outcome.ts";
import { pageCharset } from "../page-charset.ts";
import { zipRefusal } from "../zip-names.ts";
import { runExtraction, type ExtractionTask } from "./run-extraction.ts";
import { listZip, unpackEntry } from "./zip-reader.ts";

/**
 * The text of an uploaded file, whatever it is: plain text in any Chinese encoding, web pages, .docx, PDF with a text layer.
 * Everything else is refused by name. The content decides, not the name. Never rejects; takes at most the extraction bounds.
 */
export async function readDocument(bytes: Uint8Array, hints: DocumentHints = {}): Promise<DocumentOutcome> {
  if (bytes.length === 0) return refused("empty", "no bytes");
  if (bytes.length > BYTES_MAX) return refused("too-large", `${bytes.length} bytes`);
  const content = contentKind(bytes, hints.fileName ?? "");
  if (content.kind === "refused") return content;
  if (content.kind === "pdf") return extracted({ format: "pdf", bytes }, null);
  if (content.kind === "zip") return readZip(bytes);
  return readText(bytes, hints.declaredType ?? "");
}

async function readZip(bytes: Uint8Array): Promise<DocumentOutcome> {
  const listing = listZip(bytes);
  if (listing.kind === "refused") return listing;
  if (listing.entries.some(({ isEncrypted }) => isEncrypted)) return refused("encrypted", "zip");
  const first = listing.entries.find(({ name }) => name === "mimetype");
  const firstContent = first === undefined ? null : unpackEntry(bytes, first, 200);
  const type = firstContent instanceof Uint8Array ? new TextDecoder().decode(firstContent) : "";
  const reason = zipRefusal(listing.entries.map(({ name }) => name), type);
  return reason === null ? extracted({ format: "docx", bytes }, null) : refused(reason, "zip");
}

async function readText(bytes: Uint8Array, declaredType: string): Promise<DocumentOutcome> {
  const decoded = decodeText(bytes, pageCharset(bytes, declaredType));
  if (decoded === null) return refused(hasControls(bytes) ? "binary" : "encoding-unknown", "no encoding fits");
  if (isMostlyControls(decoded.text)) return refused("binary", "control characters");
  if (looksLikeHtml(decoded.text)) return extracted({ format: "html", html: decoded.text }, decoded);
  return outcome(decoded.text, "text", decoded);
}

async function extracted(task: Exclude<ExtractionTask, { format: "sheet" | "workbook" }>, decoded: Decoded | null): Promise<DocumentOutcome> {
  const result = await runExtraction(task);
  return "refused" in result ? refused(result.refused, result.detail) : outcome(result.text, task.format, decoded);
}

function outcome(text: string, format: DocumentFormat, decoded: Decoded | null): DocumentOutcome {
  if (!/[^\s\ufeff\u200b-\u200d\u2060]/u.test(text)) return refused("empty", `${format} without words`);
  const textBytes = Buffer.byteLength(text);
  if (textBytes > TEXT_BYTES_MAX) return refused("too-large", `${textBytes} bytes of text`);
  return { kind: "text", text, format, encoding: decoded?.encoding ?? null, encodingGuessed: decoded?.guessed ?? false };
}

function hasControls(bytes: Uint8Array): boolean {
  const sample = bytes.subarray(0, 65_536);
  return sample.filter((byte) => byte < 0x09 || (byte > 0x0d && byte < 0x20)).length * 100 > sample.length;
}

/** One or two stray control characters do not make a text binary; more do. */
function isMostlyControls(text: string): boolean {
  // oxlint-disable-next-line no-control-regex -- these are what is counted
  const controls = (text.match(/[\u0000-\u0008\u000e-\u001f\u007f]/g) ?? []).length;
  return controls * 1000 > text.length && !(controls <= 2 && text.length >= 50);
}
