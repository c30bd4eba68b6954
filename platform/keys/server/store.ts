import type { ClientBase } from "pg";
import type { PublicKey } from "../signature.ts";

export type KeptKey = { readonly publicKey: PublicKey; readonly sealedPrivateKey: Buffer };

/** Everybody who makes a key for this purpose waits here, so that two servers do not make one each. */
export async function lockPurpose(tx: ClientBase, district: string, purpose: string): Promise<void> {
  await tx.query("select pg_advisory_xact_lock(hashtextextended($1, 0))", [`keys ${district} ${purpose}`]);
}

/** The newest key of this purpose that was not retired, or null. */
export async function findKeyInUse(tx: ClientBase, district: string, purpose: string): Promise<KeptKey | null> {
  const { rows: [row] } = await tx.query<{ public_jwk: PublicKey; private_key: Buffer }>(
    `select public_jwk, private_key from keys.signing_key k where district = $1 and purpose = $2
       and not exists (select from keys.retired_key r where r.district = k.district and r.key_id = k.key_id)
     order by created_at desc limit 1`, [district, purpose]);
  return row === undefined ? null : { publicKey: row.public_jwk, sealedPrivateKey: row.private_key };
}

/** Every key not retired, of whatever purpose. */
export async function keysInUse(tx: ClientBase, district: string): Promise<readonly KeptKey[]> {
  const { rows } = await tx.query<{ public_jwk: PublicKey; private_key: Buffer }>(
    `select public_jwk, private_key from keys.signing_key k where district = $1
       and not exists (select from keys.retired_key r where r.district = k.district and r.key_id = k.key_id) order by purpose, created_at`, [district]);
  return rows.map((row) => ({ publicKey: row.public_jwk, sealedPrivateKey: row.private_key }));
}

export async function insertKey(tx: ClientBase, district: string, key: KeptKey, createdAt: Date): Promise<void> {
  const { publicKey, sealedPrivateKey } = key;
  await tx.query("insert into keys.signing_key (district, key_id, purpose, public_jwk, private_key, created_at) values ($1, $2, $3, $4, $5, $6)",
    [district, publicKey.kid, publicKey.purpose, JSON.stringify(publicKey), sealedPrivateKey, createdAt]);
}

export async function insertRetirement(tx: ClientBase, district: string, keyId: string, retiredAt: Date): Promise<void> {
  await tx.query("insert into keys.retired_key (district, key_id, retired_at) values ($1, $2, $3) on conflict do nothing", [district, keyId, retiredAt]);
}

/** Every public key ever used, newest first. */
export async function publicKeysOf(tx: ClientBase, district: string): Promise<readonly PublicKey[]> {
  const { rows } = await tx.query<{ public_jwk: PublicKey }>("select public_jwk from keys.signing_key where district = $1 order by created_at desc, key_id", [district]);
  return rows.map((row) => row.public_jwk);
}
