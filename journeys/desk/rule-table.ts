import type { Page } from "playwright-core";
import type { Officer } from "./officer.ts";

/** Everything typed is on the server, and was checked again. */
export const saved = (page: Page) => page.locator('[data-saving="saved"]').waitFor();
/** Nothing keeps the rule from being handed in. */
export const ready = (page: Page) => page.locator("#not-yet").waitFor({ state: "detached" });
export const handIn = 'button.ant-btn-primary:has-text("送签")';
/** The report's card that says this. */
export const card = (page: Page, words: string) => page.locator("article.ce", { hasText: words }).first();
/** The table as it stands on the page, row by row. */
export const rows = (page: Page) => page.locator("table.rules tbody tr").allInnerTexts();

/** Begins a draft of the city's own rule from the list. */
export async function begin({ page, hands }: Officer, site: string, title: string): Promise<void> {
  await page.goto(`${site}/desk/rules`);
  await hands.press(changeOf(title));
  await hands.press('button:has-text("开始改")');
  await page.locator("table.rules").waitFor();
}

/** The button that begins a draft of a rule that is in force. */
export const changeOf = (title: string): string => `table.list button[aria-label="改 ${title}"]`;

/** The browser tells of every refusal we asked for. */
export const isOdd = (complaint: string): boolean => !/status of (?:401|403|409|422)/u.test(complaint);
