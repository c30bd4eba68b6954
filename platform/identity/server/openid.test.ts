import { appendAudit } from "#platform/audit/server";
import { createTestDatabase, inTransaction, type TestDatabase } from "#platform/db/server";
import { createHttpServer, type HttpServer } from "#platform/http/server";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { Provider } from "oidc-provider";
import { afterEach, beforeEach, expect, test } from "vitest";
import { Secret, TOTP } from "otpauth";
import { createIdentity, seedDemoPeople, type IdentityParts } from "./index.ts";
import { sealTotp } from "./totp.ts";

const CITY = { code: "150700", name: { zh: "呼伦贝尔市", en: "Hulunbuir" }, districts: [] };
const clock = { machineNow: () => new Date(), policyNow: () => new Date(), drill: false };
const quiet = { info: () => undefined, warn: () => undefined, error: () => undefined };
let database: TestDatabase;
let provider: Server;
let issuer: string;
let anxin: HttpServer;
let address: string;
let parts: IdentityParts;

/** A real OpenID provider, and Anxin on a port of its own, each knowing the other's address. */
beforeEach(async () => {
  database = await createTestDatabase();
  provider = createServer();
  issuer = await listening(provider);
  anxin = await anxinAt(await freePort());
  const oidc = new Provider(issuer, {
    clients: [{ client_id: "anxin", client_secret: "a secret of at least thirty-two signs", redirect_uris: [`${address}/api/sign-in/openid/return`], response_types: ["code"], grant_types: ["authorization_code"] }],
    findAccount: (_context: unknown, id: string) => ({ accountId: id, claims: () => ({ sub: id }) }),
    cookies: { keys: ["test"] }, pkce: { required: () => true }, features: { devInteractions: { enabled: true } },
  });
  provider.on("request", oidc.callback());
  await seedDemoPeople(parts);
});
afterEach(async () => {
  await anxin.stop();
  provider.closeAllConnections();
  await new Promise((resolve) => { provider.close(resolve); });
  await database.drop();
});

async function anxinAt(port: number): Promise<HttpServer> {
  address = `http://127.0.0.1:${port}`;
  parts = { pool: database.pool, clock, city: CITY, secret: Buffer.alloc(32, 5), publicUrl: address, audit: appendAudit(clock) };
  const identity = createIdentity({ ...parts, openid: { issuer, clientId: "anxin", clientSecret: "a secret of at least thirty-two signs", name: "市统一认证" }, log: quiet });
  const server = createHttpServer({ log: quiet, publicUrl: address, styleHash: "'sha256-x'", missing: async () => [], problemPage: () => "", authenticate: identity.authenticate });
  server.declare(...identity.routes(server));
  await server.listen(port, "127.0.0.1");
  return server;
}
async function listening(server: Server): Promise<string> {
  await new Promise<void>((resolve) => { server.listen(0, "127.0.0.1", resolve); });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}
async function freePort(): Promise<number> {
  const server = createServer();
  const url = await listening(server);
  await new Promise((resolve) => { server.close(resolve); });
  return Number(new URL(url).port);
}

/** A browser's way: follows redirects by hand, keeps cookies by host and port, fills in the provider's forms. */
function browser() {
  const jar = new Map<string, Map<string, string>>();
  async function visit(url: string, form?: Record<string, string>, json?: unknown): Promise<{ url: string; response: Response; body: string }> {
    const { host } = new URL(url);
    const cookies = jar.get(host) ?? new Map<string, string>();
    jar.set(host, cookies);
    const response = await fetch(url, {
      redirect: "manual", headers: { cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join("; "), accept: "application/json", ...(json === undefined ? {} : { "content-type": "application/json" }) },
      ...(json === undefined ? {} : { method: "POST", body: JSON.stringify(json) }),
      ...(form === undefined ? {} : { method: "POST", body: new URLSearchParams(form) }),
    });
    for (const line of response.headers.getSetCookie()) {
      const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (value === "" || /Max-Age=0/.test(line)) cookies.delete(name);
      else cookies.set(name, value);
    }
    const next = response.headers.get("location");
    if (next !== null && !next.startsWith("/desk")) return visit(new URL(next, url).href);
    return { url, response, body: await response.text() };
  }
  return { visit, jar };
}
/** Signs in at the provider as `login` and consents; gives where it ends. */
async function signInThere(login: string, { visit } = browser()) {
  let page = await visit(`${address}/api/sign-in/openid`);
  for (let step = 0; step < 3 && page.url.startsWith(issuer); step += 1) {
    const action = /action="([^"]+)"/.exec(page.body)?.[1] ?? "";
    const prompt = /name="prompt" value="([^"]+)"/.exec(page.body)?.[1] ?? "login";
    page = await visit(new URL(action, page.url).href, prompt === "login" ? { prompt, login, password: "any" } : { prompt });
  }
  return page;
}
const inCity = <Row extends object>(sql: string, values: unknown[] = []) => inTransaction(database.pool, { districts: [CITY.code], actor: "t" }, async (tx) => (await tx.query<Row>(sql, values)).rows);
const audited = () => inCity<{ action: string; object: string; details: Record<string, unknown> }>("select action, object, details from audit.entry order by seq");
async function link(subject: string): Promise<void> {
  await inTransaction(database.pool, { districts: [CITY.code], actor: "t" }, (tx) => tx.query("insert into identity.external_identity (district, issuer, subject, person_id, created_at) select district, $1, $2, id, now() from identity.person where login = 'bianshen'", [issuer, subject]));
}

test("a linked account signs in, by the whole way there and back", async () => {
  await link("wang-min");
  const own = browser();
  const { response } = await signInThere("wang-min", own);
  expect([response.status, response.headers.get("location")]).toEqual([303, "/desk/"]);
  const session = await own.visit(`${address}/api/session`);
  expect(JSON.parse(session.body)).toMatchObject({ login: "bianshen" });
});
test("an account nobody linked is told so, and nobody is made", async () => {
  const count = async () => (await inTransaction(database.pool, { districts: [CITY.code], actor: "t" }, (tx) => tx.query("select from identity.person"))).rowCount;
  const before = await count();
  const { response, body } = await signInThere("stranger");
  expect(response.status).toBe(403);
  expect(JSON.parse(body)).toMatchObject({ problem: "这个账号还没有和安心里的人关联" });
  expect(await count()).toBe(before);
  expect((await audited()).at(-1)).toEqual({ action: "people.refuse-account", object: "account:unknown", details: { issuer, why: "not-linked" } });
});
test("a return that did not begin here is refused: no cookie, another's state, an invented code", async () => {
  await link("wang-min");
  const back = (query: string, cookie = "") => fetch(`${address}/api/sign-in/openid/return?${query}`, { redirect: "manual", headers: { cookie } });
  expect((await back("code=x&state=y")).status).toBe(400);
  const left = await fetch(`${address}/api/sign-in/openid`, { redirect: "manual" });
  const cookie = left.headers.getSetCookie()[0]?.split(";")[0] ?? "";
  const { searchParams } = new URL(left.headers.get("location") ?? "");
  expect(searchParams.get("code_challenge_method")).toBe("S256");
  expect((await back("code=x&state=other", cookie)).status).toBe(401);
  expect((await back(`code=x&state=${searchParams.get("state")}&iss=${encodeURIComponent(issuer)}`, cookie)).status).toBe(401);
});
test("a deactivated person does not come in this way either", async () => {
  await link("wang-min");
  await inTransaction(database.pool, { districts: [CITY.code], actor: "t" }, (tx) => tx.query("update identity.person set active = false where login = 'bianshen'"));
  expect((await signInThere("wang-min")).response.status).toBe(403);
  expect((await audited()).at(-1)).toMatchObject({ action: "people.refuse-account", details: { why: "deactivated" } });
});
test("who was added with a one-time password and never used it works at once: the password is not what they came in with", async () => {
  await link("wang-min");
  await inCity("update identity.person set must_change_password = true where login = 'bianshen'");
  const own = browser();
  await signInThere("wang-min", own);
  expect(JSON.parse((await own.visit(`${address}/api/session`)).body)).toMatchObject({ mustChangePassword: false, grants: { "notices.edit": [CITY.code] } });
  expect((await own.visit(`${address}/api/people`)).response.status).toBe(403);
  // By the password itself the rule stands.
  const byPassword = browser();
  await byPassword.visit(`${address}/api/sign-in`, undefined, { login: "bianshen", password: "anxin-demo-2021" });
  expect(JSON.parse((await byPassword.visit(`${address}/api/session`)).body)).toMatchObject({ mustChangePassword: true, grants: {} });
});
test("whoever is locked out stays out this way too, on record", async () => {
  await link("wang-min");
  for (let round = 0; round < 5; round += 1) await browser().visit(`${address}/api/sign-in`, undefined, { login: "bianshen", password: "wrong password" });
  const own = browser();
  const { response, body } = await signInThere("wang-min", own);
  expect([response.status, (JSON.parse(body) as { problem: string }).problem]).toEqual([429, "试错太多次，暂时不能登录"]);
  expect((await own.visit(`${address}/api/session`)).response.status).toBe(401);
  expect((await audited()).at(-1)).toMatchObject({ action: "people.refuse-account", details: { why: "locked" } });
});
test("whoever has set up one-time codes is asked for one: the provider's word stands for the password alone", async () => {
  await link("wang-min");
  const [person] = await inCity<{ id: string }>("select id from identity.person where login = 'bianshen'");
  const secret = new Secret({ size: 20 });
  await inCity("update identity.person set totp_secret = $1 where login = 'bianshen'", [sealTotp(parts.secret, person?.id ?? "", secret.base32)]);
  const own = browser();
  const { response } = await signInThere("wang-min", own);
  expect([response.status, response.headers.get("location")]).toEqual([303, "/desk/"]);
  expect((await own.visit(`${address}/api/session`)).response.status).toBe(401);
  expect(JSON.parse((await own.visit(`${address}/api/sign-in`)).body)).toMatchObject({ openid: { awaitsCode: true } });
  const send = (code: string, by = own) => by.visit(`${address}/api/sign-in/openid/code`, undefined, { code });
  expect((await send("123456", browser())).response.status).toBe(409);
  const wrong = await send("000000");
  expect([wrong.response.status, JSON.parse(wrong.body)]).toMatchObject([401, { field: "code", facts: { triesLeft: 4 } }]);
  expect((await send(new TOTP({ secret }).generate())).response.status).toBe(204);
  expect((await own.visit(`${address}/api/session`)).response.status).toBe(200);
  expect(JSON.parse((await own.visit(`${address}/api/sign-in`)).body)).toMatchObject({ openid: { awaitsCode: false } });
});
test("an account that is two people's opens neither", async () => {
  const [other] = await inCity<{ id: string }>("select id from identity.person where login = 'qianfa'");
  await link("wang-min");
  // As it could be before the whole city was asked: two districts, each with a row of its own.
  await database.ownerPool.query("alter table identity.external_identity drop constraint external_identity_pkey");
  await inCity("insert into identity.external_identity (district, issuer, subject, person_id, created_at) values ($1, $2, 'wang-min', $3, now())", [CITY.code, issuer, other?.id]);
  expect((await signInThere("wang-min")).response.status).toBe(403);
});
test("a provider that is away is told, and asked again the next time", async () => {
  provider.closeAllConnections();
  await new Promise((resolve) => { provider.close(resolve); });
  expect((await fetch(`${address}/api/sign-in/openid`, { redirect: "manual" })).status).toBe(503);
});
