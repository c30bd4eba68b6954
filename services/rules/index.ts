/** Rules of a city and its districts: what they say, how they are checked, and what a pack brings. */
export * from "./draft/index.ts";
export { choicesIn } from "./clause-choices.ts";
export { loadRules, type PackRule } from "./pack/load-rules.ts";
export { ruleForm, readRuleForm, type RuleForm } from "./released-form.ts";
export * from "./question/index.ts";
export { loadQuestions } from "./pack/load-questions.ts";
