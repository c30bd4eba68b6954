import { afterEach, expect, test, vi } from "vitest";
import { gatherLines } from "./gathered-lines.ts";

afterEach(() => { vi.useRealTimers(); });

test("lines come together and in order, what is urgent at once with what waited before it", () => {
  vi.useFakeTimers();
  const written: string[] = [];
  const lines = gatherLines((text) => { written.push(text); }, 20);
  lines.later("a\n");
  lines.later("b\n");
  expect(written).toEqual([]);
  vi.advanceTimersByTime(20);
  lines.later("c\n");
  lines.now("d\n");
  lines.now();
  expect(written).toEqual(["a\nb\n", "c\nd\n"]);
  lines.later("e".repeat(70_000));
  expect(written.at(-1)).toHaveLength(70_000);
  vi.runAllTimers();
  expect(written).toHaveLength(3);
});
