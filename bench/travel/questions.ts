import type { Gazetteer } from "#engines/places";
import type { AskedTrip } from "#services/travel";
import { oneOf, randomFrom } from "./random.ts";

/**
 * Different questions in random order, the same for the same seed: from a district of the city to a place of the country, with what the rule asks, on days of the
 * season; every third says when they are back.
 */
export function questions(places: Gazetteer, districts: readonly string[], count: number, seed: number): readonly AskedTrip[] {
  const random = randomFrom(seed);
  const counties = countiesOf(places);
  const asked = new Map<string, AskedTrip>();
  while (asked.size < count) {
    const day = 25 + Math.floor(random() * 35);
    // In none of the listed places: with a long list, who does not say so is asked where.
    const elsewhere = random() < 0.5;
    const question: AskedTrip = {
      from: oneOf(random, districts), fromPart: "", fromElsewhere: elsewhere, to: oneOf(random, counties), toElsewhere: elsewhere, via: [], viaElsewhere: false,
      on: dayOf(day), until: random() < 1 / 3 ? dayOf(day + 1 + Math.floor(random() * 20)) : "",
      facts: { who: oneOf(random, WHO), need: oneOf(random, FLAGS), approved: oneOf(random, FLAGS) },
    };
    asked.set(addressOf(question), question);
  }
  return [...asked.values()];
}

/** The address that asks this. */
export function addressOf({ from, fromElsewhere, to, toElsewhere, on, until, facts }: AskedTrip): string {
  return `/api/travel/decision?${new URLSearchParams({ from, ...(fromElsewhere ? { fromElsewhere: "1" } : {}), to, ...(toElsewhere ? { toElsewhere: "1" } : {}), on, ...(until === "" ? {} : { until }), ...facts })}`;
}

/** Whole names of all counties of the country. */
function countiesOf(places: Gazetteer): readonly string[] {
  const below = (code: string): readonly string[] => places.childrenOf(code).flatMap((each) => (each.level === "county" ? [places.nameOf(each.code)] : below(each.code)));
  return PROVINCES.flatMap(below);
}

const PROVINCES = Array.from({ length: 90 }, (_, at) => `${String(at + 10)}0000`);
const WHO = ["public-staff", "worker", "school", "other"] as const;
const FLAGS = ["true", "false"] as const;
/** The day of the season: 1 is 1 January 2021. */
const dayOf = (day: number): string => new Date(Date.UTC(2021, 0, day)).toISOString().slice(0, 10);
