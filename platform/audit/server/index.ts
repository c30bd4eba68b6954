export { appendAudit, type AppendAudit } from "./append-audit.ts";
export { makeDailyRoot } from "./roots.ts";
export { auditRoutes } from "./routes.ts";
export { verifyAudit, type AuditProof } from "./verify.ts";
