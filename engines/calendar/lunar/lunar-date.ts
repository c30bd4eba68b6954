import { type Day, dayNumber, dayOfNumber } from "../day.ts";
import { FIRST_LUNAR_DAY, FIRST_LUNAR_YEAR, LUNAR_YEARS } from "./lunar-years.ts";

/** A date of the Chinese lunar calendar (农历). `leap` is true in a leap month (闰月), which has the number of the month before it. */
export type LunarDate = { readonly year: number; readonly month: number; readonly leap: boolean; readonly day: number };

/** The lunar date of a day from 1901-02-19 to 2057-02-03; null outside, where almanacs and computations part. */
export function findLunarDate(day: Day): LunarDate | null {
  const number = dayNumber(day);
  const month = MONTHS.findLast(({ first }) => first <= number);
  if (month === undefined || number >= month.first + month.length) return null;
  return { year: month.year, month: month.month, leap: month.leap, day: number - month.first + 1 };
}

/** The day of a lunar date; null when that year has no such month, that month no such day, or it lies outside what is known. */
export function findDayOfLunarDate({ year, month, leap, day }: LunarDate): Day | null {
  const found = BY_YEAR.get(year)?.find((each) => each.month === month && each.leap === leap);
  if (found === undefined || !Number.isInteger(day) || day < 1 || day > found.length) return null;
  return dayOfNumber(found.first + day - 1);
}

/** Is it the last day of its lunar year (除夕)? */
export function isNewYearsEve({ year, month, leap, day }: LunarDate): boolean {
  const last = BY_YEAR.get(year)?.at(-1);
  return last !== undefined && month === last.month && leap === last.leap && day === last.length;
}

type LunarMonth = { readonly year: number; readonly month: number; readonly leap: boolean; readonly first: number; readonly length: number };

/** All months that are known, in order, with the number of their first day. */
const MONTHS: readonly LunarMonth[] = monthsOf(LUNAR_YEARS);
const BY_YEAR = Map.groupBy(MONTHS, ({ year }) => year);

function monthsOf(years: readonly string[]): readonly LunarMonth[] {
  let first = dayNumber(FIRST_LUNAR_DAY);
  return years.flatMap((months, at) => {
    let month = 0;
    return (months.match(/闰?[大小]/g) ?? []).map((sign) => {
      const [leap, length] = [sign.startsWith("闰"), sign.endsWith("大") ? 30 : 29];
      if (!leap) month += 1;
      const found = { year: FIRST_LUNAR_YEAR + at, month, leap, first, length };
      first += length;
      return found;
    });
  });
}
