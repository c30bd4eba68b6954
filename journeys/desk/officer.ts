import type { Browser, Page } from "playwright-core";
import { expect } from "vitest";
import { axeFindings } from "../../platform/portal-ui/axe-findings.ts";
import { openPage } from "../browser.ts";

/** Of all demo people. */
export const PASSWORD = "anxin-demo-2021";

/** How an officer works: with the mouse, or with nothing but the keyboard. */
export type Hands = {
  /** Presses a button, link, tab or checkbox. */
  readonly press: (selector: string) => Promise<void>;
  readonly type: (selector: string, words: string) => Promise<void>;
  readonly choose: (selector: string, label: string) => Promise<void>;
};

/** Clicks and fills. */
export function withMouse(page: Page): Hands {
  return {
    press: (selector) => page.locator(selector).first().click(),
    type: (selector, words) => page.locator(selector).first().fill(words),
    choose: async (selector, label) => { await page.locator(selector).first().selectOption({ label }); },
  };
}

/** Only what keys can do: Tab, or Shift+Tab where that is nearer, until the thing has the focus, then Enter, Space, or typing. Fails when they never get there. */
export function byKeyboard(page: Page): Hands {
  const reach = async (selector: string): Promise<void> => {
    const wanted = page.locator(selector).first();
    await wanted.waitFor();
    const way = await wanted.evaluate(nearerWay);
    for (let step = 0; step < STEPS_MAX; step += 1) {
      const isThere = await wanted.evaluate((element) => document.activeElement === element);
      if (isThere) return;
      await page.keyboard.press(way);
    }
    throw new Error(`${way} does not reach ${selector}`);
  };
  return {
    press: async (selector) => {
      const tab = await page.locator(selector).first().getAttribute("role") === "tab";
      if (tab) return pressTab(page, selector, reach);
      await reach(selector);
      await page.keyboard.press(await page.locator(selector).first().evaluate((element) => (element instanceof HTMLInputElement ? "Space" : "Enter")));
    },
    type: async (selector, words) => {
      await reach(selector);
      await page.keyboard.press("Control+A");
      await page.keyboard.insertText(words);
    },
    choose: async (selector, label) => {
      await reach(selector);
      const at = await page.locator(selector).first().evaluate((element, wanted) => [...(element as HTMLSelectElement).options].findIndex((option) => option.text === wanted), label);
      await page.keyboard.press("Home");
      for (let step = 0; step < at; step += 1) await page.keyboard.press("ArrowDown");
    },
  };
}

/** Which way round a person would go: counted in things that may have the focus. Only a guess at the distance; what is reached is seen step by step. */
function nearerWay(wanted: Element): "Tab" | "Shift+Tab" {
  const stops = [...document.querySelectorAll("a[href], button:enabled, input:enabled, select:enabled, textarea:enabled, summary, [tabindex='0']")].filter((stop) => stop.getClientRects().length > 0);
  const [from, to] = [document.activeElement, wanted].map((element) => stops.findIndex((stop) => stop === element)) as [number, number];
  return from >= 0 && to >= 0 && (to - from + stops.length) % stops.length > stops.length / 2 ? "Shift+Tab" : "Tab";
}

/** More stops than any of our pages has. */
const STEPS_MAX = 400;

/** One tab of a row has the focus; arrows go on from it (WAI-ARIA tabs pattern). */
async function pressTab(page: Page, selector: string, reach: (selector: string) => Promise<void>): Promise<void> {
  await reach('[role=tab][tabindex="0"]');
  for (let step = 0; step < 8; step += 1) {
    const isThere = await page.locator(selector).first().evaluate((wanted) => document.activeElement === wanted);
    if (isThere) break;
    await page.keyboard.press("ArrowRight");
  }
  await page.keyboard.press("Enter");
}

/** An officer at a desk of their own: signed in, with every complaint of the browser. */
export type Officer = { readonly page: Page; readonly hands: Hands; readonly complaints: string[] };

/** Signs in at `site`. Being asked who one is (401) is no complaint. */
export async function officer(browser: Browser, site: string, login: string, { hands = withMouse, width = 1280, path = "/desk/", password = PASSWORD }: { readonly hands?: (page: Page) => Hands; readonly width?: number; readonly path?: string; readonly password?: string } = {}): Promise<Officer> {
  const { page, complaints } = await openPage(browser, { viewport: { width, height: 900 } });
  const own = hands(page);
  await page.goto(site + path);
  await own.type("#login", login);
  await own.type("#password", password);
  await page.keyboard.press("Enter");
  await page.locator("#page h1").waitFor();
  complaints.splice(0, complaints.length, ...complaints.filter((words) => !words.includes("401")));
  return { page, hands: own, complaints };
}

/** axe finds nothing on the page as it stands, on a desk and on a phone, and nothing is wider than 320 px. */
export async function nothingInTheWay(page: Page, widths: readonly number[] = [1280, 390]): Promise<void> {
  await page.locator("h1").first().waitFor();
  const before = page.viewportSize() ?? { width: 1280, height: 900 };
  for (const width of widths) {
    await page.setViewportSize({ width, height: 900 });
    expect(await axeFindings(page), `${page.url()} at ${width}`).toEqual([]);
  }
  await page.setViewportSize({ width: 320, height: 900 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth), page.url()).toBeLessThanOrEqual(320);
  await page.setViewportSize(before);
}
