import { fault, isoDate, key, localText, missingFile, readYaml, type PackParts, type PackProblem, type YamlFile } from "#platform/pack";
import type { Notice } from "#services/notices";
import { z } from "zod";
import { checkRule, mutable, tableInFile, type ClauseChoice, type RuleContent } from "../draft/index.ts";
import { choicesIn } from "../clause-choices.ts";

/** A rule as a pack gives it. */
export type PackRule = { readonly key: string; readonly content: RuleContent };

/**
 * Reads every rule of a pack from `rules/<key>/` (`rule.yaml`, `table.dmn`, and the level above in `above.dmn`), in the pack's order, and checks
 * it as the desk would: a pack whose rules have gaps or contradict themselves does not load. All problems are listed.
 */
export async function loadRules(pack: PackParts, notices: readonly Notice[]): Promise<{ readonly rules: readonly PackRule[]; readonly problems: readonly PackProblem[] }> {
  const loaded = await Promise.all(pack.rules.map((ruleKey) => loadRule(pack, ruleKey, notices)));
  return { rules: loaded.flatMap(({ rule }) => (rule === null ? [] : [rule])), problems: [...loaded.flatMap(({ problems }) => problems), ...unlisted(pack)] };
}

async function loadRule({ files, notices: listed }: PackParts, ruleKey: string, notices: readonly Notice[]): Promise<{ rule: PackRule | null; problems: readonly PackProblem[] }> {
  const path = (name: string): string => `rules/${ruleKey}/${name}`;
  const [settingsFile, tableFile, aboveFile] = [path("rule.yaml"), path("table.dmn"), path("above.dmn")];
  const missing = [settingsFile, tableFile].filter((file) => !files.has(file)).map(missingFile);
  if (missing.length > 0) return { rule: null, problems: missing };
  const settings = readYaml(settingsFile, files.get(settingsFile) ?? "", settingsSchema);
  const [table, above] = [await tableOf(files, tableFile), files.has(aboveFile) ? await tableOf(files, aboveFile) : null];
  const problems = [...settings.problems, ...table.problems, ...(above?.problems ?? [])];
  if (settings.value === null || table.table === null || problems.length > 0) return { rule: null, problems };
  const { above: said, ...rest } = settings.value;
  if ((said === null) !== (above === null)) return { rule: null, problems: [settings.problemAt(["above"], ABOVE_AND_FILE)] };
  const content: RuleContent = { ...rest, table: table.table, above: said === null || above === null || above.table === null ? null : { ...said, table: above.table } };
  // The notice is told of by itself; what its rules lack because of that would only bury it.
  if (listed.includes(content.notice) && !notices.some(({ key: known }) => known === content.notice)) return { rule: null, problems: [] };
  const clauses: readonly ClauseChoice[] | null = choicesIn(notices, content.notice);
  const { faults } = checkRule(content, { clauses, above: content.above === null ? null : { ...content.above, outcomes: null }, inForce: null });
  return { rule: { key: ruleKey, content }, problems: faults.map(({ field, ...found }) => placed(settings, tableFile, field, found)) };
}

async function tableOf(files: PackParts["files"], file: string): Promise<{ table: RuleContent["table"] | null; problems: readonly PackProblem[] }> {
  const found = await tableInFile(files.get(file) ?? "", null);
  if ("table" in found) return { table: mutable(found.table), problems: [] };
  return { table: null, problems: found.faults.map((each) => ({ file, line: 1, ...each })) };
}

/** A fault at the line of the settings that speaks of it; what is wrong with the table itself is told of its file. */
function placed(settings: YamlFile<unknown>, tableFile: string, field: string, found: { readonly problem: PackProblem["problem"]; readonly remedy: PackProblem["remedy"] }): PackProblem {
  const path = field.split(/[.[\]]+/u).filter((step) => step !== "").map((step) => (/^\d+$/u.test(step) ? Number(step) : step));
  return path[0] === "table" || path[0] === "above" ? { file: tableFile, line: 1, field, ...found } : settings.problemAt(path, found);
}

/** Folders of rules that pack.yaml does not name would silently never be in force. */
function unlisted({ files, rules }: PackParts): PackProblem[] {
  const folders = new Set([...files.keys()].flatMap((file) => /^rules\/([^/]+)\//u.exec(file)?.[1] ?? []));
  return [...folders].filter((folder) => !rules.includes(folder)).map((folder) => ({
    file: "pack.yaml", line: 1, field: "rules", ...fault(`没有列出规则 ${folder}`, `the rule ${folder} is not listed`, "加进 rules，或删去它的文件夹", "list it under rules, or remove its folder"),
  }));
}

const settingsSchema = z.strictObject({
  title: localText,
  notice: key,
  facts: z.record(z.string(), z.strictObject({ name: localText, values: z.record(z.string(), localText).default({}) })),
  outcomes: z.array(z.strictObject({ value: z.string().min(1), name: localText, tone: z.enum(["ok", "warn", "appr", "no"]) })),
  rows: z.record(z.string(), localText),
  near: localText,
  examples: z.array(z.strictObject({ name: localText, facts: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])), expect: z.string() })).default([]),
  approvals: z.array(z.strictObject({ row: z.string(), document: z.string().min(1) })).default([]),
  /** What `above.dmn` is and where it is stated. */
  above: z.strictObject({ title: localText, source: localText, asOf: isoDate }).nullable(),
  effectiveFrom: isoDate,
  effectiveTo: isoDate.nullable(),
});

const ABOVE_AND_FILE = fault("above 和 above.dmn 要么都有，要么都没有", "above and above.dmn come together or not at all", "补上缺的那一个", "add the one that is missing");
