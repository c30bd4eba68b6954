import type { FastifyInstance } from "fastify";
import type { Log } from "../log.ts";

/**
 * One line a request: which route, how it ended, how long it took. The pattern, not the path; no query, no address, no
 * browser, no body. The number of the request is what a person can name on the telephone.
 */
export function logRequests(app: FastifyInstance, log: Log): void {
  app.addHook("onResponse", async (request, reply) => {
    log.info("request", {
      requestId: request.id, method: request.method, route: request.routeOptions.url ?? "none",
      status: reply.statusCode, milliseconds: Math.round(reply.elapsedTime * 10) / 10,
    });
  });
}
