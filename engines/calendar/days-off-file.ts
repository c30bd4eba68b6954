import ICAL from "ical.js";
import { type Day, dayNumber, daysLater } from "./day.ts";
import { type ArrangedDay, OFFICIAL_DAYS, type OfficialDays } from "./days-off/official-days.ts";
import type { Words } from "./words.ts";

// The library counts 75 octets without the space that begins a folded line.
ICAL.foldLength = 74;

/** A calendar file, or the year whose paper is missing. */
export type DaysOffFile = { readonly kind: "file"; readonly content: Uint8Array } | { readonly kind: "not-announced"; readonly year: number };

/** In which language a file speaks, and when it was made (DTSTAMP). */
export type FileOptions = { readonly language: keyof Words; readonly madeAt: Date };

/**
 * The days off and make-up working days of a year for a calendar (RFC 5545): an all-day event for each stretch off for a holiday, and one for each
 * make-up day, with the papers as description. What the year's papers arranged in the December before is in it. The UID of a stretch is its first
 * day, so a holiday that a later paper lengthens is the same event.
 */
export function daysOffFile(year: number, { language, madeAt }: FileOptions, days: OfficialDays = OFFICIAL_DAYS): DaysOffFile {
  const arranged = days.byYear.get(year);
  if (arranged === undefined) return { kind: "not-announced", year };
  const calendar = new ICAL.Component("vcalendar");
  calendar.updatePropertyWithValue("version", "2.0");
  calendar.updatePropertyWithValue("prodid", "-//Anxin//Days off//ZH");
  calendar.updatePropertyWithValue("x-wr-calname", { zh: `${year}年放假和调休上班`, en: `Days off and make-up working days ${year}` }[language]);
  for (const stretch of stretchesOf(arranged)) calendar.addSubcomponent(eventOf(stretch, language, madeAt));
  return { kind: "file", content: new TextEncoder().encode(`${calendar.toString()}\r\n`) };
}

type Stretch = readonly [ArrangedDay, ...ArrangedDay[]];

/** Days in a row that are off for the same holiday; every make-up day by itself. */
function stretchesOf(arranged: readonly ArrangedDay[]): readonly Stretch[] {
  const stretches: [ArrangedDay, ...ArrangedDay[]][] = [];
  for (const each of arranged) {
    const before = stretches.at(-1)?.at(-1);
    const goesOn = before !== undefined && before.off && each.off && before.feast.zh === each.feast.zh && dayNumber(each.day) === dayNumber(before.day) + 1;
    if (goesOn) stretches.at(-1)?.push(each);
    else stretches.push([each]);
  }
  return stretches;
}

function eventOf(stretch: Stretch, language: keyof Words, madeAt: Date): ICAL.Component {
  const [{ day, off, feast }] = stretch;
  const event = new ICAL.Component("vevent");
  event.updatePropertyWithValue("uid", `${off ? "day-off" : "make-up-day"}-${day}@anxin`);
  event.updatePropertyWithValue("dtstamp", ICAL.Time.fromJSDate(madeAt, true));
  event.updatePropertyWithValue("dtstart", dateOf(day));
  event.updatePropertyWithValue("dtend", dateOf(daysLater(stretch.at(-1)?.day ?? day, 1)));
  event.updatePropertyWithValue("transp", "TRANSPARENT");
  event.updatePropertyWithValue("summary", summary(off, feast)[language]);
  event.updatePropertyWithValue("description", [...new Set(stretch.map(({ source: { title, number } }) => (number === null ? title : `${title}（${number}）`)))].join("\n"));
  return event;
}

const dateOf = (day: Day): ICAL.Time => ICAL.Time.fromDateString(day);
const summary = (off: boolean, { zh, en }: Words): Words => (off ? { zh: `${zh}放假`, en: `${en}: day off` } : { zh: `${zh}调休上班`, en: `${en}: make-up working day` });
