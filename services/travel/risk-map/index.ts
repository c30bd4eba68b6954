export { placeOf, riskMap, type AskedPlace, type PlaceLevel, type RiskMap } from "./risk-map.ts";
export type { RiskSnapshot } from "./risk-snapshot.ts";
