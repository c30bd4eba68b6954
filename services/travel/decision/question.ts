import { plainName, type Division, type Found, type Gazetteer } from "#engines/places";
import type { FactValue } from "#engines/rules";
import { z } from "zod";
import type { AskedPlace } from "../risk-map/index.ts";
import type { RuleText } from "./authority.ts";
import type { Trip } from "./decide-trip.ts";

/** A question as it is asked, by form, address or program: everything still text. Facts of the rule stand under their own names. */
export type AskedTrip = {
  readonly from: string;
  /** Street, township, village or estate, where somebody lives. */
  readonly fromPart: string;
  /** They live in none of the listed places there. */
  readonly fromElsewhere: boolean;
  readonly to: string;
  readonly toElsewhere: boolean;
  /** Stops on the way, "" left out. */
  readonly via: readonly string[];
  readonly viaElsewhere: boolean;
  readonly on: string;
  readonly until: string;
  readonly facts: Readonly<Record<string, string>>;
};

/** Names an address uses itself: no fact of a rule may be called so. */
export const RESERVED_NAMES: ReadonlySet<string> = new Set(["from", "fromPart", "fromElsewhere", "to", "toElsewhere", "via", "viaElsewhere", "on", "until", "at", "size"]);
/** What stands in `from` for somebody who lives outside the city; the place itself is then in `fromPart`. */
export const ELSEWHERE = "elsewhere";
/** Stops somebody can name. */
export const VIA_MAX = 4;

/** The fields of a question that can be wrong; facts by their names. */
export type QuestionField = "from" | "to" | "via" | "on" | "until" | (string & {});
/** Why a field cannot be taken. `several`: the name is several places'. */
export type QuestionFault = {
  readonly field: QuestionField;
  readonly code: "empty" | "unknown-place" | "several" | "two-places" | "contradicts" | "no-district" | "not-on-lists" | "past" | "no-date" | "before" | "too-late" | "too-long" | "too-many" | "no-value";
  /** Places to choose from, as whole names. */
  readonly candidates: readonly string[];
};

/** A trip that can be decided; or somebody who lives outside the city, whose own place decides; or what has to be put right, all of it. */
export type QuestionReading =
  | { readonly kind: "trip"; readonly trip: Trip }
  | { readonly kind: "elsewhere"; readonly trip: Trip; readonly origin: Division }
  | { readonly kind: "faults"; readonly faults: readonly [QuestionFault, ...QuestionFault[]] };

/** What a question is read against. `facts`: what the rule asks besides the levels, and its values; `assumed`: answers that stand until others are given. */
export type QuestionGround = {
  readonly places: Gazetteer;
  /** Code of the city. */
  readonly city: string;
  readonly facts: RuleText["facts"];
  readonly assumed: Readonly<Record<string, string | boolean>>;
  /** Divisions that the lists say nothing of (codes), so that they are at no level. */
  readonly notOnLists: readonly string[];
  /** The day of the answer: who has left already does not ask, and nobody is told of days more than a year ahead. */
  readonly today: string;
};

/** Reads a question. Never throws; a name that several places have is never guessed. */
export function readQuestion(asked: AskedTrip, { places, city, facts, assumed, notOnLists, today }: QuestionGround): QuestionReading {
  const faults: QuestionFault[] = [];
  const wholes = wholesOf(places);
  const wrong = (field: QuestionField, code: QuestionFault["code"], candidates: readonly string[] = []): null => {
    faults.push({ field, code, candidates });
    return null;
  };
  function placeIn(field: QuestionField, text: string, elsewhere: boolean, within: string | null): AskedPlace | null {
    const key = within === null ? text : `${within}\n${text}`;
    const kept = elsewhere ? undefined : wholes.get(key);
    if (kept !== undefined) return kept;
    if (text.trim() === "") return wrong(field, "empty");
    if (text.length > TEXT_MAX) return wrong(field, "too-long");
    const found = foundIn(places, text, within);
    if (found.kind === "none") return wrong(field, "unknown-place", places.suggest(text.trim(), SUGGESTED).map(({ code }) => places.nameOf(code)));
    if (found.kind === "several") return wrong(field, "several", found.candidates.slice(0, CHOICES_MAX).map(({ division, rest }) => `${places.nameOf(division.code)}${rest}`));
    const { division, rest } = found;
    if (rest !== "") {
      const other = places.find(rest);
      // What is left may be a place of its own: two in one field, or one that lies elsewhere.
      if (other.kind === "one" && other.rest === "" && other.division.level !== "township" && other.division.code !== division.code && !places.pathOf(other.division.code).some(({ code }) => code === division.code)) return wrong(field, field === "from" ? "contradicts" : "two-places");
    }
    if (notOnLists.some((code) => places.pathOf(division.code).some((each) => each.code === code))) return wrong(field, "not-on-lists");
    const place: AskedPlace = { division: division.code, below: plainName(rest), ...(elsewhere ? { elsewhere } : {}) };
    // Only names of whole divisions are kept: what stands below one may be somebody's address.
    if (rest === "" && !elsewhere) {
      if (wholes.size >= WHOLES_KEPT) wholes.clear();
      wholes.set(key, place);
    }
    return place;
  }
  const [district, part] = [asked.from.trim() === ELSEWHERE ? "" : asked.from, asked.fromPart.trim()];
  const origin = placeIn("from", `${district} ${part}`.trim(), asked.fromElsewhere, district === "" ? null : city);
  // Districts have rules of their own: the city alone does not say whose hold.
  if (origin?.division === city) wrong("from", "no-district");
  const destination = placeIn("to", asked.to, asked.toElsewhere, null);
  const stops = asked.via.map((text) => text.trim()).filter((text) => text !== "");
  if (stops.length > VIA_MAX) wrong("via", "too-many");
  const via = stops.slice(0, VIA_MAX).map((text) => placeIn("via", text, asked.viaElsewhere, null));
  if (asked.on.trim() === "") wrong("on", "empty");
  else if (!isDay(asked.on)) wrong("on", "no-date");
  else if (asked.on < today) wrong("on", "past");
  else if (isFar(today, asked.on)) wrong("on", "too-late");
  if (asked.until !== "" && !isDay(asked.until)) wrong("until", "no-date");
  else if (asked.until !== "" && isDay(asked.on) && asked.until < asked.on) wrong("until", "before");
  else if (asked.until !== "" && isDay(asked.on) && isFar(asked.on, asked.until)) wrong("until", "too-late");
  const told: Record<string, FactValue> = { ...assumed };
  for (const [fact, given] of Object.entries(asked.facts)) {
    // What the rule does not ask changes nothing: addresses that are passed on carry names of their own.
    if (given === "" || !Object.hasOwn(facts, fact)) continue;
    const value = valueOf(facts, fact, given);
    if (value === null) wrong(fact, "no-value");
    else told[fact] = value;
  }
  const [first, ...more] = faults;
  if (first !== undefined || origin === null || destination === null) return { kind: "faults", faults: [first ?? { field: "from", code: "empty", candidates: [] }, ...more] };
  const trip: Trip = { origin, destinations: [destination, ...via.filter((place) => place !== null)], on: asked.on, until: asked.until === "" ? null : asked.until, facts: told };
  const path = places.pathOf(origin.division);
  const home = places.byCode(origin.division);
  return path.some(({ code }) => code === city) || home === null ? { kind: "trip", trip } : { kind: "elsewhere", trip, origin: home };
}

/** Names of whole divisions that were understood, by the places they were looked up in. */
function wholesOf(places: Gazetteer): Map<string, AskedPlace> {
  let kept = WHOLES.get(places);
  if (kept === undefined) WHOLES.set(places, kept = new Map());
  return kept;
}
const WHOLES = new WeakMap<Gazetteer, Map<string, AskedPlace>>();
const WHOLES_KEPT = 20_000;

/** A place of the city first where somebody lives. */
function foundIn(places: Gazetteer, text: string, within: string | null): Found {
  const own = within === null ? null : places.find(text, { within });
  return own === null || own.kind === "none" ? places.find(text) : own;
}

function valueOf(facts: RuleText["facts"], fact: string, given: string): FactValue | null {
  const words = Object.hasOwn(facts, fact) ? facts[fact] : undefined;
  if (words === undefined || !Object.hasOwn(words.values, given)) return null;
  return given === "true" ? true : given === "false" ? false : given;
}

const DAY = z.iso.date();
/** Is it a day? Those of a season are asked about again and again. */
function isDay(text: string): boolean {
  if (text.length !== 10) return false;
  let is = KNOWN_DAYS.get(text);
  if (is === undefined) {
    is = DAY.safeParse(text).success;
    // What is no day may be anything somebody wrote, and is not kept.
    if (KNOWN_DAYS.size >= DAYS_KEPT) KNOWN_DAYS.clear();
    if (is) KNOWN_DAYS.set(text, is);
  }
  return is;
}
const KNOWN_DAYS = new Map<string, boolean>();
const DAYS_KEPT = 1_000;
const isFar = (from: string, to: string): boolean => from.slice(0, 4) !== to.slice(0, 4) && (Date.parse(to) - Date.parse(from)) / 86_400_000 > DAYS_MAX;

const TEXT_MAX = 200;
/** The festival travel season lasts 40 days; nobody is told of a year ahead. */
const DAYS_MAX = 366;
const SUGGESTED = 6;
const CHOICES_MAX = 100;
