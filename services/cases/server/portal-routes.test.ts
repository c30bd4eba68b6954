import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { RequestsView } from "../public-view.ts";
import { PICTURE } from "./example-cases.ts";
import { exampleServer, type Drawn } from "./example-server.ts";

let at: Awaited<ReturnType<typeof exampleServer>>;
beforeEach(async () => { at = await exampleServer({ matches: async () => [] }); });
afterEach(() => at.stop());

const FORM = { commandKey: "form-0001", district: "150702", place: "G10 国道", kind: "earth", seen: "两米高", "contact.name": "王芳", "contact.telephone": "13800138000" };
type Reply = { readonly statusCode: number; readonly body: string; readonly headers: Readonly<Record<string, unknown>> };
const drawn = ({ body }: Reply): Drawn => JSON.parse(body) as Drawn;
async function receipt(fields = FORM) {
  const { status, secret } = drawn(await at.send("/requests/road-block", fields));
  if (status === undefined || secret === undefined) throw new Error("no receipt");
  return { number: status.number, secret };
}
const track = async (given: Awaited<ReturnType<typeof receipt>>) => drawn(await at.send("/track", given));
const act = async (given: Awaited<ReturnType<typeof receipt>>, name: string, fields: Readonly<Record<string, string>> = {}, files: Parameters<typeof at.send>[2] = []) => drawn(await at.send(`/track/${name}`, { ...given, commandKey: `act-${Math.random()}`, revision: String((await track(given)).status?.revision ?? 0), ...fields }, files));
const officerMoves = async (number: string, move: string, body: object = {}) => {
  const { revision } = (await at.desk("anna", "GET", `/api/cases/150702/${number}`)).json<{ revision: number }>();
  const reply = await at.desk("anna", "POST", `/api/cases/150702/${number}/moves`, { commandKey: `officer-${Math.random()}`, revision, move, reason: "没有批准手续", answers: {}, ...body });
  if (reply.statusCode !== 200) throw new Error(reply.body);
};

describe("what can be asked", () => {
  test("is listed with its clause, in both languages, and nothing of it is kept by anybody", async () => {
    for (const url of ["/requests", "/en/requests"]) {
      const reply = await at.http.app.inject(url);
      expect([reply.statusCode, reply.headers["cache-control"], drawn(reply).url]).toEqual([200, "no-store", url]);
      expect((drawn(reply).offered as { type: { key: string }; clause: { number: string } }[]).map(({ type, clause }) => [type.key, clause.number])).toEqual([["road-block", "八"], ["temporary-help", "六"]]);
    }
    expect(drawn(await at.http.app.inject("/requests/road-block")).written).toMatchObject({ texts: {}, commandKey: expect.stringMatching(/^[0-9a-f-]{36}$/u) });
    expect((await at.http.app.inject("/requests/nothing")).statusCode).toBe(404);
  });
  test("is told to programs with clause, form and states, as long as it may be opened", async () => {
    const reply = await at.http.app.inject("/api/requests");
    const { requests } = reply.json<RequestsView>();
    expect([reply.statusCode, requests.map(({ key, clause }) => [key, clause.number])]).toEqual([200, [["road-block", "八"], ["temporary-help", "六"]]]);
    expect(requests[0]).toMatchObject({
      contact: "optional", retentionDays: 30, schema: { zh: { required: ["district", "place", "kind"], properties: { kind: { title: "什么样的", enum: ["earth", "gate"] } } }, en: { type: "object" } },
      states: [{ key: "reported", public: { zh: "已收到" }, final: false, deadline: { within: { unit: "minutes", count: 30 } } }, {}, {}, {}, { key: "closed", final: true, deadline: null }, {}],
    });
    at.state.notices = [];
    expect((await at.http.app.inject("/api/requests")).json()).toEqual({ requests: [] });
  });
  test("takes nothing in any more when the notice in force has no such clause", async () => {
    at.state.notices = [];
    const reply = await at.send("/requests/road-block", FORM);
    expect([reply.statusCode, drawn(reply)]).toMatchObject([409, { page: "requestForm", offered: { clause: null } }]);
    expect(await at.cases.rows("select 1 from cases.case")).toEqual([]);
  });
});

describe("a form", () => {
  test("gives a receipt, the same one when it is sent again", async () => {
    const [first, second] = [await at.send("/requests/road-block", FORM), await at.send("/requests/road-block", FORM)];
    expect([first.statusCode, first.headers["cache-control"], drawn(first)]).toMatchObject([201, "no-store", { page: "receipt", secret: expect.any(String), status: { title: "G10 国道", telephone: "0470-1", inCharge: { zh: "海拉尔区" }, clause: { number: "八" } } }]);
    expect(second.body).toBe(first.body);
  });
  test("with pictures as browsers send them", async () => {
    const { commandKey: _left, ...fields } = FORM;
    expect((await at.send("/requests/road-block", { ...fields, commandKey: "with-photos" }, [["photos", "土堆.png", PICTURE], ["photos", "b.png", PICTURE]])).statusCode).toBe(201);
    expect(await at.cases.rows("select name, media_type from cases.file order by name")).toEqual([{ name: "b.png", media_type: "image/png" }, { name: "土堆.png", media_type: "image/png" }]);
  });
  test("that is wrong comes back with every fault and what was typed, and opens nothing although the rest would do", async () => {
    const reply = await at.send("/requests/temporary-help", { commandKey: "wrong-help", district: "150702", what: "food", identity: "1", "contact.name": "王芳" });
    expect([reply.statusCode, drawn(reply)]).toMatchObject([422, { page: "requestForm", faults: ["identity", "contact.telephone"], written: { texts: { identity: "1", "contact.name": "王芳" }, commandKey: "wrong-help" } }]);
    expect(await at.cases.rows("select 1 from cases.case")).toEqual([]);
    expect(drawn(await at.send("/requests/road-block", { ...FORM, place: "" })).faults).toEqual(["place"]);
  });
  test("sent again with other answers, or for another district, is told and opens nothing, however often it is pressed", async () => {
    await receipt();
    for (const change of [{ place: "别处" }, { district: "150703" }, { district: "150703" }]) {
      const reply = await at.send("/requests/road-block", { ...FORM, ...change });
      expect([reply.statusCode, drawn(reply).faults, drawn(reply).written?.commandKey]).toEqual([409, ["commandKey"], FORM.commandKey]);
    }
    expect(await at.cases.rows("select 1 from cases.case")).toHaveLength(1);
    // An empty form has a key of its own.
    const { commandKey = "" } = drawn(await at.http.app.inject("/requests/road-block")).written ?? {};
    expect((await at.send("/requests/road-block", { ...FORM, place: "别处", commandKey })).statusCode).toBe(201);
  });
  test("is not taken in from one place without end: it comes back as it was typed, with when to send it again, and other places go on", async () => {
    const send = (count: number, from: string) => at.send("/requests/road-block", { ...FORM, commandKey: `many-forms-${count}` }, [], from);
    for (let count = 0; count < 20; count += 1) expect((await send(count, "203.0.113.9")).statusCode).toBe(201);
    // What is wrong, or the same form again with other answers, is no case.
    expect((await at.send("/requests/road-block", { ...FORM, place: "" }, [], "203.0.113.10")).statusCode).toBe(422);
    const reply = await send(20, "203.0.113.9");
    expect([reply.statusCode, reply.headers["retry-after"], drawn(reply).faults, drawn(reply).written]).toMatchObject([429, "3600", ["request.limit"], { commandKey: "many-forms-20", texts: { place: "G10 国道", "contact.name": "王芳" } }]);
    expect((await send(20, "203.0.113.10")).statusCode).toBe(201);
  });
  test("of no kind is refused in words", async () => {
    const sent = (type: string, payload: string) => at.http.app.inject({ method: "POST", url: "/requests/road-block", headers: { "content-type": type }, payload });
    expect([(await sent("application/json", "{}")).statusCode, (await sent("text/plain", "a")).statusCode]).toEqual([415, 415]);
    expect((await at.http.app.inject({ method: "POST", url: "/api/cases", headers: { "content-type": "application/x-www-form-urlencoded", cookie: "anna", "x-csrf-token": "token" }, payload: "a=b" })).statusCode).toBe(415);
  });
});

describe("how a case stands", () => {
  test("is shown to whoever has number and secret, and asked for again in words otherwise", async () => {
    const given = await receipt();
    expect(await track(given)).toMatchObject({ page: "status", secret: given.secret, faults: [], status: { tone: "under-way", final: false, overdue: false, moves: [{ key: "withdraw", kind: "withdraw" }], maySupplement: true, mayNudge: true, mayRate: false, dueAt: "2021-01-26T01:30:00.000Z" } });
    for (const [fields, fault] of [[{ number: "", secret: "" }, "number"], [{ ...given, secret: "WRONGONE" }, "secret"], [{ number: "x", secret: given.secret }, "secret"]] as const) {
      const reply = await at.send("/track", fields);
      expect([reply.statusCode, drawn(reply).page, drawn(reply).faults]).toEqual([422, "track", [fault]]);
      expect(reply.body).not.toContain(given.secret);
    }
  });
  test("is refused for a while after too many wrong tries", async () => {
    const given = await receipt();
    for (let tries = 0; tries < 100; tries += 1) await at.send("/track", { ...given, secret: "WRONGONE" });
    const reply = await at.send("/track", given);
    expect([reply.statusCode, reply.headers["retry-after"], drawn(reply).faults]).toEqual([429, "900", ["number"]]);
  });
  test("is told after what was done although wrong tries from the same place came in between", async () => {
    const given = await receipt();
    at.state.onChange = () => { for (let tries = 0; tries < 100; tries += 1) void at.cases.service.findReceipt({ number: "", secret: "", from: "203.0.113.7" }); };
    const reply = await at.send("/track/nudge", { ...given, commandKey: "nudge-among-them" });
    expect([reply.statusCode, drawn(reply).told?.done?.zh]).toEqual([200, "催办收到了，办理的人看得到。"]);
    expect((await at.send("/track", given)).statusCode).toBe(429);
  });
  test("tells the course: what officers said openly, what was answered, by when, and what the person may do", async () => {
    const given = await receipt();
    await officerMoves(given.number, "order");
    await officerMoves(given.number, "removed", { answers: { hours: 2 }, reason: "已清走" });
    const { status } = await track(given);
    expect(status?.steps.map(({ title, quote, place, answers }) => [title.zh, quote, place, answers.map(({ shown }) => shown.zh)])).toEqual([
      ["您提交了", null, "done", []], ["已下令拆除", "没有批准手续", "done", []], ["已答复", "已清走", "now", ["2"]],
    ]);
    expect(status).toMatchObject({ tone: "ok", mayRate: true, mayNudge: false, overdue: false, moves: [{ key: "contest", kind: "contest", reason: "required", until: "2021-01-29T16:00:00.000Z" }], afterwards: { zh: "过了这个时间：已办结" } });
  });
  test("in another district keeps its receipt, also where its number was taken", async () => {
    const given = await receipt();
    const handOver = async (district: string, to: string, number: string, who: string) => (await at.desk(who, "POST", `/api/cases/${district}/${number}/hand-over`, { commandKey: `hand-${Math.random()}`, revision: (await at.desk(who, "GET", `/api/cases/${district}/${number}`)).json<{ revision: number }>().revision, district: to, reason: "不归我们" })).json<{ number: string }>();
    await handOver("150702", "150703", given.number, "anna");
    const back = await handOver("150703", "150702", given.number, "there");
    expect(back.number).not.toBe(given.number);
    const { status } = await track(given);
    expect(status).toMatchObject({ number: given.number, district: "150702", final: false });
    expect(status?.steps.map(({ title, quote }) => [title.zh, quote])).toEqual([["您提交了", null], ["转给扎赉诺尔区办理", "不归我们"], ["转给海拉尔区办理", "不归我们"], ["已收到", null], ["最晚这时办完这一步", null]]);
    expect((await act(given, "supplement", { text: "还在" })).told?.done?.zh).toBe("补充的收到了。");
  });
});

describe("a case of several people", () => {
  const merged = async () => {
    const [own, others] = [await receipt(), await receipt({ ...FORM, commandKey: "form-0002" })];
    const reply = await at.desk("anna", "POST", `/api/cases/150702/${others.number}/merge`, { commandKey: `merge-${Math.random()}`, revision: 1, into: { district: "150702", number: own.number } });
    expect(reply.statusCode).toBe(200);
    return { own, others };
  };
  test("is nobody's to withdraw: it is not offered, and refused in words to whoever sends it all the same", async () => {
    const { own, others } = await merged();
    expect((await track(own)).status).toMatchObject({ moves: [], withOthers: true });
    expect((await track(others)).status).toMatchObject({ moves: [], withOthers: false, mergedInto: own.number });
    for (const given of [own, others]) expect((await act(given, "move", { move: "withdraw" })).faults).toEqual(["move"]);
    expect([(await track(own)).status?.final, (await track(others)).status?.final]).toEqual([false, false]);
  });
  test("may be objected to by each of them; the others are told that somebody did, not who, and officers under which number", async () => {
    const { own, others } = await merged();
    await officerMoves(own.number, "order");
    await officerMoves(own.number, "removed", { answers: { hours: 2 }, reason: "已清走" });
    expect((await track(others)).status?.moves.map(({ key }) => key)).toEqual(["contest"]);
    const contested = await act(others, "move", { move: "contest", reason: "我家那头还堵着" });
    expect(contested).toMatchObject({ faults: [], status: { state: { zh: "正在复核" }, moves: [] } });
    const told = (page: Drawn) => page.status?.steps.map(({ title, quote }) => [title.zh, quote]);
    expect(told(await track(own))).toContainEqual(["一起反映的另一位不同意这个结果", null]);
    expect(told(contested)).toContainEqual(["正在复核", null]);
    expect(JSON.stringify(told(await track(own)))).not.toMatch(/我家那头/u);
    const { timeline } = (await at.desk("anna", "GET", `/api/cases/150702/${own.number}`)).json<{ timeline: { what: { zh: string }; text: string | null }[] }>();
    expect(timeline.map(({ what, text }) => [what.zh, text])).toContainEqual([`有异议（并入的 ${others.number} 的申请人）`, "我家那头还堵着"]);
    expect((await act(own, "move", { move: "contest", reason: "x" })).faults).toEqual(["move"]);
  });
});

describe("what the applicant does", () => {
  test("supplements, hurries, withdraws, each told above the page; the same form twice is the same", async () => {
    const given = await receipt();
    const form = { ...given, commandKey: "supplement-1", revision: "1", text: "还有一处" };
    const [first, again] = [drawn(await at.send("/track/supplement", form)), drawn(await at.send("/track/supplement", form))];
    expect([first.told?.done?.zh, again.told?.done?.zh, again.status?.revision]).toEqual(["补充的收到了。", "补充的收到了。", 2]);
    expect((await act(given, "supplement", {}, [["files", "c.png", PICTURE]])).faults).toEqual([]);
    expect((await act(given, "supplement")).faults).toEqual(["text"]);
    expect([(await act(given, "nudge")).faults, (await act(given, "nudge")).faults, (await track(given)).status?.nudgedToday]).toEqual([[], ["nudge"], true]);
    const withdrawal = { ...given, commandKey: "withdraw-1", revision: String((await track(given)).status?.revision), move: "withdraw" };
    const [gone, goneAgain] = [drawn(await at.send("/track/move", withdrawal)), drawn(await at.send("/track/move", withdrawal))];
    expect([gone.told?.done?.zh, gone.status?.final, goneAgain.told?.done?.zh]).toEqual(["收到了。", true, "收到了。"]);
    expect((await act(given, "supplement", { text: "晚了" })).faults).toEqual(["supplement"]);
    expect(at.state.changes).toBeGreaterThan(3);
  });
  test("answers what was asked for with a picture beside it, in one step that takes the case on, also when it is sent twice", async () => {
    const sent = drawn(await at.send("/requests/temporary-help", { commandKey: "help-0001", district: "150702", what: "food", "contact.name": "王芳", "contact.telephone": "13800138000" }));
    const given = { number: sent.status?.number ?? "", secret: sent.secret ?? "" };
    await officerMoves(given.number, "ask-more");
    const form = { ...given, commandKey: "answer-1", revision: String((await track(given)).status?.revision), move: "add", added: "户口本" };
    expect(drawn(await at.send("/track/move", { ...form, added: "" }, [["files", "d.png", PICTURE]])).faults).toEqual(["added"]);
    expect(await at.cases.rows("select 1 from cases.file")).toEqual([]);
    const [first, again] = [drawn(await at.send("/track/move", form, [["files", "d.png", PICTURE]])), drawn(await at.send("/track/move", form, [["files", "d.png", PICTURE]]))];
    expect([first, again]).toMatchObject([{ faults: [], told: { done: { zh: "收到了。" } }, status: { tone: "under-way", revision: 4 } }, { faults: [], told: { done: { zh: "收到了。" } }, status: { revision: 4 } }]);
    expect(await at.cases.rows("select name from cases.file")).toEqual([{ name: "d.png" }]);
  });
  test("contests with a reason, is told when something happened in between, and rates the outcome once", async () => {
    const given = await receipt();
    const seen = String((await track(given)).status?.revision);
    await officerMoves(given.number, "order");
    await officerMoves(given.number, "removed", { answers: { hours: 2 } });
    expect((await act(given, "move", { move: "contest", reason: "还堵着", revision: seen })).faults).toEqual(["revision"]);
    expect((await act(given, "move", { move: "contest" })).faults).toEqual(["reason"]);
    expect((await act(given, "move", { move: "order", reason: "x" })).faults).toEqual(["move"]);
    expect([(await act(given, "rate")).faults, (await act(given, "rate", { satisfied: "false", comment: "太慢" })).told?.done?.zh, (await act(given, "rate", { satisfied: "true" })).faults]).toEqual([["satisfied"], "评价收到了，谢谢。", ["rate"]]);
    const contested = await act(given, "move", { move: "contest", reason: "还堵着" });
    expect(contested).toMatchObject({ faults: [], status: { state: { zh: "正在复核" }, rated: false, mayRate: false } });
    expect((await act(given, "anything")).page).toBeUndefined();
  });
});
