import { describe, expect, test } from "vitest";
import { readNotice, type Obligation } from "../index.ts";

/** Reads one sentence as the body of a notice without numbers. */
const read = (sentence: string): readonly Obligation[] => readNotice(`关于防汛工作的通知\n各镇人民政府：\n${sentence}\n临河市人民政府\n2026年7月1日\n`).obligations;

describe("marks between digits", () => {
  test.each([
    ["各村请于6月20日16:30前报送名册。", "各村请于6月20日16:30前报送名册"],
    ["各村请于6月20日16：30前报送名册。", "各村请于6月20日16：30前报送名册"],
    ["经费由市、镇两级按7:3比例承担。", "经费由市、镇两级按7:3比例承担"],
    ["市财政要安排3,000万元专项资金。", "市财政要安排3,000万元专项资金"],
  ])("cut nothing: %s", (sentence, quote) => expect(read(sentence).map((each) => each.quote)).toEqual([quote]));
  test("a colon behind a number that only numbers still cuts", () => expect(read("各镇要备足物资：加强巡查。").length).toBe(2));
  test("dates, digits and colons without end are read in time", () => {
    for (const unit of ["1月20日（星期五）17:00前", "12：", "每日8时、", "自即日起", "在于至到", "两年内不得", "（3日内"]) {
      const begin = performance.now();
      readNotice(`各镇要${unit.repeat(Math.ceil(100_000 / unit.length))}`);
      expect(performance.now() - begin).toBeLessThan(5_000);
    }
  });
});
