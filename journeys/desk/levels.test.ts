import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { openPage, startBrowser, type TestBrowser } from "../browser.ts";
import { byKeyboard, nothingInTheWay, officer } from "./officer.ts";

const site = inject("site");
let chromium: TestBrowser;
beforeAll(async () => { chromium = await startBrowser(); });
afterAll(() => chromium.close());

const LIST = JSON.stringify({
  end_update_time: "2021-01-20 8时", hcount: 1, mcount: 2, highlist: [{ province: "河北省", city: "石家庄市", county: "藁城区", communitys: ["增村镇小果庄村"] }],
  middlelist: [{ province: "河北省", city: "石家庄市", county: "新乐市", communitys: ["长寿街道"] }, { province: "河北省", city: "石家庄市", county: "藁城区", communitys: ["增村镇小果庄村"] }],
});

test("a list is looked at before it is recorded: a broken one is refused in words, an older one holds until the next", async () => {
  const { page, hands, complaints } = await officer(chromium.browser, site, "qianfa");
  await hands.press('a:has-text("风险地区")');
  await page.getByText("1月25日", { exact: false }).first().waitFor();
  await nothingInTheWay(page);
  await hands.press('button:has-text("导入名单")');
  await hands.type("#text", '{"data": ');
  await hands.press('button:has-text("看看会改什么")');
  await page.getByText("JSON 不完整").waitFor();
  await hands.type("#text", LIST);
  await hands.press('button:has-text("看看会改什么")');
  await page.getByText("读出 2 个地方").waitFor();
  await page.getByText("这份只管到").waitFor();
  await page.getByText("同时列为两个等级").waitFor();
  await nothingInTheWay(page);
  await hands.press('button:has-text("确认录入")');
  await page.getByText("没有写来源").waitFor();
  await hands.type("#source", "卫生健康委员会，2021年1月20日");
  // Only what was looked at is recorded.
  await hands.press('button:has-text("看看会改什么")');
  await page.getByText("读出 2 个地方").waitFor();
  await hands.press('button:has-text("确认录入")');
  await page.getByText("已经录入，现在是第").waitFor();
  await page.getByText("新增 2，改 0，解除 0").waitFor();
  expect(complaints.filter((words) => !words.includes("422"))).toEqual([]);
  await page.context().close();
});

test("by keyboard alone the city states a level, sees whom it concerns, residents are answered by it within a second, and it is lifted again", async () => {
  const { page, hands } = await officer(chromium.browser, site, "qianfa", { hands: byKeyboard, path: "/desk/levels/change" });
  await hands.choose("#district", "根河市");
  await hands.type("#part", "好里堡街道");
  // Radio buttons are one stop; arrows go on from the first.
  await hands.press("input[name=level]");
  await page.keyboard.press("ArrowDown");
  await hands.type("#source", "市防控指挥部（演练）");
  await hands.press('button:has-text("看看会影响谁")');
  await page.getByText("住在那里、要去低风险地区的人").waitFor();
  await nothingInTheWay(page);
  await hands.press('button:has-text("确认录入")');
  await page.getByText("已经录入，现在是第").waitFor();
  const { page: resident } = await openPage(chromium.browser, { javaScriptEnabled: false });
  const question = `${site}/travel/answer?${new URLSearchParams({ from: "根河市", fromPart: "好里堡街道", to: "扎兰屯市", on: "2021-01-28", who: "other", need: "true" })}`;
  await expect.poll(async () => { await resident.goto(question); return resident.locator("h1").innerText(); }, { timeout: 5_000 }).toBe("须经批准");
  expect(await resident.locator(".alert").innerText()).toContain("本市现在有 1 个中高风险地区");
  expect(await resident.locator("main").innerText()).toContain("向您住地的疫情防控机构申请");
  await page.goto(`${site}/desk/levels/change`);
  await hands.choose("#district", "根河市");
  await hands.type("#part", "好里堡街道");
  await hands.press("input[name=level]");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowDown");
  await hands.type("#source", "市防控指挥部（演练）");
  await hands.press('button:has-text("看看会影响谁")');
  await page.getByText("确认录入").waitFor();
  await hands.press('button:has-text("确认录入")');
  await page.getByText("已经录入，现在是第").waitFor();
  await expect.poll(async () => { await resident.goto(question); return resident.locator("h1").innerText(); }, { timeout: 5_000 }).toBe("可以出行");
  await Promise.all([page.context().close(), resident.context().close()]);
});

test("who records no levels does not see them", async () => {
  const { page } = await officer(chromium.browser, site, "tianbao", { path: "/desk/levels" });
  expect(await page.locator('nav a:has-text("风险地区")').count()).toBe(0);
  await page.context().close();
});
