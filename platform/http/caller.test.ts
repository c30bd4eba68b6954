import { expect, test } from "vitest";
import { callerLanguage, chooseCoding, wantsPage } from "./caller.ts";

test.each([
  ["/en", undefined, "en"], ["/en/n/a", "zh", "en"], ["/en?size=large", "zh", "en"], ["/english", undefined, "zh-CN"], ["/", undefined, "zh-CN"],
  ["/", "en-GB,en;q=0.9", "en"], ["/", "zh-CN,zh;q=0.9,en;q=0.8", "zh-CN"], ["/", "en;q=0.5, zh;q=0.9", "zh-CN"], ["/", "fr", "zh-CN"], ["/", "en;q=nonsense", "zh-CN"],
] as const)("%s with Accept-Language %s is answered in %s", (path, header, language) => {
  expect(callerLanguage(path, header)).toBe(language);
});

test.each([
  ["text/html,application/xhtml+xml,*/*;q=0.8", true], ["*/*", false], [undefined, false], ["application/json", false], ["text/html;q=0, application/json", false],
])("Accept %s asks for a page: %s", (header, expected) => {
  expect(wantsPage(header)).toBe(expected);
});

test("the best coding the caller takes, and none it refuses", () => {
  expect(["gzip, deflate, br", "gzip", "br;q=0, gzip", "deflate", undefined].map(chooseCoding)).toEqual(["br", "gzip", "gzip", "identity", "identity"]);
});
