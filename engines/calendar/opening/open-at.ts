import { type Day, dayNumber, dayOfNumber } from "../day.ts";
import { DAY_LENGTH, epochAt, epochOf, type Instant, MINUTE, shanghaiTime } from "../deadlines/instant.ts";
import { dayKind, isWorked } from "../days-off/day-kind.ts";
import { OFFICIAL_DAYS, type OfficialDays } from "../days-off/official-days.ts";
import { DAY_MINUTES, type OpeningDays, type OpeningHours, type OpenSpan } from "./opening-hours.ts";

/**
 * Whether a place is open at a moment. `until` and `opensAt` are milliseconds since 1970; `until` null: it does not close; `opensAt` null: not within a fortnight, or nobody can say.
 * `soon`: it closes within half an hour. `not-known`: the hours say nothing of such a day. `not-announced`: the paper of that year's days off is missing.
 */
export type OpenState =
  | { readonly kind: "open"; readonly until: number | null; readonly soon: boolean }
  | { readonly kind: "closed"; readonly opensAt: number | null }
  | { readonly kind: "not-known" }
  | { readonly kind: "not-announced"; readonly year: number };

/** Half an hour before closing it is no use to set out. */
const SOON = 30 * MINUTE;
const DAYS_AHEAD = 14;

/**
 * Is it open now, by the official calendar: a make-up Saturday is a working day, a holiday on a Tuesday is none. A holiday of which the hours say nothing is as a 休息日 when
 * that is given, and not known otherwise.
 */
export function openAt(hours: OpeningHours, instant: Instant, days: OfficialDays = OFFICIAL_DAYS): OpenState {
  const now = epochOf(instant);
  const { day, since } = shanghaiTime(now);
  const today = dayNumber(day);
  const [before, on] = [spansOn(hours, dayOfNumber(today - 1), days), spansOn(hours, day, days)];
  // What was open before midnight may still be.
  const spill = "spans" in before ? [] : hours.lines.flatMap(({ spans }) => spans).filter(({ to }) => to - DAY_MINUTES > since / MINUTE);
  const at = stretchAt(hours, days, today, now);
  if (at !== null) return { kind: "open", until: at.until, soon: at.until !== null && at.until - now <= SOON };
  if (!("spans" in on)) return on;
  if (!("spans" in before) && spill.length > 0) return before;
  return { kind: "closed", opensAt: nextOpening(hours, days, today, now) };
}

type Unsaid = Extract<OpenState, { kind: "not-known" | "not-announced" }>;
type Stretch = { readonly from: number; readonly to: number };

/** The stretch in which a moment lies, spans that touch taken as one. */
function stretchAt(hours: OpeningHours, days: OfficialDays, today: number, now: number): { readonly until: number | null } | null {
  let until: number | null = null;
  for (let number = today - 1; number <= today + DAYS_AHEAD; number += 1) {
    for (const { from, to } of stretchesOf(hours, days, number)) {
      if (until === null ? from <= now && now < to : from <= until && until < to) until = to;
      else if (until !== null && from > until) return { until };
    }
    if (until !== null && until < epochAt(dayOfNumber(number + 1), 0)) return { until };
  }
  // Open for a fortnight on end: it does not close.
  return until === null ? null : { until: until > now + (DAYS_AHEAD - 1) * DAY_LENGTH ? null : until };
}

function nextOpening(hours: OpeningHours, days: OfficialDays, today: number, now: number): number | null {
  for (let number = today; number <= today + DAYS_AHEAD; number += 1) {
    const on = spansOn(hours, dayOfNumber(number), days);
    if (!("spans" in on)) return null;
    const next = stretchesOf(hours, days, number).find(({ from }) => from > now);
    if (next !== undefined) return next.from;
  }
  return null;
}

function stretchesOf(hours: OpeningHours, days: OfficialDays, number: number): readonly Stretch[] {
  const day = dayOfNumber(number);
  const on = spansOn(hours, day, days);
  return "spans" in on ? on.spans.map(({ from, to }) => ({ from: epochAt(day, from * MINUTE), to: epochAt(day, to * MINUTE) })) : [];
}

/** The spans of a day, none when it is closed; or why nobody can say. */
function spansOn(hours: OpeningHours, day: Day, days: OfficialDays): { readonly spans: readonly OpenSpan[] } | Unsaid {
  const { lines } = hours;
  // 1970-01-01 was a Thursday.
  const weekday = ((((dayNumber(day) + 3) % 7) + 7) % 7) + 1;
  const of = (matches: (days: OpeningDays) => boolean): { readonly spans: readonly OpenSpan[] } | undefined => lines.find((line) => line.days.some(matches));
  const byKind = (...kinds: readonly OpeningDays["kind"][]): { readonly spans: readonly OpenSpan[] } | undefined => {
    for (const kind of kinds) {
      const found = of((each) => each.kind === kind);
      if (found !== undefined) return found;
    }
    return undefined;
  };
  const byWeekday = (which: number) => of((each) => each.kind === "weekdays" && each.weekdays.includes(which));
  // Hours that are the same on every day of the year do not hang on the calendar.
  if (lines.length === 1 && lines[0]?.days.some(({ kind }) => kind === "every") === true) return { spans: lines[0].spans };
  const kind = dayKind(day, days);
  if (kind.kind === "not-announced") return kind;
  if (kind.kind === "day-off") return byKind("holiday", "rest", "every") ?? sameOn([1, 2, 3, 4, 5, 6, 7]) ?? { kind: "not-known" };
  if (kind.kind === "make-up-working-day") return byKind("worked") ?? sameOn([1, 2, 3, 4, 5, weekday]) ?? byKind("every") ?? (lines.some((line) => line.days.some((each) => each.kind === "weekdays")) ? { kind: "not-known" } : { spans: [] });
  return byWeekday(weekday) ?? (isWorked(kind) ? byKind("worked", "every") : byKind("weekend", "rest", "every")) ?? { spans: [] };

  /** What days of the week say, where they say the same of all of these. */
  function sameOn(weekdays: readonly number[]): { readonly spans: readonly OpenSpan[] } | undefined {
    const said = weekdays.map(byWeekday);
    const [first] = said;
    return first !== undefined && said.every((each) => JSON.stringify(each?.spans) === JSON.stringify(first.spans)) ? { spans: first.spans } : undefined;
  }
}
