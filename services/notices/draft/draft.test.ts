import { readNotice } from "#engines/reading";
import { describe, expect, test } from "vitest";
import { exampleNotice } from "../portal/example-notice.ts";
import { beginDraft, checkDraft, draftContent, lostName, publicNotice, remarkName, withdrawalOf, type DraftContent } from "./index.ts";

const TEXT = "某某市关于做好寒潮防范工作的通知\n各区人民政府：\n一、巡查供暖\n供热单位要每日巡查管网，严禁擅自停暖。\n二、照看老人\n社区要上门看望独居老人，鼓励邻里互助。\n某某市应急指挥部\n2027年1月5日\n";
const READING = readNotice(TEXT);
const BODY = exampleNotice().issuer;
const city = { bodies: [{ ...BODY, key: "headquarters" }] };
const ground = { noticeKey: "cold-wave", version: 1, text: TEXT, reading: READING, city, today: "2027-01-05" };
const begun = beginDraft(READING, null);

/** The draft as an officer leaves it when nothing is missing. */
function complete(change: Partial<DraftContent> = {}): DraftContent {
  return {
    ...begun, title: { zh: begun.title.zh, en: "Notice on the cold wave" }, origin: { name: { zh: "市政府网站", en: "The city's website" }, address: null },
    issuer: "headquarters", publisher: "headquarters", operator: "headquarters",
    clauses: begun.clauses.map((clause, index) => ({ ...clause, key: ["heating", "elders"][index] ?? null, title: { zh: "标题", en: "Title" }, summary: { zh: "说明", en: "Summary" } })),
    acknowledged: READING.remarks.map(remarkName), ...change,
  };
}
const fields = (content: DraftContent): string[] => checkDraft(content, ground).faults.map(({ field }) => field);

describe("a draft begins with what the text says", () => {
  test("title, date and a clause for each item; nothing is confirmed yet", () => {
    expect(begun).toMatchObject({ title: { zh: "某某市关于做好寒潮防范工作的通知", en: "" }, date: "2027-01-05" });
    expect(begun.clauses.map(({ place, key, title }) => [place, key, title.zh])).toEqual([["一", null, "巡查供暖"], ["二", null, "照看老人"]]);
    expect(draftContent.parse(begun)).toEqual(begun);
  });
  test("an amended text finds the keys, words and duties of the version before", () => {
    const { notice } = checkDraft(complete(), ground);
    const amended = readNotice(TEXT.replace("每日巡查管网", "每日两次巡查管网"));
    const draft = beginDraft(amended, notice === null ? null : { base: notice, text: TEXT });
    expect(draft.clauses.map(({ key }) => key)).toEqual(["heating", "elders"]);
    expect(draft.duties.map(({ key }) => key)).toEqual(notice?.clauses.flatMap(({ obligations }) => obligations.map(({ key }) => key)));
    expect(draft.clauses[0]?.summary).toEqual({ zh: "说明", en: "Summary" });
  });
});

describe("what keeps a draft from being released", () => {
  test("nothing: the notice is put together from the reading, every duty under a key of its clause", () => {
    const { notice, faults } = checkDraft(complete(), ground);
    expect(faults).toEqual([]);
    expect(notice?.clauses.map(({ key, obligations }) => [key, obligations.map((duty) => `${duty.key} ${duty.modality}`)])).toEqual([
      ["heating", ["heating.duty-1 must", "heating.duty-2 must-not"]], ["elders", ["elders.duty-1 must", "elders.duty-2 encouraged"]],
    ]);
  });
  test.each<[string, Partial<DraftContent>, string]>([
    ["a clause nobody confirmed", { clauses: complete().clauses.map((clause, index) => (index === 1 ? { ...clause, key: null } : clause)) }, "clauses[1].key"],
    ["one key for two clauses", { clauses: complete().clauses.map((clause) => ({ ...clause, key: "heating" })) }, "clauses[1].key"],
    ["a summary without English", { clauses: complete().clauses.map((clause) => ({ ...clause, summary: { zh: "说明", en: " " } })) }, "clauses[0].summary.en"],
    ["no issuer", { issuer: null }, "issuer"],
    ["a body the city does not have", { operator: "nobody" }, "operator"],
    ["a clause left out", { clauses: complete().clauses.slice(1) }, "一"],
    ["a correction the text does not bear", { corrections: [{ quote: "修建大坝", change: { kind: "remove" } }] }, "corrections[0]"],
    ["a restatement without its note", { textKind: "restatement" }, "textNote.zh"],
    ["a date without a source in English", { dateSource: { zh: "来电", en: "" } }, "dateSource.en"],
  ])("%s", (_what, change, field) => {
    expect(fields(complete(change))).toContain(field);
    expect(checkDraft(complete(change), ground).notice).toBeNull();
  });
  test("a remark nobody has looked at", () => {
    const text = TEXT.replace("二、照看老人", "三、照看老人");
    const reading = readNotice(text);
    const clauses = complete().clauses.map((clause) => (clause.place === "二" ? { ...clause, place: "三" } : clause));
    const look = (acknowledged: string[]) => checkDraft(complete({ clauses, acknowledged }), { ...ground, text, reading }).faults.map(({ field }) => field);
    expect(look([])).toEqual(reading.remarks.map((_, index) => `acknowledged[${index}]`));
    expect(look(reading.remarks.map(remarkName))).toEqual([]);
    expect(reading.remarks.length).toBeGreaterThan(0);
  });
  test("every fault says what is wrong and what to do, in both languages", () => {
    for (const { problem, remedy } of checkDraft(begun, ground).faults) for (const words of [problem.zh, problem.en, remedy.zh, remedy.en]) expect(words).not.toBe("");
  });
});

describe("corrections", () => {
  test("a duty split in two gets two keys", () => {
    const { notice, faults } = checkDraft(complete({ corrections: [{ quote: "供热单位要每日巡查管网", change: { kind: "split", before: "每日" } }] }), ground);
    expect(faults).toEqual([]);
    expect(notice?.clauses[0]?.obligations.map(({ key, quote }) => [key, quote])).toEqual([["heating.duty-1", "供热单位要"], ["heating.duty-2", "每日巡查管网"], ["heating.duty-3", "严禁擅自停暖"]]);
  });
  test("the same words twice in one clause still get a key each", () => {
    const text = TEXT.replace("严禁擅自停暖。", "严禁擅自停暖。严禁擅自停暖。");
    expect(checkDraft(complete(), { ...ground, text, reading: readNotice(text) }).faults).toEqual([]);
  });
});

describe("an amendment and the corrections before it", () => {
  const set = { quote: "供热单位要每日巡查管网", change: { kind: "set" as const, modality: "in-principle" as const } };
  const add = { quote: "鼓励邻里互助", modality: "encouraged" as const, change: { kind: "add" as const, excerpt: "邻里互助", modality: "must" as const, actors: ["社区"] } };
  const { notice: corrected } = checkDraft(complete({ corrections: [set, add], duties: [{ key: "elders.neighbours", quote: "邻里互助", modality: "must", plain: { zh: "邻居要帮忙", en: "Neighbours help" } }] }), ground);
  const amend = (text: string): DraftContent => beginDraft(readNotice(text), corrected === null ? null : { base: corrected, text });
  test("are proposed again where their words still stand, with the added duty's own name and plain words", () => {
    const draft = amend(TEXT.replace("严禁擅自停暖", "不得擅自停暖"));
    expect([draft.corrections, draft.lost]).toEqual([[set, add], undefined]);
    expect(draft.duties.find(({ key }) => key === "elders.neighbours")?.plain).toEqual({ zh: "邻居要帮忙", en: "Neighbours help" });
  });
  test("are lost otherwise, and somebody must have looked before it is handed in", () => {
    const text = TEXT.replace("每日巡查", "时常巡查").replace("鼓励邻里互助", "欢迎志愿服务");
    const draft = amend(text);
    expect([draft.corrections, draft.lost]).toEqual([[], [set, add]]);
    const faults = (seen: readonly string[]) => checkDraft({ ...draft, acknowledged: [...seen] }, { ...ground, text, reading: readNotice(text) }).faults.map(({ field }) => field).filter((field) => field.startsWith("lost"));
    expect(faults([])).toEqual(["lost[0]", "lost[1]"]);
    expect(faults([lostName(set), lostName(add)])).toEqual([]);
  });
  test("nothing is lost that the reader now reads by itself", () => {
    expect(amend(TEXT.replace("鼓励邻里互助", "鼓励互相问候，社区要邻里互助")).lost ?? []).not.toContainEqual(set);
  });
  test("a withdrawal keeps the names, the plain words and the corrections", () => {
    const draft = corrected === null ? null : withdrawalOf(corrected, { zh: "天气好转", en: "It is warmer" });
    expect(draft?.duties.find(({ key }) => key === "elders.neighbours")?.plain).toEqual({ zh: "邻居要帮忙", en: "Neighbours help" });
    expect(draft?.corrections).toEqual([set, add]);
  });
});

test("what is hidden from the public is covered in the text and gone from clauses and duties", () => {
  const { notice } = checkDraft(complete({ clauses: complete().clauses.map((clause, index) => ({ ...clause, hidden: index === 0 })) }), ground);
  if (notice === null) throw new Error("the draft is complete");
  const shown = publicNotice(notice);
  expect(JSON.stringify(shown)).not.toMatch(/停暖|管网/u);
  expect(shown.text).toHaveLength(TEXT.length);
  expect(shown.text).toContain("社区要上门看望独居老人");
  expect(shown.clauses.map(({ key }) => key)).toEqual(["elders"]);
});
