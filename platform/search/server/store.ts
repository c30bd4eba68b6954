import type { ClientBase, Pool } from "pg";
import type { SearchDocument, SearchHit } from "../document.ts";

/** The edition of every source that can be found. */
export async function editionsOf(pool: Pool, district: string): Promise<ReadonlyMap<string, string>> {
  const { rows } = await pool.query<{ source: string; edition: string }>("select distinct source, edition from search.document where district = $1", [district]);
  return new Map(rows.map(({ source, edition }) => [source, edition]));
}

/** The edition of one source; null when it cannot be found. */
export async function editionOf(tx: ClientBase, district: string, source: string): Promise<string | null> {
  const { rows: [row] } = await tx.query<{ edition: string }>("select edition from search.document where district = $1 and source = $2 limit 1", [district, source]);
  return row?.edition ?? null;
}

/** Waits for whoever replaces documents of the source at the same time. */
export async function lockSource(tx: ClientBase, district: string, source: string): Promise<void> {
  await tx.query("select pg_advisory_xact_lock(hashtextextended($1, 0))", [`search ${district} ${source}`]);
}

export async function deleteSource(tx: ClientBase, district: string, source: string): Promise<void> {
  await tx.query("delete from search.document where district = $1 and source = $2", [district, source]);
}

/** A piece of a document: its number, and the stretch of the body it holds. */
type Piece = SearchDocument & { readonly source: string; readonly piece: number; readonly edition: string };

/** `terms` weigh as the title's (A) or the body's (B). */
export async function insertPiece(tx: ClientBase, district: string, { source, id, piece, edition, title, body }: Piece, terms: { readonly title: readonly string[]; readonly body: readonly string[] }): Promise<void> {
  const inTitle = new Set(terms.title);
  const weighed = [...terms.title.map((term) => lexeme(term, "A")), ...terms.body.filter((term) => !inTitle.has(term)).map((term) => lexeme(term, "B"))];
  await tx.query(
    `insert into search.document (district, source, id, piece, edition, title_zh, title_en, body_zh, body_en, terms)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10::tsvector)`,
    [district, source, id, piece, edition, title.zh, title.en, body.zh, body.en, weighed.join(" ")]);
}

/** As PostgreSQL writes it. A weight belongs to a place, so each term has one; which one does not matter. */
const lexeme = (term: string, weight: "A" | "B"): string => `'${term.replaceAll("\\", "\\\\").replaceAll("'", "''")}':1${weight}`;

/**
 * Documents that meet every query of `$2`, each in whatever piece; the piece that meets them best is shown. `$3` is what meets any of them: a value the
 * planner can look at, so that it takes the index of terms.
 */
export const FIND_DOCUMENTS = `
  with near as materialized (select source, id, piece, terms from search.document where district = $1 and terms @@ $3::tsquery),
  met as (
    select distinct on (source, id, number) source, id, number, piece, ts_rank(array[0, 0, 0.4, 1]::real[], terms, wanted) as rank
      from near join unnest($2::tsquery[]) with ordinality as query (wanted, number) on terms @@ wanted
      order by source, id, number, rank desc, piece),
  found as (
    select source, id, (array_agg(piece order by rank desc, number))[1] as piece, sum(rank) as rank
      from met group by source, id having count(*) = cardinality($2::tsquery[]) order by rank desc, source, id limit $4)
  select source, id, title_zh, title_en, body_zh, body_en, rank
    from found join search.document using (source, id, piece) where document.district = $1 order by rank desc, source, id`;

/** What `FIND_DOCUMENTS` is asked with. */
export const parametersOf = (district: string, queries: readonly string[], limit: number) => [district, queries, queries.map((query) => `(${query})`).join(" | "), limit];

/** `queries` must all be met. */
export async function findDocuments(pool: Pool, district: string, queries: readonly string[], limit: number): Promise<readonly SearchHit[]> {
  const { rows } = await pool.query<{ source: string; id: string; title_zh: string; title_en: string; body_zh: string; body_en: string; rank: number }>(FIND_DOCUMENTS, parametersOf(district, queries, limit));
  return rows.map((row) => ({ source: row.source, id: row.id, title: { zh: row.title_zh, en: row.title_en }, body: { zh: row.body_zh, en: row.body_en }, rank: row.rank }));
}
