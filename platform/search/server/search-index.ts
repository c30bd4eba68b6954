import { inTransaction } from "#platform/db/server";
import type { ClientBase, Pool } from "pg";
import type { SearchDocument, SearchHit } from "../document.ts";
import { piecesOf } from "./pieces.ts";
import { deleteSource, editionOf, editionsOf, findDocuments, insertPiece, lockSource } from "./store.ts";
import { termsOf, tsqueriesOf } from "./terms.ts";

/** A source with all its documents as they are now. */
export type SearchSource = { readonly source: string; readonly edition: string; readonly documents: readonly SearchDocument[] };

/** What can be found in one city. */
export type SearchIndex = {
  /**
   * Makes exactly these sources findable; those whose edition is there already cost nothing. Safe from several servers at once. Rejects with
   * `SourcesNotKept` when some could not be kept; the others are.
   */
  readonly keep: (sources: readonly SearchSource[]) => Promise<void>;
  /** Best first, 50 at most; nothing for a query without letters. The body of a hit is the piece of it where the words stand. */
  readonly find: (query: string) => Promise<readonly SearchHit[]>;
};

/** Some sources cannot be searched as they are now; `sources` names them, `cause` is what stopped the first. */
export class SourcesNotKept extends Error {
  override readonly name = "SourcesNotKept";
  readonly sources: readonly string[];
  constructor(sources: readonly string[], cause: unknown) {
    super(`not searchable as they are now: ${sources.join(", ")}`, { cause });
    this.sources = sources;
  }
}

/** Raise it when terms are cut differently: everything is indexed again. */
const FORM = 2;
const HITS_MAX = 50;

/** The index of a city. */
export function searchIndex(pool: Pool, district: string): SearchIndex {
  const context = { districts: [district], actor: "server" };
  // A source is one transaction: what is wrong with one keeps no other from being found.
  const replace = (source: string, edition: string | null, documents: readonly SearchDocument[]): Promise<void> => inTransaction(pool, context, async (tx) => {
    await lockSource(tx, district, source);
    if (edition !== null && await editionOf(tx, district, source) === edition) return;
    await deleteSource(tx, district, source);
    if (edition !== null) for (const document of documents) await insertDocument(tx, district, source, edition, document);
  });
  return {
    keep: async (sources) => {
      const there = await editionsOf(pool, district);
      const gone = [...there.keys()].filter((name) => !sources.some(({ source }) => source === name)).map((source) => ({ source, edition: null, documents: [] }));
      const changed = sources.map((given) => ({ ...given, edition: `${FORM}:${given.edition}` })).filter(({ source, edition }) => there.get(source) !== edition);
      const failures: { readonly source: string; readonly cause: unknown }[] = [];
      for (const { source, edition, documents } of [...gone, ...changed]) await replace(source, edition, documents).catch((cause: unknown) => { failures.push({ source, cause }); });
      if (failures.length > 0) throw new SourcesNotKept(failures.map(({ source }) => source), failures[0]?.cause);
    },
    find: async (query) => {
      const wanted = tsqueriesOf(query);
      return wanted.length === 0 ? [] : findDocuments(pool, district, wanted, HITS_MAX);
    },
  };
}

async function insertDocument(tx: ClientBase, district: string, source: string, edition: string, { id, title, body }: SearchDocument): Promise<void> {
  const columns = [title.zh, title.en, body.zh, body.en].map(piecesOf);
  const count = Math.max(...columns.map(({ length }) => length));
  for (let piece = 0; piece < count; piece += 1) {
    const [titleZh = "", titleEn = "", zh = "", en = ""] = columns.map((pieces) => pieces[piece] ?? "");
    await insertPiece(tx, district, { source, id, piece, edition, title, body: { zh, en } }, { title: termsOf(`${titleZh} ${titleEn}`), body: termsOf(`${zh} ${en}`) });
  }
}
