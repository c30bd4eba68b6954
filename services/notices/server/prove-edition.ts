import { canonicalBytes, type Released } from "#platform/release";
import { createHash } from "node:crypto";
import { publicFormOne, publicNotice, saysTheSame } from "../draft/index.ts";
import type { NoticeEdition } from "../edition.ts";
import type { KeptVersion } from "./notice-archive.ts";

/** Why a version is not shown. `unsigned`: nobody released it; the others: what lies there is not what was released. */
export type Doubt = "unsigned" | "record-changed" | "record-missing" | "form-unknown" | "signature-does-not-hold" | "not-what-was-signed";

/** Whether a signature holds over these bytes, and whether a drill's key made it; null when it does not hold. */
export type ProofOf = (release: Released, bytes: Uint8Array) => Promise<{ readonly drill: boolean } | null>;

/**
 * A version the public may see: released, its signature holds over the bytes that were kept, and what would be shown is what those
 * bytes say. What a release says of itself is taken from what was signed, not from the columns beside it.
 */
export async function proveEdition({ read, release, bytes }: KeptVersion, proofOf: ProofOf): Promise<NoticeEdition | Doubt> {
  if (release === null) return "unsigned";
  if (read.kind === "unreadable") return read.why;
  const { notice } = read;
  const signed = bytes ?? canonicalBytes(publicFormOne(notice));
  const proof = createHash("sha256").update(signed).digest("hex") === release.sha256 ? await proofOf(release, signed) : null;
  if (proof === null) return "signature-does-not-hold";
  const proved: Released = { ...release, drill: proof.drill };
  if (!saysTheSame(JSON.parse(new TextDecoder().decode(signed)), notice, proved)) return "not-what-was-signed";
  return { notice: publicNotice(notice), release: proved, bytes: signed };
}
