/** @jsxImportSource react */
import { Panel, useLanguage, useWords } from "#platform/desk-ui";
import { inLanguage, messages } from "#platform/i18n";
import { clauseLabel } from "#services/notices";
import type { ReactNode } from "react";
import type { CaseView } from "../desk-views.ts";

/** What the notice orders here, in its own words. */
export function ClausePanel({ view: { clause } }: { readonly view: CaseView }): ReactNode {
  const say = useWords(words);
  const { language } = useLanguage();
  return (
    <Panel title={say.title} beside={<a href={`${language === "en" ? "/en" : ""}/n/${clause.notice}/${clause.clause}`}>{clauseLabel(clause.number, language)} {inLanguage(clause.title, language)}</a>}>
      {clause.duties.length === 0 ? <p className="quiet">{say.none}</p> : <ul className="stacked">{clause.duties.map(({ key, quote }) => <li key={key}><blockquote className="ground" lang="zh-CN">{quote}</blockquote></li>)}</ul>}
    </Panel>
  );
}

const words = messages({ title: { zh: "依据", en: "Ground" }, none: { zh: "条款原文见通知。", en: "See the clause in the notice." } });
