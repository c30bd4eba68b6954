import { inTransaction } from "#platform/db/server";
import { everybody, signedInPeople } from "#platform/http";
import { jsonRoute, refuse, type Refused, type Route, type SendProblem } from "#platform/http/server";
import type { FastifyRequest } from "fastify";
import { passwordFault } from "../credentials.ts";
import { codeBody, codeRemoval, codeView, passwordBody, sessionView, signInBody, signInGround, type SessionView } from "../people-view.ts";
import { grantsOf } from "../roles.ts";
import type { SignInDecision } from "../sign-in-rules.ts";
import { everywhere, type IdentityParts } from "./identity-parts.ts";
import { hashPassword, passwordFits } from "./passwords.ts";
import type { Sessions } from "./sessions.ts";
import { signIn } from "./sign-in.ts";
import { endSessionsOf, findPerson, findSession, postsOf, updatePassword, updateTotp, type KeptPerson } from "./store.ts";
import { newTotp, openTotp, sealTotp, stepOfCode } from "./totp.ts";

type SessionRoutesParts = IdentityParts & { readonly http: { readonly sendProblem: SendProblem }; readonly sessions: Sessions; readonly openid: { readonly name: string; readonly host: string } | null };

/** Signing in and out, and what people set up for themselves. */
export function sessionRoutes(parts: SessionRoutesParts): readonly Route[] {
  const { http, pool, clock, secret, city, sessions, audit, openid } = parts;
  const trySignIn = signIn(parts, sessions);
  const codes = city.districts.map(({ code }) => code);

  /** The person behind a request, and their session's hash. */
  async function own<Answer>(request: FastifyRequest, work: (tx: Parameters<typeof findPerson>[0], person: KeptPerson, tokenHash: string) => Promise<Answer>): Promise<Answer | Refused> {
    const tokenHash = sessions.tokenHashOf(request);
    if (tokenHash === null) return refuse(401);
    return inTransaction(pool, everywhere(parts, request.signedIn?.personId ?? "server"), async (tx) => {
      const session = await findSession(tx, tokenHash);
      return session === null ? refuse(401) : work(tx, session.person, tokenHash);
    });
  }
  const noteOwn = (tx: Parameters<typeof findPerson>[0], { district, id }: KeptPerson, action: string) => audit(tx, { district, actor: id, action, object: `person:${id}`, details: {} });

  return [
    jsonRoute(http, {
      method: "GET", url: "/api/sign-in", access: everybody("how one may sign in"), summary: { zh: "登录方式", en: "Ways to sign in" }, reply: signInGround,
      handler: () => ({ openid, drill: clock.drill }),
    }),
    jsonRoute(http, {
      method: "POST", url: "/api/sign-in", access: everybody("signing in itself; five tries, then a quarter of an hour"), summary: { zh: "登录", en: "Sign in" }, body: signInBody, reply: null, problems: [401, 429],
      handler: async ({ body, reply }) => {
        const decision = await trySignIn(body, reply);
        return decision.kind === "signed-in" ? undefined : refusedSignIn(decision);
      },
    }),
    jsonRoute(http, {
      method: "POST", url: "/api/sign-out", access: signedInPeople("ends one's own session"), summary: { zh: "退出", en: "Sign out" }, reply: null,
      handler: async ({ request, reply }) => { await sessions.end(request, reply); return undefined; },
    }),
    jsonRoute(http, {
      method: "GET", url: "/api/session", access: signedInPeople("one's own name and posts"), summary: { zh: "我是谁", en: "Who I am" }, reply: sessionView,
      handler: ({ request }) => own(request, async (tx, person): Promise<SessionView> => {
        const posts = await postsOf(tx, [person.id]);
        const grants = person.mustChangePassword ? new Map<string, readonly string[]>() : grantsOf(posts, city.code, codes);
        const reached = new Set([...grants.values()].flat());
        return {
          personId: person.id, name: person.name, login: person.login, district: person.district, csrfToken: request.signedIn?.csrfToken ?? "", mustChangePassword: person.mustChangePassword,
          hasCode: person.totpSecret !== null, demo: person.demo, posts: posts.map(({ personId: _own, ...post }) => post),
          grants: Object.fromEntries([...grants].map(([permission, districts]) => [permission, [...districts]])),
          city: city.code,
          districts: [city, ...city.districts].filter(({ code }) => reached.has(code)).map(({ code, name }) => ({ code, name: { ...name } })),
        };
      }),
    }),
    jsonRoute(http, {
      method: "POST", url: "/api/session/password", access: signedInPeople("changes one's own password"), summary: { zh: "改自己的密码", en: "Change one's own password" }, body: passwordBody, reply: null, problems: [422],
      handler: ({ body, request }) => own(request, async (tx, person, tokenHash) => {
        if (!await passwordFits(body.current, person.passwordHash)) return refuse(422, { field: "current", ...WRONG_PASSWORD });
        const fault = body.next === body.current ? SAME_PASSWORD : passwordFault(body.next, person.login);
        if (fault !== null) return refuse(422, { field: "next", ...fault });
        await updatePassword(tx, person, await hashPassword(body.next), false);
        await endSessionsOf(tx, person, clock.machineNow(), tokenHash);
        await noteOwn(tx, person, "people.change-password");
        return undefined;
      }),
    }),
    jsonRoute(http, {
      method: "POST", url: "/api/session/code", access: signedInPeople("a new secret for one's own authenticator"), summary: { zh: "生成验证码密钥", en: "Make a secret for one-time codes" }, reply: codeView,
      handler: ({ request }) => own(request, async (_tx, person) => newTotp(`安心 ${city.name.zh}`, person.login)),
    }),
    jsonRoute(http, {
      method: "PUT", url: "/api/session/code", access: signedInPeople("takes one's own authenticator into use"), summary: { zh: "启用验证码", en: "Take one-time codes into use" }, body: codeBody, reply: null, problems: [422],
      handler: ({ body, request }) => own(request, async (tx, person) => {
        const step = /^[A-Z2-7]{16,64}$/.test(body.secret) ? stepOfCode(body.secret, body.code.replaceAll(" ", ""), clock.machineNow(), null) : null;
        if (step === null) return refuse(422, { field: "code", ...WRONG_CODE });
        await updateTotp(tx, person, sealTotp(secret, person.id, body.secret), step);
        await noteOwn(tx, person, "people.set-code");
        return undefined;
      }),
    }),
    jsonRoute(http, {
      method: "DELETE", url: "/api/session/code", access: signedInPeople("does away with one's own one-time code"), summary: { zh: "停用验证码", en: "Stop one-time codes" }, body: codeRemoval, reply: null, problems: [422],
      handler: ({ body, request }) => own(request, async (tx, person) => {
        if (!await passwordFits(body.password, person.passwordHash)) return refuse(422, { field: "password", ...WRONG_PASSWORD });
        if (person.totpSecret !== null) openTotp(secret, person.id, person.totpSecret);
        await updateTotp(tx, person, null, null);
        await noteOwn(tx, person, "people.remove-code");
        return undefined;
      }),
    }),
  ];
}

function refusedSignIn(decision: Exclude<SignInDecision, { kind: "signed-in" }>): Refused {
  const facts = { needs: decision.kind === "needs-code" ? "code" : null, triesLeft: decision.triesLeft, lockedUntil: decision.lockedUntil?.toISOString() ?? null };
  if (decision.kind === "needs-code") return refuse(401, { field: "code", ...NEEDS_CODE, facts });
  if (decision.lockedUntil !== null) return refuse(429, { field: "password", ...LOCKED, facts });
  return refuse(401, { field: "password", ...wrong(decision.triesLeft), facts });
}

const wrong = (triesLeft: number) => ({
  problem: { zh: "登录名、密码或验证码不对", en: "The login, the password or the code is wrong" },
  remedy: { zh: `还可以试 ${triesLeft} 次。忘了密码请找本单位的管理员。`, en: triesLeft === 1 ? "One try is left. If you forgot your password, ask your administrator." : `${triesLeft} tries are left. If you forgot your password, ask your administrator.` },
});
const LOCKED = {
  problem: { zh: "试错太多次，暂时不能登录", en: "Too many wrong tries; signing in is locked for now" },
  remedy: { zh: "过十五分钟再试，或者请管理员重设密码。", en: "Try again in a quarter of an hour, or ask the administrator for a new password." },
};
const NEEDS_CODE = {
  problem: { zh: "还需要验证码", en: "A one-time code is needed too" },
  remedy: { zh: "打开验证器，填六位数字。", en: "Open your authenticator and type the six digits." },
};
const WRONG_PASSWORD = { problem: { zh: "现在的密码不对", en: "The present password is wrong" }, remedy: { zh: "重新填写。", en: "Type it again." } };
const SAME_PASSWORD = { problem: { zh: "新密码和现在的一样", en: "The new password is the present one" }, remedy: { zh: "换一个没用过的密码。", en: "Choose one you have not used." } };
const WRONG_CODE = { problem: { zh: "验证码不对", en: "The code is wrong" }, remedy: { zh: "等验证器换出下一个数字再填；手机的时间要准。", en: "Wait for the next code and type that; the phone's clock must be right." } };
