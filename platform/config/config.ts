import type { LocalText } from "#platform/i18n";
import { isAbsolute, join } from "node:path";
import { z } from "zod";

/** What an operator may set, read once at start. Folders are absolute. */
export type Config = {
  readonly port: number;
  /** Address residents use, without a closing slash; QR codes and share links carry it. */
  readonly publicUrl: string;
  readonly packFolder: string;
  /** Where the database, its secrets and the locks live when we run the database ourselves. */
  readonly dataFolder: string;
  /** The owner's address of a database that somebody else runs; null: we run one. */
  readonly databaseUrl: string | null;
  /** The server's own address there, when the owner may not create roles. */
  readonly serverDatabaseUrl: string | null;
  /** In production no demo people, demo secrets or drill clocks serve. */
  readonly mode: "demo" | "production";
  /** 32 bytes or more that encrypt what the database must not know; null: one is made beside our own database. */
  readonly secretKey: Uint8Array | null;
  /** A city's own sign-in; null: accounts of Anxin alone. */
  readonly oidc: OidcConfig | null;
  /** Where the bytes of files lie; null: in the database. */
  readonly s3: S3Config | null;
  /** Addresses (or ranges, `10.0.0.0/8`) of the proxy in front, whose word on the caller's address is believed; none: nobody's. */
  readonly proxies: readonly string[];
};

/** An OpenID provider; `name` is what its button says. */
export type OidcConfig = { readonly issuer: string; readonly clientId: string; readonly clientSecret: string; readonly name: string };
/** An S3-compatible store. */
export type S3Config = { readonly endpoint: string; readonly bucket: string; readonly region: string; readonly accessKeyId: string; readonly secretAccessKey: string };

/** A setting that cannot be used: its name, what is wrong and what to do. */
export type ConfigProblem = { readonly field: string; readonly problem: LocalText; readonly remedy: LocalText };

/** Where the server listens when PORT is not set. */
export const DEFAULT_PORT = 8080;
/** The pack served when PACK is not set, from the repository's folder. */
export const DEFAULT_PACK = "packs/hulunbuir-2021-spring-festival";

/** Reads the settings from the environment. Every wrong one is told at once; none is guessed. */
export function readConfig(env: Readonly<Record<string, string | undefined>>, folder: string = process.cwd()): { config: Config | null; problems: readonly ConfigProblem[] } {
  const problems: ConfigProblem[] = [];
  const take = <Value>(field: string, schema: z.ZodType<Value>, value: unknown): Value | null => {
    const read = schema.safeParse(value);
    if (read.success) return read.data;
    problems.push({ field, ...(WORDS[field] ?? UNKNOWN) });
    return null;
  };
  const given = (field: string): string | undefined => (env[field]?.trim() === "" ? undefined : env[field]?.trim());
  const port = take("PORT", z.coerce.number().int().min(1).max(65_535), given("PORT") ?? DEFAULT_PORT);
  const publicUrl = take("PUBLIC_URL", z.url({ protocol: /^https?$/ }).refine(isPlainAddress), given("PUBLIC_URL") ?? `http://localhost:${port ?? DEFAULT_PORT}`);
  const database = z.url({ protocol: /^postgres(?:ql)?$/ }).nullable();
  const databaseUrl = take("DATABASE_URL", database, given("DATABASE_URL") ?? null);
  const serverDatabaseUrl = take("DATABASE_URL_SERVER", database, given("DATABASE_URL_SERVER") ?? null);
  const mode = take("ANXIN_MODE", z.enum(["demo", "production"]), given("ANXIN_MODE") ?? "demo");
  const secretKey = take("ANXIN_SECRET", secret, given("ANXIN_SECRET") ?? null);
  const oidc = together(OIDC_FIELDS, given, take);
  const s3 = together(S3_FIELDS, given, take);
  const proxies = take("ANXIN_PROXY", z.array(z.union([z.ipv4(), z.ipv6(), z.cidrv4(), z.cidrv6()])), (given("ANXIN_PROXY") ?? "").split(",").map((each) => each.trim()).filter((each) => each !== ""));
  if (mode === "production") {
    if (publicUrl?.startsWith("https://") === false) problems.push({ field: "PUBLIC_URL", ...NOT_ENCRYPTED });
    const issuer = oidc?.["OIDC_ISSUER"] ?? "";
    if (URL.canParse(issuer) && new URL(issuer).protocol !== "https:") problems.push({ field: "OIDC_ISSUER", ...NOT_ENCRYPTED });
  }
  if (given("ANXIN_FAULT") !== undefined && mode === "production") take("ANXIN_FAULT", z.never(), given("ANXIN_FAULT"));
  if (port === null || publicUrl === null || mode === null || proxies === null || problems.length > 0) return { config: null, problems };
  const absolute = (path: string): string => (isAbsolute(path) ? path : join(folder, path));
  return {
    config: {
      port, publicUrl: publicUrl.replace(/\/+$/, ""), databaseUrl, serverDatabaseUrl,
      packFolder: absolute(given("PACK") ?? DEFAULT_PACK), dataFolder: absolute(given("ANXIN_DATA") ?? ".data"),
      mode, proxies, secretKey: secretKey === null ? null : Buffer.from(secretKey, "base64"),
      oidc: oidc === null ? null : { issuer: oidc["OIDC_ISSUER"] ?? "", clientId: oidc["OIDC_CLIENT_ID"] ?? "", clientSecret: oidc["OIDC_CLIENT_SECRET"] ?? "", name: oidc["OIDC_NAME"] ?? "" },
      s3: s3 === null ? null : { endpoint: s3["S3_ENDPOINT"] ?? "", bucket: s3["S3_BUCKET"] ?? "", region: s3["S3_REGION"] ?? "", accessKeyId: s3["S3_ACCESS_KEY_ID"] ?? "", secretAccessKey: s3["S3_SECRET_ACCESS_KEY"] ?? "" },
    },
    problems,
  };
}

/** Settings that only make sense together: none of them, or all. */
function together(
  fields: Readonly<Record<string, z.ZodType<string>>>, given: (field: string) => string | undefined,
  take: (field: string, schema: z.ZodType<string>, value: unknown) => string | null,
): Readonly<Record<string, string>> | null {
  if (Object.keys(fields).every((field) => given(field) === undefined)) return null;
  return Object.fromEntries(Object.entries(fields).map(([field, schema]) => [field, take(field, schema, given(field)) ?? ""]));
}

const webAddress = z.url({ protocol: /^https?$/ });
const words = z.string().min(1);
const secret = z.string().refine((value) => Buffer.from(value, "base64").length >= 32).nullable();
const OIDC_FIELDS = { OIDC_ISSUER: webAddress, OIDC_CLIENT_ID: words, OIDC_CLIENT_SECRET: words, OIDC_NAME: words };
const S3_FIELDS = { S3_ENDPOINT: webAddress, S3_BUCKET: words, S3_REGION: words, S3_ACCESS_KEY_ID: words, S3_SECRET_ACCESS_KEY: words };

/** Paths are put behind it, and it is shown to residents: no question, no part, no password. */
function isPlainAddress(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { search, hash, username, password } = new URL(address);
  return search + hash + username + password === "" && !/[?#]/.test(address);
}

const NOT_ENCRYPTED = {
  problem: { zh: "正式运行必须用 https：密码和登录凭据不能明文经过网络", en: "production needs https: passwords and sessions must not cross a network in the clear" },
  remedy: { zh: "写 https:// 开头的网址，由前面的代理提供证书；只是试用就写 ANXIN_MODE=demo", en: "Give an address that begins with https://, with the certificate at the proxy in front; for a trial use ANXIN_MODE=demo" },
};
const INCOMPLETE = {
  problem: { zh: "没有写，或者不能用", en: "it is missing or cannot be used" },
  remedy: { zh: "这一组设置要写就都写，不用就都不写", en: "Give all settings of this group, or none of them" },
};
const UNKNOWN = { problem: { zh: "值不能用", en: "the value cannot be used" }, remedy: { zh: "检查这个设置", en: "Check this setting" } };

const WORDS: Readonly<Record<string, Omit<ConfigProblem, "field">>> = {
  PORT: {
    problem: { zh: "不是端口号", en: "this is no port number" },
    remedy: { zh: "写 1 到 65535 之间的整数，例如 8080", en: "Write a whole number from 1 to 65535, such as 8080" },
  },
  PUBLIC_URL: {
    problem: { zh: "不是能给居民用的网址", en: "this is no web address for residents" },
    remedy: { zh: "写居民访问的网址，例如 https://anxin.example.cn，不带 ?、# 和密码", en: "Write the address residents use, such as https://anxin.example.cn, without ?, # or a password" },
  },
  DATABASE_URL: {
    problem: { zh: "不是 PostgreSQL 连接地址", en: "this is no PostgreSQL address" },
    remedy: { zh: "写成 postgres://用户:密码@主机:5432/库名；不写则由安心自己运行数据库", en: "Write postgres://user:password@host:5432/database, or leave it out and Anxin runs a database itself" },
  },
  ANXIN_MODE: {
    problem: { zh: "没有这种运行方式", en: "there is no such mode" },
    remedy: { zh: "写 demo（演示）或 production（正式）", en: "Write demo or production" },
  },
  ANXIN_SECRET: {
    problem: { zh: "密钥太短或者写错了", en: "the secret is too short or misspelt" },
    remedy: { zh: "写 32 个随机字节的 base64url，例如 openssl rand -base64 32 的结果", en: "Give 32 random bytes as base64url, such as openssl rand -base64 32 prints" },
  },
  ANXIN_PROXY: {
    problem: { zh: "不是网络地址", en: "this is no network address" },
    remedy: { zh: "写前面那台代理的地址或网段，用逗号隔开，例如 127.0.0.1,10.0.0.0/8；没有代理就不写", en: "Write the address or range of the proxy in front, separated by commas, such as 127.0.0.1,10.0.0.0/8, or leave it out when there is none" },
  },
  ANXIN_FAULT: {
    problem: { zh: "正式运行不能设断点", en: "a production server must not be told to fail" },
    remedy: { zh: "去掉这个设置", en: "Remove this setting" },
  },
  ...Object.fromEntries([...Object.keys(OIDC_FIELDS), ...Object.keys(S3_FIELDS)].map((field) => [field, INCOMPLETE])),
  DATABASE_URL_SERVER: {
    problem: { zh: "不是 PostgreSQL 连接地址", en: "this is no PostgreSQL address" },
    remedy: { zh: "写服务器自己的账号（anxin_server）的连接地址，或者不写", en: "Write the address for the server's own role (anxin_server), or leave it out" },
  },
};
