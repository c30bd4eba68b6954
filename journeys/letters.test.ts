import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { openPage, startBrowser, type TestBrowser } from "./browser.ts";

const site = inject("site");
const LETTERS = [..."安心通知疫情批准严禁鼓励务工旗市区演练辨真假雪"];
/** For private use: no font draws it, so it shows what a missing letter looks like. */
const MISSING = "\u{F8FE}";

let chromium: TestBrowser;
beforeAll(async () => { chromium = await startBrowser(); });
afterAll(() => chromium.close());

test.each([["body text", "body"], ["titles", "h1"]])("Chinese letters of %s are letters, no boxes", async (_what, selector) => {
  const { page } = await openPage(chromium.browser);
  await page.goto(`${site}/n/stay-put`);
  const drawn = await page.evaluate(({ letters, within }) => {
    const canvas = document.createElement("canvas");
    const pen = canvas.getContext("2d", { willReadFrequently: true });
    const place = document.querySelector(within);
    if (pen === null || place === null) throw new Error("nothing to draw with");
    return letters.map((letter) => {
      canvas.width = 64;
      canvas.height = 64;
      pen.font = `48px ${getComputedStyle(place).fontFamily}`;
      pen.fillText(letter, 8, 50);
      const dark = [...pen.getImageData(0, 0, 64, 64).data].filter((_, index) => index % 4 === 3).map((alpha) => (alpha > 127 ? "1" : "0")).join("");
      return dark;
    });
  }, { letters: [...LETTERS, MISSING], within: selector });
  const ink = drawn.map((picture) => picture.replaceAll("0", "").length);
  expect(Math.min(...ink.slice(0, -1))).toBeGreaterThan(100);
  expect(new Set(drawn).size).toBe(LETTERS.length + 1);
  await page.context().close();
});
