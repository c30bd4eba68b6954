/** @jsxImportSource react */
import { Chip, useLanguage, useWords } from "#platform/desk-ui";
import { inLanguage, messages } from "#platform/i18n";
import type { ReactNode } from "react";
import type { RegisterView } from "../desk-views.ts";

/** What a record is marked with, and whether it is to be confirmed. */
export function FlagChips({ register, flags, stale = false }: { readonly register: RegisterView; readonly flags: readonly string[]; readonly stale?: boolean }): ReactNode {
  const say = useWords(words);
  const { language } = useLanguage();
  const marked = register.flags.filter(({ key }) => flags.includes(key));
  if (marked.length === 0 && !stale) return <span className="quiet">{say.none}</span>;
  return <span className="row">{marked.map(({ key, name, bad }) => <Chip key={key} tone={bad ? "no" : "idle"} icon={bad ? "no" : "ring"}>{inLanguage(name, language)}</Chip>)}{stale ? <Chip tone="warn" icon="warn">{say.stale}</Chip> : null}</span>;
}

const words = messages({ none: { zh: "没有", en: "None" }, stale: { zh: "该确认了", en: "To confirm" } });
