import { readText, type Answers, type Field, type Value } from "#engines/forms";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addressOfRow, changedFields, type KnownRecord, previewRows, readColumns, readRow, recordTypeInFile, writtenValue, type PreviewRow, type RecordType } from "../index.ts";

const words = (zh: string, en = zh) => ({ zh, en });
const TYPE: RecordType = { key: "stock", ...recordTypeInFile.parse({
  name: words("库存"), about: words("说明"), notice: "stay-put", clause: "supply", duties: ["supply.stock"], identity: ["district", "shop"], columns: ["shop"],
  fields: [
    { key: "district", kind: "district", name: words("旗市区", "District"), required: true }, { key: "shop", kind: "text", name: words("商店", "Shop"), required: true },
    { key: "amount", kind: "number", name: words("数量", "Amount"), unit: words("箱", "boxes"), required: true }, { key: "note", kind: "text", name: words("备注", "Note") },
  ],
}) };
const setting = { form: { districts: [{ code: "150702", names: ["海拉尔区"] }, { code: "150703", names: ["扎赉诺尔区"] }], hours: () => null }, digest: (_field: string, value: string) => value, today: "2021-01-26", mayKeep: (district: string) => district === "150702", districts: (code: string) => words(code) };

type Kept = Map<string, Answers>;
function preview(rows: readonly (readonly string[])[], kept: Kept = new Map()): readonly PreviewRow[] {
  const [head = [], ...lines] = rows;
  const columns = readColumns(TYPE, head);
  const look = previewRows(TYPE, columns, setting);
  const known = (district: string, key: string): KnownRecord | null => { const values = kept.get(`${district} ${key}`); return values === undefined ? null : { id: key, number: 1, values }; };
  return lines.map((cells, at) => look(readRow(TYPE, columns, cells, at + 2, setting.form), known));
}
function apply(rows: readonly PreviewRow[], kept: Kept): Kept {
  return new Map([...kept, ...rows.filter(({ kind }) => kind === "new" || kind === "changed").map(({ district, key, values }) => [`${district} ${key}`, values] as const)]);
}

test("columns are found by name in either language or by key, whatever stands around it", () => {
  expect(readColumns(TYPE, ["旗市区*", " SHOP ", "数量（箱）", "地址", "shop"])).toMatchObject({ columns: [{ field: "district" }, { field: "shop" }, { field: "amount" }, { field: null }, { field: null }], missing: [] });
  expect(readColumns(TYPE, ["shop"]).missing.map(({ key }) => key)).toEqual(["district", "amount"]);
});

describe("a row", () => {
  const HEAD = ["旗市区", "商店", "数量", "备注"];
  const kinds = (rows: readonly PreviewRow[]) => rows.map(({ line, kind, faults }) => [line, kind, ...faults.map(({ field, problem }) => `${field}: ${problem.en}`)]);
  test("is new, changes a record, is as it is, or is wrong, with what to do", () => {
    const kept = apply(preview([HEAD, ["海拉尔区", "甲店", "3", "旧"], ["海拉尔区", "乙店", "4", ""]]), new Map());
    expect(kinds(preview([HEAD, ["海拉尔区", "甲 店", "5", "旧"], ["150702", "乙店", "4", ""], ["海拉尔区", "丙店", "1,200", ""], ["海拉尔区", "丁店", "很多", ""], ["海拉尔区", "", "1", ""], ["扎赉诺尔区", "戊店", "1", ""], ["海拉尔区", "丙店", "1", ""]], kept))).toEqual([
      [2, "changed"], [3, "same"], [4, "new"], [5, "wrong", "amount: This takes a number"], [6, "wrong", "shop: “Shop” is missing"], [7, "wrong", "district: You do not keep records of this district"], [8, "wrong", "shop: This is the same record as line 4"],
    ]);
  });
  test("leaves alone what the table has no column for, and empties what it leaves empty", () => {
    const kept = apply(preview([HEAD, ["海拉尔区", "甲店", "3", "旧"]]), new Map());
    expect(preview([["旗市区", "商店", "数量"], ["海拉尔区", "甲店", "4"]], kept)[0]?.values).toMatchObject({ amount: 4, note: "旧" });
    expect(preview([HEAD, ["海拉尔区", "甲店", "3", ""]], kept)[0]).toMatchObject({ kind: "changed", changes: [{ field: "note", before: words("旧"), after: null }] });
  });
});

describe("whatever the tables", () => {
  const cell = { shop: fc.constantFrom("甲店", "乙店", "丙 店", "丙店", ""), amount: fc.constantFrom("1", "2", "x", ""), note: fc.constantFrom("", "旧", "新"), district: fc.constantFrom("海拉尔区", "海拉尔区", "扎赉诺尔区") };
  const table = fc.array(fc.record(cell).map(({ district, shop, amount, note }) => [district, shop, amount, note]), { maxLength: 6 }).map((rows) => [["旗市区", "商店", "数量", "备注"], ...rows]);
  test("applying what a preview shows gives what a plain reading of the rows gives, and after it the same table changes nothing", () => {
    fc.assert(fc.property(fc.array(table, { maxLength: 4 }), (tables) => {
      let kept: Kept = new Map();
      const model = new Map<string, { amount: number; note?: string }>();
      for (const rows of tables) {
        const before = preview(rows, kept);
        kept = apply(before, kept);
        const seen = new Set<string>();
        for (const [district = "", shop = "", amount = "", note = ""] of rows.slice(1)) {
          const key = shop.replaceAll(" ", "");
          const isFirst = key !== "" && !seen.has(`${district} ${key}`);
          seen.add(`${district} ${key}`);
          if (isFirst && district === "海拉尔区" && /^\d+$/u.test(amount)) model.set(key, { amount: Number(amount), ...(note === "" ? {} : { note }) });
        }
        expect(new Map([...kept].map(([place, { amount, note }]) => [place.split("|")[1], { amount, ...(note === undefined ? {} : { note }) }]))).toEqual(model);
        const again = preview(rows, kept);
        expect(again.map(({ kind }) => kind)).toEqual(before.map(({ kind }) => (kind === "wrong" ? "wrong" : "same")));
        for (const row of again) if (row.known !== null && row.kind === "same") expect(changedFields(TYPE, row.known.values, row.values)).toEqual([]);
      }
    }), { numRuns: 200 });
  });
  test("no cell breaks the reading", () => {
    fc.assert(fc.property(fc.array(fc.array(fc.string({ maxLength: 20 }), { maxLength: 5 }), { minLength: 1, maxLength: 4 }), (rows) => { for (const row of preview([["旗市区", "商店", "数量"], ...rows])) expect(addressOfRow(TYPE, { given: row.values }, setting) === null || row.district !== null).toBe(true); }));
  });
});

test("what is written into a table is read again to the same, in both languages", () => {
  const every = { key: "a", name: words("甲"), hint: null, required: false, onlyIf: null, privacy: "open" as const };
  const choices = [{ key: "a", name: words("第一", "First") }, { key: "b", name: words("第二", "Second") }];
  const kinds: fc.Arbitrary<[Field, Value]> = fc.oneof(
    fc.integer({ min: 0, max: 1e9 }).map((fen): [Field, Value] => [{ ...every, kind: "money", max: null }, fen]),
    fc.integer({ min: -1e6, max: 1e6 }).map((number): [Field, Value] => [{ ...every, kind: "number", unit: words("箱", "boxes"), decimals: 2, min: null, max: null }, number / 100]),
    fc.boolean().map((is): [Field, Value] => [{ ...every, kind: "yes-no" }, is]),
    fc.constantFrom("a", "b").map((key): [Field, Value] => [{ ...every, kind: "choice", choices }, key]),
    fc.subarray(["a", "b"], { minLength: 1 }).map((keys): [Field, Value] => [{ ...every, kind: "choices", choices }, keys]),
    fc.constantFrom<[Field, Value]>([{ ...every, kind: "day" }, "2021-01-26"], [{ ...every, kind: "moment" }, "2021-01-26T09:00"], [{ ...every, kind: "district" }, "150702"], [{ ...every, kind: "telephone" }, "04708252525"], [{ ...every, kind: "point" }, { latitude: 49.2122, longitude: -119.7658 }]),
  );
  const setting2 = { districts: [{ code: "150702", names: ["海拉尔区", "Hailar"] }], hours: () => null };
  fc.assert(fc.property(kinds, fc.constantFrom("zh" as const, "en" as const), ([field, value], language) => {
    expect(readText(field, writtenValue(field, value, language, () => words("海拉尔区", "Hailar")), setting2)).toEqual({ value, fault: null });
  }));
});
