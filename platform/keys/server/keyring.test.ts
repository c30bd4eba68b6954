import { appendAudit, type AppendAudit } from "#platform/audit/server";
import { createTestDatabase, inTransaction, type TestDatabase } from "#platform/db/server";
import { createHttpServer } from "#platform/http/server";
import { drillPurpose } from "../signature.ts";
import { createPublicKey, verify } from "node:crypto";
import { mkdtemp, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { keyring, keyRoutes, open, ownSecret, seal, secretOrigin, type Keyring } from "./index.ts";

const CITY = "150700";
const SECRET = Buffer.alloc(32, 7);
const BYTES = Buffer.from("关于寒潮的通知");
let database: TestDatabase;
let drill = false;
const clock = { machineNow: () => new Date("2026-11-24T00:00:00Z"), get drill() { return drill; } };
const audit: AppendAudit = (tx, event) => appendAudit({ ...clock, policyNow: clock.machineNow })(tx, event);
const ring = (secret = SECRET): Keyring => keyring({ pool: database.pool, district: CITY, secret, clock, audit });
const audited = async () => (await inTransaction(database.pool, { districts: [CITY], actor: "t" }, (tx) => tx.query<{ actor: string; action: string; object: string; details: unknown }>("select actor, action, object, details from audit.entry order by seq"))).rows;
const sign = (keys: Keyring, purpose = "notices") => inTransaction(database.pool, { districts: [CITY], actor: "server" }, (tx) => keys.sign(tx, purpose, BYTES));
beforeEach(async () => { drill = false; database = await createTestDatabase(); });
afterEach(async () => { await database.drop(); });

test("what is signed verifies, with our server and without it", async () => {
  const keys = ring();
  const signed = await sign(keys);
  expect(await keys.verify("notices", signed, BYTES)).toBe(true);
  expect(await keys.verify("notices", signed, Buffer.from("别的"))).toBe(false);
  expect(await keys.verify("notices", { ...signed, signature: "AAAA" }, BYTES)).toBe(false);
  expect(await keys.verify("notices", { ...signed, keyId: "nobody" }, BYTES)).toBe(false);
  expect(await keys.verify("audit", signed, BYTES)).toBe(false);
  const [jwk] = await keys.publicKeys();
  const key = createPublicKey({ key: { kty: "EC", crv: "P-256", x: jwk?.x ?? "", y: jwk?.y ?? "" }, format: "jwk" });
  expect(verify("sha256", BYTES, { key, dsaEncoding: "ieee-p1363" }, Buffer.from(signed.signature, "base64url"))).toBe(true);
});
test("servers that sign first at the same time make one key", async () => {
  const signatures = await Promise.all(Array.from({ length: 4 }, () => sign(ring())));
  expect(new Set(signatures.map(({ keyId }) => keyId)).size).toBe(1);
});
test("after a rotation the new key signs and the old signature still verifies", async () => {
  const keys = ring();
  const before = await sign(keys);
  const rotation = await keys.rotate("notices", "cli");
  const after = await sign(keys);
  expect(rotation).toEqual({ kind: "rotated", keyId: after.keyId });
  expect(after.keyId).not.toBe(before.keyId);
  expect(await keys.verify("notices", before, BYTES)).toBe(true);
});
test("every new key is in the audit, the first one too, written with the key or not at all", async () => {
  const keys = ring();
  const first = await sign(keys);
  await keys.rotate("notices", "cli");
  const second = await sign(keys);
  expect(await audited()).toEqual([
    { actor: "server", action: "keys.make", object: `key:${first.keyId}`, details: { purpose: "notices" } },
    { actor: "cli", action: "keys.rotate", object: `key:${second.keyId}`, details: { purpose: "notices" } },
  ]);
  const mute = keyring({ pool: database.pool, district: CITY, secret: SECRET, clock, audit: async () => { throw new Error("no room for the entry"); } });
  await expect(mute.rotate("notices", "cli")).rejects.toThrow("no room");
  expect((await sign(keys)).keyId).toBe(second.keyId);
});
test("with another secret no key is rotated, of no purpose: the server would have one it cannot sign with", async () => {
  const keys = ring();
  const before = await sign(keys);
  const stranger = ring(Buffer.alloc(32, 8));
  expect(await stranger.rotate("notices", "cli")).toEqual({ kind: "another-secret", purposes: ["notices"] });
  expect(await stranger.rotate("audit", "cli")).toEqual({ kind: "another-secret", purposes: ["notices"] });
  expect([await keys.sealedElsewhere(), await stranger.sealedElsewhere()]).toEqual([[], ["notices"]]);
  expect((await sign(keys)).keyId).toBe(before.keyId);
});
test("a drill signs with a key of its own and says so", async () => {
  const genuine = await sign(ring());
  drill = true;
  const played = await sign(ring());
  const keys = await ring().publicKeys();
  expect(keys.find(({ kid }) => kid === genuine.keyId)?.purpose).toBe("notices");
  expect(keys.find(({ kid }) => kid === played.keyId)?.purpose).toBe("drill-notices");
  expect([await ring().verify("notices", played, BYTES), await ring().verify(drillPurpose("notices"), played, BYTES)]).toEqual([false, true]);
  expect([await ring().verify("notices", genuine, BYTES), await ring().verify(drillPurpose("notices"), genuine, BYTES)]).toEqual([true, false]);
});
test("another secret opens nothing, nor does another name", async () => {
  await sign(ring());
  await expect(sign(ring(Buffer.alloc(32, 8)))).rejects.toThrow(/authenticate/);
  const sealed = seal(SECRET, "one", BYTES);
  expect(open(SECRET, "one", sealed)).toEqual(BYTES);
  expect(() => open(SECRET, "two", sealed)).toThrow(/authenticate/);
});
test("the private key is nowhere in the database in the clear, and no key can be changed or taken away", async () => {
  await sign(ring());
  const { rows: [row] } = await inTransaction(database.pool, { districts: [CITY], actor: "server" }, (tx) => tx.query<{ private_key: Buffer }>("select private_key from keys.signing_key"));
  expect(row?.private_key.includes(Buffer.from("06082a8648ce3d030107", "hex"))).toBe(false);
  for (const sql of ["update keys.signing_key set purpose = 'x'", "delete from keys.signing_key"]) await expect(database.pool.query(sql)).rejects.toMatchObject({ code: "42501" });
});
test("an installation without a secret makes one for its owner alone, and finds it again", async () => {
  const folder = await mkdtemp(join(tmpdir(), "secret-"));
  const [one, two] = await Promise.all([ownSecret(folder), ownSecret(folder)]);
  expect(one).toEqual(two);
  expect((await stat(join(folder, "secret.key"))).mode & 0o777).toBe(0o600);
  await rm(folder, { recursive: true });
});
test("the secret that lies in the data folder is told from a given one, also when it is given", async () => {
  const folder = await mkdtemp(join(tmpdir(), "secret-"));
  expect(await secretOrigin(folder, SECRET)).toBe("given");
  const made = await ownSecret(folder);
  expect([await secretOrigin(folder, null), await secretOrigin(folder, made), await secretOrigin(folder, SECRET)]).toEqual(["made-here", "made-here-and-given", "given"]);
  await rm(folder, { recursive: true });
});
test("public keys are open to pages of others too: verifying needs nothing of ours", async () => {
  const quiet = { info: () => undefined, warn: () => undefined, error: () => undefined };
  const http = createHttpServer({ log: quiet, publicUrl: "http://localhost", styleHash: "'sha256-x'", problemPage: () => "", missing: async () => [] });
  http.declare(...keyRoutes({ http, keys: ring() }));
  const signed = await sign(ring());
  await http.ready();
  const reply = await http.app.inject("/.well-known/jwks.json");
  expect(reply.headers["access-control-allow-origin"]).toBe("*");
  expect(reply.json<{ keys: { kid: string }[] }>().keys.map(({ kid }) => kid)).toEqual([signed.keyId]);
  await http.stop();
});
