import { appendAudit } from "#platform/audit/server";
import { inTransaction } from "#platform/db/server";
import { keyring } from "#platform/keys/server";
import type { Notice } from "#services/notices";
import { publishPack } from "#services/notices/server";
import { createHash, createPublicKey, verify } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { BROWSER, serveShippedPack, until, type ServedPack } from "./served-pack.ts";

let served: ServedPack;
beforeAll(async () => { served = await serveShippedPack(); });
afterAll(async () => { await served.stop(); });

/** As another server with another pack would. */
function publish(notice: Notice, inputSha256: string) {
  const { database: { pool }, pack: { city }, clock } = served;
  const keys = keyring({ pool, district: city.code, secret: Buffer.alloc(32, 9), clock });
  return publishPack(pool, city.code, [{ notice, inputSha256 }], { clock, sign: (tx, bytes) => keys.sign(tx, "notices", bytes), audit: appendAudit(clock) });
}
const get = (path: string) => fetch(served.address + path, { headers: BROWSER, redirect: "manual" });

describe("pages", () => {
  test("every page answers in both languages and both sizes, with its language and the drill said", async () => {
    const notice = served.packNotices[0]?.notice;
    const clauses = notice?.clauses.map(({ key }) => `/n/${notice.key}/${key}`) ?? [];
    const paths = ["/", "/n/stay-put", "/n/stay-put/text", ...clauses, "/read", "/genuine", "/accessibility", "/privacy"];
    expect(clauses).toHaveLength(8);
    for (const path of paths) {
      for (const [prefix, language] of [["", "zh-CN"], ["/en", "en"]] as const) {
        for (const size of ["", "?size=large"]) {
          const response = await get(`${prefix}${path}${size}`);
          const html = await response.text();
          expect([response.status, path]).toEqual([200, path]);
          expect(response.headers.get("content-language")).toBe(language);
          expect(html).toContain(`<html lang="${language}"${size === "" ? ">" : " class=\"elder\">"}`);
          expect(html).toContain(language === "en" ? "26 January 2021" : "2021年1月26日");
        }
      }
    }
  });

  test("English home with and without its slash, and an address with words of others, are the same page", async () => {
    const tags = await Promise.all(["/en", "/en/", "/en?utm_source=x"].map(async (path) => (await get(path)).headers.get("etag")));
    expect(new Set(tags).size).toBe(1);
  });

  test("a page is kept once, however its address is spelt", async () => {
    const tags = await Promise.all(["/n/stay-put", "/n/stay%2Dput", "/n/%73tay-put/", "/n/stay-put?x=1&size=small"].map(async (path) => (await get(path)).headers.get("etag")));
    expect(new Set(tags).size).toBe(1);
    expect((await get("/%")).status).toBe(400);
  });

  test.each(["/n/nowhere", "/n/stay-put/nowhere", "/en/n/nowhere/text.txt", "/assets/none.js"])("%s is a problem page in its language", async (path) => {
    const response = await get(path);
    expect(response.status).toBe(404);
    expect(await response.text()).toContain(path.startsWith("/en") ? "There is no such page" : "没有这一页");
  });

  test("the text of a notice is sent byte for byte", async () => {
    for (const path of ["/n/stay-put/text.txt", "/en/n/stay-put/text.txt"]) {
      const response = await get(path);
      const bytes = Buffer.from(await response.arrayBuffer());
      expect(createHash("sha256").update(bytes).digest("hex")).toBe(served.packNotices[0]?.notice.textSha256);
      expect([response.headers.get("content-type"), response.headers.get("x-content-type-options")]).toEqual(["text/plain; charset=utf-8", "nosniff"]);
    }
  });

  test("scripts may be kept for ever, under their hashed name", async () => {
    const response = await get("/assets/read.0a1b.js");
    expect([await response.text(), response.headers.get("cache-control")]).toEqual(["export {};", "public, max-age=31536000, immutable"]);
    expect(await (await get("/robots.txt")).text()).toBe("User-agent: *\nDisallow: /desk\nDisallow: /api\n\nSitemap: http://localhost:8080/sitemap.xml\n");
    expect((await get("/favicon.ico")).status).toBe(204);
  });

  test("a new day and a version published by another server are shown", async () => {
    served.setDay("2021-01-27");
    expect(await (await get("/")).text()).toContain("2021年1月27日");
    served.setDay("2021-01-26");
    const notice = served.packNotices[0]?.notice;
    if (notice === undefined) throw new Error("no notice");
    const title = { ...notice.title, value: { zh: "改过的题目", en: "A changed title" } };
    await publish({ ...notice, title }, "1".repeat(64));
    await until(async () => (await (await get("/n/stay-put")).text()).includes("改过的题目"));
    await publish({ ...notice, correctionCount: notice.correctionCount + 1 }, "2".repeat(64));
    await until(async () => !(await (await get("/n/stay-put")).text()).includes("改过的题目"));
  });
});

test("a released notice can be verified with its files alone: bytes, signature, public key", async () => {
  const bytes = Buffer.from(await (await get("/n/stay-put/versions/1/notice.json")).arrayBuffer());
  const told = await (await get("/n/stay-put/versions/1/signature.json")).json() as { sha256: string; keyId: string; signature: string; drill: boolean };
  const { keys } = await (await get("/.well-known/jwks.json")).json() as { keys: { kid: string; kty: string; crv: string; x: string; y: string }[] };
  const jwk = keys.find(({ kid }) => kid === told.keyId);
  const key = createPublicKey({ key: { kty: "EC", crv: jwk?.crv ?? "", x: jwk?.x ?? "", y: jwk?.y ?? "" }, format: "jwk" });
  expect(createHash("sha256").update(bytes).digest("hex")).toBe(told.sha256);
  expect(verify("sha256", bytes, { key, dsaEncoding: "ieee-p1363" }, Buffer.from(told.signature, "base64url"))).toBe(true);
  expect(told.drill).toBe(true);
  expect(JSON.parse(bytes.toString())).toMatchObject({ form: "anxin-notice/2", key: "stay-put", version: 1, textKind: "restatement", release: { action: "release", drill: true, policyAt: "2021-01-26T01:00:00.000Z" } });
  expect((await get("/n/stay-put/versions/9/notice.json")).status).toBe(404);
});

test("what programs fetch is made once, however its address is spelt", async () => {
  const tags = await Promise.all(["/n/stay-put/notice.json", "/n/%73tay-put/notice.json", "/n/stay%2Dput/notice.json?x=1"].map(async (path) => (await get(path)).headers.get("etag")));
  expect(new Set(tags).size).toBe(1);
});

test("a notice whose signed bytes were changed is withheld on every address, and only there", async () => {
  const alone = await serveShippedPack();
  try {
    const ask = (path: string) => fetch(alone.address + path, { headers: BROWSER });
    await alone.database.ownerPool.query("insert into notices.notice_version select district, notice_key, 2, form, '假的', text_sha256, settings, reading, content_sha256, recorded_at from notices.notice_version");
    await inTransaction(alone.database.ownerPool, { districts: [alone.pack.city.code], actor: "t" }, (tx) => tx.query("insert into release.version select district, kind, key, 2, 'amend', sha256, key_id, signature, drill, checked_by, released_by, released_at, policy_at, edit_count, note, content from release.version"));
    await until(async () => (await ask("/n/stay-put")).status === 503);
    for (const path of ["/n/stay-put", "/n/stay-put/travel", "/n/stay-put/text.txt", "/n/stay-put/verify", "/n/stay-put/versions", "/n/stay-put/notice.json", "/n/stay-put/versions/1/signature.json"]) {
      const answer = await ask(path);
      expect([path, answer.status]).toEqual([path, 503]);
      expect(await answer.text()).toContain("存着的内容和签发时的对不上");
    }
    expect(await (await ask("/en/n/stay-put")).text()).toContain("what is stored is not what was released");
    expect([(await ask("/")).status, (await ask("/readyz")).status]).toEqual([200, 200]);
    expect(alone.logged).toContainEqual(["notice-version-withheld", expect.objectContaining({ noticeKey: "stay-put", version: 2 })]);
  } finally { await alone.stop(); }
});

test("news and the site map name every version and every page, in both languages", async () => {
  const feed = await (await get("/feed.atom")).text();
  expect(feed).toContain("http://localhost:8080/n/stay-put/versions#v");
  expect(feed).toContain("【演练】");
  expect(await (await get("/en/feed.atom")).text()).toContain("[Drill] ");
  const map = await (await get("/sitemap.xml")).text();
  for (const path of ["/", "/en", "/n/stay-put/travel", "/en/n/stay-put/versions"]) expect(map).toContain(`<loc>http://localhost:8080${path}</loc>`);
  for (const address of [...map.matchAll(/<loc>([^<]+)<\/loc>/gu)].map(([, found]) => new URL(found ?? "").pathname)) expect([address, (await get(address)).status]).toEqual([address, 200]);
});

test("every route says who may call it and why", () => {
  const { http: { routes, app } } = served.serving;
  expect(routes.length).toBeGreaterThan(20);
  for (const { access } of routes) expect(access).toMatchObject({ who: expect.stringMatching(/^(?:public|signed-in|permitted)$/), why: expect.stringMatching(/\w{3}/) });
  // Whatever is not a page, a file, the way in or what every resident may ask needs a session.
  for (const { url, access } of routes) if (url.startsWith("/api/") && !/^\/api\/(?:sign-in|travel\/(?:decisions?(?:\.csv)?|risk-areas)$|ask\/:rule$|requests$|lists(?:\/|$))/u.test(url) && url !== "/api/openapi.json") expect([url, access.who]).not.toEqual([url, "public"]);
  // What the router knows and what was declared are the same list.
  for (const { url } of routes) expect(app.hasRoute({ method: "OPTIONS", url })).toBe(true);
});

test("without the database pages go on, and readiness says what is missing", async () => {
  const alone = await serveShippedPack();
  const ask = (path: string) => fetch(alone.address + path);
  expect((await ask("/readyz")).status).toBe(200);
  await alone.database.drop();
  await until(async () => (await ask("/readyz")).status === 503);
  expect(await (await ask("/readyz")).json()).toMatchObject({ reasons: ["database"] });
  expect((await ask("/n/stay-put")).status).toBe(200);
  await alone.serving.stop();
});
