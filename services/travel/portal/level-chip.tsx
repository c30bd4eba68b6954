import { inLanguage, type Language } from "#platform/i18n";
import { Chip, type ChipTone, type IconName } from "#platform/portal-ui";
import type { VNode } from "preact";
import { LEVEL_WORDS, type RiskLevel } from "../risk-list/index.ts";

const LOOKS: Readonly<Record<RiskLevel, { readonly tone: ChipTone; readonly icon: IconName }>> = { low: { tone: "ok", icon: "check" }, medium: { tone: "warn", icon: "warn" }, high: { tone: "no", icon: "must-not" } };

/** A level of risk by shape, word and colour. */
export function LevelChip({ level, language }: { readonly level: RiskLevel; readonly language: Language }): VNode {
  return <Chip tone={LOOKS[level].tone} icon={LOOKS[level].icon}>{inLanguage(LEVEL_WORDS[level], language)}</Chip>;
}
