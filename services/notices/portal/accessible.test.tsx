import { AxeBuilder } from "@axe-core/playwright";
import { renderPage, type View } from "#platform/portal-ui";
import chromium from "@sparticuz/chromium";
import { chromium as playwright, type Browser, type Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { everyPage, VIEWS } from "./example-pages.tsx";

let browser: Browser;
beforeAll(async () => {
  browser = await playwright.launch({ executablePath: await chromium.executablePath(), args: ["--no-sandbox", "--disable-gpu"] });
}, 60_000);
afterAll(() => browser.close());

async function open(html: string, width: number): Promise<Page> {
  // axe needs a context of its own; a page made by the browser alone is refused.
  const page = await (await browser.newContext({ viewport: { width, height: 844 } })).newPage();
  await page.setContent(html);
  // What is folded away is checked too.
  await page.$$eval("details", (all) => all.forEach((details) => { details.open = true; }));
  return page;
}

/** Height of the targets that are no words in a sentence, with what they are. */
const smallTargets = (page: Page, least: number): Promise<string[]> => page.$$eval(
  "a, button, select, summary, input:not([type=hidden], [type=checkbox])",
  (all, height) => all
    .filter((element) => element.getClientRects().length > 0 && element.closest(".skip, .official, p:not(:has(.btn, .go, .tel)), blockquote, .text, dd, .steps") === null)
    .filter((element) => element.getBoundingClientRect().height < height - 0.5).map((element) => element.outerHTML.slice(0, 80)),
  least,
);

describe.each(VIEWS)("in $language, elder $elder", (view: View) => {
  test.each(everyPage(view))("%s passes axe, fits 320 px and has targets large enough", async (_name, _path, vnode) => {
    const page = await open(renderPage(vnode), 390);
    const { violations } = await new AxeBuilder({ page }).withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]).analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ""}`)).toEqual([]);
    expect(await smallTargets(page, view.elder ? 60 : 48)).toEqual([]);
    await page.setViewportSize({ width: 320, height: 640 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
    await page.context().close();
  }, 30_000);
});

test.each(everyPage({ language: "zh-CN", elder: false }))("%s passes axe at 1280 px", async (_name, _path, vnode) => {
  const page = await open(renderPage(vnode), 1280);
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ""}`)).toEqual([]);
  await page.context().close();
}, 30_000);
