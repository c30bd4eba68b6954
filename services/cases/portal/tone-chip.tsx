import { messages, type Language } from "#platform/i18n";
import { Chip, type ChipTone, type IconName } from "#platform/portal-ui";
import type { VNode } from "preact";
import type { CaseStatus } from "../portal-views.ts";

const SHAPES: Readonly<Record<CaseStatus["tone"], readonly [tone: ChipTone, icon: IconName]>> = {
  "under-way": ["appr", "half"], waiting: ["warn", "warn"], ok: ["ok", "check"], no: ["no", "must-not"], closed: ["idle", "none"],
};

/** How a request stands, in shape, word and colour. */
export function ToneChip({ tone, language }: { readonly tone: CaseStatus["tone"]; readonly language: Language }): VNode {
  const [colour, icon] = SHAPES[tone];
  return <Chip tone={colour} icon={icon}>{words(language)[tone]}</Chip>;
}

const words = messages({
  "under-way": { zh: "正在办", en: "Under way" }, waiting: { zh: "等您回复", en: "Waiting for you" }, ok: { zh: "办好了", en: "Done" }, no: { zh: "没有同意", en: "Refused" }, closed: { zh: "已结束", en: "Closed" },
});
