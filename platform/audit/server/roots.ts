import type { Clock } from "#platform/clock";
import { inTransaction } from "#platform/db/server";
import { dayInChina } from "#platform/i18n";
import { drillPurpose, type PublicKey, type Signature } from "#platform/keys";
import { verifyEs256 } from "#platform/keys/server";
import canonicalize from "canonicalize";
import type { ClientBase, Pool } from "pg";
import type { ChainState } from "../verify-chain.ts";
import { addToHeadsFile, beginHeadsFile, readHeadsFile, type HeadsLine } from "./heads-file.ts";
import { chainsOf, headsOf, insertRoot, lockHeadsFile, rootsOf, type DailyRoot } from "./store.ts";

type RootParts = {
  readonly pool: Pool;
  /** The city's code, and the codes its pack names; chains of others that are there are covered too. */
  readonly city: string;
  readonly districts: readonly string[];
  readonly clock: Clock;
  readonly sign: (tx: ClientBase, bytes: Uint8Array) => Promise<Signature>;
  /** The keys the city publishes. */
  readonly publicKeys: () => Promise<readonly PublicKey[]>;
  /** Where roots are also written, outside the database. */
  readonly headsFile: string;
};

/** `root`: the one made now, or null when the day had one. `notOurs`: days whose root no known key of the audit signed; those are not written outside. */
export type RootOutcome = { readonly root: DailyRoot | null; readonly notOurs: readonly string[] };

/**
 * Signs the heads of all chains, as they stand now, once a day (Asia/Shanghai, machine time), and writes every root that is not yet
 * outside the database there. Safe to call as often as one likes and from several servers: what a call that was cut off left out, the
 * next one writes.
 */
export async function makeDailyRoot({ pool, city, districts, clock, sign, publicKeys, headsFile }: RootParts): Promise<RootOutcome> {
  const now = clock.machineNow();
  const codes = await codesToProve(pool, [city, ...districts]);
  const { signed, isNew } = await inTransaction(pool, { districts: codes, actor: "server" }, async (tx) => {
    const [day, heads] = [dayInChina(now), canonicalHeads(await headsOf(tx, codes))];
    const root = { day, heads, ...await sign(tx, rootBytes(day, heads)) };
    return { signed: root, isNew: await insertRoot(tx, city, root, now) };
  });
  const keys = await publicKeys();
  const ownKey = keyThatSigned(signed, keys);
  if (typeof ownKey === "string") throw new Error("the key that signs the audit is not among those the city publishes for it");
  const root = isNew ? signed : null;
  return inTransaction(pool, { districts: [city], actor: "server" }, async (tx) => {
    await lockHeadsFile(tx, city);
    return { root, notOurs: await writeOutside(headsFile, { ownKey, keys, roots: await rootsOf(tx, city), root, now }) };
  });
}

/**
 * Which key a file trusts: when it is begun, those the city publishes for the audit; later only one with which this server itself has
 * just signed. So a key that was put into the database does not come to be trusted by lying there.
 */
async function writeOutside(file: string, { ownKey, keys, roots, root, now }: { ownKey: PublicKey; keys: readonly PublicKey[]; roots: readonly DailyRoot[]; root: DailyRoot | null; now: Date }): Promise<readonly string[]> {
  const outside = await readHeadsFile(file);
  const pinned = outside?.keys ?? [];
  const newKeys = (pinned.length === 0 ? keys.filter(isForAudit) : [ownKey]).filter(({ kid }) => !pinned.some((key) => key.kid === kid));
  const trusted = [...pinned, ...newKeys];
  const missing = roots.filter(({ day }) => outside?.roots.some((written) => written.day === day) !== true);
  const isOurs = (each: DailyRoot): boolean => typeof keyThatSigned(each, trusted) !== "string";
  const begun = (outside?.begun ?? null) !== null ? [] : [{ begun: { at: now.toISOString(), copied: roots.filter(({ day }) => day !== root?.day).length } }];
  const lines: readonly HeadsLine[] = [...begun, ...newKeys.map((key) => ({ key })), ...missing.filter(isOurs)];
  await (outside === null ? beginHeadsFile : addToHeadsFile)(file, lines);
  return missing.filter((each) => !isOurs(each)).map(({ day }) => day);
}

/** May this key sign roots? A drill's may: what it signed says so by its purpose. */
export const isForAudit = ({ purpose }: PublicKey): boolean => purpose === "audit" || purpose === drillPurpose("audit");

/** The key among these that signed a root; `key` when its key is not one of them or not for the audit, `signature` when the signature does not hold. */
export function keyThatSigned({ day, heads, keyId, signature }: DailyRoot, keys: readonly PublicKey[]): PublicKey | "key" | "signature" {
  const key = keys.find(({ kid }) => kid === keyId);
  if (key === undefined || !isForAudit(key)) return "key";
  return verifyEs256(key, rootBytes(day, heads), signature) ? key : "signature";
}

/** These codes and every other that has a chain: one that left the pack is proved like the rest. */
export async function codesToProve(pool: Pool, codes: readonly string[]): Promise<readonly string[]> {
  return [...new Set([...codes, ...await chainsOf(pool)])].toSorted();
}

/** What a root signs: the day and the heads, canonical. */
function rootBytes(day: string, heads: string): Uint8Array {
  return new TextEncoder().encode(`anxin audit root 1\n${day}\n${heads}`);
}

/** Heads as they are signed: canonical JSON by district. */
function canonicalHeads(heads: readonly ChainState[]): string {
  return canonicalize(heads.toSorted((one, other) => (one.district < other.district ? -1 : 1))) ?? "[]";
}
