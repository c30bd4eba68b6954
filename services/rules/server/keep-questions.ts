import type { PackQuestion, QuestionEdition } from "../question/index.ts";
import type { RuleKeeper, RuleSnapshot } from "./keep-rules.ts";
import { ruleVersions } from "./rule-archive.ts";

/** Questions of the pack with the released versions of the rules that answer them. */
export type QuestionBook = { readonly questions: readonly PackQuestion[]; readonly editionsOf: (ruleKey: string) => readonly QuestionEdition[] };

/** The city's released rules as questions take them; compiled once a snapshot. */
export function questionBook(questions: readonly PackQuestion[], city: string, current: RuleKeeper["current"]): QuestionBook {
  let [from, kept] = [null as RuleSnapshot | null, new Map<string, readonly QuestionEdition[]>()];
  return {
    questions,
    editionsOf: (ruleKey) => {
      const snapshot = current();
      if (snapshot !== from) [from, kept] = [snapshot, new Map()];
      const known = kept.get(ruleKey);
      if (known !== undefined) return known;
      const released = snapshot.of(city, ruleKey);
      const editions = ruleVersions(released).map((version, at): QuestionEdition => ({ ...version, content: released[at]?.content ?? null }));
      kept.set(ruleKey, editions);
      return editions;
    },
  };
}
