import { compileTable, decide, decideExplained, type Decision } from "../../../engines/rules/index.ts";
import type { Contender } from "../contender.ts";
import { TRAVEL } from "../travel-table.ts";

const table = compileTable(TRAVEL);

const said = (decision: Decision): string => (decision.kind === "value" && typeof decision.value === "string" ? decision.value : JSON.stringify(decision));

// What was read of explanations goes here: work whose result nobody can see might be left out.
export let read = 0;

/** Our engine: the answer alone; with its explanation, kept as it is for the record; with the explanation worked out as for a reader. */
export const contenders: readonly Contender[] = [
  { name: "ours, bare", load: () => ({ kind: "at-once", decide: (journey) => said(decide(table, journey)) }) },
  {
    name: "ours, explained",
    load: () => ({ kind: "at-once", decide: (journey) => {
      const { decision, explanation } = decideExplained(table, journey);
      if (explanation !== null) kept[(read += 1) & (KEPT - 1)] = explanation;
      return said(decision);
    } }),
  },
  {
    name: "ours, explanation read out",
    load: () => ({ kind: "at-once", decide: (journey) => {
      const { decision, explanation } = decideExplained(table, journey);
      if (explanation !== null) read += explanation.hits.length + explanation.nearMisses.length + explanation.clauses.length;
      return said(decision);
    } }),
  },
];

// The last explanations stay reachable, so that they are really made.
const KEPT = 64;
const kept: unknown[] = Array.from({ length: KEPT });
