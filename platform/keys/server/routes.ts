import { everybody } from "#platform/http";
import { jsonRoute, type Route, type SendProblem } from "#platform/http/server";
import { z } from "zod";
import type { Keyring } from "./keyring.ts";

const publicKey = z.object({
  kty: z.literal("EC"), crv: z.literal("P-256"), x: z.string(), y: z.string(), kid: z.string(), alg: z.literal("ES256"), use: z.literal("sig"), purpose: z.string(),
});

/** The public keys, for whoever verifies a signature without us (RFC 7517). */
export function keyRoutes({ http, keys }: { http: { readonly sendProblem: SendProblem }; keys: Keyring }): readonly Route[] {
  return [jsonRoute(http, {
    method: "GET", url: "/.well-known/jwks.json", access: everybody("public keys"),
    summary: { zh: "签名用的公钥", en: "Public keys of the signatures" },
    reply: z.object({ keys: z.array(publicKey) }),
    handler: async ({ reply }) => {
      // Whoever verifies may do so from a page of their own, as with the notice itself.
      reply.header("cache-control", "public, max-age=300").header("access-control-allow-origin", "*");
      return { keys: [...await keys.publicKeys()] };
    },
  })];
}
