import { districtsWith, permitted, type SignedIn } from "#platform/http";
import { jsonRoute, refuse, type Refused, type Route, type SendProblem } from "#platform/http/server";
import { z } from "zod";
import { createdPerson, externalBody, externalRemoval, newBody, newPerson, newPost, oneTimePassword, peopleQuery, peopleReply, personChange } from "../people-view.ts";
import { accounts } from "./accounts.ts";
import type { Administrator, Outcome } from "./administrators.ts";
import type { IdentityParts } from "./identity-parts.ts";
import type { PasswordWork } from "./passwords.ts";
import { people } from "./people.ts";

const MANAGE = "people.manage";
const access = permitted(MANAGE, "people, bodies and posts of the administrator's own districts");
const id = z.object({ id: z.uuid() });
const postId = z.object({ id: z.uuid(), postId: z.uuid() });

/** People, bodies and posts, for administrators. Every reading of people is an entry of the audit. */
export function peopleRoutes(parts: IdentityParts & { readonly http: { readonly sendProblem: SendProblem }; readonly passwords: PasswordWork; readonly openid: { readonly name: string; readonly issuer: string } | null }): readonly Route[] {
  const { http, city, openid } = parts;
  const [work, account] = [people(parts), accounts({ ...parts, issuer: openid?.issuer ?? null })];
  const administrator = (signedIn: SignedIn | null): Administrator => ({ personId: signedIn?.personId ?? "", districts: signedIn === null ? [] : districtsWith(signedIn, MANAGE) });
  const nothing = async (outcome: Promise<Outcome<null>>): Promise<undefined | Refused> => {
    const done = await outcome;
    return done.kind === "refused" ? refuse(done.refusal.status, done.refusal) : undefined;
  };
  return [
    jsonRoute(http, {
      method: "GET", url: "/api/people", access, summary: { zh: "人员、机构和岗位", en: "People, bodies and posts" }, query: peopleQuery, reply: peopleReply,
      handler: async ({ query: { after }, signedIn }) => {
        const who = administrator(signedIn);
        const named = [{ code: city.code, name: city.name }, ...city.districts].filter(({ code }) => who.districts.includes(code)).map(({ code, name }) => ({ code, name: { ...name } }));
        return { ...await work.list(who, after ?? null), districts: named, openid: openid?.name ?? null };
      },
    }),
    jsonRoute(http, {
      method: "POST", url: "/api/people", access, summary: { zh: "加一个人", en: "Add a person" }, body: newPerson, reply: createdPerson, problems: [403, 404, 409, 503],
      handler: async ({ body, signedIn }) => {
        const outcome = await work.add(administrator(signedIn), body);
        return outcome.kind === "refused" ? refuse(outcome.refusal.status, outcome.refusal) : outcome.done;
      },
    }),
    jsonRoute(http, {
      method: "PATCH", url: "/api/people/:id", access, summary: { zh: "改名、停用或启用", en: "Rename, deactivate, activate" }, params: id, body: personChange, reply: null, problems: [403, 404, 409],
      handler: ({ params, body, signedIn }) => nothing(account.change(administrator(signedIn), params.id, body)),
    }),
    jsonRoute(http, {
      method: "POST", url: "/api/people/:id/password", access, summary: { zh: "重设一次性密码", en: "A new one-time password" }, params: id, reply: oneTimePassword, problems: [403, 404, 409, 503],
      handler: async ({ params, signedIn }) => {
        const outcome = await account.resetPassword(administrator(signedIn), params.id);
        return outcome.kind === "refused" ? refuse(outcome.refusal.status, outcome.refusal) : outcome.done;
      },
    }),
    jsonRoute(http, {
      method: "POST", url: "/api/people/:id/posts", access, summary: { zh: "加一个岗位", en: "Add a post" }, params: id, body: newPost, reply: null, problems: [404, 409],
      handler: ({ params, body, signedIn }) => nothing(work.addPost(administrator(signedIn), params.id, body)),
    }),
    jsonRoute(http, {
      method: "DELETE", url: "/api/people/:id/posts/:postId", access, summary: { zh: "结束一个岗位", en: "End a post" }, params: postId, reply: null, problems: [404, 409],
      handler: ({ params, signedIn }) => nothing(work.endPost(administrator(signedIn), params.id, params.postId)),
    }),
    jsonRoute(http, {
      method: "DELETE", url: "/api/people/:id/code", access, summary: { zh: "停用别人的验证码（手机丢了）", en: "Stop somebody's one-time codes (their phone is gone)" }, params: id, reply: null, problems: [403, 404, 409],
      handler: ({ params, signedIn }) => nothing(account.removeCode(administrator(signedIn), params.id)),
    }),
    jsonRoute(http, {
      method: "POST", url: "/api/people/:id/accounts", access, summary: { zh: "关联统一认证账号", en: "Link an account of the city's own sign-in" }, params: id, body: externalBody, reply: null, problems: [403, 404, 409],
      handler: ({ params, body, signedIn }) => nothing(account.linkExternal(administrator(signedIn), params.id, body.subject)),
    }),
    jsonRoute(http, {
      method: "DELETE", url: "/api/people/:id/accounts", access, summary: { zh: "解开统一认证账号", en: "Unlink an account of the city's own sign-in" }, params: id, body: externalRemoval, reply: null, problems: [403, 404],
      handler: ({ params, body, signedIn }) => nothing(account.unlinkExternal(administrator(signedIn), params.id, body)),
    }),
    jsonRoute(http, {
      method: "POST", url: "/api/bodies", access, summary: { zh: "加一个机构", en: "Add a body" }, body: newBody, reply: id, problems: [403, 409],
      handler: async ({ body, signedIn }) => {
        const outcome = await work.addBody(administrator(signedIn), body);
        return outcome.kind === "refused" ? refuse(outcome.refusal.status, outcome.refusal) : outcome.done;
      },
    }),
  ];
}
