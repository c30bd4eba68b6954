import { appendAudit } from "#platform/audit/server";
import { inTransaction } from "#platform/db/server";
import type { Route } from "#platform/http/server";
import type { PersonView, SessionView } from "#platform/identity";
import { DEMO_PASSWORD, seedDemoPeople } from "#platform/identity/server";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { serveShippedPack, type ServedPack } from "./served-pack.ts";

/** Who may do what, over everything the server answers: every route × every role × another district. */
const ROLES = ["editor", "releaser", "administrator", "auditor"] as const;
type Role = (typeof ROLES)[number];
const PERMISSION: Readonly<Record<Role, string>> = { editor: "notices.edit", releaser: "notices.release", administrator: "people.manage", auditor: "audit.read" };
const [CITY, HERE, THERE] = ["150700", "150702", "150703"];
const PASSWORD = "西山的雪一直下到天亮";

let served: ServedPack;
type Client = { readonly cookie: string; readonly csrf: string };
const clients = new Map<string, Client>();
const people = new Map<string, string>();

beforeAll(async () => {
  served = await serveShippedPack();
  const clock = { machineNow: () => served.machineNow, policyNow: () => served.machineNow, drill: true };
  await seedDemoPeople({ pool: served.database.pool, clock, city: served.pack.city, secret: Buffer.alloc(32, 9), publicUrl: "http://localhost:8080", audit: appendAudit(clock) });
  const administrator = await signIn("guanli", DEMO_PASSWORD);
  for (const [place, district] of [["city", CITY], ["here", HERE], ["there", THERE]] as const) {
    const body = (await send(administrator, "POST", "/api/bodies", { district, name: { zh: `机构${place}`, en: `Body ${place}` } })).json<{ id: string }>();
    for (const role of ROLES) {
      const added = (await send(administrator, "POST", "/api/people", { login: `${role}-${place}`, name: `${role} ${place}`, district, bodyId: body.id, role })).json<{ id: string; password: string }>();
      const first = await signIn(`${role}-${place}`, added.password);
      await send(first, "POST", "/api/session/password", { current: added.password, next: PASSWORD });
      people.set(`${role}-${place}`, added.id);
      clients.set(`${role}-${place}`, await signIn(`${role}-${place}`, PASSWORD));
    }
  }
}, 120_000);
afterAll(async () => { await served.stop(); });

async function send(client: Client | null, method: Route["method"], url: string, body?: unknown) {
  return served.serving.http.app.inject({
    method, url, headers: { ...(client === null ? {} : { cookie: client.cookie, "x-csrf-token": client.csrf }), ...(body === undefined ? {} : { "content-type": "application/json" }) },
    ...(body === undefined ? {} : { payload: JSON.stringify(body) }),
  });
}
async function signIn(login: string, password: string): Promise<Client> {
  const reply = await send(null, "POST", "/api/sign-in", { login, password });
  if (reply.statusCode !== 204) throw new Error(`${login}: ${reply.body}`);
  const cookie = String(reply.headers["set-cookie"]).split(";")[0] ?? "";
  return { cookie, csrf: (await served.serving.http.app.inject({ url: "/api/session", headers: { cookie } })).json<SessionView>().csrfToken };
}
const clientOf = (name: string): Client => {
  const client = clients.get(name);
  if (client === undefined) throw new Error(`nobody is ${name}`);
  return client;
};
const NOBODY = "01890000-0000-7000-8000-000000000000";
const addressOf = (url: string): string => url.replace(/:(?:id|postId)/gu, NOBODY).replace(/:\w+/gu, "nothing") + (url === "/api/audit" ? `?district=${CITY}` : "");
const closed = (): Route[] => served.serving.http.routes.filter(({ access }) => access.who !== "public");

test("nothing that changes something, and nothing under /api but the way in, is open to everybody", () => {
  const open = served.serving.http.routes.filter(({ access }) => access.who === "public");
  expect(open.filter(({ method }) => method !== "GET").map(({ method, url }) => `${method} ${url}`).toSorted()).toEqual(["POST /api/sign-in", "POST /en/read", "POST /read"]);
  expect(open.filter(({ url }) => url.startsWith("/api/")).map(({ url }) => url).toSorted()).toEqual(["/api/openapi.json", "/api/sign-in", "/api/sign-in"]);
  for (const { access } of served.serving.http.routes) expect(access.why.length).toBeGreaterThan(5);
});
test("without a sign-in every closed route answers 401, with a wrong token 403", async () => {
  expect(closed().length).toBeGreaterThan(20);
  for (const { method, url } of closed()) {
    expect([url, (await send(null, method, addressOf(url))).statusCode]).toEqual([url, 401]);
    if (method === "GET") continue;
    const forged = await send({ ...clientOf("editor-city"), csrf: "guessed" }, method, addressOf(url));
    expect([method, url, forged.statusCode]).toEqual([method, url, 403]);
  }
});
describe.each(ROLES.flatMap((role) => (["city", "here"] as const).map((place) => [role, place] as const)))("%s of the %s", (role, place) => {
  test("is refused by every route the role does not permit, and by no other", async () => {
    for (const { method, url, access } of closed()) {
      if (url === "/api/sign-out" || access.who !== "permitted") continue;
      const { statusCode } = await send(clientOf(`${role}-${place}`), method, addressOf(url), method === "GET" || method === "DELETE" ? undefined : {});
      const mayPass = access.permissions.includes(PERMISSION[role]);
      // Drafts and notices are the city's: a district's officer is let to the route and finds nothing behind it.
      const behind = url.startsWith("/api/notices") && place !== "city" ? [403, 404, 415, 422] : [200, 204, 400, 404, 409, 415, 422];
      if (!mayPass) expect([url, statusCode]).toEqual([url, 403]);
      else if (url === "/api/audit" && place !== "city") expect(statusCode).toBe(403);
      else expect(behind, `${method} ${url} ${statusCode}`).toContain(statusCode);
    }
  });
});

describe("another district's rows are not there", () => {
  test("an administrator of one district sees, changes and adds nobody elsewhere", async () => {
    const administrator = clientOf("administrator-here");
    const list = (await send(administrator, "GET", "/api/people")).json<{ people: PersonView[] }>();
    expect(new Set(list.people.map(({ district }) => district))).toEqual(new Set([HERE]));
    const stranger = people.get("editor-there") ?? "";
    const theirs = (await send(clientOf("administrator-there"), "GET", "/api/people")).json<{ people: PersonView[]; bodies: { id: string; district: string }[] }>();
    const [post] = theirs.people.find(({ id }) => id === stranger)?.posts ?? [];
    const [body] = theirs.bodies;
    const tries = [
      send(administrator, "PATCH", `/api/people/${stranger}`, { active: false }), send(administrator, "POST", `/api/people/${stranger}/password`),
      send(administrator, "POST", `/api/people/${stranger}/posts`, { bodyDistrict: HERE, bodyId: body?.id ?? NOBODY, role: "administrator" }),
      send(administrator, "DELETE", `/api/people/${stranger}/posts/${post?.id ?? NOBODY}`), send(administrator, "POST", `/api/people/${stranger}/accounts`, { subject: "x" }),
      send(administrator, "DELETE", `/api/people/${stranger}/accounts`, { issuer: "https://id.example.cn", subject: "x" }), send(administrator, "DELETE", `/api/people/${stranger}/code`),
    ];
    expect((await Promise.all(tries)).map(({ statusCode }) => statusCode)).toEqual([404, 404, 404, 404, 404, 404, 404]);
    expect((await send(administrator, "POST", "/api/bodies", { district: THERE, name: { zh: "机构", en: "Body" } })).statusCode).toBe(403);
    expect((await send(administrator, "POST", "/api/people", { login: "new-there", name: "新人", district: THERE, bodyId: body?.id ?? NOBODY, role: "editor" })).statusCode).toBe(403);
    expect((await send(clientOf("administrator-there"), "GET", "/api/people")).json<{ people: PersonView[] }>().people.find(({ id }) => id === stranger)?.active).toBe(true);
  });
  test("an auditor of one district reads its own chain alone", async () => {
    const read = async (district: string) => (await send(clientOf("auditor-here"), "GET", `/api/audit?district=${district}`)).statusCode;
    expect([await read(HERE), await read(THERE), await read(CITY)]).toEqual([200, 403, 403]);
  });
  test("the database shows the server no row of a district it did not name, in any table", async () => {
    const { rows: tables } = await served.database.ownerPool.query<{ name: string }>("select table_schema || '.' || table_name as name from information_schema.columns where column_name = 'district' and table_schema not in ('pg_catalog', 'information_schema') order by 1");
    expect(tables.length).toBeGreaterThan(12);
    await inTransaction(served.database.pool, { districts: [HERE], actor: "t" }, async (tx) => {
      for (const { name } of tables) {
        const allowed = (await tx.query<{ may: boolean }>("select has_table_privilege(current_user, $1, 'select') as may", [name])).rows[0]?.may === true;
        if (!allowed) continue;
        const { rows: [found] } = await tx.query<{ others: number }>(`select count(*)::int as others from ${name} where district <> $1`, [HERE]);
        expect([name, found?.others]).toEqual([name, 0]);
      }
    });
  });
});
