/** @jsxImportSource react */
import { ClauseLink, Panel, useWords } from "#platform/desk-ui";
import { messages } from "#platform/i18n";
import type { ReactNode } from "react";
import type { CaseView } from "../desk-views.ts";

/** What the notice orders here, in its own words. */
export function ClausePanel({ view: { clause } }: { readonly view: CaseView }): ReactNode {
  const say = useWords(words);
  // Several duties may lie in the same words.
  const quotes = [...new Set(clause.duties.map(({ quote }) => quote))];
  return (
    <Panel title={say.title} beside={<ClauseLink clause={clause} whole />}>
      {quotes.length === 0 ? <p className="quiet">{say.none}</p> : <ul className="stacked">{quotes.map((quote) => <li key={quote}><blockquote className="ground" lang="zh-CN">{quote}</blockquote></li>)}</ul>}
    </Panel>
  );
}

const words = messages({ title: { zh: "依据", en: "Ground" }, none: { zh: "条款原文见通知。", en: "See the clause in the notice." } });
