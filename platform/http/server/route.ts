import type { FastifyReply, FastifyRequest } from "fastify";
import type { Access } from "../access.ts";

/** A route as its module declares it; without `access` it does not compile, and at run time the server refuses to start. */
export type Route = {
  readonly method: "GET" | "POST";
  /** Path with `:names`. GET answers HEAD as well. */
  readonly url: string;
  readonly access: Access;
  readonly handler: (request: FastifyRequest, reply: FastifyReply) => unknown;
};
