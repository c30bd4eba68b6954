import type { Reading, RemarkKind } from "#engines/reading";

/** What was left out of a notice without any doubt of what it says. */
export type LeftOut = {
  /** Words of the web page around the notice, each stretch cut to its beginning. */
  readonly furniture: readonly string[];
  /** Times the body is printed again. */
  readonly repeats: number;
};

/** What a copied page brought along, apart from what an officer has to look at. */
export function leftOut({ remarks }: Pick<Reading, "remarks">, text: string): LeftOut {
  const of = (wanted: RemarkKind) => remarks.filter(({ kind }) => kind === wanted);
  return { furniture: of("furniture").map(({ range, detail }) => beginning(range === null ? detail : text.slice(...range))), repeats: of("repeated-body").length };
}

/** One line of words; when they are cut, no mark stands before the `…`. */
export function beginning(words: string): string {
  const signs = [...words.trim().replaceAll(/\s+/gu, " ")];
  return signs.length <= SHOWN ? signs.join("") : `${signs.slice(0, SHOWN - 1).join("").replace(/[\p{P}\s]+$/u, "")}…`;
}

const SHOWN = 60;
