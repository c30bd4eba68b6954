import { appendAudit } from "#platform/audit/server";
import type { Route } from "#platform/http/server";
import { ROLE_FACTS, ROLES, type Role, type SessionView } from "#platform/identity";
import { DEMO_PASSWORD, seedDemoPeople } from "#platform/identity/server";
import type { ServedPack } from "./served-pack.ts";

/** The city, the district whose officers ask, and another one. */
export const [CITY, HERE, THERE] = ["150700", "150702", "150703"] as const;
const PASSWORD = "西山的雪一直下到天亮";

/** What is sent: JSON, or a form with a file. */
export type Sent = { readonly type: string; readonly payload: string };
/** Who is signed in. */
export type Client = { readonly cookie: string; readonly csrf: string };
type Reply = { readonly statusCode: number; readonly body: string; readonly headers: Readonly<Record<string, unknown>>; json: <View>() => View };

/** A body as JSON is sent. */
export const json = (body: unknown): Sent => ({ type: "application/json", payload: JSON.stringify(body) });
/** May the role call a route that asks for one of these permissions? Told by hand, so that a change of roles is seen. */
export const mayCall = (role: Role, permissions: readonly string[]): boolean => PERMISSIONS[role].some((permission) => permissions.includes(permission));
const PERMISSIONS: Readonly<Record<Role, readonly string[]>> = {
  editor: ["notices.edit", "rules.edit", "headcounts.read", "registers.read"], releaser: ["notices.release", "rules.release", "levels.record", "headcounts.read", "registers.read"],
  reporter: ["headcounts.file", "registers.keep"], caseworker: ["cases.handle", "registers.keep", "registers.people"], administrator: ["people.manage"], auditor: ["audit.read"],
};

/** An officer of every role at the city, in the district that asks and in another one, signed in at a served pack. */
export type Officers = {
  readonly ask: (client: Client | null, method: Route["method"], url: string, sent: Sent | null) => Promise<Reply>;
  readonly send: (client: Client | null, method: Route["method"], url: string, body?: unknown) => Promise<Reply>;
  /** By role and place: `editor-here`. */
  readonly clientOf: (name: string) => Client;
  readonly people: ReadonlyMap<string, string>;
  /** Routes that are not open to everybody. */
  readonly closed: () => readonly Route[];
};

/** Seeds the demo people, adds the officers and signs them in. */
export async function employOfficers(served: ServedPack): Promise<Officers> {
  const { http } = served.serving;
  const clients = new Map<string, Client>();
  const people = new Map<string, string>();
  const ask: Officers["ask"] = async (client, method, url, sent) => http.app.inject({
    method, url, headers: { ...(client === null ? {} : { cookie: client.cookie, "x-csrf-token": client.csrf }), ...(sent === null ? {} : { "content-type": sent.type }) },
    ...(sent === null ? {} : { payload: sent.payload }),
  });
  const send: Officers["send"] = (client, method, url, body) => ask(client, method, url, body === undefined ? null : json(body));
  async function signIn(login: string, password: string): Promise<Client> {
    const reply = await send(null, "POST", "/api/sign-in", { login, password });
    if (reply.statusCode !== 204) throw new Error(`${login}: ${reply.body}`);
    const cookie = String(reply.headers["set-cookie"]).split(";")[0] ?? "";
    return { cookie, csrf: (await http.app.inject({ url: "/api/session", headers: { cookie } })).json<SessionView>().csrfToken };
  }
  const clock = { machineNow: () => served.machineNow, policyNow: () => served.machineNow, drill: true };
  await seedDemoPeople({ pool: served.database.pool, clock, city: served.pack.city, secret: Buffer.alloc(32, 9), publicUrl: "http://localhost:8080", audit: appendAudit(clock) });
  const administrator = await signIn("guanli", DEMO_PASSWORD);
  for (const [place, district] of [["city", CITY], ["here", HERE], ["there", THERE]] as const) {
    const body = (await send(administrator, "POST", "/api/bodies", { district, name: { zh: `机构${place}`, en: `Body ${place}` } })).json<{ id: string }>();
    for (const role of ROLES) {
      const added = (await send(administrator, "POST", "/api/people", { login: `${role}-${place}`, name: `${ROLE_FACTS[role].name.en} ${place}`, district, bodyId: body.id, role })).json<{ id: string; password: string }>();
      const first = await signIn(`${role}-${place}`, added.password);
      await send(first, "POST", "/api/session/password", { current: added.password, next: PASSWORD });
      people.set(`${role}-${place}`, added.id);
      clients.set(`${role}-${place}`, await signIn(`${role}-${place}`, PASSWORD));
    }
  }
  return {
    ask, send, people, closed: () => http.routes.filter(({ access }) => access.who !== "public"),
    clientOf: (name) => {
      const client = clients.get(name);
      if (client === undefined) throw new Error(`nobody is ${name}`);
      return client;
    },
  };
}
