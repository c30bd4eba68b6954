/** How far down a place stands: 省级, 地级, 县级, 乡级. */
export type DivisionLevel = "province" | "prefecture" | "county" | "township";

/** An administrative division. `code`: six digits down to counties, nine for townships. `parent`: the code of the division it belongs to, null for provinces. */
export type Division = {
  readonly code: string;
  readonly name: string;
  readonly level: DivisionLevel;
  readonly parent: string | null;
  /** Syllables without tones, apart by spaces; empty where nobody gave them. */
  readonly pinyin: string;
};

/** What a city adds to the national divisions: its townships, and what people call its places. */
export type CityPlaces = {
  /** The city and its districts; those the country's list does not have (an invented city's) are added. */
  readonly divisions?: readonly { readonly code: string; readonly name: string }[];
  /** Nine-digit codes; the first six are those of the county. */
  readonly townships: readonly { readonly code: string; readonly name: string; readonly pinyin?: string }[];
  /** A name in use and the code it stands for. One name may stand for several places. */
  readonly aliases: readonly { readonly name: string; readonly code: string }[];
  /** Where districts are governed from: degrees of WGS 84, by six-digit code. */
  readonly seats?: readonly { readonly code: string; readonly latitude: number; readonly longitude: number }[];
};

/** Provinces, prefectures and counties out of the national lines; throws on a line that is none, which only a mistake of ours can be. */
export function divisionsIn(lines: readonly string[]): readonly Division[] {
  const read = lines.flatMap((line) => line.split(",").map((entry) => {
    const [, code = "", name = "", pinyin = ""] = /^(\d{6})([^=]+)=([a-züv ]+)$/u.exec(entry) ?? [];
    if (code === "") throw new Error(`not a division: ${entry}`);
    return { code, name, pinyin };
  }));
  return placedByCode(read);
}

/** Divisions with the level and the parent that their codes say; a parent that is neither among them nor among the `others` is none. */
export function placedByCode(read: readonly { readonly code: string; readonly name: string; readonly pinyin: string }[], others: readonly { readonly code: string }[] = []): readonly Division[] {
  const known = new Set([...read, ...others].map(({ code }) => code));
  return read.map(({ code, name, pinyin }): Division => {
    const [province, prefecture] = [`${code.slice(0, 2)}0000`, `${code.slice(0, 4)}00`];
    const upper = known.has(province) ? province : null;
    if (code === province) return { code, name, pinyin, level: "province", parent: null };
    if (code === prefecture) return { code, name, pinyin, level: "prefecture", parent: upper };
    // Districts of municipalities and counties run by their province have no prefecture.
    return { code, name, pinyin, level: "county", parent: known.has(prefecture) ? prefecture : upper };
  });
}
