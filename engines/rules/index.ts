/** Rules as decision tables: read, compiled, decided, explained, checked, compared. Pure; knows no city and no service. */
export { type Aggregation, AGGREGATIONS, type DecisionTable, HIT_POLICIES, type HitPolicy, type InputColumn, type OutputColumn, type Rule } from "./table/decision-table.ts";
export { CLAUSE_ANNOTATION, type CompiledColumn, type CompiledRow, type CompiledTable, compileTable, type Facts, type Feel, type NamedType, type Value } from "./table/compile-table.ts";
export type { FactValue } from "./table/column.ts";
export { decide, decideExplained } from "./table/decide.ts";
export type { Decision, DecisionError } from "./table/decision.ts";
export type { Explanation, NearMiss } from "./table/explanation.ts";
export { type CheckReport, checkTable, type Example, type Finding } from "./table/check-table.ts";
export { type Comparison, compareTables, type Difference } from "./table/compare-tables.ts";
export { type AsOf, type DatedDecision, decideAt, type RuleVersion, versionAt } from "./table/versions.ts";
export { almosts, missingWords, reasons, type RuleWords } from "./sentences.ts";
