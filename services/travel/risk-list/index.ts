export { differenceOf, type ListDifference } from "./list-difference.ts";
export { TOWNSHIP, UNIT, ZONE } from "./place-words.ts";
export { readRiskList } from "./read-list.ts";
export { areaKey, LEVEL_WORDS, listedArea, RISK_LEVELS, type ListedArea, type ListFault, type ListReading, type ListRemark, type RiskLevel, type RiskList } from "./risk-list.ts";
export type { KnownArea, RiskLayer, RiskStatement } from "./risk-statement.ts";
