import { expect, test } from "vitest";
import { aroundOf, neighbours } from "./list-around.ts";

const LIST = aroundOf([{ district: "150702", number: "0125-00001" }, { district: "150781", number: "0125-00001" }, { district: "150702", number: "0125-00002" }]);

test("a case that was opened from a list knows the one before and the one after it", () => {
  expect(neighbours(LIST, "150781", "0125-00001")).toEqual({ before: "150702/0125-00001", after: "150702/0125-00002" });
  expect(neighbours(LIST, "150702", "0125-00001")).toEqual({ before: null, after: "150781/0125-00001" });
});

test("opened otherwise, it has no neighbours; what a browser kept of something else is not taken for a list", () => {
  for (const state of [null, undefined, "around", { around: "150702/0125-00001" }, { around: [1] }, { around: ["//elsewhere"] }, aroundOf([])]) expect(neighbours(state, "150702", "0125-00001")).toEqual({ before: null, after: null });
});
