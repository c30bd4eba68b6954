import { build } from "esbuild";
import { expect, test } from "vitest";
import { portalScripts } from "../scripts.ts";

test("the scripts of any page are within 8 KB, all together", async () => {
  const sizes = await Promise.all(portalScripts.map(async ({ file }) => {
    const { outputFiles } = await build({ entryPoints: [file], bundle: true, minify: true, format: "esm", write: false });
    return outputFiles.reduce((sum, { contents }) => sum + contents.length, 0);
  }));
  expect(Math.min(...sizes)).toBeGreaterThan(100);
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(8 * 1024);
});
