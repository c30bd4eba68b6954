import { inTransaction, newId } from "#platform/db/server";
import type { LocalText } from "#platform/i18n";
import { PEOPLE_PAGE, type BodyView, type PersonView } from "../people-view.ts";
import type { Role } from "../roles.ts";
import { lockOf } from "../sign-in-rules.ts";
import { administration, refused, type Administrator, type Outcome } from "./administrators.ts";
import { everywhere, type IdentityParts } from "./identity-parts.ts";
import { loginKey } from "./login-key.ts";
import { BUSY, oneTimePassword, type PasswordWork } from "./passwords.ts";
import { TOO_MANY_SIGN_INS } from "./proof-words.ts";
import {
  countPeople, endPost, externalsOf, findPersonByLogin, insertBody, insertPerson, insertPost, listBodies, listPeople, lockLogins, overEveryDistrict, postsOf, triesUnder, type KeptPerson, type KeptPost,
} from "./store.ts";

/** People, bodies and posts of the administrator's districts; each change in one transaction, audited in it, never outside of them. */
export type People = {
  /** A page of people, those behind `after`; that these were read is an entry of the audit. */
  readonly list: (who: Administrator, after: string | null) => Promise<{ readonly people: PersonView[]; readonly total: number; readonly more: boolean; readonly bodies: BodyView[] }>;
  readonly add: (who: Administrator, person: { readonly login: string; readonly name: string; readonly district: string; readonly bodyId: string; readonly role: Role }) => Promise<Outcome<{ readonly id: string; readonly password: string }>>;
  readonly addPost: (who: Administrator, id: string, post: { readonly bodyDistrict: string; readonly bodyId: string; readonly role: Role }) => Promise<Outcome<null>>;
  readonly endPost: (who: Administrator, id: string, postId: string) => Promise<Outcome<null>>;
  readonly addBody: (who: Administrator, body: { readonly district: string; readonly name: LocalText }) => Promise<Outcome<{ readonly id: string }>>;
};

export function people(parts: IdentityParts & { readonly passwords: PasswordWork }): People {
  const { pool, clock, city, secret, audit, passwords } = parts;
  const { inOwn, onPerson, reachingFurther, note } = administration(parts);
  return {
    list: (who, after) => inOwn(who, async (tx) => {
      const behind = await listPeople(tx, who.districts, after, PEOPLE_PAGE + 1);
      const found = behind.slice(0, PEOPLE_PAGE);
      const ids = found.map(({ id }) => id);
      const keys = new Map(found.map(({ id, login }) => [id, loginKey(secret, login)]));
      const tries = await overEveryDistrict(tx, everywhere(parts, who.personId).districts, () => triesUnder(tx, city.code, [...keys.values()]));
      const [posts, externals, further] = [await postsOf(tx, ids), await externalsOf(tx, ids), await reachingFurther(tx, who, ids)];
      const [total, bodies] = [await countPeople(tx, who.districts), await listBodies(tx, who.districts)];
      for (const [district, group] of Map.groupBy(found, (person) => person.district)) {
        await audit(tx, { district, actor: who.personId, action: "people.read", object: `people:${district}`, details: { people: group.map(({ id }) => id) } });
      }
      const lockedUntil = (id: string) => lockOf(tries.get(keys.get(id) ?? "") ?? null, clock.machineNow());
      return {
        people: found.map((person) => viewOf(person, { posts, externals, reachesFurther: further.has(person.id), lockedUntil: lockedUntil(person.id) })),
        total, more: behind.length > PEOPLE_PAGE, bodies: bodies.map(({ district, id, name }) => ({ district, id, name: { ...name } })),
      };
    }),
    add: async (who, { login, name, district, bodyId, role }) => {
      if (!who.districts.includes(district)) return refused(403, "district", NOT_YOURS);
      const password = oneTimePassword();
      const passwordHash = await passwords.hash(password);
      if (passwordHash === BUSY) return refused(503, null, TOO_MANY_SIGN_INS);
      return inTransaction(pool, everywhere(parts, who.personId), async (tx): Promise<Outcome<{ id: string; password: string }>> => {
        await lockLogins(tx);
        if (await findPersonByLogin(tx, login) !== null) return refused(409, "login", LOGIN_TAKEN);
        if (!(await listBodies(tx, [district])).some(({ id }) => id === bodyId)) return refused(404, "bodyId", NO_BODY);
        const now = clock.machineNow();
        const person = { district, id: newId(now), login, name, passwordHash, mustChangePassword: true, demo: false };
        await insertPerson(tx, person, now);
        await insertPost(tx, { district, id: newId(now), bodyId, personDistrict: district, personId: person.id, role }, now);
        await note(tx, who, "people.add", person, { role });
        return { kind: "done", done: { id: person.id, password } };
      });
    },
    addPost: (who, id, { bodyDistrict, bodyId, role }) => onPerson(who, id, async (tx, person, posts) => {
      if (!(await listBodies(tx, [bodyDistrict])).some((body) => body.id === bodyId)) return refused(404, "bodyId", NO_BODY);
      if (posts.some((post) => post.bodyId === bodyId && post.role === role)) return refused(409, "role", POST_HELD);
      const now = clock.machineNow();
      await insertPost(tx, { district: bodyDistrict, id: newId(now), bodyId, personDistrict: person.district, personId: id, role }, now);
      await note(tx, who, "people.add-post", person, { role, body: bodyId });
      return { kind: "done", done: null };
    }),
    endPost: (who, id, postId) => onPerson(who, id, async (tx, person, posts) => {
      const post = posts.find((candidate) => candidate.id === postId);
      if (post === undefined) return refused(404, "postId", NO_POST);
      const administers = posts.filter(({ role }) => role === "administrator");
      if (id === who.personId && post.role === "administrator" && administers.length === 1) return refused(409, "postId", LAST_POST);
      await endPost(tx, post.district, postId, clock.machineNow());
      await note(tx, who, "people.end-post", person, { role: post.role, body: post.bodyId });
      return { kind: "done", done: null };
    }),
    addBody: async (who, { district, name }) => {
      if (!who.districts.includes(district)) return refused(403, "district", NOT_YOURS);
      return inOwn(who, async (tx): Promise<Outcome<{ id: string }>> => {
        if ((await listBodies(tx, [district])).some((body) => body.name.zh === name.zh)) return refused(409, "name.zh", BODY_THERE);
        const id = newId(clock.machineNow());
        await insertBody(tx, { district, id, name }, clock.machineNow());
        await audit(tx, { district, actor: who.personId, action: "people.add-body", object: `body:${id}`, details: {} });
        return { kind: "done", done: { id } };
      });
    },
  };
}

type Beside = { readonly posts: readonly KeptPost[]; readonly externals: Awaited<ReturnType<typeof externalsOf>>; readonly reachesFurther: boolean; readonly lockedUntil: Date | null };

function viewOf(person: KeptPerson, { posts, externals, reachesFurther, lockedUntil }: Beside): PersonView {
  const { id, district, login, name, active, demo, passwordHash, totpSecret } = person;
  return {
    id, district, login, name, active, demo, hasPassword: passwordHash !== null, hasCode: totpSecret !== null, lockedUntil: lockedUntil?.toISOString() ?? null, reachesFurther,
    posts: posts.filter(({ personId }) => personId === id).map((post) => ({ id: post.id, district: post.district, bodyId: post.bodyId, bodyName: { ...post.bodyName }, role: post.role })),
    external: externals.filter(({ personId }) => personId === id).map(({ issuer, subject }) => ({ issuer, subject })),
  };
}

const NO_BODY = { problem: { zh: "没有这个机构", en: "There is no such body" }, remedy: { zh: "先加上机构，再选它。", en: "Add the body first, then choose it." } };
const NO_POST = { problem: { zh: "没有这个岗位", en: "There is no such post" }, remedy: { zh: "刷新列表再选。", en: "Reload the list and choose again." } };
const NOT_YOURS = { problem: { zh: "这个旗县市区不归您管理", en: "This district is not yours to manage" }, remedy: { zh: "请那里的管理员，或市里的管理员来做。", en: "Ask the administrator there, or the city's." } };
const LOGIN_TAKEN = { problem: { zh: "这个登录名有人用了", en: "This login is taken" }, remedy: { zh: "换一个，例如加上单位的缩写。", en: "Choose another, with the body's initials for instance." } };
const LAST_POST = { problem: { zh: "这是您自己最后一个管理员岗位", en: "This is your own last administrator's post" }, remedy: { zh: "请另一位管理员来做，免得没有人管理。", en: "Ask another administrator, so that somebody is left to manage." } };
const POST_HELD = { problem: { zh: "已经有这个岗位", en: "The post is held already" }, remedy: { zh: "不用再加。", en: "There is nothing to add." } };
const BODY_THERE = { problem: { zh: "已经有这个机构", en: "The body is there already" }, remedy: { zh: "从列表里选它。", en: "Choose it from the list." } };
