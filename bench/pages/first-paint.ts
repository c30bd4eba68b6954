import chromium from "@sparticuz/chromium";
import { chromium as browserType } from "playwright-core";
import { median } from "../rate/spread.ts";

/** A phone on a weak network: 400 ms round trip, 400 kbit/s down, a processor six times slower than this one. */
const WEAK = { latency: 400, downloadThroughput: (400 * 1024) / 8, uploadThroughput: (200 * 1024) / 8, offline: false };
const SLOWER = 6;
const ROUNDS = 5;

/** Median milliseconds from the click to the first and the largest paint of each page, fresh browser context each time. */
export async function firstPaint(urls: readonly string[]): Promise<ReadonlyMap<string, { first: number; largest: number }>> {
  const browser = await browserType.launch({ executablePath: await chromium.executablePath(), args: ["--no-sandbox", "--headless=shell", "--disable-quic"] });
  const paints = new Map<string, { first: number; largest: number }>();
  for (const url of urls) {
    const rounds: { first: number; largest: number }[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      const context = await browser.newContext({ viewport: { width: 390, height: 844 }, deviceScaleFactor: 2 });
      const page = await context.newPage();
      const cdp = await context.newCDPSession(page);
      await cdp.send("Network.enable");
      await cdp.send("Network.emulateNetworkConditions", WEAK);
      await cdp.send("Emulation.setCPUThrottlingRate", { rate: SLOWER });
      await page.goto(url, { waitUntil: "load" });
      rounds.push(await page.evaluate(() => new Promise<{ first: number; largest: number }>((resolve) => {
        let largest = 0;
        new PerformanceObserver((list) => { for (const entry of list.getEntries()) largest = entry.startTime; }).observe({ type: "largest-contentful-paint", buffered: true });
        setTimeout(() => resolve({ first: performance.getEntriesByName("first-contentful-paint")[0]?.startTime ?? Number.NaN, largest }), 500);
      })));
      await context.close();
    }
    paints.set(url, { first: median(rounds.map(({ first }) => first)), largest: median(rounds.map(({ largest }) => largest)) });
  }
  await browser.close();
  return paints;
}
