import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { startBrowser, type TestBrowser } from "../browser.ts";
import { byKeyboard, nothingInTheWay, officer, type Hands } from "./officer.ts";
import { begin, handIn, ready, rows, saved } from "./rule-table.ts";

let chromium: TestBrowser;
beforeAll(async () => { chromium = await startBrowser(); });
afterAll(() => chromium.close());

test("another city's rule, by keyboard alone: begun, a row added, moved and deleted, a case tried, handed in, released", async () => {
  const site = inject("cities")[1]?.site ?? "";
  const editor = await officer(chromium.browser, site, "bianshen", { hands: byKeyboard });
  const { page, hands } = editor;
  await begin(editor, site, "户外活动规则表");
  const before = await rows(page);
  await hands.press("#add-row");
  await page.locator(".row-editor .field-error").first().waitFor();
  expect(await page.locator(handIn).isDisabled()).toBe(true);
  await nothingInTheWay(page);
  await hands.press('.row-editor button:has-text("上移")');
  await hands.press('.row-editor button:has-text("删掉这条")');
  await ready(page);
  expect(await rows(page)).toEqual(before);
  const name = (await page.locator("table.rules .number").first().innerText()).trim();
  await hands.press(`[id="row-${name}"]`);
  await hands.type(`[id="reason-${name}-zh"]`, "用键盘写的理由。");
  await saved(page);
  await ready(page);
  await hands.press('.row-editor button:has-text("收起")');
  await tryByKeyboard(page, hands);
  await hands.press(handIn);
  await page.getByText("等签发").waitFor();
  const releaser = await officer(chromium.browser, site, "qianfa", { hands: byKeyboard, path: new URL(page.url()).pathname });
  await releaser.page.locator("table.rules").waitFor();
  await releaser.hands.type("#release-note", "同意");
  await releaser.hands.press('button.ant-btn-primary:has-text("签发")');
  await releaser.page.getByText("已签发，是第 2 版").waitFor();
  await nothingInTheWay(releaser.page);
  await Promise.all([editor, releaser].map((each) => each.page.context().close()));
});

async function tryByKeyboard(page: Page, hands: Hands): Promise<void> {
  await hands.press('button:has-text("试算一个人")');
  await hands.press('form button[type=submit]:has-text("试算")');
  await page.locator(".answer").waitFor();
  await hands.press('button:has-text("试算一个人")');
}
