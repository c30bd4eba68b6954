import { MODALITIES } from "#engines/reading";
import { fault, filled, isoDate, readYaml, type NamedFaults, type YamlFile } from "#platform/pack";
import { z } from "zod";

/** One recorded correction of the reading: which order (by its words), what changes, why, by whom and when. */
export type RecordedCorrection = z.output<typeof correction>;

/** Reads `corrections.yaml`. */
export function readCorrections(file: string, content: string): YamlFile<{ corrections: RecordedCorrection[] }> {
  return readYaml(file, content, z.strictObject({ corrections: z.array(correction) }), NAMED);
}

const words = filled().nullable().optional();

/** What a correction may say of an order; words are the notice's own. */
const particulars = {
  polarity: z.enum(["do", "refrain"]).optional(),
  actors: z.array(filled()).optional(),
  approver: words,
  condition: words,
  exception: words,
  deadline: words,
};

const correction = z.strictObject({
  quote: filled(),
  modality: z.enum(MODALITIES).optional(),
  change: z.discriminatedUnion("kind", [
    z.strictObject({ kind: z.literal("set"), modality: z.enum(MODALITIES).optional(), ...particulars }),
    z.strictObject({ kind: z.literal("remove") }),
    z.strictObject({ kind: z.literal("add"), excerpt: filled(), modality: z.enum(MODALITIES), ...particulars }),
    z.strictObject({ kind: z.literal("split"), before: filled() }),
    z.strictObject({ kind: z.literal("merge"), with: filled() }),
  ], { error: "change-kind" }),
  reason: filled(),
  by: filled(),
  on: isoDate,
});

const NAMED: NamedFaults = {
  "change-kind": fault(
    "不认识这种更正", "this kind of correction is not known",
    "kind 写 set（修改）、remove（删去）、add（补上）、split（拆开）或 merge（合并）", "write kind: set, remove, add, split or merge",
  ),
};
