import { appendAudit } from "#platform/audit/server";
import { createTestDatabase, inTransaction, type TestDatabase } from "#platform/db/server";
import { createHttpServer, type HttpServer } from "#platform/http/server";
import { Secret, TOTP } from "otpauth";
import type { PersonView, SessionView } from "../index.ts";
import { createIdentity, DEMO_PASSWORD, seedDemoPeople, type IdentityParts, type OpenIdConfig } from "./index.ts";

/** The city of these tests, and two of its districts. */
export const CITY = { code: "150700", name: { zh: "呼伦贝尔市", en: "Hulunbuir" }, districts: [{ code: "150702", name: { zh: "海拉尔区", en: "Hailar" } }, { code: "150703", name: { zh: "扎赉诺尔区", en: "Jalainur" } }] };
export const [HAILAR, JALAINUR] = ["150702", "150703"] as const;
export const ALL = [CITY.code, HAILAR, JALAINUR];
/** What a person of these tests changes a one-time password to. */
export const OWN_PASSWORD = "草原上的风吹过来了啊";
const QUIET = { info: () => undefined, warn: () => undefined, error: () => undefined };

type Method = "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
/** Somebody signed in. */
export type Client = { readonly cookie: string; readonly csrf: string };
type PeopleReply = { readonly people: PersonView[]; readonly total: number; readonly more: boolean; readonly bodies: { id: string; district: string }[]; readonly districts: { code: string }[] };

/** Identity on a database of its own, with the demo people, behind a server of its own; a test sets the clock. */
export type ExampleIdentity = Awaited<ReturnType<typeof exampleIdentity>>;

export async function exampleIdentity({ openid = null }: { readonly openid?: OpenIdConfig | null } = {}) {
  const time = { now: new Date("2026-11-24T02:00:00Z") };
  const clock = { machineNow: () => time.now, policyNow: () => time.now, drill: false };
  const database: TestDatabase = await createTestDatabase();
  const parts: IdentityParts = { pool: database.pool, clock, city: CITY, secret: Buffer.alloc(32, 5), publicUrl: "https://anxin.example.cn", audit: appendAudit(clock) };
  const serve = async (): Promise<HttpServer> => {
    const identity = createIdentity({ ...parts, openid, log: QUIET });
    const http = createHttpServer({ log: QUIET, publicUrl: parts.publicUrl, styleHash: "'sha256-x'", missing: async () => [], problemPage: () => "", authenticate: identity.authenticate, proxies: ["127.0.0.1"] });
    http.declare(...identity.routes(http));
    await http.ready();
    return http;
  };
  const servers = [await serve()];
  await seedDemoPeople(parts);

  async function call(client: Client | null, method: Method, url: string, payload?: unknown, from = "203.0.113.7") {
    const [server] = servers;
    if (server === undefined) throw new Error("no server");
    return server.app.inject({
      method, url, headers: { "x-forwarded-for": from, ...(client === null ? {} : { cookie: client.cookie, "x-csrf-token": client.csrf }), ...(payload === undefined ? {} : { "content-type": "application/json" }) },
      ...(payload === undefined ? {} : { payload: JSON.stringify(payload) }),
    });
  }
  const tryIn = (login: string, password = DEMO_PASSWORD, code?: string, from?: string) => call(null, "POST", "/api/sign-in", { login, password, ...(code === undefined ? {} : { code }) }, from);
  async function signIn(login: string, password?: string, code?: string): Promise<Client> {
    const reply = await tryIn(login, password, code);
    if (reply.statusCode !== 204) throw new Error(`${login}: ${reply.body}`);
    const cookie = String(reply.headers["set-cookie"]).split(";")[0] ?? "";
    return { cookie, csrf: (await call({ cookie, csrf: "" }, "GET", "/api/session")).json<SessionView>().csrfToken };
  }
  const sessionOf = async (client: Client): Promise<SessionView> => (await call(client, "GET", "/api/session")).json<SessionView>();
  const peopleOf = async (client: Client, after?: string): Promise<PeopleReply> => (await call(client, "GET", `/api/people${after === undefined ? "" : `?after=${after}`}`)).json<PeopleReply>();
  /** Adds somebody, who changes the one-time password at once. */
  async function employ(login: string, district: string, role: string): Promise<{ readonly id: string }> {
    const administrator = await signIn("guanli");
    const { id: bodyId } = (await call(administrator, "POST", "/api/bodies", { district, name: { zh: `机构 ${login}`, en: `Body of ${login}` } })).json<{ id: string }>();
    const { id, password } = (await call(administrator, "POST", "/api/people", { login, name: login, district, bodyId, role })).json<{ id: string; password: string }>();
    await call(await signIn(login, password), "POST", "/api/session/password", { current: password, next: OWN_PASSWORD });
    return { id };
  }
  /** Gives somebody a further post, at a new body of this district. */
  async function promote(id: string, bodyDistrict: string, role: string): Promise<void> {
    const administrator = await signIn("guanli");
    const { id: bodyId } = (await call(administrator, "POST", "/api/bodies", { district: bodyDistrict, name: { zh: `机构 ${id} ${role}`, en: "A further body" } })).json<{ id: string }>();
    const reply = await call(administrator, "POST", `/api/people/${id}/posts`, { bodyDistrict, bodyId, role });
    if (reply.statusCode !== 204) throw new Error(reply.body);
  }
  const codeAt = (secret: string): string => new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: time.now.getTime() });
  /** Sets up one-time codes; gives the secret an app would hold. */
  async function setUpCode(client: Client, password = DEMO_PASSWORD): Promise<string> {
    const { secret } = (await call(client, "POST", "/api/session/code")).json<{ secret: string }>();
    const reply = await call(client, "PUT", "/api/session/code", { code: codeAt(secret), password });
    if (reply.statusCode !== 204) throw new Error(reply.body);
    return secret;
  }
  const rows = async <Row extends object>(sql: string, values: unknown[] = []): Promise<Row[]> => (await inTransaction(database.pool, { districts: ALL, actor: "t" }, (tx) => tx.query<Row>(sql, values))).rows;
  return {
    time, database, parts, call, tryIn, signIn, sessionOf, peopleOf, employ, promote, codeAt, setUpCode, rows,
    later: (minutes: number) => { time.now = new Date(time.now.getTime() + minutes * 60_000); },
    /** The server ends and another process begins on the same database. */
    restart: async () => { await servers.shift()?.stop(); servers.push(await serve()); },
    audited: async (object?: string) => (await rows<{ action: string; actor: string; object: string; details: Record<string, unknown> }>("select action, actor, object, details from audit.entry order by at, district, seq")).filter((entry) => object === undefined || entry.object === object),
    stop: async () => { await servers[0]?.stop(); await database.drop(); },
  };
}
