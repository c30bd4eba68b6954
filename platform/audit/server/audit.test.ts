import { createTestDatabase, inTransaction, type TestDatabase } from "#platform/db/server";
import { keyring, type Keyring } from "#platform/keys/server";
import { appendFile, mkdtemp, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Client, type ClientBase } from "pg";
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
const parts = () => ({ pool: database.pool, city: CITY, districts: [ONE, TWO], clock, sign: (tx: Parameters<Keyring["sign"]>[0], bytes: Uint8Array) => keys.sign(tx, "audit", bytes), publicKeys: keys.publicKeys, headsFile: join(folder, "heads.jsonl") });
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
    expect(await proof()).toEqual({ kind: "holds", entries: 6, chains: 2, roots: 0, outside: null });
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
    await writeFile(file, (await readFile(file, "utf8")).replace('"day":"2026-11-24"', '"day":"2026-11-25"'));
    expect(await proof()).toMatchObject({ kind: "broken-root", root: { what: "signature" } });
  });
});

/** Takes the key in use out of it, past the command that would refuse to: whoever signs next makes a new one. */
const retireAuditKey = () => inTransaction(database.pool, context, (tx) => tx.query("insert into keys.retired_key select district, key_id, now() from keys.signing_key where purpose = 'audit' and key_id not in (select key_id from keys.retired_key)"));

describe("a root may be signed by the city's audit key alone", () => {
  test("not by another of its keys", async () => {
    await makeDailyRoot(parts());
    now = new Date("2026-11-25T02:00:00Z");
    const wrong = { ...parts(), sign: (tx: ClientBase, bytes: Uint8Array) => keys.sign(tx, "notices", bytes) };
    await expect(makeDailyRoot(wrong)).rejects.toThrow("not among those the city publishes for it");
    expect(await proof()).toEqual({ kind: "broken-root", root: { day: "2026-11-25", what: "key" } });
  });
  test("not by a key that was put into the database: what the file outside names is believed, nothing else", async () => {
    await makeDailyRoot(parts());
    const stranger = keyring({ pool: database.pool, district: CITY, secret: Buffer.alloc(32, 4), clock });
    await retireAuditKey();
    await asOwner("delete from audit.entry where seq = 3");
    await asOwner("delete from audit.daily_root");
    await asOwner("update audit.entry set action = 'notices.release'");
    await makeDailyRoot({ ...parts(), sign: (tx, bytes) => stranger.sign(tx, "audit", bytes), headsFile: join(folder, "theirs.jsonl") });
    expect(await proof()).toEqual({ kind: "broken-root", root: { day: "2026-11-24", what: "key" } });
  });
  test("and a root of a stranger's key never comes to be written outside", async () => {
    await makeDailyRoot(parts());
    now = new Date("2026-11-25T02:00:00Z");
    const stranger = keyring({ pool: database.pool, district: CITY, secret: Buffer.alloc(32, 4), clock });
    await retireAuditKey();
    await makeDailyRoot({ ...parts(), sign: (tx, bytes) => stranger.sign(tx, "audit", bytes), headsFile: join(folder, "theirs.jsonl") });
    // Our own server cannot sign with a key it did not seal; once it has one again, it says which root is not ours.
    await expect(makeDailyRoot(parts())).rejects.toThrow(/authenticate/u);
    await retireAuditKey();
    expect(await makeDailyRoot(parts())).toEqual({ root: null, notOurs: ["2026-11-25"] });
    expect(await proof()).toEqual({ kind: "broken-root", root: { day: "2026-11-25", what: "key" } });
  });
  test("a key the city changed to goes on from the old one", async () => {
    await makeDailyRoot(parts());
    await keys.rotate("audit", "cli");
    now = new Date("2026-11-25T02:00:00Z");
    await makeDailyRoot(parts());
    expect(await proof()).toMatchObject({ kind: "holds", roots: 2 });
  });
});

describe("a district that left the pack", () => {
  const without = () => ({ ...parts(), districts: [ONE] });
  const proofWithout = async () => verifyAudit({ ...without(), publicKeys: await keys.publicKeys() });
  test("is walked like the rest", async () => {
    expect(await proofWithout()).toMatchObject({ kind: "holds", entries: 6, chains: 2 });
    await asOwner("update audit.entry set actor = 'nobody' where district = $1 and seq = 2", [TWO]);
    expect(await proofWithout()).toEqual({ kind: "broken-link", link: { district: TWO, seq: 2, what: "hash" } });
  });
  test("has its head signed, and is missed when every trace of it is taken out of the database", async () => {
    await makeDailyRoot(without());
    await asOwner("delete from audit.entry where district = $1", [TWO]);
    await asOwner("delete from audit.chain where district = $1", [TWO]);
    expect(await proofWithout()).toEqual({ kind: "broken-root", root: { day: "2026-11-24", what: "head", district: TWO, seq: 3 } });
  });
});

describe("what is written outside the database", () => {
  const file = () => join(folder, "heads.jsonl");
  const nextDay = async (day: string) => { now = new Date(`${day}T02:00:00Z`); return makeDailyRoot(parts()); };
  test("a root that could not be written is told, and written by the next call", async () => {
    const nowhere = { ...parts(), headsFile: join(folder, "not-there", "heads.jsonl") };
    await makeDailyRoot(parts());
    now = new Date("2026-11-25T02:00:00Z");
    await expect(makeDailyRoot(nowhere)).rejects.toMatchObject({ code: "ENOENT" });
    expect(await proof()).toEqual({ kind: "broken-root", root: { day: "2026-11-25", what: "not-outside" } });
    expect(await makeDailyRoot(parts())).toEqual({ root: null, notOurs: [] });
    expect(await proof()).toMatchObject({ kind: "holds", roots: 2 });
  });
  test.each([1, 40, 200])("a line cut off after %i bytes is told, then written to its end", async (length) => {
    await makeDailyRoot(parts());
    await nextDay("2026-11-25");
    const whole = await readFile(file(), "utf8");
    const lastLine = whole.slice(0, -1).lastIndexOf("\n") + 1;
    await writeFile(file(), whole.slice(0, lastLine + length));
    expect(await proof()).toEqual({ kind: "broken-file", fault: { what: "torn", line: 4 }, entries: 6, chains: 2, roots: 2 });
    await makeDailyRoot(parts());
    expect(await readFile(file(), "utf8")).toBe(whole);
    expect(await proof()).toMatchObject({ kind: "holds", roots: 2 });
  });
  test("a line that lacks only its end is whole again after the next call", async () => {
    await makeDailyRoot(parts());
    const whole = await readFile(file(), "utf8");
    await writeFile(file(), whole.slice(0, -1));
    expect(await proof()).toMatchObject({ kind: "broken-file", fault: { what: "torn", line: 3 } });
    await makeDailyRoot(parts());
    expect(await readFile(file(), "utf8")).toBe(whole);
  });
  test("a line that is none of ours is told by its number and stays", async () => {
    await makeDailyRoot(parts());
    await appendFile(file(), "{\"day\": 3");
    await nextDay("2026-11-25");
    expect(await proof()).toEqual({ kind: "broken-file", fault: { what: "unreadable", line: 4 }, entries: 6, chains: 2, roots: 2 });
  });
  test("a file that is gone is told; begun again, it says that older roots were copied", async () => {
    await makeDailyRoot(parts());
    await rm(file());
    expect(await proof()).toEqual({ kind: "broken-file", fault: { what: "missing" }, entries: 6, chains: 2, roots: 1 });
    await nextDay("2026-11-25");
    expect(await proof()).toMatchObject({ kind: "holds", roots: 2, outside: { at: "2026-11-25T02:00:00.000Z", copied: 1 } });
  });
  test("its beginning taken away is told", async () => {
    await makeDailyRoot(parts());
    await writeFile(file(), (await readFile(file(), "utf8")).split("\n").slice(1).join("\n"));
    expect(await proof()).toMatchObject({ kind: "broken-file", fault: { what: "no-beginning" } });
  });
  test("is for its owner alone", async () => {
    await makeDailyRoot(parts());
    expect((await stat(file())).mode & 0o777).toBe(0o600);
  });
});

test("one root a day, from however many servers; the chain may grow after it", async () => {
  const made = await Promise.all([makeDailyRoot(parts()), makeDailyRoot(parts()), makeDailyRoot({ ...parts(), headsFile: join(folder, "other-server.jsonl") })]);
  expect(made.filter(({ root }) => root !== null)).toHaveLength(1);
  await note(ONE, "notice:d");
  now = new Date("2026-11-24T17:00:00Z");
  expect((await makeDailyRoot(parts())).root?.day).toBe("2026-11-25");
  expect(await proof()).toMatchObject({ kind: "holds", entries: 7, chains: 2, roots: 2 });
  await makeDailyRoot({ ...parts(), headsFile: join(folder, "other-server.jsonl") });
  expect(await verifyAudit({ ...parts(), publicKeys: [], headsFile: join(folder, "other-server.jsonl") })).toMatchObject({ kind: "holds", roots: 2 });
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
