import { createHash } from "node:crypto";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { exampleIdentity, OWN_PASSWORD, HAILAR, type Client, type ExampleIdentity } from "./example-identity.ts";
import { DEMO_PASSWORD } from "./index.ts";

/** Passwords being checked now, the most there were at once, and all so far. */
const checks = vi.hoisted(() => ({ now: 0, most: 0, all: 0 }));
vi.mock("@node-rs/argon2", async (original) => {
  const real = await original<typeof import("@node-rs/argon2")>();
  return {
    ...real,
    verify: async (...given: Parameters<typeof real.verify>) => {
      Object.assign(checks, { now: checks.now + 1, all: checks.all + 1, most: Math.max(checks.most, checks.now + 1) });
      try { return await real.verify(...given); } finally { checks.now -= 1; }
    },
  };
});

let at: ExampleIdentity;
beforeEach(async () => { at = await exampleIdentity(); });
afterEach(async () => { await at.stop(); });
const idOf = async (login: string) => (await at.rows<{ id: string }>("select id from identity.person where login = $1", [login]))[0]?.id ?? "";

describe("tries", () => {
  const answers = async (login: string, tries: number) => {
    const all: unknown[] = [];
    for (let round = 0; round < tries; round += 1) {
      const reply = await at.tryIn(login, "wrong password");
      const { requestId: _own, ...body } = reply.json<{ requestId: string }>();
      all.push([reply.statusCode, body]);
    }
    return all;
  };
  test("an unknown name answers as a wrong password does: words, tries left, and the lock", async () => {
    const known = await answers("bianshen", 6);
    expect(await answers("nobody-here", 6)).toEqual(known);
    expect(known.map((answer) => (answer as [number])[0])).toEqual([401, 401, 401, 401, 429, 429]);
  });
  test("and still does after the server was started again, or from another server", async () => {
    const known = await answers("bianshen", 2);
    expect(await answers("nobody-here", 2)).toEqual(known);
    await at.restart();
    const further = await answers("bianshen", 4);
    expect(await answers("nobody-here", 4)).toEqual(further);
    expect(further.map((answer) => (answer as [number])[0])).toEqual([401, 401, 429, 429]);
  });
  test("the table of tries tells no name, not even to whoever tries names out", async () => {
    await answers("nobody-here", 1);
    const kept = JSON.stringify(await at.rows("select * from identity.sign_in_try"));
    for (const told of ["nobody-here", createHash("sha256").update("nobody-here").digest("hex")]) expect(kept).not.toContain(told);
  });
  test("they are forgotten after an hour, and the table with them", async () => {
    await answers("bianshen", 4);
    for (let number = 0; number < 10; number += 1) await at.tryIn(`nobody-${number}`, "x");
    at.later(61);
    expect((await at.tryIn("bianshen", "wrong password")).json()).toMatchObject({ facts: { triesLeft: 4 } });
    expect(await at.rows("select * from identity.sign_in_try")).toHaveLength(1);
  });
  test("of tries made at once every one counts, of unknown names too", async () => {
    for (const login of ["bianshen", "nobody"]) {
      const replies = await Promise.all(Array.from({ length: 8 }, () => at.tryIn(login, "wrong password")));
      expect(replies.filter(({ statusCode }) => statusCode === 401)).toHaveLength(4);
    }
  });
  test("a lock is one entry of the audit, however often it is tried meanwhile", async () => {
    await answers("bianshen", 12);
    const entries = (await at.audited(`person:${await idOf("bianshen")}`)).map(({ action }) => action);
    expect(entries.filter((action) => action === "people.wrong-password")).toHaveLength(4);
    expect(entries.filter((action) => action === "people.lock-out")).toHaveLength(1);
    expect(entries).toHaveLength(6);
  });
  test("while locked nothing is hashed, for a real name and an invented one alike", async () => {
    for (const login of ["bianshen", "nobody"]) {
      await answers(login, 5);
      const before = checks.all;
      expect((await answers(login, 10)).map((answer) => (answer as [number])[0])).toEqual(Array.from({ length: 10 }, () => 429));
      expect([login, checks.all - before]).toEqual([login, 0]);
    }
  });
});

describe("many at once", () => {
  test("four hundred sign-ins from everywhere: a few dozen are looked at, the others are told to come back, and the server answers meanwhile", async () => {
    checks.most = 0;
    const flood = Promise.all(Array.from({ length: 400 }, (_, number) => at.tryIn(`nobody-${number}`, "x", undefined, `198.51.${number % 200}.${number % 250}`)));
    const started = performance.now();
    expect((await at.call(null, "GET", "/healthz")).statusCode).toBe(200);
    expect(performance.now() - started).toBeLessThan(2_000);
    const replies = await flood;
    const count = (status: number) => replies.filter(({ statusCode }) => statusCode === status).length;
    expect(count(401) + count(503)).toBe(400);
    expect(checks.most).toBeLessThanOrEqual(2);
    expect(count(401)).toBeLessThan(150);
    expect(replies.filter(({ statusCode }) => statusCode === 503).every(({ headers }) => Number(headers["retry-after"]) > 0)).toBe(true);
  });
  test("a hundred wrong tries from one address are enough for a quarter of an hour; others sign in, and the right password does not count", async () => {
    for (let number = 0; number < 5; number += 1) {
      await at.signIn("bianshen");
      await Promise.all(Array.from({ length: 20 }, (_, each) => at.tryIn(`nobody-${number}-${each}`, "x", undefined, "198.51.100.9")));
    }
    const refused = await at.tryIn("bianshen", DEMO_PASSWORD, undefined, "198.51.100.9");
    expect([refused.statusCode, Number(refused.headers["retry-after"])]).toEqual([429, 900]);
    expect((await at.tryIn("bianshen", DEMO_PASSWORD, undefined, "198.51.100.10")).statusCode).toBe(204);
    at.later(15.1);
    expect((await at.tryIn("bianshen", DEMO_PASSWORD, undefined, "198.51.100.9")).statusCode).toBe(204);
  });
});

describe("one's own password and codes, with a session in the wrong hands", () => {
  const changePassword = (client: Client, current: string) => at.call(client, "POST", "/api/session/password", { current, next: "冬天的雪落在草原上啊" });
  test("guessing the present password counts down the same tries, and stops at the same lock", async () => {
    const stolen = await at.signIn("bianshen");
    const statuses: number[] = [];
    for (let round = 0; round < 7; round += 1) statuses.push((await changePassword(stolen, `guess number ${round}`)).statusCode);
    expect(statuses).toEqual([422, 422, 422, 422, 429, 429, 429]);
    expect((await changePassword(stolen, DEMO_PASSWORD)).statusCode).toBe(429);
    expect((await at.call(stolen, "DELETE", "/api/session/code", { password: DEMO_PASSWORD })).statusCode).toBe(429);
    expect((await at.tryIn("bianshen")).statusCode).toBe(429);
    expect((await at.audited(`person:${await idOf("bianshen")}`)).filter(({ action }) => action === "people.lock-out")).toHaveLength(1);
  });
  test("checks hold no connection while they hash: more of them at once than there are connections", async () => {
    const client = await at.signIn("bianshen");
    const asked = Promise.all(Array.from({ length: 12 }, (_, round) => changePassword(client, `guess number ${round}`)));
    const started = performance.now();
    await at.rows("select 1");
    expect(performance.now() - started).toBeLessThan(1_000);
    expect((await asked).every(({ statusCode }) => [422, 429].includes(statusCode))).toBe(true);
  });
});

describe("one-time codes", () => {
  test("asked for once set up, right once, then never again", async () => {
    const secret = await at.setUpCode(await at.signIn("bianshen"));
    expect((await at.tryIn("bianshen")).json()).toMatchObject({ status: 401, facts: { needs: "code" } });
    at.later(0.5);
    const code = at.codeAt(secret);
    expect((await at.tryIn("bianshen", DEMO_PASSWORD, code)).statusCode).toBe(204);
    expect((await at.tryIn("bianshen", DEMO_PASSWORD, code)).statusCode).toBe(401);
    at.later(0.5);
    await at.signIn("bianshen", DEMO_PASSWORD, at.codeAt(secret));
  });
  test("the secret is made and kept here: nobody brings one they know, and one shown long ago is worth nothing", async () => {
    const client = await at.signIn("bianshen");
    const put = (body: unknown) => at.call(client, "PUT", "/api/session/code", body);
    const known = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP";
    expect((await put({ secret: known, code: at.codeAt(known), password: DEMO_PASSWORD })).statusCode).toBe(422);
    expect((await put({ code: at.codeAt(known), password: DEMO_PASSWORD })).statusCode).toBe(409);
    const { secret, uri } = (await at.call(client, "POST", "/api/session/code")).json<{ secret: string; uri: string }>();
    expect(uri).toMatch(/^otpauth:\/\/totp\//);
    expect((await put({ code: "000000", password: DEMO_PASSWORD })).json()).toMatchObject({ status: 422, field: "code" });
    expect((await put({ code: at.codeAt(secret), password: "wrong" })).json()).toMatchObject({ status: 422, field: "password" });
    at.later(11);
    expect((await put({ code: at.codeAt(secret), password: DEMO_PASSWORD })).statusCode).toBe(409);
    expect((await at.sessionOf(client)).hasCode).toBe(false);
  });
  test("another app takes its place only with the password and a code of the old one; so are codes stopped", async () => {
    const client = await at.signIn("bianshen");
    const old = await at.setUpCode(client);
    at.later(1);
    const { secret } = (await at.call(client, "POST", "/api/session/code")).json<{ secret: string }>();
    const put = (more: object) => at.call(client, "PUT", "/api/session/code", { code: at.codeAt(secret), ...more });
    expect((await put({ password: DEMO_PASSWORD })).json()).toMatchObject({ status: 422, field: "currentCode", facts: { needs: "code" } });
    expect((await put({ password: DEMO_PASSWORD, currentCode: "000000" })).statusCode).toBe(422);
    expect((await put({ password: "wrong", currentCode: at.codeAt(old) })).statusCode).toBe(422);
    expect((await put({ password: DEMO_PASSWORD, currentCode: at.codeAt(old) })).statusCode).toBe(204);
    at.later(1);
    expect((await at.tryIn("bianshen", DEMO_PASSWORD, at.codeAt(old))).statusCode).toBe(401);
    await at.signIn("bianshen", DEMO_PASSWORD, at.codeAt(secret));
    at.later(1);
    const remove = (body: object) => at.call(client, "DELETE", "/api/session/code", body);
    expect((await remove({ password: DEMO_PASSWORD })).statusCode).toBe(422);
    expect((await remove({ password: DEMO_PASSWORD, currentCode: at.codeAt(secret) })).statusCode).toBe(204);
    await at.signIn("bianshen");
    expect((await at.audited()).map(({ action }) => action)).toEqual(expect.arrayContaining(["people.set-code", "people.change-code", "people.remove-code"]));
  });
  test("the secret is sealed in the database, offered or in use", async () => {
    const client = await at.signIn("bianshen");
    const secret = await at.setUpCode(client);
    const { secret: offered } = (await at.call(client, "POST", "/api/session/code")).json<{ secret: string }>();
    const [row] = await at.rows<{ totp_secret: Buffer; totp_offer: Buffer }>("select totp_secret, totp_offer from identity.person where totp_secret is not null");
    expect([row?.totp_secret.includes(secret), row?.totp_offer.includes(offered)]).toEqual([false, false]);
  });
  test("a phone that is gone: an administrator stops the codes, on record; not their own, and not again", async () => {
    const { id } = await at.employ("li.na", HAILAR, "editor");
    await at.setUpCode(await at.signIn("li.na", OWN_PASSWORD), OWN_PASSWORD);
    const administrator = await at.signIn("guanli");
    const { personId } = await at.sessionOf(administrator);
    expect((await at.call(administrator, "DELETE", `/api/people/${id}/code`)).statusCode).toBe(204);
    await at.signIn("li.na", OWN_PASSWORD);
    expect((await at.audited(`person:${id}`)).find(({ action }) => action === "people.take-away-code")).toMatchObject({ actor: personId });
    expect((await at.call(administrator, "DELETE", `/api/people/${id}/code`)).statusCode).toBe(409);
    await at.setUpCode(administrator);
    expect((await at.call(administrator, "DELETE", `/api/people/${personId}/code`)).statusCode).toBe(409);
    expect((await at.call(administrator, "POST", `/api/people/${personId}/password`)).statusCode).toBe(409);
  });
});
