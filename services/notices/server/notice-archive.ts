import { inTransaction } from "#platform/db/server";
import type { Released } from "#platform/release";
import { latestReleases, releasedBytes, releasesOf } from "#platform/release/server";
import type { Pool } from "pg";
import type { Notice } from "../notice.ts";
import { readRecord } from "./notice-record.ts";
import { allVersions, versionCounts } from "./store.ts";

/** A version as it lies in the database, proved by nobody yet. `bytes` are those that were signed; null when they were not kept. */
export type KeptVersion = {
  readonly version: number;
  readonly read: { readonly kind: "notice"; readonly notice: Notice } | { readonly kind: "unreadable"; readonly why: "record-changed" | "form-unknown" | "record-missing" };
  readonly release: Released | null;
  readonly bytes: Uint8Array | null;
};

/** The versions of a city's notices, in the database. */
export type NoticeArchive = {
  /** Names what there is of each notice, by key: another name as soon as a version, a release or its content is another. */
  readonly stamps: () => Promise<ReadonlyMap<string, string>>;
  /** Every version of a notice there is, newest first, each with its release. */
  readonly history: (key: string) => Promise<readonly KeptVersion[]>;
};

/** The kind under which notices are released. */
export const NOTICE_KIND = "notice";

/** The archive of one city. `district` is the city's own six-digit code. */
export function noticeArchive(pool: Pool, district: string): NoticeArchive {
  const context = { districts: [district], actor: "server" };
  return {
    stamps: () => inTransaction(pool, context, async (tx) => {
      const [counts, releases] = [await versionCounts(tx, district), await latestReleases(tx, district, NOTICE_KIND)];
      return new Map([...new Set([...counts.keys(), ...releases.keys()])].map((key) => {
        const latest = releases.get(key);
        return [key, [latest?.version ?? 0, latest?.sha256.slice(0, 12) ?? "", latest?.count ?? 0, counts.get(key) ?? 0].join(".")];
      }));
    }),
    history: (key) => inTransaction(pool, context, async (tx) => {
      const [kept, releases, bytes] = [await allVersions(tx, district, key), await releasesOf(tx, district, NOTICE_KIND, key), await releasedBytes(tx, district, NOTICE_KIND, key)];
      const versions = new Set([...kept, ...releases].map(({ version }) => version));
      return [...versions].toSorted((one, other) => other - one).map((version): KeptVersion => {
        const record = kept.find((each) => each.version === version)?.record;
        return {
          version, read: record === undefined ? { kind: "unreadable", why: "record-missing" } : readRecord(record, version),
          release: releases.find((each) => each.version === version) ?? null, bytes: bytes.get(version) ?? null,
        };
      });
    }),
  };
}
