import { type Day, dayNumber, isWeekend } from "../day.ts";
import type { Words } from "../words.ts";
import { missingYear, OFFICIAL_DAYS, type OfficialDays } from "./official-days.ts";
import type { Paper } from "./paper.ts";

/** What a day is for offices in China. `not-announced` names the year whose paper would say it. */
export type DayKind =
  | { readonly kind: "day-off"; readonly feast: Words; readonly source: Paper }
  | { readonly kind: "make-up-working-day"; readonly feast: Words; readonly source: Paper }
  | { readonly kind: "working-day" }
  | { readonly kind: "weekend" }
  | { readonly kind: "not-announced"; readonly year: number };

/**
 * What a day of Asia/Shanghai is: off for a holiday or worked instead (调休上班), with the paper that says so, an ordinary working day, or an
 * ordinary weekend. Never a guess: of a year without a paper not even a weekend is known, since it may be worked. A weekend day that a
 * paper only joins to a holiday (与周末连休) is an ordinary weekend. Local days off are not known here.
 */
export function dayKind(day: Day, days: OfficialDays = OFFICIAL_DAYS): DayKind {
  dayNumber(day);
  const named = days.named.get(day);
  if (named !== undefined) return { kind: named.off ? "day-off" : "make-up-working-day", feast: named.feast, source: named.source };
  const year = missingYear(days, day);
  if (year !== null) return { kind: "not-announced", year };
  return { kind: isWeekend(day) ? "weekend" : "working-day" };
}

/** Is the day worked (工作日)? */
export const isWorked = ({ kind }: DayKind): boolean => kind === "working-day" || kind === "make-up-working-day";
