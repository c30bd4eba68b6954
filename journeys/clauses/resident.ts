import type { Browser, Page } from "playwright-core";
import { expect } from "vitest";
import { axeFindings } from "../../platform/portal-ui/axe-findings.ts";
import { openPage } from "../browser.ts";

/** A resident at a portal: on a phone without script, or at a desk with it. */
export type Resident = { readonly page: Page; readonly site: string; readonly isLookedAt: boolean; readonly complaints: readonly string[] };
/** What the receipt says. */
export type Receipt = { readonly number: string; readonly secret: string };

/** How residents come: with the smallest means, and with a large screen, where axe looks at every page at both widths. */
export const WAYS = [["on a phone without script", 390], ["on a desk", 1280]] as const;

/** Somebody at the portal. */
export async function resident(browser: Browser, site: string, width: number): Promise<Resident> {
  const { page, complaints } = await openPage(browser, { viewport: { width, height: 860 }, javaScriptEnabled: width > 600 });
  return { page, site, isLookedAt: width > 600, complaints };
}

/** Answers a form by the names of its fields and sends it; stays on the page that comes back. A choice is answered with its key, a list of them with several. */
export async function send({ page, site }: Resident, path: string, answers: Readonly<Record<string, string | readonly string[]>>): Promise<void> {
  await page.goto(site + path);
  await fill(page.locator("main form[method=post]").first(), answers);
  await page.locator("main form[method=post] button:not([type=button])").first().click();
}

/** A picture that somebody hands in. */
export type Picture = { readonly name: string; readonly mimeType: string; readonly buffer: Buffer };

/** Fills in a form's fields. */
async function fill(form: ReturnType<Page["locator"]>, answers: Readonly<Record<string, string | readonly string[]>>): Promise<void> {
  for (const [name, answer] of Object.entries(answers)) {
    const control = form.locator(`[name="${name}"]`);
    const kind = await control.first().evaluate((element) => (element instanceof HTMLInputElement ? element.type : element.localName));
    if (kind === "select") await control.selectOption(typeof answer === "string" ? answer : [...answer]);
    else if (kind === "radio" || kind === "checkbox") for (const each of typeof answer === "string" ? [answer] : answer) await form.locator(`[name="${name}"][value="${each}"]`).check();
    else await control.fill(String(answer));
  }
}

/** Sends a request and takes its receipt down. */
export async function ask(who: Resident, type: string, answers: Readonly<Record<string, string | readonly string[]>>): Promise<Receipt> {
  await send(who, `/requests/${type}`, answers);
  await who.page.locator("#number").waitFor();
  await looksRight(who);
  return { number: await who.page.locator("#number").innerText(), secret: (await who.page.locator("#secret").innerText()).replaceAll(" ", "") };
}

/** How it stands, by the receipt. */
export async function track(who: Resident, { number, secret }: Receipt): Promise<string> {
  await send(who, "/track", { number, secret });
  await who.page.locator("#stands").waitFor();
  await looksRight(who);
  return who.page.locator("#stands").innerText();
}

/** Makes a move on the page that shows how it stands; opens what hides it. */
export async function move({ page }: Resident, key: string, answers: Readonly<Record<string, string | readonly string[]>>, picture: Picture | null = null): Promise<void> {
  const form = page.locator("form", { has: page.locator(`input[name="move"][value="${key}"]`) });
  const details = page.locator("details", { has: form });
  if (await details.count() > 0) await details.locator("summary").click();
  await fill(form, answers);
  if (picture !== null) await form.locator('input[type="file"]').setInputFiles(picture);
  await form.locator("button").click();
  await page.locator("#stands").waitFor();
}

/** axe finds nothing on what stands there, on a desk and on a phone; nothing is wider than the smallest phone. */
export async function looksRight({ page, isLookedAt }: Resident): Promise<void> {
  const { width, height } = page.viewportSize() ?? { width: 1280, height: 860 };
  if (isLookedAt) {
    await page.$$eval("details", (all) => all.forEach((details) => { details.open = true; }));
    for (const each of [1280, 390]) {
      await page.setViewportSize({ width: each, height });
      expect(await axeFindings(page), `${page.url()} at ${each}`).toEqual([]);
    }
    await page.$$eval("details", (all) => all.forEach((details) => { details.open = false; }));
  }
  await page.setViewportSize({ width: 320, height: 640 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth), page.url()).toBeLessThanOrEqual(320);
  await page.setViewportSize({ width, height });
}
