import { describe, expect, test } from "vitest";
import { readConfig } from "./index.ts";

describe("settings", () => {
  test("nothing set: port 8080, own database, the first pack, folders absolute", () => {
    expect(readConfig({}, "/srv/anxin")).toEqual({
      config: { port: 8080, publicUrl: "http://localhost:8080", databaseUrl: null, serverDatabaseUrl: null, packFolder: "/srv/anxin/packs/hulunbuir-2021-spring-festival", dataFolder: "/srv/anxin/.data", mode: "demo", proxies: [], secretKey: null, oidc: null, s3: null },
      problems: [],
    });
  });
  test("what is set is taken; an empty value is none", () => {
    const { config } = readConfig({ PORT: "9000", PUBLIC_URL: "https://anxin.example.cn/", PACK: "/packs/flood", ANXIN_DATA: " ", DATABASE_URL: "postgres://a:b@db/anxin" }, "/srv");
    expect(config).toMatchObject({ port: 9000, publicUrl: "https://anxin.example.cn", packFolder: "/packs/flood", dataFolder: "/srv/.data", databaseUrl: "postgres://a:b@db/anxin" });
  });
  test("every wrong setting is told at once, in both languages, with a remedy", () => {
    const { config, problems } = readConfig({ PORT: "http", PUBLIC_URL: "javascript:alert(1)", DATABASE_URL: "mysql://x" });
    expect(config).toBeNull();
    expect(problems.map(({ field }) => field)).toEqual(["PORT", "PUBLIC_URL", "DATABASE_URL"]);
    for (const { problem, remedy } of problems) for (const words of [problem.zh, problem.en, remedy.zh, remedy.en]) expect(words).not.toBe("");
  });
  test("a group of settings is whole or absent", () => {
    const OIDC = { OIDC_ISSUER: "https://id.example.cn", OIDC_CLIENT_ID: "anxin", OIDC_CLIENT_SECRET: "s", OIDC_NAME: "市统一认证" };
    expect(readConfig(OIDC).config?.oidc).toEqual({ issuer: "https://id.example.cn", clientId: "anxin", clientSecret: "s", name: "市统一认证" });
    expect(readConfig({ S3_BUCKET: "files" }).problems.map(({ field }) => field)).toEqual(["S3_ENDPOINT", "S3_REGION", "S3_ACCESS_KEY_ID", "S3_SECRET_ACCESS_KEY"]);
  });
  test("the secret is 32 bytes; a production server is not told to fail", () => {
    expect(readConfig({ ANXIN_SECRET: Buffer.alloc(32, 7).toString("base64") }).config?.secretKey).toHaveLength(32);
    expect(readConfig({ ANXIN_SECRET: "short" }).problems.map(({ field }) => field)).toEqual(["ANXIN_SECRET"]);
    expect(readConfig({ ANXIN_MODE: "production", PUBLIC_URL: "https://anxin.example.cn", ANXIN_FAULT: "release.before-commit" }).problems.map(({ field }) => field)).toEqual(["ANXIN_FAULT"]);
  });
  test("in production nothing that holds a password or a session crosses a network in the clear", () => {
    const production = (env: Record<string, string>) => readConfig({ ANXIN_MODE: "production", ...env }).problems.map(({ field }) => field);
    const OIDC = { OIDC_CLIENT_ID: "anxin", OIDC_CLIENT_SECRET: "s", OIDC_NAME: "市统一认证" };
    expect(production({ PUBLIC_URL: "https://anxin.example.cn", OIDC_ISSUER: "https://id.example.cn", ...OIDC })).toEqual([]);
    expect([production({ PUBLIC_URL: "http://anxin.example.cn" }), production({ PUBLIC_URL: "http://localhost:8080" }), production({})]).toEqual([["PUBLIC_URL"], ["PUBLIC_URL"], ["PUBLIC_URL"]]);
    expect(production({ PUBLIC_URL: "https://anxin.example.cn", OIDC_ISSUER: "HTTP://id.example.cn", ...OIDC })).toEqual(["OIDC_ISSUER"]);
    expect(readConfig({ PUBLIC_URL: "http://anxin.example.cn", OIDC_ISSUER: "http://id.example.cn", ...OIDC }).problems).toEqual([]);
  });
  test("whose word on the caller's address is believed: nobody's, or the proxies named", () => {
    expect(readConfig({ ANXIN_PROXY: "127.0.0.1, 10.0.0.0/8,fd00::/8" }).config?.proxies).toEqual(["127.0.0.1", "10.0.0.0/8", "fd00::/8"]);
    for (const wrong of ["proxy.example.cn", "true", "10.0.0.0/99", "*"]) expect(readConfig({ ANXIN_PROXY: wrong }).problems.map(({ field }) => field)).toEqual(["ANXIN_PROXY"]);
  });
  test.each(["https://anxin.example.cn/?from=app", "https://anxin.example.cn/#top", "https://anxin.example.cn/?", "https://user:word@anxin.example.cn", "anxin.example.cn", "ftp://anxin.example.cn"])("PUBLIC_URL is a plain address: not %s", (address) => {
    expect(readConfig({ PUBLIC_URL: address }).problems.map(({ field }) => field)).toEqual(["PUBLIC_URL"]);
  });
  test.each(["0", "65536", "80.5", "-1"])("PORT is a port: not %s", (port) => {
    expect(readConfig({ PORT: port }).problems.map(({ field }) => field)).toEqual(["PORT"]);
  });
});
