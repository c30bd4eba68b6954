import { createTestDatabase, type TestDatabase } from "#platform/db/server";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { markHits } from "../index.ts";
import { searchIndex, type SearchIndex } from "./index.ts";
import { tsqueryOf } from "./terms.ts";

let database: TestDatabase;
let index: SearchIndex;
beforeAll(async () => {
  database = await createTestDatabase();
  index = searchIndex(database.pool, "150700");
  await index.keep([{ source: "notice:stay", edition: "1", documents: [
    { id: "travel", title: { zh: "出行怎么办", en: "Travelling" }, body: { zh: "中风险地区原则上就地过年，确需出行的，须经属地防控指挥部批准。", en: "In medium-risk areas people stay where they are." } },
    { id: "pay", title: { zh: "补贴按时发", en: "Allowances on time" }, body: { zh: "留岗职工的补贴要按时足额发放，不得拖欠。", en: "Allowances of workers who stay are paid in full." } },
  ] }]);
});
afterAll(async () => { await database.drop(); });
const found = async (query: string): Promise<string[]> => (await index.find(query)).map(({ id }) => id);

describe("a clause is found by", () => {
  test.each([["补贴", "pay"], ["就地过年", "travel"], ["地过", "travel"], ["足额", "pay"], ["出行 批准", "travel"], ["butie", "pay"], ["bt", "pay"], ["jiudiguonian", "travel"], ["allowances", "pay"], ["Allow", "pay"], ["medium-risk", "travel"], ["中", "travel"]])("%s", async (query, id) => {
    expect((await found(query))[0]).toBe(id);
  });
  test("nothing else", async () => {
    for (const query of ["地震", "earthquake", "补贴 批准", "", "。，", "'", "\\"]) expect(await found(query), query).toEqual([]);
  });
});
test("a new edition replaces the old, and a source that is gone is not found", async () => {
  const other = searchIndex(database.pool, "150702");
  await other.keep([{ source: "notice:a", edition: "1", documents: [{ id: "x", title: { zh: "旧", en: "old" }, body: { zh: "旧的说法", en: "" } }] }]);
  await other.keep([{ source: "notice:a", edition: "2", documents: [{ id: "x", title: { zh: "新", en: "new" }, body: { zh: "新的说法", en: "" } }] }]);
  expect([(await other.find("旧的")).length, (await other.find("新的")).length]).toEqual([0, 1]);
  await other.keep([]);
  expect(await other.find("新的")).toEqual([]);
  expect(await found("补贴")).toEqual(["pay"]);
});
test("no query, whatever its signs, is refused by the database", async () => {
  await fc.assert(fc.asyncProperty(fc.string({ unit: "grapheme", maxLength: 60 }), async (query) => {
    await expect(index.find(query.replaceAll("\0", ""))).resolves.toBeInstanceOf(Array);
  }), { numRuns: 60 });
  expect(tsqueryOf("it's \\ 'x':* & |")).not.toContain("\\");
});
test("the place found is shown with the words apart", () => {
  expect(markHits("留岗职工的补贴要按时足额发放", "补贴").filter(({ hit }) => hit).map(({ words }) => words)).toEqual(["补贴"]);
  fc.assert(fc.property(fc.string({ maxLength: 200 }), fc.string({ maxLength: 10 }), (text, query) => { expect(markHits(text, query).map(({ words }) => words).join("").length).toBeLessThanOrEqual(94); }));
});
