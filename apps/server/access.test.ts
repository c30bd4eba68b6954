import { makeDailyRoot } from "#platform/audit/server";
import { inTransaction, REFERENCE_TABLES } from "#platform/db/server";
import type { Route } from "#platform/http/server";
import { ROLES, type PersonView } from "#platform/identity";
import { keyring } from "#platform/keys/server";
import type { DraftView } from "#services/notices";
import type { RuleList, RuleView } from "#services/rules";
import type { HeadcountList, HeadcountSums } from "#services/staying";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { CITY, employOfficers, HERE, json, mayCall, THERE, type Officers, type Sent } from "./example-officers.ts";
import { putThingsThere } from "./example-records.ts";
import { serveShippedPack, type ServedPack } from "./served-pack.ts";

/** Who may do what, over everything the server answers: every route × every role × another district, with drafts, files and people that are really there. */
let served: ServedPack;
let officers: Officers;
beforeAll(async () => {
  served = await serveShippedPack({ oidc: { issuer: "https://id.example.cn", clientId: "anxin", clientSecret: "for the test", name: "市统一认证" } });
  officers = await employOfficers(served);
  // While the notice has the clauses that requests are bound to.
  await putThingsThere(officers);
}, 120_000);
afterAll(async () => { await served.stop(); });
const ask: Officers["ask"] = (...call) => officers.ask(...call);
const send: Officers["send"] = (...call) => officers.send(...call);
const clientOf: Officers["clientOf"] = (name) => officers.clientOf(name);
const closed = () => officers.closed();
const NOBODY = "01890000-0000-7000-8000-000000000000";
const addressOf = (url: string): string => url.replace(/:(?:id|postId)/gu, NOBODY).replace(/:\w+/gu, "nothing") + (url === "/api/audit" ? `?district=${CITY}` : "");

test("nothing that changes something is open to everybody, and under /api only the way in and what every resident may ask", () => {
  const open = served.serving.http.routes.filter(({ access }) => access.who === "public");
  expect(open.filter(({ method }) => method !== "GET").map(({ method, url }) => `${method} ${url}`).toSorted()).toEqual(["POST /api/sign-in", "POST /api/sign-in/openid/code", "POST /api/travel/decisions", "POST /api/travel/decisions.csv", ...["/en", ""].flatMap((language) => ["/lists/:register", "/read", "/requests/:type", "/track", "/track/move", "/track/nudge", "/track/rate", "/track/supplement"].map((path) => `POST ${language}${path}`))]);
  expect(open.filter(({ url }) => url.startsWith("/api/")).map(({ url }) => url).toSorted()).toEqual(["/api/ask/:rule", "/api/lists", "/api/lists/:register", "/api/lists/:register/entries.csv", "/api/lists/:register/places.geojson", "/api/openapi.json", "/api/requests", "/api/sign-in", "/api/sign-in", "/api/sign-in/openid", "/api/sign-in/openid/code", "/api/sign-in/openid/return", "/api/travel/decision", "/api/travel/decisions", "/api/travel/decisions.csv", "/api/travel/risk-areas"]);
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
      if (!mayCall(role, access.permissions)) expect([url, statusCode]).toEqual([url, 403]);
      else if (url === "/api/audit" && place !== "city") expect(statusCode).toBe(403);
      // Levels are the city's: a district's releaser records none.
      else if (url.startsWith("/api/travel/") && place !== "city") expect([403, 415, 422], url).toContain(statusCode);
      // What stands behind the city's drafts for officers of a district: below, with drafts that are there.
      else if (!url.startsWith("/api/notices") || place === "city") expect([200, 204, 400, 404, 409, 415, 422], `${method} ${url} ${statusCode}`).toContain(statusCode);
    }
  });
});

describe("rules of a district, with a draft that is there", () => {
  let draft: RuleView;
  const one = "/api/rules/drafts/:id";
  const begin = (district: string | undefined, commandKey: string) => ({ district, ruleKey: "travel", commandKey, from: null });
  const open = async (id: string) => (await send(clientOf("editor-there"), "GET", `/api/rules/drafts/${id}`)).json<RuleView>();
  beforeAll(async () => {
    const begun = await send(clientOf("editor-there"), "POST", "/api/rules/drafts", begin(THERE, "rule-of-there"));
    if (begun.statusCode !== 201) throw new Error(begun.body);
    draft = await open(begun.json<{ id: string }>().id);
  });
  const calls = (): readonly (readonly [Route["method"], string, unknown])[] => {
    const { draft: { revision }, content } = draft;
    return [
      ["GET", "/api/rules", undefined], ["POST", "/api/rules/drafts", begin(THERE, "rule-of-others")], ["GET", one, undefined], ["PUT", one, { revision, content }], ["POST", `${one}/try`, { facts: {} }],
      ["GET", `${one}/dmn`, undefined], ["POST", `${one}/dmn`, { revision, dmn: "<a/>", decision: null }], ...(["hand-in", "take-back", "discard"] as const).map((move) => ["POST", `${one}/${move}`, { revision }] as const),
      ["POST", `${one}/send-back`, { revision, reason: "第 1-03 条没有依据。" }], ["POST", `${one}/release`, { revision, commandKey: "release-rule", note: "" }],
    ];
  };
  test("every route to them is called here", () => {
    expect(calls().map(([method, url]) => `${method} ${url}`).toSorted()).toEqual(closed().filter(({ url }) => url.startsWith("/api/rules")).map(({ method, url }) => `${method} ${url}`).toSorted());
  });
  test("nobody of another district finds, opens, changes, moves or releases one, in any state; their own officers do", async () => {
    for (const state of ["draft", "in-check"]) {
      draft = await open(draft.draft.id);
      expect(draft.draft.state).toBe(state);
      for (const [method, url, body] of calls()) {
        const access = closed().find((route) => route.method === method && route.url === url)?.access;
        for (const role of ROLES) {
          const reply = await send(clientOf(`${role}-here`), method, url.replace(":id", draft.draft.id), body);
          const mayPass = access?.who === "permitted" && mayCall(role, access.permissions);
          if (url === "/api/rules" && mayPass) expect(reply.json<RuleList>().drafts).toEqual([]);
          // A file that is no table is refused before anything is looked for.
          else expect([role, method, url, reply.statusCode]).toEqual([role, method, url, !mayPass || url === "/api/rules/drafts" ? 403 : method === "POST" && url === `${one}/dmn` ? 422 : 404]);
        }
      }
      expect(await open(draft.draft.id)).toMatchObject({ draft: draft.draft, content: draft.content });
      if (state === "in-check") continue;
      expect((await send(clientOf("editor-there"), "GET", "/api/rules")).json<RuleList>().drafts).toHaveLength(1);
      expect((await send(clientOf("editor-there"), "POST", `${one.replace(":id", draft.draft.id)}/hand-in`, { revision: draft.draft.revision })).statusCode).toBe(200);
    }
    const back = await send(clientOf("releaser-there"), "POST", `${one.replace(":id", draft.draft.id)}/send-back`, { revision: draft.draft.revision, reason: "第 1-03 条没有依据。" });
    expect([back.statusCode, back.json<RuleView>().draft.sentBack]).toEqual([200, true]);
  });
});

test("headcounts of a district, with one that is there: nobody of another district files, sees a body or a sum; their own do, and the city's officers see all sums", async () => {
  const file = (who: string) => send(clientOf(who), "POST", "/api/staying/headcounts", { district: THERE, body: "某某学校", kind: "school", day: "2021-01-26", total: 40, staying: 30, leaving: 6, reasons: { other: 6 }, commandKey: `headcount-${who}` });
  const look = async <View>(who: string, what: string) => { const reply = await send(clientOf(who), "GET", `/api/staying/${what}`); return reply.statusCode === 200 ? reply.json<View>() : null; };
  const routes = closed().filter(({ url }) => url.startsWith("/api/staying")).map(({ method, url }) => `${method} ${url}`).toSorted();
  expect([routes, (await file("reporter-there")).statusCode, (await look<HeadcountList>("reporter-there", "headcounts"))?.bodies.length]).toEqual([["GET /api/staying/headcounts", "GET /api/staying/sums", "POST /api/staying/headcounts"], 201, 1]);
  for (const role of ROLES) {
    expect([role, (await file(`${role}-here`)).statusCode, (await look<HeadcountList>(`${role}-here`, "headcounts"))?.bodies]).toEqual([role, 403, role === "reporter" ? [] : undefined]);
    expect(await look<HeadcountSums>(`${role}-here`, "sums")).toEqual(mayCall(role, ["headcounts.read", "headcounts.file"]) ? expect.objectContaining({ day: null, places: [], city: null }) : null);
  }
  for (const who of ["editor-city", "releaser-city", "reporter-city", "editor-there"]) expect((await look<HeadcountSums>(who, "sums"))?.places.map(({ district, total }) => [district.code, total]), who).toEqual([[THERE, 40]]);
});

describe("the city's drafts, with a draft and its file that are there", () => {
  const TEXT = "某某市关于防寒的通知\n各区人民政府：\n一、保证供暖\n供热单位要每日巡查管网。\n某某市应急指挥部\n2027年1月5日\n";
  const importForm = (commandKey: string): Sent => {
    const field = (name: string, value: string, more = "") => `--edge\r\ncontent-disposition: form-data; name="${name}"${more}\r\n\r\n${value}\r\n`;
    return { type: "multipart/form-data; boundary=edge", payload: `${field("noticeKey", "stay-put")}${field("action", "amend")}${field("commandKey", commandKey)}${field("file", TEXT, '; filename="a.txt"')}--edge--\r\n` };
  };
  let draft: DraftView;
  beforeAll(async () => {
    const reply = await ask(clientOf("editor-city"), "POST", "/api/notices/drafts", importForm("import-access"));
    if (reply.statusCode !== 201) throw new Error(reply.body);
    draft = await open(reply.json<{ id: string }>().id);
  });
  const open = async (id: string) => (await send(clientOf("editor-city"), "GET", `/api/notices/drafts/${id}`)).json<DraftView>();

  /** Every route to drafts, as somebody would really call it: the draft that is there, its revision, content that holds. */
  function calls(): readonly { readonly method: Route["method"]; readonly url: string; readonly sent: Sent | null }[] {
    const { draft: { revision }, content } = draft;
    const words = { zh: "说明", en: "Words" };
    const complete = { ...content, title: words, titleSource: words, clauses: content.clauses.map((clause, at) => ({ ...clause, key: clause.key ?? `part-${at}`, title: words, summary: words })), acknowledged: draft.remarks.map(({ name }) => name) };
    const one = "/api/notices/drafts/:id";
    return [
      { method: "GET", url: "/api/notices/desk", sent: null }, { method: "GET", url: "/api/notices/drafts", sent: null },
      { method: "POST", url: "/api/notices/drafts", sent: importForm("import-again") },
      { method: "POST", url: "/api/notices/withdrawals", sent: json({ noticeKey: "stay-put", commandKey: "withdraw-access", reason: words }) },
      { method: "GET", url: one, sent: null }, { method: "GET", url: `${one}/original`, sent: null }, { method: "GET", url: `${one}/changes`, sent: null },
      { method: "PUT", url: one, sent: json({ revision, content: complete }) },
      ...(["hand-in", "take-back", "discard"] as const).map((move) => ({ method: "POST" as const, url: `${one}/${move}`, sent: json({ revision }) })),
      { method: "POST", url: `${one}/send-back`, sent: json({ revision, reason: "第一条漏了一项。" }) },
      { method: "POST", url: `${one}/release`, sent: json({ revision, commandKey: "release-access", note: "" }) },
    ];
  }
  const call = async (who: string, { method, url, sent }: ReturnType<typeof calls>[number]) => (await ask(clientOf(who), method, url.replace(":id", draft.draft.id), sent)).statusCode;
  const called = (method: string, url: string) => {
    const found = calls().find((each) => each.method === method && each.url === url);
    if (found === undefined) throw new Error(`${method} ${url}`);
    return found;
  };

  test("every route to them is called here", () => {
    const routes = closed().filter(({ url }) => url.startsWith("/api/notices")).map(({ method, url }) => `${method} ${url}`);
    expect(calls().map(({ method, url }) => `${method} ${url}`).toSorted()).toEqual(routes.toSorted());
  });
  // In both states something could be done to it: save and hand in first, release afterwards.
  test("nobody of a district opens, downloads, changes, moves or releases one, in any state it can be in", async () => {
    for (const state of ["draft", "in-check"]) {
      draft = await open(draft.draft.id);
      expect(draft.draft.state).toBe(state);
      for (const each of calls()) {
        const permissions = closed().find(({ method, url }) => method === each.method && url === each.url)?.access;
        for (const role of ROLES) {
          const mayPass = permissions?.who === "permitted" && mayCall(role, permissions.permissions);
          const isThere = each.method === "GET" && each.url.includes(":id");
          expect([role, each.method, each.url, await call(`${role}-here`, each)]).toEqual([role, each.method, each.url, mayPass && isThere ? 404 : 403]);
        }
      }
      expect(await open(draft.draft.id)).toEqual(draft);
      if (state === "in-check") continue;
      // The same calls by the city's own editor do what they say, so it was not the call that was refused.
      for (const url of ["", "/original", "/changes"]) expect([url, await call("editor-city", called("GET", `/api/notices/drafts/:id${url}`))]).toEqual([url, 200]);
      expect(await call("editor-city", called("PUT", "/api/notices/drafts/:id"))).toBe(200);
      draft = await open(draft.draft.id);
      expect(await call("editor-city", called("POST", "/api/notices/drafts/:id/hand-in"))).toBe(200);
    }
  });
  test("who of the city may not release neither sends back nor releases; the releaser does both", async () => {
    const back = called("POST", "/api/notices/drafts/:id/send-back");
    expect([await call("editor-city", back), await call("auditor-city", back), await call("administrator-city", back), await call("releaser-city", back)]).toEqual([403, 403, 403, 200]);
    draft = await open(draft.draft.id);
    expect(await call("editor-city", called("POST", "/api/notices/drafts/:id/hand-in"))).toBe(200);
    draft = await open(draft.draft.id);
    const release = called("POST", "/api/notices/drafts/:id/release");
    expect([await call("editor-city", release), await call("auditor-city", release), await call("administrator-city", release), await call("releaser-city", release)]).toEqual([403, 403, 403, 200]);
  });
});

describe("another district's rows are not there", () => {
  test("an administrator of one district sees, changes and adds nobody elsewhere", async () => {
    const administrator = clientOf("administrator-here");
    const list = (await send(administrator, "GET", "/api/people")).json<{ people: PersonView[] }>();
    expect(new Set(list.people.map(({ district }) => district))).toEqual(new Set([HERE]));
    const stranger = officers.people.get("editor-there") ?? "";
    const theirs = (await send(clientOf("administrator-there"), "GET", "/api/people")).json<{ people: PersonView[]; bodies: { id: string; district: string }[] }>();
    const [post] = theirs.people.find(({ id }) => id === stranger)?.posts ?? [];
    const [body] = theirs.bodies;
    const mine = officers.people.get("editor-here") ?? "";
    const calls = [
      ["PATCH", `/api/people/${stranger}`, { name: "别的名字" }], ["POST", `/api/people/${stranger}/password`, undefined],
      ["POST", `/api/people/${stranger}/posts`, { bodyDistrict: HERE, bodyId: body?.id ?? NOBODY, role: "administrator" }],
      ["DELETE", `/api/people/${stranger}/posts/${post?.id ?? NOBODY}`, undefined], ["POST", `/api/people/${stranger}/accounts`, { subject: "x" }],
      ["DELETE", `/api/people/${stranger}/accounts`, { issuer: "https://id.example.cn", subject: "x" }], ["DELETE", `/api/people/${stranger}/code`, undefined],
    ] as const;
    expect(calls.map(([method, url]) => `${method} ${url.replace(stranger, ":id").replace(post?.id ?? NOBODY, ":postId")}`).toSorted())
      .toEqual(closed().filter(({ url }) => url.startsWith("/api/people/")).map(({ method, url }) => `${method} ${url}`).toSorted());
    for (const [method, url, sent] of calls) {
      for (const role of ROLES) expect([role, method, url, (await send(clientOf(`${role}-here`), method, url, sent)).statusCode]).toEqual([role, method, url, role === "administrator" ? 404 : 403]);
    }
    // A body of another district is no place for a post either.
    expect((await send(administrator, "POST", `/api/people/${mine}/posts`, { bodyDistrict: THERE, bodyId: body?.id ?? NOBODY, role: "editor" })).statusCode).toBe(404);
    expect((await send(administrator, "POST", "/api/bodies", { district: THERE, name: { zh: "机构", en: "Body" } })).statusCode).toBe(403);
    expect((await send(administrator, "POST", "/api/people", { login: "new-there", name: "新人", district: THERE, bodyId: body?.id ?? NOBODY, role: "editor" })).statusCode).toBe(403);
    const after = (await send(clientOf("administrator-there"), "GET", "/api/people")).json<{ people: PersonView[] }>();
    expect(after.people.find(({ id }) => id === stranger)).toEqual(theirs.people.find(({ id }) => id === stranger));
    // The same call by their own administrator does what it says.
    expect((await send(clientOf("administrator-there"), "PATCH", `/api/people/${stranger}`, { name: "别的名字" })).statusCode).toBe(204);
  });
  test("an auditor of one district reads its own chain alone", async () => {
    const read = async (district: string) => (await send(clientOf("auditor-here"), "GET", `/api/audit?district=${district}`)).statusCode;
    expect([await read(HERE), await read(THERE), await read(CITY)]).toEqual([200, 403, 403]);
  });
  test("the database shows the server no row of a district it did not name, in any table but those declared to be everybody's", async () => {
    const { rows: tables } = await served.database.ownerPool.query<{ name: string }>("select table_schema || '.' || table_name as name from information_schema.columns where column_name = 'district' and table_schema not in ('pg_catalog', 'information_schema') order by 1");
    expect(tables.length).toBeGreaterThan(12);
    await fillTheRest();
    const countOthers = (districts: readonly string[]) => inTransaction(served.database.pool, { districts, actor: "t" }, async (tx) => {
      const counted = new Map<string, number>();
      for (const { name } of tables) {
        if (REFERENCE_TABLES.has(name)) continue;
        if ((await tx.query<{ may: boolean }>("select has_table_privilege(current_user, $1, 'select') as may", [name])).rows[0]?.may !== true) continue;
        counted.set(name, (await tx.query<{ others: number }>(`select count(*)::int as others from ${name} where district <> $1`, [HERE])).rows[0]?.others ?? -1);
      }
      return counted;
    });
    const there = await countOthers([CITY, HERE, THERE]);
    expect(there.size).toBeGreaterThan(12);
    // A table without rows of others would prove nothing.
    expect([...there].filter(([, others]) => others <= 0)).toEqual([]);
    expect([...await countOthers([HERE])].filter(([, others]) => others !== 0)).toEqual([]);
  });
});

/** Rows for the tables that nothing of the above writes to: a retired key, a signed root, an account of the city's sign-in, a try to sign in. */
async function fillTheRest(): Promise<void> {
  const { database: { pool }, clock, pack: { city } } = served;
  const keys = keyring({ pool, district: city.code, secret: Buffer.alloc(32, 9), clock });
  await keys.rotate("notices", "cli");
  await makeDailyRoot({ pool, city: city.code, districts: [THERE], clock, sign: (tx, bytes) => keys.sign(tx, "audit", bytes), publicKeys: keys.publicKeys, headsFile: join(served.dataFolder, "heads.jsonl") });
  const linked = await send(clientOf("administrator-there"), "POST", `/api/people/${officers.people.get("editor-there") ?? NOBODY}/accounts`, { subject: "x" });
  if (linked.statusCode !== 204) throw new Error(linked.body);
  // Tries are kept by name, whoever it is.
  await send(null, "POST", "/api/sign-in", { login: "nobody-at-all", password: "a wrong password" });
}
