import type { ClientBase, Pool } from "pg";
import type { AuditEntry } from "../entry.ts";
import type { ChainState } from "../verify-chain.ts";

/** The end of a district's chain, locked until the transaction ends: nobody else appends meanwhile. Null before its first entry. */
export async function lockHead(tx: ClientBase, district: string): Promise<{ readonly seq: number; readonly hash: string } | null> {
  await tx.query("select pg_advisory_xact_lock(hashtextextended($1, 0))", [`audit ${district}`]);
  const { rows: [row] } = await tx.query<{ seq: string; hash: string }>({ name: "audit-head", text: "select seq, hash from audit.entry where district = $1 order by seq desc limit 1", values: [district] });
  return row === undefined ? null : { seq: Number(row.seq), hash: row.hash };
}

export async function insertEntry(tx: ClientBase, entry: AuditEntry): Promise<void> {
  const { district, seq, at, policyAt, actor, action, object, details, prevHash, hash } = entry;
  await tx.query({
    name: "audit-append",
    text: "insert into audit.entry (district, seq, at, policy_at, actor, action, object, details, prev_hash, hash) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
    values: [district, seq, at, policyAt, actor, action, object, JSON.stringify(details), prevHash, hash],
  });
}

/** Notes that a district has a chain; once is enough. */
export async function insertChain(tx: ClientBase, district: string): Promise<void> {
  await tx.query("insert into audit.chain (district) values ($1) on conflict do nothing", [district]);
}

/** Every district that has a chain. */
export async function chainsOf(pool: Pool): Promise<readonly string[]> {
  const { rows } = await pool.query<{ district: string }>("select district from audit.chain order by district");
  return rows.map(({ district }) => district);
}

/** Entries of one chain behind `after`, in order. */
export async function entriesAfter(tx: ClientBase, district: string, after: number, limit: number): Promise<readonly AuditEntry[]> {
  const { rows } = await tx.query<Row>(`${SELECT} where district = $1 and seq > $2 order by seq limit $3`, [district, after, limit]);
  return rows.map(entryOf);
}

/** Entries before `before`, newest first; null: from the end. */
export async function entriesBefore(tx: ClientBase, district: string, before: number | null, action: string | null, limit: number): Promise<readonly AuditEntry[]> {
  const { rows } = await tx.query<Row>(`${SELECT} where district = $1 and ($2::bigint is null or seq < $2) and ($3::text is null or action = $3) order by seq desc limit $4`, [district, before, action, limit]);
  return rows.map(entryOf);
}

/** The head of every chain the context may see, by district. */
export async function headsOf(tx: ClientBase, districts: readonly string[]): Promise<readonly ChainState[]> {
  const { rows } = await tx.query<{ district: string; seq: string; hash: string }>(
    "select distinct on (district) district, seq, hash from audit.entry where district = any ($1) order by district, seq desc", [districts]);
  return rows.map(({ district, seq, hash }) => ({ district, seq: Number(seq), hash }));
}

/** A signed day: `heads` is the canonical JSON that was signed. */
export type DailyRoot = { readonly day: string; readonly heads: string; readonly keyId: string; readonly signature: string };

/** Keeps the root of a day unless it has one; true when this was the first. */
export async function insertRoot(tx: ClientBase, city: string, { day, heads, keyId, signature }: DailyRoot, madeAt: Date): Promise<boolean> {
  const { rowCount } = await tx.query("insert into audit.daily_root (district, day, heads, key_id, signature, made_at) values ($1, $2, $3, $4, $5, $6) on conflict do nothing", [city, day, heads, keyId, signature, madeAt]);
  return rowCount === 1;
}

/** Waits for whoever else writes roots outside at the same time: two processes may have one data folder. */
export async function lockHeadsFile(tx: ClientBase, city: string): Promise<void> {
  await tx.query("select pg_advisory_xact_lock(hashtextextended($1, 0))", [`audit heads ${city}`]);
}

export async function rootsOf(tx: ClientBase, city: string): Promise<readonly DailyRoot[]> {
  const { rows } = await tx.query<{ day: string; heads: string; key_id: string; signature: string }>("select to_char(day, 'YYYY-MM-DD') as day, heads, key_id, signature from audit.daily_root where district = $1 order by day", [city]);
  return rows.map(({ day, heads, key_id: keyId, signature }) => ({ day, heads, keyId, signature }));
}

const SELECT = "select district, seq, at, policy_at, actor, action, object, details, prev_hash, hash from audit.entry";
type Row = { district: string; seq: string; at: Date; policy_at: Date; actor: string; action: string; object: string; details: AuditEntry["details"]; prev_hash: string; hash: string };

function entryOf({ district, seq, at, policy_at: policyAt, actor, action, object, details, prev_hash: prevHash, hash }: Row): AuditEntry {
  return { district, seq: Number(seq), at: at.toISOString(), policyAt: policyAt.toISOString(), actor, action, object, details, prevHash, hash };
}
