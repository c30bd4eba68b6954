import { inTransaction } from "#platform/db/server";
import { ROLES } from "#platform/identity";
import type { Route } from "#platform/http/server";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { CITY, employOfficers, HERE, json, mayCall, THERE, type Officers, type Sent } from "./example-officers.ts";
import { formOf, paymentOf, putThingsThere, siteOf, TABLE, type ThingsThere } from "./example-records.ts";
import { serveShippedPack, type ServedPack } from "./served-pack.ts";

/** Who may do what with cases and registers: every route × every role, with a case and records of another district that are really there. */
let served: ServedPack;
let officers: Officers;
let there: ThingsThere;
beforeAll(async () => {
  served = await serveShippedPack();
  officers = await employOfficers(served);
  there = await putThingsThere(officers);
}, 120_000);
afterAll(async () => { await served.stop(); });

type Call = { readonly method: Route["method"]; readonly url: string; readonly address: string; readonly sent: Sent | null; /** What somebody of another district who may call it gets. */ readonly foreign: number };

/** Every closed route to cases and registers, called as somebody would who wants what is the other district's. */
function calls(): readonly Call[] {
  const [oneCase, record] = ["/api/cases/:district/:number", "/api/registers/:key/records/:district/:id"];
  const at = (url: string, register = "testing-sites"): string => url.replace(":key", register).replace(":district", THERE).replace(":number", there.number).replace("files/:id", `files/${there.fileId}`).replace(":id", there.site.id);
  const get = (url: string, foreign: number, more = ""): Call => ({ method: "GET", url, address: `${at(url)}${more}`, sent: null, foreign });
  const post = (url: string, body: unknown, foreign: number): Call => ({ method: "POST", url, address: at(url), sent: json(body), foreign });
  const command = (of: string) => ({ commandKey: `foreign-${of}`, revision: there.revision });
  const [site] = [{ district: THERE, id: there.site.id, base: there.site.number }];
  return [
    get("/api/cases/worklist", 200), get("/api/cases/types", 200), get("/api/cases/find", 200, `?number=${there.number}`), get("/api/cases/export.csv", 200), get(oneCase, 404), get(`${oneCase}/files/:id`, 404),
    post("/api/cases", { commandKey: "foreign-open", type: "concern", via: "telephone", answers: { district: THERE, way: "ask", topic: "other", question: "问一件事" }, contact: { name: null, telephone: null, forWhom: null } }, 403),
    post(`${oneCase}/moves`, { ...command("move"), move: "find-no-hazard", answers: {}, reason: "没有", record: null }, 404), post(`${oneCase}/assign`, { ...command("assign"), person: null }, 404),
    post(`${oneCase}/notes`, { ...command("note"), text: "看过" }, 404), post(`${oneCase}/merge`, { ...command("merge"), into: { district: THERE, number: there.number } }, 404), post(`${oneCase}/hand-over`, { ...command("hand"), district: HERE, reason: "归我们" }, 404),
    get("/api/registers", 200), get("/api/registers/:key", 200), get("/api/registers/:key/records", 200), get("/api/registers/:key/records.csv", 200), get("/api/registers/:key/records.xlsx", 200), get(record, 404),
    post("/api/registers/:key/records", { commandKey: "foreign-keep", id: null, base: null, values: siteOf(THERE, "别的地方") }, 403), post("/api/registers/:key/confirm", { commandKey: "foreign-confirm", records: [site] }, 403),
    post("/api/registers/:key/remove", { commandKey: "foreign-remove", ...site, reason: "不要了" }, 403), post("/api/registers/:key/bulk", { commandKey: "foreign-bulk", records: [site], field: "address", value: "别处" }, 403),
    { method: "POST", url: "/api/registers/:key/imports/preview", address: at("/api/registers/:key/imports/preview"), sent: formOf({ text: TABLE("扎赉诺尔区") }), foreign: 200 },
    { method: "POST", url: "/api/registers/:key/imports", address: at("/api/registers/:key/imports"), sent: formOf({ text: TABLE("扎赉诺尔区"), sha256: "0".repeat(64), commandKey: "foreign-import" }), foreign: 409 },
  ];
}
const call = (who: string, { method, address, sent }: Call) => officers.ask(officers.clientOf(who), method, address, sent);
/** Words that stand in what is the other district's alone. */
const THEIRS = /演练市场|演练检测点|演练医院|通道堵了|王某|13900000002/u;

test("every closed route to cases and registers is called here", () => {
  const routes = officers.closed().filter(({ url }) => /^\/api\/(?:cases|registers)/u.test(url)).map(({ method, url }) => `${method} ${url}`);
  expect(calls().map(({ method, url }) => `${method} ${url}`).toSorted()).toEqual(routes.toSorted());
});

describe.each(ROLES)("%s of another district", (role) => {
  test("is refused by every route the role does not permit; by the others gets nothing of the district, and changes nothing there", async () => {
    for (const each of calls()) {
      const access = officers.closed().find(({ method, url }) => method === each.method && url === each.url)?.access;
      const mayPass = access?.who === "permitted" && mayCall(role, access.permissions);
      const { statusCode, body } = await call(`${role}-here`, each);
      expect([role, each.method, each.url, statusCode]).toEqual([role, each.method, each.url, mayPass ? each.foreign : 403]);
      // A table that is looked at comes back to whoever sent it.
      if (each.url !== "/api/registers/:key/imports/preview") expect(body).not.toMatch(THEIRS);
    }
  });
});

test("a line of another district in a table is told as not the caller's, and is not taken", async () => {
  const preview = await officers.ask(officers.clientOf("caseworker-here"), "POST", "/api/registers/testing-sites/imports/preview", formOf({ text: TABLE("扎赉诺尔区") }));
  const { counts, sha256 } = preview.json<{ counts: { wrong: number; new: number }; sha256: string }>();
  expect(counts).toMatchObject({ wrong: 1, new: 0 });
  const imported = await officers.ask(officers.clientOf("caseworker-here"), "POST", "/api/registers/testing-sites/imports", formOf({ text: TABLE("扎赉诺尔区"), sha256, commandKey: "import-of-others", leaveOutWrong: "1" }));
  expect([imported.statusCode, imported.statusCode === 201 ? imported.json<{ new: number }>().new : 0]).toEqual([imported.statusCode, 0]);
});

test("the district's own officers and the city's see and handle what is there, so it was not the calls that were refused", async () => {
  for (const who of ["caseworker-there", "caseworker-city"]) {
    const seen = await Promise.all(calls().filter(({ method }) => method === "GET").map(async (each) => ({ url: each.url, status: (await call(who, each)).statusCode, body: (await call(who, each)).body })));
    expect(seen.filter(({ status }) => status !== 200)).toEqual([]);
    for (const url of ["/api/cases/worklist", "/api/cases/find", "/api/cases/export.csv", "/api/cases/:district/:number", "/api/registers/:key/records", "/api/registers/:key/records.csv"]) expect([who, url, THEIRS.test(seen.find((each) => each.url === url)?.body ?? "")]).toEqual([who, url, true]);
  }
  const note = await officers.send(officers.clientOf("caseworker-there"), "POST", `/api/cases/${THERE}/${there.number}/notes`, { commandKey: "own-note-again", revision: there.revision, text: "还在看" });
  expect(note.statusCode).toBe(200);
});

test("records of people are there for caseworkers of the district alone: no reporter and no editor of notices sees, keeps or exports one", async () => {
  const person = paymentOf(THERE).person;
  for (const who of ["reporter-there", "reporter-city", "editor-there", "editor-city", "releaser-city", "caseworker-here"]) {
    const isKeeper = who === "caseworker-here";
    const address = `/api/registers/relief-payments/records`;
    const asked = await Promise.all([`${address}/${THERE}/${there.payment.id}`, `${address}.csv?personal=1`, address, "/api/registers/relief-payments"].map((url) => officers.send(officers.clientOf(who), "GET", url)));
    expect([who, asked.map(({ statusCode }) => statusCode)]).toEqual([who, isKeeper ? [404, 200, 200, 200] : [403, 403, 403, 403]]);
    expect(asked.map(({ body }) => body).join("")).not.toMatch(new RegExp(`${person}|演\\*1`, "u"));
    const registers = (await officers.send(officers.clientOf(who), "GET", "/api/registers")).json<{ registers: { key: string }[] }>().registers.map(({ key }) => key);
    expect([who, registers.includes("testing-sites"), registers.includes("relief-payments"), registers.includes("care-calls")]).toEqual([who, true, isKeeper, isKeeper]);
  }
  expect((await officers.send(officers.clientOf("caseworker-there"), "GET", `/api/registers/relief-payments/records/${THERE}/${there.payment.id}`)).body).toContain(person);
});

test("whoever may read records and not keep them gets no export of people", async () => {
  const personal = (who: string) => officers.send(officers.clientOf(who), "GET", "/api/registers/relief-payments/records.csv?personal=1");
  expect((await personal("editor-there")).statusCode).toBe(403);
  const own = await personal("caseworker-there");
  expect([own.statusCode, own.body.includes(paymentOf(THERE).person), own.body.includes(paymentOf(THERE)["identity-number"])]).toEqual([200, true, false]);
  const entries = await inTransaction(served.database.pool, { districts: [CITY, HERE, THERE], actor: "t" }, async (tx) => (await tx.query<{ action: string; said: string }>("select action, details::text || object as said from audit.entry")).rows);
  expect(entries.map(({ action }) => action)).toEqual(expect.arrayContaining(["registers.export", "cases.read", "cases.open"]));
  expect(entries.map(({ said }) => said).join(" ")).not.toMatch(/演练甲01|150799195001010012|王某|13900000002|通道堵了/u);
});

test("a receipt of the district shows its case to whoever holds it, and to nobody who guesses", async () => {
  const track = (secret: string) => officers.ask(null, "POST", "/track", formOf({ number: there.number, secret }));
  const guessed = await track("AAAAAAAA");
  expect([guessed.statusCode, THEIRS.test(guessed.body)]).toEqual([422, false]);
});
