import type { Day } from "../day.ts";
import { HOUR, MINUTE } from "./instant.ts";

/** A stretch of a working day: `08:30` to `12:00`; `24:00` is the end of the day. */
export type OpeningSpan = { readonly from: string; readonly to: string };

/** Other opening hours in part of the year (夏季作息时间), both days included: `05-01` to `09-30`. */
export type Season = { readonly from: string; readonly to: string; readonly spans: readonly OpeningSpan[] };

/** When an office works on a working day: its opening spans in order, and other ones in seasons. */
export type WorkingPattern = { readonly spans: readonly OpeningSpan[]; readonly seasons?: readonly Season[] };

/** An office without hours of its own: what is due on a day is due at its 24:00 (民法典 203 条). */
export const WHOLE_DAY: WorkingPattern = { spans: [{ from: "00:00", to: "24:00" }] };

/** An opening span in milliseconds since midnight. */
export type Opening = { readonly from: number; readonly to: number };

/** The openings of every day of the year under a pattern. A pattern of the wrong form is the caller's mistake. */
export function openingsOf({ spans, seasons = [] }: WorkingPattern): (day: Day) => readonly Opening[] {
  const usual = checkedOpenings(spans);
  const seasonal = seasons.map((season) => ({ ...season, openings: checkedOpenings(season.spans) }));
  for (const { from, to } of seasons) if (!DATE.test(from) || !DATE.test(to)) throw new RangeError(`Not a season: ${from} to ${to}`);
  return (day) => seasonal.find(({ from, to }) => isWithin(day.slice(5), from, to))?.openings ?? usual;
}

const DATE = /^\d{2}-\d{2}$/;
const TIME = /^(\d{2}):(\d{2})$/;

/** A season may go over the end of a year: `10-01` to `04-30`. */
const isWithin = (date: string, from: string, to: string): boolean => (from <= to ? from <= date && date <= to : date >= from || date <= to);

function checkedOpenings(spans: readonly OpeningSpan[]): readonly Opening[] {
  const openings = spans.map(({ from, to }) => ({ from: sinceMidnight(from), to: sinceMidnight(to) }));
  const inOrder = openings.every(({ from, to }, at) => from < to && from >= (openings[at - 1]?.to ?? 0));
  if (openings.length === 0 || !inOrder) throw new RangeError(`Not opening spans in order: ${spans.map(({ from, to }) => `${from}-${to}`).join(", ")}`);
  return openings;
}

function sinceMidnight(time: string): number {
  const [, hours, minutes] = TIME.exec(time) ?? [];
  const since = Number(hours) * HOUR + Number(minutes) * MINUTE;
  if (!(Number(minutes) < 60 && since <= 24 * HOUR)) throw new RangeError(`Not a time of day: ${time}`);
  return since;
}
