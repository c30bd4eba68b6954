import type axe from "axe-core";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Page } from "playwright-core";

/** axe itself, as short as it comes: every page that is opened has to read it. */
const SOURCE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** Which of axe's rules: WCAG 2.2 A and AA, and what axe holds to be good practice. */
const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/**
 * For tests: what axe finds wrong on a page as it stands, as `rule: the first element`. axe runs in the page itself and brings back only violations;
 * telling of all that is right as well takes ten times as long on a page with hundreds of marks. Our pages have no frames: one would be a finding.
 */
export async function axeFindings(page: Page): Promise<string[]> {
  if (page.frames().length > 1) return [`frames: ${page.frames().slice(1).map((frame) => frame.url()).join(", ")}`];
  // It stays until the page is left.
  if (await page.evaluate(() => !("axe" in window))) await page.evaluate(SOURCE);
  return page.evaluate(async (values) => {
    const { axe: own } = window as unknown as { readonly axe: typeof axe };
    const { violations } = await own.run(document, { runOnly: { type: "tag", values }, resultTypes: ["violations"], selectors: false });
    return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ""}`);
  }, TAGS);
}
