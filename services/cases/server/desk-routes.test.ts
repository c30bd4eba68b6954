import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { CaseTypesView, CaseView, WorklistView } from "../desk-views.ts";
import { ANNA, BERT, CITY, CITYS, HERE, PICTURE, request, THERE } from "./example-cases.ts";
import { exampleServer } from "./example-server.ts";
import type { MatchedRecord } from "./find-matches.ts";

let at: Awaited<ReturnType<typeof exampleServer>>;
let found: readonly MatchedRecord[];
let asked: unknown[];
beforeEach(async () => {
  [found, asked] = [[], []];
  at = await exampleServer({ matches: async (...given) => { asked.push(given); return found; }, chases: async (districts) => [{ register: "testing-sites", registerName: { zh: "检测点", en: "Sites" }, flag: null, district: districts[0] ?? "", count: 2, dueAt: null, bucket: "today", notice: "stay-put", clause: "supplies" }] });
});
afterEach(() => at.stop());

const read = async (who: string, address: { readonly district: string; readonly number: string }) => (await at.desk(who, "GET", `/api/cases/${address.district}/${address.number}`)).json<CaseView>();
const list = async (who: string, query = "") => (await at.desk(who, "GET", `/api/cases/worklist${query}`)).json<WorklistView>();
const change = async (who: string, address: { readonly district: string; readonly number: string }, what: string, body: object = {}) => at.desk(who, "POST", `/api/cases/${address.district}/${address.number}/${what}`, { commandKey: `key-${Math.random()}`, revision: (await read(who, address)).revision, ...(what === "moves" ? { reason: null } : {}), ...body });
const actions = async () => (await at.cases.rows<{ action: string }>("select action from audit.entry order by district, seq")).map(({ action }) => action);

describe("the worklist", () => {
  test("holds the cases of the caller's districts by deadline, with counts, and nothing personal", async () => {
    const late = await at.cases.opened();
    at.cases.time.now = new Date("2021-01-26T02:00:00Z");
    const [now, help, there] = [await at.cases.opened(), await at.cases.opened({ type: "temporary-help", answers: { district: HERE, what: "food" } }), await at.cases.opened({ answers: { district: THERE, place: "矿区路", kind: "gate" } })];
    const own = await list("anna");
    expect(own.items.map(({ number, bucket, next }) => [number, bucket, next?.zh])).toEqual([[late.number, "overdue", undefined], [now.number, "today", undefined], [help.number, "soon", undefined]]);
    expect([own.counts, own.byType, own.chases.length]).toEqual([{ overdue: 1, today: 1, soon: 1, later: 0, waiting: 0, doneToday: 0 }, { "road-block": 2, "temporary-help": 1 }, 1]);
    expect(JSON.stringify(own)).not.toMatch(/王芳|13800138000|土堆/u);
    expect((await list("there")).items.map(({ number }) => number)).toEqual([there.number]);
    expect((await list("city")).items).toHaveLength(4);
    expect((await list("city", `?district=${THERE}`)).items).toHaveLength(1);
    expect((await list("anna", `?district=${THERE}`)).items).toEqual([]);
    expect((await list("anna", "?bucket=today")).items.map(({ number }) => number)).toEqual([now.number]);
    expect((await list("anna", "?clause=relief")).items.map(({ number }) => number)).toEqual([help.number]);
    expect((await list("anna", "?type=temporary-help&bucket=overdue")).items).toEqual([]);
  });
  test("goes on page by page without losing or repeating one, what waits for the applicant last", async () => {
    for (let count = 0; count < 60; count += 1) await at.cases.opened({ contact: { name: null, telephone: null, forWhom: null }, answers: { district: count % 3 === 0 ? THERE : HERE, place: `第${count}处`, kind: "earth" } });
    const first = await list("city");
    for (const item of first.items.slice(0, 2)) {
      await change("city", item, "moves", { move: "order", reason: "没有批准" });
      await change("city", item, "moves", { move: "removed", answers: { hours: 1 } });
    }
    const pages = [await list("city")];
    for (let next = pages[0]?.next ?? null; next !== null;) { const page = await list("city", `?after=${next}`); pages.push(page); next = page.next; }
    const items = pages.flatMap((page) => page.items);
    expect([pages.length, items.length, new Set(items.map(({ district, number }) => `${district}${number}`)).size]).toEqual([2, 60, 60]);
    expect(items.slice(-2).map(({ bucket }) => bucket)).toEqual(["waiting", "waiting"]);
    expect((await at.desk("city", "GET", "/api/cases/worklist?after=nothing")).statusCode).toBe(422);
  }, 60_000);
  test("shows what somebody has in hand, what is closed, and comes as a table without names", async () => {
    const [mine, done] = [await at.cases.opened(), await at.cases.opened()];
    expect((await change("anna", mine, "assign", { person: ANNA.person })).statusCode).toBe(200);
    expect((await list("anna", "?mine=1")).items.map(({ number }) => number)).toEqual([mine.number]);
    expect((await list("bert", "?mine=1")).items).toEqual([]);
    expect((await list("bert")).names).toEqual({ [ANNA.person]: "安娜" });
    await at.cases.service.move({ ...done, commandKey: "withdraw-it", revision: 1 }, { kind: "applicant" }, { move: "withdraw", answers: {}, reason: null, record: null });
    expect((await list("anna", "?closed=1")).items.map(({ number, tone }) => [number, tone])).toEqual([[done.number, "closed"]]);
    expect((await list("anna")).counts.doneToday).toBe(1);
    const table = await at.desk("anna", "GET", "/api/cases/export.csv?type=road-block");
    expect([table.statusCode, table.headers["content-type"], table.body.split("\r\n").slice(0, 2)]).toEqual([200, "text/csv; charset=utf-8", [expect.stringContaining("编号,地方"), `${mine.number},海拉尔区,封路,G10 国道,待核实,2021-01-26 09:00,2021-01-26 09:30,,0,`]]);
    expect(table.body).not.toMatch(/安娜|王芳/u);
    expect(await actions()).toContain("cases.export");
  });
  test("that is exported is an entry in the chain of every district it was asked of, with how many cases went", async () => {
    await at.cases.opened();
    await at.desk("city", "GET", "/api/cases/export.csv");
    await at.desk("anna", "GET", "/api/cases/export.csv");
    expect(await at.cases.rows("select district, actor, details -> 'cases' as cases from audit.entry where action = 'cases.export' order by district, seq")).toEqual([
      { district: CITY, actor: CITYS.person, cases: 0 }, { district: HERE, actor: CITYS.person, cases: 1 }, { district: HERE, actor: ANNA.person, cases: 1 }, { district: THERE, actor: CITYS.person, cases: 0 },
    ]);
  });
});

describe("a case", () => {
  test("is read with facts, contact, files, clause, matching records and moves, and that it was read is audited", async () => {
    found = [{ district: HERE, id: "01890000-0000-7000-8000-0000000000aa", number: 4, validToday: true, shown: [{ name: { zh: "路段", en: "Road" }, shown: { zh: "G10", en: "G10" } }] }];
    const opened = await at.cases.opened({ files: [{ field: "photos", name: "土堆.png", bytes: PICTURE }] });
    const view = await read("anna", opened);
    expect(view).toMatchObject({
      title: "G10 国道", stateName: { zh: "待核实" }, bucket: "today", via: "portal", contact: { name: "王芳", telephone: "13800138000", forWhom: null }, files: [{ name: "土堆.png", mediaType: "image/png" }],
      clause: { number: "八", duties: [{ key: "traffic.no-blocking", quote: "严禁封路" }] }, matches: found, may: { assign: true, note: true, merge: true, handOver: true }, districts: [{ code: THERE }], deadlineSource: { zh: "拟定" },
      facts: [{ key: "district", shown: { zh: "海拉尔区" } }, { key: "place" }, { key: "kind", shown: { zh: "土堆" } }, { key: "seen", personal: true }], colleagues: [{ name: "安娜" }, { name: "贝特" }, { name: "市里" }],
      timeline: [{ seq: 1, by: "applicant", who: null, what: { zh: "网上提交" } }],
    });
    expect(view.moves.map(({ key, consequence, refusedBecause }) => [key, consequence.zh, refusedBecause])).toEqual([["order", "转为“待拆除”，期限2小时。群众会看到：已下令拆除", null], ["legal", "转为“已答复”，期限5个工作日。群众会看到：已答复", null]]);
    expect(asked).toEqual([["road-approvals", HERE, { equal: { place: "G10 国道" }, from: "from", to: "to" }, "2021-01-26"]]);
    const file = await at.desk("anna", "GET", `/api/cases/${HERE}/${opened.number}/files/${view.files[0]?.id ?? ""}`);
    expect([file.statusCode, file.headers["content-type"], String(file.headers["content-disposition"])]).toEqual([200, "image/png", expect.stringContaining("attachment")]);
    expect(await actions()).toEqual(["cases.open", "cases.read", "cases.read-file"]);
  });
  test("of another district is not there, to read, to change, to fetch a file of or to find", async () => {
    const opened = await at.cases.opened({ files: [{ field: "photos", name: "a.png", bytes: PICTURE }] });
    const file = (await read("anna", opened)).files[0]?.id ?? "";
    const body = { commandKey: "not-yours", revision: 1 };
    for (const [method, what, sent] of [["GET", "", undefined], ["GET", `/files/${file}`, undefined], ["POST", "/moves", { ...body, move: "order", reason: "x", answers: {} }], ["POST", "/assign", { ...body, person: null }], ["POST", "/notes", { ...body, text: "a" }], ["POST", "/merge", { ...body, into: { district: THERE, number: "0126-00000" } }], ["POST", "/hand-over", { ...body, district: THERE, reason: "a" }]] as const) {
      expect([what, (await at.desk("there", method, `/api/cases/${HERE}/${opened.number}${what}`, sent)).statusCode]).toEqual([what, 404]);
    }
    expect((await at.desk("there", "GET", `/api/cases/find?number=${opened.number}`)).json()).toEqual({ found: [] });
    expect((await at.desk("anna", "GET", `/api/cases/find?number=${opened.number.replace("-", "")}`)).json()).toEqual({ found: [{ district: HERE, number: opened.number, title: "G10 国道" }] });
    expect((await at.desk("nobody", "GET", "/api/cases/worklist")).statusCode).toBe(401);
  });
  test("is changed by what was seen alone; refusals come in words, with the field", async () => {
    const opened = await at.cases.opened();
    const body = { commandKey: "first-order", revision: 1, move: "order", answers: {}, reason: "没有批准" };
    const send = (given: object, who = "anna") => at.desk(who, "POST", `/api/cases/${HERE}/${opened.number}/moves`, { ...body, ...given });
    expect((await send({ reason: null })).json()).toMatchObject({ status: 422, field: "reason", errors: [{ field: "reason" }] });
    expect((await send({ move: "removed" })).json()).toMatchObject({ status: 409, reasons: ["other-state"] });
    expect([(await send({})).json(), (await send({})).json()]).toEqual([{ district: HERE, number: opened.number, revision: 2 }, { district: HERE, number: opened.number, revision: 2 }]);
    expect((await send({ reason: "别的" })).json()).toMatchObject({ status: 409, field: "commandKey" });
    expect((await send({ commandKey: "second-order" }, "bert")).json()).toMatchObject({ status: 409, field: "revision", facts: { revision: 2 } });
    expect(at.state.changes).toBe(2);
  });
  test("is noted on, given to a colleague who handles cases there and to nobody else, and merged", async () => {
    const [opened, other] = [await at.cases.opened(), await at.cases.opened()];
    expect((await change("anna", opened, "notes", { text: "打过电话" })).statusCode).toBe(200);
    expect((await change("anna", opened, "assign", { person: "01890000-0000-7000-8000-00000000000d" })).json()).toMatchObject({ status: 422, field: "person" });
    expect((await change("anna", opened, "assign", { person: BERT.person })).statusCode).toBe(200);
    expect((await change("anna", other, "merge", { into: { district: HERE, number: opened.number } })).statusCode).toBe(200);
    const view = await read("bert", opened);
    expect([view.assignee, view.names[BERT.person], view.mergedHere, view.timeline.map(({ what, who, text, textPublic }) => [what.zh, who, text, textPublic])]).toEqual([BERT.person, "贝特", [{ district: HERE, number: other.number }], [["网上提交", null, null, true], ["内部记录", "安娜", "打过电话", false], ["交给贝特办", "安娜", null, true]]]);
    expect(await read("bert", other)).toMatchObject({ final: true, mergedInto: { district: HERE, number: opened.number }, moves: [], may: { merge: false } });
  });
  test("in the hands of somebody who has left is nobody's: list and case say whose it is now, and whoever is there takes it", async () => {
    const opened = await at.cases.opened();
    await change("anna", opened, "assign", { person: BERT.person });
    expect([(await list("anna")).items[0]?.assignee, (await read("anna", opened)).owners]).toEqual([BERT.person, { kind: "people", people: [BERT.person] }]);
    at.state.left = [BERT.person];
    expect([(await list("anna")).items.map(({ number, assignee }) => [number, assignee]), (await list("anna")).names]).toEqual([[[opened.number, null]], {}]);
    const view = await read("anna", opened);
    expect([view.assignee, view.owners, view.names[ANNA.person]]).toEqual([null, { kind: "people", people: [ANNA.person] }, "安娜"]);
    at.state.left = [BERT.person, ANNA.person];
    expect((await read("city", opened)).owners).toEqual({ kind: "people", people: [CITYS.person] });
    at.state.left = [BERT.person];
    expect((await change("anna", opened, "assign", { person: ANNA.person })).statusCode).toBe(200);
    expect((await list("anna", "?mine=1")).items.map(({ assignee }) => assignee)).toEqual([ANNA.person]);
  });
  test("is opened for a caller, whose receipt the officer hands on, in the own districts alone", async () => {
    const { types, districts, clauses } = (await at.desk("anna", "GET", "/api/cases/types")).json<CaseTypesView>();
    expect([types.map(({ key }) => key), districts, clauses.map(({ number }) => number)]).toEqual([["road-block", "temporary-help"], [{ code: HERE, name: { zh: "海拉尔区", en: "海拉尔区" } }], ["八", "六"]]);
    const body = { commandKey: "by-telephone", type: "road-block", via: "telephone", answers: request().answers, contact: { name: "王芳", telephone: "0470-8252525", forWhom: "邻居" } };
    const reply = await at.desk("anna", "POST", "/api/cases", body);
    expect([reply.statusCode, reply.json()]).toEqual([201, { district: HERE, number: expect.any(String), secret: expect.any(String) }]);
    expect(await read("anna", reply.json())).toMatchObject({ via: "telephone", contact: { telephone: "04708252525", forWhom: "邻居" } });
    expect((await at.desk("there", "POST", "/api/cases", { ...body, commandKey: "by-telephone-2" })).statusCode).toBe(403);
    expect((await at.desk("anna", "POST", "/api/cases", { ...body, commandKey: "by-telephone-3", answers: {} })).json()).toMatchObject({ status: 422, field: "district" });
  });
});
