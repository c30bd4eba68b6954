import { date, dateAndTime, FeelDate, FeelDateTime, FeelTime, time } from "feelin";

/** Years feelin does not read: before 0, or of more than four digits. What lies beyond is no date for the calendar underneath. */
const YEAR = /^(-?\d{4,6})-(\d{2}-\d{2}.*)$/u;
const FURTHEST_YEAR = 271_820;
/** An offset with a zone's name behind it says the zone twice; one of more than 14 hours is none (XML Schema, 3.2.7.3). */
const WRONG_ZONE = /[+-]\d{2}:\d{2}(?::\d{2})?@|[+-](?:1[5-9]|[2-9]\d):\d{2}|[+-]14:(?!00)|z@/iu;

const END_OF_DAY = /T24:00:00(?:\.0+)?/u;

/** A date out of its text (10.3.4.1), null when it is none. */
export function dateOf(text: string): FeelDate | null {
  const { near, year } = nearYear(text);
  const base = quietly(date, near);
  return base instanceof FeelDate ? (year === null ? base : new FeelDate(base.unwrap().with({ year }))) : null;
}

/** A date and time out of its text. */
export function dateAndTimeOf(text: string): FeelDateTime | null {
  // The end of a day is the beginning of the next (XML Schema, 3.2.7).
  if (END_OF_DAY.test(text)) {
    const start = dateAndTimeOf(text.replace(END_OF_DAY, "T00:00:00"));
    return start === null ? null : new FeelDateTime(start.unwrap().add({ days: 1 }), start.zone);
  }
  const { near, year } = nearYear(text);
  const base = WRONG_ZONE.test(text.slice(10)) ? null : quietly(dateAndTime, near);
  return base instanceof FeelDateTime ? (year === null ? base : new FeelDateTime(base.unwrap().with({ year }), base.zone)) : null;
}

/** A time out of its text. */
export function timeOf(text: string): FeelTime | null {
  return WRONG_ZONE.test(text) ? null : quietly(time, text);
}

/** The same day in a year that is read: a leap year where the year is one, as 29 February must stay what it is. */
function nearYear(text: string): { near: string; year: number | null } {
  const [, written, rest] = YEAR.exec(text) ?? [];
  if (written === undefined || rest === undefined || written.length === 4) return { near: text, year: null };
  const year = Number(written);
  const digits = written.replace("-", "");
  if (Math.abs(year) > FURTHEST_YEAR || (digits.length > 4 && digits.startsWith("0"))) return { near: "", year: null };
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return { near: `${isLeap ? 2000 : 2001}-${rest}`, year };
}

/** feelin throws for what it knows it cannot read. */
function quietly<T>(read: (text: string) => T | null, text: string): T | null {
  try {
    return read(text);
  } catch {
    return null;
  }
}
