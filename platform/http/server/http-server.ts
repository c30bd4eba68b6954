import Fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from "fastify";
import type { Access } from "../access.ts";
import type { Log } from "../log.ts";
import { newRequestId } from "../request-id.ts";
import { securityHeaders } from "../security-headers.ts";
import { authorizeRequests, type Authenticate } from "./authorize.ts";
import { answerDirectly } from "./direct-answers.ts";
import { answerBrokenRequests } from "./broken-requests.ts";
import { HTTP_LIMITS, type HttpLimits } from "./limits.ts";
import { answerProblems, type ProblemPageFacts, type SendProblem } from "./problems.ts";
import { logRequests } from "./request-log.ts";
import type { Route } from "./route.ts";
import { healthRoutes } from "./health.ts";

/** What the server needs of the product: its words for problems, its state of readiness, where it is found. */
export type HttpServerOptions = {
  readonly log: Log;
  readonly publicUrl: string;
  /** CSP source of the style sheet inside pages. */
  readonly styleHash: string;
  /** The page that tells a person of a problem. */
  readonly problemPage: (facts: ProblemPageFacts) => string;
  /** What keeps the server from serving, by name; nothing when all is well. Asked by `/readyz`. */
  readonly missing: () => Promise<readonly string[]>;
  readonly limits?: Partial<HttpLimits>;
  /** Addresses or ranges of proxies in front: what they say of the caller's address (`x-forwarded-for`) is believed. Left out: nobody is, or anybody could say they are somebody else. */
  readonly proxies?: readonly string[];
  /** Left out: nobody can sign in, and only public routes answer. */
  readonly authenticate?: Authenticate;
};

/** The one HTTP server, before and while it listens. */
export type HttpServer = {
  readonly app: FastifyInstance;
  /** Every declared route, for review and for the test of access. */
  readonly routes: readonly Route[];
  readonly declare: (...routes: readonly Route[]) => void;
  readonly sendProblem: SendProblem;
  /** No more routes after this; needed before `inject`. */
  readonly ready: () => Promise<void>;
  /** Gives the port once requests are answered. Rejects with the system's error, `EADDRINUSE` when the port is taken. */
  readonly listen: (port: number, host?: string) => Promise<number>;
  /** Takes no new requests and lets running ones end, for `stopMilliseconds` at most. */
  readonly stop: () => Promise<void>;
};

declare module "fastify" {
  interface FastifyContextConfig { access?: Access; takesJson?: boolean; takesCsv?: boolean; takesForm?: boolean }
}

/** The HTTP server of the house: declared routes, problems in words, safe headers, bounds on everything that arrives. */
export function createHttpServer(options: HttpServerOptions): HttpServer {
  const limits = { ...HTTP_LIMITS, ...options.limits };
  const routes: Route[] = [];
  let stopping = false;
  const app = Fastify({
    logger: false,
    genReqId: newRequestId,
    trustProxy: options.proxies === undefined || options.proxies.length === 0 ? false : [...options.proxies],
    bodyLimit: limits.bodyBytesMax,
    requestTimeout: limits.requestMilliseconds,
    keepAliveTimeout: limits.keepAliveMilliseconds,
    forceCloseConnections: "idle",
    routerOptions: { ignoreTrailingSlash: true, maxParamLength: 200 },
    http: { headersTimeout: limits.headersMilliseconds, maxHeaderSize: limits.headerBytesMax, connectionsCheckingInterval: 1_000 },
    clientErrorHandler: answerBrokenRequests(options.log),
    // Addresses that match nothing as they cannot be taken apart; these pass no hook.
    frameworkErrors: ({ code }, request, reply) => {
      const status = isTooLong(request) ? 414 : code === "FST_ERR_MAX_PARAM_LENGTH" ? 404 : 400;
      options.log.info("address-refused", { requestId: request.id, status });
      void sendProblem(request, withHeaders(request, reply), status);
    },
  });
  const headers = securityHeaders(options);
  const withHeaders = (request: FastifyRequest, reply: FastifyReply) => reply.headers(headers).header("x-request-id", request.id);
  const isTooLong = (request: FastifyRequest) => (request.raw.url ?? "").length > limits.urlLengthMax;
  const sendProblem = answerProblems(app, options);
  app.removeAllContentTypeParsers();
  // Kept as bytes: each route reads them by its own schema and says in words what is wrong.
  app.addContentTypeParser(["application/json", "text/csv", "application/x-www-form-urlencoded"], { parseAs: "buffer" }, (_request, body, done) => { done(null, body); });
  app.addHook("onRequest", async (request, reply) => {
    withHeaders(request, reply);
    return isTooLong(request) ? sendProblem(request, reply, 414) : undefined;
  });
  app.addHook("onRoute", ({ url, config }) => {
    if (config?.access === undefined) throw new Error(`${url} does not say who may call it`);
  });
  app.addHook("preParsing", async (request, reply) => {
    const { access, takesJson, takesCsv, takesForm } = request.routeOptions.config;
    const type = request.headers["content-type"] ?? "";
    const isRefused = (type.startsWith("application/json") && takesJson !== true) || (type.startsWith("text/csv") && takesCsv !== true) || (type.startsWith("application/x-www-form-urlencoded") && takesForm !== true);
    if (access !== undefined && isRefused) void sendProblem(request, reply, 415);
  });
  authorizeRequests(app, options.authenticate ?? (async () => null), sendProblem);
  logRequests(app, options.log);

  function declare(...declared: readonly Route[]): void {
    for (const route of declared) {
      const { method, url, access, handler, contract, bodyBytesMax, takesForm = false } = route;
      app.route({ method, url, handler, config: { access, takesJson: contract?.body !== undefined, takesCsv: contract?.csv === true, takesForm }, ...(bodyBytesMax === undefined ? {} : { bodyLimit: bodyBytesMax }) });
      routes.push(route);
    }
  }
  declare(...healthRoutes({ missing: async () => (stopping ? ["stopping"] : options.missing()), sendProblem }));

  let sealed: Promise<void> | null = null;
  async function seal(): Promise<void> {
    refuseOtherMethods(app, routes, sendProblem);
    await app.ready();
    answerDirectly(app, routes, { log: options.log, headers, urlLengthMax: limits.urlLengthMax, isStopping: () => stopping });
  }
  const ready = (): Promise<void> => (sealed ??= seal());
  return {
    app, routes, declare, sendProblem, ready,
    listen: async (port, host) => {
      await ready();
      await listenOn(app, port, host);
      const address = app.server.address();
      return typeof address === "object" && address !== null ? address.port : port;
    },
    stop: async () => {
      stopping = true;
      const timer = setTimeout(() => app.server.closeAllConnections(), limits.stopMilliseconds);
      await app.close();
      clearTimeout(timer);
    },
  };
}

/** Every address answers every method: what it does not do is told with 405 and `Allow`. */
function refuseOtherMethods(app: FastifyInstance, routes: readonly Route[], sendProblem: SendProblem): void {
  for (const [url, access] of new Map(routes.map((route) => [route.url, route.access]))) {
    const known = routes.filter((route) => route.url === url).flatMap(({ method }) => (method === "GET" ? ["GET", "HEAD"] : [method]));
    app.route({
      method: METHODS.filter((method) => !known.includes(method)), url, config: { access },
      // Before the body is looked at: nobody should upload for a refusal.
      onRequest: async (request, reply) => sendProblem(request, reply.header("allow", known.join(", ")), 405),
      handler: () => undefined,
    });
  }
}

const METHODS = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE"];

/** All addresses of the machine; IPv4 alone where there is no IPv6. */
async function listenOn(app: FastifyInstance, port: number, host?: string): Promise<void> {
  try {
    await app.listen({ port, host: host ?? "::" });
  } catch (error) {
    const code = error instanceof Error && "code" in error ? error.code : null;
    if (host !== undefined || (code !== "EAFNOSUPPORT" && code !== "EADDRNOTAVAIL")) throw error;
    await app.listen({ port, host: "0.0.0.0" });
  }
}

