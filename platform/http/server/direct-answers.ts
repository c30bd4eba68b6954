import type { IncomingMessage, ServerResponse } from "node:http";
import type { FastifyInstance } from "fastify";
import type { Log } from "../log.ts";
import { newRequestId } from "../request-id.ts";
import type { Route } from "./route.ts";

type DirectParts = { readonly log: Log; readonly headers: Readonly<Record<string, string>>; readonly urlLengthMax: number; readonly isStopping: () => boolean };

/**
 * Answers what routes have ready (`Route.direct`) before anything else looks at the request: for what is asked a thousand times a second and needs neither a session
 * nor the database. Everything they do not answer, and every other request, goes the usual way, so both ways give the same answer. The line in the log is the same too; of the headers those
 * that say something of data: the others speak of what a page may load.
 */
export function answerDirectly(app: FastifyInstance, routes: readonly Route[], { log, headers, urlLengthMax, isStopping }: DirectParts): void {
  const direct = new Map(routes.flatMap((route) => (route.direct === undefined ? [] : [[route.url, route.direct] as const])));
  if (direct.size === 0) return;
  const usual = app.server.listeners("request") as ((request: IncomingMessage, response: ServerResponse) => void)[];
  app.server.removeAllListeners("request");
  const always = Object.entries(headers).filter(([name]) => OF_DATA.has(name)).flat();
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
    if (waiting.length === 0) setImmediate(sendWaiting);
    waiting.push(response, found.body);
    log.info("request", { requestId, method: "GET", route: url.slice(0, cut), status: 200, milliseconds: Math.round((performance.now() - started) * 10) / 10 });
  });

  /** Whatever came in together is answered together: who asks is woken once, not for every answer. */
  const waiting: (ServerResponse | string)[] = [];
  function sendWaiting(): void {
    const ready = waiting.splice(0);
    // A text of bytes goes out in one piece with its head.
    for (let at = 0; at < ready.length; at += 2) (ready[at] as ServerResponse).end(ready[at + 1], "latin1");
  }
}

const OF_DATA: ReadonlySet<string> = new Set(["x-content-type-options", "cross-origin-resource-policy", "strict-transport-security"]);

/** What goes wrong here goes wrong the usual way as well, where it is told in words. */
function readyAnswer(answer: NonNullable<Route["direct"]>, query: string): ReturnType<NonNullable<Route["direct"]>> {
  try {
    return answer(query);
  } catch {
    return null;
  }
}
