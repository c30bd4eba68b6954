import chromium from "@sparticuz/chromium";

/**
 * Before all tests: the browser is unpacked into the temporary folder, once. Its package does so when it is first asked, and holds a file that is still being
 * written for one that is there: of two test files that begin at the same time the second would start half a browser.
 */
export async function setup(): Promise<void> {
  await chromium.executablePath();
}
