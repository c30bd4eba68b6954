import { type Question, questionsByRow } from "../cells.ts";
import type { Contender } from "../contender.ts";
import { otherEngine } from "../packages.ts";
import { answerOf, type Journey } from "../travel-table.ts";

type Condition = { readonly fact: string; readonly operator: string; readonly value: unknown };
type Engine = { addRule: (rule: object) => void; run: (facts: Journey) => Promise<{ readonly events: readonly { readonly type: string }[] }>; stop: () => void };
type JsonRules = { readonly Engine: new () => Engine };

/** Rows as rules of falling priority; the first that holds stops the engine, which therefore decides one case at a time. */
export const contenders: readonly Contender[] = [{
  name: "json-rules-engine",
  load: async () => {
    const engine = new (await otherEngine<JsonRules>("json-rules-engine")).Engine();
    for (const [row, questions] of questionsByRow().entries()) {
      engine.addRule({ conditions: { all: questions.flatMap(conditions) }, event: { type: answerOf(row) }, priority: 100 - row, onSuccess: () => engine.stop() });
    }
    return { kind: "later", together: 1, decide: async (journey) => (await engine.run(journey)).events[0]?.type ?? "" };
  },
}];

function conditions({ fact, cell }: Question): Condition[] {
  switch (cell.kind) {
    case "truth": return [{ fact, operator: "equal", value: cell.value }];
    case "texts": return [{ fact, operator: cell.negated ? "notIn" : "in", value: cell.values }];
    case "range": return [
      ...(cell.low === null ? [] : [{ fact, operator: cell.low.closed ? "greaterThanInclusive" : "greaterThan", value: cell.low.value }]),
      ...(cell.high === null ? [] : [{ fact, operator: cell.high.closed ? "lessThanInclusive" : "lessThan", value: cell.high.value }]),
    ];
  }
}
