import { everybody } from "#platform/http";
import type { Route } from "#platform/http/server";
import { markHits } from "#platform/search";
import type { SearchIndex, SearchSource } from "#platform/search/server";
import type { Notice } from "../notice.ts";
import type { SearchAnswer } from "../portal/search-page.tsx";
import { bothLanguages } from "./page-routes.ts";
import type { NoticePortal } from "./portal.ts";
import type { NoticeSnapshot } from "./snapshot.ts";

const QUERY_LENGTH_MAX = 60;

/** What can be found of notices: each as a whole, and every clause with its words, summary and duties in plain words. Notices that were withdrawn are not found. */
export function searchSources(notices: readonly Notice[]): readonly SearchSource[] {
  return notices.filter(({ withdrawn }) => withdrawn === null).map((notice) => ({
    source: `notice:${notice.key}`, edition: String(notice.version),
    documents: notice.clauses.map((clause) => ({
      id: clause.key, title: clause.title,
      body: { zh: `${notice.text.slice(...clause.range)} ${clause.summary.zh}`, en: clause.summary.en },
    })),
  }));
}

type SearchRoutesOptions = { readonly portal: NoticePortal; readonly snapshot: () => NoticeSnapshot; readonly index: Pick<SearchIndex, "find"> };

/** Search for residents, by a form and by address. What is searched for is not kept and not logged. */
export function searchRoutes({ portal, snapshot, index }: SearchRoutesOptions): readonly Route[] {
  return bothLanguages("/search").map((url): Route => ({
    method: "GET", url, access: everybody("finds words in released notices"),
    handler: async (request, reply) => {
      const { notices } = snapshot();
      const asked = (request.query as { readonly q?: unknown }).q;
      const query = typeof asked === "string" ? asked.replaceAll("\0", "").trim().slice(0, QUERY_LENGTH_MAX) : "";
      const found = query === "" ? null : await answerTo(query, notices, index);
      return reply.type("text/html; charset=utf-8").header("content-language", url.startsWith("/en") ? "en" : "zh-CN").header("cache-control", "no-store").send(portal.searchPage(request.raw.url ?? url, notices, found));
    },
  }));
}

async function answerTo(query: string, notices: readonly Notice[], index: Pick<SearchIndex, "find">): Promise<SearchAnswer> {
  const hits = (await index.find(query)).flatMap(({ source, id, body }) => {
    const notice = notices.find(({ key }) => `notice:${key}` === source);
    // Another server may have indexed a version this one does not show yet.
    const clause = notice?.clauses.find(({ key }) => key === id);
    return notice === undefined || clause === undefined ? [] : [{ path: `/n/${notice.key}/${clause.key}`, title: clause.title, notice: notice.title.value, marked: markHits(body.zh, query) }];
  });
  return { query, hits };
}
