import { readNotice } from "#engines/reading";
import { describe, expect, test } from "vitest";
import { beginDraft, checkDraft, describeOrder, dutyOfOrder, renameClause } from "./index.ts";

const text = "关于防寒的通知\n一、做好供暖。供热企业要值班，严禁停热。\n二、少出门。倡导居民减少外出。\n";
const reading = readNotice(text);
const orders = reading.obligations;
const keyed = renameClause(renameClause(beginDraft(reading, null), 0, "heat"), 1, "travel");
const [first, second] = orders as [(typeof orders)[number], (typeof orders)[number]];
const PLAIN = { zh: "不许停热", en: "Heat is not stopped" };

describe("plain words of a single duty", () => {
  test("are kept under the clause's key, by the duty's number there, and change in place", () => {
    const described = describeOrder(keyed, orders, second, PLAIN);
    expect(described.duties.map(({ key, plain }) => [key, plain])).toEqual([["heat.duty-2", PLAIN]]);
    expect(describeOrder(described, orders, second, { zh: "别停热", en: "" }).duties).toHaveLength(1);
    expect([dutyOfOrder(described, second)?.key, dutyOfOrder(described, first)]).toEqual(["heat.duty-2", undefined]);
  });
  test("reach the notice with the key they were given, and the others get keys round them", () => {
    const { notice, faults } = checkDraft(complete(describeOrder(keyed, orders, second, PLAIN)), { noticeKey: "cold", version: 1, text, reading, city: { bodies: [BODY] }, today: "2027-01-13" });
    expect(faults).toEqual([]);
    expect(notice?.clauses[0]?.obligations.map(({ key, plain }) => [key, plain])).toEqual([["heat.duty-1", null], ["heat.duty-2", PLAIN]]);
  });
  test("wait for the clause's key, and go along when it changes", () => {
    const unnamed = beginDraft(reading, null);
    expect(describeOrder(unnamed, orders, first, PLAIN)).toBe(unnamed);
    expect(renameClause(describeOrder(keyed, orders, second, PLAIN), 0, "heating").duties[0]?.key).toBe("heating.duty-2");
  });
});

const BODY = { key: "office", name: { zh: "办公室", en: "Office" }, source: { zh: "为测试", en: "for the test" }, asOf: "2027-01-13", phone: null };
const words = { zh: "说明", en: "Words" };
function complete(content: typeof keyed): typeof keyed {
  return {
    ...content, title: words, titleSource: words, dateSource: words, origin: { name: words, address: null }, issuer: "office", publisher: "office", operator: "office",
    clauses: content.clauses.map((clause) => ({ ...clause, title: words, summary: words })), acknowledged: reading.remarks.map(({ kind, range, detail }) => `${kind} ${range === null ? "" : range.join("-")} ${detail}`.slice(0, 400)),
  };
}
