import { inTransaction } from "#platform/db/server";
import type { Pool } from "pg";
import type { SearchDocument, SearchHit } from "../document.ts";
import { deleteSource, editionsOf, findDocuments, insertDocument, lockIndex } from "./store.ts";
import { termsOf, tsqueryOf } from "./terms.ts";

/** A source with all its documents as they are now. */
export type SearchSource = { readonly source: string; readonly edition: string; readonly documents: readonly SearchDocument[] };

/** What can be found in one city. */
export type SearchIndex = {
  /** Makes exactly these sources findable; those whose edition is there already cost nothing. Safe from several servers at once. */
  readonly keep: (sources: readonly SearchSource[]) => Promise<void>;
  /** Best first, 50 at most; nothing for a query without letters. */
  readonly find: (query: string) => Promise<readonly SearchHit[]>;
};

/** Raise it when terms are cut differently: everything is indexed again. */
const FORM = 1;
const HITS_MAX = 50;

/** The index of a city. */
export function searchIndex(pool: Pool, district: string): SearchIndex {
  const context = { districts: [district], actor: "server" };
  return {
    keep: (sources) => inTransaction(pool, context, async (tx) => {
      await lockIndex(tx, district);
      const there = await editionsOf(tx, district);
      for (const gone of there.keys()) if (!sources.some(({ source }) => source === gone)) await deleteSource(tx, district, gone);
      for (const { source, edition, documents } of sources) {
        const named = `${FORM}:${edition}`;
        if (there.get(source) === named) continue;
        await deleteSource(tx, district, source);
        for (const document of documents) {
          const { title, body } = document;
          await insertDocument(tx, district, source, named, document, { title: termsOf(`${title.zh} ${title.en}`), body: termsOf(`${body.zh} ${body.en}`) });
        }
      }
    }),
    find: async (query) => {
      const wanted = tsqueryOf(query);
      return wanted === null ? [] : inTransaction(pool, context, (tx) => findDocuments(tx, district, wanted, HITS_MAX));
    },
  };
}
