import { type Day, dayNumber, dayOfNumber } from "../day.ts";
import { dayKind, isWorked } from "../days-off/day-kind.ts";
import { OFFICIAL_DAYS, type OfficialDays } from "../days-off/official-days.ts";

/** The answer where a count goes over a day that no paper says anything of: the year whose paper is missing. */
export type NotAnnounced = { readonly kind: "not-announced"; readonly year: number };

/** The worked days from a day on, as far as they are announced; the first day that is not ends them. */
export function* workedDays(first: Day, days: OfficialDays): Generator<Day | NotAnnounced, void> {
  for (let number = dayNumber(first); ; number += 1) {
    const day = dayOfNumber(number);
    const kind = dayKind(day, days);
    if (kind.kind === "not-announced") { yield kind; return; }
    if (isWorked(kind)) yield day;
  }
}

/** How many worked days there are between two days. */
export type WorkingDays = { readonly kind: "counted"; readonly count: number } | NotAnnounced;

/**
 * The worked days after one day up to and with another, as deadlines count them: the first day does not count (民法典 201 条). Backwards
 * they are counted the same and negative, so that counts over a day between add up.
 */
export function workingDaysBetween(from: Day, to: Day, days: OfficialDays = OFFICIAL_DAYS): WorkingDays {
  const [start, end] = [dayNumber(from), dayNumber(to)];
  let count = 0;
  for (let number = Math.min(start, end) + 1; number <= Math.max(start, end); number += 1) {
    const kind = dayKind(dayOfNumber(number), days);
    if (kind.kind === "not-announced") return kind;
    if (isWorked(kind)) count += 1;
  }
  return { kind: "counted", count: end < start && count > 0 ? -count : count };
}
