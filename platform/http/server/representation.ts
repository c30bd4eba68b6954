import { createHash } from "node:crypto";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";
import type { FastifyReply, FastifyRequest } from "fastify";
import { chooseCoding, type ContentCoding } from "../caller.ts";

/** An answer made once and sent many times: compressed beforehand, with a tag for "you have it already" (304). */
export type Representation = {
  readonly headers: Readonly<Record<string, string>>;
  readonly bodies: Readonly<Record<ContentCoding, Buffer>>;
  readonly tag: string;
  /** 200, or 410 for a page that tells what is gone. */
  readonly status: number;
};

/** Compresses at the highest level: it is done once a version. `headers` need a content-type and a cache-control. */
export async function makeRepresentation(content: string | Uint8Array, headers: Readonly<Record<string, string>>, status = 200): Promise<Representation> {
  const identity = Buffer.from(content);
  const [br, zipped] = await Promise.all([brotli(identity, 11), promisify(gzip)(identity, { level: 9 })]);
  const tag = createHash("sha256").update(identity).digest("base64url").slice(0, 24);
  return { headers, bodies: { identity, br, gzip: zipped }, tag, status };
}

/** Sends the coding the caller takes, or 304 when it holds this very version. */
export function sendRepresentation(request: FastifyRequest, reply: FastifyReply, { headers, bodies, tag, status }: Representation): FastifyReply {
  const coding = chooseCoding(request.headers["accept-encoding"]);
  reply.headers(headers).header("vary", "accept-encoding").header("etag", `"${tag}-${coding}"`);
  if (coding !== "identity") reply.header("content-encoding", coding);
  if (holds(request.headers["if-none-match"], `${tag}-${coding}`)) return reply.removeHeader("content-encoding").code(304).send();
  return reply.code(status).send(bodies[coding]);
}

/** Sends something made for this caller alone: compressed on the way, never stored by anybody. */
export async function sendOnce(
  request: FastifyRequest, reply: FastifyReply, content: string | Uint8Array, headers: Readonly<Record<string, string>>,
): Promise<FastifyReply> {
  const identity = Buffer.from(content);
  reply.headers(headers).header("cache-control", "no-store").header("vary", "accept-encoding");
  if (identity.length < 1_024 || chooseCoding(request.headers["accept-encoding"]) !== "br") return reply.send(identity);
  return reply.header("content-encoding", "br").send(await brotli(identity, 4));
}

/** Representations by key, made when first asked for; what a key stands for must not change, so put the version in it. */
export type RepresentationCache = {
  /** Null when `make` finds there is no such thing; that is not remembered, or strangers could fill the memory with it. */
  readonly get: (key: string, make: () => Promise<Representation | null>) => Promise<Representation | null>;
  readonly clear: () => void;
};

/** A cache that starts anew when it holds `entriesMax`. Callers who ask for the same key at the same time wait for one making. */
export function representationCache(entriesMax: number): RepresentationCache {
  const made = new Map<string, Promise<Representation | null>>();
  return {
    get: async (key, make) => {
      const known = made.get(key);
      if (known !== undefined) return known;
      if (made.size >= entriesMax) made.clear();
      const making = make();
      made.set(key, making);
      try {
        const representation = await making;
        if (representation === null) made.delete(key);
        return representation;
      } catch (error) {
        made.delete(key);
        throw error;
      }
    },
    clear: () => made.clear(),
  };
}

function brotli(bytes: Buffer, quality: number): Promise<Buffer> {
  return promisify(brotliCompress)(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: quality, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length } });
}

function holds(ifNoneMatch: string | undefined, tag: string): boolean {
  return (ifNoneMatch ?? "").split(",").map((part) => part.trim().replace(/^W\//, "")).some((part) => part === "*" || part === `"${tag}"`);
}
