import { describe, expect, test } from "vitest";
import { applyCorrections, readNotice, type Correction } from "./index.ts";

const TEXT = "一、值守\n各镇要值守，严禁离岗。巡查堤防的人员要上报，发现险情的应立即处置。\n二、物资\n各镇要备足沙袋。";
const READING = readNotice(TEXT);
const apply = (...corrections: Correction[]): ReturnType<typeof applyCorrections> => applyCorrections(READING, TEXT, corrections);

describe("an officer's corrections", () => {
  test("set changes what is said of an order and keeps the rest", () => {
    const { reading, refused } = apply({ quote: "备足沙袋", change: { kind: "set", modality: "in-principle", actors: ["各镇"], deadline: null } });
    expect(refused).toEqual([]);
    expect(reading.obligations.at(-1)).toMatchObject({ modality: "in-principle", polarity: "do", quote: "各镇要备足沙袋" });
    expect(READING.obligations.at(-1)?.modality).toBe("must");
  });
  test("remove takes one away and renumbers nothing", () => {
    expect(apply({ quote: "严禁离岗", change: { kind: "remove" } }).reading.obligations.map(({ id }) => id)).toEqual(READING.obligations.map(({ id }) => id).filter((id) => id !== "一#2"));
  });
  test("add puts an order where the reader saw none, under the section it stands in", () => {
    const text = "关于防汛的通知\n一、各乡镇要备足沙袋。堤防险段一天三查。\n二、各单位要值班。\n";
    const { reading, refused } = applyCorrections(readNotice(text), text, [{ quote: "堤防险段一天三查", change: { kind: "add", excerpt: "堤防险段一天三查", modality: "must", actors: ["各乡镇"] } }]);
    expect(refused).toEqual([]);
    expect(reading.obligations.map(({ clause, quote }) => [clause, quote])).toEqual([["一", "各乡镇要备足沙袋"], ["一", "堤防险段一天三查"], ["二", "各单位要值班"]]);
  });
  test("add puts an order in the same sentence, with an id of its own, in its place", () => {
    const { reading } = apply({ quote: "要上报", change: { kind: "add", excerpt: "巡查堤防", modality: "must" } });
    const added = reading.obligations.find(({ quote }) => quote === "巡查堤防");
    expect(added?.id).toBe("一#5");
    expect(TEXT.slice(...(added?.ranges[0] ?? [0, 0]))).toBe("巡查堤防");
    expect(new Set(reading.obligations.map(({ id }) => id)).size).toBe(reading.obligations.length);
  });
  test("split makes two of one, the second with a number of its own", () => {
    const { reading } = apply({ quote: "巡查堤防的人员要上报", change: { kind: "split", before: "的人员" } });
    expect(reading.obligations.filter(({ clause }) => clause === "一").map(({ id, quote }) => `${id} ${quote}`)).toEqual(["一#1 各镇要值守", "一#2 严禁离岗", "一#3 巡查堤防", "一#5 的人员要上报", "一#4 发现险情的应立即处置"]);
  });
  test("merge makes one of two of the same sentence", () => {
    const { reading } = apply({ quote: "巡查堤防的人员要上报", change: { kind: "merge", with: "立即处置" } });
    expect(reading.obligations.filter(({ clause }) => clause === "一").at(-1)).toMatchObject({ id: "一#3", quote: "巡查堤防的人员要上报，发现险情的应立即处置", modality: "must" });
  });
  test.each<[string, Correction]>([
    ["split-outside-order", { quote: "严禁离岗", change: { kind: "split", before: "值守" } }],
    ["split-outside-order", { quote: "严禁离岗", change: { kind: "split", before: "严禁" } }],
    ["merge-across-sentences", { quote: "严禁离岗", change: { kind: "merge", with: "立即处置" } }],
    ["no-such-order", { quote: "严禁离岗", change: { kind: "merge", with: "备足沙袋" } }],
    ["no-such-order", { quote: "修建大坝", change: { kind: "remove" } }],
    ["several-orders", { quote: "各镇要", change: { kind: "remove" } }],
    ["words-not-in-text", { quote: "备足沙袋", change: { kind: "set", actors: ["水务局"] } }],
    ["excerpt-not-in-sentence", { quote: "备足沙袋", change: { kind: "add", excerpt: "严禁离岗", modality: "must-not" } }],
    ["already-there", { quote: "严禁离岗", change: { kind: "add", excerpt: "严禁离岗", modality: "must-not" } }],
  ])("%s is refused and changes nothing", (reason, correction) => {
    const { reading, refused } = apply(correction);
    expect(refused).toMatchObject([{ index: 0, reason }]);
    expect(reading).toEqual(READING);
  });
});
