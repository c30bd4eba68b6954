import { type Day, daysLater } from "../day.ts";
import { OFFICIAL_DAYS, type OfficialDays } from "../days-off/official-days.ts";
import { epochAt, epochOf, HOUR, type Instant, MINUTE, shanghaiTime } from "./instant.ts";
import { type NotAnnounced, workedDays } from "./worked-days.ts";
import { openingsOf, type WorkingPattern } from "./working-pattern.ts";

/** How long somebody has: whole days, or hours down to the minute. */
export type Term = { readonly unit: "working-days" | "working-hours" | "days" | "hours"; readonly count: number };

/**
 * When it is due: the moment, and as a clock in Asia/Shanghai shows it (`24:00` is the end of the day it names; seconds are not shown).
 * `not-announced` names the year whose paper of days off would say it.
 */
export type Due =
  | { readonly kind: "due"; readonly at: number; readonly day: Day; readonly time: string }
  | NotAnnounced;

/**
 * When something received at a moment is due.
 *
 * - `working-days`: 行政许可法 82 条: a term in working days holds no statutory days off; make-up days are worked. The day of receipt does
 *   not count, whether worked or not (民法典 201 条 1 款). Due when the office closes on the last day (203 条 2 款).
 * - `days`: 民法典 201 条 1 款, 203 条: the day of receipt does not count, every other day does; when the last day is not worked, the next
 *   worked day is the last. Due when the office closes on it.
 * - `working-hours`: the time the office is open, counted from receipt (201 条 2 款); received while closed, from the next opening. What is
 *   used up as the office closes is due then, not at the next opening.
 * - `hours`: by the clock from receipt, whatever the day.
 *
 * What is not worked (法定休假日) are days off and weekends. A law or a notice that counts otherwise goes before (204 条): then the caller
 * gives another moment or unit. A count that is none is the caller's mistake and throws.
 */
export function dueAt(received: Instant, term: Term, pattern: WorkingPattern, days: OfficialDays = OFFICIAL_DAYS): Due {
  const epoch = epochOf(received);
  const count = checkedCount(term);
  const openings = openingsOf(pattern);
  const { day: receivedDay, since } = shanghaiTime(epoch);
  switch (term.unit) {
    case "hours": {
      const end = shanghaiTime(epoch + count * MINUTE);
      return dueOn(end.day, end.since);
    }
    case "working-hours": return afterOpenTime(receivedDay, since, count * MINUTE, openings, days);
    case "days": return onClosing(nthWorked(daysLater(receivedDay, count), 1, days), openings);
    case "working-days": return onClosing(nthWorked(daysLater(receivedDay, 1), count, days), openings);
  }
}

/** Days as they are; hours as minutes, of which they must be whole ones. */
function checkedCount({ unit, count }: Term): number {
  const inMinutes = unit === "hours" || unit === "working-hours";
  const parts = inMinutes ? count * 60 : count;
  const whole = Math.round(parts);
  // A third of an hour is twenty minutes, whatever its last binary digit.
  if (!(Math.abs(whole - parts) <= (inMinutes ? 1e-6 : 0) && whole >= 1 && whole <= MOST)) throw new RangeError(`Not a term: ${count} ${unit}`);
  return whole;
}

// Hours are counted by the minute: this is nearly two years of them, and 2,700 years of days.
const MOST = 1_000_000;

type Openings = ReturnType<typeof openingsOf>;

const dueOn = (day: Day, since: number): Due => ({ kind: "due", at: epochAt(day, since), day, time: clock(since) });
const onClosing = (last: Day | NotAnnounced, openings: Openings): Due => (typeof last === "string" ? dueOn(last, openings(last).at(-1)?.to ?? 0) : last);

function nthWorked(first: Day, count: number, days: OfficialDays): Day | NotAnnounced {
  let left = count;
  for (const day of workedDays(first, days)) {
    if (typeof day !== "string") return day;
    left -= 1;
    if (left === 0) return day;
  }
  throw new Error("Days do not end");
}

function afterOpenTime(first: Day, since: number, length: number, openings: Openings, days: OfficialDays): Due {
  let left = length;
  for (const day of workedDays(first, days)) {
    if (typeof day !== "string") return day;
    for (const { from, to } of openings(day)) {
      const start = day === first ? Math.max(from, since) : from;
      if (start >= to) continue;
      if (left <= to - start) return dueOn(day, start + left);
      left -= to - start;
    }
  }
  throw new Error("Days do not end");
}

const clock = (since: number): string => [Math.floor(since / HOUR), Math.floor((since % HOUR) / MINUTE)].map((part) => String(part).padStart(2, "0")).join(":");
