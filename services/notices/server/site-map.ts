import type { NoticeEditions } from "../edition.ts";
import { xmlText } from "#platform/http";

/** Addresses of all pages with their English twins (sitemaps.org protocol 0.9). `patterns` are the portal's; those with names are spelt out for every notice and clause. */
export function siteMap({ editions, site, patterns }: { readonly editions: NoticeEditions; readonly site: string; readonly patterns: readonly string[] }): string {
  const pages = patterns.flatMap((pattern) => {
    if (!pattern.includes(":notice")) return [{ path: pattern, changedAt: null }];
    return [...editions].flatMap(([key, [latest]]) => {
      const changedAt = latest?.release?.releasedAt ?? null;
      const clauses = pattern.includes(":clause") ? latest?.notice.clauses.map((clause) => clause.key) ?? [] : [""];
      return clauses.map((clause) => ({ path: pattern.replace(":notice", key).replace(":clause", clause), changedAt }));
    });
  });
  const both = (path: string) => ({ zh: `${site}${path}`, en: `${site}${path === "/" ? "/en" : `/en${path}`}` });
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">',
    ...pages.flatMap(({ path, changedAt }) => {
      const { zh, en } = both(path);
      const twins = `<xhtml:link rel="alternate" hreflang="zh-CN" href="${xmlText(zh)}"/><xhtml:link rel="alternate" hreflang="en" href="${xmlText(en)}"/>`;
      return [zh, en].map((address) => `<url><loc>${xmlText(address)}</loc>${changedAt === null ? "" : `<lastmod>${changedAt}</lastmod>`}${twins}</url>`);
    }),
    "</urlset>\n",
  ].join("\n");
}
