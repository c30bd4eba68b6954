/** Official days off and make-up days, lunar dates, deadlines in working time, and a year's days as a calendar file. Pure; knows no city. */
export type { Day } from "./day.ts";
export type { Words } from "./words.ts";
export { type Feast, FEASTS } from "./days-off/feasts.ts";
export type { ArrangedYear, Arrangement, Paper } from "./days-off/paper.ts";
export { type ArrangedDay, OFFICIAL_DAYS, type OfficialDays, officialDays, PAPERS } from "./days-off/official-days.ts";
export { type DayKind, dayKind, isWorked } from "./days-off/day-kind.ts";
export { findDayOfLunarDate, findLunarDate, isNewYearsEve, type LunarDate } from "./lunar/lunar-date.ts";
export { type LunarWords, lunarWords } from "./lunar/lunar-words.ts";
export type { Instant } from "./deadlines/instant.ts";
export { type OpeningSpan, type Season, WHOLE_DAY, type WorkingPattern } from "./deadlines/working-pattern.ts";
export { type Due, dueAt, type Term } from "./deadlines/due.ts";
export { type NotAnnounced, type WorkingDays, workingDaysBetween } from "./deadlines/worked-days.ts";
export { type DaysOffFile, daysOffFile, type FileOptions } from "./days-off-file.ts";
export { type OpeningDays, type OpeningHours, type OpeningLine, type OpenSpan } from "./opening/opening-hours.ts";
export { readHours } from "./opening/read-hours.ts";
export { openAt, openSpell, type OpenSpell, type OpenState } from "./opening/open-at.ts";
