import { divisionsIn, placedByCode, type CityPlaces, type Division } from "./division.ts";
import { inSimplifiedSigns } from "./simplified-signs.ts";
import { ENGLISH_NAMES, isLatin, latinName } from "./latin-name.ts";
import { plainName, shortName } from "./names.ts";
import { DIVISION_LINES } from "./national/divisions.ts";

/**
 * Where a text leads. `one`: the deepest known division and what stands below it, exactly as written (`rest`, "" when nothing). `several`: the name is
 * several places'. `none`: no place begins like this; a name is never guessed from its beginning.
 */
export type Found =
  | { readonly kind: "one"; readonly division: Division; readonly rest: string }
  | { readonly kind: "several"; readonly candidates: readonly { readonly division: Division; readonly rest: string }[] }
  | { readonly kind: "none" };

/** The divisions of the country and the places of a city, by code and by name. Immutable; the same for everybody. */
export type Gazetteer = {
  readonly byCode: (code: string) => Division | null;
  readonly childrenOf: (code: string) => readonly Division[];
  /** From the province down to the division itself; empty for an unknown code. */
  readonly pathOf: (code: string) => readonly Division[];
  /** 河北省石家庄市藁城区, with or without its upper parts: a name alone is enough where only one place has it. */
  readonly nameOf: (code: string) => string;
  /**
   * Finds what people and official lists write: full or short names, aliases and pinyin, whole paths or a single name, in any spacing. `within`: only places
   * in that division (it may be left out of the text, or named again).
   */
  readonly find: (text: string, options?: { readonly within?: string }) => Found;
  /** Names that begin like the text, to choose from; the higher divisions first. A suggestion, never an answer. */
  readonly suggest: (text: string, limit: number) => readonly Division[];
};

/** Builds the index over the country and one city's own places. Throws when a township or an alias hangs in the air. */
export function gazetteer({ divisions: own = [], townships, aliases }: CityPlaces = { townships: [], aliases: [] }): Gazetteer {
  const national = divisionsIn(DIVISION_LINES);
  const listed = new Set(national.map(({ code }) => code));
  const added = placedByCode(own.filter(({ code }) => !listed.has(code)).map((division) => ({ ...division, pinyin: "" })), national);
  const divisions: Division[] = [...national, ...added, ...townships.map(({ code, name, pinyin = "" }): Division => ({ code, name, pinyin, level: "township", parent: code.slice(0, 6) }))];
  const byCode = new Map(divisions.map((division) => [division.code, division]));
  const names = new Names();
  const children = new Map<string, Division[]>();
  for (const division of divisions) {
    if (division.parent !== null) {
      if (!byCode.has(division.parent)) throw new Error(`${division.code} ${division.name} belongs to no known division`);
      children.set(division.parent, [...children.get(division.parent) ?? [], division]);
    }
    names.add(division.name, { division, whole: true });
    const short = division.level === "township" ? null : shortName(division.name);
    if (short !== null) names.add(short, { division, whole: false });
    for (const spelt of spellings(division, short)) names.add(spelt, { division, whole: false });
  }
  for (const [name, code] of ENGLISH_NAMES) {
    const division = byCode.get(code);
    if (division !== undefined) names.add(plainName(name), { division, whole: true });
  }
  for (const { name, code } of aliases) {
    const division = byCode.get(code);
    if (division === undefined) throw new Error(`alias ${name} stands for ${code}, which is no division`);
    names.add(plainName(isLatin(name) ? latinName(name) : name), { division, whole: true });
  }

  const pathOf = onceForEach((code: string): readonly Division[] => {
    const path: Division[] = [];
    for (let at = byCode.get(code); at !== undefined; at = at.parent === null ? undefined : byCode.get(at.parent)) path.unshift(at);
    return path;
  }, (code) => byCode.has(code));
  const nameOf = onceForEach((code: string): string => pathOf(code).map(({ name }) => name).join(""), (code) => byCode.has(code));
  const isIn = (division: Division, upper: string): boolean => {
    for (let at: Division | undefined = division; at !== undefined; at = at.parent === null ? undefined : byCode.get(at.parent)) if (at.code === upper) return true;
    return false;
  };

  /** Plain names of places are asked for again and again. Only they are kept: what stands below a place may be somebody's address. */
  const plain = new Map<string, Found>();
  function find(text: string, { within }: { readonly within?: string } = {}): Found {
    const key = `${within ?? ""} ${text}`;
    const kept = plain.get(key);
    if (kept !== undefined) return kept;
    const found = looked(text, within);
    if (found.kind === "one" && found.rest === "") {
      if (plain.size >= PLAIN_NAMES_KEPT) plain.clear();
      plain.set(key, found);
    }
    return found;
  }

  function looked(text: string, within: string | undefined): Found {
    const isLetters = isLatin(text);
    const written = isLetters ? latinName(text) : text;
    const asked = inSimplifiedSigns(plainName(written));
    if (asked === "") return { kind: "none" };
    const readings: Way[] = [];
    follow(null, 0);
    const best = Math.max(0, ...readings.map(({ end }) => end));
    // The reading that understands most; of those, a place and another inside it are the deeper one.
    const deepest = new Map(readings.filter(({ end }) => end === best).map((way) => [way.division.code, way]));
    const [first, ...others] = [...deepest.values()];
    if (first === undefined) return { kind: "none" };
    const rest = restOf(written, best);
    // Letters go on into other words: Tibetan is not in Tibet.
    if (isLetters && rest.trim() !== "") return { kind: "none" };
    if (others.length === 0) return { kind: "one", division: first.division, rest };
    return { kind: "several", candidates: [first, ...others].map(({ division }) => ({ division, rest })) };

    function follow(upper: Division | null, from: number): void {
      for (const { end, hits } of names.startingAt(asked, from)) {
        for (const { division, whole } of hits) {
          if (upper === null ? within !== undefined && !isIn(division, within) && !isIn(byCode.get(within) ?? division, division.code) : division === upper || !isIn(division, upper.code)) continue;
          const before = readings.length;
          follow(division, end);
          // What follows a name without the word for its kind may be part of the name: 朝阳大街 is not 大街 in 朝阳.
          if ((whole || end === asked.length) && (within === undefined || isIn(division, within))) readings.push({ division, end });
          else if (readings.length === before) continue;
        }
      }
    }
  }

  const sorted = [...names.all()].toSorted(([one], [other]) => (one < other ? -1 : one > other ? 1 : 0));
  return {
    byCode: (code) => byCode.get(code) ?? null,
    childrenOf: (code) => children.get(code) ?? [],
    pathOf,
    nameOf,
    find,
    suggest: (text, limit) => {
      const asked = plainName(text).toLowerCase();
      if (asked === "") return [];
      const found = new Set<Division>();
      for (let at = firstFrom(sorted, asked); at < sorted.length && sorted[at]?.[0].startsWith(asked) === true; at += 1) for (const { division } of sorted[at]?.[1] ?? []) found.add(division);
      return [...found].toSorted((one, other) => LEVELS.indexOf(one.level) - LEVELS.indexOf(other.level) || (one.code < other.code ? -1 : 1)).slice(0, limit);
    },
  };
}

/** Worked out once for each division; what is no division is worked out anew, so that nobody can fill the memory with codes. */
function onceForEach<Result>(work: (code: string) => Result, isDivision: (code: string) => boolean): (code: string) => Result {
  const known = new Map<string, Result>();
  return (code) => {
    const kept = known.get(code);
    if (kept !== undefined) return kept;
    const result = work(code);
    if (isDivision(code)) known.set(code, result);
    return result;
  };
}

/** More than there are names of divisions, so that the common ones stay. */
const PLAIN_NAMES_KEPT = 20_000;

type Way = { readonly division: Division; readonly end: number };
type Hit = { readonly division: Division; readonly whole: boolean };
const LEVELS = ["province", "prefecture", "county", "township"];

/** Names and what they stand for, found at a place of a text in time that does not grow with their number. */
class Names {
  readonly #hits = new Map<string, Hit[]>();
  /** Lengths of the names that begin with a sign. */
  readonly #lengths = new Map<string, number[]>();

  add(name: string, hit: Hit): void {
    const known = this.#hits.get(name);
    if (known !== undefined) {
      if (!known.some(({ division, whole }) => division === hit.division && whole === hit.whole)) known.push(hit);
      return;
    }
    this.#hits.set(name, [hit]);
    const first = name.slice(0, 1);
    const lengths = this.#lengths.get(first) ?? [];
    if (!lengths.includes(name.length)) this.#lengths.set(first, [...lengths, name.length].toSorted((one, other) => other - one));
  }

  startingAt(text: string, from: number): { readonly end: number; readonly hits: readonly Hit[] }[] {
    return (this.#lengths.get(text.slice(from, from + 1).toLowerCase()) ?? []).flatMap((length) => {
      const end = from + length;
      const hits = end > text.length ? undefined : this.#hits.get(text.slice(from, end).toLowerCase());
      return hits === undefined ? [] : [{ end, hits }];
    });
  }

  all(): Iterable<readonly [string, readonly Hit[]]> {
    return this.#hits;
  }
}

/** A division in Latin letters: man zhou li shi is written manzhoulishi, manzhouli and mzl. */
function spellings({ pinyin, name }: Division, short: string | null): readonly string[] {
  const syllables = pinyin === "" ? [] : pinyin.split(" ");
  if (syllables.length !== [...name].length) return [];
  const shown = short === null ? [] : syllables.slice(0, [...short].length);
  const initials = (given: readonly string[]): string => given.map((each) => each.slice(0, 1)).join("");
  return [...new Set([syllables.join(""), shown.join(""), initials(syllables), initials(shown)])].filter((each) => each.length >= 2);
}

/** The original signs after the first `taken` that count for comparing. */
function restOf(text: string, taken: number): string {
  let [at, seen] = [0, 0];
  for (const sign of text) {
    if (seen >= taken) break;
    at += sign.length;
    seen += plainName(sign).length;
  }
  return text.slice(at).replace(/^[\s,、，/>·-]+/u, "").trimEnd();
}

function firstFrom(sorted: readonly (readonly [string, unknown])[], asked: string): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle]?.[0] ?? "") < asked) low = middle + 1;
    else high = middle;
  }
  return low;
}
