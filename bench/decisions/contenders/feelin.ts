import { questionsByRow } from "../cells.ts";
import type { Contender } from "../contender.ts";
import { otherEngine } from "../packages.ts";
import { answerOf } from "../travel-table.ts";

type Feelin = { readonly unaryTest: (text: string, context: Readonly<Record<string, unknown>>) => { readonly value: boolean | null } };

/** FEEL interpreted cell by cell, as written; a row is left at the first cell that says no. */
export const contenders: readonly Contender[] = [{
  name: "feelin, a test per cell",
  load: async () => {
    const { unaryTest } = await otherEngine<Feelin>("feelin");
    const rows = questionsByRow().map((questions, row) => ({ questions, answer: answerOf(row) }));
    return { kind: "at-once", decide: (journey) => rows.find(({ questions }) => questions.every(({ fact, text }) => unaryTest(text, { "?": journey[fact] }).value === true))?.answer ?? "" };
  },
}];
