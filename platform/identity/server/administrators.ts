import { inTransaction } from "#platform/db/server";
import type { LocalText } from "#platform/i18n";
import type { ClientBase } from "pg";
import { reachOf } from "../roles.ts";
import { everywhere, type IdentityParts } from "./identity-parts.ts";
import { lockPerson, overEveryDistrict, postDistrictsOf, postsOf, type KeptPerson, type KeptPost } from "./store.ts";

/** Why a change of people is refused. */
export type PeopleRefusal = { readonly status: 403 | 404 | 409 | 503; readonly field: string | null; readonly problem: LocalText; readonly remedy: LocalText };
/** What came of a change. */
export type Outcome<Done> = { readonly kind: "done"; readonly done: Done } | { readonly kind: "refused"; readonly refusal: PeopleRefusal };

/** Who asks, and the districts their permission reaches. */
export type Administrator = { readonly personId: string; readonly districts: readonly string[] };

type OnPerson = <Done>(who: Administrator, id: string, work: (tx: ClientBase, person: KeptPerson, posts: readonly KeptPost[]) => Promise<Outcome<Done>>) => Promise<Outcome<Done>>;

/** How administrators come to what they change, and how it is noted. */
export type Administration = {
  /** Sees the administrator's own districts. */
  readonly inOwn: <Result>(who: Administrator, work: (tx: ClientBase) => Promise<Result>) => Promise<Result>;
  /** A person of the administrator's districts, with the posts held there; one of another district is simply not there. */
  readonly onPerson: OnPerson;
  /** The same for what changes the account itself, which is one for all of a person's posts: refused unless the administrator may manage people in every district these posts reach. */
  readonly onAccount: OnPerson;
  /** Of these people, those with a post beyond the administrator's districts. */
  readonly reachingFurther: (tx: ClientBase, who: Administrator, ids: readonly string[]) => Promise<ReadonlySet<string>>;
  readonly note: (tx: ClientBase, who: Administrator, action: string, person: Pick<KeptPerson, "district" | "id">, details?: Readonly<Record<string, string | number | boolean>>) => Promise<unknown>;
};

export function administration(parts: Pick<IdentityParts, "pool" | "city" | "audit">): Administration {
  const { pool, city, audit } = parts;
  const codes = city.districts.map(({ code }) => code);
  const inOwn: Administration["inOwn"] = (who, work) => inTransaction(pool, { districts: who.districts, actor: who.personId }, work);
  const reachingFurther: Administration["reachingFurther"] = async (tx, who, ids) => {
    const held = await overEveryDistrict(tx, everywhere(parts, who.personId).districts, () => postDistrictsOf(tx, ids));
    const goesFurther = (districts: readonly string[]) => districts.some((district) => reachOf(district, city.code, codes).some((reached) => !who.districts.includes(reached)));
    return new Set([...held].filter(([, districts]) => goesFurther(districts)).map(([id]) => id));
  };
  const onPerson: OnPerson = (who, id, work) => inOwn(who, async (tx) => {
    const person = await lockPerson(tx, id);
    return person === null ? refused(404, "id", NO_PERSON) : work(tx, person, await postsOf(tx, [id]));
  });
  return {
    inOwn, onPerson, reachingFurther,
    onAccount: (who, id, work) => onPerson(who, id, async (tx, person, posts) =>
      ((await reachingFurther(tx, who, [id])).has(id) ? refused(403, "id", REACHES_FURTHER) : work(tx, person, posts))),
    note: (tx, who, action, person, details = {}) => audit(tx, { district: person.district, actor: who.personId, action, object: `person:${person.id}`, details }),
  };
}

/** A refusal with its words. */
export function refused(status: PeopleRefusal["status"], field: string | null, words: Pick<PeopleRefusal, "problem" | "remedy">): { readonly kind: "refused"; readonly refusal: PeopleRefusal } {
  return { kind: "refused", refusal: { status, field, ...words } };
}

const NO_PERSON = { problem: { zh: "没有这个人", en: "There is no such person" }, remedy: { zh: "刷新列表再选。", en: "Reload the list and choose again." } };
const REACHES_FURTHER = {
  problem: { zh: "这个人在您管理的范围以外也有岗位，账号不能由您来改", en: "This person also holds a post beyond your districts, so the account is not yours to change" },
  remedy: { zh: "请市里的管理员来做；您可以结束这个人在您这里的岗位。", en: "Ask the city's administrator; you may end the posts this person holds with you." },
};
