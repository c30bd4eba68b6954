import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readNotice } from "#engines/reading";
import { beginDraft, editsBetween, mergeEdits, withValue, type DraftContent } from "./index.ts";

const base = beginDraft(readNotice("关于防寒的通知\n一、做好供暖。各单位要保证供暖。\n二、少出门。倡导居民减少外出。\n"), null);
const withClause = (content: DraftContent, index: number, change: Partial<DraftContent["clauses"][number]>): DraftContent => ({ ...content, clauses: content.clauses.map((clause, at) => (at === index ? { ...clause, ...change } : clause)) });

describe("two officers change one draft", () => {
  test("what each of them changed is kept", () => {
    const mine = withClause(base, 0, { key: "heating" });
    const theirs = { ...withClause(base, 1, { summary: { zh: "少出门", en: "Stay in" } }), title: { zh: "防寒通知", en: "" } };
    const { merged, conflicts } = mergeEdits(base, mine, theirs);
    expect(conflicts).toEqual([]);
    expect(merged.clauses.map(({ key, summary }) => [key, summary.zh])).toEqual([["heating", ""], [null, "少出门"]]);
    expect(merged.title.zh).toBe("防寒通知");
  });
  test("of two different words for one thing theirs stands, and mine is told", () => {
    const { merged, conflicts } = mergeEdits(base, withClause(base, 0, { key: "heat" }), withClause(base, 0, { key: "warmth" }));
    expect(merged.clauses[0]?.key).toBe("warmth");
    expect(conflicts).toEqual([{ path: ["clauses", "一", "key"], mine: "heat", theirs: "warmth" }]);
  });
  test("corrections of both are taken, and one taken back stays away", () => {
    const [one, two, three] = ["a", "b", "c"].map((quote) => ({ quote, change: { kind: "remove" as const } })) as [DraftContent["corrections"][number], DraftContent["corrections"][number], DraftContent["corrections"][number]];
    const from = { ...base, corrections: [one] };
    expect(mergeEdits(from, { ...base, corrections: [two] }, { ...base, corrections: [one, three] }).merged.corrections).toEqual([three, two]);
  });
});

describe("what one officer wrote", () => {
  const mine = { ...withClause(base, 0, { summary: { zh: "供暖不停", en: "" } }), documentNumber: "〔2027〕1号" };
  test("is listed piece by piece, with what stood there", () => {
    expect(editsBetween(base, mine)).toEqual([{ path: ["documentNumber"], mine: "〔2027〕1号", theirs: null }, { path: ["clauses", "一", "summary", "zh"], mine: "供暖不停", theirs: "" }]);
    expect(editsBetween(base, base)).toEqual([]);
  });
  test("can be put into any other state of the draft", () => {
    const other = withClause(base, 0, { key: "heating" });
    const put = editsBetween(base, mine).reduce((content, edit) => withValue(content, edit.path, edit.mine), other);
    expect(put).toEqual({ ...mine, clauses: mine.clauses.map((clause, at) => (at === 0 ? { ...clause, key: "heating" } : clause)) });
  });
});

describe("for any changes of plain fields", () => {
  const field = fc.constantFrom("A", "B", "C");
  const content = fc.record({ zh: field, en: field, number: field, key0: field, key1: field }).map(({ zh, en, number, key0, key1 }): DraftContent =>
    withClause(withClause({ ...base, title: { zh, en }, documentNumber: number }, 0, { key: key0 }), 1, { key: key1 }));
  test("a merge with nobody's change is the other's draft", () => fc.assert(fc.property(content, content, (from, to) => {
    expect(mergeEdits(from, from, to).merged).toEqual(to);
    expect(mergeEdits(from, to, from).merged).toEqual(to);
  })));
  test("every field is mine where only I changed it, theirs otherwise, and a conflict is told exactly where both did", () => fc.assert(fc.property(content, content, content, (from, mine, theirs) => {
    const { merged, conflicts } = mergeEdits(from, mine, theirs);
    const [was, own, other, now] = [from, mine, theirs, merged].map((each) => [each.title.zh, each.title.en, each.documentNumber, each.clauses[0]?.key, each.clauses[1]?.key]) as [string[], string[], string[], string[]];
    expect(now).toEqual(was.map((value, at) => (other[at] === value ? own[at] : other[at])));
    expect(conflicts).toHaveLength(was.filter((value, at) => own[at] !== value && other[at] !== value && own[at] !== other[at]).length);
  })));
});
