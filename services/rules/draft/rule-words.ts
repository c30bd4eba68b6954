import { columnValues, type CompiledTable, type RuleWords } from "#engines/rules";
import type { RuleContent } from "./rule-content.ts";

/** The words a rule is explained with, in one language: the pack's or the officers', never ours. */
export function wordsOf({ facts, rows, near }: RuleContent, language: "zh" | "en"): RuleWords {
  const pick = <Each extends { readonly zh: string; readonly en: string }>(all: Readonly<Record<string, Each>>): Record<string, string> =>
    Object.fromEntries(Object.entries(all).flatMap(([name, words]) => (words[language].trim() === "" ? [] : [[name, words[language]]])));
  return {
    facts: pick(Object.fromEntries(Object.entries(facts).map(([fact, { name }]) => [fact, name]))),
    values: Object.fromEntries(Object.entries(facts).map(([fact, { values }]) => [fact, pick(values)])),
    rows: pick(rows),
    near: near[language], or: language === "zh" ? "或" : " or ",
  };
}

/** The values a column names one by one, as people choose among them; empty for numbers and days. */
export function namedValues(compiled: CompiledTable, fact: string): readonly string[] {
  const found = columnValues(compiled).find(({ name }) => name === fact);
  if (found === undefined || (found.kind !== "string" && found.kind !== "boolean")) return [];
  return found.classes.flatMap(({ other, example }) => (other ? [] : [String(example)]));
}
