import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { href, readAddress } from "./view.ts";

describe("href", () => {
  test.each([
    ["/", "zh-CN", false, "/"], ["/", "en", false, "/en/"], ["/", "en", true, "/en/?size=large"],
    ["/n/a/b#qr", "en", true, "/en/n/a/b?size=large#qr"], ["/read?x=1", "zh-CN", true, "/read?x=1&size=large"],
  ] as const)("%s in %s, elder %s, is %s", (path, language, elder, address) => expect(href(path, { language, elder })).toBe(address));

  test("is undone by readAddress", () => {
    const path = fc.array(fc.stringMatching(/^[a-z0-9-]{1,8}$/), { maxLength: 3 }).map((parts) => `/${parts.join("/")}`).filter((found) => !/^\/en(\/|$)/.test(found));
    fc.assert(fc.property(path, fc.constantFrom("zh-CN" as const, "en" as const), fc.boolean(), (found, language, elder) => {
      const url = new URL(href(found, { language, elder }), "https://anxin.example");
      expect(readAddress(url.pathname, url.searchParams)).toEqual({ view: { language, elder }, path: found });
    }));
  });

  test("a path that only begins like English is Chinese", () => {
    expect(readAddress("/entry", new URLSearchParams()).view.language).toBe("zh-CN");
    expect(readAddress("/en", new URLSearchParams())).toEqual({ view: { language: "en", elder: false }, path: "/" });
  });
});
