import { applyCorrections, type Correction, type Reading } from "#engines/reading";
import type { DraftCorrection } from "./draft-content.ts";

/**
 * Which corrections of the version before fit the amended text, one after the other as they were made, and which are lost. What the reader now reads
 * by itself is neither.
 */
export function keptCorrections(corrections: readonly Correction[], reading: Reading, text: string): { readonly kept: DraftCorrection[]; readonly lost: DraftCorrection[] } {
  const [kept, lost]: [DraftCorrection[], DraftCorrection[]] = [[], []];
  for (const correction of corrections.map(draftCorrectionOf)) {
    const refusal = applyCorrections(reading, text, [...kept, correction]).refused.find(({ index }) => index === kept.length);
    if (refusal === undefined) kept.push(correction);
    else if (refusal.reason !== "already-there") lost.push(correction);
  }
  return { kept, lost };
}

/** A correction as drafts keep them. */
export function draftCorrectionOf({ quote, modality, change }: Correction): DraftCorrection {
  const own = change.kind === "set" || change.kind === "add" ? { ...change, ...(change.actors === undefined ? {} : { actors: [...change.actors] }) } : change;
  return { quote, ...(modality === undefined ? {} : { modality }), change: own as DraftCorrection["change"] };
}
