export { auditQuery, auditReply, type AuditPage } from "./audit-view.ts";
export { CHAIN_START, hashedBytes, type AuditEntry, type AuditEvent } from "./entry.ts";
export { chainStart, entryHash, verifyEntries, type BrokenLink, type ChainState } from "./verify-chain.ts";
