import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openPage, startBrowser, type TestBrowser } from "../browser.ts";
import { nothingInTheWay, officer, PASSWORD, type Hands, type Officer } from "./officer.ts";

const ROOT = join(import.meta.dirname, "..", "..");

/** What a copied page of a government site looks like around its notice. */
const asCopied = (text: string): string => `首页 > 政务公开 > 通知公告 字号：大 中 小 打印本页\n${text}\n分享到： 微信 微博\n版权所有 网站标识码：0000000000\n`;
const saved = (page: Page) => page.locator('[data-saving="saved"]').waitFor();

/** The whole way of a notice in one city, from a copied page into force and out of it. Each way of working has a file of its own, so that two cities are gone through at a time. */
export function noticeWay({ pack, site, notice, hands, widths }: { readonly pack: string; readonly site: string; readonly notice: string; readonly hands: (page: Page) => Hands; readonly widths: readonly number[] }): void {
  const text = asCopied(readFileSync(join(ROOT, pack, "notices", notice, "notice.txt"), "utf8"));
  const look = (page: Page): Promise<void> => nothingInTheWay(page, widths);
  let chromium: TestBrowser;
  let editor: Officer;
  let releaser: Officer;
  let draft: string;
  beforeAll(async () => {
    chromium = await startBrowser();
    editor = await officer(chromium.browser, site, "bianshen", { hands });
    releaser = await officer(chromium.browser, site, "qianfa", { hands });
  });
  afterAll(() => chromium.close());

  test("imported and read", async () => {
    const { page, hands: own } = editor;
    await look(page);
    await own.press('button:has-text("导入一份通知")');
    await own.type("#key", "Not A Key");
    await own.type("#text", text);
    await own.press('button:has-text("导入并读一遍")');
    await page.getByText("通知的名字不合规则").waitFor();
    await look(page);
    // What was pasted is still there after a refusal.
    await own.type("#key", "winter-2027");
    await own.press('button:has-text("导入并读一遍")');
    await page.locator(".source mark").first().waitFor();
    expect(await page.locator(".orders .order-head").count()).toBeGreaterThan(20);
    expect(await page.getByRole("button", { name: "送签", exact: true }).isDisabled()).toBe(true);
    draft = page.url();
    await look(page);
  });

  test("reviewed: an order corrected and taken away; what the text does not bear is refused beside its field", async () => {
    const { page, hands: own } = editor;
    await own.press(".order-head");
    // Words the text does not have are refused beside their field, and nothing is kept of them.
    const actors = await page.locator("#o-actors").inputValue();
    await own.type("#o-actors", "没有这个单位");
    await own.press('button:has-text("改好了")');
    await page.locator("#o-actors-error", { hasText: "原文里没有“没有这个单位”" }).waitFor();
    await look(page);
    await own.type("#o-actors", actors);
    await own.choose("#o-modality", "原则上");
    // What is typed and not applied waits while another duty is looked at.
    await own.press(".orders > li:nth-child(2) .order-head");
    await page.getByText("还没用上的改动").waitFor();
    await own.press(".order-head");
    expect(await page.locator("#o-modality").inputValue()).toBe("in-principle");
    await own.press('button:has-text("改好了")');
    await page.getByText("人工改动 1 处").waitFor();
    await page.locator(".orders li.open button", { hasText: "这不是任务" }).waitFor();
    await look(page);
    await own.press('button:has-text("这不是任务")');
    await page.getByText("人工改动 2 处").waitFor();
    await own.press('button[aria-label="撤销 2"]');
    await page.getByText("人工改动 1 处").waitFor();
  });

  test("reviewed: clauses named, a duty in plain words, remarks looked at", async () => {
    const { page, hands: own } = editor;
    await own.press('[role=tab]:has-text("条款")');
    // A key that is not finished keeps nothing else from being saved.
    await own.type('[id="clauses[0].key"]', "part-");
    await page.locator('[id="clauses[0].key-fault"]').waitFor();
    await saved(page);
    await own.type('[id="clauses[0].key"]', "part-0");
    await nameClauses(page, own);
    await look(page);
    await own.press('[role=tab]:has-text("任务")');
    await own.press(".orders > li:nth-child(2) .order-head");
    await own.type("#o-plain-zh", "用大白话说这一件事");
    await own.type("#o-plain-en", "This duty in plain words");
    await look(page);
    await own.press('[role=tab]:has-text("基本情况")');
    for (const field of ["title", "titleSource", "origin.name"]) for (const tongue of ["zh", "en"]) await fillIfEmpty(page, own, `${field}.${tongue}`, tongue === "zh" ? "政府网站的页面" : "The page on the government's site");
    if (await page.locator('[id="date"]').inputValue() !== "") for (const tongue of ["zh", "en"]) await fillIfEmpty(page, own, `dateSource.${tongue}`, tongue === "zh" ? "通知正文" : "the text itself");
    for (const role of ["issuer", "publisher", "operator"]) await own.choose(`#${role}`, await page.locator(`#${role} option`).nth(1).innerText());
    await look(page);
    await own.press('[role=tab]:has-text("提醒")');
    for (const [at] of (await page.locator('[id^="acknowledged["]').all()).entries()) await own.press(`[id="acknowledged[${at}]"] input[type=checkbox]`);
    await saved(page);
    await page.getByRole("region", { name: /送签以前还要解决/u }).waitFor({ state: "detached" });
    await look(page);
  });

  test("what was typed survives a closed browser, and a second officer's change is joined", async () => {
    const other = await officer(chromium.browser, site, "bianshen");
    await other.page.goto(draft);
    await other.page.getByRole("tab", { name: /条款/u }).click();
    await other.page.locator('[id="clauses[0].summary.zh"]').fill("另一个窗口写的大白话。");
    // Closed before the pause after which a page saves by itself.
    await other.page.close({ runBeforeUnload: true });
    await editor.hands.press('[role=tab]:has-text("条款")');
    await editor.hands.type('[id="clauses[0].title.zh"]', "第一条，改过的标题");
    await saved(editor.page);
    const again = await other.page.context().newPage();
    await again.goto(draft);
    await again.getByRole("tab", { name: /条款/u }).click();
    await again.locator('[data-saving="saved"]').waitFor();
    expect([await again.locator('[id="clauses[0].summary.zh"]').inputValue(), await again.locator('[id="clauses[0].title.zh"]').inputValue()]).toEqual(["另一个窗口写的大白话。", "第一条，改过的标题"]);
    // Both write the same field: the first stands, the second is told what they wrote.
    await again.locator('[id="clauses[0].title.zh"]').fill("先保存的标题");
    await again.locator('[data-saving="saved"]').waitFor();
    await editor.hands.type('[id="clauses[0].title.zh"]', "后写的标题");
    await editor.page.getByText("后写的标题").first().waitFor();
    await editor.page.getByText("同时在改这份稿子").waitFor();
    await saved(editor.page);
    expect(await editor.page.locator('[id="clauses[0].title.zh"]').inputValue()).toBe("先保存的标题");
    expect(await editor.page.locator('[id="clauses[0].summary.zh"]').inputValue()).toBe("另一个窗口写的大白话。");
    await look(editor.page);
    await editor.hands.press('button:has-text("知道了")');
    await other.page.context().close();
  });

  test("a sign-in that runs out while somebody types asks once, and leads back to what was typed", async () => {
    const { page, hands: own } = editor;
    const refused: string[] = [];
    page.on("response", (response) => { if (response.status() === 401) refused.push(response.url()); });
    await own.type('[id="clauses[1].summary.zh"]', "登录过期以前写的话。");
    await page.context().clearCookies();
    await own.type('[id="clauses[1].summary.en"]', "Written as the sign-in ran out.");
    await page.getByText("登录过期了").waitFor();
    await look(page);
    expect(refused).toHaveLength(1);
    await own.type("#login", "bianshen");
    await own.type("#password", PASSWORD);
    await page.keyboard.press("Enter");
    await page.locator(".source mark").first().waitFor();
    expect(page.url()).toBe(draft);
    await own.press('[role=tab]:has-text("条款")');
    await saved(page);
    expect([await page.locator('[id="clauses[1].summary.zh"]').inputValue(), await page.locator('[id="clauses[1].summary.en"]').inputValue()]).toEqual(["登录过期以前写的话。", "Written as the sign-in ran out."]);
  });

  test("handed in; whoever reviewed it cannot release it, even with the post; another officer can", async () => {
    const administrator = await officer(chromium.browser, site, "guanli", { path: "/desk/people" });
    await look(administrator.page);
    await administrator.page.getByRole("button", { name: "修改 演示编审员" }).click();
    await administrator.page.locator('select[aria-label="岗位"]').first().selectOption({ label: "签发" });
    await look(administrator.page);
    await administrator.page.locator("tr form").getByRole("button", { name: "加上" }).click();
    // Only a post that is there can be ended; leaving earlier could take the request along.
    await administrator.page.getByRole("button", { name: /的签发岗位/u }).waitFor();
    await administrator.page.context().close();

    const { page, hands: own } = editor;
    const late = await page.context().newPage();
    await late.goto(draft);
    await late.getByRole("tab", { name: /条款/u }).click();
    await own.press('button:has-text("送签")');
    await page.getByText("等签发").waitFor();
    // Too late: the words are shown, and go into no draft.
    await late.locator('[id="clauses[0].title.zh"]').fill("送签以后才写的");
    await late.getByText("您写的时候，这份稿子已经送签了").waitFor();
    expect(await late.locator(".notes li").innerText()).toContain("送签以后才写的");
    await look(late);
    await late.close();
    await page.reload();
    await page.getByText("您改过或送签了这份稿子，要由另一位同事签发。").waitFor();
    await own.press('button.ant-btn-primary:has-text("签发")');
    await page.getByText("您改过或送签了这份稿子，不能由您签发").waitFor();
    await look(page);

    await releaser.page.goto(draft);
    await releaser.hands.type("#release-note", "同意");
    await look(releaser.page);
    await releaser.hands.press('button.ant-btn-primary:has-text("签发")');
    await releaser.page.getByText("已签发，是第 1 版").waitFor();
    await look(releaser.page);
  });

  test("a resident reads it on a phone at once, finds it, and can verify it", async () => {
    const { page, complaints } = await openPage(chromium.browser);
    await page.goto(`${site}/n/winter-2027`);
    expect(await page.locator("main").innerText()).toContain("先保存的标题");
    expect(await page.locator("main").innerText()).toContain("用大白话说这一件事");
    await look(page);
    await page.getByRole("link", { name: "验证签名" }).click();
    await page.getByText("签名有效").waitFor();
    await look(page);
    await page.goto(`${site}/search?q=${encodeURIComponent("另一个窗口")}`);
    expect(await page.locator("main").innerText()).toContain("先保存的标题");
    await look(page);
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  test("amended: the old keys are proposed, the difference is public", async () => {
    const { page, hands: own } = editor;
    await page.goto(`${site}/desk/notices`);
    await look(page);
    await own.press('button[aria-label="修改 winter-2027"]');
    await own.type("#text", text.replace(/。\n/u, "。各单位要在节后三日内总结经验。\n"));
    await own.press('button:has-text("导入并读一遍")');
    await page.locator(".source mark").first().waitFor();
    await own.press('[role=tab]:has-text("条款")');
    expect(await page.locator('[id="clauses[0].key"]').inputValue()).toBe("part-0");
    await own.press('[role=tab]:has-text("提醒")');
    for (const [at] of (await page.locator('[id^="acknowledged["]').all()).entries()) await own.press(`[id="acknowledged[${at}]"] input[type=checkbox]`);
    await saved(page);
    await own.press('[role=tab]:has-text("条款")');
    await nameClauses(page, own);
    await saved(page);
    await page.getByRole("region", { name: /送签以前还要解决/u }).waitFor({ state: "detached" });
    await own.press('button:has-text("送签")');
    await page.getByText("等签发").waitFor();
    await releaser.page.goto(page.url());
    await releaser.page.locator(".changes ins", { hasText: "总结经验" }).waitFor();
    await look(releaser.page);
    await releaser.hands.press('button.ant-btn-primary:has-text("签发")');
    await releaser.page.getByText("已签发，是第 2 版").waitFor();

    const resident = await openPage(chromium.browser, { javaScriptEnabled: false });
    await resident.page.goto(`${site}/n/winter-2027/versions`);
    expect(await resident.page.locator("ins").allInnerTexts()).toEqual([expect.stringContaining("总结经验")]);
    const feed = await (await fetch(`${site}/feed.atom`)).text();
    expect(feed).toContain(`${site}/n/winter-2027/versions#v2`);
    await resident.page.context().close();
  });

  test("withdrawn: two officers again; the page stays, marked, with the reason", async () => {
    const { page, hands: own } = editor;
    await page.goto(`${site}/desk/notices`);
    await own.press('button[aria-label="撤回 winter-2027"]');
    await own.press('button:has-text("提出撤回")');
    await page.getByText("没有写中文的原因").first().waitFor();
    await own.type("#withdraw-zh", "天气好转。");
    await own.type("#withdraw-en", "The weather has improved.");
    await look(page);
    await own.press('button:has-text("提出撤回")');
    await page.getByText("等签发").waitFor();
    await releaser.page.goto(page.url());
    await releaser.hands.press('button.ant-btn-primary:has-text("签发撤回")');
    await releaser.page.getByText("已签发，是第 3 版").waitFor();
    const resident = await openPage(chromium.browser);
    await resident.page.goto(`${site}/n/winter-2027`);
    expect(await resident.page.locator("main").innerText()).toContain("天气好转。");
    await look(resident.page);
    await resident.page.context().close();
    expect([...editor.complaints.filter(isOdd), ...releaser.complaints.filter(isOdd)]).toEqual([]);
  });

  test("signed out: what was typed last is saved, and nothing of it stays in the browser", async () => {
    const { page, hands: own } = editor;
    await page.goto(`${site}/desk/notices`);
    await own.press('button[aria-label="修改 stay-put"], button[aria-label="修改 cold-wave"]');
    await own.type("#text", text);
    await own.press('button:has-text("导入并读一遍")');
    await page.locator(".source mark").first().waitFor();
    const last = page.url();
    await own.press('[role=tab]:has-text("条款")');
    await own.type('[id="clauses[0].title.zh"]', "退出以前写的");
    await own.press('button:has-text("退出")');
    await page.locator("#login").waitFor();
    expect(await page.evaluate(() => Object.keys(localStorage).filter((name) => name.startsWith("anxin.work.")))).toEqual([]);
    const again = await officer(chromium.browser, site, "bianshen");
    await again.page.goto(last);
    await again.page.getByRole("tab", { name: /条款/u }).click();
    expect(await again.page.locator('[id="clauses[0].title.zh"]').inputValue()).toBe("退出以前写的");
    await again.page.context().close();
  });
}

/** The browser tells of every refusal we asked for. */
const isOdd = (complaint: string): boolean => !/status of (?:401|403|409|422)/u.test(complaint);

async function nameClauses(page: Page, own: Hands): Promise<void> {
  await own.press('[role=tab]:has-text("条款")');
  for (const [at] of (await page.locator('input[id^="clauses["][id$="].key"]').all()).entries()) {
    await fillIfEmpty(page, own, `clauses[${at}].key`, `part-${at}`);
    for (const part of ["title", "summary"]) {
      await fillIfEmpty(page, own, `clauses[${at}].${part}.zh`, `这一部分讲的事情 ${at}`);
      await fillIfEmpty(page, own, `clauses[${at}].${part}.en`, `What this part is about ${at}`);
    }
  }
}
async function fillIfEmpty(page: Page, own: Hands, id: string, words: string): Promise<void> {
  if (await page.locator(`[id="${id}"]`).inputValue() === "") await own.type(`[id="${id}"]`, words);
}
