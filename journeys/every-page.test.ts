import { get } from "node:http";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { axeFindings } from "../platform/portal-ui/axe-findings.ts";
import { openPage, startBrowser, type TestBrowser } from "./browser.ts";
import { pagesFrom } from "./site-map.ts";

const site = inject("site");
const FIRST_FLIGHT_BYTES = 14 * 1024;
const PAGE_BYTES_MAX = 30 * 1024;
/** With the widths at which axe looks. The two views that differ in everything stand for those between; every kind of page in all four is looked at in `services/notices/portal/accessible.test.tsx`. */
const VIEWS = [
  { name: "standard", home: "/", widths: [390, 1280] }, { name: "large type", home: "/?size=large", widths: [] },
  { name: "English", home: "/en/", widths: [] }, { name: "English, large type", home: "/en/?size=large", widths: [390] },
] as const;

let chromium: TestBrowser;
beforeAll(async () => { chromium = await startBrowser(); });
afterAll(() => chromium.close());

describe.each(VIEWS)("$name", ({ home, widths }) => {
  let pages: string[];
  beforeAll(async () => {
    const { page } = await openPage(chromium.browser, { javaScriptEnabled: false });
    pages = [...(await pagesFrom(page, site + home)).keys()];
    await page.context().close();
  });

  test("one request a page without script, small enough, and where axe looks too the browser has no complaint with script either", async () => {
    const { page: plain } = await openPage(chromium.browser, { javaScriptEnabled: false });
    expect(pages.length).toBeGreaterThan(12);
    for (const address of pages) {
      const asked: string[] = [];
      const note = (request: { url: () => string }) => { if (!request.url().startsWith("data:")) asked.push(request.url()); };
      plain.on("request", note);
      await plain.goto(address);
      plain.off("request", note);
      expect(asked).toEqual([address]);
      const small = address === site + home || /\/n\/[^/]+\/(?!text)[^/?]+(\?|$)/.test(address);
      expect(await bytesSent(address), address).toBeLessThanOrEqual(small ? FIRST_FLIGHT_BYTES : PAGE_BYTES_MAX);
    }
    await plain.context().close();
    if (widths.length === 0) return;
    const { page, complaints } = await openPage(chromium.browser);
    for (const address of pages) await page.goto(address);
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  test(`${widths.length > 0 ? `axe finds nothing at ${widths.join(" and ")} px, and ` : ""}nothing is wider than 320 px`, async () => {
    const { page } = await openPage(chromium.browser);
    for (const address of [...onePerKind(pages), `${site}${home.replace("?", "nowhere?")}`]) {
      await page.goto(address);
      await page.$$eval("details", (all) => all.forEach((details) => { details.open = true; }));
      for (const width of widths) {
        await page.setViewportSize({ width, height: 844 });
        expect(await axeFindings(page), `${address} at ${width}`).toEqual([]);
      }
      await page.setViewportSize({ width: 320, height: 640 });
      expect(await page.evaluate(() => document.documentElement.scrollWidth), address).toBeLessThanOrEqual(320);
    }
    await page.context().close();
  });

  test("a notice that was read has no findings either", async () => {
    const { page } = await openPage(chromium.browser);
    await page.goto(site + home.replace(/(\?|$)/, "read$1"));
    await page.locator("textarea").fill("一、交通。各旗市区要及时清扫积雪。未经市政府批准，严禁封路。");
    await page.locator("button[value=read]").click();
    await page.locator(".duty summary").first().click();
    for (const width of [390, 1280]) {
      await page.setViewportSize({ width, height: 844 });
      expect(await axeFindings(page), `at ${width}`).toEqual([]);
    }
    await page.setViewportSize({ width: 320, height: 640 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
    await page.context().close();
  });
});

/** Clauses are drawn by one component: the first and the last stand for them. */
function onePerKind(addresses: readonly string[]): string[] {
  const clauses = addresses.filter((address) => /\/n\/[^/]+\/(?!text)[^/?]+(\?|$)/.test(address));
  return [...addresses.filter((address) => !clauses.includes(address)), ...clauses.slice(0, 1), ...clauses.slice(-1)];
}

/** Bytes of a page as a browser is sent it: compressed. */
function bytesSent(address: string): Promise<number> {
  return new Promise((resolve, reject) => {
    get(address, { headers: { "accept-encoding": "br, gzip", accept: "text/html" } }, (reply) => {
      let bytes = 0;
      reply.on("data", (chunk: Buffer) => { bytes += chunk.length; });
      reply.on("end", () => (reply.statusCode === 200 ? resolve(bytes) : reject(new Error(`${address} answered ${reply.statusCode}`))));
    }).on("error", reject);
  });
}
