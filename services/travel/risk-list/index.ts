export { differenceOf, type ListDifference } from "./list-difference.ts";
export { LIST_BYTES_MAX, readRiskList } from "./read-list.ts";
export { areaKey, LEVEL_WORDS, listedArea, RISK_LEVELS, type ListedArea, type ListFault, type ListReading, type ListRemark, type RiskLevel, type RiskList } from "./risk-list.ts";
