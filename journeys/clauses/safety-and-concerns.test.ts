import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { startBrowser, type TestBrowser } from "../browser.ts";
import { nothingInTheWay, officer } from "../desk/officer.ts";
import { isOdd } from "../desk/rule-table.ts";
import { decide, importTable, open } from "./caseworker.ts";
import { ask, looksRight, resident, track, WAYS } from "./resident.ts";

/** Clause 九: a hazard is graded, mended and looked at again by another; a warning of the weather opens a duty; where fireworks may be set off. Clause 十一: concerns are answered, and everybody who asked is told. */
const site = inject("site");
let chromium: TestBrowser;
beforeAll(async () => { chromium = await startBrowser(); });
afterAll(() => chromium.close());

describe.each(WAYS)("%s", (_way, width) => {
  test("a hazard: reported, graded, mended, looked at again by another officer than who noted it as mended", async () => {
    const who = await resident(chromium.browser, site, width);
    const receipt = await ask(who, "hazard", { district: "150702", trade: "fire", place: `演练市场${width}`, danger: "消防通道堆满了货。" });
    const first = await officer(chromium.browser, site, "jingban");
    await open(first, site, receipt);
    if (who.isLookedAt) await nothingInTheWay(first.page);
    await decide(first, "定为一般隐患", { answers: { "general-whose": "演练市场管理处" }, reason: "通道堵塞。" });
    await decide(first, "登记已整改", { answers: { "fixed-by": "演练市场管理处" }, reason: "货搬走了。" });
    expect(await first.page.locator(".refused").innerText()).toContain("复查通过");
    const second = await officer(chromium.browser, site, "fuhe");
    await open(second, site, receipt);
    await decide(second, "复查没有通过", { reason: "下午又堆上了。" });
    expect(await track(who, receipt)).toContain("下午又堆上了。");
    for (const { complaints } of [first, second]) expect(complaints.filter(isOdd)).toEqual([]);
    for (const { page } of [who, first, second]) await page.context().close();
  });

  test("two people ask the same; one answer is given to both", async () => {
    const [one, other] = [await resident(chromium.browser, site, width), await resident(chromium.browser, site, width)];
    const answers = { district: "150702", way: "ask", topic: "supplies", question: "药店口罩什么时候到货？" };
    const [first, second] = [await ask(one, "concern", answers), await ask(other, "concern", { ...answers, question: "口罩买不到怎么办？" })];
    const clerk = await officer(chromium.browser, site, "jingban");
    await open(clerk, site, second);
    await clerk.page.locator("summary", { hasText: "并到另一件" }).click();
    await clerk.page.locator("#merge-into").fill(first.number);
    await clerk.page.getByRole("button", { name: "看看是哪一件" }).click();
    await clerk.page.getByText("药店口罩什么时候到货？").waitFor();
    if (one.isLookedAt) await nothingInTheWay(clerk.page);
    await clerk.page.getByRole("button", { name: "并到另一件" }).click();
    await expect.poll(async () => (await track(other, second)).includes(first.number), { timeout: 20_000, interval: 500 }).toBe(true);
    await open(clerk, site, first);
    await decide(clerk, "答复", { reason: "三家药店明天上午到货，名单在“药店防护用品”。" });
    for (const [who, receipt] of [[one, first], [other, second]] as const) expect(await track(who, receipt)).toContain("三家药店明天上午到货");
    for (const { page } of [one, other, clerk]) await page.context().close();
  });
});

test("a warning of the weather is kept and opens a duty; residents read the warning, officers report until it is over", async () => {
  const city = await officer(chromium.browser, site, "duban");
  await importTable(city, site, "weather-warnings", [
    ["旗市区", "预警内容", "天气", "严重程度", "谁发的", "什么时候开始", "什么时候结束"],
    ["海拉尔区", "演练：寒潮蓝色预警", "寒潮", "轻微", "演练气象台", "2021-01-26 17:00", "2021-01-28 08:00"],
  ], { wanted: "新增 1 条" });
  const clerk = await officer(chromium.browser, site, "jingban", { path: "/desk/cases" });
  await clerk.page.locator("tbody a", { hasText: "演练：寒潮蓝色预警" }).first().click();
  await clerk.page.locator("h2", { hasText: "决定" }).waitFor();
  await nothingInTheWay(clerk.page);
  await clerk.page.getByRole("radio", { name: "开始值守", exact: true }).check();
  await clerk.page.locator("#move-in-charge").fill("演练应急队");
  await clerk.page.locator("#move-prepared input").first().check();
  await clerk.page.getByRole("button", { name: "开始值守", exact: true }).click();
  await clerk.page.getByText("办好了：开始值守").waitFor();
  await decide(clerk, "报告情况", { reason: "供热正常，两处除雪。" });
  const who = await resident(chromium.browser, site, 1280);
  await expect.poll(async () => { await who.page.goto(`${site}/lists/weather-warnings`); return who.page.locator("main").innerText(); }, { timeout: 8_000 }).toContain("演练：寒潮蓝色预警");
  await looksRight(who);
  // The duty is the officers' own affair.
  await who.page.goto(`${site}/requests`);
  expect(await who.page.locator("main").innerText()).not.toContain("极端天气值守");
  for (const { page } of [who, city, clerk]) await page.context().close();
});

test("where fireworks may be set off is answered by place, with clause and regulation", async () => {
  const who = await resident(chromium.browser, site, 1280);
  await who.page.goto(`${site}/n/stay-put/safety`);
  await who.page.getByRole("link", { name: "这里能放烟花爆竹吗？" }).click();
  await who.page.getByLabel("医院、幼儿园、中小学校、敬老院").check();
  await who.page.getByRole("button", { name: "看答案" }).click();
  expect([await who.page.locator("h1").innerText(), await who.page.locator("main").innerText()]).toEqual(["不能放", expect.stringContaining("国务院令第455号")]);
  await looksRight(who);
  await who.page.context().close();
});

test("a measure that was published stands in the list of its clause, and on the clause's page", async () => {
  const city = await officer(chromium.browser, site, "duban");
  await importTable(city, site, "published-measures", [
    ["旗市区", "措施", "哪方面", "说的是什么", "谁公布的", "哪天公布的", "在哪里公布的"],
    ["海拉尔区", "演练：公交延长到21时", "便利出行", "主要线路末班车延到21时。", "演练交通局", "2021-01-25", "演练广播"],
  ], { wanted: "新增 1 条" });
  const who = await resident(chromium.browser, site, 390);
  await expect.poll(async () => { await who.page.goto(`${site}/lists/published-measures`); return who.page.locator("main").innerText(); }, { timeout: 8_000 }).toContain("演练：公交延长到21时");
  await looksRight(who);
  await who.page.goto(`${site}/n/stay-put/atmosphere`);
  expect(await who.page.locator("#lists").innerText()).toContain("便民措施");
  for (const { page } of [who, city]) await page.context().close();
});
