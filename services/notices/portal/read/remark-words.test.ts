import { expect, test } from "vitest";
import { remarkInWords } from "./remark-words.ts";

test.each(["Please stay home.", "打印本页。"])("what was left out brings its own full stop: %s", (detail) => {
  for (const language of ["zh-CN", "en"] as const) expect(remarkInWords({ kind: "furniture", range: null, detail }, language)).not.toMatch(/\.\.|。。|\.。|。\./u);
});
test("without one it gets one, and no text is said to stand around a notice", () => {
  expect(remarkInWords({ kind: "furniture", range: null, detail: "Print" }, "en")).toBe("Some words were not read as part of the notice: Print.");
  expect(remarkInWords({ kind: "furniture", range: null, detail: "" }, "zh-CN")).toBe("有些文字没有当作通知正文来读。");
});
