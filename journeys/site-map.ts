import type { Page } from "playwright-core";

/** Every page that links lead to from `start` on this site, in the order found. Links to the same page in another language or size are left out, and files are no pages. */
export async function pagesFrom(page: Page, start: string): Promise<Map<string, readonly string[]>> {
  const { origin } = new URL(start);
  const found = new Map<string, readonly string[]>();
  const waiting = [start];
  for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
    if (found.has(next)) continue;
    await page.goto(next);
    const addresses = await page.$$eval("a[href], form[action]", (all) => all
      .map((element) => (element instanceof HTMLFormElement ? element.action : (element as HTMLAnchorElement).href)));
    const here = sameInEveryView(next);
    const links = addresses.filter((address) => address.startsWith(`${origin}/`) && sameInEveryView(address) !== here).map((address) => address.replace(/#.*$/, ""));
    found.set(next, links);
    waiting.push(...links.filter((link) => !/\.(?:txt|json|atom|xml)$/.test(new URL(link).pathname)));
  }
  return found;
}

function sameInEveryView(address: string): string {
  return new URL(address).pathname.replace(/^\/en(?=\/|$)/, "") || "/";
}
