export { ruleRoutes } from "./desk-routes.ts";
export { keepRules, type RuleKeeper, type RuleSnapshot } from "./keep-rules.ts";
export { publishRules, type PackRuleOutcome } from "./publish-rules.ts";
export { releasedRules, ruleVersions, RULE_KIND, type ProveRule, type ReleasedRule } from "./rule-archive.ts";
export { ruleDesk, type RuleDesk, type RuleOfficer } from "./rule-desk.ts";
export { questionBook, type QuestionBook } from "./keep-questions.ts";
export { questionRoutes, type QuestionPageView, type QuestionPortal } from "./question-routes.ts";
