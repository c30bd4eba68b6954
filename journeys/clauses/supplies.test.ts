import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { startBrowser, type TestBrowser } from "../browser.ts";
import { nothingInTheWay, officer } from "../desk/officer.ts";
import { isOdd } from "../desk/rule-table.ts";
import { decide, importTable, open } from "./caseworker.ts";
import { ask, looksRight, resident, track, WAYS } from "./resident.ts";

/** Clause 七: where to test and when it is open; hours nobody has told are chased; stock below its floor is seen. */
const site = inject("site");
let chromium: TestBrowser;
beforeAll(async () => { chromium = await startBrowser(); });
afterAll(() => chromium.close());

test("testing bodies come in as a list without hours; they are told as not known, chased, confirmed, and then shown open, nearest first", async () => {
  const clerk = await officer(chromium.browser, site, "jingban");
  await importTable(clerk, site, "testing-sites", [
    ["旗市区", "机构", "性质", "地址", "电话", "营业时间", "位置"],
    ["海拉尔区", "演练医院", "医疗机构", "演练路8号", "0470-8250001", "", "49.21, 119.75"],
    ["海拉尔区", "演练疾控中心", "疾控机构", "演练路16号", "0470-8250002", "每天 00:00-24:00", "49.30, 119.90"],
    ["海拉尔区", "演练检验所", "第三方检测机构", "演练路20号", "", "工作日 08:00-17:30；休息日 09:00-12:00", "49.22, 119.76"],
  ], { wanted: "新增 3 条" });
  const who = await resident(chromium.browser, site, 1280);
  await who.page.goto(`${site}/lists/testing-sites?district=150702`);
  const names = async (): Promise<string[]> => (await who.page.locator("main h2, main h3").allInnerTexts()).filter((text) => text.includes("演练"));
  // At nine in the morning of a Tuesday two are open.
  expect((await names()).map((name) => name.replace(/^.*?(演练\S+).*$/su, "$1")).at(-1)).toBe("演练医院");
  expect(await who.page.locator("main").innerText()).toContain("营业时间还没有确认");
  await looksRight(who);
  await who.page.goto(`${site}/lists/testing-sites?district=150702&near=海拉尔区`);
  expect((await names())[0]).toContain("演练检验所");
  await looksRight(who);
  // What nobody has told is chased.
  await clerk.page.goto(`${site}/desk/cases`);
  await clerk.page.getByRole("link", { name: /核酸检测机构：不知道营业时间（\d+ 条）/u }).click();
  await clerk.page.locator("tbody a", { hasText: "演练医院" }).first().click();
  await clerk.page.locator("#record-hours").fill("每天 08:00-20:00");
  await clerk.page.locator("form button[type=submit]").first().click();
  await clerk.page.getByText("每天 08:00-20:00").first().waitFor();
  await nothingInTheWay(clerk.page);
  await expect.poll(async () => { await who.page.goto(`${site}/lists/testing-sites?district=150702&open=1`); return (await names()).length; }, { timeout: 8_000 }).toBe(3);
  expect(await who.page.locator("main").innerText()).toContain("应急办公室（演示）");
  expect(clerk.complaints.filter(isOdd)).toEqual([]);
  for (const { page } of [who, clerk]) await page.context().close();
});

test.each(WAYS)("%s: a testing body that is not as listed is reported, and what came of it is told", async (_way, width) => {
  const who = await resident(chromium.browser, site, width);
  const receipt = await ask(who, "testing-site-wrong", { district: "150702", site: "演练医院", what: "closed" });
  const clerk = await officer(chromium.browser, site, "jingban");
  await open(clerk, site, receipt);
  if (who.isLookedAt) await nothingInTheWay(clerk.page);
  await decide(clerk, "名单上没有，也不该有", { reason: "这一家今天停检，名单上已经注明。" });
  expect(await track(who, receipt)).toContain("这一家今天停检");
  for (const { page } of [who, clerk]) await page.context().close();
});

test("stock below its floor is marked, owner and holder apart; a district's reporter sees the own district alone", async () => {
  const city = await officer(chromium.browser, site, "duban");
  await importTable(city, site, "protective-stock", [
    ["旗市区", "物资", "归谁所有", "放在谁那里", "现有数量", "最低储备", "计量单位", "哪天盘点的"],
    ["满洲里市", "口罩", "演练卫健局", "演练医药公司", "800", "1000", "只", "2021-01-25"],
    ["海拉尔区", "防护服", "演练卫健局", "演练卫健局", "300", "200", "套", "2021-01-25"],
  ], { wanted: "新增 2 条" });
  await city.page.goto(`${site}/desk/registers/protective-stock`);
  const low = city.page.locator("tr", { hasText: "演练医药公司" });
  await low.waitFor();
  expect(await low.innerText()).toMatch(/低于|不足/u);
  await nothingInTheWay(city.page);
  const reporter = await officer(chromium.browser, site, "tianbao", { path: "/desk/registers/protective-stock" });
  await reporter.page.locator("tr", { hasText: "防护服" }).waitFor();
  expect(await reporter.page.locator("main").innerText()).not.toContain("演练医药公司");
  for (const { page } of [city, reporter]) await page.context().close();
});
