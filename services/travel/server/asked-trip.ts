import { z } from "zod";
import type { AskedTrip } from "../decision/index.ts";
import { RESERVED_NAMES } from "../decision/index.ts";

const TEXT_MAX = 400;
const text = z.string().max(TEXT_MAX);
const flag = z.union([z.literal("1"), z.literal("true"), z.literal("0"), z.literal("false"), z.literal(""), z.boolean()]).default("");

/** A question as it comes by address, form or program; facts of the rule stand beside the fields under their own names. */
export const askedTripSchema = z.object({
  from: text.default("").describe("住在哪里，本市的旗县市区或者全名 · where they live, a district of the city or a whole name"),
  fromPart: text.default("").describe("街道、乡镇、村、小区 · street, township, village or estate"),
  fromElsewhere: flag.describe("不在名单列出的地方 · in none of the listed places there"),
  to: text.default("").describe("去哪里 · where they go"),
  toElsewhere: flag,
  via: z.union([text, z.array(text).max(20)]).default("").describe("中途停留 · stops on the way"),
  viaElsewhere: flag,
  on: text.default("").describe("哪天走，2021-02-01 · the day they leave"),
  until: text.default("").describe("哪天回来 · the day they are back"),
}).catchall(z.union([text, z.boolean()]));

/**
 * The question of an address whose every name stands once, as programs send it by the thousand: read without the schema, to the same end. Null where anything is
 * unusual; the schema then says what.
 */
export function plainAskedTrip(query: Readonly<Record<string, unknown>>): AskedTrip | null {
  const given = { ...NOTHING_ASKED };
  const facts: Record<string, string> = {};
  for (const name of Object.keys(query)) {
    const value = query[name];
    if (typeof value !== "string" || value.length > TEXT_MAX) return null;
    if (name in given) given[name as keyof typeof NOTHING_ASKED] = value;
    else if (RESERVED_NAMES.has(name)) return null;
    else facts[name] = value;
  }
  if (!FLAGS.has(given.fromElsewhere) || !FLAGS.has(given.toElsewhere) || !FLAGS.has(given.viaElsewhere)) return null;
  return { from: given.from, fromPart: given.fromPart, fromElsewhere: isSet(given.fromElsewhere), to: given.to, toElsewhere: isSet(given.toElsewhere), via: [], viaElsewhere: isSet(given.viaElsewhere), on: given.on, until: given.until, facts };
}
const NOTHING_ASKED = { from: "", fromPart: "", fromElsewhere: "", to: "", toElsewhere: "", viaElsewhere: "", on: "", until: "" };
const FLAGS: ReadonlySet<string> = new Set(["1", "true", "0", "false", ""]);

/** What an address says once; where it says something twice, the first counts. Stops may be several. */
export function firstOfEach(query: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(query).map(([name, value]): [string, unknown] => [name, Array.isArray(value) && name !== "via" ? value[0] : value]));
}

/** The question in what was sent; null when it is of another shape. */
export function askedTrip(given: z.output<typeof askedTripSchema>): AskedTrip {
  const { from, fromPart, fromElsewhere, to, toElsewhere, via, viaElsewhere, on, until, ...rest } = given;
  return {
    from, fromPart, fromElsewhere: isSet(fromElsewhere), to, toElsewhere: isSet(toElsewhere), via: (typeof via === "string" ? [via] : via).flatMap((stops) => stops.split(/[;；、,，]/u)).filter((stop) => stop.trim() !== ""), viaElsewhere: isSet(viaElsewhere), on, until,
    facts: Object.fromEntries(Object.entries(rest).flatMap(([name, value]) => (RESERVED_NAMES.has(name) || typeof value === "object" ? [] : [[name, String(value)]]))),
  };
}
const isSet = (given: string | boolean): boolean => given === true || given === "1" || given === "true";
