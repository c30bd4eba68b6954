#!/usr/bin/env node
// npm test: types, lint, boundaries, then unit, property and database tests, then journeys in a real browser.
import { spawn } from "node:child_process";
import { accessSync, chmodSync, constants as files, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statfsSync } from "node:fs";
import { constants, freemem, tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { install, node24, root } from "./setup.mjs";

await install();
const node = node24();
const bin = (name) => join(root, "node_modules", name);
/** Ten times what a run was seen to need. */
const ROOM_BYTES = 6 * 1024 ** 3;
// All that the run leaves: reports, databases, and the unpacked browser, which another account's run could not share.
// The account that PostgreSQL runs as must be able to enter it.
const folder = mkdtempSync(join(roomyMemory() ?? tmpdir(), `anxin-run-${process.pid}-`));
chmodSync(folder, 0o755);
const report = (project) => join(folder, `${project}.json`);
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
  const status = await run(words);
  if (status !== 0) failedSteps += 1;
  process.stdout.write(`== ${name}: ${status === 0 ? "passed" : "FAILED"} in ${((Date.now() - started) / 1000).toFixed(1)} s\n`);
}
for (const project of ["unit", "journeys"]) {
  if (!existsSync(report(project))) continue;
  const { numPassedTests, numFailedTests } = JSON.parse(readFileSync(report(project), "utf8"));
  passed += numPassedTests;
  failed += numFailedTests;
}
rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
process.stdout.write(`\n${passed} passed, ${failed} failed${failedSteps === 0 ? "" : ` (${failedSteps} of ${steps.length} steps failed)`}\n`);
process.exitCode = failedSteps === 0 && failed === 0 && passed > 0 ? 0 : 1;

/**
 * Linux's folder in memory, where programs may run from it and there is room: some four hundred databases are copied, of six hundred files each,
 * and on a busy disk that takes ten times as long. Null where there is none. What a killed run left there is taken away first: it would stay in
 * memory for as long as the machine runs.
 */
function roomyMemory() {
  const memory = "/dev/shm";
  if (process.env.TMPDIR !== undefined || !existsSync(memory) || !existsSync("/proc/mounts")) return null;
  const mount = readFileSync("/proc/mounts", "utf8").split("\n").map((line) => line.split(" ")).findLast(([, place]) => place === memory);
  if (mount === undefined || mount[3]?.split(",").includes("noexec")) return null;
  try {
    accessSync(memory, files.W_OK);
    for (const left of readdirSync(memory)) {
      const [, pid] = /^anxin-run-(\d+)-/.exec(left) ?? [];
      if (pid !== undefined && !existsSync(`/proc/${pid}`)) rmSync(join(memory, left), { recursive: true, force: true });
    }
  } catch {
    // Not ours to write to, or another account's leavings: the ordinary folder does as well.
    return null;
  }
  const { bavail, bsize } = statfsSync(memory);
  // Room in the folder is a promise only; memory that is free, or that a container may still take, is what keeps it.
  const free = Math.min(bavail * bsize, process.availableMemory?.() ?? freemem());
  return free >= ROOM_BYTES ? memory : null;
}

/** The exit code. A signal that ends us ends the step, and nothing comes after it. */
function run(words) {
  // The tools call `node`: it must be the same one.
  const env = { ...process.env, PATH: `${dirname(node)}:${process.env.PATH}`, NO_UPDATE_NOTIFIER: "1", TMPDIR: folder };
  const child = spawn(node, ["--disable-warning=ExperimentalWarning", ...words], { cwd: root, stdio: "inherit", env });
  for (const name of ["SIGINT", "SIGTERM", "SIGHUP"]) process.removeAllListeners(name).once(name, () => endWith(child, name));
  return new Promise((resolve) => {
    child.once("error", (error) => { process.stderr.write(`${error.message}\n`); resolve(1); });
    child.once("exit", (code) => resolve(code));
  });
}

function endWith(child, signal) {
  child.kill(signal);
  child.removeAllListeners("exit").once("exit", () => {
    rmSync(folder, { recursive: true, force: true });
    process.exit(128 + constants.signals[signal]);
  });
}
