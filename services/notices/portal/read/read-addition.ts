import { applyCorrections, type Obligation, type Reading } from "#engines/reading";
import { refusalInWords } from "../../draft/refusal-words.ts";
import type { ReadRefusal, StatedFacts } from "./stated-facts.ts";

/** An order the reader missed, by the words it has in the text. */
export type ReadAddition = StatedFacts & {
  /** Its own number on the form, from 1; never given to another. */
  readonly key: number;
  readonly words: string;
  /** Taken back. */
  readonly dropped: boolean;
};

/** Missed orders that one form can hold. */
export const ADDITIONS_MAX = 100;

/** The name of a missed order in the form's fields, where a read one has its id: `q:+1` its words, `m:+1` its strength. */
export function additionName({ key }: Pick<ReadAddition, "key">): string {
  return `+${key}`;
}

/** All orders with the missed ones at their places. `placed`: which addition an order came from, by its id. */
type Placed = { readonly orders: readonly Obligation[]; readonly placed: ReadonlyMap<string, ReadAddition>; readonly refusals: readonly ReadRefusal[] };

/** Puts missed orders where their words stand. What was taken back and stands nowhere is forgotten. */
export function placeAdditions(reading: Reading, text: string, additions: readonly ReadAddition[]): Placed {
  const placed = new Map<string, ReadAddition>();
  const refusals: ReadRefusal[] = [];
  let orders = reading.obligations;
  for (const addition of additions) {
    const outcome = withAddition({ ...reading, obligations: orders }, text, addition);
    if ("problem" in outcome) {
      if (!addition.dropped) refusals.push(outcome);
      continue;
    }
    orders = outcome.orders;
    placed.set(outcome.added.id, addition);
  }
  return { orders, placed, refusals };
}

function withAddition(reading: Reading, text: string, addition: ReadAddition): { orders: readonly Obligation[]; added: Obligation } | ReadRefusal {
  const { words, modality } = addition;
  const field = `q:${additionName(addition)}`;
  if (words === "") return { field, ...wordsMissing };
  const { reading: { obligations: orders }, refused: [why] } = applyCorrections(reading, text, [{ quote: BESIDE_NONE, change: { kind: "add", excerpt: words, modality } }]);
  if (why !== undefined) return { field, ...refusalInWords(why, "add") };
  const known = new Set(reading.obligations.map(({ id }) => id));
  const added = orders.find(({ id }) => !known.has(id));
  if (added === undefined || reading.obligations.some((each) => each.modality === modality && samePlace(each, added))) {
    return { field, ...refusalInWords({ reason: "already-there", words }, "add") };
  }
  return { orders, added };
}

/** In no text that went through `steadyText`: the words have to say by themselves where they stand, once. */
const BESIDE_NONE = "\0";

function samePlace({ ranges: [one, more] }: Obligation, { ranges: [other] }: Obligation): boolean {
  return more === undefined && one?.[0] === other?.[0] && one?.[1] === other?.[1];
}

const wordsMissing = {
  problem: { zh: "补的这一件还没有原文里的话", en: "The missed duty has no words of the text yet" },
  remedy: { zh: "从原来的文字里复制那句话，粘到这里；不补就把填的都清空。", en: "Copy its sentence from the text and paste it here; to add nothing, empty all of its fields." },
};
