import { createTestDatabase, inTransaction, type TestDatabase } from "#platform/db/server";
import { appendAudit } from "#platform/audit/server";
import { releaseVersion } from "#platform/release/server";
import type { ClientBase } from "pg";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { publicForm } from "../draft/index.ts";
import type { Notice } from "../notice.ts";
import { exampleNotice } from "../portal/example-notice.ts";
import { EXAMPLE_CITY, exampleCityIn, type ExampleCity } from "./example-city.ts";
import { noticeArchive } from "./notice-archive.ts";
import { recordOf } from "./notice-record.ts";
import { insertVersion, nextVersion } from "./store.ts";

const NOW = new Date("2026-11-23T10:00:00Z");
let database: TestDatabase;
let city: ExampleCity;
beforeEach(async () => {
  database = await createTestDatabase();
  city = exampleCityIn(database);
});
afterEach(async () => { await database.drop(); });
const inCity = <Result>(work: (tx: ClientBase) => Promise<Result>) => inTransaction(database.pool, { districts: [EXAMPLE_CITY], actor: "t" }, work);
const keep = (notice: Notice, version: number) => inCity((tx) => insertVersion(tx, EXAMPLE_CITY, recordOf(notice), { version, inputSha256: null, recordedAt: NOW }));
/** As two officers would. */
const releaseByOfficers = (notice: Notice, action: "release" | "amend" | "withdraw" = "amend") => inCity(async (tx) => {
  await insertVersion(tx, EXAMPLE_CITY, recordOf(notice), { version: notice.version, inputSha256: null, recordedAt: NOW });
  await releaseVersion(tx, EXAMPLE_CITY, { kind: "notice", key: notice.key, version: notice.version, action, checkedBy: "person-a", releasedBy: "person-b", editCount: 0, note: "", content: (facts) => publicForm(notice, facts) }, city.parts);
});
const told = async (notices: readonly Notice[], input?: string): Promise<string[]> => (await city.publish(notices, input)).map(({ noticeKey, kind, version }) => `${noticeKey} ${kind} ${version}`);
const history = async (key = "example") => (await city.archive.history(key)).map(({ version, read, release }) => ({ version, notice: read.kind === "notice" ? read.notice : read.why, by: release?.releasedBy ?? null }));

describe("what a pack brings", () => {
  test("the pack's number is the first version, kept and signed at once; the same pack brings nothing again", async () => {
    const notice = exampleNotice({ version: 3 });
    expect(await told([notice])).toEqual(["example publish 3"]);
    expect(await told([notice])).toEqual(["example there 3"]);
    expect(await history()).toEqual([{ version: 3, notice, by: "pack" }]);
  });
  test("a pack that says something else is the next version, even when it forgot to count", async () => {
    await told([exampleNotice()]);
    expect(await told([exampleNotice({ publicRelease: false })])).toEqual(["example publish 4"]);
  });
  test("another reading of the same pack is no other version", async () => {
    await told([exampleNotice()], "the pack");
    expect(await told([exampleNotice({ reading: { ...exampleNotice().reading, remarks: [] } })], "the pack")).toEqual(["example there 3"]);
  });
  test("a restart does not undo a withdrawal by two officers, whatever changed in the pack or the reader", async () => {
    await told([exampleNotice()], "the pack");
    const withdrawn = exampleNotice({ version: 4, withdrawn: { reason: { zh: "天气好转。", en: "Better weather." } } });
    await releaseByOfficers(withdrawn, "withdraw");
    expect(await told([exampleNotice({ reading: { ...exampleNotice().reading, remarks: [] } })], "the pack")).toEqual(["example there 3"]);
    expect(await told([exampleNotice({ text: `${exampleNotice().text}改` })], "one letter more")).toEqual(["example differs 4"]);
    expect((await history())[0]).toEqual({ version: 4, notice: withdrawn, by: "person-b" });
  });
  test("a row that came from elsewhere is not signed in its place", async () => {
    await keep(exampleNotice({ publicRelease: false }), 3);
    expect(await told([exampleNotice()])).toEqual(["example publish 4"]);
    expect((await history()).map(({ version, by }) => [version, by])).toEqual([[4, "pack"], [3, null]]);
  });
  test("what a server of before kept and was killed before signing is signed", async () => {
    await keep(exampleNotice(), 3);
    expect(await told([exampleNotice()])).toEqual(["example sign 3"]);
    expect((await history())[0]).toMatchObject({ version: 3, by: "pack" });
  });
  test("servers that start at the same time keep one version between them", async () => {
    const notices = [exampleNotice({ key: "b" }), exampleNotice({ key: "a" })];
    const results = await Promise.all(Array.from({ length: 4 }, () => told(notices)));
    expect(results.flat().filter((line) => line.includes("publish")).toSorted()).toEqual(["a publish 3", "b publish 3"]);
  });
  test("a start and a release never wait for each other crosswise: every notice before the audit's chain", async () => {
    // A release of `b` holds its notice and has yet to write its audit, while a start brings `a` and `b`.
    let starting: Promise<string[]> | null = null;
    await inCity(async (tx) => {
      await nextVersion(tx, EXAMPLE_CITY, "b");
      starting = told([exampleNotice({ key: "a" }), exampleNotice({ key: "b" })]);
      await waiting();
      await appendAudit(city.clock)(tx, { district: EXAMPLE_CITY, actor: "person-b", action: "notices.release", object: "notice-draft:b", details: {} });
    });
    expect(await starting).toEqual(["a publish 3", "b publish 3"]);
  });
});

/** Until somebody waits for a lock. */
async function waiting(): Promise<void> {
  for (let round = 0; round < 200; round += 1) {
    const { rows: [row] } = await database.ownerPool.query<{ waits: number }>("select count(*)::int as waits from pg_locks where not granted and database = (select oid from pg_database where datname = current_database())");
    if ((row?.waits ?? 0) > 0) return;
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  throw new Error("nobody waits");
}

test("there is another stamp as soon as a version is kept, signed, or released", async () => {
  const stamps = [new Map(await city.archive.stamps())];
  await keep(exampleNotice(), 3);
  stamps.push(new Map(await city.archive.stamps()));
  await told([exampleNotice()]);
  stamps.push(new Map(await city.archive.stamps()));
  await releaseByOfficers(exampleNotice({ version: 4, publicRelease: false }));
  stamps.push(new Map(await city.archive.stamps()));
  expect(new Set(stamps.map((each) => each.get("example"))).size).toBe(4);
  expect(await city.archive.stamps()).toEqual(stamps.at(-1));
});

describe("what the database itself forbids", () => {
  beforeEach(async () => { await told([exampleNotice()]); });

  test("another city sees nothing, and without a city there is nothing at all", async () => {
    expect(await noticeArchive(database.pool, "150800").history("example")).toEqual([]);
    expect((await database.pool.query("select * from notices.notice_version")).rows).toEqual([]);
  });

  test.each(["update notices.notice_version set version = 9", "delete from notices.notice_version", "truncate notices.notice_version"])("the server cannot %s", async (sql) => {
    await expect(database.pool.query(sql)).rejects.toMatchObject({ code: "42501" });
  });
});
