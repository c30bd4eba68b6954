import { expect, test } from "vitest";
import { openingTries } from "./opening-tries.ts";

const at = (minutes: number): Date => new Date(Date.parse("2021-01-26T01:00:00Z") + minutes * 60_000);

test("twenty cases an hour may be opened from one network, and the next is told when; another network is not kept waiting", () => {
  const tries = openingTries();
  for (let count = 0; count < 20; count += 1) expect(tries.take("203.0.113.7", at(0))).toBeNull();
  expect(tries.take("203.0.113.7", at(45))).toBe(15 * 60);
  expect([tries.take("203.0.113.8", at(45)), tries.take("203.0.113.7", at(60))]).toEqual([null, null]);
});

test("two hundred a day, however they are spread; what was given back or refused counts not", () => {
  const tries = openingTries();
  for (let hour = 0; hour < 10; hour += 1) for (let count = 0; count < 20; count += 1) expect(tries.take("203.0.113.7", at(hour * 60))).toBeNull();
  expect(tries.take("203.0.113.7", at(600))).toBe(14 * 3_600);
  tries.giveBack("203.0.113.7");
  expect(tries.take("203.0.113.7", at(661))).toBeNull();
  expect(tries.take("203.0.113.7", at(24 * 60))).toBeNull();
});
