import canonicalize from "canonicalize";

/** What happened, before it has its place in a chain. `action` is `notices.release`, `people.read`; `object` is `kind:id`. */
export type AuditEvent = {
  readonly district: string;
  readonly actor: string;
  readonly action: string;
  readonly object: string;
  /** Ids, counts and names of fields; nothing personal. */
  readonly details: Readonly<Record<string, string | number | boolean | null | readonly string[]>>;
};

/** An entry of a chain; instants are ISO 8601 in UTC with milliseconds. */
export type AuditEntry = AuditEvent & {
  readonly seq: number;
  readonly at: string;
  readonly policyAt: string;
  readonly prevHash: string;
  readonly hash: string;
};

/** The hash the first entry of a chain holds as the one before. */
export const CHAIN_START = "0".repeat(64);

/** The bytes an entry's hash is taken over: RFC 8785 of everything but the hash itself. */
export function hashedBytes({ hash: _own, ...rest }: Omit<AuditEntry, "hash"> & { readonly hash?: string }): Uint8Array {
  return new TextEncoder().encode(canonicalize(rest) ?? "");
}
