import type { RuleWords } from "./sentences.ts";
import { columnValues } from "./table/column-values.ts";
import type { CompiledTable } from "./table/compile-table.ts";

type Both = { readonly zh: string; readonly en: string };
/** The words of a table in both languages; either may still be empty while somebody writes. */
export type BothWords = {
  readonly facts: Readonly<Record<string, { readonly name: Both; readonly values: Readonly<Record<string, Both>> }>>;
  readonly rows: Readonly<Record<string, Both>>;
  readonly near: Both;
};

/** The words a table is explained with, in one language: the pack's or the officers', never ours. */
export function wordsIn({ facts, rows, near }: BothWords, language: "zh" | "en"): RuleWords {
  const pick = <Each extends Both>(all: Readonly<Record<string, Each>>): Record<string, string> =>
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
