import { caseTypeInFile, type CaseType } from "#engines/cases";
import { recordTypeInFile, type RecordType } from "#engines/registers";
import { WritingRefused } from "#services/registers/server";
import { expect, test } from "vitest";
import { expectOpenable, ordersOf } from "./opened-by-records.ts";

const words = (zh: string, en = zh) => ({ zh, en });
const form = { districts: [{ code: "150702", names: ["海拉尔区"] }], hours: () => null };
const register: RecordType = { key: "warnings", ...recordTypeInFile.parse({
  name: words("预警"), about: words("说明"), notice: "stay-put", clause: "safety", duties: ["d"], identity: ["headline"], columns: ["headline"],
  fields: [{ key: "district", kind: "district", name: words("旗市区"), required: true }, { key: "headline", kind: "text", name: words("标题"), required: true }], opens: [{ case: "duty", answers: { district: "$district", title: "$headline" } }],
}) };
const sourced = { source: words("拟定"), asOf: "2026-11-29" };
const duty: CaseType = { key: "duty", ...caseTypeInFile.parse({
  name: words("值守", "Duty"), about: words("说明"), group: "inner", notice: "stay-put", clause: "safety", duties: ["d"], contact: "none", title: "title", initial: "open", retention: { days: 30, ...sourced },
  form: [{ key: "district", kind: "district", name: words("旗市区"), required: true }, { key: "title", kind: "text", name: words("事由"), required: true, lengthMax: 10 }],
  states: [{ key: "open", name: words("办理中"), public: words("在办"), owner: "district-officers", tone: "under-way" }, { key: "done", name: words("办结"), public: words("办好了"), owner: "district-officers", final: true, tone: "ok" }],
  moves: [{ key: "finish", name: words("办结"), from: ["open"], to: "done", by: "officer" }],
}) };
const openWith = (headline: string, type: CaseType | undefined = duty): readonly (readonly [string, string])[] => {
  const [order] = ordersOf({ type: register, district: "150702", id: "01890000-0000-7000-8000-000000000001", isNew: true, values: { district: "150702", headline }, at: new Date("2021-01-26T01:00:00Z") });
  if (order === undefined) throw new Error("nothing is opened");
  try { expectOpenable(register, order, type, form); return []; } catch (error) {
    if (!(error instanceof WritingRefused)) throw error;
    return (error.faults ?? []).map(({ field, problem }) => [field, problem.en] as const);
  }
};

test("a record that fits its case opens it", () => { expect(openWith("大雪黄色预警")).toEqual([]); });
test("one that does not is refused in words, at the field the answer comes from", () => {
  expect(openWith("大雪橙色预警信号已经发布")).toEqual([["headline", "This record cannot open its case “Duty”: 12 signs, at most 10"]]);
});
test("so is one whose case is not there any more", () => {
  const [order] = ordersOf({ type: register, district: "150702", id: "01890000-0000-7000-8000-000000000001", isNew: true, values: { district: "150702", headline: "大雪" }, at: new Date("2021-01-26T01:00:00Z") });
  expect(() => { if (order !== undefined) expectOpenable(register, order, undefined, form); }).toThrow(WritingRefused);
});
