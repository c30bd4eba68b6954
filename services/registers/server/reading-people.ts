import type { AuditEvent } from "#platform/audit";
import type { AppendAudit } from "#platform/audit/server";
import type { ClientBase } from "pg";

/** Records that one entry of the audit names; of more there are several entries. */
const NAMED_MOST = 500;

/** Appends to the audit of every district which records of people somebody read, by their ids alone; district by district in order, last in a transaction. */
export async function noteReading(audit: AppendAudit, tx: ClientBase, records: readonly { readonly district: string; readonly id: string }[], event: Pick<AuditEvent, "actor" | "action" | "object" | "details">): Promise<void> {
  for (const [district, inDistrict] of [...Map.groupBy(records, (record) => record.district)].toSorted(([one], [other]) => (one < other ? -1 : 1))) {
    for (let at = 0; at < inDistrict.length; at += NAMED_MOST) {
      const part = inDistrict.slice(at, at + NAMED_MOST);
      await audit(tx, { ...event, district, details: { ...event.details, count: part.length, records: part.map(({ id }) => id) } });
    }
  }
}
