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
