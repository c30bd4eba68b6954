import { inTransaction, newId } from "#platform/db/server";
import { newPerson } from "../people-view.ts";
import { refused, type Outcome } from "./administrators.ts";
import { everywhere, type IdentityParts } from "./identity-parts.ts";
import { hashPassword, oneTimePassword } from "./passwords.ts";
import { findPersonByLogin, insertBody, insertPerson, insertPost, listBodies, lockLogins } from "./store.ts";

/**
 * Adds an administrator of the whole city from outside the desk, with a one-time password: somebody has to be first. Whoever can run it has the
 * database anyway; the audit says that it was done by command (`cli`), and it can be done again when nobody is left to manage.
 */
export async function addAdministrator(parts: Pick<IdentityParts, "pool" | "clock" | "city" | "audit">, given: { readonly login: string; readonly name: string }): Promise<Outcome<{ readonly id: string; readonly password: string }>> {
  const { pool, clock, city, audit } = parts;
  const checked = newPerson.pick({ login: true, name: true }).safeParse(given);
  if (!checked.success) return refused(409, String(checked.error.issues[0]?.path[0] ?? "login"), checked.error.issues.some(({ path }) => path[0] === "login") ? LOGIN_SHAPE : NAME_SHAPE);
  const { login, name } = checked.data;
  const password = oneTimePassword();
  const passwordHash = await hashPassword(password);
  return inTransaction(pool, everywhere(parts, "cli"), async (tx): Promise<Outcome<{ id: string; password: string }>> => {
    await lockLogins(tx);
    if (await findPersonByLogin(tx, login) !== null) return refused(409, "login", LOGIN_TAKEN);
    const [now, district] = [clock.machineNow(), city.code];
    const office = { zh: `${city.name.zh}系统管理`, en: `System administration of ${city.name.en}` };
    const known = (await listBodies(tx, [district])).find((body) => body.name.zh === office.zh);
    const bodyId = known?.id ?? newId(now);
    if (known === undefined) await insertBody(tx, { district, id: bodyId, name: office }, now);
    const person = { district, id: newId(now), login, name, passwordHash, mustChangePassword: true, demo: false };
    await insertPerson(tx, person, now);
    await insertPost(tx, { district, id: newId(now), bodyId, personDistrict: district, personId: person.id, role: "administrator" }, now);
    if (known === undefined) await audit(tx, { district, actor: "cli", action: "people.add-body", object: `body:${bodyId}`, details: {} });
    await audit(tx, { district, actor: "cli", action: "people.add", object: `person:${person.id}`, details: { role: "administrator" } });
    return { kind: "done", done: { id: person.id, password } };
  });
}

const LOGIN_SHAPE = { problem: { zh: "登录名不合规则", en: "The login has the wrong shape" }, remedy: { zh: "用 3 到 40 个小写字母、数字、点或连字符。", en: "Use 3 to 40 lower-case letters, digits, dots or hyphens." } };
const NAME_SHAPE = { problem: { zh: "姓名不能用", en: "The name cannot be used" }, remedy: { zh: "写 1 到 60 个字。", en: "Write 1 to 60 characters." } };
const LOGIN_TAKEN = { problem: { zh: "这个登录名有人用了", en: "This login is taken" }, remedy: { zh: "换一个。忘了密码，就另加一位管理员，由他重设。", en: "Choose another. If the password is forgotten, add another administrator, who gives a new one." } };
