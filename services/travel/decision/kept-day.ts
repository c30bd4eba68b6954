import { dayInChina } from "#platform/i18n";

/** The day in China, looked up once an hour: days begin there on a full hour of UTC, and an almanac is asked for slowly. */
export function keptDay(): (instant: Date) => string {
  let [hour, day] = [Number.NaN, ""];
  return (instant) => {
    const asked = Math.floor(instant.getTime() / 3_600_000);
    if (asked !== hour) [hour, day] = [asked, dayInChina(instant)];
    return day;
  };
}

/** An instant as ISO 8601. Many are asked about in one millisecond; it is written once. */
export function keptMoment(instant: Date): string {
  const asked = instant.getTime();
  if (asked !== moment) [moment, written] = [asked, instant.toISOString()];
  return written;
}
let [moment, written] = [Number.NaN, ""];
