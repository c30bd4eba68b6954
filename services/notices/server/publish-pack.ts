import type { AppendAudit } from "#platform/audit/server";
import { inTransaction } from "#platform/db/server";
import { faultPoint } from "#platform/fault-points/server";
import { releasesOf, releaseVersion, type ReleaseParts } from "#platform/release/server";
import type { ClientBase, Pool } from "pg";
import { publicForm } from "../draft/index.ts";
import type { PackNotice } from "../pack/load-notices.ts";
import { packDecision, type PackDecision } from "../pack/pack-decision.ts";
import { NOTICE_KIND } from "./notice-archive.ts";
import { recordOf } from "./notice-record.ts";
import { insertVersion, nextVersion, versionHashes } from "./store.ts";

/** What became of a notice of the pack, see `packDecision`. */
export type PackOutcome = PackDecision & { readonly noticeKey: string };

/**
 * Keeps and signs what the pack brings, both in one transaction, and only what it brings: a row that came from elsewhere is not signed in
 * its place. Safe to run from several servers at once, and again after one was killed.
 */
export async function publishPack(pool: Pool, district: string, brought: readonly PackNotice[], { audit, ...parts }: ReleaseParts & { readonly audit: AppendAudit }): Promise<readonly PackOutcome[]> {
  const outcomes = await inTransaction(pool, { districts: [district], actor: "server" }, async (tx) => {
    const made: PackOutcome[] = [];
    // In one order everywhere, so that two servers never wait for each other crosswise; the audit's chain last.
    for (const notice of brought.toSorted((one, other) => (one.notice.key < other.notice.key ? -1 : 1))) made.push(await publish(tx, district, notice, parts));
    for (const { noticeKey, version } of made.filter(isNew)) {
      await audit(tx, { district, actor: "server", action: "notices.release-pack", object: `notice:${noticeKey}`, details: { version } });
      faultPoint("pack.after-audit");
    }
    return made;
  });
  faultPoint("pack.after-commit");
  return outcomes;
}

async function publish(tx: ClientBase, district: string, { notice, inputSha256 }: PackNotice, parts: ReleaseParts): Promise<PackOutcome> {
  const { key, correctionCount } = notice;
  await nextVersion(tx, district, key);
  const record = recordOf(notice);
  const releases = await releasesOf(tx, district, NOTICE_KIND, key);
  const known = (await versionHashes(tx, district, key)).map((each) => ({ ...each, releasedBy: releases.find(({ version }) => version === each.version)?.releasedBy ?? null }));
  // A release whose version is missing was made by somebody all the same.
  const missing = releases.filter(({ version }) => !known.some((each) => each.version === version)).map(({ version, releasedBy }) => ({ version, contentSha256: "", inputSha256: null, releasedBy }));
  const decision = packDecision({ contentSha256: record.contentSha256, inputSha256, versionMin: notice.version }, [...known, ...missing]);
  const { kind, version } = decision;
  if (kind === "publish") await insertVersion(tx, district, record, { version, inputSha256, recordedAt: parts.clock.machineNow() });
  faultPoint("pack.after-version");
  if (isNew(decision)) {
    await releaseVersion(tx, district, {
      kind: NOTICE_KIND, key, version, action: releases.length === 0 ? "release" : "amend", checkedBy: "pack", releasedBy: "pack", editCount: correctionCount, note: "",
      content: (facts) => publicForm({ ...notice, version }, facts),
    }, parts);
    faultPoint("pack.after-release");
  }
  return { noticeKey: key, ...decision };
}

const isNew = ({ kind }: PackDecision): boolean => kind === "publish" || kind === "sign";
