import type { Field } from "#engines/forms";
import { expect, test } from "vitest";
import type { RegisterView } from "../desk-views.ts";
import { readDraft } from "./register-data.ts";

const every = { hint: null, required: true, onlyIf: null, privacy: "open" as const };
const fields: readonly Field[] = [
  { ...every, key: "district", name: { zh: "旗市区", en: "District" }, kind: "district" }, { ...every, key: "person", name: { zh: "证件", en: "Identity" }, kind: "identity-number", privacy: "personal" },
  { ...every, key: "paid", name: { zh: "发了没有", en: "Paid" }, kind: "yes-no" }, { ...every, key: "sum", name: { zh: "发了多少", en: "Sum" }, kind: "money", max: null, onlyIf: { field: "paid", is: [true] } },
];
const register: RegisterView = {
  key: "pay", name: { zh: "发放", en: "Payments" }, about: { zh: "", en: "" }, notice: "stay-put", clause: "relief", clauseTitle: { zh: "", en: "" }, clauseNumber: "六", fields: [...fields], columns: [], identity: ["person"], district: "district", flags: [], freshness: null, mayKeep: true,
  districts: [{ code: "150702", name: { zh: "海拉尔区", en: "Hailar District" } }],
};
const draft = { district: "150702", paid: "true", sum: "260.5" };

test("an identity number that is not typed again stays as it is kept, and nobody says it is missing", () => {
  const read = readDraft(register, draft, { person: "…123X" });
  expect(read.faults).toEqual([]);
  expect(read.values).toEqual({ district: "150702", person: "…123X", paid: true, sum: 26_050 });
});

test("of a new record it is missing; typed again it is checked like any other", () => {
  expect(readDraft(register, draft, {}).faults.map(({ field }) => field)).toEqual(["person"]);
  expect(readDraft(register, { ...draft, person: "123" }, { person: "…123X" }).faults.map(({ field }) => field)).toEqual(["person"]);
});

test("a question that depends on another is asked when that one is answered so", () => {
  expect(readDraft(register, { ...draft, paid: "false" }, {}).fields.map(({ key }) => key)).toEqual(["district", "person", "paid"]);
  expect(readDraft(register, { ...draft, paid: "false" }, { person: "…123X" }).values).not.toHaveProperty("sum");
});
