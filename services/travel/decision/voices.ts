import { reasons, versionAt, wordsIn, type Facts } from "#engines/rules";
import { RANKS, type Authority, type Rank, type RuleEdition, type Verdict } from "./authority.ts";
import { explainedAnyway } from "./explained-anyway.ts";

/** What one authority answers. `version`: of its released rule; null for what a pack states of levels above. */
export type Voice = {
  readonly authority: Authority;
  readonly version: number | null;
  readonly value: string;
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
  | { readonly kind: "voices"; readonly voices: readonly Voice[]; readonly outcomes: readonly Verdict[] }
  | { readonly kind: "needs"; readonly facts: readonly string[] }
  | { readonly kind: "none"; readonly why: "no-rule" | "withheld" | "no-answer" };

/**
 * Asks every authority for one case on one day, with what was known at a moment (`known`, ISO instant). The city must answer, for the notice is its own; the
 * others may be silent. Verdicts are those of the city's rule of that day, from free to strict.
 */
export function voicesOn(authorities: readonly Authority[], facts: Facts, { on, known }: { readonly on: string; readonly known: string }): Voices {
  const needs = new Set<string>();
  const heard: (Omit<Voice, "isAddition"> & { readonly edition: RuleEdition })[] = [];
  for (const authority of authorities) {
    const isOwn = authority.rank === "city" || authority.rank === "district";
    const version = versionAt(authority.editions, { on, known });
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
        reasons: { zh: reasons(explanation, wordsIn(text, "zh")), en: reasons(explanation, wordsIn(text, "en")) },
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
    return { ...voice, isAddition: above.length > 0 && grade(voice.value) > Math.max(...above) };
  });
  return { kind: "voices", voices, outcomes };
}

/** How strict a verdict is, from 0, by the order of the rule. */
export const gradeIn = (outcomes: readonly Verdict[]) => (value: string): number => outcomes.findIndex((each) => each.value === value);
const rankOf = (rank: Rank): number => RANKS.indexOf(rank);
