import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { openPage, startBrowser } from "./browser.ts";
import { officer } from "./desk/officer.ts";
import { changeOf } from "./desk/rule-table.ts";

// The pictures in the README, from a running product: node bin/node24.mjs journeys/pictures.ts http://localhost:8080
const [site = "http://localhost:8080", folder = join(import.meta.dirname, "..", "docs", "pictures")] = process.argv.slice(2);
const chromium = await startBrowser();
await onPhone("/", "home-phone");
await onPhone("/n/stay-put/travel", "clause-phone");
await onPhone(`/travel/answer?${new URLSearchParams({ from: "云杉旗", to: "扎兰屯市", on: "2021-01-28", who: "other", need: "true" })}`, "travel-phone");
await readingTool();
await desk();
await rules();
await levels();
await chromium.close();

async function onPhone(path: string, name: string): Promise<void> {
  const { page } = await openPage(chromium.browser, { deviceScaleFactor: 1.5 });
  await page.goto(site + path);
  await keep(page, name);
}

async function readingTool(): Promise<void> {
  const { page } = await openPage(chromium.browser, { viewport: { width: 1280, height: 860 } });
  await page.goto(`${site}/read`);
  await page.locator("textarea").fill(readFileSync(join(import.meta.dirname, "notices", "copied-page.txt"), "utf8"));
  await page.locator("button[value=read]").click();
  await page.locator(".duty").first().waitFor();
  await keep(page, "read-desktop");
}

/** A draft under review, with one order open. */
async function desk(): Promise<void> {
  const { page, hands } = await officer(chromium.browser, site, "bianshen");
  await page.setViewportSize({ width: 1280, height: 860 });
  await hands.press('button:has-text("导入一份通知")');
  await hands.type("#key", `picture-${Date.now()}`);
  await hands.type("#text", readFileSync(join(import.meta.dirname, "notices", "copied-page.txt"), "utf8"));
  await hands.press('button:has-text("导入并读一遍")');
  await page.locator(".source mark").first().waitFor();
  await hands.press(".orders > li:nth-child(4) .order-head");
  await page.evaluate(() => { window.scrollTo(0, 300); });
  await keep(page, "desk-review");
}

/** A district's rule, stricter than the city's in one row: what the check says of it. */
async function rules(): Promise<void> {
  const { page, hands } = await officer(chromium.browser, site, "bianshen", { path: "/desk/rules" });
  await page.setViewportSize({ width: 1440, height: 900 });
  await hands.press(changeOf("出行规则表"));
  await page.locator("table.list select").selectOption({ index: 2 });
  await hands.press('button:has-text("开始改")');
  await page.locator("table.rules").waitFor();
  await hands.press('table.rules button:has-text("1-06")');
  await hands.choose('[id="verdict-1-06"]', "须经批准");
  await page.locator("article.ce").first().waitFor();
  await hands.press('table.rules button:has-text("1-06")');
  await page.evaluate(() => { window.scrollTo(0, 0); });
  await keep(page, "desk-rules");
}

async function keep(page: Page, name: string): Promise<void> {
  writeFileSync(join(folder, `${name}.png`), await page.screenshot());
  await page.context().close();
}

/** Whom another level of a district would concern, before it is recorded. */
async function levels(): Promise<void> {
  const { page, hands } = await officer(chromium.browser, site, "qianfa", { path: "/desk/levels/change" });
  await page.setViewportSize({ width: 1280, height: 860 });
  await hands.choose("#district", "海拉尔区");
  await page.locator("input[name=level]").nth(1).check();
  await hands.press('button:has-text("看看会影响谁")');
  await page.getByText("住在那里、要去低风险地区的人").scrollIntoViewIfNeeded();
  await keep(page, "desk-levels");
}
