import { LACKS_CONSENT } from "../consent/awaited.ts";
import { approvalIn } from "../consent/consent.ts";
import { type KeptText } from "../layout/kept-text.ts";
import type { Obligation } from "../reading.ts";
import { arePersons } from "./actors.ts";
import { emit, type Found, newOrder, NOTHING_OPEN } from "./found.ts";
import { setActors } from "./naming.ts";
import { readSentence, type StretchContext } from "./sentence-reader.ts";
import { type Sentence, sentencesOf } from "./sentences.ts";
import type { Stretch } from "./stretches.ts";

/** Every order in the stretches, in order, numbered within its clause. `addressees` stand in where nobody is named. */
export function obligationsOf(kept: KeptText, stretches: readonly Stretch[], addressees: readonly string[]): Obligation[] {
  const obligations: Obligation[] = [];
  const counts = new Map<string, number>();
  let lastClause = "";
  let speaking: string[] = [];
  for (const stretch of stretches) {
    if (stretch.clause !== lastClause) speaking = [];
    lastClause = stretch.clause;
    for (const sentence of sentencesOf(kept.text, stretch.start, stretch.end)) {
      const around: StretchContext = { bare: stretch.bare, speaking, addressees };
      const { found, subject } = readSentence(kept.written, sentence, around);
      if (stretch.banned && found.every(({ modality }) => modality !== "needs-approval")) found.push(...lackingIn(kept.written, sentence, around));
      if (subject.length > 0 && !arePersons(subject)) speaking = subject;
      for (const order of found) {
        const number = (counts.get(stretch.clause) ?? 0) + 1;
        counts.set(stretch.clause, number);
        obligations.push(finished(kept, order, stretch, number));
      }
    }
  }
  return obligations;
}

function finished(kept: KeptText, order: Found, stretch: Stretch, number: number): Obligation {
  const ranges = kept.rangesOf(order.start, order.end);
  return {
    id: `${stretch.clause}#${number}`, clause: stretch.clause, part: stretch.part, ranges, quote: kept.written.slice(order.start, order.end),
    modality: order.modality, polarity: order.polarity, actors: order.actors, actorsInferred: order.inferred,
    approver: order.approver, condition: order.condition, exception: order.exception, deadline: order.deadline,
  };
}

/** 不得有下列行为：（一）未经同意，公开信息；: the consents that an item of what is banned says are lacking. */
function lackingIn(text: string, sentence: Sentence, around: StretchContext): Found[] {
  const found: Found[] = [];
  for (const [index, chunk] of sentence.chunks.entries()) {
    const source = text.slice(sentence.start + chunk.start, sentence.start + chunk.end);
    const consent = source.startsWith("未经") ? approvalIn(sentence.shown.slice(chunk.start, chunk.end), source) : null;
    if (consent === null) continue;
    const act = LACKS_CONSENT.test(sentence.shown.slice(chunk.start, chunk.end)) ? (sentence.chunks[index + 1] ?? chunk) : chunk;
    const order = newOrder(sentence, act, { ...NOTHING_OPEN, from: chunk.start }, { modality: "must-not", polarity: "refrain" }, source);
    setActors(order, [], { ...around, subject: [] }, source);
    emit(found, order, consent, source, true);
  }
  return found;
}
