import { renderPage, type View } from "#platform/portal-ui";
import chromium from "@sparticuz/chromium";
import { chromium as playwright, type Browser, type Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { everyPage, VIEWS } from "./example-pages.tsx";

let browser: Browser;
let page: Page;
beforeAll(async () => {
  browser = await playwright.launch({ executablePath: await chromium.executablePath(), args: ["--no-sandbox", "--disable-gpu"] });
  page = await browser.newPage();
}, 60_000);
afterAll(() => browser.close());

/** Links, buttons and fields whose middle belongs to something else: nobody can press them there. */
const covered = (): Promise<string[]> => page.$$eval("a, button, select, textarea, summary, input:not([type=hidden])", (all) => all.flatMap((control) => {
  if (control.matches(".skip")) return [];
  control.scrollIntoView({ block: "center", behavior: "instant" });
  // A link that runs over two lines has its middle between them: its first line is what a finger aims at.
  const [box] = control.getClientRects();
  if (box === undefined || box.width === 0) return [];
  const found = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
  return found !== null && control.contains(found) ? [] : [`${control.outerHTML.slice(0, 80)} lies under ${found?.outerHTML.slice(0, 80) ?? "nothing"}`];
}));

/** Names of facts and chips that are broken in a word, or that reach out of their column. */
const broken = (): Promise<string[]> => page.$$eval("dt, .duties > li > .chip", (all) => all.flatMap((element) => {
  if (element.getClientRects().length === 0) return [];
  const next = element.nextElementSibling?.getBoundingClientRect();
  const own = element.getBoundingClientRect();
  const reaches = next !== undefined && next.top < own.bottom && next.left < own.right - 0.5;
  const torn = [...element.childNodes].flatMap((node) => (node instanceof Text ? [...node.data.matchAll(/[A-Za-z]+/gu)].filter((word) => {
    const stretch = document.createRange();
    stretch.setStart(node, word.index);
    stretch.setEnd(node, word.index + word[0].length);
    return new Set([...stretch.getClientRects()].map(({ top }) => top)).size > 1;
  }) : []));
  return reaches || torn.length > 0 ? [element.outerHTML.slice(0, 120)] : [];
}));

describe.each(VIEWS)("in $language, elder $elder", (view: View) => {
  test.each(everyPage(view))("on %s every control can be pressed, and no name is torn or covers its fact", async (_name, _path, vnode) => {
    for (const width of [390, 1280]) {
      await page.setViewportSize({ width, height: 844 });
      await page.setContent(renderPage(vnode));
      await page.$$eval("details", (all) => all.forEach((details) => { details.open = true; }));
      expect(await covered(), `at ${width}`).toEqual([]);
      expect(await broken(), `at ${width}`).toEqual([]);
    }
  });
});
