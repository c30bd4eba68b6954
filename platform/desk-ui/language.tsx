/** @jsxImportSource react */
import type { Language } from "#platform/i18n";
import { createContext, use, useEffect, useMemo, useState, type ReactNode } from "react";
import { callAs } from "./api.ts";

type Choice = { readonly language: Language; readonly choose: (language: Language) => void };
const LanguageContext = createContext<Choice>({ language: "zh-CN", choose: () => undefined });
const KEPT_AS = "anxin.desk.language";

/** Holds the reader's language; remembered in this browser, Chinese until somebody chooses. */
export function LanguageProvider({ children }: { readonly children: ReactNode }): ReactNode {
  const [language, choose] = useState<Language>(() => (kept() === "en" ? "en" : "zh-CN"));
  callAs({ language });
  useEffect(() => {
    document.documentElement.lang = language;
    try { localStorage.setItem(KEPT_AS, language); } catch { /* A browser that keeps nothing asks again next time. */ }
  }, [language]);
  const choice = useMemo(() => ({ language, choose }), [language]);
  return <LanguageContext value={choice}>{children}</LanguageContext>;
}

/** The language and the way to change it. */
export function useLanguage(): Choice {
  return use(LanguageContext);
}

/** A page's words in the reader's language. */
export function useWords<Spoken>(words: (language: Language) => Spoken): Spoken {
  return words(useLanguage().language);
}

function kept(): string | null {
  try { return localStorage.getItem(KEPT_AS); } catch { return null; }
}
