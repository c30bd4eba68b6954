import { everybody } from "#platform/http";
import { makeRepresentation, representationCache, sendRepresentation, type HttpServer, type Route } from "#platform/http/server";
import { canonicalBytes } from "#platform/release";
import type { FastifyReply, FastifyRequest } from "fastify";
import { publicForm } from "../draft/index.ts";
import type { NoticeEdition } from "../edition.ts";
import { atomFeed } from "./atom-feed.ts";
import { bothLanguages } from "./page-routes.ts";
import { siteMap } from "./site-map.ts";
import type { NoticeSnapshot } from "./snapshot.ts";

type EditionRoutesOptions = { readonly http: Pick<HttpServer, "sendProblem">; readonly snapshot: () => NoticeSnapshot; readonly publicUrl: string; readonly cityName: { readonly zh: string; readonly en: string }; readonly patterns: readonly string[] };

/** What programs fetch of released notices: each version as it was signed, its signature, news as Atom, every address as a site map. */
export function editionRoutes({ http, snapshot, publicUrl, cityName, patterns }: EditionRoutesOptions): { readonly routes: readonly Route[]; readonly forget: () => void } {
  const cache = representationCache(ENTRIES_MAX);
  const site = publicUrl.replace(/\/+$/, "");

  async function answer(request: FastifyRequest, reply: FastifyReply, name: string, type: string, make: () => string | Buffer | null): Promise<FastifyReply> {
    const made = await cache.get(`${snapshot().id}|${name}`, async () => {
      const body = make();
      return body === null ? null : makeRepresentation(body, { "content-type": type, "cache-control": "public, no-cache", "access-control-allow-origin": "*" });
    });
    return made === null ? http.sendProblem(request, reply, 404) : sendRepresentation(request, reply, made);
  }
  function editionAsked(request: FastifyRequest): NoticeEdition | null {
    const { notice = "", version } = request.params as { readonly notice?: string; readonly version?: string };
    const editions = snapshot().editions.get(notice) ?? [];
    return (version === undefined ? editions[0] : editions.find((edition) => String(edition.notice.version) === version)) ?? null;
  }
  const ofEdition = (url: string, why: string, make: (edition: NoticeEdition) => Buffer | null): Route => ({
    method: "GET", url, access: everybody(why),
    handler: (request, reply) => answer(request, reply, request.url.split("?")[0] ?? "", "application/json; charset=utf-8", () => {
      const edition = editionAsked(request);
      return edition === null ? null : make(edition);
    }),
  });
  const inJson = ({ notice }: NoticeEdition) => Buffer.from(canonicalBytes(publicForm(notice)));
  const signature = ({ notice, release }: NoticeEdition) => (release === null ? null : Buffer.from(`${JSON.stringify({
    form: "anxin-signature/1", notice: notice.key, version: notice.version, action: release.action, sha256: release.sha256,
    algorithm: "ES256", keyId: release.keyId, keys: `${site}/.well-known/jwks.json`, signature: release.signature, drill: release.drill, releasedAt: release.releasedAt,
  }, null, 2)}\n`));
  return {
    forget: cache.clear,
    routes: [
      ofEdition("/n/:notice/notice.json", "a released notice as programs read it", inJson),
      ofEdition("/n/:notice/signature.json", "the signature over a released notice", signature),
      ofEdition("/n/:notice/versions/:version/notice.json", "a released version, byte for byte as it was signed", inJson),
      ofEdition("/n/:notice/versions/:version/signature.json", "the signature over a released version", signature),
      ...bothLanguages("/feed.atom").map((url): Route => ({
        method: "GET", url, access: everybody("what was released, amended, withdrawn, as news"),
        handler: (request, reply) => answer(request, reply, url, "application/atom+xml; charset=utf-8", () => atomFeed({ editions: snapshot().editions, site, cityName, language: url.startsWith("/en") ? "en" : "zh-CN" })),
      })),
      {
        method: "GET", url: "/sitemap.xml", access: everybody("the addresses of all pages"),
        handler: (request, reply) => answer(request, reply, "/sitemap.xml", "application/xml; charset=utf-8", () => siteMap({ editions: snapshot().editions, site, patterns })),
      },
    ],
  };
}

/** Every version of every notice, twice. */
const ENTRIES_MAX = 500;
