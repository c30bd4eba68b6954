import { Jieba } from "@node-rs/jieba";
import { dict } from "@node-rs/jieba/dict.js";
import { pinyin } from "pinyin-pro";

/** Words of a dictionary are loaded once, at the first search: 40 ms and 20 MB that a server without searches never spends. */
let loaded: Jieba | null = null;
const jieba = (): Jieba => (loaded ??= Jieba.withDict(dict));

const RUNS = /[\p{Script=Han}]+|[\p{L}\p{N}]+/gu;
const isHan = (run: string): boolean => /\p{Script=Han}/u.test(run);
const TERM_LENGTH_MAX = 40;

/** Pinyin is found for up to this many signs together: most words, and a four-sign phrase. */
const SOUNDS_MAX = 4;

/**
 * The terms a text is found by: jieba's words and every pair of neighbouring signs of Chinese, pinyin without tones (`p:jiudi`) and
 * its initials (`p:jd`) of up to four signs, words of other scripts in lower case.
 */
export function termsOf(text: string): string[] {
  const terms = new Set<string>();
  for (const [run] of text.normalize("NFKC").toLowerCase().matchAll(RUNS)) {
    if (!isHan(run)) { terms.add(run.slice(0, TERM_LENGTH_MAX)); continue; }
    for (const word of jieba().cutForSearch(run, true)) terms.add(word);
    for (const pair of pairsOf(run)) terms.add(pair);
    for (const sign of run) terms.add(sign);
    // The sounds of the whole run at once: a sign sounds by the words around it (发放 fāfàng, 头发 tóufa).
    const sounds = soundsOf(run);
    for (let at = 0; at < sounds.length; at += 1) for (let length = 2; length <= SOUNDS_MAX; length += 1) {
      const some = sounds.slice(at, at + length);
      if (some.length === length) { terms.add(`p:${some.join("")}`); terms.add(`p:${some.map((sound) => sound[0] ?? "").join("")}`); }
    }
  }
  return [...terms];
}

/**
 * A query as alternatives that must all be met: `[["就地过年"], …]`, each a choice of terms that stand together. Chinese is met by its word or by all its
 * pairs; other letters by the word, its beginning (`prefix`), or as pinyin.
 */
export function queryOf(text: string): readonly (readonly QueryTerm[])[] {
  const runs = [...text.normalize("NFKC").toLowerCase().matchAll(RUNS)].map(([run]) => run).slice(0, RUNS_MAX);
  return runs.map((run): readonly QueryTerm[] => {
    if (!isHan(run)) return [{ all: [run], prefix: true }, { all: [`p:${run}`], prefix: run.length > 3 }];
    const pairs = pairsOf(run);
    return [{ all: [run], prefix: false }, ...(pairs.length > 0 ? [{ all: pairs, prefix: false }] : [])];
  });
}

/** Terms that must all stand in a document; with `prefix` as beginnings. */
export type QueryTerm = { readonly all: readonly string[]; readonly prefix: boolean };

const RUNS_MAX = 8;
const pairsOf = (run: string): string[] => { const signs = [...run]; return signs.slice(0, -1).map((sign, at) => sign + (signs[at + 1] ?? "")); };
const soundsOf = (word: string): string[] => pinyin(word, { toneType: "none", type: "array", nonZh: "removed", v: true });

/** The query in PostgreSQL's words: what must all be met, each a `tsquery`; empty when there is nothing to look for. */
export function tsqueriesOf(text: string): string[] {
  const quoted = (term: string, prefix: boolean): string => `'${term.slice(0, TERM_LENGTH_MAX).replaceAll("\\", "").replaceAll("'", "''")}'${prefix ? ":*" : ""}`;
  return queryOf(text).map((choices) => choices.map(({ all, prefix }) => `(${all.map((term) => quoted(term, prefix)).join(" & ")})`).join(" | "));
}
