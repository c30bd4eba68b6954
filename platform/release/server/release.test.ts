import { createTestDatabase, inTransaction, type TestDatabase } from "#platform/db/server";
import { keyring, type Keyring } from "#platform/keys/server";
import type { ClientBase } from "pg";
import { afterEach, beforeEach, expect, test } from "vitest";
import { canonicalBytes } from "../index.ts";
import { latestReleases, once, releasedBytes, releasesOf, releaseVersion, type Command, type ReleaseOrder } from "./index.ts";

const CITY = "150700";
const clock = { machineNow: () => new Date("2026-11-24T02:00:00Z"), policyNow: () => new Date("2021-01-26T01:00:00Z"), drill: true };
const ORDER: ReleaseOrder = { kind: "notice", key: "cold-wave", version: 1, action: "release", checkedBy: "a", releasedBy: "b", editCount: 4, note: "", content: (facts) => ({ text: "供热单位要巡查", release: facts }) };
let database: TestDatabase;
let keys: Keyring;
beforeEach(async () => {
  database = await createTestDatabase();
  keys = keyring({ pool: database.pool, district: CITY, secret: Buffer.alloc(32, 1), clock });
});
afterEach(async () => { await database.drop(); });
const inCity = <Result>(work: (tx: ClientBase) => Promise<Result>) => inTransaction(database.pool, { districts: [CITY], actor: "b" }, work);
const release = (change: Partial<ReleaseOrder> = {}) => inCity((tx) => releaseVersion(tx, CITY, { ...ORDER, ...change }, { clock, sign: (own, bytes) => keys.sign(own, "notices", bytes) }));

test("a release is signed over the canonical content with the facts of the release in it, and the bytes are kept", async () => {
  const released = await release();
  const { action, drill, releasedAt, policyAt } = released;
  const bytes = canonicalBytes(ORDER.content({ action, drill, releasedAt, policyAt }));
  expect(await keys.verify("drill-notices", released, bytes)).toBe(true);
  expect(await keys.verify("drill-notices", released, canonicalBytes({ text: "别的" }))).toBe(false);
  expect(released).toMatchObject({ drill: true, policyAt: "2021-01-26T01:00:00.000Z" });
  expect(await inCity((tx) => releasesOf(tx, CITY, "notice", "cold-wave"))).toEqual([released]);
  expect((await inCity((tx) => releasedBytes(tx, CITY, "notice", "cold-wave"))).get(1)).toEqual(Buffer.from(bytes));
});
test("the last release of everything, and how many there were", async () => {
  await release();
  const second = await release({ version: 2, action: "withdraw" });
  await release({ key: "flood" });
  expect((await inCity((tx) => latestReleases(tx, CITY, "notice"))).get("cold-wave")).toEqual({ version: 2, sha256: second.sha256, count: 2 });
});
test("the database itself refuses one person behind both, the same version twice, and any change", async () => {
  await expect(release({ releasedBy: "a" })).rejects.toMatchObject({ code: "23514" });
  await release();
  await expect(release()).rejects.toMatchObject({ code: "23505" });
  // Bytes that are not those of the hash are no content.
  await expect(inCity((tx) => tx.query("insert into release.version select district, kind, key, 2, action, sha256, key_id, signature, drill, checked_by, released_by, released_at, policy_at, edit_count, note, 'x'::bytea from release.version"))).rejects.toMatchObject({ code: "23514" });
  for (const sql of ["update release.version set note = 'x'", "delete from release.version", "delete from release.command"]) await expect(database.pool.query(sql)).rejects.toMatchObject({ code: "42501" });
});
const COMMAND: Command = { district: CITY, key: "command-1", action: "notices.release", object: "notice-draft:1", person: "b", body: { revision: 2 }, now: clock.machineNow() };
test("the same command twice, even at once, is carried out once; a refusal may be tried again", async () => {
  let carried = 0;
  const command = (isDone = true) => inCity((tx) => once(tx, COMMAND, async () => { carried += 1; return { carried }; }, () => isDone));
  expect(await command(false)).toMatchObject({ outcome: { carried: 1 } });
  const outcomes = await Promise.all([command(), command(), command()]);
  expect(outcomes.map((each) => each.kind === "carried" && each.outcome)).toEqual([{ carried: 2 }, { carried: 2 }, { carried: 2 }]);
  expect(outcomes.filter((each) => each.kind === "carried" && !each.again)).toHaveLength(1);
  expect(carried).toBe(2);
});
test.each<[string, Partial<Command>]>([
  ["another thing", { object: "notice-draft:2" }], ["another action", { action: "notices.import" }], ["another person", { person: "c" }], ["other content", { body: { revision: 3 } }],
])("a key that was used is not taken for %s", async (_what, change) => {
  await inCity((tx) => once(tx, COMMAND, async () => "first", () => true));
  expect(await inCity((tx) => once(tx, { ...COMMAND, ...change }, async () => { throw new Error("carried out"); }, () => true))).toEqual({ kind: "key-used" });
});
