import { request as httpRequest, type IncomingMessage } from "node:http";
import { connect } from "node:net";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { everybody, httpProblem, type Log, type LogFacts } from "../index.ts";
import { createHttpServer, makeRepresentation, representationCache, sendRepresentation, type HttpServer } from "./index.ts";

const BROWSER = { accept: "text/html,application/xhtml+xml;q=0.9,*/*;q=0.8" };
let lines: { level: string; event: string; facts: LogFacts }[];
let missing: string[];
let server: HttpServer;

function testLog(): Log {
  const to = (level: string) => (event: string, facts: LogFacts = {}) => { lines.push({ level, event, facts }); };
  return { info: to("info"), warn: to("warn"), error: to("error") };
}

beforeEach(() => {
  lines = [];
  missing = [];
  server = createHttpServer({
    log: testLog(), publicUrl: "http://localhost:8080", styleHash: "'sha256-x'", missing: async () => missing,
    problemPage: ({ problem, language, url, requestId }) => `<h1>${problem.problem[language === "en" ? "en" : "zh"]}</h1>${url}${requestId}`,
    limits: { headersMilliseconds: 1_000, requestMilliseconds: 1_500, stopMilliseconds: 400 },
  });
  const access = everybody("for the test");
  server.declare(
    { method: "GET", url: "/hello/:name", access, handler: () => "hello" },
    { method: "GET", url: "/broken", access, handler: () => { throw new Error("secret of 张三"); } },
    { method: "GET", url: "/slow", access, handler: () => new Promise((resolve) => setTimeout(() => resolve("slow"), 200)) },
    { method: "GET", url: "/endless", access, handler: () => new Promise(() => undefined) },
    { method: "POST", url: "/form", access, handler: (request, reply) => server.sendProblem(request, reply, httpProblem(422, { field: "text" })) },
  );
});
afterEach(async () => { await server.stop(); });

describe("the caller's address", () => {
  const asked = async (proxies: readonly string[], remoteAddress: string) => {
    const quiet = () => undefined;
    const own = createHttpServer({ log: { info: quiet, warn: quiet, error: quiet }, publicUrl: "http://localhost", styleHash: "'sha256-x'", missing: async () => [], problemPage: () => "", proxies });
    own.declare({ method: "GET", url: "/ip", access: everybody("for the test"), handler: ({ ip }) => ip });
    await own.ready();
    const { body } = await own.app.inject({ url: "/ip", remoteAddress, headers: { "x-forwarded-for": "203.0.113.7" } });
    await own.stop();
    return body;
  };
  test("is what a named proxy says, and nobody else's word", async () => {
    expect(await asked(["10.0.0.0/8"], "10.1.2.3")).toBe("203.0.113.7");
    expect(await asked(["10.0.0.0/8"], "198.51.100.1")).toBe("198.51.100.1");
    expect(await asked([], "127.0.0.1")).toBe("127.0.0.1");
  });
});

describe("problems", () => {
  beforeEach(async () => { await server.ready(); });

  test("a program gets RFC 9457 with field, problem and remedy, in its language", async () => {
    const reply = await server.app.inject({ url: "/nowhere", headers: { "accept-language": "en-GB,en;q=0.9" } });
    expect(reply.statusCode).toBe(404);
    expect(reply.headers["content-type"]).toBe("application/problem+json; charset=utf-8");
    expect(reply.json()).toEqual({
      type: "about:blank", title: "There is no such page", status: 404,
      detail: "There is no such page. Check the address, or start again from the home page.",
      field: null, problem: "There is no such page", remedy: "Check the address, or start again from the home page.",
      requestId: reply.headers["x-request-id"],
    });
    expect((await server.app.inject({ url: "/nowhere" })).json()).toMatchObject({ problem: "没有这一页" });
    expect((await server.app.inject({ url: "/en/nowhere", headers: { "accept-language": "zh" } })).json()).toMatchObject({ title: "There is no such page" });
  });

  test("a person gets a page in the language of the address", async () => {
    const [zh, en] = await Promise.all(["/nowhere", "/en/nowhere"].map((url) => server.app.inject({ url, headers: BROWSER })));
    expect(zh?.headers["content-type"]).toBe("text/html; charset=utf-8");
    expect(zh?.body).toContain("<h1>没有这一页</h1>");
    expect(zh?.body).toContain(String(zh?.headers["x-request-id"]));
    expect(en?.body).toContain("<h1>There is no such page</h1>");
    expect(en?.headers["content-language"]).toBe("en");
  });

  test.each([
    ["DELETE", "/hello/a", "GET, HEAD"], ["POST", "/hello/a", "GET, HEAD"], ["GET", "/form", "POST"], ["PUT", "/healthz", "GET, HEAD"],
  ] as const)("%s %s is 405 and says what is allowed", async (method, url, allow) => {
    const reply = await server.app.inject({ method, url, headers: { "content-type": "application/json" }, ...(method === "GET" ? {} : { payload: "{" }) });
    expect([reply.statusCode, reply.headers.allow]).toEqual([405, allow]);
  });

  test("a body no route reads is 415, one of an address that is not there 404", async () => {
    const payload = "{\"a\":1}";
    const headers = { "content-type": "application/json" };
    expect((await server.app.inject({ method: "POST", url: "/form", payload, headers })).statusCode).toBe(415);
    expect((await server.app.inject({ method: "POST", url: "/nowhere", payload, headers })).statusCode).toBe(404);
  });

  test("an address too long is 414, one that cannot be decoded 400, both with the safe headers", async () => {
    for (const [url, status] of [[`/hello/${"a".repeat(5_000)}`, 414], ["/hello/%E4%BD", 400], ["/%", 400]] as const) {
      const reply = await server.app.inject({ url });
      expect([reply.statusCode, reply.headers["x-content-type-options"]]).toEqual([status, "nosniff"]);
    }
  });

  test("our own mistake is 500 without its words, in the answer and in the log", async () => {
    const reply = await server.app.inject({ url: "/broken" });
    expect(reply.statusCode).toBe(500);
    expect(reply.json()).toMatchObject({ problem: "我们这边出了错" });
    expect(reply.body + JSON.stringify(lines)).not.toContain("张三");
    expect(lines).toContainEqual(expect.objectContaining({ level: "error", event: "request-failed" }));
  });

  test("the field a refusal is about is named", async () => {
    expect((await server.app.inject({ method: "POST", url: "/form" })).json()).toMatchObject({ status: 422, field: "text" });
  });
});

describe("headers", () => {
  test("scripts only as own files, one style by hash, no frame; HSTS only behind https", async () => {
    await server.ready();
    const { headers } = await server.app.inject({ url: "/healthz" });
    expect(headers["content-security-policy"]).toBe(
      "default-src 'none'; style-src 'sha256-x'; script-src 'self'; img-src 'self' data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'");
    expect(headers).toMatchObject({ "referrer-policy": "no-referrer", "cross-origin-opener-policy": "same-origin" });
    expect(headers["strict-transport-security"]).toBeUndefined();
    const secure = createHttpServer({
      log: testLog(), publicUrl: "https://anxin.example", styleHash: "'sha256-x'", missing: async () => [], problemPage: () => "",
    });
    await secure.ready();
    expect((await secure.app.inject({ url: "/healthz" })).headers["strict-transport-security"]).toBe("max-age=31536000");
    await secure.stop();
  });

  test("the number of a request is ours, never the caller's", async () => {
    await server.ready();
    const { headers } = await server.app.inject({ url: "/healthz", headers: { "x-request-id": "theirs" } });
    expect(headers["x-request-id"]).toMatch(/^[2-9A-Z]{4}-[2-9A-Z]{4}$/);
  });
});

test("health says alive; readiness says what is missing", async () => {
  await server.ready();
  expect((await server.app.inject({ url: "/readyz" })).json()).toEqual({ status: "ready" });
  missing = ["database"];
  const reply = await server.app.inject({ url: "/readyz" });
  expect([reply.statusCode, reply.json().reasons]).toEqual([503, ["database"]]);
  expect(reply.headers["retry-after"]).toBe("10");
  expect((await server.app.inject({ url: "/healthz" })).json()).toEqual({ status: "alive" });
});

test("the log names route and outcome and nothing of the person", async () => {
  await server.ready();
  await server.app.inject({ url: "/hello/wang?q=disease", headers: { "user-agent": "phone", cookie: "a=b" }, remoteAddress: "10.1.2.3" });
  expect(lines).toHaveLength(1);
  expect(lines[0]?.facts).toEqual({ requestId: expect.any(String), method: "GET", route: "/hello/:name", status: 200, milliseconds: expect.any(Number) });
});

test("a route that does not say who may call it stops the server", () => {
  expect(() => server.app.get("/hidden", () => "x")).toThrow("/hidden does not say who may call it");
  expect(server.routes.every(({ access }) => access.why !== "")).toBe(true);
});

describe("representations", () => {
  const text = "就地过年".repeat(200);
  beforeEach(async () => {
    const cache = representationCache(2);
    server.declare({
      method: "GET", url: "/page", access: everybody("a page"),
      handler: async (request, reply) => sendRepresentation(request, reply, (await cache.get("page", () =>
        makeRepresentation(text, { "content-type": "text/plain; charset=utf-8", "cache-control": "public, no-cache" }))) ?? expect.fail()),
    });
    await server.ready();
  });

  test.each([["br, gzip", "br"], ["gzip;q=0.5, br;q=0", "gzip"], ["", undefined], ["identity", undefined]])("Accept-Encoding %s gives %s", async (accepted, coding) => {
    const reply = await server.app.inject({ url: "/page", headers: { "accept-encoding": accepted } });
    expect(reply.headers["content-encoding"]).toBe(coding);
    expect(reply.headers.vary).toBe("accept-encoding");
    if (coding === undefined) expect(reply.body).toBe(text);
    else expect(reply.rawPayload.length).toBeLessThan(200);
  });

  test("what the caller holds is not sent again; another coding is another version", async () => {
    const first = await server.app.inject({ url: "/page", headers: { "accept-encoding": "br" } });
    const etag = String(first.headers.etag);
    const again = await server.app.inject({ url: "/page", headers: { "accept-encoding": "br", "if-none-match": `"x", W/${etag}` } });
    expect([again.statusCode, again.body, again.headers["content-encoding"], again.headers.etag]).toEqual([304, "", undefined, etag]);
    expect((await server.app.inject({ url: "/page", headers: { "if-none-match": etag } })).statusCode).toBe(200);
  });

  test("HEAD tells the length and sends nothing", async () => {
    const reply = await server.app.inject({ method: "HEAD", url: "/page" });
    expect([reply.statusCode, reply.body, reply.headers["content-length"]]).toEqual([200, "", String(Buffer.byteLength(text))]);
  });
});

describe("over a real socket", () => {
  let port: number;
  beforeEach(async () => {
    port = await server.listen(0, "127.0.0.1");
  });

  test("headers too long are 431, half a request is 408, nonsense is 400, each with words", async () => {
    const [long, half, nonsense] = await Promise.all([
      raw(port, `GET / HTTP/1.1\r\nHost: a\r\nX-Long: ${"a".repeat(20_000)}\r\n\r\n`), raw(port, "GET / HTTP/1.1\r\nHost: a\r\n"), raw(port, "\x16\x03\x01\r\n\r\n"),
    ]);
    expect(long).toMatch(/^HTTP\/1\.1 431 .*请求的头信息太长 \/ The headers/s);
    expect(half).toMatch(/^HTTP\/1\.1 408 .*检查网络/s);
    expect(nonsense).toMatch(/^HTTP\/1\.1 400 .*这个请求看不懂/s);
  });

  test("stopping lets a running request end and takes no new one", async () => {
    const running = get(port, "/slow");
    await new Promise((resolve) => setTimeout(resolve, 50));
    const stopped = server.stop();
    expect((await running).statusCode).toBe(200);
    await stopped;
    await expect(get(port, "/healthz")).rejects.toThrow("ECONNREFUSED");
  });

  test("a request that never ends does not keep the server from stopping", async () => {
    const endless = get(port, "/endless").catch((error: Error) => error.message);
    await new Promise((resolve) => setTimeout(resolve, 50));
    const started = performance.now();
    await server.stop();
    expect(performance.now() - started).toBeLessThan(2_000);
    expect(await endless).toBe("socket hang up");
  });
});

function get(port: number, path: string): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    httpRequest({ port, path, host: "127.0.0.1", agent: false }, (response) => { response.resume(); resolve(response); }).on("error", reject).end();
  });
}

function raw(port: number, text: string): Promise<string> {
  return new Promise((resolve, reject) => {
    let received = "";
    const socket = connect(port, "127.0.0.1", () => socket.write(text));
    socket.on("data", (chunk: Buffer) => { received += chunk.toString(); });
    socket.on("close", () => resolve(received));
    socket.on("error", reject);
  });
}
