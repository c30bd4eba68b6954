import { inTransaction } from "#platform/db/server";
import { faultPoint } from "#platform/fault-points/server";
import type { ClientBase, Pool } from "pg";
import { drillPurpose, type PublicKey, type Signature } from "../signature.ts";
import { makeKey, signEs256, verifyEs256 } from "./es256.ts";
import { open, seal } from "./sealed.ts";
import { findKeyInUse, insertKey, insertRetirement, lockPurpose, publicKeysOf } from "./store.ts";

/** The city's keys. Purposes are lower-case words; a drill's keys are others, whatever the caller says. */
export type Keyring = {
  /** Signs in the caller's transaction with the key in use for this purpose; makes the first one. */
  readonly sign: (tx: ClientBase, purpose: string, bytes: Uint8Array) => Promise<Signature>;
  /** False for a signature of another key, other bytes, a key of another purpose or one nobody knows. A drill's signature holds for `drillPurpose` alone. */
  readonly verify: (purpose: string, signed: Signature, bytes: Uint8Array) => Promise<boolean>;
  /** Takes a new key into use; the one before goes on verifying. Gives the new key's id. */
  readonly rotate: (purpose: string) => Promise<string>;
  readonly publicKeys: () => Promise<readonly PublicKey[]>;
};

type KeyringParts = { readonly pool: Pool; readonly district: string; readonly secret: Uint8Array; readonly clock: { readonly machineNow: () => Date; readonly drill: boolean } };

/** The keyring of a city: `district` is the city's own code. Throws on use when `secret` is not the one its keys were sealed with. */
export function keyring({ pool, district, secret, clock }: KeyringParts): Keyring {
  const context = { districts: [district], actor: "server" };
  const named = (purpose: string): string => (clock.drill ? drillPurpose(purpose) : purpose);
  const publicKeys = (): Promise<readonly PublicKey[]> => publicKeysFrom(pool, district);

  async function makeInUse(tx: ClientBase, purpose: string) {
    const { publicKey, privateKey } = makeKey(purpose);
    const key = { publicKey, sealedPrivateKey: seal(secret, publicKey.kid, privateKey) };
    await insertKey(tx, district, key, clock.machineNow());
    faultPoint("key.after-row");
    return key;
  }
  return {
    sign: async (tx, purpose, bytes) => {
      const name = named(purpose);
      let key = await findKeyInUse(tx, district, name);
      if (key === null) {
        await lockPurpose(tx, district, name);
        key = await findKeyInUse(tx, district, name) ?? await makeInUse(tx, name);
      }
      const { publicKey: { kid }, sealedPrivateKey } = key;
      return { keyId: kid, signature: signEs256(open(secret, kid, sealedPrivateKey), bytes) };
    },
    verify: async (purpose, { keyId, signature }, bytes) => {
      const key = (await publicKeys()).find(({ kid }) => kid === keyId);
      return key !== undefined && key.purpose === purpose && verifyEs256(key, bytes, signature);
    },
    rotate: (purpose) => inTransaction(pool, context, async (tx) => {
      const name = named(purpose);
      await lockPurpose(tx, district, name);
      const before = await findKeyInUse(tx, district, name);
      const { publicKey: { kid } } = await makeInUse(tx, name);
      if (before !== null) await insertRetirement(tx, district, before.publicKey.kid, clock.machineNow());
      return kid;
    }),
    publicKeys,
  };
}

/** Every public key a city ever signed with: what verifying takes, without the secret that signing takes. */
export function publicKeysFrom(pool: Pool, district: string): Promise<readonly PublicKey[]> {
  return inTransaction(pool, { districts: [district], actor: "server" }, (tx) => publicKeysOf(tx, district));
}
