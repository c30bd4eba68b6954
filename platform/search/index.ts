export type { SearchDocument, SearchHit } from "./document.ts";
export { markHits, type MarkedStretch } from "./mark-hits.ts";
