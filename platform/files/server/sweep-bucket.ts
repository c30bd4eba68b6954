import { inTransaction } from "#platform/db/server";
import type { Pool } from "pg";
import { objectName, type Bucket } from "./bucket.ts";
import { knownIds } from "./store.ts";

type SweepParts = { readonly bucket: Bucket; readonly pool: Pool; readonly districts: readonly string[]; readonly machineNow: () => Date };

/** What was held this long ago has been kept by its transaction or never will be. */
const SETTLED_MILLISECONDS = 24 * 3_600_000;
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/u;

/**
 * Takes away what lies in the bucket without a row: it was held for a transaction that never kept it. Gives how many. Only names that are a
 * file's of ours are looked at. The bucket must belong to this installation: another's files have no rows here.
 */
export async function sweepBucket({ bucket, pool, districts, machineNow }: SweepParts): Promise<number> {
  let swept = 0;
  for (const district of districts) for await (const names of bucket.list(objectName(district, ""))) {
    const ids = names.map((name) => name.slice(objectName(district, "").length)).filter((id) => UUID.test(id) && machineNow().getTime() - timeOf(id) > SETTLED_MILLISECONDS);
    const known = await inTransaction(pool, { districts: [district], actor: "server" }, (tx) => knownIds(tx, district, ids));
    for (const id of ids) if (!known.has(id)) {
      await bucket.remove(objectName(district, id));
      swept += 1;
    }
  }
  return swept;
}

/** The first 48 bits of a UUIDv7 are its time. */
const timeOf = (id: string): number => Number.parseInt(id.replaceAll("-", "").slice(0, 12), 16);
