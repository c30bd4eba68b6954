import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { CITY, exampleIdentity, HAILAR, JALAINUR, OWN_PASSWORD, type Client, type ExampleIdentity } from "./example-identity.ts";

const OPENID = { issuer: "https://id.example.cn", clientId: "anxin", clientSecret: "s", name: "市统一认证" };
let at: ExampleIdentity;
let hailar: Client;
let officer: string;
/** A person of Hailar, and Hailar's own administrator. */
beforeEach(async () => {
  at = await exampleIdentity({ openid: OPENID });
  await at.employ("quxian", HAILAR, "administrator");
  ({ id: officer } = await at.employ("wang.min", HAILAR, "editor"));
  hailar = await at.signIn("quxian", OWN_PASSWORD);
});
afterEach(async () => { await at.stop(); });

describe("an account opens all of a person's posts", () => {
  const attempts = (id: string) => [
    at.call(hailar, "POST", `/api/people/${id}/password`), at.call(hailar, "POST", `/api/people/${id}/accounts`, { subject: "mine" }), at.call(hailar, "DELETE", `/api/people/${id}/accounts`, { issuer: OPENID.issuer, subject: "theirs" }),
    at.call(hailar, "PATCH", `/api/people/${id}`, { active: false }), at.call(hailar, "PATCH", `/api/people/${id}`, { name: "别的名字" }), at.call(hailar, "DELETE", `/api/people/${id}/code`),
  ];
  test.each([["the city", CITY.code], ["another district", JALAINUR]])("with a post of %s besides, the district's administrator cannot take it over, rename or remove it", async (_, elsewhere) => {
    await at.promote(officer, elsewhere, "releaser");
    const city = await at.signIn("guanli");
    await at.call(city, "POST", `/api/people/${officer}/accounts`, { subject: "theirs" });
    const before = await at.audited(`person:${officer}`);
    const replies = await Promise.all(attempts(officer));
    expect(replies.map(({ statusCode }) => statusCode)).toEqual([403, 403, 403, 403, 403, 403]);
    for (const reply of replies) expect(reply.json<{ remedy: string }>().remedy).toContain("市里的管理员");
    expect(await at.audited(`person:${officer}`)).toEqual(before);
    await at.signIn("wang.min", OWN_PASSWORD);
    expect((await at.peopleOf(hailar)).people.find(({ id }) => id === officer)?.reachesFurther).toBe(true);
    expect((await at.call(city, "POST", `/api/people/${officer}/password`)).statusCode).toBe(200);
  });
  test("while all posts lie in the district, and again when the other post has ended, it is the administrator's", async () => {
    expect((await at.call(hailar, "PATCH", `/api/people/${officer}`, { name: "王敏" })).statusCode).toBe(204);
    await at.promote(officer, CITY.code, "releaser");
    expect((await at.call(hailar, "PATCH", `/api/people/${officer}`, { name: "王敏一" })).statusCode).toBe(403);
    const city = await at.signIn("guanli");
    const post = (await at.peopleOf(city)).people.find(({ id }) => id === officer)?.posts.find(({ district }) => district === CITY.code);
    await at.call(city, "DELETE", `/api/people/${officer}/posts/${post?.id}`);
    expect((await at.call(hailar, "POST", `/api/people/${officer}/password`)).statusCode).toBe(200);
    expect((await at.peopleOf(hailar)).people.find(({ id }) => id === officer)?.reachesFurther).toBe(false);
  });
  test("who administers both districts may", async () => {
    await at.promote(officer, JALAINUR, "editor");
    const me = (await at.peopleOf(hailar)).people.find(({ login }) => login === "quxian");
    await at.promote(me?.id ?? "", JALAINUR, "administrator");
    expect((await at.call(hailar, "POST", `/api/people/${officer}/password`)).statusCode).toBe(200);
  });
  test("a post given in the same moment is seen: whoever comes second waits", async () => {
    const city = await at.signIn("guanli");
    const body = (await at.peopleOf(city)).bodies.find(({ district }) => district === CITY.code);
    for (let round = 0; round < 5; round += 1) {
      const [given, reset] = await Promise.all([
        at.call(city, "POST", `/api/people/${officer}/posts`, { bodyDistrict: CITY.code, bodyId: body?.id, role: "releaser" }), at.call(hailar, "POST", `/api/people/${officer}/password`),
      ]);
      expect(given.statusCode).toBe(204);
      const order = (await at.audited(`person:${officer}`)).map(({ action }) => action).filter((action) => ["people.add-post", "people.reset-password"].includes(action)).slice(-2);
      if (reset.statusCode === 200) expect(order).toEqual(["people.reset-password", "people.add-post"]);
      else expect(reset.statusCode).toBe(403);
      const post = (await at.peopleOf(city)).people.find(({ id }) => id === officer)?.posts.find(({ district }) => district === CITY.code);
      await at.call(city, "DELETE", `/api/people/${officer}/posts/${post?.id}`);
    }
  });
});

describe("changes of a person", () => {
  const entries = async () => (await at.audited(`person:${officer}`)).map(({ action }) => action);
  const change = (body: object) => at.call(hailar, "PATCH", `/api/people/${officer}`, body);
  test("each is an entry of its own; what stays as it was is none", async () => {
    const before = (await entries()).length;
    await change({ name: "王敏", active: false });
    await change({ name: "王敏", active: false });
    await change({ active: true });
    expect((await entries()).slice(before)).toEqual(["people.rename", "people.deactivate", "people.activate"]);
  });
  test("an empty one is refused and no entry", async () => {
    const before = await entries();
    expect((await change({})).json()).toMatchObject({ status: 422, problem: "没有说要改什么" });
    expect(await entries()).toEqual(before);
  });
  test("a new password opens a lock", async () => {
    for (let round = 0; round < 5; round += 1) await at.tryIn("wang.min", "wrong password");
    expect((await at.peopleOf(hailar)).people.find(({ id }) => id === officer)?.lockedUntil).not.toBeNull();
    const { password } = (await at.call(hailar, "POST", `/api/people/${officer}/password`)).json<{ password: string }>();
    await at.signIn("wang.min", password);
    expect((await at.peopleOf(hailar)).people.find(({ id }) => id === officer)?.lockedUntil).toBeNull();
  });
});

describe("accounts of the city's own sign-in", () => {
  const link = (client: Client, id: string, subject: string) => at.call(client, "POST", `/api/people/${id}/accounts`, { subject });
  const linked = async () => at.rows<{ district: string; issuer: string; subject: string }>("select district, issuer, subject from identity.external_identity order by district");
  test("one account is one person's in the whole city, though the administrators see only their own districts", async () => {
    const { id: other } = await at.employ("zhao.lei", JALAINUR, "editor");
    await at.employ("zhaguan", JALAINUR, "administrator");
    const jalainur = await at.signIn("zhaguan", OWN_PASSWORD);
    expect((await link(hailar, officer, "s-1")).statusCode).toBe(204);
    expect((await link(jalainur, other, "s-1")).json()).toMatchObject({ status: 409, field: "subject" });
    const replies = await Promise.all([link(hailar, officer, "s-2"), link(jalainur, other, "s-2")]);
    expect(replies.map(({ statusCode }) => statusCode).toSorted()).toEqual([204, 409]);
    expect(await linked()).toHaveLength(2);
  });
  test("whose accounts they are is a setting: an issuer cannot be chosen, and without a provider there is nothing to link", async () => {
    expect((await at.call(hailar, "POST", `/api/people/${officer}/accounts`, { issuer: "https://evil.example", subject: "s-1" })).statusCode).toBe(422);
    await link(hailar, officer, "s-1");
    expect(await linked()).toEqual([{ district: HAILAR, issuer: OPENID.issuer, subject: "s-1" }]);
    const without = await exampleIdentity();
    const administrator = await without.signIn("guanli");
    const [person] = (await without.peopleOf(administrator)).people;
    expect((await without.call(administrator, "POST", `/api/people/${person?.id}/accounts`, { subject: "s" })).json()).toMatchObject({ status: 409, problem: "这里没有接统一认证" });
    await without.stop();
  });
  test("an account is unlinked, on record, and may then be another's", async () => {
    await link(hailar, officer, "s-1");
    const account = { issuer: OPENID.issuer, subject: "s-1" };
    expect((await at.call(hailar, "DELETE", `/api/people/${officer}/accounts`, account)).statusCode).toBe(204);
    expect((await at.audited(`person:${officer}`)).at(-1)).toMatchObject({ action: "people.unlink-account", details: { issuer: OPENID.issuer, sessionsEnded: 0 } });
    expect((await at.call(hailar, "DELETE", `/api/people/${officer}/accounts`, account)).statusCode).toBe(404);
    const me = (await at.peopleOf(hailar)).people.find(({ login }) => login === "quxian");
    expect((await link(hailar, me?.id ?? "", "s-1")).statusCode).toBe(204);
  });
});
