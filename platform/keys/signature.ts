/** A signature with the key that made it: ES256 over the bytes, base64url of r‖s (IEEE P1363, RFC 7518 §3.4). */
export type Signature = { readonly keyId: string; readonly signature: string };

/** A public key as RFC 7517 writes it. `kid` is its RFC 7638 thumbprint; `purpose` tells what it signs, `drill-…` for drills. */
export type PublicKey = {
  readonly kty: "EC"; readonly crv: "P-256"; readonly x: string; readonly y: string;
  readonly kid: string; readonly alg: "ES256"; readonly use: "sig"; readonly purpose: string;
};

/** What a drill's keys for this purpose are called: a drill never signs with a genuine key, nor is one of its signatures taken for a genuine one. */
export const drillPurpose = (purpose: string): string => `drill-${purpose}`;
