import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { Access } from "../access.ts";
import { districtsWith, type SignedIn } from "../signed-in.ts";
import { httpProblem } from "../problem.ts";
import type { SendProblem } from "./problems.ts";

/** Finds who sends a request from its cookie; null when nobody is signed in. Asked once a request, before the body is read. */
export type Authenticate = (request: FastifyRequest) => Promise<SignedIn | null>;

declare module "fastify" {
  interface FastifyRequest { signedIn: SignedIn | null }
}

/**
 * Lets through only whom the route's access names. What changes something must also carry the session's token in a
 * header (`x-csrf-token`) and come from our own pages: another site can send cookies, not that.
 */
export function authorizeRequests(app: FastifyInstance, authenticate: Authenticate, sendProblem: SendProblem): void {
  app.decorateRequest("signedIn", null);
  app.addHook("onRequest", async (request, reply) => {
    const { access } = request.routeOptions.config;
    if (access === undefined || reply.sent) return;
    if (isForeign(request)) return sendProblem(request, reply, httpProblem(403, FOREIGN));
    if (access.who === "public" && request.headers.cookie === undefined) return;
    if (access.who === "public" && isSafe(request)) return;
    request.signedIn = await authenticate(request);
    return access.who === "public" ? undefined : check(request, reply, access, sendProblem);
  });
}

function check(request: FastifyRequest, reply: FastifyReply, access: Access, sendProblem: SendProblem): FastifyReply | undefined {
  const { signedIn } = request;
  if (signedIn === null) return sendProblem(request, reply, 401);
  if (access.who === "permitted" && access.permissions.every((permission) => districtsWith(signedIn, permission).length === 0)) return sendProblem(request, reply, 403);
  if (!isSafe(request) && request.headers["x-csrf-token"] !== signedIn.csrfToken) return sendProblem(request, reply, httpProblem(403, FOREIGN));
  return undefined;
}

const isSafe = ({ method }: FastifyRequest): boolean => method === "GET" || method === "HEAD";

/** Browsers say where a request comes from; programs without a browser say nothing and carry no stolen cookie. */
function isForeign(request: FastifyRequest): boolean {
  const site = request.headers["sec-fetch-site"];
  return !isSafe(request) && site !== undefined && site !== "same-origin" && site !== "none";
}

const FOREIGN = {
  problem: { zh: "这个请求不是从本站的页面发出的", en: "This request does not come from our own page" },
  remedy: { zh: "打开本站的页面，刷新后再做一次。", en: "Open the page on this site, reload it and do it again." },
};
