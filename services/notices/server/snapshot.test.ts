import { createTestDatabase, inTransaction, type TestDatabase } from "#platform/db/server";
import { createEvents } from "#platform/events";
import type { Log, LogFacts } from "#platform/http";
import { canonicalBytes } from "#platform/release";
import { releaseVersion } from "#platform/release/server";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { publicForm, publicFormOne } from "../draft/index.ts";
import type { Notice } from "../notice.ts";
import { exampleNotice } from "../portal/example-notice.ts";
import { EXAMPLE_CITY, exampleCityIn, type ExampleCity } from "./example-city.ts";
import { recordOf } from "./notice-record.ts";
import { writtenIn } from "./example-record.ts";
import { keepSnapshot, noticesChanged, type SnapshotKeeper } from "./snapshot.ts";
import { insertVersion } from "./store.ts";

let database: TestDatabase;
let city: ExampleCity;
let keeper: SnapshotKeeper;
let told: string[];
let logged: string[];
const note = (event: string, facts: LogFacts = {}) => { logged.push([event, facts["version"], facts["why"]].filter((word) => word !== undefined).join(" ")); };
const log: Log = { info: note, warn: note, error: note };

beforeEach(async () => {
  database = await createTestDatabase();
  city = exampleCityIn(database);
  [told, logged] = [[], []];
  const events = createEvents();
  events.on(noticesChanged, ({ id }) => { told.push(id); });
  keeper = keepSnapshot({ archive: city.archive, keys: ["example"], events, log, proofOf: city.proofOf });
});
afterEach(async () => {
  keeper.stop();
  await database.drop();
});

const inCity = <Result>(work: Parameters<typeof inTransaction<Result>>[2]) => inTransaction(database.pool, { districts: [EXAMPLE_CITY], actor: "t" }, work);
const keep = (notice: Notice, record = recordOf(notice)) => inCity((tx) => insertVersion(tx, EXAMPLE_CITY, record, { version: notice.version, inputSha256: null, recordedAt: city.clock.machineNow() }));
/** Releases as two officers do; `says` is what is signed. */
const release = (notice: Notice, says: Notice = notice) => inCity((tx) => releaseVersion(tx, EXAMPLE_CITY, {
  kind: "notice", key: notice.key, version: notice.version, action: "amend", checkedBy: "person-a", releasedBy: "person-b", editCount: 0, note: "", content: (facts) => publicForm(says, facts),
}, city.parts));
const shown = (key = "example") => (keeper.current().editions.get(key) ?? []).map(({ notice: { version } }) => version);
const second = exampleNotice({ version: 4, publicRelease: false });

describe("what is served", () => {
  test("nothing before the first refresh; then what was released, and others are told once", async () => {
    expect(keeper.current()).toEqual({ id: "", notices: [], editions: new Map(), withheld: [] });
    await city.publish([exampleNotice(), exampleNotice({ key: "not-in-the-pack" })]);
    expect([await keeper.refresh(), await keeper.refresh()]).toEqual([true, false]);
    expect(keeper.current().notices.map(({ key }) => key)).toEqual(["example", "not-in-the-pack"]);
    expect(told).toEqual([keeper.current().id]);
  });

  test("what another server publishes is served soon after; while the database is away the last snapshot goes on", async () => {
    await city.publish([exampleNotice()]);
    await keeper.refresh();
    keeper.watch(20);
    await city.publish([exampleNotice({ correctionCount: 5 })]);
    await until(() => shown()[0] === 4);
    expect(keeper.current().notices[0]?.correctionCount).toBe(5);

    await database.drop();
    await until(() => logged.includes("notices-refresh-failed"));
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(logged).toEqual(["notices-refresh-failed"]);
    expect(shown()[0]).toBe(4);
    database = await createTestDatabase();
  });

  test("a version that was looked at between being kept and being signed is served once it is signed", async () => {
    await city.publish([exampleNotice()]);
    await keep(second);
    await keeper.refresh();
    expect([shown(), logged]).toEqual([[3], ["notice-version-nobody-released 4"]]);
    await release(second);
    expect(await keeper.refresh()).toBe(true);
    expect(shown()).toEqual([4, 3]);
  });

  test("a version that stays is not read anew: what was worked out from it holds", async () => {
    await city.publish([exampleNotice()]);
    await keeper.refresh();
    const [first] = keeper.current().notices;
    await city.publish([second], "another pack");
    await keeper.refresh();
    expect(keeper.current().editions.get("example")?.[1]?.notice).toBe(first);
  });

  test("two looks at once: the later one stands", async () => {
    await city.publish([exampleNotice()]);
    const early = keeper.refresh();
    await city.publish([second], "another pack");
    await Promise.all([early, keeper.refresh()]);
    expect(shown()).toEqual([4, 3]);
  });
});

describe("what is not what was released is withheld", () => {
  beforeEach(async () => { await city.publish([exampleNotice(), exampleNotice({ key: "other" })]); });

  test.each<[string, string, () => Promise<unknown>]>([
    ["a row that was changed with its hash", "not-what-was-signed", async () => { await keep(exampleNotice({ version: 4, publicRelease: false, title: { ...second.title, value: { zh: "假的", en: "False" } } })); await release(second); }],
    ["a row that was changed without its hash", "record-changed", async () => { await keep(second, { ...recordOf(second), text: "假的" }); await release(second); }],
    ["a row that is gone", "record-missing", () => release(second)],
    ["a row of a newer program", "form-unknown", async () => { await keep(second, writtenIn(99, recordOf(second))); await release(second); }],
    ["a signature of a key nobody knows", "signature-does-not-hold", async () => { await keep(second); await forged("key_id", "'nobody'"); }],
    ["a signature over something else", "signature-does-not-hold", async () => { await keep(second); await forged("signature", "'AAAA'"); }],
    ["a drill's release that says it was genuine", "not-what-was-signed", async () => { await keep(second); await inCity((tx) => releaseVersion(tx, EXAMPLE_CITY, { kind: "notice", key: "example", version: 4, action: "amend", checkedBy: "a", releasedBy: "b", editCount: 0, note: "", content: (facts) => publicForm(second, { ...facts, drill: false }) }, city.parts)); }],
    ["an amendment made into a withdrawal", "not-what-was-signed", async () => { await keep(second); await forged("action", "'withdraw'"); }],
  ])("%s: not it, nor the version before", async (_what, why, spoil) => {
    await spoil();
    await keeper.refresh();
    expect(keeper.current().withheld).toEqual(["example"]);
    expect(keeper.current().notices.map(({ key }) => key)).toEqual(["other"]);
    expect([shown(), logged]).toEqual([[], [`notice-version-withheld 4 ${why}`]]);
  });

  test("an old version that is spoiled is left out; the one in force is served", async () => {
    await keep(second);
    await forged("signature", "'AAAA'");
    const third = exampleNotice({ version: 5 });
    await keep(third);
    await release(third);
    await keeper.refresh();
    expect([shown(), keeper.current().withheld]).toEqual([[5, 3], []]);
  });

  /** A release of `second` with one column as it was not signed; the others are right. */
  async function forged(column: string, value: string): Promise<void> {
    await release(second);
    await inTransaction(database.ownerPool, { districts: [EXAMPLE_CITY], actor: "t" }, (tx) => tx.query(`update release.version set ${column} = ${value} where version = 4`));
  }
});

describe("what was released before", () => {
  test("in a form of before is read as today's", async () => {
    await keep(second, writtenIn(1, recordOf(second)));
    await release(second);
    await keeper.refresh();
    expect(keeper.current().notices).toEqual([second]);
  });
  test("without its bytes is proved from what it says, and sent as it was signed", async () => {
    await keep(second);
    await inCity((tx) => releaseVersion(tx, EXAMPLE_CITY, { kind: "notice", key: "example", version: 4, action: "amend", checkedBy: "a", releasedBy: "b", editCount: 0, note: "", content: () => publicFormOne(second) }, city.parts));
    await inTransaction(database.ownerPool, { districts: [EXAMPLE_CITY], actor: "t" }, (tx) => tx.query("update release.version set content = null"));
    await keeper.refresh();
    expect(Buffer.from(keeper.current().editions.get("example")?.[0]?.bytes ?? []).equals(canonicalBytes(publicFormOne(second)))).toBe(true);
    expect(keeper.current().editions.get("example")?.[0]?.release.drill).toBe(true);
  });
  test("the bytes that were signed are sent, whatever a later program would write", async () => {
    await keep(second);
    const asSigned = { note: "", content: (facts: Parameters<typeof publicForm>[1]) => { const { absentNumbers: _later, ...before } = publicForm(second, facts); return { ...before, form: "anxin-notice/2" }; } };
    const { sha256 } = await inCity((tx) => releaseVersion(tx, EXAMPLE_CITY, { kind: "notice", key: "example", version: 4, action: "amend", checkedBy: "a", releasedBy: "b", editCount: 0, ...asSigned }, city.parts));
    await keeper.refresh();
    const [edition] = keeper.current().editions.get("example") ?? [];
    expect(edition?.release.sha256).toBe(sha256);
    expect(new TextDecoder().decode(edition?.bytes)).not.toContain("absentNumbers");
  });
});

async function until(holds: () => boolean): Promise<void> {
  const end = performance.now() + 5_000;
  while (!holds()) {
    if (performance.now() > end) throw new Error("did not come true in five seconds");
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}
