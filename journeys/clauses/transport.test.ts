import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { startBrowser, type TestBrowser } from "../browser.ts";
import { nothingInTheWay, officer } from "../desk/officer.ts";
import { isOdd } from "../desk/rule-table.ts";
import { decide, importTable, open } from "./caseworker.ts";
import { ask, looksRight, move, resident, track, WAYS } from "./resident.ts";

/** Clause 八: whoever meets a road-block says so; it was approved, or it is ordered away and somebody else sees that it is gone. */
const site = inject("site");
let chromium: TestBrowser;
beforeAll(async () => { chromium = await startBrowser(); });
afterAll(() => chromium.close());

describe.each(WAYS)("%s", (_way, width) => {
  test("a road-block without approval: reported, ordered away by one officer, seen to be gone by another, contested, answered by the city", async () => {
    const who = await resident(chromium.browser, site, width);
    const receipt = await ask(who, "roadblock", { district: "150702", what: "blocked", place: `哈克镇东口桥头${width}`, road: "301国道" });
    expect(await track(who, receipt)).toContain("收到了，正在查有没有批准");
    const first = await officer(chromium.browser, site, "jingban");
    await open(first, site, receipt);
    await first.page.getByText("没有今天有效、对得上的记录").waitFor();
    if (who.isLookedAt) await nothingInTheWay(first.page);
    await decide(first, "责令拆除", { answers: { "ordered-whom": "哈克镇某单位" }, looked: true, reason: "查了批准登记，没有这一处。" });
    expect(await track(who, receipt)).toMatch(/已经责令拆除[\s\S]*查了批准登记，没有这一处。/u);
    // Who ordered it does not confirm that it is gone.
    expect(await first.page.locator(".refused").innerText()).toContain("确认已拆除");
    const second = await officer(chromium.browser, site, "fuhe");
    await open(second, site, receipt);
    await decide(second, "确认已拆除", { answers: { "gone-at": "2021-01-26T10:00" } });
    expect(await track(who, receipt)).toContain("路通了");
    await move(who, "contest", { reason: "今天早上又堵上了。" });
    await looksRight(who);
    const city = await officer(chromium.browser, site, "duban");
    await open(city, site, receipt);
    expect(await city.page.locator("main").innerText()).toContain("今天早上又堵上了。");
    await decide(city, "市级答复", { reason: "市里派人看过，路已经通了。" });
    expect(await track(who, receipt)).toContain("市里派人看过，路已经通了。");
    for (const { complaints } of [first, second, city]) expect(complaints.filter(isOdd)).toEqual([]);
    for (const { page } of [who, first, second, city]) await page.context().close();
  });
});

test("a road-block that a government approved is told with its document, and only on a record that is there", async () => {
  const unit = await officer(chromium.browser, site, "duban");
  await importTable(unit, site, "roadblock-approvals", [
    ["旗市区", "批准的政府", "哪一级", "批准文号", "哪条路", "在什么地方", "从哪天", "到哪天"],
    ["陈巴尔虎旗", "陈巴尔虎旗人民政府", "旗市区级", "演练政发〔2021〕3号", "演练路", "西口", "2021-01-20", "2021-02-20"],
  ], { wanted: "新增 1 条" });
  const who = await resident(chromium.browser, site, 390);
  const receipt = await ask(who, "roadblock", { district: "150725", what: "checkpoint", place: "演练路西口" });
  await open(unit, site, receipt);
  await unit.page.getByText("演练政发〔2021〕3号").first().waitFor();
  await nothingInTheWay(unit.page);
  await unit.page.locator('input[name="record"]').check();
  await decide(unit, "有批准", { answers: { "approved-by": "陈巴尔虎旗人民政府，演练政发〔2021〕3号" } });
  expect(await track(who, receipt)).toMatch(/经政府批准[\s\S]*演练政发〔2021〕3号/u);
  await who.page.goto(`${site}/lists/roadblock-approvals`);
  expect(await who.page.locator("main").innerText()).toContain("演练政发〔2021〕3号");
  for (const { page } of [who, unit]) await page.context().close();
});

test("toll-free passage and free refunds are answered at once, with clause and document", async () => {
  const who = await resident(chromium.browser, site, 1280);
  for (const [path, verdict, source] of [["toll-free?vehicle=small&day=2021-02-12", "免费通行", "国发〔2012〕37号"], ["toll-free?vehicle=small&day=2021-02-18", "不在春节免费时段", "国办发明电〔2020〕27号"], ["free-refunds?carrier=air&early=true&day=2021-02-02", "可以免费退票", "民用航空局"], ["free-refunds?carrier=rail", "问承运单位", "没有铁路部门公告的原文"]] as const) {
    await who.page.goto(`${site}/ask/${path}`);
    expect([await who.page.locator("h1").innerText(), await who.page.locator("main").innerText()]).toEqual([verdict, expect.stringContaining(source)]);
    expect(await who.page.locator(".ground").innerText()).toContain("第八条");
    await looksRight(who);
  }
  expect(who.complaints).toEqual([]);
  await who.page.context().close();
});
