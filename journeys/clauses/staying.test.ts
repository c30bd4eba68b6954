import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { startBrowser, type TestBrowser } from "../browser.ts";
import { nothingInTheWay, officer } from "../desk/officer.ts";
import { isOdd } from "../desk/rule-table.ts";
import { decide, importTable, open } from "./caseworker.ts";
import { ask, looksRight, move, resident, track, WAYS } from "./resident.ts";

/** Clause 五: what employers and campuses see to is kept by them and shown; whoever is not looked after says so without a name. Clause 一: an approval is asked for and given. */
const site = inject("site");
let chromium: TestBrowser;
beforeAll(async () => { chromium = await startBrowser(); });
afterAll(() => chromium.close());

test("a campus reports canteen prices as a table; residents see them beside those before the break, and a price that rose is marked", async () => {
  const reporter = await officer(chromium.browser, site, "tianbao");
  await importTable(reporter, site, "canteen-prices", [
    ["旗市区", "校区", "品种", "哪天的价格", "价格", "放假前的价格"],
    ["海拉尔区", "演练学院", "米饭（1份）", "2021-01-25", "1.00", "1.00"],
    ["海拉尔区", "演练学院", "馒头（1个）", "2021-01-25", "0.80", "0.50"],
  ], { wanted: "新增 2 条" });
  const who = await resident(chromium.browser, site, 1280);
  await expect.poll(async () => { await who.page.goto(`${site}/lists/canteen-prices`); return who.page.locator("main").innerText(); }, { timeout: 8_000 }).toMatch(/馒头（1个）/u);
  const text = await who.page.locator("main").innerText();
  expect(text).toMatch(/0\.80元[\s\S]*0\.50元|0\.50元[\s\S]*0\.80元/u);
  expect(text).toContain("演练学院");
  await looksRight(who);
  // The same price again, asked as of before: the past is told as the past.
  await reporter.page.goto(`${site}/desk/registers/canteen-prices`);
  await reporter.page.locator("tr", { hasText: "馒头" }).waitFor();
  await nothingInTheWay(reporter.page);
  expect([...reporter.complaints, ...who.complaints].filter(isOdd)).toEqual([]);
  for (const { page } of [who, reporter]) await page.context().close();
});

describe.each(WAYS)("%s", (_way, width) => {
  test("somebody at a site without a festival meal says so without a name; it is looked into, answered, contested, and answered by somebody else", async () => {
    const who = await resident(chromium.browser, site, width);
    const receipt = await ask(who, "lodging-complaint", { district: "150702", about: "employer", place: "云杉演练建工", "at-work": ["new-years-eve-meal", "lodging"], story: "除夕没有安排，宿舍也冷。" });
    const clerk = await officer(chromium.browser, site, "jingban");
    await open(clerk, site, receipt);
    expect(await clerk.page.locator("main").innerText()).not.toContain("contact");
    if (who.isLookedAt) await nothingInTheWay(clerk.page);
    await decide(clerk, "开始核实");
    await clerk.page.getByRole("radio", { name: "答复结果", exact: true }).check();
    await clerk.page.locator("#move-outcome input").first().check();
    await clerk.page.locator("#move-reason").fill("单位答应除夕晚上安排聚餐，今天添暖气。");
    await clerk.page.getByRole("button", { name: "答复结果", exact: true }).click();
    await clerk.page.getByText("办好了：答复结果").waitFor();
    expect(await track(who, receipt)).toContain("单位答应除夕晚上安排聚餐，今天添暖气。");
    await move(who, "contest", { reason: "暖气没有来。" });
    const city = await officer(chromium.browser, site, "duban");
    await open(city, site, receipt);
    await decide(city, "退回重新核实", { reason: "请再去看暖气。" });
    expect(await track(who, receipt)).toContain("请再去看暖气。");
    for (const { complaints } of [clerk, city]) expect(complaints.filter(isOdd)).toEqual([]);
    for (const { page } of [who, clerk, city]) await page.context().close();
  });
});

test("an answer that needs an approval leads to applying for it; the local control body gives it, and the traveller sees it", async () => {
  const who = await resident(chromium.browser, site, 390);
  await who.page.goto(`${site}/travel/answer?${new URLSearchParams({ from: "云杉旗", to: "扎兰屯市", on: "2021-01-28", who: "other", need: "true" })}`);
  await who.page.getByRole("link", { name: "申请出行批准" }).click();
  expect(who.page.url()).toContain("/requests/travel-approval");
  const receipt = await ask(who, "travel-approval", { district: "150702", "from-place": "胜利街道某小区", "to-place": "扎兰屯市", leaves: "2021-01-28", need: "母亲住院。", "contact.name": "李某", "contact.telephone": "13900000001" });
  const clerk = await officer(chromium.browser, site, "jingban");
  await open(clerk, site, receipt);
  await nothingInTheWay(clerk.page);
  await decide(clerk, "批准出行", { answers: { "approval-number": "演练批〔2021〕1号" }, reason: "情况属实。" });
  expect(await track(who, receipt)).toMatch(/批准了[\s\S]*演练批〔2021〕1号|演练批〔2021〕1号/u);
  for (const { page } of [who, clerk]) await page.context().close();
});
