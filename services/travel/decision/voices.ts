import { explainedAnyway, reasons, versionAt, wordsIn, type Facts, type RuleVersion, type RuleWords } from "#engines/rules";
import type { LocalText } from "#platform/i18n";
import { RANKS, type Authority, type Rank, type RuleEdition, type RuleText, type Verdict } from "./authority.ts";

/** What one authority answers. `version`: of its released rule; null for what a pack states of levels above. */
export type Voice = {
  readonly authority: Authority;
  readonly version: number | null;
  readonly value: string;
  /** How the verdict is called. */
  readonly name: LocalText;
  readonly reasons: { readonly zh: readonly string[]; readonly en: readonly string[] };
  /** The notice whose clauses the rows carry out, and their keys. */
  readonly notice: string | null;
  readonly clauses: readonly string[];
  /** Stricter than every level above that speaks of this case (层层加码). */
  readonly isAddition: boolean;
  /** The document that allows it to be. */
  readonly document: string | null;
};

/** Who answers what on one day; or the facts that are still to be told; or why there is no answer. */
export type Voices =
  | {
    readonly kind: "voices";
    readonly outcomes: readonly Verdict[];
    /** The strictest verdict, its place among the outcomes, and whether none is stricter. */
    readonly verdict: Verdict;
    readonly grade: number;
    readonly isLast: boolean;
    /** Those who say so, the city first; then those who say less. */
    readonly saying: readonly Voice[];
    readonly milder: readonly Voice[];
  }
  | { readonly kind: "needs"; readonly facts: readonly string[] }
  | { readonly kind: "none"; readonly why: "no-rule" | "withheld" | "no-answer" };

/**
 * Asks every authority for one case on one day, with what was known at a moment (`known`, ISO instant). The city must answer, for the notice is its own; the
 * others may be silent. Verdicts are those of the city's rule of that day, from free to strict.
 */
export function voicesOn(authorities: readonly Authority[], facts: Facts, { on, known }: { readonly on: string; readonly known: string }): Voices {
  const versions = authorities.map(({ editions }) => versionAt(editions, { on, known }));
  const key = caseKey(authorities, versions, facts);
  if (key === null) return voicesIn(authorities, versions, facts);
  let cases = HEARD.get(authorities);
  if (cases === undefined) HEARD.set(authorities, cases = new Map());
  const heard = cases.get(key);
  if (heard !== undefined) return heard;
  const voices = voicesIn(authorities, versions, facts);
  if (cases.size >= CASES_KEPT) cases.clear();
  cases.set(key, voices);
  return voices;
}

/** What was heard of authorities in a case: the same versions say the same of the same facts, whatever the day and whoever asks. */
const HEARD = new WeakMap<readonly Authority[], Map<string, Voices>>();
/** Facts have a few named values each; a table with more cases than this hears some of them again. */
const CASES_KEPT = 4_096;

/** Names a case by the place of each version among its authority's, and by its facts; null where a fact is not one of a few values. */
function caseKey(authorities: readonly Authority[], versions: readonly (RuleVersion | null)[], facts: Facts): string | null {
  let key = "";
  for (const [at, version] of versions.entries()) key += `${version === null ? "" : authorities[at]?.editions.findIndex((each) => each === version) ?? ""} `;
  for (const name of Object.keys(facts)) {
    const value = facts[name];
    // With their lengths, so that no two cases are written alike.
    if (typeof value === "string") key += `${name.length} ${name}${value.length} ${value}`;
    else if (typeof value === "boolean") key += `${name.length} ${name}${value ? "+" : "-"}`;
    else return null;
  }
  return key;
}

function voicesIn(authorities: readonly Authority[], versions: readonly (RuleVersion | null)[], facts: Facts): Voices {
  const needs = new Set<string>();
  const heard: (Omit<Voice, "isAddition" | "name"> & { readonly edition: RuleEdition })[] = [];
  for (const [at, authority] of authorities.entries()) {
    const isOwn = authority.rank === "city" || authority.rank === "district";
    const version = versions[at] ?? null;
    if (version === null) {
      if (authority.rank === "city") return { kind: "none", why: "no-rule" };
      continue;
    }
    const edition = authority.editions.find((each) => each === version);
    if (edition === undefined || edition.table === null || edition.text === null) {
      if (isOwn) return { kind: "none", why: "withheld" };
      continue;
    }
    const { decision, explanation } = explainedAnyway(edition.table, facts);
    if (decision.kind === "needs") for (const fact of decision.facts) needs.add(fact);
    else if (decision.kind === "error") {
      const isSilent = decision.error.code === "no-rule-applies" && !isOwn;
      if (!isSilent) return { kind: "none", why: "no-answer" };
    } else if (explanation !== null) {
      const { text } = edition;
      const rows = explanation.hits.map(({ id }) => id);
      heard.push({
        authority, edition, version: isOwn ? edition.version : null, value: String(decision.value), notice: text.notice, clauses: explanation.clauses,
        reasons: { zh: reasons(explanation, wordsOf(text).zh), en: reasons(explanation, wordsOf(text).en) },
        document: text.approvals.find(({ row, document }) => rows.includes(row) && document.trim() !== "")?.document ?? null,
      });
    }
  }
  if (needs.size > 0) return { kind: "needs", facts: [...needs] };
  const outcomes = heard.find(({ authority }) => authority.rank === "city")?.edition.text?.outcomes ?? [];
  if (heard.some(({ value }) => outcomes.every((each) => each.value !== value))) return { kind: "none", why: "no-answer" };
  const grade = gradeIn(outcomes);
  const voices = heard.map(({ edition: _edition, ...voice }): Voice => {
    const above = heard.filter((other) => rankOf(other.authority.rank) < rankOf(voice.authority.rank)).map((other) => grade(other.value));
    return { ...voice, name: outcomes[grade(voice.value)]?.name ?? { zh: voice.value, en: voice.value }, isAddition: above.length > 0 && grade(voice.value) > Math.max(...above) };
  });
  const top = Math.max(...voices.map(({ value }) => grade(value)));
  const verdict = outcomes[top];
  if (verdict === undefined) return { kind: "none", why: "no-answer" };
  const inOrder = voices.toSorted((one, other) => Number(other.authority.rank === "city") - Number(one.authority.rank === "city"));
  return { kind: "voices", outcomes, verdict, grade: top, isLast: top === outcomes.length - 1, saying: inOrder.filter(({ value }) => value === verdict.value), milder: inOrder.filter(({ value }) => value !== verdict.value) };
}

/** The words of a version by language, sorted out once. */
function wordsOf(text: RuleText): { readonly zh: RuleWords; readonly en: RuleWords } {
  let words = WORDS.get(text);
  if (words === undefined) WORDS.set(text, words = { zh: wordsIn(text, "zh"), en: wordsIn(text, "en") });
  return words;
}
const WORDS = new WeakMap<RuleText, { readonly zh: RuleWords; readonly en: RuleWords }>();

/** How strict a verdict is, from 0, by the order of the rule. */
export const gradeIn = (outcomes: readonly Verdict[]) => (value: string): number => outcomes.findIndex((each) => each.value === value);
const rankOf = (rank: Rank): number => RANKS.indexOf(rank);
