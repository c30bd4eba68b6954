/** Who sends a request: a person whose session is valid now. Nothing of it is ever logged but `personId`. */
export type SignedIn = {
  readonly personId: string;
  readonly name: string;
  /** The district that holds the person's own rows. */
  readonly district: string;
  /** Every district any of the person's posts reaches (six-digit codes). */
  readonly districts: readonly string[];
  /** For each permission the districts it is held in. A permission that is not held is absent. */
  readonly grants: ReadonlyMap<string, readonly string[]>;
  /** What a page must send back as `x-csrf-token` with everything that changes something. */
  readonly csrfToken: string;
};

/** Where the person holds this permission; empty when nowhere. */
export function districtsWith(person: SignedIn, permission: string): readonly string[] {
  return person.grants.get(permission) ?? [];
}
