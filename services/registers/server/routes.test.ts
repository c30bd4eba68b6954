import { createHttpServer, multipartReader, type HttpServer } from "#platform/http/server";
import { checkRecordType } from "#engines/registers";
import type { SignedIn } from "#platform/http";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { registerDeskRoutes } from "./desk-routes.ts";
import { EXAMPLE_TYPES, exampleRegisters, HERE, KEEPER, NUMBER, THERE, type ExampleRegisters } from "./example-registers.ts";
import { registerPortalRoutes } from "./portal-routes.ts";
import { publicListRoutes } from "./public-routes.ts";
import type { RegisterPageView } from "../portal-views.ts";

let at: ExampleRegisters;
let http: HttpServer;
const log: string[] = [];
/** Who asks, by a header of the test: keeps records here, those of people too, reads there. */
const people: Readonly<Record<string, readonly (readonly [string, readonly string[]])[]>> = { keeper: [["registers.keep", [HERE]], ["registers.people", [HERE]], ["registers.read", [HERE, THERE]]], reporter: [["registers.keep", [HERE]], ["registers.read", [HERE]]], reader: [["registers.read", [THERE]]], nobody: [] };
const signedIn = (who: string): SignedIn | null => (people[who] === undefined ? null : { personId: KEEPER, name: "某人", district: HERE, districts: [HERE, THERE], grants: new Map(people[who]), csrfToken: "t" });
const send = async (method: "GET" | "POST", url: string, { who = "keeper", body, type = "application/json", from = "10.0.0.1" }: { who?: string; body?: string | object; type?: string; from?: string } = {}) => {
  const reply = await http.app.inject({ method, url, remoteAddress: from, headers: { "x-who": who, "x-csrf-token": "t", ...(body === undefined ? {} : { "content-type": type }) }, ...(body === undefined ? {} : { payload: typeof body === "string" ? body : JSON.stringify(body) }) });
  return { status: reply.statusCode, text: reply.body, headers: reply.headers, json: () => JSON.parse(reply.body) as Record<string, unknown> };
};
const form = (fields: Readonly<Record<string, string>>) => ({ type: "multipart/form-data; boundary=x", body: `${Object.entries(fields).map(([name, value]) => `--x\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`).join("")}--x--\r\n` });
const shop = (name: string, more: object = {}) => ({ district: HERE, name, item: "mask", amount: 3, floor: 5, ...more });
let keys = 0;
const keep = (values: object, who = "keeper", register = "stock") => send("POST", `/api/registers/${register}/records`, { who, body: { commandKey: `routes-${keys += 1}`, id: null, base: null, values } });

beforeAll(async () => {
  at = await exampleRegisters({ findPlace: (text) => (text === "火车站" ? { latitude: 49.22, longitude: 119.73 } : null), bodiesOf: async (ids) => Object.fromEntries(ids.map((id) => [id, { zh: "卫健委", en: "Health commission" }])) });
  const { service, clock } = at;
  http = createHttpServer({
    log: { info: (event, facts) => { log.push(JSON.stringify([event, facts])); }, warn: () => undefined, error: (event, facts) => { log.push(JSON.stringify([event, facts])); } }, publicUrl: "http://localhost", styleHash: "sha256-x", problemPage: ({ problem }) => problem.problem.zh, missing: async () => [],
    authenticate: async (request) => signedIn(String(request.headers["x-who"])),
  });
  const readUpload = await multipartReader(http.app, { fileBytesMax: 1e6, fieldBytesMax: 1e6, fieldsMax: 20, bytesAtOnceMax: 1e7 });
  http.declare(...registerDeskRoutes({ ...service, http, clock, readUpload, kept: async () => { await service.keeper.refresh(); } }));
  http.declare(...publicListRoutes({ http, keeper: service.keeper, clock, setting: service.setting }));
  http.declare(...registerPortalRoutes({
    http, keeper: service.keeper, own: service.own, clock, setting: service.setting, readUpload,
    portal: { lists: (url, { registers }) => JSON.stringify({ url, registers: registers.map(({ type, count, openNow }) => [type.key, count, openNow]) }), register: (url, view) => JSON.stringify({ url, ...view, register: view.register.type.key }) },
  }));
  await http.ready();
  await service.keeper.refresh();
});
afterAll(async () => { await http.stop(); await at.stop(); });

describe("the desk", () => {
  test("keeps a record, lists it, shows it, and says what a register asks", async () => {
    const kept = await keep(shop("友谊商店"));
    expect(kept.status).toBe(200);
    const { id } = kept.json() as { id: string };
    expect((await send("GET", "/api/registers/stock/records?text=友谊")).json()).toMatchObject({ count: 1, rows: [{ id, number: 1, flags: ["short"], shown: { name: { zh: "友谊商店" } } }] });
    expect((await send("GET", `/api/registers/stock/records/${HERE}/${id}`)).json()).toMatchObject({ number: 1, values: { amount: 3 }, versions: [{ how: "form" }], names: { [KEEPER]: "某人" } });
    expect((await send("GET", "/api/registers/stock")).json()).toMatchObject({ mayKeep: true, freshness: { says: { zh: "每 1 天确认一次", en: "Confirmed every day" } }, districts: [{ code: HERE }, { code: THERE }] });
    expect((await send("GET", "/api/registers")).json()).toMatchObject({ registers: [{ key: "stock", count: 1, flagged: 1 }, { key: "reports" }, { key: "pay" }, { key: "sites" }], burden: [{ unit: { zh: "商店" }, fieldsPerWeek: 49 }, { fieldsPerWeek: 42 }] });
  });
  test("lets nobody keep records of districts that are not theirs, nor see them", async () => {
    expect((await keep(shop("别处", { district: THERE }))).status).toBe(403);
    expect((await keep(shop("别处"), "reader")).status).toBe(403);
    expect((await send("GET", "/api/registers/stock/records", { who: "nobody" })).status).toBe(403);
    expect((await send("GET", "/api/registers/stock/records", { who: "nobody-at-all" })).status).toBe(401);
    expect((await send("GET", "/api/registers/stock/records", { who: "reader" })).json()).toMatchObject({ rows: [] });
    expect((await send("GET", `/api/registers/stock/records?district=${HERE}`, { who: "reader" })).json()).toMatchObject({ rows: [], count: 0 });
  });
  test("shows registers of people to whoever may keep those, and to nobody else", async () => {
    const pay = { district: HERE, number: NUMBER, person: "张小三", due: 26_000 };
    const { id } = (await keep(pay, "keeper", "pay")).json() as { id: string };
    const one = { district: HERE, id, base: 1 };
    const ways = (who: string) => [
      () => send("GET", "/api/registers/pay", { who }), () => send("GET", "/api/registers/pay/records", { who }), () => send("GET", `/api/registers/pay/records/${HERE}/${id}`, { who }), () => send("GET", "/api/registers/pay/records.csv", { who }), () => send("GET", "/api/registers/pay/records.xlsx?personal=1", { who }),
      () => keep({ ...pay, due: 1 }, who, "pay"), () => send("POST", "/api/registers/pay/imports/preview", { who, ...form({ text: "旗市区\t姓名\n海拉尔区\t张\n" }) }), () => send("POST", "/api/registers/pay/imports", { who, ...form({ text: "旗市区\t姓名\n海拉尔区\t张\n", sha256: "0".repeat(64), commandKey: "import-pay" }) }),
      ...(["confirm", "remove", "bulk"] as const).map((command) => () => send("POST", `/api/registers/pay/${command}`, { who, body: { commandKey: `${command}-pay-one`, ...(command === "remove" ? { ...one, reason: "错" } : { records: [one] }), ...(command === "bulk" ? { field: "paid", value: 1 } : {}) } })),
    ];
    for (const who of ["reporter", "reader"]) for (const way of ways(who)) expect((await way()).status).toBe(403);
    const seen = async (who: string) => ((await send("GET", "/api/registers", { who })).json()["registers"] as { key: string }[]).map(({ key }) => key);
    expect([await seen("keeper"), await seen("reporter")]).toEqual([["stock", "reports", "pay", "sites"], ["stock", "reports", "sites"]]);
    for (const way of ways("keeper").slice(0, 5)) expect((await way()).status).toBe(200);
    expect((await send("POST", "/api/registers/pay/remove", { body: { commandKey: "remove-pay-two", ...one, reason: "试一试" } })).status).toBe(200);
  });
  test("tells what is wrong, field by field, and what changed meanwhile", async () => {
    expect((await keep(shop("", { amount: -1 }))).json()).toMatchObject({ status: 422, errors: [{ field: "name" }, { field: "amount" }] });
    const { id } = (await keep(shop("改店"))).json() as { id: string };
    const change = (base: number) => send("POST", "/api/registers/stock/records", { body: { commandKey: `routes-${keys += 1}`, id, base, values: shop("改店", { amount: 8 }) } });
    expect([(await change(1)).status, (await change(1)).status]).toEqual([200, 409]);
    expect((await send("GET", "/api/registers/nothing")).status).toBe(404);
    expect((await send("GET", "/api/registers/stock/records?asOf=never")).json()).toMatchObject({ status: 422, field: "asOf" });
  });
  test("answers what nobody should send with what is wrong with it, never as its own failure", async () => {
    const { id } = (await keep(shop("重店"))).json() as { id: string };
    const one = { district: HERE, id, base: 1 };
    const post = async (command: string, body: object) => (await send("POST", `/api/registers/stock/${command}`, { body: { commandKey: `routes-${keys += 1}`, ...body } })).status;
    expect(await post("records", { id: "abc", base: 1, values: shop("重店") })).toBe(422);
    expect(await post("records", { id, base: 1e12, values: shop("重店") })).toBe(422);
    expect(await post("confirm", { records: [{ ...one, id: "abc" }] })).toBe(422);
    expect(await post("bulk", { records: [{ ...one, district: "1507\u0000" }], field: "amount", value: 1 })).toBe(422);
    expect(await post("remove", { ...one, id: "-".repeat(36), reason: "x" })).toBe(422);
    const twice = await send("POST", "/api/registers/stock/confirm", { body: { commandKey: `routes-${keys += 1}`, records: [one, one] } });
    expect([twice.status, twice.json()]).toEqual([200, { count: 1 }]);
    expect(await post("bulk", { records: [{ ...one, base: 2 }, { ...one, base: 2 }], field: "amount", value: 7 })).toBe(200);
    expect(await post("bulk", { records: [{ ...one, base: 3 }, { ...one, base: 2 }], field: "amount", value: 8 })).toBe(409);
    const cursor = (parts: unknown) => Buffer.from(JSON.stringify(parts)).toString("base64url");
    const asked = async (query: string) => (await send("GET", `/api/registers/stock/records?${query}`)).status;
    for (const after of [cursor(["name", "a", id]), cursor(["recorded", "a", id]), cursor(["a", id]), cursor(["recorded", "2021-01-26T01:00:00.000Z", "-".repeat(36)]), cursor(["recorded", "2021-13-26T01:00:00.000Z", id]), cursor(null), cursor({}), "%%%"]) {
      expect([after, await asked(`sort=recorded&after=${encodeURIComponent(after)}`)]).toEqual([after, 422]);
    }
    expect(await asked(`stale=1&after=${cursor(["recorded", "2021-01-26T01:00:00.000Z", id])}`)).toBe(422);
    for (const query of ["flag=a%00", "text=a%00b", "district=1507%00", "asOf=-270000-01-01T00:00:00Z", "asOf=0001-01-01T00:00:00Z", "sort=other"]) expect([query, await asked(query)]).toEqual([query, 422]);
    for (const query of [`sort=recorded&after=${cursor(["recorded", "2021-01-26T01:00:00.000Z", id])}`, `after=${cursor(["name", "a", id])}`, "flag=&district=&after=&asOf="]) expect([query, await asked(query)]).toEqual([query, 200]);
    expect(await post("remove", { ...one, base: 3, reason: "试完了" })).toBe(200);
  });
  test("imports the table that was looked at, and no other", async () => {
    const text = "旗市区\t商店\t物资\t数量\n海拉尔区\t表店\t口罩\t4\n海拉尔区\t坏店\t金子\t4\n";
    const preview = (await send("POST", "/api/registers/stock/imports/preview", form({ text }))).json();
    expect(preview).toMatchObject({ rows: 2, counts: { new: 1, changed: 0, same: 0, wrong: 1 }, columns: [{ field: "district" }, { field: "name" }, { field: "item" }, { field: "amount" }], shown: [{ line: 2, kind: "new", name: "表店 口罩" }, { line: 3, kind: "wrong", faults: [{ field: "item" }] }] });
    const sha256 = String(preview["sha256"]);
    expect((await send("POST", "/api/registers/stock/imports", form({ text: `${text} `, sha256, commandKey: "import-one" }))).status).toBe(409);
    expect((await send("POST", "/api/registers/stock/imports", form({ text, sha256, commandKey: "import-one" }))).status).toBe(422);
    expect((await send("POST", "/api/registers/stock/imports", form({ text, sha256, commandKey: "import-one", leaveOutWrong: "1" })))).toMatchObject({ status: 201, text: JSON.stringify({ new: 1, changed: 0, same: 0, leftOut: 1 }) });
  });
  test("exports what the list shows", async () => {
    const file = await send("GET", "/api/registers/stock/records.csv?text=表店");
    expect([file.status, file.text.replace("\ufeff", ""), file.headers["content-disposition"]]).toEqual([200, "旗市区,商店,物资,数量,底线,到期,价值\r\n海拉尔区,表店,口罩,4,,,\r\n", "attachment; filename=\"stock.csv\"; filename*=UTF-8''%E7%89%A9%E8%B5%84%E5%BA%93%E5%AD%98.csv"]);
    expect((await send("GET", "/api/registers/pay/records.csv?personal=1", { who: "reader" })).status).toBe(403);
  });
});

describe("residents", () => {
  const view = async (address: string) => (await send("GET", address, { who: "-" })).json() as unknown as Omit<RegisterPageView, "register"> & { url: string };
  beforeAll(async () => {
    for (const [name, hours, point] of [["东站", "每天 00:00-24:00", { latitude: 49.3, longitude: 119.7 }], ["西站", "工作日 08:00-17:00；休息日 09:00-12:00", { latitude: 49.22, longitude: 119.74 }], ["北站", "每天 12:00-13:00", null], ["无时间", null, null]] as const) {
      await keep({ district: HERE, name, address: `${name}路1号`, ...(hours === null ? {} : { hours }), ...(point === null ? {} : { point }) }, "keeper", "sites");
    }
  });
  test("find places, open ones first, nearest first", async () => {
    expect((await view("/lists/sites")).places?.map(({ name, open }) => [name, open.kind])).toEqual([["东站", "open"], ["西站", "open"], ["北站", "closed"], ["无时间", "unknown"]]);
    const near = await view("/lists/sites?near=火车站&open=1");
    expect(near.places?.map(({ name, kilometres, confirmedBy }) => [name, kilometres, confirmedBy?.zh])).toEqual([["西站", 0.7, "卫健委"], ["东站", 9.2, "卫健委"]]);
    expect((await view("/lists/sites?near=49.3,119.7")).places?.[0]).toMatchObject({ name: "东站", kilometres: 0, open: { always: true } });
    expect(await view("/en/lists/sites?near=%E6%9C%88%E7%90%83")).toMatchObject({ url: "/en/lists/sites?near=%E6%9C%88%E7%90%83", nearFault: { field: "near" } });
    expect((await view("/lists/sites?district=150703")).places).toEqual([]);
    expect((await view(`/lists/sites?district=150703`)).opensNext).toMatchObject({ name: "北站", open: { opensAt: "2021-01-26T04:00:00.000Z" } });
    expect((await send("GET", "/lists/reports")).status).toBe(404);
    expect((await view("/lists")) as unknown).toMatchObject({ registers: [["stock", 3, null], ["pay", 0, null], ["sites", 4, 2]] });
  });
  test("see sums of five or more, and none of fewer", async () => {
    expect((await view("/lists/stock")).totals).toMatchObject([{ keptBack: true, entries: 0, sums: [] }]);
    for (const name of ["己店", "庚店", "辛店"]) await keep(shop(name));
    expect((await view("/lists/stock")).totals).toMatchObject([{ by: { zh: "口罩" }, entries: 6, keptBack: false, sums: [{ shown: { zh: "24箱" } }], flags: [{ name: { zh: "短缺" }, entries: 4 }, { entries: 0 }] }]);
  });
  test("and programs get the same as JSON, CSV and GeoJSON", async () => {
    expect((await send("GET", "/api/lists")).json()).toMatchObject({ lists: [{ key: "stock" }, { key: "pay", count: null }, { key: "sites", openNow: 2 }] });
    expect((await send("GET", "/api/lists/sites?open=1")).json()).toMatchObject({ key: "sites", more: false, places: [{ name: "东站" }, { name: "西站" }], list: null });
    expect((await send("GET", "/api/lists/sites/entries.csv")).text.split("\r\n")[1]).toBe("海拉尔区,东站,东站路1号,,每天 00:00-24:00,开门,2021-01-26T01:00:00.000Z");
    expect((await send("GET", "/api/lists/sites/places.geojson")).json()).toMatchObject({ type: "FeatureCollection", features: [{ geometry: { coordinates: [119.7, 49.3] }, properties: { name: "东站" } }, {}] });
    expect((await send("GET", "/api/lists/stock/places.geojson")).status).toBe(404);
  });
  test("find their own entry by name and number in the body, and a stranger who tries numbers out is stopped", async () => {
    await keep({ district: HERE, number: NUMBER, person: "张小三", due: 26_000, paid: 26_000 }, "keeper", "pay");
    const look = async (fields: Readonly<Record<string, string>>) => send("POST", "/lists/pay", { who: "-", ...form(fields) });
    expect((await view("/lists/pay")).own).toEqual({ entries: null, faults: [], person: "" });
    expect((await look({ person: "张小三", identity: NUMBER })).json()).toMatchObject({ own: { person: "张小三", entries: [{ facts: [{ shown: { zh: "260元" } }, {}], flags: [] }] } });
    const nothing = await look({ person: "李四", identity: NUMBER });
    expect([nothing.status, nothing.json()["own"]]).toEqual([200, { entries: [], faults: [], person: "李四" }]);
    expect((await look({ person: "李四", identity: "1" })).status).toBe(422);
    for (let round = 0; round < 7; round += 1) await look({ person: "李四", identity: NUMBER });
    expect((await look({ person: "张小三", identity: NUMBER })).status).toBe(429);
    // Who has one address of the sixth version has 2^64 of them.
    const guess = async (host: number) => (await send("POST", "/lists/pay", { who: "-", from: `2001:db8:1:2::${host.toString(16)}`, ...form({ person: "李四", identity: NUMBER }) })).status;
    const statuses = await Promise.all(Array.from({ length: 30 }, (_, place) => guess(place + 1)));
    expect(statuses.filter((status) => status === 200)).toHaveLength(10);
    expect((await send("POST", "/lists/sites", form({ person: "x", identity: NUMBER }))).status).toBe(404);
  });
});

test("nothing personal was logged on the way", () => {
  expect(log.length).toBeGreaterThan(20);
  expect(log.join("")).not.toMatch(/小三|1101011990/u);
});
test("types of the example are sound", () => { expect(EXAMPLE_TYPES.flatMap(checkRecordType)).toEqual([]); });
