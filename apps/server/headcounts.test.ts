import { appendAudit } from "#platform/audit/server";
import type { SessionView } from "#platform/identity";
import { DEMO_PASSWORD, seedDemoPeople } from "#platform/identity/server";
import { headcountFiling } from "#services/staying/server";
import { loadStaying } from "#services/staying";
import { loadNotices } from "#services/notices";
import { afterAll, beforeAll, expect, test } from "vitest";
import { BROWSER, serveShippedPack, until, type ServedPack } from "./served-pack.ts";

/** From a filing at the desk to the clause's page, through the whole server. */
let served: ServedPack;
let reporter: { readonly cookie: string; readonly "x-csrf-token": string };
beforeAll(async () => {
  served = await serveShippedPack();
  const { database: { pool }, clock, pack: { city } } = served;
  await seedDemoPeople({ pool, clock, city, secret: Buffer.alloc(32, 9), publicUrl: "http://localhost:8080", audit: appendAudit(clock) });
  const { app } = served.serving.http;
  const signedIn = await app.inject({ method: "POST", url: "/api/sign-in", payload: { login: "tianbao", password: DEMO_PASSWORD } });
  const cookie = String(signedIn.headers["set-cookie"]).split(";")[0] ?? "";
  reporter = { cookie, "x-csrf-token": (await app.inject({ url: "/api/session", headers: { cookie } })).json<SessionView>().csrfToken };
}, 60_000);
afterAll(() => served.stop());

const HEADCOUNT = { district: "150702", kind: "school", day: "2021-01-26", total: 100, staying: 80, leaving: 10, reasons: { medical: 10 } };
const file = (given: Readonly<Record<string, unknown>>, language = "zh-CN") => served.serving.http.app.inject({ method: "POST", url: "/api/staying/headcounts", headers: { ...reporter, "accept-language": language }, payload: { ...HEADCOUNT, body: "第一中学", commandKey: `file-${String(given["body"] ?? "first")}`, ...given } });
const page = async (path: string): Promise<string> => (await fetch(served.address + path, { headers: BROWSER })).text();

test("what is wrong is told by field, in the caller's language", async () => {
  const fieldsOf = async (given: Readonly<Record<string, unknown>>) => (await file(given)).json<{ errors: { field: string }[] }>().errors.map(({ field }) => field);
  expect(await fieldsOf({ total: null, staying: -1, reasons: { medical: 1.5 } })).toEqual(["total", "staying", "reasons.medical"]);
  expect(await fieldsOf({ day: "2021-01-27", staying: 95, reasons: {} })).toEqual(["day", "total", "reasons"]);
  expect((await file({ reasons: {} })).json()).toMatchObject({ status: 422, field: "reasons", problem: "各项原因合计 0 人，离开的是 10 人，对不上" });
  expect((await file({ reasons: {} }, "en")).json()).toMatchObject({ status: 422, field: "reasons", problem: "The reasons add up to 0, but 10 are leaving" });
  expect((await file({ district: "150703" }, "en")).json()).toMatchObject({ status: 403, field: "district", problem: "You do not file for this district" });
});

test("a command sent again is answered as before; its key stands for nothing else", async () => {
  expect([(await file({})).json(), (await file({})).json()]).toEqual([{ number: 1 }, { number: 1 }]);
  expect((await file({ staying: 81 })).statusCode).toBe(409);
});

test("the clause's page follows the fifth body at once, though it was kept before, and what another server filed soon after", async () => {
  for (const name of ["第二中学", "第三中学", "第四中学"]) expect((await file({ body: name })).statusCode).toBe(201);
  for (const path of ["/n/stay-put/travel", "/en/n/stay-put/travel"]) expect(await page(path)).not.toContain("id=\"staying\"");
  expect((await file({ body: "第五中学" })).statusCode).toBe(201);
  expect(await page("/n/stay-put/travel")).toContain("留下 80%，离开 10%，还没定 10%");
  expect(await page("/en/n/stay-put/travel")).toContain("80% stay, 10% leave, 10% not decided");
  expect(await page("/n/stay-put/relief")).not.toContain("id=\"staying\"");
  const { database: { pool }, clock, pack } = served;
  const { staying } = loadStaying(pack, loadNotices(pack).notices);
  if (staying === null) throw new Error("the shipped pack counts nobody");
  const elsewhere = headcountFiling({ pool, clock, audit: appendAudit(clock), staying });
  expect(await elsewhere("01890000-0000-7000-8000-00000000000b", "filed-elsewhere", { ...HEADCOUNT, district: "150703", body: "第六中学", total: 500, staying: 500, leaving: 0, reasons: {} })).toMatchObject({ kind: "filed" });
  await until(async () => (await page("/n/stay-put/travel")).includes("留下 90%，离开 5%，还没定 5%"));
});
