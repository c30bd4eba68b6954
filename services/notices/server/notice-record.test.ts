import { expect, test } from "vitest";
import { exampleNotice } from "../portal/example-notice.ts";
import { noticeOf, recordOf } from "./notice-record.ts";

test("a notice comes back as it was kept, under the version it was given", () => {
  const notice = exampleNotice();
  expect(noticeOf(recordOf(notice), 7)).toEqual({ ...notice, version: 7 });
});

test("the order of keys, which a database does not keep, is nothing to the hash; the version is not part of it", () => {
  const record = recordOf(exampleNotice());
  const { reading } = record;
  const turned = { ...record, reading: Object.fromEntries(Object.entries(reading).toReversed()) as typeof reading };
  expect(noticeOf(turned, 1).reading).toEqual(reading);
  expect(recordOf(exampleNotice({ version: 99 })).contentSha256).toBe(record.contentSha256);
});

test.each([
  ["text", { text: "另一份" }], ["settings", { settings: { ...recordOf(exampleNotice()).settings, publicRelease: false } }], ["form", { form: 99 }],
])("a record whose %s was changed behind our back is not shown", (_part, change) => {
  expect(() => noticeOf({ ...recordOf(exampleNotice()), ...change }, 3)).toThrow("notice example version 3 is not as it was recorded");
});
