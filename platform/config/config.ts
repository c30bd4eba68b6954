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
};

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
  if (port === null || publicUrl === null || problems.length > 0) return { config: null, problems };
  const absolute = (path: string): string => (isAbsolute(path) ? path : join(folder, path));
  return {
    config: {
      port, publicUrl: publicUrl.replace(/\/+$/, ""), databaseUrl, serverDatabaseUrl,
      packFolder: absolute(given("PACK") ?? DEFAULT_PACK), dataFolder: absolute(given("ANXIN_DATA") ?? ".data"),
    },
    problems,
  };
}

/** Paths are put behind it, and it is shown to residents: no question, no part, no password. */
function isPlainAddress(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { search, hash, username, password } = new URL(address);
  return search + hash + username + password === "" && !/[?#]/.test(address);
}

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
  DATABASE_URL_SERVER: {
    problem: { zh: "不是 PostgreSQL 连接地址", en: "this is no PostgreSQL address" },
    remedy: { zh: "写服务器自己的账号（anxin_server）的连接地址，或者不写", en: "Write the address for the server's own role (anxin_server), or leave it out" },
  },
};
