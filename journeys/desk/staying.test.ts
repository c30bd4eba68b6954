import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { axeFindings } from "../../platform/portal-ui/axe-findings.ts";
import { openPage, startBrowser, type TestBrowser } from "../browser.ts";
import { byKeyboard, nothingInTheWay, officer, withMouse, type Officer } from "./officer.ts";
import { isOdd } from "./rule-table.ts";

const site = inject("cities")[0]?.site ?? "";
let chromium: TestBrowser;
beforeAll(async () => { chromium = await startBrowser(); });
afterAll(() => chromium.close());

type Numbers = { readonly total: string; readonly staying: string; readonly leaving: string; readonly "reasons.medical"?: string; readonly "reasons.going-home"?: string };
/** Fills in the form as far as is said, and sends it. */
async function file({ hands }: Officer, body: string, kind: string, numbers: Numbers): Promise<void> {
  await hands.type("#body", body);
  await hands.choose("#kind", kind);
  for (const [name, people] of Object.entries(numbers)) await hands.type(`[id="${name}"]`, people);
  await hands.press('button[type=submit]:has-text("报上去")');
}
const told = ({ page }: Officer, words: string) => page.getByRole("status").getByText(words).waitFor();
const card = (view: string) => `${site}${view}/n/stay-put/travel`;

describe("headcounts of one district", () => {
  test.each([["mouse", withMouse, ["第一中学", "第二中学", "第三中学"]], ["keyboard", byKeyboard, ["第四中学", "第五中学"]]] as const)("are filed by %s: a wrong one is refused beside its field, a right one told and listed", async (_, hands, bodies) => {
    const reporter = await officer(chromium.browser, site, "tianbao", { hands });
    const { page } = reporter;
    await page.goto(`${site}/desk/staying`);
    await page.locator("#body").waitFor();
    await nothingInTheWay(page);
    const [first = "", ...others] = bodies;
    await file(reporter, first, "学校", { total: "１００", staying: "70", leaving: "20", "reasons.medical": "5" });
    await page.locator("#reasons-error").waitFor();
    expect(await page.locator("#reasons-error").innerText()).toContain("各项原因合计 5 人，离开的是 20 人");
    await nothingInTheWay(page);
    // What was typed is still there.
    await reporter.hands.type('[id="reasons.going-home"]', "15");
    await reporter.hands.press('button[type=submit]:has-text("报上去")');
    await told(reporter, `已报：${first}，总人数 100，留下 70，离开 20`);
    // The next one can be typed at once.
    expect(await page.evaluate(() => document.activeElement?.id)).toBe("body");
    for (const body of others) {
      await file(reporter, body, "学校", { total: "100", staying: "80", leaving: "10", "reasons.going-home": "10" });
      await told(reporter, `已报：${body}`);
    }
    await page.locator("td.lead", { hasText: first }).first().waitFor();
    await nothingInTheWay(page);
    expect(reporter.complaints.filter(isOdd)).toEqual([]);
    await page.context().close();
  });

  test("a body files again, and the last filing counts", async () => {
    const reporter = await officer(chromium.browser, site, "tianbao", { path: "/desk/staying" });
    const { page, hands } = reporter;
    await hands.press('button[aria-label="再报 第一中学"]');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe("total");
    for (const [name, people] of [["total", "100"], ["staying", "80"], ["leaving", "10"], ["reasons.medical", "10"]] as const) await hands.type(`[id="${name}"]`, people);
    await hands.press('button[type=submit]:has-text("报上去")');
    await told(reporter, "已报：第一中学，总人数 100，留下 80，离开 10");
    await page.getByText("共报 2 次").waitFor();
    await page.context().close();
  });

  test("the city's editor sees the sums, and no body; what residents are shown is told", async () => {
    const { page, complaints } = await officer(chromium.browser, site, "bianshen", { path: "/desk/staying" });
    const schools = page.locator("tr", { hasText: "学校" }).first();
    await schools.waitFor();
    expect((await schools.innerText()).replaceAll(/\s+/gu, " ")).toContain("学校 5 500 390 78% 60 12% 50 10% 回家 45，看病 15 显示");
    expect(await page.locator("#body").count()).toBe(0);
    expect(await page.locator("main").innerText()).not.toContain("第一中学");
    await nothingInTheWay(page);
    expect(complaints.filter(isOdd)).toEqual([]);
    await page.context().close();
  });

  test("residents see the shares beside the clause, in both languages, and no body", async () => {
    const { page, complaints } = await openPage(chromium.browser);
    for (const [view, words] of [["", "留下 78%，离开 12%，还没定 10%"], ["/en", "78% stay, 12% leave, 10% not decided"]] as const) {
      await page.goto(card(view));
      expect(await page.locator("#staying").innerText()).toContain(words);
      expect(await page.content()).not.toContain("第一中学");
      for (const width of [390, 1280]) {
        await page.setViewportSize({ width, height: 844 });
        expect(await axeFindings(page), `${view} at ${width}`).toEqual([]);
      }
      await page.setViewportSize({ width: 320, height: 844 });
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
    }
    expect(complaints).toEqual([]);
    await page.context().close();
  });
});

test("a city whose pack counts nobody has no such page at the desk", async () => {
  const { page } = await officer(chromium.browser, inject("cities")[1]?.site ?? "", "bianshen");
  await page.getByRole("link", { name: "规则表" }).waitFor();
  expect(await page.getByRole("link", { name: "就地过年人数" }).count()).toBe(0);
  await page.context().close();
});
