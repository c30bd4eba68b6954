import type { Division } from "./division.ts";
import type { Gazetteer } from "./gazetteer.ts";
import { plainName } from "./names.ts";

/** Where a line of an official list lies: the deepest known division, and the parts below it as the list writes them. */
export type ListedAs = { readonly division: Division; readonly below: readonly string[] };

/**
 * Places a line of an official list, whose columns do not always mean what they are called: municipalities put the district into the column of cities and the
 * street into that of counties, or name themselves twice; development zones are no divisions. What is not known stays below what is, as written. Null when
 * not even the province is known.
 */
export function listedPlace({ find }: Pick<Gazetteer, "find">, columns: readonly string[]): ListedAs | null {
  let division: Division | null = null;
  const below: string[] = [];
  for (const column of columns) {
    if (plainName(column) === "") continue;
    const found: Division | null = below.length > 0 ? null : exactly(find, column, division);
    if (found !== null) division = found;
    else if (division !== null && plainName(column) !== plainName(below.at(-1) ?? "")) below.push(column.trim());
  }
  return division === null ? null : { division, below };
}

/** The one place of this whole name in the division. */
function exactly(find: Gazetteer["find"], column: string, upper: Division | null): Division | null {
  const found = find(column, upper === null ? {} : { within: upper.code });
  if (found.kind === "one") return found.rest === "" ? found.division : null;
  if (found.kind === "none") return null;
  const named = found.candidates.filter(({ division, rest }) => rest === "" && division.name === plainName(column));
  return named.length === 1 ? named[0]?.division ?? null : null;
}
