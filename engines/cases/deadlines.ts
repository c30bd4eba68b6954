import { dueAt, type OfficialDays, OFFICIAL_DAYS, WHOLE_DAY, type WorkingPattern } from "#engines/calendar";
import type { CaseState, Duration } from "./case-type.ts";

/** By which days and hours deadlines are counted. */
export type CaseCalendar = { readonly days: OfficialDays; readonly hours: WorkingPattern };

/** The official days, and offices without hours of their own: what is due on a day is due at its end. */
export const OFFICIAL_CALENDAR: CaseCalendar = { days: OFFICIAL_DAYS, hours: WHOLE_DAY };

/** A moment in time; `notAnnounced`: every day was counted, because the days off of that year are not announced yet. */
export type CountedMoment = { readonly at: string; readonly notAnnounced: number | null };

/** By when a state is to be left and from when that is urgent; null without a deadline. */
export type StateDeadline = { readonly dueAt: string; readonly warnAt: string; readonly notAnnounced: number | null };

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
/** Asia/Shanghai, without summer time. */
const AHEAD = 8 * HOUR;

/** When so much time after a moment has passed: minutes and hours by the clock, the rest by the official calendar. */
export function momentAfter(since: string, { unit, count }: Duration, { days, hours }: CaseCalendar): CountedMoment {
  const start = Date.parse(since);
  if (unit === "minutes") return { at: iso(start + count * MINUTE), notAnnounced: null };
  const due = dueAt(start, { unit, count }, hours, days);
  return due.kind === "due" ? { at: iso(due.at), notAnnounced: null } : { at: iso(everyDayCounted(start, unit, count)), notAnnounced: due.year };
}

/** Better a day early than none: without the paper of a year nobody knows its days off. */
function everyDayCounted(start: number, unit: Exclude<Duration["unit"], "minutes">, count: number): number {
  if (unit === "hours" || unit === "working-hours") return start + count * HOUR;
  return (Math.floor((start + AHEAD) / DAY) + count + 1) * DAY - AHEAD;
}

/** The deadline of a stay in a state that began at `since`. */
export function deadlineOf({ deadline }: Pick<CaseState, "deadline">, since: string, calendar: CaseCalendar): StateDeadline | null {
  if (deadline === null) return null;
  const { at, notAnnounced } = momentAfter(since, deadline.within, calendar);
  return { dueAt: at, warnAt: deadline.warnBefore === null ? at : lastStart(since, at, deadline.warnBefore, calendar), notAnnounced };
}

/** From when on the time that is left is no more than `span`: the last moment from which `span` still ends by the deadline; at the earliest the beginning. */
function lastStart(since: string, due: string, span: Duration, calendar: CaseCalendar): string {
  const end = Date.parse(due);
  let [low, high] = [Math.floor(Date.parse(since) / MINUTE), Math.floor(end / MINUTE)];
  // Counting forward never lets a later start end earlier, so halves can be thrown away.
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (Date.parse(momentAfter(iso(middle * MINUTE), span, calendar).at) <= end) low = middle;
    else high = middle - 1;
  }
  return iso(Math.max(low * MINUTE, Date.parse(since)));
}

const iso = (time: number): string => new Date(time).toISOString();
