import { recordTypeInFile, type RecordType } from "#engines/registers";
import type { Pool } from "pg";

const words = (zh: string, en: string) => ({ zh, en });

/** Districts of an invented city. */
export const DISTRICTS: readonly string[] = Array.from({ length: 15 }, (_, at) => `9901${String(at).padStart(2, "0")}`);

/** Stock of shops: short below its floor. */
export const STOCK: RecordType = { key: "stock", ...recordTypeInFile.parse({
  name: words("库存", "Stock"), about: words("库存", "Stock"), notice: "bench", clause: "supply", duties: ["supply.stock"], identity: ["district", "name"], columns: ["name", "amount", "address"],
  fields: [
    { key: "district", kind: "district", name: words("旗市区", "District"), required: true }, { key: "name", kind: "text", name: words("名称", "Name"), required: true }, { key: "address", kind: "text", name: words("地址", "Address") },
    { key: "amount", kind: "number", name: words("数量", "Amount") }, { key: "floor", kind: "number", name: words("底线", "Floor") }, { key: "telephone", kind: "telephone", name: words("电话", "Telephone") },
  ],
  flags: [{ key: "short", name: words("短缺", "Short"), when: { test: "below", field: "amount", than: "floor" } }],
  freshness: { kind: "every", hours: 24 * 365, source: words("拟定", "given"), asOf: "2026-11-29" },
}) };

/** What names begin with; each is followed by what the shop is and its number. */
export const BEGINNINGS = ["友谊", "向阳", "和平", "光明", "新华", "团结", "胜利", "建设", "东风", "红旗", "兴安", "草原", "河东", "河西", "正阳", "健康", "靠山", "北山", "呼伦", "南开"] as const;
const KINDS = ["商店", "超市", "粮店", "药房", "便利店", "批发部", "供销社"] as const;

/** Fills the register: every fourth record in the first district, the others spread evenly; one in twenty-three short. Gives how long it took, in seconds. */
export async function fill(pool: Pool, count: number): Promise<number> {
  const started = performance.now();
  const list = (texts: readonly string[]): string => `(array[${texts.map((text) => `'${text}'`).join(", ")}])`;
  for (let from = 0; from < count; from += PART) {
    await inOne(pool, `
      with made as (
        select n, case when n % 4 = 0 then '${DISTRICTS[0]}' else ${list(DISTRICTS)}[2 + (n / 4) % 14] end as district, ${list(BEGINNINGS)}[1 + (n / 3) % ${BEGINNINGS.length}] || ${list(KINDS)}[1 + (n / 61) % ${KINDS.length}] || n as name
          from generate_series(${from}, ${Math.min(count, from + PART) - 1}) n),
      kept as (
        insert into registers.record (district, register, id, number, key_text, sort_text, values, flags, stale_from, confirmed_at, confirmed_by, recorded_at, recorded_by, drill)
        select district, 'stock', md5(n::text)::uuid, 1, district || '|' || name, name,  jsonb_build_object('district', district, 'name', name, 'address', name || '对面第' || n % 97 || '号', 'amount', n % 23, 'floor', 1, 'telephone', '0470' || (2000000 + n % 900000)), case when n % 23 = 0 then array['short'] else array[]::text[] end,
               now() + interval '1 year', now(), 'bench', now() - n * interval '1 second', 'bench', false from made returning district, id, sort_text, values, flags, recorded_at),
      versions as (insert into registers.version (district, register, id, number, how, sort_text, values, personal_changed, recorded_at, recorded_by) select district, 'stock', id, 1, 'import', sort_text, values, '{}', recorded_at, 'bench' from kept),
      named as (insert into registers.name_terms (district, register, id, terms) select district, 'stock', id, array(select district || ' stock ' || term from generate_series(1, length(sort_text) - 1) k, lateral (select case when substr(sort_text, k, 2) !~ '^[a-z0-9]{2}$' then substr(sort_text, k, 2) when substr(sort_text, k, 3) ~ '^[a-z0-9]{3}$' then substr(sort_text, k, 3) end) piece (term) where term is not null) from kept)
      insert into registers.flag (district, register, flag, sort_text, id) select district, 'stock', 'short', sort_text, id from kept where flags <> '{}'`);
  }
  await inOne(pool, "insert into registers.tally (district, register, records, changes) select district, 'stock', count(*), 1 from registers.record group by district");
  return (performance.now() - started) / 1_000;
}
const PART = 50_000;

/** A table of so many shops that are not there yet. */
export function tableOfShops(count: number): { readonly head: readonly string[]; readonly rows: readonly { readonly line: number; readonly cells: readonly string[] }[] } {
  return { head: ["旗市区", "名称", "地址", "数量", "底线", "电话"], rows: Array.from({ length: count }, (_, at) => ({ line: at + 2, cells: [DISTRICTS[at % DISTRICTS.length] ?? "", `${BEGINNINGS[at % BEGINNINGS.length] ?? ""}新店${at}`, `中央街${at % 500}号`, String(at % 50), "1", "0470-8252525"] })) };
}

/** Waits until PostgreSQL has looked over what was filled in, as it would on any day; gives false when it did not in ten minutes. */
export async function lookedOver(pool: Pool): Promise<boolean> {
  for (let round = 0; round < 600; round += 1) {
    const { rows } = await pool.query<{ done: boolean }>("select count(*) = 4 as done from pg_stat_user_tables where schemaname = 'registers' and relname in ('record', 'flag', 'version', 'name_terms') and last_autoanalyze is not null and last_autovacuum is not null");
    if (rows[0]?.done === true) return true;
    await new Promise((resolve) => setTimeout(resolve, 1_000));
  }
  return false;
}

async function inOne(pool: Pool, sql: string): Promise<void> {
  const client = await pool.connect();
  try {
    await client.query("begin");
    await client.query("select set_config('anxin.districts', $1, true)", [DISTRICTS.join(",")]);
    await client.query(sql);
    await client.query("commit");
  } finally {
    client.release();
  }
}

/** The bare page: one indexed SELECT of the same rows, in a transaction that is kept open, with nothing around it. */
export async function barePage(pool: Pool, district: string, beginning: string): Promise<number> {
  const client = await pool.connect();
  try {
    await client.query("begin");
    await client.query("select set_config('anxin.districts', $1, true)", [district]);
    const started = performance.now();
    await client.query({ name: "bare-page", text: "select district, id, number, sort_text, values, recorded_at from registers.record where district = $1 and register = 'stock' and removed_at is null and sort_text >= $2 order by sort_text, id limit 50", values: [district, beginning] });
    const took = performance.now() - started;
    await client.query("commit");
    return took;
  } finally {
    client.release();
  }
}
