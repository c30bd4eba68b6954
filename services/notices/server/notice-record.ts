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

/**
 * The form `settings` and `reading` are written in. Raise it when `Notice` or `Reading` change so that old rows no longer fit, with a step in
 * `UPGRADES`: what officers released stays readable for good.
 */
export const NOTICE_FORM = 2;

type Content = Pick<NoticeRecord, "text" | "settings" | "reading">;

/** For each form of before, how what was written in it is read as the next one. */
const UPGRADES: Readonly<Record<number, (content: Content) => Content>> = {
  // Every clause was shown to the public.
  1: ({ settings, ...content }) => ({ ...content, settings: { ...settings, clauses: settings.clauses.map((clause) => ({ ...clause, hidden: false })) } }),
};

/** The record of a notice; its version is given when it is kept. */
export function recordOf({ key, version: _given, text, textSha256, reading, withdrawn, ...inForce }: Notice): NoticeRecord {
  const settings: NoticeSettings = withdrawn === null ? inForce : { ...inForce, withdrawn };
  const content = { form: NOTICE_FORM, text, settings, reading };
  return { noticeKey: key, ...content, textSha256, contentSha256: contentSha256(content) };
}

/** A kept record read again, or why it cannot be: it was changed behind our back, or a newer program wrote it. */
export type ReadRecord = { readonly kind: "notice"; readonly notice: Notice } | { readonly kind: "unreadable"; readonly why: "record-changed" | "form-unknown" };

/** The notice of a kept record. Its content is taken on the strength of its hash: it is what `recordOf` wrote, in whatever form that was. */
export function readRecord(record: NoticeRecord, version: number): ReadRecord {
  if (contentSha256(record) !== record.contentSha256) return { kind: "unreadable", why: "record-changed" };
  let content: Content = record;
  for (let { form } = record; form !== NOTICE_FORM; form += 1) {
    const upgrade = UPGRADES[form];
    if (upgrade === undefined) return { kind: "unreadable", why: "form-unknown" };
    content = upgrade(content);
  }
  const { noticeKey, textSha256 } = record;
  const { text, settings, reading } = content;
  // Records made before notices could be withdrawn say nothing of it.
  return { kind: "notice", notice: { withdrawn: null, ...settings, key: noticeKey, version, text, textSha256, reading } };
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
