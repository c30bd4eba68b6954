import { inTransaction } from "#platform/db/server";
import { everybody, signedInPeople } from "#platform/http";
import { jsonRoute, refuse, type Refused, type Route, type SendProblem } from "#platform/http/server";
import type { FastifyRequest } from "fastify";
import type { ClientBase } from "pg";
import { passwordFault } from "../credentials.ts";
import { passwordBody, sessionView, signInBody, signInGround, type SessionView } from "../people-view.ts";
import { grantsOf } from "../roles.ts";
import { everywhere, type IdentityParts } from "./identity-parts.ts";
import type { Prove } from "./proof.ts";
import { refusedProof } from "./proof-words.ts";
import { mustChangePassword, type Sessions } from "./sessions.ts";
import { endSessionsOf, findSession, postsOf, updatePassword, type KeptSession } from "./store.ts";

/** What the routes of one's own session work with. */
export type SessionRoutesParts = IdentityParts & {
  readonly http: { readonly sendProblem: SendProblem };
  readonly sessions: Sessions;
  readonly prove: Prove;
  readonly openid: { readonly name: string; readonly host: string; readonly awaitsCode: (request: FastifyRequest) => boolean } | null;
};

/** Signing in and out, who one is, and one's own password. */
export function sessionRoutes(parts: SessionRoutesParts): readonly Route[] {
  const { http, clock, city, sessions, audit, openid, prove } = parts;
  const codes = city.districts.map(({ code }) => code);
  return [
    jsonRoute(http, {
      method: "GET", url: "/api/sign-in", access: everybody("how one may sign in"), summary: { zh: "登录方式", en: "Ways to sign in" }, reply: signInGround,
      handler: ({ request }) => ({ openid: openid === null ? null : { name: openid.name, host: openid.host, awaitsCode: openid.awaitsCode(request) }, drill: clock.drill }),
    }),
    jsonRoute(http, {
      method: "POST", url: "/api/sign-in", access: everybody("signing in itself; five tries, then a quarter of an hour"), summary: { zh: "登录", en: "Sign in" }, body: signInBody, reply: null, problems: [401, 429, 503],
      handler: async ({ body: { login, password, code }, request, reply }) => {
        const proof = await prove({ login, by: { kind: "password", password }, code, asksCode: true, address: request.ip }, async (tx, person) => {
          await sessions.begin(tx, person, "password", reply);
          await audit(tx, { district: person.district, actor: person.id, action: "people.sign-in", object: `person:${person.id}`, details: {} });
        });
        return proof.kind === "proved" ? undefined : refusedProof(proof, reply, { password: "password", code: "code", wrongStatus: 401 });
      },
    }),
    jsonRoute(http, {
      method: "POST", url: "/api/sign-out", access: signedInPeople("ends one's own session"), summary: { zh: "退出", en: "Sign out" }, reply: null,
      handler: async ({ request, reply }) => { await sessions.end(request, reply); return undefined; },
    }),
    jsonRoute(http, {
      method: "GET", url: "/api/session", access: signedInPeople("one's own name and posts"), summary: { zh: "我是谁", en: "Who I am" }, reply: sessionView,
      handler: ({ request }) => onOwn(parts, request, async (tx, session): Promise<SessionView> => {
        const { person } = session;
        const posts = await postsOf(tx, [person.id]);
        const grants = mustChangePassword(session) ? new Map<string, readonly string[]>() : grantsOf(posts, city.code, codes);
        const reached = new Set([...grants.values()].flat());
        return {
          personId: person.id, name: person.name, login: person.login, district: person.district, csrfToken: request.signedIn?.csrfToken ?? "", mustChangePassword: mustChangePassword(session),
          hasCode: person.totpSecret !== null, demo: person.demo, posts: posts.map(({ personId: _own, ...post }) => post),
          grants: Object.fromEntries([...grants].map(([permission, districts]) => [permission, [...districts]])),
          city: city.code,
          districts: [city, ...city.districts].filter(({ code }) => reached.has(code)).map(({ code, name }) => ({ code, name: { ...name } })),
        };
      }),
    }),
    jsonRoute(http, {
      method: "POST", url: "/api/session/password", access: signedInPeople("changes one's own password"), summary: { zh: "改自己的密码", en: "Change one's own password" }, body: passwordBody, reply: null, problems: [422, 429, 503],
      handler: async ({ body: { current, next }, request, reply }) => {
        const login = await onOwn(parts, request, async (_tx, { person }) => person.login);
        if (typeof login !== "string") return login;
        const fault = next === current ? SAME_PASSWORD : passwordFault(next, login);
        if (fault !== null) return refuse(422, { field: "next", ...fault });
        const proof = await prove({ login, by: { kind: "password", password: current, next }, asksCode: false, address: request.ip }, async (tx, person, nextHash) => {
          if (nextHash === null) throw new Error("the new password was not hashed");
          await updatePassword(tx, person, nextHash, false);
          await endSessionsOf(tx, person, clock.machineNow(), { kept: sessions.tokenHashOf(request) });
          await audit(tx, { district: person.district, actor: person.id, action: "people.change-password", object: `person:${person.id}`, details: {} });
        });
        return proof.kind === "proved" ? undefined : refusedProof(proof, reply, { password: "current", code: "code", wrongStatus: 422 });
      },
    }),
  ];
}

/** Works with the session behind a request, and the person whose it is. */
export async function onOwn<Answer>(parts: Pick<SessionRoutesParts, "pool" | "city" | "sessions">, request: FastifyRequest, work: (tx: ClientBase, session: KeptSession) => Promise<Answer>): Promise<Answer | Refused> {
  const tokenHash = parts.sessions.tokenHashOf(request);
  if (tokenHash === null) return refuse(401);
  return inTransaction(parts.pool, everywhere(parts, request.signedIn?.personId ?? "server"), async (tx) => {
    const session = await findSession(tx, tokenHash);
    return session === null ? refuse(401) : work(tx, session);
  });
}

const SAME_PASSWORD = { problem: { zh: "新密码和现在的一样", en: "The new password is the present one" }, remedy: { zh: "换一个没用过的密码。", en: "Choose one you have not used." } };
