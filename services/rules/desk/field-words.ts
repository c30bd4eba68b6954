import type { ConflictWords, DraftConflict } from "#platform/desk-ui";
import { inLanguage, messages, type Language } from "#platform/i18n";
import type { RuleContent } from "../draft/index.ts";
import { cellInWords, factInWords } from "../draft/cell-words.ts";
import { outcomeOf } from "../draft/edit-outcomes.ts";
import { verdictOf } from "../draft/edit-table.ts";

/** Where two officers wrote differently, and what each wrote, as people read it. */
export function conflictInWords({ path, mine, theirs }: DraftConflict, content: RuleContent, language: Language): ConflictWords {
  return { place: placeInWords(path, content, language), mine: somethingInWords(path, mine, content, language), theirs: somethingInWords(path, theirs, content, language) };
}

function placeInWords([list = "", name = "", ...inside]: readonly string[], content: RuleContent, language: Language): string {
  const say = words(language);
  const [part = "", fact = ""] = inside;
  const lists: Readonly<Record<string, string>> = { facts: say.facts, columns: say.facts, outcomes: say.outcomes, examples: say.examples, approvals: say.approvals, title: say.title, near: say.near, effectiveFrom: say.effectiveFrom, effectiveTo: say.effectiveTo, order: say.order, how: say.how };
  if (list === "table") return [say.row(name), part === "tests" ? factInWords(fact, content, language) : part === "outputs" ? say.verdict : part === "notes" ? say.clauses : ""].filter((each) => each !== "").join(" · ");
  if (list === "rows") return `${say.row(name)} · ${say.reason}`;
  const called = list === "facts" || list === "columns" ? factInWords(name, content, language) : list === "outcomes" ? inLanguage(outcomeOf(content, name)?.name ?? { zh: name, en: name }, language) : list === "examples" || list === "approvals" ? name : "";
  return [lists[list] ?? list, called].filter((each) => each !== "").join(" · ");
}

function somethingInWords([list = "", , part = "", fact = ""]: readonly string[], value: unknown, content: RuleContent, language: Language): string {
  const say = words(language);
  if (value === undefined || value === null || value === "") return say.empty;
  if (list === "table" && part === "tests" && typeof value === "string") return cellInWords(value, content.facts[fact], language);
  if (Array.isArray(value)) {
    const verdict = list === "table" && part === "outputs" ? verdictOf({ outputs: value.map(String) }) : null;
    const outcome = verdict === null ? undefined : outcomeOf(content, verdict);
    return outcome === undefined ? value.map(String).join(", ") : inLanguage(outcome.name, language);
  }
  if (typeof value !== "object") return String(value);
  const texts = ["zh", "en"].map((tongue) => (tongue in value ? String((value as Readonly<Record<string, unknown>>)[tongue]) : "")).filter((text) => text !== "");
  return texts.length > 0 ? texts.join(" / ") : say.whole;
}

const words = messages({
  row: (name: string) => ({ zh: `规则 ${name}`, en: `Row ${name}` }), verdict: { zh: "结论", en: "Verdict" }, clauses: { zh: "依据", en: "Clauses" }, reason: { zh: "为什么", en: "Why" }, facts: { zh: "问哪些事", en: "Facts" }, outcomes: { zh: "结论", en: "Verdicts" }, examples: { zh: "例子", en: "Examples" }, approvals: { zh: "批准文件", en: "Approvals" },
  title: { zh: "规则表的名字", en: "Name of the rule" }, near: { zh: "“差一点”的句子", en: "Sentence for a near miss" }, effectiveFrom: { zh: "从哪天起用", en: "In force from" }, effectiveTo: { zh: "到哪天前为止", en: "Until before" }, order: { zh: "先后顺序", en: "Order" }, how: { zh: "几条规则同时命中时", en: "When several rows match" },
  empty: { zh: "（空）", en: "(empty)" }, whole: { zh: "（改过）", en: "(changed)" },
});
