import { afterEach, beforeEach, expect, test } from "vitest";
import { ALL, exampleCases, HERE, THERE, type ExampleCases } from "./example-cases.ts";
import { keepCounts } from "./keep-counts.ts";

let at: ExampleCases;
beforeEach(async () => { at = await exampleCases(); });
afterEach(() => at.stop());

test("what the public is told of a clause: open, done, overdue, once there are five, taken anew now and then, and a case that goes on elsewhere counted once", async () => {
  let changes = 0;
  const keeper = keepCounts({ pool: at.database.pool, districts: ALL, clock: at.options.clock, log: { info: () => undefined, warn: () => undefined, error: () => undefined }, changed: () => { changes += 1; } });
  const open = (district: string) => at.opened({ answers: { district, place: "G10", kind: "earth" } });
  const [first, second] = [await open(HERE), await open(THERE)];
  for (let count = 0; count < 2; count += 1) await open(HERE);
  await keeper.refresh();
  expect([keeper.of("stay-put", "traffic"), keeper.done(), changes]).toEqual([null, 0, 0]);
  await open(HERE);
  expect([await keeper.refresh(), keeper.of("stay-put", "traffic")]).toEqual([false, null]);
  at.time.now = new Date(at.time.now.getTime() + 60_000);
  await at.service.handOver({ ...first, commandKey: "hand-over", revision: 1 }, { kind: "officer", person: "a", reach: "city" }, { district: THERE, reason: "不归我们" });
  await at.service.move({ ...second, commandKey: "withdraw", revision: 1 }, { kind: "applicant" }, { move: "withdraw", answers: {}, reason: null, record: null });
  expect([await keeper.refresh(), keeper.of("stay-put", "traffic"), keeper.of("stay-put", "relief"), keeper.done(), changes]).toEqual([true, { open: 4, done: 1, overdue: 0 }, null, 1, 1]);
  at.time.now = new Date(at.time.now.getTime() + 60 * 60_000);
  expect([await keeper.refresh(), keeper.of("stay-put", "traffic"), await keeper.refresh()]).toEqual([true, { open: 4, done: 1, overdue: 4 }, false]);
});
