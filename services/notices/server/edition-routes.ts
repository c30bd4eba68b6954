import { everybody } from "#platform/http";
import { makeRepresentation, representationCache, sendRepresentation, type HttpServer, type Route } from "#platform/http/server";
import type { LocalText } from "#platform/i18n";
import type { FastifyReply, FastifyRequest } from "fastify";
import { z } from "zod";
import { publicFormSchema, signatureFileSchema } from "../draft/index.ts";
import type { NoticeEdition } from "../edition.ts";
import { atomFeed } from "./atom-feed.ts";
import { bothLanguages } from "./page-routes.ts";
import { signatureFile } from "./signature-file.ts";
import { siteMap } from "./site-map.ts";
import type { NoticeSnapshot } from "./snapshot.ts";
import { withheldProblem } from "./withheld.ts";

type EditionRoutesOptions = { readonly http: Pick<HttpServer, "sendProblem">; readonly snapshot: () => NoticeSnapshot; readonly publicUrl: string; readonly cityName: LocalText; readonly patterns: readonly string[] };

/** What programs fetch of released notices: each version as it was signed, its signature, news as Atom, every address as a site map. */
export function editionRoutes({ http, snapshot, publicUrl, cityName, patterns }: EditionRoutesOptions): { readonly routes: readonly Route[]; readonly forget: () => void } {
  const cache = representationCache(ENTRIES_MAX);
  const site = publicUrl.replace(/\/+$/, "");

  /** `name` is what is sent, however its address was spelt: one thing is made and kept once. */
  async function answer(request: FastifyRequest, reply: FastifyReply, name: string, type: string, make: () => string | Uint8Array): Promise<FastifyReply> {
    const made = await cache.get(`${snapshot().id}|${name}`, () => makeRepresentation(make(), { "content-type": type, "cache-control": "public, no-cache", "access-control-allow-origin": "*" }));
    return made === null ? http.sendProblem(request, reply, 404) : sendRepresentation(request, reply, made);
  }
  const ofEdition = (url: string, kind: keyof typeof KINDS, access: Route["access"], make: (edition: NoticeEdition) => string | Uint8Array): Route => ({
    method: "GET", url, access,
    contract: { ...KINDS[kind], tag: TAG, params: url.includes(":version") ? VERSION : NOTICE, problems: [404, 503] },
    handler: (request, reply) => {
      const { notice: key = "", version } = request.params as { readonly notice?: string; readonly version?: string };
      const withheld = withheldProblem(snapshot(), key);
      if (withheld !== null) return http.sendProblem(request, reply, withheld);
      const editions = snapshot().editions.get(key) ?? [];
      const edition = version === undefined ? editions[0] : editions.find(({ notice }) => String(notice.version) === version);
      if (edition === undefined) return http.sendProblem(request, reply, 404);
      return answer(request, reply, `${kind}|${key}|${edition.notice.version}`, "application/json; charset=utf-8", () => make(edition));
    },
  });
  const signature = (edition: NoticeEdition) => signatureFile(edition, site);
  return {
    forget: cache.clear,
    routes: [
      ofEdition("/n/:notice/notice.json", "notice", everybody("a released notice as programs read it"), ({ bytes }) => bytes),
      ofEdition("/n/:notice/signature.json", "signature", everybody("the signature over a released notice"), signature),
      ofEdition("/n/:notice/versions/:version/notice.json", "notice", everybody("a released version, byte for byte as it was signed"), ({ bytes }) => bytes),
      ofEdition("/n/:notice/versions/:version/signature.json", "signature", everybody("the signature over a released version"), signature),
      ...bothLanguages("/feed.atom").map((url): Route => ({
        method: "GET", url, access: everybody("what was released, amended, withdrawn, as news"),
        contract: { summary: { zh: "发布、修改、撤回的消息（Atom）", en: "What was released, amended, withdrawn (Atom)" }, tag: TAG, reply: null, file: "application/atom+xml" },
        handler: (request, reply) => answer(request, reply, url, "application/atom+xml; charset=utf-8", () => atomFeed({ editions: snapshot().editions, site, cityName, language: url.startsWith("/en") ? "en" : "zh-CN" })),
      })),
      {
        method: "GET", url: "/sitemap.xml", access: everybody("the addresses of all pages"),
        handler: (request, reply) => answer(request, reply, "/sitemap.xml", "application/xml; charset=utf-8", () => siteMap({ editions: snapshot().editions, site, patterns })),
      },
    ],
  };
}

const TAG = "notices";
const NOTICE = z.object({ notice: z.string() });
const VERSION = NOTICE.extend({ version: z.string() });
const KINDS = {
  notice: { summary: { zh: "签发的通知，签名时的原样（RFC 8785）", en: "A released notice, byte for byte as it was signed (RFC 8785)" }, reply: publicFormSchema },
  signature: { summary: { zh: "通知的签名", en: "The signature over a notice" }, reply: signatureFileSchema },
};

/** Every version of every notice, twice. */
const ENTRIES_MAX = 500;
