import { explainedAnyway, reasons, versionAt, wordsIn, type AsOf, type CompiledTable, type RuleVersion } from "#engines/rules";
import { readAnswers, type FieldFault, type Form } from "#engines/forms";
import type { RuleContent, RuleOutcome } from "../draft/index.ts";
import { scalar } from "../draft/try-case.ts";
import { factsOf, questionForm } from "./question-form.ts";
import type { PackQuestion, RowSource } from "./question.ts";

/** A released version with what it says; `content` null when it cannot be read. */
export type QuestionEdition = RuleVersion & { readonly content: RuleContent | null };

/** What a resident is told. `needs`: facts that are still to be told; `none`: no rule of this day, or none that can be proved, or one that does not speak of the case. */
export type QuestionAnswer =
  | { readonly kind: "decided"; readonly outcome: RuleOutcome; readonly reasons: { readonly zh: readonly string[]; readonly en: readonly string[] }; readonly clauses: readonly string[]; readonly sources: readonly RowSource[]; readonly version: number }
  | { readonly kind: "needs"; readonly facts: readonly string[] }
  | { readonly kind: "faults"; readonly faults: readonly FieldFault[] }
  | { readonly kind: "none"; readonly why: "no-rule" | "withheld" | "no-answer" };

/** The version in force on a day with its questions; null when there is none that can be read. */
export function questionOn(editions: readonly QuestionEdition[], asOf: AsOf): { readonly edition: QuestionEdition; readonly content: RuleContent; readonly table: CompiledTable; readonly form: Form } | null {
  const version = versionAt(editions, asOf);
  const edition = editions.find((each) => each === version);
  if (edition?.content == null || edition.table === null) return null;
  return { edition, content: edition.content, table: edition.table, form: questionForm(edition.content, edition.table) };
}

/** Answers a question by the rule in force on the day, from what was written in its form. Pure; the same question as of the same moment has the same answer. */
export function answerQuestion(question: Pick<PackQuestion, "sources">, editions: readonly QuestionEdition[], written: Readonly<Record<string, string>>, asOf: AsOf): QuestionAnswer {
  const asked = questionOn(editions, asOf);
  if (asked === null) return { kind: "none", why: versionAt(editions, asOf) === null ? "no-rule" : "withheld" };
  const { edition, content, table, form } = asked;
  const { answers, faults } = readAnswers(form, written, NO_SETTING);
  if (faults.length > 0) return { kind: "faults", faults };
  const { decision, explanation } = explainedAnyway(table, factsOf(table, answers));
  if (decision.kind === "needs") return { kind: "needs", facts: decision.facts };
  const value = decision.kind === "value" ? String(scalar(decision.value)) : null;
  const outcome = content.outcomes.find((each) => each.value === value);
  if (outcome === undefined || explanation === null) return { kind: "none", why: "no-answer" };
  return {
    kind: "decided", outcome, version: edition.version,
    reasons: { zh: reasons(explanation, wordsIn(content, "zh")), en: reasons(explanation, wordsIn(content, "en")) },
    clauses: explanation.clauses,
    sources: explanation.hits.flatMap(({ id }) => (Object.hasOwn(question.sources, id) ? question.sources[id] ?? [] : [])),
  };
}

/** No fact of a rule is a district or hours. */
const NO_SETTING = { districts: [], hours: () => null };
