import { type Day, dayNumber, dayOfNumber } from "../day.ts";

/** A moment: milliseconds since 1970 or ISO 8601 with its offset (`2021-02-10T09:00:00+08:00`). */
export type Instant = number | string;

// Asia/Shanghai has been eight hours ahead without summer time since 1992; official days are known from 2007.
const AHEAD = 8 * 3_600_000;
export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY_LENGTH = 24 * HOUR;

const WITH_OFFSET = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,3})?)?(?:Z|[+-]\d{2}:\d{2})$/;

/** Milliseconds since 1970. A text without offset says no moment and is the caller's mistake. */
export function epochOf(instant: Instant): number {
  const epoch = typeof instant === "number" ? instant : WITH_OFFSET.test(instant) ? Date.parse(instant) : Number.NaN;
  if (!Number.isSafeInteger(epoch)) throw new RangeError(`Not a moment: ${instant}`);
  return epoch;
}

/** The day in Asia/Shanghai, and the milliseconds since its midnight. */
export function shanghaiTime(epoch: number): { readonly day: Day; readonly since: number } {
  const local = epoch + AHEAD;
  const number = Math.floor(local / DAY_LENGTH);
  return { day: dayOfNumber(number), since: local - number * DAY_LENGTH };
}

/** The moment so many milliseconds after the midnight that begins a day in Asia/Shanghai. */
export const epochAt = (day: Day, since: number): number => dayNumber(day) * DAY_LENGTH + since - AHEAD;
