import { type Day, dayNumber, dayOfNumber, isWeekend, yearOf } from "../day.ts";
import type { Words } from "../words.ts";
import { feastWords } from "./feasts.ts";
import type { ArrangedYear, Arrangement, Paper } from "./paper.ts";
import { PAPERS_2007_TO_2016 } from "./papers-2007-2016.ts";
import { PAPERS_2017_TO_2026 } from "./papers-2017-2026.ts";

/** A day a paper names, with the holiday it is off or worked for. */
export type ArrangedDay = { readonly day: Day; readonly off: boolean; readonly feast: Words; readonly source: Paper };

/** Everything the papers say: every day they name, by date, and the years they announce. */
export type OfficialDays = {
  readonly named: ReadonlyMap<Day, ArrangedDay>;
  /** The days each announced year arranged, in order; some lie in the December before. */
  readonly byYear: ReadonlyMap<number, readonly ArrangedDay[]>;
};

/**
 * Days off and make-up days as papers arrange them, in the order the papers were issued: what a later one says of a day holds. Papers of
 * the wrong form are our mistake and throw: a year announced twice or changed before it is announced, a make-up day that is no weekend day.
 */
export function officialDays(papers: readonly ArrangedYear[]): OfficialDays {
  const named = new Map<Day, ArrangedDay & { readonly year: number }>();
  const years = new Set<number>();
  for (const { year, announces, paper, arrangements } of papers) {
    if (announces === years.has(year)) throw new RangeError(`Out of order: ${paper.title}`);
    years.add(year);
    for (const arrangement of arrangements) for (const day of arrangedDays(arrangement, paper)) named.set(day.day, { ...day, year });
  }
  const inOrder = [...named.values()].toSorted((one, other) => dayNumber(one.day) - dayNumber(other.day));
  const byYear = Map.groupBy(inOrder, ({ year }) => year);
  return { named, byYear };
}

function arrangedDays({ feasts, off, work }: Arrangement, source: Paper): readonly ArrangedDay[] {
  const feast = feastWords(feasts);
  const offDays = off.flatMap(daysOfSpan);
  const wrong = work.find((day) => !isWeekend(day));
  if (wrong !== undefined) throw new RangeError(`${source.title}: ${wrong} is a working day already`);
  return [...offDays.map((day) => ({ day, off: true, feast, source })), ...work.map((day) => ({ day, off: false, feast, source }))];
}

function daysOfSpan(span: string): readonly Day[] {
  const [first = "", last = first] = span.split("/");
  const [from, to] = [dayNumber(first), dayNumber(last)];
  if (to < from) throw new RangeError(`Ends before it begins: ${span}`);
  return Array.from({ length: to - from + 1 }, (_, at) => dayOfNumber(from + at));
}

/** The papers of the State Council and its General Office for 2007 to 2026, in the order they were issued. */
export const PAPERS: readonly ArrangedYear[] = [...PAPERS_2007_TO_2016, ...PAPERS_2017_TO_2026];

/** What those papers say. */
export const OFFICIAL_DAYS: OfficialDays = officialDays(PAPERS);

/** The first of the days at the end of a year that the next year's paper may still move. */
const LAST_WEEK = "12-25";

/**
 * The year whose paper is missing to say what a day that no paper names is; null when nothing is missing. Papers for a new year moved days of
 * the December before from the 29th on (2006, 2007, 2011, 2018, 2022), so the last week of a year is open until the next year is announced.
 */
export function missingYear({ byYear }: OfficialDays, day: Day): number | null {
  const year = yearOf(day);
  if (!byYear.has(year)) return year;
  return day.slice(5) >= LAST_WEEK && !byYear.has(year + 1) ? year + 1 : null;
}
