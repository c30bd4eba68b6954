import { everybody } from "#platform/http";
import { makeRepresentation, representationCache, sendRepresentation, type HttpServer, type Route } from "#platform/http/server";
import type { FastifyReply, FastifyRequest } from "fastify";
import type { NoticePortal } from "./portal.ts";
import type { NoticeSnapshot } from "./snapshot.ts";
import { withheldProblem } from "./withheld.ts";

type PageRoutesOptions = { readonly http: Pick<HttpServer, "sendProblem">; readonly portal: NoticePortal; readonly snapshot: () => NoticeSnapshot };

/** Every page fetched by address, in Chinese and under `/en`, and the exact text of each notice. `forget` drops what was rendered. */
export function pageRoutes({ http, portal, snapshot }: PageRoutesOptions): { readonly routes: readonly Route[]; readonly forget: () => void } {
  const cache = representationCache(ENTRIES_MAX);

  async function answerPage(pattern: string, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
    const shown = snapshot();
    const { id } = shown;
    const withheld = withheldProblem(shown, paramsOf(request)["notice"] ?? "");
    if (withheld !== null) return http.sendProblem(request, reply, withheld);
    const address = portal.address(request.raw.url ?? "/");
    const made = await cache.get(`${id}|${portal.edition()}|${address}`, async () => {
      const page = portal.page(pattern, address, paramsOf(request), shown);
      return page === null ? null : makeRepresentation(page.html, {
        "content-type": "text/html; charset=utf-8", "content-language": languageOf(address), "cache-control": "public, no-cache",
      }, page.isGone ? 410 : 200);
    });
    return made === null ? http.sendProblem(request, reply, 404) : sendRepresentation(request, reply, made);
  }

  async function answerText(request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
    const shown = snapshot();
    const { id, notices } = shown;
    const key = paramsOf(request)["notice"] ?? "";
    const withheld = withheldProblem(shown, key);
    if (withheld !== null) return http.sendProblem(request, reply, withheld);
    const made = await cache.get(`${id}|text|${key}`, async () => {
      const notice = notices.find((candidate) => candidate.key === key);
      return notice === undefined ? null : makeRepresentation(notice.text, {
        "content-type": "text/plain; charset=utf-8", "content-language": "zh-CN", "cache-control": "public, no-cache",
      });
    });
    return made === null ? http.sendProblem(request, reply, 404) : sendRepresentation(request, reply, made);
  }

  const routes = bothLanguages("/n/:notice/text.txt").map((url): Route => ({
    method: "GET", url, access: everybody("the released text of a notice, byte for byte"), handler: answerText,
  }));
  for (const pattern of portal.patterns) {
    for (const url of bothLanguages(pattern)) {
      routes.push({
        method: "GET", url, access: everybody("a page for residents, of released notices only"),
        handler: (request, reply) => answerPage(pattern, request, reply),
      });
    }
  }
  return { routes, forget: cache.clear };
}

/** A Chinese path and its English twin. */
export function bothLanguages(pattern: string): string[] {
  return [pattern, pattern === "/" ? "/en" : `/en${pattern}`];
}

/** Pages by views are a few hundred. */
const ENTRIES_MAX = 1_000;

function paramsOf({ params }: FastifyRequest): Readonly<Record<string, string>> {
  return params as Record<string, string>;
}

function languageOf(address: string): string {
  return /^\/en(\/|\?|$)/.test(address) ? "en" : "zh-CN";
}
