import type { Notice, NoticeClause } from "../notice.ts";

/** The clause key that would collide with the full text; packs may not use it. */
export const RESERVED_CLAUSE_KEY = "text";

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
  return `/n/${notice.key}/${RESERVED_CLAUSE_KEY}`;
}

/** The text exactly as its hash was taken, as a plain file. */
export function noticeTextFilePath(notice: Notice): string {
  return `/n/${notice.key}/text.txt`;
}
