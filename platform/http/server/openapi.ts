import { inLanguage, type Language, type LocalText } from "#platform/i18n";
import { z } from "zod";
import { problemWords } from "../problem-words.ts";
import type { Access } from "../access.ts";
import type { Route } from "./route.ts";

/** A description of the interface, as OpenAPI 3.1 defines it; only the members we write. */
export type OpenApi = {
  readonly openapi: "3.1.1";
  readonly info: { readonly title: string; readonly version: string; readonly description: string };
  readonly servers: readonly { readonly url: string }[];
  readonly paths: Readonly<Record<string, Readonly<Record<string, OpenApiOperation>>>>;
  readonly components: Readonly<Record<string, unknown>>;
};

/** One way to call one address. `x-access` says in words who may. */
export type OpenApiOperation = {
  readonly operationId: string;
  readonly summary: string;
  readonly description: string;
  readonly tags: readonly string[];
  readonly security: readonly Readonly<Record<string, readonly string[]>>[];
  readonly parameters?: readonly { readonly name: string; readonly in: "path" | "query"; readonly required: boolean; readonly schema: unknown }[];
  readonly requestBody?: { readonly required: true; readonly content: Readonly<Record<string, { readonly schema: unknown }>> };
  readonly responses: Readonly<Record<string, unknown>>;
};

type Described = { readonly title: LocalText; readonly version: string; readonly publicUrl: string; readonly language: Language; readonly cookieName: string };

/** Describes every route that has a contract, from the very schemas the server validates with: the description cannot say something else than the server does. */
export function describeInterface(routes: readonly Route[], { title, version, publicUrl, language, cookieName }: Described): OpenApi {
  const paths: Record<string, Record<string, OpenApiOperation>> = {};
  for (const route of routes) {
    if (route.contract === undefined) continue;
    const path = route.url.replace(/:(\w+)/gu, "{$1}");
    paths[path] = { ...paths[path], [route.method.toLowerCase()]: operationOf(route, route.contract, language) };
  }
  return {
    openapi: "3.1.1",
    info: { title: inLanguage(title, language), version, description: inLanguage(ABOUT, language) },
    servers: [{ url: publicUrl }],
    paths,
    components: {
      securitySchemes: {
        session: { type: "apiKey", in: "cookie", name: cookieName, description: inLanguage(SESSION, language) },
        csrf: { type: "apiKey", in: "header", name: "x-csrf-token", description: inLanguage(CSRF, language) },
      },
      schemas: { Problem: PROBLEM },
    },
  };
}

function operationOf({ method, url, access }: Route, contract: NonNullable<Route["contract"]>, language: Language): OpenApiOperation {
  const { summary, params, query, body, form, checked, problems = [] } = contract;
  const parameters = [...parametersOf(params, "path"), ...parametersOf(query, "query")];
  const isChange = method !== "GET";
  const refusals = new Set([...(access.who === "public" ? [] : [401]), ...(access.who === "permitted" || isChange ? [403] : []), ...(checked === true && (parameters.length > 0 || body !== undefined) ? [422] : []), ...problems]);
  return {
    operationId: `${method.toLowerCase()}${url.replace(/[/:-](\w)/gu, (_sign, letter: string) => letter.toUpperCase()).replace(/\W/gu, "")}`,
    summary: inLanguage(summary, language), description: inLanguage(accessInWords(access), language), tags: [contract.tag ?? url.split("/")[2] ?? ""],
    security: access.who === "public" ? [] : [{ session: [], ...(isChange ? { csrf: [] } : {}) }],
    ...(parameters.length === 0 ? {} : { parameters }),
    ...(body === undefined ? {} : { requestBody: { required: true, content: { "application/json": { schema: schemaOf(body, "input") } } } }),
    ...(form === undefined ? {} : { requestBody: { required: true, content: { "multipart/form-data": { schema: schemaOf(form, "input") } } } }),
    ...(contract.csv === true ? { requestBody: { required: true, content: { "text/csv": { schema: { type: "string" } } } } } : {}),
    responses: {
      ...answerOf(contract, method, language),
      ...Object.fromEntries([...refusals].toSorted((one, other) => one - other).map((status) => [status, { description: inLanguage(problemWords(status).problem, language), content: { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } } }])),
    },
  };
}

function answerOf({ form, reply, file }: NonNullable<Route["contract"]>, method: Route["method"], language: Language): Readonly<Record<string, unknown>> {
  if (file !== undefined) return { 200: { description: inLanguage(FILE, language), content: { [file]: { schema: { type: "string", format: "binary" } } } } };
  if (reply === null) return { 204: { description: inLanguage(DONE, language) } };
  return { [method === "POST" && form !== undefined ? 201 : 200]: { description: inLanguage(ANSWER, language), content: { "application/json": { schema: schemaOf(reply, "output") } } } };
}

function parametersOf(schema: z.ZodType | undefined, place: "path" | "query") {
  if (schema === undefined) return [];
  const { properties = {}, required = [] } = schemaOf(schema, "input") as { properties?: Record<string, unknown>; required?: string[] };
  return Object.entries(properties).map(([name, property]) => ({ name, in: place, required: place === "path" || required.includes(name), schema: property }));
}

/** JSON Schema 2020-12, which OpenAPI 3.1 takes as it is. */
function schemaOf(schema: z.ZodType, io: "input" | "output"): unknown {
  const { $schema: _dialect, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: "any" }) as Record<string, unknown>;
  return rest;
}

/** Who may call, in words. */
export function accessInWords(access: Access): LocalText {
  if (access.who === "public") return { zh: "谁都可以调用", en: "Anybody may call it" };
  if (access.who === "signed-in") return { zh: "登录的人可以调用", en: "Whoever is signed in may call it" };
  const list = access.permissions.join(", ");
  return { zh: `有这些权限之一的人可以调用：${list}`, en: `Needs one of: ${list}` };
}

const ABOUT = {
  zh: "安心的接口。拒绝都是 RFC 9457 的 application/problem+json，写明哪个字段、什么问题、怎么改；用 Accept-Language 选中文或英文。",
  en: "The interface of Anxin. Every refusal is application/problem+json (RFC 9457) with field, problem and remedy, in Chinese or English by Accept-Language.",
};
const SESSION = { zh: "登录后得到的 Cookie", en: "The cookie that signing in gives" };
const CSRF = { zh: "GET /api/session 给出的 csrfToken；改动都要带上", en: "The csrfToken of GET /api/session; everything that changes something carries it" };
const DONE = { zh: "办好了，没有内容", en: "Done, without content" };
const FILE = { zh: "一个文件", en: "A file" };
const ANSWER = { zh: "结果", en: "The answer" };
const PROBLEM = {
  type: "object", required: ["type", "title", "status", "detail", "problem", "remedy", "requestId"],
  properties: {
    type: { type: "string", const: "about:blank" }, title: { type: "string" }, status: { type: "integer" }, detail: { type: "string" }, field: { type: ["string", "null"] }, problem: { type: "string" }, remedy: { type: "string" },
    reasons: { type: "array", items: { type: "string" } },
    errors: { type: "array", items: { type: "object", required: ["field", "problem", "remedy"], properties: { field: { type: "string" }, problem: { type: "string" }, remedy: { type: "string" } } } },
    facts: { type: "object" }, requestId: { type: "string" },
  },
};
