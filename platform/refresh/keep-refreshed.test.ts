import { afterEach, expect, test, vi } from "vitest";
import { keepRefreshed } from "./index.ts";

const told: string[] = [];
const log = { info: (event: string) => { told.push(event); }, warn: (event: string) => { told.push(event); } };
afterEach(() => { told.length = 0; vi.useRealTimers(); });

test("looks follow each other, however many ask at once", async () => {
  let [running, most] = [0, 0];
  const kept = keepRefreshed("levels", log, async () => {
    running += 1;
    most = Math.max(most, running);
    await new Promise((resolve) => setTimeout(resolve, 1));
    running -= 1;
    return true;
  });
  expect(await Promise.all([kept.refresh(), kept.refresh(), kept.refresh()])).toEqual([true, true, true]);
  expect(most).toBe(1);
});

test("an outage is told once, and that it is over; whoever asks themselves hears of it", async () => {
  vi.useFakeTimers();
  let isAway = true;
  const kept = keepRefreshed("levels", log, () => (isAway ? Promise.reject(new Error("away")) : Promise.resolve(false)));
  await expect(kept.refresh()).rejects.toThrow("away");
  kept.watch(10);
  await vi.advanceTimersByTimeAsync(35);
  isAway = false;
  await vi.advanceTimersByTimeAsync(20);
  kept.stop();
  expect(told).toEqual(["levels-refresh-failed", "levels-refresh-works-again"]);
  expect(vi.getTimerCount()).toBe(0);
});
