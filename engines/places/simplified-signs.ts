import { TRADITIONAL_SIGNS } from "./national/traditional-signs.ts";

const pairs = [...TRADITIONAL_SIGNS];
const SIMPLIFIED = new Map(pairs.flatMap((sign, at) => (at % 2 === 0 ? [[sign, pairs[at + 1] ?? sign] as const] : [])));
const ANY = new RegExp(`[${[...SIMPLIFIED.keys()].join("")}]`, "gu");

/** A name with the traditional signs of place names as simplified ones, sign for sign; every other sign stays. */
export const inSimplifiedSigns = (name: string): string => name.replace(ANY, (sign) => SIMPLIFIED.get(sign) ?? sign);
