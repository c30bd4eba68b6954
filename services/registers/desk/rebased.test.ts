import fc from "fast-check";
import { expect, test } from "vitest";
import { rebased } from "./rebased.ts";

const BEGUN = { shop: "满达超市", stock: "12", hours: "每天 08:00-20:00" };

test("what somebody else changed comes in where nothing was typed, and what was typed stays", () => {
  expect(rebased(BEGUN, { ...BEGUN, stock: "20" }, { ...BEGUN, hours: "每天 09:00-18:00" })).toEqual({ draft: { shop: "满达超市", stock: "20", hours: "每天 09:00-18:00" }, clashes: [] });
});

test("a field that both changed keeps what was typed, and is named; changed to the same it is no clash", () => {
  expect(rebased(BEGUN, { ...BEGUN, stock: "20" }, { ...BEGUN, stock: "15" })).toEqual({ draft: { ...BEGUN, stock: "20" }, clashes: ["stock"] });
  expect(rebased(BEGUN, { ...BEGUN, stock: "20" }, { ...BEGUN, stock: "20" }).clashes).toEqual([]);
});

test("nothing that was typed is ever lost, and an untouched form is what is kept now", () => {
  const drafts = fc.dictionary(fc.constantFrom("a", "b", "c"), fc.constantFrom("1", "2", ""));
  fc.assert(fc.property(drafts, drafts, drafts, (begun, typed, now) => {
    const { draft } = rebased(begun, typed, now);
    for (const [key, value] of Object.entries(typed)) if (value !== (begun[key] ?? "")) expect(draft[key]).toBe(value);
    expect(rebased(begun, begun, now).draft).toEqual(now);
  }));
});
