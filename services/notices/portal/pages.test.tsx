import { href, renderPage, type View } from "#platform/portal-ui";
import { parseDocument } from "htmlparser2";
import { brotliCompressSync, gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { exampleNotice } from "./example-notice.ts";
import { everyPage, exampleSite as site, VIEWS } from "./example-pages.tsx";
import { noticeDoors, portalPages } from "./index.ts";

const notice = exampleNotice();

type Element = { name: string; attribs: Record<string, string>; text: string; lang: string };

/** Elements in order, with the language they stand in and their own text. */
function elements(html: string): Element[] {
  type Parsed = ReturnType<typeof parseDocument>["children"][number];
  const visit = (node: Parsed, lang: string): Element[] => {
    if (!("children" in node) || !("attribs" in node)) return [];
    const own = node.attribs["lang"] ?? lang;
    const text = node.children.map((child) => (child.type === "text" && "data" in child ? child.data : "")).join("");
    return [{ name: node.name, attribs: node.attribs, text, lang: own }, ...node.children.flatMap((child) => visit(child, own))];
  };
  return parseDocument(html).children.flatMap((child) => visit(child, ""));
}

describe.each(VIEWS)("in $language, elder $elder", (view) => {
  describe.each(everyPage(view))("%s", (name, path, page) => {
    const html = renderPage(page);
    const all = elements(html);
    const every = (tag: string) => all.filter((element) => element.name === tag);

    test("has one h1, a title, a main, and says what language it is in", () => {
      expect([every("h1").length, every("main").length, every("title").length]).toEqual([1, 1, 1]);
      expect(every("html")[0]?.attribs["lang"]).toBe(view.language);
      expect(html).toContain(view.language === "en" ? "Drill: " : "演练：");
      expect(html).toContain("tel:12345");
    });

    test("every link and form of the portal carries the view", () => {
      const addresses = [...every("a").map(({ attribs }) => attribs["href"] ?? ""), ...every("form").map(({ attribs }) => attribs["action"] ?? "")]
        // Files for programs are the same in every view.
        .filter((address) => address.startsWith("/") && !address.endsWith(".json"));
      expect(addresses.length).toBeGreaterThan(5);
      const others = [href(path, { ...view, elder: !view.elder }), href(path, { ...view, language: view.language === "en" ? "zh-CN" : "en" })];
      for (const other of others) expect(addresses).toContain(other);
      for (const address of addresses.filter((found) => !others.includes(found))) {
        expect(/^\/en\//.test(address), address).toBe(view.language === "en");
        expect(new URL(address, site.publicUrl).searchParams.get("size"), address).toBe(view.elder ? "large" : null);
      }
    });

    test("links inside the page have somewhere to go, and ids are used once", () => {
      const ids = all.flatMap(({ attribs }) => attribs["id"] ?? []);
      expect(new Set(ids).size).toBe(ids.length);
      for (const { attribs } of every("a")) if (attribs["href"]?.startsWith("#")) expect(ids).toContain(attribs["href"].slice(1));
      for (const { attribs } of every("label")) expect(attribs["for"] === undefined || ids.includes(attribs["for"]), attribs["for"]).toBe(true);
    });

    test("no text is left untranslated", () => {
      if (view.language !== "en") return;
      const chinese = all.filter(({ name: tag, text, lang }) => tag !== "style" && lang === "en" && /\p{Script=Han}/u.test(text.replaceAll("、", "")));
      expect(chinese.map(({ text }) => text)).toEqual([]);
      for (const { attribs, lang } of all) if (lang === "en") expect(attribs["aria-label"] ?? "").not.toMatch(/\p{Script=Han}/u);
    });

    test("no inline style, handler or script; nothing but scripts of ours is loaded", () => {
      for (const { name: tag, attribs } of all) {
        expect(Object.keys(attribs).filter((attribute) => attribute === "style" || attribute.startsWith("on"))).toEqual([]);
        if (tag === "script") expect(attribs["src"]).toMatch(/^\/assets\//);
        if (tag === "link") expect(attribs["href"]).toMatch(/^data:image/);
      }
      expect(every("style").length).toBe(1);
      expect(html).not.toMatch(/<img|<iframe|url\(/);
    });

    test("stays within its budget, also as gzip", () => {
      const budget = ["/", "/n/:notice", "/n/:notice/:clause"].includes(name) ? 14_000 : 30_000;
      expect(brotliCompressSync(html).length).toBeLessThan(budget);
      expect(gzipSync(html).length).toBeLessThan(budget);
    });
  });
});

describe("hostile words", () => {
  const evil = `"><script>alert(1)</script><img src=x onerror=alert(1)>'&`;
  const wrong = { zh: evil, en: evil };
  const clauses = notice.clauses.map((clause) => ({
    ...clause, title: wrong, summary: wrong,
    obligations: clause.obligations.map((duty) => ({ ...duty, quote: evil, actors: [evil], approver: evil, condition: evil, plain: wrong })),
  }));
  const hostile = exampleNotice({
    text: notice.text.replaceAll("要组织", evil), title: { ...notice.title, value: wrong }, clauses,
    reading: { ...notice.reading, title: evil, obligations: clauses.flatMap(({ obligations }) => obligations), remarks: [{ kind: "furniture", range: null, detail: evil }] },
  });
  test.each(VIEWS)("are only words, in $language, elder $elder", (view) => {
    for (const [name, , page] of everyPage(view, hostile)) {
      const html = renderPage(page);
      const found = elements(html);
      expect(found.filter(({ name: tag, attribs }) => tag === "img" || (tag === "script" && attribs["src"] === undefined)), name).toEqual([]);
      expect(found.flatMap(({ attribs }) => Object.keys(attribs)).filter((attribute) => attribute.startsWith("on")), name).toEqual([]);
    }
  });
});

describe("addresses", () => {
  const request = { context: { site, view: VIEWS[0] ?? { language: "zh-CN", elder: false }, path: "/" }, notices: [notice], editions: new Map(), doors: [] } as const;
  test.each(portalPages.filter(({ pattern }) => pattern.includes(":")))("$pattern of an unknown notice is no page", ({ render }) => {
    expect(render({ ...request, params: { notice: "other", clause: "clause-0" } })).toBeNull();
  });
  test("an unknown clause is no page", () => {
    const page = portalPages.find(({ pattern }) => pattern === "/n/:notice/:clause");
    expect(page?.render({ ...request, params: { notice: "example", clause: "other" } })).toBeNull();
  });
});

describe("what is said of the copy", () => {
  const page = (path: string, view: View) => renderPage(everyPage(view).find(([name]) => name === path)?.[2] ?? <p />);
  test("the numbers it lacks are named, with no guess why", () => {
    expect(page("/n/:notice", { language: "zh-CN", elder: false })).toContain("二、三、四、十不在我们持有的这份文本里");
    expect(page("/n/:notice", { language: "en", elder: false })).toContain("Clauses 2, 3, 4 and 10 are not in the copy we hold.");
  });
  test("a restatement is never headed as the original", () => {
    const html = page("/n/:notice/text", { language: "zh-CN", elder: false });
    expect(html).toContain("<h1>通知全文（转述）</h1>");
    expect(html).not.toContain("原文");
    expect(html).toContain(notice.textSha256);
  });
  test("inferred actors are marked, named ones are not", () => {
    const html = page("/n/:notice/:clause", { language: "zh-CN", elder: false });
    expect(html.match(/「推断」<\/span>/g)?.length).toBe(7);
    expect(html).toMatch(/要走的人<\/span><\/dd>/);
  });
});

const release = { kind: "notice", key: "example", version: 3, action: "release", sha256: "0", keyId: "k", signature: "s", drill: false, checkedBy: "a", releasedBy: "b", releasedAt: "2026-11-24T00:00:00.000Z", policyAt: "2021-01-26T01:00:00.000Z", editCount: 0, note: "" } as const;

describe("a withdrawn notice", () => {
  const ended = { ...notice, key: "ended", withdrawn: { reason: { zh: "天气好转。", en: "It is warmer." } } };
  test("does not lead on the home page, and says on its door that it is withdrawn", () => {
    expect(noticeDoors([ended, notice]).map(({ path, hint }) => [path, hint.zh])).toEqual([["/n/example", "白话版，7 条"], ["/read", "粘贴或上传，不保存"], ["/n/ended", "已撤回，不再执行"]]);
    const html = renderPage(everyPage({ language: "zh-CN", elder: false }).find(([name]) => name === "home with a withdrawn notice")?.[2] ?? <p />);
    expect(html.match(/href="\/n\/(?:example|ended)"/gu)).toEqual(['href="/n/example"', 'href="/n/ended"', 'href="/n/example"', 'href="/n/ended"']);
  });
  test.each(portalPages.filter(({ pattern }) => pattern.startsWith("/n/") || pattern === "/" || pattern === "/genuine"))("is marked on $pattern", ({ pattern, render }) => {
    const context = { site, view: { language: "zh-CN", elder: false }, path: "/" } as const;
    const page = render({ context, notices: [ended], editions: new Map([["ended", [{ notice: ended, release, bytes: new Uint8Array() }]]]), doors: [], params: { notice: "ended", clause: "clause-0" } });
    expect(renderPage(page ?? <p />), pattern).toMatch(/已经?撤回，不再执行/u);
  });
});

describe("who acts, for readers of English", () => {
  const clause = portalPages.find(({ pattern }) => pattern === "/n/:notice/:clause");
  const shown = (actors?: readonly string[]): string => {
    const clauses = notice.clauses.map((each) => ({ ...each, obligations: each.obligations.map((duty) => ({ ...duty, actors: ["用人单位"], actorsInferred: false, plain: { zh: "好", en: "Good", actors } })) }));
    return renderPage(clause?.render({ context: { site, view: { language: "en", elder: false }, path: "/n/example/clause-0" }, notices: [{ ...notice, clauses }], editions: new Map(), doors: [], params: { notice: "example", clause: "clause-0" } }) ?? <p />);
  };
  test("is in English where names are given", () => expect(shown(["employers"])).toContain("<dd>employers</dd>"));
  test("otherwise it is said that the words are Chinese", () => expect(shown()).toContain('<span lang="zh-CN">用人单位</span> (in Chinese)'));
});

test.each(["/n/:notice/versions", "/n/:notice/verify"])("a release of a drill carries the drill's date, and %s says so", (pattern) => {
  const shown = (drill: boolean) => renderPage(portalPages.find((each) => each.pattern === pattern)?.render({
    context: { site, view: { language: "zh-CN", elder: false }, path: "/" }, notices: [notice], editions: new Map([["example", [{ notice, release: { ...release, drill }, bytes: new Uint8Array() }]]]), doors: [], params: { notice: "example" },
  }) ?? <p />);
  expect(shown(true)).toContain("演练里的日期");
  expect(shown(true)).toContain("2021年1月26日");
  expect(shown(false)).not.toContain("演练里的日期");
});

describe("the home page", () => {
  const home = (count: number) => {
    const doors = Array.from({ length: count }, () => noticeDoors([notice])).flat().slice(0, count);
    const page = portalPages.find(({ pattern }) => pattern === "/");
    return renderPage(page?.render({ context: { site: { ...site, drill: false }, view: { language: "zh-CN", elder: false }, path: "/" }, notices: [notice], editions: new Map(), doors, params: {} }) ?? <p />);
  };
  test.each([1, 2, 4])("shows %i doors", (count) => expect(home(count).match(/class="door"/g)?.length).toBe(count));
  test("says the day of the policy clock", () => expect(home(1)).toContain("1月26日 星期二"));
  test("is silent about drills outside one", () => expect(home(1)).not.toContain("演练"));
  test("links every clause", () => expect(home(1).match(/href="\/n\/example\/clause-\d"/g)?.length).toBe(notice.clauses.length));
});
