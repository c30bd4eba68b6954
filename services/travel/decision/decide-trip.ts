import { decide, type Facts, type FactValue } from "#engines/rules";
import type { LocalText } from "#platform/i18n";
import type { ListedArea, RiskLevel } from "../risk-list/index.ts";
import type { AskedPlace, PlaceLevel, RiskMap } from "../risk-map/index.ts";
import { isInForce, type Authority, type Verdict } from "./authority.ts";
import { voicesOn, type Voice, type Voices } from "./voices.ts";

/** A trip somebody asks about. Days are Asia/Shanghai dates; `until` null: they do not say when they are back. */
export type Trip = {
  readonly origin: AskedPlace;
  /** Where they go, and where they stop on the way. */
  readonly destinations: readonly [AskedPlace, ...AskedPlace[]];
  readonly on: string;
  readonly until: string | null;
  /** Everything else the rule asks, as far as it was told. */
  readonly facts: Readonly<Record<string, FactValue>>;
};

/** What answers rest on: levels of one moment, and everybody whose word counts. */
export type TripGround<Area extends ListedArea = ListedArea> = {
  readonly map: RiskMap<Area>;
  readonly authorities: readonly Authority[];
  /** Names of the facts that are levels of places. */
  readonly originFact: string;
  readonly destinationFact: string;
  /** ISO instant: what was known then counts. */
  readonly known: string;
  /** First two digits of the codes of the city's region. */
  readonly region: string;
};

/** What is asked of people on a way, by whom; `back`: on the way home. */
export type ToldCondition = { readonly words: LocalText; readonly authority: Authority; readonly way: "out" | "back" };

/** What keeps the answer back, and what would give it. `destination`: which of them, from 0. */
export type Missing<Area extends ListedArea = ListedArea> =
  | { readonly what: "origin"; readonly candidates: readonly Area[] }
  | { readonly what: "destination"; readonly destination: number; readonly candidates: readonly Area[] }
  | { readonly what: "fact"; readonly fact: string };

/** The answer to a trip. */
export type TripAnswer<Area extends ListedArea = ListedArea> =
  | {
    readonly kind: "decided";
    readonly verdict: Verdict;
    /** Those who say so, the city first; then those who say less. */
    readonly voices: readonly Voice[];
    readonly milder: readonly Voice[];
    /** The day and the place that make it so strict. */
    readonly day: string;
    readonly destination: number;
    readonly levels: { readonly origin: PlaceLevel<Area>; readonly destinations: readonly PlaceLevel<Area>[] };
    readonly conditions: readonly ToldCondition[];
    readonly told: readonly { readonly words: LocalText; readonly authority: Authority }[];
  }
  | { readonly kind: "missing"; readonly missing: readonly [Missing<Area>, ...Missing<Area>[]]; readonly levels: { readonly origin: PlaceLevel<Area>; readonly destinations: readonly PlaceLevel<Area>[] } }
  | { readonly kind: "none"; readonly why: Extract<Voices, { kind: "none" }>["why"] };

/**
 * Decides a trip: the strictest word over all levels of authority, over every place gone to and every day on which a rule changes until they are back. A place whose
 * level is not known is asked for only where it could change the answer.
 */
export function decideTrip<Area extends ListedArea>(trip: Trip, ground: TripGround<Area>): TripAnswer<Area> {
  const levels = { origin: ground.map.levelOf(trip.origin), destinations: trip.destinations.map((place) => ground.map.levelOf(place)) };
  const rest = caseKeyOf(trip, levels, ground.region);
  if (rest === null) return decideAnew(trip, levels, ground);
  const { cases, since } = casesOf(ground);
  const key = `${since} ${rest}`;
  const kept = cases.get(key);
  if (kept !== undefined) return { ...kept, levels };
  const answer = decideAnew(trip, levels, ground);
  if (answer.kind !== "decided") return answer;
  if (cases.size >= CASES_KEPT) cases.clear();
  const { levels: _levels, ...decided } = answer;
  cases.set(key, decided);
  return answer;
}

type Decided = Omit<Extract<TripAnswer, { kind: "decided" }>, "levels">;
/** Cases decided by what is known of some authorities: by levels, borders, days and facts, never by places or by who asks. What is known grows at a few moments; between them it is the same. */
const KNOWN_CASES = new WeakMap<readonly Authority[], { readonly moments: readonly string[]; readonly cases: Map<string, Decided> }>();
function casesOf({ authorities, known }: Pick<TripGround, "authorities" | "known">): { readonly cases: Map<string, Decided>; readonly since: number } {
  let kept = KNOWN_CASES.get(authorities);
  if (kept === undefined) {
    const moments = [...new Set(authorities.flatMap(({ recordedAt, editions }) => [recordedAt, ...editions.map((edition) => edition.recordedAt)]))].toSorted();
    KNOWN_CASES.set(authorities, kept = { moments, cases: new Map() });
  }
  let since = 0;
  while (since < kept.moments.length && (kept.moments[since] ?? "") <= known) since += 1;
  return { cases: kept.cases, since };
}
const CASES_KEPT = 16_384;

/** Names the case of a trip to one place; null where a level is open, there are stops, or a fact is not one of a few values. */
function caseKeyOf<Area extends ListedArea>({ origin, destinations, on, until, facts }: Trip, { origin: from, destinations: [to] }: { readonly origin: PlaceLevel<Area>; readonly destinations: readonly PlaceLevel<Area>[] }, region: string): string | null {
  if (destinations.length > 1 || from.kind !== "level" || to?.kind !== "level") return null;
  const [start, end] = [provinceOf(origin), provinceOf(destinations[0])];
  let key = `${on} ${until ?? ""} ${from.level} ${to.level} ${start === end ? "=" : ""}${start === region ? "<" : ""}${end === region ? ">" : ""}`;
  for (const name of Object.keys(facts)) {
    const value = facts[name];
    if (typeof value !== "string" && typeof value !== "boolean") return null;
    // With lengths, so that no two cases are written alike.
    key += typeof value === "string" ? `${name.length} ${name}${value.length} ${value}` : `${name.length} ${name}${value ? "+" : "-"}`;
  }
  return key;
}

function decideAnew<Area extends ListedArea>(trip: Trip, levels: { readonly origin: PlaceLevel<Area>; readonly destinations: readonly PlaceLevel<Area>[] }, ground: TripGround<Area>): TripAnswer<Area> {
  const missing = new Map<string, Missing<Area>>();
  let strictest: { readonly found: Extract<Voices, { kind: "voices" }>; readonly day: string; readonly destination: number } | null = null;
  for (const day of daysThatCount(trip, ground.authorities)) {
    for (const [destination, level] of levels.destinations.entries()) {
      const facts: Record<string, FactValue> = { ...trip.facts };
      if (levels.origin.kind === "level") facts[ground.originFact] = levels.origin.level;
      if (level.kind === "level") facts[ground.destinationFact] = level.level;
      const found = voicesOn(ground.authorities, facts, { on: day, known: ground.known });
      if (found.kind === "none") {
        // A rule that ends while they are away says nothing of the days after it.
        if (found.why === "no-rule" && day !== trip.on) continue;
        return { kind: "none", why: found.why };
      }
      if (found.kind === "needs") {
        for (const fact of found.facts) {
          const each = missingOf(fact, destination, levels, ground);
          missing.set(`${each.what} ${each.what === "fact" ? each.fact : destination}`, each);
        }
        continue;
      }
      if (strictest === null || strictest.found.grade < found.grade) strictest = { found, day, destination };
    }
  }
  const [first, ...more] = placesFirst([...missing.values()]);
  // Nothing can be stricter than the strictest verdict: what is missing would not change it.
  if (first !== undefined && strictest?.found.isLast !== true) return { kind: "missing", missing: [first, ...more], levels };
  if (strictest === null) return { kind: "none", why: "no-answer" };
  const { found: { verdict, saying, milder }, day, destination } = strictest;
  return { kind: "decided", verdict, day, destination, levels, voices: saying, milder, ...besides(trip, levels, ground) };
}

/** What is asked of somebody who comes from elsewhere to a place of the city, by the levels above. */
export function arrivalConditions<Area extends ListedArea>({ origin, destinations, on, until }: Pick<Trip, "origin" | "destinations" | "on" | "until">, { map, authorities, region, known }: TripGround<Area>): readonly ToldCondition[] {
  return besides({ origin, destinations, on, until }, { origin: map.levelOf(origin), destinations: destinations.map((place) => map.levelOf(place)) }, { authorities, region, known }).conditions.filter(({ way }) => way === "out");
}

/** The first day, and every day until they are back on which some rule begins or ends. */
function daysThatCount({ on, until }: Trip, authorities: readonly Authority[]): readonly string[] {
  if (until === null || until <= on) return [on];
  const changes = authorities.flatMap(({ editions }) => editions.flatMap(({ effectiveFrom, effectiveTo }) => [effectiveFrom, ...(effectiveTo === null ? [] : [effectiveTo])]));
  return [...new Set([on, ...changes.filter((day) => day > on && day <= until)])].toSorted();
}

function missingOf<Area extends ListedArea>(fact: string, destination: number, levels: { readonly origin: PlaceLevel<Area>; readonly destinations: readonly PlaceLevel<Area>[] }, { originFact, destinationFact }: TripGround<Area>): Missing<Area> {
  const candidates = (level: PlaceLevel<Area> | undefined): readonly Area[] => (level?.kind === "which" ? level.candidates : []);
  if (fact === originFact) return { what: "origin", candidates: candidates(levels.origin) };
  if (fact === destinationFact) return { what: "destination", destination, candidates: candidates(levels.destinations[destination]) };
  return { what: "fact", fact };
}

const placesFirst = <Area extends ListedArea>(missing: readonly Missing<Area>[]): readonly Missing<Area>[] => ["origin", "destination", "fact"].flatMap((what) => missing.filter((each) => each.what === what));

/** What is told besides the verdict: what is asked on the way, and what authorities in force tell everybody. */
type Besides = { readonly conditions: readonly ToldCondition[]; readonly told: readonly { readonly words: LocalText; readonly authority: Authority }[] };
/** The same levels, borders and authorities in force give the same, whoever asks: worked out once for each. */
const BESIDES = new WeakMap<readonly Authority[], Map<string, Besides>>();
const BESIDES_KEPT = 4_096;

function besides<Area extends ListedArea>(
  { origin, destinations, on, until }: Pick<Trip, "origin" | "destinations" | "on" | "until">, levels: { readonly origin: PlaceLevel<Area>; readonly destinations: readonly PlaceLevel<Area>[] }, { authorities, region, known }: Pick<TripGround, "authorities" | "region" | "known">,
): Besides {
  const levelIn = (level: PlaceLevel<Area> | undefined): RiskLevel | null => (level?.kind === "level" ? level.level : null);
  const ways = destinations.flatMap((place, at): Way[] => {
    const [start, end] = [{ level: levelIn(levels.origin), province: provinceOf(origin) }, { level: levelIn(levels.destinations[at]), province: provinceOf(place) }];
    const crosses = start.province !== end.province;
    return [
      { way: "out", from: start.level, to: end.level, crosses, enters: start.province !== region && end.province === region },
      { way: "back", from: end.level, to: start.level, crosses, enters: end.province !== region && start.province === region },
    ];
  });
  const present = authorities.map((authority) => authority.recordedAt <= known && (isInForce(authority, on) || (until !== null && isInForce(authority, until))));
  let key = "";
  for (const is of present) key += is ? "+" : "-";
  for (const { from, to, crosses, enters } of ways) key += ` ${from ?? ""}>${to ?? ""}${crosses ? "c" : ""}${enters ? "e" : ""}`;
  let kept = BESIDES.get(authorities);
  if (kept === undefined) BESIDES.set(authorities, kept = new Map());
  let found = kept.get(key);
  if (found === undefined) {
    const inForce = authorities.filter((_, at) => present[at]);
    found = { conditions: conditionsOf(ways, inForce), told: inForce.flatMap((authority) => authority.told.map((words) => ({ words, authority }))) };
    if (kept.size >= BESIDES_KEPT) kept.clear();
    kept.set(key, found);
  }
  return found;
}

/** A way to or from a place, as conditions look at it; a level that is not known is null. */
type Way = { readonly way: "out" | "back"; readonly from: RiskLevel | null; readonly to: RiskLevel | null; readonly crosses: boolean; readonly enters: boolean };

function conditionsOf(ways: readonly Way[], authorities: readonly Authority[]): readonly ToldCondition[] {
  const found = new Map<string, ToldCondition>();
  for (const { way, from, to, crosses, enters } of ways) {
    const facts: Facts = { crossesProvinces: crosses, entersRegion: enters, ...(from === null ? {} : { origin: from }), ...(to === null ? {} : { destination: to }) };
    for (const authority of authorities) for (const name of asked(authority, facts)) {
      const words = authority.conditions?.words[name];
      // What is asked on the way out is not said again for the way home.
      if (words !== undefined && !found.has(`${authority.key} ${name}`)) found.set(`${authority.key} ${name}`, { words, authority, way });
    }
  }
  return [...found.values()];
}

function asked({ conditions }: Authority, facts: Facts): readonly string[] {
  if (conditions === null) return [];
  const decision = decide(conditions.table, facts);
  if (decision.kind !== "value") return [];
  return (Array.isArray(decision.value) ? decision.value : [decision.value]).filter((each) => each !== null).map(String);
}

const provinceOf = ({ division }: AskedPlace): string => division.slice(0, 2);
