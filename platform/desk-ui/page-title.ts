import { useEffect } from "react";
import { useLanguage } from "./language.tsx";

/** Names the browser's tab; screen readers tell it when the page changes. */
export function usePageTitle(title: string): void {
  const { language } = useLanguage();
  useEffect(() => { document.title = language === "en" ? `${title} · Anxin desk` : `${title} · 安心工作台`; }, [title, language]);
}
