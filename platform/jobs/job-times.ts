/** When work comes back: every day at a time by the clock in China (`00:10`), or every so many minutes, counted from the full hour. */
export type JobTimes = { readonly dailyAt: string } | { readonly everyMinutes: 1 | 5 | 10 | 15 | 30 };

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
/** China keeps one time and no summer time. */
const CHINA_AHEAD = 8 * 60 * MINUTE;

/** The first of these times after an instant. */
export function nextTime(times: JobTimes, after: Date): Date {
  const [period, ahead] = "everyMinutes" in times ? [times.everyMinutes * MINUTE, 0] : [DAY, CHINA_AHEAD - minutesOf(times.dailyAt) * MINUTE];
  return new Date((Math.floor((after.getTime() + ahead) / period) + 1) * period - ahead);
}

/** The same times as cron writes them; the zone is Asia/Shanghai. */
export function cronOf(times: JobTimes): string {
  if ("everyMinutes" in times) return `*/${times.everyMinutes} * * * *`;
  const minutes = minutesOf(times.dailyAt);
  return `${minutes % 60} ${Math.floor(minutes / 60)} * * *`;
}

function minutesOf(time: string): number {
  const [, hours, minutes] = /^([01]\d|2[0-3]):([0-5]\d)$/u.exec(time) ?? [];
  if (hours === undefined || minutes === undefined) throw new Error(`no time of the day: ${time}`);
  return Number(hours) * 60 + Number(minutes);
}
