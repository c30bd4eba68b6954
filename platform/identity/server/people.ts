import { inTransaction, newId } from "#platform/db/server";
import type { LocalText } from "#platform/i18n";
import type { ClientBase } from "pg";
import type { Role } from "../roles.ts";
import type { BodyView, PersonView } from "../people-view.ts";
import { everywhere, type IdentityParts } from "./identity-parts.ts";
import { hashPassword, oneTimePassword } from "./passwords.ts";
import {
  endPost, endSessionsOf, externalsOf, findPerson, findPersonByLogin, insertBody, insertExternal, insertPerson, insertPost, listBodies, listPeople, lockLogins, postsOf, updatePassword, updatePerson,
  type KeptPerson, type KeptPost,
} from "./store.ts";

/** Why a change of people is refused. */
export type PeopleRefusal = { readonly status: 403 | 404 | 409; readonly field: string; readonly problem: LocalText; readonly remedy: LocalText };
type Outcome<Done> = { readonly kind: "done"; readonly done: Done } | { readonly kind: "refused"; readonly refusal: PeopleRefusal };

/** Who asks, and the districts their permission reaches. */
export type Administrator = { readonly personId: string; readonly districts: readonly string[] };

/** Everything administrators do; each in one transaction, audited in it, never outside their districts. */
export type People = {
  readonly list: (who: Administrator) => Promise<{ readonly people: PersonView[]; readonly bodies: BodyView[] }>;
  readonly add: (who: Administrator, person: { readonly login: string; readonly name: string; readonly district: string; readonly bodyId: string; readonly role: Role }) => Promise<Outcome<{ readonly id: string; readonly password: string }>>;
  readonly change: (who: Administrator, id: string, change: { readonly name?: string | undefined; readonly active?: boolean | undefined }) => Promise<Outcome<null>>;
  readonly resetPassword: (who: Administrator, id: string) => Promise<Outcome<{ readonly password: string }>>;
  readonly addPost: (who: Administrator, id: string, post: { readonly bodyDistrict: string; readonly bodyId: string; readonly role: Role }) => Promise<Outcome<null>>;
  readonly endPost: (who: Administrator, id: string, postId: string) => Promise<Outcome<null>>;
  readonly addBody: (who: Administrator, body: { readonly district: string; readonly name: LocalText }) => Promise<Outcome<{ readonly id: string }>>;
  readonly linkExternal: (who: Administrator, id: string, account: { readonly issuer: string; readonly subject: string }) => Promise<Outcome<null>>;
};

export function people(parts: IdentityParts): People {
  const { pool, clock, audit } = parts;
  const note = (tx: ClientBase, who: Administrator, action: string, person: Pick<KeptPerson, "district" | "id">, details: Record<string, string | number | boolean> = {}) =>
    audit(tx, { district: person.district, actor: who.personId, action, object: `person:${person.id}`, details });
  const inOwn = <Result>(who: Administrator, work: (tx: ClientBase) => Promise<Result>) => inTransaction(pool, { districts: who.districts, actor: who.personId }, work);

  /** The person, seen by row-level security: one of another district is simply not there. */
  const onPerson = <Done>(who: Administrator, id: string, work: (tx: ClientBase, person: KeptPerson, posts: readonly KeptPost[]) => Promise<Outcome<Done>>): Promise<Outcome<Done>> => inOwn(who, async (tx) => {
    const person = await findPerson(tx, id);
    return person === null ? refused(404, "id", NO_PERSON) : work(tx, person, await postsOf(tx, [id]));
  });

  return {
    list: (who) => inOwn(who, async (tx) => {
      const found = await listPeople(tx, who.districts);
      const ids = found.map(({ id }) => id);
      const [posts, externals] = [await postsOf(tx, ids), await externalsOf(tx, ids)];
      for (const [district, group] of Map.groupBy(found, (person) => person.district)) {
        await audit(tx, { district, actor: who.personId, action: "people.read", object: `people:${district}`, details: { people: group.map(({ id }) => id) } });
      }
      return { people: found.map((person) => viewOf(person, posts, externals)), bodies: (await listBodies(tx, who.districts)).map(({ district, id, name }) => ({ district, id, name: { ...name } })) };
    }),
    add: async (who, { login, name, district, bodyId, role }) => {
      if (!who.districts.includes(district)) return refused(403, "district", NOT_YOURS);
      const password = oneTimePassword();
      const passwordHash = await hashPassword(password);
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
    change: (who, id, { name, active }) => onPerson(who, id, async (tx, person) => {
      if (active === false && id === who.personId) return refused(409, "active", NOT_YOURSELF);
      await updatePerson(tx, person, { name: name ?? null, active: active ?? null });
      const ended = active === false ? await endSessionsOf(tx, person, clock.machineNow(), null) : 0;
      await note(tx, who, active === false ? "people.deactivate" : active === true ? "people.activate" : "people.rename", person, active === false ? { sessionsEnded: ended } : {});
      return { kind: "done", done: null };
    }),
    resetPassword: async (who, id) => {
      const password = oneTimePassword();
      const passwordHash = await hashPassword(password);
      return onPerson(who, id, async (tx, person) => {
        await updatePassword(tx, person, passwordHash, true);
        await endSessionsOf(tx, person, clock.machineNow(), null);
        await note(tx, who, "people.reset-password", person);
        return { kind: "done", done: { password } };
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
    linkExternal: async (who, id, { issuer, subject }) => onPerson(who, id, async (tx, person) => {
      if (!await insertExternal(tx, person, issuer, subject, clock.machineNow())) return refused(409, "subject", ACCOUNT_TAKEN);
      await note(tx, who, "people.link-account", person, { issuer });
      return { kind: "done", done: null };
    }),
  };
}

function viewOf(person: KeptPerson, posts: readonly KeptPost[], externals: Awaited<ReturnType<typeof externalsOf>>): PersonView {
  const { id, district, login, name, active, demo, passwordHash, totpSecret, lockedUntil } = person;
  return {
    id, district, login, name, active, demo, hasPassword: passwordHash !== null, hasCode: totpSecret !== null, lockedUntil: lockedUntil?.toISOString() ?? null,
    posts: posts.filter(({ personId }) => personId === id).map((post) => ({ id: post.id, district: post.district, bodyId: post.bodyId, bodyName: { ...post.bodyName }, role: post.role })),
    external: externals.filter(({ personId }) => personId === id).map(({ issuer, subject }) => ({ issuer, subject })),
  };
}

function refused(status: PeopleRefusal["status"], field: string, words: Pick<PeopleRefusal, "problem" | "remedy">): { readonly kind: "refused"; readonly refusal: PeopleRefusal } {
  return { kind: "refused", refusal: { status, field, ...words } };
}

const NO_PERSON = { problem: { zh: "没有这个人", en: "There is no such person" }, remedy: { zh: "刷新列表再选。", en: "Reload the list and choose again." } };
const NO_BODY = { problem: { zh: "没有这个机构", en: "There is no such body" }, remedy: { zh: "先加上机构，再选它。", en: "Add the body first, then choose it." } };
const NO_POST = { problem: { zh: "没有这个岗位", en: "There is no such post" }, remedy: { zh: "刷新列表再选。", en: "Reload the list and choose again." } };
const NOT_YOURS = { problem: { zh: "这个旗县市区不归您管理", en: "This district is not yours to manage" }, remedy: { zh: "请那里的管理员，或市里的管理员来做。", en: "Ask the administrator there, or the city's." } };
const LOGIN_TAKEN = { problem: { zh: "这个登录名有人用了", en: "This login is taken" }, remedy: { zh: "换一个，例如加上单位的缩写。", en: "Choose another, with the body's initials for instance." } };
const NOT_YOURSELF = { problem: { zh: "不能停用自己", en: "You cannot deactivate yourself" }, remedy: { zh: "请另一位管理员来做。", en: "Ask another administrator." } };
const LAST_POST = { problem: { zh: "这是您自己最后一个管理员岗位", en: "This is your own last administrator's post" }, remedy: { zh: "请另一位管理员来做，免得没有人管理。", en: "Ask another administrator, so that somebody is left to manage." } };
const POST_HELD = { problem: { zh: "已经有这个岗位", en: "The post is held already" }, remedy: { zh: "不用再加。", en: "There is nothing to add." } };
const BODY_THERE = { problem: { zh: "已经有这个机构", en: "The body is there already" }, remedy: { zh: "从列表里选它。", en: "Choose it from the list." } };
const ACCOUNT_TAKEN = { problem: { zh: "这个账号已经是别人的", en: "This account belongs to somebody" }, remedy: { zh: "核对账号，或先从那个人那里解开。", en: "Check the account, or unlink it there first." } };
