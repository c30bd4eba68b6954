import { describe, expect, test } from "vitest";
import { LANGUAGES } from "#platform/i18n";
import { TASK_COLUMNS } from "./columns.ts";
import { obligation, sampleReading } from "./sample-reading.ts";
import { taskRows } from "./task-rows.ts";

/** The cells of the table under the Chinese headers. */
function cells(index: number, language: (typeof LANGUAGES)[number] = "zh-CN"): Record<string, string> {
  const row = taskRows(sampleReading())[index];
  return row === undefined ? {} : Object.fromEntries(TASK_COLUMNS.map(({ label, words }) => [label.zh, words(row, language)]));
}

describe("the tasks of a reading", () => {
  test("come in order, one for each obligation", () => {
    const reading = sampleReading();
    expect(taskRows(reading).map(({ number, obligation: { id } }) => [number, id])).toEqual(reading.obligations.map(({ id }, index) => [index + 1, id]));
  });

  test("say where they stand, verbatim what they order, and leave room for the clerk", () => {
    expect(cells(1)).toEqual({
      序号: "2", 条款: "一·1 主次干道", 原文: "各区人民政府要在2021年2月10日前完成主次干道积雪清扫，并将落实情况报市政府办公室。", 要求性质: "必须",
      责任主体: "各区人民政府", 审批机关: "", 条件: "", 例外: "", 时限: "2021年2月10日前", 截止日期: "2021-02-10", 牵头单位: "", 完成情况: "",
    });
  });

  test("mark who was inferred, and do so in English too", () => {
    expect(cells(0)).toMatchObject({ 条款: "前言", 责任主体: "各区人民政府、市各部门（推断）", 截止日期: "" });
    expect(cells(0, "en")).toMatchObject({ 条款: "Preamble", 责任主体: "各区人民政府、市各部门 (inferred)", 要求性质: "Must" });
    expect(cells(4)).toMatchObject({ 责任主体: "", 要求性质: "鼓励" });
  });

  test("tell strength and what stands beside it", () => {
    expect(cells(2)).toMatchObject({ 要求性质: "原则上（不做）", 例外: "确因场地所限的" });
    expect(cells(5)).toMatchObject({ 要求性质: "严禁" });
    expect(cells(6)).toMatchObject({ 要求性质: "须经批准", 审批机关: "区人民政府", 条件: "确需封闭道路的" });
    expect(cells(7)).toMatchObject({ 条款: "铲雪车辆调配方案 一 车辆编组", 要求性质: "可以", 时限: "春节前", 截止日期: "" });
  });

  test("count deadlines from the notice's date, and not at all without one", () => {
    expect(cells(3)).toMatchObject({ 截止日期: "2021-02-25" });
    expect(taskRows(sampleReading({ date: null }))[3]?.dueDate).toBeNull();
  });

  test("in a clause nobody knows, or an attachment without numbers, still have a place", () => {
    const clauses = ["附件1/preamble", "附件1", "九"].map((clause) => taskRows(sampleReading({ obligations: [obligation({ clause })] }))[0]?.clause);
    expect(clauses).toEqual([{ kind: "preamble", attachment: "铲雪车辆调配方案" }, { kind: "body", attachment: "铲雪车辆调配方案" }, { kind: "body", attachment: null }]);
  });
});

test("columns have a name in both languages, each its own", () => {
  for (const language of ["zh", "en"] as const) {
    const labels = TASK_COLUMNS.map(({ label }) => label[language]);
    expect(new Set(labels).size).toBe(TASK_COLUMNS.length);
    expect(labels.every((label) => label !== "")).toBe(true);
  }
});
