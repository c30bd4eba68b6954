/** @jsxImportSource react */
import { useLanguage } from "#platform/desk-ui";
import { inLanguage } from "#platform/i18n";
import { clauseLabel } from "#services/notices";
import type { ReactNode } from "react";
import { useCaseTypes } from "./case-types.ts";

/** The clause something rests on, as a way to what residents read. */
export function ClauseLink({ notice, clause }: { readonly notice: string; readonly clause: string }): ReactNode {
  const { language } = useLanguage();
  const known = useCaseTypes().data?.clauses.find((each) => each.notice === notice && each.clause === clause);
  if (known === undefined) return <span className="mono quiet">{clause}</span>;
  return <a href={`${language === "en" ? "/en" : ""}/n/${notice}/${clause}`}>{clauseLabel(known.number, language)}<span className="vh">{` ${inLanguage(known.title, language)}`}</span></a>;
}
