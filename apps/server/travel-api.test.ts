import { readCsv } from "#platform/csv";
import { answerView, type AnswerView } from "#services/travel/server";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { serveShippedPack, type ServedPack } from "./served-pack.ts";

let served: ServedPack;
beforeAll(async () => { served = await serveShippedPack(); }, 120_000);
afterAll(() => served.stop());

const TRIP = { from: "海拉尔区", to: "扎兰屯市", on: "2021-01-28", need: "true", who: "other" };
const post = (url: string, payload: string | Buffer, type: string, headers: Record<string, string> = {}) => served.serving.http.app.inject({ method: "POST", url, payload, headers: { "content-type": type, ...headers } });
const json = (body: unknown) => post("/api/travel/decisions", JSON.stringify(body), "application/json");
const csv = (text: string | Buffer, headers: Record<string, string> = {}) => post("/api/travel/decisions.csv", text, "text/csv", headers);

test("one decision comes as it is described", async () => {
  const reply = await served.serving.http.app.inject({ url: `/api/travel/decision?${new URLSearchParams(TRIP)}` });
  expect(answerView.parse(reply.json())).toEqual(reply.json());
  expect(reply.headers).toMatchObject({ "cache-control": "no-store", "access-control-allow-origin": "*" });
});

describe("a batch as JSON", () => {
  test("answers each trip, in order, whatever is wrong with others", async () => {
    const reply = await json({ trips: [TRIP, { ...TRIP, to: "亚特兰蒂斯" }, { ...TRIP, to: "藁城区" }, {}] });
    const { answers } = reply.json<{ answers: AnswerView[] }>();
    expect(answers.map(({ kind, verdict, faults }) => [kind, verdict?.value ?? faults.map(({ field }) => field)])).toEqual([["decided", "free"], ["faults", ["to"]], ["decided", "in-principle-not-there"], ["faults", ["from", "to", "on"]]]);
  });
  test.each([
    ["none", { trips: [] }, 422], ["too many", { trips: Array.from({ length: 10_001 }, () => ({})) }, 422], ["no list", { trip: TRIP }, 422], ["numbers for names", { trips: [{ ...TRIP, to: 5 }] }, 422], ["a name of 500 signs", { trips: [{ ...TRIP, to: "长".repeat(500) }] }, 422],
  ])("%s is refused in words", async (_name, body, status) => {
    const reply = await json(body);
    expect([reply.statusCode, reply.headers["content-type"]]).toEqual([status, expect.stringContaining("application/problem+json")]);
    expect(reply.json()).toMatchObject({ problem: expect.stringMatching(/./u), remedy: expect.stringMatching(/./u) });
  });
  test("names that programs take for something else do no harm", async () => {
    const reply = await post("/api/travel/decisions", `{"trips":[{"from":"海拉尔区","to":"扎兰屯市","on":"2021-01-28","need":"true","__proto__":"x","constructor":"y","toString":"z"}]}`, "application/json");
    expect(reply.statusCode).toBe(200);
    expect(reply.json<{ answers: AnswerView[] }>().answers[0]?.verdict?.value).toBe("free");
  });
});

describe("a batch as CSV", () => {
  const TABLE = "工号,住在,去,哪天走,身份,有特殊情况或者确实需要出行\n=1+1,海拉尔区,扎兰屯市,2021/1/28,其他人,有\n2,海拉尔区,北京市大兴区,2021年1月28日,其他人,有\n3,鄂温克旗,鼓楼区,2021-01-28,其他人,没有\n4,海拉尔区,扎兰屯市,2021-01-28,公务员,没有\n";
  test("takes the words people use, gives their columns back and the answers behind them", async () => {
    const reply = await csv(TABLE);
    expect([reply.statusCode, reply.headers["content-type"], reply.headers["cache-control"]]).toEqual([200, "text/csv; charset=utf-8", "no-store"]);
    const table = readCsv(reply.rawPayload);
    if (table.kind !== "table") throw new Error("no table came back");
    expect(table.head.slice(0, 1)).toEqual(["工号"]);
    expect(table.head.slice(6)).toEqual(["结论", "原因", "依据", "还缺什么", "路上的要求", "截至", "风险名单"]);
    expect(table.rows.map((row) => [row[0], row[6], row[9]])).toEqual([
      ["'=1+1", "可以出行", ""], ["2", "还差一个信息", "去哪个街道、小区"], ["3", "这一行要改", "好几个地方叫这个名字：要去哪里"], ["4", "这一行要改", "没有这个选项：身份"],
    ]);
    expect(table.rows[0]?.slice(7)).toEqual([expect.stringContaining("确实需要出行"), expect.stringMatching(/^出行规则表 第一条 第 1 版；国家通知/u), "", "", "1月26日 09:00", "1月25日 09:16"]);
  });
  test("answers in the language of whoever asks, and reads GB 18030", async () => {
    const english = readCsv((await csv("from,to,on,need,who\n海拉尔区,藁城区,2021-01-28,yes,other\n", { "accept-language": "en" })).rawPayload);
    if (english.kind !== "table") throw new Error("no table came back");
    expect([english.head.slice(5), english.rows[0]?.[5]]).toEqual([["Answer", "Why", "Ground", "Still missing", "Asked on the way", "As of", "List of"], "In principle not there"]);
    // 住在,去,哪天走 · 海拉尔区,北京市东城区,2021-01-28
    const gb = Buffer.from("d7a1d4da2cc8a52cc4c4ccecd7df0abaa3c0adb6fbc7f82cb1b1beb9cad0b6abb3c7c7f82c323032312d30312d32380a", "hex");
    expect((await csv(gb)).statusCode).toBe(200);
  });
  test.each([
    ["nothing", "", "表里没有人"], ["a head alone", "住在,去,哪天走\n", "表里没有人"], ["no column for where they go", "住在,哪天走\n海拉尔区,2021-01-28\n", "没有“去”这一栏"], ["a quote that does not end", "住在,去,哪天走\n\"海拉尔区,a,b\n", "这一行的引号没有配对"],
    ["too many rows", `住在,去,哪天走\n${"a,b,c\n".repeat(10_001)}`, "超过 10000 行"], ["bytes that are no text", Buffer.from([0, 1, 2, 0xff]), "这不是文字表格"],
  ])("%s is refused in words", async (_name, body, problem) => {
    const reply = await csv(body);
    expect([reply.statusCode, reply.json<{ problem: string }>().problem]).toEqual([422, problem]);
  });
  test("is taken only where a table is asked for, and JSON is not", async () => {
    expect((await csv("{}", { "content-type": "application/json" })).statusCode).toBe(415);
    expect((await post("/api/travel/decisions", "a,b", "text/csv")).statusCode).toBe(415);
  });
  test("nothing of it is logged or kept", async () => {
    served.logged.length = 0;
    await csv(TABLE);
    expect(JSON.stringify(served.logged)).not.toMatch(/海拉尔|2021-01-28|其他人/u);
  });
});

test("the areas of now and of a moment before, all or of a division", async () => {
  const areas = async (query: string) => (await served.serving.http.app.inject({ url: `/api/travel/risk-areas${query}` })).json<{ number: number; list: { asOf: string } | null; areas: { level: string; name: string; layer: string }[] }>();
  const now = await areas("");
  expect([now.areas.length, now.list?.asOf, now.areas.filter(({ level }) => level === "high").length]).toEqual([72, "2021-01-25T01:16:00.000Z", 6]);
  expect((await areas("?division=130000")).areas.every(({ name }) => name.startsWith("河北省"))).toBe(true);
  expect((await areas("?at=2021-01-20")).areas).toEqual([]);
  expect((await served.serving.http.app.inject({ url: "/api/travel/risk-areas?division=x" })).statusCode).toBe(422);
});
