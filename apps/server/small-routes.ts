import { everybody } from "#platform/http";
import type { Route } from "#platform/http/server";

/** What browsers and crawlers ask of every site by themselves. */
export const smallRoutes = (publicUrl: string): readonly Route[] => [
  {
    // Pages carry their icon inside; this keeps a plain text file from costing a 404.
    method: "GET", url: "/favicon.ico", access: everybody("that there is no icon file"),
    handler: (_request, reply) => reply.header("cache-control", "public, max-age=86400").code(204).send(),
  },
  {
    method: "GET", url: "/robots.txt", access: everybody("that every page of the portal may be indexed"),
    handler: (_request, reply) => reply.type("text/plain; charset=utf-8").header("cache-control", "public, max-age=86400").send(`User-agent: *\nDisallow: /desk\nDisallow: /api\n\nSitemap: ${publicUrl.replace(/\/+$/, "")}/sitemap.xml\n`),
  },
];
