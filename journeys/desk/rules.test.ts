import { readFileSync } from "node:fs";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { startBrowser, type TestBrowser } from "../browser.ts";
import { nothingInTheWay, officer, type Officer } from "./officer.ts";
import { begin, card, changeOf, handIn, isOdd, ready, rows, saved } from "./rule-table.ts";

let chromium: TestBrowser;
beforeAll(async () => { chromium = await startBrowser(); });
afterAll(() => chromium.close());

/** Messages about saving stay in view over what is scrolled below them: looked at where they cover nothing. */
async function fromTheTop(page: Page): Promise<void> {
  await page.evaluate(() => { window.scrollTo(0, 0); });
  await nothingInTheWay(page);
}

describe("the rule of travel, changed and released", () => {
  const site = inject("site");
  let editor: Officer;
  let releaser: Officer;
  let draft: string;
  beforeAll(async () => {
    editor = await officer(chromium.browser, site, "bianshen");
    releaser = await officer(chromium.browser, site, "qianfa");
  });
  afterAll(() => Promise.all([editor, releaser].map(({ page }) => page.context().close())));

  test("the rules in force are listed, and a draft begins with the one in force", async () => {
    const { page } = editor;
    await page.goto(`${site}/desk/rules`);
    await page.getByText("出行规则表", { exact: true }).waitFor();
    await nothingInTheWay(page);
    await page.locator(changeOf("出行规则表")).click();
    await nothingInTheWay(page);
    await begin(editor, site, "出行规则表");
    draft = page.url();
    expect(await rows(page)).toHaveLength(9);
    await page.getByText("没有要改的").waitFor();
    expect(await page.locator(handIn).isEnabled()).toBe(true);
    await nothingInTheWay(page);
  });

  test("a row deleted leaves a gap with a person for an example; a row for it closes it", async () => {
    const { page, hands } = editor;
    await hands.press('[id="row-1-06"]');
    await nothingInTheWay(page);
    await hands.press('button:has-text("删掉这条")');
    // The keyboard stands on the row that took its place.
    expect(await page.evaluate(() => document.activeElement?.id)).toBe("row-1-07");
    await card(page, "缺口").waitFor();
    expect(await page.locator(handIn).isDisabled()).toBe(true);
    await page.getByText(/还不能送签：有 1 处缺口/u).first().waitFor();
    expect(await card(page, "缺口").innerText()).toContain("住在：低风险地区");
    await nothingInTheWay(page);
    await hands.press('article.ce button:has-text("补一条规则")');
    // Filled in with the example of the gap; the verdict is asked for.
    expect(await page.evaluate(() => document.activeElement?.id)).toBe("verdict-1-10");
    expect(await page.locator('.row-editor fieldset:has-text("住在") input:checked').count()).toBeGreaterThan(0);
    for (const box of await page.locator('.row-editor fieldset:has(legend:text-is("身份")) label:has-text("任意") input, .row-editor fieldset:has(legend:text-is("已经批准")) label:has-text("任意") input').all()) await box.check();
    await hands.choose('[id="verdict-1-10"]', "可以出行");
    await hands.press('.clauses label:has-text("低风险地区提倡留在当地过年") input');
    await hands.type('[id="reason-1-10-zh"]', "您住在{origin}，要去{destination}，确实需要出行。");
    await hands.type('[id="reason-1-10-en"]', "You live in {origin}, go to {destination} and really have to travel.");
    await saved(page);
    await nothingInTheWay(page);
    await ready(page);
    expect(await rows(page)).toHaveLength(10);
    expect(await page.locator("table.rules").innerText()).toContain("1-10");
  });

  test("what is stricter than the level above waits for its document, or is set like it; an example that fails blocks as well", async () => {
    const { page, hands } = editor;
    const stricter = 'article.ce:has-text("比上级严")';
    await hands.choose('[id="verdict-1-10"]', "应留在当地");
    await page.locator(stricter).waitFor();
    await card(page, "例子不对").waitFor();
    expect(await page.locator(handIn).isDisabled()).toBe(true);
    await page.locator("tr.marked", { hasText: "更严" }).waitFor();
    await page.locator(".legend .no", { hasText: /比上级严 [1-9]/u }).waitFor();
    await nothingInTheWay(page);
    await hands.press(`${stricter} button:has-text("附批准文件")`);
    await hands.type(`${stricter} input`, "呼疫指办〔2021〕9号");
    await hands.press(`${stricter} button[type=submit]`);
    await page.locator("article.ce.ok", { hasText: "呼疫指办〔2021〕9号" }).waitFor();
    await page.getByText("更严，有批准文件").waitFor();
    // The example still says otherwise.
    await hands.press('article.ce:has-text("例子不对") button:has-text("看这个例子")');
    await page.getByRole("tab", { name: /例子/u, selected: true }).waitFor();
    await nothingInTheWay(page);
    // The other way out: as the level above says.
    await hands.press('article.ce.ok button:has-text("改批准文件")');
    await hands.type("article.ce.ok input", "");
    await hands.press('article.ce.ok button[type=submit]');
    await hands.press(`${stricter} button:has-text("改成和上级一样")`);
    await ready(page);
    await page.getByText("没有要改的").waitFor();
  });

  test("one person's case is tried, with reasons and clauses, and kept as an example", async () => {
    const { page, hands } = editor;
    await hands.press('button:has-text("试算一个人")');
    await hands.choose('[id="try-origin"]', "中风险地区");
    await hands.press('form button[type=submit]:has-text("试算")');
    await page.getByText("还要知道").waitFor();
    await nothingInTheWay(page);
    await hands.choose('[id="try-destination"]', "低风险地区");
    await hands.choose('[id="try-who"]', "其他人");
    await hands.choose('[id="try-need"]', "有");
    await hands.choose('[id="try-approved"]', "没有");
    await hands.press('form button[type=submit]:has-text("试算")');
    const answer = page.locator(".answer");
    await answer.locator(".st", { hasText: "须经批准" }).waitFor();
    expect(await answer.innerText()).toContain("1-03");
    await nothingInTheWay(page);
    await hands.press('button:has-text("留作例子")');
    await hands.type('[id="examples[8].name.zh"]', "中风险地区的人有急事");
    await hands.type('[id="examples[8].name.en"]', "Somebody in a medium-risk area with an urgent need");
    await saved(page);
    await page.locator('[id="examples[8]"] .st.ok', { hasText: "对" }).first().waitFor();
    await nothingInTheWay(page);
    await hands.press('button:has-text("试算一个人")');
  });

  test("whose answers change is told against the version in force", async () => {
    const { page, hands } = editor;
    await hands.press('button:has-text("和第 1 版对比")');
    await page.getByText("每种情况的结论都没有变").waitFor();
    // A worker from elsewhere is let go: looser than in force.
    await hands.press('[id="row-1-08"]');
    await hands.choose('[id="verdict-1-08"]', "可以出行");
    const changes = page.locator('section:has(h2:has-text("谁的结论变了"))');
    await changes.locator("td", { hasText: "更宽" }).first().waitFor();
    expect(await changes.innerText()).toContain("非必要不出行");
    await nothingInTheWay(page);
    await hands.choose('[id="verdict-1-08"]', "非必要不出行");
    await page.getByText("每种情况的结论都没有变").waitFor();
    await hands.press('button:has-text("和第 1 版对比")');
    await saved(page);
  });

  test("rows move, values and columns are added and taken away", async () => {
    const { page, hands } = editor;
    await hands.press('[id="down-1-08"]');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe("down-1-08");
    await hands.press('[id="up-1-08"]');
    await hands.press('[role=tab]:has-text("问哪些事")');
    await hands.press('details[id="facts.who"] summary');
    await nothingInTheWay(page);
    await hands.type('[id="new-value-who"]', "driver");
    await hands.press('details[id="facts.who"] form button[type=submit]');
    await page.locator('[id="facts.who.values.driver-fault"]').waitFor();
    await hands.type('[id="facts.who.values.driver.zh"]', "货车司机");
    await hands.type('[id="facts.who.values.driver.en"]', "a lorry driver");
    // Nobody has a rule for drivers yet.
    await card(page, "缺口").waitFor();
    expect(await card(page, "缺口").innerText()).toContain("货车司机");
    await nothingInTheWay(page);
    await hands.press('button[aria-label="去掉这个选项 driver"]');
    await ready(page);
    await hands.type("#new-fact", "not a name");
    await hands.press('form[aria-label="多问一件事"] button[type=submit]');
    await page.locator("#new-fact-error").waitFor();
    await nothingInTheWay(page);
    await hands.type("#new-fact", "age");
    await hands.choose("#new-fact-kind", "数字");
    await hands.press('form[aria-label="多问一件事"] button[type=submit]');
    await hands.type('[id="facts.age.zh"]', "年龄");
    await hands.type('[id="facts.age.en"]', "Age");
    await hands.type('[id="cell-1-08-5"]', ">= 60");
    await page.getByText("读作：60 及以上").waitFor();
    await saved(page);
    await nothingInTheWay(page);
    await hands.press('[id="remove-age"]');
    await hands.press('[role=group] button:has-text("不再问这件事")');
    await ready(page);
    await hands.press('[role=tab]:has-text("结论")');
    await nothingInTheWay(page);
    await hands.press('[role=tab]:has-text("名字和有效期")');
    await hands.type("#effectiveTo", "2021-01-01");
    await page.locator("#effectiveTo-fault").waitFor();
    await nothingInTheWay(page);
    await hands.type("#effectiveTo", "");
    await ready(page);
  });

  test("the table goes out as a DMN file and comes in again the same; a broken file is told by its element", async () => {
    const { page, hands } = editor;
    await saved(page);
    const before = await rows(page);
    await hands.press('[role=tab]:has-text("DMN 文件")');
    const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("link", { name: "下载 DMN 文件" }).click()]);
    const dmn = readFileSync(await download.path(), "utf8");
    expect(dmn).toContain("1-10");
    const upload = async (content: string): Promise<void> => {
      await page.locator("#dmn").setInputFiles({ name: "travel.dmn", mimeType: "application/xml", buffer: Buffer.from(content) });
      await hands.press('form[aria-label="用文件里的表换掉这张"] button[type=submit]');
    };
    await upload(dmn.replace("</dmn:rule>", "</dmn:rulle>"));
    await page.locator(".field-error").first().waitFor();
    await nothingInTheWay(page);
    await upload(dmn);
    await page.getByText("已经换成文件里的表").waitFor();
    expect(await rows(page)).toEqual(before);
    await ready(page);
    await nothingInTheWay(page);
  });

  test("two who change it at once keep both changes; of one cell both are told", async () => {
    const { page, hands } = editor;
    const other = await officer(chromium.browser, site, "bianshen", { path: new URL(draft).pathname });
    await other.page.locator("table.rules").waitFor();
    await other.hands.press('[id="row-1-01"]');
    await other.hands.type('[id="reason-1-01-zh"]', "您住在{origin}，请留在当地过年。");
    await saved(other.page);
    await hands.press('[id="row-1-02"]');
    await hands.type('[id="reason-1-02-zh"]', "您住在{origin}，原则上留在当地过年。");
    await page.getByText("两边的改动都保住了").waitFor();
    await fromTheTop(page);
    await hands.press('button:has-text("知道了")');
    await hands.press('[id="row-1-01"]');
    expect(await page.locator('[id="reason-1-01-zh"]').inputValue()).toBe("您住在{origin}，请留在当地过年。");
    await other.page.reload();
    await other.hands.press('[id="row-1-01"]');
    await other.hands.type('[id="reason-1-01-zh"]', "先保存的。");
    await saved(other.page);
    await hands.type('[id="reason-1-01-zh"]', "后写的。");
    await page.locator(".notes").getByText("后写的。").waitFor();
    await fromTheTop(page);
    await hands.press('.notes button:has-text("改用我写的")');
    await saved(page);
    expect(await page.locator('[id="reason-1-01-zh"]').inputValue()).toBe("后写的。");
    await other.page.context().close();
  });

  test("handed in; whoever changed it cannot release it, even with the post; sent back, handed in again, another officer releases it", async () => {
    const administrator = await officer(chromium.browser, site, "guanli", { path: "/desk/people" });
    await administrator.page.getByRole("button", { name: "修改 演示编审员" }).click();
    await administrator.page.locator('select[aria-label="岗位"]').first().selectOption({ label: "签发" });
    await administrator.page.locator("tr form").getByRole("button", { name: "加上" }).click();
    await administrator.page.getByRole("button", { name: /的签发岗位/u }).first().waitFor();
    await administrator.page.context().close();
    const { page, hands } = editor;
    await hands.press(handIn);
    await page.getByText("等签发").waitFor();
    await nothingInTheWay(page);
    await page.reload();
    await page.getByText("您改过或送签了这份稿子，要由另一位同事签发。").waitFor();
    await hands.press('button.ant-btn-primary:has-text("签发")');
    await page.getByText("您改过或送签了这份稿子，不能由您签发").waitFor();
    await nothingInTheWay(page);

    await releaser.page.goto(draft);
    await releaser.page.locator("table.rules").waitFor();
    await nothingInTheWay(releaser.page);
    await releaser.hands.press('button:has-text("退回去改")');
    await releaser.hands.type("#send-back-reason", "第一条的理由写得太短。");
    await releaser.hands.press('p.row > button:has-text("退回")');
    await releaser.page.getByText("被退回，要修改").waitFor();
    await page.reload();
    await page.getByText("第一条的理由写得太短。").waitFor();
    await nothingInTheWay(page);
    await hands.press('[id="row-1-01"]');
    await hands.type('[id="reason-1-01-zh"]', "您住在{origin}，高风险地区的人都留在当地过年。");
    await saved(page);
    await hands.press(handIn);
    await page.getByText("等签发").waitFor();
    await releaser.page.reload();
    await releaser.hands.type("#release-note", "同意");
    await releaser.hands.press('button.ant-btn-primary:has-text("签发")');
    await releaser.page.getByText("已签发，是第 2 版").waitFor();
    await nothingInTheWay(releaser.page);
    await releaser.page.goto(`${site}/desk/rules`);
    await releaser.page.locator('td[data-label="版本"]', { hasText: "第 2 版" }).first().waitFor();
    await nothingInTheWay(releaser.page);
    expect([...editor.complaints.filter(isOdd), ...releaser.complaints.filter(isOdd)]).toEqual([]);
  });

  test("a district begins with the city's rule and is compared with it", async () => {
    const { page, hands } = editor;
    await page.goto(`${site}/desk/rules`);
    await hands.press(changeOf("出行规则表"));
    await page.locator("tr form select").selectOption({ index: 1 });
    await hands.press('button:has-text("开始改")');
    await page.locator("table.rules").waitFor();
    await hands.press('[id="row-1-10"]');
    await hands.choose('[id="verdict-1-10"]', "应留在当地");
    await page.locator('article.ce:has-text("比市级严")').waitFor();
    expect(await page.locator("tr.marked").innerText()).toContain("本级，更严");
    await nothingInTheWay(page);
    await hands.press('article.ce button:has-text("改成和市级一样")');
    await ready(page);
    await hands.press('button:has-text("作废")');
    await hands.press('[role=group] button:has-text("作废")');
    await page.getByText("这份稿子已经作废。").waitFor();
    await nothingInTheWay(page);
  });
});
