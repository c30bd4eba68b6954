import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { startBrowser, type TestBrowser } from "../browser.ts";
import { nothingInTheWay, officer } from "../desk/officer.ts";
import { isOdd } from "../desk/rule-table.ts";
import { decide, importTable, open } from "./caseworker.ts";
import { ask, looksRight, move, resident, send, track, WAYS } from "./resident.ts";

/** Clause 六: pay lists come in as tables, people look up their own line, everybody sees sums; temporary help is applied for; care calls are made by their day. */
const site = inject("site");
let chromium: TestBrowser;
beforeAll(async () => { chromium = await startBrowser(); });
afterAll(() => chromium.close());

/** Lines of the drill's invented district: identity numbers of nobody, with the right check sign. */
const HEAD = ["旗市区", "项目", "所属月份", "姓名", "身份证号码", "应发", "已发", "应发日期", "发放日期"];
const LINES = [
  ["云杉旗", "低保", "2021-01-01", "演练甲01", "150799195001010012", "410.00", "410.00", "2021-01-10", "2021-01-08"],
  ["云杉旗", "特困供养", "2021-01-01", "演练乙02", "150799195706120027", "680.00", "600.00", "2021-01-10", "2021-01-08"],
];

describe("the pay list", () => {
  test("is imported by a clerk: a wrong line is told with its row and may be left out; the same table again changes nothing", async () => {
    const clerk = await officer(chromium.browser, site, "duban");
    const wrong = ["云杉旗", "低保", "2021-01-01", "演练丙03", "150799195001010013", "410.00", "500.00", "2021-01-10", "2021-01-08"];
    await importTable(clerk, site, "relief-payments", [HEAD, ...LINES, wrong], { wanted: "新增 2 条", leaveOut: true });
    expect(await clerk.page.locator(".alert.ok").innerText()).toContain("有错的 1 行没有导入");
    await clerk.page.goto(`${site}/desk/registers/relief-payments`);
    await clerk.page.locator("td", { hasText: "没发足" }).first().waitFor();
    await nothingInTheWay(clerk.page);
    // Nobody's number stands in a list.
    expect(await clerk.page.locator("main").innerText()).not.toContain("195001010012");
    expect(clerk.complaints.filter(isOdd)).toEqual([]);
    await clerk.page.context().close();
  });
  test.each(WAYS)("%s: whoever knows name and number sees the own line, nobody else does; sums name nobody", async (_way, width) => {
    const who = await resident(chromium.browser, site, width);
    await send(who, "/lists/relief-payments", { person: "演练乙02", identity: "150799195706120027" });
    expect(await who.page.locator("main").innerText()).toMatch(/特困供养[\s\S]*没发足[\s\S]*680[\s\S]*600/u);
    await looksRight(who);
    for (const [person, identity] of [["演练甲01", "150799195706120027"], ["没有这个人", "150799195001010012"]] as const) {
      await send(who, "/lists/relief-payments", { person, identity });
      expect(await who.page.locator("main").innerText()).not.toMatch(/680元|410元/u);
    }
    await looksRight(who);
    await who.page.goto(`${site}/lists/relief-payments`);
    expect(await who.page.content()).not.toMatch(/演练[甲乙]|150799195/u);
    await who.page.context().close();
  });
});

describe.each(WAYS)("%s", (_way, width) => {
  test("temporary help is applied for, more is asked, it is refused with a reason, the city is asked to look again and grants it anew", async () => {
    const who = await resident(chromium.browser, site, width);
    const receipt = await ask(who, "temporary-help", { district: "150702", who: "from-elsewhere", home: "甘肃省天水市", address: "胜利街道某工地", difficulty: "工地停工，回不去，吃饭的钱快没了。", "contact.name": "张某", "contact.telephone": "13900000000" });
    const clerk = await officer(chromium.browser, site, "jingban");
    await open(clerk, site, receipt);
    if (who.isLookedAt) await nothingInTheWay(clerk.page);
    await decide(clerk, "请申请人补充", { reason: "请说一下工地的名字。" });
    expect(await track(who, receipt)).toContain("请说一下工地的名字。");
    // A picture goes with the answer that was asked for, in one form.
    await move(who, "add", { added: "云杉演练建工一号工地。" }, { name: "工地大门.png", mimeType: "image/png", buffer: await who.page.screenshot() });
    await open(clerk, site, receipt);
    expect(await clerk.page.locator("main").innerText()).toContain("云杉演练建工一号工地。");
    const file = clerk.page.getByRole("link", { name: /工地大门\.png/u });
    expect((await clerk.page.request.get(new URL(await file.getAttribute("href") ?? "", site).href)).headers()["content-type"]).toContain("image/");
    await decide(clerk, "不同意", { reason: "用人单位已经安排了食宿。" });
    expect(await track(who, receipt)).toContain("用人单位已经安排了食宿。");
    await move(who, "appeal", { reason: "单位没有安排，食堂也停了。" });
    await looksRight(who);
    // Whoever decided does not look at it again.
    await open(clerk, site, receipt);
    expect(await clerk.page.getByRole("radio", { name: "撤销原决定，退回重办" }).count()).toBe(0);
    const city = await officer(chromium.browser, site, "duban");
    await open(city, site, receipt);
    await decide(city, "撤销原决定，退回重办", { reason: "核实食堂停了，重新办。" });
    const other = await officer(chromium.browser, site, "fuhe");
    await open(other, site, receipt);
    await decide(other, "同意救助", { chosen: ["实物"], answers: { goods: "米面各一袋" } });
    expect(await track(who, receipt)).toContain("米面各一袋");
    for (const { complaints } of [clerk, city, other]) expect(complaints.filter(isOdd)).toEqual([]);
    for (const { page } of [who, clerk, city, other]) await page.context().close();
  });
});

test("a care call that is due stands in the worklist until its next day is written", async () => {
  const clerk = await officer(chromium.browser, site, "duban");
  await importTable(clerk, site, "care-calls", [
    ["旗市区", "编号", "哪一类", "联系的单位", "怎么联系", "上次联系", "下次联系", "不用再联系了"],
    ["云杉旗", "演练-009", "困难老年人", "云杉演练社区", "电话", "2021-01-20", "2021-01-25", "否"],
  ], { wanted: "新增 1 条" });
  await clerk.page.goto(`${site}/desk/cases`);
  const chase = clerk.page.locator("tr", { hasText: "关爱联系" });
  await chase.first().waitFor();
  await nothingInTheWay(clerk.page);
  await clerk.page.goto(`${site}/desk/registers/care-calls`);
  await clerk.page.locator("tbody a", { hasText: "演练-009" }).first().click();
  await clerk.page.locator("#record-next-call").fill("2021-02-02");
  await clerk.page.locator("#record-last-call").fill("2021-01-26");
  await clerk.page.locator("form button[type=submit]").first().click();
  await clerk.page.getByText("第 2 版").or(clerk.page.getByText("存好了")).first().waitFor();
  await nothingInTheWay(clerk.page);
  await clerk.page.goto(`${site}/desk/cases`);
  await clerk.page.locator("#page h1").waitFor();
  await clerk.page.locator("table, .empty").first().waitFor();
  expect(await clerk.page.locator("tr", { hasText: "关爱联系" }).count()).toBe(0);
  await clerk.page.context().close();
});
