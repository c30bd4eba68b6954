import { appendAudit } from "#platform/audit/server";
import type { Clock } from "#platform/clock";
import type { TestDatabase } from "#platform/db/server";
import { drillPurpose } from "#platform/keys";
import { keyring, type Keyring } from "#platform/keys/server";
import { contentSha256 } from "#platform/release";
import type { ReleaseParts } from "#platform/release/server";
import type { Notice } from "../notice.ts";
import { noticeArchive, type NoticeArchive } from "./notice-archive.ts";
import type { ProofOf } from "./prove-edition.ts";
import { publishPack, type PackOutcome } from "./publish-pack.ts";

export const EXAMPLE_CITY = "150700";

/** A city made by hand for a test: its clock, its keys, its archive, and a pack that brings what it is told. */
export type ExampleCity = {
  readonly clock: Clock;
  readonly keys: Keyring;
  readonly parts: ReleaseParts;
  readonly archive: NoticeArchive;
  readonly proofOf: ProofOf;
  /** As a start with a pack of these notices would. `input`: what the pack's files say; the notice's own words when left out. */
  readonly publish: (notices: readonly Notice[], input?: string) => Promise<readonly PackOutcome[]>;
};

/** An example city in a database of its own, in a drill. */
export function exampleCityIn({ pool }: Pick<TestDatabase, "pool">): ExampleCity {
  const clock: Clock = { machineNow: () => new Date("2026-11-24T02:00:00Z"), policyNow: () => new Date("2027-01-05T01:00:00Z"), drill: true };
  const keys = keyring({ pool, district: EXAMPLE_CITY, secret: Buffer.alloc(32, 1), clock });
  const parts: ReleaseParts = { clock, sign: (tx, bytes) => keys.sign(tx, "notices", bytes) };
  return {
    clock, keys, parts, archive: noticeArchive(pool, EXAMPLE_CITY),
    proofOf: async (release, bytes) => {
      if (await keys.verify("notices", release, bytes)) return { drill: false };
      return await keys.verify(drillPurpose("notices"), release, bytes) ? { drill: true } : null;
    },
    publish: (notices, input) => publishPack(pool, EXAMPLE_CITY, notices.map((notice) => ({ notice, inputSha256: contentSha256(input ?? [notice.text, notice.title, notice.publicRelease, notice.correctionCount]) })), { ...parts, audit: appendAudit(clock) }),
  };
}
