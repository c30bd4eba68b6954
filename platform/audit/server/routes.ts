import { districtsWith, permitted } from "#platform/http";
import { jsonRoute, refuse, type Route, type SendProblem } from "#platform/http/server";
import { inTransaction } from "#platform/db/server";
import type { Pool } from "pg";
import { auditReply, auditQuery } from "../audit-view.ts";
import type { AppendAudit } from "./append-audit.ts";
import { entriesBefore } from "./store.ts";

const PAGE = 100;
/** What was done to a person names them by id. */
const PERSON = "person:";

/** The audit for those who may read it, a page at a time, newest first. Reading it is an entry too. */
export function auditRoutes({ http, pool, audit, namesOf }: { http: { readonly sendProblem: SendProblem }; pool: Pool; audit: AppendAudit; namesOf: (ids: readonly string[]) => Promise<Readonly<Record<string, string>>> }): readonly Route[] {
  return [jsonRoute(http, {
    method: "GET", url: "/api/audit", access: permitted("audit.read", "who did and read what"),
    summary: { zh: "审计记录", en: "The audit" }, query: auditQuery, reply: auditReply, problems: [403],
    handler: async ({ query: { district, before, action }, signedIn }) => {
      if (signedIn === null || !districtsWith(signedIn, "audit.read").includes(district)) return refuse(403);
      const entries = await inTransaction(pool, { districts: [district], actor: signedIn.personId }, async (tx) => {
        const found = await entriesBefore(tx, district, before ?? null, action ?? null, PAGE);
        await audit(tx, { district, actor: signedIn.personId, action: "audit.read", object: `audit:${district}`, details: { entries: found.length } });
        return found;
      });
      return { entries: [...entries], names: { ...await namesOf([...new Set(entries.flatMap(({ actor, object }) => [actor, ...(object.startsWith(PERSON) ? [object.slice(PERSON.length)] : [])]))]) }, more: entries.length === PAGE };
    },
  })];
}
