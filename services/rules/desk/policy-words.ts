import { messages } from "#platform/i18n";

/** What happens when several rows match, in plain words; by the names DMN gives its hit policies. */
export const policyWords = messages({
  first: { zh: "从上往下，先命中先用", en: "From the top, the first match counts" },
  unique: { zh: "只许命中一条", en: "Only one row may match" },
  any: { zh: "可以命中几条，结论要一样", en: "Several may match if they agree" },
  priority: { zh: "命中几条时，最严的算数", en: "Of several matches the strictest counts" },
  "rule-order": { zh: "命中的都算，从上往下列", en: "All matches count, from the top" },
  "output-order": { zh: "命中的都算，从严到宽列", en: "All matches count, strictest first" },
  collect: { zh: "命中的都算，不分先后", en: "All matches count, in no order" },
});

/** Those that give one answer; a rule may be changed to these. */
export const SINGLE_POLICIES = ["first", "unique", "any", "priority"] as const;
