import { renderPage, type View } from "#platform/portal-ui";
import chromium from "@sparticuz/chromium";
import { chromium as playwright, type Browser, type Page } from "playwright-core";
import { brotliCompressSync, gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { axeFindings } from "../../../platform/portal-ui/axe-findings.ts";
import { pageFindings } from "../../../platform/portal-ui/page-findings.ts";
import { CANTEENS, everyPage, exampleSite, PLACES, REGISTERS, SITES, viewOf, VIEWS } from "./example-registers.tsx";
import { registerCard, registerDoors, RegisterPage } from "./index.ts";

let browser: Browser;
let page: Page;
beforeAll(async () => {
  browser = await playwright.launch({ executablePath: await chromium.executablePath(), args: ["--no-sandbox", "--disable-gpu"] });
  page = await browser.newPage();
}, 60_000);
afterAll(() => browser.close());

const ZH: View = { language: "zh-CN", elder: false };
const html = (name: string, view: View = ZH): string => renderPage(everyPage(view).find(([each]) => each === name)?.[2] ?? <p />);
const text = (name: string, view?: View): string => html(name, view).replace(/<style>.*?<\/style>/su, "").replaceAll(/<[^>]+>/gu, " ").replaceAll(/\s+/gu, " ");

describe.each(VIEWS)("in $language, elder $elder", (view) => {
  test.each(everyPage(view))("%s carries its view, is translated, loads nothing and stays within its budget", (_name, path, vnode) => {
    const drawn = renderPage(vnode);
    expect(pageFindings(drawn, { view, path })).toEqual([]);
    expect(gzipSync(drawn).length).toBeLessThan(30_000);
    expect(brotliCompressSync(drawn).length).toBeLessThan(30_000);
  });
  test.each(everyPage(view))("%s passes axe, fits 320 px and has targets large enough", async (_name, _path, vnode) => {
    await page.setViewportSize({ width: 390, height: 844 });
    await page.setContent(renderPage(vnode));
    await page.$$eval("details", (all) => all.forEach((details) => { details.open = true; }));
    expect(await axeFindings(page)).toEqual([]);
    expect(await page.$$eval("select, summary, .btn, .opt, .go, .asks a, input:not([type=hidden], [type=checkbox])", (all, least) => all.filter((each) => each.getClientRects().length > 0 && each.getBoundingClientRect().height < least - 0.5).map((each) => each.outerHTML.slice(0, 90)), view.elder ? 60 : 46)).toEqual([]);
    await page.setViewportSize({ width: 320, height: 640 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  });
});

describe("what can be looked up", () => {
  test("stands by clause, each with how much there is or how many are open", () => {
    expect(text("lists")).toMatch(/第六条.*我的补助发了吗 应发多少.*用姓名和身份证号查自己的.*第七条.*哪里做核酸.*现在有 14 处开门，共 23 处.*口罩药品储备.*56 条/u);
    expect(html("lists").match(/href="\/lists\/mask-points"/gu)?.length).toBe(1);
  });
});

describe("places", () => {
  test("say whether they are open in words, by when, how far, and who confirmed it when", () => {
    for (const words of ["现在开门 4 处", "开门中", "10:00 关门", "没开门", "明天 08:00 开门", "开到 20:00", "昼夜都开", "1.2 公里", "13 公里", "1月26日 07:00 由海拉尔区卫生健康委确认", "过了该再确认的时间", "营业时间还没有确认", "还没有人确认过", "2022 年放假安排还没公布", "选一个地方再看"]) expect(text("places")).toContain(words);
    expect(html("places")).toContain(`href="tel:0470-0000000"`);
  });
  test("those that are closed are folded away when only open ones are asked for", () => {
    expect(text("places open now")).toContain("海拉尔区 · 现在开门 3 处");
    expect(html("places open now").match(/<article/gu)?.length).toBe(3);
    expect(text("places open now")).toContain("现在没开门、时间没确认的 4 处");
  });
  test("where none is open, it is said as of when, what opens first, and whom to call", () => {
    expect(text("places none open")).toMatch(/海拉尔区现在没有开门的 现在是 1月26日 09:25。最早开门的是： 哈克镇卫生院 海拉尔区 · 13:00 开门/u);
    expect(text("places nothing at all")).toMatch(/阿拉坦额莫勒镇检测点 莫力达瓦达斡尔族自治旗 · 1月28日 08:00 开门/u);
    expect(html("places none open, closed left out")).toContain(`href="/lists/testing-sites?district=150702&amp;near="`);
    expect(text("places nobody knows")).toContain("哪一处什么时候开门，现在还不知道");
  });
  test("a place that distances cannot be counted from is told at its field and above", () => {
    expect(html("places none open").match(/找不到这个地方/gu)?.length).toBe(2);
    expect(html("places none open")).toContain(`href="#near"`);
  });
});

describe("sums", () => {
  test("are a table with a caption and heads; what is kept back says why", () => {
    expect(html("totals")).toMatch(/<table class="tbl" role="table"><caption>/u);
    for (const words of ["地方 物品 条数 库存 底线 低于底线", "海拉尔区 医用口罩 8 120,000只", "扎兰屯市 医用口罩 不到 5 条，不显示", "免得看出是哪一家、哪个人"]) expect(text("totals")).toContain(words);
  });
  test("on a phone each row is a card whose figures carry their names", async () => {
    await page.setViewportSize({ width: 390, height: 844 });
    await page.setContent(html("totals"));
    expect(await page.$$eval("tbody td[data-name=库存]", ([cell]) => cell === undefined ? "" : getComputedStyle(cell, "::before").content)).toBe(`"库存"`);
  });
});

describe("one's own", () => {
  test("is asked for by name and number in the body; the number is not shown again", () => {
    expect(html("own")).toMatch(/<form class="card noprint" method="post" action="\/lists\/relief-payments" enctype="multipart\/form-data">/u);
    for (const name of ["own found", "own with faults"]) expect(html(name)).toMatch(/id="identity" name="identity"[^>]* value[ >]/u);
    expect(html("own with faults")).toContain(`value="呼伦街道"`);
    expect(html("own with faults")).toContain(`href="#identity"`);
  });
  test("shows what was owed and paid, large, what is short with its mark, and where to tell of it", () => {
    for (const words of ["查到 2 条", "城市低保金 足额", "应发 600元 已发 600元", "高龄津贴 少发", "和实际不一样？", "反映补助没到"]) expect(text("own found")).toContain(words);
  });
  test("says that nothing was found, and what then; and nothing before anything was asked", () => {
    expect(text("own nothing found")).toMatch(/没有查到 觉得应该有？/u);
    expect(text("own")).not.toContain("没有查到");
  });
  test("has the sums of all below", () => expect(text("own")).toContain("各地合计"));
});

test("a long list stays within the budget of a page and says that there are more", () => {
  // Hardly two names alike: nothing is gained by packing them.
  const name = (at: number): string => Array.from({ length: 9 }, (_, sign) => String.fromCodePoint(0x4E_00 + ((at * 7_919 + sign * sign * 104_729) % 3_000))).join("");
  const places = Array.from({ length: 300 }, (_, at) => ({ ...PLACES[at % PLACES.length], name: name(at), address: name(at + 1_000), telephone: `0470-${8_000_000 + at * 37}` }) as (typeof PLACES)[number]);
  const list = places.map(({ districtName, name: title, address }) => ({ districtName, title, facts: [{ name: { zh: "地址", en: "Address" }, shown: { zh: address, en: address } }], flags: [], recordedAt: "2021-01-25T10:00:00.000Z" }));
  for (const view of [viewOf(SITES, { places }), viewOf(CANTEENS, { list })]) {
    const drawn = renderPage(<RegisterPage site={exampleSite} view={ZH} path="/lists/long" {...view} />);
    expect(gzipSync(drawn).length).toBeLessThan(30_000);
    expect(drawn).toContain("还有没列出来的");
  }
});

test("hostile words are only words", () => {
  const evil = `"><script>alert(1)</script><img src=x onerror=alert(1)>'&`;
  for (const view of VIEWS) for (const [name, path, vnode] of everyPage(view, evil)) expect(pageFindings(renderPage(vnode), { view, path }), name).toEqual([]);
});

describe("elsewhere", () => {
  const card = (given: Partial<Parameters<typeof registerCard>[0]> = {}) => registerCard({ notice: { key: "stay-put", withdrawn: null }, clause: { key: "supplies" }, view: ZH, registers: REGISTERS, ...given });
  test("a clause's page shows its own registers, and nothing on another or once it is withdrawn", () => {
    expect(renderPage(card() ?? <p />).match(/href="\/lists\/[^"]+"/gu)).toEqual([`href="/lists/testing-sites"`, `href="/lists/mask-stock"`, `href="/lists/mask-points"`]);
    expect([card({ clause: { key: "campus" } }), card({ notice: { key: "stay-put", withdrawn: { reason: { zh: "好转", en: "Better" } } } })]).toEqual([null, null]);
  });
  test("the home page leads to the places that are open now, and to all lists", () => {
    expect(registerDoors(REGISTERS).map(({ path, hint }) => [path, hint.zh])).toEqual([["/lists/testing-sites", "现在有 14 处开门"], ["/lists", "4 样情况，不用登录"]]);
    expect(registerDoors([SITES]).length).toBe(1);
    expect(registerDoors([])).toEqual([]);
  });
});
