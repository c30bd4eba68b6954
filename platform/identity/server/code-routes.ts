import { signedInPeople } from "#platform/http";
import { jsonRoute, refuse, Refused, type Route } from "#platform/http/server";
import type { ClientBase } from "pg";
import { codeBody, codeRemoval, codeView } from "../people-view.ts";
import { refusedProof } from "./proof-words.ts";
import { onOwn, type SessionRoutesParts } from "./session-routes.ts";
import { findTotpOffer, offerTotp, updateTotp, type KeptPerson } from "./store.ts";
import { newTotp, openTotp, sealTotp, stepOfCode } from "./totp.ts";

/** How long a secret that was shown may be taken into use. */
const OFFER_MILLISECONDS = 10 * 60_000;

/**
 * One's own one-time codes. A stolen session must not be enough to change them: taking codes into use asks for the password, and for the old
 * code where there is one; so does stopping them. The secret is made and kept here, so nobody can bring one they know already.
 */
export function codeRoutes(parts: SessionRoutesParts): readonly Route[] {
  const { http, clock, secret, city, audit, prove } = parts;
  const offerOf = (tx: ClientBase, person: KeptPerson) => findTotpOffer(tx, person, new Date(clock.machineNow().getTime() - OFFER_MILLISECONDS));
  const fields = { password: "password", code: "currentCode", wrongStatus: 422 } as const;
  return [
    jsonRoute(http, {
      method: "POST", url: "/api/session/code", access: signedInPeople("a new secret for one's own authenticator"), summary: { zh: "生成验证码密钥", en: "Make a secret for one-time codes" }, reply: codeView,
      handler: ({ request }) => onOwn(parts, request, async (tx, { person }) => {
        const offer = newTotp(`安心 ${city.name.zh}`, person.login);
        await offerTotp(tx, person, sealTotp(secret, person.id, offer.secret), clock.machineNow());
        return offer;
      }),
    }),
    jsonRoute(http, {
      method: "PUT", url: "/api/session/code", access: signedInPeople("takes one's own authenticator into use"), summary: { zh: "启用或更换验证码", en: "Take one-time codes into use, or change them" }, body: codeBody, reply: null, problems: [409, 422, 429, 503],
      handler: async ({ body: { code, password, currentCode }, request, reply }) => {
        // Whether the app has the secret is seen first: a slip there must not use up the old code.
        const found = await onOwn(parts, request, async (tx, { person }) => ({ login: person.login, offered: await offerOf(tx, person), id: person.id }));
        if (found instanceof Refused) return found;
        if (found.offered === null) return refuse(409, { field: "code", ...NO_OFFER });
        const { login, offered, id } = found;
        const step = stepOfCode(openTotp(secret, id, offered), code.replaceAll(" ", ""), clock.machineNow(), null);
        if (step === null) return refuse(422, { field: "code", ...WRONG_CODE });
        const proof = await prove({ login, by: { kind: "password", password }, code: currentCode, asksCode: true, address: request.ip }, async (tx, person): Promise<Refused | undefined> => {
          if (await offerOf(tx, person).then((now) => now?.equals(offered)) !== true) return refuse(409, { field: "code", ...NO_OFFER });
          await updateTotp(tx, person, offered, step);
          await audit(tx, { district: person.district, actor: person.id, action: person.totpSecret === null ? "people.set-code" : "people.change-code", object: `person:${person.id}`, details: {} });
          return undefined;
        });
        return proof.kind === "proved" ? proof.done : refusedProof(proof, reply, fields);
      },
    }),
    jsonRoute(http, {
      method: "DELETE", url: "/api/session/code", access: signedInPeople("does away with one's own one-time code"), summary: { zh: "停用验证码", en: "Stop one-time codes" }, body: codeRemoval, reply: null, problems: [422, 429, 503],
      handler: async ({ body: { password, currentCode }, request, reply }) => {
        const login = await onOwn(parts, request, async (_tx, { person }) => person.login);
        if (typeof login !== "string") return login;
        const proof = await prove({ login, by: { kind: "password", password }, code: currentCode, asksCode: true, address: request.ip }, async (tx, person) => {
          await updateTotp(tx, person, null, null);
          await audit(tx, { district: person.district, actor: person.id, action: "people.remove-code", object: `person:${person.id}`, details: {} });
        });
        return proof.kind === "proved" ? undefined : refusedProof(proof, reply, fields);
      },
    }),
  ];
}

const NO_OFFER = { problem: { zh: "这串密钥已经过期，或者不是刚才给您的那一串", en: "The secret has run out, or none was made for you" }, remedy: { zh: "重新开始，扫新的二维码。", en: "Begin again and scan the new picture." } };
const WRONG_CODE = { problem: { zh: "验证码不对", en: "The code is wrong" }, remedy: { zh: "等验证器换出下一个数字再填；手机的时间要准。", en: "Wait for the next code and type that; the phone's clock must be right." } };
