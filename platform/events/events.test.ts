import { expect, test } from "vitest";
import { createEvents, createSlots, defineEvent, defineSlot } from "./index.ts";

const published = defineEvent<{ readonly key: string }>("notices.published");

test("handlers run one after the other in the order of subscribing, and the publisher waits for them", async () => {
  const events = createEvents();
  const seen: string[] = [];
  events.on(published, async ({ key }) => {
    await new Promise((resolve) => setTimeout(resolve, 5));
    seen.push(`first ${key}`);
  });
  events.on(published, ({ key }) => { seen.push(`second ${key}`); });
  await events.publish(published, { key: "stay-put" });
  expect(seen).toEqual(["first stay-put", "second stay-put"]);
});

test("an event of the same name declared elsewhere is another event", async () => {
  const events = createEvents();
  events.on(published, () => { throw new Error("must not be called"); });
  await events.publish(defineEvent<number>("notices.published"), 1);
});

test("what a handler throws reaches the publisher, so that its transaction fails", async () => {
  const events = createEvents();
  events.on(published, () => { throw new Error("no"); });
  await expect(events.publish(published, { key: "a" })).rejects.toThrow("no");
});

test("a slot gives what its fillers make of the subject, in order; an unfilled one gives nothing", () => {
  const doors = defineSlot<number, string>("home.doors");
  const slots = createSlots();
  expect(slots.contents(doors, 1)).toEqual([]);
  slots.fill(doors, (count) => `notices ${count}`);
  slots.fill(doors, () => "read");
  expect(slots.contents(doors, 2)).toEqual(["notices 2", "read"]);
});
