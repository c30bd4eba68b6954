import type { LocalText } from "#platform/i18n";
import type { Authority, ToldCondition, TravelAnswer, TravelAnswers, Voice } from "../decision/index.ts";
import { authorityView, groundView, viewOfAnswer } from "./answer-view.ts";

/**
 * The answer as JSON in UTF-8: byte by byte what `JSON.stringify` makes of `viewOfAnswer`. Most of an answer are the words of authorities, which many answers hold,
 * so they are written once and put in.
 */
export function jsonOfAnswer(answer: TravelAnswer, nameOf: TravelAnswers["nameOf"]): Buffer {
  if (answer.kind !== "decided") return Buffer.from(JSON.stringify(viewOfAnswer(answer, nameOf)));
  const { kind, verdict, grounds: _grounds, milder: _milder, conditions: _conditions, told: _told, ...rest } = viewOfAnswer({ ...answer, voices: [], milder: [], conditions: [], told: [] }, nameOf);
  const conditions = `,"conditions":[${answer.conditions.map(conditionJson).join()}],"told":[${answer.told.map(({ words, authority }) => `{"words":${wordsJson(words)},"authority":${authorityJson(authority)}}`).join()}],`;
  return Buffer.concat([
    Buffer.from(`{"kind":"${kind}","verdict":${JSON.stringify(verdict)},"grounds":`), groundsJson(answer.voices), MILDER, groundsJson(answer.milder), Buffer.from(`${conditions}${JSON.stringify(rest).slice(1)}`),
  ]);
}

const MILDER = Buffer.from(',"milder":');
const conditionJson = ({ words, authority, way }: ToldCondition): string => `{"words":${wordsJson(words)},"authority":${authorityJson(authority)},"way":"${way}"}`;
/** Those who say the same in a case are one list, the same for all who ask it. */
const groundsJson = keptFor((voices: readonly Voice[]) => Buffer.from(JSON.stringify(voices.map(groundView))));
const authorityJson = keptFor((authority: Authority) => JSON.stringify(authorityView(authority)));
const wordsJson = keptFor(({ zh, en }: LocalText) => JSON.stringify({ zh, en }));

/** What is made of things that never change, kept as long as the things themselves. */
function keptFor<Each extends object, Made>(make: (each: Each) => Made): (each: Each) => Made {
  const made = new WeakMap<Each, Made>();
  return (each) => {
    let kept = made.get(each);
    if (kept === undefined) made.set(each, kept = make(each));
    return kept;
  };
}
