import type { Reading } from "#engines/reading";
import { createHash } from "node:crypto";
import type { Notice } from "../notice.ts";

/** What pages show of a notice beside its text and reading. */
export type NoticeSettings = Omit<Notice, "key" | "version" | "text" | "textSha256" | "reading" | "withdrawn"> & Partial<Pick<Notice, "withdrawn">>;

/** A notice as it is kept: everything that makes up its pages, and the hash of all of it. */
export type NoticeRecord = {
  readonly noticeKey: string;
  readonly form: number;
  readonly text: string;
  readonly textSha256: string;
  readonly settings: NoticeSettings;
  readonly reading: Reading;
  readonly contentSha256: string;
};

/** The form `settings` and `reading` are written in. Raise it when `Notice` or `Reading` change so that old rows no longer fit. */
export const NOTICE_FORM = 2;

/** The record of a notice; its version is given when it is kept. */
export function recordOf({ key, version: _given, text, textSha256, reading, withdrawn, ...inForce }: Notice): NoticeRecord {
  const settings: NoticeSettings = withdrawn === null ? inForce : { ...inForce, withdrawn };
  const content = { form: NOTICE_FORM, text, settings, reading };
  return { noticeKey: key, ...content, textSha256, contentSha256: contentSha256(content) };
}

/**
 * The notice of a kept record. Its content is taken on the strength of its hash: it is what `recordOf` wrote, or this throws, for
 * a row that was changed behind our back must not be shown to anybody.
 */
export function noticeOf(record: NoticeRecord, version: number): Notice {
  if (contentSha256(record) !== record.contentSha256) throw new Error(`notice ${record.noticeKey} version ${version} is not as it was recorded`);
  const { noticeKey, text, textSha256, settings, reading } = record;
  // Records made before notices could be withdrawn say nothing of it.
  return { withdrawn: null, ...settings, key: noticeKey, version, text, textSha256, reading };
}

function contentSha256({ form, text, settings, reading }: Pick<NoticeRecord, "form" | "text" | "settings" | "reading">): string {
  return createHash("sha256").update(canonicalJson({ form, text, settings, reading }), "utf8").digest("hex");
}

/** JSON with keys in code unit order: the database does not keep the order they were written in. */
function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) =>
    inner !== null && typeof inner === "object" && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).toSorted(([one], [other]) => (one < other ? -1 : 1)))
      : inner);
}
