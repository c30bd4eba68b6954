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

/** A handler's answer that is JSON in bytes already, because to make it in one go would keep everybody else waiting. Whoever writes it answers for its shape. */
export class WrittenJson {
  readonly bytes: Buffer;
  constructor(bytes: Buffer) { this.bytes = bytes; }
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
  readonly handler: (call: Call<Params, Query, Body>) => Promise<Reply | Refused | WrittenJson> | Reply | Refused | WrittenJson;
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
    if (answer instanceof WrittenJson) return reply.type("application/json; charset=utf-8").send(answer.bytes);
    if (replySchema === null) return reply.code(204).send();
    return reply.type("application/json; charset=utf-8").send(JSON.stringify(replySchema.parse(answer)));
  };
  return {
    method, url, access, handler, ...(bodyBytesMax === undefined ? {} : { bodyBytesMax }),
    contract: { summary, ...(params ? { params } : {}), ...(query ? { query } : {}), ...(body ? { body } : {}), reply: replySchema, checked: true, ...(problems ? { problems } : {}) },
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
  problem: { zh: "填的内容不合要求", en: "What is filled in does not fit here" },
  remedy: { zh: "检查这一项，改好再提交。", en: "Check it, put it right and send it again." },
};
const USUAL: Readonly<Record<string, Omit<FieldProblem, "field">>> = {
  invalid_type: { problem: { zh: "没有填，或者填的不对", en: "Missing, or not what is asked for" }, remedy: { zh: "填好再提交。", en: "Fill it in and send it again." } },
  too_small: { problem: { zh: "没有填，或者太短", en: "Empty, or too short" }, remedy: { zh: "填好再提交。", en: "Fill it in and send it again." } },
  too_big: { problem: { zh: "太长了", en: "Too long" }, remedy: { zh: "缩短后再提交。", en: "Shorten it and send it again." } },
  unrecognized_keys: { problem: { zh: "多了不认识的内容", en: "There is something nobody asked for" }, remedy: { zh: "去掉多余的，再提交。", en: "Leave it out and send it again." } },
};
