import { inTransaction } from "#platform/db/server";
import { everybody, httpProblem, type Log } from "#platform/http";
import type { Route, SendProblem } from "#platform/http/server";
import { open, seal } from "#platform/keys/server";
import type { FastifyReply, FastifyRequest } from "fastify";
import * as openid from "openid-client";
import { everywhere, type IdentityParts } from "./identity-parts.ts";
import type { Sessions } from "./sessions.ts";
import { findExternal } from "./store.ts";

/** A city's own provider (OpenID Connect Core 1.0, authorization code flow with PKCE). */
export type OpenIdConfig = { readonly issuer: string; readonly clientId: string; readonly clientSecret: string; readonly name: string };

const RETURN_PATH = "/api/sign-in/openid/return";
/** How long somebody may take to sign in elsewhere. */
const WAY_MILLISECONDS = 10 * 60_000;

/**
 * Signing in at the city's provider. The page asks before anybody leaves; what must come back unchanged (state, nonce, PKCE
 * verifier) travels in a sealed cookie. An account that is nobody's here is told so: nobody is made by signing in.
 */
export function openIdRoutes(parts: IdentityParts & { readonly http: { readonly sendProblem: SendProblem }; readonly sessions: Sessions; readonly config: OpenIdConfig; readonly log: Log }): readonly Route[] {
  const { http, pool, clock, secret, publicUrl, sessions, audit, config, log } = parts;
  const isSecure = publicUrl.startsWith("https://");
  const cookieName = isSecure ? "__Host-anxin_openid" : "anxin_openid";
  const cookie = (value: string, seconds: number): string => `${cookieName}=${value}; Path=/; HttpOnly; SameSite=Lax; Max-Age=${seconds}${isSecure ? "; Secure" : ""}`;
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
    const sealed = seal(secret, "openid way", Buffer.from(JSON.stringify(way))).toString("base64url");
    return reply.header("cache-control", "no-store").header("set-cookie", cookie(sealed, WAY_MILLISECONDS / 1_000)).redirect(address.href, 303);
  }

  async function comeBack(request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
    const way = wayOf(request);
    reply.header("cache-control", "no-store").header("set-cookie", cookie("", 0));
    if (way === null) return http.sendProblem(request, reply, httpProblem(400, NOT_OURS));
    const subject = await subjectOf(request, way).catch((error: unknown) => { log.warn("openid-refused", { error: error instanceof Error ? error.name : typeof error }); return null; });
    if (subject === null) return http.sendProblem(request, reply, httpProblem(401, NOT_CONFIRMED));
    const signedIn = await inTransaction(pool, everywhere(parts, "server"), async (tx) => {
      const person = await findExternal(tx, config.issuer, subject);
      if (person === null || !person.active) return false;
      reply.removeHeader("set-cookie");
      await sessions.begin(tx, person, reply);
      await audit(tx, { district: person.district, actor: person.id, action: "people.sign-in", object: `person:${person.id}`, details: { issuer: config.issuer } });
      return true;
    });
    return signedIn ? reply.redirect("/desk/", 303) : http.sendProblem(request, reply, httpProblem(403, NOBODY));
  }

  type Way = { readonly state: string; readonly nonce: string; readonly verifier: string; readonly leftAt: number };
  function wayOf(request: FastifyRequest): Way | null {
    const sealed = new RegExp(`(?:^|;\\s*)${cookieName}=([A-Za-z0-9_-]+)`).exec(request.headers.cookie ?? "")?.[1];
    if (sealed === undefined) return null;
    try {
      const way = JSON.parse(open(secret, "openid way", Buffer.from(sealed, "base64url")).toString()) as Way;
      return clock.machineNow().getTime() - way.leftAt > WAY_MILLISECONDS ? null : way;
    } catch {
      return null;
    }
  }
  async function subjectOf(request: FastifyRequest, way: Way): Promise<string | null> {
    const tokens = await openid.authorizationCodeGrant(await provider(), new URL(request.raw.url ?? "/", publicUrl), { expectedState: way.state, expectedNonce: way.nonce, pkceCodeVerifier: way.verifier, idTokenExpected: true });
    return tokens.claims()?.sub ?? null;
  }
  return [
    { method: "GET", url: "/api/sign-in/openid", access: everybody("leads to the city's own sign-in"), handler: leave },
    { method: "GET", url: RETURN_PATH, access: everybody("where the city's own sign-in leads back to"), handler: comeBack },
  ];
}

const AWAY = { problem: { zh: "统一认证现在连不上", en: "The city's own sign-in cannot be reached" }, remedy: { zh: "过几分钟再试，或者用安心的登录名和密码登录。", en: "Try again in a few minutes, or sign in with your login and password." } };
const NOT_OURS = { problem: { zh: "这次登录已经过期，或者不是从这里开始的", en: "This sign-in has run out, or did not begin here" }, remedy: { zh: "回到登录页，重新开始。", en: "Go back to the sign-in page and begin again." } };
const NOT_CONFIRMED = { problem: { zh: "统一认证没有确认您的身份", en: "The city's own sign-in did not confirm who you are" }, remedy: { zh: "回到登录页再试一次；还不行请找管理员。", en: "Go back to the sign-in page and try again; if it fails again, ask your administrator." } };
const NOBODY = { problem: { zh: "这个账号还没有和安心里的人关联", en: "This account is not linked to anybody here" }, remedy: { zh: "请本单位的管理员在“人员和岗位”里关联您的账号。", en: "Ask your administrator to link it under People and posts." } };
