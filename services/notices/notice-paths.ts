import type { Notice, NoticeClause } from "./notice.ts";

/** Chinese path of a notice; `href` puts it in a view. */
export function noticePath(notice: Notice): string {
  return `/n/${notice.key}`;
}

/** Chinese path of a clause, by the stable key, never by number: numbers move when a notice is amended. */
export function clausePath(notice: Notice, clause: NoticeClause): string {
  return `/n/${notice.key}/${clause.key}`;
}

/** The text in full, as a page. */
export function noticeTextPath(notice: Notice): string {
  return `/n/${notice.key}/text`;
}

/** The text exactly as its hash was taken, as a plain file. */
export function noticeTextFilePath(notice: Notice): string {
  return `/n/${notice.key}/text.txt`;
}

/** Every version, and what each changed. */
export function versionsPath(notice: Notice): string {
  return `/n/${notice.key}/versions`;
}

/** Its signature, and how anybody can check it. */
export function verifyPath(notice: Notice): string {
  return `/n/${notice.key}/verify`;
}

/** A version as programs read it: exactly the bytes that were signed. */
export function noticeJsonPath(notice: Notice): string {
  return `/n/${notice.key}/versions/${notice.version}/notice.json`;
}

/** The signature over those bytes. */
export function signatureJsonPath(notice: Notice): string {
  return `/n/${notice.key}/versions/${notice.version}/signature.json`;
}
