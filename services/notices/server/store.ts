import type { ClientBase } from "pg";
import type { Reading } from "#engines/reading";
import type { LocalText } from "#platform/i18n";
import type { ReleaseState } from "#platform/release";
import type { DraftContent } from "../draft/index.ts";
import type { NoticeRecord } from "./notice-record.ts";

/** A kept record with its version. */
export type KeptNotice = { readonly version: number; readonly record: NoticeRecord };

/** The number the next version of a notice gets. Whoever makes one waits here; lock before keys and the audit, several notices by their keys in order. */
export async function nextVersion(tx: ClientBase, district: string, noticeKey: string): Promise<number> {
  await tx.query("select pg_advisory_xact_lock(hashtextextended($1, 0))", [`notices ${district} ${noticeKey}`]);
  const { rows: [latest] } = await tx.query<{ version: number }>("select coalesce(max(version), 0) as version from notices.notice_version where district = $1 and notice_key = $2", [district, noticeKey]);
  return (latest?.version ?? 0) + 1;
}

export async function insertVersion(tx: ClientBase, district: string, record: NoticeRecord, { version, inputSha256, recordedAt }: { readonly version: number; /** Null when no pack brought it. */ readonly inputSha256: string | null; readonly recordedAt: Date }): Promise<void> {
  await tx.query(
    `insert into notices.notice_version
       (district, notice_key, version, form, text, text_sha256, settings, reading, content_sha256, recorded_at, input_sha256)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
    [
      district, record.noticeKey, version, record.form, record.text, record.textSha256,
      JSON.stringify(record.settings), JSON.stringify(record.reading), record.contentSha256, recordedAt, inputSha256,
    ],
  );
}

/** How many versions of each notice are kept, by key: cheap enough to ask every few seconds. */
export async function versionCounts(tx: ClientBase, district: string): Promise<ReadonlyMap<string, number>> {
  const { rows } = await tx.query<{ notice_key: string; count: number }>({
    name: "notices-version-counts",
    text: "select notice_key, count(*)::int as count from notices.notice_version where district = $1 group by notice_key",
    values: [district],
  });
  return new Map(rows.map(({ notice_key, count }) => [notice_key, count]));
}

/** What every version of a notice holds and was made from, as hashes. */
export async function versionHashes(tx: ClientBase, district: string, noticeKey: string): Promise<readonly { readonly version: number; readonly contentSha256: string; readonly inputSha256: string | null }[]> {
  const { rows } = await tx.query<{ version: number; content_sha256: string; input_sha256: string | null }>(
    "select version, content_sha256, input_sha256 from notices.notice_version where district = $1 and notice_key = $2", [district, noticeKey]);
  return rows.map(({ version, content_sha256: contentSha256, input_sha256: inputSha256 }) => ({ version, contentSha256, inputSha256 }));
}

/** One version of a notice; throws when there is none, as versions are never taken away. */
export async function getVersion(tx: ClientBase, district: string, noticeKey: string, version: number): Promise<KeptNotice> {
  const { rows: [row] } = await tx.query<Row>(
    `select version, form, text, text_sha256, settings, reading, content_sha256
       from notices.notice_version where district = $1 and notice_key = $2 and version = $3`,
    [district, noticeKey, version],
  );
  if (row === undefined) throw new Error(`notice ${noticeKey} has no version ${version}`);
  const { form, text, text_sha256: textSha256, settings, reading, content_sha256: contentSha256 } = row;
  return { version: row.version, record: { noticeKey, form, text, textSha256, settings, reading, contentSha256 } };
}

/** Every version of a notice, newest first, in whatever form it was written. */
export async function allVersions(tx: ClientBase, district: string, noticeKey: string): Promise<readonly KeptNotice[]> {
  const { rows } = await tx.query<Row>(
    `select version, form, text, text_sha256, settings, reading, content_sha256
       from notices.notice_version where district = $1 and notice_key = $2 order by version desc`,
    [district, noticeKey],
  );
  return rows.map(({ version, form, text, text_sha256: textSha256, settings, reading, content_sha256: contentSha256 }) => ({ version, record: { noticeKey, form, text, textSha256, settings, reading, contentSha256 } }));
}

type Row = {
  readonly version: number;
  readonly form: number;
  readonly text: string;
  readonly text_sha256: string;
  readonly settings: NoticeRecord["settings"];
  readonly reading: NoticeRecord["reading"];
  readonly content_sha256: string;
};

/** A draft with its latest content. `text` and `reading` never change; `revision` counts the contents. */
export type KeptDraft = {
  readonly id: string;
  readonly noticeKey: string;
  readonly action: "release" | "amend" | "withdraw";
  readonly baseVersion: number | null;
  readonly fileId: string | null;
  readonly text: string;
  readonly reading: Reading;
  readonly state: ReleaseState;
  readonly revision: number;
  readonly createdBy: string;
  readonly createdAt: Date;
  readonly releasedVersion: number | null;
  readonly content: DraftContent;
  readonly changedBy: string;
  readonly changedAt: Date;
  /** Who handed in what is in check or was released; null before. */
  readonly handedInBy: string | null;
  /** Everybody who ever changed it, and who handed it in. */
  readonly editors: readonly string[];
  /** Why it was sent back, the last time first. */
  readonly returns: readonly DraftReturn[];
};

/** A releaser's reason for sending a draft back, and the revision that was looked at. */
export type DraftReturn = { readonly revision: number; readonly reason: string; readonly by: string; readonly at: Date };

/** Keeps a new draft; its first content is a revision of its own. */
export async function insertDraft(tx: ClientBase, district: string, draft: Omit<KeptDraft, "editors" | "releasedVersion" | "returns" | "content" | "changedBy" | "changedAt">, textSha256: string): Promise<void> {
  const { id, noticeKey, action, baseVersion, fileId, text, reading, state, revision, createdBy, createdAt, handedInBy } = draft;
  await tx.query(
    `insert into notices.draft (district, id, notice_key, action, base_version, file_id, text, text_sha256, reading, state, revision, created_by, created_at, handed_in_by)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)`,
    [district, id, noticeKey, action, baseVersion, fileId, text, textSha256, JSON.stringify(reading), state, revision, createdBy, createdAt, handedInBy]);
}

export async function insertRevision(tx: ClientBase, district: string, draftId: string, revision: number, content: DraftContent, changedBy: string, changedAt: Date): Promise<void> {
  await tx.query("insert into notices.draft_revision (district, draft_id, revision, content, changed_by, changed_at) values ($1, $2, $3, $4, $5, $6)",
    [district, draftId, revision, JSON.stringify(content), changedBy, changedAt]);
}

/** A draft, locked until the transaction ends when it is to be changed; null when the context sees none. */
export async function findDraft(tx: ClientBase, district: string, id: string, purpose: "read" | "change"): Promise<KeptDraft | null> {
  const { rows: [draft] } = await tx.query<DraftRow>(`select ${DRAFT_COLUMNS}, text, reading from notices.draft where district = $1 and id = $2${purpose === "change" ? " for update" : ""}`, [district, id]);
  if (draft === undefined) return null;
  const { rows } = await tx.query<{ revision: number; content: DraftContent | null; changed_by: string; changed_at: Date }>(
    "select revision, case when revision = $3 then content end as content, changed_by, changed_at from notices.draft_revision where district = $1 and draft_id = $2 order by revision desc", [district, id, draft.revision]);
  const latest = rows.find(({ content }) => content !== null);
  if (latest === undefined || latest.content === null) throw new Error(`draft ${id} has no revision ${draft.revision}`);
  return { ...draftOf(draft), text: draft.text, reading: draft.reading, content: latest.content, changedBy: latest.changed_by, changedAt: latest.changed_at, editors: [...new Set([...rows.map((row) => row.changed_by), ...(draft.handed_in_by === null ? [] : [draft.handed_in_by])])], returns: await returnsOf(tx, district, id) };
}

/** The draft of a new notice with this key that is still on its way; null when there is none. Whoever else would begin one waits. */
export async function findOpenDraft(tx: ClientBase, district: string, noticeKey: string): Promise<string | null> {
  await tx.query("select pg_advisory_xact_lock(hashtextextended($1, 0))", [`notice-draft ${district} ${noticeKey}`]);
  const { rows: [row] } = await tx.query<{ id: string }>(
    "select id from notices.draft where district = $1 and notice_key = $2 and action = 'release' and state in ('draft', 'in-check') order by created_at limit 1", [district, noticeKey]);
  return row?.id ?? null;
}

async function returnsOf(tx: ClientBase, district: string, draftId: string): Promise<readonly DraftReturn[]> {
  const { rows } = await tx.query<DraftReturn>(
    'select revision, reason, returned_by as "by", returned_at as "at" from notices.draft_return where district = $1 and draft_id = $2 order by number desc', [district, draftId]);
  return rows;
}

/** Keeps why a draft was sent back; the draft is locked by `findDraft`, so numbers follow each other. */
export async function insertReturn(tx: ClientBase, district: string, draftId: string, { revision, reason, by, at }: DraftReturn): Promise<void> {
  await tx.query(
    `insert into notices.draft_return (district, draft_id, number, revision, reason, returned_by, returned_at)
     select $1, $2, count(*) + 1, $3, $4, $5, $6 from notices.draft_return where district = $1 and draft_id = $2`, [district, draftId, revision, reason, by, at]);
}

/** What the draft said that became this version; null when a pack brought it. */
export async function releasedContent(tx: ClientBase, district: string, noticeKey: string, version: number): Promise<DraftContent | null> {
  const { rows: [row] } = await tx.query<{ content: DraftContent }>(
    `select r.content from notices.draft d join notices.draft_revision r on r.district = d.district and r.draft_id = d.id and r.revision = d.revision
      where d.district = $1 and d.notice_key = $2 and d.released_version = $3`, [district, noticeKey, version]);
  return row?.content ?? null;
}

/** A draft in a list: without its text and reading. */
export type DraftSummary = Omit<KeptDraft, "text" | "reading" | "content" | "editors" | "returns"> & { readonly title: LocalText; readonly correctionCount: number; readonly sentBack: boolean };

/** Drafts of the district, those changed last first. */
export async function listDrafts(tx: ClientBase, district: string, limit: number): Promise<readonly DraftSummary[]> {
  const { rows } = await tx.query<Omit<DraftRow, "text" | "reading"> & { title: LocalText; correction_count: number; sent_back: boolean; changed_by: string; changed_at: Date }>(
    `select ${DRAFT_COLUMNS.split(", ").map((column) => `d.${column}`).join(", ")}, r.content -> 'title' as title, jsonb_array_length(r.content -> 'corrections') as correction_count, r.changed_by, r.changed_at,
            d.state = 'draft' and exists (select 1 from notices.draft_return b where b.district = d.district and b.draft_id = d.id and b.revision = d.revision) as sent_back
       from notices.draft d join notices.draft_revision r on r.district = d.district and r.draft_id = d.id and r.revision = d.revision
      where d.district = $1 order by r.changed_at desc, d.id limit $2`, [district, limit]);
  return rows.map((row) => ({ ...draftOf(row), title: row.title, correctionCount: row.correction_count, sentBack: row.sent_back, changedBy: row.changed_by, changedAt: row.changed_at }));
}

export async function updateDraft(tx: ClientBase, district: string, id: string, change: { readonly state: ReleaseState; readonly revision: number; readonly releasedVersion: number | null; readonly handedInBy: string | null }): Promise<void> {
  await tx.query("update notices.draft set state = $3, revision = $4, released_version = $5, handed_in_by = $6 where district = $1 and id = $2", [district, id, change.state, change.revision, change.releasedVersion, change.handedInBy]);
}

const DRAFT_COLUMNS = "id, notice_key, action, base_version, file_id, state, revision, created_by, created_at, released_version, handed_in_by";
type DraftRow = {
  id: string; notice_key: string; action: KeptDraft["action"]; base_version: number | null; file_id: string | null; state: ReleaseState; revision: number;
  created_by: string; created_at: Date; released_version: number | null; handed_in_by: string | null; text: string; reading: Reading;
};

function draftOf({ id, notice_key: noticeKey, action, base_version: baseVersion, file_id: fileId, state, revision, created_by: createdBy, created_at: createdAt, released_version: releasedVersion, handed_in_by: handedInBy }: Omit<DraftRow, "text" | "reading">) {
  return { id, noticeKey, action, baseVersion, fileId, state, revision, createdBy, createdAt, releasedVersion, handedInBy };
}
