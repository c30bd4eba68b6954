/** Lunar dates. Pure; knows no city. */
export type { Day } from "./day.ts";
export type { Words } from "./words.ts";
export { findDayOfLunarDate, findLunarDate, isNewYearsEve, type LunarDate } from "./lunar/lunar-date.ts";
export { type LunarWords, lunarWords } from "./lunar/lunar-words.ts";
