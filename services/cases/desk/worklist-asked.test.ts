import fc from "fast-check";
import { expect, test } from "vitest";
import { BUCKETS } from "../desk-views.ts";
import { addressOf, askedIn } from "./worklist-asked.ts";

test("what the list is narrowed to stands in the address and comes back from it as it was", () => {
  const words = fc.constantFrom("", "road-block", "150702", "supplies");
  fc.assert(fc.property(fc.record({
    bucket: fc.constantFrom(null, ...BUCKETS), type: words, district: words, clause: words, mine: fc.boolean(), closed: fc.boolean(), chases: fc.boolean(),
  }), (asked) => { expect(askedIn(addressOf(asked))).toEqual(asked); }));
});

test("an address that makes no sense narrows nothing", () => {
  expect(addressOf(askedIn(new URLSearchParams("bucket=never&mine=yes"))).toString()).toBe("");
});

test("the server is not asked what only the page knows", () => {
  expect(addressOf(askedIn(new URLSearchParams("chases=1&district=150702")), true).toString()).toBe("district=150702");
});
