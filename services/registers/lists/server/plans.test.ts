import { createTestDatabase, inTransaction, type TestDatabase } from "#platform/db/server";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { PAGE_BY_NAME } from "./store.ts";

const DISTRICTS = ["150700", "150702", "150703"];
let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
  await inTransaction(database.pool, { districts: DISTRICTS, actor: "test" }, async (tx) => {
    await tx.query(`insert into registers.record (district, register, id, number, key_text, sort_text, values, flags, stale_from, confirmed_at, confirmed_by, recorded_at, recorded_by, drill)
      select (array['150700', '150702', '150703'])[1 + n % 3], 'stock', md5(n::text)::uuid, 1, '商店' || n, '商店' || n, '{}', '{}', now(), now(), 'x', now() - n * interval '1 second', 'x', false from generate_series(1, 30000) n`);
    await tx.query("insert into registers.name_terms (district, register, id, terms) select district, register, id, array[district || ' stock 商店', district || ' stock ' || right(sort_text, 3)] from registers.record");
    await tx.query("insert into registers.flag (district, register, flag, sort_text, id) select district, register, 'short', sort_text, id from registers.record where right(sort_text, 1) = '7'");
  });
  for (const table of ["record", "flag", "name_terms"]) await database.ownerPool.query(`vacuum analyze registers.${table}`);
}, 60_000);
afterAll(() => database.drop());

/** How the server, under row-level security, would find it. */
async function plan(sql: string, values: readonly unknown[], districts = DISTRICTS): Promise<string> {
  return inTransaction(database.pool, { districts, actor: "test" }, async (tx) => (await tx.query<{ "QUERY PLAN": string }>(`explain ${sql}`, [...values])).rows.map((row) => row["QUERY PLAN"]).join("\n"));
}

describe("pages of a long list are found in indexes, under row-level security too", () => {
  test("a beginning of names is a range of the index by name, without reading a row that is not shown", async () => {
    const found = await plan(PAGE_BY_NAME.text, ["stock", DISTRICTS, false, "商店12", "商店12\u{10FFFF}", "", "00000000-0000-0000-0000-000000000000", 51]);
    expect(found).toMatch(/Index Only Scan using record_by_name/u);
    expect(found).toMatch(/Index Cond: \(\(district = .*\) AND \(register = 'stock'.* AND \(sort_text >= '商店12'.* AND \(sort_text < .*ROW\(sort_text, id\) >/u);
    expect(found).not.toMatch(/Seq Scan/u);
  });
  test("what is stale, what was recorded last and what carries a flag as well", async () => {
    const near = (inner: string) => `select * from unnest(array['150702', '150703']) as given (district) cross join lateral (${inner}) near`;
    expect(await plan(near("select id from registers.record where record.district = given.district and register = 'stock' and removed_at is null and drill = false and stale_from <= now() order by stale_from, id limit 50"), [])).toMatch(/Index Only Scan using record_stale/u);
    expect(await plan(near("select id from registers.record where record.district = given.district and register = 'stock' and removed_at is null and drill = false and (recorded_at, id) < ('infinity'::timestamptz, '00000000-0000-0000-0000-000000000000'::uuid) order by recorded_at desc, id desc limit 50"), [])).toMatch(/Index Only Scan using record_by_time/u);
    expect(await plan(near("select id from registers.flag where flag.district = given.district and register = 'stock' and flag = 'short' and drill = false and sort_text >= '' order by sort_text, id limit 50"), [])).toMatch(/Index Only Scan using flag_pkey/u);
  });
  test("words in names are found by the index of pairs in the function that takes the districts, and nobody else may read the pairs", async () => {
    const { rows: [body] } = await database.ownerPool.query<{ sql: string }>("select prosrc as sql from pg_proc where proname = 'find_by_terms'");
    const inside = (body?.sql ?? "").replaceAll("find_by_terms.terms", "array['stock 商店', 'stock 501']").replaceAll("find_by_terms.districts", "array['150702']").replaceAll("find_by_terms.most", "100");
    const owner = await database.ownerPool.connect();
    await owner.query("set enable_seqscan = off");
    const { rows } = await owner.query<{ "QUERY PLAN": string }>(`explain ${inside}`);
    owner.release(true);
    expect(rows.map((row) => row["QUERY PLAN"]).join("\n")).toMatch(/Bitmap Index Scan on name_terms_by_term/u);
    await expect(plan("select terms from registers.name_terms", [])).rejects.toThrow(/permission denied/u);
  });
  test("and the function shows nobody what their transaction may not see", async () => {
    const found = (districts: readonly string[]) => inTransaction(database.pool, { districts, actor: "test" }, async (tx) => (await tx.query<{ district: string }>("select distinct district from registers.find_by_terms($1, array['stock 商店'], 30000) order by district", [DISTRICTS])).rows.map(({ district }) => district));
    expect([await found(["150703"]), await found([])]).toEqual([["150703"], []]);
  });
});
