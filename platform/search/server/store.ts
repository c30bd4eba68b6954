import type { ClientBase } from "pg";
import type { SearchDocument, SearchHit } from "../document.ts";

/** The edition of every source that can be found. */
export async function editionsOf(tx: ClientBase, district: string): Promise<ReadonlyMap<string, string>> {
  const { rows } = await tx.query<{ source: string; edition: string }>("select distinct source, edition from search.document where district = $1", [district]);
  return new Map(rows.map(({ source, edition }) => [source, edition]));
}

/** Waits for whoever replaces documents of the city at the same time. */
export async function lockIndex(tx: ClientBase, district: string): Promise<void> {
  await tx.query("select pg_advisory_xact_lock(hashtextextended($1, 0))", [`search ${district}`]);
}

export async function deleteSource(tx: ClientBase, district: string, source: string): Promise<void> {
  await tx.query("delete from search.document where district = $1 and source = $2", [district, source]);
}

/** `terms` weigh as the title's (A) or the body's (B). */
export async function insertDocument(tx: ClientBase, district: string, source: string, edition: string, { id, title, body }: SearchDocument, terms: { readonly title: readonly string[]; readonly body: readonly string[] }): Promise<void> {
  await tx.query(
    `insert into search.document (district, source, id, edition, title_zh, title_en, body_zh, body_en, terms)
     values ($1, $2, $3, $4, $5, $6, $7, $8, setweight(array_to_tsvector($9::text[]), 'A') || setweight(array_to_tsvector($10::text[]), 'B'))`,
    [district, source, id, edition, title.zh, title.en, body.zh, body.en, terms.title, terms.body.filter((term) => !terms.title.includes(term))]);
}

export async function findDocuments(tx: ClientBase, district: string, query: string, limit: number): Promise<readonly SearchHit[]> {
  const { rows } = await tx.query<{ source: string; id: string; title_zh: string; title_en: string; body_zh: string; body_en: string; rank: number }>(
    `select source, id, title_zh, title_en, body_zh, body_en, ts_rank(array[0, 0, 0.4, 1]::real[], terms, $2::tsquery) as rank
       from search.document where district = $1 and terms @@ $2::tsquery order by rank desc, source, id limit $3`, [district, query, limit]);
  return rows.map((row) => ({ source: row.source, id: row.id, title: { zh: row.title_zh, en: row.title_en }, body: { zh: row.body_zh, en: row.body_en }, rank: row.rank }));
}
