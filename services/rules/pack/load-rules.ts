import { fault, isoDate, key, localText, missingFile, readYaml, type PackParts, type PackProblem, type YamlFile } from "#platform/pack";
import type { Notice } from "#services/notices";
import { z } from "zod";
import { checkRule, mutable, OUTCOME_TONES, tableInFile, type ClauseChoice, type LevelAbove, type RuleContent } from "../draft/index.ts";
import { choicesIn } from "../clause-choices.ts";

/** A rule as a pack gives it. `district`: code of the district whose own it is; null for the city's. */
export type PackRule = { readonly key: string; readonly district: string | null; readonly content: RuleContent };

/**
 * Reads every rule of a pack from `rules/<key>/` (`rule.yaml`, `table.dmn`, and the level above in `above.dmn`), in the pack's order, and checks
 * it as the desk would: a pack whose rules have gaps or contradict themselves does not load. Districts' own rules are below it, in
 * `districts/<code>/`, and are held against the city's: what is stricter there names the document that approves it. All problems are listed.
 */
export async function loadRules(pack: PackParts, notices: readonly Notice[]): Promise<{ readonly rules: readonly PackRule[]; readonly problems: readonly PackProblem[] }> {
  const loaded = (await Promise.all(pack.rules.map(async (ruleKey) => {
    const own = await loadRule(pack, ruleKey, notices, null);
    return [own, ...await Promise.all(districtsOf(pack, ruleKey).map((code) => loadRule(pack, ruleKey, notices, { code, city: own.rule?.content ?? null })))];
  }))).flat();
  return { rules: loaded.flatMap(({ rule }) => (rule === null ? [] : [rule])), problems: [...loaded.flatMap(({ problems }) => problems), ...unlisted(pack)] };
}

/** `below`: the district whose rule it is, and the city's, which it is held against. */
async function loadRule({ city, files, notices: listed }: PackParts, ruleKey: string, notices: readonly Notice[], below: { readonly code: string; readonly city: RuleContent | null } | null): Promise<{ rule: PackRule | null; problems: readonly PackProblem[] }> {
  const path = (name: string): string => `rules/${ruleKey}/${below === null ? "" : `districts/${below.code}/`}${name}`;
  const [settingsFile, tableFile, aboveFile] = [path("rule.yaml"), path("table.dmn"), path("above.dmn")];
  const missing = [settingsFile, tableFile].filter((file) => !files.has(file)).map(missingFile);
  if (missing.length > 0) return { rule: null, problems: missing };
  const settings = readYaml(settingsFile, files.get(settingsFile) ?? "", settingsSchema);
  const [table, aboveTable] = [await tableOf(files, tableFile), files.has(aboveFile) ? await tableOf(files, aboveFile) : null];
  const problems = [...settings.problems, ...table.problems, ...(aboveTable?.problems ?? [])];
  if (settings.value === null || table.table === null || problems.length > 0) return { rule: null, problems };
  const { above: said, ...rest } = settings.value;
  if ((said === null) !== (aboveTable === null)) return { rule: null, problems: [settings.problemAt(["above"], ABOVE_AND_FILE)] };
  const content: RuleContent = { ...rest, table: table.table, above: said === null || aboveTable === null || aboveTable.table === null ? null : { ...said, table: aboveTable.table } };
  // The notice is told of by itself; what its rules lack because of that would only bury it.
  if (listed.includes(content.notice) && !notices.some(({ key: known }) => known === content.notice)) return { rule: null, problems: [] };
  if (below !== null && ![...city?.districts ?? [], ...(city?.invented ? [city.invented] : [])].some(({ code }) => code === below.code)) return { rule: null, problems: [{ file: settingsFile, line: 1, field: "", ...NO_DISTRICT }] };
  if (below !== null && said !== null) return { rule: null, problems: [settings.problemAt(["above"], ABOVE_IS_CITY)] };
  // What keeps the city's rule from loading is told of by itself.
  if (below !== null && below.city === null) return { rule: null, problems: [] };
  const clauses: readonly ClauseChoice[] | null = choicesIn(notices, content.notice);
  const above: LevelAbove | null = below !== null && below.city !== null ? { title: below.city.title, source: CITY_RULE, outcomes: below.city.outcomes.map(({ value }) => value), table: below.city.table }
    : content.above === null ? null : { ...content.above, outcomes: null };
  const { faults } = checkRule(content, { clauses, above, inForce: null });
  return { rule: { key: ruleKey, district: below?.code ?? null, content }, problems: faults.map(({ field, ...found }) => placed(settings, tableFile, field, found)) };
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

/** Codes of the districts that have a rule of their own in the pack. */
function districtsOf({ files }: PackParts, ruleKey: string): readonly string[] {
  return [...new Set([...files.keys()].flatMap((file) => (file.startsWith(`rules/${ruleKey}/districts/`) ? file.split("/")[3] ?? [] : [])))];
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
  outcomes: z.array(z.strictObject({ value: z.string().min(1), name: localText, tone: z.enum(OUTCOME_TONES) })),
  rows: z.record(z.string(), localText),
  near: localText,
  examples: z.array(z.strictObject({ name: localText, facts: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])), expect: z.string() })).default([]),
  approvals: z.array(z.strictObject({ row: z.string(), document: z.string().min(1) })).default([]),
  /** What `above.dmn` is and where it is stated. */
  above: z.strictObject({ title: localText, source: localText, asOf: isoDate }).nullable(),
  effectiveFrom: isoDate,
  effectiveTo: isoDate.nullable(),
});

const CITY_RULE = { zh: "市级规则表", en: "the city's rule" };
const NO_DISTRICT = fault("没有这个代码的旗县市区", "no district has this code", "文件夹用 city.yaml 里的代码命名", "name the folder by a code of city.yaml");
const ABOVE_IS_CITY = fault("旗县市区的上一级就是市级规则表", "the level above a district is the city's rule", "写 above: null", "write above: null");
const ABOVE_AND_FILE = fault("above 和 above.dmn 要么都有，要么都没有", "above and above.dmn come together or not at all", "补上缺的那一个", "add the one that is missing");
