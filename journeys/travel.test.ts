import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { axeFindings } from "../platform/portal-ui/axe-findings.ts";
import { openPage, startBrowser, type TestBrowser } from "./browser.ts";

/** "May I travel?" as residents ask it: without script, on a phone and on a desk; every answer at an address that can be opened again. */
const site = inject("site");
let chromium: TestBrowser;
beforeAll(async () => { chromium = await startBrowser(); });
afterAll(() => chromium.close());

type Question = { readonly from?: string; readonly part?: string; readonly to: string; readonly on?: string; readonly choices?: readonly string[] };
async function ask(page: Page, { from = "海拉尔区", part = "", to, on = "2021-01-28", choices = [] }: Question): Promise<void> {
  await page.goto(`${site}/travel`);
  await page.locator("#from").selectOption({ label: from });
  await page.locator("#fromPart").fill(part);
  await page.locator("#to").fill(to);
  await page.locator("#on").fill(on);
  for (const choice of choices) await page.locator(`#${choice}`).check();
  await page.locator("button.wide").click();
}
const head = (page: Page): Promise<string> => page.locator("h1").innerText();
/** Looked at by axe with script, at the same address; nothing is wider than the smallest phone. */
async function looksRight(page: Page, width: number): Promise<void> {
  const { page: looked, complaints } = await openPage(chromium.browser, { viewport: { width, height: 860 } });
  await looked.goto(page.url());
  await looked.$$eval("details", (all) => all.forEach((details) => { details.open = true; }));
  expect(await axeFindings(looked), page.url()).toEqual([]);
  await looked.setViewportSize({ width: 320, height: 640 });
  expect(await looked.evaluate(() => document.documentElement.scrollWidth), page.url()).toBeLessThanOrEqual(320);
  // A form that was not accepted comes back with 422, which the browser notes.
  expect(complaints.filter((words) => !words.includes("422"))).toEqual([]);
  await looked.context().close();
}

describe.each([390, 1280])("without script at %i px", (width) => {
  let page: Page;
  beforeAll(async () => { ({ page } = await openPage(chromium.browser, { javaScriptEnabled: false, viewport: { width, height: 860 } })); });
  afterAll(() => page.context().close());

  test.each<readonly [string, Question, string, string]>([
    ["may go", { to: "扎兰屯市", choices: ["who-other", "need-true"] }, "可以出行", "确实需要出行"],
    ["better not", { to: "扎兰屯市", choices: ["who-other", "need-false"] }, "非必要不出行", "提倡留下"],
    ["in principle not", { to: "扎兰屯市", choices: ["who-public-staff", "need-false"] }, "原则上不出行", "带头留在当地过年"],
    ["in principle not there", { to: "河北省石家庄市藁城区", choices: ["who-other", "need-true"] }, "原则上不前往", "原则上不去中、高风险地区"],
    ["needs approval", { from: "云杉旗（虚构）", to: "扎兰屯市", choices: ["who-other", "need-true"] }, "须经批准", "旗疫情防控机构批准"],
  ])("%s: the verdict first, its reason, its clause", async (_name, question, verdict, reason) => {
    await ask(page, question);
    expect([await head(page), await page.locator(".vbody > p").first().innerText()]).toEqual([verdict, expect.stringContaining(reason)]);
    expect(await page.locator(".ground .note").first().innerText()).toContain("第一条");
    await looksRight(page, width);
  });
  test("one fact missing: which part of a county is asked, and both a place and none of them give an answer", async () => {
    await ask(page, { to: "北京市大兴区", choices: ["who-other", "need-true"] });
    expect(await head(page)).toBe("还差一个信息");
    await looksRight(page, width);
    const missing = page.url();
    await page.getByRole("link", { name: "北京市大兴区天宫院街道融汇社区" }).click();
    expect(await head(page)).toBe("原则上不前往");
    await page.goto(missing);
    await page.getByRole("link", { name: "都不是，不在这些地方" }).click();
    expect(await head(page)).toBe("可以出行");
  });
  test("a name of several places, a place that is none and a form left empty come back with what to do", async () => {
    await ask(page, { to: "鼓楼区", choices: ["who-other", "need-true"] });
    expect(await page.locator(".sum").innerText()).toContain("好几个地方叫这个名字");
    await looksRight(page, width);
    await page.getByRole("link", { name: "江苏省南京市鼓楼区" }).click();
    expect(await head(page)).toBe("可以出行");
    await ask(page, { to: "亚特兰蒂斯" });
    expect([await page.title(), await page.locator("#to").inputValue()]).toEqual([expect.stringContaining("有错误："), "亚特兰蒂斯"]);
    await page.goto(`${site}/travel/answer?from=&to=&on=`);
    expect(await page.locator(".sum a").count()).toBe(3);
  });
  test("somebody from elsewhere is sent to their own control body, and told what is asked of those who come", async () => {
    await ask(page, { from: "不住在呼伦贝尔市（在下面写省市县）", part: "河北省石家庄市藁城区", to: "海拉尔区", choices: ["need-true"] });
    expect([await head(page), await page.locator("main").innerText()]).toEqual(["问您住地的防控机构", expect.stringContaining("集中隔离14天")]);
    await looksRight(page, width);
  });
  test("what was asked can be changed, kept at an address of its moment, and read in large type and in English", async () => {
    await ask(page, { to: "扎兰屯市", choices: ["who-worker", "need-false"] });
    const answer = page.url();
    await page.getByRole("link", { name: "修改" }).click();
    expect([await page.locator("#from").inputValue(), await page.locator("#to").inputValue(), await page.locator("#who-worker").isChecked()]).toEqual(["海拉尔区", "扎兰屯市", true]);
    await page.goto(answer);
    await page.getByRole("link", { name: "这次回答的固定地址" }).click();
    expect([await head(page), await page.locator(".vhead p").innerText()]).toEqual(["非必要不出行", expect.stringMatching(/时的答案$/u)]);
    await page.getByRole("link", { name: "大字版" }).click();
    expect([await head(page), new URL(page.url()).searchParams.get("size")]).toEqual(["非必要不出行", "large"]);
    await looksRight(page, width);
    await page.locator('[hreflang="en"]').click();
    expect(await head(page)).toBe("Better not");
    await looksRight(page, width);
  });
  test("the list, its history and the stricter rules are pages of their own", async () => {
    await page.goto(`${site}/travel/areas`);
    expect(await page.locator("main").innerText()).toContain("高风险 6 个");
    for (const [path, words] of [["/travel/areas/history", "第 1 版"], ["/travel/stricter", "云杉旗（虚构）"], ["/en/travel/stricter", "Spruce Banner (invented)"]] as const) {
      await page.goto(site + path);
      expect(await page.locator("main").innerText()).toContain(words);
      await looksRight(page, width);
    }
  });
});
