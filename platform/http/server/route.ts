import type { LocalText } from "#platform/i18n";
import type { FastifyReply, FastifyRequest } from "fastify";
import type { z } from "zod";
import type { Access } from "../access.ts";

/** What a route takes and gives, for validation and for the description of the interface (OpenAPI). */
export type RouteContract = {
  readonly summary: LocalText;
  readonly params?: z.ZodType;
  readonly query?: z.ZodType;
  readonly body?: z.ZodType;
  /** Fields of a multipart form, where one is taken instead of JSON. */
  readonly form?: z.ZodType;
  /** A table as CSV is taken instead of JSON. */
  readonly csv?: true;
  /** Null: nothing comes back (204), or a file. */
  readonly reply: z.ZodType | null;
  /** Media type of the file that is sent instead of JSON (200). A range, where it depends on the file. */
  readonly file?: string;
  /** What was sent is held against the schemas before anything is done; what does not fit is refused (422). */
  readonly checked?: true;
  /** Heading in the description; the second part of the address when left out. */
  readonly tag?: string;
  /** Problem states besides those every route may answer with. */
  readonly problems?: readonly number[];
};

/** A route as its module declares it; without `access` it does not compile, and at run time the server refuses to start. */
export type Route = {
  readonly method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
  /** Path with `:names`. GET answers HEAD as well. */
  readonly url: string;
  readonly access: Access;
  /** Absent for pages and files. */
  readonly contract?: RouteContract;
  /** A form is taken as browsers send it without files (`application/x-www-form-urlencoded`): the body is its bytes. */
  readonly takesForm?: true;
  /** Bytes of the body; the server's usual bound when left out. */
  readonly bodyBytesMax?: number;
  /**
   * For GET without names in the path, open to everybody: the answer to a query that is ready without waiting for anything, or null when the handler is to give it. The
   * handler gives the same. `headers`: names and values in turn. `body`: its bytes, each as one sign (latin1).
   */
  readonly direct?: (query: string) => { readonly headers: readonly string[]; readonly body: string } | null;
  readonly handler: (request: FastifyRequest, reply: FastifyReply) => unknown;
};
