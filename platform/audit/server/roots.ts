import type { Clock } from "#platform/clock";
import { inTransaction } from "#platform/db/server";
import { dayInChina } from "#platform/i18n";
import type { Signature } from "#platform/keys";
import canonicalize from "canonicalize";
import { appendFile, readFile } from "node:fs/promises";
import type { ClientBase, Pool } from "pg";
import type { ChainState } from "../verify-chain.ts";
import { headsOf, insertRoot, type DailyRoot } from "./store.ts";

/** The file of heads in the data folder; copy it elsewhere, so that whoever owns the database does not own it too. */
export const HEADS_FILE = "audit-heads.jsonl";

type RootParts = {
  readonly pool: Pool;
  /** The city's code, and every code whose chain the root covers. */
  readonly city: string;
  readonly districts: readonly string[];
  readonly clock: Clock;
  readonly sign: (tx: ClientBase, bytes: Uint8Array) => Promise<Signature>;
  /** Where heads are also written, outside the database; one JSON line a root. */
  readonly headsFile: string;
};

/**
 * Signs the heads of all chains once a day (Asia/Shanghai, machine time) and writes them outside the database. Safe to
 * call as often as one likes and from several servers; gives the root it made, or null when the day has one.
 */
export async function makeDailyRoot({ pool, city, districts, clock, sign, headsFile }: RootParts): Promise<DailyRoot | null> {
  const now = clock.machineNow();
  const root = await inTransaction(pool, { districts: [city, ...districts], actor: "server" }, async (tx) => {
    const heads = canonicalHeads(await headsOf(tx, [city, ...districts]));
    const day = dayInChina(now);
    const signature = await sign(tx, rootBytes(day, heads));
    const made = { day, heads, ...signature };
    return await insertRoot(tx, city, made, now) ? made : null;
  });
  if (root !== null) await appendFile(headsFile, `${JSON.stringify(root)}\n`, { mode: 0o600 });
  return root;
}

/** What a root signs: the day and the heads, canonical. */
export function rootBytes(day: string, heads: string): Uint8Array {
  return new TextEncoder().encode(`anxin audit root 1\n${day}\n${heads}`);
}

/** Heads as they are signed: canonical JSON by district. */
export function canonicalHeads(heads: readonly ChainState[]): string {
  return canonicalize(heads.toSorted((one, other) => (one.district < other.district ? -1 : 1))) ?? "[]";
}

/** The roots written outside the database; none when there is no file yet. Throws when a line is not one of ours. */
export async function readHeadsFile(file: string): Promise<readonly DailyRoot[]> {
  const lines = await readFile(file, "utf8").catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return "";
    throw error;
  });
  return lines.split("\n").filter((line) => line !== "").map((line) => JSON.parse(line) as DailyRoot);
}
