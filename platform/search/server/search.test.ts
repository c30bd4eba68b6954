import { createTestDatabase, type TestDatabase } from "#platform/db/server";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { markHits } from "../index.ts";
import { searchIndex, SourcesNotKept, type SearchIndex } from "./index.ts";
import { piecesOf } from "./pieces.ts";
import { FIND_DOCUMENTS, parametersOf } from "./store.ts";
import { tsqueriesOf } from "./terms.ts";

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
test("a word in the title weighs more than one in the text", async () => {
  const other = searchIndex(database.pool, "150704");
  const filler = { zh: "别的", en: "other" };
  await other.keep([{ source: "notice:a", edition: "1", documents: [
    { id: "a-text", title: filler, body: { zh: "供热企业要值班。", en: "" } }, { id: "b-title", title: { zh: "供热", en: "Heating" }, body: filler },
  ] }]);
  expect((await other.find("供热")).map(({ id }) => id)).toEqual(["b-title", "a-text"]);
});

describe("a long text", () => {
  // Every sign of the common block twice, in two orders: no two neighbours are the same, the most terms a text can have.
  const signs = Array.from({ length: 20_000 }, (_, at) => String.fromCodePoint(0x4e00 + at));
  const text = `起首防寒。${signs.join("")}${signs.toReversed().join("")}。结尾供热，就地过年。`;
  test("is found by its beginning, its end and its middle, by words of both ends together, and shows the piece where they stand", async () => {
    const other = searchIndex(database.pool, "150705");
    await other.keep([{ source: "notice:long", edition: "1", documents: [{ id: "long", title: { zh: "长", en: "long" }, body: { zh: text, en: "" } }, { id: "short", title: { zh: "短", en: "short" }, body: { zh: "防寒。", en: "" } }] }]);
    for (const query of ["起首防寒", "就地过年", signs.slice(9_990, 10_010).join(""), "防寒 供热"]) expect((await other.find(query)).map(({ id }) => id), query).toContain("long");
    expect((await other.find("防寒 供热")).map(({ id }) => id)).toEqual(["long"]);
    expect((await other.find("就地过年"))[0]?.body.zh).toMatch(/就地过年。$/u);
  });
  test("its pieces are the text, cut between words; a word longer than a piece is in two that overlap", () => {
    fc.assert(fc.property(fc.array(fc.constantFrom("一、各单位", "medium-risk areas, ", "。\n", "😀", "𠮷野家"), { maxLength: 3_000 }), (parts) => {
      const given = parts.join("");
      const pieces = piecesOf(given);
      expect(pieces.join("")).toBe(given);
      for (const piece of pieces.slice(1)) expect(`${given.includes(piece)}`).toBe("true");
    }), { numRuns: 30 });
    const run = signs.slice(0, 5_000).join("");
    for (let at = 0; at < 4_990; at += 10) expect(piecesOf(run).some((piece) => piece.includes(run.slice(at, at + 10)))).toBe(true);
  });
});

test("a source that cannot be kept keeps no other from being found, and is named", async () => {
  const other = searchIndex(database.pool, "150706");
  const document = (id: string) => ({ id, title: { zh: "防寒", en: "Cold" }, body: { zh: "防寒", en: "" } });
  const sources = [{ source: "notice:bad", edition: "1", documents: [document("same"), document("same")] }, { source: "notice:good", edition: "1", documents: [document("one")] }];
  const failed = await other.keep(sources).catch((error: unknown) => error);
  expect(failed).toBeInstanceOf(SourcesNotKept);
  expect((failed as SourcesNotKept).sources).toEqual(["notice:bad"]);
  expect((await other.find("防寒")).map(({ source }) => source)).toEqual(["notice:good"]);
  await other.keep([{ source: "notice:bad", edition: "1", documents: [document("same")] }, ...sources.slice(1)]);
  expect((await other.find("防寒")).map(({ source }) => source)).toEqual(["notice:bad", "notice:good"]);
});

describe("with ten thousand clauses", () => {
  const plan = async (): Promise<string> => (await database.pool.query<{ "QUERY PLAN": string }>(`explain ${FIND_DOCUMENTS}`, parametersOf("150707", tsqueriesOf("补贴 butie"), 50))).rows.map((row) => row["QUERY PLAN"]).join("\n");
  beforeAll(async () => {
    await database.ownerPool.query(`insert into search.document (district, source, id, edition, title_zh, title_en, body_zh, body_en, terms)
      select '150707', 'notice:' || n % 50, n::text, '2:1', '第' || n || '条', 'Clause', repeat('各单位要做好值班工作。', 30), repeat('Units keep watch. ', 20), array_to_tsvector(array['一般', case when n % 500 = 0 then '补贴' else '别的' end, case when n % 700 = 0 then 'p:butie' else 'p:biede' end, 'w' || n % 997, 'v' || n]) from generate_series(1, 10000) n`);
    await database.ownerPool.query("analyze search.document");
  });
  test("the server finds by the index of terms", async () => {
    expect(await plan()).toContain("Bitmap Index Scan on document_terms");
    expect(await plan()).not.toMatch(/Seq Scan on document/u);
  });
  test("which row-level security would keep it from", async () => {
    await database.ownerPool.query("alter table search.document enable row level security; create policy own on search.document using (district = any (string_to_array(current_setting('anxin.districts', true), ',')))");
    try {
      expect(await plan()).not.toContain("document_terms");
    } finally {
      await database.ownerPool.query("drop policy own on search.document; alter table search.document disable row level security");
    }
  });
});

test("no query, whatever its signs, is refused by the database", async () => {
  await fc.assert(fc.asyncProperty(fc.string({ unit: "grapheme", maxLength: 60 }), async (query) => {
    await expect(index.find(query.replaceAll("\0", ""))).resolves.toBeInstanceOf(Array);
  }), { numRuns: 60, examples: [["𪘀"]] });
  // One sign, though two of the units that JavaScript counts in.
  expect(tsqueriesOf("𪘀")).toEqual(["('𪘀')"]);
  expect(tsqueriesOf("it's \\ 'x':* & |").join(" ")).not.toContain("\\");
});
test("the place found is shown with the words apart", () => {
  expect(markHits("留岗职工的补贴要按时足额发放", "补贴").filter(({ hit }) => hit).map(({ words }) => words)).toEqual(["补贴"]);
  fc.assert(fc.property(fc.string({ maxLength: 200 }), fc.string({ maxLength: 10 }), (text, query) => { expect(markHits(text, query).map(({ words }) => words).join("").length).toBeLessThanOrEqual(94); }));
});
