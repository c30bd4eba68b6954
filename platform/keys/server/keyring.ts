import { inTransaction } from "#platform/db/server";
import { faultPoint } from "#platform/fault-points/server";
import type { ClientBase, Pool } from "pg";
import { drillPurpose, type PublicKey, type Signature } from "../signature.ts";
import { makeKey, signEs256, verifyEs256 } from "./es256.ts";
import { open, seal } from "./sealed.ts";
import { findKeyInUse, insertKey, insertRetirement, keysInUse, lockPurpose, publicKeysOf, type KeptKey } from "./store.ts";

/** The city's keys. Purposes are lower-case words; a drill's keys are others, whatever the caller says. */
export type Keyring = {
  /** Signs in the caller's transaction with the key in use for this purpose; makes the first one. */
  readonly sign: (tx: ClientBase, purpose: string, bytes: Uint8Array) => Promise<Signature>;
  /** False for a signature of another key, other bytes, a key of another purpose or one nobody knows. A drill's signature holds for `drillPurpose` alone. */
  readonly verify: (purpose: string, signed: Signature, bytes: Uint8Array) => Promise<boolean>;
  /** Takes a new key into use; the one before goes on verifying. Refused unless every key in use opens: a key sealed with another secret would be one the server cannot sign with. */
  readonly rotate: (purpose: string, actor: string) => Promise<Rotation>;
  /** Purposes whose key in use was sealed with another secret: none, or signing will fail. */
  readonly sealedElsewhere: () => Promise<readonly string[]>;
  readonly publicKeys: () => Promise<readonly PublicKey[]>;
};

/** How taking a new key into use ended. `purposes`: those whose present key does not open. */
export type Rotation = { readonly kind: "rotated"; readonly keyId: string } | { readonly kind: "another-secret"; readonly purposes: readonly string[] };

/** Writes into the audit, in the transaction that makes the key. */
type NoteKey = (tx: ClientBase, event: { readonly district: string; readonly actor: string; readonly action: string; readonly object: string; readonly details: Readonly<Record<string, string>> }) => Promise<unknown>;

type KeyringParts = {
  readonly pool: Pool; readonly district: string; readonly secret: Uint8Array; readonly clock: { readonly machineNow: () => Date; readonly drill: boolean };
  /** Where every new key is noted, the first of a purpose too. Left out only where nothing is kept of what happens: tests of signing, benches. */
  readonly audit?: NoteKey;
};

/** The keyring of a city: `district` is the city's own code. Throws on use when `secret` is not the one its keys were sealed with. */
export function keyring({ pool, district, secret, clock, audit = async () => undefined }: KeyringParts): Keyring {
  const context = { districts: [district], actor: "server" };
  const named = (purpose: string): string => (clock.drill ? drillPurpose(purpose) : purpose);
  const publicKeys = (): Promise<readonly PublicKey[]> => publicKeysFrom(pool, district);

  async function makeInUse(tx: ClientBase, purpose: string, actor: string, action: "keys.make" | "keys.rotate") {
    const { publicKey, privateKey } = makeKey(purpose);
    const key = { publicKey, sealedPrivateKey: seal(secret, publicKey.kid, privateKey) };
    await insertKey(tx, district, key, clock.machineNow());
    faultPoint("key.after-row");
    await audit(tx, { district, actor, action, object: `key:${publicKey.kid}`, details: { purpose } });
    return key;
  }
  const opens = ({ publicKey: { kid }, sealedPrivateKey }: KeptKey): boolean => {
    try { return open(secret, kid, sealedPrivateKey).length > 0; } catch { return false; }
  };
  const strangers = async (tx: ClientBase) => [...new Set((await keysInUse(tx, district)).filter((key) => !opens(key)).map(({ publicKey: { purpose } }) => purpose))];
  return {
    sign: async (tx, purpose, bytes) => {
      const name = named(purpose);
      let key = await findKeyInUse(tx, district, name);
      if (key === null) {
        await lockPurpose(tx, district, name);
        key = await findKeyInUse(tx, district, name) ?? await makeInUse(tx, name, "server", "keys.make");
      }
      const { publicKey: { kid }, sealedPrivateKey } = key;
      return { keyId: kid, signature: signEs256(open(secret, kid, sealedPrivateKey), bytes) };
    },
    verify: async (purpose, { keyId, signature }, bytes) => {
      const key = (await publicKeys()).find(({ kid }) => kid === keyId);
      return key !== undefined && key.purpose === purpose && verifyEs256(key, bytes, signature);
    },
    rotate: (purpose, actor) => inTransaction(pool, context, async (tx): Promise<Rotation> => {
      const name = named(purpose);
      await lockPurpose(tx, district, name);
      const purposes = await strangers(tx);
      if (purposes.length > 0) return { kind: "another-secret", purposes };
      const before = await findKeyInUse(tx, district, name);
      if (before !== null) await insertRetirement(tx, district, before.publicKey.kid, clock.machineNow());
      const { publicKey: { kid } } = await makeInUse(tx, name, actor, "keys.rotate");
      return { kind: "rotated", keyId: kid };
    }),
    sealedElsewhere: () => inTransaction(pool, context, strangers),
    publicKeys,
  };
}

/** Every public key a city ever signed with: what verifying takes, without the secret that signing takes. */
export function publicKeysFrom(pool: Pool, district: string): Promise<readonly PublicKey[]> {
  return inTransaction(pool, { districts: [district], actor: "server" }, (tx) => publicKeysOf(tx, district));
}
