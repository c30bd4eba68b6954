import { createTestDatabase, type TestDatabase } from "#platform/db/server";
import { afterEach, beforeEach, expect, test } from "vitest";
import { loadClock } from "./index.ts";

let database: TestDatabase;
beforeEach(async () => { database = await createTestDatabase(); });
afterEach(async () => { await database.drop(); });

const DRILL = { packKey: "flood", drillStart: "2026-07-01T09:00:00+08:00" };
const at = (iso: string) => () => new Date(iso);

test("a drill goes on after a restart instead of beginning again", async () => {
  await loadClock(database.pool, DRILL, at("2026-11-23T08:00:00Z"));
  const again = await loadClock(database.pool, DRILL, at("2026-11-23T10:00:00Z"));
  expect(again.policyNow().toISOString()).toBe("2026-07-01T03:00:00.000Z");
});
test("another start is another drill", async () => {
  await loadClock(database.pool, DRILL, at("2026-11-23T08:00:00Z"));
  const other = await loadClock(database.pool, { ...DRILL, drillStart: "2026-08-01T09:00:00+08:00" }, at("2026-11-23T10:00:00Z"));
  expect(other.policyNow().toISOString()).toBe("2026-08-01T01:00:00.000Z");
});
test("without a drill nothing is kept", async () => {
  expect((await loadClock(database.pool, { ...DRILL, drillStart: null }, at("2026-11-23T08:00:00Z"))).drill).toBe(false);
  expect((await database.pool.query("select * from platform.drill_clock")).rows).toEqual([]);
});
