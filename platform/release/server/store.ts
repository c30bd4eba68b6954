import type { ClientBase } from "pg";
import type { Released } from "../released.ts";

export async function insertRelease(tx: ClientBase, district: string, released: Released): Promise<void> {
  const { kind, key, version, action, sha256, keyId, signature, drill, checkedBy, releasedBy, releasedAt, policyAt, editCount, note } = released;
  await tx.query(
    `insert into release.version (district, kind, key, version, action, sha256, key_id, signature, drill, checked_by, released_by, released_at, policy_at, edit_count, note)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)`,
    [district, kind, key, version, action, sha256, keyId, signature, drill, checkedBy, releasedBy, releasedAt, policyAt, editCount, note]);
}

/** All releases of one thing, newest first; of every thing of the kind when `key` is null. */
export async function releasesOf(tx: ClientBase, district: string, kind: string, key: string | null): Promise<readonly Released[]> {
  const { rows } = await tx.query<Row>(
    `select kind, key, version, action, sha256, key_id, signature, drill, checked_by, released_by, released_at, policy_at, edit_count, note
       from release.version where district = $1 and kind = $2 and ($3::text is null or key = $3) order by key, version desc`, [district, kind, key]);
  return rows.map(({ key_id: keyId, checked_by: checkedBy, released_by: releasedBy, released_at: releasedAt, policy_at: policyAt, edit_count: editCount, ...rest }) =>
    ({ ...rest, keyId, checkedBy, releasedBy, releasedAt: releasedAt.toISOString(), policyAt: policyAt.toISOString(), editCount }));
}

type Row = Omit<Released, "keyId" | "checkedBy" | "releasedBy" | "releasedAt" | "policyAt" | "editCount"> & {
  readonly key_id: string; readonly checked_by: string; readonly released_by: string; readonly released_at: Date; readonly policy_at: Date; readonly edit_count: number;
};

/** Commands of one key wait for each other here; gives the outcome of one that was already carried out. */
export async function findOutcome(tx: ClientBase, district: string, commandKey: string): Promise<{ readonly outcome: unknown } | null> {
  await tx.query("select pg_advisory_xact_lock(hashtextextended($1, 0))", [`command ${district} ${commandKey}`]);
  const { rows: [row] } = await tx.query<{ outcome: unknown }>("select outcome from release.command where district = $1 and command_key = $2", [district, commandKey]);
  return row ?? null;
}

export async function insertOutcome(tx: ClientBase, district: string, commandKey: string, outcome: unknown, doneAt: Date): Promise<void> {
  await tx.query("insert into release.command (district, command_key, outcome, done_at) values ($1, $2, $3, $4)", [district, commandKey, JSON.stringify(outcome), doneAt]);
}
