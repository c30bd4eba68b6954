import { compileTable, versionAt, type DecisionTable } from "#engines/rules";
import type { Gazetteer } from "#engines/places";
import type { LocalText } from "#platform/i18n";
import type { City } from "#platform/pack";
import type { KnownArea, RiskStatement } from "../risk-list/index.ts";
import type { PlaceLevel, RiskSnapshot } from "../risk-map/index.ts";
import type { Authority, RuleEdition, RuleText } from "./authority.ts";
import { arrivalConditions, decideTrip, type ToldCondition, type Trip, type TripAnswer, type TripGround } from "./decide-trip.ts";
import { keptDay, keptMoment } from "./kept-day.ts";
import { voicesOn, type Voice } from "./voices.ts";
import { readQuestion, type AskedTrip, type QuestionFault } from "./question.ts";

/** A version of the travel rule as it was released, with the level above that it names. */
export type TravelRule = RuleEdition & { readonly above: { readonly title: LocalText; readonly source: LocalText; readonly table: DecisionTable } | null };
/** Every released version, by district. `id` names what they were taken from. */
export type TravelRules = { readonly id: string; readonly of: (district: string) => readonly TravelRule[] };

/** The moment of an answer and what it rests on: levels as of then, the list, the city's rule. */
export type AnswerGround = { readonly at: Date; readonly levels: number; readonly list: RiskStatement | null; readonly rule: number | null };

/**
 * What somebody is told. `elsewhere`: they live outside the city, and their own place's control body decides; what is asked of those who come is told.
 * `none`: nobody can tell, and why: no list is there, the list sorts by other rules, no rule is in force that day, or it cannot be proved.
 */
export type TravelAnswer =
  | { readonly kind: "faults"; readonly faults: readonly [QuestionFault, ...QuestionFault[]] }
  | { readonly kind: "elsewhere"; readonly trip: Trip; readonly origin: string; readonly conditions: readonly ToldCondition[]; readonly ground: AnswerGround;
    /** What the state says of the case, for its word holds there as well. */
    readonly voices: readonly Voice[];
    readonly levels: { readonly origin: PlaceLevel<KnownArea>; readonly destinations: readonly PlaceLevel<KnownArea>[] };
  }
  | { readonly kind: "none"; readonly trip: Trip; readonly why: "no-list" | "other-lists" | Extract<TripAnswer, { kind: "none" }>["why"]; readonly ground: AnswerGround }
  | (Exclude<TripAnswer<KnownArea>, { kind: "none" }> & { readonly trip: Trip; readonly ground: AnswerGround });

/** Answers trips from what is held in memory. */
export type TravelAnswers = {
  /** The answer by the levels of now, or of a snapshot of a past moment; what was known of rules then counts as well. */
  readonly answer: (asked: AskedTrip, past?: RiskSnapshot) => TravelAnswer;
  /** The rule's words for the questions it asks today, without the levels; null where none is in force. */
  readonly text: () => RuleText | null;
  /** What the rule of today carries out: its notice, and the keys of clauses and duties. */
  readonly ground: () => { readonly notice: string | null; readonly clauses: ReadonlySet<string> };
  /** Everybody whose word counts for people of a district (null: of the city as a whole). */
  readonly authorities: (district: string | null) => readonly Authority[];
  /** 河北省石家庄市藁城区李庄村: a name that leads back to the place. */
  readonly nameOf: (place: Trip["origin"]) => string;
  /** The same as people of the city say it: places of their own without province and city. */
  readonly shortNameOf: (place: Trip["origin"]) => string;
};

type AnswerParts = {
  readonly city: City;
  /** What the pack sets: which facts are levels, what is assumed, the levels above, from when lists sort otherwise. */
  readonly travel: { readonly origin: string; readonly destination: string; readonly assumed: Readonly<Record<string, string | boolean>>; readonly levels: readonly Authority[]; readonly listsBefore: { readonly value: string }; readonly notOnLists: { readonly value: readonly string[] } };
  readonly places: Gazetteer;
  readonly policyNow: () => Date;
  readonly levels: () => RiskSnapshot;
  readonly rules: () => TravelRules;
};

/** Joins the city's rule, its districts' and the levels above with the levels of places. Pure but for what it is given to ask: the clock, the levels and rules held in memory. */
export function travelAnswers({ city, travel, places, policyNow, levels, rules }: AnswerParts): TravelAnswers {
  const [today, dayOfList] = [keptDay(), keptDay()];
  const joined = new Map<string, readonly Authority[]>();
  let joinedFor = "";
  const districts = [...city.districts, ...(city.invented === null ? [] : [city.invented])];

  let above: readonly Authority[] = [];
  function authorities(asked: string | null): readonly Authority[] {
    const { id, of } = rules();
    if (id !== joinedFor) {
      joined.clear();
      [joinedFor, above] = [id, aboveOf(of(city.code))];
    }
    // Whoever lives elsewhere has no district here.
    const district = districts.some(({ code }) => code === asked) ? asked : null;
    const kept = joined.get(district ?? "");
    if (kept !== undefined) return kept;
    const own = of(city.code);
    const here = districts.find(({ code }) => code === district);
    const found: readonly Authority[] = [
      ...above, ...travel.levels, ownAuthority("city", city.name, own),
      ...(here === undefined || of(here.code).length === 0 ? [] : [{ ...ownAuthority("district", here.name, of(here.code)), key: here.code }]),
    ];
    joined.set(district ?? "", found);
    return found;
  }

  /** The words of now, looked up once a second: a rule comes in force by the day. */
  let [second, wordsNow, wordsFrom]: [number, RuleText | null, string] = [Number.NaN, null, ""];
  const textOfSecond = (): RuleText | null => {
    const now = Math.floor(policyNow().getTime() / 1_000);
    const { id } = rules();
    if (now !== second || id !== wordsFrom) [second, wordsNow, wordsFrom] = [now, text(), id];
    return wordsNow;
  };
  /** Everything that some version of the city's rule or a district's asks: which of them speak is not known before the places and days are. */
  let [askedFor, askedFrom]: [RuleText["facts"], string | null] = [{}, null];
  const everyFact = (): RuleText["facts"] => {
    const { id, of } = rules();
    if (id === askedFrom) return askedFor;
    const facts = new Map<string, RuleText["facts"][string]>();
    for (const { text: each } of [city, ...districts].flatMap(({ code }) => of(code)).toReversed()) {
      for (const [name, words] of Object.entries(each?.facts ?? {})) facts.set(name, { name: words.name, values: { ...facts.get(name)?.values, ...words.values } });
    }
    facts.delete(travel.origin);
    facts.delete(travel.destination);
    [askedFor, askedFrom] = [Object.fromEntries(facts), id];
    return askedFor;
  };
  let worded: { readonly rule: TravelRule; readonly text: RuleText } | null = null;

  /** The city's rule as it is in force on a day. */
  function ruleOn(on: string, known: string): TravelRule | null {
    const own = rules().of(city.code);
    const version = versionAt(own, { on, known });
    return own.find((each) => each === version) ?? null;
  }
  const text = (): RuleText | null => {
    const now = policyNow();
    const rule = ruleOn(today(now), now.toISOString()) ?? rules().of(city.code)[0] ?? null;
    if (rule === null || rule.text === null || rule.plain === null) return null;
    if (rule === worded?.rule) return worded.text;
    const { facts } = rule.text;
    // In the order of the table's columns: what is signed keeps none.
    const names = rule.plain.inputs.map(({ expression }) => expression).filter((name) => name !== travel.origin && name !== travel.destination);
    worded = { rule, text: { ...rule.text, facts: Object.fromEntries(names.flatMap((name) => (facts[name] === undefined ? [] : [[name, facts[name]]]))) } };
    return worded.text;
  };

  return {
    authorities, text: textOfSecond,
    ground: () => {
      const now = policyNow();
      const rule = ruleOn(today(now), now.toISOString());
      return { notice: rule?.text?.notice ?? null, clauses: new Set(rule?.table?.rows.flatMap(({ clauses }) => clauses)) };
    },
    nameOf: ({ division, below }) => `${places.nameOf(division)}${below}`,
    shortNameOf: ({ division, below }) => {
      const path = places.pathOf(division);
      const at = path.findIndex(({ code }) => code === city.code);
      const own = at < 0 || at === path.length - 1 ? path.slice(Math.max(at, 0)) : path.slice(at + 1);
      return `${own.length === path.length ? places.nameOf(division) : own.map(({ name }) => name).join("")}${below}`;
    },
    answer: (asked, past) => {
      const at = past?.at ?? policyNow();
      const known = keptMoment(at);
      const snapshot = past ?? levels();
      const reading = readQuestion(asked, { places, city: city.code, facts: everyFact(), assumed: travel.assumed, notOnLists: travel.notOnLists.value, today: today(at) });
      if (reading.kind === "faults") return reading;
      const { trip } = reading;
      const ground: AnswerGround = { at, levels: snapshot.number, list: snapshot.list, rule: ruleOn(trip.on, known)?.version ?? null };
      const tripGround = { map: snapshot.map, authorities: authorities(trip.origin.division.slice(0, 6)), originFact: travel.origin, destinationFact: travel.destination, known, region: city.code.slice(0, 2) };
      const none = snapshot.list === null ? "no-list" as const : dayOfList(snapshot.list.validFrom) >= travel.listsBefore.value ? "other-lists" as const : null;
      if (none !== null) return { kind: "none", trip, why: none, ground };
      if (reading.kind === "elsewhere") return { ...fromElsewhere(trip, tripGround, city.code, places), trip, origin: places.nameOf(reading.origin.code), ground };
      return { ...decideTrip(trip, tripGround), trip, ground };
    },
  };
}

/** Whether they may leave is for the place where they live to say. What is asked of those who come here is told, and what the state says of the case. */
function fromElsewhere(trip: Trip, ground: TripGround<KnownArea>, city: string, places: Gazetteer): Pick<Extract<TravelAnswer, { kind: "elsewhere" }>, "kind" | "conditions" | "voices" | "levels"> | Extract<TripAnswer<KnownArea>, { kind: "missing" }> {
  const levels = { origin: ground.map.levelOf(trip.origin), destinations: trip.destinations.map((place) => ground.map.levelOf(place)) };
  if (levels.origin.kind === "which") return { kind: "missing", missing: [{ what: "origin", candidates: levels.origin.candidates }], levels };
  const here = trip.destinations.filter(({ division }) => places.pathOf(division).some(({ code }) => code === city));
  const [first, ...more] = here;
  const [destination] = levels.destinations;
  const facts = { ...trip.facts, [ground.originFact]: levels.origin.level, ...(destination?.kind === "level" ? { [ground.destinationFact]: destination.level } : {}) };
  const heard = voicesOn(ground.authorities, facts, { on: trip.on, known: ground.known });
  return {
    kind: "elsewhere", levels, conditions: first === undefined ? [] : arrivalConditions({ ...trip, destinations: [first, ...more] }, ground),
    voices: heard.kind === "voices" ? [...heard.saying, ...heard.milder].filter(({ authority }) => authority.rank === "state") : [],
  };
}

const EVER = { effectiveFrom: "0001-01-01", effectiveTo: null, recordedAt: "0001-01-01T00:00:00.000Z" };
const ownAuthority = (rank: "city" | "district", name: LocalText, editions: readonly TravelRule[]): Authority =>
  ({ key: rank, rank, name, title: editions[0]?.text?.title ?? name, source: null, editions, conditions: null, told: [], ...EVER });

/** The level above as the city's rule names it, in force as long as that version is. */
function aboveOf(own: readonly TravelRule[]): readonly Authority[] {
  const editions = own.flatMap(({ above, text, ...edition }): RuleEdition[] => (above === null || text === null ? [] : [{ ...edition, table: compileTable(above.table), plain: above.table, text: { ...text, title: above.title, notice: null, approvals: [] } }]));
  const [named] = own.flatMap(({ above }) => (above === null ? [] : [above]));
  return named === undefined ? [] : [{ key: "above", rank: "state", name: named.title, title: named.title, source: named.source, editions, conditions: null, told: [], ...EVER }];
}
