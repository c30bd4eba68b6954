import { administration, refused, type Administrator, type Outcome } from "./administrators.ts";
import { everywhere, type IdentityParts } from "./identity-parts.ts";
import { loginKey } from "./login-key.ts";
import { BUSY, oneTimePassword, type PasswordWork } from "./passwords.ts";
import { TOO_MANY_SIGN_INS } from "./proof-words.ts";
import { deleteExternal, endSessionsOf, forgetTries, insertExternal, isExternalTaken, lockExternals, overEveryDistrict, updatePassword, updatePerson, updateTotp } from "./store.ts";

/** What administrators do to a person's account: it opens all of the person's posts, so only who may manage people in all their districts may do it. */
export type Accounts = {
  readonly change: (who: Administrator, id: string, change: { readonly name?: string | undefined; readonly active?: boolean | undefined }) => Promise<Outcome<null>>;
  readonly resetPassword: (who: Administrator, id: string) => Promise<Outcome<{ readonly password: string }>>;
  /** For somebody whose phone is gone. */
  readonly removeCode: (who: Administrator, id: string) => Promise<Outcome<null>>;
  readonly linkExternal: (who: Administrator, id: string, subject: string) => Promise<Outcome<null>>;
  readonly unlinkExternal: (who: Administrator, id: string, account: { readonly issuer: string; readonly subject: string }) => Promise<Outcome<null>>;
};

/** `issuer`: the city's own provider, null when there is none. */
export function accounts(parts: IdentityParts & { readonly passwords: PasswordWork; readonly issuer: string | null }): Accounts {
  const { city, clock, secret, passwords, issuer } = parts;
  const { onAccount, note } = administration(parts);
  const all = (who: Administrator) => everywhere(parts, who.personId).districts;
  return {
    change: (who, id, { name, active }) => onAccount(who, id, async (tx, person) => {
      if (active === false && id === who.personId) return refused(409, "active", NOT_YOURSELF);
      const [renamed, switched] = [name !== undefined && name !== person.name, active !== undefined && active !== person.active];
      await updatePerson(tx, person, { name: name ?? null, active: active ?? null });
      if (renamed) await note(tx, who, "people.rename", person);
      if (switched && active) await note(tx, who, "people.activate", person);
      if (switched && !active) await note(tx, who, "people.deactivate", person, { sessionsEnded: await endSessionsOf(tx, person, clock.machineNow()) });
      return { kind: "done", done: null };
    }),
    resetPassword: async (who, id) => {
      if (id === who.personId) return refused(409, "id", OWN_PASSWORD);
      const password = oneTimePassword();
      const passwordHash = await passwords.hash(password);
      if (passwordHash === BUSY) return refused(503, null, TOO_MANY_SIGN_INS);
      return onAccount(who, id, async (tx, person) => {
        await updatePassword(tx, person, passwordHash, true);
        await overEveryDistrict(tx, all(who), () => forgetTries(tx, city.code, loginKey(secret, person.login)));
        await note(tx, who, "people.reset-password", person, { sessionsEnded: await endSessionsOf(tx, person, clock.machineNow()) });
        return { kind: "done", done: { password } };
      });
    },
    removeCode: async (who, id) => {
      if (id === who.personId) return refused(409, "id", OWN_CODE);
      return onAccount(who, id, async (tx, person) => {
        if (person.totpSecret === null) return refused(409, "id", NO_CODE);
        await updateTotp(tx, person, null, null);
        await note(tx, who, "people.take-away-code", person);
        return { kind: "done", done: null };
      });
    },
    linkExternal: (who, id, subject) => onAccount(who, id, async (tx, person) => {
      if (issuer === null) return refused(409, "subject", NO_PROVIDER);
      await lockExternals(tx);
      if (await overEveryDistrict(tx, all(who), () => isExternalTaken(tx, issuer, subject))) return refused(409, "subject", ACCOUNT_TAKEN);
      await insertExternal(tx, person, issuer, subject, clock.machineNow());
      await note(tx, who, "people.link-account", person, { issuer });
      return { kind: "done", done: null };
    }),
    unlinkExternal: (who, id, account) => onAccount(who, id, async (tx, person) => {
      if (!await deleteExternal(tx, person, account.issuer, account.subject)) return refused(404, "subject", NO_ACCOUNT);
      // Whoever came in by that account is not let stay.
      await note(tx, who, "people.unlink-account", person, { issuer: account.issuer, sessionsEnded: await endSessionsOf(tx, person, clock.machineNow(), { openedBy: "provider" }) });
      return { kind: "done", done: null };
    }),
  };
}

const NOT_YOURSELF = { problem: { zh: "不能停用自己", en: "You cannot deactivate yourself" }, remedy: { zh: "请另一位管理员来做。", en: "Ask another administrator." } };
const OWN_PASSWORD = { problem: { zh: "自己的密码不在这里重设", en: "Your own password is not reset here" }, remedy: { zh: "在“我的账号”里换，要填现在的密码。", en: "Change it under My account, with the present one." } };
const OWN_CODE = { problem: { zh: "自己的验证码不在这里停用", en: "Your own one-time codes are not stopped here" }, remedy: { zh: "在“我的账号”里停用；手机丢了请另一位管理员来做。", en: "Stop them under My account; if your phone is gone, ask another administrator." } };
const NO_CODE = { problem: { zh: "这个人没有启用验证码", en: "This person uses no one-time codes" }, remedy: { zh: "不用再做什么。", en: "There is nothing to do." } };
const NO_PROVIDER = { problem: { zh: "这里没有接统一认证", en: "There is no sign-in of the city's own here" }, remedy: { zh: "请系统管理员先设置 OIDC_ISSUER。", en: "Let the operator set OIDC_ISSUER first." } };
const NO_ACCOUNT = { problem: { zh: "没有关联这个账号", en: "This account is not linked" }, remedy: { zh: "刷新列表再选。", en: "Reload the list and choose again." } };
const ACCOUNT_TAKEN = { problem: { zh: "这个账号已经是别人的", en: "This account belongs to somebody" }, remedy: { zh: "核对账号，或先从那个人那里解开。", en: "Check the account, or unlink it there first." } };
