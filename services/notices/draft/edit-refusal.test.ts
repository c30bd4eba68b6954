import { readNotice, type Correction } from "#engines/reading";
import { expect, test } from "vitest";
import { editRefusal } from "./edit-refusal.ts";

const TEXT = "某某市关于做好寒潮防范工作的通知\n一、巡查供暖\n供热单位要每日巡查管网，严禁擅自停暖。\n二、照看老人\n社区要上门看望独居老人。学校已经放假，食堂不开。\n";
const ORDERS = readNotice(TEXT).obligations;
const [first] = ORDERS;
if (first === undefined) throw new Error("the text has orders");
const meant = { quote: first.quote, modality: first.modality };
const refused = (correction: Correction) => editRefusal(TEXT, ORDERS, correction);

test.each<[string, Correction, string, string]>([
  ["an actor the text does not name", { ...meant, change: { kind: "set", actors: ["教育局"] } }, "actors", "原文里没有“教育局”"],
  ["a condition the text does not set", { ...meant, change: { kind: "set", condition: "下雪时" } }, "condition", "原文里没有“下雪时”"],
  ["a split at words that are not there", { ...meant, change: { kind: "split", before: "每周" } }, "before", "不能从“每周”拆开"],
  ["a duty made of words that are not there", { quote: "修建大坝", change: { kind: "add", excerpt: "修建大坝", modality: "must" } }, "excerpt", "原文里没有“修建大坝”"],
  ["a duty that is read already", { quote: first.quote, modality: first.modality, change: { kind: "add", excerpt: first.quote, modality: first.modality } }, "excerpt", "已经读出来了"],
  ["two sentences as one duty", { ...meant, change: { kind: "merge", with: "上门看望独居老人" } }, "merge", "现在读出的任务里没有"],
])("%s is refused beside its field, in words", (_what, correction, field, words) => {
  const refusal = refused(correction);
  expect(refusal?.field).toBe(field);
  expect(refusal?.problem.zh).toContain(words);
  expect(JSON.stringify(refusal)).not.toMatch(/quote|modality|yaml/u);
});

test("what the text bears is not", () => {
  expect(refused({ ...meant, change: { kind: "set", modality: "encouraged", actors: ["供热单位"] } })).toBeNull();
  expect(refused({ quote: "食堂不开", change: { kind: "add", excerpt: "食堂不开", modality: "must" } })).toBeNull();
});
