import type { Reading } from "#engines/reading";
import type { PackProblem, YamlFile } from "#platform/pack";
import { correctionRefused } from "./binding-faults.ts";
import type { RecordedCorrection } from "./corrections-file.ts";

/**
 * The reading with the recorded corrections applied in order. One that cannot be applied is a problem, never passed over:
 * a notice must not go out as if it had been corrected.
 */
export function correctReading(
  reading: Reading, _text: string, corrections: YamlFile<{ readonly corrections: readonly RecordedCorrection[] }>,
): { readonly reading: Reading; readonly problems: readonly PackProblem[] } {
  const problems = (corrections.value?.corrections ?? []).map((_correction, index) =>
    corrections.problemAt(["corrections", index], correctionRefused("还不能应用更正", "corrections cannot be applied yet")));
  return { reading, problems };
}
