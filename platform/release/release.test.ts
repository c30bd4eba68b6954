import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { canonicalBytes, contentSha256, keyedDiff, releaseRefusal, textDiff, type ReleaseFacts } from "./index.ts";

const FACTS: ReleaseFacts = { state: "in-check", person: "b", editors: ["a"], revision: 3, revisionSeen: 3, openFaults: 0 };
const reason = (action: Parameters<typeof releaseRefusal>[0], change: Partial<ReleaseFacts> = {}) => releaseRefusal(action, { ...FACTS, ...change })?.reason ?? "may";

/** Signs without any order, the same for one seed. */
function random(seed: number, length: number): string {
  let state = seed * 2_654_435_761 % 4_294_967_296;
  return Array.from({ length }, () => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296;
    return String.fromCodePoint(0x4e00 + Math.floor(state / 4_294_967_296 * 8_000));
  }).join("");
}

describe("who may do what", () => {
  test.each<[string, Parameters<typeof releaseRefusal>[0], Partial<ReleaseFacts>, string]>([
    ["another officer releases what was handed in", "release", {}, "may"],
    ["whoever edited it or handed it in does not", "release", { person: "a" }, "same-person"],
    ["nor one editor of several", "release", { editors: ["a", "b", "c"] }, "same-person"],
    ["nothing that was not handed in", "release", { state: "draft" }, "wrong-state"],
    ["nothing twice", "release", { state: "released" }, "wrong-state"],
    ["nothing changed since it was looked at", "release", { revisionSeen: 2 }, "changed-meanwhile"],
    ["nothing with open faults", "release", { openFaults: 1 }, "open-faults"],
    ["a draft with faults is not handed in", "hand-in", { state: "draft", openFaults: 2 }, "open-faults"],
    ["a draft with faults may be edited", "edit", { state: "draft", openFaults: 2 }, "may"],
    ["what is in check is not edited", "edit", {}, "wrong-state"],
    ["it is taken back first", "take-back", {}, "may"],
    ["or the second officer sends it back", "send-back", {}, "may"],
    ["not what was changed since it was looked at", "send-back", { revisionSeen: 2 }, "changed-meanwhile"],
    ["and not what nobody handed in", "send-back", { state: "draft" }, "wrong-state"],
    ["an edit of an old state is refused", "edit", { state: "draft", revisionSeen: 1 }, "changed-meanwhile"],
    ["what is released is not discarded", "discard", { state: "released" }, "wrong-state"],
  ])("%s", (_what, action, change, expected) => expect(reason(action, change)).toBe(expected));
});

describe("canonical form", () => {
  test("is RFC 8785's own example of §3.2.3", () => {
    const value = { numbers: [Number("333333333.33333329"), 1e30, 4.5, 2e-3, 0.000000000000000000000000001], string: "€$\u000f\nA'B\"\\\\\"/", literals: [null, true, false] };
    expect(new TextDecoder().decode(canonicalBytes(value))).toBe('{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}');
  });
  test("the order of members is nothing to the hash", () => {
    fc.assert(fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (value) => contentSha256(value) === contentSha256(Object.fromEntries(Object.entries(value).toReversed()))));
  });
});

describe("what changed, for people", () => {
  test("Chinese by sign, with a changed word in one piece", () => {
    expect(textDiff("每日巡查管网，严禁停暖。", "每日两次巡查管网，不得停暖。")).toEqual([
      { kind: "same", words: "每日" }, { kind: "added", words: "两次" }, { kind: "same", words: "巡查管网，" }, { kind: "removed", words: "严禁" }, { kind: "added", words: "不得" }, { kind: "same", words: "停暖。" },
    ]);
  });
  test("a changed paragraph is compared by itself; those around it stay whole", () => {
    expect(textDiff("一、供暖。\n二、照看老人。\n三、值班。\n", "一、供暖。\n二、看望老人。\n三、值班。\n")).toEqual([
      { kind: "same", words: "一、供暖。\n二、" }, { kind: "removed", words: "照看" }, { kind: "added", words: "看望" }, { kind: "same", words: "老人。\n三、值班。\n" },
    ]);
  });
  test("what was written anew is shown as such, the old whole and the new whole", () => {
    const [before, after] = [random(1, 3_000), random(2, 3_000)];
    expect(textDiff(`开头。\n${before}\n结尾。`, `开头。\n${after}\n结尾。`)).toEqual([
      { kind: "same", words: "开头。\n" }, { kind: "removed", words: before }, { kind: "added", words: after }, { kind: "same", words: "\n结尾。" },
    ]);
  });
  test.each([["one long paragraph", ""], ["many paragraphs", "\n"]])("two unlike texts of the largest size take no time: %s", (_what, between) => {
    const text = (seed: number) => Array.from({ length: 400 }, (_, at) => random(seed + at, 1_000)).join(between);
    const [before, after] = [text(1), text(1_000)];
    const started = performance.now();
    const parts = textDiff(before, after);
    expect(performance.now() - started).toBeLessThan(10_000);
    expect(parts.filter(({ kind }) => kind !== "added").map(({ words }) => words).join("")).toBe(before);
  });
  test("both texts can be read out of it", () => {
    const text = fc.string({ unit: fc.constantFrom("一", "二", "要", "，", "a", "b ", "\n") });
    fc.assert(fc.property(text, text, (before, after) => {
      const parts = textDiff(before, after);
      const without = (kind: string) => parts.filter((part) => part.kind !== kind).map(({ words }) => words).join("");
      expect(without("added")).toBe(before);
      expect(without("removed")).toBe(after);
    }));
  });
  test("members by name", () => {
    const of = (...items: [string, number][]) => items;
    expect(keyedDiff(of(["a", 1], ["b", 2], ["c", 3]), of(["c", 3], ["b", 5], ["d", 1]), ([key]) => key, ([, one], [, other]) => one === other).map(({ key, kind }) => `${key} ${kind}`)).toEqual(["c same", "b changed", "d added", "a removed"]);
  });
});
