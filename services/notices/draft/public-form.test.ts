import { canonicalBytes, contentSha256 } from "#platform/release";
import { describe, expect, test } from "vitest";
import { exampleNotice } from "../portal/example-notice.ts";
import { publicForm, publicFormOne, saysTheSame } from "./index.ts";

const FACTS = { action: "amend", drill: false, releasedAt: "2027-01-05T02:00:00.000Z", policyAt: "2027-01-05T02:00:00.000Z" } as const;
const notice = exampleNotice();
const signed = (change: object = {}): unknown => JSON.parse(new TextDecoder().decode(canonicalBytes({ ...publicForm(notice, FACTS), ...change })));

test("the form of before is written as it was: signatures over it depend on every byte", () => {
  expect(contentSha256(publicFormOne(notice))).toBe("40accf0145578e364cde740aac372f1b21625466e1dbd75919aaf77add39fadc");
});

describe("what is signed says what is shown", () => {
  test("the same notice under the same release, and under the form of before", () => {
    expect(saysTheSame(signed(), notice, FACTS)).toBe(true);
    expect(saysTheSame(JSON.parse(JSON.stringify(publicFormOne(notice))), notice, FACTS)).toBe(true);
  });
  test("members that only a later program writes are nothing to it", () => {
    const { origin: _later, ...before } = publicForm(notice, FACTS);
    expect(saysTheSame(before, notice, FACTS)).toBe(true);
  });
  test.each<[string, unknown]>([
    ["another title", signed({ title: "别的" })], ["a clause less", signed({ clauses: publicForm(notice, FACTS).clauses.slice(1) })], ["a member nobody writes", signed({ extra: 1 })],
    ["another action", signed({ release: { ...FACTS, action: "withdraw" } })], ["genuine, not a drill", signed({ release: { ...FACTS, drill: true } })], ["another day", signed({ release: { ...FACTS, policyAt: "2027-01-06T02:00:00.000Z" } })], ["no object", null],
  ])("not %s", (_what, other) => expect(saysTheSame(other, notice, FACTS)).toBe(false));
  test("a withdrawal and the version before are not the same, either way", () => {
    const withdrawn = { ...notice, withdrawn: { reason: { zh: "天气好转。", en: "Better weather." } } };
    expect(saysTheSame(publicForm(withdrawn, FACTS), notice, FACTS)).toBe(false);
    expect(saysTheSame(signed(), withdrawn, FACTS)).toBe(false);
  });
});
