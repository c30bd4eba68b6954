import { MODALITIES } from "#engines/reading";
import { fault, filled, isoDate, key, localText, readYaml, sourced, type NamedFaults, type PackProblem, type YamlFile } from "#platform/pack";
import { z } from "zod";

/** `notice.yaml`: what the notice's words do not say, and the stable keys of its clauses and duties. */
export type NoticeSettings = z.output<typeof settingsSchema>;
export type ClauseSettings = NoticeSettings["clauses"][number];
export type DutySettings = ClauseSettings["duties"][number];

/** Reads `notice.yaml`; keys written twice and duties under a foreign clause are problems too. */
export function readNoticeSettings(file: string, content: string): YamlFile<NoticeSettings> {
  const yaml = readYaml(file, content, settingsSchema, NAMED);
  const clauses = yaml.value?.clauses ?? [];
  const problems: readonly PackProblem[] = [
    ...yaml.problems,
    ...yaml.repeatedIn([["clauses"]], "key"),
    ...yaml.repeatedIn([["clauses"]], "number"),
    ...yaml.repeatedIn([["clauses", "*", "duties"]], "key"),
    ...clauses.flatMap((clause, index) => [
      ...((clause.part === "item") === (clause.number === null) ? [yaml.problemAt(["clauses", index, "number"], NUMBER_AND_PART)] : []),
      ...clause.duties.flatMap((duty, at) =>
        duty.key.startsWith(`${clause.key}.`) ? [] : [yaml.problemAt(["clauses", index, "duties", at, "key"], FOREIGN_DUTY)]),
    ]),
    ...(yaml.value?.textKind === "restatement" && yaml.value.textNote === null ? [yaml.problemAt(["textNote"], NOTE_MISSING)] : []),
  ];
  return { ...yaml, problems };
}

const duty = z.strictObject({
  key: z.string().regex(/^[a-z][a-z0-9-]*\.[a-z][a-z0-9-]*$/, "duty-key"),
  quote: filled(),
  modality: z.enum(MODALITIES).optional(),
  /** Number of the order in the reading (`一#3`) where words alone cannot tell; holds for this text only. */
  order: filled().optional(),
  /** `actors`: who acts, in English, one name for each actor as read. */
  plain: localText.extend({ actors: z.array(filled()).min(1).optional() }).nullable().default(null),
});

const clause = z.strictObject({
  key,
  part: z.enum(["item", "preamble", "closing", "body"]).default("item"),
  number: filled().nullable(),
  title: localText,
  summary: localText,
  /** Kept for those who carry it out, not shown to the public. */
  hidden: z.boolean().default(false),
  duties: z.array(duty),
});

export const settingsSchema = z.strictObject({
  version: z.int().positive(),
  textKind: z.enum(["original", "restatement"]),
  textNote: localText.nullable(),
  origin: z.strictObject({ name: localText, address: z.url({ protocol: /^https?$/ }).nullable() }),
  title: sourced(localText),
  documentNumber: filled().nullable(),
  date: sourced(isoDate).nullable(),
  issuer: key,
  publisher: key,
  operator: key,
  clauses: z.array(clause).min(1),
});

const NAMED: NamedFaults = {
  "duty-key": fault(
    "任务的名字不合规则", "the duty's key has the wrong shape",
    "写成“条款名.任务名”，只用小写英文字母、数字和连字符，例如 travel.medium-approval",
    "write clause.duty in lower-case letters, digits and hyphens, such as travel.medium-approval",
  ),
};

const NUMBER_AND_PART = fault(
  "编号和位置不一致", "number and part do not agree",
  "有编号的条款写 number；没有编号的写 number: null，并写 part: closing、preamble 或 body",
  "give a numbered clause its number; an unnumbered one takes number: null and part: closing, preamble or body",
);
const FOREIGN_DUTY = fault(
  "任务的名字不是以所在条款的名字开头", "the duty's key does not begin with its clause's key",
  "改名，或移到相应的条款下", "rename it, or move it to its clause",
);
const NOTE_MISSING = fault(
  "转述没有说明", "a restatement needs a note",
  "写明这是转述、以原件为准", "say that it restates the original and that the original prevails",
);
