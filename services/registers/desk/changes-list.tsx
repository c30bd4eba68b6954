/** @jsxImportSource react */
import { useLanguage, useWords } from "#platform/desk-ui";
import { inLanguage, messages, type LocalText } from "#platform/i18n";
import type { ReactNode } from "react";

/** What became different, field by field: before → after. */
export function ChangesList({ changes }: { readonly changes: readonly { readonly name: LocalText; readonly before: LocalText | null; readonly after: LocalText | null }[] }): ReactNode {
  const say = useWords(words);
  const { language } = useLanguage();
  const shown = (value: LocalText | null): string => (value === null ? say.empty : inLanguage(value, language));
  return <ul className="plain diff-list">{changes.map(({ name, before, after }) => <li key={name.zh}>{inLanguage(name, language)}{say.colon}{before === null ? null : <><del><span className="vh">{say.before}</span>{shown(before)}</del> → </>}<ins><span className="vh">{say.after}</span>{shown(after)}</ins></li>)}</ul>;
}

const words = messages({ empty: { zh: "没填", en: "empty" }, colon: { zh: "：", en: ": " }, before: { zh: "原来 ", en: "before " }, after: { zh: "现在 ", en: "now " } });
