import type { PackQuestion, QuestionEdition } from "../question/index.ts";
import type { RuleKeeper, RuleSnapshot } from "./keep-rules.ts";
import { ruleVersions } from "./rule-archive.ts";

/** Questions of the pack with the released versions of the rules that answer them. */
export type QuestionBook = { readonly questions: readonly PackQuestion[]; readonly editionsOf: (ruleKey: string) => readonly QuestionEdition[]; /** Clauses and duties that rows of its latest version name. */ readonly clausesOf: (ruleKey: string) => readonly string[] };

/** The city's released rules as questions take them; compiled once a snapshot. */
export function questionBook(questions: readonly PackQuestion[], city: string, current: RuleKeeper["current"]): QuestionBook {
  let [from, kept] = [null as RuleSnapshot | null, new Map<string, readonly QuestionEdition[]>()];
  const clauses = new WeakMap<readonly QuestionEdition[], readonly string[]>();
  const editionsOf = (ruleKey: string): readonly QuestionEdition[] => {
    const snapshot = current();
    if (snapshot !== from) [from, kept] = [snapshot, new Map()];
    const known = kept.get(ruleKey);
    if (known !== undefined) return known;
    const released = snapshot.of(city, ruleKey);
    const editions = ruleVersions(released).map((version, at): QuestionEdition => ({ ...version, content: released[at]?.content ?? null }));
    kept.set(ruleKey, editions);
    return editions;
  };
  return {
    questions, editionsOf,
    clausesOf: (ruleKey) => {
      const editions = editionsOf(ruleKey);
      const known = clauses.get(editions);
      if (known !== undefined) return known;
      const found = [...new Set((editions[0]?.table?.rows ?? []).flatMap((row) => row.clauses))];
      clauses.set(editions, found);
      return found;
    },
  };
}
