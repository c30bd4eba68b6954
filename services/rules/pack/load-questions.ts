import { fault, isoDate, localText, readYaml, type PackFiles, type PackProblem } from "#platform/pack";
import { z } from "zod";
import type { PackQuestion } from "../question/index.ts";
import type { PackRule } from "./load-rules.ts";

/**
 * Reads `rules/<key>/question.yaml`, where there is one: residents may ask the city's rule by themselves. Every row that says something must be in the rule; a file beside no
 * rule is a problem. Never throws.
 */
export function loadQuestions({ files }: { readonly files: PackFiles }, rules: readonly PackRule[]): { readonly questions: readonly PackQuestion[]; readonly problems: readonly PackProblem[] } {
  const problems: PackProblem[] = [];
  const questions: PackQuestion[] = [];
  for (const [file, content] of files) {
    const ruleKey = /^rules\/([^/]+)\/question\.yaml$/u.exec(file)?.[1];
    if (ruleKey === undefined) continue;
    const settings = readYaml(file, content, settingsSchema);
    problems.push(...settings.problems);
    const rule = rules.find(({ key, district }) => key === ruleKey && district === null);
    // A rule that does not load is told of by itself.
    if (settings.value === null || rule === undefined) continue;
    const rows = new Set(rule.content.table.rules.map(({ id }) => id));
    const unknown = Object.keys(settings.value.sources).filter((row) => !rows.has(row));
    problems.push(...unknown.map((row) => settings.problemAt(["sources", row], NO_ROW)));
    if (settings.problems.length + unknown.length === 0) questions.push({ ...settings.value, rule: ruleKey, notice: rule.content.notice });
  }
  return { questions: rules.flatMap(({ key, district }) => (district === null ? questions.filter(({ rule }) => rule === key) : [])), problems };
}

const settingsSchema = z.strictObject({ question: localText, about: localText, sources: z.record(z.string(), z.strictObject({ source: localText, asOf: isoDate })).default({}) });

const NO_ROW = fault("规则表里没有这一行", "the rule has no such row", "写 table.dmn 里规则的编号", "name a row of table.dmn by its id");
