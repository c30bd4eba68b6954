import { MODALITIES } from "#engines/reading";
import { z } from "zod";

const words = z.strictObject({ zh: z.string(), en: z.string() });
const sourced = <Value extends z.ZodType>(value: Value) => z.strictObject({ value, source: words, asOf: z.string() });
const body = z.strictObject({ key: z.string(), name: words });
const range = z.array(z.number()).length(2);
const sha256 = z.string().regex(/^[0-9a-f]{64}$/);

const duty = z.strictObject({
  key: z.string().nullable(), quote: z.string(), ranges: z.array(range), modality: z.enum(MODALITIES), polarity: z.enum(["do", "refrain"]), actors: z.array(z.string()), actorsInferred: z.boolean(),
  approver: z.string().nullable(), condition: z.string().nullable(), exception: z.string().nullable(), deadline: z.string().nullable(), plain: words.extend({ actors: z.array(z.string()).optional() }).nullable(),
});

/** A released notice as programs read it, for the description of the interface: `publicForm` and the forms of before, which have no `release`. */
export const publicFormSchema = z.strictObject({
  form: z.string(), key: z.string(), version: z.number(), title: sourced(words), documentNumber: z.string().nullable(), date: sourced(z.string()).nullable(),
  issuer: body, publisher: body, operator: body, origin: z.strictObject({ name: words, address: z.string().nullable() }),
  textKind: z.enum(["original", "restatement"]), textNote: words.nullable(), text: z.string(), textSha256: sha256, absentNumbers: z.array(z.string()),
  withdrawn: z.strictObject({ reason: words }).nullable().optional(),
  release: z.strictObject({ action: z.enum(["release", "amend", "withdraw"]), drill: z.boolean(), releasedAt: z.string(), policyAt: z.string() }).optional(),
  clauses: z.array(z.strictObject({ key: z.string(), number: z.string().nullable(), heading: z.string(), title: words, summary: words, range, duties: z.array(duty) })),
});

/** The signature beside it. */
export const signatureFileSchema = z.strictObject({
  form: z.string(), notice: z.string(), version: z.number(), action: z.enum(["release", "amend", "withdraw"]), sha256, algorithm: z.literal("ES256"),
  keyId: z.string(), keys: z.url(), signature: z.string(), drill: z.boolean(), releasedAt: z.string(),
});
