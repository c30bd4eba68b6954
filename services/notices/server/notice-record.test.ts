import { expect, test } from "vitest";
import type { Notice } from "../notice.ts";
import { exampleNotice } from "../portal/example-notice.ts";
import { writtenIn } from "./example-record.ts";
import { NOTICE_FORM, readRecord, recordOf, type NoticeRecord } from "./notice-record.ts";

function noticeOf(record: NoticeRecord, version = 3): Notice {
  const read = readRecord(record, version);
  if (read.kind === "unreadable") throw new Error(read.why);
  return read.notice;
}

test("a notice comes back as it was kept, under the version it was given", () => {
  const notice = exampleNotice();
  expect(noticeOf(recordOf(notice), 7)).toEqual({ ...notice, version: 7 });
});

test("the order of keys, which a database does not keep, is nothing to the hash; the version is not part of it", () => {
  const record = recordOf(exampleNotice());
  const { reading } = record;
  const turned = { ...record, reading: Object.fromEntries(Object.entries(reading).toReversed()) as typeof reading };
  expect(noticeOf(turned).reading).toEqual(reading);
  expect(recordOf(exampleNotice({ version: 99 })).contentSha256).toBe(record.contentSha256);
});

test.each([
  ["text", { text: "另一份" }], ["settings", { settings: { ...recordOf(exampleNotice()).settings, publicRelease: false } }], ["form", { form: 99 }],
])("a record whose %s was changed behind our back is not read", (_part, change) => {
  expect(readRecord({ ...recordOf(exampleNotice()), ...change }, 3)).toEqual({ kind: "unreadable", why: "record-changed" });
});

test("every form there ever was is still read", () => {
  for (let form = 1; form <= NOTICE_FORM; form += 1) expect(noticeOf(writtenIn(form, recordOf(exampleNotice())))).toEqual(exampleNotice());
});

test("what a newer program wrote is not guessed at", () => {
  expect(readRecord(writtenIn(NOTICE_FORM + 1, recordOf(exampleNotice())), 3)).toEqual({ kind: "unreadable", why: "form-unknown" });
});
