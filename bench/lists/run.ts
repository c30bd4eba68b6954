import { appendAudit } from "#platform/audit/server";
import { startDatabase } from "#platform/db/server";
import { createEvents } from "#platform/events";
import { createHttpServer } from "#platform/http/server";
import { registerDeskRoutes, registerService } from "#services/registers/server";
import { fork } from "node:child_process";
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { barePage, BEGINNINGS, DISTRICTS, fill, lookedOver, STOCK, tableOfShops } from "./many-records.ts";
import type { UsersAnswer, UsersOrder } from "./users.ts";

// How long a page of a register of a million waits, beside the bare SELECT, in turns: what else the machine does falls on both.
const [RECORDS, USERS, THINKING, ROUNDS, ROUND_MILLISECONDS, IMPORTED] = [1_000_000, 50, 1_000, 3, 30_000, 100_000];
const quiet = { info: () => undefined, warn: () => undefined, error: (event: string, facts?: unknown) => { process.stderr.write(`${event} ${JSON.stringify(facts)}\n`); } };
const clock = { machineNow: () => new Date(), policyNow: () => new Date(), drill: false };
const dataFolder = mkdtempSync(join(tmpdir(), "anxin-bench-"));
chmodSync(dataFolder, 0o755);
const database = await startDatabase({ databaseUrl: null, serverDatabaseUrl: null, dataFolder }, quiet);
try {
  process.stdout.write(`${RECORDS} records filled in in ${(await fill(database.pool, RECORDS)).toFixed(0)} s\n`);
  if (!await lookedOver(database.pool)) process.stdout.write("PostgreSQL has not looked them over yet: figures are worse than on any other day\n");
  await measure();
} finally {
  await database.stop();
  rmSync(dataFolder, { recursive: true, force: true });
}

async function measure(): Promise<void> {
  const { pool } = database;
  const place = (code: string) => ({ code, name: { zh: code, en: code }, shortName: { zh: code, en: code } });
  const service = registerService({
    pool, clock, audit: appendAudit(clock), events: createEvents(), secret: Buffer.alloc(32, 1), types: [STOCK], log: quiet, city: { ...place(DISTRICTS[0] ?? ""), districts: DISTRICTS.slice(1).map((code) => ({ ...place(code), population: 1 })), invented: null },
    clauseOf: () => null, namesOf: async () => ({}), changed: () => undefined,
  });
  const http = createHttpServer({
    log: quiet, publicUrl: "http://localhost", styleHash: "sha256-none", problemPage: () => "", missing: async () => [],
    authenticate: async () => ({ personId: "bench", name: "bench", district: DISTRICTS[0] ?? "", districts: DISTRICTS, grants: new Map([["registers.read", DISTRICTS]]), csrfToken: "bench" }),
  });
  http.declare(...registerDeskRoutes({ ...service, http, clock, readUpload: async () => ({ kind: "refused", status: 415 }), kept: () => undefined }));
  const port = await http.listen(0, "127.0.0.1");
  const ours: Record<string, number[]> = {};
  const bare: number[] = [];
  await users({ port, users: USERS, thinking: THINKING, milliseconds: 5_000 });
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const [kind, waits] of Object.entries(await users({ port, users: USERS, thinking: THINKING, milliseconds: ROUND_MILLISECONDS }))) (ours[kind] ??= []).push(...waits);
    bare.push(...await bareUsers());
  }
  await http.stop();
  const table = { kind: "table" as const, sha256: "0".repeat(64), ...tableOfShops(IMPORTED) };
  const [looked, previewed] = await timed(() => service.imports.preview("bench", STOCK, table, DISTRICTS));
  const [kept, imported] = await timed(() => service.imports.run({ person: "bench", commandKey: "bench-import" }, STOCK, table, DISTRICTS, false));
  if (previewed.counts.new !== IMPORTED || imported.kind !== "done") throw new Error("the table was not imported");
  process.stdout.write(`\na table of ${IMPORTED} rows beside them: looked at in ${looked.toFixed(1)} s, imported in ${kept.toFixed(1)} s\n`);
  const limit = spreadOf(bare);
  process.stdout.write(`\n${USERS} users, ${THINKING} ms of thinking, ${ROUNDS} rounds of ${ROUND_MILLISECONDS / 1_000} s in turns; milliseconds\n${"".padEnd(28)}${["asked", "p50", "p95", "p99", "p50 ratio", "p95 ratio"].map((name) => name.padStart(11)).join("")}\n`);
  const row = (name: string, waits: readonly number[]): void => {
    const found = spreadOf(waits);
    process.stdout.write(`${name.padEnd(28)}${[String(waits.length), found[0].toFixed(1), found[1].toFixed(1), found[2].toFixed(1), (found[0] / limit[0]).toFixed(1), (found[1] / limit[1]).toFixed(1)].map((cell) => cell.padStart(11)).join("")}\n`);
  };
  row("bare indexed SELECT", bare);
  row("ours, all questions", Object.values(ours).flat());
  for (const [kind, waits] of Object.entries(ours).toSorted(([one], [other]) => (one < other ? -1 : 1))) row(`  ${kind}`, waits);
}

/** Users in a process of their own, so that asking does not wait for answering. */
async function users(order: UsersOrder): Promise<UsersAnswer> {
  const child = fork(join(import.meta.dirname, "users.ts"), { execArgv: ["--disable-warning=ExperimentalWarning"], serialization: "advanced" });
  return new Promise((resolve, reject) => {
    child.once("message", (answer) => { resolve(answer as UsersAnswer); }).once("exit", (code) => { reject(new Error(`the users ended: ${code}`)); });
    child.send(order);
  });
}

/** As many users who think as long, each asking PostgreSQL itself. */
async function bareUsers(): Promise<readonly number[]> {
  const waits: number[] = [];
  const end = performance.now() + ROUND_MILLISECONDS;
  await Promise.all(Array.from({ length: USERS }, async (_, user) => {
    await new Promise((resolve) => { setTimeout(resolve, (THINKING * user) / USERS); });
    while (performance.now() < end) {
      waits.push(await barePage(database.pool, DISTRICTS[Math.floor(Math.random() * DISTRICTS.length)] ?? "", BEGINNINGS[Math.floor(Math.random() * BEGINNINGS.length)] ?? ""));
      await new Promise((resolve) => { setTimeout(resolve, THINKING); });
    }
  }));
  return waits;
}

async function timed<Result>(work: () => Promise<Result>): Promise<readonly [number, Result]> {
  const started = performance.now();
  const result = await work();
  return [(performance.now() - started) / 1_000, result];
}

function spreadOf(waits: readonly number[]): readonly [number, number, number] {
  const sorted = waits.toSorted((one, other) => one - other);
  const at = (share: number): number => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
  return [at(0.5), at(0.95), at(0.99)];
}
