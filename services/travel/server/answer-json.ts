import type { LocalText } from "#platform/i18n";
import type { Authority, ToldCondition, TravelAnswer, TravelAnswers, Voice } from "../decision/index.ts";
import { authorityView, groundView, viewOfAnswer } from "./answer-view.ts";

/**
 * The answer as JSON: letter by letter what `JSON.stringify` makes of `viewOfAnswer`. Most of an answer are the words of authorities, which many answers hold, so
 * they are written once and put in.
 */
export function jsonOfAnswer(answer: TravelAnswer, nameOf: TravelAnswers["nameOf"]): string {
  if (answer.kind !== "decided") return JSON.stringify(viewOfAnswer(answer, nameOf));
  const { kind, verdict, grounds: _grounds, milder: _milder, conditions: _conditions, told: _told, ...rest } = viewOfAnswer({ ...answer, voices: [], milder: [], conditions: [], told: [] }, nameOf);
  const told = answer.told.map(({ words, authority }) => `{"words":${wordsJson(words)},"authority":${authorityJson(authority)}}`);
  return `{"kind":"${kind}","verdict":${JSON.stringify(verdict)},"grounds":[${answer.voices.map(groundJson).join()}],"milder":[${answer.milder.map(groundJson).join()}],`
    + `"conditions":[${answer.conditions.map(conditionJson).join()}],"told":[${told.join()}],${JSON.stringify(rest).slice(1)}`;
}

const conditionJson = ({ words, authority, way }: ToldCondition): string => `{"words":${wordsJson(words)},"authority":${authorityJson(authority)},"way":"${way}"}`;
const groundJson = writtenOnce((voice: Voice) => groundView(voice));
const authorityJson = writtenOnce((authority: Authority) => authorityView(authority));
const wordsJson = writtenOnce(({ zh, en }: LocalText) => ({ zh, en }));

/** JSON of things that never change, kept as long as the things themselves. */
function writtenOnce<Each extends object>(view: (each: Each) => unknown): (each: Each) => string {
  const written = new WeakMap<Each, string>();
  return (each) => {
    let json = written.get(each);
    if (json === undefined) written.set(each, json = JSON.stringify(view(each)));
    return json;
  };
}
