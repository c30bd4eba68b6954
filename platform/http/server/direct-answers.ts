import type { IncomingMessage, ServerResponse } from "node:http";
import type { FastifyInstance } from "fastify";
import type { Log } from "../log.ts";
import { newRequestId } from "../request-id.ts";
import type { Route } from "./route.ts";

type DirectParts = { readonly log: Log; readonly headers: Readonly<Record<string, string>>; readonly urlLengthMax: number; readonly isStopping: () => boolean };

/**
 * Answers what routes have ready (`Route.direct`) before anything else looks at the request: for what is asked a thousand times a second and needs neither a session
 * nor the database. Everything they do not answer, and every other request, goes the usual way, so both ways give the same answer. Headers and the line in the log are the same too.
 */
export function answerDirectly(app: FastifyInstance, routes: readonly Route[], { log, headers, urlLengthMax, isStopping }: DirectParts): void {
  const direct = new Map(routes.flatMap((route) => (route.direct === undefined ? [] : [[route.url, route.direct] as const])));
  if (direct.size === 0) return;
  const usual = app.server.listeners("request") as ((request: IncomingMessage, response: ServerResponse) => void)[];
  app.server.removeAllListeners("request");
  const always = Object.entries(headers).flat();
  app.server.on("request", (request: IncomingMessage, response: ServerResponse) => {
    const started = performance.now();
    const url = request.url ?? "";
    const cut = url.indexOf("?");
    const answer = request.method !== "GET" || cut < 0 || url.length > urlLengthMax || isStopping() ? undefined : direct.get(url.slice(0, cut));
    const found = answer === undefined ? null : readyAnswer(answer, url.slice(cut + 1));
    if (found === null) {
      for (const each of usual) each.call(app.server, request, response);
      return;
    }
    const requestId = newRequestId();
    response.writeHead(200, [...always, "x-request-id", requestId, ...found.headers, "content-length", String(found.body.length)]);
    response.end(found.body);
    log.info("request", { requestId, method: "GET", route: url.slice(0, cut), status: 200, milliseconds: Math.round((performance.now() - started) * 10) / 10 });
  });
}

/** What goes wrong here goes wrong the usual way as well, where it is told in words. */
function readyAnswer(answer: NonNullable<Route["direct"]>, query: string): ReturnType<NonNullable<Route["direct"]>> {
  try {
    return answer(query);
  } catch {
    return null;
  }
}
