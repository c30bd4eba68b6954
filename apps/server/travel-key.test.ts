import type { AnswerView } from "#services/travel/server";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { serveShippedPack, type ServedPack } from "./served-pack.ts";

/**
 * The answer key of clause 一, cell by cell, as the served pack answers it: a low-risk place of the city, one made medium and one made high for the test; the
 * drill's day is 26 January 2021, when the press conference of the 27th has not been held.
 */
let served: ServedPack;
beforeAll(async () => {
  served = await serveShippedPack();
  for (const [at, [place, level]] of ([["扎赉诺尔区", "medium"], ["满洲里市", "high"]] as const).entries()) await served.setLevel(place, level, `set-level-${at}`);
}, 120_000);
afterAll(() => served.stop());

const ORIGIN = { low: "海拉尔区", medium: "扎赉诺尔区", high: "满洲里市" } as const;
const DESTINATION = { low: "扎兰屯市", medium: "扎赉诺尔区", high: "满洲里市" } as const;
type Asked = Readonly<Record<string, string>>;
async function ask(asked: Asked): Promise<AnswerView> {
  const reply = await served.serving.http.app.inject({ url: `/api/travel/decision?${new URLSearchParams({ on: "2021-01-26", ...asked })}` });
  expect(reply.statusCode).toBe(200);
  return reply.json<AnswerView>();
}
const FACTS = { need: ["true", "false"], approved: ["true", "false"], who: ["public-staff", "worker", "school", "other"] } as const;

/** from · to · need · approved · who → verdict, zh, en, clause. `*`: whatever it is; each is asked. */
const KEY: readonly (readonly [origin: keyof typeof ORIGIN, destination: string, need: string, approved: string, who: string, verdict: string, zh: string, en: string, clause: string])[] = [
  ["high", "*", "*", "*", "*", "must-not", "应留在当地", "Must stay", "travel.high-risk-stay"],
  ["medium", "*", "false", "*", "*", "in-principle-not", "原则上不出行", "In principle not", "travel.medium-risk-stay"],
  ["medium", "*", "true", "false", "*", "needs-approval", "须经批准", "Needs approval", "travel.medium-approval"],
  ["medium", "*", "true", "true", "*", "approved", "凭批准出行", "May travel with the approval", "travel.medium-approval"],
  ["low", "medium", "*", "*", "*", "in-principle-not-there", "原则上不前往", "In principle not there", "travel.low-risk-destinations"],
  ["low", "high", "*", "*", "*", "in-principle-not-there", "原则上不前往", "In principle not there", "travel.low-risk-destinations"],
  ["low", "low", "true", "*", "*", "free", "可以出行", "May travel", "travel.low-risk-stay"],
  ["low", "low", "false", "*", "other", "advised-against", "非必要不出行", "Better not", "travel.low-risk-stay"],
  ["low", "low", "false", "*", "worker", "advised-against", "非必要不出行", "Better not", "travel.workers-and-schools-stay"],
  ["low", "low", "false", "*", "school", "advised-against", "非必要不出行", "Better not", "travel.workers-and-schools-stay"],
  ["low", "low", "false", "*", "public-staff", "in-principle-not", "原则上不出行", "In principle not", "travel.public-staff-lead"],
];
const each = <Value extends string>(cell: string, all: readonly Value[]): readonly string[] => (cell === "*" ? all : [cell]);

describe("the answer key", () => {
  let cells = 0;
  test.each(KEY)("%s → %s, need %s, approved %s, %s: %s", async (origin, destination, need, approved, who, verdict, zh, en, clause) => {
    for (const to of each(destination, ["low", "medium", "high"] as const)) for (const needs of each(need, FACTS.need)) for (const has of each(approved, FACTS.approved)) for (const person of each(who, FACTS.who)) {
      const answer = await ask({ from: ORIGIN[origin], to: DESTINATION[to as keyof typeof DESTINATION], need: needs, approved: has, who: person });
      cells += 1;
      expect([origin, to, needs, has, person, answer.verdict?.value, answer.verdict?.name]).toEqual([origin, to, needs, has, person, verdict, { zh, en }]);
      const [own] = answer.grounds;
      expect([own?.authority.rank, own?.notice, own?.clauses, own?.isAddition]).toEqual(["city", "stay-put", [clause], false]);
      expect([own?.reasons.zh.length, own?.reasons.en.length]).toEqual([1, 1]);
      expect(`${own?.reasons.zh.join("")}${own?.reasons.en.join("")}`).not.toMatch(/[{}]/u);
    }
  });
  test("no cell is left out: every case the rule can be asked was asked once", () => { expect(cells).toBe(3 * 3 * 2 * 2 * 4); });
});

describe("what is not known", () => {
  test.each([
    ["the destination", { from: "海拉尔区", to: "", need: "true" }, "faults", ["to empty"]],
    ["a place that is none", { from: "海拉尔区", to: "亚特兰蒂斯", need: "true" }, "faults", ["to unknown-place"]],
    ["a name that several places have", { from: "海拉尔区", to: "鼓楼区", need: "true" }, "faults", ["to several"]],
    ["the day", { from: "海拉尔区", to: "扎兰屯市", on: "", need: "true" }, "faults", ["on empty"]],
    ["a day that is none", { from: "海拉尔区", to: "扎兰屯市", on: "2021-02-30", need: "true" }, "faults", ["on no-date"]],
    ["who travels, where it matters", { from: "海拉尔区", to: "扎兰屯市", need: "false" }, "missing", ["fact who"]],
    ["whether there is a need, where it matters", { from: "扎赉诺尔区", to: "扎兰屯市" }, "missing", ["fact need"]],
    ["which part of a county that only has listed places", { from: "海拉尔区", to: "北京市大兴区", need: "true" }, "missing", ["destination "]],
  ])("%s is asked for", async (_name, asked, kind, what) => {
    const answer = await ask(asked);
    expect([answer.kind, [...answer.faults.map(({ field, code }) => `${field} ${code}`), ...answer.missing.map((missing) => `${missing.what} ${missing.fact ?? ""}`)]]).toEqual([kind, what]);
    expect(answer.verdict).toBeNull();
  });
  test("nothing is asked that cannot change the answer", async () => {
    expect((await ask({ from: "满洲里市", to: "北京市大兴区" })).verdict?.value).toBe("must-not");
    expect((await ask({ from: "海拉尔区", to: "扎兰屯市", need: "true" })).verdict?.value).toBe("free");
  });
  test("candidates lead to an answer, and so does none of them", async () => {
    const { missing: [first] } = await ask({ from: "海拉尔区", to: "北京市大兴区", need: "true" });
    expect(first?.candidates).toEqual(["北京市大兴区天宫院街道融汇社区"]);
    expect((await ask({ from: "海拉尔区", to: first?.candidates[0] ?? "", need: "true" })).verdict?.value).toBe("in-principle-not-there");
    expect((await ask({ from: "海拉尔区", to: "北京市大兴区", toElsewhere: "1", need: "true" })).verdict?.value).toBe("free");
    const several = await ask({ from: "海拉尔区", to: "鼓楼区", need: "true" });
    expect(several.faults[0]?.candidates).toContain("江苏省南京市鼓楼区");
  });
  test("a day that is over, a day far ahead, places that the lists do not speak of, and two places in one field are told", async () => {
    const told = async (asked: Asked) => (await ask({ from: "海拉尔区", to: "扎兰屯市", need: "true", ...asked })).faults.map(({ field, code }) => `${field} ${code}`);
    expect(await told({ on: "2021-01-25" })).toEqual(["on past"]);
    expect(await told({ on: "2099-01-01" })).toEqual(["on too-late"]);
    expect(await told({ to: "香港" })).toEqual(["to not-on-lists"]);
    expect(await told({ to: "台湾" })).toEqual(["to not-on-lists"]);
    expect(await told({ to: "扎兰屯市,藁城区" })).toEqual(["to two-places"]);
    expect(await told({ fromPart: "满洲里市" })).toEqual(["from contradicts"]);
  });
  test.each([
    ["a listed place whose district is left out", "北京市融汇社区"], ["a part of a city that nobody knows", "北京市某某小区"], ["a county that is spelt wrongly", "河北省石家庄市槁城区"],
  ])("%s is asked about and never taken for low risk", async (_name, to) => {
    const answer = await ask({ from: "海拉尔区", to, need: "true" });
    expect([answer.kind, answer.verdict]).toEqual(["missing", null]);
  });
  test.each(["河北省石家莊市藁城區", "Gaocheng, Shijiazhuang, Hebei", "hebei shijiazhuang gaocheng qu", "石家庄藁城"])("%s is the place it is", async (to) => {
    expect((await ask({ from: "Hailar District", to, need: "true" })).verdict?.value).toBe("in-principle-not-there");
  });
  test("names that the rule does not ask for change nothing, and what is said twice counts once", async () => {
    expect((await ask({ from: "海拉尔区", to: "扎兰屯市", need: "true", utm_source: "x", constructor: "y" })).verdict?.value).toBe("free");
    const twice = await served.serving.http.app.inject({ url: `/api/travel/decision?${new URLSearchParams({ from: "海拉尔区", to: "扎兰屯市", on: "2021-01-26", need: "true" })}&to=x` });
    expect(twice.json<AnswerView>().verdict?.value).toBe("free");
  });
});

describe("places of the city, however they are written", () => {
  beforeAll(async () => {
    await served.setLevel("根河市好里堡街道阳光小区", "high", "set-level-estate");
    await served.setLevel("额尔古纳市拉布大林街道", "medium", "set-level-township");
  });
  test.each([
    ["the very words", "根河市", "好里堡街道阳光小区", "must-not"], ["with spaces", "根河市", " 好里堡街道 阳光小区", "must-not"], ["its township alone", "根河市", "好里堡街道", "missing"], ["the estate without its township", "根河市", "阳光小区", "missing"], ["the whole district", "根河市", "", "missing"],
    ["another township", "根河市", "河东街道", "free"], ["an estate in a listed township", "额尔古纳市", "拉布大林街道某小区", "needs-approval"],
  ])("%s", async (_name, from, fromPart, expected) => {
    const answer = await ask({ from, fromPart, to: "扎兰屯市", need: "true", who: "other" });
    expect(answer.verdict?.value ?? answer.kind).toBe(expected);
  });
  test("the city alone does not say whose rules hold", async () => {
    expect((await ask({ from: "呼伦贝尔市", to: "扎兰屯市", need: "true" })).faults).toMatchObject([{ field: "from", code: "no-district" }]);
  });
});

describe("levels of authority", () => {
  test("what is said only tomorrow is not known today", async () => {
    const answer = await ask({ from: "海拉尔区", to: "黑龙江省齐齐哈尔市龙沙区", on: "2021-01-28", need: "true" });
    expect([answer.verdict?.value, answer.conditions, answer.told]).toEqual(["free", [], []]);
  });
  test("somebody from outside the city is referred to their own control body, and told what is asked of those who come", async () => {
    const answer = await ask({ from: "elsewhere", fromPart: "河北省石家庄市藁城区", to: "海拉尔区", need: "true" });
    expect([answer.kind, answer.verdict, answer.conditions.map(({ words, authority, way }) => [authority.rank, words.zh.slice(0, 13), way])]).toEqual(["elsewhere", null, [["region", "从高风险地区进内蒙古：集中", "out"]]]);
    // The state's word holds there as well, and is told with the level.
    expect([answer.origin?.level, answer.grounds.map(({ authority, value }) => [authority.rank, value])]).toEqual(["high", [["state", "must-not"]]]);
    expect((await ask({ from: "elsewhere", fromPart: "河北省石家庄市藁城区", to: "扎兰屯市" })).conditions.length).toBe(1);
    expect((await ask({ from: "elsewhere", fromPart: "河北省石家庄市藁城区", to: "北京市海淀区" })).conditions).toEqual([]);
    expect(await ask({ from: "elsewhere", fromPart: "北京市大兴区", to: "海拉尔区" })).toMatchObject({ kind: "missing", missing: [{ what: "origin" }] });
    expect((await ask({ from: "elsewhere", fromPart: "加格达奇", to: "海拉尔区" })).kind).toBe("elsewhere");
  });
  test("from the day of the press conference the state speaks too; it takes no approval away", async () => {
    served.setDay("2021-01-28");
    const after = { on: "2021-01-28" };
    const stay = await ask({ ...after, from: "扎赉诺尔区", to: "扎兰屯市", need: "false", who: "other" });
    expect(stay.grounds.map(({ authority }) => authority.key)).toEqual(["city", "above", "press-conference"]);
    const approved = await ask({ ...after, from: "扎赉诺尔区", to: "扎兰屯市", need: "true", approved: "true", who: "other" });
    expect([approved.verdict?.value, approved.grounds.map(({ authority }) => authority.key)]).toEqual(["approved", ["city", "above"]]);
    const free = await ask({ ...after, from: "海拉尔区", to: "黑龙江省齐齐哈尔市龙沙区", need: "true" });
    expect(free.conditions.map(({ authority, way }) => [authority.key, way])).toEqual([["press-conference", "out"]]);
    served.setDay("2021-01-26");
  });
  test("who comes back from a high-risk area is told what awaits them, with its source", async () => {
    const { conditions } = await ask({ from: "海拉尔区", to: "河北省石家庄市藁城区", need: "true" });
    expect(conditions.map(({ authority, way, words }) => [authority.key, way, words.en])).toEqual([["region", "back", "Into Inner Mongolia from a high-risk area: 14 days' isolation in a facility and 2 tests."]]);
    expect(conditions[0]?.authority.source?.zh).toContain("2021年1月22日");
  });
  test("the strictest word of the days away counts, and the day is told", async () => {
    const answer = await ask({ from: "海拉尔区", to: "扎兰屯市", until: "2021-02-05", need: "true" });
    expect([answer.verdict?.value, answer.day]).toEqual(["free", "2021-01-26"]);
  });
  test("a stop on the way counts as a place gone to", async () => {
    const answer = await ask({ from: "海拉尔区", to: "扎兰屯市", via: "河北省石家庄市藁城区", need: "true" });
    expect([answer.verdict?.value, answer.destinations.map(({ level }) => level)]).toEqual(["in-principle-not-there", ["low", "high"]]);
  });
  test("the invented district asks for more than the city: the strictest counts, marked as an addition with the document behind it", async () => {
    const answer = await ask({ from: "云杉旗", to: "扎兰屯市", need: "true", who: "other" });
    expect(answer.verdict?.value).toBe("needs-approval");
    expect(answer.grounds.map(({ authority, isAddition, document }) => [authority.key, isAddition, document])).toEqual([["150799", true, "云杉旗疫情防控指挥部〔2021〕3号（虚构，只供演练）"]]);
    expect(answer.milder.map(({ authority, value }) => [authority.key, value])).toEqual([["city", "free"], ["above", "free"]]);
    // Elsewhere in the city nothing of it counts.
    expect((await ask({ from: "海拉尔区", to: "扎兰屯市", need: "true", who: "other" })).milder.map(({ authority }) => authority.key)).toEqual([]);
    // Nor does it make the city's "in principle not" an approval.
    expect((await ask({ from: "云杉旗", to: "扎兰屯市", need: "false", who: "public-staff" })).verdict?.value).toBe("in-principle-not");
  });
  test.each(["", "/en"])("the report of stricter rules%s names what the invented district adds, and nothing else", async (prefix) => {
    const page = (await served.serving.http.app.inject({ url: `${prefix}/travel/stricter`, headers: { accept: "text/html" } })).body;
    const marks = page.split(prefix === "" ? "上级是“" : "above: ").slice(1);
    expect(marks).toHaveLength(2);
    expect(page).toContain(prefix === "" ? "这里是</span> <b>须经批准</b>" : "here:</span> <b>Needs approval</b>");
    expect(page).toContain("云杉旗疫情防控指挥部〔2021〕3号（虚构，只供演练）");
    expect(page.split(prefix === "" ? "没有比上级更严的" : "Nothing stricter than above")).toHaveLength(2);
    expect(page).toMatch(prefix === "" ? /要去低风险地区/u : /go to a low-risk area/u);
  });
});

test("what was answered on a past evening is reproduced after later changes", async () => {
  served.setDay("2021-02-03");
  const asked = { from: "鄂伦春自治旗", to: "扎兰屯市", need: "true", who: "other", on: "2021-02-05" };
  const { verdict, asOf } = await ask(asked);
  served.setDay("2021-02-04");
  await served.setLevel("鄂伦春自治旗", "high", "set-level-later");
  expect((await ask(asked)).verdict?.value).toBe("must-not");
  expect(await ask({ ...asked, at: asOf?.at ?? "" })).toMatchObject({ verdict, asOf: { levels: asOf?.levels } });
  expect((await served.serving.http.app.inject({ url: "/api/travel/decision?at=2021-12-01" })).statusCode).toBe(422);
  expect((await served.serving.http.app.inject({ url: "/api/travel/decision?at=gestern" })).json()).toMatchObject({ field: "at" });
});
