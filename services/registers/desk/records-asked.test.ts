import fc from "fast-check";
import { expect, test } from "vitest";
import { addressOf, askedIn } from "./records-asked.ts";

test("what a list is narrowed to stands in the address and comes back from it as it was", () => {
  fc.assert(fc.property(fc.record({
    district: fc.constantFrom("", "150702"), text: fc.string({ maxLength: 100 }), flag: fc.constantFrom("", "short"), stale: fc.boolean(), sort: fc.constantFrom("name" as const, "recorded" as const), asOf: fc.constantFrom("", "2021-01-26T09:00"),
  }), (asked) => { expect(askedIn(addressOf(asked))).toEqual(asked); }));
});

test("a moment is one of China's clocks, and the server is told it with its zone", () => {
  const asked = askedIn(new URLSearchParams("asOf=2021-01-26T09:00"));
  expect(addressOf(asked, true).get("asOf")).toBe("2021-01-26T01:00:00.000Z");
});

test("a moment that makes no sense asks for now", () => {
  for (const asOf of ["yesterday", "2021-13-40T99:99", "2021-01-26", ""]) expect(askedIn(new URLSearchParams({ asOf })).asOf).toBe("");
});
