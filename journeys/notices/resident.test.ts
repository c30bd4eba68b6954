import { readDocument } from "#platform/documents/server";
import jsqr from "jsqr";
import { PNG } from "pngjs";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { openPage, startBrowser, type TestBrowser } from "../browser.ts";
import { pagesFrom } from "../site-map.ts";

const site = inject("site");
let chromium: TestBrowser;
beforeAll(async () => { chromium = await startBrowser(); });
afterAll(() => chromium.close());

test("without script: from home by the notice to a clause, and its code leads back to it", async () => {
  const { page, complaints } = await openPage(chromium.browser, { javaScriptEnabled: false, deviceScaleFactor: 2 });
  await page.goto(site);
  await page.getByRole("link", { name: "看白话版" }).first().click();
  expect(page.url()).toBe(`${site}/n/stay-put`);
  await page.locator("details:not([open]) summary").last().click();
  await page.locator("details[open] a.go").last().click();
  const clause = page.url();
  expect(clause).toMatch(/\/n\/stay-put\/[a-z-]+$/);
  const title = await page.locator("h1").innerText();

  const { data, width, height } = PNG.sync.read(await page.locator("#phone svg").screenshot());
  const code = jsqr.default(new Uint8ClampedArray(data), width, height);
  expect(code?.data).toBe(clause);
  await page.goto(code?.data ?? "");
  expect(await page.locator("h1").innerText()).toBe(title);
  expect(complaints).toEqual([]);
  await page.context().close();
});

test("a quote leads to its place in the text and back, without script", async () => {
  const { page } = await openPage(chromium.browser, { javaScriptEnabled: false });
  await page.goto(`${site}/n/stay-put`);
  await page.locator("details[open] a.go").first().click();
  await page.locator("#o-1 blockquote a").click();
  expect(new URL(page.url()).hash).toBe("#s-1");
  await page.locator("#s-1 a, a#s-1").first().click();
  expect(new URL(page.url()).hash).toBe("#o-1");
  await page.context().close();
});

test("language and large type go along with every link and form", async () => {
  const { page } = await openPage(chromium.browser, { javaScriptEnabled: false });
  const pages = await pagesFrom(page, `${site}/en/?size=large`);
  expect(pages.size).toBeGreaterThan(12);
  const strays = [...pages].flatMap(([from, links]) => links.filter((link) => !link.endsWith(".json") && !(new URL(link).pathname.startsWith("/en/") && link.includes("size=large"))).map((link) => `${from} -> ${link}`));
  expect(strays).toEqual([]);
  await page.goto(`${site}/en/n/stay-put?size=large`);
  expect(await page.locator("html").getAttribute("class")).toBe("elder");
  await page.locator("nav.tools a", { hasText: "中文" }).click();
  expect(page.url()).toBe(`${site}/n/stay-put?size=large`);
  await page.locator("nav.tools a", { hasText: "标准版" }).click();
  expect(page.url()).toBe(`${site}/n/stay-put`);
  await page.context().close();
});

test("on paper a clause keeps its text and the address that leads back to it, and loses its buttons", async () => {
  const { page } = await openPage(chromium.browser);
  await page.goto(`${site}/n/stay-put`);
  await page.locator("details[open] a.go").first().click();
  const quote = await page.locator("#o-1 blockquote").innerText();
  await page.emulateMedia({ media: "print" });
  expect(await page.locator(".toolbar").isVisible()).toBe(false);
  const paper = await readDocument(await page.pdf({ format: "A4" }), { fileName: "clause.pdf" });
  if (paper.kind === "refused") throw new Error(paper.reason);
  const words = paper.text.replace(/\s/g, "");
  expect(words).toContain(page.url());
  expect(words).toContain(quote.slice(0, 10));
  await page.context().close();
});

test("with script a clause can be kept, and home lists it in the reader's language", async () => {
  const { page, complaints } = await openPage(chromium.browser);
  await page.goto(`${site}/en/n/stay-put`);
  await page.locator("details[open] a.go").first().click();
  const address = page.url();
  const keep = page.getByRole("button", { name: "Keep" });
  await keep.click();
  expect(await keep.getAttribute("aria-pressed")).toBe("true");
  await page.goto(`${site}/en/`);
  const kept = page.locator("[data-favourites] a");
  expect(await kept.evaluate((link: HTMLAnchorElement) => link.href)).toBe(address);
  await kept.click();
  await page.getByRole("button", { name: "Keep" }).click();
  await page.goto(site);
  expect(await page.locator("[data-favourites]").isVisible()).toBe(false);
  expect(complaints).toEqual([]);
  await page.context().close();
});
