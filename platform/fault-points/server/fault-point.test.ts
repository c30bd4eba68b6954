import { spawnSync } from "node:child_process";
import { expect, test } from "vitest";
import { FAULT_NAMES } from "../index.ts";

const run = (fault: string) => spawnSync(process.execPath, ["--input-type=module", "-e", `
  import { faultPoint } from ${JSON.stringify(new URL("./fault-point.ts", import.meta.url).href)};
  faultPoint("release.before-commit"); process.stdout.write("lived");`], { env: { ...process.env, ANXIN_FAULT: fault }, encoding: "utf8" });

test("the place that is named ends the process without a word, another does not", () => {
  expect(run("release.before-commit")).toMatchObject({ signal: "SIGKILL", stdout: "" });
  expect(run("import.before-file")).toMatchObject({ signal: null, stdout: "lived" });
});

test("twenty places at least, each named once", () => {
  expect(FAULT_NAMES.length).toBeGreaterThanOrEqual(20);
  expect(new Set(FAULT_NAMES).size).toBe(FAULT_NAMES.length);
});
