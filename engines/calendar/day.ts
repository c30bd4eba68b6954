/** A day of the Gregorian calendar as notices are dated in Asia/Shanghai: `2021-02-12`. */
export type Day = string;

const DAY = /^(\d{4})-(\d{2})-(\d{2})$/;
const MILLISECONDS = 86_400_000;

/** Days since 1970-01-01. What is no day of the calendar is the caller's mistake. */
export function dayNumber(day: Day): number {
  const [, year, month, date] = DAY.exec(day) ?? [];
  const time = Date.UTC(Number(year), Number(month) - 1, Number(date));
  if (Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== day) throw new RangeError(`Not a day: ${day}`);
  return time / MILLISECONDS;
}

/** The day that is so many days after 1970-01-01. */
export const dayOfNumber = (number: number): Day => new Date(number * MILLISECONDS).toISOString().slice(0, 10);

/** The day so many days later, or earlier. */
export const daysLater = (day: Day, count: number): Day => dayOfNumber(dayNumber(day) + count);

/** Saturday or Sunday. */
export function isWeekend(day: Day): boolean {
  // 1970-01-01 was a Thursday.
  const weekday = (((dayNumber(day) + 4) % 7) + 7) % 7;
  return weekday === 0 || weekday === 6;
}

/** The year a day lies in. */
export const yearOf = (day: Day): number => Number(day.slice(0, 4));
