import { inLanguage, messages, type Language } from "#platform/i18n";
import { Chip, Icon } from "#platform/portal-ui";
import type { VNode } from "preact";
import type { Notice } from "../notice.ts";

/** Stands over every page of a notice that is no longer in force; nothing while it is. */
export function WithdrawnNote({ notice: { withdrawn }, language }: { readonly notice: Notice; readonly language: Language }): VNode | null {
  if (withdrawn === null) return null;
  const say = words(language);
  return <div class="note withdrawn" role="note"><p><b><Icon name="must-not" />{say.title}</b></p><p>{inLanguage(withdrawn.reason, language)}</p><p class="m s">{say.means}</p></div>;
}

/** The same beside a title, where there is no room for more. */
export function WithdrawnMark({ notice: { withdrawn }, language }: { readonly notice: Notice; readonly language: Language }): VNode | null {
  return withdrawn === null ? null : <Chip tone="no" icon="must-not">{words(language).mark}</Chip>;
}

/** What is in force leads; otherwise in the order given. */
export function inForceFirst(notices: readonly Notice[]): readonly Notice[] {
  return [...notices.filter(({ withdrawn }) => withdrawn === null), ...notices.filter(({ withdrawn }) => withdrawn !== null)];
}

const words = messages({
  mark: { zh: "已撤回，不再执行", en: "Withdrawn, no longer in force" },
  title: { zh: "这份通知已经撤回，不再执行", en: "This notice is withdrawn and no longer in force" },
  means: { zh: "下面是撤回以前的内容，留着备查。", en: "What follows is what it said before, kept for reference." },
});
