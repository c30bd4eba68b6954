import { inTransaction } from "#platform/db/server";
import { verifyEs256 } from "#platform/keys/server";
import type { PublicKey } from "#platform/keys";
import type { ClientBase, Pool } from "pg";
import { chainStart, verifyEntries, type BrokenLink, type ChainState } from "../verify-chain.ts";
import { readHeadsFile, rootBytes } from "./roots.ts";
import { entriesAfter, rootsOf, type DailyRoot } from "./store.ts";

/** A chain that was cut off, or a root that does not fit. `root` names the day. */
export type BrokenRoot = { readonly day: string; readonly what: "signature" | "missing" | "differs-outside" } | { readonly day: string; readonly what: "head"; readonly district: string; readonly seq: number };

/** What was proved: entries and roots counted, or the first thing that does not hold. */
export type AuditProof =
  | { readonly kind: "holds"; readonly entries: number; readonly chains: number; readonly roots: number }
  | { readonly kind: "broken-link"; readonly link: BrokenLink }
  | { readonly kind: "broken-root"; readonly root: BrokenRoot };

type VerifyParts = { readonly pool: Pool; readonly city: string; readonly districts: readonly string[]; readonly publicKeys: readonly PublicKey[]; readonly headsFile: string };

/**
 * Proves every chain from its first entry, every signed root, and that the roots written outside the database are the
 * same. Roots hold heads, so a chain cut off or made anew is found even when its hashes fit.
 */
export async function verifyAudit({ pool, city, districts, publicKeys, headsFile }: VerifyParts): Promise<AuditProof> {
  const codes = [...new Set([city, ...districts])].toSorted();
  const outside = await readHeadsFile(headsFile);
  return inTransaction(pool, { districts: codes, actor: "cli" }, async (tx) => {
    const roots = await rootsOf(tx, city);
    const wanted = wantedHeads([...roots, ...outside]);
    let [entries, chains] = [0, 0];
    for (const district of codes) {
      const proof = await proveChain(tx, district, wanted.get(district) ?? []);
      if ("what" in proof) return "day" in proof ? { kind: "broken-root", root: proof } : { kind: "broken-link", link: proof };
      entries += proof.seq;
      chains += proof.seq > 0 ? 1 : 0;
    }
    const broken = brokenRoot(roots, outside, publicKeys);
    return broken === null ? { kind: "holds", entries, chains, roots: roots.length } : { kind: "broken-root", root: broken };
  });
}

type WantedHead = ChainState & { readonly day: string };

/** Every head any root names, by district, in the order of the chain. */
function wantedHeads(roots: readonly DailyRoot[]): ReadonlyMap<string, readonly WantedHead[]> {
  const wanted = roots.flatMap(({ day, heads }) => (JSON.parse(heads) as ChainState[]).map((head): WantedHead => ({ ...head, day })));
  return Map.groupBy(wanted.toSorted((one, other) => one.seq - other.seq), ({ district }) => district);
}

const BATCH = 1_000;

async function proveChain(tx: ClientBase, district: string, wanted: readonly WantedHead[]): Promise<ChainState | BrokenLink | BrokenRoot> {
  let state = chainStart(district);
  let next = 0;
  for (;;) {
    const entries = await entriesAfter(tx, district, state.seq, BATCH);
    const proved = verifyEntries(state, entries);
    if ("what" in proved) return proved;
    for (; next < wanted.length && (wanted[next]?.seq ?? 0) <= proved.seq; next += 1) {
      const head = wanted[next];
      const entry = entries.find(({ seq }) => seq === head?.seq);
      if (head !== undefined && (entry?.hash ?? state.hash) !== head.hash) return { day: head.day, what: "head", district, seq: head.seq };
    }
    state = proved;
    if (entries.length < BATCH) break;
  }
  const cut = wanted[next];
  return cut === undefined ? state : { day: cut.day, what: "head", district, seq: cut.seq };
}

function brokenRoot(inside: readonly DailyRoot[], outside: readonly DailyRoot[], publicKeys: readonly PublicKey[]): BrokenRoot | null {
  for (const { day, heads, keyId, signature } of [...inside, ...outside]) {
    const key = publicKeys.find(({ kid }) => kid === keyId);
    if (key === undefined || !verifyEs256(key, rootBytes(day, heads), signature)) return { day, what: "signature" };
  }
  for (const written of outside) {
    const kept = inside.find(({ day }) => day === written.day);
    if (kept === undefined) return { day: written.day, what: "missing" };
    if (kept.heads !== written.heads) return { day: written.day, what: "differs-outside" };
  }
  return null;
}
