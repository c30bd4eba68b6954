/** Which days a line of opening hours speaks of: all, worked ones (工作日), those not worked (休息日), ordinary weekends (周末), holidays (法定节假日), or days of the week, Monday being 1. */
export type OpeningDays = { readonly kind: "every" | "worked" | "rest" | "weekend" | "holiday" } | { readonly kind: "weekdays"; readonly weekdays: readonly number[] };

/** From when to when, in minutes since midnight; after midnight the end is more than 1440. */
export type OpenSpan = { readonly from: number; readonly to: number };

/** On these days it is open in these spans, in order; in none: closed. */
export type OpeningLine = { readonly days: readonly OpeningDays[]; readonly spans: readonly OpenSpan[] };

/** Opening hours as they were read. `text`: in their usual form, which is read to the same. */
export type OpeningHours = { readonly text: string; readonly lines: readonly OpeningLine[] };

/** Minutes of a day. */
export const DAY_MINUTES = 1_440;
/** Days of the week in words, Monday first. */
export const WEEKDAYS = ["一", "二", "三", "四", "五", "六", "日"] as const;

/** Opening hours of these lines, with their usual form: `工作日 08:00-17:00；法定节假日 不开`. */
export function openingHours(lines: readonly OpeningLine[]): OpeningHours {
  return { lines, text: lines.map(({ days, spans }) => `${days.map(daysInWords).join("、")} ${spans.length === 0 ? "不开" : spans.map(spanInWords).join("、")}`).join("；") };
}

function daysInWords(days: OpeningDays): string {
  if (days.kind !== "weekdays") return DAYS_WORDS[days.kind];
  return stretches(days.weekdays).map(([first, last]) => `周${WEEKDAYS[first - 1] ?? ""}${last === first ? "" : `${last === first + 1 ? "、" : "至"}周${WEEKDAYS[last - 1] ?? ""}`}`).join("、");
}
const DAYS_WORDS = { every: "每天", worked: "工作日", rest: "休息日", weekend: "周末", holiday: "法定节假日" } as const;

/** Days that follow each other, as first and last. */
function stretches(weekdays: readonly number[]): readonly (readonly [number, number])[] {
  const found: [number, number][] = [];
  for (const day of weekdays) {
    const last = found.at(-1);
    if (last !== undefined && last[1] === day - 1) last[1] = day;
    else found.push([day, day]);
  }
  return found;
}

const clock = (minutes: number): string => `${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;
const spanInWords = ({ from, to }: OpenSpan): string => `${clock(from)}-${clock(to > DAY_MINUTES ? to - DAY_MINUTES : to)}`;
