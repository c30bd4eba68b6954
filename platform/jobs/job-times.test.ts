import { describe, expect, test } from "vitest";
import { cronOf, nextTime, type JobTimes } from "./job-times.ts";

describe("the next time", () => {
  test.each<[JobTimes, string, string]>([
    [{ dailyAt: "00:10" }, "2026-11-24T15:00:00Z", "2026-11-24T16:10:00Z"],
    [{ dailyAt: "00:10" }, "2026-11-24T16:09:59Z", "2026-11-24T16:10:00Z"],
    [{ dailyAt: "00:10" }, "2026-11-24T16:10:00Z", "2026-11-25T16:10:00Z"],
    [{ dailyAt: "23:50" }, "2026-11-24T16:10:00Z", "2026-11-25T15:50:00Z"],
    [{ everyMinutes: 5 }, "2026-11-24T16:10:00Z", "2026-11-24T16:15:00Z"],
    [{ everyMinutes: 30 }, "2026-12-31T15:59:59Z", "2026-12-31T16:00:00Z"],
  ])("of %j after %s is %s, by the clock in China", (times, after, next) => expect(nextTime(times, new Date(after)).toISOString()).toBe(next.replace("Z", ".000Z")));
});
test.each<[JobTimes, string]>([[{ dailyAt: "00:10" }, "10 0 * * *"], [{ dailyAt: "23:05" }, "5 23 * * *"], [{ everyMinutes: 5 }, "*/5 * * * *"]])("%j is %s to cron", (times, cron) => expect(cronOf(times)).toBe(cron));
test.each(["24:00", "0:10", "00:60", "noon"])("%s is no time of the day", (dailyAt) => { expect(() => nextTime({ dailyAt }, new Date())).toThrow("no time of the day"); });
