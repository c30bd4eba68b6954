import type { Language } from "#platform/i18n";

/** An instant as people in China read it: `2027年1月25日 09:30`, `25 January 2027, 09:30`. Takes an ISO instant. */
export function momentInWords(iso: string, language: Language): string {
  return new Intl.DateTimeFormat(language === "en" ? "en-GB" : "zh-CN", { timeZone: "Asia/Shanghai", year: "numeric", month: "long", day: "numeric", hour: "2-digit", minute: "2-digit", hourCycle: "h23" }).format(new Date(iso));
}

/** A day with year and weekday, as it stands in China at an instant: `2021年1月26日星期二`, `Tuesday 26 January 2021`. */
export function wholeDayInWords(instant: Date, language: Language): string {
  return new Intl.DateTimeFormat(language === "en" ? "en-GB" : "zh-CN", { timeZone: "Asia/Shanghai", year: "numeric", month: "long", day: "numeric", weekday: "long" }).format(instant);
}
