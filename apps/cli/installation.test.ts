import { appendAudit } from "#platform/audit/server";
import { createTestDatabase, inTransaction, type TestDatabase } from "#platform/db/server";
import { keyring } from "#platform/keys/server";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { runCommand } from "./run-command.ts";

/** Commands that change an installation, on a database of their own. */
const CITY = "150700";
const clock = { machineNow: () => new Date("2026-11-24T02:00:00Z"), policyNow: () => new Date("2026-11-24T02:00:00Z"), drill: true };
let database: TestDatabase;
let folder: string;
beforeEach(async () => { [database, folder] = [await createTestDatabase(), await mkdtemp(join(tmpdir(), "cli-"))]; });
afterEach(async () => { await database.drop(); await rm(folder, { recursive: true }); });

async function anxin(words: readonly string[], environment: Record<string, string> = {}): Promise<{ code: number; out: string; err: string }> {
  const said = { out: "", err: "" };
  const code = await runCommand(words, {
    out: { write: (text) => { said.out += text; } }, err: { write: (text) => { said.err += text; } }, isTerminal: false,
    environment: { DATABASE_URL: database.ownerUrl, ANXIN_DATA: folder, LANG: "en_GB.UTF-8", ...environment },
  });
  return { code, ...said };
}
const inCity = <Row extends object>(sql: string) => inTransaction(database.pool, { districts: [CITY], actor: "t" }, async (tx) => (await tx.query<Row>(sql)).rows);

describe("anxin people add-administrator", () => {
  test("makes an administrator of the city, tells a one-time password once, and is on record", async () => {
    const { code, out } = await anxin(["people", "add-administrator", "zhang.wei", "张伟"]);
    expect(code).toBe(0);
    const [password] = /^(?:[a-z]{4}-){4}[a-z]{4}$/m.exec(out) ?? [];
    expect(password).toBeDefined();
    const [person] = await inCity<{ id: string; must_change_password: boolean; demo: boolean; role: string }>("select p.id, p.must_change_password, p.demo, o.role from identity.person p join identity.post o on o.person_id = p.id where p.login = 'zhang.wei' and p.name = '张伟'");
    expect(person).toMatchObject({ must_change_password: true, demo: false, role: "administrator" });
    const entries = await inCity<{ actor: string; action: string; object: string }>("select actor, action, object from audit.entry order by seq");
    expect(entries.at(-1)).toEqual({ actor: "cli", action: "people.add", object: `person:${person?.id}` });
    expect(JSON.stringify(await inCity("select * from audit.entry"))).not.toContain(password);
  });
  test.each([
    ["a login that is taken", ["zhang.wei", "另一人"], "taken"], ["a login of the wrong shape", ["Zhang Wei", "张伟"], "wrong shape"], ["a name of nothing", ["li.na", " "], "name cannot be used"],
  ])("refuses %s, in words, and adds nobody", async (_, [login = "", name = ""], words) => {
    await anxin(["people", "add-administrator", "zhang.wei", "张伟"]);
    const { code, err, out } = await anxin(["people", "add-administrator", login, name]);
    expect([code, out]).toEqual([1, ""]);
    expect(err).toContain(words);
    expect(await inCity("select from identity.person")).toHaveLength(1);
  });
  test.each([[["people", "add-administrator"]], [["people", "add-administrator", "a.b"]], [["people", "add-administrator", "a.b", "甲", "--json"]], [["people"]]])("%j is told how it is used", async (words) => {
    const { code, err } = await anxin(words);
    expect([code, err.includes("people add-administrator LOGIN NAME")]).toEqual([2, true]);
  });
});

describe("anxin keys rotate", () => {
  const secret = (byte: number) => Buffer.alloc(32, byte);
  const ring = (byte: number) => keyring({ pool: database.pool, district: CITY, secret: secret(byte), clock, audit: appendAudit(clock) });
  const inUse = () => inCity<{ key_id: string }>("select key_id from keys.signing_key k where not exists (select from keys.retired_key r where r.key_id = k.key_id)");
  const sign = () => inTransaction(database.pool, { districts: [CITY], actor: "server" }, (tx) => ring(7).sign(tx, "notices", Buffer.from("通知")));
  test("with the server's secret a new key is in use, and on record as done by command", async () => {
    await sign();
    const { code, out } = await anxin(["keys", "rotate", "notices"], { ANXIN_SECRET: secret(7).toString("base64") });
    const { keyId } = await sign();
    expect([code, out.includes(keyId)]).toEqual([0, true]);
    expect((await inCity("select actor, action, object from audit.entry order by seq")).at(-1)).toEqual({ actor: "cli", action: "keys.rotate", object: `key:${keyId}` });
  });
  test.each([["another secret", { ANXIN_SECRET: secret(8).toString("base64") }], ["none, in a folder without one", {}]])("with %s nothing changes, the remedy is told, and the server goes on signing", async (_, environment) => {
    const before = await sign();
    const { code, err } = await anxin(["keys", "rotate", "notices"], environment);
    expect([code, err.includes("ANXIN_SECRET")]).toEqual([2, true]);
    expect(await inUse()).toEqual([{ key_id: before.keyId }]);
    expect((await sign()).keyId).toBe(before.keyId);
  });
});
