import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { canonicalBytes, contentSha256, keyedDiff, releaseRefusal, textDiff, type ReleaseFacts } from "./index.ts";

const FACTS: ReleaseFacts = { state: "in-check", person: "b", editors: ["a"], revision: 3, revisionSeen: 3, openFaults: 0 };
const reason = (action: Parameters<typeof releaseRefusal>[0], change: Partial<ReleaseFacts> = {}) => releaseRefusal(action, { ...FACTS, ...change })?.reason ?? "may";

describe("who may do what", () => {
  test.each<[string, Parameters<typeof releaseRefusal>[0], Partial<ReleaseFacts>, string]>([
    ["another officer releases what was handed in", "release", {}, "may"],
    ["whoever edited it does not", "release", { person: "a" }, "same-person"],
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
