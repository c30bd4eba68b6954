import { appendAudit } from "#platform/audit/server";
import { createTestDatabase, inTransaction, type TestDatabase } from "#platform/db/server";
import { createHttpServer, type HttpServer } from "#platform/http/server";
import { Secret, TOTP } from "otpauth";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { SessionView } from "../index.ts";
import { createIdentity, DEMO_PASSWORD, productionFaults, seedDemoPeople, type IdentityParts } from "./index.ts";

const CITY = { code: "150700", name: { zh: "呼伦贝尔市", en: "Hulunbuir" }, districts: [{ code: "150702", name: { zh: "海拉尔区", en: "Hailar" } }, { code: "150703", name: { zh: "扎赉诺尔区", en: "Jalainur" } }] };
let database: TestDatabase;
let server: HttpServer;
let now: Date;
let parts: IdentityParts;
const clock = { machineNow: () => now, policyNow: () => now, drill: false };
const quiet = { info: () => undefined, warn: () => undefined, error: () => undefined };

beforeEach(async () => {
  now = new Date("2026-11-24T02:00:00Z");
  database = await createTestDatabase();
  parts = { pool: database.pool, clock, city: CITY, secret: Buffer.alloc(32, 5), publicUrl: "https://anxin.example.cn", audit: appendAudit(clock) };
  const identity = createIdentity({ ...parts, openid: null, log: quiet });
  server = createHttpServer({ log: quiet, publicUrl: parts.publicUrl, styleHash: "'sha256-x'", missing: async () => [], problemPage: () => "", authenticate: identity.authenticate });
  server.declare(...identity.routes(server));
  await server.ready();
  await seedDemoPeople(parts);
});
afterEach(async () => { await server.stop(); await database.drop(); });

type Method = "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
type Client = { readonly cookie: string; readonly csrf: string };
async function call(client: Client | null, method: Method, url: string, payload?: unknown) {
  return server.app.inject({
    method, url, headers: { ...(client === null ? {} : { cookie: client.cookie, "x-csrf-token": client.csrf }), ...(payload === undefined ? {} : { "content-type": "application/json" }) },
    ...(payload === undefined ? {} : { payload: JSON.stringify(payload) }),
  });
}
const tryIn = (login: string, password = DEMO_PASSWORD, code?: string) => call(null, "POST", "/api/sign-in", { login, password, ...(code === undefined ? {} : { code }) });
async function signIn(login: string, password?: string, code?: string): Promise<Client> {
  const reply = await tryIn(login, password, code);
  if (reply.statusCode !== 204) throw new Error(reply.body);
  const cookie = String(reply.headers["set-cookie"]).split(";")[0] ?? "";
  const { csrfToken } = (await server.app.inject({ url: "/api/session", headers: { cookie } })).json<SessionView>();
  return { cookie, csrf: csrfToken };
}
const audited = async (): Promise<string[]> => (await inTransaction(database.pool, { districts: [CITY.code, "150702", "150703"], actor: "t" }, (tx) => tx.query<{ action: string }>("select action from audit.entry order by at, seq"))).rows.map(({ action }) => action);
type People = { people: { id: string; login: string; posts: { id: string; role: string }[] }[]; bodies: { id: string; district: string }[]; districts: { code: string }[] };
const peopleOf = async (client: Client): Promise<People> => (await call(client, "GET", "/api/people")).json<People>();

describe("signing in", () => {
  test("opens a session whose cookie no page can read and no table holds", async () => {
    const reply = await tryIn("bianshen");
    const cookie = String(reply.headers["set-cookie"]);
    expect(cookie).toMatch(/^__Host-anxin_session=[A-Za-z0-9_-]{43}; Path=\/; HttpOnly; SameSite=Lax; Max-Age=43200; Secure$/);
    const { rows } = await inTransaction(database.pool, { districts: [CITY.code], actor: "t" }, (tx) => tx.query<{ row: string }>("select s::text as row from identity.session s"));
    expect(rows.map(({ row }) => row).join()).not.toContain(/=([^;]+)/.exec(cookie)?.[1]);
    expect(await audited()).toContain("people.sign-in");
  });
  test("tells who I am and what my posts permit, the city's posts everywhere, a district's there", async () => {
    const grants = async (login: string) => (await call(await signIn(login), "GET", "/api/session")).json<SessionView>().grants;
    expect(await grants("bianshen")).toEqual({ "notices.edit": ["150700", "150702", "150703"] });
    expect(await grants("qixian")).toEqual({ "notices.edit": ["150702"] });
  });
  test("an unknown name answers as a wrong password does: words, tries left, and the lock", async () => {
    const answers = async (login: string) => {
      const all: unknown[] = [];
      for (let round = 0; round < 6; round += 1) {
        const reply = await tryIn(login, "wrong password");
        const { requestId: _own, ...body } = reply.json<{ requestId: string }>();
        all.push([reply.statusCode, body]);
      }
      return all;
    };
    const known = await answers("bianshen");
    expect(await answers("nobody-here")).toEqual(known);
    expect(known.map((answer) => (answer as [number])[0])).toEqual([401, 401, 401, 401, 429, 429]);
  });
  test("an unknown name costs as long as a known one", async () => {
    await tryIn("warm-up", "x");
    const time = async (login: string) => { const start = performance.now(); await tryIn(login, "wrong password"); return performance.now() - start; };
    const [known, unknown] = [await time("qianfa"), await time("nobody")];
    expect(unknown).toBeGreaterThan(known * 0.3);
  });
  test("five wrong tries lock for a quarter of an hour, the right password too; then it opens", async () => {
    for (let round = 0; round < 5; round += 1) await tryIn("bianshen", "wrong password");
    expect((await tryIn("bianshen")).statusCode).toBe(429);
    now = new Date(now.getTime() + 15 * 60_000 + 1);
    expect((await tryIn("bianshen")).statusCode).toBe(204);
  });
  test("of tries made at once every one counts", async () => {
    const replies = await Promise.all(Array.from({ length: 8 }, () => tryIn("bianshen", "wrong password")));
    expect(replies.filter(({ statusCode }) => statusCode === 401)).toHaveLength(4);
  });
  test.each([{}, { login: "a" }, { login: ["a"], password: "b" }, { login: "a", password: "b", admin: true }])("%j is no sign-in", async (payload) => {
    expect((await call(null, "POST", "/api/sign-in", payload)).statusCode).toBe(422);
  });
});

describe("sessions", () => {
  const isIn = async (client: Client) => (await call(client, "GET", "/api/session")).statusCode === 200;
  test("end after an hour away, after twelve hours at all, and when one signs out", async () => {
    const client = await signIn("bianshen");
    for (let round = 0; round < 12; round += 1) { now = new Date(now.getTime() + 55 * 60_000); expect(await isIn(client)).toBe(true); }
    now = new Date(now.getTime() + 61 * 60_000);
    expect(await isIn(client)).toBe(false);
    const second = await signIn("bianshen");
    for (let round = 0; round < 13; round += 1) { now = new Date(now.getTime() + 56 * 60_000); await isIn(second); }
    expect(await isIn(second)).toBe(false);
    const third = await signIn("bianshen");
    await call(third, "POST", "/api/sign-out");
    expect(await isIn(third)).toBe(false);
  });
  test("deactivating ends them at once, and nobody signs in as that person", async () => {
    const [editor, administrator] = [await signIn("bianshen"), await signIn("guanli")];
    const { people } = await peopleOf(administrator);
    const id = people.find(({ login }) => login === "bianshen")?.id;
    expect((await call(administrator, "PATCH", `/api/people/${id}`, { active: false })).statusCode).toBe(204);
    expect(await isIn(editor)).toBe(false);
    expect((await tryIn("bianshen")).statusCode).toBe(401);
  });
  test("a new password ends the other sessions, keeps this one, and is checked", async () => {
    const [one, two] = [await signIn("bianshen"), await signIn("bianshen")];
    const change = (next: string, current = DEMO_PASSWORD) => call(one, "POST", "/api/session/password", { current, next });
    expect((await change("short")).statusCode).toBe(422);
    expect((await change("bianshen-2026")).statusCode).toBe(422);
    expect((await change(DEMO_PASSWORD)).statusCode).toBe(422);
    expect((await change("冬天的雪落在草原上", "wrong")).json()).toMatchObject({ field: "current" });
    expect((await change("冬天的雪落在草原上啊")).statusCode).toBe(204);
    expect([await isIn(one), await isIn(two)]).toEqual([true, false]);
    await signIn("bianshen", "冬天的雪落在草原上啊");
  });
});

describe("one-time codes", () => {
  const codeAt = (secret: string) => new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: now.getTime() });
  async function enrolled() {
    const client = await signIn("bianshen");
    const { secret, uri } = (await call(client, "POST", "/api/session/code")).json<{ secret: string; uri: string }>();
    expect(uri).toMatch(/^otpauth:\/\/totp\//);
    expect((await call(client, "PUT", "/api/session/code", { secret, code: "000000" })).statusCode).toBe(422);
    expect((await call(client, "PUT", "/api/session/code", { secret, code: codeAt(secret) })).statusCode).toBe(204);
    return { client, secret };
  }
  test("asked for once set up, right once, then never again", async () => {
    const { secret } = await enrolled();
    expect((await tryIn("bianshen")).json()).toMatchObject({ status: 401, facts: { needs: "code" } });
    now = new Date(now.getTime() + 30_000);
    const code = codeAt(secret);
    expect((await tryIn("bianshen", DEMO_PASSWORD, code)).statusCode).toBe(204);
    expect((await tryIn("bianshen", DEMO_PASSWORD, code)).statusCode).toBe(401);
    now = new Date(now.getTime() + 30_000);
    await signIn("bianshen", DEMO_PASSWORD, codeAt(secret));
  });
  test("the secret is sealed in the database, and goes only with the password", async () => {
    const { client, secret } = await enrolled();
    const { rows: [row] } = await inTransaction(database.pool, { districts: [CITY.code], actor: "t" }, (tx) => tx.query<{ totp_secret: Buffer }>("select totp_secret from identity.person where totp_secret is not null"));
    expect(row?.totp_secret.includes(secret)).toBe(false);
    expect((await call(client, "DELETE", "/api/session/code", { password: "wrong" })).statusCode).toBe(422);
    expect((await call(client, "DELETE", "/api/session/code", { password: DEMO_PASSWORD })).statusCode).toBe(204);
    await signIn("bianshen");
  });
});

describe("people and posts", () => {
  test("an administrator adds a body and a person, who must change the one-time password before anything else", async () => {
    const administrator = await signIn("guanli");
    const { id: bodyId } = (await call(administrator, "POST", "/api/bodies", { district: "150703", name: { zh: "区应急局", en: "District emergency bureau" } })).json<{ id: string }>();
    const added = await call(administrator, "POST", "/api/people", { login: "li.na", name: "李娜", district: "150703", bodyId, role: "editor" });
    const { password } = added.json<{ password: string }>();
    const client = await signIn("li.na", password);
    const view = (await call(client, "GET", "/api/session")).json<SessionView>();
    expect([view.mustChangePassword, view.grants]).toEqual([true, {}]);
    await call(client, "POST", "/api/session/password", { current: password, next: "雪地里的脚印一行行长" });
    expect((await call(client, "GET", "/api/session")).json<SessionView>().grants).toEqual({ "notices.edit": ["150703"] });
    expect(await audited()).toEqual(expect.arrayContaining(["people.add-body", "people.add", "people.change-password"]));
  });
  test("a district's administrator sees and changes that district alone", async () => {
    const city = await signIn("guanli");
    const { bodies } = await peopleOf(city);
    const bodyId = bodies.find(({ district }) => district === "150702")?.id;
    const { password } = (await call(city, "POST", "/api/people", { login: "quxian", name: "区管理员", district: "150702", bodyId, role: "administrator" })).json<{ password: string }>();
    const first = await signIn("quxian", password);
    await call(first, "POST", "/api/session/password", { current: password, next: "草原上的风吹过来了啊" });
    const own = await signIn("quxian", "草原上的风吹过来了啊");
    const seen = await peopleOf(own);
    expect(seen.people.map(({ login }) => login).toSorted()).toEqual(["qixian", "quxian"]);
    expect(seen.districts.map(({ code }) => code)).toEqual(["150702"]);
    const foreign = (await peopleOf(city)).people.find(({ login }) => login === "bianshen")?.id;
    expect((await call(own, "PATCH", `/api/people/${foreign}`, { active: false })).statusCode).toBe(404);
    expect((await call(own, "POST", `/api/people/${foreign}/password`)).statusCode).toBe(404);
    expect((await call(own, "POST", "/api/people", { login: "new-one", name: "新人", district: "150703", bodyId, role: "editor" })).statusCode).toBe(403);
    expect((await call(own, "POST", "/api/bodies", { district: "150700", name: { zh: "甲", en: "A" } })).statusCode).toBe(403);
  });
  test("nobody locks themselves out: not one's own last administrator's post, not oneself", async () => {
    const administrator = await signIn("guanli");
    const me = (await peopleOf(administrator)).people.find(({ login }) => login === "guanli");
    const post = me?.posts.find(({ role }) => role === "administrator")?.id;
    expect((await call(administrator, "DELETE", `/api/people/${me?.id}/posts/${post}`)).statusCode).toBe(409);
    expect((await call(administrator, "PATCH", `/api/people/${me?.id}`, { active: false })).statusCode).toBe(409);
    const other = me?.posts.find(({ role }) => role === "auditor")?.id;
    expect((await call(administrator, "DELETE", `/api/people/${me?.id}/posts/${other}`)).statusCode).toBe(204);
  });
  test("a login is one person's in the whole city", async () => {
    const administrator = await signIn("guanli");
    const { bodies } = await peopleOf(administrator);
    const bodyId = bodies.find(({ district }) => district === "150702")?.id;
    expect((await call(administrator, "POST", "/api/people", { login: "bianshen", name: "另一人", district: "150702", bodyId, role: "editor" })).statusCode).toBe(409);
  });
  test("reading people is on record, by whom and of whom; others may not read", async () => {
    const administrator = await signIn("guanli");
    await peopleOf(administrator);
    const { rows } = await inTransaction(database.pool, { districts: [CITY.code], actor: "t" }, (tx) => tx.query<{ details: { people: string[] } }>("select details from audit.entry where action = 'people.read'"));
    expect(rows[0]?.details.people).toHaveLength(3);
    expect(JSON.stringify(rows)).not.toContain("演示");
    for (const login of ["bianshen", "qianfa", "qixian"]) expect((await call(await signIn(login), "GET", "/api/people")).statusCode).toBe(403);
  });
});

test("production names what keeps it from starting", async () => {
  const faults = await productionFaults({ ...parts, clock: { ...clock, drill: true } }, false);
  expect(faults.map(({ en }) => en)).toEqual([expect.stringContaining("bianshen, guanli, qianfa, qixian"), expect.stringContaining("ANXIN_SECRET"), expect.stringContaining("drill clock")]);
  await inTransaction(database.pool, { districts: [CITY.code, "150702"], actor: "t" }, (tx) => tx.query("update identity.person set active = false where demo"));
  expect(await productionFaults(parts, true)).toEqual([]);
});
