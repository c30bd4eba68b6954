/** @jsxImportSource react */
import { LANGUAGES, type Language } from "#platform/i18n";
import { createContext, use, useEffect, useMemo, useState, type ReactNode } from "react";
import { callAs } from "./api.ts";

type Choice = { readonly language: Language; readonly choose: (language: Language) => void };
const LanguageContext = createContext<Choice>({ language: "zh-CN", choose: () => undefined });
const KEPT_AS = "anxin.desk.language";

/** Holds the reader's language: what was chosen in this browser, until then what the browser itself speaks; Chinese when it speaks neither. */
export function LanguageProvider({ children }: { readonly children: ReactNode }): ReactNode {
  const [language, setLanguage] = useState<Language>(() => kept() ?? spoken());
  callAs({ language });
  useEffect(() => { document.documentElement.lang = language; }, [language]);
  const choice = useMemo(() => ({
    language,
    choose: (chosen: Language) => {
      setLanguage(chosen);
      try { localStorage.setItem(KEPT_AS, chosen); } catch { /* A browser that keeps nothing asks again next time. */ }
    },
  }), [language]);
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

function kept(): Language | null {
  try { return LANGUAGES.find((each) => each === localStorage.getItem(KEPT_AS)) ?? null; } catch { return null; }
}

/** The first of the browser's languages that is one of ours. */
function spoken(): Language {
  const known = navigator.languages.find((tag) => /^(?:zh|en)\b/iu.test(tag));
  return known !== undefined && /^en\b/iu.test(known) ? "en" : "zh-CN";
}
