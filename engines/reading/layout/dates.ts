import { numberOf } from "./numerals.ts";

const YEAR = "(?:(?:19|20)\\d{2}|[一二][九〇○零ＯO０0][一二三四五六七八九〇○零ＯO０0]{2})";
const DAY_NUMBER = "(?:\\d{1,2}|[一二三四五六七八九十]{1,3})";

/** A full date as written: `2021年1月26日`, `一九九六年二月五日`, `二〇二一年…`. Global; groups 1–3. */
export const WRITTEN_DATE = new RegExp(`(${YEAR})\\s*年\\s*(${DAY_NUMBER})\\s*月\\s*(${DAY_NUMBER})\\s*日`, "gu");
const SHORT_DATE = /((?:19|20)\d{2})[-/.](\d{1,2})[-/.](\d{1,2})/u;

/** ISO day of the first date in the words, or null when there is none or it is no day of the calendar. */
export function isoDate(words: string): string | null {
  WRITTEN_DATE.lastIndex = 0;
  const match = WRITTEN_DATE.exec(words) ?? SHORT_DATE.exec(words);
  if (match === null) return null;
  const [year, month, day] = [match[1], match[2], match[3]].map((part) => numberOf((part ?? "").replace(/[ＯO○]/gu, "〇").replace(/[０0](?=\D)/gu, "0")));
  if (year === undefined || month === undefined || day === undefined || year === null || month === null || day === null) return null;
  const date = new Date(Date.UTC(year, month - 1, day));
  if (date.getUTCFullYear() !== year || date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return null;
  return date.toISOString().slice(0, 10);
}
