import { inLanguage, type Language } from "#platform/i18n";
import { ChineseWords } from "#platform/portal-ui";
import type { VNode } from "preact";
import type { NoticeObligation } from "../notice.ts";

/** A duty in plain words; while a pack has none for it, the notice's own. */
export function DutyWords({ obligation, language }: { readonly obligation: NoticeObligation; readonly language: Language }): VNode {
  return <div>{obligation.plain === null ? <ChineseWords>{obligation.quote}</ChineseWords> : inLanguage(obligation.plain, language)}</div>;
}
