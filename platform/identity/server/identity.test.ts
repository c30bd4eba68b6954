import { inTransaction } from "#platform/db/server";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { SessionView } from "../index.ts";
import { CITY, exampleIdentity, HAILAR, type Client, type ExampleIdentity } from "./example-identity.ts";
import { DEMO_PASSWORD, productionFaults } from "./index.ts";

let at: ExampleIdentity;
beforeEach(async () => { at = await exampleIdentity(); });
afterEach(async () => { await at.stop(); });
const actions = async (): Promise<string[]> => (await at.audited()).map(({ action }) => action);
const isIn = async (client: Client) => (await at.call(client, "GET", "/api/session")).statusCode === 200;

describe("signing in", () => {
  test("opens a session whose cookie no page can read and no table holds", async () => {
    const reply = await at.tryIn("bianshen");
    const cookie = String(reply.headers["set-cookie"]);
    expect(cookie).toMatch(/^__Host-anxin_session=[A-Za-z0-9_-]{43}; Path=\/; HttpOnly; SameSite=Lax; Max-Age=43200; Secure$/);
    expect((await at.rows<{ row: string }>("select s::text as row from identity.session s")).map(({ row }) => row).join()).not.toContain(/=([^;]+)/.exec(cookie)?.[1]);
    expect(await actions()).toContain("people.sign-in");
  });
  test("tells who I am and what my posts permit, the city's posts everywhere, a district's there", async () => {
    const grants = async (login: string) => (await at.sessionOf(await at.signIn(login))).grants;
    expect(await grants("bianshen")).toEqual({ "notices.edit": ["150700", "150702", "150703"], "rules.edit": ["150700", "150702", "150703"], "headcounts.read": ["150700", "150702", "150703"], "registers.read": ["150700", "150702", "150703"] });
    expect(await grants("qixian")).toEqual({ "notices.edit": ["150702"], "rules.edit": ["150702"], "headcounts.read": ["150702"], "registers.read": ["150702"] });
    expect(await grants("tianbao")).toEqual({ "headcounts.file": ["150702"], "registers.keep": ["150702"] });
    expect(await grants("jingban")).toEqual({ "cases.handle": ["150702"], "registers.keep": ["150702"], "registers.people": ["150702"] });
  });
  test("an unknown name costs as long as a known one", async () => {
    await at.tryIn("warm-up", "x");
    const time = async (login: string) => { const start = performance.now(); await at.tryIn(login, "wrong password"); return performance.now() - start; };
    const [known, unknown] = [await time("qianfa"), await time("nobody")];
    expect(unknown).toBeGreaterThan(known * 0.3);
  });
  test("five wrong tries lock for a quarter of an hour, the right password too; then it opens", async () => {
    for (let round = 0; round < 5; round += 1) await at.tryIn("bianshen", "wrong password");
    expect((await at.tryIn("bianshen")).statusCode).toBe(429);
    at.later(15.1);
    expect((await at.tryIn("bianshen")).statusCode).toBe(204);
  });
  test.each([{}, { login: "a" }, { login: ["a"], password: "b" }, { login: "a", password: "b", admin: true }, { login: "a\0b", password: "b" }])("%j is no sign-in", async (payload) => {
    expect((await at.call(null, "POST", "/api/sign-in", payload)).statusCode).toBe(422);
  });
});

describe("sessions", () => {
  test("end after an hour away, after twelve hours at all, and when one signs out, which is on record", async () => {
    const client = await at.signIn("bianshen");
    for (let round = 0; round < 12; round += 1) { at.later(55); expect(await isIn(client)).toBe(true); }
    at.later(61);
    expect(await isIn(client)).toBe(false);
    const second = await at.signIn("bianshen");
    for (let round = 0; round < 13; round += 1) { at.later(56); await isIn(second); }
    expect(await isIn(second)).toBe(false);
    const third = await at.signIn("bianshen");
    const { personId } = await at.sessionOf(third);
    await at.call(third, "POST", "/api/sign-out");
    expect(await isIn(third)).toBe(false);
    expect((await at.audited(`person:${personId}`)).at(-1)).toMatchObject({ action: "people.sign-out", actor: personId });
  });
  test("deactivating ends them at once, and nobody signs in as that person", async () => {
    const [editor, administrator] = [await at.signIn("bianshen"), await at.signIn("guanli")];
    const { people } = await at.peopleOf(administrator);
    const id = people.find(({ login }) => login === "bianshen")?.id;
    expect((await at.call(administrator, "PATCH", `/api/people/${id}`, { active: false })).statusCode).toBe(204);
    expect(await isIn(editor)).toBe(false);
    expect((await at.tryIn("bianshen")).statusCode).toBe(401);
  });
  test("a new password ends the other sessions, keeps this one, and is checked", async () => {
    const [one, two] = [await at.signIn("bianshen"), await at.signIn("bianshen")];
    const change = (next: string, current = DEMO_PASSWORD) => at.call(one, "POST", "/api/session/password", { current, next });
    expect((await change("short")).statusCode).toBe(422);
    expect((await change("bianshen-2026")).statusCode).toBe(422);
    expect((await change(DEMO_PASSWORD)).statusCode).toBe(422);
    expect((await change("冬天的雪落在草原上啊", "wrong")).json()).toMatchObject({ status: 422, field: "current" });
    expect((await change("冬天的雪落在草原上啊")).statusCode).toBe(204);
    expect([await isIn(one), await isIn(two)]).toEqual([true, false]);
    await at.signIn("bianshen", "冬天的雪落在草原上啊");
  });
});

describe("people and posts", () => {
  test("an administrator adds a body and a person, who must change the one-time password before anything else", async () => {
    const administrator = await at.signIn("guanli");
    const { id: bodyId } = (await at.call(administrator, "POST", "/api/bodies", { district: "150703", name: { zh: "区应急局", en: "District emergency bureau" } })).json<{ id: string }>();
    const added = await at.call(administrator, "POST", "/api/people", { login: "li.na", name: "李娜", district: "150703", bodyId, role: "editor" });
    const { password } = added.json<{ password: string }>();
    const client = await at.signIn("li.na", password);
    const view = await at.sessionOf(client);
    expect([view.mustChangePassword, view.grants]).toEqual([true, {}]);
    await at.call(client, "POST", "/api/session/password", { current: password, next: "雪地里的脚印一行行长" });
    expect((await at.call(client, "GET", "/api/session")).json<SessionView>().grants).toEqual({ "notices.edit": ["150703"], "rules.edit": ["150703"], "headcounts.read": ["150703"], "registers.read": ["150703"] });
    expect(await actions()).toEqual(expect.arrayContaining(["people.add-body", "people.add", "people.change-password"]));
  });
  test("a district's administrator sees and changes that district alone", async () => {
    await at.employ("quxian", HAILAR, "administrator");
    const [city, own] = [await at.signIn("guanli"), await at.signIn("quxian", "草原上的风吹过来了啊")];
    const bodyId = (await at.peopleOf(city)).bodies.find(({ district }) => district === HAILAR)?.id;
    const seen = await at.peopleOf(own);
    expect(seen.people.map(({ login }) => login).toSorted()).toEqual(["fuhe", "jingban", "qixian", "quxian", "tianbao"]);
    expect([seen.total, seen.districts.map(({ code }) => code)]).toEqual([5, [HAILAR]]);
    const foreign = (await at.peopleOf(city)).people.find(({ login }) => login === "bianshen")?.id;
    expect((await at.call(own, "PATCH", `/api/people/${foreign}`, { active: false })).statusCode).toBe(404);
    expect((await at.call(own, "POST", `/api/people/${foreign}/password`)).statusCode).toBe(404);
    expect((await at.call(own, "POST", "/api/people", { login: "new-one", name: "新人", district: "150703", bodyId, role: "editor" })).statusCode).toBe(403);
    expect((await at.call(own, "POST", "/api/bodies", { district: "150700", name: { zh: "甲", en: "A" } })).statusCode).toBe(403);
    expect((await at.call(city, "POST", "/api/bodies", { district: HAILAR, name: { zh: "甲\0", en: "A" } })).json()).toMatchObject({ status: 422, field: "name.zh" });
  });
  test("nobody locks themselves out: not one's own last administrator's post, not oneself", async () => {
    const administrator = await at.signIn("guanli");
    const me = (await at.peopleOf(administrator)).people.find(({ login }) => login === "guanli");
    const post = me?.posts.find(({ role }) => role === "administrator")?.id;
    expect((await at.call(administrator, "DELETE", `/api/people/${me?.id}/posts/${post}`)).statusCode).toBe(409);
    expect((await at.call(administrator, "PATCH", `/api/people/${me?.id}`, { active: false })).statusCode).toBe(409);
    const other = me?.posts.find(({ role }) => role === "auditor")?.id;
    expect((await at.call(administrator, "DELETE", `/api/people/${me?.id}/posts/${other}`)).statusCode).toBe(204);
  });
  test("a login is one person's in the whole city", async () => {
    const administrator = await at.signIn("guanli");
    const bodyId = (await at.peopleOf(administrator)).bodies.find(({ district }) => district === HAILAR)?.id;
    expect((await at.call(administrator, "POST", "/api/people", { login: "bianshen", name: "另一人", district: HAILAR, bodyId, role: "editor" })).statusCode).toBe(409);
  });
  test("reading people is on record, by whom and of whom; others may not read", async () => {
    const administrator = await at.signIn("guanli");
    await at.peopleOf(administrator);
    const read = (await at.audited()).filter(({ action, object }) => action === "people.read" && object === `people:${CITY.code}`);
    expect(read[0]?.details["people"]).toHaveLength(4);
    expect(JSON.stringify(read)).not.toContain("演示");
    for (const login of ["bianshen", "qianfa", "qixian", "tianbao", "jingban", "duban"]) expect((await at.call(await at.signIn(login), "GET", "/api/people")).statusCode).toBe(403);
  });
  test("they are read fifty at a time, by name, each once; an entry of the audit names no more than were shown", async () => {
    for (let number = 0; number < 96; number += 1) {
      await at.rows("insert into identity.person (district, id, login, name, created_at) values ($1, gen_random_uuid(), $2, '同名', now())", [number % 2 === 0 ? CITY.code : HAILAR, `person-${number}`]);
    }
    const administrator = await at.signIn("guanli");
    const first = await at.peopleOf(administrator);
    const second = await at.peopleOf(administrator, first.people.at(-1)?.id);
    const third = await at.peopleOf(administrator, second.people.at(-1)?.id);
    expect([first, second, third].map(({ people, more, total }) => [people.length, more, total])).toEqual([[50, true, 104], [50, true, 104], [4, false, 104]]);
    expect(new Set([first, second, third].flatMap(({ people }) => people.map(({ id }) => id))).size).toBe(104);
    const named = (await at.audited()).filter(({ action }) => action === "people.read").map(({ details }) => (details["people"] as string[]).length);
    expect(Math.max(...named)).toBeLessThanOrEqual(50);
    expect(named.reduce((sum, count) => sum + count, 0)).toBe(104);
  });
});

test("production names what keeps it from starting, and what to do", async () => {
  const { parts } = at;
  const faults = await productionFaults({ ...parts, clock: { ...parts.clock, drill: true } }, "made-here");
  expect(faults.map(({ en }) => en)).toEqual([expect.stringContaining("bianshen, duban, fuhe, guanli, jingban, qianfa, qixian, tianbao"), expect.stringContaining("ANXIN_SECRET"), expect.stringContaining("drill clock")]);
  expect(faults[0]?.en).toContain("anxin people add-administrator");
  await inTransaction(at.database.pool, { districts: [CITY.code, HAILAR], actor: "t" }, (tx) => tx.query("update identity.person set active = false where demo"));
  expect(await productionFaults(parts, "given")).toEqual([]);
  expect((await productionFaults(parts, "made-here-and-given")).map(({ zh }) => zh)).toEqual([expect.stringContaining("secret.key")]);
});
