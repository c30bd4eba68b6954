import type { ClientBase } from "pg";
import type { NoticeRecord } from "./notice-record.ts";

/** A kept record with its version. */
export type KeptNotice = { readonly version: number; readonly record: NoticeRecord };

/**
 * Keeps a record as the next version, unless the latest one holds the same content. Servers that start at the same time wait for each other,
 * notice by notice, so one content never becomes two versions. `versionMin` is the number the pack gives it.
 */
export async function keepVersion(
  tx: ClientBase, district: string, record: NoticeRecord, versionMin: number, recordedAt: Date,
): Promise<{ readonly version: number; readonly isNew: boolean }> {
  await tx.query("select pg_advisory_xact_lock(hashtextextended($1, 0))", [`notices ${district} ${record.noticeKey}`]);
  const { rows: [latest] } = await tx.query<{ version: number; content_sha256: string }>(
    "select version, content_sha256 from notices.notice_version where district = $1 and notice_key = $2 order by version desc limit 1",
    [district, record.noticeKey],
  );
  if (latest?.content_sha256 === record.contentSha256) return { version: latest.version, isNew: false };
  const version = Math.max(versionMin, (latest?.version ?? 0) + 1);
  await tx.query(
    `insert into notices.notice_version
       (district, notice_key, version, form, text, text_sha256, settings, reading, content_sha256, recorded_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [
      district, record.noticeKey, version, record.form, record.text, record.textSha256,
      JSON.stringify(record.settings), JSON.stringify(record.reading), record.contentSha256, recordedAt,
    ],
  );
  return { version, isNew: true };
}

/** The latest version of each notice written in `form`, by key: cheap enough to ask every few seconds. */
export async function latestVersions(tx: ClientBase, district: string, form: number): Promise<ReadonlyMap<string, number>> {
  const { rows } = await tx.query<{ notice_key: string; version: number }>({
    name: "notices-latest-versions",
    text: "select notice_key, max(version) as version from notices.notice_version where district = $1 and form = $2 group by notice_key",
    values: [district, form],
  });
  return new Map(rows.map(({ notice_key, version }) => [notice_key, version]));
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

type Row = {
  readonly version: number;
  readonly form: number;
  readonly text: string;
  readonly text_sha256: string;
  readonly settings: NoticeRecord["settings"];
  readonly reading: NoticeRecord["reading"];
  readonly content_sha256: string;
};
