import { createTestDatabase, inTransaction, type TestDatabase } from "#platform/db/server";
import { keyring, type Keyring } from "#platform/keys/server";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Client } from "pg";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { entryHash, type AuditEntry } from "../index.ts";
import { appendAudit, makeDailyRoot, verifyAudit, type AuditProof } from "./index.ts";

const CITY = "150700";
const [ONE, TWO] = ["150702", "150703"] as const;
let database: TestDatabase;
let owner: Client;
let keys: Keyring;
let folder: string;
let now: Date;
const clock = { machineNow: () => now, policyNow: () => new Date("2021-01-26T01:00:00Z"), drill: false };
const context = { districts: [CITY, ONE, TWO], actor: "server" };
const append = appendAudit(clock);
const note = (district: string, object: string): Promise<AuditEntry> => inTransaction(database.pool, context, (tx) => append(tx, { district, actor: "p1", action: "notices.release", object, details: { version: 2 } }));
const parts = () => ({ pool: database.pool, city: CITY, districts: [ONE, TWO], clock, sign: (tx: Parameters<Keyring["sign"]>[0], bytes: Uint8Array) => keys.sign(tx, "audit", bytes), headsFile: join(folder, "heads.jsonl") });
const proof = async (): Promise<AuditProof> => verifyAudit({ ...parts(), publicKeys: await keys.publicKeys() });
/** As the owner of the database could do it: past its grants, with row-level security out of the way. */
const asOwner = (sql: string, values: unknown[] = []) => owner.query(sql, values);

beforeEach(async () => {
  now = new Date("2026-11-24T02:00:00Z");
  database = await createTestDatabase();
  folder = await mkdtemp(join(tmpdir(), "audit-"));
  keys = keyring({ pool: database.pool, district: CITY, secret: Buffer.alloc(32, 3), clock });
  owner = new Client({ connectionString: database.ownerUrl });
  await owner.connect();
  await owner.query("alter table audit.entry no force row level security; alter table audit.daily_root no force row level security");
  for (const object of ["notice:a", "notice:b", "notice:c"]) { await note(ONE, object); await note(TWO, object); }
});
afterEach(async () => {
  await owner.end();
  await database.drop();
  await rm(folder, { recursive: true });
});

describe("a chain", () => {
  test("holds, each entry under the one before", async () => {
    expect(await proof()).toEqual({ kind: "holds", entries: 6, chains: 2, roots: 0 });
  });
  test("never forks when many append at once", async () => {
    await Promise.all(Array.from({ length: 12 }, (_, index) => note(ONE, `notice:${index}`)));
    expect(await proof()).toMatchObject({ kind: "holds", entries: 18 });
  });
  test("an entry goes with the transaction it tells of", async () => {
    await expect(inTransaction(database.pool, context, async (tx) => {
      await append(tx, { district: ONE, actor: "p1", action: "notices.release", object: "notice:x", details: {} });
      throw new Error("not after all");
    })).rejects.toThrow("not after all");
    expect(await proof()).toMatchObject({ entries: 6 });
  });
  test.each(["update audit.entry set actor = 'x'", "delete from audit.entry", "truncate audit.entry", "update audit.daily_root set heads = '[]'"])("the server cannot %s", async (sql) => {
    await expect(database.pool.query(sql)).rejects.toMatchObject({ code: "42501" });
  });
  test("another district's entries are not seen", async () => {
    const { rows } = await inTransaction(database.pool, { districts: [ONE], actor: "p1" }, (tx) => tx.query("select distinct district from audit.entry"));
    expect(rows).toEqual([{ district: ONE }]);
  });
});

describe("what the owner of the database does is found", () => {
  test("an entry deleted in the middle", async () => {
    await asOwner("delete from audit.entry where district = $1 and seq = 2", [ONE]);
    expect(await proof()).toEqual({ kind: "broken-link", link: { district: ONE, seq: 2, what: "missing" } });
  });
  test("an entry changed", async () => {
    await asOwner("update audit.entry set actor = 'nobody' where district = $1 and seq = 3", [TWO]);
    expect(await proof()).toEqual({ kind: "broken-link", link: { district: TWO, seq: 3, what: "hash" } });
  });
  test("an entry changed and hashed again", async () => {
    await rehash(2);
    expect(await proof()).toEqual({ kind: "broken-link", link: { district: ONE, seq: 3, what: "previous-hash" } });
  });
  test("the end cut off, once a root was signed", async () => {
    await makeDailyRoot(parts());
    await asOwner("delete from audit.entry where district = $1 and seq = 3", [ONE]);
    expect(await proof()).toEqual({ kind: "broken-root", root: { day: "2026-11-24", what: "head", district: ONE, seq: 3 } });
  });
  test("a whole chain made anew", async () => {
    await makeDailyRoot(parts());
    await rehash(2, 3);
    expect(await proof()).toMatchObject({ kind: "broken-root", root: { what: "head", district: ONE } });
  });
  test("the roots taken away too: the heads written outside still tell", async () => {
    await makeDailyRoot(parts());
    await asOwner("delete from audit.daily_root");
    expect(await proof()).toEqual({ kind: "broken-root", root: { day: "2026-11-24", what: "missing" } });
  });
  test("a root put in another's place is not signed by us", async () => {
    await makeDailyRoot(parts());
    await asOwner("update audit.daily_root set day = '2026-11-23'");
    expect(await proof()).toEqual({ kind: "broken-root", root: { day: "2026-11-23", what: "signature" } });
  });
  test("the file outside changed", async () => {
    await makeDailyRoot(parts());
    const file = join(folder, "heads.jsonl");
    await writeFile(file, (await readFile(file, "utf8")).replace("2026-11-24", "2026-11-25"));
    expect(await proof()).toMatchObject({ kind: "broken-root", root: { what: "signature" } });
  });
});

test("one root a day, from however many servers; the chain may grow after it", async () => {
  const made = await Promise.all([makeDailyRoot(parts()), makeDailyRoot(parts()), makeDailyRoot(parts())]);
  expect(made.filter((root) => root !== null)).toHaveLength(1);
  await note(ONE, "notice:d");
  now = new Date("2026-11-24T17:00:00Z");
  expect((await makeDailyRoot(parts()))?.day).toBe("2026-11-25");
  expect(await proof()).toEqual({ kind: "holds", entries: 7, chains: 2, roots: 2 });
});

/** Changes who did entry `seq` of one district and makes its hash, and those of `following`, fit again. */
async function rehash(...seqs: number[]): Promise<void> {
  let prevHash: string | null = null;
  for (const [index, seq] of seqs.entries()) {
    if (index === 0) await asOwner("update audit.entry set actor = 'nobody' where district = $1 and seq = $2", [ONE, seq]);
    const { rows: [row] } = await asOwner("select * from audit.entry where district = $1 and seq = $2", [ONE, seq]);
    const entry = { district: ONE, seq, at: row.at.toISOString(), policyAt: row.policy_at.toISOString(), actor: row.actor, action: row.action, object: row.object, details: row.details, prevHash: prevHash ?? row.prev_hash };
    prevHash = entryHash(entry);
    await asOwner("update audit.entry set prev_hash = $3, hash = $4 where district = $1 and seq = $2", [ONE, seq, entry.prevHash, prevHash]);
  }
}
