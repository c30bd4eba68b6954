import { inTransaction, newId } from "#platform/db/server";
import type { LocalText } from "#platform/i18n";
import type { SecretOrigin } from "#platform/keys/server";
import type { Role } from "../roles.ts";
import { everywhere, type IdentityParts } from "./identity-parts.ts";
import { hashPassword } from "./passwords.ts";
import { activeDemoLogins, findPersonByLogin, insertBody, insertPerson, insertPost, listBodies, lockLogins } from "./store.ts";

/** Everybody who tries the product out signs in with this; production does not start while any of them can. */
export const DEMO_PASSWORD = "anxin-demo-2021";

const CITY_OFFICE: LocalText = { zh: "市应急指挥部办公室（演示）", en: "City emergency office (demo)" };
const DISTRICT_OFFICE: LocalText = { zh: "应急办公室（演示）", en: "Emergency office (demo)" };

/** `place`: at the city's office or at that of its first district. Names are what they do: nobody real. */
const DEMO_PEOPLE: readonly { readonly login: string; readonly name: string; readonly roles: readonly Role[]; readonly place: "city" | "district" }[] = [
  { login: "bianshen", name: "演示编审员", roles: ["editor"], place: "city" },
  { login: "qianfa", name: "演示签发员", roles: ["releaser"], place: "city" },
  { login: "guanli", name: "演示管理员", roles: ["administrator", "auditor"], place: "city" },
  { login: "qixian", name: "演示旗县编审员", roles: ["editor"], place: "district" },
  { login: "tianbao", name: "演示填报员", roles: ["reporter"], place: "district" },
  { login: "jingban", name: "演示经办员", roles: ["caseworker"], place: "district" },
  { login: "fuhe", name: "演示复核员", roles: ["caseworker"], place: "district" },
  { login: "duban", name: "演示督办员", roles: ["caseworker"], place: "city" },
];

/** Puts the demo people there unless they are; nobody's password is changed back. Gives their logins with what they do. */
export async function seedDemoPeople(parts: IdentityParts): Promise<readonly { readonly login: string; readonly roles: readonly Role[] }[]> {
  const { pool, clock, city } = parts;
  const passwordHash = await hashPassword(DEMO_PASSWORD);
  await inTransaction(pool, everywhere(parts, "server"), async (tx) => {
    await lockLogins(tx);
    for (const { login, name, roles, place } of DEMO_PEOPLE) {
      const district = place === "city" ? city.code : (city.districts[0]?.code ?? city.code);
      if (await findPersonByLogin(tx, login) !== null) continue;
      const now = clock.machineNow();
      const office = place === "city" ? CITY_OFFICE : DISTRICT_OFFICE;
      const known = (await listBodies(tx, [district])).find((body) => body.name.zh === office.zh);
      const bodyId = known?.id ?? newId(now);
      if (known === undefined) await insertBody(tx, { district, id: bodyId, name: office }, now);
      const person = { district, id: newId(now), login, name, passwordHash, mustChangePassword: false, demo: true };
      await insertPerson(tx, person, now);
      for (const role of roles) await insertPost(tx, { district, id: newId(now), bodyId, personDistrict: district, personId: person.id, role }, now);
      await parts.audit(tx, { district, actor: "server", action: "people.add-demo", object: `person:${person.id}`, details: { roles } });
    }
  });
  return DEMO_PEOPLE.map(({ login, roles }) => ({ login, roles }));
}

/** What keeps this installation from production: each fault in words, with what to do. `secret`: where the one in use comes from. */
export async function productionFaults(parts: IdentityParts, secret: SecretOrigin): Promise<readonly LocalText[]> {
  const logins = await inTransaction(parts.pool, everywhere(parts, "server"), activeDemoLogins);
  return [
    ...(logins.length === 0 ? [] : [{
      zh: `还有演示人员可以登录：${logins.join("、")}。正式运行请用新的数据库；要接着用这一个，先用 anxin people add-administrator 加一位管理员，再以演示方式启动，由这位管理员停用他们。`,
      en: `Demo people can still sign in: ${logins.join(", ")}. Begin production with a new database; to go on with this one, add an administrator (anxin people add-administrator), start once more as a demo and let that administrator deactivate them.`,
    }]),
    ...(secret === "made-here" ? [{ zh: "没有设置 ANXIN_SECRET，现在用的是自动生成的演示密钥。请设置 32 个随机字节（openssl rand -base64 32）。", en: "ANXIN_SECRET is not set; the secret in use was made for a demo. Set 32 random bytes (openssl rand -base64 32)." }] : []),
    ...(secret === "made-here-and-given" ? [{ zh: "ANXIN_SECRET 就是数据文件夹里 secret.key 的演示密钥，谁有那个文件夹谁就有它。请另做一个（openssl rand -base64 32），正式运行用新的数据库。", en: "ANXIN_SECRET is the demo's own secret from secret.key in the data folder: whoever has a copy of the folder has it. Make another (openssl rand -base64 32) and begin production with a new database." }] : []),
    ...(parts.clock.drill ? [{ zh: "资料包用的是演练时钟（drillStart）。正式运行请在 pack.yaml 里写 drillStart: null。", en: "The pack runs on a drill clock (drillStart). Write drillStart: null in pack.yaml for production." }] : []),
  ];
}
