import type { LocalText } from "#platform/i18n";
import type { AnswerGround, Authority, ToldCondition, TravelAnswer, TravelAnswers, Verdict, Voice } from "../decision/index.ts";
import type { RiskStatement } from "../risk-list/index.ts";
import { authorityView, groundView, placeView, viewOfAnswer } from "./answer-view.ts";

/**
 * The answer as JSON in UTF-8: byte by byte what `JSON.stringify` makes of `viewOfAnswer`. Most of an answer are the words of authorities, which many answers hold,
 * so their bytes are written once and put in.
 */
export function jsonOfAnswer(answer: TravelAnswer, nameOf: TravelAnswers["nameOf"]): Buffer {
  if (answer.kind !== "decided") return Buffer.from(JSON.stringify(viewOfAnswer(answer, nameOf)));
  const { verdict, voices, milder, conditions, told, day, trip, levels, ground } = answer;
  const place = (at: number): string => JSON.stringify(placeView(nameOf(trip.destinations[at] ?? trip.origin), levels.destinations[at]));
  let destinations = place(0);
  for (let at = 1; at < trip.destinations.length; at += 1) destinations += `,${place(at)}`;
  return Buffer.concat([
    verdictBytes(verdict), groundsBytes(voices), MILDER, groundsBytes(milder), conditionsBytes(conditions), toldBytes(told),
    Buffer.from(`"day":"${day}","origin":${JSON.stringify(placeView(nameOf(trip.origin), levels.origin))},"destinations":[${destinations}],"missing":[],"why":null,"faults":[],"asOf":${asOfJson(ground)}}`),
  ]);
}

const MILDER = Buffer.from(',"milder":');
const asOfJson = ({ at, levels, list, rule }: AnswerGround): string => `{"at":"${at.toISOString()}","levels":${levels},"list":${list === null ? "null" : listJson(list)},"rule":${rule}}`;
const verdictBytes = keptFor(({ value, name, tone }: Verdict) => Buffer.from(`{"kind":"decided","verdict":${JSON.stringify({ value, name: { zh: name.zh, en: name.en }, tone })},"grounds":`));
/** Those who say the same in a case are one list, the same for all who ask it; so is what they are told besides. */
const groundsBytes = keptFor((voices: readonly Voice[]) => Buffer.from(JSON.stringify(voices.map(groundView))));
const conditionsBytes = keptFor((conditions: readonly ToldCondition[]) => Buffer.from(`,"conditions":[${conditions.map(({ words, authority, way }) => `{"words":${wordsJson(words)},"authority":${authorityJson(authority)},"way":"${way}"}`).join()}]`));
const toldBytes = keptFor((told: readonly { readonly words: LocalText; readonly authority: Authority }[]) => Buffer.from(`,"told":[${told.map(({ words, authority }) => `{"words":${wordsJson(words)},"authority":${authorityJson(authority)}}`).join()}],`));
const listJson = keptFor(({ validFrom, source, drill }: RiskStatement) => JSON.stringify({ asOf: validFrom.toISOString(), source, drill }));
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
