import { spawn } from "node:child_process";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { exampleRegisters, type ExampleRegisters } from "./example-registers.ts";

let at: ExampleRegisters;
beforeEach(async () => { at = await exampleRegisters(); });
afterEach(() => at.stop());

const ROWS = 2_300;
/** The import in a process of its own, as it is sent; `fault` kills it there. */
function sendImport(fault: string | null): Promise<{ readonly signal: NodeJS.Signals | null; readonly answer: string }> {
  const { connectionString = "" } = at.database.pool.options;
  const child = spawn(process.execPath, ["--disable-warning=ExperimentalWarning", join(import.meta.dirname, "example-import-process.ts"), connectionString, "the-import-key", String(ROWS)], { env: { ...process.env, ...(fault === null ? {} : { ANXIN_FAULT: fault }) }, stdio: ["ignore", "pipe", "inherit"] });
  let answer = "";
  child.stdout.on("data", (part: Buffer) => { answer += part.toString(); });
  return new Promise((resolve) => { child.once("close", (_code, signal) => { resolve({ signal, answer }); }); });
}

test.each([["registers.between-batches", 0], ["registers.before-commit-import", 0], ["registers.after-commit-import", ROWS]])("killed at %s, a table is there as a whole or not at all, and sent again it is there once", async (fault, there) => {
  expect(await sendImport(fault)).toEqual({ signal: "SIGKILL", answer: "" });
  const counted = async () => (await at.rows<Record<string, number>>(`select (select count(*)::int from registers.record) as records, (select count(*)::int from registers.version) as versions, (select coalesce(sum(records), 0)::int from registers.tally) as tally,
    (select coalesce(sum(records), 0)::int from registers.element) as elements, (select count(*)::int from registers.import) as imports, (select count(*)::int from audit.entry) as entries, (select count(*)::int from release.command) as commands`))[0];
  // PostgreSQL notices a moment later that nobody is there any more.
  await expect.poll(async () => (await counted())?.["records"], { timeout: 10_000 }).toBe(there);
  const DONE = JSON.stringify({ kind: "done", done: { new: ROWS, changed: 0, same: 0, leftOut: 0 } });
  expect(JSON.parse((await sendImport(null)).answer)).toEqual(JSON.parse(DONE));
  expect(JSON.parse((await sendImport(null)).answer)).toEqual(JSON.parse(DONE));
  expect(await counted()).toEqual({ records: ROWS, versions: ROWS, tally: ROWS, elements: ROWS, imports: 1, entries: 1, commands: 1 });
}, 120_000);
