import type { AppendAudit } from "#platform/audit/server";
import type { Clock } from "#platform/clock";
import { inTransaction } from "#platform/db/server";
import type { Signature } from "#platform/keys";
import type { Released } from "#platform/release";
import { releasesOf, releaseVersion } from "#platform/release/server";
import type { ClientBase, Pool } from "pg";
import { publicForm } from "../draft/index.ts";
import type { Notice } from "../notice.ts";
import { NOTICE_FORM, noticeOf, recordOf } from "./notice-record.ts";
import { allVersions, getVersion, keepVersion, latestVersions, nextVersion } from "./store.ts";

/** A version that was kept for the first time. */
export type PublishedVersion = { readonly noticeKey: string; readonly version: number };

/** The versions of a city's notices, in the database. */
export type NoticeArchive = {
  /** Keeps what is new of these notices; gives the versions that are. Safe to run from several servers at once. */
  readonly publish: (notices: readonly Notice[], recordedAt: Date) => Promise<readonly PublishedVersion[]>;
  /** The latest version number of each notice. */
  readonly versions: () => Promise<ReadonlyMap<string, number>>;
  /** The latest version of each of these notices, in the order of `keys`; one never published is left out. */
  readonly latest: (keys: readonly string[]) => Promise<readonly Notice[]>;
  /** Every version of a notice there is, newest first, each with its release. */
  readonly history: (key: string) => Promise<readonly { readonly notice: Notice; readonly release: Released | null }[]>;
};

/**
 * Signs what the pack brought and nobody signed yet, so that every notice served can be proved. Safe to run from several
 * servers, and again after one was killed between keeping a version and signing it.
 */
export async function signPackVersions(pool: Pool, district: string, { clock, sign, audit }: {
  readonly clock: Clock; readonly sign: (tx: ClientBase, bytes: Uint8Array) => Promise<Signature>; readonly audit: AppendAudit;
}): Promise<readonly PublishedVersion[]> {
  return inTransaction(pool, { districts: [district], actor: "server" }, async (tx) => {
    const signed: PublishedVersion[] = [];
    for (const [noticeKey, version] of [...await latestVersions(tx, district, NOTICE_FORM)].toSorted()) {
      await nextVersion(tx, district, noticeKey);
      if ((await releasesOf(tx, district, "notice", noticeKey)).some((released) => released.version === version)) continue;
      const notice = noticeOf((await getVersion(tx, district, noticeKey, version)).record, version);
      await releaseVersion(tx, district, {
        kind: "notice", key: noticeKey, version, action: version === 1 ? "release" : "amend", checkedBy: "pack", releasedBy: "pack", editCount: notice.correctionCount, note: "", content: publicForm(notice),
      }, { clock, sign });
      await audit(tx, { district, actor: "server", action: "notices.release-pack", object: `notice:${noticeKey}`, details: { version } });
      signed.push({ noticeKey, version });
    }
    return signed;
  });
}

/** The archive of one city. `district` is the city's own six-digit code. */
export function noticeArchive(pool: Pool, district: string): NoticeArchive {
  const context = { districts: [district], actor: "server" };
  return {
    publish: (notices, recordedAt) => inTransaction(pool, context, async (tx) => {
      const published: PublishedVersion[] = [];
      // In one order everywhere, so that two servers never wait for each other crosswise.
      for (const notice of notices.toSorted((one, other) => (one.key < other.key ? -1 : 1))) {
        const { version, isNew } = await keepVersion(tx, district, recordOf(notice), notice.version, recordedAt);
        if (isNew) published.push({ noticeKey: notice.key, version });
      }
      return published;
    }),
    versions: () => inTransaction(pool, context, (tx) => latestVersions(tx, district, NOTICE_FORM)),
    latest: (keys) => inTransaction(pool, context, async (tx) => {
      const versions = await latestVersions(tx, district, NOTICE_FORM);
      const notices: Notice[] = [];
      for (const key of keys) {
        const version = versions.get(key);
        if (version === undefined) continue;
        const { record } = await getVersion(tx, district, key, version);
        notices.push(noticeOf(record, version));
      }
      return notices;
    }),
    history: (key) => inTransaction(pool, context, async (tx) => {
      const latest = (await latestVersions(tx, district, NOTICE_FORM)).get(key);
      const releases = await releasesOf(tx, district, "notice", key);
      const history: { notice: Notice; release: Released | null }[] = [];
      for (const { version, record } of latest === undefined ? [] : await allVersions(tx, district, key, NOTICE_FORM)) {
        history.push({ notice: noticeOf(record, version), release: releases.find((each) => each.version === version) ?? null });
      }
      return history;
    }),
  };
}
