import { formInFile, keyInFile as key, wordsInFile as words } from "#engines/forms";
import { z } from "zod";
import type { RecordTest, RecordType } from "./record-type.ts";

const sourced = { source: words, asOf: z.iso.date() };

const test: z.ZodType<RecordTest> = z.lazy(() => z.union([
  z.strictObject({ test: z.enum(["below", "above", "after", "before"]), field: key, than: key }),
  z.strictObject({ test: z.enum(["missing", "present", "passed"]), field: key }),
  z.strictObject({ test: z.literal("is"), field: key, is: z.array(z.union([z.string(), z.boolean()])).min(1) }),
  z.strictObject({ test: z.enum(["all", "any"]), of: z.array(test).min(1) }),
])) as z.ZodType<RecordTest>;

const totals = { by: key.nullable().default(null), sums: z.array(key).default([]) };

/** A type of records as a pack's file `registers/<key>.yaml` writes it, without its key, which is the file's name; what is left out at its usual value. */
export const recordTypeInFile = z.strictObject({
  name: words, about: words,
  notice: key, clause: key, duties: z.array(z.string()).min(1),
  fields: formInFile,
  identity: z.array(key).min(1),
  district: key.default("district"),
  unit: key.nullable().default(null),
  period: z.strictObject({ field: key, every: z.enum(["day", "week", "month"]) }).nullable().default(null),
  elements: z.record(key, z.string().regex(/^[a-z0-9.-]+$/, "key")).default({}),
  columns: z.array(key).min(1),
  checks: z.array(z.strictObject({ refuse: test, field: key, problem: words, remedy: words })).default([]),
  flags: z.array(z.strictObject({ key, name: words, when: test, bad: z.boolean().default(true), chased: z.boolean().default(false) })).default([]),
  freshness: z.discriminatedUnion("kind", [
    z.strictObject({ kind: z.literal("every"), hours: z.int().positive(), ...sourced }),
    z.strictObject({ kind: z.literal("by-field"), field: key, doneWhen: test.nullable().default(null), ...sourced }),
  ]).nullable().default(null),
  public: z.discriminatedUnion("kind", [
    z.strictObject({ kind: z.literal("places"), hours: key, point: key.nullable().default(null), address: key, telephone: key.nullable().default(null), fields: z.array(key).default([]) }),
    z.strictObject({ kind: z.literal("list"), fields: z.array(key).min(1) }),
    z.strictObject({ kind: z.literal("totals"), ...totals }),
    z.strictObject({ kind: z.literal("own"), identity: key, person: key, fields: z.array(key).min(1), totals: z.strictObject(totals).nullable().default(null) }),
  ]).nullable().default(null),
  opens: z.array(z.strictObject({ case: key, when: test.nullable().default(null), answers: z.record(key, z.string()) })).default([]),
  retention: z.strictObject({ days: z.int().positive(), ...sourced }).nullable().default(null),
}).transform((each): Omit<RecordType, "key"> => each);
