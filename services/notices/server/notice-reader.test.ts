import { readNotice } from "#engines/reading";
import { afterEach, expect, test } from "vitest";
import { noticeReader, type NoticeReader } from "./notice-reader.ts";

const SHORT = "一、各单位要做好值班工作。";
const LONG = SHORT.repeat(400);
let reader: NoticeReader;
afterEach(async () => { await reader.stop(); });

test("a long text read in the thread is read as it would be on the spot", async () => {
  reader = noticeReader({ directLengthMax: 100, waitingMax: 4, milliseconds: 20_000 });
  expect(await reader.read(SHORT)).toEqual(readNotice(SHORT));
  expect(await reader.read(LONG)).toEqual(readNotice(LONG));
});

test("as many as may wait are read one after the other, the next is turned away", async () => {
  reader = noticeReader({ directLengthMax: 100, waitingMax: 2, milliseconds: 20_000 });
  const [first, second, third] = await Promise.all([reader.read(LONG), reader.read(LONG), reader.read(LONG)]);
  expect([first === null, second === null, third]).toEqual([false, false, null]);
  expect(await reader.read(LONG)).not.toBeNull();
});

test("one that takes too long is given up, and the next is read by a new thread", async () => {
  reader = noticeReader({ directLengthMax: 100, waitingMax: 2, milliseconds: 1 });
  expect(await reader.read(LONG)).toBeNull();
  await reader.stop();
  reader = noticeReader({ directLengthMax: 100, waitingMax: 2, milliseconds: 20_000 });
  expect(await reader.read(LONG)).not.toBeNull();
});
