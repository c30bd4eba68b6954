import { type Question, questionsByRow } from "../cells.ts";
import type { Contender, Loaded } from "../contender.ts";
import { otherEngine } from "../packages.ts";
import { answerOf, type Journey, TRAVEL } from "../travel-table.ts";

type Zen = {
  readonly ZenEngine: new () => { createDecision: (content: unknown) => { evaluate: (facts: Journey, options: { readonly trace: boolean }) => Promise<{ readonly result: { readonly answer: string }; readonly trace?: unknown }> } };
  readonly ZenDecisionContent: new (content: object) => unknown;
};

/** A decision table of zen's own JSON, read once. Its threads cost least when many questions are under way. */
export const contenders: readonly Contender[] = [
  { name: "zen-engine", load: () => loaded(false) },
  { name: "zen-engine, trace on", load: () => loaded(true) },
];

async function loaded(trace: boolean): Promise<Loaded> {
  const { ZenEngine, ZenDecisionContent } = await otherEngine<Zen>("@gorules/zen-engine");
  const decision = new ZenEngine().createDecision(new ZenDecisionContent(graph()));
  return { kind: "later", together: 64, decide: async (journey) => {
    const reply = await decision.evaluate(journey, { trace });
    if (trace !== (reply.trace !== undefined && reply.trace !== null)) throw new Error("zen-engine: a trace where none was asked for, or none where it was");
    return reply.result.answer;
  } };
}

function graph(): object {
  const rules = questionsByRow().map((questions, row) => ({
    _id: `row-${row + 1}`, ...Object.fromEntries(TRAVEL.inputs.map(({ expression }) => [expression, ""])),
    ...Object.fromEntries(questions.map((question) => [question.fact, words(question)])), answer: JSON.stringify(answerOf(row)),
  }));
  return {
    nodes: [
      { id: "asked", name: "asked", type: "inputNode", position: { x: 0, y: 0 } },
      { id: "table", name: "table", type: "decisionTableNode", position: { x: 200, y: 0 }, content: {
        hitPolicy: "first", inputs: TRAVEL.inputs.map(({ expression }) => ({ id: expression, name: expression, field: expression })),
        outputs: [{ id: "answer", name: "answer", field: "answer" }], rules,
      } },
      { id: "said", name: "said", type: "outputNode", position: { x: 400, y: 0 } },
    ],
    edges: [{ id: "in", sourceId: "asked", targetId: "table", type: "edge" }, { id: "out", sourceId: "table", targetId: "said", type: "edge" }],
  };
}

// zen knows FEEL's constants, commas and ranges, but not its `not(…)`.
function words({ cell, text }: Question): string {
  return cell.kind === "texts" && cell.negated ? `not($ in ${JSON.stringify(cell.values)})` : text;
}
