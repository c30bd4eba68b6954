import type { Clock } from "#platform/clock";
import { faultPoint } from "#platform/fault-points/server";
import type { Signature } from "#platform/keys";
import { createHash } from "node:crypto";
import type { ClientBase } from "pg";
import { canonicalBytes } from "../canonical.ts";
import type { Released, SignedFacts } from "../released.ts";
import { insertRelease } from "./store.ts";

/** What is released and who stands behind it. `content` writes what is hashed and signed; it is to hold the facts of the release it is given. */
export type ReleaseOrder = Pick<Released, "kind" | "key" | "version" | "action" | "checkedBy" | "releasedBy" | "editCount" | "note"> & { readonly content: (facts: SignedFacts) => unknown };

/** `sign` signs as a drill when the clock is a drill's. */
export type ReleaseParts = { readonly clock: Clock; readonly sign: (tx: ClientBase, bytes: Uint8Array) => Promise<Signature> };

/** Signs a release and keeps it with the signed bytes, in the caller's transaction. Rejects when this version was released before. */
export async function releaseVersion(tx: ClientBase, district: string, { content, ...order }: ReleaseOrder, { clock, sign }: ReleaseParts): Promise<Released> {
  const facts: SignedFacts = { action: order.action, drill: clock.drill, releasedAt: clock.machineNow().toISOString(), policyAt: clock.policyNow().toISOString() };
  const bytes = canonicalBytes(content(facts));
  const signature = await sign(tx, bytes);
  faultPoint("release.after-signature");
  const released: Released = { ...order, ...facts, sha256: createHash("sha256").update(bytes).digest("hex"), ...signature };
  await insertRelease(tx, district, released, bytes);
  faultPoint("release.after-release");
  return released;
}
