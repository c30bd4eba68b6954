import { expect, test } from "vitest";
import { DeskProblem } from "./api.ts";
import { faultsProblem, problemIn } from "./form-problem.tsx";

const FAULT = { problem: { zh: "没有填“在哪里”", en: "“Where” is missing" }, remedy: { zh: "补上这一项。", en: "Fill it in." } };

test("what is wrong with answers is told in the reader's language, all of it, as the server would", () => {
  const told = faultsProblem([{ field: "where", ...FAULT }, { field: "since", ...FAULT }], "en");
  expect(told.problem).toBe("2 things to put right");
  expect(told.errors.map(({ field, problem }) => [field, problem])).toEqual([["where", "“Where” is missing"], ["since", "“Where” is missing"]]);
});

test("what is said of a field inside what was sent is said of the field", () => {
  const said = new DeskProblem(422, { problem: "有错", remedy: "改", errors: [{ field: "answers.where", problem: "找不到", remedy: "写路名" }, { field: "values.stock", problem: "太多", remedy: "核对" }] });
  expect(problemIn(said, "where")?.problem).toBe("找不到");
  expect(problemIn(said, "stock")?.problem).toBe("太多");
  expect(problemIn(said, "name")).toBeNull();
  expect(problemIn(new DeskProblem(403, { field: "district", problem: "不归您管", remedy: "另选" }), "district")?.remedy).toBe("另选");
});
