import { spawn, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { FAULT_NAMES } from "../index.ts";

const run = (fault: string, more: Readonly<Record<string, string>> = {}) => spawnSync(process.execPath, ["--input-type=module", "-e", `
  import { faultPoint } from ${JSON.stringify(new URL("./fault-point.ts", import.meta.url).href)};
  faultPoint("release.before-commit"); faultPoint("release.before-commit"); process.stdout.write("lived");`], { env: { ...process.env, ...more, ANXIN_FAULT: fault }, encoding: "utf8" });

test("the place that is named ends the process without a word, another does not", () => {
  expect(run("release.before-commit")).toMatchObject({ signal: "SIGKILL", stdout: "" });
  expect(run("import.after-file")).toMatchObject({ signal: null, stdout: "lived" });
});

test("told where PostgreSQL's process is written down, it kills that one, once, and lives", async () => {
  const folder = mkdtempSync(join(tmpdir(), "fault-"));
  const other = spawn(process.execPath, ["-e", "setInterval(() => {}, 1000)"]);
  const ended = new Promise((resolve) => { other.once("exit", (_code, signal) => { resolve(signal); }); });
  writeFileSync(join(folder, "postmaster.pid"), `${other.pid}\n/data\n`);
  expect(run("release.before-commit", { ANXIN_FAULT_POSTGRES: join(folder, "postmaster.pid") })).toMatchObject({ signal: null, stdout: "lived" });
  expect(await ended).toBe("SIGKILL");
  rmSync(folder, { recursive: true });
});

test("twenty places at least, each named once", () => {
  expect(FAULT_NAMES.length).toBeGreaterThanOrEqual(20);
  expect(new Set(FAULT_NAMES).size).toBe(FAULT_NAMES.length);
});
