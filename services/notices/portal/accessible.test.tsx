import { renderPage, type View } from "#platform/portal-ui";
import chromium from "@sparticuz/chromium";
import { chromium as playwright, type Browser, type Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { axeFindings } from "../../../platform/portal-ui/axe-findings.ts";
import { everyPage, VIEWS } from "./example-pages.tsx";

let browser: Browser;
let page: Page;
beforeAll(async () => {
  browser = await playwright.launch({ executablePath: await chromium.executablePath(), args: ["--no-sandbox", "--disable-gpu"] });
  page = await browser.newPage();
}, 60_000);
afterAll(() => browser.close());

/** Shows it in the one page that all tests use. */
async function show(html: string, width: number): Promise<void> {
  await page.setViewportSize({ width, height: 844 });
  await page.setContent(html);
  // What is folded away is checked too.
  await page.$$eval("details", (all) => all.forEach((details) => { details.open = true; }));
}

/** Height of the targets that are no words in a sentence, with what they are. */
const smallTargets = (least: number): Promise<string[]> => page.$$eval(
  "a, button, select, summary, input:not([type=hidden], [type=checkbox])",
  (all, height) => all
    .filter((element) => element.getClientRects().length > 0 && element.closest(".skip, .official, p:not(:has(.btn, .go, .tel)), blockquote, .text, dd, .steps") === null)
    .filter((element) => element.getBoundingClientRect().height < height - 0.5).map((element) => element.outerHTML.slice(0, 80)),
  least,
);

describe.each(VIEWS)("in $language, elder $elder", (view: View) => {
  test.each(everyPage(view))("%s passes axe, fits 320 px and has targets large enough", async (_name, _path, vnode) => {
    await show(renderPage(vnode), 390);
    expect(await axeFindings(page)).toEqual([]);
    expect(await smallTargets(view.elder ? 60 : 48)).toEqual([]);
    await page.setViewportSize({ width: 320, height: 640 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  });
});

test.each(everyPage({ language: "zh-CN", elder: false }))("%s passes axe at 1280 px", async (_name, _path, vnode) => {
  await show(renderPage(vnode), 1280);
  expect(await axeFindings(page)).toEqual([]);
});

test.each([
  ["color-contrast", `<p style="color:#aaa;background:#fff">看不清的字</p>`],
  ["image-alt", `<img src="data:image/gif;base64,R0lGODlhAQABAAAAACw=" width="9" height="9">`],
  ["target-size", `<button style="width:20px;height:12px;padding:0">一</button><button style="width:20px;height:12px;padding:0">二</button>`],
  ["heading-order", "<h4>跳过了两级</h4>"],
  ["frames", `<iframe title="别处" src="about:blank"></iframe>`],
])("a page with one thing wrong is told by name: %s", async (rule, wrong) => {
  const right = (words: string) => `<!doctype html><html lang="zh-CN"><title>页</title><body><main><h1>页</h1>${words}</main></body></html>`;
  await show(right(""), 390);
  expect(await axeFindings(page)).toEqual([]);
  await show(right(wrong), 390);
  expect(await axeFindings(page)).toEqual([expect.stringMatching(new RegExp(`^${rule}: `, "u"))]);
});

test("a target that is too low, and only that, is told", async () => {
  await show(`<!doctype html><a style="display:block;height:47px" href="/a">低</a><a style="display:block;height:48px" href="/b">够</a>`, 390);
  expect(await smallTargets(48)).toEqual([expect.stringContaining("47px")]);
});
