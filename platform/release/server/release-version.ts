import type { Clock } from "#platform/clock";
import { faultPoint } from "#platform/fault-points/server";
import type { Signature } from "#platform/keys";
import { createHash } from "node:crypto";
import type { ClientBase } from "pg";
import { canonicalBytes } from "../canonical.ts";
import type { Released } from "../released.ts";
import { insertRelease } from "./store.ts";

/** What is released: the content whose canonical bytes are hashed and signed, and who stands behind it. */
export type ReleaseOrder = Pick<Released, "kind" | "key" | "version" | "action" | "checkedBy" | "releasedBy" | "editCount" | "note"> & { readonly content: unknown };

type ReleaseParts = { readonly clock: Clock; readonly sign: (tx: ClientBase, bytes: Uint8Array) => Promise<Signature> };

/** Signs and keeps a release in the caller's transaction. Rejects when this version was released before. */
export async function releaseVersion(tx: ClientBase, district: string, { content, ...order }: ReleaseOrder, { clock, sign }: ReleaseParts): Promise<Released> {
  const bytes = canonicalBytes(content);
  faultPoint("release.before-version");
  const released: Released = {
    ...order, sha256: createHash("sha256").update(bytes).digest("hex"), ...await sign(tx, bytes), drill: clock.drill,
    releasedAt: clock.machineNow().toISOString(), policyAt: clock.policyNow().toISOString(),
  };
  await insertRelease(tx, district, released);
  faultPoint("release.after-version");
  return released;
}
