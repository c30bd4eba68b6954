import { describe, expect, test } from "vitest";
import { clockOf } from "./index.ts";

describe("the two clocks", () => {
  test("in ordinary operation they agree", () => {
    const now = new Date("2026-11-23T08:00:00Z");
    const clock = clockOf(null, () => now);
    expect([clock.policyNow(), clock.machineNow(), clock.drill]).toEqual([now, now, false]);
  });
  test("in a drill policy time starts at its date and ticks on with the machine", () => {
    let now = new Date("2026-11-23T08:00:00Z");
    const clock = clockOf({ policyStart: new Date("2021-01-26T01:00:00Z"), machineStart: now }, () => now);
    expect(clock.policyNow().toISOString()).toBe("2021-01-26T01:00:00.000Z");
    now = new Date("2026-11-24T09:30:00Z");
    expect(clock.policyNow().toISOString()).toBe("2021-01-27T02:30:00.000Z");
    expect(clock.drill).toBe(true);
  });
});
