import { dayOfNumber } from "../day.ts";
import { DAY_LENGTH, epochOf, type Instant, MINUTE } from "../deadlines/instant.ts";
import { type DayKind, dayKind, isWorked } from "../days-off/day-kind.ts";
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

/** What holds at a moment, and from when until when at least: nothing changes before `until`. */
export type OpenSpell = { readonly state: OpenState; readonly from: number; readonly until: number };

/**
 * Is it open now, by the official calendar: a make-up Saturday is a working day, a holiday on a Tuesday is none. A holiday of which the hours say nothing is as a 休息日 when
 * that is given, and not known otherwise.
 */
export function openAt(hours: OpeningHours, instant: Instant, days: OfficialDays = OFFICIAL_DAYS): OpenState {
  const now = epochOf(instant);
  const today = Math.floor((now + AHEAD) / DAY_LENGTH);
  const said = daysSaid(hours, days);
  const [before, on] = [said(today - 1), said(today)];
  const at = stretchAt(said, today, now);
  if (at !== null) return { kind: "open", until: at.until, soon: at.until !== null && at.until - now <= SOON };
  if (!("spans" in on)) return on;
  // What was open before midnight may still be.
  if (!("spans" in before) && hours.lines.some(({ spans }) => spans.some(({ to }) => to - DAY_MINUTES > (now - midnight(today)) / MINUTE))) return before;
  return { kind: "closed", opensAt: nextOpening(said, today, now) };
}

/** The same with how long it holds, for whoever shows many places again and again: a state changes at midnight, or where a span begins, ends or is about to end. */
export function openSpell(hours: OpeningHours, instant: Instant, days: OfficialDays = OFFICIAL_DAYS): OpenSpell {
  const now = epochOf(instant);
  const begins = midnight(Math.floor((now + AHEAD) / DAY_LENGTH));
  let [from, until] = [begins, begins + DAY_LENGTH];
  for (const { spans } of hours.lines) for (const span of spans) for (const minute of [span.from, span.to, span.to - SOON / MINUTE]) {
    const edge = begins + (((minute % DAY_MINUTES) + DAY_MINUTES) % DAY_MINUTES) * MINUTE;
    if (edge <= now) from = Math.max(from, edge); else until = Math.min(until, edge);
  }
  return { state: openAt(hours, now, days), from, until };
}

type Unsaid = Extract<OpenState, { kind: "not-known" | "not-announced" }>;
type Said = { readonly spans: readonly OpenSpan[] } | Unsaid;
type Stretch = { readonly from: number; readonly to: number };

/** Asia/Shanghai is eight hours ahead. */
const AHEAD = 480 * MINUTE;
const midnight = (number: number): number => number * DAY_LENGTH - AHEAD;

/** What the hours say of each day, by its number; looked up once. */
function daysSaid(hours: OpeningHours, days: OfficialDays): (number: number) => Said {
  const known = new Map<number, Said>();
  return (number) => {
    let said = known.get(number);
    if (said === undefined) known.set(number, said = spansOn(hours, number, days));
    return said;
  };
}

/** What a day is hangs on no hours: of thousands of places it is looked up once. */
function kindOf(number: number, days: OfficialDays): DayKind {
  let known = KINDS.get(days);
  if (known === undefined) KINDS.set(days, known = new Map());
  if (known.size > KINDS_MOST) known.clear();
  let kind = known.get(number);
  if (kind === undefined) known.set(number, kind = dayKind(dayOfNumber(number), days));
  return kind;
}
const KINDS = new WeakMap<OfficialDays, Map<number, DayKind>>();
const KINDS_MOST = 1_000;

/** The stretch in which a moment lies, spans that touch taken as one. */
function stretchAt(said: (number: number) => Said, today: number, now: number): { readonly until: number | null } | null {
  let until: number | null = null;
  for (let number = today - 1; number <= today + DAYS_AHEAD; number += 1) {
    for (const { from, to } of stretchesOf(said(number), number)) {
      if (until === null ? from <= now && now < to : from <= until && until < to) until = to;
      else if (until !== null && from > until) return { until };
    }
    if (until !== null && until < midnight(number + 1)) return { until };
    // What begins tomorrow is not open today.
    if (until === null && number >= today) return null;
  }
  // Open for a fortnight on end: it does not close.
  return until === null ? null : { until: until > now + (DAYS_AHEAD - 1) * DAY_LENGTH ? null : until };
}

function nextOpening(said: (number: number) => Said, today: number, now: number): number | null {
  for (let number = today; number <= today + DAYS_AHEAD; number += 1) {
    const on = said(number);
    if (!("spans" in on)) return null;
    const next = stretchesOf(on, number).find(({ from }) => from > now);
    if (next !== undefined) return next.from;
  }
  return null;
}

const stretchesOf = (said: Said, number: number): readonly Stretch[] => ("spans" in said ? said.spans.map(({ from, to }) => ({ from: midnight(number) + from * MINUTE, to: midnight(number) + to * MINUTE })) : []);

/** The spans of a day, none when it is closed; or why nobody can say. */
function spansOn({ lines }: OpeningHours, number: number, days: OfficialDays): Said {
  // 1970-01-01 was a Thursday.
  const weekday = ((((number + 3) % 7) + 7) % 7) + 1;
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
  const kind = kindOf(number, days);
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
