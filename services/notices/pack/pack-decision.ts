/** A version there is: over what it holds, what it was made from, and who released it: a person's id, `pack`, or nobody. */
export type KnownVersion = { readonly version: number; readonly contentSha256: string; readonly inputSha256: string | null; readonly releasedBy: string | null };

/** A pack's notice beside the versions there are. `versionMin` is the number the pack gives it. */
export type Brought = { readonly contentSha256: string; readonly inputSha256: string; readonly versionMin: number };

/** What becomes of a pack's notice: released already; to be released as the next version; kept but never signed; or not, as officers have released since. */
export type PackDecision = { readonly kind: "there" | "publish" | "sign" | "differs"; readonly version: number };

/**
 * What a start does with a notice its pack brings. Once a person has released a notice, only people change it: a new pack, a corrected
 * letter or another reader must not undo what two officers decided. Before that, a pack that says the same as some version it
 * released is there already, whatever the reader would read today.
 */
export function packDecision({ contentSha256, inputSha256, versionMin }: Brought, versions: readonly KnownVersion[]): PackDecision {
  const released = versions.filter(({ releasedBy }) => releasedBy !== null).toSorted((one, other) => other.version - one.version);
  const same = released.find((known) => known.contentSha256 === contentSha256 || known.inputSha256 === inputSha256);
  if (same !== undefined) return { kind: "there", version: same.version };
  const [inForce] = released;
  if (released.some(({ releasedBy }) => releasedBy !== "pack")) return { kind: "differs", version: inForce?.version ?? 0 };
  // A server was ended between keeping and signing, as servers of before could be.
  const unsigned = versions.find((known) => known.releasedBy === null && known.contentSha256 === contentSha256 && known.version > (inForce?.version ?? 0));
  if (unsigned !== undefined) return { kind: "sign", version: unsigned.version };
  return { kind: "publish", version: Math.max(versionMin, ...versions.map(({ version }) => version + 1)) };
}
