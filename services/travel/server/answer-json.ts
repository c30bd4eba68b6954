import type { LocalText } from "#platform/i18n";
import { keptMoment, type AnswerGround, type Authority, type Missing, type ToldCondition, type TravelAnswer, type TravelAnswers, type Trip, type Verdict, type Voice } from "../decision/index.ts";
import type { KnownArea, RiskStatement } from "../risk-list/index.ts";
import type { PlaceLevel } from "../risk-map/index.ts";
import { authorityView, candidatesView, groundView, placeView, viewOfAnswer } from "./answer-view.ts";

/**
 * The answer as JSON in UTF-8, each byte as one sign (latin1): byte by byte what `JSON.stringify` makes of `viewOfAnswer`. Most of an answer are the words of authorities, which many answers hold,
 * so their bytes are written once and put in.
 */
export function jsonOfAnswer(answer: TravelAnswer, nameOf: TravelAnswers["nameOf"]): string {
  if (answer.kind !== "decided" && answer.kind !== "missing") return bytes(JSON.stringify(viewOfAnswer(answer, nameOf)));
  const { trip, levels, ground } = answer;
  const place = (asked: Trip["origin"], level: PlaceLevel<KnownArea> | undefined): string => {
    // The level of a whole division is one thing, the same for all who ask for it; what stands below one is somebody's own.
    let kept = asked.below === "" && level !== undefined ? PLACES.get(level) : undefined;
    if (kept?.division !== asked.division) {
      kept = { division: asked.division, written: bytes(JSON.stringify(placeView(nameOf(asked), level))) };
      if (asked.below === "" && level !== undefined) PLACES.set(level, kept);
    }
    return kept.written;
  };
  let destinations = "";
  for (const [at, asked] of trip.destinations.entries()) destinations += `${at === 0 ? "" : ","}${place(asked, levels.destinations[at])}`;
  const places = `"origin":${place(trip.origin, levels.origin)},"destinations":[${destinations}]`;
  if (answer.kind === "missing") return `${NOTHING_YET}${places},"missing":[${answer.missing.map(missingBytes).join()}],"why":null,"faults":[],"asOf":${asOfJson(ground)}}`;
  const { verdict, voices, milder, conditions, told, day } = answer;
  return verdictBytes(verdict) + groundsBytes(voices) + MILDER + groundsBytes(milder) + conditionsBytes(conditions) + toldBytes(told)
    + `"day":"${day}",${places},"missing":[],"why":null,"faults":[],"asOf":${asOfJson(ground)}}`;
}

/** A text as its bytes in UTF-8, each as one sign. */
const bytes = (text: string): string => Buffer.from(text).toString("latin1");
const PLACES = new WeakMap<PlaceLevel<KnownArea>, { readonly division: string; readonly written: string }>();
const NOTHING_YET = '{"kind":"missing","verdict":null,"grounds":[],"milder":[],"conditions":[],"told":[],"day":null,';
const NO_CANDIDATES: readonly KnownArea[] = [];
const candidatesBytes = keptFor((candidates: readonly KnownArea[]) => bytes(JSON.stringify(candidatesView(candidates))));
function missingBytes(missing: Missing<KnownArea>): string {
  const candidates = candidatesBytes(missing.what === "fact" ? NO_CANDIDATES : missing.candidates);
  return `{"what":"${missing.what}","fact":${missing.what === "fact" ? bytes(JSON.stringify(missing.fact)) : "null"},"destination":${missing.what === "destination" ? missing.destination : "null"},"candidates":${candidates}}`;
}
const MILDER = ',"milder":';
const asOfJson = ({ at, levels, list, rule }: AnswerGround): string => `{"at":"${keptMoment(at)}","levels":${levels},"list":${list === null ? "null" : listJson(list)},"rule":${rule}}`;
const verdictBytes = keptFor(({ value, name, tone }: Verdict) => bytes(`{"kind":"decided","verdict":${JSON.stringify({ value, name: { zh: name.zh, en: name.en }, tone })},"grounds":`));
/** Those who say the same in a case are one list, the same for all who ask it; so is what they are told besides. */
const groundsBytes = keptFor((voices: readonly Voice[]) => bytes(JSON.stringify(voices.map(groundView))));
const conditionsBytes = keptFor((conditions: readonly ToldCondition[]) => bytes(`,"conditions":[${conditions.map(({ words, authority, way }) => `{"words":${wordsJson(words)},"authority":${authorityJson(authority)},"way":"${way}"}`).join()}]`));
const toldBytes = keptFor((told: readonly { readonly words: LocalText; readonly authority: Authority }[]) => bytes(`,"told":[${told.map(({ words, authority }) => `{"words":${wordsJson(words)},"authority":${authorityJson(authority)}}`).join()}],`));
const listJson = keptFor(({ validFrom, source, drill }: RiskStatement) => bytes(JSON.stringify({ asOf: validFrom.toISOString(), source, drill })));
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
