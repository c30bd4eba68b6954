import chromium from "@sparticuz/chromium";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium as browserType, type Browser, type BrowserContextOptions, type Page } from "playwright-core";

/** A real Chromium that knows Chinese letters, and what is taken away after it. */
export type TestBrowser = { readonly browser: Browser; readonly close: () => Promise<void> };

/** Starts Chromium with a Chinese font that npm brought, told to it by a fontconfig file in a folder of its own. */
export async function startBrowser(): Promise<TestBrowser> {
  const folder = mkdtempSync(join(tmpdir(), "anxin-fonts-"));
  const fonts = join(import.meta.dirname, "..", "node_modules", "@embedpdf", "fonts-sc", "fonts");
  writeFileSync(join(folder, "fonts.conf"), `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>${fonts}</dir><cachedir>${join(folder, "cache")}</cachedir></fontconfig>`);
  const browser = await browserType.launch({
    executablePath: await chromium.executablePath(),
    args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
    // Without a UTF-8 locale Chromium gives up Chinese file names.
    env: { ...process.env, LC_ALL: "C.UTF-8", FONTCONFIG_FILE: join(folder, "fonts.conf"), FONTCONFIG_PATH: folder },
  });
  return {
    browser,
    close: async () => {
      await browser.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** A page in a context of its own, a phone unless said otherwise, and every complaint of the browser about it: broken rules of the CSP, errors, failed requests. */
export async function openPage(browser: Browser, options: BrowserContextOptions = {}): Promise<{ page: Page; complaints: string[] }> {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 }, locale: "zh-CN", ...options });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on("console", (message) => { if (["error", "warning"].includes(message.type())) complaints.push(message.text()); });
  page.on("pageerror", (error) => complaints.push(error.message));
  page.on("requestfailed", (request) => {
    const { errorText } = request.failure() ?? { errorText: "" };
    // A page that becomes a download is given up by the browser itself.
    if (errorText !== "net::ERR_ABORTED") complaints.push(`${request.url()} ${errorText}`);
  });
  return { page, complaints };
}
