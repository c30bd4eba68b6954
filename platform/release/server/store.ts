import type { ClientBase } from "pg";
import type { Released } from "../released.ts";

export async function insertRelease(tx: ClientBase, district: string, released: Released, content: Uint8Array): Promise<void> {
  const { kind, key, version, action, sha256, keyId, signature, drill, checkedBy, releasedBy, releasedAt, policyAt, editCount, note } = released;
  await tx.query(
    `insert into release.version (district, kind, key, version, action, sha256, key_id, signature, drill, checked_by, released_by, released_at, policy_at, edit_count, note, content)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)`,
    [district, kind, key, version, action, sha256, keyId, signature, drill, checkedBy, releasedBy, releasedAt, policyAt, editCount, note, Buffer.from(content)]);
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

/** The bytes that were signed, by version; a version released before they were kept has none. */
export async function releasedBytes(tx: ClientBase, district: string, kind: string, key: string): Promise<ReadonlyMap<number, Uint8Array>> {
  const { rows } = await tx.query<{ version: number; content: Buffer }>("select version, content from release.version where district = $1 and kind = $2 and key = $3 and content is not null", [district, kind, key]);
  return new Map(rows.map(({ version, content }) => [version, content]));
}

/** The last release of something, and how many there are: enough to see that something was released since. */
export type LatestRelease = { readonly version: number; readonly sha256: string; readonly count: number };

/** The last release of each thing of a kind, by key: cheap enough to ask every few seconds. */
export async function latestReleases(tx: ClientBase, district: string, kind: string): Promise<ReadonlyMap<string, LatestRelease>> {
  const { rows } = await tx.query<LatestRelease & { readonly key: string }>({
    name: "release-latest",
    text: "select distinct on (key) key, version, sha256, (count(*) over (partition by key))::int as count from release.version where district = $1 and kind = $2 order by key, version desc",
    values: [district, kind],
  });
  return new Map(rows.map(({ key, version, sha256, count }) => [key, { version, sha256, count }]));
}

/** The last release of each thing of a kind in several districts, in one question. */
export async function latestReleasesIn(tx: ClientBase, districts: readonly string[], kind: string): Promise<readonly (LatestRelease & { readonly district: string; readonly key: string })[]> {
  const { rows } = await tx.query<LatestRelease & { readonly district: string; readonly key: string }>({
    name: "release-latest-in",
    text: "select distinct on (district, key) district, key, version, sha256, (count(*) over (partition by district, key))::int as count from release.version where district = any ($1) and kind = $2 order by district, key, version desc",
    values: [districts, kind],
  });
  return rows;
}

/** A command that was carried out: what it was, and what came of it. */
export type KeptCommand = { readonly action: string; readonly object: string; readonly person: string; readonly bodySha256: string; readonly outcome: unknown };

/** Commands of one key wait for each other here; gives the one that was already carried out. */
export async function findCommand(tx: ClientBase, district: string, commandKey: string): Promise<KeptCommand | null> {
  await tx.query("select pg_advisory_xact_lock(hashtextextended($1, 0))", [`command ${district} ${commandKey}`]);
  const { rows: [row] } = await tx.query<Omit<KeptCommand, "bodySha256"> & { readonly body_sha256: string }>("select action, object, person, body_sha256, outcome from release.command where district = $1 and command_key = $2", [district, commandKey]);
  if (row === undefined) return null;
  const { body_sha256: bodySha256, ...rest } = row;
  return { ...rest, bodySha256 };
}

export async function insertCommand(tx: ClientBase, district: string, commandKey: string, { action, object, person, bodySha256, outcome }: KeptCommand, doneAt: Date): Promise<void> {
  await tx.query("insert into release.command (district, command_key, action, object, person, body_sha256, outcome, done_at) values ($1, $2, $3, $4, $5, $6, $7, $8)", [district, commandKey, action, object, person, bodySha256, JSON.stringify(outcome), doneAt]);
}
