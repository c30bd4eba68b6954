import { plainName, type Gazetteer } from "#engines/places";
import { RISK_LEVELS, TOWNSHIP, UNIT, ZONE, type ListedArea, type RiskLevel } from "../risk-list/index.ts";

/** A place somebody asks about. `below`: what they wrote below the division, "" for all of it. `elsewhere`: they are in none of the listed places there. */
export type AskedPlace = { readonly division: string; readonly below: string; readonly elsewhere?: boolean };

/**
 * The level of a place. `level`: what the list says of it, or of what holds it; `areas`: the entries it rests on (none: it is on no list); `higherInside`: places
 * in it that are listed higher, so that all of it is not known to be at this level. `which`: some of it is listed, and which part is meant is not said.
 */
export type PlaceLevel<Area extends ListedArea = ListedArea> =
  | { readonly kind: "level"; readonly level: RiskLevel; readonly areas: readonly Area[]; readonly higherInside: readonly Area[] }
  | { readonly kind: "which"; readonly candidates: readonly Area[] };

/** Levels of places by a list. Immutable. */
export type RiskMap<Area extends ListedArea = ListedArea> = {
  readonly levelOf: (asked: AskedPlace) => PlaceLevel<Area>;
};

/**
 * Levels by one list, as of one moment. A place on no list is low risk: the lists of 2021 name every other place of the country. Where only a part of the asked
 * place is listed, the answer is not guessed: which part is meant has to be said.
 */
export function riskMap<Area extends ListedArea>(places: Pick<Gazetteer, "pathOf">, areas: readonly Area[]): RiskMap<Area> {
  const inside = new Map<string, Area[]>();
  /** With the name below its division as names are compared, worked out once. */
  const at = new Map<string, { readonly area: Area; readonly listed: string }[]>();
  /** A place by its county and everything below it as one name: a township is a code to some lists and a name to others. */
  function byCounty(division: string, below: string): { readonly county: string; readonly name: string } {
    const [last, upper] = places.pathOf(division).toReversed();
    return last?.level === "township" && upper !== undefined ? { county: upper.code, name: plainName(`${last.name}${below}`) } : { county: division, name: plainName(below) };
  }
  for (const area of areas) {
    if (area.division === null) continue;
    const { county, name } = byCounty(area.division, area.below.join(""));
    push(at, county, { area, listed: name });
    for (const { code } of places.pathOf(county)) push(inside, code, area);
  }
  /** Whole divisions are asked for again and again. */
  const whole = new Map<string, PlaceLevel<Area>>();
  function levelOf(place: AskedPlace): PlaceLevel<Area> {
    if (place.below !== "" || places.pathOf(place.division).length === 0) return worked(place);
    const key = `${place.division}${place.elsewhere === true ? " elsewhere" : ""}`;
    let kept = whole.get(key);
    if (kept === undefined) whole.set(key, kept = worked(place));
    return kept;
  }
  function worked({ division: written, below, elsewhere = false }: AskedPlace): PlaceLevel<Area> {
    const { county: division, name: asked } = byCounty(written, below);
    const township = townshipOf(asked);
    const exact: Area[] = [];
    const holding: Area[] = [];
    const [parts, perhaps]: [Area[], Area[]] = [[], []];
    for (const { code } of places.pathOf(division)) {
      for (const { area, listed } of at.get(code) ?? []) {
        if (listed === "") (code === division && asked === "" ? exact : holding).push(area);
        else if (code !== division) { if (mayOverlap(listed)) perhaps.push(area); }
        else if (listed === asked) exact.push(area);
        else if (asked.startsWith(listed) && endsAsUnit(listed)) holding.push(area);
        else if (listed.startsWith(asked)) parts.push(area);
        else if (townshipsMayMeet(listed, asked, township)) perhaps.push(area);
      }
    }
    // Listed places below a division that is asked about as a whole; and below a province or city of which somebody names a part that is not known: it may be any of them.
    const isAboveCounties = (places.pathOf(division).at(-1)?.level ?? "county") !== "county" && places.pathOf(division).at(-1)?.level !== "township";
    if (asked !== "" && isAboveCounties) for (const area of inside.get(division) ?? []) if (area.division !== division) perhaps.push(area);
    if (asked === "") for (const area of inside.get(division) ?? []) if (area.division !== division) parts.push(area);
    // Of one list the entry of the place itself counts; what another layer says of what holds it, or of a part of it, counts beside it.
    const layers = new Set(exact.map(layerOf));
    const covering = exact.length > 0 ? [...exact, ...holding.filter((area) => !layers.has(layerOf(area)))] : holding;
    // What is on the list itself is not perhaps somewhere else.
    const open = elsewhere ? [] : exact.length > 0 ? parts : [...parts, ...perhaps];
    if (covering.length === 0) return open.length > 0 ? { kind: "which", candidates: open.toSorted((one, other) => rank(other) - rank(one)) } : { kind: "level", level: "low", areas: [], higherInside: [] };
    const top = covering.reduce((highest, area) => (rank(area) > rank(highest) ? area : highest));
    const others = exact.length > 0 && !elsewhere ? parts.filter((area) => rank(area) > rank(top) && !layers.has(layerOf(area))) : [];
    if (others.length > 0) return { kind: "which", candidates: others };
    return { kind: "level", level: top.level, areas: covering.filter(({ level }) => level === top.level), higherInside: open.filter((area) => rank(area) > rank(top)) };
  }
  return { levelOf };
}

/** The place of an area itself, as somebody would ask for it who copies it from the list. */
export function placeOf({ division, below }: ListedArea): AskedPlace | null {
  return division === null ? null : { division, below: below.join("") };
}

/** A zone of the prefecture may hold ground of any of its counties; a town of a prefecture without counties lies in none. */
const mayOverlap = (listed: string): boolean => ZONED.test(listed);
const ZONED = new RegExp(`${ZONE}|新区`, "u");

/** A township, village or community that is listed as a whole holds everything whose name goes on behind its own. */
const endsAsUnit = (listed: string): boolean => AS_UNIT.test(listed);
const AS_UNIT = new RegExp(`(?:街道办事处|${UNIT}|${ZONE}|新区)$`, "u");

/** An estate may lie in any township of the county, so only two townships that are both named and differ keep apart. */
function townshipsMayMeet(listed: string, asked: string, other: string | null): boolean {
  const one = townshipOf(listed);
  return one === null || other === null || (one === other && (one === listed || other === asked));
}
const townshipOf = (path: string): string | null => IN_TOWNSHIP.exec(path)?.[1] ?? null;
const IN_TOWNSHIP = new RegExp(`^(?:.*?(?:${ZONE}|新区))?(.{1,12}?${TOWNSHIP})`, "u");

/** Areas of a list alone are of one layer. */
const layerOf = (area: ListedArea & { readonly layer?: string }): string => area.layer ?? "";
const rank = ({ level }: ListedArea): number => RISK_LEVELS.indexOf(level);

function push<Each>(into: Map<string, Each[]>, key: string, each: Each): void {
  const known = into.get(key);
  if (known === undefined) into.set(key, [each]);
  else known.push(each);
}
