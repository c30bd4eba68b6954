import { inTransaction } from "#platform/db/server";
import type { PublicKey } from "#platform/keys";
import type { ClientBase, Pool } from "pg";
import { chainStart, verifyEntries, type BrokenLink, type ChainState } from "../verify-chain.ts";
import { readHeadsFile, type Begun, type LineFault } from "./heads-file.ts";
import { codesToProve, keyThatSigned } from "./roots.ts";
import { entriesAfter, rootsOf, type DailyRoot } from "./store.ts";

/**
 * A chain that was cut off, or a root that does not fit: its `signature` does not hold, its `key` is none that may sign roots, it is
 * `missing` inside, `not-outside`, or the two differ. `day` is the root's.
 */
export type BrokenRoot =
  | { readonly day: string; readonly what: "signature" | "key" | "missing" | "not-outside" | "differs-outside" }
  | { readonly day: string; readonly what: "head"; readonly district: string; readonly seq: number };

/** What was walked. */
type Counted = { readonly entries: number; readonly chains: number; readonly roots: number };

/**
 * What was proved: entries and roots counted, or the first thing that does not hold. `outside`: since when roots are written outside the
 * database; null before the first. `broken-file`: what is inside fits, and the file that should vouch for it is missing or not whole.
 */
export type AuditProof =
  | { readonly kind: "holds"; readonly outside: Begun | null } & Counted
  | { readonly kind: "broken-link"; readonly link: BrokenLink }
  | { readonly kind: "broken-root"; readonly root: BrokenRoot }
  | { readonly kind: "broken-file"; readonly fault: LineFault | { readonly what: "missing" | "no-beginning" } } & Counted;

type VerifyParts = {
  readonly pool: Pool; readonly city: string; readonly districts: readonly string[]; readonly headsFile: string;
  /** The keys the city publishes: believed only where no file outside says which keys may sign roots. */
  readonly publicKeys: readonly PublicKey[];
};

/**
 * Proves every chain from its first entry, every signed root, and that the roots written outside the database are the
 * same. Roots hold heads, so a chain cut off or made anew is found even when its hashes fit; the keys are those the file outside names,
 * so whoever owns the database cannot bring a key along.
 */
export async function verifyAudit({ pool, city, districts, publicKeys, headsFile }: VerifyParts): Promise<AuditProof> {
  const outside = await readHeadsFile(headsFile);
  const inside = await inTransaction(pool, { districts: [city], actor: "cli" }, (tx) => rootsOf(tx, city));
  const roots = [...inside, ...outside?.roots ?? []];
  // Before what a root says is believed.
  const unsigned = unsignedRoot(roots, outside?.keys ?? publicKeys);
  if (unsigned !== null) return { kind: "broken-root", root: unsigned };
  const wanted = wantedHeads(roots);
  const codes = await codesToProve(pool, [city, ...districts, ...wanted.keys()]);
  const walked = await inTransaction(pool, { districts: codes, actor: "cli" }, (tx) => walk(tx, codes, wanted));
  if ("kind" in walked) return walked;
  const counted = { ...walked, roots: inside.length };
  if (outside === null) return inside.length === 0 ? { kind: "holds", ...counted, outside } : { kind: "broken-file", fault: { what: "missing" }, ...counted };
  if (outside.fault !== null) return { kind: "broken-file", fault: outside.fault, ...counted };
  const broken = differentRoot(inside, outside.roots);
  if (broken !== null) return { kind: "broken-root", root: broken };
  return outside.begun === null ? { kind: "broken-file", fault: { what: "no-beginning" }, ...counted } : { kind: "holds", ...counted, outside: outside.begun };
}

type WantedHead = ChainState & { readonly day: string };

/** Every head any root names, by district, in the order of the chain. */
function wantedHeads(roots: readonly DailyRoot[]): ReadonlyMap<string, readonly WantedHead[]> {
  const wanted = roots.flatMap(({ day, heads }) => (JSON.parse(heads) as ChainState[]).map((head): WantedHead => ({ ...head, day })));
  return Map.groupBy(wanted.toSorted((one, other) => one.seq - other.seq), ({ district }) => district);
}

const BATCH = 1_000;

async function walk(tx: ClientBase, codes: readonly string[], wanted: ReadonlyMap<string, readonly WantedHead[]>): Promise<Pick<Counted, "entries" | "chains"> | AuditProof> {
  let [entries, chains] = [0, 0];
  for (const district of codes) {
    const proof = await proveChain(tx, district, wanted.get(district) ?? []);
    if ("what" in proof) return "day" in proof ? { kind: "broken-root", root: proof } : { kind: "broken-link", link: proof };
    entries += proof.seq;
    chains += proof.seq > 0 ? 1 : 0;
  }
  return { entries, chains };
}

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

function unsignedRoot(roots: readonly DailyRoot[], keys: readonly PublicKey[]): BrokenRoot | null {
  for (const root of roots) {
    const signedBy = keyThatSigned(root, keys);
    if (typeof signedBy === "string") return { day: root.day, what: signedBy };
  }
  return null;
}

function differentRoot(inside: readonly DailyRoot[], outside: readonly DailyRoot[]): BrokenRoot | null {
  for (const written of outside) {
    const kept = inside.find(({ day }) => day === written.day);
    if (kept === undefined) return { day: written.day, what: "missing" };
    if (kept.heads !== written.heads || kept.keyId !== written.keyId) return { day: written.day, what: "differs-outside" };
  }
  const unwritten = inside.find(({ day }) => !outside.some((written) => written.day === day));
  return unwritten === undefined ? null : { day: unwritten.day, what: "not-outside" };
}
