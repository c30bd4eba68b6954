import type { z } from "zod";
import type { signatureFileSchema } from "../draft/index.ts";
import type { NoticeEdition } from "../edition.ts";

/** The signature beside a released notice, for whoever verifies it without us. `site`: where the public keys are, without a closing slash. */
export function signatureFile({ notice, release }: NoticeEdition, site: string): string {
  const told: z.output<typeof signatureFileSchema> = {
    form: "anxin-signature/1", notice: notice.key, version: notice.version, action: release.action, sha256: release.sha256,
    algorithm: "ES256", keyId: release.keyId, keys: `${site}/.well-known/jwks.json`, signature: release.signature, drill: release.drill, releasedAt: release.releasedAt,
  };
  return `${JSON.stringify(told, null, 2)}\n`;
}
