import { inTransaction } from "#platform/db/server";
import { everybody, httpProblem, type Log } from "#platform/http";
import { jsonRoute, refuse, type Route, type SendProblem } from "#platform/http/server";
import { open, seal } from "#platform/keys/server";
import type { FastifyReply, FastifyRequest } from "fastify";
import type { ClientBase } from "pg";
import * as openid from "openid-client";
import { openIdCodeBody } from "../people-view.ts";
import { everywhere, type IdentityParts } from "./identity-parts.ts";
import type { Proof, Prove } from "./proof.ts";
import { refusedProof } from "./proof-words.ts";
import type { Sessions } from "./sessions.ts";
import { findExternal, type KeptPerson } from "./store.ts";

/** A city's own provider (OpenID Connect Core 1.0, authorization code flow with PKCE). */
export type OpenIdConfig = { readonly issuer: string; readonly clientId: string; readonly clientSecret: string; readonly name: string };

const RETURN_PATH = "/api/sign-in/openid/return";
/** How long somebody may take to sign in elsewhere. */
const WAY_MILLISECONDS = 10 * 60_000;
/** How long the one-time code may take after that. */
const CODE_MILLISECONDS = 5 * 60_000;

type OpenIdParts = IdentityParts & { readonly http: { readonly sendProblem: SendProblem }; readonly sessions: Sessions; readonly prove: Prove; readonly config: OpenIdConfig; readonly log: Log };

/** The city's own sign-in: its routes, and whether somebody stands between its answer and their one-time code. */
export type OpenIdSignIn = { readonly routes: readonly Route[]; readonly awaitsCode: (request: FastifyRequest) => boolean };

/**
 * Signing in at the city's provider. The page asks before anybody leaves; what must come back unchanged (state, nonce, PKCE
 * verifier) travels in a sealed cookie. An account that is nobody's here is told so: nobody is made by signing in. The provider's word stands for
 * the password and for nothing else: a lock holds here too, and whoever has set up one-time codes is asked for one. What a provider
 * confirmed and we refused is audited; what it did not confirm anybody can send, and is only logged.
 */
export function openIdSignIn(parts: OpenIdParts): OpenIdSignIn {
  const { http, pool, clock, city, secret, publicUrl, sessions, prove, audit, config, log } = parts;
  const isSecure = publicUrl.startsWith("https://");
  const prefixed = (name: string): string => (isSecure ? `__Host-${name}` : name);
  const [wayCookie, codeCookie] = [prefixed("anxin_openid"), prefixed("anxin_openid_code")];
  const cookie = (name: string, value: string, seconds: number): string => `${name}=${value}; Path=/; HttpOnly; SameSite=Lax; Max-Age=${seconds}${isSecure ? "; Secure" : ""}`;
  let discovered: Promise<openid.Configuration> | null = null;
  const provider = (): Promise<openid.Configuration> => (discovered ??= openid.discovery(new URL(config.issuer), config.clientId, config.clientSecret, undefined, {
    timeout: 10, ...(config.issuer.startsWith("http://") ? { execute: [openid.allowInsecureRequests] } : {}),
  }).catch((error: unknown) => { discovered = null; throw error; }));

  async function leave(request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
    const found = await provider().catch((error: unknown) => { log.warn("openid-provider-away", { error: error instanceof Error ? error.name : typeof error }); return null; });
    if (found === null) return http.sendProblem(request, reply, httpProblem(503, AWAY));
    const way = { state: openid.randomState(), nonce: openid.randomNonce(), verifier: openid.randomPKCECodeVerifier(), leftAt: clock.machineNow().getTime() };
    const address = openid.buildAuthorizationUrl(found, {
      redirect_uri: `${publicUrl}${RETURN_PATH}`, scope: "openid", state: way.state, nonce: way.nonce,
      code_challenge: await openid.calculatePKCECodeChallenge(way.verifier), code_challenge_method: "S256",
    });
    return reply.header("cache-control", "no-store").header("set-cookie", cookie(wayCookie, sealedIn("openid way", way), WAY_MILLISECONDS / 1_000)).redirect(address.href, 303);
  }

  async function comeBack(request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
    const way = opened<Way>(request, wayCookie, "openid way");
    reply.header("cache-control", "no-store").header("set-cookie", cookie(wayCookie, "", 0));
    if (way === null || isOver(way.leftAt, WAY_MILLISECONDS)) return http.sendProblem(request, reply, httpProblem(400, NOT_OURS));
    const subject = await subjectOf(request, way).catch((error: unknown) => { log.warn("openid-refused", { error: error instanceof Error ? error.name : typeof error }); return null; });
    if (subject === null) return http.sendProblem(request, reply, httpProblem(401, NOT_CONFIRMED));
    const person = await inTransaction(pool, everywhere(parts, "server"), async (tx) => {
      const found = await findExternal(tx, config.issuer, subject);
      if (found === null || !found.active) await noteRefused(tx, found, found === null ? "not-linked" : "deactivated");
      return found?.active === true ? found : null;
    });
    if (person === null) return http.sendProblem(request, reply, httpProblem(403, NOBODY));
    const proof = await enter(person, undefined, request, reply);
    if (proof.kind === "proved") return reply.redirect("/desk/", 303);
    if (proof.kind === "needs-code") {
      const sealed = sealedIn("openid code", { subject, namedAt: clock.machineNow().getTime() });
      return reply.header("set-cookie", cookie(codeCookie, sealed, CODE_MILLISECONDS / 1_000)).redirect("/desk/", 303);
    }
    if (proof.kind === "locked") await inTransaction(pool, everywhere(parts, "server"), (tx) => noteRefused(tx, person, "locked"));
    return http.sendProblem(request, reply, refusedProof(proof, reply, { password: "login", code: "code", wrongStatus: 401 }).problem);
  }

  /** Lets in whom the provider named, unless they are locked out or their code is missing or wrong. */
  function enter(person: Pick<KeptPerson, "login" | "id">, code: string | undefined, request: FastifyRequest, reply: FastifyReply): Promise<Proof<undefined>> {
    return prove({ login: person.login, by: { kind: "provider" }, code, asksCode: true, address: request.ip }, async (tx, found): Promise<undefined> => {
      if (found.id !== person.id) throw new Error("a login became another person's");
      await sessions.begin(tx, found, "provider", reply);
      await audit(tx, { district: found.district, actor: found.id, action: "people.sign-in", object: `person:${found.id}`, details: { issuer: config.issuer } });
    });
  }
  /** An account that is nobody's belongs to no district: the city's chain keeps it, without saying whose it is. */
  const noteRefused = (tx: ClientBase, person: KeptPerson | null, why: "not-linked" | "deactivated" | "locked") =>
    audit(tx, { district: person?.district ?? city.code, actor: person?.id ?? "server", action: "people.refuse-account", object: person === null ? "account:unknown" : `person:${person.id}`, details: { issuer: config.issuer, why } });

  type Way = { readonly state: string; readonly nonce: string; readonly verifier: string; readonly leftAt: number };
  /** Whom the provider named, until their code comes. */
  type Named = { readonly subject: string; readonly namedAt: number };
  const sealedIn = (name: string, held: Way | Named): string => seal(secret, name, Buffer.from(JSON.stringify(held))).toString("base64url");
  const isOver = (since: number, milliseconds: number): boolean => clock.machineNow().getTime() - since > milliseconds;
  function opened<Held>(request: FastifyRequest, name: string, sealedName: string): Held | null {
    const sealed = new RegExp(`(?:^|;\\s*)${name}=([A-Za-z0-9_-]+)`).exec(request.headers.cookie ?? "")?.[1];
    if (sealed === undefined) return null;
    try {
      return JSON.parse(open(secret, sealedName, Buffer.from(sealed, "base64url")).toString()) as Held;
    } catch {
      return null;
    }
  }
  function namedIn(request: FastifyRequest): Named | null {
    const held = opened<Named>(request, codeCookie, "openid code");
    return held === null || isOver(held.namedAt, CODE_MILLISECONDS) ? null : held;
  }
  async function subjectOf(request: FastifyRequest, way: Way): Promise<string | null> {
    const tokens = await openid.authorizationCodeGrant(await provider(), new URL(request.raw.url ?? "/", publicUrl), { expectedState: way.state, expectedNonce: way.nonce, pkceCodeVerifier: way.verifier, idTokenExpected: true });
    return tokens.claims()?.sub ?? null;
  }
  return {
    awaitsCode: (request) => namedIn(request) !== null,
    routes: [
      { method: "GET", url: "/api/sign-in/openid", access: everybody("leads to the city's own sign-in"), handler: leave },
      { method: "GET", url: RETURN_PATH, access: everybody("where the city's own sign-in leads back to"), handler: comeBack },
      jsonRoute(http, {
        method: "POST", url: "/api/sign-in/openid/code", access: everybody("the one-time code of somebody the city's own sign-in has named"), summary: { zh: "统一认证之后填验证码", en: "The one-time code after the city's own sign-in" },
        body: openIdCodeBody, reply: null, problems: [401, 409, 429],
        handler: async ({ body: { code }, request, reply }) => {
          const named = namedIn(request);
          const person = named === null ? null : await inTransaction(pool, everywhere(parts, "server"), (tx) => findExternal(tx, config.issuer, named.subject));
          if (person?.active !== true) return refuse(409, { field: null, ...NOT_OURS });
          const proof = await enter(person, code, request, reply);
          if (proof.kind !== "proved") return refusedProof(proof, reply, { password: "code", code: "code", wrongStatus: 401 });
          reply.header("set-cookie", cookie(codeCookie, "", 0));
          return undefined;
        },
      }),
    ],
  };
}

const AWAY = { problem: { zh: "统一认证现在连不上", en: "The city's own sign-in cannot be reached" }, remedy: { zh: "过几分钟再试，或者用安心的登录名和密码登录。", en: "Try again in a few minutes, or sign in with your login and password." } };
const NOT_OURS = { problem: { zh: "这次登录已经过期，或者不是从这里开始的", en: "This sign-in has run out, or did not begin here" }, remedy: { zh: "回到登录页，重新开始。", en: "Go back to the sign-in page and begin again." } };
const NOT_CONFIRMED = { problem: { zh: "统一认证没有确认您的身份", en: "The city's own sign-in did not confirm who you are" }, remedy: { zh: "回到登录页再试一次；还不行请找管理员。", en: "Go back to the sign-in page and try again; if it fails again, ask your administrator." } };
const NOBODY = { problem: { zh: "这个账号还没有和安心里的人关联", en: "This account is not linked to anybody here" }, remedy: { zh: "请本单位的管理员在“人员和岗位”里关联您的账号。", en: "Ask your administrator to link it under People and posts." } };
