import { refuse, type Refused } from "#platform/http/server";
import type { FastifyReply } from "fastify";
import type { ProofRefusal } from "./proof.ts";

/** What the fields are called in the form that was sent, and the status of a wrong entry: 401 says "not signed in", which on one's own pages would be wrong. */
export type ProofFields = { readonly password: string; readonly code: string; readonly wrongStatus: 401 | 422 };

/** A proof that was not taken, in words. What is wrong is never said more closely than the whole of it. */
export function refusedProof(refusal: ProofRefusal, reply: FastifyReply, { password, code, wrongStatus }: ProofFields): Refused {
  if (refusal.kind === "busy") return refuse(503, TOO_MANY_SIGN_INS);
  if (refusal.kind === "too-many") {
    reply.header("retry-after", String(refusal.retrySeconds));
    return refuse(429, { field: password, ...TOO_MANY });
  }
  const facts = { needs: refusal.kind === "needs-code" ? "code" : null, triesLeft: refusal.triesLeft, lockedUntil: refusal.lockedUntil?.toISOString() ?? null };
  if (refusal.kind === "needs-code") return refuse(wrongStatus, { field: code, ...NEEDS_CODE, facts });
  if (refusal.lockedUntil !== null) return refuse(429, { field: password, ...LOCKED, facts });
  return refuse(wrongStatus, { field: password, problem: wrongStatus === 401 ? WRONG_ANY : WRONG_OWN, remedy: triesRemedy(refusal.triesLeft), facts });
}

const WRONG_ANY = { zh: "登录名、密码或验证码不对", en: "The login, the password or the code is wrong" };
const WRONG_OWN = { zh: "现在的密码或验证码不对", en: "The present password or the code is wrong" };
const triesRemedy = (triesLeft: number) => ({
  zh: `还可以试 ${triesLeft} 次。忘了密码请找本单位的管理员。`, en: triesLeft === 1 ? "One try is left. If you forgot your password, ask your administrator." : `${triesLeft} tries are left. If you forgot your password, ask your administrator.`,
});
const LOCKED = {
  problem: { zh: "试错太多次，暂时不能登录", en: "Too many wrong tries; signing in is locked for now" },
  remedy: { zh: "过十五分钟再试，或者请管理员重设密码。", en: "Try again in a quarter of an hour, or ask the administrator for a new password." },
};
const NEEDS_CODE = {
  problem: { zh: "还需要验证码", en: "A one-time code is needed too" },
  remedy: { zh: "打开验证器，填六位数字。", en: "Open your authenticator and type the six digits." },
};
const TOO_MANY = {
  problem: { zh: "从您这里来的错误登录太多了", en: "Too many wrong sign-ins come from where you are" },
  remedy: { zh: "过一刻钟再试；一个单位共用一个网络出口时，请告诉管理员。", en: "Try again in a quarter of an hour; if a whole office shares one connection, tell your administrator." },
};
/** More passwords wait to be checked than will be. */
export const TOO_MANY_SIGN_INS = {
  problem: { zh: "现在登录的人太多", en: "Too many people are signing in right now" },
  remedy: { zh: "过几秒再试一次。", en: "Try again in a few seconds." },
};
