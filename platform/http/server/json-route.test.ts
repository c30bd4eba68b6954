import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { z } from "zod";
import { everybody, permitted, signedInPeople, type SignedIn } from "../index.ts";
import { createHttpServer, jsonRoute, refuse, type HttpServer } from "./index.ts";

const OFFICER: SignedIn = { personId: "p1", name: "王敏", district: "150702", districts: ["150702"], grants: new Map([["notices.edit", ["150702"]]]), csrfToken: "t0ken" };
const JSON_TYPE = { "content-type": "application/json" };
let server: HttpServer;

beforeEach(async () => {
  const quiet = () => undefined;
  server = createHttpServer({
    log: { info: quiet, warn: quiet, error: quiet }, publicUrl: "http://localhost:8080", styleHash: "'sha256-x'", missing: async () => [], problemPage: () => "",
    authenticate: async (request) => (request.headers.cookie === "session=good" ? OFFICER : null),
  });
  const body = z.strictObject({ title: z.string().min(1), copies: z.int().max(9) });
  const route = <Reply>(method: "GET" | "POST", url: string, access: ReturnType<typeof everybody>, handler: () => Reply) =>
    jsonRoute<undefined, undefined, undefined, Reply>(server, { method, url, access, summary: { zh: "", en: "" }, reply: z.any(), handler });
  server.declare(
    jsonRoute(server, { method: "POST", url: "/api/papers", access: everybody("test"), summary: { zh: "", en: "" }, body, reply: z.object({ got: z.string() }), handler: ({ body: { title } }) => ({ got: title }) }),
    jsonRoute(server, { method: "POST", url: "/api/kept/:name", access: everybody("test"), summary: { zh: "", en: "" }, params: z.object({ name: z.string() }), query: z.object({ q: z.string().optional() }), body: z.any(), reply: z.any(), handler: () => ({ ok: true }) }),
    route("GET", "/api/own", signedInPeople("test"), () => ({ ok: true })),
    route("POST", "/api/edit", permitted("notices.edit", "test"), () => ({ ok: true })),
    route("POST", "/api/release", permitted("notices.release", "test"), () => ({ ok: true })),
    route("POST", "/api/taken", everybody("test"), () => refuse(409, { facts: { revision: 4 } })),
  );
  await server.ready();
});
afterEach(async () => { await server.stop(); });

const post = (url: string, payload: string, headers: Record<string, string> = {}) => server.app.inject({ method: "POST", url, payload, headers: { ...JSON_TYPE, ...headers } });

describe("what is sent is checked field by field", () => {
  test("a good body arrives as its schema says", async () => {
    expect((await post("/api/papers", `{"title":"通知","copies":2}`)).json()).toEqual({ got: "通知" });
  });
  test("every wrong field is told with problem and remedy", async () => {
    const reply = await post("/api/papers", `{"title":"","copies":"two"}`, { "accept-language": "en" });
    expect(reply.statusCode).toBe(422);
    const { errors } = reply.json<{ errors: { field: string; problem: string; remedy: string }[] }>();
    expect(errors.map(({ field }) => field)).toEqual(["title", "copies"]);
    for (const { problem, remedy } of errors) expect(problem !== "" && remedy !== "").toBe(true);
  });
  test.each(["{", "", "[]", "null"])("%j is no body of ours", async (payload) => {
    expect((await post("/api/papers", payload)).statusCode).toBe(422);
  });
  test.each([
    ["a null", `{"title":"a\\u0000b","copies":1}`, "title"], ["half a character", `{"title":"\\ud83d","copies":1}`, "title"], ["the other half", `{"title":"\\ude00x","copies":1}`, "title"],
  ])("%s is no text: the field is named, with problem and remedy in both languages", async (_, payload, field) => {
    const [zh, en] = [await post("/api/papers", payload), await post("/api/papers", payload, { "accept-language": "en" })];
    expect([zh.statusCode, zh.json<{ field: string }>().field]).toEqual([422, field]);
    expect([zh.json<{ problem: string }>().problem, en.json<{ problem: string }>().problem]).toEqual(["里面有不是文字的字符（空字符或半个字符）", "It holds signs that are no text (a null or half a character)"]);
    expect(en.json<{ remedy: string }>().remedy).not.toBe("");
  });
  test.each([
    ["deep inside", `{"a":[{"b":"x\\u0000"}]}`, "a.0.b"], ["in the name of a member", `{"a":{"b\\u0000":1}}`, "a"], ["as the whole body", `"\\ud83d"`, "body"],
    ["under thousands of brackets", `${"[".repeat(20_000)}"\\u0000"${"]".repeat(20_000)}`, "0.0.0.0"],
  ])("such signs are found %s", async (_, payload, field) => {
    const reply = await post("/api/kept/x", payload);
    expect(reply.statusCode).toBe(422);
    expect(reply.json<{ field: string }>().field.startsWith(field)).toBe(true);
  });
  test("such signs are found in an address too; whole characters, emoji and empty texts are text", async () => {
    expect((await post("/api/kept/a%00b", "{}")).json()).toMatchObject({ status: 422, field: "name" });
    expect((await post("/api/kept/x?q=%00", "{}")).json()).toMatchObject({ status: 422, field: "q" });
    expect((await post("/api/kept/%F0%9F%98%80", `{"a":"","b":"\\ud83d\\ude00草原","c":null}`)).statusCode).toBe(200);
  });
  test("a refusal carries what a program needs to go on", async () => {
    const reply = await server.app.inject({ method: "POST", url: "/api/taken" });
    expect(reply.json()).toMatchObject({ status: 409, facts: { revision: 4 } });
  });
});

describe("who may call", () => {
  const signed = { cookie: "session=good" };
  test("nobody without a session, a person with one", async () => {
    expect((await server.app.inject("/api/own")).statusCode).toBe(401);
    expect((await server.app.inject({ url: "/api/own", headers: { cookie: "session=old" } })).statusCode).toBe(401);
    expect((await server.app.inject({ url: "/api/own", headers: signed })).statusCode).toBe(200);
  });
  test("what changes something needs the session's token and our own page", async () => {
    const edit = (headers: Record<string, string>) => server.app.inject({ method: "POST", url: "/api/edit", headers: { ...signed, ...headers } });
    expect((await edit({})).statusCode).toBe(403);
    expect((await edit({ "x-csrf-token": "guess" })).statusCode).toBe(403);
    expect((await edit({ "x-csrf-token": "t0ken", "sec-fetch-site": "cross-site" })).statusCode).toBe(403);
    expect((await edit({ "x-csrf-token": "t0ken", "sec-fetch-site": "same-origin" })).statusCode).toBe(200);
  });
  test("a permission nobody gave refuses", async () => {
    expect((await server.app.inject({ method: "POST", url: "/api/release", headers: { ...signed, "x-csrf-token": "t0ken" } })).statusCode).toBe(403);
  });
});
