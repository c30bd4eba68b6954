import type { Language } from "./language.ts";

/** A calendar day in words: `2021年1月26日`, `26 January 2021`. Takes an ISO date; throws RangeError on anything else. */
export function dayInWords(day: string, language: Language): string {
  return formatter(language, { year: "numeric", month: "long", day: "numeric" }).format(noon(day));
}

/** Day and month with the weekday, for today's date: `1月26日 星期二`, `Tuesday 26 January`. Takes an ISO date. */
export function weekdayInWords(day: string, language: Language): string {
  const weekday = formatter(language, { weekday: "long" }).format(noon(day));
  const date = formatter(language, { month: "long", day: "numeric" }).format(noon(day));
  return language === "en" ? `${weekday} ${date}` : `${date} ${weekday}`;
}

/** The day in the Chinese calendar, `腊月十四`; the month, a leap one too, comes from the runtime's own almanac (ICU). */
export function lunarDayInWords(day: string): string {
  const parts = new Intl.DateTimeFormat("zh-CN-u-ca-chinese", { timeZone: ZONE, month: "long", day: "numeric" }).formatToParts(noon(day));
  const part = (type: "month" | "day") => parts.find((found) => found.type === type)?.value ?? "";
  return part("month") + lunarDayOfMonth(Number(part("day")));
}

/** The calendar day in China at an instant, as an ISO date. */
export function dayInChina(instant: Date): string {
  return CHINA_DAY.format(instant);
}

/** Day and time in China at an instant, to the minute: `1月26日 18:05`, `26 January, 18:05`. */
export function minuteInWords(instant: Date, language: Language): string {
  const day = formatter(language, { month: "long", day: "numeric" }).format(instant);
  const time = formatter(language, { hour: "2-digit", minute: "2-digit", hourCycle: "h23" }).format(instant);
  return language === "en" ? `${day}, ${time}` : `${day} ${time}`;
}

/** A deadline in words. Midnight is the end of the day before, as people count: `2月2日 24:00` and not the next day's 00:00. */
export function deadlineInWords(instant: Date, language: Language): string {
  const said = minuteInWords(instant, language);
  return said.endsWith("00:00") ? `${minuteInWords(new Date(instant.getTime() - 60_000), language).slice(0, -"23:59".length)}24:00` : said;
}

const ZONE = "Asia/Shanghai";
/** Made once: asked for with every answer. */
const CHINA_DAY = new Intl.DateTimeFormat("en-CA", { timeZone: ZONE, year: "numeric", month: "2-digit", day: "2-digit" });
const DIGITS = ["", "一", "二", "三", "四", "五", "六", "七", "八", "九", "十"];

/** Noon in China, so that no zone moves the day. */
function noon(day: string): Date {
  const date = new Date(`${day}T12:00:00+08:00`);
  if (Number.isNaN(date.getTime())) throw new RangeError(`not an ISO date: ${day}`);
  return date;
}

/** Made once for each language and pattern: making one costs more than a hundred uses. */
function formatter(language: Language, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${language} ${JSON.stringify(options)}`;
  let kept = FORMATTERS.get(key);
  if (kept === undefined) FORMATTERS.set(key, kept = new Intl.DateTimeFormat(language === "en" ? "en-GB" : "zh-CN", { timeZone: ZONE, ...options }));
  return kept;
}
const FORMATTERS = new Map<string, Intl.DateTimeFormat>();

/** 初一 … 初十, 十一 … 二十, 廿一 … 廿九, 三十. */
function lunarDayOfMonth(day: number): string {
  if (day <= 10) return `初${DIGITS[day]}`;
  if (day === 20 || day === 30) return `${DIGITS[day / 10]}十`;
  return (day < 20 ? "十" : "廿") + DIGITS[day % 10];
}
