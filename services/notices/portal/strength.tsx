import type { Modality } from "#engines/reading";
import { messages, type Language } from "#platform/i18n";
import { Chip, type ChipTone } from "#platform/portal-ui";
import type { VNode } from "preact";

/** How strongly a duty binds, by shape, word and colour. */
export function StrengthChip({ modality, language }: { readonly modality: Modality; readonly language: Language }): VNode {
  return <Chip tone={TONES[modality]} icon={modality}>{strengthWord(modality, language)}</Chip>;
}

/** The word of a strength: `必须`, `Must`. */
export function strengthWord(modality: Modality, language: Language): string {
  return words(language)[modality];
}

const TONES: Readonly<Record<Modality, ChipTone>> = {
  must: "pine", "must-not": "no", "in-principle": "warn", encouraged: "ok", permitted: "idle", "needs-approval": "appr",
};

const words = messages({
  must: { zh: "必须", en: "Must" },
  "must-not": { zh: "严禁", en: "Must not" },
  "in-principle": { zh: "原则上", en: "In principle" },
  encouraged: { zh: "鼓励", en: "Encouraged" },
  permitted: { zh: "可以", en: "Allowed" },
  "needs-approval": { zh: "须经批准", en: "Needs approval" },
});
