import { createHash, createPrivateKey, createPublicKey, generateKeyPairSync, sign, verify } from "node:crypto";
import type { PublicKey } from "../signature.ts";

/** A new key pair: the public part as a JWK, the private one as PKCS #8. */
export function makeKey(purpose: string): { readonly publicKey: PublicKey; readonly privateKey: Buffer } {
  const pair = generateKeyPairSync("ec", { namedCurve: "P-256" });
  const { x = "", y = "" } = pair.publicKey.export({ format: "jwk" });
  return {
    publicKey: { kty: "EC", crv: "P-256", x, y, kid: thumbprint(x, y), alg: "ES256", use: "sig", purpose },
    privateKey: pair.privateKey.export({ format: "der", type: "pkcs8" }),
  };
}

/** ES256 over these bytes, base64url. */
export function signEs256(privateKey: Uint8Array, bytes: Uint8Array): string {
  const key = createPrivateKey({ key: Buffer.from(privateKey), format: "der", type: "pkcs8" });
  return sign("sha256", bytes, { key, dsaEncoding: "ieee-p1363" }).toString("base64url");
}

/** Did this key sign these bytes? A signature of the wrong form is simply not one. */
export function verifyEs256({ kty, crv, x, y }: Pick<PublicKey, "kty" | "crv" | "x" | "y">, bytes: Uint8Array, signature: string): boolean {
  const raw = Buffer.from(signature, "base64url");
  if (raw.length !== 64) return false;
  const key = createPublicKey({ key: { kty, crv, x, y }, format: "jwk" });
  return verify("sha256", bytes, { key, dsaEncoding: "ieee-p1363" }, raw);
}

/** RFC 7638: SHA-256 over the required members in alphabetical order, without spaces. */
function thumbprint(x: string, y: string): string {
  return createHash("sha256").update(JSON.stringify({ crv: "P-256", kty: "EC", x, y })).digest("base64url");
}
