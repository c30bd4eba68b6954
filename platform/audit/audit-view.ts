import { z } from "zod";

/** What is asked of the audit: one district's chain, entries before a number, of one action. */
export const auditQuery = z.object({
  district: z.string().regex(/^[0-9]{6}$/, "不是六位区划代码|This is no six-digit division code|写六位区划代码|Write the six-digit code"),
  before: z.coerce.number().int().positive().optional(),
  action: z.string().max(60).optional(),
});

/** A page of the audit. `actor` is a person's id, `server` or `cli`. */
export const auditReply = z.object({
  entries: z.array(z.object({
    district: z.string(), seq: z.number(), at: z.string(), policyAt: z.string(), actor: z.string(), action: z.string(), object: z.string(),
    details: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null(), z.array(z.string())])), prevHash: z.string(), hash: z.string(),
  })),
  /** Names of people who did something or had something done to them, by id. */
  names: z.record(z.string(), z.string()),
  more: z.boolean(),
});
/** A page of the audit as screens get it. */
export type AuditPage = z.output<typeof auditReply>;
