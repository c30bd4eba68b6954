import { renderPage, type View } from "#platform/portal-ui";
import chromium from "@sparticuz/chromium";
import { build } from "esbuild";
import { chromium as playwright, type Browser, type Page } from "playwright-core";
import { brotliCompressSync, gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { axeFindings } from "../../../platform/portal-ui/axe-findings.ts";
import { pageFindings } from "../../../platform/portal-ui/page-findings.ts";
import { everyPage, OFFERED, VIEWS } from "./example-cases.tsx";
import { caseCard, caseDoors, caseScripts } from "./index.ts";

let browser: Browser;
let page: Page;
beforeAll(async () => {
  browser = await playwright.launch({ executablePath: await chromium.executablePath(), args: ["--no-sandbox", "--disable-gpu"] });
  page = await browser.newPage();
}, 60_000);
afterAll(() => browser.close());

const ZH: View = { language: "zh-CN", elder: false };
const html = (name: string, view: View = ZH, typed?: string): string => renderPage(everyPage(view, typed).find(([each]) => each === name)?.[2] ?? <p />);
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
    expect(await page.$$eval("select, summary, .btn, .opt, .go, .asks a, input:not([type=hidden], [type=checkbox], [type=radio])", (all, least) => all.filter((each) => each.getClientRects().length > 0 && each.getBoundingClientRect().height < least - 0.5).map((each) => each.outerHTML.slice(0, 90)), view.elder ? 60 : 46)).toEqual([]);
    await page.setViewportSize({ width: 320, height: 640 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  });
});

describe("what can be asked", () => {
  test("stands under what it is for and under its clause, each with its line", () => {
    expect(text("requests")).toMatch(/反映情况 第六条.*补助没到 低保.*第八条.*路上被拦.*票退不了.*申请 第六条.*临时救助 从外地来/u);
  });
  test("is not there when its clause is gone; its form says so and sends nothing", () => {
    expect(html("requests")).not.toContain("/requests/gone");
    expect(html("form whose clause is gone")).not.toContain("<form");
    expect(text("form whose clause is gone")).toContain("现行的通知里已经没有这一条");
  });
});

describe("the form", () => {
  test("tells above itself what is about none of its questions; sent before, it leads to that request and to an empty form, under the same key", () => {
    expect(html("form sent before")).toMatch(/role="alert".*href="#form">这张表已经交过一次.*href="\/track".*href="\/requests\/road-block".*<form id="form".*name="commandKey" value="0193-key"/su);
    expect(html("form sent before")).toContain("<title>有错误");
    expect(html("form with faults")).not.toContain('href="#form"');
  });
  test("numbers its questions and counts the person among them; one that hangs on an answer has no number and says on which", () => {
    const shown = text("form");
    for (const words of ["1. 怎么拦的", "上面选了“别的办法”的，再答这一问： 是什么办法", "2. 说说经过", "3. 在哪个旗市区", "6. 照片（可以不填）", "7. 怎么称呼您（可以不填）", "8. 您的电话（可以不填）"]) expect(shown).toContain(words);
    expect(html("form")).toContain(`data-if="kind" data-is="other"`);
  });
  test("says what helps at once, with numbers that call, by when something happens, and what happens otherwise", () => {
    expect(html("form")).toContain(`<a href="tel:119">119</a>`);
    for (const words of ["收到后 2 小时内有人处理", "自动转给市里督办", "可以不留名字", "办结 365 天以后"]) expect(text("form")).toContain(words);
  });
  test("draws each kind of question as a native control and requires nothing of the browser", () => {
    const drawn = html("every kind of question");
    for (const control of [`type="date"`, `type="datetime-local"`, `type="tel"`, `type="file"`, `type="checkbox"`, `type="radio"`, `<select`, `inputmode="numeric"`, `inputmode="decimal"`]) expect(drawn).toContain(control);
    expect(drawn.match(/<option value="s\d+"/gu)?.length).toBe(14);
    expect(drawn).not.toMatch(/\srequired/u);
    expect(drawn.match(/ checked/gu)?.length).toBe(3);
  });
  test("asks for whom, where one may ask for another", () => {
    expect(html("every kind of question")).toContain(`name="contact.forWhom"`);
    expect(html("form")).not.toContain("contact.forWhom");
  });
  test("tells a fault in the title, above and at its field in the same words, and keeps what was typed", () => {
    const drawn = html("form with faults");
    expect(drawn).toContain("<title>有错误：路上被拦");
    expect(drawn.match(/没有填“具体在哪里”/gu)?.length).toBe(2);
    expect(drawn).toContain(`href="#q-place"`);
    expect(drawn).toContain(`href="#contact-telephone"`);
    expect(drawn).toContain(`value="社区说名单报上去了"`);
    expect(drawn).toContain(`>社区说名单报上去了</textarea>`);
    expect(drawn).toMatch(/value="other" checked/u);
  });
  test("leaves the key of the command in the form, so that the same form sent twice is one request", () => {
    expect(html("form")).toContain(`<input type="hidden" name="commandKey" value="0193-key"/>`);
  });
});

describe("receipt and status", () => {
  test("number and code stand large on the receipt, and in no address", () => {
    expect(html("receipt")).toMatch(/class="big" id="number">0125-41720<.*class="big" id="secret">K7M2 9XQD</su);
    for (const name of ["receipt", "status", "status refused"]) expect([...html(name).matchAll(/(?:href|action)="([^"]*)"/gu)].map(([, address]) => address).filter((address) => /0125|K7M2/u.test(address ?? ""))).toEqual([]);
  });
  test("the status says by when, what happens otherwise, and every step with the officer's words", () => {
    for (const words of ["受理号 0125-41720", "正在办", "最迟 1月27日 17:00 有下一步。", "会自动转给市里督办", "“名单里有老人家", "银行退回", "0470-0000000", "第六条"]) expect(text("status")).toContain(words);
    expect(html("status")).toContain(`aria-current="step"`);
  });
  test("a late one says that it is late and where it went; one without a telephone names the public line", () => {
    for (const words of ["已经超时", "已经转给市里督办", "已经和 0125-41003 并在一起办", "12345 （便民热线）", "今天已经催过"]) expect(text("status refused")).toContain(words);
  });
  test("each move is its own form with the receipt in it; a missing reason opens it and is told above", () => {
    const drawn = html("status refused");
    expect(drawn.match(/name="move" value="(?:answer|contest|appeal)"/gu)?.length).toBe(3);
    expect(drawn.match(/name="secret" value="K7M29XQD"/gu)?.length).toBe(4);
    expect(drawn).toContain(`href="#m-contest.reason"`);
    expect(drawn).toMatch(/<details open><summary><b>结果不对/u);
    expect(drawn.match(/<details open/gu)?.length).toBe(1);
  });
  test("a refusal that is about no field is told above and leads to where the request stands", () => {
    expect(html("status nudged twice")).toMatch(/<a href="#stands">今天已经催过一次<.*<section class="card" id="stands">/su);
  });
  test("what was just done is told", () => expect(html("status refused")).toMatch(/role="status"><p><b>已经催办。/u));
});

test("hostile words are only words", () => {
  const evil = `"><script>alert(1)</script><img src=x onerror=alert(1)></textarea>'&`;
  for (const view of VIEWS) for (const [name, path, vnode] of everyPage(view, evil)) expect(pageFindings(renderPage(vnode), { view, path }), name).toEqual([]);
});

describe("elsewhere", () => {
  const card = (given: Partial<Parameters<typeof caseCard>[0]> = {}) => caseCard({ notice: { key: "stay-put", withdrawn: null }, clause: { key: "transport" }, view: ZH, offered: OFFERED, ...given });
  test("a clause's page shows its own requests, with counts when they are given", () => {
    const drawn = renderPage(card({ counts: { opened: 12, finished: 9 } }) ?? <p />);
    expect(drawn.match(/href="\/requests\/[^"]+"/gu)).toEqual([`href="/requests/road-block"`, `href="/requests/refund"`]);
    expect(drawn).toContain("收到 12 件，办结 9 件");
  });
  test("and nothing on another clause, another notice, or once it is withdrawn", () => {
    expect([card({ clause: { key: "campus" } }), card({ notice: { key: "other", withdrawn: null } }), card({ notice: { key: "stay-put", withdrawn: { reason: { zh: "好转", en: "Better" } } } })]).toEqual([null, null, null]);
  });
  test("the home page has two doors, none while nothing can be asked", () => {
    expect(caseDoors(OFFERED, 32).map(({ path, hint }) => [path, hint.zh])).toEqual([["/requests", "4 类事，已办结 32 件"], ["/track", "用受理号和查询码查"]]);
    expect(caseDoors(OFFERED).map(({ hint }) => hint.zh)[0]).toBe("4 类事，不用登录");
    expect(caseDoors([])).toEqual([]);
  });
});

describe("with script", () => {
  const script = async (): Promise<string> => (await build({ entryPoints: [caseScripts[0].file], bundle: true, minify: true, format: "esm", write: false })).outputFiles[0]?.text ?? "";
  test("it is at most 2 KB", async () => expect((await script()).length).toBeLessThan(2_048));
  test("a question that hangs on an answer is shown once it is given, and what hangs on that one with it", async () => {
    await page.setContent(html("every kind of question", ZH).replace(/ checked=""| checked/gu, ""));
    const shows = (label: string): Promise<boolean> => page.getByText(label, { exact: true }).isVisible();
    expect(await shows("在哪里干活")).toBe(true);
    await page.addScriptTag({ content: await script(), type: "module" });
    await expect.poll(() => shows("在哪里干活")).toBe(false);
    await page.check("#q-working-true");
    expect([await shows("在哪里干活"), await shows("欠多少")]).toEqual([true, false]);
    await page.check("#q-paid-false");
    expect(await shows("欠多少")).toBe(true);
    await page.check("#q-working-false");
    expect([await shows("在哪里干活"), await shows("欠多少")]).toEqual([false, false]);
  });
  test("the receipt can be printed", async () => {
    await page.setContent(html("receipt"));
    expect(await page.isVisible("[data-tool=print]")).toBe(false);
    await page.addScriptTag({ content: await script(), type: "module" });
    await expect.poll(() => page.isVisible("[data-tool=print]")).toBe(true);
  });
});
