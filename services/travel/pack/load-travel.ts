import { compileTable, readDmn, tableOfDecision, type DecisionTable } from "#engines/rules";
import { gazetteer, type CityPlaces } from "#engines/places";
import type { LocalText } from "#platform/i18n";
import { fault, filled, isoDate, key, localText, missingFile, readYaml, sourced, type PackParts, type PackProblem, type Sourced, type YamlFile } from "#platform/pack";
import { z } from "zod";
import type { Authority } from "../decision/authority.ts";
import { RESERVED_NAMES } from "../decision/question.ts";
import { readRiskList, type RiskList } from "../risk-list/index.ts";

/** An office that approves travel in a district. Phone and hours null where no source names them. */
export type ApprovalOffice = { readonly district: string; readonly name: LocalText; readonly phone: string | null; readonly hours: LocalText | null; readonly source: LocalText; readonly asOf: string };

/** A level above the city: what it says, where that is stated, and what it says against additions of lower levels. */
export type StatedLevel = Authority & { readonly againstAdditions: LocalText | null };

/** What a pack sets for "may I travel?". */
export type TravelPack = {
  readonly ruleKey: string;
  /** Facts of the rule that are levels of places. */
  readonly origin: string;
  readonly destination: string;
  /** Answers that stand until somebody says otherwise, e.g. that nothing is approved yet. */
  readonly assumed: Readonly<Record<string, string | boolean>>;
  /** Lists of this day and later sort by other rules: they are not answered by. */
  readonly listsBefore: Sourced<string>;
  /** Codes of divisions that the lists say nothing of. */
  readonly notOnLists: Sourced<readonly string[]>;
  /** The list of the pack's first day; null where it brings none. */
  readonly list: { readonly list: RiskList; readonly bytes: Uint8Array; readonly source: LocalText } | null;
  readonly levels: readonly StatedLevel[];
  readonly emergency: Sourced<string>;
  readonly helplineHours: Sourced<LocalText>;
  readonly offices: readonly ApprovalOffice[];
  /** The type of cases by which an approval is asked for; null where the pack takes no such requests. */
  readonly approvalCase: string | null;
};

/** As much of a rule as travel has to know when a pack is checked. */
type RuleSeen = { readonly key: string; readonly district: string | null; readonly content: { readonly table: DecisionTable; readonly outcomes: readonly { readonly value: string }[] } };

/**
 * Reads `travel/travel.yaml`, the levels above the city in `travel/levels/<key>/` and the first list. A pack without the file has no such service: `travel` is
 * null and nothing is wrong. All problems are listed. Never throws.
 */
export async function loadTravel({ files, city, rules: listed }: PackParts, rules: readonly RuleSeen[], places: CityPlaces | null): Promise<{ readonly travel: TravelPack | null; readonly problems: readonly PackProblem[] }> {
  const content = files.get(FILE);
  if (content === undefined) return { travel: null, problems: [] };
  const settings = readYaml(FILE, content, settingsSchema);
  if (settings.value === null) return { travel: null, problems: settings.problems };
  const { rule: ruleKey, origin, destination, list, levels, offices, ...rest } = settings.value;
  const problems: PackProblem[] = [...settings.problems];
  const rule = rules.find((each) => each.key === ruleKey && each.district === null);
  // A rule that did not load is told of by itself; what is lacking because of that would only bury it.
  if (rule === undefined) return { travel: null, problems: listed.includes(ruleKey) ? problems : [...problems, settings.problemAt(["rule"], NO_RULE)] };
  for (const { expression } of rule.content.table.inputs) if (RESERVED_NAMES.has(expression)) problems.push(settings.problemAt(["rule"], RESERVED(expression)));
  const facts = new Set(rule.content.table.inputs.map(({ expression }) => expression));
  for (const name of Object.keys(settings.value.assumed)) if (!facts.has(name)) problems.push(settings.problemAt(["assumed", name], NO_FACT));
  for (const name of ["origin", "destination"] as const) if (!facts.has(settings.value[name])) problems.push(settings.problemAt([name], NO_FACT));
  const codes = new Set(city?.districts.map(({ code }) => code));
  offices.forEach(({ district }, at) => { if (!codes.has(district)) problems.push(settings.problemAt(["offices", at, "district"], NO_DISTRICT)); });
  const loaded = await Promise.all(levels.map((each) => loadLevel(files, each, facts, new Set(rule.content.outcomes.map(({ value }) => value)))));
  problems.push(...loaded.flatMap((each) => each.problems));
  const first = list === null || places === null ? null : firstList(files, settings, places, `travel/${list.file}`);
  problems.push(...first?.problems ?? []);
  if (problems.length > 0) return { travel: null, problems };
  return {
    travel: {
      ruleKey, origin, destination, offices, ...rest, levels: loaded.flatMap(({ level }) => (level === null ? [] : [level])),
      list: first === null || first.list === null || list === null ? null : { list: first.list, bytes: first.bytes, source: list.source },
    },
    problems: [],
  };
}

function firstList(files: PackParts["files"], settings: YamlFile<unknown>, places: CityPlaces, file: string): { readonly list: RiskList | null; readonly bytes: Uint8Array; readonly problems: readonly PackProblem[] } {
  const text = files.get(file);
  const bytes = new TextEncoder().encode(text ?? "");
  if (text === undefined) return { list: null, bytes, problems: [settings.problemAt(["list", "file"], NO_FILE)] };
  const { list, faults } = readRiskList(gazetteer(places), bytes);
  if (list === undefined) return { list: null, bytes, problems: faults.map((each) => ({ file, line: 1, ...each })) };
  return list.asOf === null ? { list: null, bytes, problems: [{ file, line: 1, field: "", ...NO_TIME }] } : { list, bytes, problems: [] };
}

async function loadLevel(files: PackParts["files"], levelKey: string, facts: ReadonlySet<string>, outcomes: ReadonlySet<string>): Promise<{ readonly level: StatedLevel | null; readonly problems: readonly PackProblem[] }> {
  const path = (name: string): string => `travel/levels/${levelKey}/${name}`;
  const [settingsFile, tableFile, conditionsFile] = [path("level.yaml"), path("table.dmn"), path("conditions.dmn")];
  const content = files.get(settingsFile);
  if (content === undefined) return { level: null, problems: [missingFile(settingsFile)] };
  const settings = readYaml(settingsFile, content, levelSchema);
  const [table, conditions] = [await tableIn(files, tableFile), await tableIn(files, conditionsFile)];
  const problems = [...settings.problems, ...table.problems, ...conditions.problems];
  if (settings.value === null) return { level: null, problems };
  const { rank, name, title, source, effectiveFrom, effectiveTo, rows, conditions: words, told, againstAdditions } = settings.value;
  const [verdicts, asked] = [table.table === null ? null : compileTable(table.table), conditions.table === null ? null : compileTable(conditions.table)];
  const missing = (file: string, field: string, what: ReturnType<typeof fault>): void => { problems.push({ file, line: 1, field, ...what }); };
  for (const { name: fact } of verdicts?.columns ?? []) if (!facts.has(fact)) missing(tableFile, fact, NO_FACT);
  for (const { name: fact } of asked?.columns ?? []) if (!CONDITION_FACTS.has(fact)) missing(conditionsFile, fact, NO_CONDITION_FACT);
  for (const { id, value } of verdicts?.rows ?? []) {
    if (!outcomes.has(String(value))) missing(tableFile, id, NO_VERDICT);
    if (rows[id] === undefined) missing(settingsFile, `rows.${id}`, NO_WORDS);
  }
  for (const { value } of asked?.rows ?? []) if (words[String(value)] === undefined) missing(settingsFile, `conditions.${String(value)}`, NO_WORDS);
  if (problems.length > 0) return { level: null, problems };
  // It was said on the day from which it holds; nobody knew before.
  const recordedAt = new Date(`${effectiveFrom}T00:00:00+08:00`).toISOString();
  return {
    level: {
      key: levelKey, recordedAt, rank, name, title, source, effectiveFrom, effectiveTo, told, againstAdditions, conditions: asked === null ? null : { table: asked, words },
      editions: verdicts === null || table.table === null ? [] : [{
        version: 1, effectiveFrom, effectiveTo, recordedAt, table: verdicts, plain: table.table,
        text: { title, notice: null, outcomes: [], approvals: [], facts: {}, near: { zh: "", en: "" }, rows },
      }],
    },
    problems: [],
  };
}

async function tableIn(files: PackParts["files"], file: string): Promise<{ readonly table: DecisionTable | null; readonly problems: PackProblem[] }> {
  const content = files.get(file);
  if (content === undefined) return { table: null, problems: [] };
  const read = await readDmn(content);
  const found = read.kind === "refused" ? read : tableOfDecision(read.model, null);
  if (found.kind === "refused") return { table: null, problems: found.problems.map(({ element }) => ({ file, line: 1, field: element, ...NO_TABLE })) };
  return { table: found.table, problems: [] };
}

const FILE = "travel/travel.yaml";
/** What a condition can depend on: levels of both ends of a way, and which borders it crosses. */
const CONDITION_FACTS: ReadonlySet<string> = new Set(["origin", "destination", "crossesProvinces", "entersRegion"]);

const settingsSchema = z.strictObject({
  rule: key,
  origin: filled(),
  destination: filled(),
  assumed: z.record(z.string(), z.union([z.string(), z.boolean()])).default({}),
  listsBefore: sourced(isoDate),
  notOnLists: sourced(z.array(z.string().regex(/^[1-9]\d{5}$/u))),
  list: z.strictObject({ file: z.string().regex(/^[\w.-]+$/u), source: localText, asOf: isoDate }).nullable(),
  levels: z.array(key).default([]),
  emergency: sourced(z.string().regex(/^\d{3,12}$/u)),
  helplineHours: sourced(localText),
  approvalCase: key.nullable().default(null),
  offices: z.array(z.strictObject({ district: z.string(), name: localText, phone: z.string().nullable(), hours: localText.nullable(), source: localText, asOf: isoDate })).default([]),
});

const levelSchema = z.strictObject({
  rank: z.enum(["state", "region"]),
  name: localText,
  title: localText,
  source: localText,
  asOf: isoDate,
  effectiveFrom: isoDate,
  effectiveTo: isoDate.nullable(),
  rows: z.record(z.string(), localText),
  conditions: z.record(z.string(), localText).default({}),
  told: z.array(localText).default([]),
  againstAdditions: localText.nullable().default(null),
});

const NO_RULE = fault("资料包里没有这张规则表", "the pack has no such rule", "写 pack.yaml 里 rules 的一个名字", "name one of the rules in pack.yaml");
const RESERVED = (name: string) => fault(`规则表的“${name}”和地址里的名字相同`, `the rule's ${name} is a name that addresses use themselves`, "给这个事实换一个名字", "give this fact another name");
const NO_FACT = fault("规则表里没有这个事实", "the rule asks for no such fact", "写规则表表头里的名字", "write a name of the rule's columns");
const NO_CONDITION_FACT = fault("要求的表里不能用这个事实", "a table of conditions cannot ask this", "用 origin、destination、crossesProvinces、entersRegion", "use origin, destination, crossesProvinces or entersRegion");
const NO_VERDICT = fault("规则表里没有这个结论", "the rule has no such verdict", "用市级规则表的结论", "use a verdict of the city's rule");
const NO_WORDS = fault("没有写明这一条怎么说", "nothing says how this is told", "用中英文各写一句", "write a sentence in each language");
const NO_TABLE = fault("这个文件里读不出一张表", "no table can be read from this file", "用 DMN 存一张决策表", "save one decision table as DMN");
const NO_FILE = fault("没有这个名单文件", "there is no such list", "把名单放进 travel 文件夹", "put the list into the folder travel");
const NO_TIME = fault("名单没有写明是什么时间的", "the list does not say of which time it is", "写上 end_update_time", "write its end_update_time");
const NO_DISTRICT = fault("本市没有这个旗县市区", "the city has no such district", "写 city.yaml 里的代码", "write a code of city.yaml");
