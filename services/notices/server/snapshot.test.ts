import { createTestDatabase, type TestDatabase } from "#platform/db/server";
import { createEvents } from "#platform/events";
import type { Log } from "#platform/http";
import { afterEach, beforeEach, expect, test } from "vitest";
import { exampleNotice } from "../portal/example-notice.ts";
import { noticeArchive, type NoticeArchive } from "./notice-archive.ts";
import { keepSnapshot, noticesChanged, type SnapshotKeeper } from "./snapshot.ts";

const NOW = new Date("2026-11-23T10:00:00Z");
let database: TestDatabase;
let archive: NoticeArchive;
let keeper: SnapshotKeeper;
let told: string[];
let logged: string[];
const note = (event: string) => { logged.push(event); };
const log: Log = { info: note, warn: note, error: note };

beforeEach(async () => {
  database = await createTestDatabase();
  archive = noticeArchive(database.pool, "150700");
  [told, logged] = [[], []];
  const events = createEvents();
  events.on(noticesChanged, ({ id }) => { told.push(id); });
  keeper = keepSnapshot({ archive, keys: ["example"], events, log, isGenuine: async () => true });
});
afterEach(async () => {
  keeper.stop();
  await database.drop();
});

test("nothing is served before the first refresh; then what the database holds, and others are told once", async () => {
  expect(keeper.current()).toEqual({ id: "", notices: [], editions: new Map() });
  await archive.publish([exampleNotice(), exampleNotice({ key: "not-in-the-pack" })], NOW);
  expect([await keeper.refresh(), await keeper.refresh()]).toEqual([true, false]);
  expect(keeper.current().notices.map(({ key }) => key)).toEqual(["example", "not-in-the-pack"]);
  expect(told).toEqual(["example:3 not-in-the-pack:3"]);
});

test("what another server publishes is served soon after; while the database is away the last snapshot goes on", async () => {
  await archive.publish([exampleNotice()], NOW);
  await keeper.refresh();
  keeper.watch(20);
  await archive.publish([exampleNotice({ correctionCount: 5 })], NOW);
  await until(() => keeper.current().id === "example:4");
  expect(keeper.current().notices[0]?.correctionCount).toBe(5);

  await database.drop();
  await until(() => logged.includes("notices-refresh-failed"));
  await new Promise((resolve) => setTimeout(resolve, 100));
  expect(logged).toEqual(["notices-refresh-failed"]);
  expect(keeper.current().id).toBe("example:4");
  database = await createTestDatabase();
});

async function until(holds: () => boolean): Promise<void> {
  const end = performance.now() + 5_000;
  while (!holds()) {
    if (performance.now() > end) throw new Error("did not come true in five seconds");
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}
