import { createTestDatabase, inTransaction, type TestDatabase } from "#platform/db/server";
import { keyring, type Keyring } from "#platform/keys/server";
import type { ClientBase } from "pg";
import { afterEach, beforeEach, expect, test } from "vitest";
import { canonicalBytes } from "../index.ts";
import { once, releasesOf, releaseVersion, type ReleaseOrder } from "./index.ts";

const CITY = "150700";
const clock = { machineNow: () => new Date("2026-11-24T02:00:00Z"), policyNow: () => new Date("2021-01-26T01:00:00Z"), drill: true };
const ORDER: ReleaseOrder = { kind: "notice", key: "cold-wave", version: 1, action: "release", checkedBy: "a", releasedBy: "b", editCount: 4, note: "", content: { text: "供热单位要巡查" } };
let database: TestDatabase;
let keys: Keyring;
beforeEach(async () => {
  database = await createTestDatabase();
  keys = keyring({ pool: database.pool, district: CITY, secret: Buffer.alloc(32, 1), clock });
});
afterEach(async () => { await database.drop(); });
const inCity = <Result>(work: (tx: ClientBase) => Promise<Result>) => inTransaction(database.pool, { districts: [CITY], actor: "b" }, work);
const release = (change: Partial<ReleaseOrder> = {}) => inCity((tx) => releaseVersion(tx, CITY, { ...ORDER, ...change }, { clock, sign: (own, bytes) => keys.sign(own, "notices", bytes) }));

test("a release is signed over the canonical content, and says it was a drill", async () => {
  const released = await release();
  expect(await keys.verify("notices", released, canonicalBytes(ORDER.content))).toBe(true);
  expect(await keys.verify("notices", released, canonicalBytes({ text: "别的" }))).toBe(false);
  expect(released).toMatchObject({ drill: true, policyAt: "2021-01-26T01:00:00.000Z" });
  expect(await inCity((tx) => releasesOf(tx, CITY, "notice", "cold-wave"))).toEqual([released]);
});
test("the database itself refuses one person behind both, the same version twice, and any change", async () => {
  await expect(release({ releasedBy: "a" })).rejects.toMatchObject({ code: "23514" });
  await release();
  await expect(release()).rejects.toMatchObject({ code: "23505" });
  for (const sql of ["update release.version set note = 'x'", "delete from release.version", "delete from release.command"]) await expect(database.pool.query(sql)).rejects.toMatchObject({ code: "42501" });
});
test("the same command twice, even at once, is carried out once; a refusal may be tried again", async () => {
  let carried = 0;
  const command = (isDone = true) => inCity((tx) => once(tx, { district: CITY, key: "command-1", now: clock.machineNow() }, async () => { carried += 1; return { carried }; }, () => isDone));
  expect(await command(false)).toEqual({ carried: 1 });
  expect(await Promise.all([command(), command(), command()])).toEqual([{ carried: 2 }, { carried: 2 }, { carried: 2 }]);
  expect(carried).toBe(2);
});
