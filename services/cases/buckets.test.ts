import { expect, test } from "vitest";
import { bucketOf, endOfDay } from "./buckets.ts";

const NOW = "2021-01-26T02:00:00.000Z";
const at = (dueAt: string | null, given: object = {}) => bucketOf({ open: true, waiting: false, dueAt, warnAt: dueAt, ...given }, NOW);

test("a day in China ends at 24:00 there", () => {
  expect([endOfDay("2021-01-26T02:00:00.000Z"), endOfDay("2021-01-26T15:59:59.999Z"), endOfDay("2021-01-26T16:00:00.000Z")]).toEqual(["2021-01-26T16:00:00.000Z", "2021-01-26T16:00:00.000Z", "2021-01-27T16:00:00.000Z"]);
});
test("what is due at 24:00 is due today; three days more are soon; a warning that begins makes it soon; what waits for the applicant is nobody's hurry", () => {
  expect([at("2021-01-26T02:00:00.000Z"), at("2021-01-26T02:00:00.001Z"), at("2021-01-26T16:00:00.000Z"), at("2021-01-26T16:00:00.001Z"), at("2021-01-29T16:00:00.000Z"), at("2021-01-29T16:00:00.001Z")]).toEqual(["overdue", "today", "today", "soon", "soon", "later"]);
  expect([at("2021-02-10T16:00:00.000Z", { warnAt: "2021-01-26T15:00:00.000Z" }), at("2021-01-01T00:00:00.000Z", { waiting: true }), at(null, { open: false })]).toEqual(["soon", "waiting", null]);
});
