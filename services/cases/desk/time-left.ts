import { messages, minuteInWords, type Language } from "#platform/i18n";
import type { Bucket } from "../desk-views.ts";

const MINUTE = 60_000;

/** How a deadline stands, in the words of the first column: `超 3 小时 10 分`, `剩 2 小时 30 分`, `1月26日 12:00`. `now`: by the clock of the notices. */
export function timeLeft({ dueAt, bucket }: { readonly dueAt: string | null; readonly bucket: Bucket | null }, now: string, language: Language): string {
  const say = words(language);
  if (bucket === null) return say.closed;
  if (dueAt === null) return bucket === "waiting" ? say.waiting : say.none;
  const due = new Date(dueAt);
  const moment = minuteInWords(due, language);
  const left = due.getTime() - new Date(now).getTime();
  if (bucket === "waiting") return say.waitingUntil(moment);
  if (left >= 0 && (bucket === "soon" || bucket === "later")) return moment;
  // Whole minutes that have passed, or are still there.
  const minutes = Math.floor(Math.abs(left) / MINUTE);
  return left < 0 ? say.over(howLong(minutes, language)) : say.left(howLong(minutes, language));
}

/** Minutes in the two units that say most: days and hours, or hours and minutes. */
export function howLong(minutes: number, language: Language): string {
  const say = words(language);
  const [days, hours, rest] = [Math.floor(minutes / 1_440), Math.floor((minutes % 1_440) / 60), minutes % 60];
  const parts = days > 0 ? [say.days(days), ...(hours === 0 ? [] : [say.hours(hours)])] : hours > 0 ? [say.hours(hours), ...(rest === 0 ? [] : [say.minutes(rest)])] : [say.minutes(rest)];
  return parts.join(" ");
}

const words = messages({
  closed: { zh: "已办结", en: "Closed" }, none: { zh: "没有期限", en: "No deadline" }, waiting: { zh: "等对方", en: "Waiting" }, waitingUntil: (moment: string) => ({ zh: `等对方，到 ${moment}`, en: `Waiting until ${moment}` }),
  over: (time: string) => ({ zh: `超 ${time}`, en: `${time} over` }), left: (time: string) => ({ zh: `剩 ${time}`, en: `${time} left` }),
  days: (count: number) => ({ zh: `${count} 天`, en: count === 1 ? "1 day" : `${count} days` }), hours: (count: number) => ({ zh: `${count} 小时`, en: `${count} h` }), minutes: (count: number) => ({ zh: `${count} 分`, en: `${count} min` }),
});
