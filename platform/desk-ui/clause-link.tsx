/** @jsxImportSource react */
import { chineseNumeral, inLanguage, messages, type Language, type LocalText } from "#platform/i18n";
import type { ReactNode } from "react";
import { useLanguage } from "./language.tsx";

type Clause = { readonly notice: string; readonly clause: string; readonly number: string | null; readonly title: LocalText };

/** What a clause is called at the desk: `第六条`, `Clause 6`; the closing of a notice has no number. */
export function clauseName(number: string | null, language: Language): string {
  const say = words(language);
  if (number === null) return say.closing;
  const bare = number.replaceAll(/^第|[条章节款]$/gu, "");
  return say.clause(bare, String(chineseNumeral(bare) ?? bare));
}

/** A clause as a way to what residents read of it; `whole` with its title. */
export function ClauseLink({ clause: { notice, clause, number, title }, whole = false }: { readonly clause: Clause; readonly whole?: boolean }): ReactNode {
  const { language } = useLanguage();
  return <a href={`${language === "en" ? "/en" : ""}/n/${notice}/${clause}`}>{clauseName(number, language)}<span className={whole ? "" : "vh"}> {inLanguage(title, language)}</span></a>;
}

const words = messages({
  clause: (zh: string, en: string) => ({ zh: `第${zh}条`, en: `Clause ${en}` }), closing: { zh: "结尾一段", en: "Closing paragraph" },
});
