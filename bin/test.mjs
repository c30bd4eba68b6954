#!/usr/bin/env node
// npm test: types, lint, boundaries, then unit, property and database tests, then journeys in a real browser.
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { install, node24, root } from "./setup.mjs";

await install();
const node = node24();
const bin = (name) => join(root, "node_modules", name);
const reports = mkdtempSync(join(tmpdir(), "anxin-reports-"));
const report = (project) => join(reports, `${project}.json`);
const vitest = (project) => [bin("vitest/vitest.mjs"), "run", "--project", project, "--reporter=default", "--reporter=json", `--outputFile.json=${report(project)}`];
const steps = [
  ["types", [bin("typescript/bin/tsc"), "-p", "."]],
  ["lint", [bin("oxlint/bin/oxlint"), "--quiet"]],
  ["boundaries", [bin("dependency-cruiser/bin/dependency-cruiser.mjs"), "--config", ".dependency-cruiser.mjs", "apps", "bench", "engines", "journeys", "platform", "services"]],
  ["unit, property and database tests", vitest("unit")],
  ["journeys in a browser", vitest("journeys")],
];
let [failedSteps, passed, failed] = [0, 0, 0];
for (const [name, words] of steps) {
  const started = Date.now();
  process.stdout.write(`\n== ${name}\n`);
  // The tools call `node`: it must be the same one.
  const { status } = spawnSync(node, ["--disable-warning=ExperimentalWarning", ...words], { cwd: root, stdio: "inherit", env: { ...process.env, PATH: `${dirname(node)}:${process.env.PATH}`, NO_UPDATE_NOTIFIER: "1" } });
  if (status !== 0) failedSteps += 1;
  process.stdout.write(`== ${name}: ${status === 0 ? "passed" : "FAILED"} in ${((Date.now() - started) / 1000).toFixed(1)} s\n`);
}
for (const project of ["unit", "journeys"]) {
  if (!existsSync(report(project))) continue;
  const { numPassedTests, numFailedTests } = JSON.parse(readFileSync(report(project), "utf8"));
  passed += numPassedTests;
  failed += numFailedTests;
}
rmSync(reports, { recursive: true, force: true });
process.stdout.write(`\n${passed} passed, ${failed} failed${failedSteps === 0 ? "" : ` (${failedSteps} of ${steps.length} steps failed)`}\n`);
process.exitCode = failedSteps === 0 && failed === 0 && passed > 0 ? 0 : 1;
