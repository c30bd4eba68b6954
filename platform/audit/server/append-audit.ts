import type { Clock } from "#platform/clock";
import type { ClientBase } from "pg";
import { CHAIN_START, type AuditEntry, type AuditEvent } from "../entry.ts";
import { entryHash } from "../verify-chain.ts";
import { insertChain, insertEntry, lockHead } from "./store.ts";

/** Writes an event at the end of its district's chain, in the caller's transaction: both stay or neither. */
export type AppendAudit = (tx: ClientBase, event: AuditEvent) => Promise<AuditEntry>;

/** The audit of an installation, on both of its clocks. Append last in a transaction: a chain is locked until it ends. */
export function appendAudit(clock: Clock): AppendAudit {
  return async (tx, { district, actor, action, object, details }) => {
    const head = await lockHead(tx, district);
    const open = {
      district, seq: (head?.seq ?? 0) + 1, at: clock.machineNow().toISOString(), policyAt: clock.policyNow().toISOString(),
      actor, action, object, details, prevHash: head?.hash ?? CHAIN_START,
    };
    const entry: AuditEntry = { ...open, hash: entryHash(open) };
    if (head === null) await insertChain(tx, district);
    await insertEntry(tx, entry);
    return entry;
  };
}
