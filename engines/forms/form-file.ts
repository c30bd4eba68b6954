import { z } from "zod";
import { keyInFile as key, wordsInFile as words } from "./file-parts.ts";
import type { Field } from "./form.ts";

const choices = z.array(z.strictObject({ key, name: words })).min(1);

const inEvery = {
  key, name: words,
  hint: words.nullable().default(null),
  required: z.boolean().default(false),
  onlyIf: z.strictObject({ field: key, is: z.array(z.union([z.string(), z.boolean()])).min(1) }).nullable().default(null),
  privacy: z.enum(["open", "personal"]).default("open"),
};

const LINE_MAX = 80;
const LINES_MAX = 1_000;

const KINDS = ["text", "long-text", "number", "money", "choice", "choices", "files", "day", "moment", "yes-no", "district", "telephone", "identity-number", "hours", "point"] as const;
/** Said by name of a question whose kind is none; `formFaults` has its words. */
const field = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("text"), lengthMax: z.int().positive().max(500).default(LINE_MAX), ...inEvery }),
  z.strictObject({ kind: z.literal("long-text"), lengthMax: z.int().positive().max(5_000).default(LINES_MAX), ...inEvery }),
  z.strictObject({ kind: z.literal("number"), unit: words.nullable().default(null), decimals: z.int().min(0).max(3).default(0), min: z.number().nullable().default(0), max: z.number().nullable().default(null), ...inEvery }),
  z.strictObject({ kind: z.literal("money"), maxYuan: z.number().positive().nullable().default(null), ...inEvery }),
  z.strictObject({ kind: z.literal("choice"), choices, ...inEvery }),
  z.strictObject({ kind: z.literal("choices"), choices, ...inEvery }),
  z.strictObject({ kind: z.literal("files"), most: z.int().positive().max(5).default(3), ...inEvery }),
  ...(["day", "moment", "yes-no", "district", "telephone", "identity-number", "hours", "point"] as const).map((kind) => z.strictObject({ kind: z.literal(kind), ...inEvery })),
], { error: (issue) => (issue.code === "invalid_union" ? "field-kind" : undefined) });

/** The questions of a form as a pack's file writes them: a list, in the order they are asked; money in yuan, what is left out at its usual value. */
export const formInFile = z.array(field.transform((each): Field => {
  const { key: name, name: given, hint, required, privacy, onlyIf } = each;
  const every = { key: name, name: given, hint, required, privacy, onlyIf };
  switch (each.kind) {
    case "text": case "long-text": return { ...every, kind: each.kind, lengthMax: each.lengthMax };
    case "number": return { ...every, kind: each.kind, unit: each.unit, decimals: each.decimals, min: each.min, max: each.max };
    case "money": return { ...every, kind: each.kind, max: each.maxYuan === null ? null : Math.round(each.maxYuan * 100) };
    case "choice": case "choices": return { ...every, kind: each.kind, choices: each.choices };
    case "files": return { ...every, kind: each.kind, most: each.most };
    case "day": case "moment": case "yes-no": case "district": case "telephone": case "identity-number": case "hours": case "point": return { ...every, kind: each.kind };
  }
}));

/** What the messages that forms carry by name mean, for whoever reads a pack's file. */
export const formFaults = {
  "field-kind": {
    problem: { zh: "没有这一类问题", en: "there is no such kind of question" },
    remedy: { zh: `kind 从这些里写：${KINDS.join("、")}`, en: `write one of: ${KINDS.join(", ")}` },
  },
};
