import { everybody } from "#platform/http";
import { jsonRoute, refuse, sendOnce, type HttpServer, type Route } from "#platform/http/server";
import { dayInChina } from "#platform/i18n";
import type { FastifyReply, FastifyRequest } from "fastify";
import { z } from "zod";
import { answerQuestion, questionOn, type PackQuestion, type QuestionAnswer, type QuestionEdition } from "../question/index.ts";
import type { QuestionBook } from "./keep-questions.ts";

/** A question's page: the form as it was filled in, and the answer when anything was asked. */
export type QuestionPageView = { readonly question: PackQuestion; readonly asked: ReturnType<typeof questionOn>; readonly written: Readonly<Record<string, string>>; readonly answer: QuestionAnswer | null };


/** The pages as the routes need them: HTML by address. */
export type QuestionPortal = {
  readonly questions: (url: string, page: { readonly questions: readonly PackQuestion[] }) => string;
  readonly question: (url: string, page: QuestionPageView) => string;
};

type Parts = { readonly http: Pick<HttpServer, "sendProblem">; readonly portal: QuestionPortal; readonly book: QuestionBook; readonly policyNow: () => Date };

const HTML = { "content-type": "text/html; charset=utf-8" };

/** Questions that rules answer, as pages in Chinese and under `/en`, and as JSON. What is asked stands in the address alone; nothing is kept. */
export function questionRoutes({ http, portal, book, policyNow }: Parts): readonly Route[] {
  const asOf = () => ({ on: dayInChina(policyNow()), known: policyNow().toISOString() });
  const editionsOf = (question: PackQuestion): readonly QuestionEdition[] => book.editionsOf(question.rule);
  const find = (request: FastifyRequest): PackQuestion | undefined => book.questions.find(({ rule }) => rule === (request.params as { rule?: unknown }).rule);
  const page = (request: FastifyRequest, reply: FastifyReply, html: string, status = 200) => sendOnce(request, reply.code(status), html, { ...HTML, "content-language": /^\/en(?:[/?]|$)/u.test(addressOf(request)) ? "en" : "zh-CN" });
  async function one(request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
    const question = find(request);
    if (question === undefined) return http.sendProblem(request, reply, 404);
    const { size: _size, ...query } = request.query as Record<string, unknown>;
    const written = Object.fromEntries(Object.entries(query).flatMap(([name, value]) => (typeof value === "string" && value.length <= TEXT_MAX ? [[name, value]] : [])));
    const answer = Object.values(written).every((text) => text.trim() === "") ? null : answerQuestion(question, editionsOf(question), written, asOf());
    return page(request, reply, portal.question(addressOf(request), { question, asked: questionOn(editionsOf(question), asOf()), written, answer }), answer?.kind === "faults" ? 422 : 200);
  }
  return [
    ...["/ask", "/en/ask"].map((url): Route => ({ method: "GET", url, access: everybody("questions that anybody may ask"), handler: async (request, reply) => page(request, reply, portal.questions(addressOf(request), { questions: book.questions })) })),
    ...["/ask/:rule", "/en/ask/:rule"].map((url): Route => ({ method: "GET", url, access: everybody("the answer to what the caller asks; nothing is kept"), handler: one })),
    jsonRoute(http, {
      method: "GET", url: "/api/ask/:rule", access: everybody("the answer to what the caller asks; nothing is kept"), summary: { zh: "规则问答", en: "Ask a rule" }, params: z.object({ rule: z.string() }), query: z.record(z.string(), z.string()), reply: answerView, problems: [404, 422],
      handler: ({ params, query }) => {
        const question = book.questions.find(({ rule }) => rule === params.rule);
        if (question === undefined) return refuse(404);
        const answer = answerQuestion(question, editionsOf(question), query, asOf());
        if (answer.kind === "faults") { const [first] = answer.faults; return refuse(422, { field: first?.field ?? null, ...(first === undefined ? {} : { problem: first.problem, remedy: first.remedy }), errors: answer.faults.map((each) => ({ ...each })) }); }
        return {
          kind: answer.kind, asOf: asOf().known,
          ...(answer.kind === "decided" ? { value: answer.outcome.value, outcome: answer.outcome.name, reasons: { zh: [...answer.reasons.zh], en: [...answer.reasons.en] }, notice: question.notice, clauses: [...answer.clauses], sources: answer.sources.map(({ source, asOf: taken }) => ({ source: { ...source }, asOf: taken })), version: answer.version } : {}),
          ...(answer.kind === "needs" ? { needs: [...answer.facts] } : {}), ...(answer.kind === "none" ? { why: answer.why } : {}),
        };
      },
    }),
  ];
}

const TEXT_MAX = 200;
const words = z.object({ zh: z.string(), en: z.string() });
const answerView = z.object({
  kind: z.enum(["decided", "needs", "none"]), asOf: z.string(), value: z.string().optional(), outcome: words.optional(), reasons: z.object({ zh: z.array(z.string()), en: z.array(z.string()) }).optional(),
  notice: z.string().optional(), clauses: z.array(z.string()).optional(), sources: z.array(z.object({ source: words, asOf: z.string() })).optional(), version: z.number().optional(), needs: z.array(z.string()).optional(), why: z.string().optional(),
});
const addressOf = ({ raw }: FastifyRequest): string => raw.url ?? "/ask";
