import { applyCorrections, type CorrectionRefusal, type Reading } from "#engines/reading";
import type { LocalText } from "#platform/i18n";
import type { PackProblem, YamlFile } from "#platform/pack";
import { correctionRefused } from "./binding-faults.ts";
import type { RecordedCorrection } from "./corrections-file.ts";

/**
 * The reading with the recorded corrections applied in order. One that cannot be applied is a problem, never passed over:
 * a notice must not go out as if it had been corrected.
 */
export function correctReading(
  reading: Reading, text: string, corrections: YamlFile<{ readonly corrections: readonly RecordedCorrection[] }>,
): { readonly reading: Reading; readonly problems: readonly PackProblem[] } {
  const outcome = applyCorrections(reading, text, corrections.value?.corrections ?? []);
  const problems = outcome.refused.map((refusal) => {
    const reason = REASONS[refusal.reason];
    return corrections.problemAt(["corrections", refusal.index], correctionRefused(`${reason.zh}“${refusal.words}”`, `${reason.en} “${refusal.words}”`));
  });
  return { reading: outcome.reading, problems };
}

const REASONS: Readonly<Record<CorrectionRefusal["reason"], LocalText>> = {
  "no-such-order": { zh: "读出的任务里没有", en: "no order that was read has the words" },
  "several-orders": { zh: "不止一项任务含有", en: "several orders have the words" },
  "words-not-in-text": { zh: "正文里没有", en: "the text does not hold" },
  "excerpt-not-in-sentence": { zh: "同一句里没有", en: "the same sentence does not hold" },
  "split-outside-order": { zh: "这项任务里不能从这里拆开", en: "the order cannot be split at" },
  "merge-across-sentences": { zh: "不在同一句里，不能合并", en: "not of the same sentence:" },
  "already-there": { zh: "已经读出了", en: "this was already read:" },
};
