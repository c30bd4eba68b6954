import { createHash } from "node:crypto";
import { CHAIN_START, hashedBytes, type AuditEntry } from "./entry.ts";

/** Where a chain stops holding: the entry that is missing or does not fit. */
export type BrokenLink = { readonly district: string; readonly seq: number; readonly what: "missing" | "previous-hash" | "hash" };

/** How far a chain was proved; `head` is what the next part of the chain must go on from. */
export type ChainState = { readonly district: string; readonly seq: number; readonly hash: string };

/** The state before the first entry. */
export function chainStart(district: string): ChainState {
  return { district, seq: 0, hash: CHAIN_START };
}

/** Proves the next entries of one chain, in order. Gives the state behind the last of them, or the first broken link. */
export function verifyEntries(state: ChainState, entries: readonly AuditEntry[]): ChainState | BrokenLink {
  let { seq, hash } = state;
  for (const entry of entries) {
    if (entry.seq !== seq + 1) return { district: state.district, seq: seq + 1, what: "missing" };
    if (entry.prevHash !== hash) return { district: state.district, seq: entry.seq, what: "previous-hash" };
    if (entryHash(entry) !== entry.hash) return { district: state.district, seq: entry.seq, what: "hash" };
    ({ seq, hash } = entry);
  }
  return { district: state.district, seq, hash };
}

/** SHA-256 (hex) over the entry's hashed bytes. */
export function entryHash(entry: Omit<AuditEntry, "hash">): string {
  return createHash("sha256").update(hashedBytes(entry)).digest("hex");
}
