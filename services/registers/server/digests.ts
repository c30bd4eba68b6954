import type { Digest } from "#engines/registers";
import { createHmac, hkdfSync } from "node:crypto";

/**
 * Digests of what is personal in a register, keyed with the installation's secret: without it nobody can try numbers out, and the same number in two registers gives two digests, so
 * that registers cannot be joined by it.
 */
export function registerDigests(secret: Uint8Array): (register: string) => Digest {
  const key = Buffer.from(hkdfSync("sha256", secret, new Uint8Array(), "anxin registers 1", 32));
  return (register) => (_field, value) => createHmac("sha256", key).update(`${register}\n${value}`).digest("base64url");
}
