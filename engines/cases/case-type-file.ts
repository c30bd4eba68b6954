/* oxlint-disable unicorn/no-thenable -- `then` is the pack's word for what the clock does; nobody awaits it. */
import { formInFile, keyInFile as key, wordsInFile as words } from "#engines/forms";
import { z } from "zod";
import type { CaseMove, CaseState, CaseType } from "./case-type.ts";

const sourced = { source: words, asOf: z.iso.date() };
const duration = z.strictObject({ unit: z.enum(["minutes", "hours", "working-hours", "days", "working-days"]), count: z.int().positive().max(10_000) });

const state = z.strictObject({
  key, name: words, public: words,
  owner: z.enum(["district-officers", "city-officers", "applicant"]).default("district-officers"),
  deadline: z.strictObject({ within: duration, warnBefore: duration.nullable().default(null), then: z.union([z.literal("escalate"), z.strictObject({ move: key })]).default("escalate"), ...sourced }).nullable().default(null),
  final: z.boolean().default(false),
  tone: z.enum(["under-way", "waiting", "ok", "no", "closed"]).default("under-way"),
}).transform(({ deadline, ...rest }): CaseState => ({
  ...rest, deadline: deadline === null ? null : { ...deadline, then: deadline.then === "escalate" ? { kind: "escalate" } : { kind: "move", move: deadline.then.move } },
}));

const move = z.strictObject({
  key, name: words, public: words.nullable().default(null),
  from: z.array(key).min(1), to: key,
  by: z.enum(["applicant", "officer", "another-officer", "city-officer", "clock"]).default("officer"),
  notBy: z.array(key).default([]),
  reason: z.enum(["required", "optional", "none"]).default("optional"),
  reasonPublic: z.boolean().default(true),
  form: formInFile.default([]),
  onlyIf: z.strictObject({ field: key, is: z.array(z.union([z.string(), z.boolean()])).min(1) }).nullable().default(null),
  match: z.enum(["some", "none"]).nullable().default(null),
  within: z.strictObject({ within: duration, ...sourced }).nullable().default(null),
  kind: z.enum(["withdraw", "contest", "appeal"]).nullable().default(null),
}).transform((each): CaseMove => each);

/** A type of cases as a pack's file `cases/<key>.yaml` writes it, without its key, which is the file's name; what is left out at its usual value. */
export const caseTypeInFile = z.strictObject({
  name: words, about: words,
  group: z.enum(["report", "apply", "inner"]),
  notice: key, clause: key, duties: z.array(z.string()).min(1),
  contact: z.enum(["required", "optional", "none"]).default("optional"),
  proxy: z.boolean().default(true),
  form: formInFile,
  district: key.default("district"),
  title: key,
  match: z.strictObject({ register: key, on: z.array(z.strictObject({ field: key, column: key })).min(1), from: key.nullable().default(null), to: key.nullable().default(null) }).nullable().default(null),
  before: words.nullable().default(null),
  initial: key,
  states: z.array(state).min(2),
  moves: z.array(move).min(1),
  retention: z.strictObject({ days: z.int().positive(), ...sourced }),
  mergeable: z.boolean().default(false),
  applicantMay: z.strictObject({ supplement: z.boolean().default(true), nudge: z.boolean().default(true) }).default({ supplement: true, nudge: true }),
}).transform((each): Omit<CaseType, "key"> => each);
