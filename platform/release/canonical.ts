import canonicalize from "canonicalize";
import { createHash } from "node:crypto";

/** The one way to write this value as bytes (RFC 8785, UTF-8): equal content gives equal bytes on every machine. */
export function canonicalBytes(value: unknown): Uint8Array {
  return new TextEncoder().encode(canonicalize(value) ?? "null");
}

/** SHA-256 (hex) over the canonical bytes. */
export function contentSha256(value: unknown): string {
  return createHash("sha256").update(canonicalBytes(value)).digest("hex");
}
