import { Secret, TOTP } from "otpauth";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { openPage, startBrowser, type TestBrowser } from "../browser.ts";
import { nothingInTheWay, officer } from "./officer.ts";

let chromium: TestBrowser;
beforeAll(async () => { chromium = await startBrowser(); });
afterAll(() => chromium.close());
const site = inject("site");
const FIRST = "一场大雪封了山口的路";
const codeOf = (secret: string): string => new TOTP({ secret: Secret.fromBase32(secret) }).generate();

describe("somebody new at the desk, whose phone gets lost", () => {
  let login: string;
  test("is added, changes the one-time password, and sets up codes with that password", async () => {
    login = `xin.${Date.now().toString(36)}`;
    const administrator = await officer(chromium.browser, site, "guanli", { path: "/desk/people" });
    await administrator.page.locator("#new-name").fill("新来的人");
    await administrator.page.locator("#new-login").fill(login);
    await administrator.page.locator("section", { hasText: "加一个人" }).getByRole("button", { name: "加上" }).click();
    const password = await administrator.page.getByTestId("one-time").innerText();
    await administrator.page.context().close();

    // A one-time password opens one page, not the desk.
    const { page } = await openPage(chromium.browser, { viewport: { width: 1280, height: 900 } });
    await page.goto(`${site}/desk/account`);
    await page.locator("#login").fill(login);
    await page.locator("#password").fill(password);
    await page.keyboard.press("Enter");
    await page.locator("#current").fill(password);
    await page.locator("#next").fill(FIRST);
    await page.getByRole("button", { name: "换密码" }).click();
    await page.locator("#page h1").waitFor();
    await page.getByRole("button", { name: "启用验证码" }).click();
    const secret = (await page.locator("form p .mono").innerText()).replaceAll(" ", "");
    await page.locator("#code").fill(codeOf(secret));
    await page.locator("#own-password").fill("not the password");
    await nothingInTheWay(page);
    await page.locator("form").getByRole("button", { name: "启用", exact: true }).click();
    await page.locator("#own-password-error").waitFor();
    await page.locator("#own-password").fill(FIRST);
    await page.locator("form").getByRole("button", { name: "启用", exact: true }).click();
    await page.getByText("已启用").waitFor();
    await nothingInTheWay(page);
    await page.context().close();
  });
  test("is let in again once an administrator has stopped the codes", async () => {
    const administrator = await officer(chromium.browser, site, "guanli", { path: "/desk/people" });
    const { page: list } = administrator;
    const row = list.locator("tr", { hasText: login });
    await row.getByRole("button", { name: "修改 新来的人" }).click();
    await nothingInTheWay(list);
    await list.getByRole("button", { name: "停用验证码（手机丢了）" }).click();
    await list.getByRole("button", { name: "停用验证码（手机丢了）" }).waitFor({ state: "detached" });
    expect(administrator.complaints).toEqual([]);
    await list.context().close();
    const again = await officer(chromium.browser, site, login, { password: FIRST, path: "/desk/account" });
    await again.page.getByText("没有启用").waitFor();
    await again.page.context().close();
  });
});
