import { createTestDatabase, type TestDatabase } from "#platform/db/server";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { exampleNotice } from "../portal/example-notice.ts";
import { noticeArchive, type NoticeArchive } from "./notice-archive.ts";

const NOW = new Date("2026-11-23T10:00:00Z");
const CITY = "150700";
let database: TestDatabase;
let archive: NoticeArchive;
beforeEach(async () => {
  database = await createTestDatabase();
  archive = noticeArchive(database.pool, CITY);
});
afterEach(async () => { await database.drop(); });

describe("publishing", () => {
  test("the pack's number is the first version; the same content is not kept again", async () => {
    const notice = exampleNotice({ version: 3 });
    expect(await archive.publish([notice], NOW)).toEqual([{ noticeKey: "example", version: 3 }]);
    expect(await archive.publish([notice], NOW)).toEqual([]);
    expect(await archive.latest(["example"])).toEqual([notice]);
  });

  test("other content is the next version even when the pack forgot to count", async () => {
    await archive.publish([exampleNotice({ version: 3 })], NOW);
    const changed = exampleNotice({ version: 3, publicRelease: false });
    expect(await archive.publish([changed], NOW)).toEqual([{ noticeKey: "example", version: 4 }]);
    expect(await archive.latest(["example"])).toEqual([{ ...changed, version: 4 }]);
  });

  test("servers that start at the same time keep one version between them", async () => {
    const notices = [exampleNotice({ key: "b" }), exampleNotice({ key: "a" })];
    const results = await Promise.all(Array.from({ length: 4 }, () => archive.publish(notices, NOW)));
    expect(results.flat().map(({ noticeKey, version }) => `${noticeKey}:${version}`).toSorted()).toEqual(["a:3", "b:3"]);
  });

  test("only what is asked for is given, in that order", async () => {
    await archive.publish([exampleNotice({ key: "a" }), exampleNotice({ key: "b" })], NOW);
    expect((await archive.latest(["b", "nowhere", "a"])).map(({ key }) => key)).toEqual(["b", "a"]);
    expect(await archive.versions()).toEqual(new Map([["a", 3], ["b", 3]]));
  });
});

describe("what the database itself forbids", () => {
  beforeEach(async () => { await archive.publish([exampleNotice()], NOW); });

  test("another city sees nothing, and without a city there is nothing at all", async () => {
    expect(await noticeArchive(database.pool, "150800").latest(["example"])).toEqual([]);
    expect((await database.pool.query("select * from notices.notice_version")).rows).toEqual([]);
  });

  test.each(["update notices.notice_version set version = 9", "delete from notices.notice_version", "truncate notices.notice_version"])("the server cannot %s", async (sql) => {
    await expect(database.pool.query(sql)).rejects.toMatchObject({ code: "42501" });
  });
});
