import { MODALITIES } from "#engines/reading";
import { filled, isoDate, key } from "#platform/pack";
import { z } from "zod";

/** Words in both languages, either still empty. */
const words = z.strictObject({ zh: z.string().max(4_000), en: z.string().max(4_000) });
const chosenKey = key.max(60).nullable();
/** Written by hand: half a key or half an address is kept as it is, and `checkDraft` objects. Otherwise somebody still typing could save nothing else. */
const written = (max: number) => z.string().max(max).nullable();
const excerpt = filled().max(2_000);

const particulars = {
  polarity: z.enum(["do", "refrain"]).optional(),
  actors: z.array(excerpt).max(60).optional(),
  approver: excerpt.nullable().optional(),
  condition: excerpt.nullable().optional(),
  exception: excerpt.nullable().optional(),
  deadline: excerpt.nullable().optional(),
};

/** One correction of the reading as an officer makes it: which order, by its words, and the change. */
export const draftCorrection = z.strictObject({
  quote: excerpt,
  modality: z.enum(MODALITIES).optional(),
  change: z.discriminatedUnion("kind", [
    z.strictObject({ kind: z.literal("set"), modality: z.enum(MODALITIES).optional(), ...particulars }),
    z.strictObject({ kind: z.literal("remove") }),
    z.strictObject({ kind: z.literal("add"), excerpt, modality: z.enum(MODALITIES), ...particulars }),
    z.strictObject({ kind: z.literal("split"), before: excerpt }),
    z.strictObject({ kind: z.literal("merge"), with: excerpt }),
  ]),
});

/** A clause of the text and what the officer says of it. `place` is the reader's own name of it (`一`, `closing`). */
export const draftClause = z.strictObject({
  place: filled().max(200),
  /** Null until the officer confirms which clause this is. */
  key: written(60),
  title: words,
  summary: words,
  /** Kept for those who carry it out, not shown to the public. */
  hidden: z.boolean(),
});

/** A duty that keeps a key or plain words given before, bound by the notice's own words. The others get keys by themselves. */
export const draftDuty = z.strictObject({
  key: filled().max(120),
  quote: excerpt,
  modality: z.enum(MODALITIES),
  plain: words.extend({ actors: z.array(filled().max(400)).max(60).optional() }).nullable(),
});

/** Everything an officer may change of a notice before it is released; the text itself is what was imported. */
export const draftContent = z.strictObject({
  title: words,
  /** Where the title comes from when the text has none. */
  titleSource: words,
  documentNumber: z.string().max(100).nullable(),
  date: isoDate.nullable(),
  dateSource: words,
  textKind: z.enum(["original", "restatement"]),
  textNote: words.nullable(),
  origin: z.strictObject({ name: words, address: written(2_000) }),
  /** Keys of the city's bodies. */
  issuer: chosenKey,
  publisher: chosenKey,
  operator: chosenKey,
  /** Why the notice is withdrawn, for a withdrawal; null otherwise. */
  withdrawal: words.nullable(),
  clauses: z.array(draftClause).max(400),
  duties: z.array(draftDuty).max(4_000),
  corrections: z.array(draftCorrection).max(2_000),
  /** Corrections of the version before that do not fit the amended text; somebody looks at each. Never changed by officers. */
  lost: z.array(draftCorrection).max(2_000).optional(),
  /** Remarks of the reader and lost corrections the officer has looked at, as `remarkName` and `lostName` name them. */
  acknowledged: z.array(z.string().max(400)).max(400),
});

/** What an officer has made of a draft so far. */
export type DraftContent = z.output<typeof draftContent>;
/** A clause of the text and what the officer says of it. */
export type DraftClause = z.output<typeof draftClause>;
/** What is kept for a duty beside the reading. */
export type DraftDuty = z.output<typeof draftDuty>;
/** One correction of the reading. */
export type DraftCorrection = z.output<typeof draftCorrection>;
