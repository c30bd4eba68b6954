import type { LocalText } from "#platform/i18n";

/** Something that can be found. `id` is its name within its source; words of `title` weigh more than those of `body`. */
export type SearchDocument = { readonly id: string; readonly title: LocalText; readonly body: LocalText };

/** A document that was found; `rank` is only for order. */
export type SearchHit = SearchDocument & { readonly source: string; readonly rank: number };
