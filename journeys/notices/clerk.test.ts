import { Document, Packer, Paragraph } from "docx";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Download, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { openPage, startBrowser, type TestBrowser } from "../browser.ts";
import { filesOf } from "./archive.ts";

const site = inject("site");
const COPIED = readFileSync(join(import.meta.dirname, "copied-page.txt"), "utf8");
let chromium: TestBrowser;
beforeAll(async () => { chromium = await startBrowser(); });
afterAll(() => chromium.close());

test("a copied web page becomes a task table, corrected on the way", async () => {
  const { page, complaints } = await openPage(chromium.browser, { viewport: { width: 1280, height: 900 } });
  await page.goto(`${site}/read`);
  await page.getByLabel("粘贴通知的文字").fill(COPIED);
  await page.getByRole("button", { name: "读这份通知" }).click();
  await page.getByRole("heading", { name: "读出来的任务" }).waitFor();
  // What the page printed around the notice is no duty; the number that is missing is told.
  expect(await page.locator("blockquote", { hasText: "版权所有" }).count()).toBe(0);
  expect(await page.locator("main").innerText()).toMatch(/序号|编号/);

  const row = page.locator(".duty", { hasText: "鼓励社区组织志愿者" });
  await row.locator("summary").click();
  await row.getByLabel("强度").selectOption({ label: "必须" });
  await row.getByLabel("谁来做").fill("街道、社区");
  const gone = page.locator(".duty", { hasText: "公交企业可以" });
  await gone.locator("summary").click();
  await gone.getByLabel("这不是任务").check();
  await page.getByRole("button", { name: "更新" }).click();
  await page.locator(".duty.gone").waitFor();

  const words = sheetWords(await download(page, "下载任务表（Excel）", /任务分解表.*\.xlsx$/));
  expect(words).toContain("鼓励社区组织志愿者帮助行动不便的居民采买");
  expect(words).toContain("街道、社区");
  expect(words).toContain("县级人民政府");
  expect(words).toContain("严禁");
  expect(words.some((word) => word.includes("公交企业可以"))).toBe(false);
  const table = filesOf(await download(page, "Word", /任务分解表.*\.docx$/)).get("word/document.xml") ?? "";
  expect(table).toContain("街道、社区");
  expect((await download(page, "日历", /任务分解表.*\.ics$/)).toString()).toContain("20241220");
  expect((await download(page, "CSV", /任务分解表.*\.csv$/)).toString()).toContain("街道、社区");
  expect(complaints).toEqual([]);
  await page.context().close();
});

test("a duty the reader missed is pasted in, refused while the text does not hold it, and goes into every table; all without script", async () => {
  const { page, complaints } = await openPage(chromium.browser, { javaScriptEnabled: false });
  await read(page, COPIED);
  const missed = page.locator("#missed");
  await missed.getByLabel("原文里的那句话").fill("现就有关事宜通知如下");
  await missed.locator("summary").click();
  await missed.getByLabel("谁来做").fill("市应急管理局");
  await missed.getByLabel("时限").fill("2024年12月31日前");
  await missed.getByRole("button", { name: "补上这一件" }).click();
  expect(await missed.locator(".err").innerText()).toContain("原文里没有“现就有关事宜通知如下”");
  expect(await missed.getByLabel("谁来做").inputValue()).toBe("市应急管理局");
  await missed.getByLabel("原文里的那句话").fill("现就有关事项通知如下");
  await missed.getByRole("button", { name: "补上这一件" }).click();

  // The page comes back to the new row, which stands before the first clause, and marks its words.
  const added = page.locator(".duty:target");
  expect(await added.innerText()).toMatch(/现就有关事项通知如下[^]*市应急管理局/);
  expect(await page.locator(".duty").first().innerText()).toBe(await added.innerText());
  expect(await missed.getByLabel("原文里的那句话").inputValue()).toBe("");
  await added.getByRole("link").click();
  expect(await page.locator(".src :target mark").innerText()).toBe("现就有关事项通知如下");
  await page.locator(".src :target").getByRole("link", { name: "回到这一件" }).click();
  expect(await added.count()).toBe(1);

  expect(sheetWords(await download(page, "下载任务表（Excel）", /\.xlsx$/))).toContain("现就有关事项通知如下");
  expect(filesOf(await download(page, "Word", /\.docx$/)).get("word/document.xml") ?? "").toContain("现就有关事项通知如下");
  expect((await download(page, "CSV", /\.csv$/)).toString()).toMatch(/现就有关事项通知如下,必须,市应急管理局/);
  expect((await download(page, "日历", /\.ics$/)).toString()).toContain("20241231");
  expect(complaints).toEqual([]);
  await page.context().close();
});

test("what a page printed around the notice is folded into one line, without a warning sign; an update leads back to its row", async () => {
  const { page } = await openPage(chromium.browser);
  await read(page, COPIED);
  expect(await page.locator(".remarks li").allInnerTexts()).toEqual([expect.stringContaining("编号")]);
  await page.getByText("略去了 2 处网页上的文字").click();
  expect(await page.locator("details li").first().innerText()).toContain("打印本页");
  const row = page.locator(".duty", { hasText: "严禁违规使用燃气取暖" });
  await row.locator("summary").click();
  await row.getByLabel("例外").fill("持证单位");
  await row.getByLabel("谁来做").fill("");
  await page.getByRole("button", { name: "更新" }).click();
  const back = page.locator(".duty:target");
  await back.waitFor();
  expect(await back.innerText()).toMatch(/严禁违规使用燃气取暖[^]*原文没有写明[^]*持证单位/);
  expect(await page.locator("main").innerText()).toContain("其中 1 件原文没有写明谁来做");
  await page.context().close();
});

test("pointing at a duty lights up its words in the text, and the other way round", async () => {
  const { page } = await openPage(chromium.browser, { viewport: { width: 1280, height: 900 } });
  await read(page, COPIED);
  await page.locator(".duty blockquote").first().hover();
  expect(await page.locator(".src .hot").count()).toBeGreaterThan(0);
  await page.locator(".src [data-o]").last().hover();
  expect(await page.locator(".duty.hot").count()).toBeGreaterThan(0);
  await page.context().close();
});

test("the whole way by keyboard alone", async () => {
  const { page } = await openPage(chromium.browser, { viewport: { width: 1280, height: 900 } });
  await page.goto(`${site}/read`);
  await tabTo(page, "textarea");
  await page.keyboard.insertText(COPIED);
  await tabTo(page, "button[value=read]");
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { name: "读出来的任务" }).waitFor();
  await tabTo(page, ".duty summary");
  await page.keyboard.press("Enter");
  await tabTo(page, ".duty select[name^='m:']");
  await page.keyboard.press("ArrowDown");
  const chosen = await page.evaluate(() => (document.activeElement as HTMLSelectElement).value);
  await tabTo(page, "button[value=update]");
  await Promise.all([page.waitForNavigation(), page.keyboard.press("Enter")]);
  expect(await page.locator(".duty select[name^='m:']").first().inputValue()).toBe(chosen);
  await tabTo(page, "button[value=xlsx]");
  const [file] = await Promise.all([page.waitForEvent("download"), page.keyboard.press("Enter")]);
  expect(sheetWords(await bytesOf(file)).length).toBeGreaterThan(20);
  await page.context().close();
});

describe("files", () => {
  test("a .txt in GB18030 and a .docx give the same duties as the pasted words", async () => {
    const { page } = await openPage(chromium.browser, { javaScriptEnabled: false });
    await read(page, COPIED);
    const pasted = await page.locator(".duty blockquote").allInnerTexts();
    expect(pasted.length).toBeGreaterThan(8);
    const docx = await Packer.toBuffer(new Document({ sections: [{ children: [new Paragraph(COPIED.trim())] }] }));
    for (const [name, buffer] of [["通知.txt", readFileSync(join(import.meta.dirname, "copied-page.gb18030.txt"))], ["通知.docx", docx]] as const) {
      await upload(page, name, buffer);
      expect(await page.locator(".duty blockquote").allInnerTexts()).toEqual(pasted);
    }
    await page.context().close();
  });

  test("what cannot be read is told with a remedy, in both languages, and pasted words are kept", async () => {
    const { page } = await openPage(chromium.browser, { javaScriptEnabled: false });
    const picture = Buffer.from("89504e470d0a1a0a0000000d49484452", "hex");
    for (const [path, heading, words] of [["/read", "还有地方要改", "扫描件"], ["/en/read", "Something needs changing", "a scan"]] as const) {
      await page.goto(site + path);
      await page.locator("textarea").fill("我贴的文字");
      await page.locator("input[type=file]").setInputFiles({ name: "扫描.docx", mimeType: "application/octet-stream", buffer: picture });
      await page.locator("button[value=read]").click();
      const summary = page.getByRole("alert");
      expect(await summary.innerText()).toContain(heading);
      expect(await summary.innerText()).toContain(words);
      expect(await page.locator("textarea").inputValue()).toBe("我贴的文字");
      await summary.getByRole("link").click();
      expect(new URL(page.url()).hash).toBe("#file");
    }
    await page.goto(`${site}/read`);
    await page.locator("button[value=read]").click();
    expect(await page.getByRole("alert").innerText()).toContain("还没有文字");
    await page.context().close();
  });

  test("a page full of script gives its words and runs nothing", async () => {
    const { page, complaints } = await openPage(chromium.browser);
    const dialogs: string[] = [];
    page.on("dialog", (dialog) => { dialogs.push(dialog.message()); void dialog.dismiss(); });
    await upload(page, "页面.html", Buffer.from(`<html><body><script>alert(1)</script><img src=x onerror=alert(2)><p>一、交通。各旗市区要及时清扫积雪。&lt;script&gt;alert(3)&lt;/script&gt;</p></body></html>`));
    expect(await page.locator(".duty blockquote").allInnerTexts()).toEqual([expect.stringContaining("各旗市区要及时清扫积雪")]);
    expect([dialogs, complaints]).toEqual([[], []]);
    await page.context().close();
  });
});

async function read(page: Page, text: string): Promise<void> {
  await page.goto(`${site}/read`);
  await page.locator("textarea").fill(text);
  await page.locator("button[value=read]").click();
  await page.locator(".duty").first().waitFor();
}

async function upload(page: Page, name: string, buffer: Buffer): Promise<void> {
  await page.goto(`${site}/read`);
  await page.locator("input[type=file]").setInputFiles({ name, mimeType: "application/octet-stream", buffer });
  await page.locator("button[value=read]").click();
  await page.locator(".duty").first().waitFor();
}

/** Presses Tab until the element that is reached is such a one. */
async function tabTo(page: Page, selector: string): Promise<void> {
  for (let presses = 0; presses < 150; presses += 1) {
    await page.keyboard.press("Tab");
    if (await page.evaluate((wanted) => document.activeElement?.matches(wanted) === true, selector)) return;
  }
  throw new Error(`the keyboard does not reach ${selector}`);
}

async function download(page: Page, button: string, name: RegExp): Promise<Buffer> {
  const [file] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: button }).click()]);
  expect(file.suggestedFilename()).toMatch(name);
  return bytesOf(file);
}

async function bytesOf(file: Download): Promise<Buffer> {
  return readFileSync(await file.path());
}

/** The words in the cells of a workbook, wherever the format keeps them. */
function sheetWords(workbook: Buffer): string[] {
  const sheets = [...filesOf(workbook)].filter(([name]) => /sharedStrings|worksheets\/sheet/.test(name));
  return sheets.flatMap(([, xml]) => [...xml.matchAll(/<t[^>]*>([^<]*)<\/t>/g)].map(([, words]) => words ?? ""));
}
