import type { CompiledTable, Facts } from "./compile-table.ts";
import { decideExplained } from "./decide.ts";
import type { Decision } from "./decision.ts";
import type { Explanation } from "./explanation.ts";

/**
 * A released version of a table. In force from `effectiveFrom` to the day before `effectiveTo` (Asia/Shanghai dates, null: until further
 * notice); known since `recordedAt` (an instant, ISO 8601 UTC).
 */
export type RuleVersion = {
  readonly version: number;
  readonly effectiveFrom: string;
  readonly effectiveTo: string | null;
  readonly recordedAt: string;
  /** Null: it was released and cannot be read or proved any more. */
  readonly table: CompiledTable | null;
};

/** A moment to decide at: the day a case is about, and what was known then. */
export type AsOf = { readonly on: string; readonly known: string };

/** The version that was in force on the day, as far as was known: of several, the one recorded last. */
export function versionAt(versions: readonly RuleVersion[], { on, known }: AsOf): RuleVersion | null {
  let latest: RuleVersion | null = null;
  // Asked with every case: nothing is made on the way.
  for (const each of versions) {
    if (each.effectiveFrom > on || (each.effectiveTo !== null && on >= each.effectiveTo) || each.recordedAt > known) continue;
    if (latest === null || each.recordedAt > latest.recordedAt || (each.recordedAt === latest.recordedAt && each.version > latest.version)) latest = each;
  }
  return latest;
}

/**
 * A decision with the version it rests on; `no-version`: no rule was in force then, as far as was known; `withheld`: the version that was
 * cannot be read or proved, and no other answers in its place.
 */
export type DatedDecision =
  | { readonly kind: "no-version"; readonly asOf: AsOf }
  | { readonly kind: "withheld"; readonly version: number; readonly asOf: AsOf }
  | { readonly kind: "decided"; readonly decision: Decision; readonly explanation: Explanation | null; readonly version: number; readonly asOf: AsOf };

/** Decides a case as it was, or would have been, decided at a moment. The same moment gives the same answer, whatever came after. */
export function decideAt(versions: readonly RuleVersion[], facts: Facts, asOf: AsOf): DatedDecision {
  const version = versionAt(versions, asOf);
  if (version === null) return { kind: "no-version", asOf };
  const { table } = version;
  return table === null ? { kind: "withheld", version: version.version, asOf } : { kind: "decided", ...decideExplained(table, facts), version: version.version, asOf };
}
