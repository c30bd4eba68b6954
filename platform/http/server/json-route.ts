import type { LocalText } from "#platform/i18n";
import type { FastifyReply, FastifyRequest } from "fastify";
import type { z } from "zod";
import type { Access } from "../access.ts";
import { httpProblem, type FieldProblem, type Problem } from "../problem.ts";
import type { SignedIn } from "../signed-in.ts";
import type { SendProblem } from "./problems.ts";
import type { Route } from "./route.ts";
import { unkeepableTexts } from "./unkeepable-text.ts";

/** What a handler knows of a call: everything already validated. `signedIn` is null on public routes nobody signed in for. */
export type Call<Params, Query, Body> = {
  readonly params: Params;
  readonly query: Query;
  readonly body: Body;
  readonly signedIn: SignedIn | null;
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
};

/** A handler's answer that refuses: sent as RFC 9457 in the caller's language. */
export class Refused {
  readonly problem: Problem;
  constructor(problem: Problem) { this.problem = problem; }
}

/** Refuses a call with this status and, where given, closer words than the status has. */
export function refuse(status: number, closer: Partial<Omit<Problem, "status">> = {}): Refused {
  return new Refused(httpProblem(status, closer));
}

type JsonRoute<Params, Query, Body, Reply> = {
  readonly method: Route["method"];
  readonly url: string;
  readonly access: Access;
  readonly summary: LocalText;
  readonly params?: z.ZodType<Params>;
  readonly query?: z.ZodType<Query>;
  readonly body?: z.ZodType<Body>;
  /** Checked on the way out too: what the description promises is what comes. Null: 204 without content. */
  readonly reply: z.ZodType<Reply> | null;
  readonly problems?: readonly number[];
  readonly bodyBytesMax?: number;
  readonly handler: (call: Call<Params, Query, Body>) => Promise<Reply | Refused> | Reply | Refused;
};

/** Declares a route that takes and gives JSON: validated against its schemas, described by them, problems in words. */
export function jsonRoute<Params = undefined, Query = undefined, Body = undefined, Reply = undefined>(
  http: { readonly sendProblem: SendProblem }, route: JsonRoute<Params, Query, Body, Reply>,
): Route {
  const { method, url, access, summary, params, query, body, reply: replySchema, problems, bodyBytesMax } = route;
  const handler: Route["handler"] = async (request, reply) => {
    const faults: FieldProblem[] = [];
    const given = {
      params: read(params, request.params, "params", faults),
      query: read(query, request.query, "query", faults),
      body: body === undefined ? undefined : readBody(body, request.body, faults),
    };
    if (faults.length > 0) {
      const [first] = faults;
      return http.sendProblem(request, reply, httpProblem(422, { field: first?.field ?? null, ...(first === undefined ? {} : { problem: first.problem, remedy: first.remedy }), errors: faults }));
    }
    const answer = await route.handler({ ...given, signedIn: request.signedIn, request, reply } as Call<Params, Query, Body>);
    if (answer instanceof Refused) return http.sendProblem(request, reply, answer.problem);
    reply.header("cache-control", reply.getHeader("cache-control") ?? "no-store");
    if (replySchema === null) return reply.code(204).send();
    return reply.type("application/json; charset=utf-8").send(JSON.stringify(replySchema.parse(answer)));
  };
  return {
    method, url, access, handler, ...(bodyBytesMax === undefined ? {} : { bodyBytesMax }),
    contract: { summary, ...(params ? { params } : {}), ...(query ? { query } : {}), ...(body ? { body } : {}), reply: replySchema, ...(problems ? { problems } : {}) },
  };
}

function read(schema: z.ZodType | undefined, value: unknown, where: string, faults: FieldProblem[]): unknown {
  if (schema === undefined) return undefined;
  const unkeepable = unkeepableTexts(value, where);
  if (unkeepable.length > 0) { faults.push(...unkeepable); return undefined; }
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  faults.push(...parsed.error.issues.map(wordsOf));
  return undefined;
}

function readBody(schema: z.ZodType, value: unknown, faults: FieldProblem[]): unknown {
  if (!(value instanceof Buffer)) { faults.push(NOT_JSON); return undefined; }
  try {
    return read(schema, JSON.parse(value.toString("utf8")), "body", faults);
  } catch {
    faults.push(NOT_JSON);
    return undefined;
  }
}

const NOT_JSON: FieldProblem = {
  field: "body",
  problem: { zh: "内容不是 JSON", en: "The content is not JSON" },
  remedy: { zh: "以 application/json 发送一个 JSON 对象。", en: "Send a JSON object as application/json." },
};

/** A schema may carry its own words in `message` as `zh|en|remedy zh|remedy en`; otherwise the kind of fault is told. */
function wordsOf({ path, message, code }: z.core.$ZodIssue): FieldProblem {
  const field = path.map(String).join(".");
  const [zh, en, remedyZh, remedyEn] = message.split("|");
  if (zh && en && remedyZh && remedyEn) return { field, problem: { zh, en }, remedy: { zh: remedyZh, en: remedyEn } };
  return { field, ...(USUAL[code] ?? USUAL_OTHER) };
}

const USUAL_OTHER = {
  problem: { zh: "这个值不能用", en: "This value cannot be used" },
  remedy: { zh: "按接口说明填写。", en: "Fill it in as the description of the interface says." },
};
const USUAL: Readonly<Record<string, Omit<FieldProblem, "field">>> = {
  invalid_type: { problem: { zh: "没有填，或者类型不对", en: "Missing, or of the wrong type" }, remedy: { zh: "按要求的类型填写。", en: "Give a value of the type asked for." } },
  too_small: { problem: { zh: "太短、太小或者没有填", en: "Too short, too small or empty" }, remedy: { zh: "填写后再提交。", en: "Fill it in and send it again." } },
  too_big: { problem: { zh: "太长或者太大", en: "Too long or too large" }, remedy: { zh: "缩短后再提交。", en: "Shorten it and send it again." } },
  unrecognized_keys: { problem: { zh: "有不认识的字段", en: "There is a field nobody knows" }, remedy: { zh: "去掉多余的字段。", en: "Leave the extra field out." } },
};
