import type { Language } from "#platform/i18n";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { callerLanguage, wantsPage } from "../caller.ts";
import type { Log } from "../log.ts";
import { httpProblem, problemDetails, type Problem } from "../problem.ts";

/** What a problem page is made from. `url` is the address as asked, path and query. */
export type ProblemPageFacts = { readonly problem: Problem; readonly language: Language; readonly url: string; readonly requestId: string };

/** Answers with a problem, as a page or as JSON, in the caller's language. A bare status gets its usual words. */
export type SendProblem = (request: FastifyRequest, reply: FastifyReply, problem: Problem | number) => FastifyReply;

/** Makes every failure of the server a problem with words: unknown addresses, bodies refused, and our own mistakes. */
export function answerProblems(
  app: FastifyInstance, { log, problemPage }: { log: Log; problemPage: (facts: ProblemPageFacts) => string },
): SendProblem {
  const sendProblem: SendProblem = (request, reply, given) => {
    const problem = typeof given === "number" ? httpProblem(given) : given;
    const url = request.raw.url ?? "/";
    const language = callerLanguage(url, request.headers["accept-language"]);
    reply.code(problem.status).header("content-language", language).header("cache-control", "no-store").header("vary", "accept, accept-language");
    if (problem.status === 503) reply.header("retry-after", "10");
    return wantsPage(request.headers.accept)
      ? reply.type("text/html; charset=utf-8").send(problemPage({ problem, language, url, requestId: request.id }))
      : reply.type("application/problem+json; charset=utf-8").send(JSON.stringify(problemDetails(problem, language, request.id)));
  };
  app.setNotFoundHandler((request, reply) => sendProblem(request, reply, 404));
  app.setErrorHandler((error, request, reply) => {
    const status = statusOf(error);
    if (status >= 500) log.error("request-failed", { requestId: request.id, ...traceOf(error) });
    return sendProblem(request, reply, status);
  });
  return sendProblem;
}

/** Only states we have words for: a library's own number says more about the library than to people. */
function statusOf(error: unknown): number {
  const status = error instanceof Error && "statusCode" in error ? Number(error.statusCode) : 500;
  return status >= 400 && status < 600 ? status : 500;
}

/** Where it happened, not what was said: messages may quote what a person sent. */
function traceOf(error: unknown): { error: string; code: string | null; at: readonly string[] } {
  if (!(error instanceof Error)) return { error: typeof error, code: null, at: [] };
  const frames = (error.stack ?? "").split("\n").filter((line) => /^\s+at /.test(line)).slice(0, 8).map((line) => line.trim());
  return { error: error.name, code: "code" in error ? String(error.code) : null, at: frames };
}
