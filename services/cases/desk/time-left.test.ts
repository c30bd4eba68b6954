import { expect, test } from "vitest";
import { howLong, timeLeft } from "./time-left.ts";

const NOW = "2027-01-25T01:30:00Z"; // 09:30 in China

test("what is overdue says by how much, what is due today how much is left, what is due later its moment in China", () => {
  expect(timeLeft({ dueAt: "2027-01-24T22:20:00Z", bucket: "overdue" }, NOW, "zh-CN")).toBe("超 3 小时 10 分");
  expect(timeLeft({ dueAt: "2027-01-25T04:00:00Z", bucket: "today" }, NOW, "zh-CN")).toBe("剩 2 小时 30 分");
  expect(timeLeft({ dueAt: "2027-01-26T04:00:00Z", bucket: "soon" }, NOW, "zh-CN")).toBe("1月26日 12:00");
  expect(timeLeft({ dueAt: "2027-01-25T04:00:00Z", bucket: "today" }, NOW, "en")).toBe("2 h 30 min left");
});

test("a deadline that passed while the page stood open is over, whatever group it stands in", () => {
  expect(timeLeft({ dueAt: "2027-01-25T01:29:00Z", bucket: "today" }, NOW, "zh-CN")).toBe("超 1 分");
  expect(timeLeft({ dueAt: "2027-01-24T01:30:00Z", bucket: "soon" }, NOW, "zh-CN")).toBe("超 1 天");
  expect(timeLeft({ dueAt: "2027-01-25T01:28:30Z", bucket: "overdue" }, NOW, "zh-CN")).toBe("超 1 分");
});

test("without a deadline, waiting for somebody, or closed: it says so", () => {
  expect(timeLeft({ dueAt: null, bucket: "later" }, NOW, "zh-CN")).toBe("没有期限");
  expect(timeLeft({ dueAt: null, bucket: "waiting" }, NOW, "zh-CN")).toBe("等对方");
  expect(timeLeft({ dueAt: "2027-01-28T09:00:00Z", bucket: "waiting" }, NOW, "zh-CN")).toBe("等对方，到 1月28日 17:00");
  expect(timeLeft({ dueAt: null, bucket: null }, NOW, "en")).toBe("Closed");
});

test("a length of time names the two units that say most", () => {
  expect([0, 59, 60, 61, 1_440, 1_441, 2_950].map((minutes) => howLong(minutes, "zh-CN"))).toEqual(["0 分", "59 分", "1 小时", "1 小时 1 分", "1 天", "1 天", "2 天 1 小时"]);
});
