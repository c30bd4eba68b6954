/** Something official: its number, its hash and signature, and who stood behind it. Instants are ISO 8601. */
export type Released = {
  readonly kind: string;
  readonly key: string;
  readonly version: number;
  readonly action: "release" | "amend" | "withdraw";
  /** SHA-256 (hex) of the canonical content. */
  readonly sha256: string;
  readonly keyId: string;
  readonly signature: string;
  /** Signed in a drill, with a drill's key: never genuine. */
  readonly drill: boolean;
  /** People's ids, or `pack`. */
  readonly checkedBy: string;
  readonly releasedBy: string;
  readonly releasedAt: string;
  readonly policyAt: string;
  readonly editCount: number;
  readonly note: string;
};

/** What a release says of itself inside the signed bytes, beside key and version. */
export type SignedFacts = Pick<Released, "action" | "drill" | "releasedAt" | "policyAt">;
