export { appendAudit, type AppendAudit } from "./append-audit.ts";
export { HEADS_FILE } from "./heads-file.ts";
export { makeDailyRoot } from "./roots.ts";
export { auditRoutes } from "./routes.ts";
export { verifyAudit, type AuditProof } from "./verify.ts";
