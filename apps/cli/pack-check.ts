import { inLanguage, type Language } from "#platform/i18n";
import type { PackProblem } from "#platform/pack";
import { readPackDirectory } from "#platform/pack/server";
import type { Notice } from "#services/notices";
import type { PackRule } from "#services/rules";
import type { TravelPack } from "#services/travel";
import { loadWholePack } from "../pack/whole-pack.ts";
import type { Out } from "./surroundings.ts";

/**
 * `anxin pack check DIR`: lists every problem of a pack as `file:line field — problem — remedy`, or as JSON.
 * Resolves to the exit code: 0 nothing wrong, 1 problems, 2 no such directory or none given.
 */
export async function packCheck(
  directory: string | undefined, out: Out, { json = false, language = "zh-CN" }: { json?: boolean; language?: Language } = {},
): Promise<number> {
  const read = directory === undefined ? null : await readPackDirectory(directory);
  if (read === null) {
    out.write(`${inLanguage(USAGE, language)}\n`);
    return 2;
  }
  const { notices, rules, questions, travel, caseTypes, registers, problems } = await loadWholePack(read);
  if (json) out.write(`${JSON.stringify({ problems, notices: notices.map(countsOf), rules: rules.map(rowsOf), questions: questions.map(({ rule }) => rule), travel: travel === null ? null : travelCounts(travel), cases: caseTypes.map(({ key }) => key), registers: registers.map(({ key }) => key) }, null, 2)}\n`);
  else out.write(`${[...problems.map((found) => line(found, language)), closingLine(problems, { notices, rules, travel, caseTypes, registers }, language)].join("\n")}\n`);
  return problems.length === 0 ? 0 : 1;
}

const USAGE = {
  zh: "用法：anxin pack check 资料包文件夹 [--json]（文件夹要存在、能读）",
  en: "Usage: anxin pack check DIRECTORY [--json] (the directory must exist and be readable)",
};

function line({ file, line: at, field, problem, remedy }: PackProblem, language: Language): string {
  const place = field === "" ? `${file}:${at}` : `${file}:${at} ${field}`;
  return `${place} — ${inLanguage(problem, language)} — ${inLanguage(remedy, language)}`;
}

function closingLine(problems: readonly PackProblem[], { notices, rules, travel, caseTypes, registers }: { readonly notices: readonly Notice[]; readonly rules: readonly PackRule[]; readonly travel: TravelPack | null; readonly caseTypes: readonly { readonly key: string }[]; readonly registers: readonly { readonly key: string }[] }, language: Language): string {
  if (problems.length > 0) return inLanguage({ zh: `共 ${problems.length} 个问题`, en: `${problems.length} problems` }, language);
  const counts = notices.map(countsOf).map(({ key, clauses, duties }) =>
    inLanguage({ zh: `${key}：${clauses} 条，${duties} 项任务`, en: `${key}: ${clauses} clauses, ${duties} duties` }, language));
  const tables = rules.map(rowsOf).map(({ key, district, rows }) => inLanguage(district === null ? { zh: `${key}：规则表，${rows} 条`, en: `${key}: a rule of ${rows} rows` } : { zh: `${key}：${district} 自己的规则表，${rows} 条`, en: `${key}: a rule of ${district} alone, ${rows} rows` }, language));
  const trips = travel === null ? [] : [travelCounts(travel)].map(({ levels, areas }) => inLanguage({ zh: `出行：上级规定 ${levels} 份，风险地区 ${areas} 个`, en: `travel: ${levels} levels above, ${areas} risk areas` }, language));
  const lists = [
    ...(caseTypes.length === 0 ? [] : [inLanguage({ zh: `事项 ${caseTypes.length} 种：${caseTypes.map(({ key }) => key).join("、")}`, en: `${caseTypes.length} types of cases: ${caseTypes.map(({ key }) => key).join(", ")}` }, language)]),
    ...(registers.length === 0 ? [] : [inLanguage({ zh: `台账 ${registers.length} 本：${registers.map(({ key }) => key).join("、")}`, en: `${registers.length} registers: ${registers.map(({ key }) => key).join(", ")}` }, language)]),
  ];
  return [inLanguage({ zh: "没有问题", en: "No problems" }, language), ...counts, ...tables, ...trips, ...lists].join("\n");
}

function countsOf({ key, clauses, correctionCount }: Notice): { key: string; clauses: number; duties: number; corrections: number } {
  return { key, clauses: clauses.length, duties: clauses.flatMap((clause) => clause.obligations).length, corrections: correctionCount };
}

const rowsOf = ({ key, district, content }: PackRule): { key: string; district: string | null; rows: number } => ({ key, district, rows: content.table.rules.length });
const travelCounts = ({ levels, list }: TravelPack): { levels: number; areas: number } => ({ levels: levels.length, areas: list?.list.areas.length ?? 0 });
