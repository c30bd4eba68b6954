import type { Explanation } from "./table/explanation.ts";
import type { CompiledTable, Value } from "./table/compile-table.ts";

/**
 * A pack's words for a table in one language. `rows`: a sentence for each row id, in which `{fact}` stands for the value of a fact. `values`:
 * how the values of a fact are called. `near`: the sentence for a row missed by one fact, with `{fact}`, `{value}` and `{asks}`.
 */
export type RuleWords = {
  readonly facts: Readonly<Record<string, string>>;
  readonly values: Readonly<Record<string, Readonly<Record<string, string>>>>;
  readonly rows: Readonly<Record<string, string>>;
  readonly near: string;
  /** What stands between values any of which would do; a comma when left out. */
  readonly or?: string;
};

/** Why it was answered so: one sentence for each row that counts. Rows without words say nothing: what is not in the pack is not made up. */
export function reasons(explanation: Explanation, words: RuleWords): string[] {
  const facts = Object.fromEntries(explanation.given);
  return explanation.hits.flatMap(({ id }) => {
    const sentence = words.rows[id];
    return sentence === undefined ? [] : [sentence.replace(/\{([^{}]+)\}/gu, (_, fact: string) => valueWords(words, fact, facts[fact] ?? null))];
  });
}

/** What would have made a difference: one sentence for each row missed by one fact. */
export function almosts(explanation: Explanation, words: RuleWords): string[] {
  return explanation.nearMisses.map(({ fact, asks, value }) => words.near
    .replace("{fact}", words.facts[fact] ?? fact)
    .replace("{value}", valueWords(words, fact, value))
    .replace("{asks}", valueWords(words, fact, asks) !== asks ? valueWords(words, fact, asks) : asks.replace(/"((?:[^"\\]|\\.)*)"(\s*,\s*)?/gu, (_, text: string, comma: string | undefined) => `${valueWords(words, fact, text)}${comma === undefined ? "" : words.or ?? comma}`)));
}

/** Rows and facts that the words leave out: a table is not to be released without them. */
export function missingWords({ table, columns, rows }: CompiledTable, words: RuleWords): { readonly rows: readonly string[]; readonly facts: readonly string[]; readonly unknown: readonly string[] } {
  const names = new Set(columns.map(({ name }) => name));
  const used = Object.values(words.rows).flatMap((sentence) => [...sentence.matchAll(/\{([^{}]+)\}/gu)].map((match) => match[1] ?? ""));
  return {
    rows: rows.map(({ id }) => id).filter((id) => words.rows[id] === undefined),
    facts: table.inputs.map(({ expression }) => expression).filter((fact) => words.facts[fact] === undefined),
    unknown: [...new Set(used.filter((fact) => !names.has(fact)))],
  };
}

function valueWords(words: RuleWords, fact: string, value: Value | bigint): string {
  const known = Object.hasOwn(words.values, fact) ? words.values[fact] : undefined;
  return known !== undefined && Object.hasOwn(known, String(value)) ? known[String(value)] ?? String(value) : String(value);
}
