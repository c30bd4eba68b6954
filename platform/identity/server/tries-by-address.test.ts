import { describe, expect, test } from "vitest";
import { triesByAddress } from "./tries-by-address.ts";

const at = (minutes: number): Date => new Date(Date.UTC(2026, 10, 24, 2, minutes));

describe("tries by address", () => {
  test("so many in a quarter of an hour, then none until it is over; other addresses go on", () => {
    const tries = triesByAddress(3);
    expect([0, 1, 2].map((minute) => tries.take("10.0.0.1", at(minute)))).toEqual([null, null, null]);
    expect(tries.take("10.0.0.1", at(5))).toBe(600);
    expect(tries.take("10.0.0.2", at(5))).toBeNull();
    expect(tries.take("10.0.0.1", at(15))).toBeNull();
  });
  test("what came to a good end does not count", () => {
    const tries = triesByAddress(1);
    for (let round = 0; round < 5; round += 1) {
      expect(tries.take("10.0.0.1", at(0))).toBeNull();
      tries.giveBack("10.0.0.1");
    }
  });
  test.each([
    ["2001:db8:1:2::1", "2001:db8:1:2:ffff:ffff:ffff:ffff", "counts together"], ["2001:db8:1:2::1", "2001:0DB8:0001:0002::9", "counts together"], ["::ffff:10.0.0.1", "10.0.0.1", "counts together"],
    ["2001:db8:1:2::1", "2001:db8:1:3::1", "counts apart"], ["10.0.0.1", "10.0.0.2", "counts apart"], ["fe80::1", "::1", "counts apart"],
  ])("%s and %s: %s", (one, other, how) => {
    const tries = triesByAddress(1);
    tries.take(one, at(0));
    expect(tries.take(other, at(0)) === null).toBe(how === "counts apart");
  });
});
