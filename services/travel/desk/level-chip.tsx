/** @jsxImportSource react */
import { Chip, useLanguage, type ChipTone, type DeskIconName } from "#platform/desk-ui";
import { inLanguage } from "#platform/i18n";
import type { ReactNode } from "react";
import { LEVEL_WORDS, type RiskLevel } from "../risk-list/index.ts";

const LOOKS: Readonly<Record<RiskLevel, { readonly tone: ChipTone; readonly icon: DeskIconName }>> = { low: { tone: "ok", icon: "ok" }, medium: { tone: "warn", icon: "warn" }, high: { tone: "no", icon: "no" } };

/** A level of risk by shape, word and colour. */
export function LevelChip({ level }: { readonly level: RiskLevel }): ReactNode {
  const { language } = useLanguage();
  return <Chip tone={LOOKS[level].tone} icon={LOOKS[level].icon}>{inLanguage(LEVEL_WORDS[level], language)}</Chip>;
}
