import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Validator } from "@seriousme/openapi-schema-validator";
import type { OpenApi } from "#platform/http/server";
import { publicFormSchema, signatureFileSchema } from "#services/notices";
import { afterAll, beforeAll, expect, test } from "vitest";
import { BROWSER, serveShippedPack, type ServedPack } from "./served-pack.ts";

let served: ServedPack;
beforeAll(async () => { served = await serveShippedPack(); });
afterAll(async () => { await served.stop(); });
const describe = async (prefix: string): Promise<OpenApi> => await (await fetch(`${served.address}${prefix}/api/openapi.json`)).json() as OpenApi;

test("is valid OpenAPI 3.1 in both languages", async () => {
  for (const prefix of ["", "/en"]) {
    const checked = await new Validator().validate(await describe(prefix));
    expect(checked.errors ?? []).toEqual([]);
    expect(checked.valid).toBe(true);
  }
});
test("has every route under /api, each saying who may call it, each by a name of its own", async () => {
  const { paths, info } = await describe("");
  const described = Object.entries(paths).flatMap(([path, methods]) => Object.keys(methods).map((method) => `${method.toUpperCase()} ${path.replace(/\{(\w+)\}/gu, ":$1")}`));
  const routes = served.serving.http.routes.filter(({ url }) => url.startsWith("/api/") && !url.endsWith("openapi.json"));
  expect(routes.filter(({ method, url }) => !described.includes(`${method} ${url}`)).map(({ url }) => url)).toEqual([]);
  const operations = Object.values(paths).flatMap((methods) => Object.values(methods));
  expect(new Set(operations.map(({ operationId }) => operationId)).size).toBe(operations.length);
  for (const { description, summary } of operations) expect([description, summary].every((words) => /\p{Script=Han}/u.test(words))).toBe(true);
  expect(info.version).toBe((JSON.parse(readFileSync(join(import.meta.dirname, "../../package.json"), "utf8")) as { version: string }).version);
});
test("says what really comes back: files as files, refusals that happen, what is public too", async () => {
  const { paths } = await describe("");
  const answers = (method: string, path: string) => Object.keys(paths[path]?.[method]?.responses ?? {});
  expect(answers("get", "/api/notices/drafts/{id}/original")).toEqual(["200", "401", "403", "404"]);
  expect(answers("post", "/api/notices/drafts")).toEqual(["201", "400", "401", "403", "409", "413", "415", "422", "503"]);
  expect(answers("get", "/api/notices/drafts/{id}")).toContain("422");
  for (const path of ["/n/{notice}/notice.json", "/n/{notice}/signature.json", "/n/{notice}/versions/{version}/notice.json", "/n/{notice}/versions/{version}/signature.json"]) expect(answers("get", path)).toEqual(["200", "404", "503"]);
  for (const path of ["/feed.atom", "/en/feed.atom"]) expect(paths[path]?.["get"]?.responses["200"]).toMatchObject({ content: { "application/atom+xml": {} } });
  const get = async (path: string): Promise<unknown> => (await fetch(served.address + path)).json();
  expect(publicFormSchema.parse(await get("/n/stay-put/notice.json"))).toMatchObject({ key: "stay-put" });
  expect(signatureFileSchema.parse(await get("/n/stay-put/signature.json"))).toMatchObject({ notice: "stay-put" });
});
test("can be read as a page, in both languages", async () => {
  for (const [prefix, words] of [["", "接口说明"], ["/en", "The interface"]] as const) {
    const html = await (await fetch(`${served.address}${prefix}/api`, { headers: BROWSER })).text();
    expect(html).toContain(`<h1>${words}</h1>`);
    expect(html).toContain("/api/notices/drafts/{id}/release");
  }
});
