import fc from "fast-check";
import { expect, test } from "vitest";
import { termsOf, wantedTerms } from "./terms.ts";

test("a name is looked for by pairs of its signs, and by triples of letters and digits", () => {
  expect(termsOf("stock", "友谊商店 a1205号")).toEqual(["stock 友谊", "stock 谊商", "stock 商店", "stock a12", "stock 120", "stock 205", "stock 5号"]);
  expect([wantedTerms("stock", ["店"]), wantedTerms("stock", ["12"]), wantedTerms("stock", [])]).toEqual([null, null, null]);
});
test("whatever is part of a name is looked for by terms that the name has", () => {
  const name = fc.array(fc.constantFrom("友", "谊", "商", "店", "1", "2", "a", "b", "𠮷"), { minLength: 1, maxLength: 12 });
  fc.assert(fc.property(name, fc.nat(11), fc.nat(12), (signs, from, length) => {
    const all = new Set(termsOf("r", signs.join("")));
    for (const term of termsOf("r", signs.slice(from, from + length).join(""))) expect(all.has(term)).toBe(true);
  }));
});
