import { inLanguage, messages, type Language } from "#platform/i18n";
import { Icon } from "#platform/portal-ui";
import type { VNode } from "preact";
import type { Notice } from "../notice.ts";

/** Stands over every page of a notice that is no longer in force; nothing while it is. */
export function WithdrawnNote({ notice: { withdrawn }, language }: { readonly notice: Notice; readonly language: Language }): VNode | null {
  if (withdrawn === null) return null;
  const say = words(language);
  return <div class="note withdrawn" role="note"><p><b><Icon name="must-not" />{say.title}</b></p><p>{inLanguage(withdrawn.reason, language)}</p><p class="m s">{say.means}</p></div>;
}

const words = messages({
  title: { zh: "这份通知已经撤回，不再执行", en: "This notice is withdrawn and no longer in force" },
  means: { zh: "下面是撤回以前的内容，留着备查。", en: "What follows is what it said before, kept for reference." },
});
