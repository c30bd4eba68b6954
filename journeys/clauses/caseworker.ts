import { expect } from "vitest";
import { nothingInTheWay, type Officer } from "../desk/officer.ts";
import type { Receipt } from "./resident.ts";

/** Opens a case by its number, as somebody who has the receipt in hand does. */
export async function open({ page, hands }: Officer, site: string, { number }: Pick<Receipt, "number">): Promise<void> {
  await page.goto(`${site}/desk/cases`);
  await page.locator("#page h1").waitFor();
  await hands.type('input[placeholder="0125-00031"]', number);
  await hands.press('button:has-text("找")');
  await page.locator("h2", { hasText: "决定" }).waitFor();
}

/** Makes a move in the case that is open. `answers` by the key of the field: text, or what is chosen by its words. */
export async function decide({ page }: Officer, name: string, { answers = {}, chosen = [], reason = "", looked = false }: { readonly answers?: Readonly<Record<string, string>>; readonly chosen?: readonly string[]; readonly reason?: string; readonly looked?: boolean } = {}): Promise<void> {
  await page.getByRole("radio", { name, exact: true }).check();
  for (const each of chosen) await page.getByLabel(each, { exact: true }).check();
  for (const [key, text] of Object.entries(answers)) await page.locator(`[id="move-${key}"]`).fill(text);
  if (looked) await page.locator("#move-looked").check();
  if (reason !== "") await page.locator("#move-reason").fill(reason);
  await page.getByRole("button", { name, exact: true }).click();
  await page.getByText(`办好了：${name}`).waitFor();
}

/** Pastes a table into a register: what it would do is looked at first, then it is kept. */
export async function importTable({ page, hands }: Officer, site: string, register: string, rows: readonly (readonly string[])[], { wanted, leaveOut = false }: { readonly wanted: string; readonly leaveOut?: boolean }): Promise<void> {
  await page.goto(`${site}/desk/registers/${register}/import`);
  await hands.type("#import-text", rows.map((row) => row.join("\t")).join("\n"));
  await hands.press('button:has-text("看看会改什么")');
  await page.locator("h2", { hasText: "会改什么" }).or(page.getByRole("region").first()).first().waitFor();
  await nothingInTheWay(page);
  if (leaveOut) await page.locator('label.choice:has-text("不导入") input, label.choice input[type=checkbox]').last().check();
  await page.locator(".result button.ant-btn-primary").click();
  await page.getByText(wanted).waitFor();
  expect(await page.locator(".alert.ok").innerText()).toContain(wanted);
}
