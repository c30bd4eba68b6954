import type { LocalText } from "#platform/i18n";

/** Kinds of file that are kept, by what their content says. */
export const MEDIA_TYPES = [
  "text/plain", "text/html", "application/pdf", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", "image/jpeg", "image/png", "image/webp",
] as const;
/** One of the kinds of file that are kept. */
export type MediaType = (typeof MEDIA_TYPES)[number];

/** How archives, programs and old office files begin: by their first bytes, as Latin-1. */
const NEVER_TEXT = ["PK\x05\x06", "GIF8", "\x1f\x8b", "Rar!", "7z\xbc\xaf", "\x7fELF", "MZ", "\xd0\xcf\x11\xe0", "BM", "II*\0", "MM\0*"];

const MEGABYTE = 1024 * 1024;
/** Largest size of each kind, in bytes. */
export const BYTES_MAX: Readonly<Record<MediaType, number>> = {
  "text/plain": 5 * MEGABYTE, "text/html": 20 * MEGABYTE, "application/pdf": 20 * MEGABYTE,
  "application/vnd.openxmlformats-officedocument.wordprocessingml.document": 20 * MEGABYTE,
  "image/jpeg": 12 * MEGABYTE, "image/png": 12 * MEGABYTE, "image/webp": 12 * MEGABYTE,
};

/** Why a file is not kept. */
export type FileRefusal = { readonly reason: "empty" | "kind" | "too-large" | "damaged-picture"; readonly problem: LocalText; readonly remedy: LocalText };

/** What these first bytes are; null: a kind that is not kept. Text is whatever holds no zero byte and none of the others' signatures. */
export function mediaTypeOf(bytes: Uint8Array): MediaType | null {
  const head = String.fromCharCode(...bytes.subarray(0, 4_096));
  if (/^[\s\0\xef\xbb\xbf]*%PDF-/.test(head.slice(0, 1_024))) return "application/pdf";
  if (head.startsWith("PK\x03\x04")) return includesWordPart(bytes) ? "application/vnd.openxmlformats-officedocument.wordprocessingml.document" : null;
  if (head.startsWith("\xff\xd8\xff")) return "image/jpeg";
  if (head.startsWith("\x89PNG\r\n\x1a\n")) return "image/png";
  if (head.startsWith("RIFF") && head.slice(8, 12) === "WEBP") return "image/webp";
  if (NEVER_TEXT.some((start) => head.startsWith(start))) return null;
  const isUtf16 = head.startsWith("\xff\xfe") || head.startsWith("\xfe\xff");
  if (head.includes("\0") && !isUtf16) return null;
  return /<!doctype html|<html[\s>]|<body[\s>]/i.test(head) ? "text/html" : "text/plain";
}

/** A .docx names its main part in the zip's directory, near the end. */
function includesWordPart(bytes: Uint8Array): boolean {
  const end = new TextDecoder("latin1").decode(bytes.subarray(Math.max(0, bytes.length - 65_536)));
  return end.includes("word/document.xml");
}

/** A file name as it can be shown and offered again: no folders, no control signs, at most 120 signs. */
export function cleanName(name: string): string {
  const last = name.normalize("NFC").split(/[\\/]/u).at(-1) ?? "";
  const clean = last.replace(/[\p{Cc}\p{Cf}<>:"|?*]/gu, "").trim();
  return [...clean].slice(-120).join("") || "文件";
}
