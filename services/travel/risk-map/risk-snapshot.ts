import type { KnownArea, RiskStatement } from "../risk-list/index.ts";
import type { RiskMap } from "./risk-map.ts";

/** Levels of every place at a moment, as far as was known. `number` names the last statement in them; `until`: when they change by themselves, null when they do not. */
export type RiskSnapshot = {
  readonly number: number;
  readonly at: Date;
  readonly until: Date | null;
  /** The list that holds; null when none does, and then no place has a level. */
  readonly list: RiskStatement | null;
  readonly areas: readonly KnownArea[];
  readonly map: RiskMap<KnownArea>;
};
