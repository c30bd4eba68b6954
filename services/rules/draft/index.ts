export { beginRule, mutable, withTable } from "./begin-rule.ts";
export { checkRule, compileRule, type CheckedRule, type LevelAbove, type RuleGround } from "./check-rule.ts";
export { fileOfTable, tableInFile, type FileFault } from "./dmn-file.ts";
export {
  beginBody, importBody, moveBody, releaseBody, releasedView, ruleDraftId, ruleList, ruleSummary, ruleView, saveBody, sendBackBody, triedCase, tryBody,
  type ClauseChoice, type RuleComparison, type RuleDifference, type RuleFault, type RuleFinding, type RuleList, type RuleSummary, type RuleView, type TriedCase,
} from "./desk-view.ts";
export { OUTCOME_TONES, ruleContent, tableSchema, type RuleContent, type RuleExample, type RuleOutcome } from "./rule-content.ts";
export { tryCase } from "./try-case.ts";
